"""What people type finds the card they mean, in their own centre, or nothing at all."""

import importlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import bot.catalogue.search.forms
from bot.catalogue.loading import load
from bot.catalogue.search import Outcome, Search
from bot.catalogue.search.inflecting import inflected

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def finder(data: Path) -> Search:
    return Search(load(data))


@pytest.fixture(scope="module")
def shipped() -> Search:
    return Search(load(ROOT / "data"))


def first(finder: Search, centre: str, query: str) -> str | None:
    results = finder.search(centre, query).results
    return results[0].id.partition("/")[2] if results else None


@pytest.mark.parametrize(
    ("query", "slug"),
    [
        ("Złota Rączka", "zlota-raczka"),
        ("ZLOTA RACZKA", "zlota-raczka"),
        ("zlotej raczki", "zlota-raczka"),  # inflected, without diacritics
        ("złota ronczka", "zlota-raczka"),  # as it sounds
        ("hydralik", "zlota-raczka"),  # a letter left out
        ("klamk", "zlota-raczka"),  # cut off
        ("cieknie mi kran", "zlota-raczka"),  # another form of the verb
        ("drobnenaprawy", "zlota-raczka"),  # joined
        ("hydra ulik", "zlota-raczka"),  # split
        ("тече кран", "zlota-raczka"),
        ("teche kran, de majster", "zlota-raczka"),  # Ukrainian in Latin letters
        ("the tap is dripping", "zlota-raczka"),
        ("rechabilitacja", "taksowka"),  # ch for h
        ("taksufka", "taksowka"),
        ("kto ostrzyże mamę", "fryzjer"),
        ("Klub Mam", "klub-mam"),  # "mam" alone is "I have"
        ("w klubie mam", "klub-mam"),
        (
            "dzień dobry ja dzwonię bo syn jest w delegacji a ja mam w środę wizytę i do przystanku już nie dojdę nogi"
            " nie te co kiedyś proszę pani czy jest jakiś dojazd do lekarza",
            "taksowka",
        ),
    ],
)
def test_the_meant_card_comes_first(finder: Search, query: str, slug: str) -> None:
    assert first(finder, "brzeg", query) == slug


@pytest.mark.parametrize("query", ["hydruailk", "hydralikk", "potszebny hydraoolik"])
def test_two_mistakes_in_a_long_word_are_forgiven(shipped: Search, query: str) -> None:
    assert first(shipped, "koszalin", query) == "zlota-raczka"


@pytest.mark.parametrize("query", ["krn", "krwx"])
def test_two_mistakes_in_a_short_word_are_not(shipped: Search, query: str) -> None:
    assert shipped.search("koszalin", query).outcome is Outcome.UNKNOWN


def test_i_have_is_not_a_club_of_mothers(finder: Search) -> None:
    assert first(finder, "brzeg", "mam zepsuty kran") == "zlota-raczka"


def test_a_word_with_its_own_diacritics_is_not_another_word(shipped: Search) -> None:
    # "jąka" (stutters) has the key of "jaka" (which), that says nothing.
    assert first(shipped, "koszalin", "córka się jąka") == "logopeda"


def test_another_towns_service_is_never_shown(finder: Search, shipped: Search) -> None:
    assert first(finder, "nysa", "chcę oddać krew") == "krwiodawstwo"
    assert finder.search("brzeg", "chcę oddać krew").outcome is not Outcome.ANSWER
    for query in ("oddać krew", "złota rączka", "klub seniora", "taksówka", "coworking", "nauka pływania"):
        for centre in ("koszalin", "starachowice", "kozienice", "dobczyce"):
            assert all(hit.id.startswith(f"{centre}/") for hit in shipped.search(centre, query).results)


def test_a_clear_question_has_one_answer(shipped: Search) -> None:
    found = shipped.search("koszalin", "zlota raczka do kranu")
    assert (found.outcome, found.results[0].id) == (Outcome.ANSWER, "koszalin/zlota-raczka")
    assert len(found.results) <= 5
    scores = [hit.score for hit in found.results]
    assert scores == sorted(scores, reverse=True)


