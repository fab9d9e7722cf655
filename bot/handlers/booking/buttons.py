"""What the buttons around bookings carry. Prefixes are never reused (`handlers.buttons`).

Nobody's name or story is in them; a topic is, until the booking is made, in the person's own chat only.
``code`` is filled for who came with a booking's code instead of the account that made it.
"""

from aiogram.filters.callback_data import CallbackData

from bot.places.booking_kinds import CANCEL, CONFIRM, INSTEAD, MOVE

NOT_ASKED = -1
ANYONE = 0
NO_TOPIC = "-"
"""Asked, and not said."""


class BeginBooking(CallbackData, prefix="b", sep="|"):
    """Book a time; ``service`` is the card's id, empty for any of the centre's."""

    service: str = ""


class ChooseTime(CallbackData, prefix="bd"):
    """As far as somebody has chosen. Empty: not asked yet.

    ``service`` is a mark (`mark_of`), ``who`` the adviser's number, `ANYONE` or `NOT_ASKED`, ``day`` a local
    one like 261126, ``page`` the days' from 0; ``move`` is the booking for which another time is looked for.
    """

    service: str = ""
    topic: str = ""
    who: int = NOT_ASKED
    day: str = ""
    page: int = 0
    move: int = 0
    code: str = ""


class ChooseHour(CallbackData, prefix="bh"):
    """A free slot; next is for whom. ``who`` leads back to the same adviser."""

    slot: int
    topic: str = ""
    who: int = ANYONE


class ChooseWhom(CallbackData, prefix="bw"):
    """For whom; next everything is read back."""

    slot: int
    topic: str
    relation: str
    number: int = 1
    who: int = ANYONE


class BookNow(CallbackData, prefix="by"):
    """Yes, book it; ``beside``: although there is something else at that time."""

    slot: int
    topic: str
    relation: str
    number: int = 1
    beside: bool = False


class OpenBookings(CallbackData, prefix="bl"):
    """What this account has booked."""


class OpenBooking(CallbackData, prefix="bo"):
    """One booking as it stands."""

    id: int
    code: str = ""


class ConfirmBooking(CallbackData, prefix=CONFIRM):
    """I will be there."""

    id: int
    code: str = ""


class MoveBooking(CallbackData, prefix=MOVE):
    """Look for another time."""

    id: int
    code: str = ""


class MoveHere(CallbackData, prefix="bv"):
    """Another hour was chosen; it is read back before it is done."""

    id: int
    slot: int
    code: str = ""


class MoveNow(CallbackData, prefix=INSTEAD):
    """Yes, move it there; also offered by the centre for what it called off."""

    id: int
    slot: int
    code: str = ""


class MoveBeside(CallbackData, prefix="bb"):
    """Move it there although there is something else at that time."""

    id: int
    slot: int
    code: str = ""


class CancelBooking(CallbackData, prefix=CANCEL):
    """Asked first, then, ``sure``, done."""

    id: int
    sure: bool = False
    code: str = ""


class BookingForCalendar(CallbackData, prefix="bi"):
    """The booking as a file for one's calendar."""

    id: int
    code: str = ""
