"""Duties as the office types them: "poniedziałki 9–13 prawnik, pokój 12, co 30 min"; in Polish, Ukrainian, English.

One line a duty. From a line the hours, the length of a slot, the room and the days are taken out one after
the other; what is left names who gives it. What could mean two things is asked again, never guessed.
"""

import re
import unicodedata
from collections.abc import Callable, Collection, Mapping
from datetime import date, time, timedelta
from functools import cache
from itertools import pairwise
from typing import Final

from bot.announcements.when_tokens import fold, lexicon
from bot.places.daysoff import is_public_holiday
from bot.places.roster.entries import USUAL_STEP, Entry, Reading, days_of

MOST_LINES: Final = 100
TAKEN: Final = "\x00"

BULLET = re.compile(r"^\s*(?:[-–•*·]|\d+\))\s+")
_STEP = re.compile(r"\b(?:co|po|every|each|кожні|кожних|що|по)\s+(\d{1,3})\s*(?:min\w*|хв\w*|')")
_STEP_WORDS: Final = {
    r"\b(?:co|every|кожні)\s+(?:pol godziny|half an hour|півгодини)": 30,
    r"\b(?:co kwadrans|every quarter)\b": 15,
    r"\b(?:co godzine|every hour|щогодини|кожну годину)\b": 60,
}
_BUFFER = re.compile(r"\b(?:przerw\w*|перерв\w*|break\w*)\s*(?:po|of)?\s*(\d{1,3})\s*(?:min\w*|хв\w*|')?")
_ROOM_WORD: Final = r"(?:pokoj\w*|pok\.|p\.(?=\s?\d)|sal[aię]|gabinet\w*|room|кімнат\w*|каб\.|кабінет\w*|зал[аі]?)"
_ROOM = re.compile(
    rf"(?:\b(?:w|we|у|в|in)\s+)?(?<!\w)(?P<word>{_ROOM_WORD})\s*(?P<rest>(?:nr\.?\s*)?\d+\w?|[^,;:\d]+)?"
)
_HOUR: Final = r"(\d{1,2})(?:[:.]?([0-5]\d))?"
HOURS = re.compile(
    rf"(?:\b(?:w godz(?:inach|\.)?|godz\.?|od|from|від|з|w|o)\s+)?(?<![\d.:]){_HOUR}\s*(?:h\b\s*)?"
    rf"(?:[-–—]|\bdo\b|\bto\b|\bдо\b)\s*{_HOUR}(?![\d.:])"
)
_ISO = re.compile(r"\b(\d{4})-(\d{1,2})-(\d{1,2})\b")
_DOTTED = re.compile(
    r"(?<![\d:.–-])((?:\d{1,2}\.?\s*(?:,|-|–|i|oraz|and|та|и|і)\s*)*)(\d{1,2})\.(\d{1,2})(?:\.(\d{4})|\.)?(?![\d:])"
)
_NUMBERS: Final = r"\d{1,2}\.?(?:\s*(?:,|-|–|i|oraz|and|та|и|і)\s*\d{1,2}\.?)*"
_NAMED = re.compile(
    rf"(?<![\d:.–-])({_NUMBERS})\s*(?:-?(?:go|th|st|nd|rd|го))?\s+(?:of\s+)?([^\W\d_]{{3,}})(?:\s+(20\d\d))?"
)
EXCEPT = re.compile(r"\b(?:oprocz|poza|bez|z wyjatkiem|крім|окрім|без|except|but not)\b(?P<days>[^;]*)")
_WORD = re.compile(r"(?:(\d)\.)?[^\W\d_]+(?:['’ʼ`][^\W\d_]+)*|(\d)\.")
_BETWEEN: Final = r"\s*(?:[-–—]|\bdo\b|\bto\b|\bпо\b|\bдо\b)\s*"
_IDLE_WORDS: Final = (
    "w we i oraz na od do co z ze kazdy kazda kazde kazdego kazdej miesiaca miesiacu dzien dnia dni dyzur dyzury "
    "godz godzina godzinach u v в у и та з на із every each on the of and in month at from "
    "кожен кожна кожну кожного кожної місяця місяць день дня чергування"
)
IDLE: Final = frozenset(fold(_IDLE_WORDS).split())
_TODAY = re.compile(r"\b(?:dzis|dzisiaj|сьогодні|today)\b")
_TOMORROW = re.compile(r"\b(?:jutro|завтра|tomorrow)\b")
_WORKDAYS = re.compile(
    r"\b(?:codziennie|(?:w )?dni robocze|щодня|(?:у )?робочі дні|будні|daily|every day|weekdays|working days)\b"
)
""""Every day" of an office is every working day."""


