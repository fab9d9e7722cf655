"""Many who want the same places at the same moment, from several real processes.

`Contest` prepares the people, starts the processes and counts; each process (`python -m tests.places.race`)
reads rounds from its input and lets its contenders loose on them all at once.
"""

import asyncio
import json
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, Literal

from sqlalchemy import event, text
from sqlmodel import col, select

from bot.errors import OkienkoError
from bot.places import attendees, booking, slots
from bot.places.booking import Booker
from bot.places.slots import NewSlot, SlotKind
from bot.storage import Database
from bot.storage.retry import ATTEMPTS, retried
from bot.storage.tables import Account, Booking, Slot

CENTRE = "kozienice"
BEGINS = datetime(2026, 11, 23, 9, tzinfo=UTC)
PROCESSES, CONTENDERS = 4, 200


@dataclass
class Tally:
    """What became of the rounds. A place is lost when it stayed empty, or when somebody met an error."""

    rounds: int = 0
    over_booked: int = 0
    lost: int = 0
    answers: Counter[str] = field(default_factory=Counter)

    def add(self, other: "Tally") -> None:
        self.rounds += other.rounds
        self.over_booked += other.over_booked
        self.lost += other.lost
        self.answers += other.answers


class Contest:
    """``unlocked``: the negative control, with neither lock nor constraint, to see that there is a race at all."""

    def __init__(self, url: str, *, unlocked: bool = False) -> None:
        self._url, self._unlocked = url, unlocked
        self._database = Database(url)
        self._people: list[tuple[int, int]] = []
        self._round = 0
        self._processes: list[subprocess.Popen[str]] = []

    async def __aenter__(self) -> "Contest":
        async with self._database.transaction() as session:
            accounts = [Account(created_at=BEGINS) for _ in range(CONTENDERS)]
            session.add_all(accounts)
            await session.flush()
            for account in accounts:
                attendee = await attendees.of_account(session, BEGINS, account.id or 0, CENTRE)
                self._people.append((account.id or 0, attendee.id or 0))
        if self._unlocked and not self._database.is_sqlite:
            async with self._database.transaction() as session:
                connection = await session.connection()
                await connection.execute(text("ALTER TABLE booking DROP CONSTRAINT booking_slot_id_seat_no_key"))
                await connection.execute(text("ALTER TABLE slot DROP CONSTRAINT ck_slot_taken"))
        self._processes = [_start(self._url, unlocked=self._unlocked) for _ in range(PROCESSES)]
        for process in self._processes:
            assert process.stdout
            assert await asyncio.to_thread(process.stdout.readline) == "ready\n"
        return self

    async def __aexit__(self, *_: object) -> None:
        for process in self._processes:
            try:
                await asyncio.to_thread(process.communicate, timeout=60)
            finally:
                process.kill()
        await self._database.close()

    async def rounds(self, seats: int, count: int) -> Tally:
        """So many rounds for a slot with so many seats, each on a day of its own."""
        tally = Tally()
        for _ in range(count):
            self._round += 1
            now = BEGINS + timedelta(days=self._round)
            slot_id = await self._slot(now, seats)
            for number, process in enumerate(self._processes):
                assert process.stdin
                order = {"now": now.isoformat(), "slot": slot_id, "people": self._people[number::PROCESSES]}
                process.stdin.write(json.dumps(order) + "\n")
                process.stdin.flush()
            answers = Counter[str]()
            for process in self._processes:
                assert process.stdout
                answers.update(json.loads(await asyncio.to_thread(process.stdout.readline)))
            await self._count(tally, slot_id, seats, answers)
        return tally

    async def _slot(self, now: datetime, seats: int) -> int:
        starts_at = now + timedelta(hours=1)
        new = NewSlot(
            centre=CENTRE,
            kind=SlotKind.MEETING,
            seats=seats,
            starts_at=starts_at,
            ends_at=starts_at + timedelta(hours=1),
        )
        async with self._database.transaction() as session:
            (slot,) = await slots.add(session, now, [new])
        return slot.id or 0

    async def _count(self, tally: Tally, slot_id: int, seats: int, answers: Counter[str]) -> None:
        async with self._database.session() as session:
            slot = await session.get_one(Slot, slot_id)
            found = await session.exec(
                select(Booking.seat_no).where(col(Booking.slot_id) == slot_id, col(Booking.seat_no).is_not(None))
            )
            held = list(found.all())
        tally.rounds += 1
        tally.over_booked += max(0, len(held) - seats, len(held) - len(set(held)), abs(slot.taken - len(held)))
        honest = answers["booked"] + answers["places-full"]
        tally.lost += max(0, seats - len(held)) + CONTENDERS - honest + abs(answers["booked"] - len(held))
        tally.answers += answers


def _start(url: str, *, unlocked: bool) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "tests.places.race", url, *(["unlocked"] if unlocked else [])]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


async def _contend(url: str, *, unlocked: bool) -> None:
    database = Database(url)
    if unlocked:
        _unlock(database)
    await database.ping()
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    while line := await asyncio.to_thread(sys.stdin.readline):
        order = json.loads(line)
        now = datetime.fromisoformat(order["now"])

        async def one(account_id: int, attendee_id: int, slot_id: int = order["slot"], now: datetime = now) -> str:
            async def tap() -> None:
                async with database.transaction() as session:
                    await booking.book(session, now, slot_id, attendee_id, Booker(account_id, "telegram", account_id))

            try:
                await retried(tap, attempts=1 if unlocked else ATTEMPTS)
            except OkienkoError as error:
                return error.key
            except Exception as error:
                return type(error).__name__
            return "booked"

        answers = Counter(await asyncio.gather(*(one(*person) for person in order["people"])))
        sys.stdout.write(json.dumps(answers) + "\n")
        sys.stdout.flush()
    await database.close()


class _NoLock(asyncio.Lock):
    """Lets everybody in."""

    async def acquire(self) -> Literal[True]:
        return True

    def release(self) -> None:
        pass


def _unlock(database: Database) -> None:
    """The negative control: rows are read without a lock, and SQLite's writer is neither waited for nor announced."""

    def without(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_: Any) -> tuple[str, Any]:
        return statement.replace(" FOR NO KEY UPDATE", "").replace("BEGIN IMMEDIATE", "BEGIN"), parameters

    event.listen(database.engine.sync_engine, "before_cursor_execute", without, retval=True)
    database._writer = _NoLock()


if __name__ == "__main__":
    asyncio.run(_contend(sys.argv[1], unlocked="unlocked" in sys.argv))
