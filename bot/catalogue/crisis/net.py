"""The net under people in danger: one pure function over a text, before and apart from all search."""

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from pathlib import Path

from bot.catalogue.crisis.examples import Examples
from bot.catalogue.crisis.folding import LONGEST_TEXT, words
from bot.catalogue.crisis.matching import Matcher, Span, clear
from bot.catalogue.crisis.pattern import Lang
from bot.catalogue.crisis.rules import SIGNS_NEEDED, Group, Line, Rules, load
from bot.catalogue.garbage import no_collecting

_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_SAYING = re.compile(r"[^\W\d_]{3,}")
_EXCEPTION, _CHILD, _ASKING = -1, -2, -3
# How clearly the examples must speak, in their score (about the logarithm of the odds). Set on the
# first hold-out and the everyday questions; what they give on the second is in benchmarks/RESULTS.md.
SURE = -5.0
"""What the rules are sure of in a longer message is dropped only when the examples say everyday life this clearly."""
SUSPECTED = -2.0
"""The same for what they only suspect."""
UNKNOWN = 0.5
"""What the rules do not know is caught when the examples say danger at least this clearly."""
LONG = 13
"""Words of a message from which on what the rules are sure of is never doubted."""
FEWEST = 3
"""Words of three letters or more that a message needs before the examples may guess: "dziś o 17:30" says too little."""
UNKNOWN_SHORT, SHORT = 2.5, 8
"""The same for a message of fewer words, which gives the examples little to go by."""
_ENGLISH = frozenset(("the", "my", "and", "is", "im", "he", "she", "me", "not", "am", "was", "has", "with", "dont"))
_ASKING_WEIGHS = 3
"""What a question about a service takes away from the signs of danger."""


@dataclass(frozen=True, slots=True)
class _Tag:
    """Whose pattern it is: a group's number or one of the above; for a sign, its number and weight."""

    group: int
    certain: bool = True
    sign: int = -1
    weight: int = 0


@dataclass(frozen=True, slots=True)
class Caught:
    """What a message tells of. Holds nothing of the message itself, so it may be logged by ``kind``."""

    kind: str
    """The most urgent kind of danger: a name of `data/crisis/rules`."""
    lang: Lang
    """The language of the words that were caught."""
    certain: bool
    child: bool
    """A child or teenager writes, or is the one in danger."""
    lines: tuple[Line | None, ...]
    """The lines to show, first things first; None stands for the centre's own numbers."""
    kinds: tuple[str, ...]
    """All kinds found, the most urgent first."""


