"""Finding patterns in the words of one message, in time that grows with the message and not with its tricks."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from bot.catalogue.crisis.folding import Word, cyrillic_keys_of, latin_keys_of, plain_keys_of, typed_keys_of
from bot.catalogue.crisis.pattern import NEAR, Atom, Lang, Pattern, Step
from bot.catalogue.crisis.vocabulary import Vocabulary

_MOST_WORDS_APART: Final = 12
"""Small words do not count as distance, but a row of hundreds of them is no phrase."""
_MOST_SPANS: Final = 24
_LATIN: Final[tuple[Lang, ...]] = ("pl", "en")
_CYRILLIC: Final[tuple[Lang, ...]] = ("uk", "ru")

_TYPED_TYPOS_FROM: Final = 7
"""Letters from which a typo in Ukrainian or Russian typed in Latin letters is forgiven: Polish is near."""

Span = tuple[int, ...]
"""The places of a match, in the order of the pattern."""

_Tag = TypeVar("_Tag")


@dataclass(frozen=True, slots=True)
class Message:
    """A message as places: which elements stand where, and how far apart places are."""

    places: Mapping[int, list[int]]
    """Element number → its places, rising."""
    before: Sequence[int]
    """Counting words before each place, and one more for the end."""
    negated: frozenset[int]
    count: int

    def between(self, first: int, second: int) -> int:
        return self.before[second] - self.before[first + 1]


class Matcher(Generic[_Tag]):
    """All patterns with a tag each. Build once; `read` and `matches` share nothing between calls."""

    def __init__(
        self, patterns: Iterable[tuple[Pattern, _Tag]], fillers: Iterable[Atom], negations: Iterable[Atom]
    ) -> None:
        self._patterns = [(pattern, tag) for pattern, tag in patterns]
        self._latin, self._spelt, self._cyrillic = Vocabulary(), Vocabulary(), Vocabulary()
        elements = dict.fromkeys(
            step.element for pattern, _ in self._patterns for part in pattern.parts for step in part
        )
        numbers = {element: number for number, element in enumerate(elements)}
        self._ranges = [(number, element) for element, number in numbers.items() if element.low <= element.high]
        self._needs = [
            [[numbers[step.element] for step in part] for part in pattern.parts] for pattern, _ in self._patterns
        ]
        self._keyed = self._key_patterns()
        fillers, negations = tuple(fillers), tuple(negations)
        listed = (*fillers, *negations, *(atom for element in elements for atom in element.atoms))
        atoms = {atom: number for number, atom in enumerate(dict.fromkeys(listed))}
        self._fillers = {atoms[atom] for atom in fillers}
        self._negations = {atoms[atom] for atom in negations}
        of_atom: list[list[int]] = [[] for _ in atoms]
        for element, number in numbers.items():
            for atom in element.atoms:
                of_atom[atoms[atom]].append(number)
        self._of_atom = [tuple(held) for held in of_atom]
        """The elements that each atom stands in."""
        self._add_atoms(atoms)

    def _add_atoms(self, atoms: Mapping[Atom, int]) -> None:
        latin = [atom for atom in atoms if atom.lang not in _CYRILLIC]
        spelt = [atom.spelling for atom in latin]
        for atom, keys, plain in zip(latin, latin_keys_of(spelt), plain_keys_of(spelt), strict=True):
            for key in keys:
                self._latin.add(key, atoms[atom], stem=atom.stem, typos=atom.typos)
            self._spelt.add(keys[0] if plain == keys[0] else plain, atoms[atom], stem=atom.stem, typos=atom.typos)
        cyrillic = [atom for atom in atoms if atom.lang in _CYRILLIC]
        for atom, key in zip(cyrillic, cyrillic_keys_of([atom.spelling for atom in cyrillic]), strict=True):
            self._cyrillic.add(key, atoms[atom], stem=atom.stem, typos=atom.typos)
        self._forgiving = frozenset(number for atom, number in atoms.items() if atom.typos)

    def add_words(self, forms: Mapping[Lang, Iterable[str]], ordinary: Mapping[Lang, Iterable[str]]) -> None:
        """Forms: whole words to find the stems by, also with a typo. Ordinary words are no typo of anything."""
        shared: dict[str, str] = {}  # one word has the same key in several vocabularies
        inflected = [word for lang in _LATIN for word in forms.get(lang, ())]
        for keys, plain in zip(latin_keys_of(inflected), plain_keys_of(inflected), strict=True):
            for key in keys:
                self._latin.add_form(shared.setdefault(key, key), self._forgiving)
            self._spelt.add_form(shared.setdefault(plain, plain), self._forgiving)
        for key in cyrillic_keys_of([word for lang in _CYRILLIC for word in forms.get(lang, ())]):
            self._cyrillic.add_form(key, self._forgiving)
        words = [word for lang in _LATIN for word in ordinary.get(lang, ())]
        self._latin.add_ordinary(shared.setdefault(key, key) for keys in latin_keys_of(words) for key in keys)
        self._spelt.add_ordinary(shared.setdefault(key, key) for key in plain_keys_of(words))
        self._cyrillic.add_ordinary(shared.setdefault(key, key) for keys in typed_keys_of(words) for key in keys)
        self._cyrillic.add_ordinary(cyrillic_keys_of([word for lang in _CYRILLIC for word in ordinary.get(lang, ())]))

    def _key_patterns(self) -> dict[int, list[int]]:
        """Each pattern under its rarest element, so that few are looked at for one message."""
        uses: dict[int, int] = defaultdict(int)
        for needs in self._needs:
            for number in {number for part in needs for number in part}:
                uses[number] += 1
        keyed: dict[int, list[int]] = defaultdict(list)
        for index, needs in enumerate(self._needs):
            keyed[min((number for part in needs for number in part), key=uses.__getitem__)].append(index)
        return keyed

    def read(self, words: Sequence[Word]) -> Message:
        """Look the words of a message up, once for all patterns."""
        seen: dict[Word, list[set[int]]] = {}
        places: dict[int, list[int]] = defaultdict(list)
        before, negated, here = [0], set(), 0
        for word in words:
            if word not in seen:
                seen[word] = self._look_up(word)
            for atoms in seen[word]:
                for number in {number for atom in atoms for number in self._of_atom[atom]}:
                    places[number].append(here)
                if not atoms.isdisjoint(self._negations):
                    negated.add(here + 1)
                before.append(before[-1] + atoms.isdisjoint(self._fillers))
                here += 1
            if word.number is not None:
                for number, element in self._ranges:
                    if element.low <= word.number <= element.high:
                        places[number].append(here - 1)
            before[-1] += word.ends
        return Message(places, before, frozenset(negated), here)

    def _look_up(self, word: Word) -> list[set[int]]:
        """The atoms of a word; several sets when it is several words run together."""
        if word.number is not None:
            return [set()]
        cyrillic: set[int] = set()
        if not word.latin or not self._latin.knows(word.latin):  # a Polish or English word is no Cyrillic one
            for key in word.cyrillic:
                cyrillic |= self._cyrillic.exact(key)
        if not word.latin:
            key = word.cyrillic[0]
            found = cyrillic if self._cyrillic.knows(key) else cyrillic | self._cyrillic.near(key)
            return [found] if found else self._apart(self._cyrillic, key) or [set()]
        latin = self._latin.exact(word.latin)
        if not self._latin.knows(word.latin):
            latin |= self._near(word)
        if latin or cyrillic:
            return [latin | cyrillic]
        for vocabulary, keys in ((self._latin, (word.latin,)), (self._cyrillic, word.cyrillic)):
            for key in keys:
                if apart := self._apart(vocabulary, key):
                    return apart
        return [set().union(*(self._cyrillic.near(key) for key in word.cyrillic if len(key) >= _TYPED_TYPOS_FROM))]

    def _near(self, word: Word) -> set[int]:
        # A typo inside a "cz" or a "rz" hides the sound, so words are compared as they are spelt too.
        return self._latin.near(word.latin) | self._spelt.near(word.plain)

    @staticmethod
    def _apart(vocabulary: Vocabulary, key: str) -> list[set[int]]:
        return [vocabulary.exact(piece) for piece in vocabulary.pieces(key) or ()]

    def matches(self, message: Message) -> list[tuple[_Tag, Pattern, list[Span]]]:
        """Every pattern that stands in the message, with the places of its matches."""
        found = []
        for number in message.places:
            for index in self._keyed.get(number, ()):
                needs = self._needs[index]
                if all(n in message.places for part in needs for n in part):
                    pattern, tag = self._patterns[index]
                    if spans := _pattern_spans(pattern, needs, message):
                        found.append((tag, pattern, spans))
        return found


def clear(spans: Iterable[Span], covered: Collection[int], message: Message, *, negation_voids: bool) -> list[Span]:
    """The spans that no exception covers and, where asked, no foreign negation stands directly before a word of."""
    return [
        span
        for span in spans
        if not any(place in covered for place in span)
        and not (negation_voids and any(p in message.negated and p - 1 not in span for p in span))
    ]


def _pattern_spans(pattern: Pattern, needs: list[list[int]], message: Message) -> list[Span]:
    chains: list[Span] = []
    for index, (steps, numbers) in enumerate(zip(pattern.parts, needs, strict=True)):
        spans = _row_spans(steps, numbers, message)
        if index == 0:
            chains, last = spans, spans
        else:
            far = pattern.far[index - 1]
            joined = [
                (chain + span, span)
                for chain, tail in zip(chains, last, strict=True)
                for span in spans
                if (far or _near(tail, span, message)) and not set(chain) & set(span)
            ][:_MOST_SPANS]
            chains, last = [chain for chain, _ in joined], [span for _, span in joined]
        if not chains:
            return []
    if pattern.from_start:
        chains = [span for span in chains if span[0] == 0]
    if pattern.to_end:
        chains = [span for span in chains if span[-1] == message.count - 1]
    return chains


def _near(one: Span, other: Span, message: Message) -> bool:
    first, second = (one, other) if one[-1] < other[0] else (other, one)
    return first[-1] >= second[0] or message.between(first[-1], second[0]) <= NEAR


def _row_spans(steps: Sequence[Step], numbers: list[int], message: Message) -> list[Span]:
    """Matches of words in order, each from the nearest words before it."""
    reached: dict[int, Span] = {place: (place,) for place in message.places[numbers[0]]}
    for step, number in zip(steps[1:], numbers[1:], strict=True):
        starts = sorted(reached)
        following: dict[int, Span] = {}
        for place in message.places[number]:
            previous = bisect_left(starts, place) - 1
            if previous >= 0:
                start = starts[previous]
                if place - start == 1 or (
                    place - start <= _MOST_WORDS_APART and message.between(start, place) <= step.gap
                ):
                    following[place] = (*reached[start], place)
        reached = following
        if not reached:
            return []
    spans = list(reached.values())
    return spans if len(spans) <= _MOST_SPANS else spans[: _MOST_SPANS // 2] + spans[-_MOST_SPANS // 2 :]
