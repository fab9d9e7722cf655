"""Who coordinates: organisers and clerks, asked at every message and tap, in the person's own centre."""

from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.people.accounts import Actor
from bot.places.permission import is_desk


async def coordinates(_event: Any, session: AsyncSession, actor: Actor | None = None) -> dict[str, str] | bool:
    """A filter; hands on ``centre``, where the person is an organiser or a clerk."""
    if actor is None or actor.centre is None or not await is_desk(session, actor.account_id, actor.centre):
        return False
    return {"centre": actor.centre}
