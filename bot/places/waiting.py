"""Waiting lists that offer: joining, answering, leaving. A list is not a place, and says so.

First in the line gets "a place is free" and a moment until which it is held; then the next. The session is
handed in and the caller commits. Locks as in `bot.places.booking`: the account's attendees, then the slot.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.errors import OkienkoError
from bot.places import ahead, permission, reminders, waiting_late, waiting_line, waiting_notices
from bot.places import booking as bookings
from bot.places.booking import Booked, Booker
from bot.places.locks import Person, lock
from bot.places.states import BookingState
from bot.places.waiting_late import taken_already as taken_already
from bot.places.waiting_line import position as position
from bot.places.waiting_refill import refill as refill
from bot.places.waiting_states import Answer, Filled, Waits
from bot.places.waiting_times import terms
from bot.storage import writing
from bot.storage.tables import Attendee, Booking, Offer, Slot, Vacancy, WaitingEntry, WaitingPerson

MOST: Final = 10
"""Lists that one account may stand in at once, in one centre."""
LAPSES: Final = 2
"""So many offers in a row without an answer end the waiting: somebody else would lose the time."""


@dataclass(frozen=True, slots=True)
class Joined:
    """A place in the line, 1 for the first. ``again``: it was there already."""

    entry: WaitingEntry
    position: int
    again: bool


@dataclass(frozen=True, slots=True)
class Answered:
    """What an answer led to: with `Answer.TAKE` the bookings. ``again``: it had been said before."""

    entry: WaitingEntry
    offer: Offer
    slot: Slot
    bookings: Sequence[Booking]
    again: bool


@dataclass(frozen=True, slots=True)
class Waiting:
    """Somebody's place in a line, as it is shown: for whom, which one, and what is held for them."""

    entry: WaitingEntry
    slot: Slot
    people: Sequence[Attendee]
    position: int
    offer: Offer | None


async def join(
    session: AsyncSession,
    now: datetime,
    slot_id: int,
    attendee_ids: Sequence[int],
    booker: Booker,
    door: str = "",
    *,
    topic: str | None = None,
) -> Joined:
    """Stand in the line for a slot; several attendees get seats together or not at all.

    The same people again come back with ``again``. The attendees are the booker's own. Raises `OkienkoError`
    ``places-not-yours``, ``places-gone``, ``places-past``, ``places-other-door``, and
    ``waiting-free`` (there are seats enough: book), ``waiting-too-late`` (nobody could be asked any more),
    ``waiting-too-big`` (``most``), ``waiting-has-place``, ``waiting-other-party``, ``waiting-too-many``
    (``most``).
    """
    if booker.channel is None or booker.chat_id is None:
        raise ValueError("an offer needs a chat")
    party = sorted(set(attendee_ids))
    people, slot = await _hold(session, booker.account_id, slot_id)
    if slot is None or slot.withdrawn_at is not None or slot.rules.get("lone"):
        raise OkienkoError("places-gone")
    if not party or any(each not in people or people[each].centre != slot.centre for each in party):
        raise OkienkoError("places-not-yours")
    if slot.rules.get("door", "") != door:
        raise OkienkoError("places-other-door")
    if slot.starts_at <= now:
        raise OkienkoError("places-past")
    for attendee_id in party:
        if entry := await waiting_line.entry_of(session, slot, attendee_id):
            if list(await waiting_line.party(session, entry)) != party:
                raise OkienkoError("waiting-other-party")
            return Joined(entry, await position(session, entry), again=True)
    if await _seats_of(session, slot, party):
        raise OkienkoError("waiting-has-place")
    if len(party) > slot.seats:
        raise OkienkoError("waiting-too-big", most=slot.seats)
    if terms(now, slot) is None:
        raise OkienkoError("waiting-too-late")
    if slot.seats - slot.taken >= len(party):
        raise OkienkoError("waiting-free")
    if await _lists_of(session, now, booker.account_id, slot.centre) >= MOST:
        raise OkienkoError("waiting-too-many", most=MOST)
    entry = WaitingEntry(
        centre=slot.centre,
        slot_id=slot_id,
        account_id=booker.account_id,
        channel=booker.channel,
        chat_id=booker.chat_id,
        people=len(party),
        door=door,
        topic=topic,
        state=Waits.WAITING.value,
        joined_at=now,
    )
    slot.waiting += 1
    session.add_all([entry, slot])
    await session.flush()
    assert entry.id is not None
    session.add_all([WaitingPerson(entry_id=entry.id, attendee_id=each, slot_id=slot_id) for each in party])
    await session.flush()
    return Joined(entry, await position(session, entry), again=False)


