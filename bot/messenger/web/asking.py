"""What all requests of the chat page begin and end with: who asks, whether it is too much, how it is refused."""

import asyncio
import re
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import asdict, dataclass
from math import ceil
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot.clock import Clock
from bot.messenger.people_side import NotPossible, PeopleSide
from bot.messenger.server import Messenger
from bot.messenger.web.doors import Door, Visitor
from bot.messenger.web.guards import HEADERS, SlidingWindow, TooBig, address_of, json_object, same_origin
from bot.texts import Texts

LONGEST: Final = 4096
"""Characters of one message, as in the Bot API."""
BIGGEST_FILE: Final = 10_000_000
"""Bytes of one file: a phone's photo fits."""
BIGGEST_ALBUM: Final = 20_000_000
"""Bytes of all files that are sent together."""

_REASONS: Final[dict[str, str]] = {
    "too long": "webchat-too-long",
    "empty": "webchat-empty",
    "too big": "webchat-too-big",
    "no rights": "webchat-may-not-write",
    "topic closed": "webchat-topic-closed",
    "no topic": "webchat-topic-gone",
    "bad file": "webchat-bad-voice",
}


@dataclass(frozen=True)
class CentreLine:
    """What the header shows of a centre. ``example``: the phone is the demo's, and marked so."""

    id: str
    name: str
    phone: str | None
    example: bool = False


Centres = Callable[[str], Sequence[CentreLine]]
CentreOf = Callable[[int], Awaitable[str | None]]
OnLanguage = Callable[[int, str], Awaitable[None]]


class Asking:
    """The part of `Conversation` that every request shares."""

    def __init__(
        self,
        messenger: Messenger,
        texts: Texts,
        door: Door,
        *,
        bot_id: int,
        clock: Clock,
        centres: Centres,
        centre_of: CentreOf | None,
        on_language: OnLanguage | None,
        heartbeat: float,
    ) -> None:
        self.door = door
        self._people: PeopleSide = messenger.people
        self._texts = texts
        self._bot_id = bot_id
        self._centres = centres
        self._centre_of = centre_of
        self._on_language = on_language
        self._heartbeat = heartbeat
        self._closing = asyncio.Event()
        self._streams: Counter[object] = Counter()
        # A person taps and writes quickly; a library or a block of flats shares one address.
        self._per_person = [SlidingWindow(clock, 10, 5), SlidingWindow(clock, 40, 60)]
        self._per_address = [SlidingWindow(clock, 240, 60)]
        self._files = [SlidingWindow(clock, 10, 60), SlidingWindow(clock, 30, 24 * 3600)]
        self._files_of_address = [SlidingWindow(clock, 60, 3600)]
        self._returns = [SlidingWindow(clock, 20, 60)]
        self._reads = [SlidingWindow(clock, 120, 60)]
        self._newcomers = [SlidingWindow(clock, 30, 60), SlidingWindow(clock, 200, 3600)]

    def close(self) -> None:
        """End the open event streams."""
        self._closing.set()

    async def centre_id(self, visitor: Visitor | None) -> str | None:
        """The centre whose name and phone stand in the header; None when there are several to choose from."""
        if visitor:
            chosen = await self._centre_of(visitor.user_id) if self._centre_of else None
            if chosen or visitor.centre:
                return chosen or visitor.centre
        centres = self._centres("pl")
        return centres[0].id if len(centres) == 1 else None

    # Where

    def _chat(self, request: Request) -> int:
        """The chat that the address means, as the messenger's people name it."""
        return self.door.group(request) or self._bot_id

    # Small things

    async def _header(self, visitor: Visitor) -> dict[str, Any]:
        centre_id = await self.centre_id(visitor)
        for centre in self._centres(visitor.language):
            if centre.id == centre_id:
                return asdict(centre)
        return {"id": None, "name": None, "phone": None, "example": False}

    async def _known(self, request: Request) -> Visitor | None:
        """Who asks, if the messenger still has the chat."""
        visitor = self.door.visitor(request)
        if visitor:
            try:
                await self._people.history(visitor.user_id, self._chat(request), 0, 1)
            except NotPossible:
                return None
        return visitor

    async def _admit(self, request: Request) -> Visitor | Response:
        if not same_origin(request):
            return self._refuse(request, 403, "webchat-refused")
        visitor = self.door.visitor(request)
        if visitor is None:
            return self._refuse(request, 401, "webchat-ended")
        wait = wait_for(self._per_person, visitor.user_id) or wait_for(self._per_address, address_of(request))
        return self._refuse(request, 429, "webchat-slow-down", wait) if wait else visitor

    async def _body(self, request: Request) -> dict[str, Any]:
        try:
            return await json_object(request)
        except TooBig:
            return {"text": "x" * (LONGEST + 1), "key": "too-long"}

    async def _done(self, request: Request, sending: Awaitable[int]) -> Response:
        try:
            return JSONResponse({"message": await sending}, headers=HEADERS)
        except NotPossible as refusal:
            if refusal.reason == "no chat":
                return self._refuse(request, 401, "webchat-ended")
            return self._refuse(request, 409, _REASONS.get(refusal.reason, "webchat-refused"))

    def _refuse(self, request: Request, status: int, key: str, wait: float = 0) -> Response:
        body: dict[str, Any] = {"sentence": self._texts.plain(self.door.language(request), key)}
        headers = dict(HEADERS)
        if wait:
            body["retry_after"] = ceil(wait)
            headers["Retry-After"] = str(ceil(wait))
        return JSONResponse(body, status, headers)


def wait_for(windows: list[SlidingWindow], key: object) -> float:
    return max(window.wait(key) for window in windows)


def clean(value: object) -> str:
    """Text that every database takes: no NUL, no half characters."""
    if not isinstance(value, str):
        return ""
    return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace").replace("\0", "").strip()


def key_of(value: object) -> str | None:
    return value if isinstance(value, str) and re.fullmatch(r"[\w-]{4,64}", value) else None


def number_of(value: str | None) -> int:
    return int(value) if value and value.isascii() and value.isdigit() and len(value) < 16 else 0