def read_lines(
    text: str,
    month: date,
    today: date,
    services: Mapping[str, str],
    known: Collection[str] = (),
    closed: Collection[date] = (),
) -> Reading:
    """The duties of a month that these lines describe; mistakes with their line, counted from 1.

    ``services`` are cards by what they may be called (small letters); a line may begin with one and a
    colon. ``known`` are the names of advisers, written as they are here. Recurring days leave out public
    holidays, ``closed`` days and what is over; a day that is named stands.
    """
    reading = Reading()
    lines = [BULLET.sub("", line).strip() for line in unicodedata.normalize("NFC", text).splitlines() if line.strip()]
    if len(lines) > MOST_LINES:
        reading.wrong(0, "roster-wrong-lines", most=MOST_LINES)
        return reading
    names = {name.casefold(): name for name in known}
    for number, line in enumerate(lines, 1):
        Line(number, line, month, today, closed).read_into(reading, services, names)
    return reading


def days_in(text: str, today: date) -> tuple[list[date], str] | None:
    """The days of a text like "24 grudnia Wigilia", "24 i 31.12" or "dziś", and the rest of it.

    Where no year is said, the coming ones. None when there is no day in it, or one that does not exist.
    """
    line = Line(1, unicodedata.normalize("NFC", text), today.replace(day=1), today, ())
    days = line.dates(line.take, coming=True)
    for ahead, pattern in enumerate((_TODAY, _TOMORROW)):
        if line.take(pattern):
            days.append(today + timedelta(days=ahead))
    return None if line.wrong or not days else (sorted(set(days)), line.rest())


