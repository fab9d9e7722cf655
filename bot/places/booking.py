"""Bookings: one attendee's numbered seat in one slot. A double tap, an old button, a race: one booking, one truth.

The session is handed in and the caller commits. Everything is looked at again under the lock
(`bot.places.locks`); the database's constraints stand behind that and are told in the same words.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import bindparam
from sqlalchemy.orm import Session
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.errors import OkienkoError
from bot.places import ahead, codes, hours, limits, permission, reminders, seats, waiting_line, waiting_refill
from bot.places.locks import Person, lock, lock_one, lock_person, lock_slot
from bot.places.slots import give_up_if_empty
from bot.places.states import LIVE
from bot.places.states import BookingState as BookingState
from bot.places.waiting_states import Waits
from bot.storage import writing
from bot.storage.tables import Attendee, Booking, CodeTry, Slot


@dataclass(frozen=True, slots=True)
class Booker:
    """Who books, and where reminders go; no chat for a caller whom the desk writes down."""

    account_id: int
    channel: str | None = None
    chat_id: int | None = None


@dataclass(frozen=True, slots=True)
class Booked:
    """A booking and its slot. ``again``: it was there already, nothing was changed."""

    booking: Booking
    slot: Slot
    again: bool


async def book(
    session: AsyncSession,
    now: datetime,
    slot_id: int,
    attendee_id: int,
    booker: Booker,
    *,
    topic: str | None = None,
    beside: bool = False,
    door: str = "",
) -> Booked:
    """Give an attendee a seat. The attendee's live booking in that slot comes back with ``again``.

    ``beside``: the person knows of what they have at that time and wants this all the same. ``door`` is
    named by the room that has asked what the slot's rules leave to it (`slots.Rules.door`). Raises
    `OkienkoError`: ``places-not-yours`` (somebody else's attendee), ``places-gone`` (no such slot, or
    withdrawn), ``places-past``, ``places-too-late`` (``at``: until when it could be booked),
    ``places-full``, ``places-other-door``, ``places-overlap`` (``kind``, ``title``, ``at`` of the other),
    ``places-too-many`` (``most``), ``places-try-again``; to who stands in the slot's line
    ``waiting-answer-first`` (a seat is held for them) and ``waiting-together`` (they wait with others). The
    desk and the slot's adviser book for anybody of their centre, without notice and until the end.
    """
    await writing(session)
    attendee, slot, has = await session.run_sync(_look, now, attendee_id, booker.account_id, slot_id)
    if attendee is None:
        raise OkienkoError("places-not-yours")
    if slot is None or slot.centre != attendee.centre:
        raise OkienkoError("places-gone")
    own = permission.is_own(attendee, booker.account_id)
    vouched = bool(door) and slot.rules.get("door") == door  # that room has asked who may
    if not own and not vouched and not await permission.is_staff(session, booker.account_id, slot):
        raise OkienkoError("places-not-yours")
    others = ahead.at_the_time_of(has, attendee_id, slot)
    for other in others:
        if other.slot_id == slot_id and slot.withdrawn_at is None:
            return Booked(await session.get_one(Booking, other.booking_id), slot, again=True)
    waited = await waiting_refill.refuse_or_find(session, slot, attendee_id)
    await _refuse_closed(session, now, slot, booker.account_id, staff=not own)
    _refuse_other_door(slot, door)
    _warn(others, beside=beside)
    if own:
        ahead.refuse_too_many(has, slot.kind)
    values: dict[str, Any] = {
        "attendee_id": attendee_id,
        "beside": bool(others),
        "topic": topic,
        "channel": booker.channel,
        "chat_id": booker.chat_id,
        "booked_by": booker.account_id,
    }
    booking = await session.run_sync(lambda sync: seats.take(sync, sync.connection(), now, slot, **values))
    await reminders.owe(session, now, booking, slot)
    if waited:
        await waiting_line.end(session, now, slot, waited, Waits.TAKEN)
    return Booked(booking, slot, again=False)


async def move(
    session: AsyncSession,
    now: datetime,
    booking_id: int,
    to_slot_id: int,
    *,
    by: int,
    code: str | None = None,
    beside: bool = False,
    door: str = "",
) -> Booked:
    """Give up the seat and take one in another slot of the same kind, in one go or not at all.

    Code and UID stay, the sequence grows, and it is to be confirmed anew. What was called off may be
    moved as well. ``by`` is an account; ``code`` speaks for who has no account of their own in it. Raises
    what `book` raises for the new slot, and ``places-not-yours``, ``places-ended``, ``places-past``.
    """
    booking, attendee, slots = await _hold(session, booking_id, to_slot_id)
    old, new = slots[booking.slot_id], slots.get(to_slot_id)
    staff = await _refuse_strangers(session, booking, attendee, old, by, code)
    live = _is_live(booking)
    if new is None or new.centre != old.centre or new.kind != old.kind:
        raise OkienkoError("places-gone")
    if live and new.id == old.id:
        return Booked(booking, new, again=True)
    if not live and booking.state != BookingState.CALLED_OFF:
        raise OkienkoError("places-ended")
    if live and old.starts_at <= now and not staff:
        raise OkienkoError("places-past")
    waited = await waiting_refill.refuse_or_find(session, new, booking.attendee_id)
    await _refuse_closed(session, now, new, by, staff=staff)
    _refuse_other_door(new, door)
    connection = await session.connection()
    person = Person(booking.attendee_id, attendee.centre, attendee.account_id)
    has = await connection.run_sync(ahead.of, now, person)
    others = [other for other in ahead.at_the_time_of(has, person.id, new) if other.booking_id != booking_id]
    for other in others:
        if other.slot_id == to_slot_id:  # booked anew meanwhile: that one stands
            return Booked(await session.get_one(Booking, other.booking_id), new, again=True)
    _warn(others, beside=beside)
    if live:
        await connection.run_sync(seats.count, old, -1)
        give_up_if_empty(now, old)
    else:
        ahead.refuse_too_many(has, new.kind)
    freed, booking.seat_no = booking.seat_no, await connection.run_sync(seats.lowest_free, new)
    booking.slot_id, booking.starts_at, booking.ends_at = to_slot_id, new.starts_at, new.ends_at
    booking.state, booking.confirmed_at, booking.ended_at = BookingState.BOOKED.value, None, None
    booking.beside = bool(others)
    booking.sequence += 1
    session.add(booking)
    with seats.refusals(new):
        await session.flush()
        await connection.run_sync(seats.count, new, 1)
    await reminders.owe(session, now, booking, new)
    if waited:
        await waiting_line.end(session, now, new, waited, Waits.TAKEN)
    if live:
        await reminders.owe_freed(session, now, booking, old)
        await waiting_refill.refill(session, now, old, [freed or 0])
    return Booked(booking, new, again=False)


async def cancel(
    session: AsyncSession,
    now: datetime,
    booking_id: int,
    *,
    by: int,
    code: str | None = None,
    refill: bool = True,
) -> Booking:
    """Give the seat back. What is cancelled or called off already stays as it is.

    The next in line is asked; who gives several seats back at once does that once, at the end (``refill``).
    Raises `OkienkoError` ``places-not-yours``, or ``places-past`` once it has begun (for the desk: is over).
    """
    booking, attendee, slots = await _hold(session, booking_id)
    slot = slots[booking.slot_id]
    staff = await _refuse_strangers(session, booking, attendee, slot, by, code)
    if booking.seat_no is None:
        return booking
    if not _is_live(booking) or (slot.ends_at if staff else slot.starts_at) <= now:
        raise OkienkoError("places-past")
    freed, booking.seat_no = booking.seat_no, None
    booking.state, booking.ended_at = BookingState.CANCELLED.value, now
    booking.sequence += 1
    session.add(booking)
    await session.flush()
    await (await session.connection()).run_sync(seats.count, slot, -1)
    give_up_if_empty(now, slot)
    await session.flush()
    await reminders.owe_freed(session, now, booking, slot)
    if refill:
        await waiting_refill.refill(session, now, slot, [freed])
    return booking


async def confirm(
    session: AsyncSession, now: datetime, booking_id: int, *, by: int, code: str | None = None
) -> Booking:
    """The person will come. A second time changes nothing.

    Raises `OkienkoError` ``places-not-yours``, ``places-ended`` for what is cancelled, ``places-past``.
    """
    booking, attendee, slots = await _hold(session, booking_id)
    slot = slots[booking.slot_id]
    await _refuse_strangers(session, booking, attendee, slot, by, code)
    if booking.seat_no is None:
        raise OkienkoError("places-ended")
    if slot.ends_at <= now or not _is_live(booking):
        raise OkienkoError("places-past")
    if booking.state != BookingState.CONFIRMED:
        booking.state, booking.confirmed_at = BookingState.CONFIRMED.value, now
        session.add(booking)
        await session.flush()
    return booking


async def one(
    session: AsyncSession, booking_id: int, *, by: int, code: str | None = None
) -> tuple[Booking, Slot, Attendee]:
    """A booking to be shown, for those who may touch it. Raises `OkienkoError` ``places-not-yours``."""
    booking, slot, attendee = await _read(session, booking_id)
    await _refuse_strangers(session, booking, attendee, slot, by, code)
    return booking, slot, attendee


async def by_code(session: AsyncSession, now: datetime, centre: str, code: str, *, account_id: int) -> Booking | None:
    """The booking of a centre with that code, ended ones too; None when there is none.

    A wrong code counts against the account unless it is at the desk (commit that, too). Raises
    `OkienkoError` ``places-code-tries`` after too many in a day.
    """
    desk = await permission.is_desk(session, account_id, centre)
    if not desk:
        await writing(session)
        await limits.refuse_guessing(session, now, account_id)
    if typed := codes.typed(code):
        found = await session.exec(
            select(Booking).where(
                col(Booking.code) == typed, col(Booking.centre) == centre, col(Booking.state) != BookingState.OFFERED
            )
        )
        if booking := found.first():
            return booking
    if not desk:
        session.add(CodeTry(account_id=account_id, tried_at=now))
        await session.flush()
    return None


async def is_code_of(session: AsyncSession, now: datetime, booking_id: int, code: str, *, account_id: int) -> bool:
    """Whether a button's code is the booking's: a forged one is a guess, and counts as a typed one does.

    Raises `OkienkoError` ``places-code-tries`` as `by_code` does. Commit what it counts.
    """
    booking = await session.get(Booking, booking_id)
    if booking and await permission.is_desk(session, account_id, booking.centre):
        return True
    await writing(session)
    await limits.refuse_guessing(session, now, account_id)
    found = await session.exec(select(Booking.code).where(col(Booking.id) == booking_id))
    if permission.knows(code, found.first() or ""):
        return True
    session.add(CodeTry(account_id=account_id, tried_at=now))
    await session.flush()
    return False


async def upcoming(session: AsyncSession, now: datetime, account_id: int) -> list[tuple[Booking, Slot, Attendee]]:
    """An account's bookings to come, its children's and parents' too, the next first."""
    found = await session.exec(
        select(Booking, Slot, Attendee)
        .join(Slot, col(Slot.id) == col(Booking.slot_id))
        .join(Attendee, col(Attendee.id) == col(Booking.attendee_id))
        .where(
            col(Attendee.account_id) == account_id,
            col(Booking.seat_no).is_not(None),
            col(Booking.state).in_(LIVE),
            col(Booking.ends_at) > now,
        )
        .order_by(col(Booking.starts_at), col(Booking.id))
    )
    return list(found.all())


