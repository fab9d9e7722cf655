"""The numbered seats of a slot that is locked: found, taken, given back, and the count kept with them."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, bindparam, insert, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, make_transient_to_detached
from sqlalchemy.orm.attributes import set_committed_value
from sqlmodel import col, select

from bot.errors import OkienkoError
from bot.places import ahead, codes
from bot.places.states import BookingState
from bot.storage.tables import Booking, Slot


def take(
    session: Session,
    connection: Connection,
    now: datetime,
    slot: Slot,
    *,
    seat_no: int | None = None,
    state: BookingState = BookingState.BOOKED,
    **values: Any,
) -> Booking:
    """A new booking on that seat, or on the lowest free one.

    Raises `OkienkoError` where the database itself refuses.
    """
    booking = Booking(
        centre=slot.centre,
        slot_id=slot.id or 0,
        seat_no=seat_no or lowest_free(connection, slot),
        code=codes.new(),
        uid=f"{secrets.token_hex(16)}@okienko",
        starts_at=slot.starts_at,
        ends_at=slot.ends_at,
        state=state.value,
        created_at=now,
        **values,
    )
    known = vars(booking)
    row = {name: known[name] for name in _COLUMNS}
    with refusals(slot):
        booking.id = connection.execute(_INSERT, row).scalar_one()
        count(connection, slot, 1)
    # The session knows it as if it had written it itself, which takes five times as long.
    make_transient_to_detached(booking)
    session.add(booking)
    return booking


def lowest_free(connection: Connection, slot: Slot) -> int:
    """The number of the first seat that nobody has. Raises `OkienkoError` ``places-full``."""
    if slot.taken == 0:
        return 1
    held = set(connection.execute(_HELD, {"slot": slot.id}).scalars())
    for seat in range(1, slot.seats + 1):
        if seat not in held:
            return seat
    raise OkienkoError("places-full")


def count(connection: Connection, slot: Slot, more: int) -> None:
    """So many seats more (or fewer) have a live booking now."""
    connection.execute(_COUNT, {"slot": slot.id, "more": more})
    set_committed_value(slot, "taken", slot.taken + more)


@contextmanager
def refusals(slot: Slot) -> Iterator[None]:
    """What the database itself refuses, in the words of the checks before it."""
    starts_at = slot.starts_at
    try:
        yield
    except IntegrityError as error:
        said = str(error.orig)
        if "ex_booking_attendee" in said:
            raise ahead.warning("other", None, starts_at) from None
        if "seat_no" in said or "ck_slot_taken" in said:
            raise OkienkoError("places-full") from None
        raise OkienkoError("places-try-again") from None


_HELD: Final = select(col(Booking.seat_no)).where(
    col(Booking.slot_id) == bindparam("slot"), col(Booking.seat_no).is_not(None)
)
_COLUMNS: Final = [name for name in Booking.model_fields if name != "id"]
_INSERT: Final = insert(Booking).returning(col(Booking.id))
_COUNT: Final = update(Slot).where(col(Slot.id) == bindparam("slot")).values(taken=col(Slot.taken) + bindparam("more"))
