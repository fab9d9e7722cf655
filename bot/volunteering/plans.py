"""Shifts as plain values, before they are slots: a line typed or a row of a file, and what is wrong with it."""

from collections.abc import Collection
from dataclasses import asdict, dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from bot.errors import OkienkoError
from bot.places import hours
from bot.places.daysoff import is_public_holiday
from bot.places.roster.entries import Problem, comes_once, span
from bot.volunteering.words import Interest

MOST_SEATS: Final = 200
MOST_SHIFTS: Final = 400
"""In one go: a season of every working day and more."""
LONGEST: Final = timedelta(hours=14)
FARTHEST: Final = timedelta(days=400)
LONGEST_TITLE, LONGEST_PLACE, LONGEST_ADULT, LONGEST_PHONE, LONGEST_NEEDS = 120, 200, 80, 20, 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The same shift on one day or many. Hours are on local clocks; ``line`` is where it was written."""

    title: str
    place: str
    days: list[date]
    opens_at: time
    closes_at: time
    least: int = 1
    most: int = 1
    adult: str = ""
    phone: str = ""
    needs: str = ""
    interest: Interest = Interest.OTHER
    with_children: bool = False
    adults_only: bool = False
    line: int = 0

    @property
    def hours(self) -> str:
        """ "15:30–17:00"."""
        return span(self.opens_at, self.closes_at)

    def times(self, day: date) -> tuple[datetime, datetime]:
        """Beginning and end on one of its days (UTC)."""
        return hours.moment_of(day, self.opens_at), hours.moment_of(day, self.closes_at)

    def row(self) -> dict[str, Any]:
        """As JSON."""
        return asdict(self) | {
            "days": [day.isoformat() for day in self.days],
            "opens_at": self.opens_at.isoformat("minutes"),
            "closes_at": self.closes_at.isoformat("minutes"),
            "interest": self.interest.value,
        }

    @classmethod
    def of(cls, row: dict[str, Any]) -> "Plan":
        values = {
            "days": [date.fromisoformat(day) for day in row["days"]],
            "opens_at": time.fromisoformat(row["opens_at"]),
            "closes_at": time.fromisoformat(row["closes_at"]),
            "interest": Interest(row["interest"]),
        }
        return cls(**(row | values))


@dataclass(slots=True)
class Reading:
    """What was made of typed lines or of a file."""

    plans: list[Plan] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    skipped: set[date] = field(default_factory=set)
    """Days off on which a season would have fallen."""

    def wrong(self, line: int, key: str, **values: str | int) -> None:
        self.problems.append(Problem(line, key, values))


def weekly(first: date, last: date, off: Collection[date]) -> tuple[list[date], set[date]]:
    """Every seventh day from ``first`` to ``last``, and those of them that are left out as days off."""
    days = [first + timedelta(days=7 * n) for n in range((last - first).days // 7 + 1)]
    skipped = {day for day in days if is_public_holiday(day) or day in off}
    return [day for day in days if day not in skipped], skipped


def checked(reading: Reading, now: datetime) -> Reading:
    """The reading with what cannot be among its problems."""
    held = Reading(problems=list(reading.problems), skipped=set(reading.skipped))
    for plan in reading.plans:
        if problem := _problem(plan, now):
            held.problems.append(problem)
        else:
            held.plans.append(plan)
    if not held.problems and not held.plans:
        held.wrong(0, "shift-wrong-nothing")
    if sum(len(plan.days) for plan in held.plans) > MOST_SHIFTS:
        held.wrong(0, "shift-wrong-too-many", most=MOST_SHIFTS)
    held.problems.sort(key=lambda problem: problem.line)
    return held


def changed(plan: Plan, *, children: bool = False, interest: bool = False) -> Plan:
    """The plan with one thing turned: whether it is work with children, or the next interest."""
    if children:
        return replace(plan, with_children=not plan.with_children)
    if interest:
        every = tuple(Interest)
        return replace(plan, interest=every[(every.index(plan.interest) + 1) % len(every)])
    return plan


def _problem(plan: Plan, now: datetime) -> Problem | None:
    def wrong(key: str, **values: str | int) -> Problem:
        return Problem(plan.line, key, values)

    if not 1 <= len(plan.title) <= LONGEST_TITLE:
        return wrong("shift-wrong-what", most=LONGEST_TITLE)
    if not 1 <= len(plan.place) <= LONGEST_PLACE:
        return wrong("shift-wrong-where", most=LONGEST_PLACE)
    if len(plan.adult) > LONGEST_ADULT or len(plan.phone) > LONGEST_PHONE or len(plan.needs) > LONGEST_NEEDS:
        return wrong("shift-wrong-long")
    if not 1 <= plan.least <= plan.most <= MOST_SEATS:
        return wrong("shift-wrong-people", most=MOST_SEATS)
    if not plan.days:
        return wrong("shift-wrong-days")
    for day in plan.days:
        for at in (plan.opens_at, plan.closes_at):
            if key := comes_once(day, at):
                said = f"{day.day}.{day.month:02}.{day.year}"
                return wrong(key, day=said, hour=f"{at.hour}:{at:%M}")
        try:
            starts, ends = plan.times(day)
        except OkienkoError:
            return wrong("shift-wrong-span", hours=plan.hours)
        if not timedelta() < ends - starts <= LONGEST:
            return wrong("shift-wrong-span", hours=plan.hours)
        if starts <= now or starts > now + FARTHEST:
            return wrong("shift-wrong-past", day=f"{day.day}.{day.month:02}.{day.year}")
    return None
