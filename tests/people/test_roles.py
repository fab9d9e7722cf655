"""Roles are read once in a transaction, and never from an earlier one."""

import pytest
from sqlalchemy import event

from bot.clock import SteppedClock
from bot.people.accounts import create_actor
from bot.people.roles import grant, is_organiser, revoke, roles_in
from bot.storage import Database
from bot.storage.tables import Role


@pytest.fixture
async def account(any_database: Database, clock: SteppedClock) -> int:
    async with any_database.transaction() as session:
        return (await create_actor(session, clock(), "telegram", 7, "pl")).account_id


async def test_they_are_read_once_in_a_transaction(any_database: Database, account: int) -> None:
    asked: list[str] = []
    event.listen(
        any_database.engine.sync_engine, "before_cursor_execute", lambda *given: asked.append(given[2]), named=False
    )
    async with any_database.session() as session:
        for _ in range(12):
            assert await roles_in(session, account, "koszalin") == set()
            assert not await is_organiser(session, account, "koszalin")
    assert sum("grant" in statement.lower() for statement in asked) == 1


async def test_a_change_is_seen_at_once_and_in_its_centre_only(
    any_database: Database, clock: SteppedClock, account: int
) -> None:
    async with any_database.transaction() as session:
        assert not await is_organiser(session, account, "koszalin")
        assert await grant(session, clock(), account, "koszalin", Role.ORGANISER)
        assert await is_organiser(session, account, "koszalin")
        assert not await is_organiser(session, account, "kozienice")
        assert await revoke(session, account, "koszalin", Role.ORGANISER)
        assert not await is_organiser(session, account, "koszalin")


async def test_the_next_transaction_looks_again(any_database: Database, clock: SteppedClock, account: int) -> None:
    """Also in the same session, and also when somebody else took the role away."""
    async with any_database.transaction() as session:
        await grant(session, clock(), account, "koszalin", Role.ORGANISER)
    async with any_database.session() as session:
        assert await is_organiser(session, account, "koszalin")
        await session.rollback()
        async with any_database.transaction() as other:
            await revoke(other, account, "koszalin", Role.ORGANISER)
        assert not await is_organiser(session, account, "koszalin")


async def test_nobody_changes_them_by_what_was_handed_out(any_database: Database, account: int) -> None:
    async with any_database.session() as session:
        (await roles_in(session, account, "koszalin")).add(Role.ORGANISER)
        assert not await is_organiser(session, account, "koszalin")
