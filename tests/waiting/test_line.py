"""A free place is held for the first whom it fits, until a moment that is said; then for the next."""

from datetime import timedelta

import pytest

from bot.places.attendees import Relation
from bot.places.locks import lock_one
from bot.places.states import BookingState
from bot.places.waiting_notices import ENDED, LAPSED, OFFER
from bot.places.waiting_states import Answer, Filled, Waits
from bot.storage.tables import Slot
from tests.places.refusing import refused
from tests.waiting.town import WaitingTown

SELF, CHILD, PARENT = Relation.SELF, Relation.CHILD, Relation.PARENT


async def test_the_first_in_the_line_gets_it_and_nobody_is_quicker(any_town: WaitingTown) -> None:
    slot_id, (seat,) = await any_town.full(any_town.at(10, days=5))
    assert (await any_town.join(slot_id, "bea")).position == 1
    assert (await any_town.join(slot_id, "cyryl")).position == 2
    await any_town.cancel(seat, "clerk")
    assert [who for who, _ in await any_town.offers(slot_id)] == ["bea"]
    await refused("places-full", any_town.book(slot_id, "anna"))
    done = await any_town.answer(await any_town.offer(slot_id, "bea"), "bea", Answer.TAKE)
    assert [booking.state for booking in done.bookings] == [BookingState.BOOKED]
    assert await any_town.states(slot_id) == ["booked"]
    assert await any_town.vacancies(slot_id) == [Filled.TAKEN]
    assert [waits.position for waits in await any_town.lists("cyryl")] == [1]
    assert await any_town.lists("bea") == []


async def test_the_message_names_the_deadline_and_waits_for_the_morning(town: WaitingTown) -> None:
    slot_id, (seat,) = await town.full(town.at(18, days=2))
    await town.join(slot_id, "bea")
    town.clock.now = town.at(23, days=0)
    await town.cancel(seat, "clerk")
    (owed,) = await town.owed(OFFER)
    assert owed.not_before == town.at(8, days=1)
    (waits,) = await town.lists("bea")
    assert waits.offer is not None
    assert owed.expires_at == waits.offer.deadline == town.at(12, days=1)  # more than a day before: four hours


@pytest.mark.parametrize(
    ("now", "starts", "until"),
    [
        ((10, 0), (10, 9), (10, 1)),  # (hour, days): a week before, a day to answer
        ((10, 0), (12, 2), (14, 0)),  # two days before, four hours
        ((19, 0), (12, 2), (9, 1)),  # nobody has to answer at night
        ((10, 0), (18, 0), (11, 0)),  # the same day, an hour
    ],
)
async def test_the_nearer_the_shorter(
    town: WaitingTown, now: tuple[int, int], starts: tuple[int, int], until: tuple[int, int]
) -> None:
    slot_id, (seat,) = await town.full(town.at(starts[0], days=starts[1]))
    town.clock.now = town.at(now[0], days=now[1]) if town.at(now[0], days=now[1]) > town.clock() else town.clock()
    await town.join(slot_id, "bea")
    await town.cancel(seat, "clerk")
    (waits,) = await town.lists("bea")
    assert waits.offer is not None
    assert waits.offer.deadline == town.at(until[0], days=until[1])


async def test_too_near_to_ask_it_is_everybodys(town: WaitingTown) -> None:
    slot_id, (seat,) = await town.full(town.at(12, days=0))
    await town.join(slot_id, "bea")
    town.clock.now = town.at(11, 45, days=0)
    await town.cancel(seat, "clerk")
    assert await town.offers(slot_id) == []
    assert await town.vacancies(slot_id) == [Filled.OPENED]
    assert (await town.book(slot_id, "bea")).again is False
    assert await town.in_line(slot_id) == 0, "who has a place waits no more"


async def test_not_this_time_keeps_the_line_and_never_sees_that_place_again(any_town: WaitingTown) -> None:
    slot_id, (first, second) = await any_town.full(any_town.at(10, days=5), seats=2)
    for who in ("bea", "cyryl"):
        await any_town.join(slot_id, who)
    await any_town.cancel(first, "clerk")
    await any_town.answer(await any_town.offer(slot_id, "bea"), "bea", Answer.PASS)
    assert [who for who, _ in await any_town.offers(slot_id)] == ["cyryl"]
    await any_town.answer(await any_town.offer(slot_id, "cyryl"), "cyryl", Answer.PASS)
    assert await any_town.offers(slot_id) == []
    assert await any_town.vacancies(slot_id) == [Filled.OPENED]
    assert [waits.position for waits in await any_town.lists("bea")] == [1]
    await any_town.cancel(second, "clerk")
    assert [who for who, _ in await any_town.offers(slot_id)] == ["bea"], "another place, and bea is still first"


async def test_nobody_answers_twice_and_the_line_goes_on(town: WaitingTown) -> None:
    slot_id, seats = await town.full(town.at(10, days=9), seats=3)
    for who in ("bea", "cyryl"):
        await town.join(slot_id, who)
    await town.cancel(seats[0], "clerk")
    assert await town.lapse() == 0, "too early"
    town.clock.forward(hours=25)
    assert await town.lapse() == 1
    assert [who for who, _ in await town.offers(slot_id)] == ["cyryl"]
    assert len(await town.owed(LAPSED)) == 1
    await town.answer(await town.offer(slot_id, "cyryl"), "cyryl", Answer.TAKE)
    await town.cancel(seats[1], "clerk")
    town.clock.forward(hours=25)
    assert await town.lapse() == 1
    assert await town.lists("bea") == []
    assert len(await town.owed(LAPSED)) == 2
    assert await town.in_line(slot_id) == 0
    assert await town.vacancies(slot_id) == [Filled.TAKEN, Filled.OPENED]


