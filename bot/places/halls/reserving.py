"""Reserving a room or a desk: held at once, answered by the keeper, changed, given back, lapsed.

What is reserved is a slot of the room and a booking in it (`bot.places.booking`). Locked in this order: the
room, the person, the slot. The session is handed in and the caller commits.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from sqlalchemy import func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.errors import OkienkoError
from bot.places import ahead, attendees, permission, reminders, seats, slots
from bot.places import booking as bookings
from bot.places.booking import Booker, BookingState
from bot.places.halls import organisations, rules, telling
from bot.places.halls.free import Wanted, refuse
from bot.places.halls.rules import DaysOff, Place
from bot.places.halls.states import DOOR, FAR, FAR_ALONE, LONGEST_PURPOSE, LONGEST_WHY, MOST_ALONE, Answer
from bot.places.hours import local
from bot.places.locks import Person, lock
from bot.places.slots import NewSlot, Rules, SlotKind
from bot.places.states import LIVE
from bot.storage import writing
from bot.storage.tables import Attendee, Booking, HallSeries, Reservation, Slot

SHORTEST_PURPOSE: Final = 3


@dataclass(frozen=True, slots=True)
class Reserved:
    """A reservation, with what the engine holds for it. ``again``: it was there already."""

    row: Reservation
    booking: Booking
    slot: Slot
    again: bool = False

    @property
    def live(self) -> bool:
        """Whether the time is still held."""
        return self.booking.seat_no is not None and self.booking.state in LIVE


async def reserve(
    session: AsyncSession,
    now: datetime,
    room_id: int,
    wanted: Wanted,
    purpose: str,
    booker: Booker,
    of_card: Collection[date] = (),
    *,
    centre: str,
    beside: bool = False,
    caller: Attendee | None = None,
) -> Reserved:
    """Hold a time. It stands at once where the keeper's yes is not needed, or the keeper is who reserves.

    ``caller`` is somebody whom the keeper writes down. The same time asked again comes back with ``again``.
    Raises `OkienkoError` ``halls-gone``, ``halls-organisations-only``, ``halls-far``, ``halls-too-many``,
    ``halls-purpose``, what `free.refuse` raises, ``places-room-busy``, ``places-full``, ``places-overlap``.
    """
    place = await rules.locked(session, room_id)
    hall = place.hall
    if hall.centre != centre or hall.closed_at is not None:
        raise OkienkoError("halls-gone")
    keeper = await permission.is_desk(session, booker.account_id, centre)
    if caller is not None and not keeper:
        raise OkienkoError("halls-refused")
    speaks = None if caller else await organisations.approved(session, booker.account_id, centre)
    if hall.organisations_only and not keeper and speaks is None:
        raise OkienkoError("halls-organisations-only")
    purpose = checked_purpose(purpose)
    off = await rules.days_off(session, centre, wanted.day, max(wanted.day, local(now).date()), of_card)
    starts, ends = refuse(place, off, now, wanted)
    if starts > now + (FAR if keeper or speaks else FAR_ALONE):
        raise OkienkoError("halls-far", days=(FAR if keeper or speaks else FAR_ALONE).days)
    attendee = caller or await attendees.of_account(session, now, booker.account_id, centre)
    assert attendee.id is not None
    if there := await _there(session, attendee.id, place, starts, ends):
        return there
    if not keeper and speaks is None:
        await _refuse_too_many(session, now, attendee.id)
    slot_id = await slot_for(session, now, place, starts, ends)
    done = await bookings.book(session, now, slot_id, attendee.id, booker, beside=beside, door=DOOR)
    asks = hall.needs_yes and not keeper
    assert done.booking.id is not None
    row = Reservation(
        booking_id=done.booking.id,
        centre=centre,
        room_id=room_id,
        organisation_id=speaks.id if speaks else None,
        purpose=purpose,
        state=(Answer.ASKED if asks else Answer.YES).value,
        answer_by=rules.answer_by(now, starts, await _coming_days_off(session, now, centre, of_card)) if asks else None,
        asked_at=now,
    )
    session.add(row)
    await session.flush()
    if asks:
        await telling.owe_asked(session, now, row, done.booking)
    return Reserved(row, done.booking, done.slot)


async def change(
    session: AsyncSession,
    now: datetime,
    account_id: int,
    booking_id: int,
    wanted: Wanted,
    of_card: Collection[date] = (),
    *,
    beside: bool = False,
) -> Reserved:
    """Give a reservation another time: the old one is let go only with the new one held.

    A change needs the keeper's yes like a new one, unless it only becomes shorter or the keeper makes it.
    Raises `OkienkoError` ``places-not-yours``, ``halls-over``, and what `reserve` raises of a time.
    """
    held = await _held(session, account_id, booking_id)
    row, booking, slot = held.row, held.booking, held.slot
    if not held.live or booking.starts_at <= now:
        raise OkienkoError("halls-over")
    place = await rules.locked(session, row.room_id)
    keeper = await permission.is_desk(session, account_id, row.centre)
    off = await rules.days_off(session, row.centre, wanted.day, max(wanted.day, local(now).date()), of_card)
    starts, ends = refuse(place, off, now, wanted)
    if (starts, ends) == (slot.starts_at, slot.ends_at):
        return Reserved(row, booking, slot, again=True)
    if starts > now + (FAR if keeper or row.organisation_id else FAR_ALONE):
        raise OkienkoError("halls-far", days=(FAR if keeper or row.organisation_id else FAR_ALONE).days)
    shorter = slot.starts_at <= starts and ends <= slot.ends_at
    if place.hall.desks:
        slot_id = await slot_for(session, now, place, starts, ends)
        moved = await bookings.move(session, now, booking_id, slot_id, by=account_id, beside=beside, door=DOOR)
        booking, slot = moved.booking, moved.slot
        if booking.id != booking_id:  # they have a desk then already: that one stands, and so does this one
            return Reserved(await session.get_one(Reservation, booking.id), booking, slot, again=True)
    else:
        others = await _others_then(session, now, booking, starts, ends)
        if others and not beside:
            raise ahead.warning(others[0].kind, others[0].title, others[0].starts_at)
        booking.beside = bool(others)
        booking.starts_at, booking.ends_at = starts, ends
        booking.state, booking.confirmed_at = BookingState.BOOKED.value, None
        booking.sequence += 1
        session.add(booking)
        with seats.refusals(slot):
            await slots.retime(session, slot, starts, ends, place.hall.buffer_minutes)
        await reminders.owe(session, now, booking, slot)
    if keeper:
        row.state, row.answered_by, row.answered_at, row.answer_by = Answer.YES.value, account_id, now, None
    elif place.hall.needs_yes and not (shorter and row.state == Answer.YES):
        row.state, row.asked_at, row.answered_at, row.why = Answer.ASKED.value, now, None, None
        row.answer_by = rules.answer_by(now, starts, await _coming_days_off(session, now, row.centre, of_card))
    session.add(row)
    await session.flush()
    if row.state == Answer.ASKED:
        await telling.owe_asked(session, now, row, booking)
    elif keeper and booking.booked_by != account_id:
        await telling.owe_answered(session, now, row, booking)
    return Reserved(row, booking, slot)


async def answer(
    session: AsyncSession, now: datetime, account_id: int, booking_id: int, yes: bool, why: str = ""
) -> Reserved:
    """The keeper's yes or no to a request; with a no, the time is free again. Who asked is told.

    Raises `OkienkoError` ``halls-refused``, ``halls-answered-already`` (``state``), ``halls-given-back``.
    """
    held = await _held(session, account_id, booking_id, keepers=True)
    row = held.row
    if row.state != Answer.ASKED:
        raise OkienkoError("halls-answered-already", state=row.state)
    if not held.live:
        raise OkienkoError("halls-given-back")
    row.answered_at, row.answered_by, row.answer_by = now, account_id, None
    if yes:
        row.state = Answer.YES.value
    else:
        row.state, row.why = Answer.NO.value, checked_why(why)
        await free_again(session, now, held.booking, held.slot)
    session.add(row)
    await session.flush()
    await telling.owe_answered(session, now, row, held.booking)
    return held


async def call_off(session: AsyncSession, now: datetime, account_id: int, booking_id: int, why: str = "") -> Reserved:
    """The keeper needs the room after all: what stood ends, and whose it was is told.

    Raises `OkienkoError` ``halls-refused``, ``halls-over``.
    """
    held = await _held(session, account_id, booking_id, keepers=True)
    row = held.row
    if not held.live or held.slot.ends_at <= now:
        raise OkienkoError("halls-over")
    row.state, row.why, row.answered_at, row.answered_by = Answer.NO.value, checked_why(why), now, account_id
    row.answer_by = None
    await free_again(session, now, held.booking, held.slot)
    session.add(row)
    await session.flush()
    await telling.owe_answered(session, now, row, held.booking)
    return held


async def lapse(session: AsyncSession, now: datetime, booking_id: int) -> bool:
    """A request that nobody answered in time: the time is free again, and both sides are told. Whether it was so."""
    await writing(session)
    row = await session.get(Reservation, booking_id)
    if row is None:
        return False
    held = await _locked(session, row)
    row = held.row
    if row.state != Answer.ASKED or row.answer_by is None or row.answer_by > now:
        return False
    live = held.live
    row.state, row.answer_by = Answer.LATE.value, None
    if live:
        await free_again(session, now, held.booking, held.slot)
    session.add(row)
    await session.flush()
    if live:
        await telling.owe_answered(session, now, row, held.booking)
        await telling.owe_late(session, now, row, held.booking)
    return live


async def let_first_days_lapse(session: AsyncSession, series: HallSeries) -> None:
    """Days of a recurring request that begin before the keeper has to answer lapse then; the others wait on."""
    rows = await session.exec(
        select(Reservation, Booking.starts_at)
        .join(Booking, col(Booking.id) == col(Reservation.booking_id))
        .where(col(Reservation.series_id) == series.id, col(Booking.starts_at) < series.answer_by)
    )
    for row, starts_at in rows.all():
        row.answer_by = starts_at
        session.add(row)


async def slot_for(session: AsyncSession, now: datetime, place: Place, starts: datetime, ends: datetime) -> int:
    """A slot of a locked room at that time: of desks the one that is there, else a new one.

    Raises `OkienkoError` ``places-room-busy``.
    """
    hall = place.hall
    if hall.desks:
        found = await session.exec(
            select(Slot.id, Slot.taken).where(
                col(Slot.room_id) == place.id,
                col(Slot.kind) == SlotKind.ROOM.value,
                col(Slot.starts_at) == starts,
                col(Slot.ends_at) == ends,
                col(Slot.withdrawn_at).is_(None),
            )
        )
        if (there := found.first()) is not None and there[0] is not None:
            if there[1] >= hall.desks:  # there were more desks when the slot was made
                raise OkienkoError("places-full")
            return there[0]
    new = NewSlot(
        centre=hall.centre,
        kind=SlotKind.ROOM,
        service=hall.service,
        starts_at=starts,
        ends_at=ends,
        seats=max(hall.desks, 1),
        room_id=place.id,
        buffer_minutes=0 if hall.desks else hall.buffer_minutes,
        rules=Rules(door=DOOR, lone=True),
    )
    (slot,) = await slots.add(session, now, [new])
    assert slot.id is not None
    return slot.id


async def free_again(session: AsyncSession, now: datetime, booking: Booking, slot: Slot) -> None:
    """Take a locked reservation's time back for the centre."""
    booking.seat_no, booking.state, booking.ended_at = None, BookingState.CALLED_OFF.value, now
    booking.sequence += 1
    session.add(booking)
    await session.flush()
    await (await session.connection()).run_sync(seats.count, slot, -1)
    slots.give_up_if_empty(now, slot)
    await session.flush()