def _look(
    session: Session, now: datetime, attendee_id: int, account_id: int, slot_id: int
) -> tuple[Person | None, Slot | None, list[ahead.Ahead]]:
    """The locked attendee, what they have ahead, and the locked slot: others wait for that one, so it comes last."""
    connection = session.connection()
    person = lock_person(connection, attendee_id, account_id)
    has = ahead.of(connection, now, person) if person else []
    return person, lock_slot(session, slot_id), has


async def _hold(session: AsyncSession, booking_id: int, *more_slots: int) -> tuple[Booking, Attendee, dict[int, Slot]]:
    """A booking as it is now, its attendee, its slot and others by id, all locked in the fixed order."""
    await writing(session)
    attendee_id, _ = await _whose_and_where(session, booking_id)
    attendee = await lock_one(session, Attendee, attendee_id)
    # Whoever moves a booking holds its attendee: from here on the slot is certain.
    _, slot_id = await _whose_and_where(session, booking_id)
    slots = await lock(session, Slot, {slot_id, *more_slots})
    # Whoever withdraws a slot holds only the slot: the state is certain from here on.
    booking, _, _ = await _read(session, booking_id)
    if attendee is None:
        raise OkienkoError("places-not-yours")
    return booking, attendee, slots


async def _whose_and_where(session: AsyncSession, booking_id: int) -> tuple[int, int]:
    """The attendee and the slot of a booking, before they are locked."""
    row = (await session.exec(_WHOSE_AND_WHERE, params={"booking": booking_id})).first()
    if row is None:
        raise OkienkoError("places-not-yours")
    return row[0], row[1]


