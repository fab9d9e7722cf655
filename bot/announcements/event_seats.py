"""The seats of an event with a limit: a slot on the one engine, so clashes and the waiting list are its own.

Several people of one account come in one go or not at all. Who comes is never shown to others, only how many.
The session is handed in and the caller commits; that an event stands, and may be changed, is asked before.
"""

import re
from collections.abc import Sequence
from datetime import datetime
from itertools import islice
from typing import Final

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.announcements import event_guests, event_reminders
from bot.announcements.event_guests import Party
from bot.announcements.event_reminders import Guest
from bot.errors import OkienkoError
from bot.places import attendees, booking, calls, reminders, slots, waiting
from bot.places.attendees import MOST_NUMBER
from bot.places.booking import Booker
from bot.places.calls import Reason
from bot.places.locks import lock, lock_one
from bot.places.rescheduling import reschedule
from bot.places.slots import NewSlot, SlotKind
from bot.places.states import LIVE
from bot.storage import writing
from bot.storage.tables import Attendance, Attendee, Booking, Event, EventSeats, Slot

MOST_SEATS: Final = 1000
MOST_PEOPLE: Final = 10
"""Of one account at one event; for more there is the organiser."""
CANCELLED: Final = "event"
"""Why the slot of an event that was cancelled is withdrawn."""
_NUMBER: Final = re.compile(r"\d{1,9}")
_AROUND: Final = re.compile(r"[^\W\d]*[\s:]*[^\W\d]*\.?\s*")
"""What may stand around the number: a word before it or after it; no minus, no comma, no second number."""
_NO_LIMIT: Final = re.compile(
    r"\s*(bez( limitu| ograniczeń)?|nie ma limitu|no limit|unlimited|без (обмежень|ліміту))\W*", re.IGNORECASE
)


def typed(text: str) -> int | None:
    """A number of seats as people write it: "40", "40 osób", "miejsc: 40"; None for "bez limitu".

    Raises `OkienkoError` ``event-seats-wrong`` (``most``) for what is no one number that can be.
    """
    if _NO_LIMIT.fullmatch(text):
        return None
    numbers = _NUMBER.findall(text)
    words = _NUMBER.sub("", text)
    if len(numbers) != 1 or not _AROUND.fullmatch(words) or not 1 <= int(numbers[0]) <= MOST_SEATS:
        raise OkienkoError("event-seats-wrong", most=MOST_SEATS)
    return int(numbers[0])


async def limit(session: AsyncSession, now: datetime, event: Event, seats: int) -> Slot:
    """Let an event have so many seats; more of them go to who waits first, and none is taken from anybody.

    An event that had no limit gets one: who had said that they come has a seat. Raises `OkienkoError`
    ``event-seats-wrong`` (``most``), and ``event-seats-fewer`` (``taken``) when more people come already.
    """
    if not 1 <= seats <= MOST_SEATS:
        raise OkienkoError("event-seats-wrong", most=MOST_SEATS)
    await writing(session)
    slot = await event_guests.of(session, event.id or 0)
    if slot is None:
        await session.refresh(event, with_for_update=True)  # nobody answers meanwhile (`events.answer`)
        slot = await event_guests.of(session, event.id or 0)
    if slot is None or slot.id is None:
        return await _first_limit(session, now, event, seats)
    slot = await lock_one(session, Slot, slot.id)
    assert slot is not None
    if seats < slot.taken:
        raise OkienkoError("event-seats-fewer", taken=slot.taken)
    more = seats > slot.seats
    slot.seats = seats
    session.add(slot)
    await session.flush()
    if more:
        await waiting.refill(session, now, slot)
    return slot


