"""One attendee, one seat: booked, moved, given back, and every refusal in words."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text

from bot.clock import SteppedClock
from bot.errors import OkienkoError
from bot.places.attendees import Relation
from bot.places.slots import Rules, SlotKind
from bot.storage import Database
from tests.places.refusing import refused
from tests.places.town import Town


async def test_a_seat_is_taken_moved_and_given_back(any_town: Town) -> None:
    first, second = await any_town.slot(any_town.at(9)), await any_town.slot(any_town.at(9, 30))

    booked = await any_town.book(first)
    assert await any_town.held(first) == (1, [1])

    moved = await any_town.move(booked, second)
    assert (moved.booking.code, moved.booking.uid) == (booked.booking.code, booked.booking.uid)
    assert moved.booking.sequence == 1
    assert (await any_town.held(first), await any_town.held(second)) == ((0, []), (1, [1]))

    cancelled = await any_town.cancel(booked)
    assert (cancelled.state, cancelled.seat_no) == ("cancelled", None)
    assert await any_town.held(second) == (0, [])


async def test_a_second_tap_finds_the_first_one_s_booking(town: Town) -> None:
    slot, other = await town.slot(town.at(9), seats=5), await town.slot(town.at(10))
    first, second = await town.book(slot), await town.book(slot)
    assert (first.again, second.again) == (False, True)
    assert first.booking.id == second.booking.id
    assert await town.held(slot) == (1, [1])

    await town.move(first, other)
    again = await town.move(first, other)
    assert (again.again, again.booking.sequence) == (True, 1)

    await town.cancel(first)
    assert (await town.cancel(first)).sequence == 2


async def test_two_taps_at_once_are_one_booking(any_town: Town) -> None:
    slot = await any_town.slot(any_town.at(9), seats=5)
    taps = await asyncio.gather(any_town.book(slot), any_town.book(slot))
    assert sorted(tap.again for tap in taps) == [False, True]
    assert await any_town.held(slot) == (1, [1])


async def test_seats_are_numbered_and_a_free_one_is_filled(any_town: Town) -> None:
    slot = await any_town.slot(any_town.at(9), seats=3)
    first, second, third = [await any_town.book(slot, "clerk", attendee=await any_town.caller(name)) for name in "ABC"]
    await refused("places-full", any_town.book(slot))
    await any_town.cancel(second, "clerk")
    assert (await any_town.book(slot)).booking.seat_no == 2
    assert await any_town.held(slot) == (3, [1, 2, 3])
    assert (first.booking.seat_no, third.booking.seat_no) == (1, 3)


async def test_a_child_and_a_mother_have_bookings_of_their_own(town: Town) -> None:
    slot = await town.slot(town.at(9), seats=3)
    family = [
        await town.attendee("anna", who, n) for who, n in ((Relation.SELF, 1), (Relation.CHILD, 1), (Relation.CHILD, 2))
    ]
    assert len(set(family)) == 3
    for attendee in family:
        await town.book(slot, attendee=attendee)
    assert await town.held(slot) == (3, [1, 2, 3])
    assert await town.attendee("anna", Relation.CHILD, 2) == family[2]


async def test_what_the_person_has_at_that_time_warns_across_kinds_and_can_be_passed_by(any_town: Town) -> None:
    talk = await any_town.slot(any_town.at(9), 60)
    picnic = await any_town.slot(
        any_town.at(9, 30), 120, kind=SlotKind.EVENT, title="Piknik", provider_id=None, seats=50
    )
    await any_town.book(picnic)

    error = await refused("places-overlap", any_town.book(talk))
    assert (error.values["kind"], error.values["title"]) == ("titled", "Piknik")
    assert error.values["at"].hour == 9
    assert await any_town.held(talk) == (0, [])

    await any_town.book(talk, beside=True)
    assert await any_town.held(talk) == (1, [1])


async def test_back_to_back_is_no_overlap_nor_is_another_s_booking(town: Town) -> None:
    first, second = await town.slot(town.at(9)), await town.slot(town.at(9, 30))
    same_time = await town.slot(town.at(9), provider_id=town.psychologist)
    await town.book(first)
    await town.book(second)
    await town.book(same_time, attendee=await town.attendee("anna", Relation.CHILD))


async def test_a_move_that_cannot_be_leaves_all_as_it_was(any_town: Town) -> None:
    mine, full, picnic = (
        await any_town.slot(any_town.at(9)),
        await any_town.slot(any_town.at(10)),
        await any_town.slot(any_town.at(12), kind=SlotKind.EVENT, provider_id=None),
    )
    booked = await any_town.book(mine)
    await any_town.book(full, "clerk", attendee=await any_town.caller())
    await refused("places-full", any_town.move(booked, full))
    await refused("places-gone", any_town.move(booked, picnic))
    await refused("places-gone", any_town.move(booked, 999_999))
    assert (await any_town.held(mine), await any_town.held(full)) == ((1, [1]), (1, [1]))


async def test_a_move_may_overlap_the_booking_that_is_moved(town: Town) -> None:
    long, inside = await town.slot(town.at(9), 60), await town.slot(town.at(9, 30), provider_id=town.psychologist)
    booked = await town.book(long)
    assert (await town.move(booked, inside)).booking.beside is False


async def test_what_was_called_off_is_moved_with_the_same_code(any_town: Town) -> None:
    sick, later = await any_town.slot(any_town.at(9)), await any_town.slot(any_town.at(11))
    booked = await any_town.book(sick)
    (hit,) = await any_town.withdraw(sick)
    assert (hit.id, hit.state, hit.seat_no, hit.sequence) == (booked.booking.id, "called-off", None, 1)
    assert await any_town.withdraw(sick) == []
    assert await any_town.held(sick) == (0, [])
    await refused("places-gone", any_town.book(sick))
    await refused("places-ended", any_town.confirm(booked))
    assert (await any_town.cancel(booked)).state == "called-off"

    moved = await any_town.move(booked, later)
    assert (moved.booking.code, moved.booking.state, moved.booking.ended_at) == (booked.booking.code, "booked", None)
    assert await any_town.held(later) == (1, [1])


async def test_a_cancelled_booking_stays_cancelled(town: Town) -> None:
    first, second = await town.slot(town.at(9)), await town.slot(town.at(10))
    booked = await town.book(first)
    await town.cancel(booked)
    await refused("places-ended", town.move(booked, second))
    await refused("places-ended", town.confirm(booked))
    assert (await town.book(first)).again is False


async def test_confirming_holds_until_it_is_moved(town: Town) -> None:
    first, second = await town.slot(town.at(9)), await town.slot(town.at(10))
    booked = await town.book(first)
    confirmed = await town.confirm(booked)
    assert (confirmed.state, confirmed.confirmed_at) == ("confirmed", town.clock())
    town.clock.forward(minutes=5)
    assert (await town.confirm(booked)).confirmed_at == confirmed.confirmed_at
    assert (await town.move(booked, second)).booking.state == "booked"


async def test_the_past_is_over_for_residents_and_the_desk_alike(town: Town) -> None:
    slot, later = await town.slot(town.at(9)), await town.slot(town.at(12))
    booked = await town.book(slot)
    town.clock.now = town.at(9) + timedelta(minutes=10)

    await refused("places-past", town.book(slot, attendee=await town.attendee("anna", Relation.CHILD)))
    await refused("places-past", town.cancel(booked))
    await refused("places-past", town.move(booked, later))
    town.clock.forward(minutes=30)
    await refused("places-past", town.book(slot, "clerk", attendee=await town.caller()))
    await refused("places-past", town.cancel(booked, "clerk"))
    await refused("places-past", town.confirm(booked))


async def test_a_walk_in_is_booked_by_the_desk_after_the_beginning(town: Town) -> None:
    slot = await town.slot(town.at(9))
    town.clock.now = town.at(9, days=0) + timedelta(days=1, minutes=5)
    await town.book(slot, "clerk", attendee=await town.caller())


async def test_notice_is_for_residents_not_for_the_desk(town: Town) -> None:
    slot = await town.slot(town.at(9), seats=2, rules=Rules(notice_minutes=120))
    town.clock.now = town.at(7) + timedelta(minutes=1)
    error = await refused("places-too-late", town.book(slot))
    assert (error.values["at"].hour, error.values["at"].minute) == (7, 0)
    await town.book(slot, "clerk", attendee=await town.caller())


async def test_a_hundred_bookings_by_one_person_end_at_a_limit(town: Town) -> None:
    starts = [town.at(8, days=1) + timedelta(hours=n) for n in range(9)]
    slots = [await town.slot(start) for start in starts]
    for number, slot in enumerate(slots[:8]):
        await town.book(slot, attendee=await town.attendee("anna", Relation.CHILD, number % 3 + 1))
    error = await refused("places-too-many", town.book(slots[8]))
    assert error.values == {"most": 8}
    event = await town.slot(starts[8], kind=SlotKind.EVENT, provider_id=None)
    await town.book(event)  # each kind has its own

    town.clock.now = starts[1]  # the first one is over
    await town.book(slots[8], beside=True)


async def test_the_limit_holds_when_two_children_are_booked_at_once(any_town: Town) -> None:
    slots = [await any_town.slot(any_town.at(8) + timedelta(hours=n)) for n in range(9)]
    for slot in slots[:7]:
        await any_town.book(slot)
    children = [await any_town.attendee("anna", Relation.CHILD, n) for n in (1, 2)]
    free = [await any_town.slot(any_town.at(20, days=n)) for n in (1, 2)]
    results = await asyncio.gather(
        *(any_town.book(slot, attendee=child) for slot, child in zip(free, children, strict=True)),
        return_exceptions=True,
    )
    assert sum(isinstance(result, OkienkoError) for result in results) == 1


async def test_the_desk_has_no_limit_of_its_own(town: Town) -> None:
    slot = await town.slot(town.at(9), seats=12)
    for number in range(12):
        await town.book(slot, "clerk", attendee=await town.caller(f"Osoba {number}"))
    assert (await town.held(slot))[0] == 12


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ("UPDATE slot SET taken = seats", "places-full"),
        ("UPDATE booking SET seat_no = 1, slot_id = :slot WHERE id = :booking", "places-full"),
    ],
)
async def test_the_database_refuses_in_the_same_words(any_town: Town, change: str, key: str, monkeypatch: Any) -> None:
    """Should a check be wrong one day, the constraints behind it hold, and the person reads the same sentence."""
    slot, elsewhere = await any_town.slot(any_town.at(9)), await any_town.slot(any_town.at(12))
    other = await any_town.book(elsewhere, "clerk", attendee=await any_town.caller())
    async with any_town.database.transaction() as session:
        values = {"slot": slot, "booking": other.booking.id} if ":slot" in change else {}
        await (await session.connection()).execute(text(change), values)
    if "taken" in change:
        monkeypatch.setattr("bot.places.booking._refuse_closed", _open)
    await refused(key, any_town.book(slot))


async def test_postgres_itself_refuses_one_person_in_two_places(
    postgres_url: str, clock: SteppedClock, monkeypatch: Any
) -> None:
    database = Database(postgres_url)
    town = await Town(database, clock).settled()
    first, second = await town.slot(town.at(9)), await town.slot(town.at(9), provider_id=town.psychologist)
    await town.book(first)
    monkeypatch.setattr("bot.places.ahead.at_the_time_of", lambda *_: [])
    error = await refused("places-overlap", town.book(second))
    assert error.values["kind"] == "other"
    await database.close()


async def _open(*_: Any, **__: Any) -> None:
    """Lets everybody through."""