class Line:
    """One line, from which more and more is taken."""

    def __init__(self, number: int, text: str, month: date, today: date, closed: Collection[date]) -> None:
        self.number, self.month, self.today, self.closed = number, month, today, closed
        self.said = text
        # Letter by letter, so that places in the folded line are places in the typed one.
        self.left = "".join((fold(letter) or " ")[0] for letter in text)
        self.wrong: tuple[str, dict[str, str | int]] | None = None

    def take(self, pattern: re.Pattern[str]) -> list[re.Match[str]]:
        found = list(pattern.finditer(self.left))
        for match in found:
            self.cut(*match.span())
        return found

    def cut(self, start: int, end: int) -> None:
        self.left = self.left[:start] + TAKEN * (end - start) + self.left[end:]

    def read_into(self, reading: Reading, services: Mapping[str, str], names: Mapping[str, str]) -> None:
        service = self._service(services)
        step = next((int(match[1]) for match in self.take(_STEP)), None)
        for pattern, minutes in _STEP_WORDS.items():
            if self.take(re.compile(pattern)):
                step = minutes
        buffer = next((int(match[1]) for match in self.take(_BUFFER)), 0)
        excepted: list[date] = []
        for match in self.take(EXCEPT):
            part = Line(self.number, self.said[match.start("days") : match.end("days")], self.month, self.today, ())
            excepted += part.dates(part.take)
            self.wrong = self.wrong or part.wrong
            self.put_back(match.start("days"), part.left)
        room = self.room()
        named = self.dates(self.take)
        hours = self.take(HOURS)
        recurring = self.recurring()
        provider = self._provider(names)
        if self.wrong is None and len(hours) != 1:
            self.wrong = ("roster-wrong-hours", {})
        if self.wrong is None and not named and recurring is None:
            self.wrong = ("roster-wrong-days", {})
        if self.wrong is None and not provider:
            self.wrong = ("roster-wrong-who", {})
        span = span_of(hours[0]) if len(hours) == 1 else None
        if self.wrong is None and span is None:
            self.wrong = ("roster-wrong-hours", {})
        if self.wrong or span is None:
            key, values = self.wrong or ("roster-wrong-hours", {})
            reading.wrong(self.number, key, said=short(self.said), **values)
            return
        days = [day for day in named if day not in excepted]
        if recurring is not None and not named:
            wanted = [day for day in days_of(self.month) if recurring(day) and day not in excepted]
            off = {day for day in wanted if is_public_holiday(day) or day in self.closed}
            days = [day for day in wanted if day >= self.today and day not in off]
            reading.skipped |= off
        for day in sorted(set(days)):
            reading.entries.append(
                Entry(
                    provider=provider,
                    day=day,
                    opens_at=span[0],
                    closes_at=span[1],
                    service=service,
                    room=room,
                    step=USUAL_STEP if step is None else step,
                    buffer=buffer,
                    line=self.number,
                )
            )

    def _service(self, services: Mapping[str, str]) -> str:
        head, colon, _ = self.said.partition(":")
        if colon and (found := services.get(" ".join(head.casefold().split()))):
            self.cut(0, len(head) + 1)
            return found
        return ""

    def put_back(self, start: int, left: str) -> None:
        """What was looked at apart from the rest, as far as nothing was taken of it."""
        self.left = self.left[:start] + left + self.left[start + len(left) :]

    def room(self) -> str:
        """The room that is named; empty for none."""
        match = _ROOM.search(self.left)
        if match is None:
            return ""
        rest = match["rest"] or ""
        end = match.end() if not rest or rest[-1].isdigit() or rest[0].isdigit() else match.start("rest") + len(rest)
        start = match.start("word")
        self.cut(match.start(), end)
        said = " ".join(self.said[start:end].split()).strip(" .")
        return re.sub(r"^(?i:pok\.?|p\.|pokoju)\s*(?=\d|nr)", "pokój ", said)

    def dates(self, take: Callable[[re.Pattern[str]], list[re.Match[str]]], *, coming: bool = False) -> list[date]:
        """The days that are named. One that the calendar has not is what is wrong with the line."""
        found: list[date] = []
        for match in take(_ISO):
            found += self._day(int(match[1]), int(match[2]), int(match[3]))
        for match in list(_NAMED.finditer(self.left)):
            month = month_number(match[2])
            if month is None:
                continue
            self.cut(*match.span())
            year = int(match[3]) if match[3] else None
            for day in _numbers(match[1]):
                found += self._day(year or self._year(month, day, coming), month, day)
        for match in list(_DOTTED.finditer(self.left)):
            month = int(match[3])
            if not 1 <= month <= 12 or (match[4] is None and match[0][-1] != "." and _is_hour(self.left, match)):
                continue
            self.cut(*match.span())
            year = int(match[4]) if match[4] else None
            for day in _numbers(match[1] + match[2]):
                found += self._day(year or self._year(month, day, coming), month, day)
        return found

    def _year(self, month: int, day: int, coming: bool) -> int:
        if not coming:
            return self.month.year
        return self.today.year + ((month, day) < (self.today.month, self.today.day))

    def _day(self, year: int, month: int, day: int) -> list[date]:
        try:
            return [date(year, month, day)]
        except ValueError:
            self.wrong = ("roster-wrong-no-day", {"date": f"{day}.{month:02}.{year}"})
            return []

    def recurring(self) -> Callable[[date], bool] | None:
        """Whether a day of the month is meant; None when nothing recurs. The weekdays and their ordinals are taken."""
        if self.take(_WORKDAYS):
            return lambda day: day.weekday() < 5
        weekdays, ordinals, spans, pending = set[int](), set[int](), list[tuple[int, int, int]](), set[int]()
        for match in list(_WORD.finditer(self.left)):
            sign = _sign(match[0])
            if sign.startswith("wd"):
                weekdays.add(int(sign[2:]))
                spans.append((int(sign[2:]), *match.span()))
                ordinals |= pending
            elif re.fullmatch(r"w[1-5]\.|last", sign):
                pending.add(-1 if sign == "last" else int(sign[1]))
            elif match[0] in IDLE:
                continue
            else:
                pending = set()
                continue
            self.cut(*match.span())
        if not weekdays:
            return None
        before = self.said.casefold()
        if re.search(r"\b(?:co drug|every other|every second|що друг|кожен друг)", before):
            self.wrong = ("roster-wrong-fortnight", {})
        for (first, _, end), (last, start, _) in pairwise(spans):
            if re.fullmatch(_BETWEEN, self.left[end:start]) and first < last:
                weekdays |= set(range(first, last))
                self.cut(end, start)
        return lambda day: day.weekday() in weekdays and (not ordinals or _counted(day, ordinals))

    def _provider(self, names: Mapping[str, str]) -> str:
        name = self.rest()
        return names.get(name.casefold(), name)

    def rest(self) -> str:
        """What is left, as it was typed, without words that only join."""
        left = [
            self.said[match.start() : match.end()]
            for match in re.finditer(r"[^\s,;:\x00]+", self.left)
            if fold(match[0]).strip(".-–—()") and fold(match[0]).strip(".") not in IDLE
        ]
        return " ".join(left).strip(" .-–—")


