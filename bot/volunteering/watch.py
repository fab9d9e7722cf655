"""What nobody has to remember: too few signed up and it is near; a guardian's knowledge is no longer right.

Guardians are found by what they were told last, so it does not matter by which way a seat was taken or lost.
"""

from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import String, and_, case, cast, or_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.clock import Clock
from bot.places.states import BookingState
from bot.storage import Database, writing
from bot.storage.tables import Booking, Guardian, GuardianTold, Shift, Slot, Volunteer
from bot.volunteering import telling
from bot.volunteering.words import Age

SHORT_AHEAD: Final = timedelta(days=2)
"""So long before a shift its coordinators hear that somebody is lacking: two days to find one."""
_AT_ONCE: Final = 50


class Watch:
    """`tick` is called every few seconds."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def tick(self) -> None:
        """Owe what is to be told; most of the time that is nothing, and nothing is written."""
        now = self._clock()
        async with self._database.session() as session:
            waiting = (await session.exec(_short(now))).first() or (await session.exec(_guardians(now))).first()
        if waiting:
            async with self._database.transaction() as session:
                await tell(session, now)


async def tell(session: AsyncSession, now: datetime) -> None:
    """Owe to coordinators and guardians what they are to hear. The caller commits."""
    await writing(session)
    for slot, shift in (await session.exec(_short(now).with_for_update(of=Shift))).all():
        shift.short_told_at = now
        session.add(shift)
        await telling.owe_short(session, now, slot, shift)
    for guardian, booking, slot, shift in (await session.exec(_guardians(now).with_for_update(of=Guardian))).all():
        told = await session.get(GuardianTold, (guardian.id, booking.id))
        mark = telling.mark_of(booking, slot, shift)
        if told is None:
            told = GuardianTold(guardian_id=guardian.id, booking_id=booking.id, mark="")
        news = telling.without_version(told.mark) != telling.without_version(mark)
        told.mark = mark
        session.add(told)
        if news:
            await telling.owe_guardian(session, now, guardian, booking, slot, mark)
    await session.flush()


def _short(now: datetime) -> Any:
    return (
        select(Slot, Shift)
        .join(Shift, col(Shift.slot_id) == col(Slot.id))
        .where(
            col(Shift.starts_at) > now,
            col(Shift.starts_at) <= now + SHORT_AHEAD,
            col(Shift.short_told_at).is_(None),
            col(Slot.taken) < col(Shift.least),
            col(Slot.withdrawn_at).is_(None),
        )
        .order_by(col(Shift.slot_id))
        .limit(_AT_ONCE)
    )


def _guardians(now: datetime) -> Any:
    live = case((col(Booking.seat_no).is_not(None), 1), else_=0)
    so_far = cast(col(Booking.sequence), String) + ":" + cast(live, String) + ":" + cast(col(Shift.version), String)
    return (
        select(Guardian, Booking, Slot, Shift)
        .join(Volunteer, col(Volunteer.id) == col(Guardian.volunteer_id))
        .join(Booking, col(Booking.attendee_id) == col(Volunteer.attendee_id))
        .join(Slot, col(Slot.id) == col(Booking.slot_id))
        .join(Shift, col(Shift.slot_id) == col(Slot.id))
        .outerjoin(
            GuardianTold,
            and_(col(GuardianTold.guardian_id) == col(Guardian.id), col(GuardianTold.booking_id) == col(Booking.id)),
        )
        .where(
            col(Guardian.account_id).is_not(None),
            col(Volunteer.age) != Age.ADULT.value,
            col(Booking.state) != BookingState.OFFERED.value,  # a place that is only offered is nothing to tell
            col(Booking.starts_at) > now,
            or_(
                col(GuardianTold.mark).is_(None) & col(Booking.seat_no).is_not(None),
                col(GuardianTold.mark).not_like(so_far + ":%"),
            ),
        )
        .order_by(col(Guardian.id), col(Booking.id))
        .limit(_AT_ONCE)
    )