async def leave(session: AsyncSession, now: datetime, entry_id: int, by: int) -> WaitingEntry:
    """Leave a line; what is held goes to the next. A second time changes nothing.

    Raises `OkienkoError` ``waiting-not-yours`` for everybody but whose it is.
    """
    entry, slot, offer = await _mine(session, entry_id, by)
    if entry.ended_at is not None:
        return entry
    freed = False
    if offer is not None:
        await _give_up(session, now, slot, entry, offer, Answer.LEAVE)
        freed = True
    await waiting_line.end(session, now, slot, entry, Waits.LEFT)
    if freed:
        await refill(session, now, slot)
    return entry


async def answer(
    session: AsyncSession,
    now: datetime,
    offer_id: int,
    by: int,
    answer: Answer,
    *,
    beside: bool = False,
    door: str = "",
) -> Answered:
    """Take what is held, pass it on and keep the place in the line, or leave the line.

    ``door`` is named by the room that has asked what the slot's rules leave to it. Raises `OkienkoError`
    ``waiting-not-yours``; ``waiting-late`` once the time is over and ``places-past`` once it has begun,
    ``waiting-taken``, ``waiting-passed`` and ``waiting-left`` when something else was said before, ``places-gone``;
    to who takes: ``places-other-door``, ``places-overlap``
    (``beside`` goes on), ``places-too-many``.
    """
    if answer not in (Answer.TAKE, Answer.PASS, Answer.LEAVE):
        raise ValueError("nothing that a person says")
    asked = await session.get(Offer, offer_id, populate_existing=True)
    if asked is None:
        raise OkienkoError("waiting-not-yours")
    entry, slot, _ = await _mine(session, asked.entry_id, by)
    offer = await session.get_one(Offer, offer_id, populate_existing=True)
    if offer.answered_at is not None:
        await waiting_late.refuse_other(session, now, entry, offer, slot, answer)
        return Answered(entry, offer, slot, [], again=True)
    waiting_late.refuse_late(now, slot, offer)
    if answer is Answer.TAKE:
        taken = await _take(session, now, slot, entry, offer, beside=beside, door=door)
        return Answered(entry, offer, slot, taken, again=False)
    await _give_up(session, now, slot, entry, offer, answer)
    if answer is Answer.LEAVE:
        await waiting_line.end(session, now, slot, entry, Waits.LEFT)
    await refill(session, now, slot)
    return Answered(entry, offer, slot, [], again=False)


async def lapse(session: AsyncSession, now: datetime, offer_id: int | None = None) -> int:
    """Pass on what was not answered in time: one offer, or all. Returns how many.

    Safe to call twice or too early. Who did not answer twice in a row leaves the line, and hears it.
    """
    await writing(session)
    late = select(Offer.id).where(col(Offer.answered_at).is_(None), col(Offer.deadline) <= now)
    if offer_id is not None:
        late = late.where(col(Offer.id) == offer_id)
    lapsed = 0
    for each in (await session.exec(late.order_by(col(Offer.id)))).all():
        found = await session.get_one(Offer, each)
        entry = await session.get_one(WaitingEntry, found.entry_id)
        slot = (await lock(session, Slot, {entry.slot_id}))[entry.slot_id]
        offer = await session.get_one(Offer, each, populate_existing=True)
        if offer.answered_at is not None:
            continue
        await session.refresh(entry)
        await _give_up(session, now, slot, entry, offer, Answer.LAPSED)
        if entry.lapses >= LAPSES:
            await waiting_line.end(session, now, slot, entry, Waits.LEFT)
        if slot.starts_at > now:
            await waiting_notices.owe_lapsed(session, now, entry, offer, slot)
        await refill(session, now, slot)
        lapsed += 1
    return lapsed


