"""One tap after a conversation: how it was. Never asked of somebody who may have been in danger."""

from datetime import datetime

from sqlmodel import col, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.desk import audit
from bot.desk.audit import Action
from bot.desk.conversations import State
from bot.errors import OkienkoError
from bot.storage import writing
from bot.storage.tables import Conversation


async def rate(session: AsyncSession, now: datetime, conversation_id: int, account_id: int, stars: int) -> bool:
    """Keep the resident's own 1 to 5. False when it was rated already: the first tap counts.

    Raises `OkienkoError` ``desk-not-yours`` for anybody else and ``desk-not-rated`` where nobody is asked.
    """
    await writing(session)
    conversation = await session.get(Conversation, conversation_id, populate_existing=True)
    if conversation is None or conversation.account_id != account_id:
        raise OkienkoError("desk-not-yours")
    if conversation.in_danger or conversation.state != State.CLOSED or not 1 <= stars <= 5:
        raise OkienkoError("desk-not-rated")
    done = await session.exec(
        update(Conversation)
        .where(col(Conversation.id) == conversation_id, col(Conversation.rating).is_(None))
        .values(rating=stars)
        .execution_options(synchronize_session=False)
    )
    if done.rowcount:
        # Who it was is not written down: an opinion is nobody's record.
        audit.write(session, now, Action.RATED, conversation)
        await session.flush()
    return bool(done.rowcount)
