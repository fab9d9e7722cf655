"""What becomes of a booking."""

from enum import StrEnum
from typing import Final


class BookingState(StrEnum):
    """The states of a booking. A move keeps the row, its code and its UID: it is booked again, elsewhere."""

    OFFERED = "offered"
    """Held for who is first in the line, until they answer (`bot.places.waiting`): nobody is coming yet."""
    BOOKED = "booked"
    CONFIRMED = "confirmed"
    CANCELLED = "cancelled"
    CALLED_OFF = "called-off"
    """The slot was withdrawn; another one may be taken with the same code."""
    CAME = "came"
    MISSED = "missed"


LIVE: Final = (BookingState.BOOKED.value, BookingState.CONFIRMED.value)
"""Those who are waited for. Who came or missed it keeps the seat, too, but has nothing left to change."""
