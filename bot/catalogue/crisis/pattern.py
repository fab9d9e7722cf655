"""The pattern language of the rules; `data/crisis/words.yaml` explains it to those who write rules."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain, product
from typing import Final, Literal, NamedTuple

GAP: Final = 1
WIDE_GAP: Final = 5
NEAR: Final = 6
NEXT: Final = -1
"""Not even a small word between."""
_GAPS: Final = {"..": WIDE_GAP, "&": NEXT}

Lang = Literal["pl", "uk", "ru", "en"]
LANGS: Final[tuple[Lang, ...]] = ("pl", "uk", "ru", "en")

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*~?!?")
_NUMBER = re.compile(r"<(\d{1,3})-(\d{1,3})>")


class PatternError(ValueError):
    """A pattern that cannot be read. The message is one sentence."""


class Atom(NamedTuple):
    """A word (``zabić``) or a stem (``zabij~``) of one language; ``!`` after it forgives no typo."""

    spelling: str
    lang: Lang
    stem: bool
    typos: bool


class Element(NamedTuple):
    """One place of a pattern: any of these atoms (sorted) or a number from ``low`` to ``high``."""

    atoms: tuple[Atom, ...]
    low: int = 0
    high: int = -1


class Step(NamedTuple):
    """An element, and how many other words may stand between it and the one before."""

    element: Element
    gap: int


@dataclass(frozen=True, slots=True)
class Pattern:
    """Parts in any order, each a row of steps in order.

    ``far[i]``: part ``i + 1`` may stand anywhere in the message, else at most `NEAR` words from part ``i``.
    """

    source: str
    lang: Lang
    parts: tuple[tuple[Step, ...], ...]
    far: tuple[bool, ...]
    from_start: bool
    to_end: bool


Lists = Mapping[str, tuple[str, ...]]


class Parser:
    """Reads rows. A word, place or step that stands in many rows is made once and shared."""

    def __init__(self, lists: Mapping[Lang, Lists]) -> None:
        """``lists`` are the named lists of each language, complete."""
        self._lists = lists
        self._atoms: dict[tuple[str, Lang, bool], Atom] = {}
        self._elements: dict[Element, Element] = {}
        self._steps: dict[tuple[str, int, Lang, bool], Step] = {}

    def parse(self, source: str, lang: Lang, *, typos: bool = True) -> tuple[Pattern, ...]:
        """Read one row: one pattern, or several when it has phrases among its alternatives (``ratunku|na_pomoc``).

        Without ``typos`` every word must be spelt right.
        Raises `PatternError`.
        """
        text = source.strip()
        from_start, to_end = text.startswith("^"), text.endswith("$")
        tokens = text.removeprefix("^").removesuffix("$").split()
        parts: list[list[tuple[str, int]]] = [[]]
        far: list[bool] = []
        gap = GAP
        for token in tokens:
            joins = token in ("+", "++")
            if joins or token in _GAPS:
                if not parts[-1] or gap != GAP:
                    raise PatternError(f'a word is missing before "{token}"')
                if joins:
                    parts.append([])
                    far.append(token == "++")
                else:
                    gap = _GAPS[token]
            else:
                parts[-1].append((token, gap))
                gap = GAP
        if not parts[-1] or gap != GAP:
            raise PatternError("a word is missing at the end")
        if (from_start or to_end) and len(parts) > 1:
            raise PatternError('"^" and "$" do not go with "+"')
        places = [[self._ways(token, gap, lang, typos) for token, gap in part] for part in parts]
        rows = [[tuple(chain(*way)) for way in product(*part)] for part in places]
        return tuple(Pattern(source.strip(), lang, one, tuple(far), from_start, to_end) for one in product(*rows))

    def _ways(self, token: str, gap: int, lang: Lang, typos: bool) -> list[tuple[Step, ...]]:
        """The ways to fill one place: its single words together, and each phrase as a row of steps."""
        phrases = [way for way in token.split("|") if "_" in way]
        single = "|".join(way for way in token.split("|") if "_" not in way)
        ways: list[tuple[Step, ...]] = [(self._step(single, gap, lang, typos),)] if single or not phrases else []
        for phrase in phrases:
            ways.append(
                tuple(self._step(word, NEXT if n else gap, lang, typos) for n, word in enumerate(phrase.split("_")))
            )
        return ways

    def _step(self, token: str, gap: int, lang: Lang, typos: bool) -> Step:
        key = (token, gap, lang, typos)
        if (made := self._steps.get(key)) is None:
            made = self._steps[key] = Step(self._element(token, lang, typos), gap)
        return made

    def _element(self, token: str, lang: Lang, typos: bool) -> Element:
        low, high = 0, -1
        words: list[str] = []
        for word in token.split("|"):
            if number := _NUMBER.fullmatch(word):
                low, high = int(number[1]), int(number[2])
                if low > high:
                    raise PatternError(f'in "{word}" the first number is greater than the second')
            else:
                words.append(word)
        listed = words_of("|".join(words), lang, self._lists.get(lang, {})) if words else ()
        element = Element(tuple(sorted({self._atom(word, lang, typos) for word in listed})), low, high)
        return self._elements.setdefault(element, element)

    def _atom(self, word: str, lang: Lang, typos: bool) -> Atom:
        if (known := self._atoms.get((word, lang, typos))) is not None:
            return known
        bare = word.removesuffix("!")
        spelling = bare.removesuffix("~")
        if bare.endswith("~") and len(spelling) < 2:
            raise PatternError(f'the stem "{word}" is too short')
        atom = Atom(spelling.lower(), lang, bare.endswith("~"), typos and not word.endswith("!"))
        self._atoms[word, lang, typos] = atom
        return atom


def words_of(text: str, lang: Lang, lists: Lists) -> tuple[str, ...]:
    """The alternatives of one place: ``a|b~|@list``, with lists opened. Raises `PatternError`."""
    found: list[str] = []
    for word in text.split("|"):
        if word.startswith("@"):
            if word[1:] not in lists:
                raise PatternError(f'there is no list "{word}" for the language {lang}')
            found += lists[word[1:]]
        elif _WORD.fullmatch(word):
            found.append(word)
        else:
            raise PatternError(f'"{word}" is neither a word, nor a stem (wor~), nor a list (@list)')
    return tuple(found)
