"""The desk's week as a picture: owed in answer to a command, drawn when it is sent."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final, Protocol

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.catalogue.catalogue import Catalogue
from bot.desk import figures, hours
from bot.desk.figures import FEWEST, Figures
from bot.errors import OkienkoError
from bot.outbox.kinds import Call, Kind, Kinds, Upload, language_at
from bot.outbox.owed import owe as owe_message
from bot.outbox.states import Priority
from bot.people.roles import is_organiser
from bot.storage.tables import OwedMessage

WEEK: Final = "desk-week"
_MOST_TOPICS: Final = 10


class Speech(Protocol):
    """The renderer of texts (`bot.texts.Texts`), which this room may not import."""

    def plain(self, language: str, key: str, **values: Any) -> str: ...


@dataclass(frozen=True, slots=True)
class Week:
    """What is drawn, as `bot.papers.bars` takes it: ready words, and the bars' lengths."""

    title: str
    bars_title: str
    bars: Sequence[tuple[str, int, str]]
    """Name, length, and the number as it may be told."""
    numbers_title: str
    numbers: Sequence[tuple[str, str]]
    note: str


Draw = Callable[[Week], bytes]
"""Draws a PNG: `bot.papers.bars.bars_png`."""


async def owe(
    session: AsyncSession, now: datetime, centre: str, monday: date, account_id: int, to: tuple[str, int]
) -> None:
    """The picture of the week that began on a local Monday. Raises `OkienkoError` ``desk-not-yours``."""
    if not await is_organiser(session, account_id, centre):
        raise OkienkoError("desk-not-yours")
    await owe_message(
        session,
        now=now,
        dedupe_key=f"{WEEK}:{centre}:{account_id}:{now:%Y%m%d%H%M%S}",
        channel=to[0],
        chat_id=to[1],
        centre=centre,
        kind=WEEK,
        payload={"centre": centre, "account": account_id, "monday": monday.isoformat()},
        priority=Priority.LIVE,
        expires_at=now + timedelta(hours=1),
    )


def register(
    kinds: Kinds,
    speech: Speech,
    draw: Draw,
    town: Callable[[str, str], str],
    catalogue: Callable[[], Catalogue],
) -> None:
    """Make the picture known to the outbox. Call once when Okienko starts."""

    async def still_organises(session: AsyncSession, owed: OwedMessage, _now: datetime) -> str | None:
        payload = owed.payload or {}
        return None if await is_organiser(session, payload["account"], payload["centre"]) else "role lost"

    async def render(session: AsyncSession, owed: OwedMessage) -> Call:
        payload = owed.payload or {}
        centre, monday = payload["centre"], date.fromisoformat(payload["monday"])
        language = await language_at(session, owed.channel, owed.chat_id)
        desk = await hours.of_centre(session, catalogue(), centre)
        found = await figures.weekly(session, centre, payload["account"], monday, desk)
        # Drawing takes a second or two: the others are answered meanwhile.
        picture = await asyncio.to_thread(draw, week(speech, language, town(centre, language), found))
        photo = Upload(picture, "rozmowy.png")
        return Call("sendPhoto", {"photo": photo, "caption": speech.plain(language, "room-week-caption")})

    kinds.register(Kind(WEEK, render, still_organises, resend_uncertain=True))


def week(speech: Speech, language: str, town: str, found: Figures) -> Week:
    """The picture's words. Numbers that may not be told say so."""
    few = speech.plain(language, "room-week-few", few=FEWEST)

    def told(number: float | None) -> str:
        return few if number is None else str(number)

    numbers = {
        "room-week-opened": told(found.opened),
        "room-week-callbacks": told(found.callbacks),
        "room-week-unanswered": told(found.unanswered),
        "room-week-first": "–" if found.to_first_answer is None else str(found.to_first_answer),
        "room-week-close": "–" if found.to_close is None else str(found.to_close),
        "room-week-rating": "–" if found.rating is None else str(found.rating),
    }
    topics = list(found.topics.items())[:_MOST_TOPICS]
    return Week(
        title=speech.plain(language, "room-week-title", city=town, since=found.since),
        bars_title=speech.plain(language, "room-week-topics"),
        bars=[(speech.plain(language, "counter-topic", topic=topic), count, str(count)) for topic, count in topics],
        numbers_title=speech.plain(language, "room-week-numbers"),
        numbers=[(speech.plain(language, key), value) for key, value in numbers.items()],
        note=speech.plain(language, "room-week-note", few=FEWEST),
    )
