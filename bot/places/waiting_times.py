"""How long an offer holds: visible, shorter near the beginning, nobody has to answer at night."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from bot.outbox.quiet import allowed_moment, is_quiet
from bot.storage.tables import Slot

LENGTHS: Final = (
    (timedelta(days=3), timedelta(hours=24)),
    (timedelta(days=1), timedelta(hours=4)),
    (timedelta(hours=6), timedelta(hours=1)),
)
"""More than so long before it can no longer be booked, so long to answer."""
SHORTEST: Final = timedelta(minutes=30)
USEFUL: Final = timedelta(minutes=20)
"""Who had less than this to answer would not have read it."""
MORNING: Final = timedelta(hours=1)
"""A night ends no offer: from eight in the morning there is so long to answer."""


@dataclass(frozen=True, slots=True)
class Terms:
    """When the message leaves, and until when it can be answered. Aware moments."""

    leaves_at: datetime
    deadline: datetime


def terms(now: datetime, slot: Slot) -> Terms | None:
    """For an offer that is made now; None where no time of use is left: then the place is everybody's.

    Counted from when the message may leave (not before eight in the morning), never over the beginning, nor
    over the moment until which the slot can be booked.
    """
    ends = min(slot.starts_at, slot.book_until)
    leaves_at = allowed_moment(now, now, expires_at=ends)
    if leaves_at is None or ends - leaves_at < USEFUL:
        return None
    left = ends - leaves_at
    length = next((length for far, length in LENGTHS if left > far), SHORTEST)
    deadline = leaves_at + length
    if is_quiet(deadline):
        morning = allowed_moment(deadline, deadline)
        assert morning is not None
        deadline = morning + MORNING
    return Terms(leaves_at, min(deadline, ends))
