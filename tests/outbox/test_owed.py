"""Owing, taking back, planning for very many, and what is told and remembered of it."""

import asyncio
import time
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest

from bot.clock import SteppedClock
from bot.outbox.owed import Debt, cancel, owe_many, owe_these
from bot.outbox.report import KEEP_BATCHES, KEEP_PERSONAL, chats_in, forget_sent, report
from bot.outbox.states import Priority, State
from bot.storage import Database
from tests.outbox.stand import CHANNEL, Stand


def debt(chat_id: int, **more: Any) -> Debt:
    given: dict[str, Any] = {
        "dedupe_key": f"a:1:{chat_id}",
        "channel": CHANNEL,
        "chat_id": chat_id,
        "centre": "koszalin",
        "kind": "announcement",
        "payload": {"method": "sendMessage", "arguments": {"text": "x"}},
        "priority": Priority.BULK,
        "batch": "a:1",
    }
    return Debt(**(given | more))


async def test_what_is_rolled_back_is_not_owed(stand: Stand) -> None:
    async def change() -> None:
        async with stand.database.transaction() as session:
            assert await owe_these(session, [debt(1)], now=stand.clock()) == 1
            raise ConnectionError

    with pytest.raises(ConnectionError):
        await change()
    assert await stand.rows() == []


async def test_a_big_plan_can_be_broken_off_and_done_again(stand: Stand) -> None:
    async def first_part() -> AsyncIterator[Debt]:
        for chat_id in range(1, 301):
            yield debt(chat_id)
        raise ConnectionError

    with pytest.raises(ConnectionError):
        await owe_many(stand.database, first_part(), now=stand.clock())
    already = len(await stand.rows())
    assert 0 < already < 300
    new = await owe_many(stand.database, (debt(chat_id) for chat_id in range(1, 501)), now=stand.clock())
    assert new == 500 - already
    assert len(await stand.rows()) == 500


async def test_others_write_while_a_big_plan_is_made(database: Database, clock: SteppedClock) -> None:
    waits: list[float] = []

    planned = False

    async def somebody() -> None:
        while not planned:
            began = time.perf_counter()
            async with database.transaction() as session:
                await forget_sent(session, clock())
            waits.append(time.perf_counter() - began)
            await asyncio.sleep(0.005)

    other = asyncio.create_task(somebody())
    await owe_many(database, (debt(chat_id) for chat_id in range(1, 5001)), now=clock())
    planned = True
    await other
    assert len(waits) > 10
    assert sorted(waits)[len(waits) // 2] < 0.1


async def test_what_waits_can_be_taken_back_and_nothing_else(stand: Stand) -> None:
    await stand.owe(1, "x", batch="a:1", dedupe_key="a:1:1")
    await stand.owe(2, "x", batch="a:1", dedupe_key="a:1_2")
    await stand.owe(3, "x", batch="a:2", dedupe_key="A:1:3")
    await stand.owe(4, "x", dedupe_key="a:1:%4")
    async with stand.database.transaction() as session:
        assert await cancel(session, now=stand.clock(), dedupe_prefix="a:1:") == 2
        assert await cancel(session, now=stand.clock(), batch="a:1") == 1
        with pytest.raises(ValueError, match="what"):
            await cancel(session, now=stand.clock())
    rows = await stand.rows()
    assert [(row.state, row.reason) for row in rows] == [
        ("dropped", "cancelled"),
        ("dropped", "cancelled"),
        ("waiting", None),
        ("dropped", "cancelled"),
    ]
    assert rows[0].payload is None
    async with stand.delivery():
        await stand.until(State.DROPPED, State.DROPPED, State.DELIVERED, State.DROPPED)
    assert stand.server.requests == 1


async def test_the_report_counts_to_the_last_person(stand: Stand) -> None:
    stand.server.fault = lambda _method, chat, _text: "reset" if chat == 2 else ""
    for chat_id in (1, 2, 3):
        await stand.owe(chat_id, "x", batch="a:1")
    await stand.owe(4, "x", batch="a:1", not_before=stand.clock() + timedelta(hours=1))
    await stand.owe(5, "x", batch="other")
    async with stand.delivery():
        await stand.until(*("delivered", "uncertain", "delivered", "waiting", "delivered"))
    async with stand.database.session() as session:
        told = await report(session, "a:1")
        unsure = await chats_in(session, "a:1", State.UNCERTAIN)
    assert told.states == {State.DELIVERED: 2, State.UNCERTAIN: 1, State.WAITING: 1}
    assert (told.total, told.pending, told.migrated) == (4, 1, 0)
    assert told.reasons == {"line broke": 1}
    assert [row.chat_id for row in unsure] == [2]


async def test_old_rows_are_forgotten(stand: Stand, clock: SteppedClock) -> None:
    await stand.owe(1, "x", batch="a:1")
    await stand.owe(2, "x")
    await stand.owe(3, "x", not_before=clock() + timedelta(days=300))
    async with stand.delivery():
        await stand.until(State.DELIVERED, State.DELIVERED, State.WAITING)
    for wait, left in ((KEEP_PERSONAL, [1, 3]), (KEEP_BATCHES - KEEP_PERSONAL, [3])):
        clock.forward(days=wait.days, seconds=1)
        async with stand.database.transaction() as session:
            assert await forget_sent(session, clock()) == 1
        assert [row.chat_id for row in await stand.rows()] == left
