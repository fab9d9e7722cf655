"""A programme as the office types it: "Szkoła dla Rodziców, czwartki 17–19 od 7 stycznia, 8 spotkań, 15 osób, sala 3".

In Polish, Ukrainian, English. How many meetings and people, the room, days and hours are taken out one after
the other; what is left is its name, and after a comma the place.
"""

import re
import unicodedata
from calendar import monthrange
from collections.abc import Callable, Collection
from datetime import date, timedelta
from typing import Final

from bot.announcements.when_tokens import fold
from bot.errors import OkienkoError
from bot.handlers.rosters.typed import HOURS, IDLE, TAKEN, Line, month_number, short, span_of
from bot.places.programmes.plan import FARTHEST, Plan, days_from
from bot.places.programmes.words import WayIn

_MEETINGS = re.compile(
    r"(?<![\d:.])(?P<count>\d{1,3})\s*(?:spotka\w*|zajec\w*|zajęc\w*|warsztat\w*|зустріч\w*|занят\w*|meetings?|sessions?|times)"
)
_PEOPLE = re.compile(
    r"(?:\b(?:od|from|від|для|dla|for|na)\s+)?(?<![\d:.])(?P<low>\d{1,3})(?:\s*(?:-|–|\bdo\b|\bto\b|\bдо\b)\s*(?P<high>\d{1,3}))?"
    r"\s*(?:os\b\.?|osob\w*|osób|uczestni\w*|miejsc\w*|осіб|особ\w*|учасник\w*|місц\w*|people|persons?|places|seats)"
)
_LEAST = re.compile(
    r"\b(?:najmniej|co najmniej|minimum|min\.?|щонайменше|мінімум|at least)\s*(?P<low>\d{1,3})(?:\s*os\w*)?"
)
_MOST = re.compile(
    r"\b(?:najwyzej|maks\w*\.?|max\.?|do|up to|щонайбільше|до)\s*"
    r"(?=\d{1,3}\s*(?:os|miejsc|uczest|осіб|місц|people|places))"
)
_DAY: Final = (
    r"(?P<day>\d{1,2})(?:\.(?P<number>\d{1,2})(?:\.(?P<year>20\d\d))?"
    r"|\.?\s+(?:of\s+)?(?P<month>[^\W\d_]{3,})(?:\s+(?P<year2>20\d\d))?)"
)
_SINCE = re.compile(rf"\b(?:od|from|since|starting|з|від)\s+{_DAY}(?![\d:])(?!\s*[-–]\s*\d)")
_UNTIL = re.compile(rf"\b(?:do|az do|until|till|до)\s+{_DAY}(?![\d:])(?!\s*[-–]\s*\d)")
_END_OF = re.compile(
    r"\b(?:do konca|до кінця|(?:un)?till?\s+(?:the\s+)?end\s+of)\s+(?P<month>[^\W\d_]{3,})(?:\s+(?P<year>20\d\d))?"
)
_FORTNIGHT = re.compile(
    r"\b(?:co drug\w+|co dwa tygodnie|co 2 tygodnie|що друг\w+|кожен друг\w+|кожні два тижні|every other|every second"
    r"|every two weeks)\b"
)
_QUIET: Final = "samopomoc grupa wsparc wsparci anonim взаємодопомог підтримк анонімн self-help support"
"""Beginnings of words: what may be a self-help group is taken for one; a tap turns it."""


def read_programme(text: str, today: date, closed: Collection[date]) -> Plan:
    """The programme that a text describes; public holidays and ``closed`` days are left out.

    Raises `OkienkoError` for what is missing or cannot be.
    """
    said = " ".join(unicodedata.normalize("NFC", text).split())
    return _Reader(said, today, closed).read()


