"""What is a wish, what is a follow-up, and that no question is taken for either."""

import json
from pathlib import Path

import pytest

from bot.catalogue.loading import load
from bot.catalogue.search.intents import Aspect, Intent, follow_up_of, intent_of
from tests.cards.conftest import DATA

QUESTIONS = [
    *(Path(__file__).parents[3] / "shared").glob("search-dev*.jsonl"),
    DATA.parent / "benchmarks/questions/needs-holdout.jsonl",
]

WISHES = {
    Intent.MY_VISITS: [
        "moje wizyty", "pokaż moje rezerwacje", "kiedy mam wizytę?", "na kiedy jestem zapisana", "moje wizty",
        "мої візити", "коли я записана", "мои записи", "my appointments",
    ],
    Intent.CANCEL: [
        "nie mogę przyjść w czwartek", "odwołuję", "odwołuję wizytę", "chcę odwołać wizytę", "nie przyjdę jutro",
        "niestety nie mogę przyjść", "nie moge przyjsc w czwartek", "nie dam rady przyjść", "rezygnuję z wizyty",
        "не зможу прийти завтра", "скасуйте візит", "не приду завтра", "отменить запись", "I can't come on Thursday",
        "cancel my appointment",
    ],
    Intent.HUMAN: [
        "chcę człowieka", "z człowiekiem", "chce rozmawiac z czlowiekiem", "proszę połączyć z konsultantem",
        "czy mogę porozmawiać z żywym człowiekiem?", "nie z botem, z człowiekiem", "хочу поговорити з людиною",
        "соедините с оператором", "talk to a real person", "human", "nie chcę rozmawiać z automatem",
        "nie chcę bota", "не хочу говорити з ботом",
    ],
    Intent.MACHINE: [
        "jesteś botem?", "czy to automat", "ти бот?", "are you a robot", "czy rozmawiam z człowiekiem?", "is this AI",
    ],
    Intent.LANGUAGE_PL: ["po polsku", "można po polsku?", "польською", "in Polish please"],
    Intent.LANGUAGE_UK: ["українською", "по-українськи", "українською мовою, будь ласка", "po ukraińsku"],
    Intent.LANGUAGE_EN: ["in english", "English", "do you speak English?", "po angielsku"],
    Intent.LANGUAGE_OTHER: ["zmień język", "по-русски", "change language", "змінити мову",
        "nie rozumiem po polsku", "не розумію польською", "I don't understand Polish",
    ],
    Intent.FORGET: [
        "zapomnij o mnie", "usuńcie moje dane", "usuncie moje dane", "proszę skasować moje dane", "видаліть мої дані",
        "забудьте про мене", "удалите мои данные", "delete my data", "forget me",
    ],
    Intent.PRIVACY: ["RODO", "prywatność", "co o mnie wiecie?", "що ви про мене знаєте"],
    Intent.START_OVER: ["od początku", "od nowa", "menu", "zacznijmy od początku", "спочатку", "start over", "start"],
    Intent.CHANGE_CENTRE: ["zmień miasto", "inne miasto", "змінити місто", "change town"],
    Intent.HELP: ["pomoc", "proszę o pomoc", "jak to działa?", "допомога", "what can you do"],
}  # fmt: skip

NO_WISH = [
    "pomoc dla seniora", "chcę pomóc", "chce pomoc", "I want to help", "człowiek do naprawy kranu",
    "wizyty domowe pielęgniarki", "nauka polskiego", "lekcje angielskiego", "polski", "kurs polskiego dla Ukraińców",
    "chcę z kimś porozmawiać", "chcę się odwołać od decyzji", "chcę się odwołać", "mama nie może przyjść do lekarza",
    "nie mogę dojść do lekarza", "starszy człowiek sam w domu", "pracownik socjalny", "przeprowadzka do innego miasta",
    "usunąć azbest z dachu", "zapomniał o mnie syn", "start w zawodach", "хочу допомогти", "українська школа",
    "мова для дитини, логопед", "human rights lawyer", "cancel a contract with a phone company", "szkolenie z rodo",
    "mam wizytę u lekarza, kto mnie zawiezie", "moje dziecko", "umówić wizytę", "dziękuję", "", "???", "🙂",
    "nikt o mnie nie pamięta", "pomoc człowiekowi w kryzysie", "robot kuchenny", "pralka automat",
    "program dla seniora",
]  # fmt: skip

