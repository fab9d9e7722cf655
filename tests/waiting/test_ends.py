"""How a line ends: withdrawn, left by a person who is forgotten, grown old; and what the report says of lists."""

from datetime import timedelta

import pytest
from sqlmodel import select

from bot.app import OWN_DATA
from bot.clock import SteppedClock
from bot.outbox.kinds import Kind, Kinds
from bot.people import own_data
from bot.places import waiting_kinds, waiting_over, waiting_report
from bot.places.waiting_notices import LAPSED, OVER
from bot.places.waiting_states import Answer, Filled
from bot.places.waiting_watch import KEEP, Watch, forget_old
from bot.storage import Database
from bot.storage.tables import Offer, OfferedSeat, Vacancy, WaitingEntry, WaitingPerson
from bot.texts import texts
from tests.conversations.people import Person
from tests.counter.conftest import House, clerk, house, library, net, newcomer, stage
from tests.events.conftest import Postman
from tests.places.refusing import refused
from tests.places.town import CENTRE
from tests.waiting.town import QUEUE, WaitingTown
from tests.waiting.truths import broken

__all__ = ["clerk", "house", "library", "net", "newcomer", "stage"]


@pytest.fixture
def postman(database: Database, clock: SteppedClock) -> Postman:
    kinds = Kinds(Kind("message"))
    waiting_kinds.register(kinds, texts())
    return Postman(database, clock, kinds)


async def test_who_waited_for_what_is_called_off_is_told_once(town: WaitingTown, postman: Postman) -> None:
    slot_id, (seat, _) = await town.full(town.at(10, days=5), seats=2)
    for who in ("bea", "cyryl"):
        await town.join(slot_id, who)
    await town.cancel(seat, "clerk")
    await town.withdraw(slot_id)
    told = await postman.round()
    assert sorted(sent.chat_id for sent in told) == sorted((town.people["bea"], town.people["cyryl"]))
    assert all("Lista oczekujących jest zamknięta" in sent.words for sent in told), "and the offer is not sent any more"
    assert await town.withdraw(slot_id) == []
    assert await postman.round() == []


async def test_who_waited_in_vain_hears_it_once_when_it_begins(town: WaitingTown, postman: Postman) -> None:
    starts = town.at(15, days=0)
    slot_id, (seat, _) = await town.full(starts, seats=2)
    for who in ("bea", "cyryl"):
        await town.join(slot_id, who)
    await town.cancel(seat, "clerk")
    offer = await town.offer(slot_id, "bea")
    assert [sent.chat_id for sent in await postman.round()] == [town.people["bea"]]
    watch = Watch(town.database, town.clock)
    town.clock.now = starts - timedelta(minutes=1)
    async with town.database.session() as session:
        assert list(await watch.overs_due(session, town.clock())) == [(slot_id, starts)]
    await watch.over(slot_id)
    assert await town.in_line(slot_id) == 2, "an alarm too early"
    town.clock.now = starts
    for _ in range(2):
        await watch.over(slot_id)
    told = await postman.round()
    assert sorted(sent.chat_id for sent in told) == sorted((town.people["bea"], town.people["cyryl"]))
    assert all("Tym razem miejsca nie ma" in sent.words for sent in told), "also to who did not answer in time"
    assert await town.lapse() == 0
    assert await postman.round() == []
    await refused("places-past", town.answer(offer, "bea", Answer.TAKE))


