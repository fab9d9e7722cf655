"""Everybody who does not organise the centre: a friendly sentence, and nothing learnt."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from bot.handlers.announcing import communities, composing, listing
from bot.handlers.menu import House
from bot.handlers.view import Screen, show, way_out
from bot.intake.replies import Replies
from bot.people.accounts import Actor

router = Router(name="announcing for others")


@router.message(composing.COMMAND)
@router.message(listing.COMMAND)
@router.message(communities.COMMAND)
async def refuse(message: Message, actor: Actor, house: House) -> Replies:
    return show(message, _refusal(house, actor))


@router.callback_query(F.data.regexp(r"^(a[cil]:|an$|al$|s[gl](:|$))"))
async def refuse_tap(tap: CallbackQuery, actor: Actor, house: House) -> Replies:
    return show(tap, _refusal(house, actor))


def _refusal(house: House, actor: Actor) -> Screen:
    return Screen(house.texts.html(actor.language, "announce-refused"), [way_out(house.texts, actor.language)])
