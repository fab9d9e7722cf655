"""What the desk forgets by itself, as `/prywatnosc` and docs/rodo tell people."""

from datetime import datetime, timedelta
from typing import Final

from sqlmodel import col, delete, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.desk.conversations import State
from bot.desk.own_data import forget_words
from bot.desk.working import end_quiet
from bot.storage import writing
from bot.storage.tables import AuditEntry, Block, Conversation

KEEP_WORDS: Final = timedelta(days=90)
"""After a conversation was closed: what was said in it, and whose it was."""
KEEP_AUDIT: Final = timedelta(days=730)
"""What staff did, for accountability (RODO art. 5(2))."""
KEEP_BLOCKS: Final = timedelta(days=30)
"""After a block has ended."""
_AT_ONCE: Final = 50


async def forget_old(session: AsyncSession, now: datetime) -> None:
    """Keep of old conversations only numbers: when, how long, about what. The caller commits."""
    await end_quiet(session, now)
    await writing(session)
    old = await session.exec(
        select(Conversation.id)
        .where(
            col(Conversation.state) == State.CLOSED,
            col(Conversation.closed_at) < now - KEEP_WORDS,
            col(Conversation.chat_id).is_not(None),
        )
        .order_by(col(Conversation.id))
        .limit(_AT_ONCE)
    )
    if numbers := [number for number in old.all() if number is not None]:
        await forget_words(session, now, numbers)
        await session.exec(
            update(Conversation)
            .where(col(Conversation.id).in_(numbers))
            .values(account_id=None, channel=None, chat_id=None)
            .execution_options(synchronize_session=False)
        )
    await session.exec(
        delete(AuditEntry).where(col(AuditEntry.at) < now - KEEP_AUDIT).execution_options(synchronize_session=False)
    )
    await session.exec(
        delete(Block).where(col(Block.until) < now - KEEP_BLOCKS).execution_options(synchronize_session=False)
    )
