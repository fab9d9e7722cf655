"""A centre as the tables of a workbook that a clerk edits, and what an edited workbook means.

`centre_sheets` makes the tables, `read_sheets` the centre that they describe: all of it, or every
mistake at once with its sheet, row and column. Where the files themselves are written and read is
`bot/papers/sheets.py`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.catalogue.hsds_reading import slug
from bot.catalogue.loading import centre_of
from bot.catalogue.model import Centre, Kind, Status, Topic
from bot.catalogue.sheet_fields import (
    Cell,
    Choice,
    Code,
    Codes,
    Column,
    Day,
    Days,
    Field,
    Hours,
    InLanguages,
    Lists,
    Number,
    Phones,
    Plain,
    Say,
    Words,
    Wrong,
    translated_again,
)
from bot.errors import DataError, OkienkoError

Object = dict[str, Any]
Rows = Mapping[int, Sequence[str]]
"""The non-empty rows of a sheet by number, counted from 1; the headings are row 1."""

_KINDS = {
    Kind.SERVICE: "sheet-kind-service",
    Kind.ACTIVITY: "sheet-kind-activity",
    Kind.POINT: "sheet-kind-point",
    Kind.PLACE: "sheet-kind-place",
    Kind.GROUP: "sheet-kind-group",
    Kind.VOLUNTEERING: "sheet-kind-volunteering",
    Kind.CIVIC: "sheet-kind-civic",
}
_STATUSES = {
    Status.ACTIVE: "sheet-status-active",
    Status.INTAKE_CLOSED: "sheet-status-intake-closed",
    Status.PLANNED: "sheet-status-planned",
    Status.ENDED: "sheet-status-ended",
    Status.UNCONFIRMED: "sheet-status-unconfirmed",
}
_DAYS = (
    "sheet-day-mo",
    "sheet-day-tu",
    "sheet-day-we",
    "sheet-day-th",
    "sheet-day-fr",
    "sheet-day-sa",
    "sheet-day-su",
)
_HOW = (
    "sheet-how-1",
    "sheet-how-2",
    "sheet-how-3",
    "sheet-how-4",
    "sheet-how-5",
    "sheet-how-6",
    "sheet-how-7",
    "sheet-how-8",
    "sheet-how-9",
    "sheet-how-10",
)
_MARK = "okienko"


@dataclass(frozen=True)
class Sheet:
    """One sheet of the workbook."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    frozen: int = 0


def mark(centre: str, revision: int) -> str:
    """What a workbook is recognised by: whose it is, and of which state of the catalogue."""
    return f"{_MARK}:{centre}:{revision}"


def marked(text: str) -> tuple[str, int] | None:
    """The centre and the revision of a workbook's mark; None when it is not ours."""
    name, _, rest = text.partition(":")
    centre, _, number = rest.rpartition(":")
    return (centre, int(number)) if name == _MARK and number.isdigit() else None


def centre_sheets(centre: Centre, say: Say) -> tuple[Sheet, ...]:
    """The workbook of a centre in the language of ``say``; the sheet of services comes first."""
    values = centre.model_dump(mode="json", exclude_defaults=True)
    places, sources = _place_fields(), _source_fields()
    head = values["organization"]
    return (
        _table(say("sheet-services"), _service_fields(centre, say), values["services"], say, frozen=2),
        Sheet(
            say("sheet-centre"),
            (
                Column(say("sheet-field"), 30),
                *(
                    Column(say(key, name=say("sheet-value")), 46)
                    for key in ("sheet-in-pl", "sheet-in-uk", "sheet-in-en")
                ),
            ),
            tuple(
                (_label(field, say), *cells, *[""] * (3 - len(cells)))
                for field in _centre_fields(say)
                for cells in [field.show(head.get(field.name))]
            ),
            frozen=1,
        ),
        _table(say("sheet-places"), places, values.get("locations", ()), say, frozen=1),
        _table(say("sheet-sources"), sources, values["sources"], say, frozen=1),
        Sheet(say("sheet-how"), (Column(say("sheet-how"), 110),), tuple((say(key),) for key in _HOW)),
    )


