"""What fits a volunteer: their days and interests, what they may do, nothing else at that time, a day of rest."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final, NamedTuple

from sqlalchemy import ColumnElement, exists
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.places.days import day_ends
from bot.places.hours import local
from bot.places.slots import SlotKind
from bot.places.states import BookingState
from bot.storage.tables import Booking, Shift, Slot, Volunteer
from bot.volunteering import rules
from bot.volunteering.words import Interest

AHEAD: Final = timedelta(days=120)
MOST: Final = 60
"""Of what is found at once; nobody reads on that far."""


class Found(NamedTuple):
    """A shift that fits, before it is looked at."""

    slot_id: int
    starts_at: datetime


@dataclass(frozen=True, slots=True)
class Fit:
    """A shift with its slot."""

    slot: Slot
    shift: Shift


async def fitting(
    session: AsyncSession,
    now: datetime,
    volunteer: Volunteer,
    *,
    anything: bool = False,
    title: str | None = None,
) -> list[Found]:
    """The shifts that a volunteer can take at this moment, the next first; `load` those that are shown.

    ``anything``: whatever they may do, also on other days and of other interests. ``title``: only those of
    that name. Reads only; `bot.volunteering.signing` looks again.
    """
    if rules.is_minor(volunteer) and (volunteer.consent_seen_at is None or volunteer.agreement_until is None):
        return []
    conditions = _open(volunteer.centre, now) + _may(volunteer)
    if not anything:
        if volunteer.interests:
            conditions.append(col(Shift.interest).in_([*volunteer.interests, Interest.OTHER.value]))
        if volunteer.days:
            conditions.append(col(Shift.weekday).in_(volunteer.days))
    if title is not None:
        conditions.append(col(Slot.title) == title)
    conditions.append(~_something_else(volunteer.attendee_id))
    rows = await session.exec(
        select(Shift.slot_id, Shift.starts_at)
        .join(Slot, col(Slot.id) == col(Shift.slot_id))
        .where(*conditions)
        .order_by(col(Shift.starts_at), col(Shift.slot_id))
        .limit(MOST)
    )
    had = await days_of_shifts(session, volunteer.attendee_id, now)
    found = [Found(*row) for row in rows.all()]
    return [each for each in found if rules.too_many_in_a_row(had, local(each.starts_at).date()) is None]


async def load(session: AsyncSession, found: Sequence[Found]) -> list[Fit]:
    """The shifts themselves, in the same order."""
    rows = await session.exec(
        select(Slot, Shift)
        .join(Shift, col(Shift.slot_id) == col(Slot.id))
        .where(col(Slot.id).in_([each.slot_id for each in found]))
        .order_by(col(Shift.starts_at), col(Shift.slot_id))
    )
    return [Fit(*row) for row in rows.all()]


async def instead(session: AsyncSession, now: datetime, volunteer: Volunteer, slot: Slot, limit: int = 3) -> list[Fit]:
    """Other dates of the same shift that fit, the nearest to it first; else whatever fits."""
    found = await fitting(session, now, volunteer, anything=True, title=slot.title)
    found = [each for each in found if each.slot_id != slot.id] or await fitting(session, now, volunteer)
    others = [each for each in found if each.slot_id != slot.id]
    others.sort(key=lambda each: abs(each.starts_at - slot.starts_at))
    return await load(session, others[:limit])


async def one(session: AsyncSession, slot_id: int) -> Fit | None:
    """A shift as it is now, also one that is over or was called off."""
    rows = await session.exec(
        select(Slot, Shift)
        .join(Shift, col(Shift.slot_id) == col(Slot.id))
        .where(col(Slot.id) == slot_id)
        .execution_options(populate_existing=True)
    )
    found = rows.first()
    return Fit(*found) if found else None


async def days_of_shifts(session: AsyncSession, attendee_id: int, since: datetime) -> list[date]:
    """The local days of somebody's shifts from a week before ``since`` on; one on which there are two, twice."""
    rows = await session.exec(
        select(Booking.starts_at)
        .join(Slot, col(Slot.id) == col(Booking.slot_id))
        .where(
            col(Booking.attendee_id) == attendee_id,
            col(Booking.seat_no).is_not(None),
            col(Booking.state).not_in((BookingState.MISSED.value, BookingState.OFFERED.value)),
            col(Booking.starts_at) >= since - timedelta(days=7),
            col(Slot.kind) == SlotKind.SHIFT.value,
        )
    )
    return [local(starts_at).date() for starts_at in rows.all()]


async def held(session: AsyncSession, volunteer: Volunteer, slot_ids: Collection[int]) -> dict[int, Booking]:
    """A volunteer's seats in these slots, by slot."""
    rows: Sequence[Booking] = (
        await session.exec(
            select(Booking).where(
                col(Booking.attendee_id) == volunteer.attendee_id,
                col(Booking.seat_no).is_not(None),
                col(Booking.state) != BookingState.OFFERED.value,
                col(Booking.slot_id).in_(slot_ids),
            )
        )
    ).all()
    return {booking.slot_id: booking for booking in rows}


def _open(centre: str, now: datetime) -> list[Any]:
    return [
        col(Shift.centre) == centre,
        col(Shift.starts_at) > now,
        col(Shift.starts_at) < now + AHEAD,
        col(Slot.withdrawn_at).is_(None),
        col(Slot.taken) < col(Slot.seats),
        col(Slot.book_until) > now,
    ]


def _may(volunteer: Volunteer) -> list[Any]:
    """`rules.why_not` in SQL."""
    conditions: list[Any] = []
    if rules.is_minor(volunteer):
        assert volunteer.agreement_until is not None
        conditions += [
            col(Shift.adults_only).is_(False),
            col(Shift.school_hours).is_(False),
            col(Shift.adult) != "",
            col(Shift.phone) != "",
            col(Shift.starts_at) < day_ends(volunteer.agreement_until),
        ]
    if volunteer.checked_at is None:
        conditions.append(col(Shift.with_children).is_(False))
    return conditions


def _something_else(attendee_id: int) -> ColumnElement[bool]:
    """At the time of the shift, of whatever kind."""
    return exists().where(
        col(Booking.attendee_id) == attendee_id,
        col(Booking.seat_no).is_not(None),
        col(Booking.state) != BookingState.OFFERED.value,
        col(Booking.starts_at) < col(Slot.ends_at),
        col(Booking.ends_at) > col(Slot.starts_at),
    )