async def _first_limit(session: AsyncSession, now: datetime, event: Event, seats: int) -> Slot:
    coming = await session.exec(
        select(Attendance)
        .where(col(Attendance.event_id) == event.id, col(Attendance.coming).is_(True))
        .order_by(col(Attendance.answered_at))
    )
    answers = coming.all()
    if len(answers) > seats:
        raise OkienkoError("event-seats-fewer", taken=len(answers))
    new = NewSlot(
        centre=event.centre,
        kind=SlotKind.EVENT,
        title=event.title,
        place=event.place,
        starts_at=event.starts_at,
        ends_at=event.ends_at,
        seats=seats,
    )
    (slot,) = await slots.add(session, now, [new])
    assert event.id is not None
    assert slot.id is not None
    session.add(EventSeats(event_id=event.id, slot_id=slot.id))
    await session.flush()
    for answer in answers:
        booker = Booker(answer.account_id, answer.channel, answer.chat_id)
        who = await attendees.of_account(session, now, answer.account_id, event.centre)
        await booking.book(session, now, slot.id, who.id or 0, booker, beside=True)
        await session.delete(answer)
    await session.flush()
    return slot


async def follow(session: AsyncSession, now: datetime, event: Event) -> None:
    """The event has another time or place: its slot too, and who has a seat keeps it. The desk phones who phoned."""
    slot = await event_guests.of(session, event.id or 0)
    if slot is None or slot.id is None:
        return
    if (slot.starts_at, slot.ends_at) != (event.starts_at, event.ends_at):
        slot = await reschedule(session, now, slot.id, event.starts_at, event.ends_at)
    slot.place = event.place
    session.add(slot)
    await session.flush()
    found = await session.exec(
        select(Booking).where(
            col(Booking.slot_id) == slot.id, col(Booking.state).in_(LIVE), col(Booking.chat_id).is_(None)
        )
    )
    for each in found.all():
        await calls.ask(session, now, each, Reason.MOVED)


async def close(session: AsyncSession, now: datetime, event: Event) -> list[Guest]:
    """The event is cancelled: nobody can book any more. Who had a seat is to be told; who only waited, is by this."""
    slot = await event_guests.of(session, event.id or 0)
    if slot is None or slot.id is None:
        return []
    seated = await event_guests.guests(session, slot.id)
    for guest in seated:  # told once, not of the line as well
        await leave_line(session, now, slot.id, guest.account_id)
    for each in await slots.withdraw(session, now, [slot.id], CANCELLED):
        if each.chat_id is None:
            await calls.ask(session, now, each, Reason.CALLED_OFF)
    return seated


async def come(
    session: AsyncSession, now: datetime, slot_id: int, booker: Booker, wanted: Party, *, beside: bool = False
) -> None:
    """From now on exactly these people of the account have seats, in one go or not at all.

    Who has one already keeps it. Raises `OkienkoError` ``event-party-wrong`` (``most``), and what
    `bot.places.booking.book` raises: ``places-full``, ``places-overlap`` unless they know (``beside``).
    """
    refuse_wrong(wanted)
    await writing(session)
    new, given_up = await _difference(session, now, slot_id, booker.account_id, wanted)
    async with session.begin_nested():
        # First given up: who comes instead needs no seat more than they have. The line gets what is left of it.
        freed = await _give_up(session, now, slot_id, booker.account_id, given_up)
        if new:
            got = await waiting.party_book(session, now, slot_id, new, booker, beside=beside)
            freed -= {each.booking.seat_no or 0 for each in got}
        await _hand_on(session, now, slot_id, freed)
        await _say_no(session, slot_id, booker.account_id, None)


async def wait(session: AsyncSession, now: datetime, slot_id: int, booker: Booker, wanted: Party) -> None:
    """Stand in line with those of the party who have no seat yet: they come only together.

    Raises what `bot.places.waiting.join` raises, and `OkienkoError` ``event-party-wrong``.
    """
    refuse_wrong(wanted)
    await writing(session)
    new, _ = await _difference(session, now, slot_id, booker.account_id, wanted)
    if new:
        await waiting.join(session, now, slot_id, new, booker)
        await _say_no(session, slot_id, booker.account_id, None)


async def stay_away(session: AsyncSession, now: datetime, slot_id: int, booker: Booker) -> None:
    """Nobody of this account comes: seats and places in the line are given back. A second time changes nothing."""
    await writing(session)
    for entry_id in await event_guests.entries(session, slot_id, booker.account_id):
        await waiting.leave(session, now, entry_id, booker.account_id)
    bookings = [booking for booking, _ in await event_guests.seated(session, slot_id, booker.account_id)]
    freed = await _give_up(session, now, slot_id, booker.account_id, bookings)
    await _hand_on(session, now, slot_id, freed)
    answer = Attendance(
        event_id=0,
        account_id=booker.account_id,
        channel=booker.channel or "",
        chat_id=booker.chat_id or 0,
        coming=False,
        answered_at=now,
    )
    await _say_no(session, slot_id, booker.account_id, answer)


