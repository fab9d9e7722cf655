"""A centre's file is taken whole or refused with every mistake, its line and a sentence."""

from datetime import time
from pathlib import Path

import pytest

from bot.catalogue.catalogue import Catalogue
from bot.catalogue.loading import load, read_centres
from bot.catalogue.model import Topic
from bot.errors import DataError
from tests.catalogue.towns import HANDYMAN, TAXI, centre_text

SHIPPED = Path(__file__).parent.parent.parent / "data"


def refused(data: Path, *changes: tuple[str, str]) -> list[str]:
    """What is said about Brzeg's file after these replacements."""
    file = data / "centres/brzeg.yaml"
    text = file.read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    file.write_text(text, "utf-8")
    with pytest.raises(DataError) as caught:
        load(data)
    return caught.value.problems


def test_the_shipped_files_have_no_mistakes() -> None:
    catalogue = load(SHIPPED)
    assert catalogue.ids == ("dobczyce", "koszalin", "kozienice", "starachowice")
    assert len(catalogue) == 92


def test_the_shipped_examples_fit_the_centres() -> None:
    catalogue = load(SHIPPED, examples=True)
    marked = [place for centre in catalogue for place in centre.locations if place.example]
    marked_hours = [hours for centre in catalogue for hours in centre.organization.schedules if hours.example]
    assert marked
    assert marked_hours


def test_cards_are_found_by_id_centre_and_shelf(data: Path) -> None:
    catalogue = load(data)
    card = catalogue.card("brzeg/zlota-raczka")
    assert card is not None
    assert card.service.name.pl == "Złota Rączka"
    assert card.source.title == "Uchwała"
    assert [c.id for c in catalogue.cards("nysa")] == ["nysa/taksowka", "nysa/krwiodawstwo"]
    assert catalogue.cards("nysa", Topic.NGO) == ()
    assert catalogue.card("brzeg/krwiodawstwo") is None
    assert catalogue.centre("opole") is None


def test_all_mistakes_are_named_at_once_with_their_lines(data: Path) -> None:
    problems = refused(
        data,
        ('opens_at: "7:30"', 'opens_at: "25:00"'),
        ("    status: active", '    phones: [{number: "12"}]\n    status: open'),
        ("    topics: [home]\n", "    topics: [home]\n    colour: red\n"),
    )
    assert problems == [
        'data/centres/brzeg.yaml:9: organization › schedules › no. 1 › opens_at: "25:00" is not an hour of the day:'
        " 0:00 to 23:59",
        'data/centres/brzeg.yaml:27: services › zlota-raczka › colour: unknown key "colour"',
        'data/centres/brzeg.yaml:29: services › zlota-raczka › phones › no. 1 › number: "12" is not a phone number:'
        " nine digits, a short number like 116 123, or + and country code",
        'data/centres/brzeg.yaml:30: services › zlota-raczka › status: "open" is not one of '
        "'active', 'intake closed', 'planned', 'ended' or 'unconfirmed'",
    ]


def test_dangling_references_and_double_ids_are_mistakes(data: Path) -> None:
    problems = refused(
        data,
        ("  locations: [dom]", "  locations: [dwor]\n  desk: okienko"),
        ("    topics: [home]\n", "    topics: [home]\n    see_also: [zlota-raczka, niema]\n    fee: talar\n"),
        (
            '    source: "1"\n    assured_on: 2026-01-02\n  - id: taksowka',
            '    source: "7"\n    assured_on: 2026-01-02\n  - id: fryzjer',
        ),
    )
    told = "\n".join(problems)
    for sentence in (
        'brzeg.yaml:7: organization › locations: there is no location "dwor"',
        'organization › desk: there is no service "okienko"',
        'services › zlota-raczka › see_also: "zlota-raczka" is this card itself',
        'services › zlota-raczka › see_also: there is no service "niema"',
        'services › zlota-raczka › fee: there is no fee "talar"',
        'services › zlota-raczka › source: there is no source "7"',
        'services › fryzjer › id: the id "fryzjer" stands twice',
    ):
        assert sentence in told
    assert len(problems) == 7


