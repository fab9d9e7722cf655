"""Next year's plan of the rooms: wishes copied from this year, and all of them side by side for the keeper."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import combinations

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.places.booking import Booker
from bot.places.halls import rules, series
from bot.places.halls.free import days_of
from bot.places.halls.rules import Place
from bot.places.halls.series import Preview, Rule
from bot.places.halls.states import SeriesState
from bot.storage import writing
from bot.storage.tables import HallSeries, Organisation


@dataclass(frozen=True, slots=True)
class Planned:
    """A wish for next year as its keeper sees it, with the wishes that want the same hours."""

    series: HallSeries
    place: Place
    organisation: Organisation | None
    preview: Preview
    meets: list[int]
    """Numbers of the others."""


async def copy_into_plan(session: AsyncSession, now: datetime, booker: Booker, centre: str, year: int) -> int:
    """This year's recurring uses as wishes for ``year``; what was wished already stays as it is. How many."""
    await writing(session)
    wished = {_same(each) for each in await series.of_account(session, booker.account_id, centre, year)}
    copied = 0
    for old in await series.of_account(session, booker.account_id, centre):
        if old.state != SeriesState.YES or old.plan_year == year or _same(old) in wished:
            continue
        first = max(_a_year_on(old.first_day), date(year, 1, 1))
        last = min(_a_year_on(old.last_day), date(year, 12, 31))
        if first > last:
            continue
        rule = Rule(
            room_id=old.room_id,
            weekdays=tuple(old.weekdays),
            opens_at=old.opens_at,
            closes_at=old.closes_at,
            first_day=first,
            last_day=last,
            purpose=old.purpose,
        )
        wished.add(_same(old))
        await series.draft(session, now, booker, centre, rule, year)
        copied += 1
    return copied


async def plan(
    session: AsyncSession, now: datetime, account_id: int, centre: str, year: int, of_card: Collection[date] = ()
) -> list[Planned]:
    """Next year's wishes side by side, by room, weekday and hour. Raises `OkienkoError` ``halls-refused``."""
    await rules.refuse_strangers(session, account_id, centre)
    rows = await session.exec(
        select(HallSeries, Organisation)
        .outerjoin(Organisation, col(Organisation.id) == col(HallSeries.organisation_id))
        .where(
            col(HallSeries.centre) == centre,
            col(HallSeries.plan_year) == year,
            col(HallSeries.state).in_([SeriesState.WISH.value, SeriesState.YES.value]),
        )
        .order_by(col(HallSeries.room_id), col(HallSeries.id))
        .limit(60)
        .execution_options(populate_existing=True)
    )
    found = [
        Planned(
            wish,
            await rules.one(session, centre, wish.room_id),
            organisation,
            await series.preview(session, now, wish, of_card) if wish.state == SeriesState.WISH else Preview(),
            [],
        )
        for wish, organisation in rows.all()
    ]
    for one_, other in combinations(found, 2):
        if _meet(one_, other):
            one_.meets.append(other.series.id or 0)
            other.meets.append(one_.series.id or 0)
    return sorted(found, key=lambda each: (each.series.room_id, each.series.weekdays, each.series.opens_at))


def _meet(one_: Planned, other: Planned) -> bool:
    """Whether two wishes want the same hours of a room on at least one day."""
    a, b = one_.series, other.series
    if a.room_id != b.room_id or one_.place.hall.desks or not set(a.weekdays) & set(b.weekdays):
        return False
    tidy = timedelta(minutes=one_.place.hall.buffer_minutes)
    first, last = max(a.first_day, b.first_day), min(a.last_day, b.last_day)
    if not days_of(set(a.weekdays) & set(b.weekdays), first, last):
        return False
    spans = sorted(
        (datetime.combine(first, each.opens_at), datetime.combine(first, each.closes_at) + tidy) for each in (a, b)
    )
    return spans[1][0] < spans[0][1]


def _same(series: HallSeries) -> tuple[object, ...]:
    return series.room_id, tuple(series.weekdays), series.opens_at, series.closes_at


def _a_year_on(day: date) -> date:
    """The same day of the next year; of 29 February the day before."""
    return (day - timedelta(days=1) if (day.month, day.day) == (2, 29) else day).replace(year=day.year + 1)
