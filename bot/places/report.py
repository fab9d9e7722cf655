"""What the roster's own numbers say: topics asked, hours filled and missed, and where an hour may be added or dropped.

Only what happened is told, and from how many. Numbers of people under five are hidden, and no share is
given that rests on fewer.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.clock import WARSAW
from bot.places.finding import Wanted
from bot.places.slots import SlotKind
from bot.places.states import BookingState
from bot.places.wording import local_day
from bot.storage import writing
from bot.storage.tables import Booking, Slot, UnmetWish

WEEKS: Final = 8
"""How far back it looks."""
SMALLEST: Final = 5
"""Numbers of people below this are not told."""
ENOUGH_SEATS: Final = 8
"""Of fewer, hours are neither praised nor blamed: two Wednesdays say nothing."""
FULL: Final = 0.85
EMPTY: Final = 0.35
OFTEN_MISSED: Final = 0.25
KEEP_WISHES: Final = timedelta(days=120)

Cell = tuple[int, int]
"""A weekday (0 for Monday) and a local hour."""


@dataclass(slots=True)
class Hour:
    """What happened in one hour of the week, all weeks together."""

    seats: int = 0
    taken: int = 0
    came: int = 0
    missed: int = 0
    wished: int = 0
    """How often somebody looked for a free place then, and there was none."""

    def add(self, other: "Hour") -> None:
        self.seats += other.seats
        self.taken += other.taken
        self.came += other.came
        self.missed += other.missed
        self.wished += other.wished

    @property
    def fill(self) -> float | None:
        """The share of places that were taken; None where there were too few places to say."""
        return self.taken / self.seats if self.seats >= SMALLEST else None

    @property
    def missed_share(self) -> float | None:
        """The share of those expected who did not come; None below `SMALLEST` people."""
        expected = self.came + self.missed
        return self.missed / expected if expected >= SMALLEST else None


@dataclass(frozen=True, slots=True)
class Advice:
    """One sentence: ``what`` is add, consider, drop or missed; from hour ``begins`` to before ``ends``."""

    what: str
    weekday: int
    begins: int
    ends: int
    numbers: Hour


@dataclass(frozen=True, slots=True)
class Report:
    """What the last weeks tell. ``topics`` and ``unmet`` count people and looks by topic; None is no topic said."""

    centre: str
    since: datetime
    until: datetime
    hours: Mapping[Cell, Hour] = field(default_factory=dict)
    topics: Mapping[str | None, int] = field(default_factory=dict)
    unmet: Mapping[str | None, int] = field(default_factory=dict)

    @property
    def total(self) -> Hour:
        """All hours together."""
        total = Hour()
        for hour in self.hours.values():
            total.add(hour)
        return total


def shown(people: int) -> str:
    """A number of people as it may be told."""
    return str(people) if people >= SMALLEST else f"<{SMALLEST}"


async def not_found(session: AsyncSession, now: datetime, wanted: Wanted, *, hour: int | None = None) -> None:
    """Somebody looked and nothing was free. Call once for each person who looked; nobody stands behind it.

    The weekday is kept where a single day was looked at, the local ``hour`` where one was said.
    """
    await writing(session)
    first, last = local_day(wanted.since), local_day(wanted.until - timedelta(microseconds=1))
    session.add(
        UnmetWish(
            centre=wanted.centre,
            day=local_day(now),
            topic=wanted.topic.value if wanted.topic else None,
            weekday=first.weekday() if first == last else None,
            hour=hour,
        )
    )
    await session.flush()


async def forget_old(session: AsyncSession, now: datetime) -> None:
    """Delete wishes that are too old to plan by. The caller commits."""
    await writing(session)
    old = await session.exec(select(UnmetWish).where(col(UnmetWish.day) < local_day(now - KEEP_WISHES)))
    for wish in old.all():
        await session.delete(wish)


async def of_centre(session: AsyncSession, now: datetime, centre: str, weeks: int = WEEKS) -> Report:
    """The last weeks of a centre's consultations up to now; hours that were withdrawn do not count."""
    since = now - timedelta(weeks=weeks)
    hours: defaultdict[Cell, Hour] = defaultdict(Hour)
    slots = await session.exec(
        select(Slot.starts_at, Slot.seats, Slot.taken)
        .where(col(Slot.centre) == centre, col(Slot.kind) == SlotKind.CONSULTATION)
        .where(col(Slot.starts_at) >= since, col(Slot.starts_at) < now, col(Slot.withdrawn_at).is_(None))
    )
    for starts_at, seats, taken in slots.all():
        hour = hours[_cell(starts_at)]
        hour.seats += seats
        hour.taken += taken
    ended = await session.exec(
        select(Booking.starts_at, Booking.state)
        .join(Slot, col(Slot.id) == col(Booking.slot_id))
        .where(col(Booking.centre) == centre, col(Slot.kind) == SlotKind.CONSULTATION)
        .where(col(Booking.starts_at) >= since, col(Booking.starts_at) < now)
        .where(col(Booking.state).in_((BookingState.CAME, BookingState.MISSED)))
    )
    for starts_at, state in ended.all():
        hour = hours[_cell(starts_at)]
        hour.came += state == BookingState.CAME
        hour.missed += state == BookingState.MISSED
    unmet: Counter[str | None] = Counter()
    wishes = await session.exec(
        select(UnmetWish).where(col(UnmetWish.centre) == centre, col(UnmetWish.day) >= local_day(since))
    )
    for wish in wishes.all():
        unmet[wish.topic] += 1
        if wish.weekday is not None and wish.hour is not None:
            hours[(wish.weekday, wish.hour)].wished += 1
    return Report(centre, since, now, dict(hours), await _topics(session, centre, since, now), unmet)