def span_of(match: re.Match[str]) -> tuple[time, time] | None:
    """The hours of a match of `HOURS`; None for what is no hour."""
    try:
        return time(int(match[1]), int(match[2] or 0)), time(int(match[3]), int(match[4] or 0))
    except ValueError:
        return None


def _counted(day: date, ordinals: Collection[int]) -> bool:
    last = day.day + 7 > len(days_of(day))
    return (day.day - 1) // 7 + 1 in ordinals or (-1 in ordinals and last)


def _numbers(said: str) -> list[int]:
    """ "3, 10 i 17" and "3–7"."""
    found: list[int] = []
    for match in re.finditer(r"(\d{1,2})\.?(?:\s*[-–]\s*(\d{1,2}))?", said):
        found += range(int(match[1]), int(match[2] or match[1]) + 1)
    return found


def _is_hour(line: str, match: re.Match[str]) -> bool:
    """Whether "9.30" stands in a stretch of hours."""
    after, before = line[match.end() :], line[: match.start()]
    return bool(
        re.match(r"\s*(?:[-–—]|do\b|to\b|до\b)", after) or re.search(r"(?:[-–—]|\bdo|\bto|\bдо|\bod)\s*$", before)
    )


@cache
def _sign(word: str) -> str:
    """What a folded word means among days; weekdays and their plurals alike."""
    word = re.sub(r"['’ʼ`]", "", word)
    if re.fullmatch(r"[1-5]\.", word):
        return f"w{word}"
    return lexicon().get(word, _PLURALS.get(word, "")).removeprefix("every ")


_PLURALS: Final = {
    fold(word): sign
    for sign, words in {
        "wd2": "środy śr",
        "wd4": "piątki",
        "wd5": "soboty",
        "wd6": "niedziele",
    }.items()
    for word in words.split()
}


def month_number(word: str) -> int | None:
    """The month that a folded word names, in any case of it."""
    sign = lexicon().get(word, "")
    return int(sign[2:]) if re.fullmatch(r"mo\d+", sign) else None


def short(said: str) -> str:
    """A line, short enough for a sentence about it."""
    return said if len(said) <= 60 else said[:59] + "…"
