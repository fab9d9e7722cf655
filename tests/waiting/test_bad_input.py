"""Twice, late, after somebody else, a party alone, forged numbers, another centre: one true sentence each."""

import pytest

from bot.places import attendees, waiting
from bot.places.attendees import Relation
from bot.places.booking import Booked, Booker
from bot.places.slots import Rules
from bot.places.waiting_states import Answer
from tests.places.refusing import refused
from tests.places.town import ELSEWHERE
from tests.waiting.town import WaitingTown

SELF, CHILD, PARENT, OTHER = Relation.SELF, Relation.CHILD, Relation.PARENT, Relation.OTHER


async def test_taking_twice_is_once(any_town: WaitingTown) -> None:
    slot_id, (seat,) = await any_town.full(any_town.at(10, days=5))
    await any_town.join(slot_id, "bea")
    await any_town.cancel(seat, "clerk")
    offer = await any_town.offer(slot_id, "bea")
    await any_town.answer(offer, "bea", Answer.TAKE)
    assert (await any_town.answer(offer, "bea", Answer.TAKE)).again
    assert await any_town.held(slot_id) == (1, [1])
    for said in (Answer.PASS, Answer.LEAVE):
        await refused("waiting-taken", any_town.answer(offer, "bea", said))
    assert await any_town.states(slot_id) == ["booked"]


async def test_late_is_too_late_before_and_after_the_alarm(any_town: WaitingTown) -> None:
    slot_id, (seat,) = await any_town.full(any_town.at(10, days=5))
    for who in ("bea", "cyryl"):
        await any_town.join(slot_id, who)
    await any_town.cancel(seat, "clerk")
    offer = await any_town.offer(slot_id, "bea")
    any_town.clock.forward(hours=24)
    await refused("waiting-late", any_town.answer(offer, "bea", Answer.TAKE))
    await any_town.lapse()
    await refused("waiting-late", any_town.answer(offer, "bea", Answer.TAKE))
    await any_town.answer(await any_town.offer(slot_id, "cyryl"), "cyryl", Answer.TAKE)
    await refused("waiting-late", any_town.answer(offer, "bea", Answer.TAKE))
    await refused("waiting-late", any_town.answer(offer, "bea", Answer.PASS))
    assert await any_town.states(slot_id) == ["booked"]


async def test_passed_or_left_cannot_be_taken_any_more(town: WaitingTown) -> None:
    slot_id, (seat,) = await town.full(town.at(10, days=5))
    await town.join(slot_id, "bea")
    await town.join(slot_id, "cyryl")
    await town.cancel(seat, "clerk")
    offer = await town.offer(slot_id, "bea")
    assert (await town.answer(offer, "bea", Answer.PASS)).again is False
    assert (await town.answer(offer, "bea", Answer.PASS)).again is True
    await refused("waiting-passed", town.answer(offer, "bea", Answer.TAKE))
    theirs = await town.offer(slot_id, "cyryl")
    await town.answer(theirs, "cyryl", Answer.LEAVE)
    await refused("waiting-left", town.answer(theirs, "cyryl", Answer.TAKE))
    assert await town.states(slot_id) == []


async def test_what_was_taken_and_given_back_is_not_said_to_be_there(any_town: WaitingTown) -> None:
    slot_id, (seat,) = await any_town.full(any_town.at(10, days=5))
    await any_town.join(slot_id, "bea")
    await any_town.cancel(seat, "clerk")
    offer = await any_town.offer(slot_id, "bea")
    done = await any_town.answer(offer, "bea", Answer.TAKE)
    assert (await any_town.answer(offer, "bea", Answer.TAKE)).again is True
    await refused("waiting-taken", any_town.answer(offer, "bea", Answer.PASS))
    await any_town.cancel(Booked(done.bookings[0], done.slot, again=False), "bea")
    for said in (Answer.TAKE, Answer.PASS):
        await refused("waiting-left", any_town.answer(offer, "bea", said))
    await any_town.withdraw(slot_id)
    await refused("places-gone", any_town.answer(offer, "bea", Answer.TAKE))


