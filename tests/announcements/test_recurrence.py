"""Repeating moments on Polish clocks."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time
from itertools import islice
from typing import Any

import pytest

from bot.announcements.recurrence import instant, is_day_off, moments
from bot.announcements.rule import DaysOff, Rule

LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
FIVE = time(17)


def local_days(rule: Rule, start: date, many: int, **more: Any) -> list[str]:
    ruled = replace(rule, days_off=more.pop("days_off", DaysOff.KEEP))
    found: Iterator[datetime] = moments(ruled, start, FIVE, after=LONG_AGO, **more)
    return [f"{moment.day}.{moment.month}." for moment in islice(found, many)]


def test_the_hour_stays_on_the_wall_over_both_changes_of_the_clock() -> None:
    weekly = Rule("week", weekdays=(3,))
    spring = list(islice(moments(weekly, date(2027, 3, 25), FIVE, after=LONG_AGO), 2))
    assert spring == [datetime(2027, 3, 25, 16, tzinfo=UTC), datetime(2027, 4, 1, 15, tzinfo=UTC)]
    autumn = list(islice(moments(weekly, date(2027, 10, 28), FIVE, after=LONG_AGO), 2))
    assert autumn == [datetime(2027, 10, 28, 15, tzinfo=UTC), datetime(2027, 11, 4, 16, tzinfo=UTC)]


@pytest.mark.parametrize(
    ("day", "at", "expected"),
    [
        (date(2027, 3, 28), time(2, 30), datetime(2027, 3, 28, 1, 30, tzinfo=UTC)),  # does not exist: 03:30
        (date(2027, 3, 28), time(1, 59), datetime(2027, 3, 28, 0, 59, tzinfo=UTC)),
        (date(2027, 10, 31), time(2, 30), datetime(2027, 10, 31, 0, 30, tzinfo=UTC)),  # the first of two
        (date(2027, 10, 31), time(3, 0), datetime(2027, 10, 31, 2, 0, tzinfo=UTC)),
    ],
)
def test_hours_of_the_two_nights(day: date, at: time, expected: datetime) -> None:
    assert instant(day, at) == expected


def test_a_daily_moment_in_the_skipped_hour_comes_every_day_once() -> None:
    every_day = Rule("week", weekdays=(0, 1, 2, 3, 4, 5, 6))
    found = list(islice(moments(every_day, date(2027, 3, 27), time(2, 30), after=LONG_AGO), 3))
    assert [moment.day for moment in found] == [27, 28, 29]


def test_on_days_off_it_is_kept_left_out_or_moved() -> None:
    thursdays = Rule("week", weekdays=(3,))
    start = date(2026, 12, 17)  # then Christmas Eve, New Year's Eve
    assert local_days(thursdays, start, 3) == ["17.12.", "24.12.", "31.12."]
    assert local_days(thursdays, start, 3, days_off=DaysOff.SKIP) == ["17.12.", "31.12.", "7.1."]
    # The 25th, 26th are holidays, the 27th is a Sunday.
    assert local_days(thursdays, start, 3, days_off=DaysOff.NEXT_WORKING_DAY) == ["17.12.", "28.12.", "31.12."]
    closed = {date(2026, 12, 28), date(2026, 12, 29)}
    moved = local_days(thursdays, start, 2, days_off=DaysOff.NEXT_WORKING_DAY, closed=closed)
    assert moved == ["17.12.", "30.12."]


def test_what_is_moved_meets_the_next_one_only_once_and_never_passes_the_end() -> None:
    every_day = Rule("week", weekdays=(0, 1, 2, 3, 4, 5, 6))
    start = date(2026, 11, 27)  # a Friday
    assert local_days(every_day, start, 3, days_off=DaysOff.NEXT_WORKING_DAY) == ["27.11.", "30.11.", "1.12."]
    sunday = Rule("week", weekdays=(6,))
    more: dict[str, Any] = {"until": date(2026, 12, 6), "days_off": DaysOff.NEXT_WORKING_DAY}
    assert local_days(sunday, start, 9, **more) == ["30.11."]


def test_only_what_is_still_to_come() -> None:
    found = moments(
        Rule("month", nth=1, weekdays=(1,)),
        date(2026, 1, 1),
        FIVE,
        after=datetime(2026, 12, 1, 16, tzinfo=UTC),
        until=date(2027, 3, 1),
    )
    assert [str(moment.date()) for moment in found] == ["2027-01-05", "2027-02-02"]


@pytest.mark.parametrize(
    ("day", "off"),
    [
        (date(2026, 12, 24), True),
        (date(2026, 11, 11), True),
        (date(2027, 3, 29), True),  # Easter Monday
        (date(2026, 11, 28), True),
        (date(2026, 11, 27), False),
        (date(2026, 12, 31), False),
    ],
)
def test_days_off(day: date, off: bool) -> None:
    assert is_day_off(day) is off
