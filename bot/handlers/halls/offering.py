"""The way from a room's card to reserving it: a button, on cards that lead to a room."""

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.announcements.marks import mark_of
from bot.handlers.halls.buttons import OpenHalls
from bot.handlers.menu import House
from bot.handlers.view import Screen, button
from bot.people.accounts import Actor
from bot.places.halls import rules


async def with_halls(house: House, actor: Actor, session: AsyncSession, screen: Screen) -> Screen:
    """The screen; the one of a card with a room to reserve begins with that button."""
    if screen.about and await rules.of_service(session, screen.about):
        words = house.texts.plain(actor.language, "halls-button-reserve")
        screen.rows.insert(0, [button(words, OpenHalls(about=mark_of(screen.about)))])
    return screen
