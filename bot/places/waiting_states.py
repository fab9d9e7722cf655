"""What becomes of somebody in a line, of an offer, and of a place that became free."""

from enum import StrEnum
from typing import Final


class Waits(StrEnum):
    """The states of a place in the line."""

    WAITING = "waiting"
    OFFERED = "offered"
    TAKEN = "taken"
    LEFT = "left"
    """They left it themselves, or did not answer twice in a row."""
    ENDED = "ended"
    """There is nothing left to wait for."""


IN_LINE: Final = (Waits.WAITING.value, Waits.OFFERED.value)


class Answer(StrEnum):
    """What can be said to an offer, or is taken as said."""

    TAKE = "take"
    PASS = "pass"
    """Not this time; the place in the line stays."""
    LEAVE = "leave"
    LAPSED = "lapsed"
    """Nobody answered in time."""
    GONE = "gone"
    """The slot was withdrawn."""


class Filled(StrEnum):
    """What became of a place that became free."""

    TAKEN = "taken"
    OPENED = "opened"
    """Nobody in the line can or wants to have it: everybody may book it."""
    STARTED = "started"
    GONE = "gone"
    """The slot was withdrawn."""
