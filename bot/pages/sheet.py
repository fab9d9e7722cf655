"""An adviser's day behind a secret link: no account, no script, nothing kept by browser or search engine.

The secret stands in the path, so nothing may hand the path on: no referrer, no access log (`bot.http`), no
link to anywhere else. Whoever has it may do what the adviser may, for that adviser's day alone.
"""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from secrets import token_hex
from typing import Any, Final, Protocol
from urllib.parse import parse_qs

from jinja2 import Environment, FileSystemLoader
from sqlmodel.ext.asyncio.session import AsyncSession
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from bot.clock import Clock
from bot.errors import OkienkoError
from bot.messenger.web.guards import HEADERS, SlidingWindow, TooBig, address_of, bounded
from bot.places import advice, codes, delays, sheet
from bot.places.attendees import Relation
from bot.places.sheet import Line
from bot.places.topics import Topic
from bot.places.wording import day_said, hour_said, local_day
from bot.storage import Database
from bot.storage.tables import Account, Provider
from bot.texts import DEFAULT, Texts

STATIC: Final = "/static/pages"
LONGEST: Final = 4096
"""Bytes of a form that are read."""
_HERE: Final = Path(__file__).parent
_HEADERS: Final = {
    **HEADERS,
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
}


class CentreName(Protocol):
    """The name of a centre's town in a language: `House.city`."""

    def __call__(self, centre: str, language: str, /) -> str: ...


class SheetPage:
    """The page and what its forms do."""

    def __init__(self, database: Database, clock: Clock, texts: Texts, town: CentreName) -> None:
        self._database = database
        self._clock = clock
        self._texts = texts
        self._town = town
        self._pages = Environment(loader=FileSystemLoader(_HERE / "templates"), autoescape=True)
        self._per_address = SlidingWindow(clock, 120, 60)
        self._wrong_keys = SlidingWindow(clock, 20, 3600)

    def routes(self) -> list[BaseRoute]:
        """Everything to mount at `/`."""
        return [
            Mount(STATIC, StaticFiles(directory=_HERE / "static")),
            Route("/dyzur/{key}", self._page, methods=["GET"]),
            Route("/dyzur/{key}", self._posted, methods=["POST"]),
        ]

    async def _page(self, request: Request) -> Response:
        if self._per_address.wait(address_of(request)):
            return self._refusal("slow-down", 429)
        async with self._database.session() as session:
            provider = await sheet.by_key(session, request.path_params["key"])
            if provider is None:
                return self._unknown(request)
            return await self._shown(session, provider)

    async def _posted(self, request: Request) -> Response:
        """A form: done in one transaction, then the page is asked for anew, so that reloading does nothing again."""
        if self._per_address.wait(address_of(request)):
            return self._refusal("slow-down", 429)
        try:
            body = await bounded(request, LONGEST)
        except TooBig:
            return self._refusal("slow-down", 413)
        form = {name: values[0] for name, values in parse_qs(body.decode("utf-8", "replace")).items()}
        now = self._clock()
        try:
            async with self._database.transaction() as session:
                provider = await sheet.by_key(session, request.path_params["key"])
                if provider is None:
                    return self._unknown(request)
                await _do(session, now, provider, form)
        except OkienkoError as error:
            async with self._database.session() as session:
                provider = await sheet.by_key(session, request.path_params["key"])
                if provider is None:
                    return self._unknown(request)
                return await self._shown(session, provider, problem=error)
        return RedirectResponse(request.url.path, 303, _HEADERS)

    async def _shown(
        self, session: AsyncSession, provider: Provider, *, problem: OkienkoError | None = None
    ) -> Response:
        now = self._clock()
        account = await session.get(Account, provider.account_id) if provider.account_id else None
        language = (account.language if account else None) or DEFAULT
        say = partial(self._texts.plain, language)
        found = await sheet.of_day(session, provider, local_day(now))
        mark = say("example-mark")
        who = f"{provider.name} ({mark})" if provider.example and mark not in provider.name else provider.name
        page = self._pages.get_template("sheet.html").render(
            t=say,
            w=self._words(language),
            language=language,
            static=STATIC,
            who=who,
            town=self._town(provider.centre, language),
            day=day_said(self._texts, language, found.day),
            lines=[self._line(language, line) for line in found.lines],
            topics=[(topic, say("counter-topic", topic=topic)) for topic in _topics(provider)],
            minutes=advice.MINUTES,
            delays=delays.MINUTES if any(line.waits and line.slot.ends_at > now for line in found.lines) else (),
            once=token_hex(8),
            problem=say(problem.key, **problem.values) if problem else None,
        )
        return HTMLResponse(page, 409 if problem else 200, _HEADERS)

    def _line(self, language: str, line: Line) -> dict[str, Any]:
        """One hour as the page shows it."""
        say = partial(self._texts.plain, language)
        shown: dict[str, Any] = {"hour": hour_said(line.slot.starts_at), "room": line.room.name if line.room else ""}
        if line.booking is None or line.attendee is None:
            return shown | {"state": "free"}
        attendee, booking = line.attendee, line.booking
        caller = attendee.relation == Relation.CALLER
        length = int((line.slot.ends_at - line.slot.starts_at).total_seconds() // 60)
        return shown | {
            "id": booking.id,
            "state": booking.state,
            "waits": line.waits,
            "noted": booking.noted,
            "person": attendee.name if caller else say("counter-of-account", relation=attendee.relation),
            "code": codes.shown(booking.code),
            "topic": booking.topic,
            "about": say("counter-topic", topic=booking.topic) if booking.topic else "",
            "length": min(advice.MINUTES, key=lambda minutes: abs(minutes - length)),
        }

    def _words(self, language: str) -> Callable[..., str]:
        """The page's own texts by the ends of their keys."""
        return lambda name, **values: self._texts.plain(language, f"counter-page-{name}", **values)

    def _unknown(self, request: Request) -> Response:
        """Nobody's secret. Who tries many is sent away."""
        if self._wrong_keys.wait(address_of(request)):
            return self._refusal("slow-down", 429)
        return self._refusal("gone", 404)

    def _refusal(self, key: str, status: int) -> Response:
        page = self._pages.get_template("refusal.html").render(
            w=self._words(DEFAULT), language=DEFAULT, static=STATIC, key=key
        )
        return HTMLResponse(page, status, _HEADERS)


async def _do(session: AsyncSession, now: datetime, provider: Provider, form: dict[str, str]) -> None:
    """What a form asks for. Raises `OkienkoError` for what cannot be done, or is no form of ours."""
    match form.get("act"):
        case "came":
            await sheet.mark(session, now, provider, _number(form, "booking"), came=True)
        case "missed":
            await sheet.mark(session, now, provider, _number(form, "booking"), came=False)
        case "note":
            booking, topic = _number(form, "booking"), form.get("topic", "")
            await advice.note(session, now, provider, booking, topic, _number(form, "minutes"))
        case "walk-in":
            topic, once = form.get("topic", ""), form.get("once", "")
            await advice.note_walk_in(session, now, provider, topic, _number(form, "minutes"), once)
        case "delay":
            await delays.announce(session, now, provider, _number(form, "minutes"), form.get("once", "")[:32])
        case _:
            raise OkienkoError("counter-outdated")


def _number(form: dict[str, str], name: str) -> int:
    value = form.get(name, "")
    return int(value) if value.isascii() and value.isdigit() and len(value) < 10 else 0


def _topics(provider: Provider) -> list[str]:
    return list(dict.fromkeys([*provider.topics, Topic.OTHER.value])) if provider.topics else [t.value for t in Topic]
