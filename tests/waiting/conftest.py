"""A centre with a full meeting, and people who wait for a seat in it."""

import pytest

from bot.clock import SteppedClock
from bot.storage import Database
from tests.waiting.town import WaitingTown


@pytest.fixture
async def town(database: Database, clock: SteppedClock) -> WaitingTown:
    """The town on SQLite."""
    return await WaitingTown(database, clock).settled()


@pytest.fixture
async def any_town(any_database: Database, clock: SteppedClock) -> WaitingTown:
    """The town on SQLite and on PostgreSQL: for what depends on locks and constraints."""
    return await WaitingTown(any_database, clock).settled()
