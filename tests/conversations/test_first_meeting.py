"""The first words between a person and the bot."""

from collections.abc import Callable

from sqlmodel import select

from bot.storage import Database
from bot.storage.tables import Account, Address
from tests.conversations.people import Person

Newcomer = Callable[..., Person]


async def test_a_question_comes_first_and_is_answered_once_the_town_is_known(newcomer: Newcomer) -> None:
    person = newcomer()
    asked, notice = await person.says("zlota raczka do kranu")
    assert "miejscowość" in asked
    assert "automat" in notice
    assert "PESEL" in notice
    (card,) = await person.taps("Koszalin")
    assert "Złota Rączka" in card


async def test_a_town_in_the_question_is_understood(newcomer: Newcomer) -> None:
    person = newcomer()
    card, notice = await person.says("zlota raczka w Koszalinie")
    assert "Złota Rączka" in card
    assert "automat" in notice


async def test_the_footer_comes_once(newcomer: Newcomer) -> None:
    person = newcomer()
    assert len(await person.says("/start c-koszalin")) == 2
    assert len(await person.says("fryzjer")) == 1


async def test_the_app_s_language_is_spoken_and_one_tap_changes_it(newcomer: Newcomer) -> None:
    person = newcomer("uk")
    (hello, _) = await person.says("/start c-starachowice")
    assert "Добрий день" in hello
    await person.says("/jezyk")
    (menu,) = await person.taps("English")
    assert "Please write" in menu
    (again,) = await person.says("/start")
    assert "Hello" in again


async def test_a_change_of_language_says_the_last_answer_again(resident: Person) -> None:
    await resident.says("fryzjer")
    await resident.says("/jezyk")
    (card,) = await resident.taps("Українська")
    assert "перукар" in card.lower()


async def test_russian_apps_get_ukrainian_and_unknown_ones_english(newcomer: Newcomer) -> None:
    assert "Добрий день" in (await newcomer("ru").says("/start c-koszalin"))[0]
    assert "Hello" in (await newcomer("de").says("/start c-koszalin"))[0]


async def test_a_poster_s_link_opens_the_card(newcomer: Newcomer) -> None:
    card, _notice = await newcomer().says("/start k-koszalin__zlota-raczka")
    assert "Złota Rączka" in card


async def test_a_link_to_a_card_that_is_gone_says_so(newcomer: Newcomer) -> None:
    said, _notice = await newcomer().says("/start k-koszalin__nie-ma-takiej")
    assert "Tego już nie ma" in said


async def test_any_other_payload_is_a_greeting(newcomer: Newcomer) -> None:
    for payload in ("c-", "k-koszalin", "x", "c-warszawa", "k-__", "--", "k-koszalin__" + "a" * 60):
        said, _notice = await newcomer().says(f"/start {payload}")
        assert "Dzień dobry" in said or "Tego już nie ma" in said


async def test_the_wrong_town_is_one_tap_away_and_the_question_is_asked_again(resident: Person) -> None:
    await resident.says("taksówka dla seniora")
    await resident.says("/centrum")
    (card,) = await resident.taps("Starachowice")
    assert "Taxówka" in card


async def test_another_town_in_a_question_offers_the_switch(resident: Person) -> None:
    await resident.says("taksówka w Starachowicach")
    (card,) = await resident.taps("Starachowice")
    assert "Taxówka" in card


async def test_no_more_is_kept_than_is_needed(resident: Person, database: Database) -> None:
    async with database.session() as session:
        (account,) = (await session.exec(select(Account))).all()
        (address,) = (await session.exec(select(Address))).all()
    assert account.centre == "koszalin"
    assert (address.channel, address.chat_id) == ("telegram", resident.id)
    assert set(type(account).model_fields) == {"id", "created_at", "language", "centre", "notice_seen_at"}
