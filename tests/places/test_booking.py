"""One attendee, one seat: booked, moved, given back, refused in words."""

from tests.places.town import Town


async def test_a_seat_is_taken_moved_and_given_back(town: Town) -> None:
    first, second = await town.slot(town.at(9)), await town.slot(town.at(9, 30))

    booked = await town.book(first)
    assert await town.held(first) == (1, [1])

    moved = await town.move(booked, second)
    assert (moved.booking.code, moved.booking.uid) == (booked.booking.code, booked.booking.uid)
    assert moved.booking.sequence == 1
    assert (await town.held(first), await town.held(second)) == ((0, []), (1, [1]))

    cancelled = await town.cancel(booked)
    assert (cancelled.state, cancelled.seat_no) == ("cancelled", None)
    assert await town.held(second) == (0, [])
