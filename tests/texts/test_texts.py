"""The renderer: escaping, missing values, and which language is spoken with whom."""

from datetime import date
from pathlib import Path

import pytest

from bot.texts import LANGUAGES, Html, Texts, language_of

FILE = """\
hello = <b>Hej, { $name }!</b>
seats =
    { $count ->
        [one] { $count } miejsce
        [few] { $count } miejsca
       *[many] { $count } miejsc
    }
until = do { DATETIME($day, dateStyle: "long") }
"""


@pytest.fixture
def texts(tmp_path: Path) -> Texts:
    for language in LANGUAGES:
        (tmp_path / language).mkdir()
        (tmp_path / language / "sample.ftl").write_text(FILE, "utf-8")
    return Texts(tmp_path)


def test_what_people_wrote_is_escaped_in_html_only(texts: Texts) -> None:
    assert texts.html("pl", "hello", name="<i>Ala & co") == "<b>Hej, &lt;i&gt;Ala &amp; co!</b>"
    assert texts.html("pl", "hello", name=Html("<i>Ala</i>")) == "<b>Hej, <i>Ala</i>!</b>"
    assert texts.plain("pl", "hello", name="<i>Ala & co") == "<b>Hej, <i>Ala & co!</b>"


def test_numbers_bend_the_polish_way(texts: Texts) -> None:
    said = [texts.plain("pl", "seats", count=count) for count in (1, 2, 5, 12, 22, 25)]
    assert said == ["1 miejsce", "2 miejsca", "5 miejsc", "12 miejsc", "22 miejsca", "25 miejsc"]


def test_dates_are_written_in_the_language(texts: Texts) -> None:
    day = date(2026, 11, 23)
    assert texts.plain("pl", "until", day=day) == "do 23 listopada 2026"
    assert "листопада" in texts.plain("uk", "until", day=day)
    assert "November" in texts.plain("en", "until", day=day)


def test_a_missing_value_is_an_error_not_a_hole(texts: Texts) -> None:
    with pytest.raises(ValueError, match="hello"):
        texts.html("pl", "hello")


def test_an_unknown_key_is_an_error(texts: Texts) -> None:
    with pytest.raises(LookupError):
        texts.plain("pl", "nowhere")


def test_an_unknown_language_gets_polish(texts: Texts) -> None:
    assert texts.plain("de", "seats", count=2) == "2 miejsca"


@pytest.mark.parametrize(
    ("code", "language"),
    [
        ("pl", "pl"),
        ("pl-PL", "pl"),
        ("uk", "uk"),
        ("ru", "uk"),
        ("be", "uk"),
        ("en-GB", "en"),
        ("de", "en"),
        (None, "pl"),
    ],
)
def test_the_language_follows_the_app(code: str | None, language: str) -> None:
    assert language_of(code) == language
