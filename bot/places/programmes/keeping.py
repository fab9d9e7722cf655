"""What a keeper does: a first talk, yes or no, who came, one meeting called off. For nobody else."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.errors import OkienkoError
from bot.places import attendees, reminders, slots
from bot.places.hours import local
from bot.places.locks import lock_one
from bot.places.programmes import keepers, members, telling
from bot.places.programmes.words import HOLDING, LIVE, LONGEST_LABEL, WAITING, Standing, WayIn
from bot.places.states import BookingState
from bot.storage import writing
from bot.storage.tables import Attendee, Booking, Programme, ProgrammeCandidate, ProgrammeMeeting, Slot

SHOWN: Final = (*WAITING, *HOLDING)
FARTHEST_TALK: Final = timedelta(days=60)
EARLY: Final = timedelta(minutes=30)
"""So long before the beginning somebody can be marked as there."""
_PHONE: Final = re.compile(r"\+?\d(?:[ -]?\d){8,14}")


@dataclass(frozen=True, slots=True)
class Known:
    """A candidate as keepers see them: a number, what they call them, no account."""

    programme: Programme
    candidate: ProgrammeCandidate
    attendee: Attendee


@dataclass(frozen=True, slots=True)
class Present:
    """Somebody who is in, at one meeting. ``booking`` is None for who never had a place in it."""

    candidate: ProgrammeCandidate
    attendee: Attendee
    booking: Booking | None

    @property
    def held(self) -> bool:
        return self.booking is not None and self.booking.seat_no is not None


async def candidates(session: AsyncSession, account_id: int, programme_id: int) -> list[Known]:
    """Who waits, is invited or in; those who wait for a keeper come first. Raises ``programme-refused``."""
    programme = await keepers.led(session, account_id, programme_id)
    rows = await session.exec(
        select(ProgrammeCandidate, Attendee)
        .join(Attendee, col(Attendee.id) == col(ProgrammeCandidate.attendee_id))
        .where(col(ProgrammeCandidate.programme_id) == programme_id, col(ProgrammeCandidate.state).in_(SHOWN))
        .order_by(col(ProgrammeCandidate.since), col(ProgrammeCandidate.id))
        .execution_options(populate_existing=True)
    )
    found = [Known(programme, *row) for row in rows.all()]
    return sorted(found, key=lambda each: SHOWN.index(each.candidate.state))


async def one(session: AsyncSession, account_id: int, candidate_id: int) -> Known:
    """A candidate of a programme that somebody leads. Raises `OkienkoError` ``programme-refused`` for all others."""
    candidate = await session.get(ProgrammeCandidate, candidate_id, populate_existing=True)
    if candidate is None:
        raise OkienkoError("programme-refused")
    programme = await keepers.led(session, account_id, candidate.programme_id)
    return Known(programme, candidate, await session.get_one(Attendee, candidate.attendee_id))


async def offer_talk(session: AsyncSession, now: datetime, account_id: int, candidate_id: int, at: datetime) -> Known:
    """An hour for a first talk; the person says whether it suits.

    Raises `OkienkoError` ``programme-refused``, ``programme-outdated``, ``programme-talk-when``, and
    ``programme-no-messenger`` for who has to be phoned.
    """
    known = await _waiting(session, account_id, candidate_id)
    if not now < at <= now + FARTHEST_TALK:
        raise OkienkoError("programme-talk-when")
    if known.candidate.chat_id is None:
        raise OkienkoError("programme-no-messenger")
    await _drop_talk(session, now, known.candidate)
    members.put(session, now, known.candidate, Standing.OFFERED)
    known.candidate.talk_at = at
    session.add(known.candidate)
    await session.flush()
    await telling.owe_talk(session, now, known.programme, known.candidate)
    return known


async def talked(session: AsyncSession, now: datetime, account_id: int, candidate_id: int) -> Known:
    """Arranged by phone, or over already: the keeper's answer can be given. Raises as `one` does."""
    known = await _waiting(session, account_id, candidate_id)
    if known.candidate.state != Standing.TALKED:
        members.put(session, now, known.candidate, Standing.TALKED)
        known.candidate.talk_at = None
        session.add(known.candidate)
        await session.flush()
    return known


