"""Who sends: at most one process a channel, by a row that it renews."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import or_
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlmodel import col, delete, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.storage.tables import SendingLease


class LeaseLostError(Exception):
    """Another process sends on this channel now."""


async def take(session: AsyncSession, channel: str, holder: str, now: datetime, length: timedelta) -> bool | None:
    """Take or renew the lease of a channel, in a transaction that writes.

    None when another process has it; True when it came to us just now, False when it was ours. A lease
    that ends later than anybody can have meant it to was written before a clock was set back: it counts as over.
    """
    insert: Any = sqlite_insert if session.get_bind().dialect.name == "sqlite" else postgresql_insert
    first: Any = await session.exec(
        insert(SendingLease)
        .values(channel=channel, holder=holder, until=now + length)
        .on_conflict_do_nothing()
        .returning(col(SendingLease.channel))
    )
    if first.first() is not None:
        return True
    of_channel = col(SendingLease.channel) == channel
    ours = col(SendingLease.holder) == holder
    over = or_(col(SendingLease.until) <= now, col(SendingLease.until) > now + 2 * length)
    for condition, is_new in ((ours, False), (over, True)):
        done = await session.exec(
            update(SendingLease)
            .where(of_channel, condition)
            .values(holder=holder, until=now + length)
            .execution_options(synchronize_session=False)
        )
        if done.rowcount:
            return is_new
    return None


async def hold(session: AsyncSession, channel: str, holder: str, now: datetime, length: timedelta) -> None:
    """Make sure, in a transaction that claims, that the lease is ours; renew it when half has passed.

    It stays ours until that transaction ends (the row is locked): whoever takes it after us sees what we
    claimed. Raises `LeaseLostError`.
    """
    found = await session.exec(
        select(SendingLease.until)
        .where(col(SendingLease.channel) == channel, col(SendingLease.holder) == holder)
        .with_for_update()
    )
    until = found.first()
    if until is None:
        raise LeaseLostError
    if until - now < length / 2 and await take(session, channel, holder, now, length) is None:
        raise LeaseLostError


async def give_up(session: AsyncSession, channel: str, holder: str) -> None:
    """Let the next process begin at once."""
    await session.exec(
        delete(SendingLease).where(col(SendingLease.channel) == channel, col(SendingLease.holder) == holder)
    )
