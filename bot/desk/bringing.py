"""Bringing what residents write before staff, in every room of the centre.

Each room has a topic for the conversation. Its number must be known before anything can go there, so what a
resident writes waits as `DeskMessage` until then; `ConversationTopic.upto` says how far a room is. What is
written within a few seconds, or while the room's turn has not come, joins the row that waits already: a group
takes twenty calls a minute, whatever is in them.
"""

from datetime import datetime, timedelta
from typing import Any, Final

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.desk import owing
from bot.desk.content import LONGEST_TEXT, MOST_IN_ALBUM, Content, Sort
from bot.desk.conversations import OPEN, locked
from bot.outbox.owed import amend, owe
from bot.storage import writing
from bot.storage.tables import Conversation, ConversationTopic, DeskFile, DeskMessage, StaffRoom

BURST: Final = timedelta(seconds=3)
"""What a person writes within so long is put into one message."""
ASK_AGAIN: Final = timedelta(minutes=5)
"""So long after a topic was asked for without any answer, it is asked for again."""
FETCH_FOR: Final = timedelta(minutes=5)
"""So long a file for another channel is tried to be fetched."""
_JOINED_TEXT: Final = LONGEST_TEXT - 600
"""Longest text that several messages make together: room for what stood there before an edit."""
_CARD: Final = 900
"""Letters that a card may take."""
RESIDENT, STAFF, NOTE = "resident", "staff", "note"


async def bring(session: AsyncSession, now: datetime, conversation: Conversation) -> None:
    """Bring before staff, in each room, what they have not seen of a conversation. Call again at any time."""
    for room in await owing.rooms_of(session, conversation.centre):
        if room.trouble is None:
            await _bring_to(session, now, conversation, room)


async def bring_all(session: AsyncSession, now: datetime, centre: str) -> None:
    """Bring everything open into the rooms: one was set, or its trouble is over."""
    await writing(session)
    open_ones = await session.exec(
        select(col(Conversation.id))
        .where(col(Conversation.centre) == centre, col(Conversation.state).in_(OPEN))
        .order_by(col(Conversation.in_danger).desc(), col(Conversation.id))
    )
    for number in open_ones.all():
        if conversation := await locked(session, number):
            await bring(session, now, conversation)


async def needs_file(session: AsyncSession, now: datetime, message: DeskMessage, channel: str) -> bool:
    """Whether a file must be fetched first, because it goes to another channel. Asks for it."""
    content = Content.read(message.content)
    if content.file_id is None or message.source_channel == channel:
        return False
    assert message.id is not None
    file = await session.get(DeskFile, message.id, populate_existing=True)
    if file is None:
        session.add(DeskFile(message_id=message.id, give_up_at=now + FETCH_FOR))
        await session.flush()
        return True
    return file.content is None and not file.failed


async def _bring_to(session: AsyncSession, now: datetime, conversation: Conversation, room: StaffRoom) -> None:
    assert conversation.id is not None
    where = (conversation.id, room.channel, room.chat_id)
    topic = await session.get(ConversationTopic, where, populate_existing=True)
    if topic is None:
        topic = ConversationTopic(conversation_id=where[0], channel=where[1], chat_id=where[2])
    if topic.thread_id is None:
        if topic.asked_at is None or topic.asked_at <= now - ASK_AGAIN:
            await _ask_for_topic(session, now, conversation, topic)
        return
    rows = await session.exec(
        select(DeskMessage)
        .where(
            col(DeskMessage.conversation_id) == conversation.id,
            col(DeskMessage.who) == RESIDENT,
            col(DeskMessage.id) > topic.upto,
        )
        .order_by(col(DeskMessage.id))
    )
    if topic.card_id is None:
        await _owe_mirror(
            session, now, conversation, topic, {"messages": [], "sort": "text", "chars": _CARD, "card": 1}
        )
        topic.card_id = 0
    for message in rows.all():
        if await needs_file(session, now, message, room.channel):
            break
        await _join(session, now, conversation, topic, message)
        assert message.id is not None
        topic.upto = message.id
    session.add(topic)
    await session.flush()


async def _ask_for_topic(
    session: AsyncSession, now: datetime, conversation: Conversation, topic: ConversationTopic
) -> None:
    topic.made, topic.asked_at = topic.made + 1, now
    session.add(topic)
    await session.flush()
    await owe(
        session,
        now=now,
        dedupe_key=f"desk:topic:{conversation.id}:{topic.channel}:{topic.chat_id}:{topic.made}",
        channel=topic.channel,
        chat_id=topic.chat_id,
        centre=conversation.centre,
        kind=owing.TOPIC,
        payload={"conversation": conversation.id, "code": owing.title_code(conversation)},
        priority=owing.priority(conversation),
        expires_at=now + owing.LASTS,
        batch=owing.batch(topic.conversation_id, topic.channel),
    )


async def _join(
    session: AsyncSession, now: datetime, conversation: Conversation, topic: ConversationTopic, message: DeskMessage
) -> None:
    """Put a message into the row that waits, if it fits there; else owe one."""
    content = Content.read(message.content)
    if content.sort is Sort.TEXT:
        sort = "text"
    else:
        sort = f"album:{message.album}" if message.album else f"single:{message.id}"
    chars = len(content.text) + 1
    last = await owing.last_waiting(session, owing.MIRROR, owing.batch(topic.conversation_id, topic.channel))
    payload: dict[str, Any] = (last.payload if last else None) or {}
    if last and payload["sort"] == sort:
        fits = len(payload["messages"]) < MOST_IN_ALBUM if sort != "text" else payload["chars"] + chars <= _JOINED_TEXT
        joined = payload | {"messages": [*payload["messages"], message.id], "chars": payload["chars"] + chars}
        if fits and await amend(session, last.dedupe_key, joined):
            return
    await _owe_mirror(session, now, conversation, topic, {"messages": [message.id], "sort": sort, "chars": chars})


async def _owe_mirror(
    session: AsyncSession,
    now: datetime,
    conversation: Conversation,
    topic: ConversationTopic,
    payload: dict[str, Any],
) -> None:
    first = payload["messages"][0] if payload["messages"] else 0
    await owe(
        session,
        now=now,
        dedupe_key=f"desk:mirror:{conversation.id}:{topic.channel}:{topic.chat_id}:{topic.made}:{first}",
        channel=topic.channel,
        chat_id=topic.chat_id,
        centre=conversation.centre,
        kind=owing.MIRROR,
        payload={"conversation": conversation.id, **payload},
        priority=owing.priority(conversation),
        not_before=now if payload.get("card") else now + BURST,
        expires_at=now + owing.LASTS,
        batch=owing.batch(topic.conversation_id, topic.channel),
    )
