"""Somebody's own way into a programme and out of it. Whatever is not theirs does not exist for them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from sqlalchemy import func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.errors import OkienkoError
from bot.places import attendees, slots
from bot.places import booking as bookings
from bot.places.ahead import Ahead
from bot.places.attendees import Relation
from bot.places.booking import Booker
from bot.places.programmes import keepers, members, telling
from bot.places.programmes.words import DOOR, HOLDING, LIVE, WAITING, Standing, State, WayIn
from bot.places.slots import NewSlot, Rules, SlotKind
from bot.places.states import LIVE as WAITED_FOR
from bot.storage import writing
from bot.storage.tables import Booking, Programme, ProgrammeCandidate, ProgrammeMeeting, Slot

__all__ = ["Became", "Joined", "Meeting"]


class Became(StrEnum):
    """What came of a wish to join."""

    IN = "in"
    WAITS = "waits"
    OVERLAP = "overlap"
    """Nothing was booked: there is something else at the time of some meetings."""
    AGAIN = "again"
    """It was so already."""


@dataclass(frozen=True, slots=True)
class Joined:
    """The answer to a wish to join; ``overlaps`` are meetings with what the person has then."""

    programme: Programme
    candidate: ProgrammeCandidate | None
    became: Became
    meetings: int = 0
    overlaps: Sequence[tuple[Slot, Ahead]] = field(default=())


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting of somebody who is in. ``booking`` is their last one in it."""

    slot: Slot
    booking: Booking | None

    @property
    def comes(self) -> bool:
        return self.booking is not None and self.booking.seat_no is not None


async def seen(session: AsyncSession, account_id: int, programme_id: int, card: str | None = None) -> Programme:
    """A programme as anybody may see it: one that is not over, or their own; a quiet one by its ``card`` alone.

    Raises `OkienkoError` ``programme-gone``.
    """
    programme = await session.get(Programme, programme_id, populate_existing=True)
    if programme is None or programme.state == State.DRAFT:
        raise OkienkoError("programme-gone")
    led_here = not programme.quiet or (card is not None and card == programme.service)
    if (programme.state in LIVE and led_here) or await of_account(session, account_id, programme_id) is not None:
        return programme
    raise OkienkoError("programme-gone")


async def listed(session: AsyncSession, centre: str, account_id: int) -> Sequence[Programme]:
    """What a centre offers now, and what this account is in; a quiet one only to who is."""
    mine = select(ProgrammeCandidate.programme_id).where(
        col(ProgrammeCandidate.account_id) == account_id,
        col(ProgrammeCandidate.state).in_((*HOLDING, *WAITING)),
    )
    rows = await session.exec(
        select(Programme)
        .where(col(Programme.centre) == centre, col(Programme.state).in_(LIVE))
        .where(col(Programme.quiet).is_(False) | col(Programme.id).in_(mine))
        .order_by(col(Programme.id))
    )
    return rows.all()


async def of_card(session: AsyncSession, service: str) -> Sequence[Programme]:
    """What a card leads to now, quiet ones too."""
    rows = await session.exec(
        select(Programme)
        .where(col(Programme.service) == service, col(Programme.state).in_(LIVE))
        .where(col(Programme.centre) == service.partition("/")[0])
        .order_by(col(Programme.id))
    )
    return rows.all()


async def of_account(session: AsyncSession, account_id: int, programme_id: int) -> ProgrammeCandidate | None:
    """How far this account is in a programme."""
    rows = await session.exec(
        select(ProgrammeCandidate)
        .where(col(ProgrammeCandidate.programme_id) == programme_id, col(ProgrammeCandidate.account_id) == account_id)
        .execution_options(populate_existing=True)
    )
    return rows.first()


async def position(session: AsyncSession, candidate: ProgrammeCandidate) -> int:
    """The place in the line, from 1."""
    rows = await session.exec(
        select(func.count())
        .select_from(ProgrammeCandidate)
        .where(
            col(ProgrammeCandidate.programme_id) == candidate.programme_id,
            col(ProgrammeCandidate.state).in_(WAITING),
            (col(ProgrammeCandidate.since) < candidate.since)
            | ((col(ProgrammeCandidate.since) == candidate.since) & (col(ProgrammeCandidate.id) <= candidate.id)),
        )
    )
    return rows.one()


