"""One typed line of the desk, like "jutro 10 prawnik Kowalska 600 000 000": when, to whom, who, which number.

Nothing is guessed in silence: what was read stands on the screen before anything is booked.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from typing import Final

from bot.announcements import When, understand
from bot.places.rows import Provider
from bot.places.topics import Topic

LONGEST: Final = 120
"""Characters; a longer line is no line."""
_PHONE: Final = re.compile(r"(?<![\d:.])(?:(?:\+|00)\s?48[\s-]?)?(?:\d[\s-]?){8}\d(?![\d:.])|\+\d[\d\s-]{8,16}\d")
_JOINED: Final = re.compile(r"[\s()./-]+")
_INITIALS: Final = re.compile(r"(?:[^\W\d_a-z]\.)+[^\W\d_]?")
"""W.Z. is somebody, though "w" and "z" begin many a time."""
_LONGEST_TIME: Final = 8
"""Words."""
_SIGNS: Final = " ,;:–—-"
_FOLDED: Final = str.maketrans("ąćęłńóśźż", "acelnoszz")
_STEM: Final = 4
"""Letters that must be the same for an inflected word to be taken for a name of the roster ("prawnika")."""
_END_OF_DAY: Final = time(23, 59)
"""The hour of a day for which none was said: so "today" is not over."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What a line says. ``hour_said``: an hour was typed, not only a day."""

    name: str = ""
    phone: str | None = None
    when: When | None = None
    hour_said: bool = False
    provider: Provider | None = None
    topic: Topic | None = None


def read_line(text: str, now: datetime, providers: Sequence[Provider], topics: Mapping[Topic, Sequence[str]]) -> Typed:
    """What a line says, as far as it can be read; the rest is the name.

    ``topics`` are the words by which each topic is called on the screens.
    """
    text = " ".join(text.split())[:LONGEST]
    text, phone = _without_phone(text)
    words = [word.strip(_SIGNS) for word in text.split()]
    words = [word for word in words if word]
    words, provider = _without_provider(words, providers)
    words, topic = _without_topic(words, topics) if provider is None else (words, None)
    words, when = _without_when(words, now)
    said = when is not None and not {"when-guessed-hour", "when-guessed-part"} & set(when.assumptions)
    return Typed(" ".join(words), phone, when, said, provider, topic)


def read_person(text: str) -> tuple[str, str | None]:
    """A name or initials and, where there is one, a phone number."""
    text, phone = _without_phone(" ".join(text.split())[:LONGEST])
    return " ".join(text.strip(_SIGNS).split()), phone


def _without_phone(text: str) -> tuple[str, str | None]:
    found = _PHONE.search(text)
    if found is None:
        return text, None
    before = re.sub(
        r"\b(tel|nr|numer|telefon|тел|phone)\b\.?\s*$", "", text[: found.start()].rstrip(" :"), flags=re.IGNORECASE
    )
    return f"{before} {text[found.end() :]}", _JOINED.sub("", found[0])


def _without_provider(words: list[str], providers: Sequence[Provider]) -> tuple[list[str], Provider | None]:
    """Take out an adviser as the roster calls them, inflected too; of several alike, none."""
    for size in (3, 2, 1):
        for start in range(len(words) - size + 1):
            said = words[start : start + size]
            alike = [each for each in providers if _alike(said, each.name.split())]
            if len(alike) == 1:
                rest = words[:start] + words[start + size :]
                return _without_link(rest, start), alike[0]
    return words, None


def _without_topic(words: list[str], topics: Mapping[Topic, Sequence[str]]) -> tuple[list[str], Topic | None]:
    for start, word in enumerate(words):
        for topic, names in topics.items():
            if any(_alike([word], [name]) for name in names):
                return _without_link(words[:start] + words[start + 1 :], start), topic
    return words, None


def _without_link(words: list[str], at: int) -> list[str]:
    """ "do prawnika": the little word before goes with it."""
    if at and words[at - 1].lower() in ("do", "u", "z", "dla", "to", "до"):
        return words[: at - 1] + words[at:]
    return words


def _without_when(words: list[str], now: datetime) -> tuple[list[str], When | None]:
    """Take out the stretch of words that is a time and leaves most likely a name: no figures, and something."""
    found: list[tuple[int, bool, int, int, int, When]] = []
    for start in range(len(words)):
        for end in range(start + 1, min(len(words), start + _LONGEST_TIME) + 1):
            if any(_INITIALS.fullmatch(word) for word in words[start:end]):
                break
            when = understand(" ".join(words[start:end]), now, _END_OF_DAY)
            if isinstance(when, When) and when.recurrence is None:
                rest = words[:start] + words[end:]
                figures = sum(any(letter.isdigit() for letter in word) for word in rest)
                found.append((figures, not rest, start - end, start, end, when))
    if not found:
        return words, None
    *_, start, end, when = min(found, key=lambda each: each[:4])
    return words[:start] + words[end:], when


def _alike(said: Sequence[str], name: Sequence[str]) -> bool:
    return len(said) == len(name) and all(_one_alike(a, b) for a, b in zip(said, name, strict=True))


def _one_alike(said: str, name: str) -> bool:
    one, other = said.lower().translate(_FOLDED), name.lower().translate(_FOLDED)
    if one == other:
        return True
    shorter = min(len(one), len(other))
    same = next((i for i in range(shorter) if one[i] != other[i]), shorter)
    return same >= _STEM and same >= len(other) - 2 and len(one) - same <= 3
