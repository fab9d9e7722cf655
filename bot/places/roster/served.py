"""Of which services a centre has duties, published or not."""

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.storage.tables import Duty


async def services_with_duties(session: AsyncSession, centre: str) -> set[str]:
    """The ids of cards of which there is, or was, a duty."""
    found = await session.exec(select(Duty.service).where(col(Duty.centre) == centre).distinct())
    return set(found.all())
