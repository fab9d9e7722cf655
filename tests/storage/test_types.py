"""Moments in time survive both databases."""

from datetime import UTC, datetime

import pytest
from sqlalchemy.exc import StatementError
from sqlmodel import select

from bot.clock import WARSAW
from bot.storage import Database
from bot.storage.tables import Account


async def test_a_moment_comes_back_as_the_same_moment_in_utc(any_database: Database) -> None:
    # 02:30 happens twice that night; fold 1 is the second time, in winter time.
    ambiguous = datetime(2026, 10, 25, 2, 30, 0, 123456, tzinfo=WARSAW, fold=1)
    async with any_database.transaction() as session:
        session.add(Account(created_at=ambiguous))
    async with any_database.session() as session:
        read = (await session.exec(select(Account))).one()
    assert read.created_at == datetime(2026, 10, 25, 1, 30, 0, 123456, tzinfo=UTC)
    assert read.created_at.tzinfo is UTC
    assert read.notice_seen_at is None


async def test_moments_are_compared_and_sorted_as_moments(any_database: Database) -> None:
    early, late = datetime(2026, 11, 23, 9, 30, tzinfo=WARSAW), datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
    async with any_database.transaction() as session:
        session.add_all([Account(created_at=late), Account(created_at=early)])
    async with any_database.session() as session:
        in_order = (await session.exec(select(Account.created_at).order_by(Account.created_at))).all()  # type: ignore[arg-type]
        after = (await session.exec(select(Account.created_at).where(Account.created_at > early))).all()
    assert list(in_order) == [early, late]
    assert list(after) == [late]


async def test_a_naive_moment_is_refused(any_database: Database) -> None:
    async with any_database.session() as session:
        with pytest.raises(StatementError, match="naive datetime"):
            await session.exec(select(Account).where(Account.created_at == datetime(2026, 11, 23, 9, 0)))  # noqa: DTZ001
