"""A time as people type it: "czwartek 17–19 zebranie koła", "wtorki 17–19 próby do końca czerwca".

What is typed leads to a screen where one tap does. Days, hours and the last day are read as those of shifts
are (`bot.handlers.volunteering.typed`); what is left says for what the room is wanted.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from typing import Any, Final

from bot.announcements.when_tokens import fold
from bot.handlers.rosters.typed import HOURS, Line, days_in, month_number, span_of
from bot.handlers.volunteering.typed import read_shifts

LONGEST: Final = 300
_EACH = re.compile(
    r"\b(?:co tydzien|co tygodn\w*|co drug\w*|codziennie|dni robocze|kazd\w+|"
    r"poniedzialki|wtorki|srody|czwartki|piatki|soboty|"
    r"що(?:тижня|дня| друг\w+|понеділка|вівторка|середи|четверга|пʼятниці|п['’]ятниці|пятниці|суботи)|кожн\w+|"
    r"понеділки|вівторки|середи|четверги|п['’ʼ]?ятниці|суботи|every|weekly|"
    r"(?:mon|tues|wednes|thurs|fri|satur)days)\b"
)
"""Again and again; a lone weekday means the coming one."""
_IN_A_MONTH = re.compile(r"(?<!\w)(do|до|until|till)\s+([^\W\d_]{3,})", re.IGNORECASE)
_YEAR_TO = re.compile(r"\b(20\d\d)\s+(do|до|until|till|to)\b", re.IGNORECASE)
_END: Final = {"do": "do końca", "до": "до кінця", "until": "until the end of", "till": "until the end of"}


@dataclass(frozen=True, slots=True)
class Typed:
    """A time that was understood. ``weekdays`` are filled for one that comes again and again."""

    opens_at: time
    closes_at: time
    purpose: str
    day: date | None = None
    weekdays: tuple[int, ...] = ()
    first_day: date | None = None
    last_day: date | None = None


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """A text's key and values that say what is missing."""

    key: str
    values: Mapping[str, Any] = field(default_factory=dict)


def read_time(
    text: str, today: date, chosen: date | None = None, year: int | None = None
) -> Typed | NotUnderstood | None:
    """A time in a text; None when it speaks of something else.

    ``chosen``: the day that was tapped, for hours alone. ``year``: a plan's, in which a recurring use begins and
    ends where nothing else is said.
    """
    text = unicodedata.normalize("NFC", " ".join(text.split()))
    if len(text) > LONGEST:
        return None
    line = Line(1, text, today.replace(day=1), today, ())
    if not HOURS.search(line.left):
        return None
    if year is not None or _EACH.search(line.left):
        return _again(_until_a_month(text), date(year, 1, 1) if year else today, year)
    hours = line.take(HOURS)
    span = span_of(hours[0]) if len(hours) == 1 else None
    if span is None:
        return NotUnderstood("halls-typed-hours")
    named = days_in(text, today)
    if named is not None:
        days, _ = named
        if len(days) > 1:
            return NotUnderstood("halls-typed-one-day")
        purpose = days_in(_without(text, hours[0]), today)
        return Typed(*span, purpose=purpose[1] if purpose else "", day=days[0])
    weekday = line.recurring()
    if weekday is not None:
        day = next(today + timedelta(days=n) for n in range(8) if weekday(today + timedelta(days=n)))
        return Typed(*span, purpose=line.rest(), day=day)
    if chosen is not None:
        return Typed(*span, purpose=line.rest(), day=chosen)
    return NotUnderstood("halls-typed-day")


def _again(text: str, today: date, year: int | None) -> Typed | NotUnderstood:
    reading = read_shifts(text, today, ())
    if year is not None and [problem.key for problem in reading.problems] == ["shift-wrong-until"]:
        reading = read_shifts(f"{text} do 31.12.{year}", today, ())
    if reading.problems:
        problem = reading.problems[0]
        return NotUnderstood(problem.key, problem.values)
    (plan,) = reading.plans
    days = sorted({*plan.days, *reading.skipped})
    if not days:
        return NotUnderstood("shift-wrong-days")
    return Typed(
        plan.opens_at,
        plan.closes_at,
        purpose=", ".join(each for each in (plan.title, plan.place, plan.needs) if each),
        weekdays=tuple(sorted({day.weekday() for day in days})),
        first_day=days[0],
        last_day=days[-1],
    )


def _until_a_month(text: str) -> str:
    """ "do czerwca" means: to its end."""

    def whole(match: re.Match[str]) -> str:
        if month_number(fold(match[2])) is None:
            return match[0]
        return f"{_END[match[1].lower()]} {match[2]}"

    # A year before "do" would look like hours from–to.
    return _IN_A_MONTH.sub(whole, _YEAR_TO.sub(r"\1, \2", text))


def _without(text: str, match: re.Match[str]) -> str:
    return f"{text[: match.start()]} {text[match.end() :]}"
