"""After a conversation: one tap to say how it was, and the way back to it. Only for whose it was."""

from datetime import datetime

from aiogram import Router
from aiogram.methods import AnswerCallbackQuery
from aiogram.types import CallbackQuery
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.desk import conversations, rating, working
from bot.desk.rows import Conversation
from bot.errors import OkienkoError
from bot.handlers.desk.buttons import Work
from bot.handlers.desk.screens import state_screen
from bot.handlers.menu import House
from bot.handlers.view import show
from bot.intake.replies import Replies
from bot.people.accounts import Actor

router = Router(name="after a talk")


@router.callback_query(Work.filter())
async def after(
    tap: CallbackQuery, callback_data: Work, actor: Actor, house: House, session: AsyncSession, now: datetime
) -> Replies:
    """In a resident's own chat the desk's buttons do only what is theirs."""
    number, what = callback_data.id, callback_data.what
    if what.startswith("rate-"):
        stars = what.removeprefix("rate-")
        kept = await rating.rate(session, now, number, actor.account_id, int(stars) if stars.isdecimal() else 0)
        key = "talk-rated" if kept else "talk-rated-already"
        return [AnswerCallbackQuery(callback_query_id=tap.id, text=house.texts.plain(actor.language, key))]
    talk = await session.get(Conversation, number)
    if what != "reopen" or talk is None or talk.account_id != actor.account_id:
        raise OkienkoError("desk-not-yours")
    present = await conversations.of_person(session, actor.channel, actor.chat_id)
    talk = present or await working.reopen(session, now, number, actor.account_id)
    return show(tap, await state_screen(house, actor, session, talk, now))
