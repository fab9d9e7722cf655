"""XLSX files: what is written is read, and what is hostile is refused before it costs anything."""

import io
import zipfile
from dataclasses import dataclass
from datetime import date

import pytest
from openpyxl import Workbook, load_workbook

from bot.errors import OkienkoError
from bot.papers import sheets
from bot.papers.sheets import read_book, write_book


@dataclass(frozen=True)
class Column:
    header: str
    width: int = 20
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Grid:
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str | date | float, ...], ...]
    frozen: int = 1


def grid(*rows: tuple[str | date | float, ...], choices: tuple[str, ...] = ()) -> Grid:
    return Grid("Usługi", (Column("Kod"), Column("Stan", choices=choices)), rows)


def as_file(book: Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def refused(data: bytes) -> str:
    with pytest.raises(OkienkoError) as error:
        read_book(data)
    return error.value.key


def test_texts_dates_and_numbers_come_back() -> None:
    rows = (("a\nb", date(2026, 9, 30)), ("=1+1", 50.5), ("+48 600", 7), ("007", ""))
    book = read_book(write_book([grid(*rows)], "mark"))
    assert book.mark == "mark"
    assert book.formulas == ()
    assert dict(book.sheets) == {
        "Usługi": {
            1: ("Kod", "Stan"),
            2: ("a\nb", "2026-09-30"),
            3: ("=1+1", "50.5"),  # a text that looks like a formula is a text
            4: ("+48 600", "7"),
            5: ("007",),
        }
    }


def test_a_clerk_finds_headings_in_sight_and_lists_to_choose_from() -> None:
    choices = tuple(f"stan numer {n} z bardzo długą nazwą" for n in range(20))
    sheet = load_workbook(io.BytesIO(write_book([grid(("a", "b"), choices=choices)], "")))["Usługi"]
    assert sheet.freeze_panes == "B2"
    assert sheet["A2"].alignment.wrap_text
    assert sheet.column_dimensions["A"].width == 20
    (rule,) = sheet.data_validations.dataValidation
    book = sheet.parent
    place = rule.formula1.split("!")[1].replace("$", "")
    assert tuple(row[0].value for row in book[sheets.LISTS][place]) == choices
    assert book[sheets.LISTS].sheet_state == "hidden"
    assert "B2" in rule.sqref


def test_a_formula_is_told_with_its_cell() -> None:
    book = Workbook()
    book.active.append(["a", "b"])
    book.active.append(["x", "=HYPERLINK(A1)"])
    assert read_book(as_file(book)).formulas == (("Sheet", 2, 1),)


def test_control_characters_do_not_stop_the_office() -> None:
    assert read_book(write_book([grid(("a\x00b", "c"))], "")).sheets["Usługi"][2] == ("ab", "c")


def test_a_text_that_a_cell_would_cut_is_refused() -> None:
    with pytest.raises(OkienkoError) as error:
        write_book([grid(("a", "x" * 32_768))], "")
    assert error.value.key == "sheet-refused-cell"


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"<html>", b"\xd0\xcf\x11\xe0" + b"\0" * 600])
def test_what_is_no_workbook_is_refused(data: bytes) -> None:
    assert refused(data) == "sheet-refused-format"


def test_a_zip_of_something_else_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("notes.txt", "hello")
    assert refused(out.getvalue()) == "sheet-refused-format"


def test_a_broken_sheet_is_refused() -> None:
    whole = write_book([grid(("a", "b"))], "")
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            after.writestr(name, before.read(name)[:200] if "sheet1" in name else before.read(name))
    assert refused(out.getvalue()) == "sheet-refused-format"


def test_entities_that_grow_are_refused() -> None:
    bomb = (
        b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">'
        b'<c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>'
    )
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(write_book([grid()], ""))) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            after.writestr(name, bomb if "sheet1" in name else before.read(name))
    assert refused(out.getvalue()) == "sheet-refused-format"


def test_too_big_is_refused() -> None:
    assert refused(b"PK" + b"\0" * sheets.MAX_BYTES) == "sheet-refused-size"


def test_a_zip_bomb_is_refused_unopened() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed, packed.open("xl/workbook.xml", "w") as entry:
        for _ in range(60):
            entry.write(b"\0" * 1_000_000)
    assert len(out.getvalue()) < 100_000
    assert refused(out.getvalue()) == "sheet-refused-size"


def test_too_many_rows_are_refused_and_empty_ones_do_not_count() -> None:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("S")
    for _ in range(sheets.MAX_ROWS):
        sheet.append(["x"])
    for _ in range(100):
        sheet.append([None])
    assert len(read_book(as_file(book)).sheets["S"]) == sheets.MAX_ROWS
    book = Workbook(write_only=True)
    sheet = book.create_sheet("S")
    for _ in range(sheets.MAX_ROWS + 1):
        sheet.append(["x"])
    assert refused(as_file(book)) == "sheet-refused-rows"


def test_a_lonely_cell_far_below_is_refused_soon() -> None:
    book = Workbook()
    book.active["A1048576"] = "x"
    assert refused(as_file(book)) == "sheet-refused-rows"
