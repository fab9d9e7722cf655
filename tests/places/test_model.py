"""Any order of booking, moving, cancelling, absences and clock jumps over both nights in which the clocks change.

A small model says what each step must answer; after each step the database itself is asked whether
anything is held twice, lost, or at the same time.
"""

import asyncio
import shutil
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
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
from sqlalchemy import text

from bot.clock import SteppedClock
from bot.errors import OkienkoError
from bot.places import hours, slots
from bot.places.attendees import Relation
from bot.places.booking import Booked
from bot.places.slots import NewSlot, SlotKind
from bot.storage import Database
from tests.places.town import CENTRE, Town
from tests.storage.postgres_server import PostgresServer

NIGHTS = (date(2026, 10, 25), date(2027, 3, 28))
"""The clocks go back; the clocks go forward."""
OPENS = [time(0, 30), time(1), time(1, 30), time(2), time(2, 30), time(3), time(9), time(10)]

_NOTHING_TWICE = {
    "a seat twice": """
        SELECT slot_id FROM booking WHERE seat_no IS NOT NULL GROUP BY slot_id, seat_no HAVING count(*) > 1""",
    "an attendee twice in a slot": """
        SELECT slot_id FROM booking WHERE seat_no IS NOT NULL GROUP BY slot_id, attendee_id HAVING count(*) > 1""",
    "a count that is not the seats held": """
        SELECT id FROM slot WHERE taken <>
        (SELECT count(*) FROM booking WHERE slot_id = slot.id AND seat_no IS NOT NULL) OR taken > seats""",
    "a booking in a withdrawn slot": """
        SELECT slot.id FROM slot JOIN booking ON slot_id = slot.id
        WHERE withdrawn_at IS NOT NULL AND seat_no IS NOT NULL AND state IN ('booked', 'confirmed')""",
    "an adviser or a room twice": """
        SELECT a.id FROM slot a JOIN slot b ON a.id < b.id AND a.withdrawn_at IS NULL AND b.withdrawn_at IS NULL
        AND (a.provider_id = b.provider_id OR a.room_id = b.room_id)
        AND a.starts_at < b.busy_until AND b.starts_at < a.busy_until""",
    "a person in two places without a mark": """
        SELECT a.id FROM booking a JOIN booking b ON a.attendee_id = b.attendee_id AND a.id <> b.id
        AND a.seat_no IS NOT NULL AND b.seat_no IS NOT NULL AND NOT a.beside AND NOT b.beside
        AND a.starts_at < b.ends_at AND b.starts_at < a.ends_at""",
    "a booking whose times are not its slot's": """
        SELECT booking.id FROM booking JOIN slot ON slot.id = slot_id
        WHERE booking.starts_at <> slot.starts_at OR booking.ends_at <> slot.ends_at""",
}


@dataclass
class Place:
    """A slot as the model knows it."""

    new: NewSlot
    withdrawn: bool = False


@dataclass
class Held:
    """A booking as the model knows it."""

    booked: Booked
    slot: int
    attendee: int
    state: str = "booked"


