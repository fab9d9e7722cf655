"""When a person wants something said, from the words in which they typed it: Polish, Ukrainian, English.

`understand` never lets a past moment through, refuses what no calendar or clock has, and says what it
assumed; the caller always reads the answer back (`bot.announcements.read_back`) and asks.
"""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from typing import Any, Final

from bot.announcements.rule import DaysOff, Rule
from bot.announcements.when_reading import read
from bot.announcements.when_said import CalendarDay, CalendarMonth, Refused, Said
from bot.clock import WARSAW

USUAL: Final = time(10)
"""The hour of a day for which none was said."""
FARTHEST: Final = timedelta(days=731)
"""A first time farther ahead than this is taken for a slip of the finger."""
FORGOTTEN: Final = timedelta(days=30)
"""A date without a year that passed longer ago than this means next year; a fresher one is refused."""

_SPANS: Final = {
    "am": range(12),
    "morning": range(3, 12),
    "forenoon": range(6, 13),
    "noon": range(11, 14),
    "pm": range(12, 24),
    "evening": range(16, 24),
    "night": (18, 19, 20, 21, 22, 23, 0, 1, 2, 3, 4, 5),
}
"""The hours that a part of the day can have."""
_HOURS: Final = {"am": 9, "morning": 9, "forenoon": 11, "noon": 12, "pm": 15, "evening": 18}


@dataclass(frozen=True)
class When:
    """A moment to come, once or as the first of many.

    ``start`` is aware UTC, ``wall`` the same on the clocks of Warsaw. With a ``recurrence``, ``until`` is the
    last local day on which it may fall; None: without an end. ``assumptions`` are keys of texts that say
    what was not typed but understood; their only value is ``hour`` (of ``wall``).
    """

    start: datetime
    wall: datetime
    recurrence: Rule | None = None
    until: date | None = None
    assumptions: tuple[str, ...] = ()


@dataclass(frozen=True)
class NotUnderstood:
    """Why there is no time in it: a text's key and its values (dates and datetimes are local)."""

    key: str
    values: dict[str, Any] = field(default_factory=dict)


def understand(text: str, now: datetime, usual: time = USUAL) -> When | NotUnderstood:
    """The moment that ``text`` means at ``now`` (aware); a day without an hour gets ``usual``."""
    try:
        return _Calendar(read(text), now, usual).when()
    except Refused as refused:
        return NotUnderstood(refused.key, refused.values)
    except (ValueError, OverflowError):  # a number that no calendar has
        return NotUnderstood("when-unclear")


