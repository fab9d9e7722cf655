"""Nothing that tells of a person is kept of a question."""

import pytest

from bot.catalogue.learning import masking
from bot.catalogue.loading import load
from bot.catalogue.masking import Masking
from tests.learning.conftest import DATA


@pytest.fixture(scope="module")
def mask() -> Masking:
    return masking(load(DATA), "koszalin")


@pytest.mark.parametrize(
    ("asked", "kept"),
    [
        ("korepetycje, tel 600 700 800", "korepetycje, …"),
        ("korepetycje +48 600-700-800 pilne", "korepetycje … pilne"),
        ("mój pesel 44051401359 czy coś mi się należy", "mój … czy coś mi się należy"),
        ("proszę o odpowiedź anna.nowak@wp.pl", "proszę o odpowiedź …"),
        ("www.facebook.com/jan.kowalski co to", "… co to"),
        ("cieknie dach, ul. Zwycięstwa 14/3", "cieknie dach, …"),
        ("cieknie dach ulica Marii Curie 5a", "cieknie dach …"),
        ("mieszkam zwyciestwa 14 cieknie dach", "mieszkam … cieknie dach"),
        ("тече дах вул. Шевченка 7", "тече дах …"),
        ("mam na imię jan nowak i szukam psa", "mam na imię … i szukam psa"),
        ("mam 87 lat", "mam … lat"),
        ("korepetycje dla Kasi", "korepetycje dla …"),
        ("korepetycje dla kasi i piotra", "korepetycje dla … i …"),
        ("pani kowalska z parteru płacze", "pani … z parteru płacze"),
        ("Kowalczyk mnie oszukał", "… mnie oszukał"),
        ("Potrzebuję psa. Nowakowski ma psa", "Potrzebuję psa. … ma psa"),
        ("репетитор для Олени", "репетитор для …"),
        ("репетитор для олени", "репетитор для …"),
        ("repetytor dla Oleny Shevchenko", "repetytor dla …"),
        ("cieknie dach, mieszkam na zwycięstwa", "cieknie dach, mieszkam na …"),
        ("mieszkam w Koszalinie na zwyciestwa cieknie dach", "mieszkam w Koszalinie na … cieknie dach"),
        ("mieszkam na polnej", "mieszkam na …"),
        ("SZUKAM PSA BABCI WANDY", "szukam psa babci …"),
    ],
)
def test_what_may_tell_of_a_person_is_masked(mask: Masking, asked: str, kept: str) -> None:
    assert mask.mask(asked) == kept


COMMON_NAMES = """
    nowak nowaka kowalski kowalska kowalskiej wiśniewska wisniewska wójcik wojcik wojtek wojtka mazur marek
    lis
    kowalczyk kamińska lewandowski zieliński szymańska woźniak dąbrowska kozłowski jankowska krawczyk kaczmarek
    piotrowska zając król wróbel wieczorek stępień adamczyk dudek pawlak walczak sikora baran duda wilk róża
    мельник бойко шевченко коваленка ковальчук"""


@pytest.mark.parametrize("name", COMMON_NAMES.split())
def test_names_are_masked_though_they_are_words_typed_small(mask: Masking, name: str) -> None:
    assert mask.mask(f"korepetycje dla {name}") == "korepetycje dla …"


@pytest.mark.parametrize(
    "asked",
    [
        "mieszkam na wsi, kto podkuje konia",
        "mieszkam na trzecim piętrze, korepetycje z angielskiego",
        "pieniądze na wózek",
        "kury i lalka",
        "hulajnoga elektryczna do wypożyczenia",
        "Wniosek do ZUS o emeryturę",
        "Basen dla dzieci",
        "czy jest Klub Seniora w Koszalinie",
        "klub 60+",
        "plac zabaw dla dzieci",
        "шукаю репетитора з математики",
    ],
)
def test_what_people_need_stays(mask: Masking, asked: str) -> None:
    assert mask.mask(asked) == asked


@pytest.mark.parametrize(
    "asked", ["", " ", "…", "\u202e\u0000 1", "a" * 300, "Z\u0351\u036b\u0343 @ www. +", "1-" * 150]
)
def test_any_text_is_taken(mask: Masking, asked: str) -> None:
    assert len(mask.mask(asked)) <= 300


def test_without_the_dictionary_names_are_still_masked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.catalogue.masking._dictionary", lambda: None)
    bare = Masking(frozenset())
    assert bare.mask("korepetycje dla Kasi i piotra z Kowalskich") == "korepetycje dla … i … z …"
