"""A transaction that loses a race is done again; one that is wrong is not."""

import asyncio

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, IntegrityError

from bot.storage import Database
from bot.storage.retry import retried


async def test_both_sides_of_a_deadlock_get_through(postgres_url: str) -> None:
    database = Database(postgres_url)
    async with database.transaction() as session:
        await (await session.connection()).execute(
            text("INSERT INTO catalogue_revision (id, number) VALUES (1, 1), (2, 1)")
        )
    both_hold_one = asyncio.Barrier(2)
    more = text("UPDATE catalogue_revision SET number = number + 1 WHERE id = :id")
    runs = 0

    async def both_rows(first: int, second: int) -> None:
        nonlocal runs
        runs += 1
        alone = runs > 2
        async with database.transaction() as session:
            for row in (first, second):
                await (await session.connection()).execute(more, {"id": row})
                if row == first and not alone:
                    await both_hold_one.wait()

    await asyncio.gather(retried(lambda: both_rows(1, 2)), retried(lambda: both_rows(2, 1)))

    async with database.session() as session:
        numbers = await (await session.connection()).scalars(text("SELECT number FROM catalogue_revision"))
    await database.close()
    assert (runs, list(numbers)) == (3, [3, 3])


async def test_what_keeps_losing_is_raised_in_the_end(postgres_url: str) -> None:
    database = Database(postgres_url)
    runs = 0

    async def losing() -> None:
        nonlocal runs
        runs += 1
        async with database.transaction() as session:
            await (await session.connection()).execute(text("DO $$ BEGIN RAISE SQLSTATE '40001'; END $$"))

    with pytest.raises(DBAPIError):
        await retried(losing)
    await database.close()
    assert runs == 4


async def test_a_mistake_is_not_tried_again(any_database: Database) -> None:
    runs = 0

    async def mistaken() -> None:
        nonlocal runs
        runs += 1
        async with any_database.transaction() as session:
            await (await session.connection()).execute(
                text("INSERT INTO closing_day (centre, day) VALUES ('kozienice', '2026-12-24')")
            )

    with pytest.raises(IntegrityError):
        await retried(mistaken)
    assert runs == 1
