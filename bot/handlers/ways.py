"""What leads on from a card beside the card's own buttons: to a free time, a group, a call."""

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.handlers.booking.offering import with_booking
from bot.handlers.desk.offering import with_call
from bot.handlers.halls.offering import with_halls
from bot.handlers.menu import House
from bot.handlers.programmes.offering import with_programmes
from bot.handlers.view import Screen
from bot.people.accounts import Actor


async def with_ways(house: House, actor: Actor, session: AsyncSession, screen: Screen, now: datetime) -> Screen:
    """The screen; one of a card has the ways that are open at this moment."""
    screen = await with_call(house, actor, session, screen)
    screen = await with_programmes(house, actor, session, screen)
    screen = await with_halls(house, actor, session, screen)
    return await with_booking(house, actor, session, screen, now)
