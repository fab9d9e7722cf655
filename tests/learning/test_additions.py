"""Words go to a card only by an organiser's tap, for every process, and can be taken back."""

import pytest
from sqlmodel import select

from bot.catalogue import additions, learning, store
from bot.catalogue.library import Library
from bot.catalogue.loading import load
from bot.clock import SteppedClock
from bot.handlers.buttons import AddGapWords, ChooseGapCard, OpenGapTopics
from bot.people import accounts
from bot.storage import Database
from bot.storage.tables import CatalogueCard, Role, UnansweredQuestion, WordAddition
from tests.conversations.people import Person
from tests.learning.conftest import DATA, Follow, Newcomer

HORSE = ("Kto podkuje konia?", "podkuć konia", "trzeba podkuc konia w stajni")
CARD = "Złota Rączka"


@pytest.fixture
async def three_asked(newcomer: Newcomer) -> Person:
    """The last of three people who asked and got no answer."""
    for asked in HORSE:
        person = await newcomer()
        await person.says(asked)
    return person


async def decisions(database: Database) -> list[WordAddition]:
    async with database.session() as session:
        return list(await session.exec(select(WordAddition)))


async def choose_the_card(organiser: Person) -> list[str]:
    await organiser.says("/braki")
    await organiser.taps("konia")
    await organiser.taps("Inna karta")
    await organiser.taps("Dom i codzienność")
    return await organiser.taps(CARD)


async def test_words_are_used_everywhere_after_one_yes(
    three_asked: Person, organiser: Person, follow: Follow, database: Database, clock: SteppedClock
) -> None:
    (asked,) = await choose_the_card(organiser)
    assert CARD in asked
    assert "• podkuć konia" in asked
    await follow()
    assert "Nie jestem pewien" in (await three_asked.says("podkuć konia"))[0]  # nothing is added by itself
    assert await decisions(database) == []
    (added,) = await organiser.taps("Tak, dopisać")
    assert "Dopisane" in added
    await follow()
    assert CARD in (await three_asked.says("podkuć konia"))[0]
    assert CARD in (await three_asked.says("mój koń, gdzie go podkuć"))[0]
    (decision,) = await decisions(database)
    async with database.session() as session:
        me = await accounts.find_actor(session, "telegram", organiser.id, "pl")
    assert me
    assert (decision.author, decision.added_at, decision.centre) == (me.account_id, clock(), "koszalin")
    (empty,) = await organiser.says("/braki")
    assert "Teraz nic tu nie ma" in empty


async def test_undo_takes_the_words_back_and_the_questions_wait_again(
    three_asked: Person, organiser: Person, follow: Follow
) -> None:
    await choose_the_card(organiser)
    await organiser.taps("Tak, dopisać")
    await follow()
    (undone,) = await organiser.taps("Cofnąć")
    assert "Cofnięte" in undone
    await follow()
    assert "Nie jestem pewien" in (await three_asked.says("podkuć konia"))[0]
    await organiser.says("/braki")
    assert "konia · 3" in organiser.buttons[0]


async def test_undo_works_weeks_later_from_the_history(
    three_asked: Person, organiser: Person, follow: Follow, clock: SteppedClock, database: Database
) -> None:
    await choose_the_card(organiser)
    await organiser.taps("Tak, dopisać")
    clock.forward(days=60)
    async with database.transaction() as session:
        await learning.forget_old(session, clock())
    await follow()
    assert CARD in (await three_asked.says("podkuć konia"))[0]  # the words stay longer than the questions
    (past,) = await organiser.says("/braki historia")
    assert "23 listopada 2026" in past
    assert "z tego konta" in past
    assert "podkuć konia" in past
    await organiser.taps("Cofnąć nr 1")
    await follow()
    assert "Nie jestem pewien" in (await three_asked.says("podkuć konia"))[0]
    (past,) = await organiser.says("/braki historia")
    assert "↩ Cofnięte" in past
    assert not [label for label in organiser.buttons if "Cofnąć" in label]


async def test_a_colleague_sees_and_undoes_it_too(three_asked: Person, organiser: Person, newcomer: Newcomer) -> None:
    await choose_the_card(organiser)
    await organiser.taps("Tak, dopisać")
    colleague = await newcomer(role=Role.ORGANISER)
    (past,) = await colleague.says("/braki historia")
    assert "inną osobę" in past
    (undone,) = await colleague.taps("Cofnąć nr 1")
    assert "Cofnięte. Za" in undone
    (again,) = await organiser.presses("gu|1")
    assert "już cofnięte" in again


