"""What was not answered is shown to the organiser from three alike, and to nobody who asked it."""

from datetime import timedelta

import pytest
from sqlmodel import select

from bot.catalogue import learning
from bot.catalogue.library import Library
from bot.clock import SteppedClock
from bot.storage import Database
from bot.storage.tables import UnansweredQuestion
from bot.texts import texts
from tests.conversations.people import Person
from tests.learning.conftest import Newcomer

HORSE = ("Kto podkuje konia?", "podkuć konia", "trzeba podkuc konia w stajni")


async def rows(database: Database) -> list[UnansweredQuestion]:
    async with database.session() as session:
        return list(await session.exec(select(UnansweredQuestion)))


async def test_three_alike_are_shown_two_are_not(newcomer: Newcomer, organiser: Person) -> None:
    for asked in HORSE[:2]:
        await (await newcomer()).says(asked)
    (empty,) = await organiser.says("/braki")
    assert "Teraz nic tu nie ma" in empty
    await (await newcomer()).says(HORSE[2])
    (listed,) = await organiser.says("/braki")
    assert "bez odpowiedzi" in listed
    assert "konia · 3" in organiser.buttons[0]
    (one,) = await organiser.taps("konia")
    assert "3 podobne pytania" in one
    assert "… podkuc konia …" in one
    assert "stajni" not in one  # one person's word


async def test_questions_that_have_nothing_in_common_are_not_put_together(
    newcomer: Newcomer, organiser: Person
) -> None:
    for asked in ("podkuć konia", "wywieźć gruz", "nauka żeglowania", "podkuć słonia w cyrku"):
        await (await newcomer()).says(asked)
    (empty,) = await organiser.says("/braki")
    assert "Teraz nic tu nie ma" in empty


async def test_one_person_counts_once_a_day(newcomer: Newcomer, organiser: Person, database: Database) -> None:
    person = await newcomer()
    for asked in HORSE:
        await person.says(asked)
    assert len(await rows(database)) == 1
    (empty,) = await organiser.says("/braki")
    assert "Teraz nic tu nie ma" in empty


async def test_on_another_day_the_same_person_counts_again(
    newcomer: Newcomer, organiser: Person, clock: SteppedClock
) -> None:
    person = await newcomer()
    for asked in HORSE:
        await person.says(asked)
        clock.forward(days=1)
    await organiser.says("/braki")
    assert "konia · 3" in organiser.buttons[0]


async def test_one_person_cannot_fill_the_list(newcomer: Newcomer, database: Database) -> None:
    person = await newcomer()
    for letter in "abcdefghijklmnoprstuw":
        await person.says(f"qx{letter}{letter}zv zz{letter}kk")
    assert len(await rows(database)) == learning.MOST_OF_ONE


async def test_nothing_kept_tells_who_asked(newcomer: Newcomer, database: Database) -> None:
    person = await newcomer()
    await person.says("podkuć konia Kasi, 600 700 800, ul. Polna 5")
    (row,) = await rows(database)
    kept = row.model_dump()
    assert kept == {
        "id": 1,
        "centre": "koszalin",
        "language": "pl",
        "day": kept["day"],
        "text": "podkuć konia …",
        "addition_id": None,
    }
    assert str(kept["day"]) == "2026-11-23"


async def test_rare_words_that_nobody_knows_are_not_shown(newcomer: Newcomer, organiser: Person) -> None:
    for more in ("wolkowska", "u brzdziuka", "teraz"):
        await (await newcomer()).says(f"podkuć konia {more}")
    await organiser.says("/braki")
    (one,) = await organiser.taps("konia")
    assert "wolkowsk" not in one
    assert "brzdziuk" not in one
    assert "podkuć konia …" in one


