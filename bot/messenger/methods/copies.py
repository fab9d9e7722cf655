"""Copying and forwarding: one message or many, albums staying albums."""

import secrets
from collections import Counter
from collections.abc import Awaitable, Callable
from typing import Any

from bot.messenger.calls import Call, Method
from bot.messenger.exchange import Change
from bot.messenger.methods.messages import caption_content, deliver
from bot.messenger.methods.polls import asked_anew
from bot.messenger.objects import SERVICE, Json
from bot.messenger.refusals import bad_request
from bot.messenger.tables import Chat, Message

MOST_COPIES = 100
_OWN = ("forward_origin", "has_protected_content", "media_group_id")
"""What does not go along: it says where a message came from and what it stood with."""

Repeat = Callable[[Call, Change, Chat, Chat, Message], Awaitable[Message]]


def _repeatable(message: Message) -> bool:
    return not message.content.get("has_protected_content") and not any(key in message.content for key in SERVICE)


async def _copied(call: Call, change: Change, room: Chat, source: Chat, original: Message) -> Message:
    """The same content as if it were new. Only `copyMessage` gives a caption of its own."""
    content = {key: value for key, value in original.content.items() if key not in _OWN}
    if original.file_id and "caption" in call.params.values:
        content = {k: v for k, v in content.items() if not k.startswith("caption")} | caption_content(call.params)
    if "poll" in content:
        return await asked_anew(call, change, room, original)
    return await deliver(call, change, room, content, file_id=original.file_id, counted=False)


async def _forwarded(call: Call, change: Change, room: Chat, source: Chat, original: Message) -> Message:
    """The same content with the name of who wrote it. A poll stays the same poll."""
    content = {key: value for key, value in original.content.items() if key not in _OWN}
    origin = original.content.get("forward_origin") or await _origin(change, source, original)
    return await deliver(
        call, change, room, content | {"forward_origin": origin}, file_id=original.file_id, counted=False
    )


async def _origin(change: Change, source: Chat, original: Message) -> Json:
    date = int(original.date.timestamp())
    if source.type == "channel":
        chat = await change.chat(source)
        return {"type": "channel", "date": date, "chat": chat, "message_id": original.message_id}
    sender = (await change.users([original.sender_id]))[original.sender_id]
    return {"type": "user", "date": date, "sender_user": sender}


async def _one(call: Call, repeat: Repeat, missing: str, refused: str) -> Json:
    message_id = call.params.integer("message_id")
    if message_id is None:
        raise bad_request("message identifier is not specified")
    async with call.change() as change:
        room, source = await call.open_chat(change), await call.chat(change, "from_chat_id")
        original = await call.message(change, source, message_id)
        if original is None:
            raise bad_request(missing)
        if not _repeatable(original):
            raise bad_request(refused)
        call.count(room)
        return await change.render_one(room, await repeat(call, change, room, source, original))


async def _many(call: Call, repeat: Repeat, nothing: str) -> list[Any]:
    """Repeats what can be and skips the rest, as Telegram does."""
    ids = message_ids(call)
    if ids != sorted(set(ids)):
        raise bad_request("message identifiers must be in a strictly increasing order")
    async with call.change() as change:
        room, source = await call.open_chat(change), await call.chat(change, "from_chat_id")
        found = [await call.message(change, source, number) for number in ids]
        originals = [message for message in found if message and _repeatable(message)]
        if not originals:
            raise bad_request(nothing)
        call.count(room, len(originals))
        albums = Counter(message.content.get("media_group_id") for message in originals)
        new = {old: new_album() for old, members in albums.items() if old and members > 1}
        repeated = []
        for original in originals:
            message = await repeat(call, change, room, source, original)
            if album := new.get(original.content.get("media_group_id")):
                message.content = message.content | {"media_group_id": album}
            repeated.append({"message_id": message.message_id})
        return repeated


def new_album() -> str:
    """A ``media_group_id`` that no other album has."""
    return str(10**16 + secrets.randbelow(9 * 10**16))


async def copy_message(call: Call) -> Json:
    copy = await _one(call, _copied, "message to copy not found", "message can't be copied")
    return {"message_id": copy["message_id"]}


async def copy_messages(call: Call) -> list[Any]:
    call.params.values.pop("caption", None)
    return await _many(call, _copied, "there are no messages to copy")


async def forward_message(call: Call) -> Json:
    return await _one(call, _forwarded, "message to forward not found", "message can't be forwarded")


async def forward_messages(call: Call) -> list[Any]:
    return await _many(call, _forwarded, "there are no messages to forward")


def message_ids(call: Call) -> list[int]:
    """The parameter ``message_ids``: 1 to 100 numbers."""
    ids = call.params.array("message_ids")
    if not ids:
        raise bad_request("message identifiers are not specified")
    if len(ids) > MOST_COPIES:
        raise bad_request("too many message identifiers specified")
    if not all(isinstance(number, int) and not isinstance(number, bool) for number in ids):
        raise bad_request("message identifier must be of type Number")
    return ids


METHODS: dict[str, Method] = {
    "copyMessage": copy_message,
    "copyMessages": copy_messages,
    "forwardMessage": forward_message,
    "forwardMessages": forward_messages,
}
