"""Open now or when next, as the clock on the wall says."""

from datetime import UTC, date, datetime, time

import pytest

from bot.catalogue.hours import Opening, is_public_holiday, opening
from bot.catalogue.model import Schedule
from bot.clock import WARSAW

WEEK = ("MO", "TU", "WE", "TH", "FR")


def hours(opens: str, closes: str, days: tuple[str, ...] = WEEK, **more: object) -> Schedule:
    return Schedule.model_validate({"byday": days, "opens_at": opens, "closes_at": closes, **more})


OFFICE = hours("7:30", "15:30")


def at(text: str, *, fold: int = 0) -> datetime:
    """What the wall clock shows, as the aware UTC that the program has."""
    return datetime.fromisoformat(text).replace(tzinfo=WARSAW, fold=fold).astimezone(UTC)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-11-23 07:29", (False, "2026-11-23", "07:30")),
        ("2026-11-23 07:30", (True, "2026-11-23", "15:30")),
        ("2026-11-23 15:29:59", (True, "2026-11-23", "15:30")),
        ("2026-11-23 15:30", (False, "2026-11-24", "07:30")),
        ("2026-11-27 18:00", (False, "2026-11-30", "07:30")),  # Friday evening
        ("2026-11-10 20:00", (False, "2026-11-12", "07:30")),  # 11 November is a Wednesday
        ("2026-12-23 20:00", (False, "2026-12-28", "07:30")),  # Christmas Eve (a Thursday) to Sunday
        ("2026-12-24 10:00", (False, "2026-12-28", "07:30")),
        ("2024-12-24 10:00", (True, "2024-12-24", "15:30")),  # not a day off before 2025
        ("2026-04-03 16:00", (False, "2026-04-07", "07:30")),  # Easter Monday
        ("2026-06-03 16:00", (False, "2026-06-05", "07:30")),  # Corpus Christi, a Thursday
        ("2026-12-31 16:00", (False, "2027-01-04", "07:30")),  # over the year's end
        ("2026-07-01 05:29:59", (False, "2026-07-01", "07:30")),  # summer time
    ],
)
def test_an_office(now: str, expected: tuple[bool, str, str]) -> None:
    is_open, day, hour = expected
    found = opening([OFFICE], (), at(now))
    assert found == Opening(is_open, date.fromisoformat(day), time.fromisoformat(hour), example=False)


def test_summer_time_counts_by_the_wall_clock() -> None:
    assert opening([OFFICE], (), datetime(2026, 7, 1, 5, 30, tzinfo=UTC)) == Opening(
        True, date(2026, 7, 1), time(15, 30), False
    )
    assert opening([OFFICE], (), datetime(2026, 1, 14, 5, 30, tzinfo=UTC)) == Opening(
        False, date(2026, 1, 14), time(7, 30), False
    )


def test_the_night_when_the_clock_goes_forward() -> None:
    """29 March 2026: after 1:59 comes 3:00."""
    night = hours("22:00", "23:59", ("SA",)), hours("0:00", "4:00", ("SU",))
    still = Opening(True, date(2026, 3, 29), time(4), False)
    assert opening(night, (), at("2026-03-28 22:30")) == still
    assert opening(night, (), at("2026-03-29 01:59")) == still
    assert opening(night, (), datetime(2026, 3, 29, 1, 59, tzinfo=UTC)) == still  # 3:59, one hour after 1:59
    assert opening(night, (), datetime(2026, 3, 29, 2, 0, tzinfo=UTC)) == Opening(
        False, date(2026, 4, 4), time(22), False
    )


def test_the_night_when_the_clock_goes_back() -> None:
    """25 October 2026: 2:00 to 2:59 comes twice."""
    night = hours("1:00", "3:00", ("SU",))
    for fold in (0, 1):
        assert opening([night], (), at("2026-10-25 02:59", fold=fold)) == Opening(
            True, date(2026, 10, 25), time(3), False
        )
    assert opening([night], (), datetime(2026, 10, 25, 2, 0, tzinfo=UTC)).is_open is False  # type: ignore[union-attr]


def test_the_centre_s_own_closing_days() -> None:
    bridge = (date(2026, 6, 5),)
    assert opening([OFFICE], bridge, at("2026-06-03 16:00")) == Opening(False, date(2026, 6, 8), time(7, 30), False)


def test_hours_that_touch_are_one_and_a_break_is_a_break() -> None:
    halves = hours("12:00", "16:00"), hours("8:00", "12:00")
    assert opening(halves, (), at("2026-11-23 09:00")) == Opening(True, date(2026, 11, 23), time(16), False)
    lunch = hours("13:00", "16:00"), hours("8:00", "12:00")
    assert opening(lunch, (), at("2026-11-23 12:30")) == Opening(False, date(2026, 11, 23), time(13), False)


def test_hours_hold_from_a_day_to_a_day() -> None:
    summer = hours("8:00", "12:00", valid_from="2026-07-01", valid_to="2026-08-31")
    assert opening([summer], (), at("2026-06-30 10:00")) == Opening(False, date(2026, 7, 1), time(8), False)
    assert opening([summer], (), at("2026-08-31 11:00")) == Opening(True, date(2026, 8, 31), time(12), False)
    assert opening([summer], (), at("2026-08-31 12:00")) is None


def test_unknown_stays_unknown() -> None:
    assert opening([], (), at("2026-11-23 10:00")) is None
    far = hours("8:00", "12:00", valid_from="2027-11-01")
    assert opening([far], (), at("2026-11-23 10:00")) is None


def test_round_the_clock_never_closes_not_even_at_christmas() -> None:
    shelter = hours("0:00", "23:59", (*WEEK, "SA", "SU"))
    for now in ("2026-12-25 03:00", "2026-11-23 23:59:30"):
        assert opening([shelter], (), at(now)) == Opening(True, None, None, False)


def test_hours_of_the_stage_are_marked() -> None:
    found = opening([hours("7:30", "15:30", example=True)], (), at("2026-11-23 10:00"))
    assert found is not None
    assert found.example


def test_the_list_of_public_holidays() -> None:
    """Ustawa o dniach wolnych od pracy, art. 1: fourteen days, without other Sundays."""
    days = [date(2026, month, day) for month in range(1, 13) for day in range(1, 29)]
    assert is_public_holiday(date(2026, 12, 24))
    assert not is_public_holiday(date(2024, 12, 24))
    assert not is_public_holiday(date(2026, 5, 2))
    assert sum(is_public_holiday(day) for day in days) == 14
