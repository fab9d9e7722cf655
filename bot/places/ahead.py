"""What somebody has ahead already, whatever kind it is: at the same time, and in all."""

from collections.abc import Collection
from datetime import datetime
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection, bindparam
from sqlmodel import col, select

from bot.errors import OkienkoError
from bot.places import hours
from bot.places.locks import Person
from bot.places.slots import SlotKind
from bot.places.states import LIVE, BookingState
from bot.storage.tables import Attendee, Booking, Slot

MOST: Final = {
    SlotKind.CONSULTATION: 8,
    SlotKind.MEETING: 200,
    SlotKind.ROOM: 200,
    SlotKind.EVENT: 30,
    SlotKind.SHIFT: 60,
}
"""Bookings ahead of one account (with children, parents) in one centre: enough for a big family, not for a joke.

Of rooms, enough for an organisation's Tuesdays and Thursdays for a year; who speaks for none has fewer
(`bot.places.halls.reserving`). Of meetings, a few programmes with all that is ahead of them.
"""


class Ahead(NamedTuple):
    """A booking that is not over and holds its seat, as far as another one has to know of it."""

    booking_id: int
    attendee_id: int
    slot_id: int
    state: str
    starts_at: datetime
    ends_at: datetime
    kind: str
    title: str | None


def of(connection: Connection, now: datetime, person: Person) -> list[Ahead]:
    """Everything ahead of an attendee and of the others of the same account in that centre."""
    if person.account_id is None:
        rows = connection.execute(_OF_ATTENDEE, {"attendee": person.id, "now": now})
    else:
        values = {"account": person.account_id, "centre": person.centre, "now": now}
        rows = connection.execute(_OF_ACCOUNT, values)
    return [Ahead(*row) for row in rows]


def at_the_time_of(ahead: Collection[Ahead], attendee_id: int, slot: Slot) -> list[Ahead]:
    """What of it the attendee has at the time of a slot.

    Back-to-back is no overlap; buffers are the adviser's and the room's, not the person's. What is only
    offered to them is no overlap either: nobody has said yet that they come.
    """
    return [
        other
        for other in ahead
        if other.attendee_id == attendee_id
        and other.state != BookingState.OFFERED
        and other.starts_at < slot.ends_at
        and slot.starts_at < other.ends_at
    ]


def warning(kind: str, title: str | None, starts_at: datetime) -> OkienkoError:
    """``places-overlap``: the person may pass it by (``beside=True``). Names no topic and no adviser."""
    return OkienkoError("places-overlap", kind="titled" if title else kind, title=title or "", **hours.said(starts_at))


def refuse_too_many(ahead: Collection[Ahead], kind: str) -> None:
    """Raises `OkienkoError` ``places-too-many`` (``most``) when one more of that kind would be one too many."""
    most = MOST[SlotKind(kind)]
    if sum(other.kind == kind and other.state in LIVE for other in ahead) >= most:
        raise OkienkoError("places-too-many", most=most)


# Built once, as every statement of a booking: making one anew takes longer than the database needs for it.
_ALL: Any = (
    select(
        col(Booking.id),
        col(Booking.attendee_id),
        col(Booking.slot_id),
        col(Booking.state),
        col(Booking.starts_at),
        col(Booking.ends_at),
        col(Slot.kind),
        col(Slot.title),
    )  # type: ignore[call-overload]
    .select_from(Attendee)
    .join(Booking, col(Booking.attendee_id) == col(Attendee.id))
    .join(Slot, col(Slot.id) == col(Booking.slot_id))
    .where(col(Booking.seat_no).is_not(None), col(Booking.ends_at) > bindparam("now"))
)
_OF_ATTENDEE: Final = _ALL.where(col(Attendee.id) == bindparam("attendee"))
_OF_ACCOUNT: Final = _ALL.where(
    col(Attendee.account_id) == bindparam("account"), col(Attendee.centre) == bindparam("centre")
)