async def test_a_line_ends_in_pieces_and_leaves_nothing_held(
    any_town: WaitingTown, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(waiting_over, "PIECE", 2)
    slot_id, (seat, _) = await any_town.full(any_town.at(15, days=0), seats=2)
    for who in QUEUE:
        await any_town.join(slot_id, who)
    await any_town.cancel(seat, "clerk")
    any_town.clock.now = any_town.at(15, 30, days=0)
    watch = Watch(any_town.database, any_town.clock)
    await watch.over(slot_id)
    assert await any_town.in_line(slot_id) == 0
    assert await any_town.held(slot_id) == (1, [2])
    assert await any_town.vacancies(slot_id) == [Filled.STARTED]
    assert len(await any_town.owed(OVER)) == len(QUEUE)
    async with any_town.database.session() as session:
        assert await broken(session, any_town.clock()) == {}
        assert list(await watch.overs_due(session, any_town.clock())) == []


async def test_of_what_is_over_long_since_nobody_is_told(town: WaitingTown) -> None:
    slot_id, _ = await town.full(town.at(15, days=0))
    await town.join(slot_id, "bea")
    town.clock.forward(days=2)
    await Watch(town.database, town.clock).over(slot_id)
    assert await town.in_line(slot_id) == 0
    assert await town.owed(OVER) == []


async def test_two_silences_in_a_row_are_said_before_and_after(town: WaitingTown, postman: Postman) -> None:
    slot_id, seats = await town.full(town.at(10, days=12), seats=3)
    await town.join(slot_id, "bea")
    watch = Watch(town.database, town.clock)
    said = list[str]()
    for seat in seats[:2]:
        await town.cancel(seat, "clerk")
        town.clock.forward(hours=25)
        async with town.database.session() as session:
            (due,) = list(await watch.lapses_due(session, town.clock()))
        await watch.lapse(due[0])
        await watch.lapse(due[0])
        said += [sent.words for sent in await postman.round()]
    assert len(await town.owed(LAPSED)) == 2
    assert len(said) == 2, "an offer whose time is over is not sent late"
    assert "Gdy drugi raz z rzędu" in said[0]
    assert "Dwa razy z rzędu nie było odpowiedzi" in said[1]
    assert await town.in_line(slot_id) == 0


async def test_an_answer_between_two_silences_counts(town: WaitingTown) -> None:
    slot_id, seats = await town.full(town.at(10, days=20), seats=4)
    await town.join(slot_id, "bea")
    for seat, answers in zip(seats[:3], (False, True, False), strict=True):
        await town.cancel(seat, "clerk")
        if answers:
            await town.answer(await town.offer(slot_id, "bea"), "bea", Answer.PASS)
        else:
            town.clock.forward(hours=25)
            await town.lapse()
    assert [waits.entry.lapses for waits in await town.lists("bea")] == [1]


async def test_who_is_forgotten_leaves_every_line_and_what_was_held_goes_on(any_town: WaitingTown) -> None:
    slot_id, (seat,) = await any_town.full(any_town.at(10, days=5))
    for who in ("bea", "cyryl"):
        await any_town.join(slot_id, who)
    await any_town.cancel(seat, "clerk")
    async with any_town.database.session() as session:
        told = await own_data.told(session, OWN_DATA, any_town.people["bea"])
    assert [line["state"] for line in told["waiting"]] == ["offered"]
    async with any_town.database.transaction() as session:
        await own_data.erase(session, any_town.clock(), OWN_DATA, any_town.people["bea"])
    assert [who for who, _ in await any_town.offers(slot_id)] == ["cyryl"]
    assert await any_town.in_line(slot_id) == 1
    async with any_town.database.session() as session:
        entries = (await session.exec(select(WaitingEntry.account_id))).all()
        assert entries == [any_town.people["cyryl"]]
        assert len((await session.exec(select(WaitingPerson))).all()) == 1
        assert len((await session.exec(select(OfferedSeat))).all()) == 1
        assert len((await session.exec(select(Vacancy))).all()) == 1, "the place stays counted"


async def test_what_is_long_over_is_forgotten(any_town: WaitingTown) -> None:
    slot_id, (seat,) = await any_town.full(any_town.at(10, days=5))
    await any_town.join(slot_id, "bea")
    await any_town.cancel(seat, "clerk")
    await any_town.answer(await any_town.offer(slot_id, "bea"), "bea", Answer.TAKE)
    for days, left in ((5, 1), (KEEP.days + 2, 0)):
        any_town.clock.forward(days=days)
        async with any_town.database.transaction() as session:
            await forget_old(session, any_town.clock())
        async with any_town.database.session() as session:
            assert len((await session.exec(select(WaitingEntry))).all()) == left
            assert len((await session.exec(select(Offer))).all()) == left
    assert await any_town.vacancies(slot_id) == [Filled.TAKEN]


async def test_the_report_counts_what_became_free_and_what_the_list_took(any_town: WaitingTown) -> None:
    slot_id, seats = await any_town.full(any_town.at(10, days=9), seats=4)
    since = any_town.clock()
    for who in ("bea", "cyryl"):
        await any_town.join(slot_id, who)
    for seat in seats[:3]:
        await any_town.cancel(seat, "clerk")
    any_town.clock.forward(hours=3)
    await any_town.answer(await any_town.offer(slot_id, "bea"), "bea", Answer.TAKE)
    async with any_town.database.session() as session:
        found = await waiting_report.of_centre(session, CENTRE, since, any_town.clock())
        elsewhere = await waiting_report.of_centre(session, "dobczyce", since, any_town.clock())
    assert found == waiting_report.Refills(freed=2, taken=1, typical=timedelta(hours=3)), "one is being asked for"
    assert elsewhere == waiting_report.Refills(0, 0, None)


async def test_the_desk_reads_it_where_it_reads_of_its_duties(
    clerk: Person, house: House, database: Database, clock: SteppedClock
) -> None:
    now = clock()
    clock.now = now - timedelta(days=7)
    slots = await house.hours("prawnik", clock.now, 7)
    async with database.transaction() as session:
        for number, slot in enumerate(slots):
            how = Filled.TAKEN if number < 6 else Filled.OPENED
            filled = clock.now + timedelta(minutes=100)
            session.add(
                Vacancy(centre=CENTRE, slot_id=slot, seat_no=1, freed_at=clock.now, filled_at=filled, how=how.value)
            )
    clock.now = now
    (said,) = await clerk.says("/dyzury raport")
    assert "z 7 zwolnionych miejsc zajęto z listy 6, zwykle w ciągu 2 godzin" in said
