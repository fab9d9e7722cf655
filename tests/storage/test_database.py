"""The database answers, on both kinds."""

import stat
from pathlib import Path

from bot.storage import Database, migrate


async def test_ping(any_database: Database) -> None:
    await any_database.ping()


async def test_only_the_owner_can_read_the_file_and_its_log(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'var' / 'okienko.db'}")
    await migrate.upgrade(database)
    rights = {file.name: stat.S_IMODE(file.stat().st_mode) for file in (tmp_path / "var").iterdir()}
    await database.close()
    assert {"okienko.db", "okienko.db-wal"} <= rights.keys()
    assert set(rights.values()) == {0o600}
