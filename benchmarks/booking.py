"""Places: the race for them, the speed of a full booking, and how fast free ones are found.

    python -m benchmarks.booking                      everything, 1,000 rounds of the race on each database
    python -m benchmarks.booking speed --rounds 5     one part: race, speed or free

The race is that of `tests/places/race.py`: four processes, 200 people, slots with 1, 12 and 20 seats. A full
booking is what a tap costs: who is it, which attendee, the locks, what they have ahead, the seat, two
reminders, COMMIT. Beside it in the same run: the same statements in bare SQLAlchemy Core, and in the bare
drivers. SQLite writes to the disk as in production; the PostgreSQL is the tests' (without fsync, so that
our own time is not hidden behind the disk's).
"""

import argparse
import asyncio
import os
import random
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from benchmarks.booking_bare import Core, RawPostgres, RawSqlite
from benchmarks.booking_people import LOOKED_AT, People
from bot.people.accounts import FIND, actor_of
from bot.places import attendees, booking, finding
from bot.places.booking import Booker
from bot.places.finding import Wanted
from bot.places.topics import Topic
from bot.storage import Database, migrate
from tests.places.race import Contest, Tally
from tests.storage.postgres_server import PostgresServer

AT_ONCE = 50
SEATS = (1, 12, 20)
TURN = 4
"""Rounds of one sort in a row."""


@contextmanager
def databases() -> Iterator[dict[str, str]]:
    """A fresh, migrated database of each sort: name and address."""
    with tempfile.TemporaryDirectory() as folder:
        server = PostgresServer()
        try:
            urls = {"SQLite": f"sqlite:///{Path(folder) / 'okienko.db'}", "PostgreSQL": server.url(server.create())}
            for url in urls.values():
                asyncio.run(migrated(url))
            yield urls
        finally:
            server.stop()


async def migrated(url: str) -> None:
    database = Database(url)
    await migrate.upgrade(database)
    await database.close()


def p95(seconds: list[float]) -> float:
    """In milliseconds."""
    return statistics.quantiles(seconds, n=20)[-1] * 1000


async def at_once(
    one: Callable[[int], Awaitable[None]], numbers: range, people: int = AT_ONCE
) -> tuple[float, list[float]]:
    """So many people at once, each booking again when done: bookings a second, and each one's seconds."""
    left, took = iter(numbers), list[float]()

    async def somebody() -> None:
        for number in left:
            began = time.perf_counter()
            await one(number)
            took.append(time.perf_counter() - began)

    began = time.perf_counter()
    await asyncio.gather(*(somebody() for _ in range(people)))
    return len(took) / (time.perf_counter() - began), took


async def speed(name: str, url: str, rounds: int, count: int) -> None:
    """Ours, Core's and the driver's own, in turns; each books slots that nobody has."""
    database = Database(url)
    people = await People(database).invited(bookings=(rounds + 1) * 3 * count + 2)

    async def ours(number: int) -> None:
        chat_id, slot_id = people.chats[number % len(people.chats)], people.slots[number]
        async with database.transaction() as session:
            row = await session.run_sync(
                lambda sync: sync.connection().execute(FIND, {"on": "telegram", "chat": chat_id}).first()
            )
            actor = actor_of(row, "telegram", chat_id, "pl")  # as the intake finds it
            assert actor
            attendee = await attendees.of_account(session, people.now, actor.account_id, people.centre)
            booker = Booker(actor.account_id, "telegram", chat_id)
            await booking.book(session, people.now, slot_id, attendee.id or 0, booker)

    core = Core(database, people)
    raw = RawSqlite(people) if database.is_sqlite else await RawPostgres(people).connected()
    await core.same_statements_as(ours)
    rates: dict[str, list[float]] = {"ours": [], "core": [], "raw": []}
    waits = list[float]()
    turn = 0
    for measured in range(rounds + 1):  # the first warms up
        for who, one, at_a_time in (
            ("ours", ours, AT_ONCE),
            ("core", core.book, AT_ONCE),
            ("raw", raw.book, raw.at_once),
        ):
            rate, took = await at_once(one, range(turn * count, (turn + 1) * count), at_a_time)
            turn += 1
            if measured:
                rates[who].append(rate)
                waits += took if who == "ours" else []
    ratios = [ours / core for ours, core in zip(rates["ours"], rates["core"], strict=True)]
    medians = {who: statistics.median(values) for who, values in rates.items()}
    ratio = f"ours is {statistics.median(ratios):.2f} of it (worst {min(ratios):.2f})"
    print(f"{name}: full booking, {AT_ONCE} people at once: {medians['ours']:.0f}/s, p95 {p95(waits):.0f} ms")
    print(f"{name}: the same in SQLAlchemy Core: {medians['core']:.0f}/s; {ratio}")
    print(f"{name}: the same in {raw.name}: {medians['raw']:.0f}/s", flush=True)
    await people.check()
    await raw.close()
    await database.close()


