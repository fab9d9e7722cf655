"""Waiting lists: from giving a place back to the offer that may leave, with 10,000 people in line, on both databases.

    python -m benchmarks.waiting [--times 100]

Sixty lists of a hundred people and one of 4,000, for events of twenty seats, all full. A place is given back;
when the transaction is committed, the next in line has a seat held and a message that is due. Also fifty at
once, the long list when all but the last have passed, and the alarm at a deadline that nobody met. What comes
after that is the pacer's (`benchmarks.delivery`). Everything that must hold is asked of the rows at the end.
"""

import argparse
import asyncio
import os
import random
import statistics
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any, Final

from sqlalchemy import insert, text, update
from sqlmodel import col, select

from benchmarks.booking import databases, p95
from bot.places import booking, waiting
from bot.places.waiting_notices import OFFER
from bot.places.waiting_states import Answer
from bot.places.waiting_watch import Watch
from bot.storage import Database, writing
from bot.storage.retry import retried
from bot.storage.tables import (
    Account,
    Address,
    Attendee,
    Booking,
    Offer,
    OwedMessage,
    Slot,
    WaitingEntry,
    WaitingPerson,
)

NOW: Final = datetime(2026, 11, 23, 9, tzinfo=UTC)
CENTRE: Final = "kozienice"
SEATS, LISTS, SHORT, LONG = 20, 60, 100, 4_000
WAITING: Final = LISTS * SHORT + LONG
LIMIT: Final = 2.0
"""Seconds from giving back to the offer."""
AT_ONCE: Final = 50
_PIECE: Final = 500


async def fill(database: Database) -> None:
    """Everybody who waits, then everybody who has a seat; list 1 is the long one."""
    numbers = range(1, WAITING + (LISTS + 1) * SEATS + 1)
    starts = {slot: NOW + timedelta(days=10 + slot) for slot in range(1, LISTS + 2)}
    slots, bookings, entries, persons = [], [], [], []
    waits, holds = iter(numbers[:WAITING]), iter(numbers[WAITING:])
    for slot, at in starts.items():
        many = LONG if slot == 1 else SHORT
        ends = at + timedelta(hours=2)
        slots.append(
            {"id": slot, "centre": CENTRE, "kind": "event", "title": f"warsztaty {slot}", "starts_at": at}
            | {"ends_at": ends, "busy_until": ends, "book_until": at, "seats": SEATS, "taken": SEATS}
            | {"waiting": many, "rules": {}, "created_at": NOW}
        )
        for seat in range(1, SEATS + 1):
            who = next(holds)
            bookings.append(
                {"centre": CENTRE, "slot_id": slot, "seat_no": seat, "attendee_id": who, "code": f"{who:07}"}
                | {"uid": f"{who}", "sequence": 0, "beside": False, "noted": False, "state": "booked"}
                | {"starts_at": at, "ends_at": ends, "booked_by": who, "created_at": NOW}
            )
        for _ in range(many):
            who = next(waits)
            entries.append(
                {"id": who, "centre": CENTRE, "slot_id": slot, "account_id": who, "channel": "telegram"}
                | {"chat_id": who, "people": 1, "door": "", "state": "waiting", "lapses": 0, "passed_upto": 0}
                | {"joined_at": NOW}
            )
            persons.append({"entry_id": who, "attendee_id": who, "slot_id": slot})
    common = [{"id": n, "created_at": NOW} for n in numbers]
    tables: tuple[tuple[Any, list[dict[str, Any]]], ...] = (
        (Account, [row | {"centre": CENTRE, "language": "pl"} for row in common]),
        (Address, [{"channel": "telegram", "chat_id": n, "account_id": n} for n in numbers]),
        (
            Attendee,
            [row | {"centre": CENTRE, "account_id": row["id"], "relation": "self", "number": 1} for row in common],
        ),
        (Slot, slots),
        (Booking, bookings),
        (WaitingEntry, entries),
        (WaitingPerson, persons),
    )
    for table, rows in tables:
        for first in range(0, len(rows), _PIECE):
            async with database.transaction() as session:
                await (await session.connection()).execute(insert(table), rows[first : first + _PIECE])
    async with database.engine.begin() as connection:
        await connection.execute(text("ANALYZE"))


async def holders(database: Database) -> list[tuple[int, int, int]]:
    """Bookings that can be given back, as (slot, booking, account), in the order of the lists' turns."""
    async with database.session() as session:
        rows = await session.exec(
            select(Booking.slot_id, Booking.id, Booking.booked_by)
            .where(col(Booking.state) == "booked")
            .order_by(col(Booking.seat_no), col(Booking.slot_id))
        )
        return [(slot, number or 0, account or 0) for slot, number, account in rows.all()]


async def give_back(database: Database, number: int, account: int) -> None:
    async def tap() -> None:
        async with database.transaction() as session:
            await booking.cancel(session, NOW, number, by=account)

    await retried(tap)


