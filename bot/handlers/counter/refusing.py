"""A friendly no for who is neither at the desk nor an adviser; and an adviser's number before the desk links it."""

from typing import Final

from aiogram import F, Router
from aiogram.filters import or_f
from aiogram.types import CallbackQuery, Message
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.handlers.counter import advisers, advising, calling, reporting, writing_down
from bot.handlers.counter.buttons import PREFIXES
from bot.handlers.menu import House
from bot.handlers.view import Screen, show, way_out
from bot.intake.replies import Replies
from bot.people.accounts import Actor
from bot.people.roles import is_adviser

_DESK: Final = (writing_down.COMMAND, calling.COMMAND, advisers.COMMAND, reporting.COMMAND)

router = Router(name="counter for others")


@router.message(advising.COMMAND)
async def not_linked(message: Message, actor: Actor, house: House, session: AsyncSession) -> Replies:
    """An adviser whose account is nobody's day yet learns the number that the desk needs."""
    if actor.centre is None or not await is_adviser(session, actor.account_id, actor.centre):
        return show(message, _refused(house, actor))
    text = house.texts.html(actor.language, "counter-not-linked", account=str(actor.account_id))
    return show(message, Screen(text, [way_out(house.texts, actor.language)]))


@router.message(or_f(*_DESK))
async def refuse(message: Message, actor: Actor, house: House) -> Replies:
    return show(message, _refused(house, actor))


@router.callback_query(F.data.regexp(PREFIXES))
async def refuse_tap(tap: CallbackQuery, actor: Actor, house: House) -> Replies:
    return show(tap, _refused(house, actor))


def _refused(house: House, actor: Actor) -> Screen:
    return Screen(house.texts.html(actor.language, "counter-refused"), [way_out(house.texts, actor.language)])
