"""Both sides of a conversation see each other's messages, through the outbox alone.

To staff by `bot.desk.bringing`. To the resident: each reply is a row that begins ten seconds later, and until
then can be taken back.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlmodel import col, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.desk import audit, conversations, owing
from bot.desk.audit import Action
from bot.desk.bringing import NOTE, RESIDENT, STAFF, bring, bring_all, needs_file
from bot.desk.content import Content, Standing
from bot.desk.conversations import State, locked
from bot.desk.permission import Clerk, need_staff
from bot.errors import OkienkoError
from bot.outbox.owed import cancel, owe
from bot.storage import writing
from bot.storage.tables import Conversation, DeskCopy, DeskFile, DeskMessage

__all__ = [
    "HOLD",
    "NOTE",
    "RESIDENT",
    "STAFF",
    "Incoming",
    "Reply",
    "bring",
    "bring_all",
    "conversation_of_copy",
    "copies_of",
    "edited",
    "from_resident",
    "go_on",
    "let_go",
    "owe_reply",
    "reply_key",
    "take_back",
    "to_resident",
]

HOLD: Final = timedelta(seconds=10)
"""So long a reply can be taken back."""
_REMEMBERED: Final = 20
"""So many texts from before are kept of a message that is changed over and over."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """A message as it came in, at its address. ``album`` is the messenger's name of the album it is a part of."""

    channel: str
    chat_id: int
    message_id: int
    content: Content
    album: str | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """A reply on its way. ``holder`` is the name of who has the conversation instead, so it is held until then."""

    message: DeskMessage
    holder: str | None = None


async def from_resident(
    session: AsyncSession, now: datetime, conversation: Conversation, incoming: Incoming
) -> DeskMessage:
    """A resident wrote: keep it, and bring it before staff. The same message again changes nothing.

    Raises `OkienkoError` ``desk-blocked`` for whom staff have blocked, unless they are in danger.
    """
    await writing(session)
    current = await _current(session, conversation)
    if not current.in_danger:
        await conversations.refuse_blocked(session, now, current.account_id, current.centre)
    if known := await _known(session, incoming):
        return known
    message = await _keep(session, now, current, incoming, RESIDENT, Standing.WAITING)
    if current.waiting_since is None:
        current.waiting_since, current.reminded, current.reminded_at = now, 0, None
    if current.state == State.SNOOZED:
        current.state, current.snoozed_until = State.WAITING, None
        await owing.retitle(session, now, current)
    session.add(current)
    await bring(session, now, current)
    return message


async def edited(session: AsyncSession, now: datetime, incoming: Incoming) -> DeskMessage | None:
    """Somebody changed their message: the other side sees the new words, staff the old ones too.

    None when it is none of ours, or says the same; also of what has been closed meanwhile. Raises `OkienkoError`
    ``desk-edit-file`` for another file in the place of the first, ``desk-edit-late`` for a taken-back reply, and
    ``desk-blocked`` as `from_resident`.
    """
    await writing(session)
    message = await _known(session, incoming)
    if message is not None and message.state == Standing.TAKEN_BACK:
        raise OkienkoError("desk-edit-late")
    if message is None or message.content is None:
        return None
    before = Content.read(message.content)
    if before.text == incoming.content.text and before.file_id == incoming.content.file_id:
        return None
    if before.sort is not incoming.content.sort or before.file_id != incoming.content.file_id:
        raise OkienkoError("desk-edit-file")
    message.previous = [*message.previous[-_REMEMBERED:], {"text": before.text}]
    message.content, message.edited_at = incoming.content.kept(), now
    session.add(message)
    await session.flush()
    conversation = await session.get_one(Conversation, message.conversation_id)
    if message.who == RESIDENT and not conversation.in_danger:
        await conversations.refuse_blocked(session, now, conversation.account_id, conversation.centre)
    kind = owing.EDIT if message.who == RESIDENT else owing.REPLY_EDIT
    for copy in await copies_of(session, message):
        edits = f"desk-edit:{copy.channel}:{copy.chat_id}:{copy.copy_id}"
        if await owing.last_waiting(session, kind, edits):
            continue  # it will say how it is then
        await owe(
            session,
            now=now,
            dedupe_key=f"{edits}:{message.id}:{len(message.previous)}",
            channel=copy.channel,
            chat_id=copy.chat_id,
            centre=conversation.centre,
            kind=kind,
            payload={"conversation": conversation.id, "copy": copy.copy_id},
            priority=owing.priority(conversation),
            expires_at=now + owing.LASTS,
            batch=edits,
        )
    return message


