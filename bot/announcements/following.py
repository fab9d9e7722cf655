"""What residents want to hear of: one tap on, one tap off. The row is the consent."""

from datetime import datetime
from typing import Final

from sqlmodel import col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.storage import writing
from bot.storage.tables import Announcement, Community, Following

EVERYBODY: Final = "centre"
"""What the centre tells everybody who agreed to that."""
TOPICS: Final = (EVERYBODY, "seniors", "parents", "children-youth", "volunteers", "ngo")
ESTATE: Final = "estate:"
"""Begins the topic of one's own estate; the estate's name follows."""


async def topics(session: AsyncSession, centre: str) -> list[str]:
    """What can be followed in a centre: the fixed topics and the estates that have a group."""
    rows = await session.exec(
        select(Community.estate)
        .where(col(Community.centre) == centre, col(Community.estate).is_not(None), col(Community.self_help).is_(False))
        .distinct()
        .order_by(col(Community.estate))
    )
    return [*TOPICS, *(f"{ESTATE}{estate}" for estate in rows)]


async def followed(session: AsyncSession, account_id: int, centre: str) -> set[str]:
    """What somebody follows in a centre."""
    rows = await session.exec(
        select(Following.topic).where(col(Following.account_id) == account_id, col(Following.centre) == centre)
    )
    return set(rows)


async def follow(session: AsyncSession, now: datetime, account_id: int, centre: str, topic: str) -> bool:
    """Begin to follow. False for a topic that the centre does not have, or one that is followed already."""
    await writing(session)
    if topic not in await topics(session, centre) or topic in await followed(session, account_id, centre):
        return False
    session.add(Following(account_id=account_id, centre=centre, topic=topic, since=now))
    await session.flush()
    return True


async def unfollow(session: AsyncSession, account_id: int, centre: str, topic: str) -> bool:
    """Stop following, for good and at once. False when it was not followed."""
    await writing(session)
    done = await session.exec(
        delete(Following)
        .where(
            col(Following.account_id) == account_id,
            col(Following.centre) == centre,
            col(Following.topic) == topic,
        )
        .execution_options(synchronize_session=False)
    )
    return bool(done.rowcount)


async def topic_of(session: AsyncSession, announcement_id: int, number: int) -> tuple[str, str] | None:
    """Centre and topic behind a button "no more of this"; None when the announcement is gone."""
    announcement = await session.get(Announcement, announcement_id)
    if announcement is None or not 0 <= number < len(announcement.audiences):
        return None
    kind, _, topic = announcement.audiences[number].partition(":")
    return (announcement.centre, topic) if kind == "topic" else None
