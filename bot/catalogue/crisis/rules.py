"""Reading `data/crisis/`: the words, the help lines, and a file of rules for each kind of danger."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Final

from bot.catalogue.crisis.pattern import LANGS, Atom, Lang, Parser, Pattern, PatternError, words_of
from bot.catalogue.documents import Document, Mistake, read
from bot.errors import DataError

CENTRE: Final = "centrum"
"""In a list of lines: here come the centre's own crisis numbers."""

_Loc = tuple[str | int, ...]

_WORD_FILE: Final = {"drobne słowa", "przeczenia", "zwykłe słowa", "listy", "pyta o usługę", "dziecko pisze", "wyjątki"}
_GROUP_FILE: Final = {
    "rodzaj", "nazwa", "kolejność", "przeczenie unieważnia", "dotyczy dziecka", "linie", "linie dla dziecka",
    "pewne", "domysły", "znaki", "wyjątki", "przykłady",
}  # fmt: skip
_LINE: Final = {"numer", "strona", "tekst", "godziny", "języki", "źródło", "sprawdzono"}


@dataclass(frozen=True, slots=True)
class Line:
    """A help line or a way to write. ``number`` as people dial it, or empty when only ``url`` is there.

    ``text`` is the key of the words beside it. ``source`` and ``checked_on`` say where and when it was read.
    """

    id: str
    number: str
    url: str | None
    text: str
    languages: tuple[Lang, ...]
    source: str
    checked_on: date


SIGNS_NEEDED: Final = 5
"""The sum of weights from which signs together are a guess."""

_SIGN = re.compile(r"([123]) +(.+)")
_PLAIN_ROW = re.compile(r"[^\W\d_]+(?: +[^\W\d_]+)*")
"""Words in which nothing can be wrong."""


@dataclass(frozen=True, slots=True)
class Sign:
    """Something that alone says little and among others says much. Counts once a message, however often it stands."""

    weight: int
    patterns: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """One kind of danger. ``order``: the smaller goes first when a message tells of several."""

    kind: str
    name: str
    order: int
    negation_voids: bool
    about_child: bool
    lines: tuple[Line | None, ...]
    """None: the centre's own numbers."""
    child_lines: tuple[Line | None, ...]
    certain: tuple[Pattern, ...]
    likely: tuple[Pattern, ...]
    signs: tuple[Sign, ...]
    caught_examples: tuple[str, ...]
    free_examples: tuple[str, ...]


Words = Mapping[Lang, Sequence[str]]
"""Whole words as they are spelt."""


@dataclass(frozen=True, slots=True)
class Rules:
    groups: tuple[Group, ...]
    exceptions: tuple[Pattern, ...]
    child: tuple[Pattern, ...]
    asking: tuple[Pattern, ...]
    """Someone asks for a service: then only certain patterns count."""
    fillers: tuple[Atom, ...]
    negations: tuple[Atom, ...]
    ordinary: Words
    forms: Words
    """Common words that begin with a stem of the rules: in a whole word a typo can be told, in a stem it can't."""
    lines: tuple[Line, ...]


