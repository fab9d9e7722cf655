"""The net under people in danger: one pure function over a text, before and apart from all search."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from bot.catalogue.crisis.folding import words
from bot.catalogue.crisis.matching import Matcher, clear
from bot.catalogue.crisis.pattern import Lang
from bot.catalogue.crisis.rules import Group, Line, Rules, load

_EXCEPTION = -1
_CHILD = -2


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

    def __init__(self, rules: Rules) -> None:
        self.rules = rules
        tagged = [(pattern, (_EXCEPTION, True)) for pattern in rules.exceptions]
        tagged += [(pattern, (_CHILD, True)) for pattern in rules.child]
        for number, group in enumerate(rules.groups):
            tagged += [(pattern, (number, True)) for pattern in group.certain]
            tagged += [(pattern, (number, False)) for pattern in group.likely]
        self._matcher = Matcher(tagged, rules.fillers, rules.negations)
        self._matcher.add_forms(rules.forms)
        self._matcher.add_ordinary(rules.ordinary)

    @classmethod
    def load(cls, data_dir: Path) -> "Net":
        """Read ``data_dir/crisis``. Raises `DataError` with every mistake: file, line, sentence."""
        return cls(load(data_dir))

    def catch(self, text: str) -> Caught | None:
        """What danger a message tells of, if any. Takes any text, asks nothing and nobody, never raises."""
        message = self._matcher.read(words(text))
        found = self._matcher.matches(message)
        if all(group in (_EXCEPTION, _CHILD) for (group, _), _, _ in found):
            return None
        covered: set[int] = set()
        for (number, _), _, spans in found:
            if number == _EXCEPTION:
                for span in clear(spans, (), message, negation_voids=True):
                    covered.update(span)
        hits: list[tuple[bool, int, Lang]] = []
        for (number, certain), pattern, spans in found:
            if number >= 0:
                voids = self.rules.groups[number].negation_voids
                if clear(spans, covered, message, negation_voids=voids):
                    hits.append((not certain, number, pattern.lang))
        if not hits:
            return None
        hits.sort(key=lambda hit: hit[:2])
        doubtful, number, lang = hits[0]
        group = self.rules.groups[number]
        child = group.about_child or any(tag == _CHILD for (tag, _), _, _ in found)
        kinds = tuple(dict.fromkeys(self.rules.groups[n].kind for _, n, _ in hits))
        lang = _by_letters(text) or lang
        return Caught(group.kind, lang, not doubtful, child, self._lines(group, lang, child), kinds)

    def _lines(self, group: Group, lang: Lang, child: bool) -> tuple[Line | None, ...]:
        lines = group.child_lines if child else group.lines
        if lang in ("uk", "ru"):
            lines += tuple(line for line in self.rules.lines if lang in line.languages and line not in lines)
        return lines

    def why(self, text: str) -> list[str]:
        """For those who write rules: the patterns found in a text, exceptions too, as they stand in the files."""
        found = self._matcher.matches(self._matcher.read(words(text)))
        names: dict[int, Literal["wyjątek", "dziecko pisze"]] = {_EXCEPTION: "wyjątek", _CHILD: "dziecko pisze"}
        return [
            f"{names.get(number) or self.rules.groups[number].name}: {pattern.source}"
            for (number, _), pattern, _ in found
        ]


def _by_letters(text: str) -> Lang | None:
    start = text[:400].lower()
    if any(letter in start for letter in "ыэёъ"):
        return "ru"
    return "uk" if any(letter in start for letter in "іїєґ") else None
