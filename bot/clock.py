"""The one source of "now". Everything that asks the time takes a clock, so tests never sleep."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

WARSAW = ZoneInfo("Europe/Warsaw")
"""The wall clock of every centre: all four lie in Poland."""

Clock = Callable[[], datetime]
"""Gives the present moment as an aware datetime in UTC."""


def system_clock() -> datetime:
    """The machine's time, aware, in UTC."""
    return datetime.now(UTC)


class SteppedClock:
    """A clock that moves only when told: for tests and rehearsals.

    >>> clock = SteppedClock(datetime(2026, 11, 23, 7, 30, tzinfo=UTC))
    >>> clock.forward(minutes=5).minute
    35
    """

    def __init__(self, start: datetime) -> None:
        if start.tzinfo is None:
            raise ValueError("a clock needs an aware datetime")
        self.now = start.astimezone(UTC)

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **delta: float) -> datetime:
        """Move on by a ``timedelta``'s arguments and return the new moment."""
        self.now += timedelta(**delta)
        return self.now
