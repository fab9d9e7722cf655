"""Two writers at once wait for each other; readers wait for nobody; who forgets to say so is told."""

import asyncio

import pytest
from sqlalchemy import delete, event
from sqlalchemy.exc import OperationalError
from sqlmodel import select

from bot.clock import SteppedClock
from bot.storage import Database, writing
from bot.storage.tables import Account, CatalogueRevision

ROW = 1


async def _seed(database: Database) -> None:
    async with database.transaction() as session:
        session.add(CatalogueRevision(id=ROW, number=0))


async def _number(database: Database) -> int:
    async with database.session() as session:
        return (await session.exec(select(CatalogueRevision))).one().number


async def _count_up(database: Database, *, announced: bool = True) -> None:
    """Read, give way, write: what a booking does."""
    async with database.session() as session:
        if announced:
            await writing(session)
        row = (await session.exec(select(CatalogueRevision))).one()
        await asyncio.sleep(0)
        row.number += 1
        session.add(row)
        await session.commit()


async def test_twenty_writers_at_once_all_get_through(database: Database) -> None:
    await _seed(database)
    await asyncio.gather(*(_count_up(database) for _ in range(20)))
    assert await _number(database) == 20


async def test_two_processes_worth_of_databases_get_through(database: Database, sqlite_url: str) -> None:
    """Another process has its own lock; there SQLite's own waiting does it."""
    await _seed(database)
    other = Database(sqlite_url)
    await asyncio.gather(*(_count_up(each) for each in (database, other) * 5))
    await other.close()
    assert await _number(database) == 10


async def test_without_the_lock_sqlite_gives_up(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """The negative control: what the lock is there for."""
    await _seed(database)
    monkeypatch.setattr("bot.storage.database._may_write", lambda session: True)
    both_have_read = asyncio.Barrier(2)

    async def unannounced() -> None:
        async with database.session() as session:
            row = (await session.exec(select(CatalogueRevision))).one()
            await both_have_read.wait()
            row.number += 1
            session.add(row)
            await session.commit()

    results = await asyncio.gather(unannounced(), unannounced(), return_exceptions=True)
    assert [type(result) for result in results if result is not None] == [OperationalError]


async def test_a_reader_does_not_wait_for_the_writer(database: Database) -> None:
    await _seed(database)
    async with database.transaction() as session:
        row = (await session.exec(select(CatalogueRevision))).one()
        row.number = 7
        await session.flush()
        async with asyncio.timeout(2):
            assert await _number(database) == 0
    assert await _number(database) == 7


async def test_a_change_that_was_not_announced_is_refused(any_database: Database) -> None:
    await _seed(any_database)
    with pytest.raises(RuntimeError, match=r"writing\(\)"):
        await _count_up(any_database, announced=False)
    async with any_database.session() as session:
        with pytest.raises(RuntimeError, match=r"writing\(\)"):
            await session.exec(delete(CatalogueRevision))
    assert await _number(any_database) == 0


async def test_saying_it_twice_or_after_reading_is_harmless(any_database: Database) -> None:
    await _seed(any_database)
    async with any_database.session() as session:
        await session.exec(select(CatalogueRevision))
        await writing(session)
        await writing(session)
        row = (await session.exec(select(CatalogueRevision))).one()
        row.number = 3
        session.add(row)
        await session.commit()
    assert await _number(any_database) == 3


async def test_saying_it_after_the_first_change_is_a_mistake(database: Database, clock: SteppedClock) -> None:
    async with database.session() as session:
        session.add(Account(created_at=clock()))
        with pytest.raises(RuntimeError, match="first change"):
            await writing(session)


async def test_an_exception_rolls_back_and_lets_the_next_one_in(any_database: Database) -> None:
    await _seed(any_database)

    async def fail_halfway() -> None:
        async with any_database.transaction() as session:
            row = (await session.exec(select(CatalogueRevision))).one()
            row.number = 9
            await session.flush()
            raise LookupError

    with pytest.raises(LookupError):
        await fail_halfway()
    async with asyncio.timeout(2):
        await _count_up(any_database)
    assert await _number(any_database) == 1


async def test_a_cancelled_writer_leaves_the_lock_to_others(database: Database) -> None:
    await _seed(database)
    entered = asyncio.Event()

    async def stuck() -> None:
        async with database.transaction():
            entered.set()
            await asyncio.Event().wait()

    task = asyncio.create_task(stuck())
    waiting = asyncio.create_task(_count_up(database))
    await entered.wait()
    task.cancel()
    await asyncio.sleep(0)  # it is now closing its session
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    async with asyncio.timeout(2):
        await waiting
    assert await _number(database) == 1


async def test_a_cancelled_waiter_takes_no_lock_along(database: Database) -> None:
    await _seed(database)
    async with database.transaction():
        waiting = asyncio.create_task(_count_up(database))
        await asyncio.sleep(0)
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)
    async with asyncio.timeout(2):
        await _count_up(database)
    assert await _number(database) == 1


async def test_sqlite_keeps_what_it_promised(database: Database) -> None:
    """WAL (readers beside the writer), foreign keys, and a power cut loses nothing that was said."""
    seen: dict[str, object] = {}
    async with database.engine.connect() as connection:
        for name in ("journal_mode", "foreign_keys", "synchronous", "secure_delete"):
            seen[name] = (await connection.exec_driver_sql(f"PRAGMA {name}")).scalar_one()
    assert seen == {"journal_mode": "wal", "foreign_keys": 1, "synchronous": 1, "secure_delete": 1}


async def test_only_a_writer_begins_immediate(database: Database) -> None:
    await _seed(database)
    statements: list[str] = []
    event.listen(database.engine.sync_engine, "before_cursor_execute", lambda *a: statements.append(a[2]))
    await _number(database)
    assert "BEGIN" in statements
    assert "BEGIN IMMEDIATE" not in statements
    await _count_up(database)
    assert "BEGIN IMMEDIATE" in statements
