"""How much one person may write in a short time. In memory: who floods is not written down."""

from collections import deque
from datetime import datetime, timedelta
from enum import Enum
from typing import Final

MOST: Final = 30
"""Messages in a `WINDOW`: an album of ten and a hurried conversation pass, a script does not."""
WINDOW: Final = timedelta(minutes=1)
_KNOWN: Final = 10_000
"""People who are remembered; then the quiet ones are forgotten."""


class Pace(Enum):
    """What to do with a message."""

    FINE = "fine"
    SAY_SO = "say so"
    """The first one too many: it gets a sentence."""
    SILENCE = "silence"


class Flood:
    """Counts each account's messages in a sliding window."""

    def __init__(self) -> None:
        self._seen: dict[int, deque[datetime]] = {}
        self._told: dict[int, datetime] = {}

    def pace(self, account_id: int, now: datetime) -> Pace:
        """Count a message. What is too much does not count, so a minute of silence is always enough."""
        if len(self._seen) > _KNOWN:
            self._seen = {one: times for one, times in self._seen.items() if times and times[-1] > now - WINDOW}
            self._told = {one: at for one, at in self._told.items() if at > now - WINDOW}
        times = self._seen.setdefault(account_id, deque())
        while times and times[0] <= now - WINDOW:
            times.popleft()
        if len(times) < MOST:
            times.append(now)
            return Pace.FINE
        told = self._told.get(account_id)
        if told is not None and told > now - WINDOW:
            return Pace.SILENCE
        self._told[account_id] = now
        return Pace.SAY_SO
