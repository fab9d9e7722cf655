"""Who may do what with a programme: its keepers; its centre's organisers, who see numbers only; nobody else.

Whoever may not is told the same as about a programme that is not there.
"""

import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Final

from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlmodel import col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.errors import OkienkoError
from bot.people.roles import is_organiser
from bot.places.programmes.words import State
from bot.storage import writing
from bot.storage.tables import Programme, ProgrammeKeeper, ProgrammeLink

KEEP: Final = "pk-"
"""Payload of ``?start=pk-<secret>``: lead it too."""
SEAT: Final = "pz-"
"""Payload of ``?start=pz-<secret>``: an invitation for one."""
VALID: Final = timedelta(days=14)
MOST_LINKS: Final = 60
"""Open ones of a programme."""
_WHAT: Final = {KEEP: "keep", SEAT: "seat"}


async def locked(session: AsyncSession, programme_id: int) -> Programme:
    """A programme as it is now, kept from others until the transaction ends. Comes before attendees and slots.

    Raises `OkienkoError` ``programme-refused`` for one that is gone.
    """
    await writing(session)
    rows = await session.exec(
        select(Programme)
        .where(col(Programme.id) == programme_id)
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    )
    programme = rows.first()
    if programme is None:
        raise OkienkoError("programme-refused")
    return programme


async def is_keeper(session: AsyncSession, account_id: int, programme_id: int) -> bool:
    """Whether somebody leads a programme."""
    return await session.get(ProgrammeKeeper, (programme_id, account_id), populate_existing=True) is not None


async def led(session: AsyncSession, account_id: int, programme_id: int, *, lock: bool = False) -> Programme:
    """A programme for its keeper. Raises `OkienkoError` ``programme-refused`` for all others alike."""
    if not await is_keeper(session, account_id, programme_id):
        raise OkienkoError("programme-refused")
    return await locked(session, programme_id) if lock else await _one(session, programme_id)


async def overseen(session: AsyncSession, account_id: int, programme_id: int, *, lock: bool = False) -> Programme:
    """A programme for its keeper or an organiser of its centre: whether it takes place, never who is in it.

    Raises `OkienkoError` ``programme-refused`` for all others alike.
    """
    programme = await _one(session, programme_id)
    if not await is_keeper(session, account_id, programme_id) and not await is_organiser(
        session, account_id, programme.centre
    ):
        raise OkienkoError("programme-refused")
    return await locked(session, programme_id) if lock else programme


async def may_make(session: AsyncSession, account_id: int, centre: str) -> bool:
    """Organisers, and whoever leads a programme of that centre already."""
    return await is_organiser(session, account_id, centre) or bool(await led_by(session, account_id, centre))


async def led_by(session: AsyncSession, account_id: int, centre: str) -> Sequence[Programme]:
    """What somebody leads in a centre and what is not over, the newest last."""
    rows = await session.exec(
        select(Programme)
        .join(ProgrammeKeeper, col(ProgrammeKeeper.programme_id) == col(Programme.id))
        .where(col(ProgrammeKeeper.account_id) == account_id, col(Programme.centre) == centre)
        .where(col(Programme.state).not_in((State.ENDED.value, State.OFF.value)))
        .order_by(col(Programme.id))
        .execution_options(populate_existing=True)
    )
    return rows.all()


async def of_centre(session: AsyncSession, account_id: int, centre: str) -> Sequence[Programme]:
    """For organisers, all of a centre that have been opened and are not over; for others nothing."""
    if not await is_organiser(session, account_id, centre):
        return []
    rows = await session.exec(
        select(Programme)
        .where(col(Programme.centre) == centre)
        .where(col(Programme.state).in_((State.GATHERING.value, State.RUNNING.value)))
        .order_by(col(Programme.id))
    )
    return rows.all()


async def accounts_of(session: AsyncSession, programme_id: int) -> Sequence[int]:
    """The accounts of a programme's keepers."""
    rows = await session.exec(
        select(ProgrammeKeeper.account_id)
        .where(col(ProgrammeKeeper.programme_id) == programme_id)
        .order_by(col(ProgrammeKeeper.account_id))
    )
    return rows.all()


