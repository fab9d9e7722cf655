"""Shifts themselves: published, changed, called off, seen by the week. For coordinators of their centre."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.errors import OkienkoError
from bot.places import calls, reminders, slots, waiting
from bot.places.hours import local
from bot.places.locks import lock
from bot.places.slots import NewSlot, Rules, SlotKind
from bot.places.states import BookingState
from bot.storage import writing
from bot.storage.tables import Booking, Shift, ShiftHours, ShiftSeason, Slot, Volunteer
from bot.volunteering import fitting, marks, rules, signing, telling
from bot.volunteering.fitting import Fit
from bot.volunteering.plans import LONGEST_ADULT, LONGEST_PHONE, LONGEST_PLACE, MOST_SEATS, Plan

CALLED_OFF: Final = "shift"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody on a shift. ``minutes`` once they are confirmed; ``unfit`` names the rule that they break."""

    booking: Booking
    volunteer: Volunteer
    minutes: int | None
    unfit: str | None


async def publish(
    session: AsyncSession, now: datetime, account_id: int | None, centre: str, plan: Plan, *, example: bool = False
) -> int:
    """Make the shifts of a plan; more than one day is a season. How many. Rights are the caller's to check."""
    await writing(session)
    season_id = None
    if len(plan.days) > 1:
        season = ShiftSeason(centre=centre, title=plan.title, made_by=account_id, made_at=now)
        session.add(season)
        await session.flush()
        season_id = season.id
    new = [
        NewSlot(
            centre=centre,
            kind=SlotKind.SHIFT,
            title=plan.title,
            place=plan.place,
            starts_at=starts,
            ends_at=ends,
            seats=plan.most,
            rules=Rules(door=rules.DOOR),
        )
        for starts, ends in map(plan.times, plan.days)
    ]
    for slot in await slots.add(session, now, new):
        assert slot.id is not None
        session.add(
            Shift(
                slot_id=slot.id,
                centre=centre,
                season_id=season_id,
                starts_at=slot.starts_at,
                weekday=local(slot.starts_at).weekday(),
                school_hours=rules.in_school_hours(slot.starts_at, slot.ends_at),
                interest=plan.interest.value,
                with_children=plan.with_children,
                adults_only=plan.adults_only,
                adult=plan.adult,
                phone=plan.phone,
                least=plan.least,
                needs=plan.needs,
                made_by=account_id,
                example=example,
            )
        )
    await session.flush()
    return len(new)


async def own(session: AsyncSession, account_id: int, slot_id: int) -> Fit:
    """A shift of a coordinator's centre. Raises `OkienkoError` ``volunteering-refused`` for all others alike."""
    fit = await fitting.one(session, slot_id)
    if fit is None:
        raise OkienkoError("volunteering-refused")
    await marks.refuse_strangers(session, account_id, fit.slot.centre)
    return fit


async def change(
    session: AsyncSession,
    now: datetime,
    account_id: int,
    slot_id: int,
    version: int,
    *,
    later: bool = False,
    place: str | None = None,
    adult: str | None = None,
    phone: str | None = None,
    least: int | None = None,
    most: int | None = None,
    children: bool | None = None,
) -> int:
    """Change a shift that was seen as ``version``; with ``later`` the rest of its season too. How many were changed.

    Of two coordinators the first wins. Raises `OkienkoError` ``volunteering-refused``,
    ``volunteering-changed-meanwhile`` for the other one, ``places-gone`` and ``places-past``,
    ``shift-wrong-people``, ``shift-wrong-where``, ``shift-wrong-long``, ``volunteering-fewer-than-taken``.
    """
    await writing(session)
    fit = await own(session, account_id, slot_id)
    ids = {slot_id}
    if later and fit.shift.season_id is not None:
        season = await signing.of_season(session, fit.shift.season_id, since=max(now, fit.slot.starts_at))
        ids |= {slot.id for slot in season if slot.id is not None}
    await lock(session, Slot, ids)
    rows = await session.exec(
        select(Slot, Shift)
        .join(Shift, col(Shift.slot_id) == col(Slot.id))
        .where(col(Slot.id).in_(ids))
        .order_by(col(Slot.starts_at))
        .execution_options(populate_existing=True)
    )
    found = {slot.id: Fit(slot, shift) for slot, shift in rows.all()}
    first = found[slot_id]
    if first.shift.version != version:
        raise OkienkoError("volunteering-changed-meanwhile")
    _refuse_over(first.slot, now)
    _refuse_wrong(place, adult, phone)
    for each in found.values():
        low, high = each.shift.least if least is None else least, each.slot.seats if most is None else most
        if not 1 <= low <= high <= MOST_SEATS:
            raise OkienkoError("shift-wrong-people", most=MOST_SEATS)
        if high < each.slot.taken:
            raise OkienkoError("volunteering-fewer-than-taken", taken=each.slot.taken)
        wanted: dict[str, Any] = {"adult": adult, "phone": phone, "with_children": children}
        told = (each.slot.place, each.shift.adult, each.shift.phone)
        each.slot.seats, each.shift.least = high, low
        each.slot.place = each.slot.place if place is None else place
        for name, value in wanted.items():
            if value is not None:
                setattr(each.shift, name, value)
        each.shift.version += 1
        each.shift.changed_by = account_id
        session.add_all([each.slot, each.shift])
        await session.flush()
        await waiting.refill(session, now, each.slot)
        if told != (each.slot.place, each.shift.adult, each.shift.phone):
            await telling.owe_changed(session, now, each.slot, each.shift.version)
    await marks.release_unfit(session, now, account_id, slot_ids=ids)
    return len(found)


