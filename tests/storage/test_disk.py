"""Nobody is told before it would survive a power cut, and many wait for the disk together."""

import asyncio
import threading
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.storage import Database
from bot.storage.disk import Disk


class _SlowDisk:
    """Stands where the log is brought to the disk, and takes its time."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.begun = 0
        self.goes_on = threading.Event()
        monkeypatch.setattr("bot.storage.disk.os.fsync", self._sync)

    def _sync(self, _file: int) -> None:
        self.begun += 1
        assert self.goes_on.wait(5)


async def _write(database: Database) -> None:
    async with database.transaction() as session:
        await session.exec(text("SELECT 1"))  # type: ignore[call-overload]


async def _soon() -> None:
    for _ in range(20):
        await asyncio.sleep(0.005)


async def test_a_transaction_ends_when_the_disk_has_it(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    disk = _SlowDisk(monkeypatch)
    task = asyncio.create_task(_write(database))
    await _soon()
    assert disk.begun == 1
    assert not task.done()
    disk.goes_on.set()
    await task


async def test_who_comes_while_the_disk_works_waits_for_its_next_turn_together(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = _SlowDisk(monkeypatch)
    first = asyncio.create_task(_write(database))
    await _soon()
    others = [asyncio.create_task(_write(database)) for _ in range(10)]
    await _soon()
    assert disk.begun == 1  # what they wrote may have come after it looked
    assert not any(task.done() for task in [first, *others])
    disk.goes_on.set()
    await asyncio.gather(first, *others)
    assert disk.begun == 2


async def test_a_disk_that_fails_is_told_to_all_who_wait_and_to_nobody_later(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_file: int) -> None:
        raise OSError("disk broken")

    with monkeypatch.context() as broken:
        broken.setattr("bot.storage.disk.os.fsync", full)
        ends = await asyncio.gather(_write(database), _write(database), return_exceptions=True)
    assert [str(end) for end in ends] == ["disk broken"] * 2
    await _write(database)


async def test_who_is_cancelled_while_waiting_takes_nobody_along(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = _SlowDisk(monkeypatch)
    tasks = [asyncio.create_task(_write(database)) for _ in range(3)]
    await _soon()
    tasks[0].cancel()
    tasks[1].cancel()
    disk.goes_on.set()
    await asyncio.gather(*tasks, return_exceptions=True)
    assert tasks[2].exception() is None


async def test_a_log_that_is_gone_is_in_the_database(tmp_path: Path) -> None:
    await Disk(str(tmp_path / "no.db")).reached()
