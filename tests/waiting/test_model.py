"""Any order of joining, giving back, offers, answers, lapses, moves and withdrawals: what must hold holds.

After each step the database itself is asked (`tests.waiting.truths`); each answer is held against what the
rows said before the step.
"""

import asyncio
import shutil
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, ClassVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlmodel import col, select

from bot.clock import SteppedClock
from bot.errors import OkienkoError
from bot.places import booking, waiting
from bot.places.attendees import Relation
from bot.places.booking import Booked
from bot.places.locks import lock_one
from bot.places.states import LIVE
from bot.places.waiting_states import Answer
from bot.storage import Database, writing
from bot.storage.tables import Booking, Offer, Slot, WaitingEntry
from tests.storage.postgres_server import PostgresServer
from tests.waiting.town import QUEUE, WaitingTown
from tests.waiting.truths import broken, unfair

SELF, CHILD, PARENT = Relation.SELF, Relation.CHILD, Relation.PARENT
PARTIES = ((SELF,), (SELF,), (CHILD,), (SELF, CHILD), (SELF, CHILD, PARENT))
LATER = {"waiting-late", "waiting-passed", "waiting-taken", "waiting-left", "places-gone", "places-past"}
"""What may be said to an old offer."""


class Lines(RuleBasedStateMachine):
    """Two meetings at the same hour and one later, four people with families, a desk."""

    new_database: ClassVar[Callable[[], str]]

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner(loop_factory=asyncio.new_event_loop)
        self.slots: list[int] = []
        self.offers_seen: dict[int, str] = {}
        """Every offer there ever was, and whose."""

    @initialize(hours=st.sampled_from([20, 50, 100]), seats=st.integers(1, 3))
    def settle(self, hours: int, seats: int) -> None:
        self.clock = SteppedClock(datetime(2026, 11, 23, 9, tzinfo=UTC))
        self.town = WaitingTown(Database(type(self).new_database()), self.clock)
        self.run(self.town.settled())
        starts = self.clock() + timedelta(hours=hours)
        for at, many in ((starts, seats), (starts, 1), (starts + timedelta(hours=2), 2)):
            slot_id, _ = self.run(self.town.full(at, many))
            self.slots.append(slot_id)

    def teardown(self) -> None:
        self.run(self.town.database.close())
        self.runner.close()

    def run(self, action: Coroutine[Any, Any, Any]) -> Any:
        """What an action returns, or the key of its refusal."""
        try:
            return self.runner.run(action)
        except OkienkoError as error:
            return error.key

    @rule(where=st.integers(0, 2), who=st.sampled_from(QUEUE), party=st.sampled_from(PARTIES))
    def join(self, where: int, who: str, party: tuple[Relation, ...]) -> None:
        free = self._free(self.slots[where])
        done = self.run(self.town.join(self.slots[where], who, *party))
        if done == "waiting-free":
            assert free >= len(party)
        elif not isinstance(done, str):
            assert done.again or free < len(party)
            assert done.position >= 1

    @rule(where=st.integers(0, 2), who=st.sampled_from([*QUEUE, "anna"]), relation=st.sampled_from([SELF, CHILD]))
    def book(self, where: int, who: str, relation: Relation) -> None:
        free = self._free(self.slots[where])
        attendee = self.run(self.town.attendee(who, relation))
        done = self.run(self.town.book(self.slots[where], who, attendee=attendee, beside=False))
        if done == "places-full":
            assert free == 0
        elif not isinstance(done, str) and not done.again:
            assert free > 0, "nobody is quicker than the line"

    @rule(where=st.integers(0, 2), who=st.sampled_from(QUEUE), party=st.sampled_from(PARTIES[3:]))
    def book_together(self, where: int, who: str, party: tuple[Relation, ...]) -> None:
        before = self._free(self.slots[where])
        done = self.run(self.town.together(self.slots[where], who, *party))
        if isinstance(done, str):
            assert self._free(self.slots[where]) == before, "all or none"
        else:
            assert before - self._free(self.slots[where]) == sum(not each.again for each in done)

    @rule(where=st.integers(0, 2), pick=st.integers(0, 9))
    def give_back(self, where: int, pick: int) -> None:
        if booked := self._booked(self.slots[where]):
            self.run(self._cancel(booked[pick % len(booked)]))

    @rule(where=st.integers(0, 2), to=st.integers(0, 2), pick=st.integers(0, 9))
    def move(self, where: int, to: int, pick: int) -> None:
        booked = self._booked(self.slots[where])
        if booked and self.slots[where] != self.slots[to]:
            free = self._free(self.slots[to])
            done = self.run(self.town.move(booked[pick % len(booked)], self.slots[to], "clerk"))
            assert isinstance(done, str) or done.again or free > 0

    @precondition(lambda self: self.offers_seen)
    @rule(pick=st.integers(0, 99), said=st.sampled_from([Answer.TAKE, Answer.TAKE, Answer.PASS, Answer.LEAVE]))
    def answer(self, pick: int, said: Answer) -> None:
        """The newest more often than the old ones."""
        numbers = sorted(self.offers_seen, reverse=True)
        number = numbers[(pick % 10) * (pick // 50) % len(numbers)]
        before = self._offer(number)
        done = self.run(self.town.answer(number, self.offers_seen[number], said, beside=pick % 2 == 0))
        if before.answered_at is None and before.deadline > self.clock():
            assert done == "places-overlap" or not isinstance(done, str), done
            if said is Answer.TAKE and not isinstance(done, str):
                assert len(done.bookings) == done.entry.people
        elif before.answered_at is None:
            assert done in ("waiting-late", "places-past")
        else:
            assert (not isinstance(done, str) and done.again) or done in LATER

    @rule(who=st.sampled_from(QUEUE), pick=st.integers(0, 9))
    def leave(self, who: str, pick: int) -> None:
        if lists := self.run(self.town.lists(who)):
            self.run(self.town.leave(lists[pick % len(lists)].entry.id, who))

    @rule(minutes=st.sampled_from([5, 30, 60, 240, 600, 1500]))
    def wait(self, minutes: int) -> None:
        """Time passes, and the alarms ring; sometimes late."""
        self.clock.forward(minutes=minutes)
        if minutes != 5:
            self.run(self.town.lapse())

    @rule(where=st.integers(0, 2))
    def more_seats(self, where: int) -> None:
        async def more() -> None:
            async with self.town.database.transaction() as session:
                await writing(session)
                slot = await lock_one(session, Slot, self.slots[where])
                assert slot
                if slot.seats < 4:
                    slot.seats += 1
                    session.add(slot)
                    await session.flush()
                    await waiting.refill(session, self.clock(), slot)

        self.run(more())

    @rule(where=st.integers(0, 9))
    def fall_ill(self, where: int) -> None:
        if where < len(self.slots):
            self.run(self.town.withdraw(self.slots[where]))

    @invariant()
    def what_must_hold_holds(self) -> None:
        if not hasattr(self, "town") or not self.slots:
            return

        async def look() -> tuple[dict[str, list[int]], list[int]]:
            async with self.town.database.session() as session:
                rows = await session.exec(
                    select(Offer.id, WaitingEntry.account_id).join(
                        WaitingEntry, col(WaitingEntry.id) == col(Offer.entry_id)
                    )
                )
                names = {account: name for name, account in self.town.people.items()}
                known = {number or 0: names[account] for number, account in rows.all()}
                new = known.keys() - self.offers_seen.keys()
                self.offers_seen |= known
                return await broken(session, self.clock()), await unfair(session, set(new))

        assert self.runner.run(look()) == ({}, [])

    def _free(self, slot_id: int) -> int:
        async def look() -> int:
            async with self.town.database.session() as session:
                slot = await session.get_one(Slot, slot_id)
                return slot.seats - slot.taken

        return self.runner.run(look())

    def _booked(self, slot_id: int) -> list[Booked]:
        async def look() -> list[Booked]:
            async with self.town.database.session() as session:
                slot = await session.get_one(Slot, slot_id)
                rows = await session.exec(
                    select(Booking)
                    .where(col(Booking.slot_id) == slot_id, col(Booking.seat_no).is_not(None))
                    .where(col(Booking.state).in_(LIVE))
                    .order_by(col(Booking.id))
                )
                return [Booked(row, slot, again=False) for row in rows.all()]

        return self.runner.run(look())

    def _offer(self, number: int) -> Offer:
        async def look() -> Offer:
            async with self.town.database.session() as session:
                return await session.get_one(Offer, number)

        return self.runner.run(look())

    async def _cancel(self, booked: Booked) -> None:
        async with self.town.database.transaction() as session:
            await booking.cancel(session, self.clock(), booked.booking.id or 0, by=self.town.people["clerk"])


@pytest.mark.timeout(600)
def test_no_order_of_steps_on_sqlite_breaks_a_line(sqlite_template: Path, tmp_path: Path) -> None:
    files = iter(range(10_000))

    class OnSqlite(Lines):
        new_database = staticmethod(lambda: f"sqlite:///{shutil.copy(sqlite_template, tmp_path / f'{next(files)}.db')}")

    _run(OnSqlite, examples=20)


@pytest.mark.timeout(600)
@pytest.mark.usefixtures("postgres_url")
def test_no_order_of_steps_on_postgres_breaks_a_line(postgres_server: PostgresServer) -> None:
    class OnPostgres(Lines):
        new_database = staticmethod(lambda: postgres_server.url(postgres_server.create(template="migrated")))

    _run(OnPostgres, examples=3)


def _run(machine: type[Lines], examples: int) -> None:
    chosen = settings(
        max_examples=examples,
        stateful_step_count=40,
        deadline=None,
        derandomize=True,  # the same in every run of the tests; a longer search is a matter of this line
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(machine, settings=chosen)
