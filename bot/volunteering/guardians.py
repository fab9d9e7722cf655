"""A parent's own link: used once, never by the volunteer it speaks of; then they hear of each shift."""

import secrets
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Final

from sqlmodel import col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.errors import OkienkoError
from bot.storage import writing
from bot.storage.tables import Booking, Guardian, Shift, Slot, Volunteer
from bot.volunteering import profiles, rules

PREFIX: Final = "g-"
"""Payload of ``?start=g-<secret>``."""
VALID: Final = timedelta(days=14)
MOST: Final = 4


async def invite(session: AsyncSession, now: datetime, account_id: int, centre: str) -> str:
    """A secret for a parent's link; links made before that nobody used stop working.

    Raises `OkienkoError` ``volunteering-no-profile``, ``volunteering-guardian-adult`` for who needs none, and
    ``volunteering-guardian-many``.
    """
    volunteer = await profiles.locked(session, account_id, centre)
    if not rules.is_minor(volunteer):
        raise OkienkoError("volunteering-guardian-adult")
    of_theirs = col(Guardian.volunteer_id) == volunteer.id
    await session.exec(
        delete(Guardian)
        .where(of_theirs, col(Guardian.account_id).is_(None))
        .execution_options(synchronize_session=False)
    )
    if len((await session.exec(select(Guardian.id).where(of_theirs))).all()) >= MOST:
        raise OkienkoError("volunteering-guardian-many")
    secret = secrets.token_urlsafe(24)
    assert volunteer.id is not None
    session.add(Guardian(volunteer_id=volunteer.id, key_hash=_hash(secret), made_at=now))
    await session.flush()
    return secret


async def accept(
    session: AsyncSession, now: datetime, secret: str, account_id: int, channel: str, chat_id: int
) -> Volunteer:
    """The parent opened the link: from now on they are told. Consent is still what is on paper.

    Raises `OkienkoError` ``volunteering-guardian-own`` for the volunteer's own account (the link stays good)
    and ``volunteering-guardian-used`` for a link that was used, replaced, or is too old.
    """
    await writing(session)
    rows = await session.exec(
        select(Guardian, Volunteer)
        .join(Volunteer, col(Volunteer.id) == col(Guardian.volunteer_id))
        .where(col(Guardian.key_hash) == _hash(secret))
        .with_for_update(of=Guardian)
    )
    found = rows.first()
    if found is None or found[0].made_at < now - VALID:
        raise OkienkoError("volunteering-guardian-used")
    guardian, volunteer = found
    if volunteer.account_id == account_id:
        raise OkienkoError("volunteering-guardian-own")
    there = await session.exec(
        select(Guardian).where(
            col(Guardian.volunteer_id) == volunteer.id,
            col(Guardian.account_id) == account_id,
        )
    )
    if there.first() is not None:
        return volunteer  # told already; the link stays for the other parent
    guardian.key_hash, guardian.account_id, guardian.linked_at = None, account_id, now
    guardian.channel, guardian.chat_id = channel, chat_id
    session.add(guardian)
    await session.flush()
    return volunteer


async def of_guardian(session: AsyncSession, account_id: int, volunteer_id: int) -> Volunteer:
    """Somebody's own child here. Raises `OkienkoError` ``volunteering-guardian-not-yours`` for every other."""
    rows = await session.exec(
        select(Volunteer)
        .join(Guardian, col(Guardian.volunteer_id) == col(Volunteer.id))
        .where(col(Volunteer.id) == volunteer_id, col(Guardian.account_id) == account_id)
    )
    volunteer = rows.first()
    if volunteer is None:
        raise OkienkoError("volunteering-guardian-not-yours")
    return volunteer


async def shifts_of(
    session: AsyncSession, now: datetime, account_id: int, volunteer_id: int
) -> list[tuple[Booking, Slot, Shift]]:
    """The shifts ahead of somebody's child. Raises `OkienkoError` as `of_guardian` does."""
    return await profiles.shifts_ahead(session, now, await of_guardian(session, account_id, volunteer_id))


async def stop(session: AsyncSession, account_id: int, volunteer_id: int) -> None:
    """No more messages. Raises `OkienkoError` as `of_guardian` does."""
    await writing(session)
    await of_guardian(session, account_id, volunteer_id)
    await session.exec(
        delete(Guardian)
        .where(col(Guardian.volunteer_id) == volunteer_id, col(Guardian.account_id) == account_id)
        .execution_options(synchronize_session=False)
    )


def _hash(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()