async def of_account(session: AsyncSession, now: datetime, account_id: int) -> list[Waiting]:
    """The lines in which an account stands, for itself and its own, the next slot first."""
    found = await session.exec(
        select(WaitingEntry, Slot)
        .join(Slot, col(Slot.id) == col(WaitingEntry.slot_id))
        .where(
            col(WaitingEntry.account_id) == account_id,
            col(WaitingEntry.ended_at).is_(None),
            col(Slot.starts_at) > now,
        )
        .order_by(col(Slot.starts_at), col(WaitingEntry.id))
        .execution_options(populate_existing=True)
    )
    return [await _shown(session, now, entry, slot) for entry, slot in found.all()]


async def one(session: AsyncSession, now: datetime, entry_id: int, by: int) -> Waiting:
    """A place in a line to be shown, ended ones too. Raises `OkienkoError` ``waiting-not-yours``."""
    entry = await session.get(WaitingEntry, entry_id, populate_existing=True)
    if entry is None or entry.account_id != by:
        raise OkienkoError("waiting-not-yours")
    return await _shown(session, now, entry, await session.get_one(Slot, entry.slot_id, populate_existing=True))


async def of_offer(session: AsyncSession, offer_id: int, by: int) -> tuple[Offer, WaitingEntry]:
    """An offer and whose it is, for the room that asks more. Raises `OkienkoError` ``waiting-not-yours``."""
    offer = await session.get(Offer, offer_id, populate_existing=True)
    entry = await session.get(WaitingEntry, offer.entry_id, populate_existing=True) if offer else None
    if offer is None or entry is None or entry.account_id != by:
        raise OkienkoError("waiting-not-yours")
    return offer, entry


def can_help(now: datetime, slot: Slot) -> bool:
    """Whether joining the line of a full slot makes sense at this moment; `join` looks again."""
    open_ = slot.withdrawn_at is None and slot.taken >= slot.seats and not slot.rules.get("lone")
    return open_ and terms(now, slot) is not None


async def party_book(
    session: AsyncSession,
    now: datetime,
    slot_id: int,
    attendee_ids: Sequence[int],
    booker: Booker,
    door: str = "",
    *,
    beside: bool = False,
    topic: str | None = None,
) -> list[Booked]:
    """Seats for several attendees in one go, or none. Whoever has one already keeps it, with ``again``.

    Those who stand in the slot's line together leave it with that. Raises what `bookings.book` raises, and
    ``waiting-not-enough`` (``free``) when there are fewer seats than people.
    """
    party = sorted(set(attendee_ids))
    async with session.begin_nested():
        _, slot = await _hold(session, booker.account_id, slot_id)
        if slot is None:
            raise OkienkoError("places-gone")
        new = len(party) - len(await _seats_of(session, slot, party))
        free = slot.seats - slot.taken
        if 0 < free < new:
            raise OkienkoError("waiting-not-enough", free=free)
        entry = await waiting_line.entry_of(session, slot, party[0]) if party else None
        together = entry is not None and list(await waiting_line.party(session, entry)) == party
        if entry and together and entry.state == Waits.WAITING:
            await waiting_line.end(session, now, slot, entry, Waits.TAKEN)
        return [
            await bookings.book(session, now, slot_id, each, booker, door=door, beside=beside, topic=topic)
            for each in party
        ]


async def _hold(session: AsyncSession, account_id: int, slot_id: int) -> tuple[dict[int, Attendee], Slot | None]:
    """An account's attendees by id and the slot, locked in the fixed order."""
    await writing(session)
    theirs = await session.exec(select(Attendee.id).where(col(Attendee.account_id) == account_id))
    people = await lock(session, Attendee, [each for each in theirs.all() if each is not None])
    own = {each: row for each, row in people.items() if permission.is_own(row, account_id)}
    return own, (await lock(session, Slot, {slot_id})).get(slot_id)