async def add(session: AsyncSession, now: datetime, programme_id: int, account_id: int) -> None:
    """Make somebody a keeper; who is one stays one. Rights are the caller's to check."""
    await writing(session)
    connection = await session.connection()
    insert = sqlite_insert if connection.dialect.name == "sqlite" else postgresql_insert
    row = {"programme_id": programme_id, "account_id": account_id, "since": now}
    await connection.execute(insert(ProgrammeKeeper).values(row).on_conflict_do_nothing())


async def step_back(session: AsyncSession, account_id: int, programme_id: int) -> None:
    """No longer lead it. Raises `OkienkoError` ``programme-refused``, and ``programme-last-keeper``."""
    await led(session, account_id, programme_id, lock=True)
    if len(await accounts_of(session, programme_id)) < 2:
        raise OkienkoError("programme-last-keeper")
    await session.exec(
        delete(ProgrammeKeeper)
        .where(col(ProgrammeKeeper.programme_id) == programme_id, col(ProgrammeKeeper.account_id) == account_id)
        .execution_options(synchronize_session=False)
    )


async def link(session: AsyncSession, now: datetime, account_id: int, programme_id: int, prefix: str) -> str:
    """The payload of a link that is good once: `SEAT` by a keeper, `KEEP` by a keeper or an organiser.

    Raises `OkienkoError` ``programme-refused``, ``programme-over`` and ``programme-links-many``.
    """
    who_may = led if prefix == SEAT else overseen
    programme = await who_may(session, account_id, programme_id, lock=True)
    if programme.state in (State.ENDED, State.OFF):
        raise OkienkoError("programme-over")
    open_ones = await session.exec(
        select(ProgrammeLink.id).where(
            col(ProgrammeLink.programme_id) == programme_id, col(ProgrammeLink.made_at) > now - VALID
        )
    )
    if len(open_ones.all()) >= MOST_LINKS:
        raise OkienkoError("programme-links-many")
    secret = secrets.token_urlsafe(24)
    session.add(
        ProgrammeLink(
            programme_id=programme_id, what=_WHAT[prefix], key_hash=_hash(secret), made_by=account_id, made_at=now
        )
    )
    await session.flush()
    return prefix + secret


async def redeem(session: AsyncSession, now: datetime, payload: str) -> tuple[Programme, ProgrammeLink]:
    """The programme of a link, locked, and the link, to be deleted once it did what it is for.

    Raises `OkienkoError` ``programme-link-used`` for one that was used, is too old, or never was.
    """
    await writing(session)
    prefix = payload[:3]
    found = await session.exec(
        select(ProgrammeLink).where(
            col(ProgrammeLink.key_hash) == _hash(payload[3:]), col(ProgrammeLink.what) == _WHAT.get(prefix)
        )
    )
    one = found.first()
    if one is None or one.made_at < now - VALID:
        raise OkienkoError("programme-link-used")
    programme = await locked(session, one.programme_id)
    again = await session.exec(
        select(ProgrammeLink).where(col(ProgrammeLink.id) == one.id).execution_options(populate_existing=True)
    )
    still = again.first()
    if still is None:  # used while we waited
        raise OkienkoError("programme-link-used")
    return programme, still


async def accept_to_keep(session: AsyncSession, now: datetime, payload: str, account_id: int) -> Programme:
    """Somebody opened the link to lead a programme. Raises `OkienkoError` as `redeem` does."""
    programme, used = await redeem(session, now, payload)
    assert programme.id is not None
    if not await is_keeper(session, account_id, programme.id):  # their own link stays good for whom it is meant
        await add(session, now, programme.id, account_id)
        await session.delete(used)
        await session.flush()
    return programme


async def _one(session: AsyncSession, programme_id: int) -> Programme:
    programme = await session.get(Programme, programme_id, populate_existing=True)
    if programme is None:
        raise OkienkoError("programme-refused")
    return programme


def _hash(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()
