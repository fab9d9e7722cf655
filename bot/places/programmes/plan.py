"""A programme as plain values, before there are meetings: its days, what is wrong with it, the same days later."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Final

from bot.errors import OkienkoError
from bot.places import hours
from bot.places.daysoff import is_public_holiday
from bot.places.programmes.words import WayIn
from bot.places.roster.entries import comes_once, span

MOST_PEOPLE: Final = 60
MOST_MEETINGS: Final = 80
"""Twice a week for most of a year."""
LONGEST: Final = timedelta(hours=10)
FARTHEST: Final = timedelta(days=400)
LONGEST_TITLE, LONGEST_ROOM, LONGEST_PLACE = 120, 80, 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What was typed. Hours are on local clocks."""

    title: str
    days: Sequence[date]
    opens_at: time
    closes_at: time
    least: int = 1
    most: int = 1
    room: str = ""
    place: str = ""
    service: str | None = None
    quiet: bool = False
    way_in: WayIn = WayIn.OPEN
    skipped: Collection[date] = field(default=())

    @property
    def hours(self) -> str:
        """ "17:00–19:00"."""
        return span(self.opens_at, self.closes_at)


def times(day: date, opens_at: time, closes_at: time) -> tuple[datetime, datetime]:
    """Beginning and end of a meeting (UTC). Raises `OkienkoError` ``places-no-hour``."""
    return hours.moment_of(day, opens_at), hours.moment_of(day, closes_at)


def is_off(day: date, closed: Collection[date]) -> bool:
    """Whether nothing takes place: public holidays and the centre's closing days; weekends are days like others."""
    return is_public_holiday(day) or day in closed


def days_from(
    first: date, falls_on: Callable[[date], bool], closed: Collection[date], *, count: int | None, last: date | None
) -> tuple[list[date], list[date]]:
    """So many days, or all until ``last``, on which meetings fall; and the days off among them, left out."""
    days, skipped = list[date](), list[date]()
    end = min(last or first + FARTHEST, first + FARTHEST)
    day = first
    while day <= end and len(days) < min(count or MOST_MEETINGS + 1, MOST_MEETINGS + 1):
        if falls_on(day):
            (skipped if is_off(day, closed) else days).append(day)
        day += timedelta(days=1)
    return days, skipped


def later(days: Sequence[date], weeks: int, closed: Collection[date]) -> tuple[list[date], list[date]]:
    """The same days so many weeks later, and the days off among them; what falls out comes after the last."""
    moved = [day + timedelta(weeks=weeks) for day in days]
    skipped = [day for day in moved if is_off(day, closed)]
    found = [day for day in moved if day not in skipped]
    pace = max(timedelta(days=7), days[-1] - days[-2]) if len(days) > 1 else timedelta(days=7)
    day = moved[-1]
    while len(found) < len(days):
        day += pace
        (skipped if is_off(day, closed) else found).append(day)
    return found, skipped


def refuse_wrong(plan: Plan, now: datetime) -> None:
    """Raises `OkienkoError` with the first thing that cannot be."""
    if not 1 <= len(plan.title) <= LONGEST_TITLE:
        raise OkienkoError("programme-wrong-title", most=LONGEST_TITLE)
    if len(plan.room) > LONGEST_ROOM or len(plan.place) > LONGEST_PLACE:
        raise OkienkoError("programme-wrong-place", most=LONGEST_ROOM)
    if not 1 <= plan.least <= plan.most <= MOST_PEOPLE:
        raise OkienkoError("programme-wrong-people", most=MOST_PEOPLE)
    if not plan.days or len(plan.days) > MOST_MEETINGS:
        raise OkienkoError("programme-wrong-meetings", most=MOST_MEETINGS)
    for day in plan.days:
        said = f"{day.day}.{day.month:02}.{day.year}"
        for at in (plan.opens_at, plan.closes_at):
            if key := comes_once(day, at):
                raise OkienkoError(key, day=said, hour=f"{at.hour}:{at:%M}")
        starts, ends = times(day, plan.opens_at, plan.closes_at)
        if not timedelta() < ends - starts <= LONGEST:
            raise OkienkoError("programme-wrong-hours", hours=plan.hours)
        if starts <= now or starts > now + FARTHEST:
            raise OkienkoError("programme-wrong-past", day=said)