def read_sheets(
    sheets: Mapping[str, Rows], formulas: Sequence[tuple[str, int, int]], present: Centre, say: Say
) -> Centre:
    """The centre that an edited workbook describes; what its sheets do not show stays as in ``present``.

    ``formulas``: cells (sheet, row from 1, column from 0) that hold one. Raises `OkienkoError` for
    a workbook of another build and `DataError` with every mistake in it, in the words of ``say``.
    """
    if not sheets.get(say("sheet-services")):
        raise OkienkoError("sheet-refused-services")
    values = present.model_dump(mode="json", exclude_defaults=True)
    reader = _Reader(say, present.organization.id)
    for title, row, column in formulas:
        cells = sheets.get(title, {}).get(1, ())
        reader.say_wrong(title, row, cells[column] if column < len(cells) else str(column + 1), "sheet-wrong-formula")
    if (rows := sheets.get(say("sheet-sources"))) is not None:
        values["sources"] = reader.table(say("sheet-sources"), rows, _source_fields(), values["sources"])
    if (rows := sheets.get(say("sheet-places"))) is not None:
        values["locations"] = reader.table(say("sheet-places"), rows, _place_fields(), values.get("locations", []))
    known = {source["id"]: source["title"] for source in values["sources"]}
    fields = _service_fields(present, say, known)
    title = say("sheet-services")
    values["services"] = reader.table(title, sheets[title], fields, values["services"])
    if (rows := sheets.get(say("sheet-centre"))) is not None:
        values["organization"] = reader.head(say("sheet-centre"), rows, _centre_fields(say), values["organization"])
    if not reader.problems and not values["services"]:
        raise OkienkoError("sheet-refused-services")
    reader.references(values)
    if reader.problems:
        raise DataError(reader.problems)
    return centre_of(values, say("sheet-services"))


def _service_fields(centre: Centre, say: Say, sources: Mapping[str, str] | None = None) -> list[Field]:
    known = sources if sources is not None else {source.id: source.title for source in centre.sources}
    return [
        Code("id", "sheet-id", 22),
        InLanguages("name", "sheet-name", 30, required=True),
        Choice("status", ("sheet-status",), {each.value: say(key) for each, key in _STATUSES.items()}),
        Choice("kind", ("sheet-kind",), {each.value: say(key) for each, key in _KINDS.items()}),
        Choice(
            "topics",
            ("sheet-topic-1", "sheet-topic-2"),
            {each.value: say(f"topic-{each}") for each in Topic},
            many=True,
        ),
        InLanguages("description", "sheet-description", 50, required=True),
        InLanguages("eligibility", "sheet-eligibility"),
        Number("minimum_age", "sheet-minimum-age", 9),
        Number("maximum_age", "sheet-maximum-age", 9),
        InLanguages("fees_description", "sheet-fees-description"),
        Choice("fee", ("sheet-fee",), {fee.id: fee.id for fee in centre.fees}, required=False),
        InLanguages("application_process", "sheet-application-process"),
        Lists("required_documents", "sheet-required-documents"),
        Phones("phones", "sheet-phones", 30),
        Plain("email", "sheet-email"),
        Plain("url", "sheet-url"),
        Codes("locations", "sheet-locations"),
        _hours(say),
        InLanguages("capacity", "sheet-capacity"),
        InLanguages("alert", "sheet-alert"),
        InLanguages("more", "sheet-more", 50),
        Words("alternate_names", "sheet-alternate-names"),
        Words("needs", "sheet-needs", 50),
        Codes("see_also", "sheet-see-also"),
        Plain("official_name", "sheet-official-name", 34, required=True),
        Choice("source", ("sheet-source",), {id: f"{id} – {title}" for id, title in known.items()}, width=40),
        Day("assured_on", "sheet-assured-on", required=True),
        Day("valid_until", "sheet-valid-until"),
    ]


