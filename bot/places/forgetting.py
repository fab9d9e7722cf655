"""What is forgotten of bookings that are over: what it was about, where the person was written to, who called.

Wrong codes are forgotten once they count no more.
"""

from datetime import datetime, timedelta
from typing import Final

from sqlmodel import col, or_, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.places import limits
from bot.places.attendees import Relation
from bot.storage import writing
from bot.storage.tables import Attendee, Booking

KEEP: Final = timedelta(days=30)
"""After the end of a booking's slot, also of a cancelled one; `/prywatnosc` tells people so."""
NOBODY: Final = "–"
"""What stands instead of a caller's name."""


async def forget_old(session: AsyncSession, now: datetime) -> None:
    """Keep of old bookings only that they were, and how they ended. The caller commits."""
    old = col(Booking.ends_at) < now - KEEP
    remembered = or_(*(col(each).is_not(None) for each in (Booking.topic, Booking.chat_id, Booking.booked_by)))
    await writing(session)
    await session.exec(
        update(Booking)
        .where(old, remembered)
        .values(topic=None, channel=None, chat_id=None, booked_by=None)
        .execution_options(synchronize_session=False)
    )
    awaited = select(Booking.attendee_id).where(col(Booking.ends_at) >= now - KEEP)
    await session.exec(
        update(Attendee)
        .where(
            col(Attendee.relation) == Relation.CALLER.value,
            col(Attendee.name) != NOBODY,
            col(Attendee.created_at) < now - KEEP,
            col(Attendee.id).not_in(awaited),
        )
        .values(name=NOBODY, phone=None)
        .execution_options(synchronize_session=False)
    )
    await limits.forget_tries(session, now)
