"""The line for a slot that is locked: who stands in it, what is held for them, and how it ends.

Knows nothing of bookings being made, so that slots can close their line when they are withdrawn.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func
from sqlmodel import col, delete, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.places import waiting_notices
from bot.places.states import BookingState
from bot.places.waiting_states import IN_LINE, Answer, Filled, Waits
from bot.storage.tables import Booking, Offer, OfferedSeat, Slot, Vacancy, WaitingEntry, WaitingPerson


async def party(session: AsyncSession, entry: WaitingEntry) -> Sequence[int]:
    """The attendees who wait together; empty once they wait no more."""
    found = await session.exec(
        select(WaitingPerson.attendee_id)
        .where(col(WaitingPerson.entry_id) == entry.id)
        .order_by(col(WaitingPerson.attendee_id))
    )
    return found.all()


async def entry_of(session: AsyncSession, slot: Slot, attendee_id: int) -> WaitingEntry | None:
    """Where an attendee stands in a slot's line."""
    if not slot.waiting:
        return None
    found = await session.exec(
        select(WaitingEntry)
        .join(WaitingPerson, col(WaitingPerson.entry_id) == col(WaitingEntry.id))
        .where(col(WaitingPerson.slot_id) == slot.id, col(WaitingPerson.attendee_id) == attendee_id)
        .execution_options(populate_existing=True)
    )
    return found.first()


async def open_offer(session: AsyncSession, entry: WaitingEntry) -> Offer | None:
    """What is held for an entry at this moment."""
    found = await session.exec(select(Offer).where(col(Offer.entry_id) == entry.id, col(Offer.answered_at).is_(None)))
    return found.first()


async def held(session: AsyncSession, entry: WaitingEntry) -> Sequence[Booking]:
    """The seats that an offer holds, or that came of it, while its people stand in the line."""
    found = await session.exec(
        select(Booking)
        .where(
            col(Booking.slot_id) == entry.slot_id,
            col(Booking.state) == BookingState.OFFERED.value,
            col(Booking.attendee_id).in_(await party(session, entry)),
        )
        .order_by(col(Booking.seat_no))
        .execution_options(populate_existing=True)
    )
    return found.all()


async def give_back(session: AsyncSession, slot: Slot, entry: WaitingEntry) -> None:
    """What an offer held is free again. Nobody had booked it, so nothing of it stays."""
    bookings = await held(session, entry)
    for booking in bookings:
        await session.delete(booking)
    slot.taken -= len(bookings)
    session.add(slot)
    await session.flush()


async def end(session: AsyncSession, now: datetime, slot: Slot, entry: WaitingEntry, how: Waits) -> None:
    """An entry leaves the line. What it held was given back, or taken, before."""
    await session.exec(
        delete(WaitingPerson)
        .where(col(WaitingPerson.entry_id) == entry.id)
        .execution_options(synchronize_session=False)
    )
    entry.state, entry.ended_at = how.value, now
    slot.waiting -= 1
    session.add_all([entry, slot])
    await session.flush()
    if not slot.waiting:
        await close_vacancies(session, now, slot, Filled.OPENED)


async def shorten(session: AsyncSession, now: datetime, slot: Slot) -> None:
    """The slot begins earlier: what is held is held no longer than until then, and that is told anew."""
    found = await session.exec(
        select(Offer, WaitingEntry)
        .join(WaitingEntry, col(WaitingEntry.id) == col(Offer.entry_id))
        .where(
            col(WaitingEntry.slot_id) == slot.id,
            col(Offer.answered_at).is_(None),
            col(Offer.deadline) > slot.book_until,
        )
        .order_by(col(Offer.id))
        .execution_options(populate_existing=True)
    )
    for offer, entry in found.all():
        offer.deadline = slot.book_until
        session.add(offer)
        await session.flush()
        await waiting_notices.owe_shorter(session, now, entry, offer)


async def end_all(
    session: AsyncSession, now: datetime, slot: Slot, entries: Sequence[WaitingEntry], answer: Answer
) -> None:
    """There is nothing left to wait for, for many at once; ``answer``: what becomes of what is held for them."""
    for entry in entries:
        if entry.state == Waits.OFFERED and (offer := await open_offer(session, entry)):
            offer.answered_at, offer.answer = now, answer.value
            session.add(offer)
            await give_back(session, slot, entry)
    await session.exec(
        delete(WaitingPerson)
        .where(col(WaitingPerson.entry_id).in_([entry.id for entry in entries]))
        .execution_options(synchronize_session=False)
    )
    for entry in entries:
        entry.state, entry.ended_at = Waits.ENDED.value, now
    slot.waiting -= len(entries)
    session.add_all([slot, *entries])
    await session.flush()


async def fill(session: AsyncSession, now: datetime, offer: Offer, how: Filled) -> None:
    """What became of the seats of an offer."""
    theirs = select(OfferedSeat.vacancy_id).where(col(OfferedSeat.offer_id) == offer.id)
    await session.exec(
        update(Vacancy)
        .where(col(Vacancy.id).in_(theirs))
        .values(how=how.value, filled_at=now)
        .execution_options(synchronize_session=False)
    )


async def close(session: AsyncSession, now: datetime, slot: Slot) -> int:
    """The slot does not take place: its line ends, each in it is told once. Returns how many entries."""
    if not slot.waiting:
        return 0
    found = await session.exec(
        select(WaitingEntry)
        .where(col(WaitingEntry.slot_id) == slot.id, col(WaitingEntry.ended_at).is_(None))
        .order_by(col(WaitingEntry.id))
        .execution_options(populate_existing=True)
    )
    entries = list(found.all())
    await end_all(session, now, slot, entries, Answer.GONE)
    await close_vacancies(session, now, slot, Filled.GONE)
    await waiting_notices.owe_ended(session, now, entries)
    return len(entries)


async def position(session: AsyncSession, entry: WaitingEntry) -> int:
    """Which one in the line: 1 for the first, who is asked first."""
    found = await session.exec(
        select(func.count())
        .select_from(WaitingEntry)
        .where(
            col(WaitingEntry.slot_id) == entry.slot_id,
            col(WaitingEntry.ended_at).is_(None),
            col(WaitingEntry.state).in_(IN_LINE),
            col(WaitingEntry.id) <= entry.id,
        )
    )
    return found.one()


async def close_vacancies(session: AsyncSession, now: datetime, slot: Slot, how: Filled) -> None:
    """Nobody is asked any more for what is free."""
    await session.exec(
        update(Vacancy)
        .where(col(Vacancy.slot_id) == slot.id, col(Vacancy.how).is_(None))
        .values(how=how.value, filled_at=now)
        .execution_options(synchronize_session=False)
    )
