"""Which words of the rules a word of a message may be: exactly, by its stem, with one typo, or run together."""

from collections.abc import Container, Iterable, Iterator
from typing import Final

from rapidfuzz.distance import OSA

TYPOS_FROM: Final = 5
"""Letters from which one wrong, missing, added or swapped letter is forgiven."""

STEM_TYPOS_FROM: Final = 7
"""The same for stems: much may follow a stem, so a short one is near to half the language."""

SHORTEST_RUN: Final = 5
_LONGEST_PIECE: Final = 16

Atoms = tuple[int, ...]


class _Nearby:
    """Words by their halves: one edit leaves a half whole, unless it swaps the two letters in the middle.

    A table of all ways to leave out a letter would find the same, in ten times the memory.
    """

    def __init__(self) -> None:
        self._words: set[str] = set()
        self._fronts: dict[str, tuple[str, ...]] = {}
        self._backs: dict[str, tuple[str, ...]] = {}

    def add(self, word: str) -> None:
        if word not in self._words:
            self._words.add(word)
            half = len(word) // 2
            self._fronts[word[:half]] = (*self._fronts.get(word[:half], ()), word)
            self._backs[word[half:]] = (*self._backs.get(word[half:], ()), word)

    def near(self, key: str) -> Iterator[str]:
        """The words at most one edit away; some of them twice."""
        length = len(key)
        # The halves that words of one letter less, as many letters, and one more would have here.
        for half in ((length - 1) // 2, (length + 1) // 2):
            for word in self._fronts.get(key[:half], ()):
                if OSA.distance(key, word, score_cutoff=1) <= 1:
                    yield word
        for half in (length // 2, length // 2 + 1):
            for word in self._backs.get(key[length - half :], ()):
                if OSA.distance(key, word, score_cutoff=1) <= 1:
                    yield word
        half = length // 2
        if (swapped := key[: half - 1] + key[half] + key[half - 1] + key[half + 1 :]) in self._words:
            yield swapped


class Vocabulary:
    """The words of the rules in one key space. Every word or stem is an *atom* with a number."""

    def __init__(self) -> None:
        self._words: dict[str, Atoms] = {}
        self._stems: dict[str, Atoms] = {}
        self._near_words = _Nearby()
        self._near_stems = _Nearby()
        self._known: set[str] = set()
        self._stem_lengths: range = range(0)

    def add(self, key: str, atom: int, *, stem: bool, typos: bool = True) -> None:
        table = self._stems if stem else self._words
        held = table.get(key, ())
        if atom not in held:
            table[key] = (*held, atom)
        if typos and len(key) >= (STEM_TYPOS_FROM if stem else TYPOS_FROM):
            (self._near_stems if stem else self._near_words).add(key)
        if stem:
            longest = max(len(key), self._stem_lengths.stop - 1)
            self._stem_lengths = range(2, longest + 1)

    def add_form(self, key: str, forgiving: Container[int]) -> None:
        """A whole word that stands for the stems it begins with, as far as these are ``forgiving``."""
        for length in range(2, len(key) + 1):
            for atom in self._stems.get(key[:length], ()):
                if atom in forgiving:
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
                found.update(atoms)
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
                found.update(self._words.get(key[:i] + key[i + 1] + key[i] + key[i + 2 :], ()))
        if len(key) < TYPOS_FROM - 1:
            return found
        for word in self._near_words.near(key):
            found.update(self._words[word])
        for length in range(STEM_TYPOS_FROM - 1, min(len(key), self._stem_lengths.stop) + 1):
            for stem in self._near_stems.near(key[:length]):
                found.update(self._stems[stem])
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