async def timed(one: Callable[[], Awaitable[None]]) -> float:
    began = time.perf_counter()
    await one()
    return time.perf_counter() - began


async def everybody_passed(database: Database) -> None:
    """In the long list nobody but the last wants what becomes free: the longest look there is."""
    async with database.transaction() as session:
        await writing(session)
        await session.exec(
            update(WaitingEntry)
            .where(col(WaitingEntry.slot_id) == 1, col(WaitingEntry.id) < LONG)
            .values(passed_upto=2**30)
            .execution_options(synchronize_session=False)
        )


async def right(database: Database, freed: int) -> None:
    """Every seat given back is held by one offer or open, and every offer has a message that is due."""
    async with database.session() as session:
        connection = await session.connection()
        held = await connection.scalar(text("SELECT count(*) FROM booking WHERE state = 'offered'"))
        opened = await connection.scalar(text("SELECT count(*) FROM vacancy WHERE how = 'opened'"))
        open_offers = await connection.scalar(text("SELECT count(*) FROM waiting_offer WHERE answered_at IS NULL"))
        wrong = await connection.scalar(
            text(
                "SELECT count(*) FROM slot WHERE taken > seats OR taken <> "
                "(SELECT count(*) FROM booking WHERE slot_id = slot.id AND seat_no IS NOT NULL)"
            )
        )
        due = await session.exec(
            select(OwedMessage.id).where(col(OwedMessage.kind) == OFFER, col(OwedMessage.state) == "waiting")
        )
        assert wrong == 0
        assert held == open_offers
        assert held + (opened or 0) == freed, (held, opened, freed)
        assert len(due.all()) >= held


async def run(name: str, url: str, times: int) -> bool:
    database = Database(url)
    await fill(database)
    left = await holders(database)
    long = [each for each in left if each[0] == 1]
    short = [each for each in left if each[0] != 1]
    good, freed = True, 0

    def told(what: str, took: list[float], limit: float = LIMIT) -> None:
        nonlocal good
        good &= max(took) <= limit
        load = os.getloadavg()[0]
        print(
            f"{name}: {what}: p95 {p95(took):.1f} ms, median {statistics.median(took) * 1000:.1f} ms, "
            f"worst {max(took) * 1000:.0f} ms ({len(took)} times, load {load:.1f})",
            flush=True,
        )

    await give_back(database, *short.pop(0)[1:])  # warms up
    one_by_one = [short.pop(0) for _ in range(min(times, len(short) // 2))]
    told("short list", [await timed(partial(give_back, database, n, a)) for _, n, a in one_by_one])
    few = [long.pop() for _ in range(SEATS // 2)]
    told(f"list of {LONG}", [await timed(partial(give_back, database, n, a)) for _, n, a in few])
    crowd = [short.pop(0) for _ in range(AT_ONCE)]
    took = await asyncio.gather(*(timed(partial(give_back, database, n, a)) for _, n, a in crowd))
    told(f"{AT_ONCE} at once", list(took))
    await everybody_passed(database)
    rest = [long.pop() for _ in range(2)]
    told(
        f"list of {LONG}, all but the last have passed",
        [await timed(partial(give_back, database, n, a)) for _, n, a in rest],
    )
    freed = 1 + len(one_by_one) + len(few) + len(crowd) + len(rest)
    await right(database, freed)

    later = NOW + timedelta(hours=24)
    watch = Watch(database, lambda: later)
    async with database.session() as session:
        began = time.perf_counter()
        due = [number for number, moment in await watch.lapses_due(session, later) if moment <= later]
        looked = time.perf_counter() - began
    lapses = [await timed(partial(watch.lapse, offer)) for offer in random.sample(due, min(times, len(due)))]
    print(f"{name}: {len(due)} deadlines found in {looked * 1000:.1f} ms")
    told("a deadline that nobody met", lapses)
    await right(database, freed)

    async with database.session() as session:
        rows = await session.exec(
            select(Offer.id, WaitingEntry.account_id)
            .join(WaitingEntry, col(WaitingEntry.id) == col(Offer.entry_id))
            .where(col(Offer.answered_at).is_(None), col(Offer.deadline) > later)
        )
        takers = rows.all()[:times]

    async def take(offer: int, account: int) -> None:
        async with database.transaction() as session:
            await waiting.answer(session, later, offer, account, Answer.TAKE)

    told("taking", [await timed(partial(take, o or 0, a)) for o, a in takers])
    await database.close()
    return good


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=100)
    arguments = parser.parse_args()
    random.seed(7)
    good = True
    with databases() as urls:
        for name, url in urls.items():
            good &= asyncio.run(run(name, url, arguments.times))
    print("within two seconds" if good else "NOT within two seconds")
    return 0 if good else 1


if __name__ == "__main__":
    raise SystemExit(main())
