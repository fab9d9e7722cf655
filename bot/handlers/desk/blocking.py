"""/zablokuj and /odblokuj in the topic of a conversation: staff need not read somebody for a week, with a reason."""

from datetime import datetime

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import Message
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.desk import audit
from bot.desk.audit import Action
from bot.desk.permission import Clerk
from bot.desk.rows import Conversation
from bot.errors import OkienkoError
from bot.handlers.desk.permission import AtWork, InTopic
from bot.handlers.desk.room_screens import STAFF_LANGUAGE, in_topic
from bot.handlers.desk.writing import refusal
from bot.handlers.menu import House
from bot.intake.replies import Replies
from bot.people import blocks
from bot.places.wording import moment_said

router = Router(name="blocking")
router.message.filter(InTopic(), AtWork())


@router.message(Command("zablokuj", "block"))
async def block(
    message: Message,
    command: CommandObject,
    talk: Conversation,
    clerk: Clerk,
    house: House,
    session: AsyncSession,
    now: datetime,
) -> Replies:
    """/zablokuj grozi pracownikom: the reason is for the centre, the resident hears only until when."""
    if talk.account_id is None:
        return [in_topic(message, house.texts.html(STAFF_LANGUAGE, "desk-gone"))]
    try:
        made = await blocks.block(session, now, talk.centre, talk.account_id, clerk.account_id, command.args or "")
    except OkienkoError as error:
        return [refusal(message, house, error)]
    audit.write(session, now, Action.BLOCKED, talk, clerk.account_id)
    until = moment_said(house.texts, STAFF_LANGUAGE, made.until)
    return [in_topic(message, house.texts.html(STAFF_LANGUAGE, "block-done", until=until))]


@router.message(Command("odblokuj", "unblock"))
async def unblock(
    message: Message, talk: Conversation, clerk: Clerk, house: House, session: AsyncSession, now: datetime
) -> Replies:
    if talk.account_id is None:
        return [in_topic(message, house.texts.html(STAFF_LANGUAGE, "desk-gone"))]
    try:
        lifted = await blocks.lift(session, now, talk.centre, talk.account_id, clerk.account_id)
    except OkienkoError as error:
        return [refusal(message, house, error)]
    if lifted:
        audit.write(session, now, Action.UNBLOCKED, talk, clerk.account_id)
    return [in_topic(message, house.texts.html(STAFF_LANGUAGE, "block-lifted" if lifted else "block-none"))]
