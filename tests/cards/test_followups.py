"""Typed after a card: "a ile zapłacę?" speaks of that card; wishes lead to their places and do nothing."""

from collections.abc import Callable

from sqlmodel import select

from bot.clock import SteppedClock
from bot.storage import Database
from bot.storage.tables import Account, Dialogue
from tests.conversations.people import Person


async def test_after_a_card_the_price_is_that_card_s(resident: Person) -> None:
    await resident.says("zlota raczka do kranu")
    (said,) = await resident.says("a ile zaplace?")
    assert said.startswith("<b>Złota Rączka</b>\n💰")
    assert "20%" in said
    assert "25 maja 2023" in said
    assert any("Kto nie płaci" in label for label in resident.buttons)
    assert any("człowiekiem" in label for label in resident.buttons)
    (card,) = await resident.taps("◀ Złota Rączka")
    assert "Dla kogo" in card


async def test_what_the_source_does_not_say_is_said_so_and_whom_to_ask(resident: Person) -> None:
    await resident.says("złota rączka")
    (said,) = await resident.says("jakie dokumenty?")
    assert "Źródło nie podaje, jakie dokumenty są potrzebne" in said
    assert "94 000 00 11" in said
    assert "[przykład]" in said
    assert "Dokumenty:" not in said


async def test_hours_phone_and_place(resident: Person, clock: SteppedClock) -> None:
    await resident.says("mediacje")
    (said,) = await resident.says("gdzie i do której czynne?")
    assert "ul. Przykładowa 1" in said
    assert "otwarte w środę od 13:00" in said
    assert any("mapie" in label for label in resident.buttons)
    (said,) = await resident.says("jaki telefon")
    assert "94 000 00 01" in said


async def test_in_ukrainian(mother: Person) -> None:
    await mother.says("/start k-starachowice__taksowka")
    (said,) = await mother.says("а скільки це коштує?")
    assert "Скільки коштує" in said or "Джерело не каже, скільки" in said
    assert any("людиною" in label for label in mother.buttons)


async def test_a_tapped_card_is_remembered_too(resident: Person) -> None:
    await resident.presses("k|koszalin/fryzjer|home")
    (said,) = await resident.says("dla kogo")
    assert said.lower().startswith("<b>fryzjer") or "fryzj" in said.lower()


async def test_a_poster_s_card_is_remembered_too(newcomer: Callable[..., Person]) -> None:
    person = newcomer()
    await person.says("/start k-koszalin__taksowka")
    (said,) = await person.says("ile to kosztuje?")
    assert "20%" in said


async def test_a_new_topic_is_a_question(resident: Person) -> None:
    await resident.says("złota rączka")
    (said,) = await resident.says("ile kosztuje fryzjer")
    assert "Złota Rączka" not in said
    assert "fryzj" in said.lower()


async def test_whoever_starts_over_has_no_card(resident: Person, database: Database) -> None:
    for start_over in ("/start", "menu"):
        await resident.says("złota rączka")
        await resident.says(start_over)
        (said,) = await resident.says("a ile zapłacę?")
        assert "Złota Rączka" not in said
    await resident.says("złota rączka")
    await resident.says("/start")
    async with database.session() as session:
        assert (await session.exec(select(Dialogue))).all() == []


async def test_thanks_in_between_do_not_end_it(resident: Person) -> None:
    await resident.says("złota rączka")
    await resident.says("dziękuję")
    (said,) = await resident.says("a ile zapłacę?")
    assert "20%" in said


async def test_before_any_card_it_is_a_question_like_others(resident: Person) -> None:
    (said,) = await resident.says("ile to kosztuje?")
    assert "Źródło nie podaje" not in said


async def test_without_a_card_the_centre_s_one_fee_and_who_is_exempt(resident: Person) -> None:
    (said,) = await resident.says("mam 92 lata, ile zapłacę?")
    assert "20%" in said
    assert "• kombatanci" in said or "• osoby" in said
    assert "W programie do 30 września 2026" in said
    assert "nie są potwierdzone" in said


async def test_without_a_card_and_one_fee_the_service_is_asked_for(mother: Person) -> None:
    (said,) = await mother.says("скільки це коштує?")
    assert "Це залежить від послуги" in said


async def test_who_does_not_pay_carries_the_state(resident: Person) -> None:
    await resident.says("złota rączka")
    (said,) = await resident.taps("Kto nie płaci")
    assert "W programie do 30 września 2026" in said


async def test_a_machine_says_so_and_leads_to_a_person(resident: Person) -> None:
    (said,) = await resident.says("jesteś botem?")
    assert "automat" in said
    assert any("człowiekiem" in label for label in resident.buttons)


async def test_a_language_is_offered_in_itself_and_not_switched(resident: Person, database: Database) -> None:
    await resident.says("złota rączka")
    (said,) = await resident.says("українською")
    assert said == "Розмовляти далі українською?"
    async with database.session() as session:
        assert (await session.exec(select(Account.language))).one() is None
    (card,) = await resident.taps("Українська")
    assert "Для кого" in card
    (said,) = await resident.says("а скільки це коштує?")
    assert "20%" in said


async def test_forgetting_is_explained_and_not_done(resident: Person, database: Database) -> None:
    await resident.says("złota rączka")
    (said,) = await resident.says("usuńcie moje dane")
    assert "nic nie zostało usunięte" in said
    async with database.session() as session:
        assert len((await session.exec(select(Account))).all()) == 1
        assert len((await session.exec(select(Dialogue))).all()) == 1


async def test_nothing_is_cancelled_and_that_is_said(resident: Person) -> None:
    (said,) = await resident.says("nie mogę przyjść w czwartek")
    assert "Niczego nie odwołano" in said
    assert "94 000 00 01" in said
    assert any("człowiekiem" in label for label in resident.buttons)


async def test_wishes_lead_to_their_places(resident: Person) -> None:
    for wish, words in (
        ("moje wizyty", "nic nie jest teraz zapisane"),
        ("chcę człowieka", "Tego czatu nikt"),
        ("po polsku", "już po polsku"),
        ("zmień język", "W jakim języku"),
        ("zmień miasto", "Która to miejscowość"),
        ("od początku", "Proszę napisać"),
        ("pomoc", "Jak korzystać"),
        ("RODO", "Prywatność"),
    ):
        (said,) = await resident.says(wish)
        assert words in said, wish


async def test_a_wish_as_the_first_word_works_before_the_town_is_known(newcomer: Callable[..., Person]) -> None:
    for wish in ("chcę człowieka", "moje wizyty", "in english", "menu", "zapomnij o mnie", "pomoc"):
        said, notice = await newcomer().says(wish)
        assert said
        assert "PESEL" in notice