def checked_purpose(text: str) -> str:
    """For what, in one line. Raises `OkienkoError` ``halls-purpose``."""
    line = " ".join(text.split())
    if not SHORTEST_PURPOSE <= len(line) <= LONGEST_PURPOSE:
        raise OkienkoError("halls-purpose", most=LONGEST_PURPOSE)
    return line


def checked_why(text: str) -> str | None:
    """The keeper's words. Raises `OkienkoError` ``halls-why``."""
    line = " ".join(text.split())
    if len(line) > LONGEST_WHY:
        raise OkienkoError("halls-why", most=LONGEST_WHY)
    return line or None


async def _coming_days_off(session: AsyncSession, now: datetime, centre: str, of_card: Collection[date]) -> DaysOff:
    today = local(now).date()
    return await rules.days_off(session, centre, today, today.replace(year=today.year + 1, day=1), of_card)


async def _held(session: AsyncSession, account_id: int, booking_id: int, *, keepers: bool = False) -> Reserved:
    """A reservation for who may decide on it, as it is now, everything locked.

    Raises `OkienkoError` ``places-not-yours``; with ``keepers`` ``halls-refused`` for all but the keeper.
    """
    await writing(session)
    row = await session.get(Reservation, booking_id)
    if keepers:
        if row is None:
            raise OkienkoError("halls-refused")
        await rules.refuse_strangers(session, account_id, row.centre)
    else:
        await bookings.one(session, booking_id, by=account_id)
    if row is None:
        raise OkienkoError("places-not-yours")
    return await _locked(session, row)


