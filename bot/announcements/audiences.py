"""Who an announcement reaches: groups of the centre, followers, those who come to something; each once."""

from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Select, union
from sqlmodel import col, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.announcements.communities import Standing
from bot.announcements.following import topics
from bot.storage import Database
from bot.storage.tables import Address, Community, Following

PAGE: Final = 500
COMMUNITY: Final = "community:"
TOPIC: Final = "topic:"

People = Callable[[str, str], Select[Any]]
"""Given (centre, what follows the prefix), selects account ids. Must keep to the centre itself."""

SOURCES: dict[str, People] = {}
"""More audiences of people by prefix: ``SOURCES["event:"] = those_who_come``."""


@dataclass(frozen=True, slots=True)
class Choice:
    """An audience that an organiser may choose. ``people`` is None for a group."""

    key: str
    name: str
    people: int | None


@dataclass(frozen=True, slots=True)
class Reach:
    """How many are reached: people, each once, and the names of the groups."""

    people: int
    groups: tuple[str, ...]

    @property
    def messages(self) -> int:
        return self.people + len(self.groups)


@dataclass(frozen=True, slots=True)
class Recipient:
    """Where one message goes. ``who`` is ``a<account>`` or ``c<community>``."""

    channel: str
    chat_id: int
    who: str


async def choices(session: AsyncSession, centre: str) -> list[Choice]:
    """What can be chosen: groups that can be written to (never self-help ones), then the topics."""
    found = [Choice(f"{COMMUNITY}{c.id}", c.name, None) for c in await _groups(session, centre)]
    counted = await session.exec(
        select(Following.topic, func.count()).where(col(Following.centre) == centre).group_by(col(Following.topic))
    )
    followers = dict(counted.all())
    return found + [
        Choice(f"{TOPIC}{topic}", topic, followers.get(topic, 0)) for topic in await topics(session, centre)
    ]


async def reach(session: AsyncSession, centre: str, audiences: Sequence[str]) -> Reach:
    """How many an announcement to ``audiences`` would reach now."""
    groups = tuple(c.name for c in await _groups(session, centre, audiences))
    people = _people(centre, audiences)
    if people is None:
        return Reach(0, groups)
    reachable = (
        select(func.count(func.distinct(col(Address.account_id))))
        .where(col(Address.account_id).in_(people))
        .where(col(Address.blocked_at).is_(None))
    )
    return Reach((await session.exec(reachable)).one(), groups)


async def recipients(database: Database, centre: str, audiences: Sequence[str]) -> AsyncIterator[Recipient]:
    """Everybody reached, each person at one address, in constant memory. Opens its own sessions."""
    async with database.session() as session:
        groups = await _groups(session, centre, audiences)
    for group in groups:
        yield Recipient(group.channel, group.chat_id, f"c{group.id}")
    people, last = _people(centre, audiences), 0
    while people is not None:
        page = (
            select(Address.account_id, Address.channel, Address.chat_id)
            .where(col(Address.account_id).in_(people), col(Address.blocked_at).is_(None))
            .where(col(Address.account_id) > last)
            # Telegram before our own page: there a message is seen when the page is closed.
            .order_by(col(Address.account_id), col(Address.channel))
            .limit(PAGE)
        )
        async with database.session() as session:
            rows = (await session.exec(page)).all()
        # A person's addresses may lie across the page's end, but the first one, which is taken, does not.
        for account_id, channel, chat_id in rows:
            if account_id > last:
                yield Recipient(channel, chat_id, f"a{account_id}")
            last = account_id
        if len(rows) < PAGE:
            return


async def via(session: AsyncSession, centre: str, audiences: Sequence[str], account_id: int) -> str | None:
    """The first of the audiences to which somebody belongs at this moment; None when to none."""
    for key in audiences:
        people = _people(centre, [key])
        if people is None:
            continue
        members = people.subquery()
        row = await session.exec(select(members.c[0]).where(members.c[0] == account_id).limit(1))
        if row.first() is not None:
            return key
    return None


async def _groups(session: AsyncSession, centre: str, audiences: Sequence[str] | None = None) -> Sequence[Community]:
    statement = (
        select(Community)
        .where(
            col(Community.centre) == centre,
            col(Community.state) == Standing.ACTIVE,
            col(Community.self_help).is_(False),
        )
        .order_by(col(Community.name), col(Community.id))
    )
    if audiences is not None:
        numbers = [int(key.removeprefix(COMMUNITY)) for key in audiences if key.startswith(COMMUNITY)]
        statement = statement.where(col(Community.id).in_(numbers))
    return (await session.exec(statement)).all()


def _people(centre: str, audiences: Sequence[str]) -> Any:
    """Account ids of all audiences of people together, each once; None when there are none of them."""
    parts: list[Any] = []
    for key in audiences:
        if key.startswith(TOPIC):
            parts.append(
                select(Following.account_id).where(
                    col(Following.centre) == centre, col(Following.topic) == key.removeprefix(TOPIC)
                )
            )
        else:
            parts += [source(centre, key.removeprefix(p)) for p, source in SOURCES.items() if key.startswith(p)]
    return union(*parts) if parts else None