class Places(RuleBasedStateMachine):
    """One town from 23 October, or from 26 March."""

    new_database: ClassVar[Callable[[], str]]

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner(loop_factory=asyncio.new_event_loop)
        self.places: dict[int, Place] = {}
        self.held: list[Held] = []

    @initialize(night=st.sampled_from(NIGHTS))
    def settle(self, night: date) -> None:
        self.night = night
        self.clock = SteppedClock(datetime.combine(night - timedelta(days=2), time(10), UTC))
        self.town = Town(Database(type(self).new_database()), self.clock)
        self.run(self.town.settled())
        self.attendees = [
            self.run(self.town.attendee("anna")),
            self.run(self.town.attendee("anna", Relation.CHILD)),
            self.run(self.town.attendee("outsider")),
        ]

    def teardown(self) -> None:
        self.run(self.town.database.close())
        self.runner.close()

    def run(self, action: Coroutine[Any, Any, Any]) -> Any:
        """What an action returns, or the key of its refusal."""
        try:
            return self.runner.run(action)
        except OkienkoError as error:
            return error.key

    @rule(
        days=st.integers(-1, 1),
        opens=st.sampled_from(OPENS),
        step=st.sampled_from([30, 60]),
        count=st.integers(1, 3),
        seats=st.integers(1, 2),
        buffer=st.sampled_from([0, 0, 30]),
        owners=st.sampled_from([(1, 1), (1, 2), (2, 1), (2, None), (None, 2)]),
    )
    def publish_a_duty(
        self, days: int, opens: time, step: int, count: int, seats: int, buffer: int, owners: Any
    ) -> None:
        day = self.night + timedelta(days=days)
        if (day, opens.hour) == (date(2027, 3, 28), 2):
            with pytest.raises(OkienkoError, match="places-no-hour"):
                hours.moment_of(day, opens)
            return
        start = hours.moment_of(day, opens)
        # Local hours end where they end on the clock; slots are cut in real time.
        closes = hours.local(start + timedelta(minutes=step * count))
        spans = list(hours.cut(day, opens, closes.time(), step)) if closes.fold == 0 else []
        new = [
            NewSlot(
                centre=CENTRE,
                kind=SlotKind.CONSULTATION,
                seats=seats,
                starts_at=starts_at,
                ends_at=ends_at,
                buffer_minutes=buffer if starts_at == spans[-1][0] else 0,
                provider_id=owners[0],
                room_id=owners[1],
            )
            for starts_at, ends_at in spans
        ]
        there = [place.new for place in self.places.values() if not place.withdrawn]
        clash = next((self._clash(mine, other) for mine in new for other in there if self._clash(mine, other)), None)

        async def add() -> list[int]:
            async with self.town.database.transaction() as session:
                return [slot.id or 0 for slot in await slots.add(session, self.clock(), new)]

        answer = self.run(add())
        if clash:
            assert answer in ("places-provider-busy", "places-room-busy")
        else:
            self.places |= {slot_id: Place(slot) for slot_id, slot in zip(answer, new, strict=True)}

    @staticmethod
    def _clash(a: NewSlot, b: NewSlot) -> bool:
        same = (a.provider_id and a.provider_id == b.provider_id) or (a.room_id and a.room_id == b.room_id)
        return bool(same) and a.starts_at < b.busy_until and b.starts_at < a.busy_until

    @precondition(lambda self: self.places)
    @rule(pick=st.integers(0, 99), who=st.integers(0, 2), beside=st.booleans())
    def book(self, pick: int, who: int, beside: bool) -> None:
        slot_id, attendee = self._place(pick), self.attendees[who]
        mine = [held for held in self._live() if held.attendee == attendee]
        again = next(
            (held for held in mine if held.slot == slot_id and self.places[slot_id].new.ends_at > self.clock()), None
        )
        answer = self.run(self.town.book(slot_id, ("anna", "anna", "outsider")[who], attendee=attendee, beside=beside))
        if again:
            assert (answer.again, answer.booking.id) == (True, again.booked.booking.id)
        elif (key := self._refusal(slot_id, mine, beside)) is not None:
            assert answer == key
        else:
            assert answer.again is False
            self.held.append(Held(answer, slot_id, attendee))

    @precondition(lambda self: self.held)
    @rule(pick=st.integers(0, 99), to=st.integers(0, 99), beside=st.booleans())
    def move(self, pick: int, to: int, beside: bool) -> None:
        held, slot_id = self.held[pick % len(self.held)], self._place(to)
        answer = self.run(self.town.move(held.booked, slot_id, self._whose(held), beside=beside))
        live = held.state in ("booked", "confirmed")
        if live and slot_id == held.slot:
            assert answer.again
        elif held.state == "cancelled":
            assert answer == "places-ended"
        elif live and self.places[held.slot].new.starts_at <= self.clock():
            assert answer == "places-past"
        else:
            mine = [other for other in self._live() if other.attendee == held.attendee and other is not held]
            key = self._refusal(slot_id, mine, beside)
            anew = next((other for other in mine if other.slot == slot_id), None)
            if anew and key in (None, "places-overlap"):
                assert (answer.again, answer.booking.id) == (True, anew.booked.booking.id)
            elif key is not None:
                assert answer == key
            else:
                assert answer.booking.code == held.booked.booking.code
                held.slot, held.state = slot_id, "booked"

    @precondition(lambda self: self.held)
    @rule(pick=st.integers(0, 99))
    def cancel(self, pick: int) -> None:
        held = self.held[pick % len(self.held)]
        answer = self.run(self.town.cancel(held.booked, self._whose(held)))
        if held.state in ("cancelled", "called-off"):
            assert answer.state == held.state
        elif self.places[held.slot].new.starts_at <= self.clock():
            assert answer == "places-past"
        else:
            held.state = "cancelled"

    @precondition(lambda self: self.held)
    @rule(pick=st.integers(0, 99))
    def confirm(self, pick: int) -> None:
        held = self.held[pick % len(self.held)]
        answer = self.run(self.town.confirm(held.booked, self._whose(held)))
        if held.state in ("cancelled", "called-off"):
            assert answer == "places-ended"
        elif self.places[held.slot].new.ends_at <= self.clock():
            assert answer == "places-past"
        else:
            held.state = "confirmed"

    @precondition(lambda self: self.places)
    @rule(pick=st.integers(0, 99), whole_day=st.booleans())
    def fall_ill(self, pick: int, whole_day: bool) -> None:
        """One slot is withdrawn, or all that its adviser has on that local day."""
        picked = self._place(pick)
        new = self.places[picked].new
        gone = [
            slot_id
            for slot_id, place in self.places.items()
            if slot_id == picked
            or (
                whole_day
                and place.new.provider_id == new.provider_id
                and hours.local(place.new.starts_at).date() == hours.local(new.starts_at).date()
            )
        ]
        told = self.run(self.town.withdraw(*gone))
        hit = []
        for slot_id in gone:
            place = self.places[slot_id]
            if place.withdrawn or place.new.ends_at <= self.clock():
                continue
            place.withdrawn = True
            for held in self._live():
                if held.slot == slot_id:
                    held.state = "called-off"
                    hit.append(held.booked.booking.id)
        assert sorted(booking.id for booking in told) == sorted(hit)

    @rule(minutes=st.sampled_from([5, 30, 60, 600, 1500]))
    def wait(self, minutes: int) -> None:
        self.clock.forward(minutes=minutes)

    @invariant()
    def nothing_is_held_twice_or_lost(self) -> None:
        if not hasattr(self, "town"):
            return

        async def look() -> dict[str, list[int]]:
            async with self.town.database.session() as session:
                connection = await session.connection()
                return {what: list(await connection.scalars(text(sql))) for what, sql in _NOTHING_TWICE.items()}

        assert self.runner.run(look()) == {what: [] for what in _NOTHING_TWICE}
        for slot_id in self.places:
            live = sum(held.slot == slot_id for held in self._live())
            assert self.runner.run(self.town.held(slot_id))[0] == live

    def _place(self, pick: int) -> int:
        return sorted(self.places)[pick % len(self.places)]

    def _live(self) -> list[Held]:
        return [held for held in self.held if held.state in ("booked", "confirmed")]

    def _whose(self, held: Held) -> str:
        return "outsider" if held.attendee == self.attendees[2] else "anna"

    def _refusal(self, slot_id: int, mine: list[Held], beside: bool) -> str | None:
        """What must be answered to who wants a slot, having these; None: a place."""
        place = self.places[slot_id]
        if place.withdrawn:
            return "places-gone"
        if place.new.starts_at <= self.clock():
            return "places-past"
        if sum(held.slot == slot_id for held in self._live()) >= place.new.seats:
            return "places-full"
        overlap = any(
            self.places[held.slot].new.starts_at < place.new.ends_at
            and place.new.starts_at < self.places[held.slot].new.ends_at
            for held in mine
        )
        return "places-overlap" if overlap and not beside else None


@pytest.mark.timeout(600)
def test_no_order_of_steps_on_sqlite_breaks_a_place(sqlite_template: Path, tmp_path: Path) -> None:
    files = iter(range(10_000))

    class OnSqlite(Places):
        new_database = staticmethod(lambda: f"sqlite:///{shutil.copy(sqlite_template, tmp_path / f'{next(files)}.db')}")

    _run(OnSqlite, examples=20)


@pytest.mark.timeout(600)
@pytest.mark.usefixtures("postgres_url")
def test_no_order_of_steps_on_postgres_breaks_a_place(postgres_server: PostgresServer) -> None:
    class OnPostgres(Places):
        new_database = staticmethod(lambda: postgres_server.url(postgres_server.create(template="migrated")))

    _run(OnPostgres, examples=3)


def _run(machine: type[Places], examples: int) -> None:
    chosen = settings(
        max_examples=examples,
        stateful_step_count=30,
        deadline=None,
        derandomize=True,  # the same in every run of the tests; a longer search is a matter of this line
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(machine, settings=chosen)
