"""Topics of a forum: making, naming, closing and deleting them."""

from collections.abc import Awaitable, Callable
from typing import Any, Final

from sqlalchemy import delete
from sqlmodel import col, select

from bot.messenger import rights
from bot.messenger.calls import Call, Method
from bot.messenger.exchange import Change
from bot.messenger.forgetting import forget_files
from bot.messenger.objects import Json
from bot.messenger.own_chats import plain_line
from bot.messenger.refusals import bad_request
from bot.messenger.tables import Chat, Message, ReadMark, Topic
from bot.messenger.topics import GENERAL, topic

NAME_LENGTH = 128
_COLOURS: Final = (7322096, 16766590, 13338331, 9367192, 16749490, 16478047)
_MANAGE: Final = "can_manage_topics"
_NOT_MODIFIED = "TOPIC_NOT_MODIFIED"


async def _forum(call: Call, change: Change) -> Chat:
    room = await call.open_chat(change)
    if not room.is_forum:
        raise bad_request("the chat is not a forum")
    return room


async def _may(call: Call, change: Change, room: Chat, right: str, what: str) -> None:
    """A bot must be an administrator with the right. Raises `Refusal` 400."""
    member = await change.member(room, call.bot.id)
    if member is None or member.status != "administrator" or not rights.permitted(room, member, right):
        raise bad_request(f"not enough rights to {what}")


def _name(call: Call) -> str | None:
    value = call.params.string("name")
    if value is None:
        return None
    name = plain_line(value, NAME_LENGTH)
    if not name:
        raise bad_request("topic title is empty")
    return name


async def create_forum_topic(call: Call) -> Json:
    """A new topic; the service message that begins it gives it its number."""
    name = _name(call)
    if name is None:
        raise bad_request("topic title is empty")
    colour = call.params.integer("icon_color")
    if colour is not None and colour not in _COLOURS:
        raise bad_request("invalid icon color specified")
    icon: Json = {"icon_color": _COLOURS[0] if colour is None else colour}
    if emoji := call.params.string("icon_custom_emoji_id"):
        icon["icon_custom_emoji_id"] = emoji[:64]
    async with call.change() as change:
        room = await _forum(call, change)
        await _may(call, change, room, _MANAGE, "create a topic")
        call.count(room)
        begun = await change.post(room, call.bot.id, {"forum_topic_created": {"name": name} | icon}, begins_topic=True)
        change.session.add(
            Topic(room_id=begun.room_id, thread_id=begun.message_id, name=name, icon=icon, creator_id=call.bot.id)
        )
        return {"message_thread_id": begun.message_id, "name": name} | icon


Work = Callable[[Call, Change, Chat, Topic], Awaitable[Json | None]]
"""Changes a topic; gives the service message's content, if one tells of it."""


def _changing(
    work: Work, what: str, *, general: bool = False, right: str = _MANAGE
) -> Callable[[Call], Awaitable[bool]]:
    """A method that changes one topic, the named one or the General one."""

    async def method(call: Call) -> bool:
        async with call.change() as change:
            room = await _forum(call, change)
            number = GENERAL if general else call.params.integer("message_thread_id")
            found = await topic(change, room, number or 0)
            if found is None or (number == GENERAL and not general):
                raise bad_request("TOPIC_ID_INVALID")
            if found.creator_id != call.bot.id or right != _MANAGE:
                await _may(call, change, room, right, what)
            call.count(room)
            content = await work(call, change, room, found)
            if content is not None:
                thread = None if number == GENERAL else found.thread_id
                await change.post(room, call.bot.id, content, thread_id=thread)
            await change.event(room, "topic")
        return True

    return method


