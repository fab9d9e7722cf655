"""Reservations as they are shown: to whose they are, and to keepers. Reads only."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.errors import OkienkoError
from bot.places import booking as bookings
from bot.places.halls import rules
from bot.places.halls.reserving import Reserved
from bot.places.halls.rules import Place
from bot.places.halls.states import Answer, SeriesState
from bot.storage.tables import Attendee, Booking, HallSeries, Organisation, Reservation, Slot


@dataclass(frozen=True, slots=True)
class Listed:
    """A reservation as a keeper sees it in a list."""

    reserved: Reserved
    attendee: Attendee
    organisation: Organisation | None


async def one(session: AsyncSession, account_id: int, booking_id: int) -> tuple[Reserved, Place, Organisation | None]:
    """A reservation for whose it is, and for the keeper. Raises `OkienkoError` ``places-not-yours``."""
    booking, slot, _ = await bookings.one(session, booking_id, by=account_id)
    row = await session.get(Reservation, booking_id, populate_existing=True)
    if row is None:
        raise OkienkoError("places-not-yours")
    organisation = await session.get(Organisation, row.organisation_id) if row.organisation_id else None
    return Reserved(row, booking, slot), await rules.one(session, row.centre, row.room_id), organisation


async def between(
    session: AsyncSession, account_id: int, place: Place, since: datetime, until: datetime
) -> list[Listed]:
    """What is held in a room from one moment to another. Raises `OkienkoError` for who is no keeper there."""
    await rules.refuse_strangers(session, account_id, place.hall.centre)
    rows = await session.exec(
        select(Reservation, Booking, Slot, Attendee)
        .join(Booking, col(Booking.id) == col(Reservation.booking_id))
        .join(Slot, col(Slot.id) == col(Booking.slot_id))
        .join(Attendee, col(Attendee.id) == col(Booking.attendee_id))
        .where(
            col(Reservation.room_id) == place.id,
            col(Booking.seat_no).is_not(None),
            col(Slot.starts_at) >= since,
            col(Slot.starts_at) < until,
        )
        .order_by(col(Slot.starts_at), col(Booking.id))
        .execution_options(populate_existing=True)
    )
    return [
        Listed(
            Reserved(row, booking, slot),
            who,
            await session.get(Organisation, row.organisation_id) if row.organisation_id else None,
        )
        for row, booking, slot, who in rows.all()
    ]


async def waiting(session: AsyncSession, account_id: int, centre: str, now: datetime) -> list[tuple[Reserved, Place]]:
    """Single requests that wait for a keeper, what lapses first at the top. Raises `OkienkoError` ``halls-refused``."""
    await rules.refuse_strangers(session, account_id, centre)
    rows = await session.exec(
        select(Reservation, Booking, Slot)
        .join(Booking, col(Booking.id) == col(Reservation.booking_id))
        .join(Slot, col(Slot.id) == col(Booking.slot_id))
        .where(
            col(Reservation.centre) == centre,
            col(Reservation.state) == Answer.ASKED.value,
            col(Reservation.answer_by).is_not(None),
            col(Reservation.series_id).is_(None) | col(Reservation.series_id).not_in(_asked_whole()),
            col(Booking.seat_no).is_not(None),
            col(Booking.starts_at) > now,
        )
        .order_by(col(Reservation.answer_by), col(Booking.id))
        .limit(30)
        .execution_options(populate_existing=True)
    )
    return [(Reserved(*row), await rules.one(session, centre, row[0].room_id)) for row in rows.all()]


def _asked_whole() -> Any:
    """Recurring uses whose days are answered together (`bot.places.halls.series.waiting`)."""
    return select(HallSeries.id).where(col(HallSeries.state) == SeriesState.ASKED.value)


async def caller_of(session: AsyncSession, booking_id: int) -> str | None:
    """The name of somebody whom the keeper wrote down."""
    rows = await session.exec(
        select(Attendee.name)
        .join(Booking, col(Booking.attendee_id) == col(Attendee.id))
        .where(col(Booking.id) == booking_id)
    )
    return rows.first()
