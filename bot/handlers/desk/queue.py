"""/kolejka: who waits; /tydzien: the desk's week in numbers. In the staff room, and in private for its staff."""

from datetime import datetime, timedelta
from typing import Final

from aiogram import Router
from aiogram.filters import Command
from aiogram.methods import SendMessage
from aiogram.types import Message
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.desk import conversations, escalation, weekly
from bot.desk.permission import Clerk, is_staff
from bot.desk.rows import ConversationTopic, StaffRoom
from bot.handlers.desk.permission import AtWork, desk_staff
from bot.handlers.desk.room_screens import STAFF_LANGUAGE
from bot.handlers.menu import House
from bot.handlers.view import Screen, show, way_out
from bot.intake.replies import Replies
from bot.people.accounts import Actor
from bot.places.wording import local_day
from bot.texts import Html

QUEUE: Final = Command("kolejka", "queue", "cherha")
WEEK: Final = Command("tydzien", "week", "tyzhden")
LISTED: Final = 20
in_room = Router(name="the queue in a staff room")
in_room.message.filter(AtWork())
private = Router(name="the queue in private")
private.message.filter(desk_staff)
others = Router(name="the queue for others")


@in_room.message(QUEUE)
async def queue_in_room(
    message: Message, room: StaffRoom, clerk: Clerk, house: House, session: AsyncSession, now: datetime
) -> Replies:
    if not await is_staff(session, clerk.account_id, room.centre):
        return [_here(message, house.texts.html(STAFF_LANGUAGE, "room-refused"))]
    return [_here(message, await queue_said(house, session, room.centre, STAFF_LANGUAGE, now, room))]


@private.message(QUEUE)
async def queue_in_private(
    message: Message, centre: str, actor: Actor, house: House, session: AsyncSession, now: datetime
) -> Replies:
    text = await queue_said(house, session, centre, actor.language, now)
    return show(message, Screen(text, [way_out(house.texts, actor.language)]))


@private.message(WEEK)
async def week(
    message: Message, centre: str, actor: Actor, house: House, session: AsyncSession, now: datetime
) -> Replies:
    """The last whole week; the picture comes as a message of its own. For organisers: the service asks."""
    today = local_day(now)
    monday = today - timedelta(days=today.weekday() + 7)
    await weekly.owe(session, now, centre, monday, actor.account_id, (actor.channel, actor.chat_id))
    text = house.texts.html(actor.language, "room-week-comes")
    return show(message, Screen(text, [way_out(house.texts, actor.language)]))


@others.message(QUEUE)
@others.message(WEEK)
async def refused(message: Message, actor: Actor, house: House) -> Replies:
    text = house.texts.html(actor.language, "room-refused")
    return show(message, Screen(text, [way_out(house.texts, actor.language)]))


async def queue_said(
    house: House, session: AsyncSession, centre: str, language: str, now: datetime, room: StaffRoom | None = None
) -> Html:
    """Who waits, danger first, then the longest; in Telegram each number leads to its topic."""
    waiting = await conversations.line(session, centre, most=1000)
    if not waiting:
        return house.texts.html(language, "room-queue-empty")
    longest = min(one.waiting_since for one in waiting if one.waiting_since)
    lines: list[str] = [
        house.texts.html(language, "desk-said-morning", count=len(waiting), **escalation.since(longest, now))
    ]
    for one in waiting[:LISTED]:
        assert one.waiting_since is not None
        line = house.texts.html(
            language,
            "desk-said-morning-line",
            number=str(one.number),
            spoken=one.language,
            kind=one.kind,
            danger="yes" if one.in_danger else "no",
            **escalation.since(one.waiting_since, now),
        )
        where = await _topic(session, one.id, room) if room else None
        lines.append(f'<a href="{where}">{line}</a>' if where else line)
    return Html("\n".join(lines))


async def _topic(session: AsyncSession, number: int | None, room: StaffRoom) -> str | None:
    """A topic's address in Telegram; elsewhere there is none."""
    topic = await session.get(ConversationTopic, (number, room.channel, room.chat_id))
    if topic is None or topic.thread_id is None or room.channel != "telegram":
        return None
    return f"https://t.me/c/{str(room.chat_id).removeprefix('-100')}/{topic.thread_id}"


def _here(message: Message, text: str) -> SendMessage:
    thread = message.message_thread_id if message.is_topic_message else None
    return SendMessage(chat_id=message.chat.id, text=text, message_thread_id=thread)
