"""Engine, sessions and the writer's lock.

SQLite allows one writer at a time. Two transactions that begin by reading and then both write
cannot be untangled (SQLITE_BUSY at once, whatever the time-out: the snapshot of one is stale), so
here a transaction that will write says so first: `writing` takes a lock of this process and opens
with BEGIN IMMEDIATE. Reads are deferred and never wait. PostgreSQL needs none of this.
"""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path
from typing import Any

from sqlalchemy import event, text
from sqlalchemy.engine import Connection, make_url
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.orm import ORMExecuteState
from sqlalchemy.pool import ConnectionPoolEntry
from sqlmodel import Session
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.storage.disk import Disk
from bot.storage.sqlite import connect

_WRITES = "okienko_writes"
_LOCK = "okienko_lock"
_HELD = "okienko_lock_held"
_SAID = "okienko_said_it_writes"


def async_url(url: str) -> str:
    """The settings' address with the driver that Okienko uses."""
    if url.startswith("sqlite:///"):
        return url.replace("sqlite:///", "sqlite+aiosqlite:///", 1)
    return url.replace("postgresql://", "postgresql+asyncpg://", 1)


class _GuardedSession(Session):
    """Refuses a change that was not announced: it would work, until two come at once."""


def _may_write(session: Session) -> bool:
    return bool(session.info.get(_SAID))


@event.listens_for(_GuardedSession, "before_flush")
def _refuse_flush(session: Session, *_: object) -> None:
    if not _may_write(session):
        raise RuntimeError("a change without writing(): call it before the first change")


@event.listens_for(_GuardedSession, "do_orm_execute")
def _refuse_statement(state: ORMExecuteState) -> None:
    if (state.is_insert or state.is_update or state.is_delete) and not _may_write(state.session):  # type: ignore[arg-type]
        raise RuntimeError("a change without writing(): call it before the first change")


class Database:
    """One database and its connections. Close it with `close`."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.is_sqlite = url.startswith("sqlite")
        options: dict[str, Any] = {"pool_pre_ping": True}
        self._disk = None
        if self.is_sqlite and (file := make_url(url).database):
            _make_file(Path(file))
            options = {"async_creator": lambda: connect(file)}
            self._disk = Disk(file)
        self.engine = create_async_engine(async_url(url), **options)
        self._writer = asyncio.Lock()
        if self.is_sqlite:
            event.listen(self.engine.sync_engine, "connect", _prepare_sqlite)
            event.listen(self.engine.sync_engine, "begin", _begin_sqlite)

    @asynccontextmanager
    async def session(self) -> AsyncIterator[AsyncSession]:
        """A session to read with. Nothing is committed; call `writing` first to write."""
        async with AsyncSession(self.engine, sync_session_class=_GuardedSession, expire_on_commit=False) as session:
            session.info[_LOCK] = self._writer if self.is_sqlite else None
            try:
                yield session
            finally:
                # Shielded as a whole: a cancelled task must neither keep the lock nor give it away early.
                await asyncio.shield(self._end(session))

    async def _end(self, session: AsyncSession) -> None:
        try:
            # The connection must have let go of SQLite's lock before the next writer is let in.
            await session.close()
        finally:
            if session.info.pop(_HELD, False):
                self._writer.release()

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[AsyncSession]:
        """A session that writes: committed at the end, rolled back if an exception leaves it.

        For the intake, job wrappers and commands; services get the session handed in.
        """
        async with self.session() as session:
            await writing(session)
            yield session
            await session.commit()
        if self._disk:
            await self._disk.reached()  # the next writer works meanwhile

    async def ping(self) -> None:
        """Raises whatever the driver raises when the database does not answer."""
        async with self.session() as session:
            await session.exec(text("SELECT 1"))  # type: ignore[call-overload]

    async def forget_log(self) -> None:
        """SQLite: move what its log holds into the database and empty it, so that what was erased is gone there, too.

        Erased rows themselves are overwritten (``secure_delete``). A reader of an old state puts it off
        until the next call. PostgreSQL does its own vacuuming.
        """
        file = make_url(self.url).database
        if self.is_sqlite and file:
            async with self._writer:
                await asyncio.to_thread(_empty_log, file)

    async def close(self) -> None:
        await self.engine.dispose()


async def writing(session: AsyncSession) -> None:
    """Say that this session will write. Call before the reads that the write depends on.

    Ends the read snapshot, waits for this process's other writers, begins IMMEDIATE. Harmless when
    called twice. What was loaded before stays loaded, so look again at what matters.
    """
    lock: asyncio.Lock | None = session.info[_LOCK]
    session.info[_SAID] = True
    if lock is None or session.info.get(_HELD):
        return
    if session.new or session.dirty or session.deleted:
        raise RuntimeError("writing() must come before the first change")
    if session.in_transaction():
        await session.commit()
    await lock.acquire()
    session.info[_HELD] = True
    await session.connection(execution_options={_WRITES: True})


def _make_file(file: Path) -> None:
    """Personal data: for the owner's eyes only. SQLite gives its log beside it the same rights."""
    file.parent.mkdir(parents=True, exist_ok=True)
    if not file.exists():
        file.touch(mode=0o600)


def _empty_log(file: str) -> None:
    with closing(sqlite3.connect(file, timeout=1.0)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _prepare_sqlite(connection: object, _record: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # type: ignore[attr-defined]  # BEGIN is ours, see below
    cursor = connection.cursor()  # type: ignore[attr-defined]
    for pragma in (
        "journal_mode = WAL",
        # The log is brought to the disk by `Disk`, for many at once, before anybody is told.
        "synchronous = NORMAL",
        # `Disk` moves the log into the database, too; SQLite itself would do it within some COMMIT.
        "wal_autocheckpoint = 20000",
        "foreign_keys = ON",
        "secure_delete = ON",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get(_WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
