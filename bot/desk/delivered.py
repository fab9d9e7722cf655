"""What the deliveries of the desk brought: topics' numbers, copies' numbers, and what must go another way."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final

import structlog
from sqlmodel import col, func, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.desk import audit, owing, rooms
from bot.desk.audit import Action
from bot.desk.bringing import RESIDENT, bring
from bot.desk.content import Standing
from bot.desk.conversations import OPEN, locked
from bot.outbox.owed import cancel, owe
from bot.outbox.states import Priority, State
from bot.storage.tables import Conversation, ConversationTopic, DeskCopy, DeskFile, DeskMessage, OwedMessage

log = structlog.get_logger(__name__)

MANY_TOPICS: Final = 3
SHUT_AGAIN: Final = timedelta(minutes=10)
"""A topic that is shut again so soon after it was opened is left to whoever shuts it."""
MOST_AGAIN: Final = 3
"""How often what may not have arrived is sent once more, each time marked; then staff or the sender are told."""


async def topic_made(
    session: AsyncSession, owed: OwedMessage, state: State, numbers: Sequence[int], now: datetime
) -> None:
    """A topic is there: everything that waited for it goes. Or it is not: whoever set the room is told."""
    topic, conversation = await _topic(session, owed)
    if topic is None or conversation is None:
        return
    if state == State.DELIVERED and numbers:
        topic.thread_id = numbers[0]
        topic.title, topic.titled_at, topic.card_id = (owed.payload or {})["code"], now, None
        session.add(topic)
        await session.flush()
        await owing.retitle(session, now, conversation)
        if conversation.state in OPEN:
            await bring(session, now, conversation)
        return
    topic.asked_at = None if state == State.UNCERTAIN else now
    session.add(topic)
    await session.flush()
    if not await _in_trouble(session, owed, state, now) and state == State.UNCERTAIN:
        await bring(session, now, conversation)


async def reopened(
    session: AsyncSession, owed: OwedMessage, state: State, _numbers: Sequence[int], now: datetime
) -> None:
    """A topic that somebody closed is open again: what was on its way goes there. Or else into a new one."""
    topic, conversation = await _topic(session, owed)
    if topic is None or conversation is None or topic.made != (owed.payload or {})["made"]:
        return
    if state not in (State.DELIVERED, State.UNCERTAIN):
        if await _in_trouble(session, owed, state, now):
            return
        await _go_back(session, owed, topic, now)
    if conversation.state in OPEN:
        await bring(session, now, conversation)


async def titled(
    session: AsyncSession, owed: OwedMessage, state: State, _numbers: Sequence[int], now: datetime
) -> None:
    """Remember what a title says, and since when."""
    topic, conversation = await _topic(session, owed)
    if topic is None or conversation is None:
        return
    if state == State.DELIVERED:
        topic.title, topic.titled_at = (owed.payload or {})["code"], now
        session.add(topic)
        await session.flush()
    elif not await _in_trouble(session, owed, state, now):
        await _heal(session, owed, topic, conversation, now)


async def mirrored(
    session: AsyncSession, owed: OwedMessage, state: State, numbers: Sequence[int], now: datetime
) -> None:
    """What a resident wrote stands before staff, or must go there in another way."""
    topic, conversation = await _topic(session, owed)
    if topic is None or conversation is None:
        return
    payload: dict[str, Any] = owed.payload or {}
    messages: list[int] = payload["messages"]
    if state == State.DELIVERED:
        if payload.get("card") and numbers:
            topic.card_id = numbers[0]
            session.add(topic)
        for place, message in enumerate(messages):
            copy = numbers[min(place, len(numbers) - 1)] if numbers else None
            if copy is not None:
                await session.merge(
                    DeskCopy(channel=owed.channel, chat_id=owed.chat_id, copy_id=copy, message_id=message)
                )
        await _stand(session, messages, Standing.SENT)
        await _forget_files(session, messages)
        audit.write(session, now, Action.SERVED, conversation, channel=owed.channel, messages=len(messages))
        await session.flush()
    elif state == State.UNCERTAIN:
        await _once_more(session, owed, conversation, now)
    elif await _in_trouble(session, owed, state, now):
        await _go_back(session, owed, topic, now, keep=True)
    elif not await _heal(session, owed, topic, conversation, now):
        if payload.get("card"):
            log.error("a card was refused", conversation=conversation.id, reason=owed.reason)
        await _stand(session, messages, Standing.REFUSED)
        for message in messages:
            await owing.say(session, now, conversation, f"refused:{message}", "desk-said-not-shown")
        await owing.tell_resident(session, now, conversation, f"refused:{owed.id}", "desk-told-not-shown")


async def replied(
    session: AsyncSession, owed: OwedMessage, state: State, numbers: Sequence[int], now: datetime
) -> None:
    """A reply reached the resident: nobody waits any more. Or staff are told that it did not."""
    payload: dict[str, Any] = owed.payload or {}
    conversation = await locked(session, payload["conversation"])
    message = await session.get(DeskMessage, payload["message"], populate_existing=True)
    if conversation is None or message is None:
        return
    if state == State.DELIVERED:
        for number in numbers:
            await session.merge(
                DeskCopy(channel=owed.channel, chat_id=owed.chat_id, copy_id=number, message_id=payload["message"])
            )
        message.state = Standing.SENT
        session.add(message)
        if conversation.first_answer_at is None:
            conversation.first_answer_at = now
        # Who wrote again while the reply was on its way still waits, since then.
        later = await session.exec(
            select(func.min(col(DeskMessage.created_at))).where(
                col(DeskMessage.conversation_id) == conversation.id,
                col(DeskMessage.who) == RESIDENT,
                col(DeskMessage.created_at) > message.created_at,
            )
        )
        conversation.waiting_since = later.one()
        conversation.reminded, conversation.reminded_at = 0, None
        session.add(conversation)
        await _forget_files(session, [payload["message"]])
        audit.write(session, now, Action.ANSWERED, conversation, message.author, message=message.id)
        await session.flush()
        return
    if state == State.DROPPED and owed.reason in ("cancelled", "taken back"):
        return
    message.state = Standing.REFUSED
    session.add(message)
    await session.flush()
    match state:
        case State.GONE:
            key = "desk-said-blocked"
        case State.UNCERTAIN:
            key = "desk-said-uncertain"
        case _:
            key = "desk-said-not-sent"
    await owing.say(session, now, conversation, f"{key}:{message.id}", key)


async def said(session: AsyncSession, owed: OwedMessage, state: State, _numbers: Sequence[int], now: datetime) -> None:
    """Of a sentence, or an edit, that did not arrive only the room's trouble, or a topic that is gone, matters."""
    if state in (State.DELIVERED, State.UNCERTAIN):
        return
    topic, conversation = await _topic(session, owed)
    if await _in_trouble(session, owed, state, now) or topic is None or conversation is None:
        return
    healed = await _heal(session, owed, topic, conversation, now)
    if healed and owed.kind == owing.SAID and conversation.state in OPEN:
        await _say_again(session, owed, now)


