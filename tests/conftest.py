"""What every test may use: a clock that stands, migrated databases, and no way out of this machine."""

import os

# python-telegram-bot then gives durations as timedelta, as it will from its next major version.
os.environ["PTB_TIMEDELTA"] = "1"

import asyncio
import shutil
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import structlog

from bot.clock import SteppedClock
from bot.settings import Settings
from bot.storage import Database, migrate
from tests.ground import made_once
from tests.ground.network_guard import NetworkGuard
from tests.storage.postgres_server import PostgresServer

for _name in Settings.model_fields:  # a developer's own settings must not reach the tests
    os.environ.pop(_name.upper(), None)

LONG = ("web", "app", "intake", "places")
"""Folders whose files take minutes: browsers, whole Okienkos, processes that are killed, races."""

_guard = NetworkGuard()


def pytest_configure(config: pytest.Config) -> None:
    _guard.install()
    # The usual traceback has every local variable in colours, and takes seconds each time.
    *before, _ = structlog.get_config()["processors"]
    plain = structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback)
    structlog.configure(processors=[*before, plain])


def pytest_unconfigure(config: pytest.Config) -> None:
    _guard.remove()


@pytest.hookimpl(wrapper=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> Iterator[None]:
    for item in items:
        if "postgres_url" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.postgres)
    yield
    # A file is one worker's. The long ones begin first, so that no worker is left over with one at the end.
    items.sort(key=lambda item: item.path.parent.name not in LONG)


@pytest.fixture(autouse=True)
def network_guard() -> Iterator[NetworkGuard]:
    """Fails the test when it tried to leave this machine; ``attempts`` lists how."""
    _guard.attempts.clear()
    yield _guard
    if _guard.attempts:
        pytest.fail(f"the test tried to reach the outside network: {', '.join(_guard.attempts)}")


@pytest.fixture(scope="session", autouse=True)
def _made_once() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        made_once.share(patch)
        yield


@pytest.fixture
def clock() -> SteppedClock:
    """Monday 23 November 2026, 10:00 in Warsaw. Moves only when told."""
    return SteppedClock(datetime(2026, 11, 23, 9, 0, tzinfo=UTC))


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, empty SQLite file, to be copied."""
    file = tmp_path_factory.mktemp("template") / "okienko.db"
    _migrate(f"sqlite:///{file}")
    return file


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    """The address of a migrated, empty SQLite database of this test's own."""
    return f"sqlite:///{shutil.copy(sqlite_template, tmp_path / 'okienko.db')}"


@pytest.fixture
async def database(sqlite_url: str) -> AsyncIterator[Database]:
    """A migrated, empty SQLite database."""
    database = Database(sqlite_url)
    yield database
    await database.close()


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgresServer]:
    """A running PostgreSQL with the migrated, empty database ``migrated`` in it."""
    server = PostgresServer()
    try:
        _migrate(server.url(server.create("migrated")))
        yield server
    finally:
        server.stop()


@pytest.fixture
def postgres_url(postgres_server: PostgresServer) -> Iterator[str]:
    """The address of a migrated, empty PostgreSQL database of this test's own."""
    name = postgres_server.create(template="migrated")
    yield postgres_server.url(name)
    postgres_server.drop(name)


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def any_database_url(request: pytest.FixtureRequest) -> str:
    """`sqlite_url` and `postgres_url` in turn."""
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


@pytest.fixture
async def any_database(any_database_url: str) -> AsyncIterator[Database]:
    """A migrated, empty database: the test runs on SQLite and on PostgreSQL."""
    database = Database(any_database_url)
    yield database
    await database.close()


def _migrate(url: str) -> None:
    async def run() -> None:
        database = Database(url)
        await migrate.upgrade(database)
        await database.close()

    # A loop of its own, so that the one of pytest-asyncio stays set.
    with asyncio.Runner(loop_factory=asyncio.new_event_loop) as runner:
        runner.run(run())