async def test_a_double_tap_adds_once(three_asked: Person, organiser: Person, database: Database) -> None:
    await choose_the_card(organiser)
    await organiser.taps("Tak, dopisać")
    yes = next(data for data in reversed(_pressed(organiser)) if data.startswith("gy|"))
    (now,) = await organiser.presses(yes)
    assert "zmieniła się" in now
    assert len(await decisions(database)) == 1


def _pressed(person: Person) -> list[str]:
    return [
        button.callback_data or ""
        for request in person.stage.recorder.requests
        if (markup := getattr(request, "reply_markup", None)) is not None
        for row in markup.inline_keyboard
        for button in row
    ]


async def test_only_what_was_seen_is_added(
    three_asked: Person, organiser: Person, newcomer: Newcomer, database: Database
) -> None:
    await choose_the_card(organiser)
    await (await newcomer()).says("podkuwanie konia w stajni")
    (now,) = await organiser.taps("Tak, dopisać")
    assert "zmieniła się" in now
    assert await decisions(database) == []


async def test_a_gap_that_fits_no_card_is_put_aside_and_can_come_back(three_asked: Person, organiser: Person) -> None:
    await organiser.says("/braki")
    await organiser.taps("konia")
    await organiser.taps("Odłożyć")
    (empty,) = await organiser.says("/braki")
    assert "Teraz nic tu nie ma" in empty
    await organiser.says("/braki historia")
    await organiser.taps("Cofnąć nr 1")
    await organiser.says("/braki")
    assert "konia · 3" in organiser.buttons[0]


EVERY_TAP = [
    "g",
    "gg|1",
    "gt|1|",
    "gt|1|home",
    "gp|1|zlota-raczka",
    "gy|1|zlota-raczka|{seen}",
    "gd|1",
    "gh|0",
    "gu|1",
]


@pytest.mark.parametrize("who", ["resident", "volunteer", "clerk", "organiser of another centre"])
async def test_others_are_refused_kindly_and_change_nothing(
    who: str, three_asked: Person, organiser: Person, newcomer: Newcomer, database: Database, clock: SteppedClock
) -> None:
    await choose_the_card(organiser)
    seen = AddGapWords.unpack(next(d for d in reversed(_pressed(organiser)) if d.startswith("gy|"))).seen
    outsider = {
        "resident": lambda: newcomer(),
        "volunteer": lambda: newcomer(role=Role.VOLUNTEER),
        "clerk": lambda: newcomer(role=Role.CLERK),
        "organiser of another centre": lambda: newcomer(role=Role.ORGANISER, of="starachowice"),
    }[who]
    person = await outsider()
    for command in ("/braki", "/braki historia"):
        (said,) = await person.says(command)
        assert "dla osób, które prowadzą" in said
        assert "koni" not in said
    for data in EVERY_TAP:
        (said,) = await person.presses(data.format(seen=seen))
        assert "dla osób, które prowadzą" in said, data
    assert await decisions(database) == []
    await organiser.taps("Tak, dopisać")
    await person.presses("gu|1")
    (decision,) = await decisions(database)
    assert decision.undone_at is None


async def test_each_centre_is_an_island(
    three_asked: Person, organiser: Person, newcomer: Newcomer, database: Database
) -> None:
    await choose_the_card(organiser)
    seen = AddGapWords.unpack(next(d for d in reversed(_pressed(organiser)) if d.startswith("gy|"))).seen
    await organiser.taps("Tak, dopisać")
    neighbour = await newcomer("starachowice", Role.ORGANISER)
    (empty,) = await neighbour.says("/braki")
    assert "Teraz nic tu nie ma" in empty
    (nothing,) = await neighbour.says("/braki historia")
    assert "nic nie zostało" in nothing
    for data in ("gg|1", "gd|1", "gp|1|taxowka", f"gy|1|taxowka|{seen}"):
        assert "zmieniła się" in (await neighbour.presses(data))[0]
    assert "już cofnięte" in (await neighbour.presses("gu|1"))[0]
    (decision,) = await decisions(database)
    assert decision.undone_at is None
    # The same organiser, having chosen another town, is a resident there.
    await organiser.says("/start c-dobczyce")
    assert "dla osób, które prowadzą" in (await organiser.says("/braki"))[0]


