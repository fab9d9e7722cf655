from collections.abc import AsyncIterator

import pytest

from bot.clock import SteppedClock
from bot.storage import Database
from tests.outbox.stand import Stand, kinds_of_the_tests
from tests.outbox.strict_server import StrictServer


@pytest.fixture
async def stand(any_database: Database, clock: SteppedClock) -> AsyncIterator[Stand]:
    server = StrictServer(limited=False)
    base = await server.start()
    yield Stand(any_database, clock, server, base, kinds_of_the_tests())
    await server.stop()