def test_a_vague_word_is_a_choice(shipped: Search) -> None:
    found = shipped.search("koszalin", "warsztaty")
    assert found.outcome is Outcome.CHOICES
    assert len(found.results) > 1


@pytest.mark.parametrize(
    "query", ["", "   ", "🍕", "???", "lkjhgf 999", "xyzzy", "\u0301" * 3000, "0" * 5000, "и" * 100]
)
def test_what_means_nothing_is_unknown(shipped: Search, query: str) -> None:
    found = shipped.search("koszalin", query)
    assert (found.outcome, found.results) == (Outcome.UNKNOWN, ())


@pytest.mark.parametrize(
    "query", ["hej", "Dzień dobry!", "dziekuje bardzo", "Дякую!", "hello", "ok, dzięki, to wszystko"]
)
def test_greetings_and_thanks_are_small_talk(shipped: Search, query: str) -> None:
    found = shipped.search("koszalin", query)
    assert (found.outcome, found.results) == (Outcome.SMALLTALK, ())


def test_a_greeting_with_a_question_is_a_question(shipped: Search) -> None:
    assert first(shipped, "koszalin", "dzień dobry, cieknie mi kran") == "zlota-raczka"


def test_the_order_is_the_same_every_time(data: Path) -> None:
    queries = ("dojazd", "mama", "klub", "kran u lekarza", "hydralik")
    one, other = Search(load(data)), Search(load(data))
    assert [one.search("brzeg", q) for q in queries] == [other.search("brzeg", q) for q in queries]


def test_an_unknown_centre_is_an_error(finder: Search) -> None:
    with pytest.raises(KeyError):
        finder.search("opole", "kran")


def hits(finder: Search) -> tuple[float, float, float]:
    """Shares of the questions with the right card first, among three, and of off-topic ones answered with a card."""
    lines = (ROOT / "benchmarks/questions/needs-holdout.jsonl").read_text("utf-8").splitlines()
    asked = right = among = off = wrong = 0
    for question in map(json.loads, lines):
        found = finder.search(question["centre"], question["query"])
        ids = [hit.id for hit in found.results[:3]]
        if question["accept"]:
            asked += 1
            right += bool(ids) and ids[0] in question["accept"]
            among += any(id in question["accept"] for id in ids)
        else:
            off += 1
            wrong += found.outcome is Outcome.ANSWER
    return right / asked, among / asked, wrong / off


def test_questions_of_people_who_have_not_seen_the_cards(shipped: Search) -> None:
    right, among, wrong = hits(shipped)
    assert right >= 0.88
    assert among >= 0.95
    assert wrong <= 0.05


@pytest.fixture
def without_morfeusz(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setitem(sys.modules, "morfeusz2", None)  # importing it fails
    importlib.reload(bot.catalogue.search.forms)
    yield
    monkeypatch.undo()
    importlib.reload(bot.catalogue.search.forms)


def test_search_stands_alone_without_the_dictionary(without_morfeusz: None) -> None:
    assert bot.catalogue.search.forms.morfeusz2 is None
    lexicon = bot.catalogue.search.forms.Lexicon
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("bot.catalogue.search.Lexicon", lexicon)
        finder = Search(load(ROOT / "data"))
    right, among, wrong = hits(finder)
    assert right >= 0.8
    assert among >= 0.9
    assert wrong <= 0.1


def test_one_dictionary_serves_every_revision_of_the_catalogue(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    morfeusz2 = pytest.importorskip("morfeusz2")
    made: list[object] = []
    make = morfeusz2.Morfeusz

    def making(**how: bool) -> object:
        made.append(make(**how))
        return made[-1]

    monkeypatch.setattr(morfeusz2, "Morfeusz", making)
    bot.catalogue.search.forms._morfeusz.cache_clear()
    for _ in range(3):
        Search(load(data))
    assert len(made) == 1  # it never gives its memory back


def test_forms_are_made_here_where_no_other_process_can_be_had(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("morfeusz2")
    apart = list(map(set, inflected(["złoty", "rączka"])))
    assert "rączką" in apart[1]
    monkeypatch.setattr(sys, "executable", str(data / "no-such-program"))
    assert list(map(set, inflected(["złoty", "rączka"]))) == apart
