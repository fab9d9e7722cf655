"""A centre's quarter as tables: announcements and whom they reached, events and who came, the plan.

Numbers of people under five are hidden, nought included, and no sum is given from which a hidden one could
be reckoned: of columns with a hidden number only the sum of the shown ones, said to be "at least".
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import partial
from typing import Final

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.announcements import events, report
from bot.announcements.content import Content
from bot.announcements.event_messages import Speech
from bot.announcements.events import day_begins, local_day
from bot.announcements.plan import Plan, Plans, done_between
from bot.outbox.kinds import Call, Kind, Kinds, Upload, language_at
from bot.outbox.owed import owe
from bot.outbox.states import Priority
from bot.people.roles import is_organiser
from bot.storage.tables import Announcement, AnnouncementRun, Event, OwedMessage

QUARTER: Final = "quarter-report"
SMALLEST: Final = 5
"""Numbers of people below this are not told."""
HIDDEN: Final = f"<{SMALLEST}"


@dataclass(frozen=True)
class Heading:
    """A column of a sheet; its width in characters."""

    header: str
    width: int
    choices: Sequence[str] = ()


@dataclass(frozen=True)
class Sheet:
    """One sheet, as `bot.papers.sheets` takes it."""

    title: str
    columns: Sequence[Heading]
    rows: Sequence[Sequence[str | date | float]] = field(default_factory=tuple)
    frozen: int = 1


MakeWorkbook = Callable[[Sequence[Sheet], str], bytes]
"""Writes sheets, with a mark, into a workbook: `bot.papers.sheets.write_book`."""


@dataclass(frozen=True, slots=True)
class Quarter:
    """Three months of a year; ``number`` is 1 to 4."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> "Quarter":
        return cls(day.year, (day.month + 2) // 3)

    @property
    def first(self) -> date:
        return date(self.year, self.number * 3 - 2, 1)

    @property
    def before(self) -> "Quarter":
        return Quarter.of(self.first - timedelta(days=1))

    @property
    def last(self) -> date:
        after = self.year * 12 + self.number * 3
        return date(after // 12, after % 12 + 1, 1) - timedelta(days=1)


def shown(people: int) -> str | int:
    """A number of people as it may be told."""
    return HIDDEN if people < SMALLEST else people


def shown_sum(people: Sequence[int]) -> str | int:
    """The sum of numbers of which some may be hidden: then that of the shown ones, as "≥ 12"."""
    if all(number >= SMALLEST for number in people):
        return sum(people)
    return f"≥ {sum(number for number in people if number >= SMALLEST)}"


async def sheets(
    session: AsyncSession, speech: Speech, language: str, centre: str, quarter: Quarter, plan: Plan | None
) -> list[Sheet]:
    """The sheets of a quarter: summary, announcements, events and, where there is one, the plan."""
    say = partial(speech.plain, language)
    told = await _announcements(session, centre, quarter)
    held = await _events(session, centre, quarter)
    stand = [people for event, people in held if not event.cancelled_at]
    summary = Sheet(
        say("quarter-sheet-summary"),
        [Heading(say("quarter-what"), 44), Heading(say("quarter-how-many"), 16)],
        [
            [say("quarter-announcements"), len(told)],
            [say("quarter-delivered"), shown_sum([found.delivered for *_, found in told])],
            [say("quarter-events"), len(held)],
            [say("quarter-events-cancelled"), len(held) - len(stand)],
            [say("quarter-coming"), shown_sum(stand)],
        ],
    )
    announcements = Sheet(
        say("quarter-sheet-announcements"),
        [
            Heading(say("quarter-day"), 12),
            Heading(say("quarter-title"), 44),
            *(Heading(say(key), 16) for key in _COUNTS),
        ],
        [
            [
                day,
                title,
                *(shown(n) for n in (found.delivered, found.blocked + found.gone, found.uncertain, found.held_back)),
            ]
            for day, title, found in told
        ],
    )
    happenings = Sheet(
        say("quarter-sheet-events"),
        [
            Heading(say("quarter-day"), 12),
            Heading(say("quarter-title"), 44),
            Heading(say("quarter-place"), 32),
            Heading(say("quarter-state"), 28),
            Heading(say("quarter-coming"), 16),
        ],
        [
            [local_day(event.starts_at), event.title, event.place, say(_state_key(event)), shown(people)]
            for event, people in held
        ],
    )
    found = [summary, announcements, happenings]
    return [*found, await _plan_sheet(session, speech, language, quarter, plan)] if plan else found


_COUNTS: Final = ("quarter-reached", "quarter-not-reached", "quarter-uncertain", "quarter-held-back")


def _state_key(event: Event) -> str:
    if event.cancelled_at is None:
        return "quarter-state-stands"
    return "quarter-state-weather" if event.cancelled_because == events.Reason.WEATHER else "quarter-state-cancelled"


async def _announcements(session: AsyncSession, centre: str, quarter: Quarter) -> list[tuple[date, str, report.Report]]:
    rows = await session.exec(
        select(AnnouncementRun, Announcement)
        .join(Announcement)
        .where(col(Announcement.centre) == centre, col(AnnouncementRun.state).in_(events.WENT_OUT))
        .where(col(AnnouncementRun.at) >= day_begins(quarter.first), col(AnnouncementRun.at) < _after(quarter))
        .order_by(col(AnnouncementRun.at))
    )
    found = []
    for run, announcement in rows.all():
        assert run.id is not None
        title = Content.read(announcement.content).title or "–"
        found.append((local_day(run.at), title, await report.of_run(session, run.id)))
    return found


async def _events(session: AsyncSession, centre: str, quarter: Quarter) -> list[tuple[Event, int]]:
    rows = await session.exec(
        select(Event)
        .where(col(Event.centre) == centre)
        .where(col(Event.starts_at) >= day_begins(quarter.first), col(Event.starts_at) < _after(quarter))
        .order_by(col(Event.starts_at), col(Event.id))
    )
    return [(event, await events.count(session, event)) for event in rows.all()]


async def _plan_sheet(session: AsyncSession, speech: Speech, language: str, quarter: Quarter, plan: Plan) -> Sheet:
    say = partial(speech.plain, language)
    rows: list[list[str | date | float]] = []
    for item in plan.items:
        done = await done_between(session, plan.centre, item.id, quarter.first, quarter.last)
        often = say("quarter-often", times=item.times, period=item.period.value)
        rows.append([plan.communities[item.community].in_(language), item.title.in_(language), often, done])
    columns = [
        Heading(say("quarter-community"), 24),
        Heading(say("quarter-title"), 44),
        Heading(say("quarter-plan-says"), 24),
        Heading(say("quarter-done"), 16),
    ]
    return Sheet(say("quarter-sheet-plan"), columns, rows)


def _after(quarter: Quarter) -> datetime:
    return day_begins(quarter.last + timedelta(days=1))


async def owe_report(
    session: AsyncSession, now: datetime, centre: str, quarter: Quarter, account_id: int, channel: str, chat_id: int
) -> None:
    """The workbook, as a document to an organiser, once in a minute; the role is asked again when it is sent."""
    await owe(
        session,
        now=now,
        dedupe_key=f"{QUARTER}:{centre}:{quarter.year}:{quarter.number}:{account_id}:{now:%Y%m%d%H%M}",
        channel=channel,
        chat_id=chat_id,
        centre=centre,
        kind=QUARTER,
        payload={"centre": centre, "year": quarter.year, "number": quarter.number, "account": account_id},
        priority=Priority.LIVE,
        expires_at=now + timedelta(hours=1),
    )


def register(kinds: Kinds, speech: Speech, make_workbook: MakeWorkbook, plans: Plans) -> None:
    """Make the quarterly report known to the outbox. Call once when Okienko starts."""

    async def still_organiser(session: AsyncSession, owed: OwedMessage, _now: datetime) -> str | None:
        payload = owed.payload or {}
        return None if await is_organiser(session, payload["account"], payload["centre"]) else "role lost"

    async def render(session: AsyncSession, owed: OwedMessage) -> Call:
        payload = owed.payload or {}
        centre, quarter = payload["centre"], Quarter(payload["year"], payload["number"])
        language = await language_at(session, owed.channel, owed.chat_id)
        found = await sheets(session, speech, language, centre, quarter, plans.get(centre))
        content = make_workbook(found, QUARTER)
        named = {"number": str(quarter.number), "year": str(quarter.year)}
        return Call(
            "sendDocument",
            {
                "document": Upload(content, f"{centre}-{quarter.year}-{quarter.number}.xlsx"),
                "caption": speech.html(language, "quarter-caption", **named),
                "parse_mode": "HTML",
            },
        )

    kinds.register(Kind(QUARTER, render, still_organiser, resend_uncertain=True))