async def want(
    session: AsyncSession,
    now: datetime,
    programme_id: int,
    booker: Booker,
    *,
    card: str | None = None,
    beside: bool = False,
) -> Joined:
    """One tap: in, where anybody may come in and there is a place; else interested, and the keepers are told.

    Raises `OkienkoError` ``programme-gone``, ``programme-invitation-only``, and what `members.seat` raises;
    then nothing is changed (the caller rolls back).
    """
    await writing(session)
    shown = await seen(session, booker.account_id, programme_id, card)
    if shown.state not in LIVE:
        raise OkienkoError("programme-gone")
    attendee = await attendees.of_account(session, now, booker.account_id, shown.centre, Relation.SELF)
    assert attendee.id is not None
    programme = await keepers.locked(session, programme_id)
    if programme.state not in LIVE:
        raise OkienkoError("programme-gone")
    candidate = await of_account(session, booker.account_id, programme_id)
    if candidate and candidate.state in (*HOLDING, *WAITING):
        return Joined(programme, candidate, Became.AGAIN)
    if programme.way_in == WayIn.INVITATION:
        raise OkienkoError("programme-invitation-only")
    at_once = (
        programme.way_in == WayIn.OPEN
        and programme.state == State.GATHERING
        and await members.free(session, programme) > 0
    )
    if at_once and not beside and (found := await members.overlaps(session, now, programme_id, attendee.id)):
        return Joined(programme, candidate, Became.OVERLAP, overlaps=found)
    candidate = _candidate(session, now, programme_id, candidate, attendee.id, booker)
    await session.flush()
    if at_once:
        count = await members.seat(session, now, programme, candidate, by=booker.account_id, beside=beside)
        return Joined(programme, candidate, Became.IN, count)
    if programme.way_in != WayIn.OPEN or programme.state == State.RUNNING:
        await telling.owe_task(session, now, programme, "interest", candidate)
    return Joined(programme, candidate, Became.WAITS)


async def take(
    session: AsyncSession, now: datetime, programme_id: int, account_id: int, *, beside: bool = False
) -> Joined:
    """The invited person says yes: all meetings ahead are booked together, or none.

    Raises `OkienkoError` ``programme-gone``, ``programme-not-invited``, and what `members.seat` raises.
    """
    programme, candidate = await _own(session, programme_id, account_id)
    if candidate.state == Standing.IN:
        return Joined(programme, candidate, Became.AGAIN)
    if programme.state not in LIVE:
        raise OkienkoError("programme-gone")
    if candidate.state != Standing.INVITED or (candidate.invited_until or now) <= now:
        raise OkienkoError("programme-not-invited")
    if not beside and (found := await members.overlaps(session, now, programme_id, candidate.attendee_id)):
        return Joined(programme, candidate, Became.OVERLAP, overlaps=found)
    count = await members.seat(session, now, programme, candidate, by=account_id, beside=beside)
    return Joined(programme, candidate, Became.IN, count)


async def leave(session: AsyncSession, now: datetime, programme_id: int, account_id: int) -> int:
    """Not any more: every meeting ahead is given back, the next one is asked. How many meetings; again is none.

    Raises `OkienkoError` ``programme-gone`` for who never was in it.
    """
    programme, candidate = await _own(session, programme_id, account_id)
    if candidate.state in (Standing.LEFT, Standing.DECLINED):
        return 0
    return await members.give_back(session, now, programme, candidate, Standing.LEFT)


async def talk(
    session: AsyncSession, now: datetime, programme_id: int, account_id: int, *, suits: bool
) -> ProgrammeCandidate:
    """The hour of the first talk suits, and is booked; or the keepers hear that another one is wanted.

    Raises `OkienkoError` ``programme-gone``, also once it was called off, ``programme-no-talk`` for an hour that
    was taken back or is over, and what `booking.book` raises.
    """
    programme, candidate = await _own(session, programme_id, account_id)
    if programme.state not in LIVE:
        raise OkienkoError("programme-gone")
    if candidate.state == Standing.TALKED and suits:
        return candidate
    if candidate.state != Standing.OFFERED or candidate.talk_at is None:
        raise OkienkoError("programme-no-talk")
    if not suits:
        members.put(session, now, candidate, Standing.INTERESTED)
        candidate.talk_at = None
        session.add(candidate)
        await session.flush()
        await telling.owe_task(session, now, programme, "other-hour", candidate)
        return candidate
    if candidate.talk_at <= now:
        raise OkienkoError("programme-no-talk")
    new = NewSlot(
        centre=programme.centre,
        kind=SlotKind.MEETING,
        place=programme.place or programme.room or None,
        starts_at=candidate.talk_at,
        ends_at=candidate.talk_at + telling.TALK,
        rules=Rules(door=DOOR, lone=True),
    )
    (slot,) = await slots.add(session, now, [new])
    booker = Booker(account_id, candidate.channel, candidate.chat_id)
    # They have just said that it suits, whatever else there is.
    booked = await bookings.book(session, now, slot.id or 0, candidate.attendee_id, booker, beside=True, door=DOOR)
    members.put(session, now, candidate, Standing.TALKED)
    candidate.talk_id = booked.booking.id
    session.add(candidate)
    await session.flush()
    await telling.owe_task(session, now, programme, "suits", candidate)
    return candidate


