"""/pokoj, or the bot added to a group with topics: an organiser says in private whose staff room that is."""

from datetime import datetime
from typing import Final

from aiogram import F, Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.enums import ChatMemberStatus
from aiogram.filters import BaseFilter, Command
from aiogram.methods import SendMessage
from aiogram.types import (
    CallbackQuery,
    Chat,
    ChatMemberAdministrator,
    ChatMemberOwner,
    ChatMemberUpdated,
    InlineKeyboardMarkup,
    Message,
    ReplyParameters,
)
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.desk import mirroring, owing
from bot.desk import rooms as staff_rooms
from bot.desk.rows import StaffRoom
from bot.handlers.announcing import communities
from bot.handlers.desk.buttons import SetRoom
from bot.handlers.menu import House
from bot.handlers.view import Screen, button, show, way_out
from bot.intake.replies import Replies
from bot.people.accounts import Actor
from bot.people.roles import roles_in

membership = Router(name="the bot in staff rooms")
router = Router(name="staff rooms in their group")
private = Router(name="staff rooms in private")
COMMAND: Final = Command("pokoj", "room", "kimnata")


@membership.my_chat_member(F.chat.is_forum)
async def added_or_removed(
    change: ChatMemberUpdated, actor: Actor | None, house: House, session: AsyncSession, channel: str, now: datetime
) -> Replies:
    """A group with topics may be a staff room, or one of residents: whoever added the bot is asked in private."""
    asked: Replies = await communities.added_or_removed(change, actor, house, session, channel, now)
    member = change.new_chat_member
    if await staff_rooms.at(session, channel, change.chat.id):
        await _looked_after(change, session, channel, now)
        return []
    if actor is None or member.status in (ChatMemberStatus.LEFT, ChatMemberStatus.KICKED):
        return asked
    screen = await _question(house, actor, session, change.chat)
    if screen is None:
        return asked
    theirs = next((reply.reply_markup for reply in asked if isinstance(reply, SendMessage)), None)
    if isinstance(theirs, InlineKeyboardMarkup):
        said = house.texts.html(actor.language, "room-or-community")
        return [*_private(actor, screen), *_private(actor, Screen(said, theirs.inline_keyboard))]
    return _private(actor, screen)


async def _looked_after(change: ChatMemberUpdated, session: AsyncSession, channel: str, now: datetime) -> None:
    """What was changed about the bot in a staff room: gone, without rights, or well again."""
    member = change.new_chat_member
    if member.status in (ChatMemberStatus.LEFT, ChatMemberStatus.KICKED):
        await staff_rooms.trouble(session, now, channel, change.chat.id, staff_rooms.GONE)
    elif not isinstance(member, ChatMemberOwner | ChatMemberAdministrator) or (
        isinstance(member, ChatMemberAdministrator) and not member.can_manage_topics
    ):
        await staff_rooms.trouble(session, now, channel, change.chat.id, staff_rooms.NO_RIGHTS)
    else:
        await _well_again(session, channel, change.chat.id, now)


async def _well_again(session: AsyncSession, channel: str, chat_id: int, now: datetime) -> None:
    """Nobody has to set the room anew: what waited comes by itself."""
    if centre := await staff_rooms.well(session, now, channel, chat_id):
        await mirroring.bring_all(session, now, centre)


class TopicsAgain(BaseFilter):
    """Topics were switched on again in a staff room: no update tells of it, but every message there."""

    async def __call__(self, message: Message, room: StaffRoom) -> bool:
        return bool(message.chat.is_forum) and room.trouble == staff_rooms.NO_FORUM


topics_again = Router(name="topics are on again")


@topics_again.message(TopicsAgain())
async def heal(message: Message, session: AsyncSession, channel: str, now: datetime) -> Replies:
    await _well_again(session, channel, message.chat.id, now)
    raise SkipHandler


@router.message(COMMAND)
async def command(message: Message, actor: Actor | None, house: House, session: AsyncSession, username: str) -> Replies:
    """/pokoj in a group. Nothing is decided before others: the question comes in private, to organisers only."""
    texts = house.texts
    language = actor.language if actor else owing.STAFF_LANGUAGE
    screen = await _question(house, actor, session, message.chat) if actor else None
    if actor is None or screen is None:
        return _here(message, texts.html(language, "room-refused"))
    if not message.chat.is_forum:
        return _here(message, texts.html(language, "room-no-topics"))
    return [*_here(message, texts.html(language, "room-in-private")), *_private(actor, screen)]


@private.message(COMMAND)
async def command_in_private(message: Message, actor: Actor, house: House, session: AsyncSession) -> Replies:
    """/pokoj in private says how it is done."""
    mine = await _centres(house, actor, session)
    key = "room-how" if mine else "room-refused"
    return show(message, Screen(house.texts.html(actor.language, key), [way_out(house.texts, actor.language)]))


@private.callback_query(SetRoom.filter())
async def confirmed(
    tap: CallbackQuery, callback_data: SetRoom, actor: Actor, house: House, session: AsyncSession, now: datetime
) -> Replies:
    """Yes, that group. The service asks for the role in that very centre; what is open goes there at once."""
    await staff_rooms.register(
        session, now, callback_data.centre, actor.channel, callback_data.chat, by=actor.account_id
    )
    await mirroring.bring_all(session, now, callback_data.centre)
    city = house.city(callback_data.centre, actor.language)
    text = house.texts.html(actor.language, "room-set", city=city)
    return show(tap, Screen(text, [way_out(house.texts, actor.language)]))


@router.message(F.migrate_to_chat_id)
async def moved(message: Message, session: AsyncSession, channel: str) -> Replies:
    """The group has a new number."""
    assert message.migrate_to_chat_id is not None
    await staff_rooms.moved(session, channel, message.chat.id, message.migrate_to_chat_id)
    followed: Replies = await communities.moved(message, session, channel)
    return followed


async def _centres(house: House, actor: Actor, session: AsyncSession) -> list[str]:
    """Where somebody may say which room staff work in."""
    return [
        centre
        for centre in house.catalogue.ids
        if not staff_rooms.MAY_SET.isdisjoint(await roles_in(session, actor.account_id, centre))
    ]


async def _question(house: House, actor: Actor, session: AsyncSession, chat: Chat) -> Screen | None:
    """Is this the staff room? None for who may not say so."""
    centres = await _centres(house, actor, session)
    if not centres:
        return None
    rows = [
        [
            button(
                house.texts.plain(actor.language, "room-button", city=house.city(centre, actor.language)),
                SetRoom(chat=chat.id, centre=centre),
            )
        ]
        for centre in centres
    ]
    return Screen(house.texts.html(actor.language, "room-which", name=chat.title or "?"), rows)


def _private(actor: Actor, screen: Screen) -> Replies:
    return [SendMessage(chat_id=actor.chat_id, text=screen.text, reply_markup=screen.markup)]


def _here(message: Message, text: str) -> Replies:
    return [
        SendMessage(
            chat_id=message.chat.id,
            text=text,
            message_thread_id=message.message_thread_id if message.is_topic_message else None,
            reply_parameters=ReplyParameters(message_id=message.message_id, allow_sending_without_reply=True),
        )
    ]
