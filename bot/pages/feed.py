"""Somebody's private calendar for their calendar program: behind a secret link, neutral titles, nothing kept.

The secret stands in the path, so nothing may hand the path on: no referrer, no access log (`bot.http`). What
comes back depends on what is booked alone, so that a program that asks every hour mostly hears "unchanged".
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from hashlib import sha256
from typing import Final

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from bot.clock import Clock
from bot.messenger.web.guards import SlidingWindow, address_of
from bot.places import calendar, calendar_feed
from bot.places.calendar import Item
from bot.storage import Database
from bot.texts import DEFAULT, Texts

PATH: Final = "/kalendarz/"
ENDING: Final = ".ics"
_HEADERS: Final = {
    "Cache-Control": "private, no-cache",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing for the calendar file (`bot.papers.calendar`)."""

    uid: str
    sequence: int
    title: str
    place: str
    note: str
    starts_at: datetime
    ends_at: datetime
    changed_at: datetime
    cancelled: bool
    tentative: bool


MakeFeed = Callable[[str, Sequence[Entry]], bytes]
"""Writes a calendar with this name: `bot.papers.calendar.write_feed`."""


class FeedPage:
    """The one address."""

    def __init__(self, database: Database, clock: Clock, texts: Texts, make_feed: MakeFeed) -> None:
        self._database = database
        self._clock = clock
        self._texts = texts
        self._make_feed = make_feed
        # Calendar services fetch for very many people from a few addresses, links that were ended among them: those
        # hear "not found" for as long as they ask. Nobody guesses 192 bits, so wrong ones are not counted apart.
        self._per_address = SlidingWindow(clock, 600, 60)

    def routes(self) -> list[BaseRoute]:
        """Everything to mount at `/`."""
        return [Route(f"{PATH}{{name}}", self._feed, methods=["GET"])]

    async def _feed(self, request: Request) -> Response:
        if self._per_address.wait(address_of(request)):
            return PlainTextResponse("too many requests", 429, _HEADERS)
        name = str(request.path_params["name"])
        async with self._database.session() as session:
            account = await calendar_feed.account_of(session, name.removesuffix(ENDING))
            if account is None or account.id is None or not name.endswith(ENDING):
                return PlainTextResponse("not found", 404, _HEADERS)
            language = account.language or DEFAULT
            found = await calendar.of_account(session, self._clock(), account.id)
        say = partial(self._texts.plain, language)
        body = self._make_feed(say("mine-calendar-name"), [self._entry(language, item) for item in found])
        tag = f'"{sha256(body).hexdigest()[:32]}"'
        headers = {**_HEADERS, "ETag": tag}
        if tag in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
        return Response(body, media_type="text/calendar; charset=utf-8", headers=headers)

    def _entry(self, language: str, item: Item) -> Entry:
        say = partial(self._texts.plain, language)
        return Entry(
            uid=item.uid,
            sequence=item.sequence,
            title=say("booking-calendar-title", kind=item.kind),
            place=item.place,
            note=say("booking-calendar-note"),
            starts_at=item.starts_at,
            ends_at=item.ends_at,
            changed_at=item.changed_at,
            cancelled=item.cancelled,
            tentative=item.tentative,
        )