async def redeem(session: AsyncSession, now: datetime, payload: str, booker: Booker) -> Joined:
    """A keeper's link for one was opened: a place is kept for that account, and is taken by a tap.

    Full: they wait, and the keepers hear it. Who is in, or invited, leaves the link good for somebody else.
    Raises `OkienkoError` ``programme-link-used`` and ``programme-gone``.
    """
    programme, used = await keepers.redeem(session, now, payload)
    assert programme.id is not None
    if programme.state not in LIVE:
        raise OkienkoError("programme-gone")
    candidate = await of_account(session, booker.account_id, programme.id)
    if candidate and candidate.state in HOLDING:
        return Joined(programme, candidate, Became.AGAIN)
    attendee = await attendees.of_account(session, now, booker.account_id, programme.centre, Relation.SELF)
    assert attendee.id is not None
    if candidate is None or candidate.state not in WAITING:  # who waits already keeps their place in the line
        candidate = _candidate(session, now, programme.id, candidate, attendee.id, booker)
    await session.delete(used)
    await session.flush()
    if await members.free(session, programme) > 0:
        members.put(session, now, candidate, Standing.INVITED)
        candidate.invited_until = now + members.BY_KEEPER
        session.add(candidate)
        await session.flush()
    else:
        await telling.owe_task(session, now, programme, "interest", candidate)
    return Joined(programme, candidate, Became.WAITS)


async def my_meetings(session: AsyncSession, programme_id: int, account_id: int) -> list[Meeting]:
    """All meetings with what became of one's own place in each. Raises `OkienkoError` ``programme-gone``."""
    candidate = await of_account(session, account_id, programme_id)
    if candidate is None:
        raise OkienkoError("programme-gone")
    found = await members.meetings(session, programme_id)
    rows = await session.exec(
        select(Booking)
        .where(
            col(Booking.attendee_id) == candidate.attendee_id,
            col(Booking.slot_id).in_([slot.id for slot in found]),
        )
        .order_by(col(Booking.id))
        .execution_options(populate_existing=True)
    )
    mine: dict[int, Booking] = {}
    for booking in rows.all():
        before = mine.get(booking.slot_id)
        if before is None or before.seat_no is None:
            mine[booking.slot_id] = booking
    return [Meeting(slot, mine.get(slot.id or 0)) for slot in found]


async def one_meeting(session: AsyncSession, slot_id: int, account_id: int) -> tuple[Programme, Slot]:
    """A meeting of a programme in which this account is. Raises `OkienkoError` ``programme-gone``."""
    meeting = await session.get(ProgrammeMeeting, slot_id)
    mine = await of_account(session, account_id, meeting.programme_id) if meeting else None
    if meeting is None or mine is None:
        raise OkienkoError("programme-gone")
    return await session.get_one(Programme, meeting.programme_id), await session.get_one(Slot, slot_id)


async def skip(session: AsyncSession, now: datetime, slot_id: int, account_id: int) -> Programme:
    """ "Not this time": one meeting is given back, the programme goes on. A second time changes nothing.

    Raises `OkienkoError` ``programme-gone`` for who is not in, and what `booking.cancel` raises.
    """
    programme, candidate = await _of_meeting(session, slot_id, account_id)
    if candidate.state != Standing.IN:
        raise OkienkoError("programme-gone")
    rows = await session.exec(
        select(Booking.id).where(
            col(Booking.slot_id) == slot_id,
            col(Booking.attendee_id) == candidate.attendee_id,
            col(Booking.seat_no).is_not(None),
            col(Booking.state).in_(WAITED_FOR),
        )
    )
    if booking_id := rows.first():
        await bookings.cancel(session, now, booking_id, by=account_id)
    return programme


async def come_after_all(
    session: AsyncSession, now: datetime, slot_id: int, account_id: int, *, beside: bool = False
) -> Programme:
    """One meeting that was given back is taken again: the place is still theirs.

    Raises `OkienkoError` ``programme-gone`` for who is not in, and what `booking.book` raises.
    """
    programme, candidate = await _of_meeting(session, slot_id, account_id)
    if candidate.state != Standing.IN:
        raise OkienkoError("programme-gone")
    booker = Booker(account_id, candidate.channel, candidate.chat_id)
    await bookings.book(session, now, slot_id, candidate.attendee_id, booker, beside=beside, door=DOOR)
    return programme


def _candidate(
    session: AsyncSession,
    now: datetime,
    programme_id: int,
    known: ProgrammeCandidate | None,
    attendee_id: int,
    booker: Booker,
) -> ProgrammeCandidate:
    """Interested from now on: at the end of the line."""
    candidate = known or ProgrammeCandidate(
        programme_id=programme_id,
        attendee_id=attendee_id,
        account_id=booker.account_id,
        state=Standing.INTERESTED.value,
        since=now,
        changed_at=now,
    )
    candidate.channel, candidate.chat_id = booker.channel, booker.chat_id
    candidate.state, candidate.since, candidate.changed_at = Standing.INTERESTED.value, now, now
    session.add(candidate)
    return candidate


async def _own(session: AsyncSession, programme_id: int, account_id: int) -> tuple[Programme, ProgrammeCandidate]:
    await writing(session)
    if await of_account(session, account_id, programme_id) is None:
        raise OkienkoError("programme-gone")
    programme = await keepers.locked(session, programme_id)
    candidate = await of_account(session, account_id, programme_id)
    if candidate is None:
        raise OkienkoError("programme-gone")
    return programme, candidate


async def _of_meeting(session: AsyncSession, slot_id: int, account_id: int) -> tuple[Programme, ProgrammeCandidate]:
    meeting = await session.get(ProgrammeMeeting, slot_id)
    if meeting is None:
        raise OkienkoError("programme-gone")
    return await _own(session, meeting.programme_id, account_id)
