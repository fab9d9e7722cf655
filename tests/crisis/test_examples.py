"""The example sentences: read, weighed, and weighed from what stands there now."""

from pathlib import Path

import pytest

from bot.catalogue.crisis import examples
from bot.catalogue.crisis.examples import KINDS, Examples, features, read_examples, teach

FOLDER = Path(__file__).parents[2] / "data" / "crisis" / "examples"


@pytest.fixture(scope="module")
def shipped() -> Examples:
    loaded = Examples.load(FOLDER)
    assert loaded is not None
    return loaded


def test_the_weights_belong_to_the_examples_that_stand_there() -> None:
    assert examples.is_fresh(FOLDER), "run `okienko crisis teach`"


def test_every_line_has_three_columns_and_a_known_kind() -> None:
    for file in FOLDER.glob("*.tsv"):
        for line in file.read_text("utf-8").splitlines():
            assert line.startswith("#") or line.count("\t") == 2, (file.name, line)
    danger, ordinary = read_examples(FOLDER)
    assert {kind for kind, _ in danger} <= set(KINDS)
    assert len(danger) >= 1000
    assert len(ordinary) > 2000


def test_danger_weighs_more_than_everyday_life(shipped: Examples) -> None:
    danger, ordinary = read_examples(FOLDER)
    missed = [text for _, text in danger if shipped.score(text) < 0]
    raised = [text for text in ordinary if shipped.score(text) > 0]
    assert len(missed) < 0.02 * len(danger)
    assert len(raised) < 0.01 * len(ordinary)


def test_what_is_taught_is_known_and_is_the_same_every_time(tmp_path: Path) -> None:
    (tmp_path / "danger.tsv").write_text("# …\n" + "violence\tpl\tmąż mnie bije\nsuicide\tpl\tnie chcę już żyć\n" * 5)
    (tmp_path / "ordinary.tsv").write_text("dom\tpl\tcieknie mi kran\ndom\tpl\tchcę umyć okna\n" * 5)
    first = teach(tmp_path)
    weights = (tmp_path / "weights.bin").read_bytes()
    assert first.score("mąż mnie bije") > 0 > first.score("cieknie kran")
    assert first.kind("mąż mnie bije") == "violence"
    assert first.kind("nie chcę żyć") == "suicide"
    teach(tmp_path)
    assert (tmp_path / "weights.bin").read_bytes() == weights
    (tmp_path / "danger.tsv").write_text("missing\tpl\tzaginęła mama\n")
    assert not examples.is_fresh(tmp_path)


@pytest.mark.parametrize("text", ["", " ", "🙂", "\x00", "a" * 100_000, "Z̸̢a̵l̶g̷o̴", "\ud800"])
def test_any_text_has_a_score(shipped: Examples, text: str) -> None:
    assert isinstance(shipped.score(text), float)
    assert shipped.kind(text) in KINDS


def test_accents_and_case_do_not_count() -> None:
    assert sorted(features("MĄŻ MNIE BIJE")) == sorted(features("maz mnie bije"))
