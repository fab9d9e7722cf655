"""A roster as a file: what the office sends, what is wrong with it, and what hangs on the notice board."""

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from sqlmodel import select

from bot.catalogue.loading import load, load_examples
from bot.clock import SteppedClock
from bot.errors import DataError
from bot.papers.sheets import read_book
from bot.places.roster import examples
from bot.storage import Database
from bot.storage.tables import Duty, OwedMessage, Provider, Slot
from tests.conversations.people import Person
from tests.events.conftest import Postman
from tests.rosters.conftest import Desk, Newcomer

DATA = Path(__file__).parents[2] / "data"
HEAD = ("data", "od", "do", "osoba", "pokój", "usługa", "co ile minut", "przerwa")


def workbook(*rows: Sequence[Any]) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


async def preview_of(desk: Desk, name: str, content: bytes, postman: Postman) -> str:
    """Send a file, wait, look."""
    (answer,) = await desk.sends(name, content)
    assert "Czytam plik" in answer
    await desk.reads()
    await postman.round()
    (sent,) = [each for each in postman.to(desk.keeper) if "Podgląd" in " ".join(each.labels)][-1:]
    data = sent.call.arguments["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    return (await desk.keeper.presses(data))[0]


async def test_a_workbook_becomes_the_month(desk: Desk, postman: Postman) -> None:
    content = workbook(
        HEAD,
        ("2026-12-07", "9:00", "13:00", "prawnik", "pokój 12", "pio", 30, ""),
        ("14.12.2026", "9", "13", "prawnik", "pokój 12", "", "", ""),
    )
    preview = await preview_of(desk, "grudzień.xlsx", content, postman)
    assert "➕ prawnik, 9:00–13:00, pokój 12, co 30 min: pn 7, pn 14" in preview
    await desk.keeper.taps("Dodać: prawnik")
    await desk.keeper.taps("Opublikować")
    assert len(await desk.slots()) == 16


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1250"])
async def test_a_csv_as_excel_writes_it(desk: Desk, postman: Postman, encoding: str) -> None:
    text = "Grafik CUS;;;\nData;Od;Do;Osoba;Pokój\n7.12.2026;09:00;13:00;psycholożka;pokój 3\n"
    preview = await preview_of(desk, "grafik.csv", text.encode(encoding), postman)
    assert "psycholożka, 9:00–13:00, pokój 3" in preview


async def test_a_file_is_the_whole_month_of_its_service(roster: Desk, postman: Postman) -> None:
    content = workbook(HEAD, ("2026-12-07", "9:00", "13:00", "prawnik", "pokój 12", "pio", 30, ""))
    preview = await preview_of(roster, "grafik.xlsx", content, postman)
    assert "➖ prawnik, 9:00–13:00, pokój 12, co 30 min: pn 14, pn 21, pn 28" in preview
    assert "➖ psycholog" in preview


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([("dzien", "od", "do", "osoba")], "brakuje kolumn: „data”"),
        ([("data", "kto")], "brakuje kolumn: „od”, „do”"),
        ([HEAD, ("31.11.2026", "9", "12", "prawnik")], "<b>Wiersz 2:</b> „31.11.2026” to nie data"),
        ([HEAD, ("jutro", "9", "12", "prawnik")], "„jutro” to nie data"),
        ([HEAD, ("2026-12-07", "9", "rano", "prawnik")], "„rano” to nie godzina"),
        ([HEAD, ("2026-12-07", "9", "12", "prawnik", "", "", "pół")], "„pół” to nie liczba minut"),
        ([HEAD, ("2026-12-07", "9", "12", "prawnik", "", "basen")], "nie ma tu usługi „basen”"),
        ([HEAD, ("2026-12-07", "9", "12", "=A1")], "tu stoi formuła"),
        ([HEAD, ("2026-12-07", "9", "12", "")], "nazwa osoby"),
        ([HEAD, ("2026-12-07", "9", "12", "x" * 90)], "od 1 do 80 znaków"),
        (
            [HEAD, ("2026-12-07", "9", "12", "prawnik"), ("2026-12-07", "11", "14", "prawnik")],
            "<b>Wiersz 3:</b> prawnik ma dwa dyżury naraz",
        ),
        ([HEAD, ("2026-12-07", "9", "12", "a"), ("2027-01-07", "9", "12", "a")], "z różnych miesięcy"),
        ([HEAD, ("2026-10-07", "9", "12", "prawnik")], "październik 2026 już minął"),
        ([HEAD], "nie ma tu żadnego dyżuru"),
    ],
)
async def test_what_is_wrong_in_a_file_is_said_with_its_row(
    desk: Desk, postman: Postman, rows: list[Sequence[Any]], sentence: str
) -> None:
    preview = await preview_of(desk, "grafik.xlsx", workbook(*rows), postman)
    assert sentence in preview
    assert await desk.duties() == []


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", b"0" * 60_000_000)
    return out.getvalue()