async def test_a_party_too_big_is_passed_over_and_keeps_its_place(any_town: WaitingTown) -> None:
    slot_id, seats = await any_town.full(any_town.at(10, days=9), seats=4)
    family = await any_town.join(slot_id, "bea", SELF, CHILD, PARENT)
    await any_town.join(slot_id, "cyryl")
    await any_town.cancel(seats[0], "clerk")
    assert [who for who, _ in await any_town.offers(slot_id)] == ["cyryl"]
    await any_town.answer(await any_town.offer(slot_id, "cyryl"), "cyryl", Answer.PASS)
    await any_town.cancel(seats[1], "clerk")
    assert [who for who, _ in await any_town.offers(slot_id)] == ["cyryl"]
    await any_town.answer(await any_town.offer(slot_id, "cyryl"), "cyryl", Answer.PASS)
    await any_town.cancel(seats[2], "clerk")
    assert [who for who, _ in await any_town.offers(slot_id)] == ["bea"]
    assert sorted(await any_town.states(slot_id)) == ["booked", "offered", "offered", "offered"]
    done = await any_town.answer(await any_town.offer(slot_id, "bea"), "bea", Answer.TAKE)
    assert len(done.bookings) == 3
    assert done.entry.id == family.entry.id
    assert done.entry.state == Waits.TAKEN
    assert await any_town.held(slot_id) == (4, [1, 2, 3, 4])


async def test_where_seats_became_fewer_no_more_are_offered_than_there_is_room_for(any_town: WaitingTown) -> None:
    """Who has the fifth seat of what has three now gives it back, and it is one seat, whatever its number."""
    slot_id, seats = await any_town.full(any_town.at(10, days=9), seats=5)
    for seat in seats[:2]:
        await any_town.cancel(seat, "clerk")
    async with any_town.database.transaction() as session:
        slot = await lock_one(session, Slot, slot_id)
        assert slot
        slot.seats = 3
        session.add(slot)
    for who in ("bea", "cyryl"):
        await any_town.join(slot_id, who)
    await any_town.cancel(seats[4], "clerk")
    assert [who for who, _ in await any_town.offers(slot_id)] == ["bea"]
    assert await any_town.held(slot_id) == (3, [1, 3, 4])
    await any_town.answer(await any_town.offer(slot_id, "bea"), "bea", Answer.PASS)
    assert [who for who, _ in await any_town.offers(slot_id)] == ["cyryl"]


async def test_what_does_not_take_place_ends_its_line(any_town: WaitingTown) -> None:
    slot_id, seats = await any_town.full(any_town.at(10, days=9), seats=2)
    for who in ("bea", "cyryl"):
        await any_town.join(slot_id, who)
    await any_town.cancel(seats[0], "clerk")
    offer = await any_town.offer(slot_id, "bea")
    assert [booking.id for booking in await any_town.withdraw(slot_id)] == [seats[1].booking.id]
    assert await any_town.held(slot_id) == (0, [])
    assert await any_town.in_line(slot_id) == 0
    assert len(await any_town.owed(ENDED)) == 2
    assert await any_town.vacancies(slot_id) == [Filled.GONE]
    await refused("places-gone", any_town.answer(offer, "bea", Answer.TAKE))


async def test_who_moves_away_frees_a_place_too(town: WaitingTown) -> None:
    slot_id, (seat,) = await town.full(town.at(10, days=5))
    other, (gone,) = await town.full(town.at(12, days=5))
    await town.cancel(gone, "clerk")
    await town.join(slot_id, "bea")
    await town.move(seat, other, "clerk")
    assert [who for who, _ in await town.offers(slot_id)] == ["bea"]


async def test_whom_no_message_reaches_is_left_out(town: WaitingTown) -> None:
    slot_id, (seat,) = await town.full(town.at(10, days=5))
    await town.join(slot_id, "bea")
    await town.join(slot_id, "cyryl")
    await town.block("bea")
    await town.cancel(seat, "clerk")
    assert [who for who, _ in await town.offers(slot_id)] == ["cyryl"]
    assert [waits.position for waits in await town.lists("bea")] == [1]


async def test_leaving_hands_on_what_is_held(town: WaitingTown) -> None:
    slot_id, (seat,) = await town.full(town.at(10, days=5))
    first = await town.join(slot_id, "bea")
    await town.join(slot_id, "cyryl")
    await town.cancel(seat, "clerk")
    await town.leave(first.entry.id or 0, "bea")
    assert [who for who, _ in await town.offers(slot_id)] == ["cyryl"]
    assert (await town.leave(first.entry.id or 0, "bea")).state == Waits.LEFT, "twice is once"
    town.clock.forward(days=1)
    again = await town.join(slot_id, "bea")
    assert (again.position, again.again) == (2, False), "at the end"
    assert (await town.join(slot_id, "bea")).again is True


async def test_an_offer_is_no_appointment_until_it_is_taken(town: WaitingTown) -> None:
    starts = town.at(10, days=5)
    slot_id, (seat,) = await town.full(starts)
    await town.join(slot_id, "bea")
    await town.cancel(seat, "clerk")
    other = await town.slot(starts, 60)
    assert (await town.book(other, "bea")).booking.beside is False, "what is only offered is in nobody's way"
    offer = await town.offer(slot_id, "bea")
    await refused("places-overlap", town.answer(offer, "bea", Answer.TAKE))
    done = await town.answer(offer, "bea", Answer.TAKE, beside=True)
    assert [booking.beside for booking in done.bookings] == [True]
    assert timedelta() < done.offer.deadline - town.clock()
