"""Giving back, booking, joining and answering the same seats at the same moment, from several real processes.

`Crowd` prepares the people, starts the processes and looks at what they left; each process
(`python -m tests.waiting.race`) reads what to do from its input and does it all at once.
"""

import asyncio
import json
import subprocess
import sys
from collections import Counter
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlmodel import col, select

from bot.errors import OkienkoError
from bot.people.roles import grant
from bot.places import attendees, booking, slots, waiting
from bot.places.booking import Booker
from bot.places.slots import NewSlot, SlotKind
from bot.places.waiting_states import Answer
from bot.storage import Database
from bot.storage.retry import ATTEMPTS, retried
from bot.storage.tables import Account, Address, Booking, Offer, Role, WaitingEntry
from tests.places.race import _unlock
from tests.waiting.truths import broken

CENTRE = "kozienice"
BEGINS = datetime(2026, 11, 23, 9, tzinfo=UTC)
PROCESSES, PEOPLE = 4, 60
Act = list[Any]
"""What to do: a name of `_Acts` and its arguments."""


class Crowd:
    """One slot a round, full at first. ``unlocked``: the negative control (`tests.places.race`)."""

    def __init__(self, url: str, *, unlocked: bool = False) -> None:
        self._url, self._unlocked = url, unlocked
        self.database = Database(url)
        self.people: list[tuple[int, int]] = []
        self.now = BEGINS
        self.slot = 0
        self._processes: list[subprocess.Popen[str]] = []

    async def __aenter__(self) -> "Crowd":
        async with self.database.transaction() as session:
            accounts = [Account(created_at=BEGINS) for _ in range(PEOPLE)]
            session.add_all(accounts)
            await session.flush()
            for account in accounts:
                assert account.id is not None
                attendee = await attendees.of_account(session, BEGINS, account.id, CENTRE)
                session.add(Address(channel="telegram", chat_id=account.id, account_id=account.id))
                self.people.append((account.id, attendee.id or 0))
            await grant(session, BEGINS, self.people[0][0], CENTRE, Role.CLERK)
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
        await self.database.close()

    async def full(self, seats: int, waits: int) -> list[int]:
        """A new slot, full, and so many people in its line; its bookings. The holders are the last people."""
        self.now += timedelta(days=1)
        starts_at = self.now + timedelta(days=9)
        new = NewSlot(
            centre=CENTRE, kind=SlotKind.EVENT, seats=seats, starts_at=starts_at, ends_at=starts_at + timedelta(hours=1)
        )
        async with self.database.transaction() as session:
            (slot,) = await slots.add(session, self.now, [new])
            self.slot = slot.id or 0
            booked = [
                await booking.book(session, self.now, self.slot, attendee, Booker(account, "telegram", account))
                for account, attendee in self.people[-seats:]
            ]
            for account, attendee in self.people[:waits]:
                await waiting.join(session, self.now, self.slot, [attendee], Booker(account, "telegram", account))
            return [each.booking.id or 0 for each in booked]

    async def at_once(self, acts: list[Act]) -> list[tuple[Act, str]]:
        """Everything at the same moment, spread over the processes; what each led to."""
        for number, process in enumerate(self._processes):
            assert process.stdin
            order = {"now": self.now.isoformat(), "acts": acts[number::PROCESSES]}
            process.stdin.write(json.dumps(order) + "\n")
            process.stdin.flush()
        done: list[tuple[Act, str]] = []
        for number, process in enumerate(self._processes):
            assert process.stdout
            answers = json.loads(await asyncio.to_thread(process.stdout.readline))
            done += zip(acts[number::PROCESSES], answers, strict=True)
        return done

    async def broken(self) -> dict[str, list[int]]:
        async with self.database.session() as session:
            return await broken(session, self.now)

    async def offers(self) -> list[tuple[int, int]]:
        """Open offers of the slot as (offer, account), in the line's order."""
        async with self.database.session() as session:
            rows = await session.exec(
                select(Offer.id, WaitingEntry.account_id)
                .join(WaitingEntry, col(WaitingEntry.id) == col(Offer.entry_id))
                .where(col(WaitingEntry.slot_id) == self.slot, col(Offer.answered_at).is_(None))
                .order_by(col(WaitingEntry.id))
            )
            return [(offer or 0, account) for offer, account in rows.all()]

    async def seats(self) -> Counter[str]:
        """How many seats of the slot are in which state."""
        async with self.database.session() as session:
            rows = await session.exec(
                select(Booking.state).where(col(Booking.slot_id) == self.slot, col(Booking.seat_no).is_not(None))
            )
            return Counter(rows.all())


class _Acts:
    """What one process can do."""

    def __init__(self, database: Database, now: datetime, attempts: int) -> None:
        self._database, self._now, self._attempts = database, now, attempts

    async def do(self, what: str, *arguments: Any) -> str:
        async def tap() -> str:
            async with self._database.transaction() as session:
                match what:
                    case "cancel":
                        number, by = arguments
                        return (await booking.cancel(session, self._now, number, by=by)).state
                    case "book":
                        slot, account, attendee = arguments
                        booker = Booker(account, "telegram", account)
                        done = await booking.book(session, self._now, slot, attendee, booker)
                        return done.booking.state
                    case "join":
                        slot, account, attendee = arguments
                        booker = Booker(account, "telegram", account)
                        await waiting.join(session, self._now, slot, [attendee], booker)
                        return "joined"
                    case "answer":
                        offer, account, said = arguments
                        await waiting.answer(session, self._now, offer, account, Answer(said))
                        return "answered"
                    case "lapse":
                        return f"lapsed {await waiting.lapse(session, self._now, *arguments)}"
                    case _:
                        raise ValueError(what)

        try:
            return await retried(tap, attempts=self._attempts)
        except OkienkoError as error:
            return error.key
        except Exception as error:
            return type(error).__name__


def _start(url: str, *, unlocked: bool) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "tests.waiting.race", url, *(["unlocked"] if unlocked else [])]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


async def _serve(url: str, *, unlocked: bool) -> None:
    database = Database(url)
    if unlocked:
        _unlock(database)
    await database.ping()
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    while line := await asyncio.to_thread(sys.stdin.readline):
        order = json.loads(line)
        acts = _Acts(database, datetime.fromisoformat(order["now"]), 1 if unlocked else ATTEMPTS)
        answers = await asyncio.gather(*(acts.do(*act) for act in order["acts"]))
        sys.stdout.write(json.dumps(answers) + "\n")
        sys.stdout.flush()
    await database.close()


if __name__ == "__main__":
    asyncio.run(_serve(sys.argv[1], unlocked="unlocked" in sys.argv))
