"""Alarms come from the database, ring once, and forget nothing over a restart."""

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import col, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.clock import SteppedClock
from bot.desk.watch import Watch
from bot.scheduler import wakeups as module
from bot.scheduler.alarms import of_desk
from bot.scheduler.wakeups import Wakeup, Wakeups
from bot.storage import Database
from bot.storage.tables import Account


class Plan:
    """Accounts play planned things: made at their moment, done when they have a centre."""

    def __init__(self, database: Database, clock: SteppedClock) -> None:
        self.database, self.clock = database, clock
        self.rang = asyncio.Event()
        self.runs: list[int] = []
        self.broken = False

    async def add(self, moment: datetime) -> int:
        async with self.database.transaction() as session:
            row = Account(created_at=moment)
            session.add(row)
            await session.flush()
            assert row.id is not None
            return row.id

    async def due(self, session: AsyncSession, now: datetime) -> Iterable[tuple[int, datetime]]:
        rows = await session.exec(
            select(Account.id, Account.created_at).where(
                col(Account.centre).is_(None), col(Account.created_at) < now + timedelta(hours=2)
            )
        )
        return [(number, moment) for number, moment in rows.all() if number is not None]

    async def work(self, number: int) -> None:
        if self.broken:
            self.rang.set()
            raise RuntimeError
        async with self.database.transaction() as session:
            done = await session.exec(
                update(Account).where(col(Account.id) == number, col(Account.centre).is_(None)).values(centre="done")
            )
        if done.rowcount:
            self.runs.append(number)
        self.rang.set()

    @asynccontextmanager
    async def alarms(self) -> AsyncIterator[Wakeups]:
        alarms = Wakeups(self.database, self.clock, [Wakeup("plan", self.due, self.work)])
        await alarms.start()
        yield alarms
        await alarms.close()

    async def ring(self) -> None:
        async with asyncio.timeout(10):
            await self.rang.wait()
        self.rang.clear()


async def settled(alarms: Wakeups) -> None:
    async with asyncio.timeout(10):
        while alarms.ringing:  # noqa: ASYNC110 - a commit in a thread is not to be hooked into
            await asyncio.sleep(0.01)


@pytest.fixture
def plan(database: Database, clock: SteppedClock) -> Plan:
    return Plan(database, clock)


async def test_what_was_due_while_nobody_ran_is_done_at_the_start(plan: Plan, clock: SteppedClock) -> None:
    late = await plan.add(clock() - timedelta(days=1))
    async with plan.alarms() as alarms:
        await plan.ring()
        assert plan.runs == [late]
        await settled(alarms)
        await alarms.rebuild()
        assert alarms.alarms == {}


async def test_alarms_follow_the_database(plan: Plan, clock: SteppedClock) -> None:
    soon = await plan.add(clock() + timedelta(hours=1))
    await plan.add(clock() + timedelta(hours=3))
    async with plan.alarms() as alarms:
        ((name, moment),) = alarms.alarms.items()
        assert name == f"plan:{soon}"
        assert abs(moment - datetime.now(UTC) - timedelta(hours=1)) < timedelta(minutes=1)
        async with plan.database.transaction() as session:
            await session.exec(update(Account).where(col(Account.id) == soon).values(centre="called off"))
        clock.forward(hours=1, minutes=30)
        await alarms.rebuild()
        assert list(alarms.alarms) == [f"plan:{soon + 1}"]
        clock.forward(hours=2)
        await alarms.rebuild()
        await plan.ring()
    assert plan.runs == [soon + 1]


async def test_two_processes_are_woken_and_one_does_it(plan: Plan, clock: SteppedClock) -> None:
    numbers = [await plan.add(clock()) for _ in range(5)]
    async with plan.alarms(), plan.alarms():
        async with asyncio.timeout(10):
            while len(plan.runs) < 5:
                await plan.rang.wait()
                plan.rang.clear()
        await asyncio.sleep(0.05)
    assert sorted(plan.runs) == numbers


async def test_what_fails_rings_again_after_a_pause_that_grows(plan: Plan, clock: SteppedClock) -> None:
    number = await plan.add(clock())
    plan.broken = True
    async with plan.alarms() as alarms:
        for pause in (2, 4, 8):
            await plan.ring()
            await settled(alarms)
            await alarms.rebuild()
            (moment,) = alarms.alarms.values()
            assert timedelta(seconds=pause - 1) < moment - datetime.now(UTC) <= timedelta(seconds=pause)
            clock.forward(seconds=pause)
            plan.broken = pause < 8
            await alarms.rebuild()
        await plan.ring()
    assert plan.runs == [number]


async def test_what_is_confirmed_while_it_runs_is_noticed_without_being_told(plan: Plan, clock: SteppedClock) -> None:
    async with plan.alarms():
        number = await plan.add(clock())
        await plan.ring()
    assert plan.runs == [number]


async def test_alarms_tell_whether_they_live(plan: Plan, clock: SteppedClock, monkeypatch: pytest.MonkeyPatch) -> None:
    async with plan.alarms() as alarms:
        assert alarms.state == "ok"

        async def gone(_session: AsyncSession, _now: datetime) -> Iterable[tuple[int, datetime]]:
            raise OSError

        monkeypatch.setitem(alarms._wakeups, "plan", Wakeup("plan", gone, plan.work))
        clock.forward(minutes=1)
        assert alarms.state == "does not look"
        monkeypatch.undo()
        await alarms.rebuild()
        assert alarms.state == "ok"
    assert alarms.state == "ended"


def test_a_stalled_minute_loses_no_alarm() -> None:
    assert module.GRACE_SECONDS > 60 * module.REBUILD_SECONDS


async def test_what_bears_it_is_looked_for_seldom_and_never_rings_later(plan: Plan, clock: SteppedClock) -> None:
    looks = 0

    async def due(session: AsyncSession, now: datetime) -> Iterable[tuple[int, datetime]]:
        nonlocal looks
        looks += 1
        return await plan.due(session, now)

    soon = await plan.add(clock() + timedelta(seconds=1))
    alarms = Wakeups(plan.database, clock, [Wakeup("plan", due, plan.work, every=3600)])
    await alarms.start()
    for _ in range(20):
        await alarms.rebuild(seldom_too=False)
    assert looks == 1
    clock.forward(seconds=1)
    await alarms.rebuild(seldom_too=False)  # known of before: it rings at its moment, without another look
    await plan.ring()
    await settled(alarms)
    assert plan.runs == [soon]
    plan.rang.clear()
    await alarms.rebuild(seldom_too=False)
    assert alarms.alarms == {}, "what has rung is not taken for due until the next look"
    assert looks == 1
    await alarms.close()


async def test_an_idle_desk_asks_the_database_a_few_times_a_second() -> None:
    """Of the desk's six sorts of alarm, only files are looked for each second."""
    asked = {wakeup.name: 1 / wakeup.every for wakeup in of_desk(Watch.__new__(Watch))}
    assert sum(asked.values()) < 2
    assert asked["desk file"] == 1