async def test_nothing_is_offered_or_taken_after_the_beginning(town: WaitingTown) -> None:
    slot_id, (seat, *_) = await town.full(town.at(15, days=0), seats=2)
    await town.join(slot_id, "bea")
    await town.cancel(seat, "clerk")
    offer = await town.offer(slot_id, "bea")
    town.clock.now = town.at(15, days=0)
    await refused("places-past", town.answer(offer, "bea", Answer.TAKE))
    await town.lapse()
    await refused("places-past", town.answer(offer, "bea", Answer.TAKE))
    assert await town.offers(slot_id) == []
    assert await town.lists("bea") == []
    await refused("places-past", town.join(slot_id, "cyryl"))


async def test_nobody_of_a_party_comes_or_leaves_alone(any_town: WaitingTown) -> None:
    slot_id, seats = await any_town.full(any_town.at(10, days=5), seats=3)
    family = await any_town.join(slot_id, "bea", SELF, CHILD)
    await refused("waiting-other-party", any_town.join(slot_id, "bea", SELF))
    await refused("waiting-other-party", any_town.join(slot_id, "bea", SELF, CHILD, PARENT))
    assert (await any_town.join(slot_id, "bea", CHILD, SELF)).entry.id == family.entry.id
    await any_town.cancel(seats[0], "clerk")
    await refused("waiting-together", any_town.book(slot_id, "bea"))
    await refused("waiting-not-enough", any_town.together(slot_id, "bea", SELF, CHILD))
    await any_town.cancel(seats[1], "clerk")
    assert [who for who, _ in await any_town.offers(slot_id)] == ["bea"]
    await refused("waiting-answer-first", any_town.book(slot_id, "bea"))
    await refused("waiting-answer-first", any_town.together(slot_id, "bea", SELF, CHILD))
    await any_town.leave(family.entry.id or 0, "bea")
    assert await any_town.held(slot_id) == (1, [3]), "both are gone, and both seats are free"


async def test_several_get_seats_in_one_go_or_none(any_town: WaitingTown) -> None:
    slot_id, (gone, *_) = await any_town.full(any_town.at(10, days=5), seats=3)
    await refused("places-full", any_town.together(slot_id, "bea", SELF, CHILD))
    await any_town.cancel(gone, "clerk")
    error = await refused("waiting-not-enough", any_town.together(slot_id, "bea", SELF, CHILD))
    assert error.values == {"free": 1}
    assert (await any_town.held(slot_id))[0] == 2
    other = await any_town.slot(any_town.at(12, days=5), seats=3)
    assert [each.again for each in await any_town.together(other, "bea", SELF, CHILD)] == [False, False]
    assert [each.again for each in await any_town.together(other, "bea", SELF, CHILD, PARENT)] == [True, True, False]
    clash = await any_town.slot(any_town.at(12, days=5), seats=3, provider_id=any_town.psychologist)
    await refused("places-overlap", any_town.together(clash, "bea", OTHER, SELF))
    assert await any_town.held(clash) == (0, [])


async def test_a_party_waits_for_what_can_never_be_in_vain(town: WaitingTown) -> None:
    slot_id, _ = await town.full(town.at(10, days=5), seats=2)
    error = await refused("waiting-too-big", town.join(slot_id, "bea", SELF, CHILD, PARENT))
    assert error.values == {"most": 2}


async def test_a_list_is_for_what_is_full_and_to_come(town: WaitingTown) -> None:
    free = await town.slot(town.at(10, days=5), seats=2)
    await refused("waiting-free", town.join(free, "bea"))
    slot_id, _ = await town.full(town.at(12, days=5), seats=2)
    await refused("places-gone", town.join(9_999, "bea"))
    await refused("places-other-door", town.join(slot_id, "bea", door="volunteering"))
    await town.withdraw(slot_id)
    await refused("places-gone", town.join(slot_id, "bea"))
    soon, _ = await town.full(town.at(10, 15, days=0))
    await refused("waiting-too-late", town.join(soon, "bea"))
    mine, (seat, _) = await town.full(town.at(14, days=5), seats=2)
    await town.cancel(seat, "clerk")
    await town.book(mine, "bea")
    await refused("waiting-has-place", town.join(mine, "bea"))


