"""What a person said about a time, before it meets the calendar, and the refusal of what cannot be."""

from dataclasses import dataclass, field
from typing import Any, Literal


class Refused(Exception):
    """What was typed is no time to announce at; ``key`` says why, ``values`` are those of its text."""

    def __init__(self, key: str, **values: Any) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


@dataclass(frozen=True)
class CalendarDay:
    """A date as said: without a year the next one to come, without a month the next day of that number."""

    day: int
    month: int | None = None
    year: int | None = None


@dataclass(frozen=True)
class CalendarMonth:
    """A month as said: December, December 2026, or so many months from the present one."""

    month: int | None = None
    year: int | None = None
    months_on: int = 0


@dataclass(frozen=True)
class Hour:
    """An hour as said. ``sure`` when only the 24-hour clock can be meant (05:00, 17)."""

    hour: int
    minute: int = 0
    sure: bool = False


@dataclass
class Said:
    """The parts of a typed time; what was not said is empty."""

    now: bool = False
    minutes: int | None = None
    """From now on, by the clock: "in two hours"."""
    days_on: int | None = None
    """Days from today: 0 is today."""
    months_on: int | None = None
    weeks_on: int | None = None
    """Calendar weeks from the present one in which a weekday is meant; none: the next one to come."""
    date: CalendarDay | None = None
    next_year: bool = False
    weekdays: tuple[int, ...] = ()
    nth: int | None = None
    """Of the month: the first (1) … fifth or the last (-1) weekday; without a weekday the last day."""
    nth_in: CalendarMonth | None = None
    """The one month whose nth weekday is meant."""
    unit: Literal["", "week", "month"] = ""
    """Filled when it repeats."""
    step: int = 1
    working: bool = False
    """Working days were said: not those that are holidays."""
    guessed: list[str] = field(default_factory=list)
    """Text keys of what was understood in one of two possible ways."""
    times: int | None = None
    lasting: tuple[int, Literal["week", "month"]] | None = None
    """"For three months": how many of what."""
    until: CalendarDay | None = None
    until_weekday: int | None = None
    until_end_of: CalendarMonth | None = None
    hour: Hour | None = None
    part: str = ""
    """Of the day: ``am``, ``morning``, ``forenoon``, ``noon``, ``pm``, ``evening``, ``night``."""

    @property
    def ends(self) -> bool:
        """Whether anything says how long it repeats."""
        return bool(self.times or self.lasting or self.until or self.until_end_of or self.until_weekday is not None)

    @property
    def has_day(self) -> bool:
        """Whether anything says on which day."""
        return bool(
            self.date
            or self.weekdays
            or self.unit
            or self.nth
            or self.days_on is not None
            or self.months_on is not None
            or self.minutes is not None
        )
