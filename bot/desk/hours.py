"""When a centre's desk is open, from what its card says: never a guess told to a resident.

The desk's own card wins over the centre's. Public holidays and the centre's closing days count. Where
no hours are known nothing is said of them; reminders of staff then go by usual office hours.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.catalogue.catalogue import Catalogue
from bot.catalogue.hours import LOOK_AHEAD, spans_between
from bot.catalogue.model import Schedule
from bot.clock import WARSAW
from bot.storage.tables import ClosingDay

USUAL: Final = (Schedule(byday=("MO", "TU", "WE", "TH", "FR"), opens_at=time(8), closes_at=time(15)),)
"""For reminders among staff where a centre has told no hours."""
_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class DeskHours:
    """A desk's hours. ``known`` False: they are only usual ones; ``example``: made up for the stage."""

    schedules: Sequence[Schedule]
    closing_days: Collection[date] = ()
    known: bool = True

    @property
    def example(self) -> bool:
        return any(schedule.example for schedule in self.schedules)

    def open_at(self, moment: datetime) -> bool:
        """Whether the desk is open at a moment (aware)."""
        return self.closing(moment) is not None

    def closing(self, moment: datetime) -> datetime | None:
        """When the desk that is open at a moment closes (UTC); None when it is closed."""
        return next((end for start, end in self._spans(moment, moment) if start <= moment < end), None)

    def next_opening(self, moment: datetime) -> datetime | None:
        """When the desk opens next after a moment (UTC); None when no such hour is known within two months."""
        return next((start for start, _ in self._spans(moment, moment + LOOK_AHEAD) if start > moment), None)

    def opening_of(self, day: date) -> datetime | None:
        """When the desk opens first on a local day (UTC)."""
        spans = spans_between(self.schedules, self.closing_days, day, day)
        return _instant(spans[0][0]) if spans else None

    def minutes_between(self, since: datetime, until: datetime) -> int:
        """Whole minutes in which the desk was open between two moments."""
        open_for = timedelta()
        for start, end in self._spans(since, until):
            open_for += max(min(end, until) - max(start, since), timedelta())
        return int(open_for.total_seconds() // 60)

    def after(self, since: datetime, minutes: int) -> datetime | None:
        """The moment (UTC) when the desk has been open for so many minutes since then; None beyond two months."""
        left = timedelta(minutes=minutes)
        for start, end in self._spans(since, since + LOOK_AHEAD):
            begins = max(start, since)
            if end - begins >= left:
                return begins + left
            left -= max(end - begins, timedelta())
        return None

    def _spans(self, since: datetime, until: datetime) -> list[tuple[datetime, datetime]]:
        first, last = since.astimezone(WARSAW).date() - _DAY, until.astimezone(WARSAW).date()
        spans = spans_between(self.schedules, self.closing_days, first, last)
        return [(_instant(start), _instant(end)) for start, end in spans]


async def of_centre(session: AsyncSession, catalogue: Catalogue, centre: str) -> DeskHours:
    """A centre's desk hours as its card says them today."""
    found = catalogue.centre(centre)
    closed = frozenset(await session.exec(select(col(ClosingDay.day)).where(col(ClosingDay.centre) == centre)))
    if found is None:
        return DeskHours(USUAL, closed, known=False)
    organization = found.organization
    desk = next((service for service in found.services if service.id == organization.desk), None)
    schedules = (desk.schedules if desk else ()) or organization.schedules
    closed |= frozenset(organization.closing_days)
    return DeskHours(schedules or USUAL, closed, known=bool(schedules))


def _instant(wall: datetime) -> datetime:
    return wall.replace(tzinfo=WARSAW).astimezone(UTC)