async def call_off(
    session: AsyncSession, now: datetime, account_id: int, slot_id: int, version: int, *, later: bool = False
) -> tuple[int, int]:
    """A shift, or with ``later`` the rest of its season too, does not take place; everybody is told.

    Returns how many shifts and how many people. Raises `OkienkoError` as `change` does.
    """
    await writing(session)
    await lock(session, Slot, {slot_id})
    fit = await own(session, account_id, slot_id)
    if fit.shift.version != version:
        raise OkienkoError("volunteering-changed-meanwhile")
    _refuse_over(fit.slot, now)
    ids = {slot_id}
    if later and fit.shift.season_id is not None:
        season = await signing.of_season(session, fit.shift.season_id, since=max(now, fit.slot.starts_at))
        ids |= {slot.id for slot in season if slot.id is not None}
    bookings = await slots.withdraw(session, now, ids, CALLED_OFF)
    for booking in await reminders.owe_called_off(session, now, bookings):
        await calls.ask(session, now, booking, calls.Reason.CALLED_OFF)
    rows = await session.exec(select(Shift).where(col(Shift.slot_id).in_(ids)))
    for shift in rows.all():
        shift.version += 1
        session.add(shift)
    await session.flush()
    return len(ids), len(bookings)


async def between(session: AsyncSession, account_id: int, centre: str, since: datetime, until: datetime) -> list[Fit]:
    """A centre's shifts that begin from ``since`` to before ``until`` and take place.

    Raises `OkienkoError` for who is no coordinator there.
    """
    await marks.refuse_strangers(session, account_id, centre)
    rows = await session.exec(
        select(Slot, Shift)
        .join(Shift, col(Shift.slot_id) == col(Slot.id))
        .where(
            col(Shift.centre) == centre,
            col(Shift.starts_at) >= since,
            col(Shift.starts_at) < until,
            col(Slot.withdrawn_at).is_(None),
        )
        .order_by(col(Shift.starts_at), col(Shift.slot_id))
        .execution_options(populate_existing=True)
    )
    return [Fit(*row) for row in rows.all()]


async def people(session: AsyncSession, fit: Fit) -> Sequence[Person]:
    """Who has a seat, in the order in which they signed up."""
    rows = await session.exec(
        select(Booking, Volunteer, ShiftHours.minutes)
        .join(Volunteer, col(Volunteer.attendee_id) == col(Booking.attendee_id))
        .outerjoin(ShiftHours, col(ShiftHours.booking_id) == col(Booking.id))
        .where(col(Booking.slot_id) == fit.slot.id, col(Booking.seat_no).is_not(None))
        .where(col(Booking.state) != BookingState.OFFERED)
        .order_by(col(Booking.id))
        .execution_options(populate_existing=True)
    )
    found = []
    for booking, volunteer, minutes in rows.all():
        refused = rules.why_not(volunteer, fit.slot, fit.shift)
        found.append(Person(booking, volunteer, minutes, refused.key if refused else None))
    return found


def _refuse_over(slot: Slot, now: datetime) -> None:
    if slot.withdrawn_at is not None:
        raise OkienkoError("places-gone")
    if slot.starts_at <= now:
        raise OkienkoError("places-past")


def _refuse_wrong(place: str | None, adult: str | None, phone: str | None) -> None:
    if place is not None and not 1 <= len(place) <= LONGEST_PLACE:
        raise OkienkoError("shift-wrong-where", most=LONGEST_PLACE)
    if len(adult or "") > LONGEST_ADULT or len(phone or "") > LONGEST_PHONE:
        raise OkienkoError("shift-wrong-long")
