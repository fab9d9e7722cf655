"""Roles: who may do what, and where. A role counts in one centre only."""

from datetime import datetime

from sqlmodel import col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.storage.tables import Grant, Role


async def roles_in(session: AsyncSession, account_id: int, centre: str) -> set[Role]:
    """The roles of an account in one centre. Roles of other centres never count."""
    rows = await session.exec(
        select(Grant.role).where(col(Grant.account_id) == account_id, col(Grant.centre) == centre)
    )
    return {Role(role) for role in rows}


async def is_organiser(session: AsyncSession, account_id: int, centre: str) -> bool:
    """Whether an account runs Okienko in a centre."""
    return Role.ORGANISER in await roles_in(session, account_id, centre)


async def grant(session: AsyncSession, now: datetime, account_id: int, centre: str, role: Role) -> bool:
    """Give a role. False when the account had it already."""
    if role in await roles_in(session, account_id, centre):
        return False
    session.add(Grant(account_id=account_id, centre=centre, role=role, granted_at=now))
    await session.flush()
    return True


async def revoke(session: AsyncSession, account_id: int, centre: str, role: Role) -> bool:
    """Take a role away. False when there was none."""
    if role not in await roles_in(session, account_id, centre):
        return False
    await session.exec(
        delete(Grant).where(
            col(Grant.account_id) == account_id, col(Grant.centre) == centre, col(Grant.role) == role.value
        )
    )
    return True
