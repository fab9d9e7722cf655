"""What may become of an owed message, and what one try to send it may bring."""

from dataclasses import dataclass, field
from enum import Enum, IntEnum, StrEnum, auto


class Priority(IntEnum):
    """Who goes first. Only `LIVE` and `URGENT` pass quiet hours by themselves."""

    LIVE = 0
    """An answer to what somebody has just done."""
    URGENT = 1
    """Cancelled because of the weather, a changed place today."""
    PERSONAL = 2
    """A reminder of one's own appointment."""
    BULK = 3
    """An announcement."""


class State(StrEnum):
    """Where an owed message stands. The last five are final."""

    WAITING = "waiting"
    """For its moment, its turn, or (``retry_at``) the next try."""
    CLAIMED = "claimed"
    """A process is sending it now, or died doing so."""
    DELIVERED = "delivered"
    """``migrated_from`` tells that it went to the group's new number."""
    GONE = "gone"
    """Nobody is there: blocked, deactivated, the bot was removed, no such chat."""
    UNCERTAIN = "uncertain"
    """It may have arrived or not: the line broke after the request could have left. Never sent again."""
    DROPPED = "dropped"
    """Not sent on purpose; ``reason`` says why."""
    EXPIRED = "expired"
    """Its use was over before it could be sent."""


FINAL = frozenset(State) - {State.WAITING, State.CLAIMED}


class Result(Enum):
    """What one try brought."""

    DELIVERED = auto()
    UNSENT = auto()
    """It surely did not leave: refused connection, connect or pool time-out."""
    TOO_MANY = auto()
    """429: surely not sent; wait ``seconds``."""
    UNCERTAIN = auto()
    GONE = auto()
    MIGRATED = auto()
    """The group is a supergroup now, with the number ``new_chat_id``."""
    REFUSED = auto()
    """The messenger will never take it; ``reason`` is a short code of ours."""
    BAD_TOKEN = auto()
    """Nothing can be sent with this token."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One try's result and what belongs to it."""

    result: Result
    reason: str | None = None
    seconds: float = 0.0
    new_chat_id: int | None = None
    message_ids: list[int] = field(default_factory=list)
