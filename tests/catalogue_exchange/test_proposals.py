"""An organisation proposes a card, an organiser lets it in: nothing shows before, nobody else may."""

import asyncio
from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.catalogue import proposals, store
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.library import Library
from bot.catalogue.loading import load
from bot.catalogue.model import Status, Topic
from bot.catalogue.proposals import Draft
from bot.clock import SteppedClock
from bot.errors import OkienkoError
from bot.people import roles
from bot.storage import Database
from bot.storage.tables import Account, CatalogueCard, CatalogueProposal, Role, WordAddition
from tests.catalogue.towns import write_towns

ORGANISER, OUTSIDER, CLERK, NGO = 1, 2, 3, 4
"""An organiser of Brzeg, one of Nysa, a clerk of Brzeg, somebody of a foundation."""

ANSWERS = {
    "name": "Obiady dla samotnych",
    "provider": "Fundacja Dobry Stół",
    "what": "Ciepły obiad w niedzielę.",
    "for_whom": "Dla osób samotnych.",
    "cost": "Bezpłatnie.",
    "phone": "774001010",
    "hours": "w niedzielę od 12 do 15",
    "address": "ul. Długa 3",
    "topic": "seniors",
}


def draft(**other: str) -> Draft:
    made = Draft()
    for question, text in (ANSWERS | other).items():
        made = made.with_answer(question, text)
    return made


@pytest.fixture
async def town(any_database: Database, clock: SteppedClock, tmp_path: Path) -> Database:
    """Brzeg and Nysa, and the people above."""
    async with any_database.transaction() as session:
        await store.seed(session, load(write_towns(tmp_path / "data")), clock())
        session.add_all([Account(id=id, created_at=clock()) for id in (ORGANISER, OUTSIDER, CLERK, NGO)])
        await session.flush()
        await roles.grant(session, clock(), ORGANISER, "brzeg", Role.ORGANISER)
        await roles.grant(session, clock(), OUTSIDER, "nysa", Role.ORGANISER)
        await roles.grant(session, clock(), CLERK, "brzeg", Role.CLERK)
    return any_database


async def proposed(town: Database, clock: SteppedClock, **other: str) -> int:
    async with town.transaction() as session:
        return (await proposals.propose(session, clock(), "brzeg", draft(**other), NGO)).id


async def catalogue(town: Database) -> Catalogue:
    async with town.session() as session:
        return await store.read(session)


async def test_an_accepted_proposal_is_a_card_that_is_found(town: Database, clock: SteppedClock) -> None:
    id = await proposed(town, clock)
    assert len(await catalogue(town)) == 6  # nothing shows before the organiser's yes
    clock.forward(days=2)
    async with town.session() as session:
        (seen,) = await proposals.waiting(session, "brzeg")
    assert (seen.id, seen.proposed_by, seen.address) == (id, NGO, "ul. Długa 3")
    async with town.transaction() as session:
        done = await proposals.accept(session, clock(), id, ORGANISER, "Zgłoszenie organizacji")
    assert done.card == "brzeg/obiady-dla-samotnych"
    after = await catalogue(town)
    assert after.revision == 2
    card = after.card(done.card)
    assert card is not None
    service = card.service
    assert service == seen.service
    assert (service.status, service.topics) == (Status.UNCONFIRMED, (Topic.SENIORS,))
    assert service.phones[0].number == "774 001 010"
    assert [(hours.byday, hours.opens_at.hour) for hours in service.schedules] == [(("SU",), 12)]
    assert service.more is not None
    assert service.more.pl == "Fundacja Dobry Stół"
    assert service.assured_on == date(2026, 11, 23)  # when it was said, not when it was accepted
    assert (card.source.title, card.source.date) == ("Zgłoszenie organizacji", date(2026, 11, 23))
    assert [(place.address, place.city) for place in card.locations] == [("ul. Długa 3", "Brzeg")]
    assert Library(after).find("brzeg", "obiady dla samotnych").results[0].id == done.card
    async with town.session() as session:
        assert await proposals.waiting(session, "brzeg") == []


async def test_the_rest_of_the_centre_stays_as_it_was(town: Database, clock: SteppedClock) -> None:
    before = await catalogue(town)
    id = await proposed(town, clock)
    async with town.transaction() as session:
        await proposals.accept(session, clock(), id, ORGANISER, "Zgłoszenie")
    after = await catalogue(town)
    assert after.cards("nysa") == before.cards("nysa")
    assert [card.service for card in after.cards("brzeg")][:4] == [card.service for card in before.cards("brzeg")]
    assert after.centre("brzeg").organization == before.centre("brzeg").organization  # type: ignore[union-attr]


async def test_learned_words_do_not_become_the_cards_own(town: Database, clock: SteppedClock) -> None:
    """Else nobody could take them back any more."""
    word = {"field": "alternate_names", "language": "pl", "text": "autko"}
    async with town.transaction() as session:
        session.add(
            WordAddition(centre="brzeg", card="brzeg/taksowka", words=[word], author=ORGANISER, added_at=clock())
        )
    id = await proposed(town, clock)
    async with town.transaction() as session:
        await proposals.accept(session, clock(), id, ORGANISER, "Zgłoszenie")
    async with town.session() as session:
        card = await session.get_one(CatalogueCard, "brzeg/taksowka")
        assert "autko" not in str(card.document)


