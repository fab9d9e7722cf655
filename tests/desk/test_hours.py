"""The desk's hours: true on Fridays, holidays, closing days and in both nights in which the clocks change."""

from datetime import UTC, date, datetime, time

import pytest

from bot.catalogue import loading
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.model import Schedule
from bot.clock import WARSAW
from bot.desk import hours
from bot.desk.hours import DeskHours
from bot.settings import Settings
from bot.storage import Database
from bot.storage.tables import ClosingDay
from tests.desk.office import HOURS, closed_on


def at(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=WARSAW)


def test_friday_a_minute_before_closing() -> None:
    friday = at(2026, 11, 27, 15, 29)
    assert HOURS.open_at(friday)
    assert HOURS.closing(friday) == at(2026, 11, 27, 15, 30)
    assert not HOURS.open_at(at(2026, 11, 27, 15, 30))
    assert HOURS.next_opening(friday) == at(2026, 11, 30, 7, 30)


@pytest.mark.parametrize(
    ("moment", "opens"),
    [
        (at(2026, 12, 24, 8), at(2026, 12, 28, 7, 30)),  # Christmas Eve is free since 2025; then a Sunday
        (at(2026, 11, 10, 16), at(2026, 11, 12, 7, 30)),  # Independence Day
        (at(2026, 11, 28, 12), at(2026, 11, 30, 7, 30)),  # a Saturday
    ],
)
def test_holidays_are_known(moment: datetime, opens: datetime) -> None:
    assert not HOURS.open_at(moment)
    assert HOURS.next_opening(moment) == opens


def test_a_closing_day_counts() -> None:
    closed = closed_on(date(2026, 11, 30))
    assert closed.next_opening(at(2026, 11, 28)) == at(2026, 12, 1, 7, 30)
    assert closed.opening_of(date(2026, 11, 30)) is None


def test_minutes_are_those_in_which_it_is_open() -> None:
    asked = at(2026, 11, 27, 15, 25)
    assert HOURS.minutes_between(asked, at(2026, 11, 29, 12)) == 5
    assert HOURS.minutes_between(asked, at(2026, 11, 30, 7, 55)) == 30
    assert HOURS.after(asked, 30) == at(2026, 11, 30, 7, 55)
    assert HOURS.after(asked, 5) == at(2026, 11, 27, 15, 30)


@pytest.mark.parametrize(("day", "minutes"), [(date(2026, 10, 25), 25 * 60), (date(2027, 3, 28), 23 * 60)])
def test_a_night_in_which_the_clocks_change_has_its_true_length(day: date, minutes: int) -> None:
    always = DeskHours(
        (Schedule(byday=("MO", "TU", "WE", "TH", "FR", "SA", "SU"), opens_at=time(0), closes_at=time(23, 59)),)
    )
    start = datetime.combine(day, time(), WARSAW).astimezone(UTC)
    end = datetime.combine(date.fromordinal(day.toordinal() + 1), time(), WARSAW).astimezone(UTC)
    assert always.minutes_between(start, end) == minutes


async def test_a_centre_that_told_no_hours_has_none_told(any_database: Database) -> None:
    catalogue = loading.load(Settings(_env_file=None).data_dir)  # type: ignore[call-arg]
    assert isinstance(catalogue, Catalogue)
    async with any_database.transaction() as session:
        session.add(ClosingDay(centre="starachowice", day=date(2026, 12, 1), reason=""))
    async with any_database.session() as session:
        found = await hours.of_centre(session, catalogue, "starachowice")
    assert not found.known
    assert not found.open_at(at(2026, 12, 1, 10))
