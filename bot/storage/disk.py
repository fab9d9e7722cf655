"""One wait for the disk for all that was committed meanwhile.

COMMIT itself waits for nothing (``synchronous = NORMAL``): it appends to SQLite's log, the ``-wal`` file,
and the next writer may begin. What follows is this wait for the log to be on the disk, without
holding the writer's lock. Fifty people who ask at once wait for the disk once or twice together,
not fifty times one after the other; and still nobody is told that something is done before it
would survive a power cut.
"""

import asyncio
import os
import sqlite3
from contextlib import closing

_OFTEN = 200
"""After so many commits the log is moved into the database: a long one makes reading slow."""


class Disk:
    """The log of one SQLite file. What is committed before `reached` is called is on the disk after it."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._log = f"{file}-wal"
        self._commits = 0
        self._under_way: asyncio.Task[None] | None = None
        self._next: asyncio.Task[None] | None = None

    async def reached(self) -> None:
        """Raises `OSError` when the disk cannot take it."""
        self._commits += 1
        if self._next is None:
            # One that is under way may have begun before our commit: ours is the one after it.
            self._next = asyncio.create_task(self._turn(self._under_way))
        await asyncio.shield(self._next)

    async def _turn(self, before: "asyncio.Task[None] | None") -> None:
        if before is not None:
            await asyncio.wait([before])
        self._under_way, self._next = self._next, None
        move = self._commits >= _OFTEN
        if move:
            self._commits = 0
        await asyncio.to_thread(self._sync, move)

    def _sync(self, move: bool) -> None:
        try:
            log = os.open(self._log, os.O_RDWR)
        except FileNotFoundError:
            return  # the last connection has gone: SQLite moved the log into the database, and waited for that
        try:
            os.fsync(log)
        finally:
            os.close(log)
        if move:
            with closing(sqlite3.connect(self._file)) as connection:
                connection.execute("PRAGMA wal_checkpoint(PASSIVE)")  # as far as nobody is in the way