def _centre_fields(say: Say) -> list[Field]:
    return [
        Plain("name", "sheet-name", required=True),
        InLanguages("city", "sheet-city", required=True),
        Plain("city_locative", "sheet-city-locative", required=True),
        InLanguages("description", "sheet-description", required=True),
        Phones("phones", "sheet-phones"),
        Phones("crisis_phones", "sheet-crisis-phones"),
        _hours(say),
        Plain("email", "sheet-email"),
        Plain("url", "sheet-url"),
        Codes("locations", "sheet-locations"),
        Code("desk", "sheet-desk"),
        Days("closing_days", "sheet-closing-days"),
    ]


def _place_fields() -> list[Field]:
    return [
        Code("id", "sheet-id", 22),
        InLanguages("name", "sheet-name", required=True),
        Plain("address", "sheet-address", 40),
        Plain("city", "sheet-city", required=True),
        InLanguages("accessibility", "sheet-accessibility"),
        InLanguages("transportation", "sheet-transportation"),
        Number("latitude", "sheet-latitude", 14, low=49, high=55, whole=False),
        Number("longitude", "sheet-longitude", 14, low=14, high=25, whole=False),
    ]


def _source_fields() -> list[Field]:
    return [
        Plain("id", "sheet-id", 14, required=True),
        Plain("title", "sheet-title", 90, required=True),
        Day("date", "sheet-date", required=True),
    ]


def _hours(say: Say) -> Hours:
    return Hours("schedules", "sheet-schedules", days=tuple(say(key) for key in _DAYS))


def _label(field: Field, say: Say) -> str:
    """What a field of the centre is called in its row."""
    return say(field.header) if isinstance(field, Plain | InLanguages) else ""


def _table(title: str, fields: Sequence[Field], values: Sequence[Object], say: Say, frozen: int) -> Sheet:
    columns = tuple(column for field in fields for column in field.columns(say))
    rows = tuple(tuple(cell for field in fields for cell in field.show(value.get(field.name))) for value in values)
    return Sheet(title, columns, rows, frozen)


def _as_read(cells: Sequence[Cell]) -> list[str]:
    """Cells as they come back from a file."""
    return [
        f"{cell:g}" if isinstance(cell, float) and cell.is_integer() else str(cell).replace("\xa0", " ").strip()
        for cell in cells
    ]


