"""The office's workbook: out and in without loss, edits understood, every mistake told by its cell."""

import io
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from bot.catalogue.loading import load
from bot.catalogue.model import Centre, Status, Topic
from bot.catalogue.sheet import centre_sheets, mark, marked, read_sheets
from bot.errors import DataError, OkienkoError
from bot.papers.sheets import read_book, write_book
from bot.texts import LANGUAGES, texts
from tests.catalogue_exchange.full_centre import full_centre

SHIPPED = Path(__file__).parents[2] / "data"
POLISH = partial(texts().plain, "pl")
Edit = Callable[[Any], None]


def workbook(centre: Centre, language: str = "pl") -> bytes:
    return write_book(centre_sheets(centre, partial(texts().plain, language)), mark(centre.organization.id, 3))


def understood(data: bytes, present: Centre, language: str = "pl") -> Centre:
    book = read_book(data)
    return read_sheets(book.sheets, book.formulas, present, partial(texts().plain, language))


def edited(edit: Edit, centre: Centre | None = None) -> bytes:
    """The workbook after a clerk had it open."""
    book = load_workbook(io.BytesIO(workbook(centre or full_centre())))
    edit(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def at(book: Any, row: int, heading: str, sheet: str = "Usługi") -> Any:
    """A cell by its heading (in the centre's sheet by its row's name)."""
    if sheet == "Centrum":
        line = next(number for number, each in enumerate(book[sheet]["A"], 1) if each.value == heading)
        return book[sheet].cell(line, 2)
    place = next(n for n, each in enumerate(book[sheet][1], 1) if each.value == heading)
    return book[sheet].cell(row, place)


def mistakes(edit: Edit) -> list[str]:
    with pytest.raises(DataError) as refused:
        understood(edited(edit), full_centre())
    return refused.value.problems


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_workbook_that_nobody_touched_changes_nothing(language: str) -> None:
    for centre in (*load(SHIPPED), full_centre()):
        assert understood(workbook(centre, language), centre, language) == centre


def test_headings_choices_and_how_to_are_in_polish() -> None:
    book = load_workbook(io.BytesIO(workbook(full_centre())))
    assert book.sheetnames[:5] == ["Usługi", "Centrum", "Miejsca", "Źródła", "Jak to działa"]
    assert book["Usługi"].freeze_panes == "C2"
    assert at(book, 2, "Stan").value == "zapisy zamknięte"
    assert at(book, 2, "Godziny").value == "pn–śr 7:30–15:30 | 2026-01-01–2026-12-31 | Zapisy"
    assert at(book, 2, "Jak ludzie mówią (po polsku)").value == "majster\nhydraulik"
    assert at(book, 0, "Telefony", "Centrum").value == "600 100 200 | Zapisy\n77 400 10 10"


def test_what_a_clerk_types_is_understood() -> None:
    def edit(book: Any) -> None:
        at(book, 2, "Nazwa (po polsku)").value = "Naprawy"
        at(book, 2, "Nazwa (po angielsku)").value = None
        at(book, 2, "Stan").value = "DZIALA"
        at(book, 2, "Półka").value = "zdrowie"
        at(book, 2, "Wiek od").value = 65.0
        at(book, 2, "Telefony").value = "600100300 | Zapisy\n112"
        at(book, 2, "Godziny").value = "od poniedziałku do piątku 8-16 | Zapisy; sob. 9.00-12.00"
        at(book, 2, "Jak ludzie mówią (po polsku)").value = "majster; pan od kranu\n hydraulik"
        at(book, 2, "Stan na").value = "03.04.2026"
        at(book, 2, "Ważna uwaga (po polsku)").value = None
        at(book, 2, "Ważna uwaga (po ukraińsku)").value = None
        at(book, 2, "Ważna uwaga (po angielsku)").value = None
        at(book, 0, "E-mail", "Centrum").value = "nowy@example.org"
        at(book, 2, "Adres", "Miejsca").value = "ul. Krótka 2"

    centre = understood(edited(edit), full_centre())
    card, before = centre.services[0], full_centre().services[0]
    assert (card.name.pl, card.name.uk, card.name.en) == ("Naprawy", "Drobne naprawy (uk)", None)
    assert (card.status, card.topics, card.minimum_age) == (Status.ACTIVE, (Topic.HEALTH, Topic.SENIORS), 65)
    assert [phone.number for phone in card.phones] == ["600 100 300", "112"]
    assert card.phones[0].description == before.phones[0].description  # its translations are kept
    assert [hours.byday for hours in card.schedules] == [("MO", "TU", "WE", "TH", "FR"), ("SA",)]
    assert card.alternate_names.pl == ("majster", "pan od kranu", "hydraulik")
    assert card.alternate_names.ru == ("мастер",)
    assert card.assured_on.isoformat() == "2026-04-03"
    assert card.alert is None
    assert centre.organization.email == "nowy@example.org"
    assert centre.locations[0].address == "ul. Krótka 2"
    assert centre.fees == full_centre().fees


def test_a_new_row_is_a_new_card_and_a_deleted_one_is_gone() -> None:
    def edit(book: Any) -> None:
        at(book, 5, "Nazwa (po polsku)").value = "Złota rączka"
        at(book, 5, "Stan").value = "plan"
        at(book, 5, "Rodzaj").value = "usługa"
        at(book, 5, "Półka").value = "Dom i codzienność"
        at(book, 5, "Co to jest (po polsku)").value = "Naprawy w domu."
        at(book, 5, "Nazwa w dokumencie").value = "złota rączka"
        at(book, 5, "Źródło").value = "1"
        at(book, 5, "Stan na").value = "2026-05-06"
        book["Usługi"].delete_rows(2)

    centre = understood(edited(edit), full_centre())
    assert [card.id for card in centre.services] == ["biuro", "zlota-raczka"]
    assert centre.services[1].status is Status.PLANNED


def test_columns_and_sheets_that_were_deleted_are_kept_as_they_were() -> None:
    def edit(book: Any) -> None:
        for heading in ("Nazwa (po ukraińsku)", "Telefony", "Kiedy tego trzeba (po polsku)"):
            book["Usługi"].delete_cols(at(book, 1, heading).column)
        for sheet in ("Centrum", "Miejsca", "Źródła", "Jak to działa"):
            del book[sheet]

    assert understood(edited(edit), full_centre()) == full_centre()


def test_every_mistake_is_told_at_once_with_its_cell() -> None:
    def edit(book: Any) -> None:
        at(book, 2, "Nazwa (po polsku)").value = None
        at(book, 2, "Stan").value = "może"
        at(book, 2, "Druga półka").value = "🏠 Dom i codzienność"
        at(book, 2, "Co to jest (po polsku)").value = "=1+1"
        at(book, 2, "Wiek od").value = "sto"
        at(book, 2, "Telefony").value = "112; zadzwoń"
        at(book, 2, "Miejsca (kody)").value = "zamek"
        at(book, 2, "Godziny").value = "25:00"
        at(book, 2, "Dokumenty (po ukraińsku)").value = "jedno"
        at(book, 2, "Zobacz też (kody)").value = "Biuro!"
        at(book, 2, "Ważne do").value = "31.02.2026"
        at(book, 3, "Kod").value = "naprawy"
        at(book, 3, "Zobacz też (kody)").value = "naprawy"
        at(book, 3, "Wiek od").value = 70
        at(book, 3, "Wiek do").value = 60
        at(book, 0, "Karta biura (kod)", "Centrum").value = "okno"
        at(book, 3, "Szerokość geograficzna", "Miejsca").value = 10
        at(book, 2, "Data dokumentu", "Źródła").value = "wczoraj"

    told = mistakes(edit)
    assert told == [
        "Usługi, wiersz 2, kolumna „Co to jest (po polsku)”: tu stoi formuła; proszę wpisać samą treść.",
        "Źródła, wiersz 2, kolumna „Data dokumentu”: „wczoraj” to nie data taka jak 2026-09-30.",
        "Miejsca, wiersz 3, kolumna „Szerokość geograficzna”: „10” to nie liczba od 49 do 55.",
        "Usługi, wiersz 2, kolumna „Nazwa (po polsku)”: jest tłumaczenie, a brakuje tekstu po polsku.",
        "Usługi, wiersz 2, kolumna „Stan”: „może” nie jest na liście: działa, zapisy zamknięte, plan, zakończone, "
        "niepotwierdzone.",
        "Usługi, wiersz 2, kolumna „Druga półka”: „🏠 Dom i codzienność” stoi dwa razy.",
        "Usługi, wiersz 2, kolumna „Wiek od”: „sto” to nie liczba od 0 do 120.",
        "Usługi, wiersz 2, kolumna „Dokumenty (po ukraińsku)”: ma być tyle samo linii co po polsku albo pusto.",
        "Usługi, wiersz 2, kolumna „Telefony”: „zadzwoń” to nie numer telefonu: dziewięć cyfr, krótki numer jak "
        "116 123 albo + i numer kraju.",
        "Usługi, wiersz 2, kolumna „Godziny”: „25:00” to nie godziny takie jak pn–pt 7:30–15:30.",
        "Usługi, wiersz 2, kolumna „Zobacz też (kody)”: „Biuro!” to nie kod: małe litery bez polskich znaków, cyfry "
        "i łączniki.",
        "Usługi, wiersz 2, kolumna „Ważne do”: „31.02.2026” to nie data taka jak 2026-09-30.",
        "Usługi, wiersz 3, kolumna „Wiek od”: wiek „od” jest większy niż „do”.",
        "Usługi, wiersz 3, kolumna „Kod”: „naprawy” stoi dwa razy.",
        "Usługi, wiersz 2, kolumna „Miejsca (kody)”: nie ma tu kodu „zamek”.",
        "Usługi, wiersz 3, kolumna „Zobacz też (kody)”: „naprawy” to ta sama karta.",
        "Centrum, wiersz 12, kolumna „Karta biura (kod)”: nie ma tu kodu „okno”.",
    ]


def test_a_card_that_others_point_to_cannot_be_deleted_silently() -> None:
    def edit(book: Any) -> None:
        book["Usługi"].delete_rows(3)

    assert mistakes(edit) == [
        "Usługi, wiersz 2, kolumna „Zobacz też (kody)”: nie ma tu kodu „biuro”.",
        "Centrum, wiersz 12, kolumna „Karta biura (kod)”: nie ma tu kodu „biuro”.",
    ]


def refused(edit: Edit) -> OkienkoError:
    with pytest.raises(OkienkoError) as error:
        understood(edited(edit), full_centre())
    return error.value


def test_wrong_columns_are_refused() -> None:
    def rename(book: Any) -> None:
        at(book, 1, "Stan").value = "Status"

    def repeat(book: Any) -> None:
        at(book, 1, "Rodzaj").value = "Stan"

    def drop(book: Any) -> None:
        book["Usługi"].delete_cols(1)

    def unnamed(book: Any) -> None:
        book["Usługi"].insert_cols(1)

    assert (refused(rename).key, refused(rename).values["columns"]) == ("sheet-refused-columns", "Status")
    assert (refused(repeat).key, refused(repeat).values["columns"]) == ("sheet-refused-columns", "Stan")
    assert refused(drop).key == "sheet-refused-id"
    assert refused(unnamed).key == "sheet-refused-columns"


def test_a_workbook_without_services_is_refused() -> None:
    def other(book: Any) -> None:
        book["Usługi"].title = "Arkusz1"

    def emptied(book: Any) -> None:
        book["Usługi"].delete_rows(2, 10)

    assert refused(other).key == "sheet-refused-services"
    assert refused(emptied).key == "sheet-refused-services"


def test_a_workbook_says_whose_it_is() -> None:
    assert marked(read_book(workbook(full_centre())).mark) == ("brzeg", 3)
    assert marked("") is None
    assert marked("Plan:brzeg:3") is None
