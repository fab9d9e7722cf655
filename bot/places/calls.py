"""Whom somebody at the desk has to phone: those whom no message reaches, and those who did not answer one.

What is on the list the day before follows from the bookings themselves; a row (`CallTask`) is written when
somebody was phoned, or when a service asks for a call (`ask`). Whether a person has *read* a message is not
known on any channel (the Bot API has no such word, and our own page does not report it): who has not read it
has not confirmed it either, and is on the list as that.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any, Final

from sqlmodel import and_, col, or_, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.errors import OkienkoError
from bot.people.roles import roles_in
from bot.places import booking as bookings
from bot.places.booking import BookingState
from bot.places.days import day_begins, day_ends
from bot.places.slots import SlotKind
from bot.places.states import LIVE
from bot.places.wording import local_day
from bot.storage import writing
from bot.storage.tables import Address, Attendee, Booking, CallTask, Provider, Role, Slot


class Reason(StrEnum):
    """Why somebody is to be phoned, the most pressing first."""

    CALLED_OFF = "called-off"
    """The centre withdrew the hour, and no message can tell them."""
    OTHER_ROOM = "other-room"
    """Their hour stands in another room, and no message can tell them."""
    MOVED = "moved"
    """What they come to has another time or place, and no message can tell them."""
    DELAY = "delay"
    """It begins later today, and no message can tell them."""
    NO_MESSENGER = "no-messenger"
    BLOCKED = "blocked"
    """They blocked the bot, or the chat is gone."""
    UNCONFIRMED = "unconfirmed"


ASKED: Final = (Reason.CALLED_OFF, Reason.OTHER_ROOM, Reason.MOVED, Reason.DELAY)
"""Reasons that a service writes down; the others follow from the booking."""
_ORDER: Final = {reason: place for place, reason in enumerate(Reason)}


@dataclass(frozen=True, slots=True)
class Call:
    """One call to make. ``task`` tells of a try that reached nobody."""

    reason: Reason
    booking: Booking
    slot: Slot
    attendee: Attendee
    provider: Provider | None
    task: CallTask | None

    @property
    def tried_at(self) -> datetime | None:
        """When somebody phoned and nobody answered."""
        return self.task.done_at if self.task else None


async def ask(session: AsyncSession, now: datetime, booking: Booking, reason: Reason) -> None:
    """Ask for a call. Asked again for the same reason, it is one call, to be made anew."""
    await writing(session)
    assert booking.id is not None
    task = await _task(session, booking.id, reason)
    if task is None:
        session.add(CallTask(centre=booking.centre, booking_id=booking.id, reason=reason, made_at=now))
    else:
        task.made_at, task.done_at, task.done_by, task.reached = now, None, None, None
        session.add(task)
    await session.flush()


async def of_day(session: AsyncSession, now: datetime, centre: str, day: date) -> list[Call]:
    """The calls for a local day: what was asked for and is still to come, then that day's bookings.

    In the order in which to make them: those already tried last. Who was reached, or has confirmed, is not on it.
    """
    query = (
        _calls(centre)
        .where(col(Booking.starts_at) >= day_begins(day), col(Booking.starts_at) < day_ends(day))
        .where(col(Booking.starts_at) > now, col(Booking.state) == BookingState.BOOKED)
        # Nobody confirms an event, and groups have their keepers.
        .where(col(Slot.kind).not_in((SlotKind.EVENT, SlotKind.MEETING)))
        .add_columns(col(Address.chat_id), col(Address.blocked_at))
    )
    rows = (await session.exec(query)).all()
    tried = await _tried(session, [row[0].id for row in rows])
    found = [_call(row, tried.get(row[0].id)) for row in rows]
    asked = (
        _calls(centre)
        .join(CallTask, and_(col(CallTask.booking_id) == col(Booking.id), col(CallTask.reason).in_(ASKED)))
        .where(or_(col(CallTask.reached).is_(None), col(CallTask.reached).is_(False)))
        .where(col(Booking.ends_at) > now - timedelta(hours=1))
        .add_columns(CallTask)
    )
    found += [Call(Reason(row[-1].reason), *row) for row in (await session.exec(asked)).all() if _stands(row)]
    found.sort(key=lambda call: (call.tried_at is not None, _ORDER[call.reason], call.booking.starts_at))
    return found


async def next_day(session: AsyncSession, centre: str, after: date) -> date | None:
    """The next local day with somebody booked."""
    found = await session.exec(
        select(Booking.starts_at)
        .join(Slot, col(Slot.id) == col(Booking.slot_id))
        .where(col(Booking.centre) == centre, col(Booking.seat_no).is_not(None), col(Slot.kind) != SlotKind.EVENT)
        .where(col(Booking.state) != BookingState.OFFERED)
        .where(col(Booking.starts_at) >= day_ends(after))
        .order_by(col(Booking.starts_at))
        .limit(1)
    )
    start = found.first()
    return local_day(start) if start else None


async def phoned(
    session: AsyncSession, now: datetime, centre: str, booking_id: int, reason: Reason, *, by: int, reached: bool
) -> None:
    """A call was made. Who was reached about an hour that stands is taken as confirming it.

    Tapped twice, it is written once. Raises `OkienkoError` unless ``by`` is a clerk of this centre and the
    booking is there.
    """
    await writing(session)
    booking = await session.get(Booking, booking_id)
    if Role.CLERK not in await roles_in(session, by, centre) or booking is None or booking.centre != centre:
        raise OkienkoError("counter-not-here")
    task = await _task(session, booking_id, reason) or CallTask(
        centre=centre, booking_id=booking_id, reason=reason, made_at=now
    )
    if task.reached and (reason in ASKED or booking.state != BookingState.BOOKED):
        return
    task.done_at, task.done_by, task.reached = now, by, reached
    session.add(task)
    await session.flush()
    if reached and reason not in ASKED and booking.state == BookingState.BOOKED:
        await bookings.confirm(session, now, booking_id, by=by)


async def _task(session: AsyncSession, booking_id: int, reason: Reason) -> CallTask | None:
    found = await session.exec(
        select(CallTask).where(col(CallTask.booking_id) == booking_id, col(CallTask.reason) == reason)
    )
    return found.first()


def _calls(centre: str) -> Any:
    return (
        select(Booking, Slot, Attendee, Provider)
        .join(Slot, col(Slot.id) == col(Booking.slot_id))
        .join(Attendee, col(Attendee.id) == col(Booking.attendee_id))
        .outerjoin(Provider, col(Provider.id) == col(Slot.provider_id))
        .outerjoin(
            Address,
            and_(col(Address.channel) == col(Booking.channel), col(Address.chat_id) == col(Booking.chat_id)),
        )
        .where(col(Booking.centre) == centre)
        .order_by(col(Booking.starts_at), col(Booking.id))
    )


async def _tried(session: AsyncSession, booking_ids: Sequence[int]) -> dict[int, CallTask]:
    """The latest call about each booking, for whichever reason it was made."""
    found = await session.exec(
        select(CallTask)
        .where(col(CallTask.booking_id).in_(booking_ids), col(CallTask.reason).not_in(ASKED))
        .order_by(col(CallTask.done_at))
    )
    return {task.booking_id: task for task in found.all()}


def _call(row: Sequence[Any], task: CallTask | None) -> Call:
    booking, slot, attendee, provider, address, blocked_at = row
    if task is not None and task.reached:  # it was about another hour: whoever was reached has confirmed theirs
        task = None
    if booking.chat_id is None:
        reason = Reason.NO_MESSENGER
    elif address is None or blocked_at is not None:
        reason = Reason.BLOCKED
    else:
        reason = Reason.UNCONFIRMED
    return Call(reason, booking, slot, attendee, provider, task)


def _stands(row: Sequence[Any]) -> bool:
    """Whether what was asked for is still so: an hour called off is, the others need their booking."""
    booking, task = row[0], row[-1]
    if task.reason == Reason.CALLED_OFF:
        return bool(booking.state == BookingState.CALLED_OFF)
    if booking.state not in LIVE:
        return False
    return task.reason != Reason.DELAY or local_day(task.made_at) == local_day(booking.starts_at)
