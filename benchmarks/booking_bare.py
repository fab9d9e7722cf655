"""What Okienko runs for a booking, statement by statement, without Okienko: the yardsticks of `benchmarks.booking`."""

import asyncio
import json
import secrets
import sqlite3
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, Final

import asyncpg
from sqlalchemy import event
from sqlalchemy.dialects.postgresql.asyncpg import dialect as postgres_dialect
from sqlalchemy.dialects.sqlite import dialect as sqlite_dialect
from sqlalchemy.engine import make_url

from benchmarks.booking_people import NOW, People
from bot.outbox.owed import _INSERT_POSTGRESQL, _INSERT_SQLITE
from bot.people.accounts import FIND
from bot.places import ahead, attendees, codes, locks, seats
from bot.places.booking import BookingState
from bot.storage import Database
from bot.storage.database import _WRITES
from bot.storage.tables import Booking

CONNECTIONS: Final = 15
"""As many as SQLAlchemy's pool opens."""


def steps(people: People, number: int, sqlite: bool) -> list[tuple[Any, dict[str, Any] | list[dict[str, Any]]]]:
    """The statements of one booking and their values, as `bot.places` sends them."""
    who = number % len(people.chats)
    account, start = people.accounts[who], people.starts[number]
    booking = Booking(
        centre=people.centre,
        slot_id=people.slots[number],
        seat_no=1,
        attendee_id=people.attendees[who],
        code=codes.new(),
        uid=f"{secrets.token_hex(16)}@okienko",
        starts_at=start,
        ends_at=start + timedelta(minutes=30),
        channel="telegram",
        chat_id=people.chats[who],
        booked_by=account,
        state=BookingState.BOOKED.value,
        created_at=NOW,
    )
    return [
        (FIND, {"on": "telegram", "chat": people.chats[who]}),
        (attendees._OF_ACCOUNT, {"account": account, "centre": people.centre, "relation": "self", "number": 1}),
        (locks._PEOPLE, {"attendee": people.attendees[who], "account": account}),
        (ahead._OF_ACCOUNT, {"account": account, "centre": people.centre, "now": NOW}),
        (locks._SLOT, {"slot": people.slots[number]}),
        (seats._INSERT, {name: getattr(booking, name) for name in seats._COLUMNS}),
        (seats._COUNT, {"slot": people.slots[number], "more": 1}),
        (_INSERT_SQLITE if sqlite else _INSERT_POSTGRESQL, _reminders(people, number, start)),
    ]


def _reminders(people: People, number: int, start: datetime) -> list[dict[str, Any]]:
    return [
        {
            "dedupe_key": f"bare:{number}:{which}",
            "channel": "telegram",
            "chat_id": people.chats[number % len(people.chats)],
            "centre": people.centre,
            "kind": "booking-reminder",
            "payload": {"booking": number, "sequence": 0},
            "expires_at": start,
            "urgent": False,
            "batch": None,
            "priority": 1,
            "to_group": False,
            "created_at": NOW,
            "attempts": 0,
            "resent": False,
            "not_before": start - timedelta(hours=hours),
            "state": "waiting",
            "reason": None,
            "finished_at": None,
        }
        for which, hours in (("day", 24), ("hours", 3))
    ]


class Core:
    """SQLAlchemy Core, with the same engine, pool and writer's lock."""

    def __init__(self, database: Database, people: People) -> None:
        self._database, self._people = database, people
        self._lock = asyncio.Lock() if database.is_sqlite else None

    async def book(self, number: int) -> None:
        if self._lock is None:
            await self._book(number)
            return
        async with self._lock:
            await self._book(number)
        if self._database._disk:
            await self._database._disk.reached()

    async def _book(self, number: int) -> None:
        async with self._database.engine.connect() as connection:
            if self._lock:
                await connection.execution_options(**{_WRITES: True})
            for statement, values in steps(self._people, number, self._database.is_sqlite):
                result = await connection.execute(statement, values)
                if result.returns_rows:
                    result.all()
            await connection.commit()

    async def same_statements_as(self, ours: Callable[[int], Awaitable[None]]) -> None:
        """Raises unless both send the same statements in the same order. Takes the last two places."""
        told: list[list[str]] = []
        for book in (ours, self.book):
            sent: list[str] = []

            def note(_c: Any, _cursor: Any, statement: str, *_: Any, sent: list[str] = sent) -> None:
                sent.append(statement)

            event.listen(self._database.engine.sync_engine, "before_cursor_execute", note)
            await book(len(self._people.slots) - 1 - len(told))
            event.remove(self._database.engine.sync_engine, "before_cursor_execute", note)
            told.append(sent)
        assert told[0] == told[1], told


class RawSqlite:
    """`sqlite3` itself: one connection, nobody beside it."""

    name = "sqlite3, one at a time"
    at_once = 1

    def __init__(self, people: People) -> None:
        self._people = people
        url = people.database.url
        self._connection = sqlite3.connect(make_url(url).database or "", isolation_level=None)
        for pragma in ("synchronous = FULL", "foreign_keys = ON", "secure_delete = ON"):
            self._connection.execute(f"PRAGMA {pragma}")
        self._compiled: dict[Any, tuple[str, list[str]]] = {}

    async def book(self, number: int) -> None:
        self._connection.execute("BEGIN IMMEDIATE")
        for statement, values in steps(self._people, number, True):
            for row in _rows(values):
                sql, names = _compiled(self._compiled, statement, sqlite_dialect(), row)
                self._connection.execute(sql, [_plain(row[name]) for name in names]).fetchall()
        self._connection.execute("COMMIT")

    async def close(self) -> None:
        self._connection.close()


class RawPostgres:
    """`asyncpg` itself, with as many connections as SQLAlchemy has."""

    name = "asyncpg"
    at_once = 50

    def __init__(self, people: People) -> None:
        self._people = people
        self._compiled: dict[Any, tuple[str, list[str]]] = {}

    async def connected(self) -> "RawPostgres":
        self._pool = await asyncpg.create_pool(self._people.database.url, min_size=CONNECTIONS, max_size=CONNECTIONS)
        return self

    async def book(self, number: int) -> None:
        async with self._pool.acquire() as connection, connection.transaction():
            for statement, values in steps(self._people, number, False):
                for row in _rows(values):
                    sql, names = _compiled(self._compiled, statement, postgres_dialect(), row)
                    await connection.fetch(sql, *[_json(row[name]) for name in names])

    async def close(self) -> None:
        await self._pool.close()


def _rows(values: dict[str, Any] | list[dict[str, Any]]) -> Sequence[dict[str, Any]]:
    return values if isinstance(values, list) else [values]


def _compiled(known: dict[Any, tuple[str, list[str]]], statement: Any, dialect: Any, row: dict[str, Any]) -> Any:
    if statement not in known:
        compiled = statement.compile(dialect=dialect, column_keys=list(row))
        known[statement] = str(compiled), list(compiled.positiontup or [])
    return known[statement]


def _json(value: Any) -> Any:
    return json.dumps(value) if isinstance(value, dict) else value


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f")
    return _json(value)
