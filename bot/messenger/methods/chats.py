"""What a bot may know of a chat, and leaving one."""

from typing import Any

from sqlmodel import col, select

from bot.messenger import objects
from bot.messenger.calls import Call, Method
from bot.messenger.exchange import PRESENT, Change
from bot.messenger.groups import change_membership
from bot.messenger.objects import Json
from bot.messenger.refusals import bad_request, forbidden
from bot.messenger.tables import Chat, Member

_NO_GIFTS = dict.fromkeys(
    ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"), False
)


async def _seen(call: Call, change: Change) -> Chat:
    """A chat that the bot may look at: it is not thrown out of it."""
    room = await call.chat(change)
    if room.type != "private" and (status := await change.status(room, call.bot.id)) not in PRESENT:
        raise forbidden(
            "bot was kicked from the group chat" if status == "kicked" else "bot is not a member of the group chat"
        )
    return room


async def get_chat(call: Call) -> Json:
    async with call.look() as change:
        room = await _seen(call, change)
        rights = {} if room.type == "private" else {"permissions": dict.fromkeys(_MEMBER_RIGHTS, True)}
        return {
            **await change.chat(room),
            "accent_color_id": room.chat_id % 7,
            "max_reaction_count": 11,
            "accepted_gift_types": _NO_GIFTS,
            **rights,
        }


_MEMBER_RIGHTS = (
    "can_send_messages",
    "can_send_photos",
    "can_send_documents",
    "can_send_polls",
    "can_send_other_messages",
    "can_invite_users",
)


async def get_chat_member(call: Call) -> Json:
    user_id = call.params.integer("user_id")
    if user_id is None:
        raise bad_request("invalid user_id specified")
    async with call.look() as change:
        room = await _seen(call, change)
        if room.type == "private":
            status = "member" if user_id in (room.chat_id, call.bot.id) else None
        else:
            status = await change.status(room, user_id)
        if status is None:
            raise bad_request("PARTICIPANT_ID_INVALID" if room.type == "private" else "member not found")
        return objects.member(status, (await change.users([user_id]))[user_id])


async def _present(change: Change, room: Chat) -> list[Member]:
    query = select(Member).where(Member.room_id == room.id, col(Member.status).in_(PRESENT))
    return list(await change.session.exec(query))


async def get_chat_member_count(call: Call) -> int:
    async with call.look() as change:
        room = await _seen(call, change)
        return 2 if room.type == "private" else len(await _present(change, room))


async def get_chat_administrators(call: Call) -> list[Any]:
    """The person who made the group; bots are left out, as in Telegram, and have no rights yet."""
    async with call.look() as change:
        room = await _seen(call, change)
        if room.type == "private":
            raise bad_request("there are no administrators in the private chat")
        creators = [member.user_id for member in await _present(change, room) if member.status == "creator"]
        users = await change.users(creators)
        return [objects.member("creator", users[user_id]) for user_id in creators]


async def leave_chat(call: Call) -> bool:
    async with call.change() as change:
        room = await _seen(call, change)
        if room.type == "private":
            raise bad_request("chat member status can't be changed in private chats")
        await change_membership(change, room, call.bot.id, "left", by=call.bot.id)
    return True


METHODS: dict[str, Method] = {
    "getChat": get_chat,
    "getChatMember": get_chat_member,
    "getChatMemberCount": get_chat_member_count,
    "getChatAdministrators": get_chat_administrators,
    "leaveChat": leave_chat,
}
