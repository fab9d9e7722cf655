"""Which words of the rules a word of a message may be: exactly, by its stem, with one typo, or run together."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from rapidfuzz.distance import OSA

TYPOS_FROM: Final = 5
"""Letters from which one wrong, missing, added or swapped letter is forgiven."""

STEM_TYPOS_FROM: Final = 7
"""The same for stems: much may follow a stem, so a short one is near to half the language."""

SHORTEST_RUN: Final = 5
_LONGEST_PIECE: Final = 16

Atoms = tuple[int, ...]


class Vocabulary:
    """The words of the rules in one key space. Every word or stem is an *atom* with a number."""

    def __init__(self) -> None:
        self._words: dict[str, set[int]] = defaultdict(set)
        self._stems: dict[str, set[int]] = defaultdict(set)
        self._deletes: dict[str, set[str]] = defaultdict(set)
        self._stem_deletes: dict[str, set[str]] = defaultdict(set)
        self._known: set[str] = set()
        self._forgiving: set[int] = set()
        self._stem_lengths: range = range(0)

    def add(self, key: str, atom: int, *, stem: bool, typos: bool = True) -> None:
        (self._stems if stem else self._words)[key].add(atom)
        if typos:
            self._forgiving.add(atom)
        if typos and len(key) >= (STEM_TYPOS_FROM if stem else TYPOS_FROM):
            deletes = self._stem_deletes if stem else self._deletes
            for shorter in _shorter(key):
                deletes[shorter].add(key)
        if stem:
            longest = max(len(key), self._stem_lengths.stop - 1)
            self._stem_lengths = range(2, longest + 1)

    def add_form(self, key: str) -> None:
        """A whole word that stands for the forgiving stems it begins with."""
        for length in range(2, len(key) + 1):
            for atom in self._stems.get(key[:length], set()) & self._forgiving:
                self.add(key, atom, stem=False)

    def add_ordinary(self, keys: Iterable[str]) -> None:
        """Words that are no typo of a rule's word, however near they are."""
        self._known.update(keys)

    def exact(self, key: str) -> set[int]:
        """The atoms whose spelling agrees."""
        found = set(self._words.get(key, ()))
        for length in self._stem_lengths:
            if length > len(key):
                break
            if atoms := self._stems.get(key[:length]):
                found |= atoms
        return found

    def knows(self, key: str) -> bool:
        """The whole word stands in the rules, so it is no typo of another; a stem does not say that much."""
        return key in self._words or key in self._known

    def near(self, key: str) -> set[int]:
        """The atoms one edit away; nothing for an ordinary word."""
        if key in self._known:
            return set()
        found: set[int] = set()
        if len(key) == 4:
            for i in range(3):
                found |= self._words.get(key[:i] + key[i + 1] + key[i] + key[i + 2 :], set())
        if len(key) < TYPOS_FROM - 1:
            return found
        for shorter in _shorter(key):
            for word in self._deletes.get(shorter, ()):
                if OSA.distance(key, word, score_cutoff=1) <= 1:
                    found |= self._words[word]
        for length in range(STEM_TYPOS_FROM - 1, min(len(key), self._stem_lengths.stop) + 1):
            start = key[:length]
            for shorter in _shorter(start):
                for stem in self._stem_deletes.get(shorter, ()):
                    if OSA.distance(start, stem, score_cutoff=1) <= 1:
                        found |= self._stems[stem]
        return found

    def pieces(self, key: str) -> list[str] | None:
        """The words that were run together into this one, if it is made wholly of known words."""
        if len(key) < SHORTEST_RUN or key in self._known:
            return None
        best: list[tuple[int, int] | None] = [None] * (len(key) + 1)  # (how many pieces, where the last begins)
        best[0] = (0, 0)
        for end in range(1, len(key) + 1):
            for begin in range(max(0, end - _LONGEST_PIECE), end):
                before = best[begin]
                if before is None or not self._is_piece(key[begin:end], last=end == len(key)):
                    continue
                now = best[end]
                if now is None or before[0] + 1 < now[0]:
                    best[end] = (before[0] + 1, begin)
        here, found = len(key), []
        while here and (step := best[here]) is not None:
            found.append(key[step[1] : here])
            here = step[1]
        return found[::-1] if not here and len(found) > 1 else None

    def _is_piece(self, piece: str, *, last: bool) -> bool:
        if len(piece) > 1 and piece in self._words:
            return True
        return last and any(piece[:n] in self._stems for n in range(max(3, len(piece) - 4), len(piece) + 1))


def _shorter(key: str) -> list[str]:
    return [key, *(key[:i] + key[i + 1 :] for i in range(len(key)))]