class _Reader:
    """The text, from which more and more is taken."""

    def __init__(self, said: str, today: date, closed: Collection[date]) -> None:
        self.said, self.today, self.closed = said, today, closed
        self.line = Line(1, said, today.replace(day=1), today, ())

    def read(self) -> Plan:
        line = self.line
        count = next((int(match["count"]) for match in line.take(_MEETINGS)), None)
        floor = next((int(match["low"]) for match in line.take(_LEAST)), None)
        line.take(_MOST)
        people = line.take(_PEOPLE)
        step = 2 if line.take(_FORTNIGHT) else 1
        last = self._end_of() or self._a_day(_UNTIL)
        first = self._a_day(_SINCE)
        room = line.room()
        named = line.dates(line.take, coming=True)
        hours = line.take(HOURS)
        falls_on = line.recurring()
        if line.wrong and line.wrong[0] != "roster-wrong-fortnight":
            key, values = line.wrong
            raise OkienkoError(key, said=short(self.said), **values)
        span = span_of(hours[0]) if len(hours) == 1 else None
        if span is None:
            raise OkienkoError("programme-typed-hours", said=short(self.said))
        days, skipped = self._days(named, falls_on, first, last, count, step)
        if not people:
            raise OkienkoError("programme-typed-people")
        low, high = people[0]["low"], people[0]["high"]
        title, place = [*self._parts(), "", ""][:2]
        if not title:
            raise OkienkoError("programme-typed-title")
        quiet = any(word.startswith(stem) for word in fold(title).split() for stem in fold(_QUIET).split())
        return Plan(
            title=title,
            days=days,
            opens_at=span[0],
            closes_at=span[1],
            least=floor if floor is not None else int(low) if high else 1,
            most=int(high or low),
            room=room,
            place=place,
            quiet=quiet,
            way_in=WayIn.TALK if quiet else WayIn.OPEN,
            skipped=skipped,
        )

    def _days(
        self,
        named: list[date],
        falls_on: Callable[[date], bool] | None,
        first: date | None,
        last: date | None,
        count: int | None,
        step: int,
    ) -> tuple[list[date], list[date]]:
        """The meetings' days. A day that was named stands, also one off."""
        if falls_on is None and not named:
            raise OkienkoError("programme-typed-days", said=short(self.said))
        if falls_on is None or (named and not (first or last or count)):
            return sorted(set(named)), []
        since = first or (min(named) if named else None)
        if since is None:
            raise OkienkoError("programme-typed-since")
        if count is None and last is None:
            raise OkienkoError("programme-typed-count")
        if last is not None and last > self.today + FARTHEST:
            raise OkienkoError("programme-wrong-past", day=f"{last.day}.{last.month:02}.{last.year}")
        begins = next((since + timedelta(days=n) for n in range(32) if falls_on(since + timedelta(days=n))), since)
        monday = begins - timedelta(days=begins.weekday())

        def meets(day: date) -> bool:
            return falls_on(day) and ((day - monday).days // 7) % step == 0

        return days_from(since, meets, self.closed, count=count, last=last)

    def _end_of(self) -> date | None:
        for match in list(_END_OF.finditer(self.line.left)):
            if month := month_number(match["month"]):
                self.line.cut(*match.span())
                year = int(match["year"] or self.today.year + (month < self.today.month))
                return date(year, month, monthrange(year, month)[1])
        return None

    def _a_day(self, pattern: re.Pattern[str]) -> date | None:
        """A day with "until" or "from" before it, the coming one where no year is said."""
        for match in list(pattern.finditer(self.line.left)):
            month = month_number(match["month"]) if match["month"] else int(match["number"])
            if month is None or not 1 <= month <= 12:
                continue
            self.line.cut(*match.span())
            day, said_year = int(match["day"]), match["year"] or match["year2"]
            passed = (month, day) < (self.today.month, self.today.day)
            year = int(said_year) if said_year else self.today.year + passed
            try:
                return date(year, month, day)
            except ValueError:
                self.line.wrong = ("roster-wrong-no-day", {"date": f"{day}.{month:02}.{year}"})
        return None

    def _parts(self) -> list[str]:
        """What is left between commas, as it was typed, without joining words at its ends."""
        parts: list[str] = []
        for match in re.finditer(r"[^,;]+", self.said):
            left = (self.said[at] if self.line.left[at] != TAKEN else " " for at in range(*match.span()))
            words = "".join(left).split()
            while words and fold(words[0]).strip(".-–—():") in {*IDLE, ""}:
                words.pop(0)
            while words and fold(words[-1]).strip(".-–—():") in {*IDLE, ""}:
                words.pop()
            if words:
                parts.append(" ".join(words).strip(" .:-–"))
        return parts