async def free(name: str, url: str, times: int) -> None:
    """A month with 50 advisers and 20,000 slots, a third of them taken."""
    database = Database(url)
    people = await People(database).looking(advisers=50, slots=20_000)
    month = {"centre": LOOKED_AT, "since": people.now, "until": people.now + timedelta(days=31)}
    day = people.now + timedelta(days=9)
    looks = {
        "free days of a month": lambda s: finding.free_days(s, Wanted(**month), people.now),
        "free days for a topic": lambda s: finding.free_days(s, Wanted(**month, topic=Topic.LAW), people.now),
        "free days of one adviser": lambda s: finding.free_days(
            s, Wanted(**month, provider_id=people.adviser), people.now
        ),
        "first 20 of a day": lambda s: finding.free(
            s, Wanted(centre=LOOKED_AT, since=day, until=day + timedelta(days=1)), now=people.now
        ),
        "nearest three": lambda s: finding.nearest(s, people.now, people.taken),
    }
    for what, look in looks.items():
        took = list[float]()
        for _ in range(times):
            began = time.perf_counter()
            async with database.session() as session:
                found = await look(session)
            took.append(time.perf_counter() - began)
            assert found
        print(
            f"{name}: {what:<26} p95 {p95(took[times // 10 :]):.1f} ms, median {statistics.median(took) * 1000:.1f} ms"
        )
    await database.close()


async def race(name: str, url: str, rounds: int) -> None:
    """Told now and then, so that a run that is broken off has said something, too."""
    async with Contest(url) as contest:
        tallies = {seats: Tally() for seats in SEATS}
        turns = -(-rounds // (TURN * len(SEATS)))
        for turn in range(turns):
            for seats, tally in tallies.items():
                tally.add(await contest.rounds(seats, TURN))
            if turn % 5 == 4 or turn == turns - 1:
                for seats, tally in tallies.items():
                    told(name, f"{seats} seats", tally)


async def races(urls: dict[str, str], rounds: int) -> None:
    """On both databases beside each other: they wait more than they work."""
    await asyncio.gather(*(race(name, url, rounds) for name, url in urls.items()))


async def control(name: str, url: str) -> None:
    async with Contest(url, unlocked=True) as contest:
        told(name, "12 seats, the lock off", await contest.rounds(12, 5))


def told(name: str, what: str, tally: Tally) -> None:
    print(
        f"{name}: {what}, {tally.rounds} rounds: {tally.over_booked} over-booked, {tally.lost} needlessly lost "
        f"({dict(tally.answers)})",
        flush=True,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", default=["speed", "free", "race"])
    parser.add_argument("--rounds", type=int, default=5, help="rounds of the speed")
    parser.add_argument("--bookings", type=int, default=500, help="bookings in a round")
    parser.add_argument("--races", type=int, default=1000, help="rounds of the race on each database")
    options = parser.parse_args()
    parts = options.parts
    random.seed(5)
    print(f"load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    if "speed" in parts:
        with databases() as urls:
            for name, url in urls.items():
                asyncio.run(speed(name, url, options.rounds, options.bookings))
    if "free" in parts:
        with databases() as urls:
            for name, url in urls.items():
                asyncio.run(free(name, url, 200))
    if "race" in parts:
        with databases() as urls:
            for name, url in urls.items():
                asyncio.run(control(name, url))
        with databases() as urls:
            asyncio.run(races(urls, options.races))
    print(f"load average {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
