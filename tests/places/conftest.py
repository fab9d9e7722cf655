"""A centre with two advisers and two rooms, residents, a clerk, and outsiders of every sort."""

import pytest

from bot.clock import SteppedClock
from bot.storage import Database
from tests.places.town import Town


@pytest.fixture
async def town(any_database: Database, clock: SteppedClock) -> Town:
    """The town on SQLite and on PostgreSQL."""
    return await Town(any_database, clock).settled()
