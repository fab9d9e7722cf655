"""A seat became free and somebody waits for it: it is held for the first in the line whom it fits.

Whoever frees a seat calls `refill` in the same transaction, under the slot's lock, so nobody is quicker
than the line. A party that is too big for what is free is passed over and keeps its place.
"""

from collections.abc import AsyncIterator, Collection
from datetime import datetime
from typing import Final

from sqlalchemy import Integer, and_, bindparam
from sqlalchemy.orm import Session
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.errors import OkienkoError
from bot.places import seats, waiting_line, waiting_notices
from bot.places.states import BookingState
from bot.places.waiting_states import Filled, Waits
from bot.places.waiting_times import Terms, terms
from bot.storage.tables import Address, Booking, Offer, OfferedSeat, Slot, Vacancy, WaitingEntry

_PIECE: Final = 100


async def refill(session: AsyncSession, now: datetime, slot: Slot, freed: Collection[int] = ()) -> int:
    """Offer what is free in a locked slot. ``freed``: seats that were somebody's until now. How many offers.

    What nobody in the line can have, or there is no time left to ask for, is open to everybody.
    """
    if not slot.waiting or slot.withdrawn_at is not None:
        return 0
    free = await _vacancies(session, now, slot, freed)
    if not free:
        return 0
    offers, its = 0, terms(now, slot)
    if its is not None:
        async for entry in _line(session, slot, newest=max(vacancy.id or 0 for vacancy in free), seats=len(free)):
            fits = [vacancy for vacancy in free if (vacancy.id or 0) > entry.passed_upto][: entry.people]
            if len(fits) < entry.people:
                continue
            await _offer(session, now, slot, entry, fits, its)
            offers += 1
            free = [vacancy for vacancy in free if vacancy not in fits]
            if not free:
                break
    over = now >= min(slot.starts_at, slot.book_until)
    for vacancy in free:
        if vacancy.how is None:
            vacancy.how, vacancy.filled_at = (Filled.STARTED if over else Filled.OPENED).value, now
            session.add(vacancy)
    await session.flush()
    return offers


async def refuse_or_find(session: AsyncSession, slot: Slot, attendee_id: int) -> WaitingEntry | None:
    """The place in the line of somebody who is about to book a seat by themselves, to be ended with it.

    Raises `OkienkoError` ``waiting-answer-first`` when a seat is held for them, ``waiting-together`` when
    they wait with others.
    """
    entry = await waiting_line.entry_of(session, slot, attendee_id)
    if entry and entry.state == Waits.OFFERED:
        raise OkienkoError("waiting-answer-first")
    if entry and entry.people > 1:
        raise OkienkoError("waiting-together")
    return entry


async def _vacancies(session: AsyncSession, now: datetime, slot: Slot, freed: Collection[int]) -> list[Vacancy]:
    """What is free, each seat with what is known of it since it became free.

    Never more seats than there is room for: where there are fewer than there were, somebody may hold one whose
    number is higher than the last.
    """
    room = slot.seats - slot.taken
    if room <= 0:
        return []
    taken = await session.exec(_TAKEN, params={"slot": slot.id})
    free = sorted(set(range(1, slot.seats + 1)) - set(taken.all()))[:room]
    latest: dict[int, Vacancy] = {}
    if not freed or any(each not in freed for each in free):  # of the others nothing is known that still counts
        found = await session.exec(_KNOWN, params={"slot": slot.id, "free": free})
        latest = {vacancy.seat_no: vacancy for vacancy in found.all()}
    for seat_no in free:
        known = latest.get(seat_no)
        if known is None or known.how == Filled.TAKEN or (seat_no in freed and known.how is not None):
            latest[seat_no] = Vacancy(centre=slot.centre, slot_id=slot.id or 0, seat_no=seat_no, freed_at=now)
            session.add(latest[seat_no])
    await session.flush()
    return [latest[seat_no] for seat_no in free]


async def _line(session: AsyncSession, slot: Slot, *, newest: int, seats: int) -> AsyncIterator[WaitingEntry]:
    """Who waits, has no offer and might fit, the first first.

    Whom no message reaches is left out and keeps the place. A few are read at first: mostly they are enough.
    """
    after, piece = 0, seats
    while True:
        values = {"slot": slot.id, "after": after, "newest": newest, "seats": seats, "piece": piece}
        found = await session.exec(_NEXT, params=values)
        entries = found.all()
        for entry in entries:
            yield entry
            after = entry.id or 0
        if len(entries) < piece:
            return
        piece = _PIECE


async def _offer(
    session: AsyncSession, now: datetime, slot: Slot, entry: WaitingEntry, vacancies: list[Vacancy], its: Terms
) -> None:
    """Hold these seats for an entry and owe the message."""
    assert entry.id is not None
    party = await waiting_line.party(session, entry)
    offer = Offer(entry_id=entry.id, offered_at=now, deadline=its.deadline)
    session.add(offer)
    await session.flush()
    assert offer.id is not None
    entry.state = Waits.OFFERED.value
    session.add(entry)
    for vacancy in vacancies:
        vacancy.how = vacancy.filled_at = None
        session.add_all([vacancy, OfferedSeat(vacancy_id=vacancy.id or 0, entry_id=entry.id, offer_id=offer.id)])
    await session.flush()
    for attendee_id, vacancy in zip(party, vacancies, strict=True):
        await session.run_sync(_hold, now, slot, entry, attendee_id, vacancy.seat_no)
    await waiting_notices.owe_offer(session, now, entry, offer, its)


def _hold(session: Session, now: datetime, slot: Slot, entry: WaitingEntry, attendee_id: int, seat_no: int) -> Booking:
    return seats.take(
        session,
        session.connection(),
        now,
        slot,
        seat_no=seat_no,
        state=BookingState.OFFERED,
        attendee_id=attendee_id,
        beside=True,  # nobody has said yet that they come: what else they have then is asked when they do
        topic=entry.topic,
        channel=entry.channel,
        chat_id=entry.chat_id,
        booked_by=entry.account_id,
    )


# Built once, as every statement of a booking.
_TAKEN: Final = select(Booking.seat_no).where(
    col(Booking.slot_id) == bindparam("slot"), col(Booking.seat_no).is_not(None)
)
_KNOWN: Final = (
    select(Vacancy)
    .where(col(Vacancy.slot_id) == bindparam("slot"), col(Vacancy.seat_no).in_(bindparam("free", expanding=True)))
    .order_by(col(Vacancy.id))
    .execution_options(populate_existing=True)
)
_NEXT: Final = (
    select(WaitingEntry)
    .outerjoin(
        Address,
        and_(col(Address.channel) == col(WaitingEntry.channel), col(Address.chat_id) == col(WaitingEntry.chat_id)),
    )
    .where(
        col(WaitingEntry.slot_id) == bindparam("slot"),
        col(WaitingEntry.ended_at).is_(None),
        col(WaitingEntry.state) == Waits.WAITING.value,
        col(WaitingEntry.id) > bindparam("after"),
        col(WaitingEntry.passed_upto) < bindparam("newest"),
        col(WaitingEntry.people) <= bindparam("seats"),
        col(Address.blocked_at).is_(None),
    )
    .order_by(col(WaitingEntry.id))
    .limit(bindparam("piece", type_=Integer))
    .execution_options(populate_existing=True)
)
