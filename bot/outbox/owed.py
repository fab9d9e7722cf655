"""Owing messages: rows written with the change that owes them, once each, and taken back.

Services call `owe` in their own transaction. A plan for very many people goes through `owe_many`,
which commits in small pieces so that residents are answered meanwhile.
"""

import asyncio
import time
from collections.abc import AsyncIterable, AsyncIterator, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, or_
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlmodel import col, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.outbox.quiet import allowed_moment
from bot.outbox.states import Priority, State
from bot.storage import Database, writing
from bot.storage.tables import OwedMessage

PIECE_SECONDS = 0.02
"""What one piece of a big plan may take; others must not wait longer than 50 ms."""
_FEWEST_AT_ONCE, _MOST_AT_ONCE = 16, 256


@dataclass(frozen=True, slots=True, kw_only=True)
class Debt:
    """One message to be owed; `owe` explains the fields."""

    dedupe_key: str
    channel: str
    chat_id: int
    centre: str | None
    kind: str
    payload: dict[str, Any]
    priority: Priority
    not_before: datetime | None = None
    expires_at: datetime | None = None
    earliest_useful: datetime | None = None
    urgent: bool = False
    batch: str | None = None


async def owe(
    session: AsyncSession,
    *,
    now: datetime,
    dedupe_key: str,
    channel: str,
    chat_id: int,
    centre: str | None,
    kind: str,
    payload: dict[str, Any],
    priority: Priority,
    not_before: datetime | None = None,
    expires_at: datetime | None = None,
    earliest_useful: datetime | None = None,
    urgent: bool = False,
    batch: str | None = None,
) -> bool:
    """Owe one message. False when something was owed under this key already.

    ``kind`` names what is registered in `bot.outbox.kinds`; by default ``payload`` is
    ``{"method": "sendMessage", "arguments": {…}}`` without the chat. Nothing is sent before
    ``not_before`` (now) nor from ``expires_at`` on. Unless ``urgent`` (or `Priority.URGENT`), a moment
    in quiet hours moves to the evening before; when that is earlier than ``earliest_useful``, the
    message is written as dropped. ``batch`` groups messages for reports, `cancel` and corrections.
    """
    debt = Debt(
        dedupe_key=dedupe_key,
        channel=channel,
        chat_id=chat_id,
        centre=centre,
        kind=kind,
        payload=payload,
        priority=priority,
        not_before=not_before,
        expires_at=expires_at,
        earliest_useful=earliest_useful,
        urgent=urgent,
        batch=batch,
    )
    return await owe_these(session, [debt], now=now) == 1


async def owe_these(session: AsyncSession, debts: Sequence[Debt], *, now: datetime) -> int:
    """Owe a few hundred messages at most, in the caller's transaction. Returns how many were new."""
    if not debts:
        return 0
    await writing(session)
    connection = await session.connection()
    statement = _INSERT_SQLITE if connection.dialect.name == "sqlite" else _INSERT_POSTGRESQL
    done = await connection.execute(statement, [_row(debt, now) for debt in debts])
    return len(done.all())


# Built once: compiling one for each number of rows took longer than writing them.
_INSERT_SQLITE: Any = sqlite_insert(OwedMessage).on_conflict_do_nothing().returning(col(OwedMessage.id))
_INSERT_POSTGRESQL: Any = postgresql_insert(OwedMessage).on_conflict_do_nothing().returning(col(OwedMessage.id))


