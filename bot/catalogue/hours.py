"""Is it open now, and if not, when next? Everything is thought on the centre's wall clock.

A schedule says "Monday 7:30 to 15:30" on a clock on the wall, so the present moment is put on that
clock too: on the nights when the clock changes, what counts is the hour that people read.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache

from bot.catalogue.model import Schedule
from bot.clock import WARSAW

LOOK_AHEAD = timedelta(days=60)
"""What opens later than that is not announced: such hours are rather out of date."""

_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_DAY = timedelta(days=1)
_LAST_MINUTE = time(23, 59)


@dataclass(frozen=True, slots=True)
class Opening:
    """Open or closed, and when that changes: ``day`` and ``at`` on Warsaw's wall clock.

    ``day`` and ``at`` are None for what never closes. ``example``: the hours are the stage's.
    """

    is_open: bool
    day: date | None
    at: time | None
    example: bool


def opening(schedules: Sequence[Schedule], closing_days: Collection[date], now: datetime) -> Opening | None:
    """How things stand at ``now`` (aware); None where the hours do not say.

    Closed on Polish public holidays and on the centre's own ``closing_days``; only what is open
    round the clock on all days stays open on holidays.
    """
    wall = now.astimezone(WARSAW).replace(tzinfo=None)
    spans = spans_between(schedules, closing_days, wall.date() - _DAY, wall.date() + LOOK_AHEAD)
    example = any(schedule.example for schedule in schedules)
    for start, end in spans:
        if start <= wall < end:
            if end - wall > LOOK_AHEAD - _DAY:
                return Opening(True, None, None, example)
            return Opening(True, end.date(), end.time(), example)
        if start > wall:
            return Opening(False, start.date(), start.time(), example)
    return None


def is_public_holiday(day: date) -> bool:
    """A day off for the whole of Poland by the law (Christmas Eve since 2025), Sundays not counted."""
    return day in _public_holidays(day.year)


def spans_between(
    schedules: Sequence[Schedule], closing_days: Collection[date], first: date, last: date
) -> list[tuple[datetime, datetime]]:
    """When it opens and closes on these days, on the wall's clock, in order; hours that touch or overlap are one."""
    spans: list[tuple[datetime, datetime]] = []
    for number in range((last - first).days + 1):
        day = first + number * _DAY
        if day in closing_days:
            continue
        weekday = _WEEKDAYS[day.weekday()]
        holiday = is_public_holiday(day)
        for schedule in sorted(schedules, key=lambda s: s.opens_at):
            valid = (schedule.valid_from or day) <= day <= (schedule.valid_to or day)
            if not valid or weekday not in schedule.byday or (holiday and not _never_closes(schedule)):
                continue
            start = datetime.combine(day, schedule.opens_at)
            # A day's last minute means midnight: 24:00 cannot be written in a schedule.
            midnight = schedule.closes_at == _LAST_MINUTE
            end = datetime.combine(day + _DAY, time()) if midnight else datetime.combine(day, schedule.closes_at)
            if spans and start <= spans[-1][1]:
                spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
            else:
                spans.append((start, end))
    return spans


def _never_closes(schedule: Schedule) -> bool:
    return schedule.opens_at == time() and schedule.closes_at == _LAST_MINUTE and len(set(schedule.byday)) == 7


@cache
def _public_holidays(year: int) -> frozenset[date]:
    import holidays  # takes a tenth of a second, and only centres with hours need it

    return frozenset(holidays.country_holidays("PL", years=year))
