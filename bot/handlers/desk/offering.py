"""The ways to a person: a button on cards, and the screen "talk to a person", as far as somebody is there."""

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.desk import conversations, hours, owing
from bot.handlers.desk.buttons import AskCall, OpenTalk
from bot.handlers.desk.screens import state_screen, when_read
from bot.handlers.menu import House, human_screen
from bot.handlers.view import Row, Screen, button
from bot.people.accounts import Actor


async def staffed(session: AsyncSession, centre: str) -> bool:
    """Whether a centre has a room in which staff get what is passed on."""
    return any(room.trouble is None for room in await owing.rooms_of(session, centre))


async def human(house: House, actor: Actor, session: AsyncSession, now: datetime) -> Screen:
    """ "Talk to a person": how the conversation stands, or what is known of the ways to one."""
    if talk := await conversations.of_person(session, actor.channel, actor.chat_id):
        return await state_screen(house, actor, session, talk, now)
    if actor.centre is None or not await staffed(session, actor.centre):
        return human_screen(house, actor, now)
    desk = await hours.of_centre(session, house.catalogue, actor.centre)
    say = house.texts.plain
    rows: list[Row] = [
        [button(say(actor.language, "talk-button-begin"), OpenTalk())],
        [button(say(actor.language, "call-button"), AskCall())],
    ]
    return human_screen(house, actor, now, when_read(house, actor.language, desk, now), rows)


async def with_call(house: House, actor: Actor, session: AsyncSession, screen: Screen) -> Screen:
    """A card's screen, with a button to be phoned about it where somebody is there who phones."""
    card = house.catalogue.card(screen.about) if screen.about else None
    if card and await staffed(session, card.organization.id):
        at = max(len(screen.rows) - 2, 0)
        words = house.texts.plain(actor.language, "call-button")
        screen.rows.insert(at, [button(words, AskCall(card=card.id))])
    return screen


async def somebody_reads(house: House, session: AsyncSession, centre: str | None, now: datetime) -> bool:
    """Whether a centre's desk is open at this moment, by confirmed hours, and has a room where staff read."""
    if centre is None or not await staffed(session, centre):
        return False
    desk = await hours.of_centre(session, house.catalogue, centre)
    return desk.known and desk.open_at(now)
