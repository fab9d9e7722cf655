"""A centre's day on paper: for the desk with names and numbers, for the door only hours, rooms and what is free."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from typing import Final

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.outbox.kinds import Call, Kind, Kinds, Upload, language_at
from bot.outbox.owed import owe as owe_message
from bot.outbox.states import Priority
from bot.people.roles import roles_in
from bot.places import codes
from bot.places.attendees import Relation
from bot.places.days import day_begins, day_ends
from bot.places.sheet import Line, of_day
from bot.places.wording import Speech, day_said, hour_said
from bot.storage.tables import OwedMessage, Provider, Role, Slot

DAY_PAPER: Final = "places-day-paper"


@dataclass(frozen=True, slots=True)
class Part:
    """One adviser's hours: a heading and rows as wide as the paper's columns."""

    title: str
    rows: Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Paper:
    """A printed day, as `bot.papers.day` takes it. Ready words in one language."""

    language: str
    title: str
    note: str
    columns: Sequence[str]
    widths: Sequence[float]
    """Of the columns, as parts of the whole."""
    parts: Sequence[Part]
    nothing: str
    large: bool = False
    """For a door: read from afar."""


MakePaper = Callable[[Paper, datetime], bytes]
"""Prints a day: `bot.papers.day.day_pdf`."""
CentreName = Callable[[str, str], str]
"""The name of a centre's town in a language."""


async def owe(
    session: AsyncSession,
    now: datetime,
    centre: str,
    day: date,
    account_id: int,
    channel: str,
    chat_id: int,
    *,
    names: bool,
) -> None:
    """The paper as a document for a clerk, in answer to a tap; the role is asked again when it is sent."""
    await owe_message(
        session,
        now=now,
        dedupe_key=f"{DAY_PAPER}:{centre}:{day:%Y%m%d}:{account_id}:{names:d}:{now:%Y%m%d%H%M%S}",
        channel=channel,
        chat_id=chat_id,
        centre=centre,
        kind=DAY_PAPER,
        payload={"centre": centre, "day": day.isoformat(), "account": account_id, "names": names},
        priority=Priority.LIVE,
        expires_at=now + timedelta(hours=1),
    )


async def paper(
    session: AsyncSession, speech: Speech, language: str, town: str, day: date, centre: str, *, names: bool
) -> Paper:
    """The day of all advisers of a centre who have hours then."""
    say = partial(speech.plain, language)
    parts = []
    for provider in await _on_duty(session, centre, day):
        sheet = await of_day(session, provider, day)
        rows = [_row(speech, language, line, names=names) for line in sheet.lines]
        mark = f" ({say('example-mark')})" if provider.example and say("example-mark") not in provider.name else ""
        parts.append(Part(provider.name + mark, rows))
    columns, widths = _DESK if names else _DOOR
    return Paper(
        language=language,
        title=f"{town}, {day_said(speech, language, day)} {day.year}",
        note=say("counter-paper-note-desk" if names else "counter-paper-note-door"),
        columns=[say(key) for key in columns],
        widths=widths,
        parts=parts,
        nothing=say("counter-paper-nothing"),
        large=not names,
    )


_DESK: Final = (
    (
        "counter-col-hour",
        "counter-col-room",
        "counter-col-person",
        "counter-col-phone",
        "counter-col-code",
        "counter-col-state",
    ),
    (0.1, 0.17, 0.22, 0.19, 0.13, 0.19),
)
_DOOR: Final = (("counter-col-hour", "counter-col-room", "counter-col-state"), (0.25, 0.45, 0.3))


def _row(speech: Speech, language: str, line: Line, *, names: bool) -> list[str]:
    say = partial(speech.plain, language)
    hour, room = hour_said(line.slot.starts_at), line.room.name if line.room else ""
    if not names:
        return [hour, room, say("counter-door-taken" if line.booking else "counter-door-free")]
    if line.booking is None or line.attendee is None:
        return [hour, room, "", "", "", say("counter-door-free")]
    attendee = line.attendee
    person = (
        attendee.name or ""
        if attendee.relation == Relation.CALLER
        else say("counter-of-account", relation=attendee.relation)
    )
    state = say("counter-state-short", state=line.booking.state)
    return [hour, room, person, attendee.phone or "", codes.shown(line.booking.code), state]


async def _on_duty(session: AsyncSession, centre: str, day: date) -> list[Provider]:
    on_duty = select(Slot.provider_id).where(
        col(Slot.centre) == centre,
        col(Slot.withdrawn_at).is_(None),
        col(Slot.starts_at) >= day_begins(day),
        col(Slot.starts_at) < day_ends(day),
    )
    found = await session.exec(select(Provider).where(col(Provider.id).in_(on_duty)).order_by(col(Provider.name)))
    return list(found.all())


def register(kinds: Kinds, speech: Speech, make_paper: MakePaper, town: CentreName) -> None:
    """Make the paper known to the outbox. Call once when Okienko starts."""

    async def still_clerk(session: AsyncSession, owed: OwedMessage, _now: datetime) -> str | None:
        payload = owed.payload or {}
        roles = await roles_in(session, payload["account"], payload["centre"])
        return None if Role.CLERK in roles else "role lost"

    async def render(session: AsyncSession, owed: OwedMessage) -> Call:
        payload = owed.payload or {}
        centre, day, names = payload["centre"], date.fromisoformat(payload["day"]), payload["names"]
        language = await language_at(session, owed.channel, owed.chat_id)
        found = await paper(session, speech, language, town(centre, language), day, centre, names=names)
        content = await asyncio.to_thread(make_paper, found, owed.created_at)  # others are answered meanwhile
        key = "counter-paper-caption-desk" if names else "counter-paper-caption-door"
        caption = speech.html(language, key, day=day_said(speech, language, day))
        document = Upload(content, f"{day:%Y-%m-%d}.pdf")
        return Call("sendDocument", {"document": document, "caption": caption, "parse_mode": "HTML"})

    kinds.register(Kind(DAY_PAPER, render, still_clerk, resend_uncertain=True))