async def leave_line(session: AsyncSession, now: datetime, slot_id: int, account_id: int) -> None:
    """No longer wait. Seats that somebody has stay theirs."""
    await writing(session)
    for entry_id in await event_guests.entries(session, slot_id, account_id):
        await waiting.leave(session, now, entry_id, account_id)


def refuse_wrong(wanted: Party) -> None:
    """Raises `OkienkoError` ``event-party-wrong`` for nobody, for too many, and for what no button says."""
    fits = 0 <= wanted.me <= 1 and all(0 <= many <= MOST_NUMBER for many in wanted)
    if not fits or not 1 <= wanted.people <= MOST_PEOPLE:
        raise OkienkoError("event-party-wrong", most=MOST_PEOPLE)


async def remind(session: AsyncSession, now: datetime, booked: Booking, slot: Slot) -> None:
    """The event's own reminders, once for all seats of an account, by whichever way they came to them."""
    event = await event_guests.event_of(session, slot.id or 0)
    attendee = await session.get(Attendee, booked.attendee_id)
    if event and attendee and attendee.account_id and booked.channel and booked.chat_id:
        guest = Guest(attendee.account_id, booked.channel, booked.chat_id)
        await event_reminders.owe(session, now, event, guest)


reminders.INSTEAD[SlotKind.EVENT.value] = remind


async def _difference(
    session: AsyncSession, now: datetime, slot_id: int, account_id: int, wanted: Party
) -> tuple[list[int], list[Booking]]:
    """The attendees who need a seat, and the bookings that are given up; of children those with the highest number."""
    slot = await session.get(Slot, slot_id)
    if slot is None:
        raise OkienkoError("places-gone")
    seated = await event_guests.seated(session, slot_id, account_id)
    new, given_up = list[int](), list[Booking]()
    for relation, many in zip(event_guests.RELATIONS, wanted, strict=True):
        mine = {attendee.number: booked for booked, attendee in seated if attendee.relation == relation}
        given_up += [mine[number] for number in sorted(mine)[many:]]
        numbers = (number for number in range(1, MOST_NUMBER + 1) if number not in mine)
        for number in islice(numbers, max(0, many - len(mine))):
            attendee = await attendees.of_account(session, now, account_id, slot.centre, relation, number)
            new.append(attendee.id or 0)
    return new, given_up


async def _give_up(
    session: AsyncSession, now: datetime, slot_id: int, account_id: int, bookings: Sequence[Booking]
) -> set[int]:
    """Seats that are nobody's now; the line is not asked yet: a family that waits needs them all at once."""
    if not bookings:
        return set()
    theirs = await session.exec(select(Attendee.id).where(col(Attendee.account_id) == account_id))
    await lock(session, Attendee, {each for each in theirs.all() if each})
    await lock(session, Slot, {slot_id})
    seats = {each.seat_no or 0 for each in bookings}
    for each in bookings:
        await booking.cancel(session, now, each.id or 0, by=account_id, refill=False)
    return seats


async def _hand_on(session: AsyncSession, now: datetime, slot_id: int, freed: set[int]) -> None:
    if freed:
        slot = (await lock(session, Slot, {slot_id}))[slot_id]
        await waiting.refill(session, now, slot, freed)


async def _say_no(session: AsyncSession, slot_id: int, account_id: int, answer: Attendance | None) -> None:
    """Keep the "no" of who has no seat; who has one says it by that."""
    event = await event_guests.event_of(session, slot_id)
    assert event is not None
    assert event.id is not None
    had = await session.get(Attendance, (event.id, account_id))
    if had is None and answer is not None:
        answer.event_id = event.id
        session.add(answer)
    elif had is not None and answer is None:
        await session.delete(had)
    await session.flush()
