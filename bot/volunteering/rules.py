"""Who may take which shift. Everybody is held to it, the desk too; it is looked at again under the lock."""

from collections.abc import Collection
from datetime import date, datetime, time, timedelta
from typing import Final

from bot.errors import OkienkoError
from bot.places.daysoff import is_public_holiday
from bot.places.hours import local
from bot.storage.tables import Shift, Slot, Volunteer
from bot.volunteering.words import Age

DOOR: Final = "volunteering"
"""What the slot of a shift asks for (`bot.places.slots.Rules.door`)."""
SCHOOL: Final = time(8), time(15)
"""When pupils have lessons: Mondays to Fridays but for public holidays and the summer holidays."""
SUMMER: Final = (7, 8)
MOST_IN_A_ROW: Final = 2
"""Shifts on the same day or on days without one in between; the next one waits for a day of rest."""


def is_minor(volunteer: Volunteer) -> bool:
    """Whether somebody is under 18."""
    return volunteer.age != Age.ADULT


def in_school_hours(starts_at: datetime, ends_at: datetime) -> bool:
    """Whether something meets the hours of lessons on a school day, on Polish clocks."""
    starts, ends = local(starts_at), local(ends_at)
    day = starts.date()
    if day.weekday() >= 5 or day.month in SUMMER or is_public_holiday(day):
        return False
    return starts.time() < SCHOOL[1] and (ends.date() > day or ends.time() > SCHOOL[0])


def why_not(volunteer: Volunteer, slot: Slot, shift: Shift) -> OkienkoError | None:
    """Why somebody may not take a shift, whatever else they have; None where they may.

    A minor needs a parent's consent and an agreement that lasts (act on volunteering, art. 42-44), somebody
    in charge whom the parent can phone, and no lessons at that time. Work with children needs the registers
    to have been looked at, of everybody (act of 13 May 2016, art. 21).
    """
    if is_minor(volunteer):
        if volunteer.consent_seen_at is None:
            return OkienkoError("volunteering-needs-consent")
        if volunteer.agreement_until is None or volunteer.agreement_until < local(slot.starts_at).date():
            return OkienkoError("volunteering-needs-agreement")
        if shift.adults_only:
            return OkienkoError("volunteering-adults-only")
        if shift.school_hours:
            return OkienkoError("volunteering-school-hours")
        if not shift.adult or not shift.phone:
            return OkienkoError("volunteering-no-adult")
    if shift.with_children and volunteer.checked_at is None:
        return OkienkoError("volunteering-needs-checks")
    return None


def in_a_row(days: Collection[date], day: date) -> list[date]:
    """The days of shifts around ``day`` with no day of rest in between; each as often as there are shifts on it."""
    run, had = {day}, set(days)
    for step in (timedelta(days=-1), timedelta(days=1)):
        at = day + step
        while at in had:
            run.add(at)
            at += step
    return sorted(each for each in days if each in run)


def too_many_in_a_row(days: Collection[date], day: date) -> OkienkoError | None:
    """Why one more shift on ``day`` would be too many; ``days`` are those of the other shifts."""
    run = in_a_row(days, day)
    if len(run) < MOST_IN_A_ROW:
        return None
    said = ", ".join(f"{each.day}.{each.month:02}" for each in run[:6])
    return OkienkoError("volunteering-rest", days=said, most=MOST_IN_A_ROW)
