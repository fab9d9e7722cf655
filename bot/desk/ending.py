"""The resident says that it is over."""

import re
from datetime import datetime, timedelta
from typing import Final

from sqlmodel import col, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.desk import audit, owing
from bot.desk.audit import Action
from bot.desk.conversations import OPEN, State, locked, of_person
from bot.desk.working import REOPEN_DAYS
from bot.errors import OkienkoError
from bot.storage import writing
from bot.storage.tables import Conversation

_END: Final = re.compile(
    r"(za)?ko[nń]cz(yć|yc|my|e|ę|am)? (t[eę] |ju[zż] )*(rozmow[eęay]|czat)|koniec (rozmowy|czatu)"
    r"|(за)?кінч(ити|уємо|ую|имо)? розмову|завершити розмову|кінець розмови"
    r"|(end|close|finish) (the |this )?(conversation|chat|talk)",
    re.IGNORECASE,
)


def wants_end(text: str) -> bool:
    """Whether somebody types that the conversation is to end, and nothing else."""
    return _END.fullmatch(" ".join(text.split()).strip(" .!")) is not None


async def left(session: AsyncSession, now: datetime, channel: str, chat_id: int) -> None:
    """Somebody left our page for good in the middle of it: staff are told that no answer reaches them any more."""
    talk = await of_person(session, channel, chat_id)
    if talk is not None:
        await writing(session)
        await owing.say(session, now, talk, "left", "desk-said-left")


async def end(session: AsyncSession, now: datetime, conversation_id: int, account_id: int) -> Conversation:
    """Whose conversation it is ends it; staff see that. Ended already, it stays so.

    Raises `OkienkoError` ``desk-gone`` and, for everybody else, ``desk-not-yours``.
    """
    await writing(session)
    conversation = await locked(session, conversation_id)
    if conversation is None:
        raise OkienkoError("desk-gone")
    if conversation.account_id != account_id:
        raise OkienkoError("desk-not-yours")
    done = await session.exec(
        update(Conversation)
        .where(col(Conversation.id) == conversation_id, col(Conversation.state).in_(OPEN))
        .values(
            state=State.CLOSED,
            closed_at=now,
            closed_by=account_id,
            waiting_since=None,
            snoozed_until=None,
            taken_by=None,
            taken_name=None,
            taken_at=None,
            lapses_at=None,
            reopen_until=now + timedelta(days=REOPEN_DAYS),
        )
        .execution_options(synchronize_session=False)
    )
    await session.refresh(conversation)
    if done.rowcount:
        audit.write(session, now, Action.CLOSED, conversation, account_id)
        await session.flush()
        await owing.retitle(session, now, conversation)
        await owing.say(session, now, conversation, f"ended:{now.timestamp():.0f}", "room-said-ended")
    return conversation