async def test_the_door_of_a_room_is_not_passed_by(town: WaitingTown) -> None:
    slot_id = await town.slot(town.at(10, days=5), rules=Rules(door="volunteering"))
    booked = await town.book(slot_id, "anna", door="volunteering")
    await refused("places-other-door", town.join(slot_id, "bea"))
    await town.join(slot_id, "bea", door="volunteering")
    await town.cancel(booked)
    offer = await town.offer(slot_id, "bea")
    await refused("places-other-door", town.answer(offer, "bea", Answer.TAKE))
    assert len((await town.answer(offer, "bea", Answer.TAKE, door="volunteering")).bookings) == 1


async def test_outsiders_are_refused(any_town: WaitingTown) -> None:
    slot_id, (seat,) = await any_town.full(any_town.at(10, days=5))
    joined = await any_town.join(slot_id, "bea")
    await any_town.cancel(seat, "clerk")
    offer = await any_town.offer(slot_id, "bea")
    entry = joined.entry.id or 0
    for outsider in ("outsider", "cyryl", "clerk", "clerk elsewhere", "lawyer"):
        for said in (Answer.TAKE, Answer.PASS, Answer.LEAVE):
            await refused("waiting-not-yours", any_town.answer(offer, outsider, said))
        await refused("waiting-not-yours", any_town.leave(entry, outsider))
        async with any_town.database.session() as session:
            await refused("waiting-not-yours", waiting.one(session, any_town.clock(), entry, any_town.people[outsider]))
            await refused("waiting-not-yours", waiting.of_offer(session, offer, any_town.people[outsider]))
    await refused("waiting-not-yours", any_town.answer(offer + 99, "bea", Answer.TAKE))
    await refused("waiting-not-yours", any_town.leave(entry + 99, "bea"))
    assert await any_town.states(slot_id) == ["offered"]


async def test_nobody_is_put_on_a_list_by_others_or_from_another_centre(town: WaitingTown) -> None:
    slot_id, _ = await town.full(town.at(10, days=5))
    bea = await town.attendee("bea")
    async with town.database.transaction() as session:
        await refused("places-not-yours", waiting.join(session, town.clock(), slot_id, [bea], town.booker("cyryl")))
        await refused("places-not-yours", waiting.join(session, town.clock(), slot_id, [], town.booker("cyryl")))
    elsewhere, _ = await town.full(town.at(12, days=5))
    async with town.database.transaction() as session:
        there = await attendees.of_account(session, town.clock(), town.people["bea"], ELSEWHERE)
        await refused(
            "places-not-yours", waiting.join(session, town.clock(), elsewhere, [there.id or 0], town.booker("bea"))
        )
        with pytest.raises(ValueError, match="chat"):
            await waiting.join(session, town.clock(), slot_id, [bea], Booker(town.people["bea"]))


async def test_an_account_stands_in_so_many_lines(town: WaitingTown) -> None:
    for number in range(waiting.MOST):
        slot_id, _ = await town.full(town.at(10, days=5 + number))
        await town.join(slot_id, "bea")
    slot_id, _ = await town.full(town.at(10, days=40))
    error = await refused("waiting-too-many", town.join(slot_id, "bea"))
    assert error.values == {"most": waiting.MOST}


async def test_what_is_held_is_no_booking_to_touch(town: WaitingTown) -> None:
    slot_id, (seat,) = await town.full(town.at(10, days=5))
    await town.join(slot_id, "bea")
    await town.cancel(seat, "clerk")
    held = await town.held_for(slot_id)
    for who in ("bea", "clerk"):
        await refused("places-not-yours", town.cancel(held, who))
        await refused("places-not-yours", town.confirm(held, who))
    assert await town.states(slot_id) == ["offered"]
