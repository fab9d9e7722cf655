"""A centre with two advisers and two rooms, residents, a clerk, and outsiders of every sort."""

import pytest

from bot.clock import SteppedClock
from bot.storage import Database
from tests.places.town import Town


@pytest.fixture
async def town(database: Database, clock: SteppedClock) -> Town:
    """The town on SQLite."""
    return await Town(database, clock).settled()


@pytest.fixture
async def any_town(any_database: Database, clock: SteppedClock) -> Town:
    """The town on SQLite and on PostgreSQL: for what depends on locks and constraints."""
    return await Town(any_database, clock).settled()
