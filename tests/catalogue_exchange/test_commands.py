"""`okienko catalogue export` and `import`: against a real database, asking before anything is done."""

import asyncio
import io
import json
import threading
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from typer.testing import CliRunner, Result

from bot.__main__ import app
from bot.catalogue import store
from bot.catalogue.catalogue import Catalogue
from bot.errors import DataError
from bot.storage import Database
from bot.storage.tables import CatalogueRevision
from tests.catalogue.towns import write_towns


@pytest.fixture(autouse=True)
def installation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the data of two towns, and a database that does not exist yet."""
    monkeypatch.setenv("DATA_DIR", str(write_towns(tmp_path / "data")))
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'var/okienko.db'}")
    return tmp_path


def okienko(*arguments: object, typed: str = "") -> Result:
    return CliRunner().invoke(app, ["catalogue", *map(str, arguments)], input=typed)


def stopped(*arguments: object) -> list[str]:
    """The sentences of a refusal; `okienko` prints them and ends with exit code 2."""
    result = okienko(*arguments)
    assert isinstance(result.exception, DataError), result.output
    return result.exception.problems


def kept(installation: Path) -> Catalogue:
    async def look() -> Catalogue:
        database = Database(f"sqlite:///{installation / 'var/okienko.db'}")
        async with database.session() as session:
            catalogue = await store.read(session)
        await database.close()
        return catalogue

    with asyncio.Runner(loop_factory=asyncio.new_event_loop) as runner:
        return runner.run(look())


def exported(tmp_path: Path, format: str) -> Path:
    out = tmp_path / f"out.{'json' if format == 'hsds' else format}"
    assert okienko("export", "--format", format, out, "--centre", "nysa").exit_code == 0
    return out


def without_blood(file: Path) -> None:
    """One card renamed, one gone, one new."""
    if file.suffix == ".json":
        page: Any = json.loads(file.read_text("utf-8"))
        services = page["contents"][0]["services"]
        services[0]["name"] = "Taksówka społeczna"
        services[1] = {
            "id": "x",
            "name": "Nowe",
            "status": "active",
            "description": "Opis",
            "assured_date": "2026-01-02",
        }
        services[1]["attributes"] = [{"id": "y", "label": "okienko:source", "value": "1"}]
        file.write_text(json.dumps(page), "utf-8")
        return
    book = load_workbook(file)
    sheet = book["Usługi"]
    place = {cell.value: cell.column for cell in sheet[1]}
    sheet.cell(2, place["Nazwa (po polsku)"]).value = "Taksówka społeczna"
    sheet.cell(3, place["Kod"]).value = None
    sheet.cell(3, place["Nazwa (po polsku)"]).value = "Nowe"
    book.save(file)


@pytest.mark.parametrize("format", ["hsds", "xlsx"])
def test_out_edited_and_in(installation: Path, format: str) -> None:
    file = exported(installation, format)
    assert not (installation / "var").exists()  # looking makes no database
    assert okienko("import", file, "--centre", "nysa").stdout == "Nothing would change.\n"
    assert kept(installation).revision == 1
    without_blood(file)

    shown = okienko("import", file, "--centre", "nysa", typed="n\n")
    assert shown.exit_code == 0
    assert "Added:\n  nysa/nowe  Nowe\n" in shown.stdout
    assert "Changed:\n  nysa/taksowka  Taksówka społeczna: name\n" in shown.stdout
    assert "Gone:\n  nysa/krwiodawstwo  Honorowe krwiodawstwo\n" in shown.stdout
    assert shown.stdout.endswith("Nothing was changed.\n")
    assert kept(installation).revision == 1

    done = okienko("import", file, "--centre", "nysa", "--yes")
    assert done.stdout.endswith("Done: the catalogue has revision 2.\n")
    catalogue = kept(installation)
    assert [card.id for card in catalogue.cards("nysa")] == ["nysa/taksowka", "nysa/nowe"]
    assert len(catalogue.cards("brzeg")) == 4  # the other centre is an island


def test_what_was_imported_is_what_is_exported(installation: Path) -> None:
    file = exported(installation, "xlsx")
    without_blood(file)
    okienko("import", file, "--centre", "nysa", "--yes")
    page = json.loads(exported(installation, "hsds").read_text("utf-8"))
    assert [service["name"] for service in page["contents"][0]["services"]] == ["Taksówka społeczna", "Nowe"]


def test_an_old_workbook_is_told(installation: Path) -> None:
    file, newer = exported(installation, "xlsx"), installation / "newer.xlsx"
    newer.write_bytes(file.read_bytes())
    without_blood(newer)
    okienko("import", newer, "--centre", "nysa", "--yes")
    shown = okienko("import", file, "--centre", "nysa", typed="n\n")
    assert "was made from revision 0, the catalogue has 2 by now" in shown.stdout


def test_a_change_while_one_thinks_is_not_overwritten(installation: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = exported(installation, "hsds")
    without_blood(file)

    async def grow() -> None:
        database = Database(f"sqlite:///{installation / 'var/okienko.db'}")
        async with database.transaction() as session:
            await session.merge(CatalogueRevision(id=1, number=7))
        await database.close()

    def think(*_: object, **__: object) -> bool:
        other = threading.Thread(target=asyncio.run, args=(grow(),))
        other.start()
        other.join()
        return True

    monkeypatch.setattr("typer.confirm", think)
    assert "changed by somebody else meanwhile" in stopped("import", file, "--centre", "nysa")[0]
    assert len(kept(installation).cards("nysa")) == 2
    assert kept(installation).card("nysa/krwiodawstwo")


def test_mistakes_change_nothing(installation: Path) -> None:
    file = exported(installation, "xlsx")
    book = load_workbook(io.BytesIO(file.read_bytes()))
    for row in (2, 3):
        book["Usługi"].cell(row, 5).value = "może"
    book.save(file)
    first, second = stopped("import", file, "--centre", "nysa", "--yes")
    assert first.startswith("Usługi, wiersz 2, kolumna „Stan”")
    assert second.startswith("Usługi, wiersz 3, kolumna „Stan”")
    assert kept(installation).revision == 1


def test_bad_input_is_one_sentence(installation: Path) -> None:
    file = exported(installation, "xlsx")
    assert (
        "there is no centre" in stopped("export", "--format", "hsds", installation / "x.json", "--centre", "opole")[0]
    )
    assert "say which with --centre" in stopped("export", "--format", "xlsx", installation / "x.xlsx")[0]
    assert "cannot be written" in stopped("export", "--format", "hsds", installation)[0]
    assert "no language" in stopped("export", "--format", "xlsx", file, "--centre", "nysa", "--language", "ru")[0]
    assert "cannot be read" in stopped("import", installation / "none.json", "--centre", "nysa")[0]
    assert "To skoroszyt innego centrum (nysa)" in stopped("import", file, "--centre", "brzeg")[0]
    assert "only change one that is there" in stopped("import", file, "--centre", "opole")[0]
    (installation / "broken.xlsx").write_bytes(b"hello")
    assert "nie jest skoroszyt" in stopped("import", installation / "broken.xlsx", "--centre", "nysa")[0]
    (installation / "broken.json").write_bytes(b"{")
    assert "this is not JSON" in stopped("import", installation / "broken.json", "--centre", "nysa")[0]
    assert okienko("import", file, "--centre", "nysa", "--topic", "none").exit_code == 2
    assert okienko("export", "--format", "csv", file).exit_code == 2


def test_a_question_that_nobody_answers_changes_nothing_and_says_so(tmp_path: Path) -> None:
    file = exported(tmp_path, "hsds")
    without_blood(file)
    (sentence,) = stopped("import", file, "--centre", "nysa")
    assert "not answered" in sentence
    assert "--yes" in sentence