class _Reader:
    """Reads sheets one after another and gathers what is wrong in them."""

    def __init__(self, say: Say, centre: str) -> None:
        self.problems: list[str] = []
        self._say = say
        self._centre = centre
        self._cards: list[int] = []
        """The rows of the cards, in their order: the services are the last table read."""
        self._lines: dict[str, int] = {}
        """The rows of the centre's own fields."""
        self._said: set[tuple[str, int, str]] = set()

    def say_wrong(self, sheet: str, row: int, column: str, key: str, **values: str) -> None:
        if (sheet, row, column) in self._said:
            return  # one sentence a cell is enough
        self._said.add((sheet, row, column))
        sentence = self._say(key, **values)
        self.problems.append(self._say("sheet-mistake", sheet=sheet, row=str(row), column=column, sentence=sentence))

    def table(self, title: str, rows: Rows, fields: Sequence[Field], before: Sequence[Object]) -> list[Object]:
        """The things of a sheet. A row without id gets one from its name."""
        columns = [column.header for field in fields for column in field.columns(self._say)]
        places = self._places(title, rows.get(1, ()), columns)
        if columns[0] not in places:
            raise OkienkoError("sheet-refused-id", sheet=title, column=columns[0])
        old = {each["id"]: each for each in before}
        found: list[Object] = []
        for number, row in rows.items():
            if number == 1:
                continue
            cells = {header: row[at] if at < len(row) else "" for header, at in places.items()}
            code = cells[columns[0]]
            made = self._fields(title, number, fields, cells, old.get(code, {}))
            taken = [each["id"] for each in found]
            id = made.get("id") or self._new_id(made, [*taken, *old])
            if id in taken:
                self.say_wrong(title, number, columns[0], "sheet-wrong-twice", value=id)
            found.append(made | {"id": id})
        self._cards = [number for number in rows if number != 1]
        return found

    def head(self, title: str, rows: Rows, fields: Sequence[Field], before: Object) -> Object:
        """The centre's own sheet: a field a row."""
        by_label = {_label(field, self._say): field for field in fields}
        numbers = {row[0]: number for number, row in rows.items() if number > 1 and row}
        unknown = [label for label in numbers if label not in by_label]
        if unknown:
            raise OkienkoError("sheet-refused-columns", sheet=title, columns=", ".join(unknown))
        made = dict(before)
        for label, field in by_label.items():
            if label not in numbers:
                continue  # what is not shown is kept
            width = len(field.columns(self._say))
            row = [*rows[numbers[label]][1:], "", "", ""][:width]
            self._lines[field.name] = numbers[label]
            self._field(title, numbers[label], field, [label] * width, row, made)
        return made

    def _places(self, title: str, headings: Sequence[str], columns: Sequence[str]) -> dict[str, int]:
        strange = [each for n, each in enumerate(headings) if each not in columns or each in headings[:n]]
        if strange:
            raise OkienkoError("sheet-refused-columns", sheet=title, columns=", ".join(each or "–" for each in strange))
        return {heading: n for n, heading in enumerate(headings)}

    def _fields(
        self, title: str, number: int, fields: Sequence[Field], cells: Mapping[str, str], before: Object
    ) -> Object:
        made = dict(before)
        for field in fields:
            headers = [column.header for column in field.columns(self._say)]
            shown = _as_read(field.show(before.get(field.name)))
            given = [cells.get(header, kept) for header, kept in zip(headers, shown, strict=True)]
            self._field(title, number, field, headers, given, made)
        low, high = made.get("minimum_age"), made.get("maximum_age")
        if low is not None and high is not None and low > high:
            self.say_wrong(title, number, self._say("sheet-minimum-age"), "sheet-wrong-ages")
        return made

    def _field(
        self, title: str, number: int, field: Field, headers: Sequence[str], cells: Sequence[str], made: Object
    ) -> None:
        before = made.get(field.name)
        if before is not None and list(cells) == _as_read(field.show(before)):
            return
        try:
            value = field.read(cells)
        except Wrong as wrong:
            self.say_wrong(title, number, headers[wrong.cell], wrong.key, **wrong.values)
            return
        if value is None:
            made.pop(field.name, None)
        else:
            made[field.name] = translated_again(value, before) if isinstance(field, Phones | Hours) else value

    def _new_id(self, made: Object, taken: Sequence[str]) -> str:
        name = made.get("name") or {}
        stem = slug(name.get("pl", "")) or "karta"
        id, n = stem, 1
        while id in taken:
            n += 1
            id = f"{stem}-{n}"
        return id

    def references(self, values: Object) -> None:
        """Ids that lead nowhere."""
        places = {place["id"] for place in values.get("locations", ())}
        cards = {service["id"] for service in values["services"]}
        title = self._say("sheet-services")
        wanted = (("locations", "sheet-locations", places), ("see_also", "sheet-see-also", cards))
        for row, service in zip(self._cards, values["services"], strict=True):
            for name, header, known in wanted:
                for code in service.get(name, ()):
                    if code not in known:
                        self.say_wrong(title, row, self._say(header), "sheet-wrong-unknown", value=code)
                    elif name == "see_also" and code == service["id"]:
                        self.say_wrong(title, row, self._say(header), "sheet-wrong-itself", value=code)
        head, title = values["organization"], self._say("sheet-centre")
        for name, header, known in (("locations", "sheet-locations", places), ("desk", "sheet-desk", cards)):
            codes = head.get(name) or ()
            for code in [codes] if isinstance(codes, str) else codes:
                if code not in known:
                    row = self._lines.get(name, 1)
                    self.say_wrong(title, row, self._say(header), "sheet-wrong-unknown", value=code)
