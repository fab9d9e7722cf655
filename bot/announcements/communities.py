"""Groups and channels in which the bot is: whose they are, and whether it may write there."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.errors import OkienkoError
from bot.people.roles import is_organiser
from bot.storage import writing
from bot.storage.tables import Account, Address, Community, Grant, Role

LONGEST_NAME = 128
LONGEST_ESTATE = 64


class Standing(StrEnum):
    """Whether the bot may write in a group."""

    ACTIVE = "active"
    NO_RIGHTS = "no rights"
    GONE = "gone"


async def seen(
    session: AsyncSession, now: datetime, *, channel: str, chat_id: int, kind: str, title: str, standing: Standing
) -> tuple[Community, Standing | None]:
    """Write down how the bot stands in a chat. Returns it with how it stood before (None: never seen)."""
    await writing(session)
    community = await at(session, channel, chat_id)
    if community is None:
        community = Community(
            channel=channel,
            chat_id=chat_id,
            kind=kind,
            name=title[:LONGEST_NAME] or "?",
            state=standing,
            changed_at=now,
        )
        session.add(community)
        await session.flush()
        return community, None
    before = Standing(community.state)
    community.state, community.changed_at = standing, now
    session.add(community)
    await session.flush()
    return community, before


async def at(session: AsyncSession, channel: str, chat_id: int) -> Community | None:
    """The community at an address."""
    found = await session.exec(
        select(Community).where(col(Community.channel) == channel, col(Community.chat_id) == chat_id)
    )
    return found.first()


async def moved(session: AsyncSession, channel: str, old: int, new: int) -> None:
    """A group became a supergroup: it keeps its name and its centre (outbox hook and service message)."""
    await writing(session)
    community, there = await at(session, channel, old), await at(session, channel, new)
    if community is None or old == new:
        return
    if there is not None:  # the messenger told of the new number first
        await session.delete(there)
        await session.flush()
    community.chat_id, community.state = new, Standing.ACTIVE
    session.add(community)
    await session.flush()


async def lost(session: AsyncSession, channel: str, chat_id: int, now: datetime) -> None:
    """Nobody is there any more, as a delivery found out (outbox hook)."""
    if community := await at(session, channel, chat_id):
        community.state, community.changed_at = Standing.GONE, now
        session.add(community)
        await session.flush()


async def organised_by(session: AsyncSession, account_id: int) -> list[str]:
    """The centres that somebody may claim a group for."""
    rows = await session.exec(
        select(Grant.centre)
        .where(col(Grant.account_id) == account_id, col(Grant.role) == Role.ORGANISER.value)
        .order_by(col(Grant.centre))
    )
    return list(rows)


async def claim(session: AsyncSession, now: datetime, account_id: int, community_id: int, centre: str) -> Community:
    """Say that a group belongs to a centre. Raises `OkienkoError` for outsiders and groups of other centres."""
    await writing(session)
    community = await session.get(Community, community_id, populate_existing=True)
    if community is None or not await is_organiser(session, account_id, centre):
        raise OkienkoError("community-refused")
    if community.centre not in (None, centre):
        raise OkienkoError("community-taken")
    community.centre, community.claimed_by, community.changed_at = centre, account_id, now
    session.add(community)
    await session.flush()
    return community


async def own(session: AsyncSession, account_id: int, community_id: int) -> Community:
    """A claimed community, for an organiser of its centre. Raises `OkienkoError` for everybody else."""
    community = await session.get(Community, community_id)
    if community is None or community.centre is None or not await is_organiser(session, account_id, community.centre):
        raise OkienkoError("community-refused")
    return community


async def describe(
    session: AsyncSession,
    account_id: int,
    community_id: int,
    *,
    name: str | None = None,
    estate: str | None = None,
    self_help: bool | None = None,
) -> Community:
    """Change what is given; an empty ``estate`` means the whole town. Raises `OkienkoError` for outsiders."""
    await writing(session)
    community = await own(session, account_id, community_id)
    if name is not None:
        community.name = " ".join(name.split())[:LONGEST_NAME] or community.name
    if estate is not None:
        community.estate = " ".join(estate.split())[:LONGEST_ESTATE] or None
    if self_help is not None:
        community.self_help = self_help
    session.add(community)
    await session.flush()
    return community


async def release(session: AsyncSession, account_id: int, community_id: int) -> None:
    """The group is nobody's again, and silent. Raises `OkienkoError` for outsiders."""
    await writing(session)
    community = await own(session, account_id, community_id)
    community.centre = community.claimed_by = community.estate = None
    session.add(community)
    await session.flush()


async def of_centre(session: AsyncSession, centre: str) -> Sequence[Community]:
    """All of a centre's groups, also those that cannot be written to: for its organisers only."""
    rows = await session.exec(
        select(Community).where(col(Community.centre) == centre).order_by(col(Community.name), col(Community.id))
    )
    return rows.all()


async def told_about(session: AsyncSession, community: Community) -> tuple[int, str | None] | None:
    """Chat id (on the community's channel) and chosen language of the organiser who claimed it, if still one."""
    if community.claimed_by is None or community.centre is None:
        return None
    if not await is_organiser(session, community.claimed_by, community.centre):
        return None
    rows = await session.exec(
        select(Address.chat_id, Account.language)
        .join(Account, col(Account.id) == col(Address.account_id))
        .where(col(Address.account_id) == community.claimed_by, col(Address.channel) == community.channel)
    )
    return rows.first()
