"""The rules file: every mistake is refused with its file, its line and a sentence, all at once."""

import shutil
from pathlib import Path

import pytest

from bot.catalogue.crisis import Net
from bot.errors import DataError

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    shutil.copytree(DATA / "crisis", tmp_path / "data" / "crisis")
    return tmp_path / "data"


def _change(file: Path, old: str, new: str) -> int:
    """Replace once; the line (from 1) where the change begins."""
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")
    return text[: text.index(old)].count("\n") + 1


def _problems(data: Path) -> list[str]:
    with pytest.raises(DataError) as caught:
        Net.load(data)
    return caught.value.problems


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("chcę @nieznana", 'there is no list "@nieznana" for the language pl'),
        ("chcę + ", "a word is missing at the end"),
        ("+ chcę", 'a word is missing before "+"'),
        ("chcę .. .. umrzeć", 'a word is missing before ".."'),
        ("chcę um*rzeć", '"um*rzeć" is neither a word'),
        ("mam <17-8> lat", "the first number is greater"),
        ("x~ umrzeć", 'the stem "x~" is too short'),
        ("^chcę + umrzeć$", 'do not go with "+"'),
        ("się nie", "needs more than small words"),
    ],
)
def test_a_wrong_pattern_is_named_by_its_line(data: Path, row: str, sentence: str) -> None:
    file = data / "crisis" / "rules" / "suicide.yaml"
    line = _change(file, "    myśl~|mysli & s\n", f"    {row}\n")
    (problem,) = _problems(data)
    assert problem.startswith(f"data/crisis/rules/suicide.yaml:{line}: ")
    assert sentence in problem


@pytest.mark.parametrize(
    ("file", "old", "new", "sentence"),
    [
        ("rules/violence.yaml", "nazwa:", "nazwisko:", 'unknown key "nazwisko"'),
        ("rules/violence.yaml", '"116123"', '"116124"', 'there is no line "116124" in lines.yaml'),
        ("rules/violence.yaml", "kolejność: 60", "kolejność: sześć", "is not a whole number"),
        ("rules/violence.yaml", "rodzaj: violence", "rodzaj: suicide", "is already in another file"),
        ("lines.yaml", 'numer: "116 111"', 'numer: "116-abc"', "is not a telephone number in quotes"),
        ("lines.yaml", "sprawdzono: 2025-11-30", "sprawdzono: niedawno", "is not a date"),
        ("words.yaml", "przeczenia:", "zaprzeczenia:", '"przeczenia" is missing'),
        ("words.yaml", "\n  ru: |\n    не нет", "\n  de: |\n    не нет", 'unknown key "de"'),
    ],
)
def test_a_wrong_key_or_value_is_refused(data: Path, file: str, old: str, new: str, sentence: str) -> None:
    _change(data / "crisis" / file, old, new)
    assert any(f"data/crisis/{file}:" in problem and sentence in problem for problem in _problems(data))


def test_all_mistakes_are_told_at_once(data: Path) -> None:
    _change(data / "crisis" / "rules" / "suicide.yaml", "    myśl~|mysli & s\n", "    @a b\n    + c\n")
    _change(data / "crisis" / "rules" / "violence.yaml", "kolejność: 60", "kolejność: x")
    assert len(_problems(data)) == 3


def test_a_folder_without_rules_is_refused(data: Path) -> None:
    shutil.rmtree(data / "crisis" / "rules")
    assert any("there is no file of rules" in problem for problem in _problems(data))


def test_a_psychologist_can_add_a_phrase_and_an_exception(data: Path) -> None:
    file = data / "crisis" / "rules" / "suicide.yaml"
    text = "gaszę światło w swoim życiu"
    assert Net.load(data).catch(text) is None
    _change(file, "    myśl~|mysli & s\n", "    myśl~|mysli & s\n    gaszę światło .. życiu\n")
    assert Net.load(data).catch(text) is not None
    _change(file, "wyjątki:\n  pl: |\n", "wyjątki:\n  pl: |\n    światło .. w swoim\n")
    assert Net.load(data).catch(text) is None
