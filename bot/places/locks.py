"""Rows that are looked at and then changed: locked in one order, so that two never wait for each other.

Attendees come before slots, providers before rooms, and within each the lower id first. On SQLite
`bot.storage.writing` has locked everything already and these are plain reads. What the session had
loaded before is read again.
"""

from collections.abc import Collection
from functools import cache
from typing import Any, Final, NamedTuple, TypeVar

from sqlalchemy import Connection, bindparam
from sqlalchemy.orm import Session
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.storage.tables import Attendee, Provider, Room, Slot

Row = TypeVar("Row", Attendee, Provider, Room, Slot)


async def lock(session: AsyncSession, table: type[Row], ids: Collection[int]) -> dict[int, Row]:
    """The rows of a table as they are now, by id, kept from others until the transaction ends."""
    if not ids:
        return {}
    found = await session.exec(_by_id(table), params={"ids": sorted(ids)})
    return {row.id: row for row in found.all() if row.id is not None}


async def lock_one(session: AsyncSession, table: type[Row], row_id: int) -> Row | None:
    """One row as it is now, or None."""
    return (await lock(session, table, [row_id])).get(row_id)


class Person(NamedTuple):
    """A locked attendee, as far as a booking has to know them."""

    id: int
    centre: str
    account_id: int | None


def lock_person(connection: Connection, attendee_id: int, account_id: int) -> Person | None:
    """An attendee, and with them the account's other attendees: together they have one limit."""
    rows = connection.execute(_PEOPLE, {"attendee": attendee_id, "account": account_id}).all()
    return next((Person(*row) for row in rows if row.id == attendee_id), None)


def lock_slot(session: Session, slot_id: int) -> Slot | None:
    """A slot as it is now; whoever wants it waits from here on."""
    slots = session.scalars(_SLOT, {"slot": slot_id}).all()
    return slots[0] if slots else None


@cache
def _by_id(table: Any) -> Any:
    return _locked(table).where(col(table.id).in_(bindparam("ids", expanding=True)))


def _locked(table: Any, *columns: Any) -> Any:
    return (
        select(*(columns or [table]))
        .order_by(col(table.id))
        # Not FOR UPDATE: who only points at the row with a foreign key need not wait.
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    )


_PEOPLE: Final = _locked(Attendee, col(Attendee.id), col(Attendee.centre), col(Attendee.account_id)).where(
    (col(Attendee.id) == bindparam("attendee")) | (col(Attendee.account_id) == bindparam("account"))
)
_SLOT: Final = _locked(Slot).where(col(Slot.id) == bindparam("slot"))
