"""The fields of a workbook: how a value of the model stands in cells, and how it is read from them.

A field fills one or more cells. Cells that say what they said when written leave the value as it
was, whole: so what a sheet has no room for is kept. Only changed cells are read.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from pydantic import ValidationError

from bot.catalogue.hours_typed import WEEK, parse_hours, show_hours
from bot.catalogue.model import Phone, Schedule

Say = Callable[..., str]
"""A text of `bot/texts` in the workbook's language: ``say(key, **values)``."""
Cell = str | date | float

_LANGUAGES = ("pl", "uk", "en")
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True)
class Column:
    """A column of a sheet."""

    header: str
    width: int
    choices: tuple[str, ...] = ()


class Wrong(Exception):
    """A cell of a field that cannot be read; ``cell`` counts the field's cells from 0."""

    def __init__(self, cell: int, key: str, **values: str) -> None:
        super().__init__(key)
        self.cell = cell
        self.key = key
        self.values = values


class Field(Protocol):
    """One field of the model and its cells."""

    @property
    def name(self) -> str: ...
    def columns(self, say: Say) -> list[Column]: ...
    def show(self, value: Any) -> list[Cell]:
        """The cells of a plain value (as `model_dump(mode="json")` gives it), None included."""
        ...

    def read(self, cells: Sequence[str]) -> Any:
        """The value of these cells, None for nothing. Raises `Wrong`."""
        ...


def lines(text: str) -> list[str]:
    """What stands in a cell one below the other, or between semicolons."""
    return [part.strip() for part in re.split(r"[\n;]", text) if part.strip()]


@dataclass(frozen=True)
class Plain:
    """A word or two in one cell."""

    name: str
    header: str
    width: int = 24
    required: bool = False

    def columns(self, say: Say) -> list[Column]:
        return [Column(say(self.header), self.width)]

    def show(self, value: Any) -> list[Cell]:
        return [value or ""]

    def read(self, cells: Sequence[str]) -> Any:
        if self.required and not cells[0]:
            raise Wrong(0, "sheet-wrong-required")
        return cells[0] or None


@dataclass(frozen=True)
class Code(Plain):
    """An id. May be empty: then it is made from the name."""

    def read(self, cells: Sequence[str]) -> Any:
        if cells[0] and not _SLUG.fullmatch(cells[0]):
            raise Wrong(0, "sheet-wrong-id", value=cells[0])
        return cells[0] or None


@dataclass(frozen=True)
class Number(Plain):
    """A number within bounds."""

    low: float = 0
    high: float = 120
    whole: bool = True

    def show(self, value: Any) -> list[Cell]:
        return ["" if value is None else value]

    def read(self, cells: Sequence[str]) -> Any:
        if not cells[0]:
            return None
        try:
            number = int(cells[0]) if self.whole else float(cells[0].replace(",", "."))
        except ValueError:
            number = self.low - 1
        if not self.low <= number <= self.high:
            raise Wrong(0, "sheet-wrong-number", value=cells[0], low=f"{self.low:g}", high=f"{self.high:g}")
        return number


@dataclass(frozen=True)
class Day(Plain):
    """A date."""

    width: int = 13

    def show(self, value: Any) -> list[Cell]:
        return [date.fromisoformat(value) if value else ""]

    def read(self, cells: Sequence[str]) -> Any:
        value = super().read(cells)
        return value and _day(value)


