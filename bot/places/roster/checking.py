"""What cannot be: hours that are not, duties of one adviser or in one room at the same time. With line and sentence."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Final

from bot.clock import WARSAW
from bot.places.daysoff import is_public_holiday
from bot.places.roster.entries import (
    LONGEST_DUTY,
    LONGEST_NAME,
    LONGEST_STEP,
    MOST_DUTIES,
    SHORTEST_STEP,
    Entry,
    Problem,
    Reading,
    comes_once,
    next_month,
    span,
)

_OVERLAPS: Final = {"provider": "roster-wrong-provider", "room": "roster-wrong-room"}


def checked(reading: Reading, month: date, now: datetime, closed: Collection[date]) -> Reading:
    """A reading held to everything that can be said without the database, its mistakes beside those it had.

    Of today only what is yet to come is left. Raises nothing.
    """
    found = Reading(problems=list(reading.problems), skipped=set(reading.skipped))
    today = now.astimezone(WARSAW).date()
    if next_month(month) <= today:
        found.wrong(0, "roster-wrong-past-month", month=month.month, year=str(month.year))
        return found
    if len(reading.entries) > MOST_DUTIES:
        found.wrong(0, "roster-wrong-too-many", most=MOST_DUTIES)
        return found
    for entry in reading.entries:
        if problem := _wrong(entry, month, today, closed):
            found.problems.append(problem)
        elif entry.times[1] > now:
            found.entries.append(entry)
    found.problems += overlaps(found.entries)
    if not found.entries and not found.problems:
        found.wrong(0, "roster-wrong-nothing")
    found.problems.sort(key=lambda problem: problem.line)
    return found


def doubtful(entries: Iterable[Entry]) -> list[date]:
    """The public holidays on which there would be duties: allowed, but to be looked at."""
    return sorted({entry.day for entry in entries if not entry.kept and is_public_holiday(entry.day)})


def overlaps(entries: Iterable[Entry]) -> list[Problem]:
    """Two duties of one adviser, or in one room, at the same time: the later line with the earlier one."""
    found = []
    for what in _OVERLAPS:
        by_owner: dict[tuple[str, date], list[Entry]] = defaultdict(list)
        for entry in entries:
            if name := getattr(entry, what):
                by_owner[name.casefold(), entry.day].append(entry)
        for same in by_owner.values():
            same.sort(key=lambda entry: entry.times)
            for before, after in pairwise(same):
                if after.times[0] < before.times[1]:
                    found.append(_overlap(what, before, after))
    return _once(found)


def _overlap(what: str, before: Entry, after: Entry) -> Problem:
    one, other = sorted((before, after), key=lambda entry: (not entry.kept, entry.line))
    return Problem(
        other.line,
        _OVERLAPS[what],
        {
            "who": getattr(other, what),
            "day": other.day.isoformat(),
            "hours": other.hours,
            "others": one.hours,
            "other": one.line,
        },
    )


def clash(what: str, entry: Entry, starts_at: datetime, ends_at: datetime) -> Problem:
    """A duty beside something else that the adviser or the room has at that time."""
    others = span(starts_at.astimezone(WARSAW).time(), ends_at.astimezone(WARSAW).time())
    values = {"who": getattr(entry, what), "day": entry.day.isoformat(), "hours": entry.hours, "others": others}
    return Problem(entry.line, _OVERLAPS[what], values | {"other": 0})


def _once(problems: list[Problem]) -> list[Problem]:
    """Two recurring lines that overlap do so every week: once said is enough."""
    seen: dict[tuple[object, ...], Problem] = {}
    for problem in problems:
        seen.setdefault((problem.line, problem.key, problem.values["who"], problem.values["other"]), problem)
    return list(seen.values())


def _wrong(entry: Entry, month: date, today: date, closed: Collection[date]) -> Problem | None:
    line, day = entry.line, entry.day
    if not entry.provider or len(entry.provider) > LONGEST_NAME or len(entry.room) > LONGEST_NAME:
        return Problem(line, "roster-wrong-name", {"most": LONGEST_NAME})
    if (day.year, day.month) != (month.year, month.month):
        return Problem(line, "roster-wrong-month", {"day": day.isoformat()})
    if day < today:
        return Problem(line, "roster-wrong-past", {"day": day.isoformat()})
    if day in closed:
        return Problem(line, "roster-wrong-closed", {"day": day.isoformat()})
    for at in (entry.opens_at, entry.closes_at):
        if key := comes_once(day, at):
            return Problem(line, key, {"day": day.isoformat(), "hour": f"{at.hour}:{at:%M}"})
    starts, ends = entry.times
    if ends <= starts or ends - starts > LONGEST_DUTY:
        return Problem(line, "roster-wrong-span", {"hours": entry.hours})
    if not SHORTEST_STEP <= entry.step <= LONGEST_STEP or not 0 <= entry.buffer <= LONGEST_STEP:
        return Problem(line, "roster-wrong-step", {"low": SHORTEST_STEP, "high": LONGEST_STEP})
    if ends - starts < timedelta(minutes=entry.step):
        return Problem(line, "roster-wrong-short", {"hours": entry.hours, "step": entry.step})
    return None
