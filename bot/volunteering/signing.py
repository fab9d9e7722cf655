"""Signing up for a shift: the rules of volunteering under the lock, then the engine's own."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.errors import OkienkoError
from bot.places import booking as bookings
from bot.places import waiting
from bot.places.booking import Booked, Booker
from bot.places.hours import local
from bot.places.locks import lock
from bot.places.waiting import Answered, Joined
from bot.places.waiting_states import Answer
from bot.storage.tables import Attendee, Shift, Slot, Volunteer
from bot.volunteering import fitting, profiles, rules
from bot.volunteering.fitting import Fit

ENOUGH: Final = "places-too-many"
"""No later shift of a season can be had after this refusal."""


@dataclass(frozen=True, slots=True)
class SignedUp:
    """What became of the rest of a season: how many were taken, and why each of the others was not."""

    taken: int
    refused: list[tuple[Slot, OkienkoError]]


async def sign_up(session: AsyncSession, now: datetime, slot_id: int, booker: Booker) -> Booked:
    """Take a shift. The one that is there already comes back with ``again``.

    Raises what `bot.places.booking.book` raises, and `OkienkoError` ``volunteering-no-profile`` or one of
    `rules.why_not` and `rules.too_many_in_a_row`.
    """
    slot = await session.get(Slot, slot_id)
    if slot is None:
        raise OkienkoError("places-gone")
    volunteer = await profiles.locked(session, booker.account_id, slot.centre)
    fit = await _locked(session, volunteer, slot_id)
    if fit is None:
        raise OkienkoError("places-gone")
    had = await fitting.held(session, volunteer, [slot_id])
    if slot_id in had:
        return Booked(had[slot_id], fit.slot, again=True)
    if refused := rules.why_not(volunteer, fit.slot, fit.shift):
        raise refused
    days = await fitting.days_of_shifts(session, volunteer.attendee_id, min(now, fit.slot.starts_at))
    if refused := rules.too_many_in_a_row(days, local(fit.slot.starts_at).date()):
        raise refused
    return await bookings.book(session, now, slot_id, volunteer.attendee_id, booker, door=rules.DOOR)


async def wait(session: AsyncSession, now: datetime, slot_id: int, booker: Booker) -> Joined:
    """Stand in the line for a full shift. Raises what `sign_up` and `bot.places.waiting.join` raise."""
    fit, volunteer = await _may(session, now, slot_id, booker.account_id)
    return await waiting.join(session, now, fit.slot.id or 0, [volunteer.attendee_id], booker, rules.DOOR)


async def take_offered(
    session: AsyncSession, now: datetime, offer_id: int, booker: Booker, *, beside: bool = False
) -> Answered:
    """Take a shift that is held for somebody: the rules are asked again, as they are by then.

    Raises what `sign_up` and `bot.places.waiting.answer` raise.
    """
    _, entry = await waiting.of_offer(session, offer_id, booker.account_id)
    if entry.ended_at is None:
        await _may(session, now, entry.slot_id, booker.account_id)
    return await waiting.answer(session, now, offer_id, booker.account_id, Answer.TAKE, beside=beside, door=rules.DOOR)


async def sign_up_for_the_rest(session: AsyncSession, now: datetime, slot_id: int, booker: Booker) -> SignedUp:
    """The later shifts of a shift's season, each that can be had.

    Raises `OkienkoError` ``volunteering-no-profile`` and ``places-gone``.
    """
    fit = await fitting.one(session, slot_id)
    if fit is None or fit.shift.season_id is None:
        raise OkienkoError("places-gone")
    volunteer = await profiles.locked(session, booker.account_id, fit.slot.centre)
    later = await of_season(session, fit.shift.season_id, since=max(fit.slot.starts_at, now))
    mine = await fitting.held(session, volunteer, [slot.id or 0 for slot in later])
    taken, refused = 0, list[tuple[Slot, OkienkoError]]()
    for slot in later:
        assert slot.id is not None
        if slot.id in mine:
            continue
        try:
            async with session.begin_nested():
                await sign_up(session, now, slot.id, booker)
            taken += 1
        except OkienkoError as error:
            refused.append((slot, error))
            if error.key == ENOUGH:
                break
    return SignedUp(taken, refused)


async def of_season(session: AsyncSession, season_id: int, *, since: datetime) -> Sequence[Slot]:
    """The slots of a season that take place and begin from ``since`` on, the next first."""
    rows = await session.exec(
        select(Slot)
        .join(Shift, col(Shift.slot_id) == col(Slot.id))
        .where(col(Shift.season_id) == season_id, col(Shift.starts_at) >= since, col(Slot.withdrawn_at).is_(None))
        .order_by(col(Slot.starts_at), col(Slot.id))
    )
    return rows.all()


async def _may(session: AsyncSession, now: datetime, slot_id: int, account_id: int) -> tuple[Fit, Volunteer]:
    """The locked shift, for a volunteer whom its rules allow; raises for others as `sign_up` does."""
    slot = await session.get(Slot, slot_id)
    if slot is None:
        raise OkienkoError("places-gone")
    volunteer = await profiles.locked(session, account_id, slot.centre)
    fit = await _locked(session, volunteer, slot_id)
    if fit is None:
        raise OkienkoError("places-gone")
    if refused := rules.why_not(volunteer, fit.slot, fit.shift):
        raise refused
    days = await fitting.days_of_shifts(session, volunteer.attendee_id, min(now, fit.slot.starts_at))
    if refused := rules.too_many_in_a_row(days, local(fit.slot.starts_at).date()):
        raise refused
    return fit, volunteer


async def _locked(session: AsyncSession, volunteer: Volunteer, slot_id: int) -> Fit | None:
    """The shift as it is now. Locked in the engine's order: the account's attendees, then the slot."""
    theirs = await session.exec(select(Attendee.id).where(col(Attendee.account_id) == volunteer.account_id))
    await lock(session, Attendee, {volunteer.attendee_id, *(each for each in theirs.all() if each)})
    await lock(session, Slot, {slot_id})
    return await fitting.one(session, slot_id)
