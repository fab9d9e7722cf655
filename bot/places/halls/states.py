"""What becomes of a request, and of a recurring one; how far and how long rooms are given."""

from datetime import timedelta
from enum import StrEnum
from typing import Final

DOOR: Final = "hall"
"""Names this room to the engine (`bot.places.slots.Rules.door`)."""


class Answer(StrEnum):
    """What was said to a request."""

    ASKED = "asked"
    """The time is held until somebody answers."""
    YES = "yes"
    NO = "no"
    LATE = "late"
    """Nobody answered in time; the time is free again."""


class SeriesState(StrEnum):
    """What has become of a recurring use."""

    DRAFT = "draft"
    """Looked at by who asks; nothing is held."""
    WISH = "wish"
    """For next year's plan; nothing is held."""
    ASKED = "asked"
    YES = "yes"
    NO = "no"
    LATE = "late"
    ENDED = "ended"
    """Given back by the organisation."""


ANSWER_DAYS: Final = 3
"""Working days in which the keeper answers."""
ANSWER_HOUR: Final = 16
"""On Polish clocks; on the last of them, a request lapses then."""
FAR_ALONE: Final = timedelta(days=90)
FAR: Final = timedelta(days=400)
"""How far ahead an organisation, or the keeper, reserves."""
FAR_PLAN: Final = timedelta(days=730)
MOST_ALONE: Final = 6
"""Reservations ahead of somebody who speaks for no organisation."""
MOST_DAYS: Final = 160
"""Of one recurring use."""
STEP_MINUTES: Final = 15
SHORTEST: Final = timedelta(minutes=30)
LONGEST_PURPOSE: Final = 120
LONGEST_NAME: Final = 80
LONGEST_WHY: Final = 200
