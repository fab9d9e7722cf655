"""Shifts as the office types them: "wtorki 15:30–17 korepetycje, świetlica, 3 osoby, do końca czerwca".

One line a shift or a season; in Polish, Ukrainian, English. Days, hours, people, who is in charge and the last
day are taken out one after the other. What is left between commas is what, where, and what it asks.
"""

import re
import unicodedata
from calendar import monthrange
from collections.abc import Collection
from datetime import date, timedelta
from typing import Final

from bot.announcements.when_tokens import fold
from bot.handlers.rosters.typed import BULLET, EXCEPT, HOURS, IDLE, TAKEN, Line, month_number, short, span_of
from bot.places.daysoff import is_public_holiday
from bot.volunteering.plans import FARTHEST, Plan, Reading
from bot.volunteering.reckoning import interest_of
from bot.volunteering.words import Interest

MOST_LINES: Final = 30

_PHONE = re.compile(r"(?:\btel(?:efon)?\.?:?\s*|\bтел\.?:?\s*)?(?P<number>\+?\d(?:[ -]?\d){8,13})(?!\d)")
_ADULT = re.compile(
    r"\b(?:odpowiada|opiekun\w*|koordynuje|na miejscu(?: jest)?|kontakt|відповідає|на місці|in charge|contact)\b:?"
    rf"\s*(?P<name>[^,;{TAKEN}]+)"
)
_PEOPLE = re.compile(
    r"(?:\b(?:od|min\.?|from|від)\s+)?(?<![\d:.])(?P<low>\d{1,3})(?:\s*(?:-|–|\bdo\b|\bto\b|\bдо\b)\s*(?P<high>\d{1,3}))?"
    r"\s*(?:os\b\.?|osob\w*|wolontariusz\w*|chetn\w*|осіб|особ\w*|волонтер\w*|люд\w*|people|persons?|volunteers?)"
)
_END_OF = re.compile(
    r"\b(?:(?:do|az do)\s+(?:konca|końca)|до кінця|(?:un|)till?\s+(?:the\s+)?end\s+of|to\s+the\s+end\s+of)\s+"
    r"(?P<month>[^\W\d_]{3,})(?:\s+(?P<year>20\d\d))?"
)
_UNTIL = re.compile(
    # A number before it would make hours or people of it; a year does not.
    r"(?:(?<!\d )|(?<=\b20\d\d ))\b(?:do|az do|until|till|to|до)\s+"
    r"(?P<day>\d{1,2})(?:\.(?P<number>\d{1,2})(?:\.(?P<year>20\d\d))?"
    r"|\.?\s+(?:of\s+)?(?P<month>[^\W\d_]{3,})(?:\s+(?P<year2>20\d\d))?)(?![\d:])(?!\s*[-–]\s*\d)"
)
_SINCE = re.compile(
    r"\b(?:od|from|since|starting|з|від)\s+(?P<day>\d{1,2})(?:\.(?P<number>\d{1,2})(?:\.(?P<year>20\d\d))?"
    r"|\.?\s+(?:of\s+)?(?P<month>[^\W\d_]{3,})(?:\s+(?P<year2>20\d\d))?)(?![\d:])(?!\s*(?:[-–]|do\b|to\b|до\b)\s*\d)"
)
_YEAR_END = re.compile(r"\b(?:do konca roku szkolnego|до кінця навчального року|until the end of the school year)\b")
_ADULTS = re.compile(
    r"\b(?:tylko |wylacznie |лише |only )?(?:dorosl\w+|pelnoletni\w*|повнолітн\w*|доросл\w+|adults)\b|\b18\+"
)
_NO_CHILDREN = re.compile(r"\b(?:bez dzieci|без дітей|without children|no children)\b")
_CHILDREN = re.compile(r"\b(?:z dziecmi|praca z dziecmi|з дітьми|with children)\b")


def read_shifts(text: str, today: date, closed: Collection[date]) -> Reading:
    """The shifts that these lines describe; mistakes with their line, counted from 1.

    A season leaves out public holidays and ``closed`` days; a day that is named stands.
    """
    reading = Reading()
    lines = [BULLET.sub("", line).strip() for line in unicodedata.normalize("NFC", text).splitlines() if line.strip()]
    if len(lines) > MOST_LINES:
        reading.wrong(0, "roster-wrong-lines", most=MOST_LINES)
        return reading
    for number, line in enumerate(lines, 1):
        _ShiftLine(number, line, today, closed).read(reading)
    return reading


