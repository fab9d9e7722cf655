"""How something repeats, as a rule of the wall clock's days; instants are derived, never stored."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import count
from typing import Literal


class DaysOff(StrEnum):
    """What a recurrence does on a weekend, a public holiday or a day on which the centre is closed."""

    KEEP = "keep"
    SKIP = "skip"
    NEXT_WORKING_DAY = "next-working-day"


@dataclass(frozen=True)
class Rule:
    """Every ``step`` weeks or months, on days of the local calendar.

    ``weekdays`` (Monday is 0): of a weekly rule all of them, of a monthly rule the one that ``nth`` counts.
    ``nth``: the first (1) to the fifth (5) or the last (-1) such weekday of the month; a month that has no
    fifth one is left out. ``day``: the day of the month; where a month is shorter, its last day; -1 is
    always the last one. A quarter is a step of 3, half a year 6, a year 12.
    ``days_off`` says what `bot.announcements.recurrence` does with days off among them.
    """

    unit: Literal["week", "month"]
    step: int = 1
    weekdays: tuple[int, ...] = ()
    nth: int | None = None
    day: int | None = None
    days_off: DaysOff = DaysOff.KEEP

    def days(self, start: date) -> Iterator[date]:
        """The days from ``start`` on (itself included when it fits), counted from its week or month."""
        found = self._weekly(start) if self.unit == "week" else self._monthly(start)
        return (day for day in found if day >= start)

    def _weekly(self, start: date) -> Iterator[date]:
        monday = start - timedelta(days=start.weekday())
        for weeks in count(0, self.step):
            for weekday in sorted(self.weekdays or (start.weekday(),)):
                yield monday + timedelta(weeks=weeks, days=weekday)

    def _monthly(self, start: date) -> Iterator[date]:
        for months in count(start.year * 12 + start.month - 1, self.step):
            day = self._day_of(months // 12, months % 12 + 1, start)
            if day:
                yield day

    def _day_of(self, year: int, month: int, start: date) -> date | None:
        first, length = monthrange(year, month)
        if self.nth is None:
            wanted = self.day or start.day
            return date(year, month, length if wanted == -1 else min(wanted, length))
        days = range((self.weekdays[0] - first) % 7 + 1, length + 1, 7)
        if self.nth > len(days):
            return None
        return date(year, month, days[self.nth - 1 if self.nth > 0 else -1])
