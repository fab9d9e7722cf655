"""The messenger tells that somebody blocked the bot or let it in again."""

from datetime import datetime

from aiogram import F, Router
from aiogram.enums import ChatMemberStatus
from aiogram.types import ChatMemberUpdated
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.desk import ending
from bot.intake.replies import Replies
from bot.people.accounts import forget_dialogue, forget_visitor, mark_blocked

router = Router(name="membership")


@router.my_chat_member(F.chat.type == "private")
async def blocked_or_back(change: ChatMemberUpdated, session: AsyncSession, channel: str, now: datetime) -> Replies:
    """Nothing is sent to somebody who blocked us, until they come back.

    On our own page this is the quick exit: that visitor's number never comes again, so nothing is kept.
    """
    gone = change.new_chat_member.status == ChatMemberStatus.KICKED
    if gone and channel == "web":
        await ending.left(session, now, channel, change.chat.id)
        await forget_visitor(session, channel, change.chat.id)
        return []
    if gone:
        await forget_dialogue(session, channel, change.chat.id)
    await mark_blocked(session, channel, change.chat.id, now if gone else None)
    return []
