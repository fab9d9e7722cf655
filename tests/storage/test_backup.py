"""A copy taken while people write is whole, overwrites nothing, and finds its way back."""

import asyncio
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest
from sqlmodel import select

from bot.clock import SteppedClock
from bot.errors import DataError
from bot.storage import Database, migrate
from bot.storage import backup as copies
from bot.storage.tables import Account, Address


async def _add_person(database: Database, clock: SteppedClock, chat_id: int) -> None:
    """Two rows in one transaction: a copy with one of them only would be torn."""
    async with database.transaction() as session:
        account = Account(created_at=clock())
        session.add(account)
        await session.flush()
        assert account.id is not None
        session.add(Address(channel="telegram", chat_id=chat_id, account_id=account.id))


def _count(file: Path, table: str) -> int:
    with closing(sqlite3.connect(file)) as connection:
        return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


async def _people(url: str) -> int:
    database = Database(url)
    async with database.session() as session:
        found = len((await session.exec(select(Account))).all())
    await database.close()
    return found


async def test_a_backup_while_writing_is_whole(
    database: Database, sqlite_url: str, clock: SteppedClock, tmp_path: Path
) -> None:
    await _add_person(database, clock, 0)
    done, progressed = asyncio.Event(), asyncio.Event()
    written = 1

    async def write() -> None:
        nonlocal written
        while not done.is_set():
            await _add_person(database, clock, written)
            written += 1
            progressed.set()

    writer = asyncio.create_task(write())
    targets = [tmp_path / f"copy-{number}.db" for number in range(5)]
    for target in targets:
        progressed.clear()
        await progressed.wait()  # somebody writes between any two copies
        await asyncio.to_thread(copies.backup, sqlite_url, target)
    done.set()
    await writer
    counts = [_count(target, "account") for target in targets]
    assert counts == [_count(target, "address") for target in targets]
    assert counts == sorted(counts)
    assert counts[0] < counts[-1] <= written


async def test_a_backup_holds_what_is_only_in_the_log_yet(
    database: Database, sqlite_url: str, clock: SteppedClock, tmp_path: Path
) -> None:
    """The database is open, so its newest rows are in the write-ahead log beside the file."""
    await _add_person(database, clock, 1)
    target = tmp_path / "copy.db"
    assert copies.backup(sqlite_url, target) == migrate.revisions()[-1]
    assert _count(target, "account") == 1
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert [each.name for each in tmp_path.iterdir() if each.name.startswith("copy")] == ["copy.db"]


def test_a_backup_overwrites_nothing(sqlite_url: str, tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    target.write_text("precious")
    with pytest.raises(DataError, match="exists already"):
        copies.backup(sqlite_url, target)
    assert target.read_text() == "precious"


def test_a_damaged_database_gives_no_backup(sqlite_url: str, tmp_path: Path) -> None:
    source = Path(sqlite_url.removeprefix("sqlite:///"))
    data = bytearray(source.read_bytes())
    data[4096 * 3 : 4096 * 6] = b"\xff" * (4096 * 3)
    source.write_bytes(data)
    with pytest.raises(DataError):
        copies.backup(sqlite_url, tmp_path / "copy.db")
    assert not list(tmp_path.glob("copy*"))


def test_without_a_database_there_is_no_backup(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="no database"):
        copies.backup(f"sqlite:///{tmp_path / 'none.db'}", tmp_path / "copy.db")
    assert not list(tmp_path.iterdir())


async def test_there_and_back(sqlite_url: str, clock: SteppedClock, tmp_path: Path) -> None:
    database = Database(sqlite_url)
    await _add_person(database, clock, 1)
    copies.backup(sqlite_url, tmp_path / "copy.db")
    await _add_person(database, clock, 2)
    await database.close()
    with pytest.raises(DataError, match="holds data already"):
        copies.restore(sqlite_url, tmp_path / "copy.db")
    assert await _people(sqlite_url) == 2
    kept = copies.restore(sqlite_url, tmp_path / "copy.db", overwrite=True)
    assert kept == tmp_path / "okienko.db.before-restore"
    assert await _people(sqlite_url) == 1
    assert await _people(f"sqlite:///{kept}") == 2
    again = copies.restore(sqlite_url, tmp_path / "copy.db", overwrite=True)
    assert again == tmp_path / "okienko.db.before-restore-2"


def test_a_restore_where_nothing_was(sqlite_url: str, tmp_path: Path) -> None:
    copies.backup(sqlite_url, tmp_path / "copy.db")
    fresh = tmp_path / "elsewhere" / "okienko.db"
    assert copies.restore(f"sqlite:///{fresh}", tmp_path / "copy.db") is None
    assert _count(fresh, "account") == 0
    assert sorted(each.name for each in fresh.parent.iterdir()) == ["okienko.db"]


async def test_a_database_in_use_is_left_alone(
    database: Database, sqlite_url: str, clock: SteppedClock, tmp_path: Path
) -> None:
    copies.backup(sqlite_url, tmp_path / "copy.db")
    await _add_person(database, clock, 1)
    with pytest.raises(DataError, match="in use"):
        copies.restore(sqlite_url, tmp_path / "copy.db", overwrite=True)
    await _add_person(database, clock, 2)
    assert await _people(sqlite_url) == 2
    assert not list(tmp_path.glob("*.part"))


@pytest.mark.parametrize(
    ("spoil", "complaint"),
    [
        (lambda file: file.write_bytes(b"a letter, not a database" * 500), "is not a database of Okienko"),
        (lambda file: file.write_bytes(b""), "is not a database of Okienko"),
        (lambda file: file.unlink(), "no file"),
    ],
)
async def test_what_is_no_copy_is_refused(sqlite_url: str, tmp_path: Path, spoil: object, complaint: str) -> None:
    copy = tmp_path / "copy.db"
    copies.backup(sqlite_url, copy)
    spoil(copy)  # type: ignore[operator]
    with pytest.raises(DataError, match=complaint):
        copies.restore(sqlite_url, copy, overwrite=True)
    assert await _people(sqlite_url) == 0


def test_a_copy_from_a_newer_okienko_is_refused(sqlite_url: str, tmp_path: Path) -> None:
    copies.backup(sqlite_url, tmp_path / "copy.db")
    with closing(sqlite3.connect(tmp_path / "copy.db")) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    with pytest.raises(DataError, match="newer"):
        copies.restore(sqlite_url, tmp_path / "copy.db", overwrite=True)


def test_postgresql_is_sent_to_its_own_tools(tmp_path: Path) -> None:
    url = "postgresql://okienko:planted@localhost/okienko"
    with pytest.raises(DataError, match="pg_dump") as backing_up:
        copies.backup(url, tmp_path / "copy")
    with pytest.raises(DataError, match="pg_restore") as restoring:
        copies.restore(url, tmp_path / "copy")
    assert "planted" not in f"{backing_up.value}{restoring.value}"
    assert "\n" not in f"{backing_up.value}{restoring.value}"
