"""Somebody says for which organisation they speak; the keeper's word makes it so."""

from datetime import datetime
from typing import Final

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.handlers.halls.buttons import OpenHalls, SpeakFor
from bot.handlers.halls.forms import Asked
from bot.handlers.halls.permission import booker_of
from bot.handlers.halls.screens import halls_screen
from bot.handlers.menu import House
from bot.handlers.view import Screen, show, way_out
from bot.intake.replies import Replies
from bot.people.accounts import Actor
from bot.places.halls import organisations, rules

router = Router(name="organisations")

FORM_ORGANISATION: Final = "halls:organisation"


@router.message(Asked(FORM_ORGANISATION), Command("anuluj", "cancel", "skasuvaty"))
async def leave(message: Message, actor: Actor, house: House, session: AsyncSession, state: FSMContext) -> Replies:
    await state.set_state(None)
    places = await rules.of_centre(session, actor.centre or "")
    return show(message, await halls_screen(house, actor, session, places, "halls-left"))


@router.callback_query(SpeakFor.filter())
async def speak_for(tap: CallbackQuery, actor: Actor, house: House, state: FSMContext) -> Replies:
    await state.set_state(FORM_ORGANISATION)
    text = house.texts.html(actor.language, "halls-ask-organisation")
    return show(tap, Screen(text, [way_out(house.texts, actor.language, OpenHalls())]))


@router.message(Asked(FORM_ORGANISATION), F.text, ~F.text.startswith("/"))
async def organisation(
    message: Message, actor: Actor, house: House, session: AsyncSession, state: FSMContext, now: datetime
) -> Replies:
    row = await organisations.ask(session, now, booker_of(actor), actor.centre or "", message.text or "")
    await state.set_state(None)
    text = house.texts.html(actor.language, "halls-organisation-sent", name=row.name)
    return show(message, Screen(text, [way_out(house.texts, actor.language, OpenHalls())]))
