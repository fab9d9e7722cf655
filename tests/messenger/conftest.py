"""A served messenger for each test; what it said is checked at the end."""

from collections.abc import AsyncIterator

import pytest

from bot.clock import SteppedClock
from bot.storage import Database
from tests.messenger import specification
from tests.messenger.stand import Stand, stand_of


@pytest.fixture
async def stand(database: Database, clock: SteppedClock) -> AsyncIterator[Stand]:
    """A messenger without sending limits. Every answer must be what Telegram describes (where the file is)."""
    async with stand_of(database, clock) as stand:
        yield stand
    if specification.present():
        wrong = [p for method, answer in stand.said for p in _problems(method, answer)]
        assert not wrong, "\n".join(wrong[:20])


def _problems(method: str, answer: dict[str, object]) -> list[str]:
    assert answer.get("error_code") != 500, f"{method}: {answer}"
    return specification.problems_of_answer(method, answer)