class Net:
    """The rules made ready. Immutable and safe to share."""

    def __init__(self, rules: Rules, examples: Examples | None = None) -> None:
        self._examples = examples
        self.rules = replace(rules, ordinary={}, forms={})
        """The rules as they were read, without the long lists of words."""
        tagged = [(pattern, _Tag(_EXCEPTION)) for pattern in rules.exceptions]
        tagged += [(pattern, _Tag(_CHILD)) for pattern in rules.child]
        tagged += [(pattern, _Tag(_ASKING)) for pattern in rules.asking]
        for number, group in enumerate(rules.groups):
            tagged += [(pattern, _Tag(number)) for pattern in group.certain]
            tagged += [(pattern, _Tag(number, False)) for pattern in group.likely]
            for n, sign in enumerate(group.signs):
                tagged += [(pattern, _Tag(number, False, n, sign.weight)) for pattern in sign.patterns]
        self._matcher = Matcher(tagged, rules.fillers, rules.negations)
        self._matcher.add_words(rules.forms, rules.ordinary)

    @classmethod
    def load(cls, data_dir: Path) -> "Net":
        """Read ``data_dir/crisis``. Raises `DataError` with every mistake: file, line, sentence."""
        with no_collecting():
            return cls(load(data_dir), Examples.load(data_dir / "crisis" / "examples"))

    def catch(self, text: str) -> Caught | None:
        """What danger a message tells of, if any. Takes any text, asks nothing and nobody, never raises.

        What the rules know in a short message is caught. In a longer one a word may have strayed into
        everyday life: there, and for what the rules do not know, the examples are asked too.
        """
        caught, excused = self._by_rules(text)
        if self._examples is None:
            return caught
        score = self._examples.score(text)
        length = len(text[:LONGEST_TEXT].split())
        short = length < SHORT
        if caught and caught.certain:  # in a long story the danger may be one half-sentence: no doubt there
            return caught if not SHORT <= length <= LONG or score >= SURE else None
        if caught:
            return caught if short or score >= SUSPECTED else None
        if excused or len(_SAYING.findall(text[:LONGEST_TEXT])) < FEWEST:
            return None
        return self._by_examples(text) if score >= (UNKNOWN_SHORT if short else UNKNOWN) else None

    def _by_examples(self, text: str) -> Caught:
        """A guess: what the rules have no words for, but the examples do."""
        assert self._examples is not None
        kind = self._examples.kind(text)
        group = next((group for group in self.rules.groups if group.kind == kind), self.rules.groups[0])
        latin = {word.plain for word in words(text)}
        lang: Lang = _by_letters(text) or ("en" if len(latin & _ENGLISH) > 1 else "pl")
        return Caught(kind, lang, False, group.about_child, self._lines(group, lang, group.about_child), (kind,))

    def _by_rules(self, text: str) -> tuple[Caught | None, bool]:
        """What the rules catch, and whether one of their exceptions knows these words as harmless."""
        message = self._matcher.read(words(text))
        found = self._matcher.matches(message)
        excused = any(tag.group == _EXCEPTION for tag, _, _ in found)
        if all(tag.group < 0 for tag, _, _ in found):
            return None, excused
        asks = any(tag.group == _ASKING for tag, _, _ in found)
        covered: set[int] = set()
        for tag, _, spans in found:
            if tag.group == _EXCEPTION:
                for span in clear(spans, (), message, negation_voids=True):
                    covered.update(span)
        hits: list[tuple[bool, int, Lang]] = []
        signs: dict[int, list[tuple[int, int, Lang, list[Span]]]] = defaultdict(list)
        cyrillic = bool(_CYRILLIC.search(text[: 4 * LONGEST_TEXT]))
        for tag, pattern, spans in found:
            if tag.group < 0 or (asks and not tag.certain and tag.sign < 0):
                continue
            voids = self.rules.groups[tag.group].negation_voids and tag.sign < 0
            if left := clear(spans, covered, message, negation_voids=voids):
                if tag.sign < 0:
                    hits.append((not tag.certain, tag.group, pattern.lang))
                elif cyrillic == (pattern.lang in ("uk", "ru")):  # signs are too small to be guessed across scripts
                    signs[tag.group].append((tag.weight, tag.sign, pattern.lang, left))
        for number, given in signs.items():
            if _weigh(given) - asks * _ASKING_WEIGHS >= SIGNS_NEEDED:
                hits.append((True, number, max(given)[2]))
        if not hits:
            return None, excused
        hits.sort(key=lambda hit: hit[:2])
        doubtful, number, lang = hits[0]
        group = self.rules.groups[number]
        child = group.about_child or any(tag.group == _CHILD for tag, _, _ in found)
        kinds = tuple(dict.fromkeys(self.rules.groups[n].kind for _, n, _ in hits))
        lang = _by_letters(text) or lang
        return Caught(group.kind, lang, not doubtful, child, self._lines(group, lang, child), kinds), excused

    def _lines(self, group: Group, lang: Lang, child: bool) -> tuple[Line | None, ...]:
        lines = group.child_lines if child else group.lines
        if lang in ("uk", "ru") and group.kind != "no-roof":
            lines += tuple(line for line in self.rules.lines if lang in line.languages and line not in lines)
        return lines

    def why(self, text: str) -> list[str]:
        """For those who write rules: the patterns found in a text, exceptions too, as they stand in the files."""
        found = self._matcher.matches(self._matcher.read(words(text)))
        names: dict[int, str] = {_EXCEPTION: "wyjątek", _CHILD: "dziecko pisze", _ASKING: "pyta o usługę"}
        return [
            f"{names.get(tag.group) or self.rules.groups[tag.group].name}: {pattern.source}"
            + (f" (znak, {tag.weight})" if tag.weight else "")
            for tag, pattern, _ in found
        ]


def _weigh(signs: list[tuple[int, int, Lang, list[Span]]]) -> int:
    """The weights of different signs together; a word counts for one sign only, the heaviest."""
    taken: set[int] = set()
    counted: set[int] = set()
    total = 0
    for weight, sign, _, spans in sorted(signs, key=lambda given: -given[0]):
        if sign in counted:
            continue
        for span in spans:
            if taken.isdisjoint(span):
                taken.update(span)
                counted.add(sign)
                total += weight
                break
    return total


def _by_letters(text: str) -> Lang | None:
    start = text[:400].lower()
    if any(letter in start for letter in "ыэёъ"):
        return "ru"
    return "uk" if any(letter in start for letter in "іїєґ") else None