@pytest.mark.parametrize(
    "data",
    ["gg|x", "gg|99999999999999999999", "gy|1|nie-ma|abc", "gp|1|", "gt|1|nie-ma", "gh|-5", "gh|99999999999", "gu|0"],
)
async def test_a_forged_tap_of_an_organiser_gets_an_answer(organiser: Person, data: str) -> None:
    assert await organiser.presses(data)


async def test_buttons_fit_64_bytes(library: Library) -> None:
    for centre in library.catalogue.ids:
        for card in library.catalogue.cards(centre):
            far = 2**31
            assert len(AddGapWords(gap=far, card=card.service.id, seen="abcdef").pack().encode()) <= 64
            assert len(ChooseGapCard(gap=far, card=card.service.id).pack().encode()) <= 64
            for topic in card.service.topics:
                assert len(OpenGapTopics(gap=far, topic=topic.value).pack().encode()) <= 64


async def test_on_both_databases_words_are_merged_into_the_card_they_are_for(
    any_database: Database, clock: SteppedClock
) -> None:
    async with any_database.transaction() as session:
        await store.seed(session, load(DATA), clock())
        author = (await accounts.create_actor(session, clock(), "telegram", 1, "pl")).account_id
        catalogue = await store.read(session)
        for who, asked in enumerate(HORSE):
            assert await learning.note_unanswered(
                session, clock(), catalogue, "koszalin", "pl", asked, who=who, askers=learning.Askers()
            )
    async with any_database.transaction() as session:
        (gap,) = await learning.gaps(session, clock(), catalogue, "koszalin")
        added = await additions.add_words(
            session, clock(), catalogue, "koszalin", gap.id, "koszalin/zlota-raczka", gap.seen, author
        )
        assert added
    async with any_database.session() as session:
        changed = await store.read(session)
    assert changed.revision == catalogue.revision + 1
    differing = [
        card.id
        for centre in changed.ids
        for card in changed.cards(centre)
        if card.service != catalogue.card(card.id).service
    ]
    assert differing == ["koszalin/zlota-raczka"]
    words = changed.card("koszalin/zlota-raczka").service
    assert "podkuć konia" in words.alternate_names.pl
    async with any_database.session() as session:
        raw = await session.get_one(CatalogueCard, "koszalin/zlota-raczka")
        assert "podkuć konia" not in raw.document["alternate_names"]["pl"]  # undo has nothing to look for there
        assert not await store.difference(session, load(DATA))
    async with any_database.transaction() as session:
        assert await additions.undo(session, clock(), "koszalin", added.id, author)
        assert not await additions.undo(session, clock(), "koszalin", added.id, author)
    async with any_database.session() as session:
        back = await store.read(session)
        assert not [row for row in await session.exec(select(UnansweredQuestion)) if row.addition_id]
    assert list(back) == list(catalogue)
    assert back.revision == catalogue.revision + 2


async def test_words_of_a_card_that_is_gone_harm_nobody(
    three_asked: Person, organiser: Person, database: Database, clock: SteppedClock, follow: Follow
) -> None:
    await choose_the_card(organiser)
    await organiser.taps("Tak, dopisać")
    async with database.transaction() as session:
        await session.delete(await session.get_one(CatalogueCard, "koszalin/zlota-raczka"))
    await follow()
    (past,) = await organiser.says("/braki historia")
    assert "koszalin/zlota-raczka" in past
    await organiser.taps("Cofnąć nr 1")


def test_a_card_s_own_document_stays_as_it_is() -> None:
    document = {"alternate_names": {"pl": ["fryzjer"]}, "needs": {}}
    words = [{"field": field, "language": "pl", "text": "strzyżenie"} for field in ("alternate_names", "needs")]
    assert additions.with_words(document, [*words, *words]) == {
        "alternate_names": {"pl": ["fryzjer", "strzyżenie"]},
        "needs": {"pl": ["strzyżenie"]},
    }
    assert document == {"alternate_names": {"pl": ["fryzjer"]}, "needs": {}}
