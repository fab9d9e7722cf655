"""The way from a card to a time: a button, on cards whose service has something free at this moment."""

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.handlers.booking.buttons import BeginBooking
from bot.handlers.menu import House
from bot.handlers.view import Screen, button
from bot.handlers.volunteering.offering import with_helping
from bot.people.accounts import Actor
from bot.places.offered import is_offered


async def with_booking(house: House, actor: Actor, session: AsyncSession, screen: Screen, now: datetime) -> Screen:
    """The screen; the one of a card that can be booked begins with that button."""
    if screen.about and await is_offered(session, now, screen.about):
        words = house.texts.plain(actor.language, "booking-menu")
        screen.rows.insert(0, [button(words, BeginBooking(service=screen.about))])
    return with_helping(house, actor, screen)
