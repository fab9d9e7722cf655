"""From a day and an hour on Polish clocks to moments, in both nights in which the clocks change too."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from bot.clock import WARSAW
from bot.errors import OkienkoError


def local(moment: datetime) -> datetime:
    """A moment on Polish clocks."""
    return moment.astimezone(WARSAW)


def said(moment: datetime) -> dict[str, datetime | str]:
    """The values ``at`` (local) and ``hour`` of a text that names a moment."""
    wall = local(moment)
    return {"at": wall, "hour": f"{wall.hour}:{wall:%M}"}


def a_day(year: int, month: int, day: int) -> date:
    """A day of the calendar. Raises `OkienkoError` ``places-no-day`` for one that it has not (29 February 2027)."""
    try:
        return date(year, month, day)
    except ValueError:
        raise OkienkoError("places-no-day", day=day, month=month, year=str(year)) from None


def moment_of(day: date, hour: time) -> datetime:
    """The moment, in UTC, of an hour on the clocks of a local day; of an hour that comes twice, the first.

    Raises `OkienkoError` ``places-no-hour`` for one that is left out in March.
    """
    wall = datetime.combine(day, hour, WARSAW)
    moment = wall.astimezone(UTC)
    if moment.astimezone(WARSAW).replace(tzinfo=None) != wall.replace(tzinfo=None):
        raise OkienkoError("places-no-hour", day=day, hour=f"{hour:%H:%M}")
    return moment


def cut(
    day: date, opens_at: time, closes_at: time, step_minutes: int, buffer_minutes: int = 0
) -> Iterator[tuple[datetime, datetime]]:
    """The beginnings and ends of the slots of a duty, in UTC; what is left at the end is no slot.

    Real time: a duty over the night in October is an hour longer than its clock times. Raises
    `OkienkoError` as `moment_of` does.
    """
    starts, closes = moment_of(day, opens_at), moment_of(day, closes_at)
    length, pause = timedelta(minutes=step_minutes), timedelta(minutes=buffer_minutes)
    if length <= timedelta():
        raise ValueError("a slot needs a length")
    while starts + length <= closes:
        yield starts, starts + length
        starts += length + pause
