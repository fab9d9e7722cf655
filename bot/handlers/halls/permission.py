"""Who keeps rooms: organisers and clerks, asked at every message and tap, in the person's own centre."""

from collections.abc import Collection
from datetime import date
from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.handlers.menu import House
from bot.people.accounts import Actor
from bot.places.booking import Booker
from bot.places.permission import is_desk


async def keeps_halls(_event: Any, session: AsyncSession, actor: Actor | None = None) -> dict[str, str] | bool:
    """A filter; hands on ``centre``, where the person is an organiser or a clerk."""
    if actor is None or actor.centre is None or not await is_desk(session, actor.account_id, actor.centre):
        return False
    return {"centre": actor.centre}


def closing_days_of(house: House, centre: str) -> Collection[date]:
    """The days on which a centre is closed by its card."""
    found = house.catalogue.centre(centre)
    return found.organization.closing_days if found else ()


def booker_of(actor: Actor) -> Booker:
    """Who reserves, and where the answer goes."""
    return Booker(actor.account_id, actor.channel, actor.chat_id)
