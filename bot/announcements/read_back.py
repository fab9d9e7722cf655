"""Saying back what was understood, with weekday, date, hour and whatever speaks against that moment.

Texts come through a `Say`, so that this room needs no texts of its own: the caller gives
`functools.partial(texts.plain, language)`.
"""

from collections.abc import Collection
from datetime import date, datetime, time
from typing import Any, Final, Protocol

import holidays

from bot.announcements.rule import DaysOff, Rule
from bot.announcements.when import NotUnderstood, When

QUIET: Final = (time(21), time(8))
"""Local hours between which announcements do not ring (issue of the announcements, outbox)."""

_HOLIDAYS: Final = {
    "New Year's Day": "when-holiday-new-year",
    "Epiphany": "when-holiday-epiphany",
    "Easter Sunday": "when-holiday-easter",
    "Easter Monday": "when-holiday-easter-monday",
    "National Day": "when-holiday-first-of-may",
    "National Day of the Third of May": "when-holiday-third-of-may",
    "Pentecost": "when-holiday-pentecost",
    "Corpus Christi": "when-holiday-corpus-christi",
    "Assumption Day": "when-holiday-assumption",
    "All Saints' Day": "when-holiday-all-saints",
    "National Independence Day": "when-holiday-independence",
    "Christmas Eve": "when-holiday-christmas-eve",
    "Christmas Day": "when-holiday-christmas",
    "Second Day of Christmas": "when-holiday-christmas-second",
}
"""The names that `holidays` gives in English, and the keys of ours."""


_DAYS_OFF: Final = {
    DaysOff.SKIP: "when-days-off-skip",
    DaysOff.NEXT_WORKING_DAY: "when-days-off-next-working-day",
}


class Say(Protocol):
    """Renders a text in the reader's language."""

    def __call__(self, key: str, /, **values: Any) -> str: ...


def read_back(
    when: When, say: Say, today: date, *, closed: Collection[date] = (), quiet: tuple[time, time] = QUIET
) -> str:
    """What was understood, what was assumed, and the question whether it is right, in one line.

    Of a date in ``today``'s year the year is left out. A Polish holiday (by name), a day in ``closed`` and
    an hour in the quiet time (local, from, to) are said of the first occurrence, and the question becomes
    "are you sure?".
    """
    hour, line = _hour(when.wall), spoken(when, say, today)
    # What a repetition does on days off is said in the line itself.
    off = not when.recurrence or when.recurrence.days_off == DaysOff.KEEP
    doubts = _doubts(when.wall, say, closed, quiet, off)
    sentences = [say("when-doubt", line=line, doubts=", ".join(doubts)) if doubts else say("when-plain", line=line)]
    sentences += [say(key, hour=hour) for key in when.assumptions]
    return " ".join([*sentences, say("when-sure") if doubts else say("when-right")])


def spoken(when: When, say: Say, today: date) -> str:
    """The moment itself in words, or how it repeats; nothing asked, nothing doubted."""
    day, hour = _day(when.wall.date(), say, today), _hour(when.wall)
    if not when.recurrence:
        return say("when-moment", day=day, hour=hour)
    until = say("when-until", day=_day(when.until, say, today)) if when.until else say("when-endless")
    if key := _DAYS_OFF.get(when.recurrence.days_off):
        until = f"{until}, {say(key)}"
    return say("when-repeated", often=_often(when.recurrence, say), hour=hour, until=until, day=day)


def explain(refusal: NotUnderstood, say: Say) -> str:
    """Why it was not understood and what to write instead, in one or two sentences."""
    return say(refusal.key, **{name: _said(name, value, say) for name, value in refusal.values.items()})


def holiday(day: date) -> str | None:
    """The key of the name of a day that is free by Polish law, Christmas Eve included (Act of 18 January 1951)."""
    name = holidays.country_holidays("PL", years=day.year, language="en_US").get(day)
    return _HOLIDAYS.get(name.split("; ")[0]) if name else None


def _said(name: str, value: Any, say: Say) -> Any:
    if name == "weekday":
        return say("when-weekday", weekday=value)
    if isinstance(value, datetime):
        return say("when-moment", day=_day(value.date(), say), hour=_hour(value))
    return _day(value, say) if isinstance(value, date) else value


def _doubts(wall: datetime, say: Say, closed: Collection[date], quiet: tuple[time, time], off: bool) -> list[str]:
    found = []
    if off and (key := holiday(wall.date())):
        found.append(say("when-free-day", name=say(key)))
    if off and wall.date() in closed:
        found.append(say("when-closed"))
    begins, ends = quiet
    at = wall.time()
    if (at >= begins or at < ends) if begins > ends else begins <= at < ends:
        found.append(say("when-quiet", begins=_hour(begins), ends=_hour(ends)))
    return found


def _day(day: date, say: Say, today: date | None = None) -> str:
    year = "" if today and today.year == day.year else f" {day.year}"
    named = say("when-date", day=str(day.day), month=day.month, year=year)
    return say("when-day", weekday=say("when-weekday", weekday=day.weekday()), date=named)


def _hour(at: datetime | time) -> str:
    return f"{at.hour}:{at:%M}"


def _often(rule: Rule, say: Say) -> str:
    if rule.unit == "month":
        every = say("when-every-months", step=rule.step)
        if rule.nth and rule.weekdays:
            which = say("when-nth", nth=rule.nth, weekday=rule.weekdays[0])
            return say("when-every-nth", every=every, which=which)
        if rule.step % 12 == 0:  # the first time says the day and the month
            return every
        if rule.day == -1:
            return say("when-every-last-day", every=every)
        return say("when-every-day-of-month", every=every, day=str(rule.day))
    if rule.step == 1 and len(rule.weekdays) == 7:
        return say("when-every-day")
    if rule.step == 1 and rule.weekdays == (0, 1, 2, 3, 4):
        return say("when-every-workday")
    names = ", ".join(say("when-on-weekday", weekday=weekday) for weekday in rule.weekdays)
    return say("when-every-weeks", step=rule.step, weekdays=names)