async def say_yes(session: AsyncSession, now: datetime, account_id: int, candidate_id: int) -> Known:
    """A place is kept and the person asked; who has no messenger is in at once. Again changes nothing.

    Raises `OkienkoError` ``programme-refused``, ``programme-outdated``, ``programme-talk-first`` where a talk
    comes first, ``programme-full`` (they stay where they are in the line), ``programme-over``.
    """
    known = await _led(session, account_id, candidate_id)
    programme, candidate = known.programme, known.candidate
    if candidate.state in HOLDING:
        return known
    if candidate.state not in WAITING:
        raise OkienkoError("programme-outdated")
    if programme.way_in == WayIn.TALK and candidate.state != Standing.TALKED:
        raise OkienkoError("programme-talk-first")
    if await members.free(session, programme) < 1:
        raise OkienkoError("programme-full", most=programme.most)
    if candidate.account_id is None:
        await members.seat(session, now, programme, candidate, by=account_id, beside=True)
    elif not await members.invite(session, now, programme, candidate, by_keeper=True):
        raise OkienkoError("programme-over")
    return known


async def say_no(session: AsyncSession, now: datetime, account_id: int, candidate_id: int) -> Known:
    """Not this time; of who is in already, all meetings are given back. They are told, kindly, once.

    Raises `OkienkoError` as `one` does.
    """
    known = await _led(session, account_id, candidate_id)
    if known.candidate.state not in SHOWN:
        return known
    await members.give_back(session, now, known.programme, known.candidate, Standing.DECLINED)
    await telling.owe_news(session, now, known.programme, "declined", [known.candidate])
    return known


async def call_them(session: AsyncSession, account_id: int, candidate_id: int, label: str) -> Known:
    """What the keepers call somebody; an empty one takes it away.

    Raises `OkienkoError` ``programme-refused``, ``programme-label-wrong`` (``most``).
    """
    known = await _led(session, account_id, candidate_id)
    label = " ".join(label.split())
    if len(label) > LONGEST_LABEL or any(letter.isdigit() for letter in label):
        raise OkienkoError("programme-label-wrong", most=LONGEST_LABEL)
    known.candidate.label = label or None
    session.add(known.candidate)
    await session.flush()
    return known


async def write_down(session: AsyncSession, now: datetime, account_id: int, programme_id: int, said: str) -> Known:
    """Somebody without a messenger: initials or a first name, and a phone if they gave one. They wait for a yes.

    Raises `OkienkoError` ``programme-refused``, ``programme-over``, ``places-name-wrong``, ``places-phone-wrong``.
    """
    programme = await keepers.led(session, account_id, programme_id, lock=True)
    if programme.state not in LIVE:
        raise OkienkoError("programme-over")
    phone = _PHONE.search(said)
    name = (said.replace(phone[0], " ") if phone else said).strip(" ,;:.-–")
    attendee = await attendees.caller(session, now, programme.centre, name, phone[0] if phone else None)
    assert attendee.id is not None
    candidate = ProgrammeCandidate(
        programme_id=programme_id,
        attendee_id=attendee.id,
        state=(Standing.TALKED if programme.way_in == WayIn.TALK else Standing.INTERESTED).value,
        since=now,
        changed_at=now,
    )
    session.add(candidate)
    await session.flush()
    return Known(programme, candidate, attendee)


async def meetings(session: AsyncSession, account_id: int, programme_id: int) -> tuple[Programme, list[Slot]]:
    """A keeper's programme and its meetings. Raises `OkienkoError` ``programme-refused``."""
    programme = await keepers.led(session, account_id, programme_id)
    return programme, await members.meetings(session, programme_id)


async def meeting(session: AsyncSession, account_id: int, slot_id: int) -> tuple[Programme, Slot, list[Present]]:
    """One meeting with everybody who is in, in the order of their numbers. Raises ``programme-refused``."""
    programme, slot = await _meeting(session, account_id, slot_id)
    rows = await session.exec(
        select(ProgrammeCandidate, Attendee)
        .join(Attendee, col(Attendee.id) == col(ProgrammeCandidate.attendee_id))
        .where(
            col(ProgrammeCandidate.programme_id) == programme.id,
            col(ProgrammeCandidate.state) == Standing.IN.value,
        )
        .order_by(col(ProgrammeCandidate.id))
    )
    booked = await session.exec(
        select(Booking)
        .where(col(Booking.slot_id) == slot_id)
        .order_by(col(Booking.id))
        .execution_options(populate_existing=True)
    )
    last: dict[int, Booking] = {}
    for booking in booked.all():
        before = last.get(booking.attendee_id)
        if before is None or before.seat_no is None:
            last[booking.attendee_id] = booking
    found = [Present(candidate, attendee, last.get(attendee.id or 0)) for candidate, attendee in rows.all()]
    return programme, slot, found


