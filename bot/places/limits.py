"""How much one account may hold, and how often it may guess."""

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.errors import OkienkoError
from bot.places.slots import SlotKind
from bot.places.states import LIVE
from bot.storage.tables import Attendee, Booking, CodeTry, Slot

MOST_LIVE: Final = {
    SlotKind.CONSULTATION: 8,
    SlotKind.MEETING: 12,
    SlotKind.ROOM: 8,
    SlotKind.EVENT: 30,
    SlotKind.SHIFT: 60,
}
"""Bookings to come of one account (with children, parents) in one centre: enough for a big family, not for a joke."""
CODE_TRIES: Final = 5
"""Wrong codes of one account in a day; the desk may type as many as it wants."""
_DAY: Final = timedelta(days=1)


async def refuse_too_many(session: AsyncSession, now: datetime, attendee: Attendee, kind: str) -> None:
    """Raises `OkienkoError` ``places-too-many`` when there is no room for one more booking of that kind."""
    most = MOST_LIVE[SlotKind(kind)]
    whose = (
        col(Attendee.id) == attendee.id
        if attendee.account_id is None
        else (col(Attendee.account_id) == attendee.account_id) & (col(Attendee.centre) == attendee.centre)
    )
    found = await session.exec(
        select(func.count())
        .select_from(Booking)
        .join(Attendee, col(Attendee.id) == col(Booking.attendee_id))
        .join(Slot, col(Slot.id) == col(Booking.slot_id))
        .where(
            whose,
            col(Booking.seat_no).is_not(None),
            col(Booking.ends_at) > now,
            col(Booking.state).in_(LIVE),
            col(Slot.kind) == kind,
        )
    )
    if found.one() >= most:
        raise OkienkoError("places-too-many", most=most)


async def refuse_guessing(session: AsyncSession, now: datetime, account_id: int) -> None:
    """Raises `OkienkoError` ``places-code-tries`` when an account has typed too many wrong codes in a day."""
    found = await session.exec(
        select(func.count())
        .select_from(CodeTry)
        .where(col(CodeTry.account_id) == account_id, col(CodeTry.tried_at) > now - _DAY)
    )
    if found.one() >= CODE_TRIES:
        raise OkienkoError("places-code-tries")
