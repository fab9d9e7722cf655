"""A month's roster as a file, made when it is sent: a picture and a PDF for the notice board, the office's sample."""

from calendar import Calendar
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any, Final

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.outbox.kinds import Call, Kind, Kinds, Upload, language_at
from bot.outbox.owed import owe as owe_message
from bot.outbox.states import Priority
from bot.places.daysoff import holiday_name
from bot.places.permission import is_desk
from bot.places.roster.drafts import refuse_strangers
from bot.places.roster.entries import USUAL_STEP, days_of, next_month
from bot.places.roster.month import Posted, closing_days, of_month
from bot.places.roster.table import HEADINGS
from bot.places.wording import Speech, local_day
from bot.storage.tables import OwedMessage, Provider

PAPER: Final = "roster-paper"
FORMS: Final = ("png", "pdf", "sample")


@dataclass(frozen=True, slots=True)
class Turn:
    hours: str
    who: str
    where: str


@dataclass(frozen=True, slots=True)
class Day:
    number: int
    off: str
    turns: Sequence[Turn]


@dataclass(frozen=True, slots=True)
class Month:
    """What `bot.papers.month` draws."""

    language: str
    centre: str
    title: str
    mark: str
    weekdays: Sequence[str]
    weeks: Sequence[Sequence[Day | None]]
    foot: str
    more: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A column of the sample; its width in characters."""

    header: str
    width: int
    choices: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Grid:
    """The sample's sheet, as `bot.papers.sheets` takes it."""

    title: str
    columns: Sequence[Heading]
    rows: Sequence[Sequence[str | date | float]] = field(default_factory=tuple)
    frozen: int = 1


@dataclass(frozen=True, slots=True)
class Press:
    """Who makes the files: `bot.papers.month` and `bot.papers.sheets`."""

    picture: Callable[[Month], bytes]
    pdf: Callable[[Month, datetime], bytes]
    workbook: Callable[[Sequence[Grid], str], bytes]


async def owe(
    session: AsyncSession,
    now: datetime,
    account_id: int,
    centre: str,
    month: date,
    form: str,
    to: tuple[str, int],
    heading: tuple[str, str],
) -> None:
    """Owe a file to (channel, chat id). ``heading``: the town's name, and where to ring (may be empty).

    Raises `OkienkoError` for who is neither organiser nor clerk.
    """
    await refuse_strangers(session, account_id, centre)
    channel, chat_id = to
    await owe_message(
        session,
        now=now,
        dedupe_key=f"{PAPER}:{centre}:{month}:{form}:{channel}:{chat_id}:{now:%Y%m%d%H%M%S}",
        channel=channel,
        chat_id=chat_id,
        centre=centre,
        kind=PAPER,
        payload={
            "account": account_id,
            "month": month.isoformat(),
            "form": form,
            "city": heading[0],
            "phone": heading[1],
        },
        priority=Priority.LIVE,
        expires_at=now + timedelta(hours=1),
    )


def register(kinds: Kinds, speech: Speech, press: Press) -> None:
    """Make the files known to the outbox. Call once when Okienko starts."""

    async def render(session: AsyncSession, owed: OwedMessage) -> Call:
        payload, centre = owed.payload or {}, owed.centre or ""
        month = date.fromisoformat(payload["month"])
        language = await language_at(session, owed.channel, owed.chat_id)
        name = f"grafik-{centre}-{month:%Y-%m}"
        if payload["form"] == "sample":
            content = press.workbook([await sample(session, centre, month)], "")
            caption = speech.html(language, "roster-sample-caption")
            return _document(Upload(content, f"{name}.xlsx"), caption)
        heading = payload["city"], payload["phone"]
        page = await page_of(session, speech, language, centre, month, heading, owed.created_at)
        if payload["form"] == "pdf":
            return _document(Upload(press.pdf(page, owed.created_at), f"{name}.pdf"), page.title)
        return Call("sendPhoto", {"photo": Upload(press.picture(page), f"{name}.png"), "caption": page.title})

    kinds.register(Kind(PAPER, render, _still_theirs, resend_uncertain=True))


