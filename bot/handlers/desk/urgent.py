"""Danger inside a conversation with staff: it comes first in their line, and they see what was written."""

from datetime import datetime

from aiogram.types import Message
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.desk import conversations, mirroring
from bot.desk.conversations import Opening
from bot.desk.mirroring import Incoming
from bot.desk.rows import Conversation
from bot.errors import OkienkoError
from bot.handlers.desk.reading import content_of
from bot.people.accounts import Actor


async def pass_on(message: Message, actor: Actor, session: AsyncSession, now: datetime) -> Conversation | None:
    """The conversation that a message in danger belongs to; None for who does not talk with staff."""
    talk = await conversations.of_person(session, actor.channel, actor.chat_id)
    content = content_of(message)
    if talk is None or content is None:
        return talk
    opening = Opening(talk.centre, talk.account_id, actor.channel, actor.chat_id, talk.language, in_danger=True)
    talk = await conversations.open_(session, now, opening)
    incoming = Incoming(actor.channel, actor.chat_id, message.message_id, content, message.media_group_id)
    if message.edit_date is None:
        await mirroring.from_resident(session, now, talk, incoming)
        return talk
    try:
        await mirroring.edited(session, now, incoming)
    except OkienkoError:
        return talk  # the numbers matter now, not what an edit could not show
    return talk
