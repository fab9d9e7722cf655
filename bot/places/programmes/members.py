"""Who has a place in a programme, and its meetings. The programme is locked by whoever changes any of it."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.errors import OkienkoError
from bot.outbox.quiet import allowed_moment
from bot.places import ahead
from bot.places import booking as bookings
from bot.places.ahead import Ahead
from bot.places.booking import Booker
from bot.places.locks import Person, lock
from bot.places.programmes import telling
from bot.places.programmes.words import DOOR, HOLDING, WAITING, Standing, State, WayIn
from bot.places.states import LIVE
from bot.storage.tables import Attendee, Booking, Programme, ProgrammeCandidate, ProgrammeMeeting, Slot

BY_KEEPER: Final = timedelta(days=7)
"""So long a keeper's invitation keeps a place."""


async def meetings(session: AsyncSession, programme_id: int, *, since: datetime | None = None) -> list[Slot]:
    """The meetings that take place (with ``since``: that begin after it), the first one first."""
    query = (
        select(Slot)
        .join(ProgrammeMeeting, col(ProgrammeMeeting.slot_id) == col(Slot.id))
        .where(col(ProgrammeMeeting.programme_id) == programme_id, col(Slot.withdrawn_at).is_(None))
        .order_by(col(Slot.starts_at), col(Slot.id))
        .execution_options(populate_existing=True)
    )
    if since is not None:
        query = query.where(col(Slot.starts_at) > since)
    return list((await session.exec(query)).all())


async def standing(session: AsyncSession, programme_id: int, states: Collection[str]) -> Sequence[ProgrammeCandidate]:
    """Those in one of these states, the longest waiting first."""
    rows = await session.exec(
        select(ProgrammeCandidate)
        .where(col(ProgrammeCandidate.programme_id) == programme_id, col(ProgrammeCandidate.state).in_(states))
        .order_by(col(ProgrammeCandidate.since), col(ProgrammeCandidate.id))
        .execution_options(populate_existing=True)
    )
    return rows.all()


async def counts(session: AsyncSession, programme_id: int) -> dict[str, int]:
    """How many there are in each state."""
    rows: Any = await session.exec(
        select(ProgrammeCandidate.state, func.count())
        .where(col(ProgrammeCandidate.programme_id) == programme_id)
        .group_by(col(ProgrammeCandidate.state))
    )
    return dict(rows.all())


async def free(session: AsyncSession, programme: Programme) -> int:
    """How many places nobody has and none is kept for."""
    assert programme.id is not None
    there = await counts(session, programme.id)
    return programme.most - sum(there.get(state, 0) for state in HOLDING)


async def lock_attendees(session: AsyncSession, programme_id: int) -> set[int]:
    """Keep everybody who has a place from others, in the engine's order: before any slot."""
    rows = await session.exec(
        select(ProgrammeCandidate.attendee_id).where(
            col(ProgrammeCandidate.programme_id) == programme_id, col(ProgrammeCandidate.state).in_(HOLDING)
        )
    )
    return {*await lock(session, Attendee, set(rows.all()))}


async def overlaps(
    session: AsyncSession, now: datetime, programme_id: int, attendee_id: int
) -> list[tuple[Slot, Ahead]]:
    """What somebody has at the time of meetings to come, each meeting once."""
    attendee = await session.get_one(Attendee, attendee_id)
    person = Person(attendee_id, attendee.centre, attendee.account_id)
    has = await (await session.connection()).run_sync(ahead.of, now, person)
    found = []
    for slot in await meetings(session, programme_id, since=now):
        others = [each for each in ahead.at_the_time_of(has, attendee_id, slot) if each.slot_id != slot.id]
        if others:
            found.append((slot, others[0]))
    return found


