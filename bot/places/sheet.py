"""An adviser's day: who comes when, who came, and the secret link that shows it without an account.

Only the adviser whose day it is, and the desk, see what people come about. A booking of somebody else's day
does not exist here: the functions take the provider and look it up in their slots.
"""

import secrets
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from typing import Final

from sqlalchemy import update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.errors import OkienkoError
from bot.people.roles import roles_in
from bot.places.booking import BookingState
from bot.places.days import day_begins, day_ends
from bot.places.wording import local_day
from bot.storage import writing
from bot.storage.tables import Attendee, Booking, Provider, Role, Room, Slot

KEY_BYTES: Final = 24
"""Of the secret in a link: 192 bits cannot be guessed."""
WAITING: Final = (BookingState.BOOKED, BookingState.CONFIRMED)


@dataclass(frozen=True, slots=True)
class Line:
    """One hour of a day; without a booking it is free."""

    slot: Slot
    room: Room | None
    booking: Booking | None = None
    attendee: Attendee | None = None

    @property
    def waits(self) -> bool:
        """Whether somebody is still to come."""
        return self.booking is not None and self.booking.state in WAITING


@dataclass(frozen=True, slots=True)
class Sheet:
    """What an adviser's day looks like; lines in the order of the clock."""

    provider: Provider
    day: date
    lines: tuple[Line, ...]


async def provider_of(session: AsyncSession, account_id: int, centre: str) -> Provider | None:
    """Whose day an account may see in a centre: it has the adviser's role there and was linked to them."""
    if Role.ADVISER not in await roles_in(session, account_id, centre):
        return None
    found = await session.exec(
        select(Provider).where(col(Provider.account_id) == account_id, col(Provider.centre) == centre)
    )
    return found.first()


async def of_day(session: AsyncSession, provider: Provider, day: date) -> Sheet:
    """A provider's local day. Hours that were withdrawn are left out."""
    slots = await session.exec(
        select(Slot, Room)
        .outerjoin(Room, col(Room.id) == col(Slot.room_id))
        .where(col(Slot.provider_id) == provider.id, col(Slot.withdrawn_at).is_(None))
        .where(col(Slot.starts_at) >= day_begins(day), col(Slot.starts_at) < day_ends(day))
        .order_by(col(Slot.starts_at), col(Slot.id))
    )
    lines = list[Line]()
    for slot, room in slots.all():
        taken = await session.exec(
            select(Booking, Attendee)
            .join(Attendee, col(Attendee.id) == col(Booking.attendee_id))
            .where(col(Booking.slot_id) == slot.id, col(Booking.seat_no).is_not(None))
            .where(col(Booking.state) != BookingState.OFFERED)  # held for who may not want it
            .order_by(col(Booking.seat_no))
        )
        people = [Line(slot, room, booking, attendee) for booking, attendee in taken.all()]
        free = slot.seats - len(people)
        lines += people + [Line(slot, room)] * min(free, 1)
    return Sheet(provider, day, tuple(lines))


async def next_day(session: AsyncSession, provider: Provider, after: date) -> date | None:
    """The provider's next local day with hours after a day."""
    found = await session.exec(
        select(Slot.starts_at)
        .where(col(Slot.provider_id) == provider.id, col(Slot.withdrawn_at).is_(None))
        .where(col(Slot.starts_at) >= day_ends(after))
        .order_by(col(Slot.starts_at))
        .limit(1)
    )
    start = found.first()
    return local_day(start) if start else None


async def line_of(session: AsyncSession, provider: Provider, booking_id: int) -> Line:
    """A live booking in this provider's hours. Raises `OkienkoError` for anything else."""
    found = await session.exec(
        select(Slot, Room, Booking, Attendee)
        .join(Booking, col(Booking.slot_id) == col(Slot.id))
        .join(Attendee, col(Attendee.id) == col(Booking.attendee_id))
        .outerjoin(Room, col(Room.id) == col(Slot.room_id))
        .where(col(Booking.id) == booking_id, col(Booking.seat_no).is_not(None))
        .where(col(Slot.provider_id) == provider.id, col(Booking.state) != BookingState.OFFERED)
    )
    row = found.first()
    if row is None:
        raise OkienkoError("counter-not-yours")
    return Line(*row)


async def mark(session: AsyncSession, now: datetime, provider: Provider, booking_id: int, *, came: bool) -> Line:
    """Somebody came, or did not; said otherwise later, the last word counts.

    Raises `OkienkoError` for a booking that is not in this provider's hours, a day that is yet to come, and
    ``counter-not-begun`` for who did not come to an hour that has not begun.
    """
    await writing(session)
    line = await line_of(session, provider, booking_id)
    assert line.booking is not None
    if local_day(line.slot.starts_at) > local_day(now):
        raise OkienkoError("counter-not-today-yet")
    if not came and line.slot.starts_at > now:
        raise OkienkoError("counter-not-begun")
    await session.exec(
        update(Booking)
        .where(col(Booking.id) == booking_id, col(Booking.seat_no).is_not(None))
        .values(state=BookingState.CAME if came else BookingState.MISSED, ended_at=now)
        .execution_options(synchronize_session=False)
    )
    await session.refresh(line.booking)
    return line


# The secret link


async def make_key(session: AsyncSession, provider_id: int) -> str:
    """A new secret for a provider's link, in letters that an address may hold. The one before stops working."""
    await writing(session)
    key = secrets.token_urlsafe(KEY_BYTES)
    await _set_key(session, provider_id, _digest(key))
    return key


async def revoke_key(session: AsyncSession, provider_id: int) -> None:
    """No link shows this provider's day any more."""
    await writing(session)
    await _set_key(session, provider_id, None)


async def by_key(session: AsyncSession, key: str) -> Provider | None:
    """Whose day a secret shows. Nobody's once the adviser's account has lost its role."""
    if not key or len(key) > 64:
        return None
    found = await session.exec(select(Provider).where(col(Provider.sheet_key) == _digest(key)))
    provider = found.first()
    if provider is None or provider.account_id is None:
        return provider
    return provider if Role.ADVISER in await roles_in(session, provider.account_id, provider.centre) else None


async def _set_key(session: AsyncSession, provider_id: int, digest: str | None) -> None:
    await session.exec(
        update(Provider)
        .where(col(Provider.id) == provider_id)
        .values(sheet_key=digest)
        .execution_options(synchronize_session=False)
    )
    if provider := await session.get(Provider, provider_id):
        await session.refresh(provider)


def _digest(key: str) -> str:
    return sha256(key.encode()).hexdigest()
