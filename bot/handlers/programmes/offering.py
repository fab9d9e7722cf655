"""The way from a card to its programme: a button for each that is not over."""

from typing import Final

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.announcements.marks import mark_of
from bot.handlers.card import short
from bot.handlers.menu import House
from bot.handlers.programmes.buttons import OpenProgramme
from bot.handlers.view import Screen, button
from bot.people.accounts import Actor
from bot.places.hours import local
from bot.places.programmes import joining, members

MOST: Final = 2


async def with_programmes(house: House, actor: Actor, session: AsyncSession, screen: Screen) -> Screen:
    """The screen; the one of a card with programmes begins with them, a quiet one under no name of its own."""
    found = await joining.of_card(session, screen.about) if screen.about else []
    for programme in reversed(found[:MOST]):
        assert programme.id is not None
        say = house.texts.plain
        meetings = await members.meetings(session, programme.id)
        at = local(meetings[0].starts_at) if meetings else None
        words = say(actor.language, "programme-button-group", day=at.day if at else 0, month=f"{at:%m}" if at else "")
        to = OpenProgramme(id=programme.id, via=mark_of(screen.about or ""))
        screen.rows.insert(0, [button(short(words), to)])
    return screen
