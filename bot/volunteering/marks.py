"""What the coordinator has seen on paper: a parent's consent, the agreement, the registers. And who waits for it.

Coordinators are the organisers and clerks of the volunteer's own centre; for everybody else a volunteer does
not exist.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from sqlalchemy import func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.errors import OkienkoError
from bot.places import booking as bookings
from bot.places.hours import local
from bot.places.permission import is_desk
from bot.places.slots import SlotKind
from bot.places.states import LIVE, BookingState
from bot.storage import writing
from bot.storage.tables import Booking, Guardian, Shift, ShiftHours, Slot, Volunteer
from bot.volunteering import rules, telling
from bot.volunteering.words import Age

WITHOUT_PAPER: Final = timedelta(days=30)
"""Longer than this needs a written agreement (act on volunteering, art. 44(4))."""


class Mark(StrEnum):
    """What can be marked."""

    CONSENT = "consent"
    AGREEMENT = "agreement"
    CHECKS = "checks"
    GROWN_UP = "grown-up"
    """A minor became 18; the coordinator saw it."""
    CERTIFICATE = "certificate"
    """The certificate that was asked for was given."""


@dataclass(frozen=True, slots=True)
class Known:
    """A volunteer with what the coordinator decides by. ``minutes``: confirmed ones."""

    volunteer: Volunteer
    minutes: int
    guardians: int
    ahead: int
    needs_paper: bool
    """Works longer than 30 days and has no agreement that lasts."""


async def refuse_strangers(session: AsyncSession, account_id: int, centre: str) -> None:
    """Raises `OkienkoError` for everybody but the coordinators of a centre."""
    if not await is_desk(session, account_id, centre):
        raise OkienkoError("volunteering-refused")


async def own(session: AsyncSession, account_id: int, volunteer_id: int, *, lock: bool = False) -> Volunteer:
    """A volunteer of a coordinator's centre. Raises `OkienkoError` for all others alike."""
    query = select(Volunteer).where(col(Volunteer.id) == volunteer_id).execution_options(populate_existing=True)
    volunteer = (await session.exec(query.with_for_update(key_share=True) if lock else query)).first()
    if volunteer is None or not await is_desk(session, account_id, volunteer.centre):
        raise OkienkoError("volunteering-refused")
    return volunteer


async def mark(
    session: AsyncSession,
    now: datetime,
    account_id: int,
    volunteer_id: int,
    what: Mark,
    *,
    until: date | None = None,
    on: bool = True,
) -> int:
    """Mark, or with ``on`` false take back. Shifts that no longer may be are given back; how many those were.

    An agreement has its last day ``until``. Raises `OkienkoError` as `own` does, and
    ``volunteering-agreement-past`` for a day that is over.
    """
    await writing(session)
    volunteer = await own(session, account_id, volunteer_id, lock=True)
    if what is Mark.AGREEMENT and on and (until is None or until < local(now).date()):
        raise OkienkoError("volunteering-agreement-past")
    match what:
        case Mark.CONSENT:
            volunteer.consent_seen_at, volunteer.consent_seen_by = (now, account_id) if on else (None, None)
        case Mark.AGREEMENT:
            volunteer.agreement_until, volunteer.agreement_by = (until, account_id) if on else (None, None)
        case Mark.CHECKS:
            volunteer.checked_at, volunteer.checked_by = (now, account_id) if on else (None, None)
        case Mark.GROWN_UP:
            volunteer.age = Age.ADULT.value
        case Mark.CERTIFICATE:
            volunteer.certificate_asked_at = None
    session.add(volunteer)
    await session.flush()
    return await release_unfit(session, now, account_id, [volunteer.attendee_id])


