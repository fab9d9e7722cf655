"""What the desk owes: the names of its kinds, and sentences to a topic, a resident or a colleague.

Everything goes through the outbox. All rows of a conversation to one room have one priority, so that the
outbox keeps their order; danger goes before everything else.
"""

from datetime import datetime, timedelta
from typing import Any, Final

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.outbox import owed
from bot.outbox.owed import amend, owe
from bot.outbox.states import Priority, State
from bot.storage.tables import Address, Conversation, ConversationTopic, DeskMessage, OwedMessage, StaffRoom

TOPIC: Final = "desk-topic"
"""createForumTopic."""
REOPEN: Final = "desk-topic-open"
"""reopenForumTopic: somebody closed it by hand, and a resident is still there."""
TITLE: Final = "desk-title"
MIRROR: Final = "desk-mirror"
"""What a resident wrote, to a room's topic; the first one with the card above."""
EDIT: Final = "desk-edit"
REPLY: Final = "desk-reply"
"""What staff wrote, to the resident."""
REPLY_EDIT: Final = "desk-reply-edit"
SAID: Final = "desk-said"
"""A sentence of ours to staff, in a topic or (without a conversation) in the room."""
TOLD: Final = "desk-told"
"""A sentence of ours to one person, by its key."""

DATA: Final = "dw"
"""Begins the data of the desk's buttons: ``dw:<what>:<conversation>``."""
LASTS: Final = timedelta(days=30)
"""So long an owed message of the desk stays of use: nobody is dropped because a line was down for a day."""
STAFF_LANGUAGE: Final = "pl"
"""Of everything that stands in a staff room: it is one room for all who work there, and the office's own language.
What a button answers to who tapped it is in that person's language."""
_LATEST: Final = 20
"""So many replies can be on their way at most."""
TITLE_PAUSE: Final = timedelta(seconds=60)
"""Between two changes of one topic's title: each costs one of the twenty calls a minute that a group takes."""


def batch(conversation_id: int, channel: str) -> str:
    """Names the rows of one conversation to the room on a channel."""
    return f"desk:{conversation_id}:{channel}"


def priority(conversation: Conversation) -> Priority:
    """`URGENT` passes quiet hours: the chat was begun by the person, or staff are in their office."""
    return Priority.LIVE if conversation.in_danger else Priority.URGENT


async def hasten(session: AsyncSession, conversation: Conversation) -> None:
    """Danger showed: what waits of a conversation, on either side, goes before everything else, in its order."""
    number = conversation.id
    replies = await session.exec(
        select(DeskMessage.id)
        .where(col(DeskMessage.conversation_id) == number, col(DeskMessage.go_at).is_not(None))
        .order_by(col(DeskMessage.id).desc())
        .limit(_LATEST)
    )
    prefixes = [f"desk:{kind}:{number}:" for kind in ("topic", "reopen", "mirror", "said", "told")]
    prefixes += [f"desk:reply:{reply}:" for reply in replies.all()]
    await owed.hasten(session, Priority.LIVE, prefixes=prefixes)


async def last_waiting(session: AsyncSession, kind: str, of_batch: str) -> OwedMessage | None:
    """The last row of a batch that has not been begun with."""
    found = await session.exec(
        select(OwedMessage)
        .where(
            col(OwedMessage.batch) == of_batch,
            col(OwedMessage.state) == State.WAITING,
            col(OwedMessage.kind) == kind,
        )
        .order_by(col(OwedMessage.id).desc())
        .limit(1)
        .execution_options(populate_existing=True)
    )
    return found.first()


async def was_delivered(session: AsyncSession, prefix: str, since: datetime) -> bool:
    """Whether something under a key that begins so has arrived since a moment."""
    found = await session.exec(
        select(OwedMessage.id)
        .where(
            owed.begins(session, prefix),
            col(OwedMessage.state) == State.DELIVERED,
            col(OwedMessage.finished_at) >= since,
        )
        .limit(1)
    )
    return found.first() is not None


async def topics_of(session: AsyncSession, conversation_id: int | None) -> list[ConversationTopic]:
    """The topics that a conversation has, in each room."""
    rows = await session.exec(
        select(ConversationTopic)
        .where(col(ConversationTopic.conversation_id) == conversation_id, col(ConversationTopic.thread_id).is_not(None))
        .order_by(col(ConversationTopic.channel))
        .execution_options(populate_existing=True)
    )
    return list(rows.all())


async def rooms_of(session: AsyncSession, centre: str) -> list[StaffRoom]:
    """A centre's rooms, also those in trouble."""
    rows = await session.exec(
        select(StaffRoom)
        .where(col(StaffRoom.centre) == centre)
        .order_by(col(StaffRoom.channel))
        .execution_options(populate_existing=True)
    )
    return list(rows.all())


