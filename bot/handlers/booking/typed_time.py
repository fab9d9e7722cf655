"""Days and hours that would suit, as people type them: "w czwartek po południu", "jutro rano", "po 15".

The days are read by the grammar of announcements (`bot.announcements.when_reading`); here are only the parts
of a day and what is open at one end, which an announcement never is.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from bot.announcements import NotUnderstood, understand
from bot.announcements.when_reading import read
from bot.announcements.when_said import Refused, Said
from bot.announcements.when_tokens import signs
from bot.clock import WARSAW

PARTS: Final = {
    "morning": (time(0), time(11)),
    "forenoon": (time(0), time(12)),
    "am": (time(0), time(12)),
    "noon": (time(11), time(14)),
    "pm": (time(12), None),
    "evening": (time(16), None),
}
"""From, and before: the hours that a part of the day may mean."""

_END_OF_DAY: Final = time(23, 59)
_ALONE: Final = {"", "at", "onto", "in", "after", "before", "until", "to", "from", "and", "this", "next", "every"}
"""Signs that say nothing about a time unless one follows."""
_AFTER: Final = {"after", "from"}
_BEFORE: Final = {"before", "until"}
_FIGURES: Final = re.compile(r"(\d{1,2})(?:[:.](\d\d))?\.?")
_WORDED: Final = re.compile(r"w(\d{1,2})\.?")
_NOT_OURS: Final = {"when-unknown-words", "when-unclear", "when-day-missing", "when-until-alone"}
"""Refusals of a text that is no time at all, or says no more than a part of one."""


@dataclass(frozen=True, slots=True)
class Window:
    """What suits. Local days from ``first`` to ``last`` (None: any), hours from ``since`` to before ``until``.

    ``exact`` is an hour that was said as such.
    """

    first: date | None = None
    last: date | None = None
    since: time = time(0)
    until: time | None = None
    exact: time | None = None

    @property
    def any_hour(self) -> bool:
        """Whether only days were said."""
        return self.exact is None and self.since == time(0) and self.until is None

    def holds(self, moment: datetime) -> bool:
        """Whether an aware moment lies in it."""
        wall = moment.astimezone(WARSAW)
        if (self.first and wall.date() < self.first) or (self.last and wall.date() > self.last):
            return False
        if self.exact is not None:
            return wall.time() == self.exact
        return self.since <= wall.time() and (self.until is None or wall.time() < self.until)


def time_words(text: str) -> list[tuple[str, bool]]:
    """Every word of a text, and whether it belongs to a time. Prepositions count only with what follows them."""
    found: list[tuple[str, bool]] = []
    for word in reversed([stripped for each in text.split() if (stripped := _stripped(each))]):
        sign = _sign(word)
        alone = sign is not None and set(sign.split()) <= _ALONE
        found.append((word, sign is not None and (not alone or bool(found and found[-1][1]))))
    return found[::-1]


def read_window(text: str, now: datetime) -> Window | NotUnderstood | None:
    """What a text that is nothing but a time asks for; None when it is none.

    ``NotUnderstood`` for a time that cannot be: over already, the 31st of February, two days at once.
    """
    words = [stripped for each in text.split() if (stripped := _stripped(each))]
    if not words or any(_sign(word) is None for word in words):
        return None
    words, window = _open_ends(words)
    words, week = _whole_week(words, now)
    try:
        said = read(" ".join(words))
    except Refused as refused:
        if set(" ".join(_sign(word) or "" for word in words).split()) <= _ALONE:  # all was said already
            return _checked(_merged(window, week)) if window or week else None
        return None if refused.key in _NOT_OURS else NotUnderstood(refused.key, refused.values)
    except (ValueError, OverflowError):
        return NotUnderstood("when-unclear")
    return _laid_on_the_calendar(" ".join(words), said, window, week, now)


def _laid_on_the_calendar(
    text: str, said: Said, window: Window | None, week: Window | None, now: datetime
) -> Window | NotUnderstood:
    hours = window
    if said.part in PARTS and said.hour is None and window is None:
        since, until = PARTS[said.part]
        hours = Window(since=since, until=until)
    if not said.has_day and not said.now:
        exact = _office_hour(said.hour.hour, said.hour.minute, said.part) if said.hour else None
        return _checked(_merged(Window(exact=exact) if exact else hours, week))
    when = understand(text, now, _END_OF_DAY)
    if isinstance(when, NotUnderstood):
        return when
    day = when.wall.date()
    exact = when.wall.time().replace(second=0, microsecond=0) if said.hour or said.minutes is not None else None
    return _checked(_merged(Window(exact=exact) if exact else hours, Window(day, day)))


def _checked(window: Window) -> Window | NotUnderstood:
    """Between three and two there is no hour."""
    empty = window.until is not None and window.until <= window.since
    return NotUnderstood("when-contradiction") if empty else window


def _merged(hours: Window | None, days: Window | None) -> Window:
    hours, days = hours or Window(), days or Window()
    return Window(days.first, days.last, hours.since, hours.until, hours.exact)


def _open_ends(words: list[str]) -> tuple[list[str], Window | None]:
    """Take "po 15", "od 9:30", "przed 12" out."""
    left, since, until, at = list[str](), None, None, 0
    while at < len(words):
        sign = (_sign(words[at]) or "").strip()
        hour, used = _hour(words[at + 1 :]) if sign in _AFTER | _BEFORE else (None, 0)
        if hour is None:
            left.append(words[at])
        elif sign in _AFTER:
            since = hour
        else:
            until = hour
        at += 1 + used
    if since is None and until is None:
        return left, None
    return left, Window(since=since or time(0), until=until)


def _hour(words: list[str]) -> tuple[time | None, int]:
    """The hour with which words begin and how many they are; not the day of a month, nor minutes past an hour."""
    skipped = 1 if words and _sign(words[0]) in ("hour", "at") else 0
    rest = words[skipped:]
    if not rest:
        return None, 0
    figures = _FIGURES.fullmatch(rest[0]) or _WORDED.fullmatch(_sign(rest[0]) or "")
    following = (_sign(rest[1]) or "") if len(rest) > 1 else ""
    if figures is None or re.match(r"mo\d|number|minute|day|week|month|w?\d", following):
        return None, 0
    part = following if following in ("am", "pm") else ""
    minute = int(figures[2] or 0) if figures.re is _FIGURES else 0
    hour = _office_hour(int(figures[1]), minute, part)
    return (hour, skipped + 1 + bool(part or following == "hour")) if hour else (None, 0)


def _office_hour(hour: int, minute: int, part: str) -> time | None:
    """An hour as an office means it: from one to six is the afternoon."""
    if (hour < 7 and part not in ("am", "morning", "night") and hour) or (hour < 12 and part in ("pm", "evening")):
        hour += 12
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _whole_week(words: list[str], now: datetime) -> tuple[list[str], Window | None]:
    """Take "w tym tygodniu", "next week" out, unless a day of it is named."""
    each = [(_sign(word) or "").strip() for word in words]
    if any(re.search(r"wd\d", sign) for sign in each):
        return words, None
    for at, sign in enumerate(each):
        near = {"next", "this"} & {each[i] for i in (at - 1, at + 1) if 0 <= i < len(each)}
        if sign == "week" and near:
            monday = (local := now.astimezone(WARSAW).date()) - timedelta(days=local.weekday())
            monday += timedelta(days=7 * ("next" in near))
            left = [word for i, word in enumerate(words) if i != at and each[i] not in near]
            return left, Window(max(monday, local), monday + timedelta(days=6))
    return words, None


def _sign(word: str) -> str | None:
    """What a word stands for in the grammar of times; empty for one that says nothing, None for another word."""
    found, unknown = signs(word)
    return None if unknown or word.lower() == "się" else found.strip()  # which is no August


def _stripped(word: str) -> str:
    bare = word.strip("!?,;…\"'„”«»()–-")
    return bare[:-1] if bare.endswith(".") and not bare[:-1].isdigit() else bare