def many_rows() -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for _ in range(100_001):
        sheet.append(("2026-12-07",))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("bomba.xlsx", bomb, "za duży"),
        ("sto-tysiecy.xlsx", many_rows, "za dużo wierszy"),
        ("nic.xlsx", lambda: b"PK\x03\x04 to nie jest skoroszyt", "To nie jest skoroszyt"),
        ("stary.csv", lambda: b"\xd0\xcf\x11\xe0 stary Excel", "nie da się odczytać"),
        ("obraz.csv", lambda: b"\x89PNG\0\0", "nie da się odczytać"),
        ("wielki.csv", lambda: b"data;od\n" * 200_000, "nie da się odczytać"),
        ("długi.csv", lambda: b"d;o\n" * 6_000, "za dużo wierszy"),
    ],
)
async def test_hostile_files_end_with_one_sentence(
    desk: Desk, postman: Postman, name: str, content: Any, sentence: str
) -> None:
    assert sentence in await preview_of(desk, name, content(), postman)


async def test_a_file_that_cannot_be_fetched(desk: Desk, postman: Postman) -> None:
    await desk.sends("grafik.xlsx", b"")
    desk.files.clear()
    await desk.reads()
    await postman.round()
    assert any("jedna rzecz do poprawienia" in each.words for each in postman.to(desk.keeper))


async def test_others_files_are_not_taken(desk: Desk, resident: Person, database: Database) -> None:
    await resident.sends(document={"file_id": "f", "file_unique_id": "f", "file_name": "grafik.xlsx"})
    async with database.session() as session:
        assert (await session.exec(select(OwedMessage))).all() == []
    assert (await desk.reads()).id is None


async def test_the_sample_can_be_sent_back(roster: Desk, postman: Postman) -> None:
    await roster.keeper.presses("rf:202612:sample")
    await postman.round()
    (sent,) = [each for each in postman.to(roster.keeper) if "document" in each.call.arguments]
    (rows,) = read_book(sent.file).sheets.values()
    assert tuple(rows[1]) == HEAD
    preview = await preview_of(roster, "grafik.xlsx", sent.file, postman)
    assert "Nic się nie zmienia" in preview


async def test_picture_and_pdf(roster: Desk, newcomer: Newcomer, postman: Postman) -> None:
    await roster.keeper.presses("rf:202612:png")
    await roster.keeper.presses("rf:202612:pdf")
    await postman.round()
    photo, pdf = [each.call.arguments for each in postman.to(roster.keeper)]
    assert photo["photo"].content.startswith(b"\x89PNG")
    assert pdf["document"].content.startswith(b"%PDF")
    assert photo["caption"] == "Dyżury: grudzień 2026"
    resident = await newcomer()
    await resident.presses("rf:202612:pdf")
    await postman.round()
    assert postman.to(resident) == []


@pytest.mark.parametrize("day", ["2026-11-28", "2027-02-28", "2027-03-31", "2028-02-29"])
async def test_the_demo_has_free_hours_on_any_day(database: Database, clock: SteppedClock, day: str) -> None:
    clock.now = clock.now.fromisoformat(f"{day}T11:00:00+00:00")
    found = load_examples(DATA, load(DATA))
    for _ in range(2):  # begun twice, it is there once
        async with database.transaction() as session:
            for centre, example in found.items():
                await examples.settle(session, clock(), centre, "ul. Przykładowa 1", example.duties, {})
    async with database.session() as session:
        slots = (await session.exec(select(Slot))).all()
        services = {slot.service for slot in slots}
        assert all((await session.exec(select(Provider.example))).all())
        duties = (await session.exec(select(Duty))).all()
    assert services == {
        "kozienice/pio",
        "dobczyce/dyzury-ekspertow",
        "dobczyce/punkt-wsparcia-rodzin",
        "koszalin/mediacje",
    }
    assert min(slot.starts_at for slot in slots) > clock()
    assert len({(duty.provider_id, duty.day, duty.opens_at) for duty in duties}) == len(duties)


def test_a_demo_file_with_two_duties_at_once_says_where(tmp_path: Path) -> None:
    (tmp_path / "demo").mkdir()
    text = (DATA / "demo" / "kozienice.yaml").read_text("utf-8")
    line = next(line for line in text.splitlines() if "doradca uzależnień" in line)
    other = line.replace("[TU]", "[FR]").replace("pio", "basen").replace('"15:00"', '"11:00"')
    lines = text.splitlines()
    number = lines.index(line) + 2
    (tmp_path / "demo" / "kozienice.yaml").write_text(
        "\n".join([*lines[: number - 1], other, *lines[number - 1 :]]), "utf-8"
    )
    with pytest.raises(DataError) as error:
        load_examples(tmp_path, load(DATA))
    said = str(error.value)
    assert f"kozienice.yaml:{number}: " in said
    assert 'no service "basen"' in said
    assert "another duty at that time" in said