async def _topic(session: AsyncSession, owed: OwedMessage) -> tuple[ConversationTopic | None, Conversation | None]:
    number = (owed.payload or {}).get("conversation")
    conversation = await locked(session, number)
    if conversation is None:
        return None, None
    where = (number, owed.channel, owed.chat_id)
    return await session.get(ConversationTopic, where, populate_existing=True), conversation


async def _in_trouble(session: AsyncSession, owed: OwedMessage, state: State, now: datetime) -> bool:
    why = rooms.GONE if state == State.GONE else owed.reason
    if why not in rooms.TROUBLES:
        return False
    await rooms.trouble(session, now, owed.channel, owed.chat_id, why)
    return True


async def _heal(
    session: AsyncSession, owed: OwedMessage, topic: ConversationTopic, conversation: Conversation, now: datetime
) -> bool:
    """A topic closed by hand is opened again, one that is gone made anew; what was on its way goes there.

    False: it is neither. One that is shut again at once is made anew, too. Of an ended conversation it stays shut.
    """
    if owed.reason == "topic closed" and topic.thread_id is not None:
        opening = f"desk:reopen:{conversation.id}:{topic.channel}:"
        if conversation.state not in OPEN:
            await _go_back(session, owed, topic, now, keep=True)
            return True
        if not await owing.was_delivered(session, opening, since=now - SHUT_AGAIN):
            await _go_back(session, owed, topic, now, keep=True)
            await owe(
                session,
                now=now,
                dedupe_key=f"{opening}{topic.made}",
                channel=topic.channel,
                chat_id=topic.chat_id,
                centre=conversation.centre,
                kind=owing.REOPEN,
                payload={"conversation": conversation.id, "made": topic.made},
                priority=owing.priority(conversation),
                expires_at=now + owing.LASTS,
            )
            return True
    elif owed.reason not in ("topic gone", "topic closed"):
        return False
    await _go_back(session, owed, topic, now)
    if conversation.state in OPEN:
        await bring(session, now, conversation)
    return True


