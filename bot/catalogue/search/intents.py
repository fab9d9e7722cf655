"""What somebody types beside questions to the catalogue: wishes ("po polsku"), follow-ups ("a ile to kosztuje?").

Precision first: a text counts only when every word of it is known to belong, so nothing that could be
a question about a service is taken away from the search. All four languages are heard at once,
because people do not write in the language of their screen.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from bot.catalogue.search.folding import keys, words
from bot.catalogue.search.intent_words import FILLERS, FOLLOW_UPS, INTENTS, NOT_TYPOS

LONGEST = 14
"""Words of a wish; whoever writes more, tells something."""
SHORTEST_TYPO = 5
LONG_WORD = 11
"""Letters from which two mistakes are forgiven instead of one."""

_BETWEEN = re.compile(r"[,;?!./\n]+|(?<!\w)(?:i|oraz|a|and|та|і|й|и|а)(?!\w)", re.IGNORECASE)


class Intent(StrEnum):
    """Something that has a place of its own in the chat."""

    MY_VISITS = "my-visits"
    CANCEL = "cancel"
    HUMAN = "human"
    MACHINE = "machine"
    """Is this a machine? Whoever asks must be told (AI Act, art. 50)."""
    LANGUAGE_PL = "language-pl"
    LANGUAGE_UK = "language-uk"
    LANGUAGE_EN = "language-en"
    LANGUAGE_OTHER = "language-other"
    FORGET = "forget"
    PRIVACY = "privacy"
    START_OVER = "start-over"
    CHANGE_CENTRE = "change-centre"
    HELP = "help"


class Aspect(StrEnum):
    """What can be asked about a card that is being looked at."""

    FEE = "fee"
    PHONE = "phone"
    DOCUMENTS = "documents"
    FOR_WHOM = "for-whom"
    HOW = "how"
    ACCESS = "access"
    HOURS = "hours"
    WHERE = "where"


Known = Callable[[str], bool]
"""Whether the centre's cards have a word (lower case): such a word is meant, not a misspelling of ours."""


def _nothing(_word: str) -> bool:
    return False


def intent_of(text: str, known: Known = _nothing) -> Intent | None:
    """The wish that a text is, in any of the languages; None for everything that may be a question."""
    meaning = _wishes().meaning(words(text), known)
    return Intent(meaning) if meaning else None


def follow_up_of(text: str, known: Known = _nothing) -> tuple[Aspect, ...]:
    """What a text asks about the card before it, in the order of asking; empty when it has a topic of its own."""
    found: list[Aspect] = []
    for clause in _BETWEEN.split(text):
        spoken = words(clause)
        if not spoken or _questions().only_fillers(spoken, known):
            continue
        meaning = _questions().meaning(spoken, known)
        if meaning is None:
            whole = _questions().meaning(words(text), known)
            return (Aspect(whole),) if whole else ()
        found.append(Aspect(meaning))
    return tuple(dict.fromkeys(found))


@dataclass(frozen=True, slots=True)
class _Rule:
    meaning: str
    parts: tuple[frozenset[str], ...]
    without: frozenset[str]
    all: frozenset[str]


class _Rules:
    """Rules with every word as it sounds."""

    def __init__(self, rules: Sequence[tuple[str, str, str]]) -> None:
        self._fillers = _heard(FILLERS)
        self._rules = []
        for meaning, parts, also in rules:
            listed = [part.strip() for part in parts.split("|")]
            each = tuple(_heard(part) for part in listed if not part.startswith("!"))
            without = frozenset().union(*(_heard(part) for part in listed if part.startswith("!")))
            self._rules.append(_Rule(meaning, each, without, frozenset().union(*each, _heard(also))))
        known = frozenset().union(*(rule.all for rule in self._rules))
        self._known = known | self._fillers
        self._not_typos = _heard(NOT_TYPOS)
        self._by_letter: dict[str, list[str]] = defaultdict(list)
        for key in sorted(known):
            if len(key) >= SHORTEST_TYPO:
                self._by_letter[key[0]].append(key)

    def meaning(self, spoken: Sequence[str], known: Known) -> str | None:
        """The meaning of the first rule that covers all words."""
        if not 0 < len(spoken) <= LONGEST:
            return None
        heard = [self._hear(word, known) for word in spoken]
        if not all(heard):
            return None
        for rule in self._rules:
            covered = all(not each.isdisjoint(rule.all) or not each.isdisjoint(self._fillers) for each in heard)
            if not covered or any(not each.isdisjoint(rule.without) for each in heard):
                continue
            if all(any(not each.isdisjoint(part) for each in heard) for part in rule.parts):
                return rule.meaning
        return None

    def only_fillers(self, spoken: Iterable[str], known: Known) -> bool:
        """Whether the words say nothing by themselves ("proszę pani")."""
        alone = frozenset().union(*(rule.parts[0] for rule in self._rules if len(rule.parts) == 1))
        return all(
            (heard := self._hear(word, known)) and heard <= self._fillers and heard.isdisjoint(alone) for word in spoken
        )

    def _hear(self, word: str, known: Known) -> frozenset[str]:
        """The known words that this one is, or is a misspelling of; empty for a word about something else."""
        sounds = frozenset(keys(word))
        if ours := sounds & self._known:
            return ours
        if sounds & self._not_typos or known(word):
            return frozenset()
        near: set[str] = set()
        for sound in sounds:
            if len(sound) >= SHORTEST_TYPO:
                allowed = 1 if len(sound) < LONG_WORD else 2
                hits = extract(sound, self._by_letter[sound[0]], scorer=OSA.distance, score_cutoff=allowed, limit=3)
                near.update(other for other, _, _ in hits)
        return frozenset(near)


@lru_cache(maxsize=1)
def _wishes() -> _Rules:
    return _Rules(INTENTS)


@lru_cache(maxsize=1)
def _questions() -> _Rules:
    return _Rules(FOLLOW_UPS)


def _heard(listed: str) -> frozenset[str]:
    return frozenset(key for word in words(listed) for key in keys(word))
