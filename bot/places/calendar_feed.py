"""The secret link to an account's private calendar: made anew, ended, recognised. Only its SHA-256 is kept."""

import secrets
from datetime import datetime
from hashlib import sha256
from typing import Final

from sqlmodel import col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.storage import writing
from bot.storage.tables import Account, CalendarFeed

KEY_BYTES: Final = 24
"""Of the secret: 192 bits cannot be guessed."""
LONGEST_KEY: Final = 64


async def renew(session: AsyncSession, now: datetime, account_id: int) -> str:
    """A new secret; whoever has the old one sees nothing any more. It is told once and kept by nobody."""
    await writing(session)
    key = secrets.token_urlsafe(KEY_BYTES)
    await end(session, account_id)
    session.add(CalendarFeed(account_id=account_id, key_hash=_digest(key), made_at=now))
    await session.flush()
    return key


async def end(session: AsyncSession, account_id: int) -> None:
    """No link shows this account's calendar any more."""
    await writing(session)
    theirs = delete(CalendarFeed).where(col(CalendarFeed.account_id) == account_id)
    await session.exec(theirs.execution_options(synchronize_session=False))


async def is_on(session: AsyncSession, account_id: int) -> bool:
    """Whether an account has a link."""
    rows = await session.exec(select(CalendarFeed.account_id).where(col(CalendarFeed.account_id) == account_id))
    return rows.first() is not None


async def account_of(session: AsyncSession, key: str) -> Account | None:
    """Whose calendar a secret shows."""
    if not key or len(key) > LONGEST_KEY:
        return None
    rows = await session.exec(
        select(Account)
        .join(CalendarFeed, col(CalendarFeed.account_id) == col(Account.id))
        .where(col(CalendarFeed.key_hash) == _digest(key))
    )
    return rows.first()


def _digest(key: str) -> str:
    return sha256(key.encode()).hexdigest()
