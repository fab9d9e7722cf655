"""When a room can be had on a day, and whether a wanted time can be at all."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.errors import OkienkoError
from bot.places import hours
from bot.places.days import day_begins, day_ends
from bot.places.halls.rules import DaysOff, Place
from bot.places.halls.states import SHORTEST, STEP_MINUTES
from bot.places.roster.entries import comes_once, span
from bot.storage.tables import Slot


@dataclass(frozen=True, slots=True)
class Wanted:
    """A time on one day, on local clocks."""

    day: date
    opens_at: time
    closes_at: time

    @property
    def hours(self) -> str:
        """ "17:00–19:00"."""
        return span(self.opens_at, self.closes_at)

    def times(self) -> tuple[datetime, datetime]:
        """Beginning and end (UTC). Raises `OkienkoError` for an hour that is not, or comes twice, in that night."""
        for at in (self.opens_at, self.closes_at):
            if comes_once(self.day, at):
                raise OkienkoError("halls-no-hour", hour=f"{at.hour}:{at:%M}", day=self.day)
        return hours.moment_of(self.day, self.opens_at), hours.moment_of(self.day, self.closes_at)


@dataclass(frozen=True, slots=True)
class Busy:
    """A stretch in which a room, or so many of its desks, is taken. ``until`` counts the tidying."""

    starts_at: datetime
    ends_at: datetime
    until: datetime
    taken: int
    desk: bool


async def busy(session: AsyncSession, place: Place, first: date, last: date) -> list[Busy]:
    """What takes a room from a local day to another: reservations, duties and meetings alike, in order."""
    rows = await session.exec(
        select(Slot)
        .where(
            col(Slot.room_id) == place.id,
            col(Slot.withdrawn_at).is_(None),
            col(Slot.starts_at) < day_ends(last),
            col(Slot.busy_until) > day_begins(first),
        )
        .order_by(col(Slot.starts_at))
        .execution_options(populate_existing=True)
    )
    return [
        Busy(slot.starts_at, slot.ends_at, slot.busy_until, slot.taken, slot.kind == "room" and slot.seats > 1)
        for slot in rows.all()
    ]


def refuse(place: Place, off: DaysOff, now: datetime, wanted: Wanted) -> tuple[datetime, datetime]:
    """The moments of a wanted time, if the room is open then.

    Raises `OkienkoError` ``halls-day-off`` (``why``, ``day``), ``halls-outside`` (``hours``), ``halls-past``,
    ``halls-wrong-span``, ``halls-quarters``, ``halls-too-long`` (``hours``), ``halls-no-block`` (``blocks``).
    """
    if why := off.why(place, wanted.day):
        raise OkienkoError("halls-day-off", why=why, day=wanted.day)
    opens, closes = place.hours[wanted.day.weekday()]
    if wanted.opens_at >= wanted.closes_at:
        raise OkienkoError("halls-wrong-span", hours=wanted.hours)
    if place.hall.desks:
        offered = blocks(place, wanted.day)
        if (wanted.opens_at, wanted.closes_at) not in offered:
            raise OkienkoError("halls-no-block", blocks=", ".join(span(*each) for each in offered))
    else:
        if wanted.opens_at < opens or wanted.closes_at > closes:
            raise OkienkoError("halls-outside", hours=span(opens, closes))
        if wanted.opens_at.minute % STEP_MINUTES or wanted.closes_at.minute % STEP_MINUTES:
            raise OkienkoError("halls-quarters")
    starts, ends = wanted.times()
    if starts <= now:
        raise OkienkoError("halls-past")
    if ends - starts < SHORTEST:
        raise OkienkoError("halls-wrong-span", hours=wanted.hours)
    if not place.hall.desks and ends - starts > timedelta(minutes=place.hall.longest_minutes):
        raise OkienkoError("halls-too-long", hours=place.hall.longest_minutes // 60)
    return starts, ends


def blocks(place: Place, day: date) -> list[tuple[time, time]]:
    """The pieces of a day for which a desk is given; the last one may be shorter."""
    if day.weekday() not in place.hours:
        return []
    opens, closes = place.hours[day.weekday()]
    edges = [*range(_minutes(opens), _minutes(closes), place.hall.block_minutes), _minutes(closes)]
    return [(_time(first), _time(last)) for first, last in pairwise(edges)]


def free_blocks(place: Place, taken: list[Busy], now: datetime, day: date) -> list[tuple[time, time, int]]:
    """The pieces of a day with a desk left, and how many."""
    found = []
    for opens, closes in blocks(place, day):
        moments = _moments(day, opens, closes)
        if moments is None:
            continue
        starts, ends = moments
        meets = [each for each in taken if each.starts_at < ends and starts < each.until]
        same = [each for each in meets if each.desk and (each.starts_at, each.ends_at) == (starts, ends)]
        left = place.hall.desks - same[0].taken if same else place.hall.desks
        if starts > now and len(meets) == len(same) and left > 0:
            found.append((opens, closes, left))
    return found


def beginnings(place: Place, taken: list[Busy], now: datetime, day: date, step: int = 30) -> list[time]:
    """When the whole room can be had from, every so many minutes."""
    if day.weekday() not in place.hours:
        return []
    opens, closes = place.hours[day.weekday()]
    return [
        _time(at)
        for at in range(_minutes(opens), _minutes(closes), step)
        if endings(place, taken, now, day, _time(at), step=step)
    ]


def endings(place: Place, taken: list[Busy], now: datetime, day: date, opens_at: time, step: int = 30) -> list[time]:
    """Until when it can be had from ``opens_at`` on."""
    if day.weekday() not in place.hours:
        return []
    _, closes = place.hours[day.weekday()]
    found: list[time] = []
    last = min(_minutes(closes), _minutes(opens_at) + place.hall.longest_minutes)
    for at in range(_minutes(opens_at) + step, last + 1, step):
        moments = _moments(day, opens_at, _time(at))
        if moments is None:
            break
        starts, ends = moments
        tidy = ends + timedelta(minutes=place.hall.buffer_minutes)
        if starts <= now or any(each.starts_at < tidy and starts < each.until for each in taken):
            break
        found.append(_time(at))
    return found


def days_of(weekdays: Collection[int], first: date, last: date) -> Sequence[date]:
    """The days between two, both counted, that are such weekdays."""
    span = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    return [day for day in span if day.weekday() in weekdays]


def _moments(day: date, opens_at: time, closes_at: time) -> tuple[datetime, datetime] | None:
    """None for an hour that the clocks leave out, or show twice, in that night."""
    try:
        return Wanted(day, opens_at, closes_at).times()
    except OkienkoError:
        return None


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute


def _time(minutes: int) -> time:
    return time(minutes // 60, minutes % 60)
