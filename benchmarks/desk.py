"""The desk: how soon staff see what residents write, a rush, two clerks at once, and kills.

    python -m benchmarks.desk [ten rush race kills] [--rounds 1000] [--kills 50] [--residents 200] [--minutes 10]

The messenger is a strict server with Telegram's limits (`tests/outbox/strict_server.py`). ``ten`` and ``rush``
run on a clock that jumps (`tests/outbox/virtual_time.py`): what is measured is what the limits and our own
waiting make of it, not this machine; the hour or two that a rush of 200 takes to drain pass in minutes. Texts are
looked for in what the server took: each carries a number.
"""

import argparse
import asyncio
import json
import os
import random
import re
import statistics
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from contextlib import AsyncExitStack, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

from sqlmodel import col, select

from bot.clock import Clock
from bot.desk import bringing, conversations, kinds, mirroring, owing, rooms, working
from bot.desk.content import Content
from bot.desk.conversations import Opening
from bot.desk.mirroring import Incoming
from bot.desk.permission import Clerk
from bot.errors import OkienkoError
from bot.log import configure
from bot.outbox.delivery import Delivery
from bot.outbox.kinds import Call, Kinds
from bot.outbox.pacer import Pacer
from bot.outbox.states import Outcome, Result, State
from bot.people.roles import grant
from bot.storage import Database, migrate
from bot.storage.retry import retried
from bot.storage.tables import Account, Conversation, OwedMessage, Role
from bot.texts import texts
from tests.desk.killed import Killed
from tests.desk.office import CENTRE, HOURS, ROOM, TELEGRAM
from tests.outbox import strict_server, virtual_time
from tests.outbox.strict_server import StrictServer
from tests.storage.postgres_server import PostgresServer

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
TOKENS = re.compile(r"t(\d+)-(\d+)")


class Town:
    """Residents who write, and when; the room is the one that the server serves."""

    def __init__(self, database: Database, clock: Clock, seconds: Callable[[], float] = time.monotonic) -> None:
        self.database, self.clock, self.seconds = database, clock, seconds
        self.written: dict[tuple[int, int], float] = {}
        self.talks: dict[int, Conversation] = {}
        self.organiser = 0
        self.last: Counter[int] = Counter()
        self.told_wrong = 0
        """To how many a place in the line was told that was not theirs."""
        self.clerks: list[Clerk] = []

    async def settle(self) -> None:
        async with self.database.transaction() as session:
            for name, role in (("Organiser", Role.ORGANISER), ("Ewa", Role.CLERK), ("Jan", Role.CLERK)):
                account = Account(created_at=self.clock())
                session.add(account)
                await session.flush()
                assert account.id is not None
                await grant(session, self.clock(), account.id, CENTRE, role)
                self.clerks.append(Clerk(account.id, name))
            await rooms.register(session, self.clock(), CENTRE, TELEGRAM, ROOM, self.clerks[0].account_id)

    async def write(self, resident: int) -> None:
        """One message; the first one hands the resident over."""
        number, self.last[resident] = self.last[resident], self.last[resident] + 1
        async with self.database.transaction() as session:
            if resident not in self.talks:
                opening = Opening(CENTRE, None, TELEGRAM, resident, "pl")
                self.talks[resident] = await conversations.open_(session, self.clock(), opening)
                # Nobody is answered here, so whoever is handed over stands behind all before them.
                place = await conversations.place_in_line(session, self.talks[resident])
                self.told_wrong += place != self.talks[resident].number
            said = Incoming(TELEGRAM, resident, number + 1, Content(f"t{resident}-{number}"))
            await mirroring.from_resident(session, self.clock(), self.talks[resident], said)
        self.written[resident, number] = self.seconds()


def seen(server: StrictServer) -> dict[tuple[int, int], list[tuple[float, bool]]]:
    """When staff saw each text, and whether that was marked as perhaps a second time."""
    found = defaultdict[tuple[int, int], list[tuple[float, bool]]](list)
    for one in server.delivered:
        if one.chat_id == ROOM:
            for who, number in TOKENS.findall(one.text):
                found[int(who), int(number)].append((one.at, "po raz drugi" in one.text))
    return found


def verdict(server: StrictServer, town: Town) -> str:
    found = seen(server)
    doubled = sum(not marked for times in found.values() for _, marked in times[1:])
    marked = sum(marked for times in found.values() for _, marked in times[1:])
    order = [key for one in server.delivered if "po raz drugi" not in one.text for key in TOKENS.findall(one.text)]
    last, wrong = Counter[str](), 0
    for who, number in order:
        wrong += int(number) < last[who]
        last[who] = max(last[who], int(number))
    lost = len(town.written.keys() - found.keys())
    return f"lost {lost}, doubled {doubled} (marked {marked}), out of order {wrong}, 429: {server.too_many}"