async def _mine(session: AsyncSession, entry_id: int, by: int) -> tuple[WaitingEntry, Slot, Offer | None]:
    """An entry as it is now, its slot, locked, and what is held. Refuses everybody but whose it is."""
    await writing(session)
    entry = await session.get(WaitingEntry, entry_id)
    if entry is None or entry.account_id != by:
        raise OkienkoError("waiting-not-yours")
    _, slot = await _hold(session, by, entry.slot_id)
    await session.refresh(entry)
    assert slot is not None
    return entry, slot, await waiting_line.open_offer(session, entry)


async def _take(
    session: AsyncSession, now: datetime, slot: Slot, entry: WaitingEntry, offer: Offer, *, beside: bool, door: str
) -> Sequence[Booking]:
    """The seats that were held are booked, all or none."""
    if slot.rules.get("door", "") != door:
        raise OkienkoError("places-other-door")
    connection = await session.connection()
    taken = await waiting_line.held(session, entry)
    for booking in taken:
        has = await connection.run_sync(ahead.of, now, Person(booking.attendee_id, slot.centre, entry.account_id))
        others = ahead.at_the_time_of(has, booking.attendee_id, slot)
        if others and not beside:
            raise ahead.warning(others[0].kind, others[0].title, others[0].starts_at)
        ahead.refuse_too_many(has, slot.kind)
        booking.state, booking.beside, booking.created_at = BookingState.BOOKED.value, bool(others), now
        session.add(booking)
        await session.flush()
        await reminders.owe(session, now, booking, slot)
    offer.answered_at, offer.answer, entry.lapses = now, Answer.TAKE.value, 0
    session.add_all([offer, entry])
    await waiting_line.end(session, now, slot, entry, Waits.TAKEN)
    await waiting_line.fill(session, now, offer, Filled.TAKEN)
    return taken


async def _give_up(
    session: AsyncSession, now: datetime, slot: Slot, entry: WaitingEntry, offer: Offer, answer: Answer
) -> None:
    """What was held is free for the next; the entry waits on, for what becomes free later."""
    offer.answered_at, offer.answer = now, answer.value
    entry.state = Waits.WAITING.value
    entry.lapses = entry.lapses + 1 if answer is Answer.LAPSED else 0
    newest = await session.exec(select(func.max(Vacancy.id)).where(col(Vacancy.slot_id) == slot.id))
    entry.passed_upto = newest.one() or 0
    session.add_all([offer, entry])
    await waiting_line.give_back(session, slot, entry)


async def _seats_of(session: AsyncSession, slot: Slot, party: Sequence[int]) -> Sequence[int]:
    """Who of a party has a seat in the slot already."""
    found = await session.exec(
        select(Booking.attendee_id).where(
            col(Booking.slot_id) == slot.id, col(Booking.seat_no).is_not(None), col(Booking.attendee_id).in_(party)
        )
    )
    return found.all()


async def _lists_of(session: AsyncSession, now: datetime, account_id: int, centre: str) -> int:
    found = await session.exec(
        select(func.count())
        .select_from(WaitingEntry)
        .join(Slot, col(Slot.id) == col(WaitingEntry.slot_id))
        .where(
            col(WaitingEntry.account_id) == account_id,
            col(WaitingEntry.centre) == centre,
            col(WaitingEntry.ended_at).is_(None),
            col(Slot.starts_at) > now,
        )
    )
    return found.one()


async def _shown(session: AsyncSession, now: datetime, entry: WaitingEntry, slot: Slot) -> Waiting:
    ids = await waiting_line.party(session, entry)
    people = await session.exec(select(Attendee).where(col(Attendee.id).in_(ids)).order_by(col(Attendee.id)))
    offer = await waiting_line.open_offer(session, entry)
    alive = offer if offer and now < offer.deadline else None
    return Waiting(entry, slot, people.all(), await position(session, entry), alive)
