"""Forums: which topics there are, whether one may write in them, how far somebody has read them."""

from dataclasses import dataclass
from typing import Final

from sqlalchemy import func
from sqlmodel import col, select

from bot.messenger import rights
from bot.messenger.exchange import Change
from bot.messenger.objects import Json
from bot.messenger.tables import Chat, Member, Message, ReadMark, Topic

GENERAL: Final = 1
"""The number of the topic that every forum has. Its messages carry no number."""


@dataclass(frozen=True)
class TopicLine:
    """A topic as a page lists it for one person."""

    thread_id: int
    name: str
    """Empty for the General one as long as nobody named it."""
    closed: bool
    last: Json | None
    """Its latest message, rendered."""
    unread: bool


async def topic(change: Change, room: Chat, thread_id: int) -> Topic | None:
    """A topic of a forum; the General one also when there is no row of it yet."""
    found = await change.session.get(Topic, (room.id, thread_id)) if 0 < thread_id < 2**31 else None
    if found is None and thread_id == GENERAL and room.is_forum:
        assert room.id is not None
        return Topic(room_id=room.id, thread_id=GENERAL, name="", creator_id=0)
    return found


async def may_write_in(change: Change, room: Chat, thread_id: int | None, member: Member | None, user_id: int) -> bool:
    """Whether a topic takes messages of somebody who may write in the forum: who leads it may in a closed one too."""
    if not room.is_forum:
        return True
    found = await topic(change, room, thread_id or GENERAL)
    if found is None or not found.closed or found.creator_id == user_id:
        return True
    leads = member is not None and member.status in ("creator", "administrator")
    return leads and rights.permitted(room, member, "can_manage_topics")


async def lines(change: Change, room: Chat, user_id: int) -> list[TopicLine]:
    """All topics, the one with the latest message first; the General one stands before them unless it is hidden."""
    query = select(Topic).where(Topic.room_id == room.id)
    known = {row.thread_id: row for row in await change.session.exec(query)}
    newest = select(func.max(Message.message_id)).where(Message.room_id == room.id).group_by(col(Message.thread_id))
    ids = [number for number in await change.session.exec(newest) if number]
    query_of = select(Message).where(Message.room_id == room.id, col(Message.message_id).in_(ids))
    messages = list(await change.session.exec(query_of))
    rendered = await change.render(room, messages)
    last = {m.thread_id or GENERAL: (m, shown) for m, shown in zip(messages, rendered, strict=True)}
    marks = select(ReadMark).where(ReadMark.room_id == room.id, ReadMark.user_id == user_id)
    read = {mark.thread_id: mark.message_id for mark in await change.session.exec(marks)}
    general = known.pop(GENERAL, None) or await topic(change, room, GENERAL)
    shown = [general] if general and not general.hidden else []
    shown += sorted(known.values(), key=lambda one: -_at(last.get(one.thread_id), one.thread_id))
    return [
        TopicLine(
            one.thread_id,
            one.name,
            one.closed,
            last[one.thread_id][1] if one.thread_id in last else None,
            one.thread_id in last and _unread(last[one.thread_id][0], read.get(one.thread_id, 0), user_id),
        )
        for one in shown
    ]


def _at(latest: tuple[Message, Json] | None, otherwise: int) -> int:
    return latest[0].message_id if latest else otherwise


def _unread(latest: Message, read: int, user_id: int) -> bool:
    return latest.message_id > read and latest.sender_id != user_id


async def mark_read(change: Change, room: Chat, user_id: int, thread_id: int, message_id: int) -> None:
    """Remember how far somebody has read; never back again."""
    assert room.id is not None
    mark = await change.session.get(ReadMark, (room.id, user_id, thread_id))
    if mark is None:
        mark = ReadMark(room_id=room.id, user_id=user_id, thread_id=thread_id, message_id=0)
    mark.message_id = max(mark.message_id, min(message_id, 2**31 - 1))
    change.session.add(mark)
