"""What staff write in a topic: a note, unless it answers the resident's own message or "Odpowiedz".

The safe way is the easy one: whoever only types has told nobody outside.
"""

from datetime import datetime
from enum import Enum, auto
from typing import Final

from aiogram import Bot, F, Router
from aiogram.filters import Command, CommandObject
from aiogram.methods import ReopenForumTopic, SetMessageReaction
from aiogram.types import Message, ReactionTypeEmoji
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.desk import hours, mirroring, working
from bot.desk.conversations import State
from bot.desk.mirroring import RESIDENT, Incoming
from bot.desk.permission import Clerk
from bot.desk.rows import Conversation, ConversationTopic
from bot.errors import OkienkoError
from bot.handlers.desk.buttons import SendNote, Work
from bot.handlers.desk.permission import AtWork, InTopic
from bot.handlers.desk.reading import CANNOT_PASS, content_of
from bot.handlers.desk.room_screens import STAFF_LANGUAGE, answer_said, in_topic
from bot.handlers.menu import House
from bot.handlers.view import button
from bot.intake.replies import Replies, Reply

router = Router(name="staff write")
router.message.filter(InTopic(), AtWork())
router.edited_message.filter(InTopic(), AtWork())
shut = Router(name="topics shut by hand")
shut.message.filter(InTopic())
outsiders = Router(name="others write in staff rooms")
outsiders.message.filter(InTopic())
PASS: Final = Command("przekaz", "pass", "peredaty")
NOTED: Final = "✍"
"""Put on a note, so that whoever wrote it sees that it is one."""


@router.message(PASS)
async def pass_on(
    message: Message,
    command: CommandObject,
    talk: Conversation,
    clerk: Clerk,
    house: House,
    session: AsyncSession,
    now: datetime,
) -> Replies:
    """/przekaz prawnik: into the line of a unit."""
    unit = (command.args or "").strip()
    if not unit:
        return [in_topic(message, house.texts.html(STAFF_LANGUAGE, "room-unit-how"))]
    desk = await hours.of_centre(session, house.catalogue, talk.centre)
    try:
        await working.pass_on(session, now, talk.id or 0, clerk, desk, unit=unit)
    except OkienkoError as error:
        return [refusal(message, house, error)]
    return [in_topic(message, house.texts.html(STAFF_LANGUAGE, "room-passed-unit", unit=unit[:64]))]


@router.message()
async def written(
    message: Message,
    talk: Conversation,
    clerk: Clerk,
    house: House,
    session: AsyncSession,
    now: datetime,
    bot: Bot,
    channel: str,
) -> Replies:
    """A reply to the resident's message goes out, everything else is a note."""
    content = content_of(message)
    meant = await _meant(message, talk, session, house, bot, channel)
    if content is None:
        if message.content_type in CANNOT_PASS and meant is Meant.OUT:
            return [in_topic(message, house.texts.html(STAFF_LANGUAGE, "room-cannot-pass"))]
        return []  # a service message, a sticker among colleagues
    if (message.text or "").startswith("/"):
        return [in_topic(message, house.texts.html(STAFF_LANGUAGE, "room-commands"))]
    source = Incoming(channel, message.chat.id, message.message_id, content, message.media_group_id)
    if meant is Meant.OUT:
        return await send(message, talk, clerk, house, session, now, source)
    try:
        note = await working.note(session, now, talk.id or 0, clerk, source)
    except OkienkoError as error:
        return [refusal(message, house, error)]
    if meant is Meant.UNSURE:
        rows = [[button(house.texts.plain(STAFF_LANGUAGE, "room-button-send-note"), SendNote(message=note.id or 0))]]
        return [in_topic(message, house.texts.html(STAFF_LANGUAGE, "room-was-note"), rows)]
    mark = ReactionTypeEmoji(emoji=NOTED)
    return [SetMessageReaction(chat_id=message.chat.id, message_id=message.message_id, reaction=[mark])]


