"""Workbooks (XLSX) from plain tables and back, for people who edit them in an office.

Reading trusts nothing: size, unpacked size and rows are bounded before a cell is looked at, and a
formula is reported where a value should be (what it shows depends on who opened the file last).
"""

import io
import re
import warnings
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final, Protocol

from bot.errors import OkienkoError

MAX_BYTES: Final = 10_000_000
MAX_UNPACKED_BYTES: Final = 50_000_000
MAX_ROWS: Final = 5_000
MAX_COLUMNS: Final = 200
_LAST_ROW: Final = 100_000
LISTS: Final = "_"
"""The hidden sheet from which the dropdowns take their choices."""

_CELL_CHARACTERS: Final = 32_767
_NOT_IN_XML: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ROW_HEIGHT: Final = 75
_FIRST_ROW: Final = 2


class Column(Protocol):
    """A column: its heading, its width in characters, and the values offered in a dropdown."""

    @property
    def header(self) -> str: ...
    @property
    def width(self) -> int: ...
    @property
    def choices(self) -> Sequence[str]: ...


class Grid(Protocol):
    """One sheet: a row of headings, of which the first ``frozen`` columns stay in sight."""

    @property
    def title(self) -> str: ...
    @property
    def columns(self) -> Sequence[Column]: ...
    @property
    def rows(self) -> Sequence[Sequence[str | date | float]]: ...
    @property
    def frozen(self) -> int: ...


@dataclass(frozen=True)
class Book:
    """What was read: each sheet's non-empty rows by their number, as texts (dates as 2026-01-31)."""

    mark: str
    """What `write_book` was given to recognise the workbook by; empty when it is not ours."""
    sheets: Mapping[str, Mapping[int, tuple[str, ...]]]
    formulas: tuple[tuple[str, int, int], ...]
    """Cells with a formula or an error in them: sheet, row and column, counted from 1 and 0."""


def write_book(grids: Sequence[Grid], mark: str, opened: int = 0) -> bytes:
    """A workbook of these sheets; the one numbered ``opened`` is in front.

    Raises `OkienkoError` for a text longer than a cell can hold: Excel would cut it silently.
    """
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    book.properties.subject = mark
    book.properties.creator = "Okienko"
    lists = book.create_sheet(LISTS)
    for grid in grids:
        _write_sheet(book.create_sheet(grid.title), lists, grid)
    lists.sheet_state = "hidden"
    book.move_sheet(lists, len(grids))
    book.active = opened
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _write_sheet(sheet: Any, lists: Any, grid: Grid) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    top = Alignment(wrap_text=True, vertical="top")
    heading = Alignment(wrap_text=True, vertical="center")
    for n, column in enumerate(grid.columns, 1):
        cell = sheet.cell(1, n, column.header)
        cell.font = Font(bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", fgColor="1F4E79")
        cell.alignment = heading
        sheet.column_dimensions[get_column_letter(n)].width = column.width
        if column.choices:
            _offer(sheet, lists, get_column_letter(n), column.choices)
    for number, row in enumerate(grid.rows, _FIRST_ROW):
        for n, value in enumerate(row, 1):
            cell = sheet.cell(number, n)
            cell.alignment = top
            if isinstance(value, str):
                if len(value) > _CELL_CHARACTERS:
                    raise OkienkoError("sheet-refused-cell", sheet=grid.title, row=number)
                cell.value = _NOT_IN_XML.sub("", value) or None
                if value:
                    cell.data_type = "s"  # a text that begins with = is a text
                cell.number_format = "@"
            else:
                cell.value = value
                if isinstance(value, date):
                    cell.number_format = "yyyy-mm-dd"
        if len(grid.columns) > 1:
            sheet.row_dimensions[number].height = _ROW_HEIGHT
    sheet.row_dimensions[1].height = 40
    sheet.freeze_panes = sheet.cell(_FIRST_ROW, grid.frozen + 1).coordinate
    if len(grid.columns) > 1 and grid.rows:
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(grid.columns))}{len(grid.rows) + 1}"
    sheet.sheet_view.zoomScale = 110


def _offer(sheet: Any, lists: Any, letter: str, choices: Sequence[str]) -> None:
    """A dropdown. Its choices stand in cells of the hidden sheet: in the rule itself only 255 characters fit."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    place = lists.max_column + (1 if lists.cell(1, 1).value is not None else 0)
    for n, choice in enumerate(choices, 1):
        cell = lists.cell(n, place, choice)
        cell.data_type = "s"
    at = get_column_letter(place)
    rule = DataValidation("list", formula1=f"'{LISTS}'!${at}$1:${at}${len(choices)}", allow_blank=True)
    rule.showErrorMessage = True
    rule.add(f"{letter}{_FIRST_ROW}:{letter}{MAX_ROWS}")
    sheet.add_data_validation(rule)


def read_book(data: bytes) -> Book:
    """The texts of a workbook. Raises `OkienkoError` for one that is too big or none at all."""
    if len(data) > MAX_BYTES:
        raise OkienkoError("sheet-refused-size", megabytes=MAX_BYTES // 1_000_000)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            unpacked = sum(entry.file_size for entry in packed.infolist())
    except (zipfile.BadZipFile, ValueError, OSError):
        raise OkienkoError("sheet-refused-format") from None
    if unpacked > MAX_UNPACKED_BYTES:
        raise OkienkoError("sheet-refused-size", megabytes=MAX_BYTES // 1_000_000)
    try:
        return _read(data)
    except OkienkoError:
        raise
    except Exception:  # a broken file makes openpyxl raise almost anything
        raise OkienkoError("sheet-refused-format") from None


def _read(data: bytes) -> Book:
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl tells what it does not keep; we keep nothing
        book = load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
        try:
            sheets: dict[str, dict[int, tuple[str, ...]]] = {}
            formulas: list[tuple[str, int, int]] = []
            for sheet in book.worksheets:
                if sheet.title != LISTS:
                    sheets[sheet.title] = dict(_rows(sheet, formulas))
            return Book(str(book.properties.subject or ""), sheets, tuple(formulas))
        finally:
            book.close()


def _rows(sheet: Any, formulas: list[tuple[str, int, int]]) -> Iterator[tuple[int, tuple[str, ...]]]:
    sheet.reset_dimensions()  # what a file says of its own size may be wrong
    found = 0
    for number, row in enumerate(sheet.iter_rows(max_col=MAX_COLUMNS), 1):
        if number > _LAST_ROW:  # empty rows cost time too
            raise OkienkoError("sheet-refused-rows", sheet=sheet.title, rows=MAX_ROWS)
        values = []
        for n, cell in enumerate(row):
            if cell.data_type in ("f", "e"):
                formulas.append((sheet.title, number, n))
            values.append(_text(cell.value))
        while values and not values[-1]:
            values.pop()
        if values:
            found += 1
            if found > MAX_ROWS:
                raise OkienkoError("sheet-refused-rows", sheet=sheet.title, rows=MAX_ROWS)
            yield number, tuple(values)


def _text(value: object) -> str:
    match value:
        case None:
            return ""
        case datetime():
            return value.date().isoformat() if value.time() == datetime.min.time() else value.isoformat(" ")
        case date():
            return value.isoformat()
        case float() if value.is_integer():
            return str(int(value))
    return str(value).replace("\r\n", "\n").replace("\r", "\n").replace("\xa0", " ").strip()