@dataclass
class _Reader:
    """One file being read; mistakes go to its document."""

    document: Document
    lists: dict[Lang, dict[str, tuple[str, ...]]] = field(default_factory=dict)
    parser: Parser = field(init=False)
    small: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        self.parser = Parser(self.lists)

    def keys(self, value: Any, known: set[str], loc: _Loc = (), needed: Sequence[str] = ()) -> dict[str, Any]:
        if not isinstance(value, dict):
            self.document.mistake(loc, "must be a group of keys")
            return {}
        for key in value:
            if key not in known:
                self.document.mistake((*loc, key), f'unknown key "{key}"')
        for key in needed:
            if key not in value:
                self.document.mistake(loc, f'"{key}" is missing')
        return value

    def rows(self, loc: _Loc) -> Iterator[tuple[int, str]]:
        """The lines of a text block with their line numbers, without empty ones and comments."""
        value: Any = self.document.value
        for step in loc:
            value = value.get(step) if isinstance(value, dict) else None
        if value is None:
            return
        if not isinstance(value, str):
            self.document.mistake(loc, 'must be a block of lines (after "|")')
            return
        first = self.document.line(loc) + 1
        for number, row in enumerate(value.split("\n"), first):
            row = row.split(" #")[0].strip()
            if row and not row.startswith("#"):
                yield number, row

    def mistake(self, line: int, sentence: str) -> None:
        self.document.mistakes.append(Mistake(self.document.file, line, sentence))

    def patterns(self, loc: _Loc) -> tuple[Pattern, ...]:
        # An exception forgives no typo: too little caught is worse than too much.
        typos = loc not in (("wyjątki",), ("pyta o usługę",))
        return tuple(
            pattern
            for lang in self.languages(loc)
            for line, row in self.rows((*loc, lang))
            for pattern in self.parsed(line, row, lang, typos=typos)
        )

    def signs(self) -> tuple[Sign, ...]:
        found: list[Sign] = []
        for lang in self.languages(("znaki",)):
            for line, row in self.rows(("znaki", lang)):
                parts = _SIGN.fullmatch(row)
                if parts is None:
                    self.mistake(line, f'"{row}": a sign begins with its weight, 1, 2 or 3')
                else:
                    found.append(Sign(int(parts[1]), self.parsed(line, parts[2], lang, small=True)))
        return tuple(found)

    def parsed(
        self, line: int, row: str, lang: Lang, *, typos: bool = True, small: bool = False
    ) -> tuple[Pattern, ...]:
        try:
            patterns = self.parser.parse(row, lang, typos=typos)
        except PatternError as error:
            self.mistake(line, f'"{row}": {error}')
            return ()
        if not small and any(self._only_small(pattern) for pattern in patterns):
            self.mistake(line, f'"{row}": needs more than small words, or it is found everywhere')
        return patterns

    def _only_small(self, pattern: Pattern) -> bool:
        steps = [step.element for part in pattern.parts for step in part]
        return all(any(atom.spelling in self.small for atom in element.atoms) for element in steps)

    def languages(self, loc: _Loc) -> list[Lang]:
        value: Any = self.document.value
        for step in loc:
            value = value.get(step) if isinstance(value, dict) else None
        if value is None:
            return []
        given = self.keys(value, set(LANGS), loc)
        return [lang for lang in LANGS if lang in given]

    def atoms(self, *loc: str) -> tuple[Atom, ...]:
        """The words of a place that has a block for each language; no place is the whole file."""
        found: list[Atom] = []
        for lang in self.languages(loc):
            for line, row in self.rows((*loc, lang)):
                for word in row.split():
                    if self._is_word(line, word, lang):
                        spelling = word.removesuffix("!").removesuffix("~").lower()
                        found.append(Atom(spelling, lang, word.rstrip("!").endswith("~"), False))
        return tuple(found)

    def words(self, *loc: str) -> dict[Lang, list[str]]:
        """Like `atoms`, but only how the words are spelt: these are tens of thousands."""
        found: dict[Lang, list[str]] = {}
        for lang in self.languages(loc):
            listed = found[lang] = []
            for line, row in self.rows((*loc, lang)):
                words = row.split()
                if not _PLAIN_ROW.fullmatch(row):
                    words = [word for word in words if self._is_word(line, word, lang)]
                listed += [word.removesuffix("!").removesuffix("~").lower() for word in words]
        return found

    def _is_word(self, line: int, word: str, lang: Lang) -> bool:
        try:
            words_of(word, lang, {})
        except PatternError as error:
            self.mistake(line, str(error))
            return False
        return True

    def read_lists(self) -> None:
        for lang in self.languages(("listy",)):
            known: dict[str, tuple[str, ...]] = {}
            for name in self.document.value["listy"][lang]:
                words: list[str] = []
                for line, row in self.rows(("listy", lang, name)):
                    for word in row.split():
                        try:
                            words += words_of(word, lang, known)
                        except PatternError as error:
                            self.mistake(line, str(error))
                if not words:
                    self.document.mistake(("listy", lang, name), "the list is empty")
                known[name] = tuple(words)
            self.lists[lang] = known


def load(data_dir: Path) -> Rules:
    """The rules of ``data_dir/crisis``. Raises `DataError` with every mistake: file, line, sentence."""
    folder = data_dir / "crisis"
    readers: list[_Reader] = []

    def reader(path: Path) -> _Reader:
        readers.append(_Reader(read(path, str(path.relative_to(data_dir.parent)))))
        return readers[-1]

    words = reader(folder / "words.yaml")
    words.keys(words.document.value or {}, _WORD_FILE, needed=("drobne słowa", "przeczenia"))
    words.read_lists()
    fillers, negations = words.atoms("drobne słowa"), words.atoms("przeczenia")
    words.small = frozenset(atom.spelling for atom in (*fillers, *negations))
    lines = _lines(reader(folder / "lines.yaml"))
    exceptions = list(words.patterns(("wyjątki",)))
    child, asking = words.patterns(("dziecko pisze",)), words.patterns(("pyta o usługę",))
    ordinary, more = words.words("zwykłe słowa"), reader(folder / "ordinary.yaml").words()
    forms = reader(folder / "forms.yaml").words()
    groups: list[Group] = []
    files = sorted((folder / "rules").glob("*.yaml"))
    for path in files:
        one = reader(path)
        one.parser, one.small = words.parser, words.small
        if one.document.value is not None:
            group = _group(one, lines, {group.kind for group in groups})
            exceptions += one.patterns(("wyjątki",))
            if group is not None:
                groups.append(group)
    problems = [
        str(mistake) for r in readers for mistake in sorted(r.document.mistakes, key=lambda mistake: mistake.line)
    ]
    if not files:
        problems.append(f"{folder / 'rules'}: there is no file of rules (*.yaml) here")
    if problems:
        raise DataError(problems)
    return Rules(
        tuple(sorted(groups, key=lambda group: group.order)),
        tuple(exceptions),
        child,
        asking,
        fillers,
        negations,
        {lang: ordinary.get(lang, []) + more.get(lang, []) for lang in LANGS},
        forms,
        tuple(lines.values()),
    )


