"""Who stands at the counter: asked at every message and tap, in the person's own centre."""

from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.people.accounts import Actor
from bot.people.roles import is_clerk
from bot.places import sheet
from bot.places.permission import is_desk


async def clerk(_event: Any, session: AsyncSession, actor: Actor | None = None) -> dict[str, Any] | bool:
    """A filter; hands on ``centre``, where the person is a clerk."""
    if actor is None or actor.centre is None:
        return False
    return {"centre": actor.centre} if await is_clerk(session, actor.account_id, actor.centre) else False


async def desk(_event: Any, session: AsyncSession, actor: Actor | None = None) -> dict[str, Any] | bool:
    """A filter for what shows nobody's name; hands on ``centre``, where the person is a clerk or an organiser."""
    if actor is None or actor.centre is None or not await is_desk(session, actor.account_id, actor.centre):
        return False
    return {"centre": actor.centre}


async def adviser(_event: Any, session: AsyncSession, actor: Actor | None = None) -> dict[str, Any] | bool:
    """A filter; hands on ``provider``, whose day the person has."""
    if actor is None or actor.centre is None:
        return False
    found = await sheet.provider_of(session, actor.account_id, actor.centre)
    return {"provider": found} if found else False
