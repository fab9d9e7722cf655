"""Any order of joining, leaving, skipping, inviting, calling off and waiting: no meeting over its seats, all or none.

After each step the database itself is asked; a small model knows who must be in.
"""

import asyncio
import shutil
from collections.abc import Callable, Coroutine
from datetime import timedelta
from pathlib import Path
from typing import Any, ClassVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from sqlalchemy import text
from sqlmodel import col, select

from bot.clock import SteppedClock
from bot.errors import OkienkoError
from bot.places.booking import Booker
from bot.places.programmes import joining, keeping, making, watch
from bot.places.programmes.words import WayIn
from bot.storage import Database
from bot.storage.tables import Programme, ProgrammeCandidate, ProgrammeMeeting, Slot
from tests.programmes.test_race import prepared
from tests.storage.postgres_server import PostgresServer

MOST, PEOPLE = 2, 5

_NEVER = {
    "a count that is not the seats held": """
        SELECT id FROM slot WHERE taken > seats OR taken <>
        (SELECT count(*) FROM booking WHERE slot_id = slot.id AND seat_no IS NOT NULL)""",
    "more places than there are": f"""
        SELECT programme_id FROM programme_candidate WHERE state IN ('in', 'invited')
        GROUP BY programme_id HAVING count(*) > {MOST}""",
    "a seat of somebody who is not in": """
        SELECT booking.id FROM booking JOIN programme_meeting m ON m.slot_id = booking.slot_id
        LEFT JOIN programme_candidate c ON c.programme_id = m.programme_id AND c.attendee_id = booking.attendee_id
        WHERE seat_no IS NOT NULL AND booking.state IN ('booked', 'confirmed') AND (c.id IS NULL OR c.state <> 'in')
        AND booking.starts_at > :now""",
    "a seat in a meeting that was called off": """
        SELECT booking.id FROM booking JOIN slot ON slot.id = slot_id
        WHERE withdrawn_at IS NOT NULL AND seat_no IS NOT NULL AND state IN ('booked', 'confirmed')""",
}


