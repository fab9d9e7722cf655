"""Killed between any two steps of sending: nothing is lost, nothing comes twice unnoticed."""

from collections import Counter
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from bot.clock import SteppedClock, system_clock
from bot.outbox.states import State
from tests.outbox.mailroom import STEPS, Mailroom
from tests.outbox.stand import Stand

ANNOUNCED, REMINDED = range(1, 5), range(5, 9)
KILLED = -9


@pytest.fixture
async def mailroom() -> AsyncIterator[Mailroom]:
    room = Mailroom()
    await room.open()
    yield room
    await room.close()


@pytest.mark.parametrize("step", STEPS)
async def test_killed_between_any_two_steps(
    stand: Stand, mailroom: Mailroom, any_database_url: str, clock: SteppedClock, step: str
) -> None:
    stand.clock = system_clock
    stand.server.latency = 0.005
    for time in (1, 4):
        stand.server.delivered.clear()
        for chat in (*ANNOUNCED, *REMINDED):
            kind = "announcement" if chat in ANNOUNCED else "reminder"
            await stand.owe(chat, f"{time}", kind=kind, urgent=True, not_before=system_clock() - timedelta(seconds=1))

        assert await mailroom.live(any_database_url, stand.base, (step, time)) == KILLED
        assert await mailroom.live(any_database_url, stand.base, None) == 0

        arrived = Counter(one.chat_id for one in stand.server.delivered)
        rows = [row for row in await stand.rows() if row.dedupe_key.endswith(f":{time}")]
        assert len(rows) == len(ANNOUNCED) + len(REMINDED)
        for row in rows:
            if row.kind == "announcement":
                assert row.state in (State.DELIVERED, State.UNCERTAIN)
                assert arrived[row.chat_id] == 1 or (row.state == State.UNCERTAIN and not arrived[row.chat_id])
            else:
                assert row.state == State.DELIVERED
                assert arrived[row.chat_id] == 1 or (row.resent and arrived[row.chat_id] == 2)
        # Everything is on the line at once here, so at most all of it can be in doubt, and at worst one
        # message of each chat is: without a kill, or before the first claim, nothing is.
        if (step, time) == ("before claim", 1):
            assert not any(row.resent or row.state == State.UNCERTAIN for row in rows)