class Line:
    """Straight into the strict server, on the loop's clock: what it allows is all that takes time."""

    def __init__(self, server: StrictServer) -> None:
        self._server = server

    async def prepare(self) -> None:
        """Nothing to load."""

    async def try_to_send(self, call: Call, chat_id: int, _slot: object) -> Outcome:
        fields = call.arguments | {"chat_id": chat_id}
        answer = await self._server._handle(call.method, fields, str(fields.get("text", "")))
        assert answer is not None
        found = json.loads(answer[1])
        if answer[0] == 429:
            return Outcome(Result.TOO_MANY, seconds=found["parameters"]["retry_after"])
        number = found["result"].get("message_id") or found["result"]["message_thread_id"]
        return Outcome(Result.DELIVERED, message_ids=[number])


async def talking(url: str, residents: int, minutes: float, pause: float, burst: int, opening: float) -> None:
    """Residents talk for some minutes: ``pause`` seconds between bursts of up to ``burst`` messages.

    All begin within ``opening`` seconds.
    """
    loop, started = asyncio.get_running_loop(), time.monotonic()
    strict_server.time = SimpleNamespace(monotonic=loop.time)  # type: ignore[assignment]
    beats = asyncio.create_task(_beat())  # SQLite opens its connections in a thread, for which nobody waits here
    database = Database(url)
    database._disk = None  # the same for the disk
    async with AsyncExitStack() as stack:
        for _ in range(5):
            await (await stack.enter_async_context(database.session())).connection()
    began = loop.time()

    def clock() -> datetime:
        return MONDAY + timedelta(seconds=loop.time() - began)

    server = StrictServer(latency=0.05)
    town, known = Town(database, clock, loop.time), Kinds()
    kinds.register(known, texts(), lambda _card, _language: "")
    await town.settle()
    delivery = Delivery(database, known, clock, TELEGRAM, Line(server), Pacer())
    sending = asyncio.create_task(delivery.run())
    chance = random.Random(7)
    ends = loop.time() + minutes * 60

    async def talk(resident: int) -> None:
        await asyncio.sleep(chance.uniform(0, opening))
        while loop.time() < ends:
            for _ in range(chance.randint(1, burst)):
                await town.write(resident)
                await asyncio.sleep(chance.uniform(0.5, 2))
            await asyncio.sleep(chance.expovariate(1 / pause))

    await asyncio.gather(*(talk(resident) for resident in range(1, residents + 1)))
    for _ in range(24 * 360):
        await asyncio.sleep(10)
        if await _drained(database):
            break
    sending.cancel()
    await asyncio.gather(sending, return_exceptions=True)
    await database.close()
    beats.cancel()
    calls = [one.at for one in server.delivered if one.chat_id == ROOM]
    full, rest = divmod(len(calls) - 1, 20)
    ideal, took = full * 60 + rest, calls[-1] - calls[0]
    waits = sorted(times[0][0] - town.written[key] for key, times in seen(server).items())
    print(
        f"  {residents} residents, {minutes:g} minutes, {len(town.written)} messages, {len(calls)} group calls "
        f"({len(calls) / len(town.written):.2f} a message)\n"
        f"  resident → staff: median {statistics.median(waits):.1f} s, p95 {waits[int(len(waits) * 0.95)]:.1f} s, "
        f"worst {waits[-1]:.1f} s\n"
        f"  all calls within {took:.0f} s; so many need {ideal} s by the limit alone ({took / max(ideal, 1):.2f} ×)\n"
        f"  {verdict(server, town)}; told a wrong place in the line: {town.told_wrong}; "
        f"{time.monotonic() - started:.0f} s of this machine",
        flush=True,
    )


async def _drained(database: Database) -> bool:
    """Whether nothing that residents wrote is on its way any more (titles may be)."""
    async with database.session() as session:
        found = await session.exec(
            select(OwedMessage.id)
            .where(
                col(OwedMessage.state).in_([State.WAITING, State.CLAIMED]),
                col(OwedMessage.kind).in_([owing.TOPIC, owing.MIRROR]),
            )
            .limit(1)
        )
        return found.first() is None


async def _beat() -> None:
    # An alarm is always set: without one the loop would think itself stuck.
    while True:  # noqa: ASYNC110
        await asyncio.sleep(0.05)


