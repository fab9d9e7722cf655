"""One personal answer owed to an account: what became of something that they sent."""

from collections.abc import Mapping
from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.outbox.owed import owe
from bot.outbox.states import Priority
from bot.storage import writing
from bot.storage.tables import Address


async def tell(
    session: AsyncSession, now: datetime, account: int | None, centre: str | None, key: str, words: Mapping[str, str]
) -> None:
    """Owe a text to an account, once for each ``key``; ``words`` are by language.

    Goes to one address that can be written to; without one, or without an account, nobody is told. The
    caller commits.
    """
    await writing(session)
    mine = select(Address).where(col(Address.account_id) == account, col(Address.blocked_at).is_(None))
    at = (await session.exec(mine.order_by(col(Address.channel), col(Address.chat_id)).limit(1))).first()
    if at is None:
        return
    await owe(
        session,
        now=now,
        dedupe_key=key,
        channel=at.channel,
        chat_id=at.chat_id,
        centre=centre,
        kind="message",
        payload={
            "method": "sendMessage",
            "by_language": {language: {"text": text} for language, text in words.items()},
        },
        priority=Priority.PERSONAL,
    )
