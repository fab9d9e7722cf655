"""The line for what begins, or can no longer be booked: nobody is asked any more, and whoever waited hears it, once."""

from datetime import datetime
from typing import Final

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.places import waiting_line, waiting_notices
from bot.places.locks import lock_one
from bot.places.waiting_states import Answer, Filled
from bot.storage import writing
from bot.storage.tables import Slot, WaitingEntry

PIECE: Final = 100
"""So many places in a line are ended in one transaction: others must not wait long."""


async def over(session: AsyncSession, now: datetime, slot_id: int) -> int:
    """End a piece of the line of a slot for which nobody can be asked any more. How many; 0: it is over.

    Safe to call twice or too early. Who was asked and has not answered is too late. Nobody is told of what is
    over already: after a long standstill it would be news to nobody.
    """
    await writing(session)
    slot = await lock_one(session, Slot, slot_id)
    if slot is None or not slot.waiting or slot.withdrawn_at is not None or now < min(slot.starts_at, slot.book_until):
        return 0
    found = await session.exec(
        select(WaitingEntry)
        .where(col(WaitingEntry.slot_id) == slot_id, col(WaitingEntry.ended_at).is_(None))
        .order_by(col(WaitingEntry.id))
        .limit(PIECE)
        .execution_options(populate_existing=True)
    )
    entries = list(found.all())
    await waiting_line.end_all(session, now, slot, entries, Answer.LAPSED)
    if not slot.waiting:
        await waiting_line.close_vacancies(session, now, slot, Filled.STARTED)
    if now < slot.ends_at:
        await waiting_notices.owe_over(session, now, entries, slot)
    return len(entries)