@pytest.mark.parametrize("who", [OUTSIDER, CLERK, NGO, 99])
async def test_only_an_organiser_of_that_centre_decides(town: Database, clock: SteppedClock, who: int) -> None:
    id = await proposed(town, clock)
    with pytest.raises(OkienkoError, match="proposal-not-allowed"):
        async with town.transaction() as session:
            await proposals.accept(session, clock(), id, who, "Zgłoszenie")
    with pytest.raises(OkienkoError, match="proposal-not-allowed"):
        async with town.transaction() as session:
            await proposals.decline(session, clock(), id, who)
    assert len(await catalogue(town)) == 6
    async with town.session() as session:
        assert len(await proposals.waiting(session, "brzeg")) == 1
        assert await proposals.waiting(session, "nysa") == []


async def test_a_declined_proposal_keeps_nothing_of_what_was_typed(town: Database, clock: SteppedClock) -> None:
    id = await proposed(town, clock)
    async with town.transaction() as session:
        assert await proposals.decline(session, clock(), id, ORGANISER) == NGO
    async with town.session() as session:
        row = await session.get_one(CatalogueProposal, id)
        assert (row.document, row.decided_by, row.card) == ({}, ORGANISER, None)
    assert len(await catalogue(town)) == 6


async def test_two_taps_are_one_card(town: Database, clock: SteppedClock) -> None:
    id = await proposed(town, clock)

    async def accept() -> str | None:
        async with town.transaction() as session:
            return (await proposals.accept(session, clock(), id, ORGANISER, "Zgłoszenie")).card

    results = await asyncio.gather(*(accept() for _ in range(3)), return_exceptions=True)
    assert sorted(str(result) for result in results) == [
        "brzeg/obiady-dla-samotnych",
        "proposal-decided",
        "proposal-decided",
    ]
    assert len(await catalogue(town)) == 7


async def test_two_of_one_name_are_two_cards(town: Database, clock: SteppedClock) -> None:
    ids = [await proposed(town, clock), await proposed(town, clock), await proposed(town, clock, name="Їжа")]
    cards = []
    for id in ids:
        async with town.transaction() as session:
            cards.append((await proposals.accept(session, clock(), id, ORGANISER, "Zgłoszenie")).card)
    assert cards == ["brzeg/obiady-dla-samotnych", "brzeg/obiady-dla-samotnych-2", "brzeg/karta"]


async def test_three_may_wait_and_no_more(town: Database, clock: SteppedClock) -> None:
    for _ in range(proposals.MOST_WAITING):
        await proposed(town, clock)
    with pytest.raises(OkienkoError, match="proposal-too-many"):
        await proposed(town, clock)


async def test_an_unfinished_one_is_not_taken(town: Database, clock: SteppedClock) -> None:
    for question in ("name", "provider", "what"):
        with pytest.raises(OkienkoError, match="proposal-unfinished"):
            await proposed(town, clock, **{question: ""})
    with pytest.raises(OkienkoError, match="proposal-no-centre"):
        async with town.transaction() as session:
            await proposals.propose(session, clock(), "opole", draft(), NGO)


async def test_what_nobody_looks_at_is_forgotten(town: Database, clock: SteppedClock) -> None:
    await proposed(town, clock)
    clock.forward(days=proposals.KEEP / timedelta(days=1) + 1)
    newer = await proposed(town, clock)
    async with town.transaction() as session:
        await proposals.forget_old(session, clock())
    async with town.session() as session:
        assert [each.id for each in await proposals.waiting(session, "brzeg")] == [newer]


def test_a_form_hears_at_once_what_is_missing_or_wrong() -> None:
    assert Draft().missing() == ("name", "provider", "what", "how")
    assert draft().missing() == ()
    assert draft(phone="", address="").missing() == ("how",)
    for question, text, key in (
        ("phone", "zadzwoń", "proposal-wrong-phone"),
        ("phone", "12345", "proposal-wrong-phone"),
        ("hours", "jak się uda", "proposal-wrong-hours"),
        ("topic", "magia", "proposal-wrong-topic"),
        ("name", "!!!", "proposal-no-name"),
        ("name", "a" * 81, "proposal-too-long"),
        ("what", "mój PESEL 44051401359", "proposal-no-pesel"),
    ):
        with pytest.raises(OkienkoError, match=key):
            draft().with_answer(question, text)


def test_an_answer_can_be_taken_back_and_spaces_do_not_matter() -> None:
    assert draft().with_answer("hours", "  ").hours == ""
    assert draft().with_answer("what", "  a \t b\n c ").what == "a b\nc"
    assert draft().with_answer("phone", "77 400-10-10").phone == "77 400 10 10"
