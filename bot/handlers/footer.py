"""Answer first; then, once, the footer that the law asks for."""

from datetime import datetime

from aiogram.types import CallbackQuery, Message
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.handlers.menu import House, notice_screen
from bot.handlers.view import Screen, show
from bot.intake.replies import Replies
from bot.people.accounts import Actor, notice_shown


async def with_footer(
    event: Message | CallbackQuery, session: AsyncSession, actor: Actor, house: House, *screens: Screen, now: datetime
) -> Replies:
    """The screens, followed by the notice when this person has not seen it yet."""
    if actor.notice_seen:
        return show(event, *screens)
    await notice_shown(session, actor, now)
    return show(event, *screens, notice_screen(house, actor))
