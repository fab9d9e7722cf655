"""Quiet hours on Polish clocks, in ordinary nights and in the two of the year that are not."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.clock import WARSAW
from bot.outbox.quiet import allowed_moment, is_quiet


def local(*parts: int, fold: int = 0) -> datetime:
    return datetime(*parts, tzinfo=WARSAW, fold=fold)  # type: ignore[arg-type,misc]


NOON = local(2026, 11, 23, 12).astimezone(UTC)


@pytest.mark.parametrize(
    ("hour", "minute", "quiet"),
    [(20, 59, False), (21, 0, True), (0, 0, True), (7, 59, True), (8, 0, False), (12, 0, False)],
)
def test_when_it_is_quiet(hour: int, minute: int, quiet: bool) -> None:
    assert is_quiet(local(2026, 11, 23, hour, minute).astimezone(UTC)) is quiet


@pytest.mark.parametrize(
    ("wanted", "sent"),
    [
        (local(2026, 11, 23, 17), local(2026, 11, 23, 17)),
        (local(2026, 11, 23, 20, 59), local(2026, 11, 23, 20, 59)),
        (local(2026, 11, 23, 21), local(2026, 11, 23, 20, 30)),
        (local(2026, 11, 24, 3), local(2026, 11, 23, 20, 30)),
        (local(2026, 11, 24, 7, 59), local(2026, 11, 23, 20, 30)),
        (local(2026, 11, 24, 8), local(2026, 11, 24, 8)),
        # Spring: 02:00 to 03:00 does not exist; autumn: it comes twice.
        (local(2027, 3, 28, 2, 30), local(2027, 3, 27, 20, 30)),
        (local(2027, 3, 28, 6), local(2027, 3, 27, 20, 30)),
        (local(2027, 3, 28, 8), local(2027, 3, 28, 8)),
        (local(2027, 10, 31, 2, 30), local(2027, 10, 30, 20, 30)),
        (local(2027, 10, 31, 2, 30, fold=1), local(2027, 10, 30, 20, 30)),
        (local(2027, 10, 31, 22), local(2027, 10, 31, 20, 30)),
        (local(2026, 11, 23, 9), NOON),  # past: now
    ],
)
def test_where_a_moment_goes(wanted: datetime, sent: datetime) -> None:
    assert allowed_moment(wanted.astimezone(UTC), NOON) == sent.astimezone(UTC)


@pytest.mark.parametrize(
    ("now", "sent"),
    [
        (local(2026, 11, 23, 20, 45), local(2026, 11, 23, 20, 45)),
        (local(2026, 11, 23, 21, 30), local(2026, 11, 24, 8)),
        (local(2026, 11, 24, 1), local(2026, 11, 24, 8)),
        (local(2027, 3, 28, 1, 30), local(2027, 3, 28, 8)),
        (local(2027, 10, 31, 2, 30, fold=1), local(2027, 10, 31, 8)),
    ],
)
def test_when_the_evening_is_over_the_morning_comes(now: datetime, sent: datetime) -> None:
    wanted = max(now, local(2026, 11, 23, 23))
    assert allowed_moment(wanted.astimezone(UTC), now.astimezone(UTC)) == sent.astimezone(UTC)


def test_the_nights_of_the_clock_change_are_an_hour_shorter_and_longer() -> None:
    for evening, hours in ((local(2027, 3, 27, 22), 9), (local(2027, 10, 30, 22), 11), (local(2026, 11, 23, 22), 10)):
        begins = evening.astimezone(UTC)
        morning = allowed_moment(begins, begins)
        assert morning is not None
        assert morning - begins == timedelta(hours=hours)


def test_never_when_it_is_of_no_use() -> None:
    night = local(2026, 11, 23, 23).astimezone(UTC)
    assert allowed_moment(night, NOON, earliest_useful=night - timedelta(hours=2)) is None
    assert allowed_moment(night, NOON, earliest_useful=night - timedelta(hours=3)) is not None
    assert allowed_moment(night, night, expires_at=local(2026, 11, 24, 8)) is None
    assert allowed_moment(night, night, expires_at=local(2026, 11, 24, 8, 1)) is not None
    assert allowed_moment(NOON, NOON, expires_at=NOON) is None
