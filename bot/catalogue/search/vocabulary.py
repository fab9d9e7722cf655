"""From what somebody typed to the terms it may mean, each with a strength from 0 to 1."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import islice

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from bot.catalogue.search.folding import is_cyrillic, keys, translit_key
from bot.catalogue.search.forms import Lexicon, Term, stems

EXACT = 1.0
STEM = 0.7
SPLIT = 0.85
TRANSLIT = 0.85
VERB_PREFIX = 0.75
CUT_OFF = 0.75
TYPO = {1: 0.9, 2: 0.75}
KNOWN_WORD = 0.3
"""What is left of a typo's strength when the typed word is itself a Polish word."""

_VERB_PREFIXES = ("prze", "przy", "roz", "pod", "nad", "od", "ob", "po", "na", "za", "vi", "do", "u", "o", "s", "z")
_LIMIT = 12
_LAST = "\U0010ffff"
"""After every letter."""

Matches = tuple[tuple[Term, float], ...]


class Spellings:
    """All forms of a lexicon, arranged for finding those that are nearly what was typed."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.by_key: Mapping[str, tuple[Term, ...]] = lexicon.by_key
        self.in_dictionary = lexicon.dictionary.has
        self._sorted = sorted(lexicon.by_key)
        self._ends: dict[str, list[str]] = defaultdict(list)
        for key in self._sorted:
            if len(key) >= 4:
                self._ends[key[-3:]].append(key)

    def beginning_with(self, key: str) -> Iterator[str]:
        for other in islice(self._sorted, bisect_left(self._sorted, key), None):
            if not other.startswith(key):
                break
            yield other

    def near(self, key: str) -> list[tuple[str, int]]:
        """The nearest forms and their distance: one mistake in short words, two in long ones.

        A mistake leaves either the first or the last three letters whole, as good as always.
        """
        if len(key) < 4 or not key.isalpha():
            return []
        allowed = 1 if len(key) <= 6 else 2
        first, last = (bisect_left(self._sorted, start) for start in (key[:3], key[:3] + _LAST))
        alike = self._sorted[first:last] + self._ends.get(key[-3:], [])
        shortest, longest = max(4, len(key) - allowed), len(key) + allowed
        near = list(dict.fromkeys(other for other in alike if shortest <= len(other) <= longest))
        hits = extract(key, near, scorer=OSA.distance, score_cutoff=allowed, limit=_LIMIT)
        return [(other, max(1, int(distance))) for other, distance, _ in hits if distance == hits[0][1]]


class Vocabulary:
    """What typed words can mean on the cards of one centre."""

    def __init__(self, spellings: Spellings, terms: Container[Term]) -> None:
        """``terms`` are those of the cards; others are not worth a match."""
        self._spellings = spellings
        self._table = spellings.by_key
        self._terms = terms
        self._cached = lru_cache(maxsize=4096)(self._look_up)

    def look_up(self, word: str, *, cut_off: bool = False) -> Matches:
        """The terms of a typed word (lower case). ``cut_off``: it may be only the beginning of one."""
        return self._cached(word, cut_off)

    def knows(self, word: str) -> bool:
        """Whether the cards have this word (lower case) in any form, misspellings not counted."""
        return any(term in self._terms for key in keys(word) for term in self._table.get(key, ()))

    def pair(self, first: str, second: str) -> Matches:
        """The terms of two typed words that are one: "ręko dzieło"."""
        found: dict[Term, float] = {}
        for key in keys(first + second):
            if len(key) >= 6:
                self._add(found, self._table.get(key, ()), SPLIT)
        return tuple(found.items())

    def _look_up(self, word: str, cut_off: bool) -> Matches:
        found: dict[Term, float] = {}
        cyrillic = is_cyrillic(word)
        heard = keys(word)
        for key in heard:
            self._add(found, self._table.get(key, ()), EXACT)
        if not cyrillic and (other := translit_key(word)) not in heard:
            self._add(found, self._table.get(other, ()), TRANSLIT)
            self._add(found, (t for t in stems(other, True)), STEM * TRANSLIT)
        elif not cyrillic:
            self._add(found, (t for t in stems(heard[0], True)), STEM * TRANSLIT)
        for key in heard:
            self._add(found, stems(key, cyrillic), STEM)
        if cut_off and len(word) >= 3:
            self._add_beginnings(found, heard)
        if not found:
            self._add_derived(found, heard)
        if not any(strength >= EXACT for strength in found.values()):
            self._add_typos(found, word, heard)
        if not found:
            self._add_halves(found, heard)
        return tuple(found.items())

    def _add(self, found: dict[Term, float], terms: Iterable[Term], strength: float) -> None:
        for term in terms:
            if term in self._terms and strength > found.get(term, 0.0):
                found[term] = strength

    def _add_beginnings(self, found: dict[Term, float], heard: Iterable[str]) -> None:
        for key in heard:
            if len(key) >= 3:
                for other in islice(self._spellings.beginning_with(key), 400):
                    self._add(found, self._table[other], CUT_OFF)

    def _add_derived(self, found: dict[Term, float], heard: Iterable[str]) -> None:
        """ "ostrzyc" where the cards say "strzyc"."""
        for key in heard:
            for prefix in _VERB_PREFIXES:
                if key.startswith(prefix) and len(key) - len(prefix) >= 4:
                    self._add(found, self._table.get(key[len(prefix) :], ()), VERB_PREFIX)

    def _add_typos(self, found: dict[Term, float], word: str, heard: Iterable[str]) -> None:
        for key in heard:
            if near := self._spellings.near(key):
                known = KNOWN_WORD if self._spellings.in_dictionary(word) else 1.0
                for other, distance in near:
                    self._add(found, self._table[other], TYPO[distance] * known)

    def _add_halves(self, found: dict[Term, float], heard: Iterable[str]) -> None:
        """ "dziennydom": two words that somebody joined."""
        for key in heard:
            for at in range(3, len(key) - 2):
                left, right = self._table.get(key[:at]), self._table.get(key[at:])
                if left and right:
                    self._add(found, left, SPLIT)
                    self._add(found, right, SPLIT)
