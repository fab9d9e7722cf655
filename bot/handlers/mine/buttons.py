"""What the buttons around one's own calendar carry. Prefixes are never reused (`handlers.buttons`)."""

from aiogram.filters.callback_data import CallbackData


class MorePages(CallbackData, prefix="mm"):
    """What else is booked; the first page is `OpenBookings`."""

    page: int


class OpenCalendar(CallbackData, prefix="mk"):
    """The private calendar: what it is, and whether there is one."""


class RenewCalendar(CallbackData, prefix="mr"):
    """A new link; the old one stops working."""


class EndCalendar(CallbackData, prefix="me"):
    """No link any more."""