async def test_after_thirty_days_they_are_gone(
    newcomer: Newcomer, organiser: Person, clock: SteppedClock, database: Database
) -> None:
    for asked in HORSE:
        await (await newcomer()).says(asked)
    clock.forward(days=29)
    await organiser.says("/braki")
    assert "konia · 3" in organiser.buttons[0]
    async with database.transaction() as session:
        await learning.forget_old(session, clock())
    assert len(await rows(database)) == 3
    clock.forward(days=1)
    (empty,) = await organiser.says("/braki")  # also when nobody has cleaned up yet
    assert "Teraz nic tu nie ma" in empty
    async with database.transaction() as session:
        await learning.forget_old(session, clock())
    assert await rows(database) == []


async def test_what_the_crisis_net_caught_is_never_kept(newcomer: Newcomer, database: Database) -> None:
    for _ in range(3):
        await (await newcomer()).says("chcę się zabić, podkuć konia")
    assert await rows(database) == []


async def test_the_guard_of_the_service(database: Database, library: Library, clock: SteppedClock) -> None:
    askers = learning.Askers()
    async with database.transaction() as session:
        for crisis in (True, False):
            kept = await learning.note_unanswered(
                session,
                clock(),
                library.catalogue,
                "koszalin",
                "pl",
                "podkuć konia",
                who=1,
                askers=askers,
                crisis=crisis,
            )
            assert kept is not crisis


async def test_a_whole_story_is_not_kept(newcomer: Newcomer, database: Database) -> None:
    await (await newcomer()).says("podkuć konia " + "w stajni za rzeką i za lasem " * 12)
    assert await rows(database) == []


async def test_none_of_these_is_no_answer(newcomer: Newcomer, database: Database) -> None:
    person = await newcomer()
    await person.says("wywóz gruzu po remoncie")
    assert await rows(database) == []
    (human,) = await person.taps("Żadne z tych")
    assert "💬" in human
    assert [row.text for row in await rows(database)] == ["wywóz gruzu po remoncie"]


async def test_none_of_these_on_an_old_message_leads_to_a_person_all_the_same(
    newcomer: Newcomer, database: Database
) -> None:
    person = await newcomer()
    (human,) = await person.presses("gn")
    assert "💬" in human
    assert await rows(database) == []


async def test_asking_again_in_other_words_tells_that_the_answer_did_not_help(
    newcomer: Newcomer, database: Database
) -> None:
    person = await newcomer()
    await person.says("naprawa telewizora")
    assert await rows(database) == []
    await person.says("naprawa starego telewizora")
    assert [row.text for row in await rows(database)] == ["naprawa telewizora"]


async def test_a_first_question_counts_once_the_town_is_known(
    newcomer: Newcomer, organiser: Person, database: Database
) -> None:
    stranger = Person(organiser.stage, 5001)
    await stranger.says("podkuć konia")
    assert await rows(database) == []
    await stranger.taps("Koszalin")
    assert [(row.centre, row.text) for row in await rows(database)] == [("koszalin", "podkuć konia")]


@pytest.mark.parametrize(
    ("text", "screen", "language"),
    [
        ("podkuć", "pl", "pl"),
        ("podkuć", "uk", "pl"),
        ("horse shoe", "en", "en"),
        ("Kto podkuje konia?", "en", "pl"),
        ("buty dla zony", "en", "pl"),
        ("підкувати", "pl", "uk"),
        ("ещё", "pl", "ru"),
    ],
)
def test_the_language_of_the_words(seeded: Library, text: str, screen: str, language: str) -> None:
    assert learning.written_in(text, screen, learning.masking(seeded.catalogue, "koszalin")) == language


async def test_thousands_of_questions_are_put_together_in_a_moment(
    database: Database, library: Library, clock: SteppedClock
) -> None:
    day = clock().date()
    async with database.transaction() as session:
        for number in range(learning.MOST_WAITING):
            a, b = divmod(number, 26)
            text = f"pod{chr(97 + a % 26)}k konia{chr(97 + b)} z{a}"
            session.add(UnansweredQuestion(centre="koszalin", language="pl", day=day - timedelta(days=1), text=text))
    async with database.session() as session:
        assert await learning.gaps(session, clock(), library.catalogue, "koszalin")


def test_the_texts_know_the_number_of_days() -> None:
    assert "30 dni" in texts().plain("pl", "gaps-nothing", city="Koszalin", days=learning.KEEP.days)