async def _read(session: AsyncSession, booking_id: int) -> tuple[Booking, Slot, Attendee]:
    row = (await session.exec(_ONE, params={"booking": booking_id})).first()
    if row is None:
        raise OkienkoError("places-not-yours")
    return row[0], row[1], row[2]


async def _refuse_strangers(
    session: AsyncSession, booking: Booking, attendee: Attendee, slot: Slot, by: int, code: str | None
) -> bool:
    """Whether ``by`` acts for the desk; raises for who may not touch the booking at all."""
    if permission.is_own(attendee, by) or permission.knows(code, booking.code):
        return False
    if not await permission.is_staff(session, by, slot):
        raise OkienkoError("places-not-yours")
    return True


async def _refuse_closed(session: AsyncSession, now: datetime, slot: Slot, account_id: int, *, staff: bool) -> None:
    if slot.withdrawn_at is not None:
        raise OkienkoError("places-gone")
    if slot.book_until <= now and not staff:
        staff = await permission.is_staff(session, account_id, slot)
    if (slot.ends_at if staff else slot.starts_at) <= now:
        raise OkienkoError("places-past")
    if slot.book_until <= now and not staff:
        raise OkienkoError("places-too-late", **hours.said(slot.book_until))
    if slot.taken >= slot.seats:
        raise OkienkoError("places-full")


def _refuse_other_door(slot: Slot, door: str) -> None:
    """The desk neither: what that room asks is asked of everybody."""
    if slot.rules.get("door", "") != door:
        raise OkienkoError("places-other-door")


def _warn(others: Collection[ahead.Ahead], *, beside: bool) -> None:
    """Raises ``places-overlap`` for what the person has at that time, unless they know."""
    for other in others:
        if not beside:
            raise ahead.warning(other.kind, other.title, other.starts_at)


def _is_live(booking: Booking) -> bool:
    return booking.seat_no is not None and booking.state in LIVE


_THE_ONE: Final = (col(Booking.id) == bindparam("booking"), col(Booking.state) != BookingState.OFFERED.value)
_WHOSE_AND_WHERE: Final = select(Booking.attendee_id, Booking.slot_id).where(*_THE_ONE)
_ONE: Final = (
    select(Booking, Slot, Attendee)
    .join(Slot, col(Slot.id) == col(Booking.slot_id))
    .join(Attendee, col(Attendee.id) == col(Booking.attendee_id))
    .where(*_THE_ONE)
    .execution_options(populate_existing=True)
)
