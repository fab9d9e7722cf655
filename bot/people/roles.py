"""Roles: who may do what, and where. A role counts in one centre only."""

from datetime import datetime

from sqlmodel import col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.storage.tables import Grant, Role

_READ = "okienko_roles"


async def roles_in(session: AsyncSession, account_id: int, centre: str) -> set[Role]:
    """The roles of an account in one centre. Roles of other centres never count.

    A dozen filters ask for the same with each update, so it is read once in a transaction.
    """
    transaction, read = session.info.get(_READ, (None, {}))
    if transaction is None or transaction is not session.sync_session.get_transaction():
        read = {}
    if (account_id, centre) not in read:
        rows = await session.exec(
            select(Grant.role).where(col(Grant.account_id) == account_id, col(Grant.centre) == centre)
        )
        read[account_id, centre] = {Role(role) for role in rows}
        session.info[_READ] = (session.sync_session.get_transaction(), read)
    known: set[Role] = read[account_id, centre]
    return set(known)


def _changed(session: AsyncSession) -> None:
    session.info.pop(_READ, None)


async def names_of_roles(session: AsyncSession, account_id: int, centre: str) -> set[str]:
    """`roles_in` as plain words, for rooms that know no tables."""
    return {role.value for role in await roles_in(session, account_id, centre)}


async def is_organiser(session: AsyncSession, account_id: int, centre: str) -> bool:
    """Whether an account runs Okienko in a centre."""
    return Role.ORGANISER in await roles_in(session, account_id, centre)


async def is_clerk(session: AsyncSession, account_id: int, centre: str) -> bool:
    """Whether an account is at the desk of a centre, where people's names are known."""
    return Role.CLERK in await roles_in(session, account_id, centre)


async def is_adviser(session: AsyncSession, account_id: int, centre: str) -> bool:
    """Whether an account gives advice in a centre."""
    return Role.ADVISER in await roles_in(session, account_id, centre)


async def grant(session: AsyncSession, now: datetime, account_id: int, centre: str, role: Role) -> bool:
    """Give a role. False when the account had it already."""
    if role in await roles_in(session, account_id, centre):
        return False
    session.add(Grant(account_id=account_id, centre=centre, role=role, granted_at=now))
    await session.flush()
    _changed(session)
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
    _changed(session)
    return True
