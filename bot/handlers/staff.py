"""/praca: what staff can do here, by their roles in the centre; a button in the menu that only they see."""

from typing import Final

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.handlers.buttons import OpenStaff
from bot.handlers.menu import House, home_screen
from bot.handlers.view import Screen, button, show, way_out
from bot.intake.replies import Replies
from bot.people.accounts import Actor
from bot.people.roles import names_of_roles
from bot.texts import Html

SHOWN: Final = ("clerk", "adviser", "organiser")
"""Roles with something to do here, in this order."""

router = Router(name="staff")


@router.message(Command("praca", "work", "robota"))
async def command(message: Message, actor: Actor, house: House, session: AsyncSession) -> Replies:
    return show(message, await _screen(house, actor, session))


@router.callback_query(OpenStaff.filter())
async def tapped(tap: CallbackQuery, actor: Actor, house: House, session: AsyncSession) -> Replies:
    return show(tap, await _screen(house, actor, session))


async def with_staff(house: House, actor: Actor, session: AsyncSession, screen: Screen) -> Screen:
    """The menu; for staff of the centre it begins with the way to their work."""
    if await _roles(session, actor):
        screen.rows.insert(0, [button(house.texts.plain(actor.language, "staff-button"), OpenStaff())])
    return screen


async def _screen(house: House, actor: Actor, session: AsyncSession) -> Screen:
    """Commands with a few words each; who has no role in the centre gets the menu, as everybody does."""
    roles = await _roles(session, actor)
    if not roles or actor.centre is None:
        return home_screen(house, actor)
    texts, language = house.texts, actor.language
    parts = [texts.html(language, "staff-title", city=house.city(actor.centre, language))]
    parts += [texts.html(language, f"staff-{role}") for role in roles]
    return Screen(Html("\n\n".join(parts)), [way_out(texts, language)])


async def _roles(session: AsyncSession, actor: Actor) -> list[str]:
    if actor.centre is None:
        return []
    theirs = await names_of_roles(session, actor.account_id, actor.centre)
    return [role for role in SHOWN if role in theirs]
