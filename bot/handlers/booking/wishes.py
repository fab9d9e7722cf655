"""What a typed sentence wants with a booking: make one, move or cancel one, see them.

Precision first, as in `bot.catalogue.search.intents`: every word must be known to belong, but for ``rest``,
which the caller looks for among advisers and topics. Anything else stays a question to the catalogue.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto
from functools import cache
from typing import Final

from bot.announcements import NotUnderstood
from bot.catalogue.search.folding import keys, words
from bot.catalogue.search.intent_words import FILLERS
from bot.catalogue.search.intents import Intent, intent_of
from bot.handlers.booking import wish_words
from bot.handlers.booking.typed_time import Window, read_window, time_words
from bot.places import codes
from bot.places.attendees import Relation

LONGEST: Final = 16
"""Words of a wish; whoever writes more, tells something."""


class What(Enum):
    """What is to be done."""

    BOOK = auto()
    CANCEL = auto()
    """Or move: whoever cannot come may want either."""
    MOVE = auto()
    LIST = auto()
    CODE = auto()
    """A code and nothing else."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A wish. ``window``: the time that was said, in the words ``typed``; ``whose``: for whom; ``code``: as typed.

    ``rest`` are words that may name an adviser or a topic; ``strong``: it can be about nothing but a time
    with somebody; ``anyone``: with whoever is free.
    """

    what: What
    window: Window | NotUnderstood | None = None
    whose: Relation | None = None
    code: str | None = None
    rest: tuple[str, ...] = ()
    strong: bool = False
    anyone: bool = False
    typed: str | None = None


def read_wish(text: str, now: datetime) -> Wish | None:
    """The wish that a text is; None for everything that may be a question."""
    bare = text.strip().strip(".!")
    if codes.typed(bare) or codes.mistyped(bare):
        return Wish(What.CODE, code=bare)
    text, code = _without_code(text)
    said = [(word.lower(), timely) for word, timely in time_words(text)]
    if not 0 < len(said) <= LONGEST:
        return None
    heard = [(word, timely, _kinds(word)) for word, timely in said]
    found = frozenset().union(*(kinds for _, _, kinds in heard))
    typed = " ".join(word for word, timely, kinds in heard if timely and not kinds - {"filler"}) or None
    window = read_window(typed, now) if typed else None
    whose = next((Relation(kin) for kin in wish_words.KIN if kin in found), None)
    rest = tuple(word for word, timely, kinds in heard if not timely and not kinds)
    timed = window is not None
    when = typed if timed else None
    if code and not rest and not found - {"code", "filler", "visit", "ask"}:
        return Wish(What.CODE, code=code)
    if "move" in found or ("change" in found and ("visit" in found or (timed and "not" not in found))):
        own = _only(heard, "move change visit ask")
        return Wish(What.MOVE, window, whose, code, rest, strong=True, typed=when) if own else None
    cannot = {"not", "able"} <= found and (timed or "visit" in found or "strong-come" in found)
    will_not = {"not", "strong-come"} <= found
    if "cancel" in found or cannot or will_not:
        own = _only(heard, "cancel not able come strong-come visit ask")
        return Wish(What.CANCEL, window, whose, code, rest, strong=True) if own else None
    intent = intent_of(text)
    if intent is Intent.MY_VISITS:
        return Wish(What.LIST)
    if intent is Intent.CANCEL:
        return Wish(What.CANCEL, window, whose, code, strong=True)
    booking = "ask" in found or ("visit" in found and not rest) or {"visit", "free"} <= found
    if not booking and not ("free" in found and (rest or "who" in found)):
        return None
    if "not" in found or not _only(heard, "ask visit free"):
        return None
    anyone = {"who", "free"} <= found
    return Wish(What.BOOK, window, whose, None, rest, strong="visit" in found, anyone=anyone, typed=when)


def names(word: str, name: str) -> bool:
    """Whether a typed word is one of a name's, in any case of it: "prawnika" for "prawnik"."""
    return any(_akin(key, other) for key in keys(word) for part in words(name) for other in keys(part))


def topics_named(rest: Iterable[str]) -> set[str]:
    """The topics (`bot.places.topics.Topic`) that words speak of."""
    return {
        topic
        for topic, stems in wish_words.TOPICS.items()
        for stem in stems.split()
        for word in rest
        if any(key.startswith(start) for key in keys(word) for start in keys(stem))
    }


def _akin(key: str, other: str) -> bool:
    """Two forms of one word: the same but for the end, which is a third at most."""
    common = next((i for i, (a, b) in enumerate(zip(key, other, strict=False)) if a != b), min(len(key), len(other)))
    return common >= 4 and common * 3 >= max(len(key), len(other)) * 2


def _only(heard: list[tuple[str, bool, frozenset[str]]], kinds: str) -> bool:
    """Whether every known word is of these kinds, or speaks of a time, of whom, or of nothing."""
    allowed = {*kinds.split(), "filler", "code", *wish_words.KIN}
    return all(timely or not own or own & allowed for _, timely, own in heard)


def _without_code(text: str) -> tuple[str, str | None]:
    """Take a code out of a sentence: one word, or three letters and four."""
    each = text.split()
    for size in (1, 2):
        for at in range(len(each) - size + 1):
            part = " ".join(each[at : at + size]).strip(".,!?;:")
            if codes.typed(part) and (size == 1 or len(each[at].strip(".,")) == 3):
                return " ".join(each[:at] + each[at + size :]), part
    return text, None


def _kinds(word: str) -> frozenset[str]:
    spoken = words(word)
    if len(spoken) != 1:
        return frozenset()
    return frozenset().union(*(_lexicon().get(key, frozenset()) for key in keys(spoken[0])))


@cache
def _lexicon() -> dict[str, frozenset[str]]:
    lists = {
        "ask": wish_words.ASK,
        "visit": wish_words.VISIT,
        "free": wish_words.FREE,
        "cancel": wish_words.CANCEL,
        "move": wish_words.MOVE,
        "change": wish_words.CHANGE,
        "not": wish_words.NOT,
        "able": wish_words.ABLE,
        "come": wish_words.COME,
        "strong-come": wish_words.STRONG_COME,
        "filler": f"{FILLERS} {wish_words.ALSO}",
        "code": wish_words.CODE,
        "who": "kto хто кто who",
        **wish_words.KIN,
    }
    found: dict[str, set[str]] = {}
    for kind, listed in lists.items():
        for word in words(listed):
            for key in keys(word):
                found.setdefault(key, set()).add(kind)
    return {key: frozenset(kinds) for key, kinds in found.items()}