async def race(url: str, rounds: int) -> str:
    """Two clerks take, answer and close the same conversation at the same moment."""
    database, now = Database(url), lambda: MONDAY
    town = Town(database, now)
    await town.settle()
    tally: Counter[str] = Counter()
    numbers = iter(range(10**9))

    async def take(clerk: Clerk, number: int) -> None:
        async with database.transaction() as session:
            await working.take(session, MONDAY, number, clerk, HOURS)

    async def answer(clerk: Clerk, number: int) -> None:
        async with database.transaction() as session:
            talk = await working.take(session, MONDAY, number, clerk, HOURS)
            source = Incoming(TELEGRAM, ROOM, next(numbers), Content("x"))
            reply = await mirroring.to_resident(session, MONDAY, talk, clerk, source.content, source)
            assert reply.holder is None

    async def close(clerk: Clerk, number: int) -> None:
        async with database.transaction() as session:
            await working.close(session, MONDAY, number, clerk)

    steps: list[Callable[[Clerk, int], object]] = [take, answer, close]
    for round_ in range(rounds):
        async with database.transaction() as session:
            opening = Opening(CENTRE, None, TELEGRAM, 10_000 + round_, "pl")
            talk = await conversations.open_(session, MONDAY, opening)
            number = talk.id or 0
        step = steps[round_ % 3]

        async def attempt(clerk: Clerk, step: object = step, number: int = number) -> str:
            try:
                await retried(lambda: step(clerk, number))  # type: ignore[operator]
                return "won"
            except OkienkoError as error:
                return error.key

        results = await asyncio.gather(*(attempt(clerk) for clerk in town.clerks[1:]))
        told = [result for result in results if result in ("desk-taken-by", "desk-closed")]
        tally["one won, the other was told" if len(told) == 1 and "won" in results else f"wrong: {results}"] += 1
    await database.close()
    return ", ".join(f"{what}: {count}" for what, count in tally.items())


async def kills(url: str, count: int) -> None:
    """The sending process is killed at random steps while residents write; then one lives to the end."""
    bringing.BURST = timedelta(seconds=0.1)  # type: ignore[misc]
    server = StrictServer(limited=False)
    base = await server.start()
    database = Database(url)
    town = Town(database, lambda: datetime.now(UTC))
    await town.settle()
    chance, died = random.Random(3), 0
    for _ in range(count):
        process = Killed(url, base, chance.choice(("claimed", "sent", "recorded")), chance.randint(1, 5))
        await process.start()
        while process.alive():
            await town.write(chance.randint(1, 5))
            await asyncio.sleep(0.05)
        died += await process.ended() == -9
    last = Killed(url, base, None, 0)
    await last.start()
    with suppress(TimeoutError):
        async with asyncio.timeout(90):
            while len(seen(server)) < len(town.written):  # noqa: ASYNC110
                await asyncio.sleep(0.1)
    await asyncio.sleep(1)
    await last.stop()
    await database.close()
    await server.stop()
    print(f"  {died} kills, {len(town.written)} messages: {verdict(server, town)}", flush=True)


async def migrated(folder: Path, name: str) -> str:
    database = Database(f"sqlite:///{folder / name}.db")
    await migrate.upgrade(database)
    await database.close()
    return database.url


async def races(url: str, rounds: int) -> None:
    print(f"two clerks, SQLite: {await race(url, rounds)}", flush=True)
    server = PostgresServer()
    try:
        postgres = Database(server.url(server.create("race")))
        await migrate.upgrade(postgres)
        await postgres.close()
        print(f"two clerks, PostgreSQL: {await race(postgres.url, rounds)}", flush=True)
    finally:
        server.stop()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("parts", nargs="*", default=["ten", "rush", "race", "kills"])
    parser.add_argument("--rounds", type=int, default=1000)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--residents", type=int, default=200, help="of the rush")
    parser.add_argument("--minutes", type=float, default=10, help="of the rush")
    given = parser.parse_args()
    configure("error")
    print(f"load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores", flush=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        urls = {part: asyncio.run(migrated(folder, part)) for part in given.parts}
        if "ten" in given.parts:
            print("ten residents talk")
            virtual_time.run(talking(urls["ten"], 10, 10, 45, 3, opening=60))
        if "rush" in given.parts:
            print("many at once")
            virtual_time.run(talking(urls["rush"], given.residents, given.minutes, 60, 2, opening=5))
        strict_server.time = time  # type: ignore[attr-defined]
        if "race" in given.parts:
            asyncio.run(races(urls["race"], given.rounds))
        if "kills" in given.parts:
            print("kills")
            asyncio.run(kills(urls["kills"], given.kills))
    return 0


if __name__ == "__main__":
    sys.exit(main())
