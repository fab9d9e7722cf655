"""Who came, and for how long: marked by a coordinator, told to the volunteer, counted for a certificate."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import func
from sqlmodel import col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.errors import OkienkoError
from bot.places.hours import local
from bot.places.locks import lock_one
from bot.places.slots import SlotKind
from bot.places.states import BookingState
from bot.storage import writing
from bot.storage.tables import Booking, ShiftHours, Slot, Volunteer
from bot.volunteering import marks, profiles, telling

STEP: Final = 30
"""Minutes; hours are told in halves."""
LONGEST: Final = 14 * 60


async def came(
    session: AsyncSession, now: datetime, account_id: int, booking_id: int, minutes: int | None = None
) -> ShiftHours:
    """Somebody came, for ``minutes`` or as long as the shift was; marking again corrects it.

    Raises `OkienkoError` ``volunteering-refused``, ``volunteering-not-begun``, ``volunteering-outdated``.
    """
    booking, slot, volunteer = await _own(session, now, account_id, booking_id)
    given = _usual(slot) if minutes is None else minutes
    if not 0 < given <= LONGEST or given % STEP:
        raise OkienkoError("volunteering-outdated")
    booking.state, booking.ended_at = BookingState.CAME.value, now
    rows = await session.exec(select(ShiftHours).where(col(ShiftHours.booking_id) == booking_id))
    row = rows.first()
    told = row is not None and row.minutes == given
    if row is None:
        assert volunteer.id is not None
        row = ShiftHours(
            volunteer_id=volunteer.id,
            booking_id=booking_id,
            day=local(slot.starts_at).date(),
            title=slot.title or "",
            minutes=given,
            confirmed_at=now,
        )
    row.minutes, row.confirmed_by, row.confirmed_at = given, account_id, now
    session.add_all([booking, row])
    await session.flush()
    if not told:
        await telling.owe_thanks(session, now, booking, volunteer, given)
    return row


async def missed(session: AsyncSession, now: datetime, account_id: int, booking_id: int) -> None:
    """Somebody did not come; hours that were marked by mistake go. Raises `OkienkoError` as `came` does."""
    booking, _, _ = await _own(session, now, account_id, booking_id)
    booking.state, booking.ended_at = BookingState.MISSED.value, now
    session.add(booking)
    await session.exec(
        delete(ShiftHours).where(col(ShiftHours.booking_id) == booking_id).execution_options(synchronize_session=False)
    )
    await session.flush()


async def slot_of(session: AsyncSession, account_id: int, booking_id: int) -> int:
    """The slot of a volunteer's booking in the coordinator's centre. Raises ``volunteering-refused`` for all others."""
    booking, volunteer = await _found(session, booking_id)
    await marks.refuse_strangers(session, account_id, volunteer.centre)
    return booking.slot_id


async def confirmed(session: AsyncSession, volunteer: Volunteer) -> Sequence[ShiftHours]:
    """The hours of a volunteer, the latest first."""
    rows = await session.exec(
        select(ShiftHours)
        .where(col(ShiftHours.volunteer_id) == volunteer.id)
        .order_by(col(ShiftHours.day).desc(), col(ShiftHours.id).desc())
    )
    return rows.all()


async def total(session: AsyncSession, volunteer_id: int) -> int:
    """All confirmed minutes of a volunteer."""
    rows = await session.exec(select(func.sum(ShiftHours.minutes)).where(col(ShiftHours.volunteer_id) == volunteer_id))
    return int(rows.one() or 0)


async def ask_for_certificate(session: AsyncSession, now: datetime, account_id: int, centre: str) -> bool:
    """The coordinators hear that a certificate is wanted (act on volunteering, art. 44(2)). False: they know already.

    Raises `OkienkoError` ``volunteering-no-profile`` and ``volunteering-no-hours``.
    """
    volunteer = await profiles.locked(session, account_id, centre)
    assert volunteer.id is not None
    if not await total(session, volunteer.id):
        raise OkienkoError("volunteering-no-hours")
    if volunteer.certificate_asked_at is not None:
        return False
    volunteer.certificate_asked_at = now
    session.add(volunteer)
    await session.flush()
    await telling.owe_certificate(session, now, volunteer)
    return True


async def _own(
    session: AsyncSession, now: datetime, account_id: int, booking_id: int
) -> tuple[Booking, Slot, Volunteer]:
    """A seat in a shift of the coordinator's centre that has begun, locked."""
    await writing(session)
    found, volunteer = await _found(session, booking_id)
    await marks.refuse_strangers(session, account_id, volunteer.centre)
    slot = await lock_one(session, Slot, found.slot_id)
    booking = await session.get_one(Booking, booking_id, populate_existing=True)
    if slot is None or booking.seat_no is None or slot.kind != SlotKind.SHIFT:
        raise OkienkoError("volunteering-outdated")
    if slot.starts_at > now:
        raise OkienkoError("volunteering-not-begun")
    return booking, slot, volunteer


async def _found(session: AsyncSession, booking_id: int) -> tuple[Booking, Volunteer]:
    rows = await session.exec(
        select(Booking, Volunteer)
        .join(Volunteer, col(Volunteer.attendee_id) == col(Booking.attendee_id))
        .where(col(Booking.id) == booking_id)
    )
    found = rows.first()
    if found is None:
        raise OkienkoError("volunteering-refused")
    return found


def _usual(slot: Slot) -> int:
    """The length of a shift, in whole halves of an hour, at least one."""
    minutes = int((slot.ends_at - slot.starts_at).total_seconds() // 60)
    return min(max(STEP, round(minutes / STEP) * STEP), LONGEST)
