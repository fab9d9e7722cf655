"""The lines of a roster as plain values, before they are duties in the database; and what is wrong with one."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final

from bot.clock import WARSAW
from bot.places import hours

LONGEST_NAME: Final = 80
LONGEST_DUTY: Final = timedelta(hours=14)
SHORTEST_STEP: Final = 5
LONGEST_STEP: Final = 240
MOST_DUTIES: Final = 400
"""In one month of one centre: more than ten a working day."""
USUAL_STEP: Final = 30
"""Minutes, where nothing is said."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong in a line (0: in all of it): the key of a text and its values."""

    line: int
    key: str
    values: dict[str, str | int] = field(default_factory=dict)

    def row(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Somebody's hours on one day. ``service`` is the card's id, empty while nobody has said which.

    ``kept`` stands for a duty that is published and not spoken of.
    """

    provider: str
    day: date
    opens_at: time
    closes_at: time
    service: str = ""
    room: str = ""
    step: int = USUAL_STEP
    buffer: int = 0
    line: int = 0
    kept: bool = False

    def row(self) -> dict[str, Any]:
        """As JSON."""
        return asdict(self) | {
            "day": self.day.isoformat(),
            "opens_at": self.opens_at.isoformat("minutes"),
            "closes_at": self.closes_at.isoformat("minutes"),
        }

    @classmethod
    def of(cls, row: dict[str, Any]) -> "Entry":
        when = {
            "day": date.fromisoformat(row["day"]),
            "opens_at": time.fromisoformat(row["opens_at"]),
            "closes_at": time.fromisoformat(row["closes_at"]),
        }
        return cls(**(row | when))

    @property
    def hours(self) -> str:
        """ "9:00–13:00"."""
        return span(self.opens_at, self.closes_at)

    @property
    def times(self) -> tuple[datetime, datetime]:
        """Its beginning and end as moments (UTC)."""
        return hours.moment_of(self.day, self.opens_at), hours.moment_of(self.day, self.closes_at)

    def slots(self) -> Iterator[tuple[datetime, datetime]]:
        """Beginnings and ends of its slots (UTC)."""
        return hours.cut(self.day, self.opens_at, self.closes_at, self.step, self.buffer)


@dataclass(slots=True)
class Reading:
    """What was made of a file or of typed lines."""

    entries: list[Entry] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    skipped: set[date] = field(default_factory=set)
    """Days off on which a recurring duty would have fallen."""

    def wrong(self, line: int, key: str, **values: str | int) -> None:
        self.problems.append(Problem(line, key, values))


def span(opens_at: time, closes_at: time) -> str:
    """Hours as people write them: "9:00–13:00"."""
    return f"{opens_at.hour}:{opens_at:%M}–{closes_at.hour}:{closes_at:%M}"


def month_of(day: date) -> date:
    """The first day of a day's month."""
    return day.replace(day=1)


def next_month(month: date, ahead: int = 1) -> date:
    """The first day of a month after (or, with a negative number, before) the one of ``month``."""
    count = month.year * 12 + month.month - 1 + ahead
    return date(count // 12, count % 12 + 1, 1)


def days_of(month: date) -> list[date]:
    """All days of a month."""
    return [month.replace(day=day) for day in range(1, monthrange(month.year, month.month)[1] + 1)]


def comes_once(day: date, at: time) -> str | None:
    """The key of what is wrong with an hour in a night in which the clocks change; None for an hour that is.

    In March an hour is left out, in October one comes twice (`zoneinfo`; PEP 495).
    """
    first, second = (datetime.combine(day, at.replace(fold=fold), WARSAW) for fold in (0, 1))
    if first.utcoffset() == second.utcoffset():
        return None
    there = first.astimezone(UTC).astimezone(WARSAW).time() == at
    return "roster-wrong-twice" if there else "roster-wrong-never"
