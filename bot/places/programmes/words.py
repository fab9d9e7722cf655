"""What programmes and those who want to join them can be."""

from enum import StrEnum
from typing import Final

DOOR: Final = "programme"
"""What the slot of a meeting asks for (`bot.places.slots.Rules.door`)."""


class WayIn(StrEnum):
    """How somebody joins."""

    OPEN = "open"
    """First come, until it has begun; then the keeper says yes."""
    TALK = "talk"
    """A first talk, then the keeper's yes or no."""
    INVITATION = "invitation"
    """By the keeper's link alone."""


class State(StrEnum):
    """How far a programme is."""

    DRAFT = "draft"
    GATHERING = "gathering"
    RUNNING = "running"
    ENDED = "ended"
    OFF = "off"


class Standing(StrEnum):
    """How far somebody is in a programme."""

    INTERESTED = "interested"
    OFFERED = "offered"
    """A first talk was offered, with an hour."""
    TALKED = "talked"
    """There was, or will be, a talk; the keeper's answer comes next."""
    INVITED = "invited"
    """A place is kept; a tap books all meetings."""
    IN = "in"
    LEFT = "left"
    DECLINED = "declined"


LIVE: Final = (State.GATHERING.value, State.RUNNING.value)
HOLDING: Final = (Standing.INVITED.value, Standing.IN.value)
"""Who has a place."""
WAITING: Final = (Standing.INTERESTED.value, Standing.OFFERED.value, Standing.TALKED.value)
LONGEST_LABEL: Final = 20
