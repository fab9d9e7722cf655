"""Who comes: an account itself, its child or parent without a name, or a caller whom the desk writes down."""

import re
from datetime import datetime
from enum import StrEnum
from typing import Final

from sqlalchemy import bindparam
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.errors import OkienkoError
from bot.storage import writing
from bot.storage.tables import Attendee

NAME_LENGTH: Final = 60
MOST_NUMBER: Final = 9
"""The ninth child is the last that a button can mean."""
_PHONE: Final = re.compile(r"\+?\d{9,15}")


class Relation(StrEnum):
    """Who an attendee is to the account that books."""

    SELF = "self"
    CHILD = "child"
    PARENT = "parent"
    OTHER = "other"
    CALLER = "caller"
    """No account: a name or initials, written down by the desk."""


async def of_account(
    session: AsyncSession,
    now: datetime,
    account_id: int,
    centre: str,
    relation: Relation = Relation.SELF,
    number: int = 1,
) -> Attendee:
    """The account's attendee of that relation; made on first use. The second child has ``number`` 2."""
    if relation is Relation.CALLER or not 1 <= number <= MOST_NUMBER:
        raise ValueError("not an attendee of an account")
    wanted = {"account": account_id, "centre": centre, "relation": relation.value, "number": number}
    # In one go: half the time of `exec`, and it runs for every booking.
    if found := await session.run_sync(lambda sync: sync.scalars(_OF_ACCOUNT, wanted).all()):
        return found[0]
    await writing(session)
    connection = await session.connection()
    insert = sqlite_insert if connection.dialect.name == "sqlite" else postgresql_insert
    row = {"centre": centre, "account_id": account_id, "relation": relation.value, "number": number, "created_at": now}
    # Two taps at once on PostgreSQL: the second waits for the first and finds its row.
    await connection.execute(insert(Attendee).values(row).on_conflict_do_nothing())
    return (await session.exec(_OF_ACCOUNT, params=wanted)).one()


async def caller(session: AsyncSession, now: datetime, centre: str, name: str, phone: str | None = None) -> Attendee:
    """Somebody without an account. A name or initials are enough; the phone only if they gave one.

    Raises `OkienkoError` ``places-name-wrong`` or ``places-phone-wrong``. The caller checks the role.
    """
    name = " ".join(name.split())
    if not 1 <= len(name) <= NAME_LENGTH:
        raise OkienkoError("places-name-wrong", most=NAME_LENGTH)
    number = re.sub(r"[\s()./-]", "", phone or "")
    if number and not _PHONE.fullmatch(number):
        raise OkienkoError("places-phone-wrong")
    await writing(session)
    attendee = Attendee(centre=centre, relation=Relation.CALLER.value, name=name, phone=number or None, created_at=now)
    session.add(attendee)
    await session.flush()
    return attendee


_OF_ACCOUNT: Final = select(Attendee).where(
    col(Attendee.account_id) == bindparam("account"),
    col(Attendee.centre) == bindparam("centre"),
    col(Attendee.relation) == bindparam("relation"),
    col(Attendee.number) == bindparam("number"),
)
