"""Groups and channels: who comes and goes, what they may do, and what a bot is shown (privacy mode)."""

import secrets

from bot.messenger import objects
from bot.messenger.entities import cut
from bot.messenger.exchange import BotIdentity, Change
from bot.messenger.objects import SERVICE, Json
from bot.messenger.rights import PRESENT
from bot.messenger.tables import Chat, Member, Message


async def change_membership(
    change: Change, room: Chat, user_id: int, status: str, *, by: int, rights: Json | None = None
) -> None:
    """Write somebody's new status in a group or channel, the service message, and the bots' updates.

    Harmless when nothing changes.
    """
    member = await change.member(room, user_id)
    before, had = (member.status, member.rights) if member else ("left", None)
    if (before, had) == (status, rights):
        return
    if member is None:
        assert room.id is not None
        member = Member(room_id=room.id, user_id=user_id, status=status)
    member.status, member.rights = status, rights
    change.session.add(member)
    await change.session.flush()
    users = await change.users([user_id, by])
    joined, left = before not in PRESENT, status not in PRESENT
    if joined != left and room.type != "channel":  # a channel does not tell who reads it
        who = users[user_id]
        content = {"new_chat_members": [who]} if joined else {"left_chat_member": who}
        await tell_bots(change, room, await change.post(room, by, content))
    changed = {
        "chat": await change.chat(room),
        "from": users[by],
        "date": int(change.now.timestamp()),
        "old_chat_member": objects.member(before, users[user_id], had),
        "new_chat_member": objects.member(status, users[user_id], rights),
    }
    if user_id in change.exchange.bots:
        await change.owe_update(user_id, by, "my_chat_member", changed)
    for bot in await change.bots_in(room):
        if bot.id != user_id:
            await change.owe_update(bot.id, by, "chat_member", changed)


async def upgrade(change: Change, room: Chat, *, by: int) -> int:
    """Make a supergroup of a group; returns its ``chat_id``. The old one only tells where it went.

    What was written stays: the row of the group becomes the supergroup's, and a new row keeps the
    old number.
    """
    old, new = room.chat_id, -(10**12 + 10**9 + secrets.randbelow(9 * 10**9))
    room.chat_id, room.type = new, "supergroup"
    change.session.add(room)
    await change.session.flush()
    stub = Chat(
        bot_id=0,
        chat_id=old,
        type="group",
        title=room.title,
        started=True,
        created_at=change.now,
        last_message_id=room.last_message_id,
        upgraded_to=new,
    )
    change.session.add(stub)
    await change.session.flush()
    assert stub.id is not None
    for bot in await change.bots_in(room):
        change.session.add(Member(room_id=stub.id, user_id=bot.id, status="member"))
    await change.session.flush()
    await tell_bots(change, stub, await change.post(stub, by, {"migrate_to_chat_id": new}))
    await tell_bots(change, room, await change.post(room, by, {"migrate_from_chat_id": old}))
    return new


async def tell_bots(change: Change, room: Chat, message: Message, kind: str = "message") -> None:
    """Give the bots of a chat an update about a message there: those whom it concerns.

    ``kind`` is ``message`` or ``edited_message``; in channels it becomes a post.
    """
    shown = await change.render_one(room, message)
    if room.type == "channel":
        kind = kind.replace("message", "channel_post")
    for bot in await change.bots_in(room):
        if room.type == "private" or await concerns(change, room, message, bot):
            await change.owe_update(bot.id, message.sender_id, kind, shown)


async def concerns(change: Change, room: Chat, message: Message, bot: BotIdentity) -> bool:
    """Whether a group's message is meant for a bot: a command, a mention, a reply to it, a service message.

    An administrator is shown everything; nobody else sees a channel's posts.
    """
    content = message.content
    administrator = await change.status(room, bot.id) == "administrator"
    if room.type == "channel" or administrator:
        return administrator
    if any(key in content for key in SERVICE):
        return True
    if message.reply_to:
        answered = await change.message(room, message.reply_to)
        if answered and answered.sender_id == bot.id:
            return True
    text = content.get("text") or content.get("caption") or ""
    return any(_names(text, entity, bot) for entity in content.get("entities") or content.get("caption_entities") or [])


def _names(text: str, entity: Json, bot: BotIdentity) -> bool:
    piece = cut(text, entity["offset"], entity["length"]).lower()
    if entity["type"] == "bot_command":
        _, at, name = piece.partition("@")
        return not at or name == bot.username.lower()
    return bool(entity["type"] == "mention" and piece == f"@{bot.username.lower()}")
