"""What members of staff are called among themselves, and to whom a conversation can be passed on."""

from typing import Final

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.desk.permission import AT_WORK, Clerk
from bot.storage import writing
from bot.storage.tables import Grant, StaffPerson

LONGEST_NAME: Final = 60
_AT_WORK: Final = sorted(role.value for role in AT_WORK)


async def name_of(session: AsyncSession, account_id: int) -> str | None:
    """The name by which colleagues know somebody; None while nobody was told one."""
    person = await session.get(StaffPerson, account_id)
    return person.name if person else None


async def remember(session: AsyncSession, clerk: Clerk) -> None:
    """Keep the name under which somebody works in a room, unless they have another one already."""
    await writing(session)
    if await session.get(StaffPerson, clerk.account_id) is None:
        session.add(StaffPerson(account_id=clerk.account_id, name=clerk.name[:LONGEST_NAME]))
        await session.flush()


async def of_centre(session: AsyncSession, centre: str) -> list[Clerk]:
    """Those of a centre's staff whose name is known, by name."""
    rows = await session.exec(
        select(StaffPerson)
        .join(Grant, col(Grant.account_id) == col(StaffPerson.account_id))
        .where(col(Grant.centre) == centre, col(Grant.role).in_(_AT_WORK))
        .order_by(col(StaffPerson.name))
        .distinct()
    )
    return [Clerk(person.account_id, person.name) for person in rows]