async def seat(
    session: AsyncSession,
    now: datetime,
    programme: Programme,
    candidate: ProgrammeCandidate,
    *,
    by: int,
    beside: bool = False,
) -> int:
    """Book all meetings to come, or raise and book none; how many. The caller looked at the programme's places.

    Raises `OkienkoError` ``programme-over`` where nothing is ahead, and what `booking.book` raises.
    """
    assert programme.id is not None
    theirs = {candidate.attendee_id}
    if candidate.account_id is not None:
        rows = await session.exec(select(Attendee.id).where(col(Attendee.account_id) == candidate.account_id))
        theirs |= {each for each in rows.all() if each is not None}
    await lock(session, Attendee, theirs)
    ids = sorted(slot.id or 0 for slot in await meetings(session, programme.id, since=now))
    if not ids:
        raise OkienkoError("programme-over")
    await lock(session, Slot, ids)
    booker = Booker(candidate.account_id or by, candidate.channel, candidate.chat_id)
    for slot_id in ids:
        await bookings.book(session, now, slot_id, candidate.attendee_id, booker, beside=beside, door=DOOR)
    put(session, now, candidate, Standing.IN)
    await session.flush()
    return len(ids)


def put(session: AsyncSession, now: datetime, candidate: ProgrammeCandidate, to: Standing) -> None:
    """Change how far somebody is."""
    candidate.state, candidate.changed_at, candidate.invited_until = to.value, now, None
    session.add(candidate)


async def give_back(
    session: AsyncSession, now: datetime, programme: Programme, candidate: ProgrammeCandidate, to: Standing
) -> int:
    """Every meeting ahead and the talk are given back, and the next one gets the place. How many meetings."""
    held = candidate.state in HOLDING
    ahead_of = await session.exec(
        select(Booking.id, Booking.code, Booking.slot_id, ProgrammeMeeting.slot_id)
        .outerjoin(ProgrammeMeeting, col(ProgrammeMeeting.slot_id) == col(Booking.slot_id))
        .where(
            col(Booking.attendee_id) == candidate.attendee_id,
            col(Booking.seat_no).is_not(None),
            col(Booking.state).in_(LIVE),
            col(Booking.starts_at) > now,
            (col(ProgrammeMeeting.programme_id) == programme.id) | (col(Booking.id) == candidate.talk_id),
        )
        .order_by(col(Booking.slot_id))
    )
    given = 0
    for booking_id, code, _, meeting in ahead_of.all():
        await bookings.cancel(session, now, booking_id or 0, by=candidate.account_id or 0, code=code)
        given += meeting is not None
    put(session, now, candidate, to)
    candidate.talk_at, candidate.talk_id = None, None
    session.add(candidate)
    await session.flush()
    if held:
        await refill(session, now, programme)
    return given


async def refill(session: AsyncSession, now: datetime, programme: Programme) -> None:
    """A place may be free: the next in line is asked where anybody may come in, else the keepers are told."""
    assert programme.id is not None
    if programme.state not in (State.GATHERING, State.RUNNING):
        return
    left = await free(session, programme)
    line = await standing(session, programme.id, WAITING)
    if programme.way_in == WayIn.OPEN and programme.state == State.GATHERING:
        for candidate in line[: max(left, 0)]:
            await invite(session, now, programme, candidate, by_keeper=False)
    elif left > 0 and line:
        await telling.owe_task(session, now, programme, "seat")


async def invite(
    session: AsyncSession,
    now: datetime,
    programme: Programme,
    candidate: ProgrammeCandidate,
    *,
    by_keeper: bool,
) -> bool:
    """Keep a place for somebody until they answer. False where no time is left for an answer."""
    assert programme.id is not None
    to_come = await meetings(session, programme.id, since=now)
    if not to_come:
        return False
    last = to_come[0].starts_at if programme.state == State.GATHERING else to_come[-1].starts_at
    until = answer_until(now, last, by_keeper=by_keeper)
    if until is None:
        return False
    put(session, now, candidate, Standing.INVITED)
    candidate.invited_until = until
    session.add(candidate)
    await session.flush()
    await telling.owe_invited(session, now, programme, candidate)
    return True


def answer_until(now: datetime, last: datetime, *, by_keeper: bool) -> datetime | None:
    """The deadline of an invitation: shorter when it is near, counted from when the message may arrive.

    Never after ``last``; None where it would arrive too late.
    """
    arrives = allowed_moment(now, now, expires_at=last)
    if arrives is None:
        return None
    left = last - arrives
    if by_keeper:
        span = BY_KEEPER
    elif left > timedelta(days=3):
        span = timedelta(hours=24)
    elif left > timedelta(days=1):
        span = timedelta(hours=4)
    else:
        span = timedelta(hours=1)
    return min(arrives + span, last)
