"""What a bot may know of a chat, and leaving one."""

from typing import Any

from sqlmodel import col, select

from bot.messenger import objects
from bot.messenger.calls import Call, Method
from bot.messenger.exchange import Change
from bot.messenger.groups import change_membership
from bot.messenger.objects import Json
from bot.messenger.refusals import bad_request
from bot.messenger.rights import MEMBER, PRESENT
from bot.messenger.tables import Chat, Member

_NO_GIFTS = dict.fromkeys(
    ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"), False
)


async def _seen(call: Call, change: Change) -> Chat:
    """A chat that the bot may look at: it is not thrown out of it."""
    room = await call.chat(change)
    if room.type != "private":
        await call.there(change, room)
    return room


async def get_chat(call: Call) -> Json:
    async with call.look() as change:
        room = await _seen(call, change)
        more: Json = {}
        if room.type in ("group", "supergroup"):
            more["permissions"] = dict.fromkeys(MEMBER, True) | (room.permissions or {})
        pinned = await change.message(room, room.pinned[-1]) if room.pinned else None
        if pinned:
            more["pinned_message"] = await change.render_one(room, pinned)
        return {
            **await change.chat(room),
            "accent_color_id": room.chat_id % 7,
            "max_reaction_count": 11,
            "accepted_gift_types": _NO_GIFTS,
            **more,
        }


async def get_chat_member(call: Call) -> Json:
    user_id = call.params.integer("user_id")
    if user_id is None:
        raise bad_request("invalid user_id specified")
    async with call.look() as change:
        room = await _seen(call, change)
        if room.type == "private":
            if user_id not in (room.chat_id, call.bot.id):
                raise bad_request("PARTICIPANT_ID_INVALID")
            status, rights = "member", None
        elif member := await change.member(room, user_id):
            status, rights = member.status, member.rights
        else:
            raise bad_request("member not found")
        return objects.member(status, (await change.users([user_id]))[user_id], rights)


async def _present(change: Change, room: Chat) -> list[Member]:
    query = select(Member).where(Member.room_id == room.id, col(Member.status).in_(PRESENT))
    return list(await change.session.exec(query))


async def get_chat_member_count(call: Call) -> int:
    async with call.look() as change:
        room = await _seen(call, change)
        return 2 if room.type == "private" else len(await _present(change, room))


async def get_chat_administrators(call: Call) -> list[Any]:
    """The creator and the administrators; other bots than the one that asks are left out, as in Telegram."""
    async with call.look() as change:
        room = await _seen(call, change)
        if room.type == "private":
            raise bad_request("there are no administrators in the private chat")
        others = change.exchange.bots.keys() - {call.bot.id}
        leading = [
            member
            for member in await _present(change, room)
            if member.status in ("creator", "administrator") and member.user_id not in others
        ]
        users = await change.users(member.user_id for member in leading)
        return [objects.member_of(member, users[member.user_id]) for member in leading]


async def leave_chat(call: Call) -> bool:
    async with call.change() as change:
        room = await _seen(call, change)
        if room.type == "private":
            raise bad_request("chat member status can't be changed in private chats")
        await change_membership(change, room, call.bot.id, "left", by=call.bot.id)
    return True


_MAY_NOT_PIN = "not enough rights to manage pinned messages in the chat"


async def _pinning(call: Call, change: Change) -> Chat:
    room = await call.open_chat(change)
    right = "can_edit_messages" if room.type == "channel" else "can_pin_messages"
    await call.allowed(change, room, right, _MAY_NOT_PIN)
    return room


async def pin_chat_message(call: Call) -> bool:
    """Pin a message; the chat is told by a service message."""
    async with call.change() as change:
        room = await _pinning(call, change)
        message = await call.named_message(change, room, "message to pin not found")
        shown = await change.render_one(room, message)
        shown.pop("reply_to_message", None)
        room.pinned = [*(number for number in room.pinned or [] if number != message.message_id), message.message_id]
        change.session.add(room)
        await change.post(room, call.bot.id, {"pinned_message": shown})
    return True


async def unpin_chat_message(call: Call) -> bool:
    """Unpin the named message, or the one pinned last."""
    number = call.params.integer("message_id")
    async with call.change() as change:
        room = await _pinning(call, change)
        pinned = room.pinned or []
        if number is not None and number not in pinned:
            raise bad_request("message to unpin not found")
        if pinned:
            room.pinned = [one for one in pinned if one != (number or pinned[-1])]
            change.session.add(room)
    return True


async def unpin_all_chat_messages(call: Call) -> bool:
    async with call.change() as change:
        room = await _pinning(call, change)
        room.pinned = None
        change.session.add(room)
    return True


METHODS: dict[str, Method] = {
    "getChat": get_chat,
    "getChatMember": get_chat_member,
    "getChatMemberCount": get_chat_member_count,
    "getChatAdministrators": get_chat_administrators,
    "leaveChat": leave_chat,
    "pinChatMessage": pin_chat_message,
    "unpinChatMessage": unpin_chat_message,
    "unpinAllChatMessages": unpin_all_chat_messages,
}