def _day(value: str) -> str:
    match = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", value)
    polish = re.fullmatch(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", value)
    year, month, day = match.groups() if match else polish.groups()[::-1] if polish else (0, 0, 0)
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        raise Wrong(0, "sheet-wrong-date", value=value) from None


@dataclass(frozen=True)
class Days(Plain):
    """Dates, one below the other."""

    def show(self, value: Any) -> list[Cell]:
        return ["\n".join(value or ())]

    def read(self, cells: Sequence[str]) -> Any:
        return [_day(each) for each in lines(cells[0])] or None


@dataclass(frozen=True)
class Choice:
    """One of a few, by what they are called in the workbook; several of them in as many cells."""

    name: str
    headers: tuple[str, ...]
    labels: Mapping[str, str]
    """What each value is called."""
    many: bool = False
    required: bool = True
    width: int = 22

    def columns(self, say: Say) -> list[Column]:
        return [Column(say(header), self.width, tuple(self.labels.values())) for header in self.headers]

    def show(self, value: Any) -> list[Cell]:
        values = (value or ()) if self.many else ((value,) if value else ())
        shown = [self.labels.get(each, each) for each in values]
        return [*shown, *[""] * (len(self.headers) - len(shown))]

    def read(self, cells: Sequence[str]) -> Any:
        by_label = {_bare(label): value for value, label in self.labels.items()}
        found = []
        for n, cell in enumerate(cells):
            if not cell:
                continue
            code = cell.partition(" – ")[0]  # the title behind it may be another by now
            value = by_label.get(_bare(cell), code if code in self.labels else None)
            if value is None:
                raise Wrong(n, "sheet-wrong-choice", value=cell, choices=", ".join(self.labels.values()))
            if value in found:
                raise Wrong(n, "sheet-wrong-twice", value=cell)
            found.append(value)
        if self.required and not found:
            raise Wrong(0, "sheet-wrong-required")
        return (found or None) if self.many else (found[0] if found else None)


def _bare(label: str) -> str:
    """A label without its picture, capitals and diacritics, as people type it."""
    plain = unicodedata.normalize("NFKD", label.casefold().replace("ł", "l"))
    return re.sub(r"[^\w]+", " ", re.sub(r"[\u0300-\u036f]", "", plain)).strip()


@dataclass(frozen=True)
class Words:
    """What people call it: a cell for each language, one below the other."""

    name: str
    header: str
    width: int = 34
    languages: tuple[str, ...] = (*_LANGUAGES, "ru")

    def columns(self, say: Say) -> list[Column]:
        return _by_language(self, say)

    def show(self, value: Any) -> list[Cell]:
        return ["\n".join((value or {}).get(language, ())) for language in self.languages]

    def read(self, cells: Sequence[str]) -> Any:
        return {language: said for language, cell in zip(self.languages, cells, strict=True) if (said := lines(cell))}


@dataclass(frozen=True)
class InLanguages:
    """A text in Polish, and in the other languages where there is one."""

    name: str
    header: str
    width: int = 34
    required: bool = False
    languages: tuple[str, ...] = _LANGUAGES

    def columns(self, say: Say) -> list[Column]:
        return _by_language(self, say)

    def show(self, value: Any) -> list[Cell]:
        return [(value or {}).get(language, "") for language in self.languages]

    def read(self, cells: Sequence[str]) -> Any:
        if not cells[0] and any(cells):
            raise Wrong(0, "sheet-wrong-polish")
        if not cells[0] and self.required:
            raise Wrong(0, "sheet-wrong-required")
        return {language: cell for language, cell in zip(self.languages, cells, strict=True) if cell} or None


@dataclass(frozen=True)
class Lists(InLanguages):
    """Several texts, one a line; a translation has as many lines, with ``–`` where there is none."""

    def show(self, value: Any) -> list[Cell]:
        if not value:
            return ["", "", ""]
        return [
            "\n".join(text.get(language, "–") for text in value) if any(language in text for text in value) else ""
            for language in self.languages
        ]

    def read(self, cells: Sequence[str]) -> Any:
        by_language = [lines(cell) for cell in cells]
        for n, found in enumerate(by_language[1:], 1):
            if found and len(found) != len(by_language[0]):
                raise Wrong(n, "sheet-wrong-lines")
        return [
            {
                language: found[row]
                for language, found in zip(self.languages, by_language, strict=True)
                if found and found[row] != "–"
            }
            for row in range(len(by_language[0]))
        ] or None


def _by_language(field: Words | InLanguages, say: Say) -> list[Column]:
    keys = {"pl": "sheet-in-pl", "uk": "sheet-in-uk", "en": "sheet-in-en", "ru": "sheet-in-ru"}
    return [Column(say(keys[language], name=say(field.header)), field.width) for language in field.languages]


@dataclass(frozen=True)
class Codes(Plain):
    """Ids of other things, one a line."""

    def show(self, value: Any) -> list[Cell]:
        return ["\n".join(value or ())]

    def read(self, cells: Sequence[str]) -> Any:
        found = lines(cells[0])
        for code in found:
            if not _SLUG.fullmatch(code):
                raise Wrong(0, "sheet-wrong-id", value=code)
            if found.count(code) > 1:
                raise Wrong(0, "sheet-wrong-twice", value=code)
        return found or None


@dataclass(frozen=True)
class Phones(Plain):
    """Numbers, one a line, each with what it is for after a ``|``."""

    def show(self, value: Any) -> list[Cell]:
        return ["\n".join(_noted(phone["number"], phone) for phone in value or ())]

    def read(self, cells: Sequence[str]) -> Any:
        found = []
        for line in lines(cells[0]):
            number, _, note = (part.strip() for part in line.partition("|"))
            if re.fullmatch(r"\d{9}", number):
                number = f"{number[:3]} {number[3:6]} {number[6:]}"
            phone = {"number": number, **({"description": {"pl": note}} if note else {})}
            try:
                Phone.model_validate(phone)
            except ValidationError:
                raise Wrong(0, "sheet-wrong-phone", value=number) from None
            found.append(phone)
        return found or None


def _noted(text: str, value: Any) -> str:
    description = value.get("description")
    return f"{text} | {description['pl']}" if description else text


@dataclass(frozen=True)
class Hours(Plain):
    """Opening hours, one row a line."""

    width: int = 30
    days: tuple[str, ...] = ()
    """What the days are called, from Monday."""

    def show(self, value: Any) -> list[Cell]:
        names = dict(zip(WEEK, self.days, strict=True))
        return ["\n".join(show_hours(Schedule.model_validate(row), names) for row in value or ())]

    def read(self, cells: Sequence[str]) -> Any:
        found = []
        for line in lines(cells[0]):
            hours = parse_hours(line)
            if hours is None:
                raise Wrong(0, "sheet-wrong-hours", value=line)
            found += hours
        return found or None


def translated_again(new: Any, old: Any) -> Any:
    """Notes of phones and hours that say the same in Polish as before keep their translations."""
    known = {each["description"]["pl"]: each["description"] for each in old or () if each.get("description")}
    return [
        {**each, "description": known.get(each["description"]["pl"], each["description"])}
        if each.get("description")
        else each
        for each in new
    ]