def _lines(reader: _Reader) -> dict[str, Line]:
    found: dict[str, Line] = {}
    whole = reader.keys(reader.document.value or {}, {"linie"}, needed=("linie",))
    listed = whole.get("linie")
    for id, value in (listed if isinstance(listed, dict) else {}).items():
        loc = ("linie", id)
        given = reader.keys(value, _LINE, loc, ("tekst", "godziny", "źródło", "sprawdzono"))
        number, url, text = given.get("numer", ""), given.get("strona"), given.get("tekst", "")
        languages, checked = given.get("języki", []), given.get("sprawdzono")
        if not (number or url):
            reader.document.mistake(loc, '"numer" or "strona" is missing')
        if not isinstance(number, str) or (number and not number.replace(" ", "").isdigit()):
            reader.document.mistake((*loc, "numer"), f'"{number}" is not a telephone number in quotes')
        if not isinstance(text, str) or not text.startswith("crisis-"):
            reader.document.mistake((*loc, "tekst"), f'"{text}" is not a key of crisis.ftl')
        if not isinstance(languages, list) or any(lang not in LANGS for lang in languages):
            reader.document.mistake((*loc, "języki"), f"must be a list of {', '.join(LANGS)}")
            languages = []
        if not isinstance(checked, date):
            reader.document.mistake((*loc, "sprawdzono"), f'"{checked}" is not a date like 2025-11-30')
            checked = date.min
        source = str(given.get("źródło", ""))
        found[id] = Line(id, str(number), url, str(text), tuple(languages), source, checked)
    return found


def _group(reader: _Reader, lines: dict[str, Line], kinds: set[str]) -> Group | None:
    document = reader.document
    given = reader.keys(document.value, _GROUP_FILE, needed=("rodzaj", "nazwa", "kolejność", "linie", "pewne"))
    kind, order = given.get("rodzaj"), given.get("kolejność")
    if not isinstance(kind, str) or not kind:
        document.mistake(("rodzaj",), "must be one English word")
        return None
    if kind in kinds:
        document.mistake(("rodzaj",), f'the kind "{kind}" is already in another file')
    if not isinstance(order, int) or isinstance(order, bool):
        document.mistake(("kolejność",), f'"{order}" is not a whole number')
        order = 0
    for key in ("przeczenie unieważnia", "dotyczy dziecka"):
        if not isinstance(given.get(key, False), bool):
            document.mistake((key,), f'"{given[key]}" must be tak or nie, written true or false')
    reader.keys(given.get("przykłady") or {}, {"łapać", "nie łapać"}, ("przykłady",))
    own = _line_list(reader, "linie", given.get("linie"), lines)
    child = _line_list(reader, "linie dla dziecka", given["linie dla dziecka"], lines) if "linie dla dziecka" in given \
        else own  # fmt: skip
    if not own:
        document.mistake(("linie",), "names no line at all")
    return Group(
        kind,
        str(given.get("nazwa")),
        order,
        given.get("przeczenie unieważnia", False) is True,
        given.get("dotyczy dziecka", False) is True,
        own,
        child,
        reader.patterns(("pewne",)),
        reader.patterns(("domysły",)),
        reader.signs(),
        tuple(row for _, row in reader.rows(("przykłady", "łapać"))),
        tuple(row for _, row in reader.rows(("przykłady", "nie łapać"))),
    )


def _line_list(reader: _Reader, key: str, value: Any, lines: dict[str, Line]) -> tuple[Line | None, ...]:
    if not isinstance(value, list):
        reader.document.mistake((key,), "must be a list of lines")
        return ()
    found: list[Line | None] = []
    for n, id in enumerate(value):
        if id != CENTRE and str(id) not in lines:
            reader.document.mistake((key, n), f'there is no line "{id}" in lines.yaml')
        else:
            found.append(None if id == CENTRE else lines[str(id)])
    return tuple(found)
