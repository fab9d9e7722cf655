"""A whole bot with its outbox: what leaves for many is caught at the end of the line."""

from collections.abc import AsyncIterator, Awaitable, Callable
from itertools import count

import pytest

from bot.announcements import kinds as announcement_kinds
from bot.announcements.herald import Herald
from bot.clock import SteppedClock
from bot.outbox.kinds import Kinds
from bot.people import accounts, roles
from bot.storage import Database
from bot.storage.tables import Role
from bot.texts import texts
from tests.announcing.post import PostOffice
from tests.conversations.conftest import library, net, stage
from tests.conversations.people import Person, Stage

__all__ = ["library", "net", "stage"]

Newcomer = Callable[..., Awaitable[Person]]


@pytest.fixture
async def post(database: Database, clock: SteppedClock) -> AsyncIterator[PostOffice]:
    kinds = Kinds()
    announcement_kinds.register(kinds, texts())

    async def fetch(channel: str, file_id: str) -> bytes:
        return f"{channel}/{file_id}".encode()

    return PostOffice(database, clock, kinds, Herald(database, clock, fetch, ("telegram", "web")))


@pytest.fixture
def newcomer(stage: Stage, database: Database, clock: SteppedClock) -> Newcomer:
    """Somebody who knows the bot, with a centre and perhaps a role somewhere."""
    ids = count(1001)

    async def come(
        centre: str = "koszalin", role: Role | None = None, of: str | None = None, follows: str | None = None
    ) -> Person:
        person = Person(stage, next(ids))
        await person.says(f"/start c-{centre}")
        if role:
            async with database.transaction() as session:
                actor = await accounts.find_actor(session, "telegram", person.id, "pl")
                assert actor
                await roles.grant(session, clock(), actor.account_id, of or centre, role)
        if follows:
            await person.says("/powiadomienia")
            await person.taps(follows)
        return person

    return come


@pytest.fixture
async def organiser(newcomer: Newcomer) -> Person:
    """The organiser in Koszalin."""
    return await newcomer(role=Role.ORGANISER)