async def say(
    session: AsyncSession, now: datetime, conversation: Conversation, once: str, key: str, **values: Any
) -> None:
    """Owe staff a sentence in the conversation's topics, once under the name ``once``."""
    for topic in await topics_of(session, conversation.id):
        await owe(
            session,
            now=now,
            dedupe_key=f"desk:said:{conversation.id}:{topic.channel}:{once}",
            channel=topic.channel,
            chat_id=topic.chat_id,
            centre=conversation.centre,
            kind=SAID,
            payload={"conversation": conversation.id, "lines": [[key, values]]},
            priority=priority(conversation),
            expires_at=now + LASTS,
        )


async def say_in_room(
    session: AsyncSession, now: datetime, room: StaffRoom, once: str, lines: list[tuple[str, dict[str, Any]]]
) -> None:
    """Owe a room a message outside all topics, once under ``once``; ``lines`` are text keys with their values."""
    await owe(
        session,
        now=now,
        dedupe_key=f"desk:said:room:{room.id}:{once}",
        channel=room.channel,
        chat_id=room.chat_id,
        centre=room.centre,
        kind=SAID,
        payload={"conversation": None, "lines": [list(line) for line in lines]},
        priority=Priority.URGENT,
        expires_at=now + LASTS,
    )


async def tell_resident(
    session: AsyncSession,
    now: datetime,
    conversation: Conversation,
    once: str,
    key: str,
    buttons: list[list[list[str]]] | None = None,
    **values: Any,
) -> None:
    """Owe the resident a sentence, once under ``once``. ``buttons``: rows of [text key, data, value of ``n``]."""
    if conversation.channel is None or conversation.chat_id is None:
        return
    await owe(
        session,
        now=now,
        dedupe_key=f"desk:told:{conversation.id}:{once}",
        channel=conversation.channel,
        chat_id=conversation.chat_id,
        centre=conversation.centre,
        kind=TOLD,
        payload={"key": key, "values": values, "language": conversation.language, "buttons": buttons or []},
        priority=priority(conversation),
        expires_at=now + LASTS,
    )


async def tell_account(
    session: AsyncSession, now: datetime, account_id: int | None, centre: str, once: str, key: str, **values: Any
) -> bool:
    """Owe somebody of the staff a sentence in their own chat. False when they cannot be written to."""
    mine = select(Address).where(col(Address.account_id) == account_id, col(Address.blocked_at).is_(None))
    at = (await session.exec(mine.order_by(col(Address.channel), col(Address.chat_id)).limit(1))).first()
    if at is None:
        return False
    await owe(
        session,
        now=now,
        dedupe_key=f"desk:told:{once}:{account_id}",
        channel=at.channel,
        chat_id=at.chat_id,
        centre=centre,
        kind=TOLD,
        payload={"key": key, "values": values, "buttons": []},
        priority=Priority.URGENT,
        expires_at=now + LASTS,
    )
    return True


def title_code(conversation: Conversation) -> str:
    """What the title of a topic says, beside number and language, which never change."""
    return f"{conversation.state}:{conversation.kind}:{'danger' if conversation.in_danger else ''}"


async def retitle(session: AsyncSession, now: datetime, conversation: Conversation) -> None:
    """A topic's title is to say how things stand now; several changes at once make one call, or none."""
    code = title_code(conversation)
    for room in await rooms_of(session, conversation.centre):
        asked = await last_waiting(session, TOPIC, batch(conversation.id or 0, room.channel))
        if asked:
            await amend(session, asked.dedupe_key, {"conversation": conversation.id, "code": code})
    for topic in await topics_of(session, conversation.id):
        titles = f"desk-title:{conversation.id}:{topic.channel}"
        payload = {"conversation": conversation.id, "code": code}
        waiting = await last_waiting(session, TITLE, titles)
        if waiting and await amend(session, waiting.dedupe_key, payload):
            continue
        if topic.title == code:
            continue
        at = max(now, topic.titled_at + TITLE_PAUSE) if topic.titled_at else now + TITLE_PAUSE
        await owe(
            session,
            now=now,
            dedupe_key=f"{titles}:{topic.made}:{now.timestamp():.6f}",
            channel=topic.channel,
            chat_id=topic.chat_id,
            centre=conversation.centre,
            kind=TITLE,
            payload=payload,
            # Behind what people say; quiet hours are for people's phones, not for a title.
            priority=Priority.PERSONAL,
            urgent=True,
            not_before=at,
            expires_at=now + LASTS,
            batch=titles,
        )
