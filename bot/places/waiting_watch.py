"""What the lines are woken up for: an offer that nobody answered goes to the next, and a line ends."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final

from sqlmodel import col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.clock import Clock
from bot.places import waiting, waiting_over
from bot.storage import Database, writing
from bot.storage.tables import Offer, Slot, WaitingEntry

AHEAD: Final = timedelta(hours=1)
"""So long before its deadline an offer gets its alarm, and a line before its end."""
KEEP: Final = timedelta(days=30)
"""After the end of what was waited for, as bookings are kept (`bot.places.forgetting`)."""


class Watch:
    """The alarms of `bot.scheduler` for waiting lists."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def lapses_due(self, session: AsyncSession, now: datetime) -> Iterable[tuple[int, datetime]]:
        """Offers without an answer, each with its deadline."""
        rows = await session.exec(
            select(Offer.id, Offer.deadline)
            .where(col(Offer.answered_at).is_(None), col(Offer.deadline) <= now + AHEAD)
            .order_by(col(Offer.deadline))
        )
        return [(number, deadline) for number, deadline in rows.all() if number is not None]

    async def lapse(self, offer_id: int) -> None:
        """Nobody has answered it: the next is asked."""
        async with self._database.transaction() as session:
            await waiting.lapse(session, self._clock(), offer_id)

    async def overs_due(self, session: AsyncSession, now: datetime) -> Iterable[tuple[int, datetime]]:
        """Slots for which somebody waits, each with the moment from which nobody can be asked any more."""
        lines = select(WaitingEntry.slot_id).where(col(WaitingEntry.ended_at).is_(None))
        rows = await session.exec(
            select(Slot.id, Slot.book_until)
            .where(col(Slot.id).in_(lines), col(Slot.withdrawn_at).is_(None), col(Slot.book_until) <= now + AHEAD)
            .order_by(col(Slot.book_until))
        )
        return [(number, moment) for number, moment in rows.all() if number is not None]

    async def over(self, slot_id: int) -> None:
        """Nothing became free in time: whoever waits is told, a piece of the line after the other."""
        ended = 1
        while ended:
            async with self._database.transaction() as session:
                ended = await waiting_over.over(session, self._clock(), slot_id)


async def forget_old(session: AsyncSession, now: datetime) -> None:
    """Who waited for something that is long over. What became of the seats stays, without them. The caller commits."""
    await writing(session)
    over = select(Slot.id).where(col(Slot.ends_at) < now - KEEP)
    await session.exec(
        delete(WaitingEntry).where(col(WaitingEntry.slot_id).in_(over)).execution_options(synchronize_session=False)
    )