async def _edit(call: Call, change: Change, room: Chat, found: Topic) -> Json:
    name, emoji = _name(call), call.params.string("icon_custom_emoji_id")
    told: Json = {}
    if name and name != found.name:
        found.name = told["name"] = name
    if emoji is not None and emoji[:64] != found.icon.get("icon_custom_emoji_id", ""):
        told["icon_custom_emoji_id"] = emoji[:64]
        found.icon = {k: v for k, v in found.icon.items() if k == "icon_color"} | (
            {"icon_custom_emoji_id": emoji[:64]} if emoji else {}
        )
    if not told:
        raise bad_request(_NOT_MODIFIED)
    change.session.add(found)
    return {"forum_topic_edited": told}


async def _close(call: Call, change: Change, room: Chat, found: Topic) -> Json:
    if found.closed:
        raise bad_request(_NOT_MODIFIED)
    found.closed = True
    change.session.add(found)
    return {"forum_topic_closed": {}}


async def _reopen(call: Call, change: Change, room: Chat, found: Topic) -> Json:
    if not found.closed:
        raise bad_request(_NOT_MODIFIED)
    found.closed = found.hidden = False
    change.session.add(found)
    return {"forum_topic_reopened": {}}


async def _hide(call: Call, change: Change, room: Chat, found: Topic) -> Json:
    if found.hidden:
        raise bad_request(_NOT_MODIFIED)
    found.hidden = found.closed = True
    change.session.add(found)
    return {"general_forum_topic_hidden": {}}


async def _unhide(call: Call, change: Change, room: Chat, found: Topic) -> Json:
    if not found.hidden:
        raise bad_request(_NOT_MODIFIED)
    found.hidden = False
    change.session.add(found)
    return {"general_forum_topic_unhidden": {}}


async def _delete(call: Call, change: Change, room: Chat, found: Topic) -> None:
    """The topic with all that was said in it and the files that nothing else shows; its pages learn so."""
    there = (col(Message.room_id) == room.id, col(Message.thread_id) == found.thread_id)
    shown = await change.session.exec(select(Message.file_id).where(*there, col(Message.file_id).is_not(None)))
    files = {file_id for file_id in shown if file_id}
    await change.session.exec(delete(Message).where(*there))
    await forget_files(change, files)
    await change.session.exec(
        delete(ReadMark).where(col(ReadMark.room_id) == room.id, col(ReadMark.thread_id) == found.thread_id)
    )
    await change.session.delete(found)


async def _unpin(call: Call, change: Change, room: Chat, found: Topic) -> None:
    thread = None if found.thread_id == GENERAL else found.thread_id
    same = col(Message.thread_id).is_(None) if thread is None else col(Message.thread_id) == thread
    query = select(Message.message_id).where(
        Message.room_id == room.id, col(Message.message_id).in_(room.pinned or []), same
    )
    gone = set(await change.session.exec(query))
    room.pinned = [number for number in room.pinned or [] if number not in gone] or None
    change.session.add(room)


async def get_icons(call: Call) -> list[Any]:
    """There are no stickers here to choose an icon from."""
    return []


_SWITCH = "close or open the topic"
METHODS: dict[str, Method] = {
    "createForumTopic": create_forum_topic,
    "editForumTopic": _changing(_edit, "edit the topic"),
    "closeForumTopic": _changing(_close, _SWITCH),
    "reopenForumTopic": _changing(_reopen, _SWITCH),
    "deleteForumTopic": _changing(_delete, "delete the topic", right="can_delete_messages"),
    "unpinAllForumTopicMessages": _changing(_unpin, "manage pinned messages in the chat", right="can_pin_messages"),
    "editGeneralForumTopic": _changing(_edit, "edit the topic", general=True),
    "closeGeneralForumTopic": _changing(_close, _SWITCH, general=True),
    "reopenGeneralForumTopic": _changing(_reopen, _SWITCH, general=True),
    "hideGeneralForumTopic": _changing(_hide, "close or open the topic", general=True),
    "unhideGeneralForumTopic": _changing(_unhide, "close or open the topic", general=True),
    "unpinAllGeneralForumTopicMessages": _changing(
        _unpin, "manage pinned messages in the chat", general=True, right="can_pin_messages"
    ),
    "getForumTopicIconStickers": get_icons,
}