class Group(RuleBasedStateMachine):
    """One open programme of three meetings, its keeper, five people."""

    new_database: ClassVar[Callable[[], str]]

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner(loop_factory=asyncio.new_event_loop)
        self.skipped: set[tuple[int, int]] = set()

    @initialize(way_in=st.sampled_from([WayIn.OPEN, WayIn.TALK]))
    def settle(self, way_in: WayIn) -> None:
        from datetime import UTC, datetime

        self.clock = SteppedClock(datetime(2026, 11, 23, 9, tzinfo=UTC))
        self.database = Database(type(self).new_database())
        self.number, self.keeper, self.people = self.runner.run(
            prepared(self.database, self.clock, most=MOST, people=PEOPLE, way_in=way_in)
        )

    def teardown(self) -> None:
        if hasattr(self, "database"):
            self.runner.run(self.database.close())
        self.runner.close()

    def run(self, service: Callable[..., Coroutine[Any, Any, Any]], *arguments: Any, **more: Any) -> Any:
        """What a service returns in a transaction of its own, or the key of its refusal."""

        async def act() -> Any:
            async with self.database.transaction() as session:
                return await service(session, *arguments, **more)

        try:
            return self.runner.run(act())
        except OkienkoError as error:
            return error.key

    @rule(who=st.integers(0, PEOPLE - 1), beside=st.booleans())
    def want(self, who: int, beside: bool) -> None:
        account = self.people[who]
        answer = self.run(joining.want, self.clock(), self.number, Booker(account, "telegram", account), beside=beside)
        if not isinstance(answer, str) and answer.became == "in":
            assert self.held(account) == len(self.ahead())

    @rule(who=st.integers(0, PEOPLE - 1))
    def take(self, who: int) -> None:
        account = self.people[who]
        before = self.standing(account)
        answer = self.run(joining.take, self.clock(), self.number, account)
        if isinstance(answer, str):
            assert self.standing(account) == before
        elif answer.became == "in":
            assert before == "invited"
            self.skipped = {each for each in self.skipped if each[0] != account}
            assert self.held(account) == len(self.ahead())

    @rule(who=st.integers(0, PEOPLE - 1))
    def leave(self, who: int) -> None:
        account = self.people[who]
        answer = self.run(joining.leave, self.clock(), self.number, account)
        if not isinstance(answer, str):
            assert self.held(account) == 0
            self.skipped = {each for each in self.skipped if each[0] != account}

    @rule(who=st.integers(0, PEOPLE - 1), which=st.integers(0, 2), back=st.booleans())
    def skip(self, who: int, which: int, back: bool) -> None:
        ahead = self.ahead()
        if which >= len(ahead):
            return
        account, slot_id = self.people[who], ahead[which]
        if self.standing(account) == "in":
            before = self.held(account)
            if back:
                self.run(joining.come_after_all, self.clock(), slot_id, account)
                self.skipped.discard((account, slot_id))
            else:
                self.run(joining.skip, self.clock(), slot_id, account)
                self.skipped.add((account, slot_id))
            assert abs(self.held(account) - before) <= 1
            assert self.standing(account) == "in"

    @rule(who=st.integers(0, PEOPLE - 1), yes=st.booleans())
    def answer(self, who: int, yes: bool) -> None:
        candidate = self.candidate(self.people[who])
        if candidate is None:
            return
        self.run(keeping.talked, self.clock(), self.keeper, candidate.id)
        self.run(keeping.say_yes if yes else keeping.say_no, self.clock(), self.keeper, candidate.id)

    @rule(which=st.integers(0, 2))
    def call_one_off(self, which: int) -> None:
        ahead = self.ahead()
        if which < len(ahead):
            self.run(keeping.call_off, self.clock(), self.keeper, ahead[which])

    @rule(what=st.sampled_from(["start", "later", "off"]), chance=st.integers(0, 3))
    def decide(self, what: str, chance: int) -> None:
        if chance:  # else every run would soon be over
            return
        version = self.programme().version
        if what == "start":
            self.run(making.start, self.clock(), self.keeper, self.number, version)
        elif what == "later":
            self.run(making.postpone, self.clock(), self.keeper, self.number, version, 1, ())
        else:
            self.run(making.call_off, self.clock(), self.keeper, self.number, version)

    @rule(hours=st.sampled_from([1, 5, 30, 100]))
    def wait(self, hours: int) -> None:
        self.clock.now += timedelta(hours=hours)
        self.runner.run(watch.Watch(self.database, self.clock).tick())

    @invariant()
    def nothing_is_over_its_seats_or_lost(self) -> None:
        if not hasattr(self, "database"):
            return

        async def look() -> dict[str, list[int]]:
            async with self.database.session() as session:
                connection = await session.connection()
                now = self.clock()
                moment = now.replace(tzinfo=None) if self.database.is_sqlite else now
                return {
                    what: list(await connection.scalars(text(sql), {"now": moment} if ":now" in sql else {}))
                    for what, sql in _NEVER.items()
                }

        assert self.runner.run(look()) == {what: [] for what in _NEVER}
        programme = self.programme()
        waiting = [self.standing(account) for account in self.people]
        if programme.state == "gathering" and programme.way_in == "open" and self.ahead():
            holding = sum(state in ("in", "invited") for state in waiting)
            assert holding == MOST or "interested" not in waiting, "a place is empty while somebody waits"

    def programme(self) -> Programme:
        async def look() -> Programme:
            async with self.database.session() as session:
                return await session.get_one(Programme, self.number)

        return self.runner.run(look())

    def candidate(self, account: int) -> ProgrammeCandidate | None:
        async def look() -> ProgrammeCandidate | None:
            async with self.database.session() as session:
                return await joining.of_account(session, account, self.number)

        return self.runner.run(look())

    def standing(self, account: int) -> str | None:
        found = self.candidate(account)
        return found.state if found else None

    def ahead(self) -> list[int]:
        async def look() -> list[int]:
            async with self.database.session() as session:
                rows = await session.exec(
                    select(Slot.id)
                    .join(ProgrammeMeeting, col(ProgrammeMeeting.slot_id) == col(Slot.id))
                    .where(col(Slot.starts_at) > self.clock(), col(Slot.withdrawn_at).is_(None))
                    .order_by(col(Slot.id))
                )
                return [each or 0 for each in rows.all()]

        return self.runner.run(look())

    def held(self, account: int) -> int:
        async def look() -> int:
            async with self.database.session() as session:
                found = await joining.my_meetings(session, self.number, account)
                return sum(each.comes and each.slot.starts_at > self.clock() for each in found)

        return self.runner.run(look())


@pytest.mark.timeout(600)
def test_no_order_of_steps_breaks_a_group_on_sqlite(sqlite_template: Path, tmp_path: Path) -> None:
    files = iter(range(10_000))

    class OnSqlite(Group):
        new_database = staticmethod(lambda: f"sqlite:///{shutil.copy(sqlite_template, tmp_path / f'{next(files)}.db')}")

    _run(OnSqlite, examples=25)


@pytest.mark.timeout(600)
@pytest.mark.usefixtures("postgres_url")
def test_no_order_of_steps_breaks_a_group_on_postgres(postgres_server: PostgresServer) -> None:
    class OnPostgres(Group):
        new_database = staticmethod(lambda: postgres_server.url(postgres_server.create(template="migrated")))

    _run(OnPostgres, examples=3)


def _run(machine: type[Group], examples: int) -> None:
    chosen = settings(
        max_examples=examples,
        stateful_step_count=25,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(machine, settings=chosen)
