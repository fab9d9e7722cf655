"""How often one account may guess at codes."""

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import func
from sqlmodel import col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.errors import OkienkoError
from bot.storage.tables import CodeTry

CODE_TRIES: Final = 5
"""Wrong codes of one account in a day; the desk may type as many as it wants."""
_DAY: Final = timedelta(days=1)


async def refuse_guessing(session: AsyncSession, now: datetime, account_id: int) -> None:
    """Raises `OkienkoError` ``places-code-tries`` when an account has typed too many wrong codes in a day."""
    found = await session.exec(
        select(func.count())
        .select_from(CodeTry)
        .where(col(CodeTry.account_id) == account_id, col(CodeTry.tried_at) > now - _DAY)
    )
    if found.one() >= CODE_TRIES:
        raise OkienkoError("places-code-tries")


async def forget_tries(session: AsyncSession, now: datetime) -> None:
    """Wrong codes that no longer count. The caller has said that it writes, and commits."""
    old = delete(CodeTry).where(col(CodeTry.tried_at) <= now - _DAY)
    await session.exec(old.execution_options(synchronize_session=False))