def test_a_key_that_stands_twice_is_a_mistake(data: Path) -> None:
    (problem,) = refused(data, ("    kind: service\n", "    kind: service\n    kind: point\n"))
    assert problem == 'data/centres/brzeg.yaml:19: services › no. 1: "kind" stands twice, first in line 18'


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("organization:\n  id: [\n  name: x\n", "brzeg.yaml:4: this is not YAML:"),
        ("", "brzeg.yaml:1: the file is empty"),
        ("- a\n- b\n", "is not a group of keys"),
        ("a: &x [*x]\n", "an alias contains itself"),
        ("a: " + "[" * 5000, "this is not YAML"),
        ("\x00", "this is not YAML"),
    ],
)
def test_what_is_not_a_centre_is_refused_in_one_sentence(data: Path, text: str, sentence: str) -> None:
    (data / "centres/brzeg.yaml").write_text(text, "utf-8")
    with pytest.raises(DataError) as caught:
        load(data)
    assert len(caught.value.problems) == 1
    assert sentence in caught.value.problems[0]


def test_a_file_that_is_not_text_is_refused(data: Path) -> None:
    (data / "centres/brzeg.yaml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(DataError, match="not a UTF-8 text"):
        load(data)


def test_mistakes_of_several_files_come_together(data: Path) -> None:
    for name in ("brzeg", "nysa"):
        (data / f"centres/{name}.yaml").write_text(centre_text("opole", "Opole", TAXI), "utf-8")
    with pytest.raises(DataError) as caught:
        load(data)
    told = "\n".join(caught.value.problems)
    assert 'brzeg.yaml:2: organization › id: "opole" must be the name of the file, "brzeg"' in told
    assert 'nysa.yaml:2: organization › id: "opole" is already in data/centres/brzeg.yaml' in told


def test_a_folder_without_centres_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="no centre's file"):
        load(tmp_path)


def test_a_centres_file_may_not_hold_examples(data: Path) -> None:
    (problem,) = refused(data, ("name: {pl: Dom}", "name: {pl: Dom}, example: true"))
    assert problem.startswith("data/centres/brzeg.yaml:13: locations › dom › example: examples belong to data/demo")


def test_examples_are_laid_over_only_when_asked_and_marked(data: Path) -> None:
    (data / "demo").mkdir()
    (data / "demo/brzeg.yaml").write_text(
        """\
example: true
phones: [{number: "77 400 00 00"}]
locations: [{id: ratusz, name: {pl: Ratusz}, city: Brzeg}]
services:
  taksowka:
    schedules: [{byday: [WE], opens_at: "9:00", closes_at: "10:15"}]
    locations: [ratusz]
people:
  - {id: ewa, label: {pl: Mieszkanka}, role: resident, language: pl}
""",
        "utf-8",
    )
    plain, laid = load(data), load(data, examples=True)
    card = laid.card("brzeg/taksowka")
    assert card is not None
    (hours,) = card.service.schedules
    assert (hours.example, hours.closes_at) == (True, time(10, 15))
    assert [(place.id, place.example) for place in card.locations] == [("ratusz", True)]
    assert [phone.example for phone in card.organization.phones] == [True]
    assert [hours.example for hours in card.organization.schedules] == [False]
    untouched = plain.card("brzeg/taksowka")
    assert untouched is not None
    assert untouched.service.schedules == ()
    assert untouched.organization.phones == ()


def test_examples_with_mistakes_are_refused(data: Path) -> None:
    (data / "demo").mkdir()
    (data / "demo/opole.yaml").write_text("example: true\n", "utf-8")
    (data / "demo/brzeg.yaml").write_text(
        "example: true\nservices:\n  pralnia: {}\n  fryzjer: {locations: [zamek]}\n", "utf-8"
    )
    with pytest.raises(DataError) as caught:
        load(data, examples=True)
    assert caught.value.problems == [
        'data/demo/brzeg.yaml:3: services › pralnia: there is no service "pralnia"',
        'data/demo/brzeg.yaml:4: services › fryzjer › locations: there is no location "zamek"',
        'data/demo/opole.yaml:1: there is no centre "opole" in data/centres',
    ]


def test_one_file_can_be_read_alone(tmp_path: Path) -> None:
    file = tmp_path / "opole.yaml"
    file.write_text(centre_text("opole", "Opole", HANDYMAN), "utf-8")
    assert Catalogue(read_centres([file])).ids == ("opole",)
