"""Local days and months of the centres: where they begin and end, as moments."""

from datetime import UTC, date, datetime, time, timedelta

from bot.clock import WARSAW
from bot.places.wording import local_day


def day_begins(day: date) -> datetime:
    """The first moment of a local day, in UTC."""
    return datetime.combine(day, time(), WARSAW).astimezone(UTC)


def day_ends(day: date) -> datetime:
    """The first moment after a local day, in UTC; 23 or 25 hours on where the clocks change."""
    return day_begins(day + timedelta(days=1))


def first_of_month(at: datetime) -> date:
    """The first day of a moment's month on Polish clocks."""
    return local_day(at).replace(day=1)
