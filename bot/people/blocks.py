"""Somebody whose messages staff of a centre need not read for a while, and why. Danger is never blocked."""

from datetime import datetime, timedelta
from typing import Final

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.errors import OkienkoError
from bot.people.roles import roles_in
from bot.storage import writing
from bot.storage.tables import Block, Role

LASTS: Final = timedelta(days=7)
REASON_LENGTH: Final = 200
_MAY: Final = frozenset({Role.CLERK, Role.ORGANISER, Role.ADMIN})


async def of(session: AsyncSession, now: datetime, account_id: int | None, centre: str) -> Block | None:
    """The block of an account in a centre that counts now."""
    if account_id is None:
        return None
    found = await session.exec(
        select(Block)
        .where(
            col(Block.account_id) == account_id,
            col(Block.centre) == centre,
            col(Block.lifted_at).is_(None),
            col(Block.until) > now,
        )
        .order_by(col(Block.until).desc())
        .limit(1)
    )
    return found.first()


async def block(session: AsyncSession, now: datetime, centre: str, account_id: int, by: int, reason: str) -> Block:
    """For `LASTS`; blocked already, it is the same block with the newer reason and end.

    Raises `OkienkoError`: ``block-not-yours`` for who is no staff of the centre, ``block-colleague`` for staff who
    are to be blocked, ``block-why`` without a reason.
    """
    await writing(session)
    await _need_staff(session, by, centre)
    if not _MAY.isdisjoint(await roles_in(session, account_id, centre)):
        raise OkienkoError("block-colleague")
    reason = " ".join(reason.split())[:REASON_LENGTH]
    if not reason:
        raise OkienkoError("block-why")
    found = await of(session, now, account_id, centre)
    if found is None:
        found = Block(centre=centre, account_id=account_id, reason=reason, blocked_at=now, until=now + LASTS)
    found.reason, found.blocked_by, found.until = reason, by, now + LASTS
    session.add(found)
    await session.flush()
    return found


async def lift(session: AsyncSession, now: datetime, centre: str, account_id: int, by: int) -> bool:
    """End a block early. False when there is none. Raises `OkienkoError` ``block-not-yours``."""
    await writing(session)
    await _need_staff(session, by, centre)
    found = await of(session, now, account_id, centre)
    if found is None:
        return False
    found.lifted_at = now
    session.add(found)
    await session.flush()
    return True


async def _need_staff(session: AsyncSession, by: int, centre: str) -> None:
    if _MAY.isdisjoint(await roles_in(session, by, centre)):
        raise OkienkoError("block-not-yours")