async def owe_many(database: Database, debts: Iterable[Debt] | AsyncIterable[Debt], *, now: datetime) -> int:
    """Owe any number of messages, in constant memory, with a commit after each small piece.

    Broken off, it can simply be done again: keys that are there already are passed over. Returns how
    many were new. Opens its own transactions, so not for use inside one.
    """
    new, size, piece = 0, _FEWEST_AT_ONCE, list[Debt]()
    async for debt in _each(debts):
        piece.append(debt)
        if len(piece) == size:
            began = time.perf_counter()
            new += await _commit(database, piece, now)
            took = time.perf_counter() - began
            # Only doubled and halved: each other size would be a statement of its own to keep.
            if took > PIECE_SECONDS:
                size = max(_FEWEST_AT_ONCE, size // 2)
            elif took < PIECE_SECONDS / 2:
                size = min(_MOST_AT_ONCE, size * 2)
            piece = []
            await asyncio.sleep(took)  # as long for the others as for us
    return new + await _commit(database, piece, now)


async def cancel(
    session: AsyncSession, *, now: datetime, dedupe_prefix: str | None = None, batch: str | None = None
) -> int:
    """Take back what is still waiting, by batch, by the beginning of the keys, or both.

    What is being sent at this moment is not stopped, but not tried again either. Returns how many were
    taken back.
    """
    if dedupe_prefix is None and batch is None:
        raise ValueError("cancel what? a batch or the beginning of keys")
    await writing(session)
    statement = update(OwedMessage).execution_options(synchronize_session=False)
    if batch is not None:
        statement = statement.where(col(OwedMessage.batch) == batch)
    if dedupe_prefix is not None:
        statement = statement.where(begins(session, dedupe_prefix))
    await session.exec(statement.where(col(OwedMessage.state) == State.CLAIMED).values(expires_at=now))
    done = await session.exec(
        statement.where(col(OwedMessage.state) == State.WAITING).values(
            state=State.DROPPED, reason="cancelled", finished_at=now, payload=None
        )
    )
    return done.rowcount


async def amend(session: AsyncSession, dedupe_key: str, payload: dict[str, Any]) -> bool:
    """Change what a message will say while it waits. False when it is too late, or there is none under this key."""
    await writing(session)
    done = await session.exec(
        update(OwedMessage)
        .where(col(OwedMessage.dedupe_key) == dedupe_key, col(OwedMessage.state) == State.WAITING)
        .values(payload=payload)
        .execution_options(synchronize_session=False)
    )
    return bool(done.rowcount)


async def hasten(session: AsyncSession, priority: Priority, *, prefixes: Sequence[str]) -> int:
    """Let what still waits go before others; what goes before them already stays. Returns how many were moved.

    ``prefixes``: the beginnings of their keys. Messages to one chat keep their order only among those of one
    priority, so name all that belong together.
    """
    await writing(session)
    done = await session.exec(
        update(OwedMessage)
        .where(
            or_(*(begins(session, prefix) for prefix in prefixes)),
            col(OwedMessage.state) == State.WAITING,
            col(OwedMessage.priority) > int(priority),
        )
        .values(priority=int(priority))
        .execution_options(synchronize_session=False)
    )
    return done.rowcount


def begins(session: AsyncSession, prefix: str) -> ColumnElement[bool]:
    """That a message's key begins so, in a way for which both databases use the index."""
    key = col(OwedMessage.dedupe_key)
    if session.get_bind().dialect.name == "sqlite":  # its LIKE takes A for a and uses no index
        return and_(key >= prefix, key < prefix + chr(0x10FFFF))
    return key.startswith(prefix, autoescape=True)


def _row(debt: Debt, now: datetime) -> dict[str, Any]:
    wanted = debt.not_before or now
    moment: datetime | None = wanted
    if not debt.urgent and debt.priority > Priority.URGENT:
        moment = allowed_moment(wanted, now, earliest_useful=debt.earliest_useful, expires_at=debt.expires_at)
    row = {name: getattr(debt, name) for name in _SHARED}
    row |= {
        "priority": int(debt.priority),
        "to_group": debt.chat_id < 0,
        "created_at": now,
        "attempts": 0,
        "resent": False,
    }
    if moment is None:
        return row | {"not_before": wanted, "state": State.DROPPED, "reason": "quiet", "finished_at": now}
    return row | {"not_before": moment, "state": State.WAITING, "reason": None, "finished_at": None}


_SHARED = ("dedupe_key", "channel", "chat_id", "centre", "kind", "payload", "expires_at", "urgent", "batch")


async def _commit(database: Database, debts: list[Debt], now: datetime) -> int:
    if not debts:
        return 0
    async with database.transaction() as session:
        return await owe_these(session, debts, now=now)


async def _each(debts: Iterable[Debt] | AsyncIterable[Debt]) -> AsyncIterator[Debt]:
    if isinstance(debts, AsyncIterable):
        async for debt in debts:
            yield debt
    else:
        for debt in debts:
            yield debt
