"""How well the lists do: of what became free while somebody waited, how much was taken from the list, and how soon."""

import statistics
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.places.waiting_states import Filled
from bot.storage.tables import Vacancy


@dataclass(frozen=True, slots=True)
class Refills:
    """Seats of all kinds of slots. ``typical`` is the median time to fill; None where none was filled."""

    freed: int
    taken: int
    typical: timedelta | None


async def of_centre(session: AsyncSession, centre: str, since: datetime, until: datetime) -> Refills:
    """What became free from ``since`` to before ``until`` and is settled: not what is being asked for now."""
    rows = await session.exec(
        select(Vacancy.freed_at, Vacancy.filled_at, Vacancy.how).where(
            col(Vacancy.centre) == centre,
            col(Vacancy.freed_at) >= since,
            col(Vacancy.freed_at) < until,
            col(Vacancy.how).in_((Filled.TAKEN.value, Filled.OPENED.value, Filled.STARTED.value)),
        )
    )
    settled = rows.all()
    took = [
        (filled - freed).total_seconds() for freed, filled, how in settled if how == Filled.TAKEN and filled is not None
    ]
    return Refills(len(settled), len(took), timedelta(seconds=statistics.median(took)) if took else None)
