"""Who may announce: the role in the person's own centre, asked at every message and tap."""

from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.people.accounts import Actor
from bot.people.roles import is_organiser


async def organises(_event: Any, session: AsyncSession, actor: Actor | None = None) -> dict[str, str] | bool:
    """A filter; hands on ``centre``, where the person is an organiser."""
    if actor is None or actor.centre is None or not await is_organiser(session, actor.account_id, actor.centre):
        return False
    return {"centre": actor.centre}
