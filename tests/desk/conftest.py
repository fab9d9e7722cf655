"""An office on each database."""

import pytest

from bot.clock import SteppedClock
from bot.storage import Database
from tests.desk.office import TELEGRAM, Office


@pytest.fixture
async def office(any_database: Database, clock: SteppedClock) -> Office:
    """Monday, 10:00; one staff room, in Telegram."""
    return await Office(any_database, clock).settled(TELEGRAM)
