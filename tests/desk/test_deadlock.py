"""On PostgreSQL the recording of a delivery and an update may want the same two rows in the two orders."""

import asyncio
from typing import Any

import pytest
from sqlalchemy import text
from sqlmodel import col, select

from bot.clock import SteppedClock
from bot.desk import mirroring, owing
from bot.desk.conversations import locked
from bot.outbox.lease import take as take_lease
from bot.outbox.ledger import Ledger
from bot.outbox.owed import amend
from bot.outbox.states import Outcome, Result, State
from bot.storage import Database
from bot.storage.retry import retried
from bot.storage.tables import DeskMessage, OwedMessage
from tests.desk.office import TELEGRAM, Office


async def _stuck(database: Database) -> None:
    """Until some transaction waits for another one's row."""
    waits = text(
        "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"
    )
    async with asyncio.timeout(10):
        while True:
            async with database.session() as session:
                if (await (await session.connection()).execute(waits)).scalar_one():
                    return
            await asyncio.sleep(0.02)


@pytest.mark.postgres
async def test_an_update_and_a_record_that_wait_for_each_other_both_come_right(
    postgres_url: str, clock: SteppedClock
) -> None:
    database = Database(postgres_url)
    office = await Office(database, clock).settled(TELEGRAM)
    talk = await office.open()
    await office.deliver(forward=5)
    office.sent.clear()
    await office.write(talk, "raz")
    await office.write(talk, "dwa")
    number, key = await _last(database)
    holder, tries = "me", list[int]()
    async with database.transaction() as session:
        assert await take_lease(session, TELEGRAM, holder, clock(), owing.LASTS) is not None
    ledger = Ledger(database, office.kinds, clock, TELEGRAM, holder, owing.LASTS)
    ledger.start()
    clock.forward(seconds=4)
    assert await ledger.claim(number)
    clock.forward(seconds=1)
    # Another burst waits while the first is on the line: the ledger claims it and records the first together.
    await office.write(talk, "trzy")
    second, key = await _last(database)
    clock.forward(seconds=4)
    recording: list[asyncio.Task[Any]] = []

    async def update() -> bool:
        """The resident writes on: the conversation first, then the row that waits."""
        tries.append(1)
        async with database.transaction() as session:
            assert await locked(session, talk.id)
            if not recording:
                recording.append(asyncio.create_task(ledger.claim(second)))
                outcome = Outcome(Result.DELIVERED, message_ids=[900])
                recording.append(asyncio.create_task(ledger.record(number, outcome)))
                await _stuck(database)
            row = (await session.exec(select(OwedMessage).where(col(OwedMessage.id) == second))).one()
            return await amend(session, key, dict(row.payload or {}))

    try:
        await retried(update)
        claimed, _ = await asyncio.gather(*recording)
    finally:
        await ledger.close()
    async with database.session() as session:
        rows = {row.id: row for row in (await session.exec(select(OwedMessage))).all()}
        said = (await session.exec(select(DeskMessage).order_by(col(DeskMessage.id)))).all()
        copy = await mirroring.conversation_of_copy(session, TELEGRAM, rows[number].chat_id, 900)
    assert rows[number].state == State.DELIVERED
    assert [one.state for one in said] == ["sent", "sent", "waiting"]
    assert copy is not None
    assert claimed is not None
    assert rows[second].state == State.CLAIMED
    await database.close()


async def _last(database: Database) -> tuple[int, str]:
    async with database.session() as session:
        rows = await session.exec(
            select(OwedMessage)
            .where(col(OwedMessage.kind) == owing.MIRROR)
            .order_by(col(OwedMessage.id).desc())
            .limit(1)
        )
        row = rows.one()
        assert row.id is not None
        return row.id, row.dedupe_key