async def release_unfit(
    session: AsyncSession,
    now: datetime,
    account_id: int,
    attendee_ids: Collection[int] = (),
    slot_ids: Collection[int] = (),
) -> int:
    """Give back the seats of these people, or in these slots, that the rules no longer allow; each is told why."""
    query = (
        select(Booking, Slot, Shift, Volunteer)
        .join(Slot, col(Slot.id) == col(Booking.slot_id))
        .join(Shift, col(Shift.slot_id) == col(Slot.id))
        .join(Volunteer, col(Volunteer.attendee_id) == col(Booking.attendee_id))
        .where(
            col(Booking.seat_no).is_not(None),
            col(Booking.state).in_(LIVE),
            col(Booking.starts_at) > now,
            col(Slot.kind) == SlotKind.SHIFT.value,
        )
        .where(col(Booking.attendee_id).in_(attendee_ids) | col(Booking.slot_id).in_(slot_ids))
        .order_by(col(Booking.attendee_id), col(Booking.slot_id))
    )
    released = 0
    for booking, slot, shift, volunteer in (await session.exec(query)).all():
        if refused := rules.why_not(volunteer, slot, shift):
            assert booking.id is not None
            ended = await bookings.cancel(session, now, booking.id, by=account_id)
            await telling.owe_released(session, now, ended, refused.key)
            released += 1
    return released


async def known(session: AsyncSession, now: datetime, account_id: int, volunteer_id: int) -> Known:
    """A volunteer as the coordinator sees them. Raises `OkienkoError` as `own` does."""
    return (await _known(session, now, [await own(session, account_id, volunteer_id)]))[0]


async def of_centre(session: AsyncSession, now: datetime, account_id: int, centre: str) -> list[Known]:
    """The volunteers of a centre: first those who wait for something, then by number.

    Raises `OkienkoError` for who is no coordinator there.
    """
    await refuse_strangers(session, account_id, centre)
    rows = await session.exec(select(Volunteer).where(col(Volunteer.centre) == centre).order_by(col(Volunteer.id)))
    everybody = await _known(session, now, rows.all())
    return sorted(everybody, key=lambda each: not waits(each))


def waits(known: Known) -> bool:
    """Whether the coordinator has something to do for somebody."""
    volunteer = known.volunteer
    papers = rules.is_minor(volunteer) and (volunteer.consent_seen_at is None or volunteer.agreement_until is None)
    return papers or known.needs_paper or volunteer.certificate_asked_at is not None


async def _known(session: AsyncSession, now: datetime, volunteers: Sequence[Volunteer]) -> list[Known]:
    ids, attendees = [each.id for each in volunteers], [each.attendee_id for each in volunteers]
    minutes = await session.exec(
        select(ShiftHours.volunteer_id, func.sum(ShiftHours.minutes))
        .where(col(ShiftHours.volunteer_id).in_(ids))
        .group_by(col(ShiftHours.volunteer_id))
    )
    guardians = await session.exec(
        select(Guardian.volunteer_id, func.count())
        .where(col(Guardian.volunteer_id).in_(ids), col(Guardian.account_id).is_not(None))
        .group_by(col(Guardian.volunteer_id))
    )
    shifts = await session.exec(
        select(Booking.attendee_id, Booking.starts_at)
        .join(Shift, col(Shift.slot_id) == col(Booking.slot_id))
        .where(col(Booking.attendee_id).in_(attendees), col(Booking.seat_no).is_not(None))
        .where(col(Booking.state) != BookingState.OFFERED)
    )
    worked, watched = dict(minutes.all()), dict(guardians.all())
    times: dict[int, list[datetime]] = {attendee: [] for attendee in attendees}
    for attendee, starts_at in shifts.all():
        times[attendee].append(starts_at)
    return [
        Known(
            volunteer=each,
            minutes=int(worked.get(each.id or 0, 0)),
            guardians=watched.get(each.id or 0, 0),
            ahead=sum(at > now for at in times[each.attendee_id]),
            needs_paper=_needs_paper(each, times[each.attendee_id]),
        )
        for each in volunteers
    ]


def _needs_paper(volunteer: Volunteer, times: Sequence[datetime]) -> bool:
    if not times or max(times) - min(times) <= WITHOUT_PAPER:
        return False
    return volunteer.agreement_until is None or volunteer.agreement_until < local(max(times)).date()
