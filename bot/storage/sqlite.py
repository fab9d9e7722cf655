"""SQLite without a change of threads for every call.

aiosqlite hands each call (make a cursor, execute, fetch, close) to a thread and back; a short
transaction is thirty such trips, on a busy machine a hundred times what SQLite itself needs for it.
Here a call runs where it stands, in microseconds. Only what may wait still goes to the thread:
taking the write lock, which another process may hold. COMMIT waits for nothing (see `bot.storage.disk`);
in the thread it would wait for its turn with the busy loop, five milliseconds with everybody else behind it.
"""

import sqlite3
from collections.abc import Callable
from typing import Any

import aiosqlite

PATIENCE = 5000
"""Milliseconds to wait for another process that holds the write lock."""


class SqliteConnection(aiosqlite.Connection):
    """aiosqlite's connection with only the waiting calls in its thread.

    Uses aiosqlite's `_execute`, through which every call of it goes (aiosqlite 0.22).
    """

    def __init__(self, file: str) -> None:
        super().__init__(lambda: sqlite3.connect(file, 0, check_same_thread=False, isolation_level=None), 64)
        self._thread.daemon = True

    async def _execute(self, fn: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        if not self._running or not self._connection:
            raise ValueError("Connection closed")
        # Closing a cursor waits for nothing: only the connection's own calls go.
        if getattr(fn, "__self__", None) is self._connection and fn.__name__ in ("close", "backup"):
            return await super()._execute(fn, *args, **kwargs)  # type: ignore[no-untyped-call]
        try:
            return fn(*args, **kwargs)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                raise
        return await super()._execute(self._patiently, fn, *args, **kwargs)  # type: ignore[no-untyped-call]

    def _patiently(self, fn: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """Once more, in the thread, where waiting holds up nobody."""
        assert self._connection is not None
        self._connection.execute(f"PRAGMA busy_timeout = {PATIENCE}")
        try:
            return fn(*args, **kwargs)
        finally:
            self._connection.execute("PRAGMA busy_timeout = 0")


async def connect(file: str) -> SqliteConnection:
    """An open connection to a file."""
    return await SqliteConnection(file)  # type: ignore[return-value]