async def _topics(session: AsyncSession, centre: str, since: datetime, now: datetime) -> dict[str | None, int]:
    """What people booked for, the most first; cancelled ones count too, for they were asked."""
    found = await session.exec(
        select(Booking.topic, func.count())
        .join(Slot, col(Slot.id) == col(Booking.slot_id))
        .where(col(Booking.centre) == centre, col(Slot.kind) == SlotKind.CONSULTATION)
        .where(col(Booking.created_at) >= since, col(Booking.created_at) < now)
        .where(col(Booking.state) != BookingState.OFFERED)
        .group_by(col(Booking.topic))
        .order_by(func.count().desc())
    )
    return dict(found.all())


def advice(report: Report) -> list[Advice]:
    """Which hours to add to or drop, and which are often missed: neighbouring hours alike are one sentence."""
    found = list[Advice]()
    for what, fits in _JUDGED:
        for weekday in range(7):
            for begins, ends, numbers in _runs(report.hours, weekday, fits):
                if numbers.seats >= ENOUGH_SEATS:
                    wanted = what == "consider" and numbers.wished >= SMALLEST
                    found.append(Advice("add" if wanted else what, weekday, begins, ends, numbers))
    return found


def _full(hour: Hour) -> bool:
    return hour.seats > 0 and hour.taken / hour.seats >= FULL


def _empty(hour: Hour) -> bool:
    return hour.seats > 0 and hour.taken / hour.seats <= EMPTY


def _missed(hour: Hour) -> bool:
    share = hour.missed_share
    return share is not None and share >= OFTEN_MISSED and hour.missed >= SMALLEST


_JUDGED: Final = (("consider", _full), ("drop", _empty), ("missed", _missed))


def _runs(hours: Mapping[Cell, Hour], weekday: int, fits: Callable[[Hour], bool]) -> Iterator[tuple[int, int, Hour]]:
    """The stretches of neighbouring hours of a weekday that fit, each with its numbers together."""
    begins, numbers = 0, Hour()
    for at in range(25):
        hour = hours.get((weekday, at))
        if hour is not None and fits(hour):
            begins = begins if numbers.seats else at
            numbers.add(hour)
        elif numbers.seats:
            yield begins, at, numbers
            numbers = Hour()


def _cell(at: datetime) -> Cell:
    wall = at.astimezone(WARSAW)
    return wall.weekday(), wall.hour
