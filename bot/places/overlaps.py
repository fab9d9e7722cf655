"""What somebody has at a time already, whatever kind it is."""

from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.errors import OkienkoError
from bot.places import hours
from bot.storage.tables import Booking, Slot


async def at_the_time_of(session: AsyncSession, attendee_id: int, slot: Slot) -> list[tuple[Booking, str, str | None]]:
    """The attendee's live bookings that overlap a slot, the slot's own among them, each with kind and title.

    Back-to-back is no overlap; buffers are the adviser's and the room's, not the person's.
    """
    found = await session.exec(
        select(Booking, col(Slot.kind), col(Slot.title))
        .join(Slot, col(Slot.id) == col(Booking.slot_id))
        .where(
            col(Booking.attendee_id) == attendee_id,
            col(Booking.seat_no).is_not(None),
            col(Booking.starts_at) < slot.ends_at,
            col(Booking.ends_at) > slot.starts_at,
        )
        .order_by(col(Booking.starts_at))
        .execution_options(populate_existing=True)
    )
    return list(found.all())


def clash(kind: str, title: str | None, starts_at: datetime) -> OkienkoError:
    """``places-overlap``: a warning that the person may pass by (``beside=True``). Names no topic and no adviser."""
    return OkienkoError(
        "places-overlap", kind="titled" if title else kind, title=title or "", at=hours.local(starts_at)
    )
