"""Weekly hours as people type them: "pn–pt 7:30–15:30, sob. 9-13". In and out, in three languages."""

import re
from typing import Any, Final

from pydantic import ValidationError

from bot.catalogue.model import Schedule, Weekday

WEEK: Final[tuple[Weekday, ...]] = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")

_NAMES: Final[dict[Weekday, str]] = {
    "MO": "pn pon poniedziałek poniedziałki poniedziałku poniedzialek poniedzialku пн понеділок понеділка "
    "mo mon monday mondays",
    "TU": "wt wto wtorek wtorki wtorku вт вівторок вівторка tu tue tues tuesday tuesdays",
    "WE": "śr sr środa środy środę sroda srody ср середа середи we wed wednesday wednesdays",
    "TH": "cz czw czwartek czwartki czwartku чт четвер четверга th thu thur thurs thursday thursdays",
    "FR": "pt pi piątek piątki piątku piatek piatku пт п'ятниця пʼятниця п’ятниця п'ятниці п’ятниці "
    "fr fri friday fridays",
    "SA": "so sob sobota soboty sobotę сб субота суботи sa sat saturday saturdays",
    "SU": "nd ndz niedz niedziela niedziele niedzieli niedzielę нд неділя неділі su sun sunday sundays",
}
_DAYS: Final = {word: day for day, words in _NAMES.items() for word in words.split()}
_DAILY: Final = {"codziennie", "щодня", "daily", "every day"}
_BETWEEN: Final = r"(?:-|–|—|\bdo\b|\bдо\b|\bto\b)"
_TIME: Final = r"(\d{1,2})(?:[:.](\d{2}))?"
_LINE: Final = re.compile(rf"(?P<days>[^\d]+?)[\s:]*{_TIME}\s*{_BETWEEN}\s*{_TIME}")
_LEADS: Final = re.compile(
    r"^(?:(?:od|from|з|we?|у|в)\s+)?(.*?)(?:\s+(?:od|from|з|at|w|в|у))?(?:\s*(?:godz\w*|год\w*)\.?)?$"
)
_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}")


def parse_hours(text: str) -> list[dict[str, Any]] | None:
    """The schedules of a typed text, as plain values of `Schedule`; None when it is not understood.

    One line (or part between semicolons) is one row of hours. After a ``|`` may stand from which
    day and until which it holds (``2026-01-01–2026-06-30``, either may lack) and a description.
    """
    found: list[dict[str, Any]] = []
    for line in re.split(r"[\n;]", text):
        if not line.strip():
            continue
        rows = _rows(line)
        if rows is None:
            return None
        found += rows
    return found


def show_hours(schedule: Schedule, names: dict[Weekday, str]) -> str:
    """One row of hours as `parse_hours` reads it, with these names of the days."""
    parts = [f"{_show_days(schedule.byday, names)} {_clock(schedule.opens_at)}–{_clock(schedule.closes_at)}"]
    if schedule.valid_from or schedule.valid_to:
        parts.append(f"{schedule.valid_from or ''}–{schedule.valid_to or ''}")
    if schedule.description:
        parts.append(schedule.description.pl)
    return " | ".join(parts)


def _rows(line: str) -> list[dict[str, Any]] | None:
    hours, *notes = [part.strip() for part in line.split("|")]
    extra: dict[str, Any] = {}
    for note in notes:
        start, dash, end = note.partition("–") if "–" in note else note.partition(" - ")
        if dash and all(not day.strip() or _DATE.fullmatch(day.strip()) for day in (start, end)):
            extra |= {key: day.strip() for key, day in (("valid_from", start), ("valid_to", end)) if day.strip()}
        elif note:
            extra["description"] = {"pl": note}
    rows = []
    read = 0
    for match in _LINE.finditer(hours):
        if hours[read : match.start()].strip(" ,"):
            return None
        days = _days(match["days"])
        opens, closes = (f"{int(h)}:{m or '00'}" for h, m in ((match[2], match[3]), (match[4], match[5])))
        if days is None:
            return None
        rows.append({"byday": days, "opens_at": opens, "closes_at": closes, **extra})
        read = match.end()
    if hours[read:].strip(" .,") or not rows:
        return None
    try:
        for row in rows:
            Schedule.model_validate(row)
    except ValidationError:
        return None
    return rows


def _days(text: str) -> list[Weekday] | None:
    words = _LEADS.match(text.lower().strip(" ,:"))
    text = words[1] if words else ""
    if text in _DAILY:
        return list(WEEK)
    chosen: set[Weekday] = set()
    for part in re.split(r",|\bi\b|\band\b|\bта\b|\bі\b|&", text):
        ends = [_DAYS.get(word.strip(" .")) for word in re.split(_BETWEEN, part)]
        if len(ends) > 2 or None in ends:
            return None
        first, last = (WEEK.index(day) for day in (ends[0], ends[-1]) if day)
        if last < first:
            return None
        chosen.update(WEEK[first : last + 1])
    return [day for day in WEEK if day in chosen]


def _show_days(days: tuple[Weekday, ...], names: dict[Weekday, str]) -> str:
    """In runs: Monday to Wednesday, Friday."""
    runs: list[list[Weekday]] = []
    for day in days:
        if runs and WEEK.index(day) == WEEK.index(runs[-1][-1]) + 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    return ", ".join(
        f"{names[run[0]]}–{names[run[-1]]}" if len(run) > 2 else ", ".join(names[day] for day in run) for run in runs
    )


def _clock(value: Any) -> str:
    return f"{value.hour}:{value.minute:02}"
