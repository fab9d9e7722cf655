"""Groups: who comes and goes, and what a bot is shown (Telegram's privacy mode)."""

from bot.messenger import objects
from bot.messenger.entities import cut
from bot.messenger.exchange import PRESENT, BotIdentity, Change
from bot.messenger.objects import Json
from bot.messenger.tables import Chat, Member, Message


async def change_membership(change: Change, room: Chat, user_id: int, status: str, *, by: int) -> None:
    """Write somebody's new status in a group, the service message, and the bots' updates.

    Harmless when nothing changes.
    """
    member = await change.session.get(Member, (room.id, user_id))
    before = member.status if member else "left"
    if before == status or (before in PRESENT and status == "member"):
        return
    if member is None:
        assert room.id is not None
        member = Member(room_id=room.id, user_id=user_id, status=status)
    member.status = status
    change.session.add(member)
    await change.session.flush()
    users = await change.users([user_id, by])
    joined = status in PRESENT
    if joined or before in PRESENT:
        who = users[user_id]
        content = {"new_chat_members": [who]} if joined else {"left_chat_member": who}
        message = await change.post(room, by, content)
        shown = await change.render_one(room, message)
        for bot in await change.bots_in(room):
            await change.owe_update(bot.id, by, "message", shown)
    changed = {
        "chat": await change.chat(room),
        "from": users[by],
        "date": int(change.now.timestamp()),
        "old_chat_member": objects.member(before, users[user_id]),
        "new_chat_member": objects.member(status, users[user_id]),
    }
    if user_id in change.exchange.bots:
        await change.owe_update(user_id, by, "my_chat_member", changed)
    for bot in await change.bots_in(room):
        if bot.id != user_id:
            await change.owe_update(bot.id, by, "chat_member", changed)


async def concerns(change: Change, room: Chat, message: Message, bot: BotIdentity) -> bool:
    """Whether a group's message is meant for a bot: a command, a mention, a reply to it, a service message."""
    content = message.content
    if not any(key in content for key in ("text", "caption", "photo", "document", "contact", "venue")):
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
