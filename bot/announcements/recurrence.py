"""From days of the local calendar to moments: Polish clocks, both nights of the change, days off.

A rule gives the days; nothing but the rule is stored, so a change of the law about clocks or holidays
is followed by itself.
"""

from collections.abc import Callable, Container, Iterator
from datetime import UTC, date, datetime, time, timedelta

from bot.announcements.rule import DaysOff, Rule
from bot.clock import WARSAW
from bot.places.daysoff import is_day_off as is_day_off

_LONGEST_CLOSURE = 60


def moments(
    rule: Rule,
    start: date,
    at: time,
    *,
    after: datetime,
    until: date | None = None,
    closed: Container[date] = (),
) -> Iterator[datetime]:
    """The moments (UTC) of a rule after ``after``, each later than the one before.

    ``start`` and ``until`` are local days, both included; also what was moved from a day off to the
    next working day never falls after ``until``. ``closed`` are days on which the centre itself is
    closed, beside weekends and public holidays.
    """
    last = after
    for day in rule.days(start):
        if until and day > until:
            return
        there = _moved(day, rule.days_off, lambda one: is_day_off(one, closed))
        if there is None or (until and there > until):
            continue
        moment = instant(there, at)
        if moment > last:
            last = moment
            yield moment


def instant(day: date, at: time) -> datetime:
    """The moment (UTC) of a local day and hour.

    An hour that the change to summer time leaves out is an hour later (02:30 is 03:30); one that
    autumn has twice is the first of the two.
    """
    return datetime.combine(day, at, WARSAW).astimezone(UTC)


def _moved(day: date, days_off: DaysOff, is_off: Callable[[date], bool]) -> date | None:
    if days_off == DaysOff.KEEP or not is_off(day):
        return day
    if days_off == DaysOff.SKIP:
        return None
    later = (day + timedelta(days=ahead) for ahead in range(1, _LONGEST_CLOSURE))
    return next((one for one in later if not is_off(one)), None)
