"""Another time for a slot that has people in it: they keep their seats, and telling them is the caller's."""

from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.errors import OkienkoError
from bot.places import seats, waiting_line
from bot.places.locks import lock, lock_one
from bot.places.states import BookingState
from bot.storage import writing
from bot.storage.tables import Attendee, Booking, Slot


async def reschedule(
    session: AsyncSession, now: datetime, slot_id: int, starts_at: datetime, ends_at: datetime
) -> Slot:
    """Move a slot without an adviser and a room, its seats with it. Moments are aware.

    What somebody in it has at the new time takes nothing away from them: they are told of the new time and
    decide. A confirmation was for the old time, and no offer lasts beyond the beginning. Raises `OkienkoError`
    ``places-gone`` for one withdrawn, and ``places-try-again`` when somebody books something else at that very
    moment (PostgreSQL).
    """
    await writing(session)
    there = select(Booking).where(col(Booking.slot_id) == slot_id, col(Booking.seat_no).is_not(None))
    found = await session.exec(there)
    await lock(session, Attendee, {booking.attendee_id for booking in found.all()})
    slot = await lock_one(session, Slot, slot_id)
    if slot is None or slot.withdrawn_at is not None:
        raise OkienkoError("places-gone")
    assert slot.provider_id is None
    assert slot.room_id is None
    notice, buffer = slot.starts_at - slot.book_until, slot.busy_until - slot.ends_at
    slot.starts_at, slot.ends_at = starts_at, ends_at
    slot.busy_until, slot.book_until = ends_at + buffer, starts_at - notice
    session.add(slot)
    found = await session.exec(there.execution_options(populate_existing=True))
    bookings = found.all()
    others = await session.exec(
        select(Booking.attendee_id).where(
            col(Booking.attendee_id).in_([booking.attendee_id for booking in bookings]),
            col(Booking.slot_id) != slot_id,
            col(Booking.seat_no).is_not(None),
            col(Booking.starts_at) < ends_at,
            col(Booking.ends_at) > starts_at,
        )
    )
    busy = set(others.all())
    for booking in bookings:
        booking.starts_at, booking.ends_at = starts_at, ends_at
        held = booking.state == BookingState.OFFERED  # for who has not said yet that they come
        booking.beside = held or booking.attendee_id in busy
        booking.sequence += 1
        if booking.state == BookingState.CONFIRMED:
            booking.state, booking.confirmed_at = BookingState.BOOKED.value, None
        session.add(booking)
    with seats.refusals(slot):
        await session.flush()
    if slot.waiting:
        await waiting_line.shorten(session, now, slot)
    return slot