async def to_resident(
    session: AsyncSession, now: datetime, conversation: Conversation, by: Clerk, content: Content, source: Incoming
) -> Reply:
    """Staff reply: goes out in `HOLD`. Held without a term while a colleague has the conversation.

    Raises `OkienkoError`: ``desk-not-yours``, ``desk-closed``, ``desk-person-gone``.
    """
    await writing(session)
    current = await _current(session, conversation)
    await need_staff(session, by, current)
    if current.state == State.CLOSED:
        raise OkienkoError("desk-closed", number=str(current.number))
    if current.chat_id is None:
        raise OkienkoError("desk-person-gone")
    held_by = current.taken_name or "?" if _held_by_other(current, by, now) else None
    if known := await _known(session, source):
        return _as_before(known, content, held_by)
    message = await _keep(session, now, current, source, STAFF, Standing.HELD, content=content, author=by.account_id)
    if held_by is not None:
        audit.write(session, now, Action.HELD, current, by.account_id, message=message.id)
        await session.flush()
        return Reply(message, held_by)
    message.go_at = now + HOLD
    session.add(message)
    await session.flush()
    if await needs_file(session, now, message, str(current.channel)):
        return Reply(message)
    await owe_reply(session, now, current, message)
    return Reply(message)


async def let_go(session: AsyncSession, now: datetime, message_id: int, by: Clerk) -> Reply:
    """Send a reply that was held because a colleague had the conversation. Only who has it now may.

    Raises `OkienkoError`: ``desk-not-yours``, ``desk-taken-by``, ``desk-edit-late`` for one that was taken back,
    ``desk-too-late`` for one that has gone out.
    """
    await writing(session)
    message = await _message(session, message_id)
    current = await _current(session, await session.get_one(Conversation, message.conversation_id))
    await need_staff(session, by, current)
    if _held_by_other(current, by, now):
        raise OkienkoError("desk-taken-by", name=current.taken_name or "?")
    if message.state != Standing.HELD:
        raise OkienkoError("desk-edit-late" if message.state == Standing.TAKEN_BACK else "desk-too-late")
    if message.go_at is not None:
        return Reply(message)
    message.go_at = now + HOLD
    session.add(message)
    await session.flush()
    if not await needs_file(session, now, message, str(current.channel)):
        await owe_reply(session, now, current, message)
    return Reply(message)


async def take_back(session: AsyncSession, now: datetime, message_id: int, by: Clerk) -> DeskMessage:
    """Stop a reply that has not gone out. Raises `OkienkoError`: ``desk-not-yours``, ``desk-too-late``."""
    await writing(session)
    message = await _message(session, message_id)
    conversation = await session.get_one(Conversation, message.conversation_id)
    await need_staff(session, by, conversation)
    if message.author != by.account_id:
        raise OkienkoError("desk-not-yours")
    owed_already = message.go_at is not None and not await _file_awaited(session, message)
    if message.state == Standing.HELD and owed_already:
        # The row decides: once it is on the line it cannot be stopped.
        if not await cancel(session, now=now, dedupe_prefix=reply_key(message)):
            raise OkienkoError("desk-too-late")
    elif message.state != Standing.HELD:
        raise OkienkoError("desk-too-late")
    await session.exec(
        update(DeskMessage)
        .where(col(DeskMessage.id) == message.id)
        .values(state=Standing.TAKEN_BACK, content=None)
        .execution_options(synchronize_session=False)
    )
    audit.write(session, now, Action.TAKEN_BACK, conversation, by.account_id, message=message.id)
    await session.flush()
    await session.refresh(message)
    return message


async def go_on(session: AsyncSession, now: datetime, message_id: int) -> None:
    """A message's file is there, or never will be: let it go on its way."""
    await writing(session)
    message = await session.get(DeskMessage, message_id, populate_existing=True)
    conversation = await locked(session, message.conversation_id) if message else None
    if message is None or conversation is None:
        return
    if message.who == RESIDENT:
        await bring(session, now, conversation)
    elif message.state == Standing.HELD and message.go_at is not None:
        await owe_reply(session, now, conversation, message)


