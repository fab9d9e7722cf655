"""Everything that an account has in its calendar, of every kind: bookings, and events without a limit of places."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.places.halls.states import Answer
from bot.places.states import BookingState
from bot.places.wording import place_of
from bot.storage.tables import Attendance, Attendee, Booking, Event, EventSeats, Reservation, Slot

KEPT: Final = timedelta(days=30)
"""So long after its end something stays in a private calendar; bookings are forgotten about then."""
MOST: Final = 500
_NOT_YET: Final = BookingState.OFFERED.value
"""What is only held for who is asked is in no calendar."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing in somebody's calendar. Moments are aware; it says nothing of what it is about, nor for whom."""

    uid: str
    """Stays the same for as long as the thing is known."""
    sequence: int
    kind: str
    """One of `bot.places.slots.SlotKind`."""
    place: str
    starts_at: datetime
    ends_at: datetime
    changed_at: datetime
    cancelled: bool
    tentative: bool
    """Somebody still has to agree."""


async def of_account(session: AsyncSession, now: datetime, account_id: int) -> list[Item]:
    """What there is to come and what was, a month back; cancelled things too, so that calendars cross them out."""
    rows = await session.exec(
        select(Booking, Slot, Reservation.state)
        .join(Slot, col(Slot.id) == col(Booking.slot_id))
        .join(Attendee, col(Attendee.id) == col(Booking.attendee_id))
        .outerjoin(Reservation, col(Reservation.booking_id) == col(Booking.id))
        .where(
            col(Attendee.account_id) == account_id,
            col(Booking.ends_at) > now - KEPT,
            col(Booking.state) != _NOT_YET,
            col(Booking.slot_id).not_in(select(EventSeats.slot_id)),
        )
        .order_by(col(Booking.starts_at), col(Booking.id))
        .limit(MOST)
    )
    found = [
        Item(
            uid=booking.uid,
            sequence=booking.sequence,
            kind=slot.kind,
            place=await place_of(session, slot),
            starts_at=booking.starts_at,
            ends_at=booking.ends_at,
            changed_at=max(filter(None, (booking.created_at, booking.confirmed_at, booking.ended_at))),
            cancelled=booking.seat_no is None,
            tentative=state == Answer.ASKED and booking.seat_no is not None,
        )
        for booking, slot, state in rows.all()
    ]
    mine = [*await _events(session, account_id, now - KEPT), *await _with_seats(session, account_id, now - KEPT)]
    for event in mine:
        found.append(
            Item(
                uid=event.uid,
                sequence=event.sequence,
                kind="event",
                place=event.place,
                starts_at=event.starts_at,
                ends_at=event.ends_at,
                changed_at=event.changed_at,
                cancelled=event.cancelled_at is not None,
                tentative=False,
            )
        )
    return sorted(found, key=lambda item: (item.starts_at, item.uid))


async def events_to_come(session: AsyncSession, now: datetime, account_id: int) -> Sequence[Event]:
    """The events without a limit of places to which an account has said to come, the next first."""
    return [event for event in await _events(session, account_id, now) if event.cancelled_at is None]


async def events_of_slots(session: AsyncSession, slot_ids: Sequence[int]) -> dict[int, Event]:
    """The events with a limit of places to which these slots belong."""
    if not slot_ids:
        return {}
    rows = await session.exec(
        select(EventSeats.slot_id, Event)
        .join(Event, col(Event.id) == col(EventSeats.event_id))
        .where(col(EventSeats.slot_id).in_(slot_ids))
    )
    return dict(rows.all())


async def _events(session: AsyncSession, account_id: int, since: datetime) -> Sequence[Event]:
    rows = await session.exec(
        select(Event)
        .join(Attendance, col(Attendance.event_id) == col(Event.id))
        .where(col(Attendance.account_id) == account_id, col(Attendance.coming), col(Event.ends_at) > since)
        .order_by(col(Event.starts_at), col(Event.id))
        .limit(MOST)
    )
    return rows.all()


async def _with_seats(session: AsyncSession, account_id: int, since: datetime) -> Sequence[Event]:
    """The events with a limit of places at which an account has seats, each once, or had until it was called off."""
    seats = (
        select(EventSeats.event_id)
        .join(Booking, col(Booking.slot_id) == col(EventSeats.slot_id))
        .join(Attendee, col(Attendee.id) == col(Booking.attendee_id))
        .where(
            col(Attendee.account_id) == account_id,
            (col(Booking.seat_no).is_not(None) & (col(Booking.state) != _NOT_YET))
            | (col(Booking.state) == BookingState.CALLED_OFF.value),
        )
    )
    rows = await session.exec(
        select(Event)
        .where(col(Event.id).in_(seats), col(Event.ends_at) > since)
        .order_by(col(Event.starts_at), col(Event.id))
        .limit(MOST)
    )
    return rows.all()
