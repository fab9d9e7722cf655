"""Blocking and the quick exit: what a bot is told and what is forgotten."""

from datetime import datetime

from sqlalchemy import delete, func
from sqlmodel import col, select

from bot.messenger import objects
from bot.messenger.exchange import Change
from bot.messenger.tables import Callback, Chat, ChatEvent, Message, Poll, ReadMark, StoredFile, Update, User


async def tell_membership(change: Change, room: Chat, *, kicked: bool) -> None:
    """Let a bot know that a person blocked it, or does no longer."""
    bot = change.exchange.bots.get(room.bot_id)
    if bot is None:
        return
    before, after = ("member", "kicked") if kicked else ("kicked", "member")
    changed = {
        "chat": await change.chat(room),
        "from": (await change.users([room.chat_id]))[room.chat_id],
        "date": int(change.now.timestamp()),
        "old_chat_member": objects.member(before, bot.user()),
        "new_chat_member": objects.member(after, bot.user()),
    }
    await change.owe_update(bot.id, room.chat_id, "my_chat_member", changed)


async def silent_since(change: Change, moment: datetime, most: int) -> list[int]:
    """People in whose private chats nothing has been written since a moment; at most ``most`` of them."""
    last = select(func.max(Message.date)).where(col(Message.room_id) == col(Chat.id)).scalar_subquery()
    query = select(Chat.chat_id).where(Chat.type == "private", last < moment).distinct().limit(most)
    return list(await change.session.exec(query))


async def forget_older(change: Change, moment: datetime, most: int) -> int:
    """Delete what was said in private chats before a moment, and the files that nothing shows any more."""
    private = select(Chat.id).where(Chat.type == "private")
    query = select(Message).where(col(Message.room_id).in_(private), Message.date < moment).limit(most)
    old = list(await change.session.exec(query))
    files = {message.file_id for message in old if message.file_id}
    for message in old:
        await change.session.execute(
            delete(ChatEvent).where(
                col(ChatEvent.room_id) == message.room_id, col(ChatEvent.message_id) == message.message_id
            )
        )
        await change.session.delete(message)
    await change.session.flush()
    await forget_files(change, files)
    return len(old)


async def forget_files(change: Change, files: set[str]) -> None:
    """Delete those files that no message shows any more."""
    shown = select(Message.file_id).where(col(Message.file_id).in_(files))
    gone = files - {file_id for file_id in await change.session.exec(shown) if file_id}
    await change.session.exec(delete(StoredFile).where(col(StoredFile.file_id).in_(gone)))


async def forget(change: Change, user_id: int) -> None:
    """Delete everything of a person's private chats; see `PeopleSide.clear_for`."""
    await change.session.exec(delete(Update).where(col(Update.user_id) == user_id))
    await change.session.exec(delete(Callback).where(col(Callback.user_id) == user_id))
    await change.session.exec(delete(ReadMark).where(col(ReadMark.user_id) == user_id))
    rooms = await change.session.exec(select(Chat).where(Chat.chat_id == user_id, Chat.type == "private"))
    for room in list(rooms):
        shown = select(Message.file_id).where(Message.room_id == room.id, col(Message.file_id).is_not(None))
        files = {file_id for file_id in await change.session.exec(shown) if file_id}
        for table in (Message, ChatEvent, Poll):
            await change.session.exec(delete(table).where(col(table.room_id) == room.id))
        await forget_files(change, files)
        if user := await change.session.get(User, user_id):
            user.active, user.first_name, user.language_code = False, "", None
            change.session.add(user)
        await change.session.flush()
        if room.started and not room.blocked:
            await tell_membership(change, room, kicked=True)
        room.started = room.blocked = False
        change.session.add(room)
        change.exchange.actions.pop(room.id or 0, None)
        await change.event(room, "cleared")