async def conversation_of_copy(
    session: AsyncSession, channel: str, chat_id: int, copy_id: int
) -> tuple[Conversation, DeskMessage] | None:
    """What a message in a room, or in a resident's chat, is the copy of."""
    found = await session.exec(
        select(Conversation, DeskMessage)
        .join(DeskMessage, col(DeskMessage.conversation_id) == col(Conversation.id))
        .join(DeskCopy, col(DeskCopy.message_id) == col(DeskMessage.id))
        .where(col(DeskCopy.channel) == channel, col(DeskCopy.chat_id) == chat_id, col(DeskCopy.copy_id) == copy_id)
        .order_by(col(DeskMessage.id).desc())
        .limit(1)
    )
    return found.first()


async def is_known(session: AsyncSession, channel: str, chat_id: int, message_id: int) -> bool:
    """Whether a message is one that the desk passes on, or did."""
    return await _known(session, Incoming(channel, chat_id, message_id, Content())) is not None


async def copies_of(session: AsyncSession, message: DeskMessage) -> list[DeskCopy]:
    """Where a message stands on the other side."""
    rows = await session.exec(
        select(DeskCopy)
        .where(col(DeskCopy.message_id) == message.id)
        .order_by(col(DeskCopy.channel), col(DeskCopy.copy_id))
    )
    return list(rows.all())


def reply_key(message: DeskMessage) -> str:
    """Under which key a reply is owed; the last sign keeps 1 apart from 12."""
    return f"desk:reply:{message.id}:"


async def owe_reply(session: AsyncSession, now: datetime, conversation: Conversation, message: DeskMessage) -> None:
    """Owe the resident a reply whose moment is set and whose file, if it needs one, is there."""
    if conversation.channel is None or conversation.chat_id is None:
        return
    await owe(
        session,
        now=now,
        dedupe_key=reply_key(message),
        channel=conversation.channel,
        chat_id=conversation.chat_id,
        centre=conversation.centre,
        kind=owing.REPLY,
        payload={"conversation": conversation.id, "message": message.id},
        priority=owing.priority(conversation),
        not_before=max(now, message.go_at or now),
        expires_at=now + owing.LASTS,
    )


async def _keep(
    session: AsyncSession,
    now: datetime,
    conversation: Conversation,
    incoming: Incoming,
    who: str,
    standing: Standing,
    *,
    content: Content | None = None,
    author: int | None = None,
) -> DeskMessage:
    assert conversation.id is not None
    message = DeskMessage(
        conversation_id=conversation.id,
        who=who,
        author=author,
        content=(content or incoming.content).kept(),
        album=incoming.album,
        source_channel=incoming.channel,
        source_chat=incoming.chat_id,
        source_message=incoming.message_id,
        state=standing,
        created_at=now,
    )
    session.add(message)
    await session.flush()
    return message


async def _file_awaited(session: AsyncSession, message: DeskMessage) -> bool:
    file = await session.get(DeskFile, message.id, populate_existing=True)
    return file is not None and file.content is None and not file.failed


async def _known(session: AsyncSession, incoming: Incoming) -> DeskMessage | None:
    found = await session.exec(
        select(DeskMessage)
        .where(
            col(DeskMessage.source_channel) == incoming.channel,
            col(DeskMessage.source_chat) == incoming.chat_id,
            col(DeskMessage.source_message) == incoming.message_id,
        )
        .execution_options(populate_existing=True)
    )
    return found.first()


async def _message(session: AsyncSession, message_id: int) -> DeskMessage:
    message = await session.get(DeskMessage, message_id, populate_existing=True)
    if message is None or message.who != STAFF:
        raise OkienkoError("desk-gone")
    return message


async def _current(session: AsyncSession, conversation: Conversation) -> Conversation:
    current = await locked(session, conversation.id)
    if current is None:
        raise OkienkoError("desk-gone")
    return current


def _as_before(known: DeskMessage, content: Content, held_by: str | None) -> Reply:
    """The same button pressed twice. Raises `OkienkoError` where something else is meant than what went out by it."""
    if known.state == Standing.TAKEN_BACK:
        raise OkienkoError("desk-edit-late")
    if known.content is not None and Content.read(known.content).text != content.text:
        raise OkienkoError("desk-too-late")
    return Reply(known, (held_by or "?") if known.state == Standing.HELD and known.go_at is None else None)


def _held_by_other(conversation: Conversation, by: Clerk, now: datetime) -> bool:
    return (
        conversation.state == State.TAKEN
        and conversation.taken_by not in (None, by.account_id)
        and (conversation.lapses_at is None or conversation.lapses_at > now)
    )