async def _locked(session: AsyncSession, row: Reservation) -> Reserved:
    await rules.locked(session, row.room_id)
    booking = await session.get_one(Booking, row.booking_id, populate_existing=True)
    await lock(session, Attendee, [booking.attendee_id])
    booking = await session.get_one(Booking, row.booking_id, populate_existing=True)
    slot = (await lock(session, Slot, [booking.slot_id]))[booking.slot_id]
    booking = await session.get_one(Booking, row.booking_id, populate_existing=True)
    row = await session.get_one(Reservation, row.booking_id, populate_existing=True)
    return Reserved(row, booking, slot)


async def _there(
    session: AsyncSession, attendee_id: int, place: Place, starts: datetime, ends: datetime
) -> Reserved | None:
    """The same reservation, made a moment ago."""
    rows = await session.exec(
        select(Reservation, Booking, Slot)
        .join(Booking, col(Booking.id) == col(Reservation.booking_id))
        .join(Slot, col(Slot.id) == col(Booking.slot_id))
        .where(
            col(Reservation.room_id) == place.id,
            col(Booking.attendee_id) == attendee_id,
            col(Booking.seat_no).is_not(None),
            col(Slot.starts_at) == starts,
            col(Slot.ends_at) == ends,
        )
    )
    found = rows.first()
    return Reserved(*found, again=True) if found else None


async def _refuse_too_many(session: AsyncSession, now: datetime, attendee_id: int) -> None:
    rows = await session.exec(
        select(func.count())
        .select_from(Reservation)
        .join(Booking, col(Booking.id) == col(Reservation.booking_id))
        .where(col(Booking.attendee_id) == attendee_id, col(Booking.seat_no).is_not(None), col(Booking.ends_at) > now)
    )
    if rows.one() >= MOST_ALONE:
        raise OkienkoError("halls-too-many", most=MOST_ALONE)


async def _others_then(
    session: AsyncSession, now: datetime, booking: Booking, starts: datetime, ends: datetime
) -> list[ahead.Ahead]:
    """What else the person has at a time."""
    attendee = await session.get_one(Attendee, booking.attendee_id)
    person = Person(booking.attendee_id, attendee.centre, attendee.account_id)
    connection = await session.connection()
    has = await connection.run_sync(ahead.of, now, person)
    return [
        other
        for other in has
        if other.attendee_id == person.id
        and other.booking_id != booking.id
        and other.starts_at < ends
        and starts < other.ends_at
    ]