FOLLOW_UPS = {
    (Aspect.FEE,): [
        "a ile zapłacę?", "ile to kosztuje", "ile kosztuje?", "ile zaplace", "ile to kosztóje", "ile", "a za ile?",
        "czy to jest za darmo?", "kto nie płaci", "cena", "proszę pani a ile to kosztuje", "скільки це коштує?",
        "сколько стоит", "how much is it?", "is it free?", "a jaka jest opłata", "ile kosztuej",
        "kto jest zwolniony z opłat", "how much do I pay", "ile płaci emeryt", "mam 92 lata, ile zapłacę",
        "czy kombatant płaci", "хто звільнений від оплати",
    ],
    (Aspect.WHERE,): [
        "gdzie to jest?", "gdzie", "jaki adres", "jak tam dojechać", "pokaż na mapie", "де це?", "яка адреса",
        "где это", "where is it?", "how do I get there", "dzięki, a gdzie to jest",
    ],
    (Aspect.DOCUMENTS,): [
        "jakie dokumenty", "jakie dokumenty są potrzebne?", "dokumnety", "czy trzeba mieć skierowanie", "co przynieść",
        "які документи потрібні", "какие нужны документы", "what documents do I need",
    ],
    (Aspect.HOURS,): [
        "do której czynne", "a do ktorej otwarte w sobote", "kiedy czynne", "o której", "w jakich godzinach", "kiedy?",
        "до котрої працює", "до скольки работает", "opening hours", "when does it open",
    ],
    (Aspect.PHONE,): [
        "jaki telefon", "numer telefonu", "telefon?", "gdzie mogę zadzwonić", "który numer", "який телефон",
        "какой номер телефона", "phone number please",
    ],
    (Aspect.HOW,): [
        "jak się zapisać", "jak to zamówić", "jak zapisać mamę?", "gdzie się zgłosić", "chcę się zapisać",
        "як записатися", "как записаться", "how do I sign up",
    ],
    (Aspect.FOR_WHOM,): ["dla kogo", "dla kogo to jest?", "kto może skorzystać", "для кого", "who is it for"],
    (Aspect.ACCESS,): ["czy jest winda?", "чи є ліфт"],
    (Aspect.WHERE, Aspect.HOURS): ["gdzie i kiedy?", "де і коли"],
    (Aspect.FEE, Aspect.HOW): ["ile to kosztuje i jak się zapisać", "ile to kosztuje? jak się zapisać?"],
}  # fmt: skip

NO_FOLLOW_UP = [
    "ile kosztuje fryzjer", "gdzie jest klub seniora", "jak się zapisać na rehabilitację", "telefon zaufania",
    "pomoc w wypełnieniu dokumentów", "dla rodziny", "dla dzieci", "kiedy piknik", "godziny karmienia piersią",
    "numer konta organizacji", "скільки коштує логопед", "how much is the hairdresser", "napisać pismo", "cewnik",
    "ile to trwa", "do której szkoły zapisać syna po przeprowadzce", "dojazd do lekarza", "dziękuję", "proszę pani",
    "praca", "change", "droga", "мені потрібні гроші", "I need money", "mam 92 lata", "coś darmowego dla seniora",
    "czy", "gdzie jest toaleta dla psa", "darmowe obiady", "bezpłatny prawnik", "adres noclegowni", "",
]  # fmt: skip


@pytest.mark.parametrize(("text", "intent"), [(text, intent) for intent, texts in WISHES.items() for text in texts])
def test_a_wish_is_known(text: str, intent: Intent) -> None:
    assert intent_of(text) is intent


@pytest.mark.parametrize("text", NO_WISH)
def test_a_question_is_no_wish(text: str) -> None:
    assert intent_of(text) is None


@pytest.mark.parametrize(
    ("text", "aspects"), [(text, aspects) for aspects, said in FOLLOW_UPS.items() for text in said]
)
def test_a_follow_up_is_known(text: str, aspects: tuple[Aspect, ...]) -> None:
    assert follow_up_of(text) == aspects


@pytest.mark.parametrize("text", NO_FOLLOW_UP)
def test_a_follow_up_with_a_topic_of_its_own_is_a_question(text: str) -> None:
    assert follow_up_of(text) == ()


@pytest.mark.parametrize("file", QUESTIONS, ids=lambda file: file.name)
def test_no_question_is_taken_from_the_search(file: Path) -> None:
    if not file.exists():
        pytest.skip("the questions (shared/search-dev.jsonl) are not beside this checkout")
    asked = [json.loads(line)["query"] for line in file.read_text("utf-8").splitlines()]
    assert [text for text in asked if intent_of(text)] == []
    assert [text for text in asked if follow_up_of(text)] == []


def test_no_card_s_own_words_are_taken_from_the_search() -> None:
    """Except the points where people ask for everything: their words are wishes and follow-ups indeed."""
    catalogue = load(DATA)
    taken = [
        f"{card.id}: {text}"
        for centre in catalogue.ids
        for card in catalogue.cards(centre)
        for text in (*card.service.alternate_names.all(), *card.service.needs.all(), card.service.official_name)
        if intent_of(text) and card.service.kind != "point" and card.service.id != card.organization.desk
    ]
    assert taken == []


def test_a_word_of_the_cards_is_never_a_misspelling() -> None:
    assert follow_up_of("ile kosztuej") == (Aspect.FEE,)
    assert follow_up_of("ile kosztuej", lambda word: word == "kosztuej") == ()


def test_endless_and_odd_texts_are_nothing() -> None:
    for text in ("a" * 4000, "ile " * 1000, "\x00", "i i i", ",,,", "ą́" * 50):
        assert intent_of(text) is None
        follow_up_of(text)