class _ShiftLine:
    """One line, from which more and more is taken."""

    def __init__(self, number: int, text: str, today: date, closed: Collection[date]) -> None:
        self.line = Line(number, text, today.replace(day=1), today, closed)
        self.number, self.said, self.today, self.closed = number, text, today, closed

    def read(self, reading: Reading) -> None:
        line = self.line
        phone = next((self._as_typed(match, "number") for match in line.take(_PHONE)), "")
        adult = next((self._as_typed(match, "name") for match in line.take(_ADULT)), "")
        no_children, children = bool(line.take(_NO_CHILDREN)), bool(line.take(_CHILDREN))
        adults_only = bool(line.take(_ADULTS))
        people = line.take(_PEOPLE)
        last, first = self._last_day(), self._first_day()
        excepted = self._excepted()
        named = line.dates(line.take, coming=True)
        hours = line.take(HOURS)
        recurring = line.recurring()
        span = span_of(hours[0]) if len(hours) == 1 else None
        if line.wrong is None and span is None:
            line.wrong = ("roster-wrong-hours", {})
        if line.wrong is None and not named and recurring is None:
            line.wrong = ("roster-wrong-days", {})
        if line.wrong is None and not named and last is None:
            line.wrong = ("shift-wrong-until", {})
        if line.wrong is None and last is not None and last > self.today + FARTHEST:
            line.wrong = ("shift-wrong-far", {})
        if line.wrong or span is None:
            key, values = line.wrong or ("roster-wrong-hours", {})
            reading.wrong(self.number, key, said=short(self.said), **values)
            return
        days = sorted({day for day in named if day not in excepted})
        if recurring is not None and not named and last is not None:
            start = max(first or self.today, self.today)
            span_days = [start + timedelta(days=n) for n in range((last - start).days + 1)]
            wanted = [day for day in span_days if recurring(day) and day not in excepted]
            off = {day for day in wanted if is_public_holiday(day) or day in self.closed}
            reading.skipped |= off
            days = [day for day in wanted if day not in off]
        what, where, *needs = [*self._parts(), "", ""]
        low, high = (people[0]["low"], people[0]["high"]) if people else ("1", None)
        interest = interest_of(f"{what} {where}")
        reading.plans.append(
            Plan(
                title=what,
                place=where,
                days=days,
                opens_at=span[0],
                closes_at=span[1],
                least=int(low) if high else 1,
                most=int(high or low),
                adult=adult,
                phone=phone,
                needs=", ".join(part for part in needs if part),
                interest=interest,
                with_children=children or (interest is Interest.CHILDREN and not no_children),
                adults_only=adults_only,
                line=self.number,
            )
        )

    def _as_typed(self, match: re.Match[str], name: str) -> str:
        """A part of a match in the letters that were typed; what was taken before is left out."""
        letters = (self.said[at] for at in range(*match.span(name)) if match.string[at] != TAKEN)
        return " ".join("".join(letters).split()).strip(" .,;:-–")

    def _last_day(self) -> date | None:
        if self.line.take(_YEAR_END):
            return date(self.today.year + (self.today.month > 6), 6, 30)
        for match in list(_END_OF.finditer(self.line.left)):
            if month := month_number(match["month"]):
                self.line.cut(*match.span())
                year = int(match["year"] or self.today.year + (month < self.today.month))
                return date(year, month, monthrange(year, month)[1])
        return self._a_day(_UNTIL)

    def _first_day(self) -> date | None:
        return self._a_day(_SINCE)

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

    def _excepted(self) -> list[date]:
        found: list[date] = []
        for match in self.line.take(EXCEPT):
            said = self.said[match.start("days") : match.end("days")]
            part = Line(self.number, said, self.line.month, self.today, ())
            # What was taken of the line before must not be read again.
            part.left = match["days"]
            found += part.dates(part.take, coming=True)
            self.line.wrong = self.line.wrong or part.wrong
            self.line.put_back(match.start("days"), part.left)
        return found

    def _parts(self) -> list[str]:
        """What is left between commas, as it was typed, without joining words at its ends."""
        parts: list[str] = []
        for match in re.finditer(r"[^,;]+", self.said):
            left = (self.said[at] if self.line.left[at] != TAKEN else " " for at in range(*match.span()))
            words = "".join(left).split()
            while words and (fold(words[0]).strip(".-–—():") in {*IDLE, ""}):
                words.pop(0)
            while words and (fold(words[-1]).strip(".-–—():") in {*IDLE, ""}):
                words.pop()
            if words:
                parts.append(" ".join(words).strip(" .:-–"))
        return parts