class _Calendar:
    """What was said, laid on the calendar of ``now``."""

    def __init__(self, said: Said, now: datetime, usual: time) -> None:
        self.said = said
        self.now = now.astimezone(UTC).replace(microsecond=0)
        self.today = self.now.astimezone(WARSAW).date()
        self.guessed = list(said.guessed)
        self.at = self._time_of_day(usual)

    def when(self) -> When:
        said = self.said
        if said.unit:
            return self._repeated()
        if said.ends:
            raise Refused("when-until-alone")
        if said.now or said.minutes is not None:
            if said.hour or said.part or said.date or said.weekdays or said.days_on is not None:
                raise Refused("when-unclear")
            start = (self.now + timedelta(minutes=said.minutes or 0)).replace(
                second=0 if said.minutes else self.now.second
            )
            return When(start, start.astimezone(WARSAW).replace(tzinfo=None))
        wall = datetime.combine(self._day(), self.at)
        if wall <= self._local_now() and said.days_on == 0:
            wall = self._later_today(wall)
        return self._checked(wall)

    def _local_now(self) -> datetime:
        return self.now.astimezone(WARSAW).replace(tzinfo=None)

    def _checked(self, wall: datetime, rule: Rule | None = None, until: date | None = None) -> When:
        start = wall.replace(tzinfo=WARSAW).astimezone(UTC)
        if start.astimezone(WARSAW).replace(tzinfo=None) != wall:
            real = wall.replace(minute=0) + timedelta(hours=1)
            raise Refused("when-skipped-hour", hour=f"{wall.hour}:{wall:%M}", at=real)
        if start != wall.replace(tzinfo=WARSAW, fold=1).astimezone(UTC):
            self.guessed.append("when-guessed-doubled")
        if start <= self.now:
            raise Refused("when-past", at=wall)
        if start - self.now > FARTHEST:
            raise Refused("when-too-far", at=wall)
        return When(start, wall, rule, until, tuple(dict.fromkeys(self.guessed)))

    # the hour

    def _time_of_day(self, usual: time) -> time:
        said, part = self.said, self.said.part
        if said.hour is None:
            if part == "night":
                raise Refused("when-hour-missing")
            if part:
                if part != "noon":
                    self.guessed.append("when-guessed-part")
                return time(_HOURS[part])
            if not (said.now or said.minutes is not None):
                self.guessed.append("when-guessed-hour")
            return usual
        hour, minute = said.hour.hour, said.hour.minute
        if part in ("night", "am") and hour == 12:
            raise Refused("when-midnight")
        if part:
            if hour not in _SPANS[part]:
                hour += 12
            if hour not in _SPANS[part]:
                raise Refused("when-contradiction")
        elif not said.hour.sure and 1 <= hour <= 6:
            hour += 12
            self.guessed.append("when-guessed-afternoon")
        return time(hour, minute)

    def _later_today(self, wall: datetime) -> datetime:
        """ "Today at 8", said at ten in the morning, is eight in the evening."""
        said = self.said
        if said.hour is None and not said.part:
            raise Refused("when-hour-missing")
        evening = wall + timedelta(hours=12)
        if said.hour and not said.hour.sure and not said.part and wall.hour < 12 and evening > self._local_now():
            self.guessed.append("when-guessed-evening")
            return evening
        return wall

    # the day

    def _passed(self, day: date) -> bool:
        return datetime.combine(day, self.at) <= self._local_now()

    def _day(self) -> date:
        said = self.said
        if said.date:
            day = (
                self._in_months(said.months_on, said.date.day) if said.months_on is not None else self._dated(said.date)
            )
        elif said.nth is not None:
            day = self._nth_day(said.nth_in)
        elif said.days_on is not None:
            day = self.today + timedelta(days=said.days_on)
        elif said.months_on is not None:
            day = self._in_months(said.months_on, self.today.day, clip=True)
        elif said.weekdays:
            return self._weekday(said.weekdays[0])
        else:
            passed = self._passed(self.today)
            self.guessed.append("when-guessed-tomorrow" if passed else "when-guessed-today")
            return self.today + timedelta(days=int(passed))
        if said.weekdays and day.weekday() != said.weekdays[0]:
            raise Refused("when-wrong-weekday", date=day, weekday=said.weekdays[0])
        if said.date and said.days_on is not None and day != self.today + timedelta(days=said.days_on):
            raise Refused("when-two-days")
        return day

    def _weekday(self, weekday: int) -> date:
        if self.said.weeks_on is not None:
            return self.today + timedelta(days=7 * self.said.weeks_on + weekday - self.today.weekday())
        day = self.today + timedelta(days=(weekday - self.today.weekday()) % 7)
        if day != self.today:
            return day
        if self._passed(day):
            self.guessed.append("when-guessed-week-later")
            return day + timedelta(days=7)
        self.guessed.append("when-guessed-today")
        return day

    def _dated(self, said: CalendarDay) -> date:
        if said.month is None:
            return self._day_number(said.day, self.today)
        year = said.year or self.today.year + int(self.said.next_year)
        day = _real(year, said.month, said.day)
        if said.year or self.said.next_year or self.today - day <= FORGOTTEN:
            return day
        self.guessed.append("when-guessed-next-year")
        return _real(year + 1, said.month, said.day)

    def _day_number(self, number: int, since: date) -> date:
        """The next day of this number, in the first month that has it."""
        if not 1 <= number <= 31:
            raise Refused("when-no-such-day", day=str(number))
        days = (_in_month(since, months, number) for months in range(4))
        return next(day for day in days if day and day >= since and not self._passed(day))

    def _in_months(self, months: int, number: int, clip: bool = False) -> date:
        first = _month(self.today, months)
        return _real(first.year, first.month, min(number, monthrange(first.year, first.month)[1]) if clip else number)

    def _nth_day(self, month: CalendarMonth | None) -> date:
        said = self.said
        rule = Rule("month", weekdays=said.weekdays, nth=said.nth)
        if month is None:
            return next(day for day in rule.days(self.today) if not self._passed(day))
        first = _month(self.today, month.months_on) if month.month is None else self._first_of(month)
        day = next(rule.days(first))
        if (day.year, day.month) != (first.year, first.month):
            raise Refused("when-no-such-weekday")
        return day

    def _first_of(self, month: CalendarMonth) -> date:
        this = self.today.year
        number = month.month or self.today.month
        return date(month.year or this + int(number < self.today.month), number, 1)

    # the repetition

    def _repeated(self) -> When:
        rule, since = self._rule()
        first = next(day for day in replace(rule, step=1).days(since) if not self._passed(day))
        if rule.unit == "month" and rule.nth is None and rule.day is None:
            rule = replace(rule, day=first.day)
            self.guessed.append("when-guessed-first")
        elif rule.unit == "week" and not rule.weekdays:
            rule = replace(rule, weekdays=(first.weekday(),))
            self.guessed.append("when-guessed-first")
        if rule.day and rule.day > 28:
            self.guessed.append("when-guessed-short-months")
        until = self._until(first, rule)
        if until and until < first:
            raise Refused("when-until-before", date=until, first=first)
        return self._checked(datetime.combine(first, self.at), rule, until)

    def _rule(self) -> tuple[Rule, date]:
        """The rule, and the day from which it counts."""
        said = self.said
        since = self.today + timedelta(days=int(self._passed(self.today)) if said.days_on is None else said.days_on)
        if said.weeks_on is not None and said.days_on is None:
            since = max(since, self.today + timedelta(days=7 * said.weeks_on - self.today.weekday()))
        day: int | None = None
        if said.date and said.date.month is None and said.unit == "month":
            self._day_number(said.date.day, since)  # refuses the 32nd
            day = said.date.day
        elif said.date:
            since = self._dated(said.date)
            if datetime.combine(since, self.at) <= self._local_now():
                raise Refused("when-past", at=datetime.combine(since, self.at))
            day = since.day if said.unit == "month" else None
        if said.unit == "month" and said.nth is not None:
            day = None if said.weekdays else -1
            return Rule("month", said.step, said.weekdays, said.nth if said.weekdays else None, day), since
        if said.unit == "month" and said.weekdays:
            raise Refused("when-day-missing")
        weekdays = said.weekdays or ((since.weekday(),) if said.date or said.days_on else ())
        if said.unit == "week":
            return Rule("week", said.step, weekdays, days_off=DaysOff.SKIP if said.working else DaysOff.KEEP), since
        return Rule("month", said.step, day=day or (since.day if said.days_on else None)), since

    def _until(self, first: date, rule: Rule) -> date | None:
        said = self.said
        if said.times:
            return next(islice(rule.days(first), said.times - 1, None))
        if said.lasting:
            number, unit = said.lasting
            end = first + timedelta(weeks=number) if unit == "week" else _in_month(first, number, min(first.day, 28))
            return end - timedelta(days=1) if end else None
        if said.until_weekday is not None:
            return first + timedelta(days=(said.until_weekday - first.weekday()) % 7)
        if said.until and said.until.month is None:
            return next(day for day in _days_numbered(said.until.day, first) if day >= first)
        if said.until:
            year = said.until.year or first.year
            day = _real(year, said.until.month or 1, said.until.day)
            return day if said.until.year or day >= first else _real(year + 1, day.month, said.until.day)
        if said.until_end_of:
            return self._end_of(said.until_end_of, first)
        return None

    def _end_of(self, month: CalendarMonth, first: date) -> date:
        start = _month(self.today, month.months_on)
        if month.month is not None:
            year = month.year or first.year + int(month.month < first.month)
            start = date(year, month.month, 1)
        return _month(start, 1) - timedelta(days=1)


def _month(day: date, months: int) -> date:
    """The first day of the month so many months on."""
    number = day.year * 12 + day.month - 1 + months
    return date(number // 12, number % 12 + 1, 1)


def _in_month(day: date, months: int, number: int) -> date | None:
    first = _month(day, months)
    return first.replace(day=number) if number <= monthrange(first.year, first.month)[1] else None


def _days_numbered(number: int, since: date) -> Iterator[date]:
    if not 1 <= number <= 31:
        raise Refused("when-no-such-day", day=str(number))
    return (day for months in range(4) if (day := _in_month(since, months, number)))


def _real(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise Refused("when-no-such-day", day=f"{day}.{month:02}.{year}") from None