async def _still_theirs(session: AsyncSession, owed: OwedMessage, _now: datetime) -> str | None:
    allowed = await is_desk(session, (owed.payload or {})["account"], owed.centre or "")
    return None if allowed else "no role"


def _document(upload: Upload, caption: str) -> Call:
    return Call("sendDocument", {"document": upload, "caption": caption, "parse_mode": "HTML"})


async def page_of(
    session: AsyncSession,
    speech: Speech,
    language: str,
    centre: str,
    month: date,
    heading: tuple[str, str],
    at: datetime,
) -> Month:
    """A month in words, by weeks. Weekends only stand where there are duties on them."""
    city, phone = heading
    found = await of_month(session, centre, month)
    closed = await closing_days(session, centre, month, next_month(month))
    last = max((4, *(each.duty.day.weekday() for each in found)))
    weeks: list[list[Day | None]] = []
    for week in Calendar().monthdatescalendar(month.year, month.month):
        days = [_day(speech, language, day, found, closed) if day.month == month.month else None for day in week]
        if any(days[: last + 1]):
            weeks.append(days[: last + 1])
    name = speech.plain(language, "roster-month", month=month.month)
    stand = speech.plain(language, "when-date", day=str(local_day(at).day), month=local_day(at).month, year="")
    foot = speech.plain(language, "roster-paper-foot", day=f"{stand} {local_day(at).year}")
    if phone:
        foot = f"{speech.plain(language, 'roster-paper-phone', phone=phone)}  ·  {foot}"
    return Month(
        language=language,
        centre=city,
        title=speech.plain(language, "roster-paper-title", month=f"{name} {month.year}"),
        mark=speech.plain(language, "example-mark") if any(each.provider.example for each in found) else "",
        weekdays=[speech.plain(language, "when-weekday", weekday=day) for day in range(last + 1)],
        weeks=weeks,
        foot=foot,
        more=speech.plain(language, "roster-paper-more", n="{n}"),
    )


def _day(speech: Speech, language: str, day: date, found: Sequence[Posted], closed: dict[date, str]) -> Day:
    turns = [
        Turn(each.hours, each.provider.name, each.room.name if each.room else "")
        for each in found
        if each.duty.day == day
    ]
    off = holiday_name(day, language)
    if day in closed:
        off = closed[day] or speech.plain(language, "roster-paper-closed")
    return Day(day.day, off, turns)


async def sample(session: AsyncSession, centre: str, month: date) -> Grid:
    """The office's file: the month as it is published, or where there is nothing, a line for each adviser known."""
    found = await of_month(session, centre, month)
    widths = (14, 10, 10, 30, 24, 34, 14, 12)
    headings = [Heading(names[0], width) for names, width in zip(HEADINGS.values(), widths, strict=True)]
    rows: list[list[Any]] = [
        [
            each.duty.day,
            f"{each.duty.opens_at.hour}:{each.duty.opens_at:%M}",
            f"{each.duty.closes_at.hour}:{each.duty.closes_at:%M}",
            each.provider.name,
            each.room.name if each.room else "",
            each.duty.service.partition("/")[2],
            each.duty.step_minutes,
            each.duty.buffer_minutes,
        ]
        for each in found
    ]
    if not rows:
        known = await session.exec(select(Provider.name).where(col(Provider.centre) == centre).order_by(Provider.name))
        names = list(known.all()) or ["prawnik", "psycholog"]
        workdays = [day for day in days_of(month) if day.weekday() < 5 and not holiday_name(day, "pl")]
        rows = [
            [day, "9:00", "13:00", name, "pokój 12", "", USUAL_STEP, 0]
            for day, name in zip(workdays, names, strict=False)
        ]
    return Grid("Grafik", headings, rows)