async def mark(session: AsyncSession, now: datetime, account_id: int, booking_id: int, *, came: bool) -> int:
    """Somebody came, or did not; another tap says otherwise. The meeting's slot.

    Raises `OkienkoError` ``programme-refused``, ``programme-not-begun``, ``programme-outdated``.
    """
    await writing(session)
    booking = await session.get(Booking, booking_id, populate_existing=True)
    if booking is None:
        raise OkienkoError("programme-refused")
    _, slot = await _meeting(session, account_id, booking.slot_id)
    await lock_one(session, Slot, booking.slot_id)
    booking = await session.get_one(Booking, booking_id, populate_existing=True)
    _refuse_early(slot, now)
    if booking.seat_no is None:
        raise OkienkoError("programme-outdated")
    _mark(session, now, booking, came)
    await session.flush()
    return booking.slot_id


async def mark_all(session: AsyncSession, now: datetime, account_id: int, slot_id: int) -> int:
    """Everybody who had a place came, but for those who are marked already. How many are marked now.

    Raises `OkienkoError` as `mark` does.
    """
    await writing(session)
    _, slot = await _meeting(session, account_id, slot_id)
    await lock_one(session, Slot, slot_id)
    _refuse_early(slot, now)
    _, _, present = await meeting(session, account_id, slot_id)
    marked = 0
    for each in present:
        if each.booking is not None and each.held and each.booking.state in _UNMARKED:
            _mark(session, now, each.booking, True)
            marked += 1
    await session.flush()
    return marked


async def call_off(session: AsyncSession, now: datetime, account_id: int, slot_id: int) -> tuple[Programme, int, int]:
    """One meeting does not take place: who has a place in it is told. How many, and how many must be phoned.

    Raises `OkienkoError` ``programme-refused``, ``programme-over``, ``places-gone``.
    """
    shown, _ = await _meeting(session, account_id, slot_id)
    assert shown.id is not None
    programme = await keepers.led(session, account_id, shown.id, lock=True)
    await members.lock_attendees(session, shown.id)
    slot = await lock_one(session, Slot, slot_id)
    if slot is None or slot.withdrawn_at is not None:
        raise OkienkoError("places-gone")
    if programme.state not in LIVE or slot.starts_at <= now:
        raise OkienkoError("programme-over")
    ended = await slots.withdraw(session, now, [slot_id], "meeting")
    unreached = await reminders.owe_called_off(session, now, ended)
    day = local(slot.starts_at).date().isoformat()
    programme.days = [each for each in programme.days if each != day] or list(programme.days)
    programme.version += 1
    session.add(programme)
    await session.flush()
    return programme, len(ended), len(unreached)


_UNMARKED: Final = (BookingState.BOOKED.value, BookingState.CONFIRMED.value)


def _mark(session: AsyncSession, now: datetime, booking: Booking, came: bool) -> None:
    booking.state, booking.ended_at = (BookingState.CAME if came else BookingState.MISSED).value, now
    session.add(booking)


def _refuse_early(slot: Slot, now: datetime) -> None:
    if slot.starts_at - EARLY > now:
        raise OkienkoError("programme-not-begun")


async def _drop_talk(session: AsyncSession, now: datetime, candidate: ProgrammeCandidate) -> None:
    """The talk that was booked before another one is offered."""
    booking = await session.get(Booking, candidate.talk_id) if candidate.talk_id else None
    if booking is not None and booking.seat_no is not None and booking.starts_at > now:
        await slots.withdraw(session, now, [booking.slot_id], "talk")
    candidate.talk_id = None


async def _meeting(session: AsyncSession, account_id: int, slot_id: int) -> tuple[Programme, Slot]:
    row = await session.get(ProgrammeMeeting, slot_id)
    slot = await session.get(Slot, slot_id, populate_existing=True)
    if row is None or slot is None:
        raise OkienkoError("programme-refused")
    return await keepers.led(session, account_id, row.programme_id), slot


async def _led(session: AsyncSession, account_id: int, candidate_id: int) -> Known:
    """The same as `one`, locked."""
    await writing(session)
    seen = await one(session, account_id, candidate_id)
    await keepers.led(session, account_id, seen.candidate.programme_id, lock=True)
    return await one(session, account_id, candidate_id)


async def _waiting(session: AsyncSession, account_id: int, candidate_id: int) -> Known:
    known = await _led(session, account_id, candidate_id)
    if known.candidate.state not in WAITING or known.programme.state not in LIVE:
        raise OkienkoError("programme-outdated")
    return known
