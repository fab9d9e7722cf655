"""Every step of the migrations up and down, on both databases, and the tables that come out."""

import importlib.util
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import inspect
from sqlalchemy.engine import Connection
from sqlmodel import SQLModel

import bot.storage.tables  # noqa: F401  (fills SQLModel.metadata)
from bot.storage import Database, migrate
from tests.storage.postgres_server import PostgresServer

if importlib.util.find_spec("bot.messenger") and importlib.util.find_spec("bot.messenger.tables"):
    importlib.import_module("bot.messenger.tables")

_POSTGRES = pytest.param("postgres", marks=pytest.mark.postgres)


@pytest.fixture(params=["sqlite", _POSTGRES])
def empty_database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database without any table. Not async: starting the server runs a loop of its own."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'empty.db'}"
        return
    server: PostgresServer = request.getfixturevalue("postgres_server")
    name = server.create()
    yield server.url(name)
    server.drop(name)


@pytest.fixture
async def empty_database(empty_database_url: str) -> AsyncIterator[Database]:
    database = Database(empty_database_url)
    yield database
    await database.close()


async def _shape(database: Database) -> dict[str, Any]:
    """Tables, columns, indexes and constraints, without alembic's own note of the revision."""

    def look(connection: Connection) -> dict[str, Any]:
        inspector = inspect(connection)
        return {
            table: {
                "columns": [
                    (c["name"], str(c["type"]), c["nullable"], c["default"]) for c in inspector.get_columns(table)
                ],
                "primary": inspector.get_pk_constraint(table)["constrained_columns"],
                "foreign": sorted(
                    (f["constrained_columns"], f["referred_table"], f["referred_columns"], str(f["options"]))
                    for f in inspector.get_foreign_keys(table)
                ),
                "indexes": sorted(str((i["column_names"], i["unique"])) for i in inspector.get_indexes(table)),
                "unique": sorted(str(u["column_names"]) for u in inspector.get_unique_constraints(table)),
            }
            for table in inspector.get_table_names()
            if table != "alembic_version"
        }

    async with database.engine.connect() as connection:
        return await connection.run_sync(look)


async def test_the_staircase(empty_database: Database) -> None:
    """Up a step, down again to exactly what was, up again to exactly what had become."""
    steps = migrate.revisions()
    assert steps
    before, stood_at = await _shape(empty_database), "base"
    assert before == {}
    for step in steps:
        await migrate.upgrade(empty_database, step)
        after = await _shape(empty_database)
        await migrate.downgrade(empty_database, stood_at)
        assert await _shape(empty_database) == before, f"the downgrade of {step} leaves something behind"
        await migrate.upgrade(empty_database, step)
        assert await _shape(empty_database) == after
        before, stood_at = after, step
    assert await migrate.current(empty_database) == steps[-1]
    await migrate.downgrade(empty_database, "base")
    assert await _shape(empty_database) == {}
    assert await migrate.current(empty_database) is None


async def test_the_migrations_make_the_tables_of_the_code(any_database: Database) -> None:
    def differences(connection: Connection) -> list[Any]:
        return list(compare_metadata(MigrationContext.configure(connection), SQLModel.metadata))

    async with any_database.engine.connect() as connection:
        assert await connection.run_sync(differences) == []


def test_the_revisions_are_one_line() -> None:
    revisions = migrate.revisions()
    assert revisions == sorted(revisions)
    assert revisions == [f"{number:04}" for number in range(1, len(revisions) + 1)]