async def _go_back(
    session: AsyncSession, owed: OwedMessage, topic: ConversationTopic, now: datetime, *, keep: bool = False
) -> None:
    """Nothing that is on its way to a topic arrives there: it is to be brought anew, from the first that did not.

    ``keep``: into the same topic.
    """
    payloads: list[Any] = [owed.payload or {}] if owed.kind == owing.MIRROR else []
    waiting = await session.exec(
        select(OwedMessage.payload).where(
            col(OwedMessage.batch) == owing.batch(topic.conversation_id, topic.channel),
            col(OwedMessage.state) == State.WAITING,
            col(OwedMessage.kind) == owing.MIRROR,
        )
    )
    payloads += [payload for payload in waiting.all() if payload]
    await cancel(session, now=now, batch=owing.batch(topic.conversation_id, topic.channel))
    firsts = [number for payload in payloads for number in payload["messages"]]
    if not keep:
        topic.thread_id = topic.card_id = topic.title = None
    else:
        topic.made += 1  # what is brought anew is owed under a new key
        if any(payload.get("card") for payload in payloads):
            topic.card_id = None
    # One topic after the other that is gone at once is a fault of the messenger: no more than one in a while then.
    topic.asked_at = now if topic.made >= MANY_TOPICS else None
    topic.upto = min([topic.upto, *(number - 1 for number in firsts)])
    session.add(topic)
    await session.flush()


async def _once_more(session: AsyncSession, owed: OwedMessage, conversation: Conversation, now: datetime) -> None:
    """What may not have arrived, even the second time, goes once more and says that it may stand there already."""
    payload: dict[str, Any] = owed.payload or {}
    again = payload.get("again", 0) + 1
    if again > MOST_AGAIN:
        log.error("may never have arrived", conversation=conversation.id, owed_id=owed.id)
        await owing.say(session, now, conversation, f"uncertain:{owed.id}", "desk-said-not-shown")
        return
    await owe(
        session,
        now=now,
        dedupe_key=f"{owed.dedupe_key.split('+')[0]}+{again}",
        channel=owed.channel,
        chat_id=owed.chat_id,
        centre=owed.centre,
        kind=owed.kind,
        payload=payload | {"again": again},
        priority=owing.priority(conversation),
        expires_at=now + owing.LASTS,
        batch=owed.batch,
    )


async def _say_again(session: AsyncSession, owed: OwedMessage, now: datetime) -> None:
    """A sentence whose topic was gone comes once more, behind the topic that is made or opened for it."""
    await owe(
        session,
        now=now,
        dedupe_key=f"{owed.dedupe_key.split('+')[0]}+1",
        channel=owed.channel,
        chat_id=owed.chat_id,
        centre=owed.centre,
        kind=owed.kind,
        payload=dict(owed.payload or {}),
        priority=Priority(owed.priority),
        expires_at=now + owing.LASTS,
    )


async def _stand(session: AsyncSession, messages: list[int], standing: Standing) -> None:
    await session.exec(
        update(DeskMessage)
        .where(col(DeskMessage.id).in_(messages), col(DeskMessage.state) == Standing.WAITING)
        .values(state=standing)
        .execution_options(synchronize_session=False)
    )


async def _forget_files(session: AsyncSession, messages: list[int]) -> None:
    """A file was kept only for its way. One that more rooms wait for is fetched anew: better than kept."""
    for number in messages:
        if file := await session.get(DeskFile, number):
            await session.delete(file)