async def send(
    message: Message,
    talk: Conversation,
    clerk: Clerk,
    house: House,
    session: AsyncSession,
    now: datetime,
    source: Incoming,
) -> Replies:
    """Hold a reply for ten seconds, or until its author has the conversation. Who answers what nobody has takes it."""
    try:
        await take_if_free(talk, clerk, house, session, now)
        answer = await mirroring.to_resident(session, now, talk, clerk, source.content, source)
    except OkienkoError as error:
        return [refusal(message, house, error, talk)]
    said, rows = answer_said(house, answer)
    return [in_topic(message, said, rows)]


async def take_if_free(talk: Conversation, clerk: Clerk, house: House, session: AsyncSession, now: datetime) -> None:
    """An answer to what nobody has takes it, so that no colleague answers beside it."""
    if talk.state not in (State.WAITING, State.SNOOZED):
        return
    try:
        await working.take(
            session, now, talk.id or 0, clerk, await hours.of_centre(session, house.catalogue, talk.centre)
        )
    except OkienkoError as error:
        if error.key != "desk-taken-by":  # somebody was quicker: the reply is held then
            raise


@router.edited_message()
async def changed(
    message: Message, talk: Conversation, house: House, session: AsyncSession, now: datetime, channel: str
) -> Replies:
    """A reply that went out changes at the resident's too; a note only here."""
    content = content_of(message)
    if content is None:
        return []
    try:
        await mirroring.edited(session, now, Incoming(channel, message.chat.id, message.message_id, content))
    except OkienkoError as error:
        return [refusal(message, house, error)]
    return []


@shut.message(F.forum_topic_closed)
async def shut_by_hand(message: Message, talk: Conversation, house: House) -> Replies:
    """Whoever closes the topic of somebody who is still there is told how a conversation is ended instead."""
    if talk.state == State.CLOSED or message.message_thread_id is None:
        return []
    said = house.texts.html(STAFF_LANGUAGE, "room-shut-by-hand")
    reopen = ReopenForumTopic(chat_id=message.chat.id, message_thread_id=message.message_thread_id)
    return [reopen, in_topic(message, said, reply=False)]


@outsiders.message()
async def outsider(
    message: Message, talk: Conversation, house: House, session: AsyncSession, bot: Bot, channel: str
) -> Replies:
    """Who only sits in the group: nothing of theirs is passed on or kept. Told where they meant to answer."""
    if await _meant(message, talk, session, house, bot, channel) is Meant.NOTE:
        return []
    return [in_topic(message, house.texts.html(STAFF_LANGUAGE, "room-refused"))]


class Meant(Enum):
    """For whom a message in a topic is."""

    NOTE = auto()
    OUT = auto()
    UNSURE = auto()
    """It answers the card, on which only our words stand: it is kept as a note, and a button sends it."""


async def _meant(
    message: Message, talk: Conversation, session: AsyncSession, house: House, bot: Bot, channel: str
) -> Meant:
    replied = message.reply_to_message
    if replied is None or replied.forum_topic_created is not None:  # whatever is written in a topic "answers" its begin
        return Meant.NOTE
    if replied.from_user is None or replied.from_user.id != bot.id:
        return Meant.NOTE
    prompt = house.texts.plain(STAFF_LANGUAGE, "room-answer-prompt", number=str(talk.number))
    if (replied.text or "").endswith(prompt):
        return Meant.OUT
    copied = await mirroring.conversation_of_copy(session, channel, message.chat.id, replied.message_id)
    if copied and copied[0].id == talk.id and copied[1].who == RESIDENT:
        return Meant.OUT
    topic = await session.get(ConversationTopic, (talk.id, channel, message.chat.id))
    return Meant.UNSURE if topic and topic.card_id == replied.message_id else Meant.NOTE


def refusal(message: Message, house: House, error: OkienkoError, talk: Conversation | None = None) -> Reply:
    """Why a step was not taken, said in the topic; what was ended can be opened again."""
    rows = None
    if error.key == "desk-closed" and talk is not None:
        again = house.texts.plain(STAFF_LANGUAGE, "desk-button-reopen")
        rows = [[button(again, Work(what="reopen", id=talk.id or 0))]]
    return in_topic(message, house.texts.html(STAFF_LANGUAGE, error.key, **error.values), rows)
