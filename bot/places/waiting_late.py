"""What an old offer is answered with: the truth of today, whatever was said to it before."""

from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.errors import OkienkoError
from bot.places import hours
from bot.places.waiting_states import Answer
from bot.storage.tables import Attendee, Booking, Offer, Slot, WaitingEntry


def refuse_late(now: datetime, slot: Slot, offer: Offer) -> None:
    """Raises `OkienkoError` ``places-past`` once it has begun, ``waiting-late`` once the time to answer is over."""
    if slot.starts_at <= now:
        raise OkienkoError("places-past")
    if offer.deadline <= now:
        raise OkienkoError("waiting-late")


async def refuse_other(
    session: AsyncSession, now: datetime, entry: WaitingEntry, offer: Offer, slot: Slot, answer: Answer
) -> None:
    """The same answer again is fine; anything else is told what became of the offer.

    What was taken may have been given back since, and then it is not said that it is there. Raises
    `OkienkoError` as `bot.places.waiting.answer` does.
    """
    if slot.withdrawn_at is not None:
        raise OkienkoError("places-gone")
    if offer.answer == Answer.TAKE and await _has_seat(session, slot, entry.account_id):
        if answer is Answer.TAKE:
            return
        raise taken_already(slot)
    if offer.answer == answer and answer is not Answer.TAKE:
        return
    if slot.starts_at <= now:
        raise OkienkoError("places-past")
    match offer.answer:
        case Answer.LAPSED:
            raise OkienkoError("waiting-late")
        case Answer.PASS if entry.ended_at is None:
            raise OkienkoError("waiting-passed")
        case _:
            raise OkienkoError("waiting-left")


def taken_already(slot: Slot) -> OkienkoError:
    """What is told to who takes, or passes, what they have taken."""
    return OkienkoError("waiting-taken", **hours.said(slot.starts_at))


async def _has_seat(session: AsyncSession, slot: Slot, account_id: int) -> bool:
    found = await session.exec(
        select(Booking.id)
        .join(Attendee, col(Attendee.id) == col(Booking.attendee_id))
        .where(
            col(Booking.slot_id) == slot.id, col(Booking.seat_no).is_not(None), col(Attendee.account_id) == account_id
        )
        .limit(1)
    )
    return found.first() is not None
