"""What is kept of one person's conversations with staff: told, and erased on both sides where that can be done."""

from datetime import datetime
from typing import Any, Final

from sqlmodel import col, delete, or_, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.desk.conversations import OPEN, State
from bot.outbox.owed import owe
from bot.outbox.states import Priority
from bot.outbox.states import State as Sent
from bot.people.own_data import Line, Part, Person, moment
from bot.storage.tables import (
    AuditEntry,
    Block,
    Callback,
    Conversation,
    ConversationTopic,
    DeskCopy,
    DeskFile,
    DeskMessage,
    OwedMessage,
)

RESIDENT: Final = "resident"


async def _tell(session: AsyncSession, person: Person) -> list[Line]:
    """What they wrote and got, not the notes of staff among themselves: those speak for who wrote them."""
    lines: list[Line] = []
    for one in (await session.exec(_theirs(person))).all():
        lines.append(
            {
                "conversation": one.number,
                "centre": one.centre,
                "kind": one.kind,
                "state": one.state,
                "opened": moment(one.opened_at),
                "closed": moment(one.closed_at),
                "about": one.about,
                "rating": one.rating,
            }
        )
        said = await session.exec(
            select(DeskMessage)
            .where(col(DeskMessage.conversation_id) == one.id, col(DeskMessage.who) != "note")
            .order_by(col(DeskMessage.id))
        )
        lines += [
            {"conversation": one.number, "from": row.who, "at": moment(row.created_at), "content": row.content}
            for row in said.all()
        ]
        if call := await session.get(Callback, one.id):
            lines.append({"call_back": call.phone, "first_name": call.first_name, "when": call.when_said})
    blocks = await session.exec(select(Block).where(col(Block.account_id) == person.account_id))
    lines += [{"blocked_in": row.centre, "reason": row.reason, "until": moment(row.until)} for row in blocks.all()]
    steps = await session.exec(
        select(AuditEntry).where(col(AuditEntry.account_id) == person.account_id).order_by(col(AuditEntry.id))
    )
    return lines + [{"did": row.action, "centre": row.centre, "at": moment(row.at)} for row in steps.all()]


async def _erase(session: AsyncSession, now: datetime, person: Person) -> None:
    """The words and the topics go; that somebody asked, when, and how long it took stays, about nobody."""
    for one in (await session.exec(_theirs(person))).all():
        assert one.id is not None
        await forget_words(session, now, [one.id])
        for topic in (
            await session.exec(select(ConversationTopic).where(col(ConversationTopic.conversation_id) == one.id))
        ).all():
            if topic.thread_id is not None:
                await owe(
                    session,
                    now=now,
                    dedupe_key=f"desk-erase:{one.id}:{topic.channel}:{topic.chat_id}",
                    channel=topic.channel,
                    chat_id=topic.chat_id,
                    centre=one.centre,
                    kind="message",
                    payload={"method": "deleteForumTopic", "arguments": {"message_thread_id": topic.thread_id}},
                    priority=Priority.URGENT,
                )
            await session.delete(topic)
        state: dict[str, Any] = {"state": State.CLOSED, "closed_at": now} if one.state in OPEN else {}
        await session.exec(
            update(Conversation)
            .where(col(Conversation.id) == one.id)
            .values(
                account_id=None,
                channel=None,
                chat_id=None,
                waiting_since=None,
                taken_by=None,
                taken_name=None,
                taken_at=None,
                lapses_at=None,
                snoozed_until=None,
                reopen_until=None,
                **state,
            )
            .execution_options(synchronize_session=False)
        )
    await session.exec(
        update(Conversation)
        .where(col(Conversation.taken_by) == person.account_id)
        .values(taken_name=None)
        .execution_options(synchronize_session=False)
    )
    await session.flush()


async def forget_words(session: AsyncSession, now: datetime, conversations: list[int]) -> None:
    """Delete what was said in conversations, with its copies and files and what of it waits to be sent."""
    messages = select(DeskMessage.id).where(col(DeskMessage.conversation_id).in_(conversations))
    for table in (DeskCopy, DeskFile):
        await session.exec(
            delete(table).where(col(table.message_id).in_(messages)).execution_options(synchronize_session=False)
        )
    batches = or_(*(col(OwedMessage.batch).startswith(f"desk:{number}:") for number in conversations))
    await session.exec(
        update(OwedMessage)
        .where(batches, col(OwedMessage.state) == Sent.WAITING)
        .values(state=Sent.DROPPED, reason="erased", finished_at=now)
        .execution_options(synchronize_session=False)
    )
    await session.exec(
        update(OwedMessage).where(batches).values(payload=None).execution_options(synchronize_session=False)
    )
    for kept in (Callback, DeskMessage):
        await session.exec(
            delete(kept)
            .where(col(kept.conversation_id).in_(conversations))
            .execution_options(synchronize_session=False)
        )
    await session.exec(
        update(Conversation)
        .where(col(Conversation.id).in_(conversations))
        .values(about=None)
        .execution_options(synchronize_session=False)
    )


def _theirs(person: Person) -> Any:
    by_chat = [
        (col(Conversation.channel) == channel) & (col(Conversation.chat_id) == chat_id)
        for channel, chat_id in person.addresses
    ]
    return (
        select(Conversation)
        .where(or_(col(Conversation.account_id) == person.account_id, *by_chat))
        .order_by(col(Conversation.id))
        .execution_options(populate_existing=True)
    )


PART: Final = Part("conversations", _tell, _erase)
