"""Who leads a programme of the person's own centre, or is its organiser: asked at every message and tap."""

from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.people.accounts import Actor
from bot.places.programmes import keepers


async def leads(_event: Any, session: AsyncSession, actor: Actor | None = None) -> dict[str, str] | bool:
    """A filter; hands on ``centre``. What exactly somebody may do, each service asks."""
    if actor is None or actor.centre is None:
        return False
    may = await keepers.may_make(session, actor.account_id, actor.centre)
    return {"centre": actor.centre} if may else False
