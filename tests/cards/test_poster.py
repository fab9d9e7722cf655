"""The sheet for the notice board: its words, its code, and what the command refuses."""

import re
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest
import segno
from typer.testing import CliRunner

from bot.__main__ import app
from bot.catalogue.loading import load
from bot.commands.poster import _poster
from bot.errors import OkienkoError
from bot.papers.poster import Poster, poster_pdf
from bot.texts import LANGUAGES, texts
from tests.cards.conftest import DATA

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
LINK = "https://t.me/OkienkoBot?start=k-koszalin__zlota-raczka"
needs_poppler = pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs poppler's pdftotext and pdftoppm")


def make(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["catalogue", "poster", *arguments])
    return result.exit_code, result.stderr


def words_of(file: Path) -> str:
    out = subprocess.run(["pdftotext", "-layout", str(file), "-"], capture_output=True, check=True).stdout.decode()
    return re.sub(r"\s+", " ", out)


@needs_poppler
def test_polish_words_can_be_read_back(tmp_path: Path) -> None:
    file = tmp_path / "sheet.pdf"
    code, said = make("koszalin/zlota-raczka", str(file), "--bot", "@OkienkoBot")
    assert code == 0
    assert "not confirmed" in said
    words = words_of(file)
    for part in (
        "Centrum Usług Społecznych w Koszalinie",
        "Złota Rączka",
        "Dla mieszkańców Koszalina",
        "20% wartości usługi",
        "t.me/OkienkoBot",
        "Zasady po tym dniu nie są potwierdzone",
        "Stan na 25 maja 2023",
    ):
        assert part in words
    assert "Telefon " not in words


@needs_poppler
def test_ukrainian_words_and_a_confirmed_phone(tmp_path: Path) -> None:
    file = tmp_path / "sheet.pdf"
    page = "https://okienko.example.pl/starachowice"
    assert make("starachowice/taksowka", str(file), "--page", page, "--language", "uk")[0] == 0
    words = words_of(file)
    for part in ("Таксі для людей", "Для кого", "533 848 489", "Наведіть камеру", "okienko.example.pl/starachowice"):
        assert part in words
    info = subprocess.run(["pdfinfo", str(file)], capture_output=True, check=True).stdout.decode()
    assert "A4" in info
    assert re.search(r"Pages:\s+1\n", info)


def test_the_code_on_paper_is_the_link(tmp_path: Path) -> None:
    """The dark modules, as they are drawn, against the matrix of the link."""
    card = load(DATA).card("koszalin/zlota-raczka")
    assert card is not None
    expected = [list(row) for row in segno.make(LINK, micro=False, error="m").matrix]
    sheet = _poster(card, "pl", LINK, "t.me/OkienkoBot", "poster-scan-telegram", texts())
    drawn = _dark_modules(poster_pdf(sheet, NOW), len(expected))
    assert drawn == expected


def _dark_modules(pdf: bytes, side: int) -> list[list[int]]:
    """The grid of modules from the page's black rectangles ("x y w h re f", y from the bottom)."""
    import zlib

    streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL)
    pages = []
    for stream in streams:
        try:
            pages.append(zlib.decompress(stream).decode("latin-1"))
        except zlib.error:
            continue
    page = next(text for text in pages if " re f" in text and "BT" in text)
    _, black = re.split(r"(?m)^0(?:\.0+)? g$|^0 0 0 rg$", page, maxsplit=1)
    boxes = [tuple(map(float, found)) for found in re.findall(r"([\d.]+) ([\d.]+) ([\d.]+) (-?[\d.]+) re f", black)]
    module = abs(boxes[0][3])
    left, top = min(box[0] for box in boxes), max(box[1] for box in boxes)
    grid = [[0] * side for _ in range(side)]
    for x, y, width, _ in boxes:
        row, start = round((top - y) / module), round((x - left) / module)
        for column in range(start, start + round(width / module)):
            grid[row][column] = 1
    return grid


def test_every_card_fits_one_page_in_every_language() -> None:
    catalogue = load(DATA)
    cards = sorted(
        (card for centre in catalogue.ids for card in catalogue.cards(centre)),
        key=lambda card: len(card_words(card.service.description.pl, card.service.application_process)),
    )
    for card in cards[-6:]:
        for language in LANGUAGES:
            sheet = _poster(card, language, LINK, "t.me/OkienkoBot", "poster-scan-telegram", texts())
            assert poster_pdf(sheet, NOW).startswith(b"%PDF-")


def card_words(*parts: object) -> str:
    return " ".join(str(part) for part in parts if part)


def test_too_many_words_are_refused_not_cut() -> None:
    endless = Poster("pl", "Centrum", "Tytuł", "słowo " * 2000, (), None, None, "Kod", LINK, "t.me/x", "Źródło")
    with pytest.raises(OkienkoError) as refused:
        poster_pdf(endless, NOW)
    assert refused.value.key == "poster-too-long"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["koszalin/nie-ma", "--bot", "OkienkoBot"], "there is no card koszalin/nie-ma"),
        (["koszalin/zlota-raczka"], "--bot USERNAME or --page URL"),
        (["koszalin/zlota-raczka", "--bot", "a", "--page", "https://a.pl"], "one of them"),
        (["koszalin/zlota-raczka", "--bot", "a b"], "not the name of a bot"),
        (["koszalin/zlota-raczka", "--page", "javascript:alert(1)"], "not an address"),
        (["koszalin/zlota-raczka", "--bot", "OkienkoBot", "--language", "fr"], "pl, uk or en"),
    ],
)
def test_bad_input_is_one_line_and_exit_code_2(tmp_path: Path, arguments: list[str], words: str) -> None:
    card, *options = arguments
    code, said = make(card, str(tmp_path / "sheet.pdf"), *options)
    assert code == 2
    assert words in said
    assert said.count("\n") == 1
    assert not list(tmp_path.iterdir())


def test_a_folder_that_does_not_exist_is_said_so(tmp_path: Path) -> None:
    code, said = make("koszalin/zlota-raczka", str(tmp_path / "no" / "sheet.pdf"), "--bot", "OkienkoBot")
    assert code == 2
    assert "cannot be written" in said
