"""What keeps the chat page safe: same-origin posts, sliding windows, bounded bodies, strict headers."""

import json
from collections import deque
from typing import Any, Final
from urllib.parse import urlsplit

from starlette.requests import Request

from bot.clock import Clock

HEADERS: Final = {
    # No inline script or style, nothing from elsewhere; the stage shows the chat in frames of its own address.
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self'; "
        "connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(self), geolocation=()",
    # Back and a reopened window ask the server again, and find nothing after a quick exit.
    "Cache-Control": "no-store",
}


class TooBig(Exception):
    """A request's body is larger than allowed."""


def same_origin(request: Request) -> bool:
    """Whether a page of this very address asks. Browsers say so; whoever says nothing is refused."""
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site == "same-origin"
    origin = request.headers.get("origin")
    # The scheme is left out: behind a proxy that ends TLS the two sides know different ones.
    return origin is not None and urlsplit(origin).netloc == request.headers.get("host")


def address_of(request: Request) -> str:
    """Where the request comes from (behind a proxy: as uvicorn's trusted proxy headers say)."""
    return request.client.host if request.client else ""


async def bounded(request: Request, limit: int) -> bytes:
    """The body, up to ``limit`` bytes; raises `TooBig` beyond."""
    declared = request.headers.get("content-length", "")
    if declared.isdigit() and int(declared) > limit:
        raise TooBig
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > limit:
            raise TooBig
    return bytes(body)


async def json_object(request: Request, limit: int = 65536) -> dict[str, Any]:
    """The body as a JSON object; anything else counts as an empty one. Raises `TooBig`."""
    try:
        value = json.loads(await bounded(request, limit) or b"{}")
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


class SlidingWindow:
    """At most ``limit`` events of one key in any ``seconds``, by the clock given."""

    def __init__(self, clock: Clock, limit: int, seconds: float) -> None:
        self._clock = clock
        self._limit = limit
        self._seconds = seconds
        self._seen: dict[object, deque[float]] = {}

    def wait(self, key: object) -> float:
        """0 when the event may happen (and is counted), else the seconds until it may."""
        now = self._clock().timestamp()
        if len(self._seen) > 10_000:
            self._forget(now)
        times = self._seen.setdefault(key, deque())
        while times and times[0] <= now - self._seconds:
            times.popleft()
        if len(times) >= self._limit:
            return times[0] + self._seconds - now
        times.append(now)
        return 0.0

    def _forget(self, now: float) -> None:
        self._seen = {key: times for key, times in self._seen.items() if times and times[-1] > now - self._seconds}
