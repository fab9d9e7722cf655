"""How what is owed gets out: beside other senders, with faults, kills, residents asking, and 100,000 at once.

    python -m benchmarks.delivery [limits faults live kills plan] [--scale 5] [--kills 200] [--peers PYTHON]

The messenger is a strict server with Telegram's limits (`tests/outbox/strict_server.py`); ``--scale``
shortens its windows, and ours with them. ``--peers`` is a Python that has
``python-telegram-bot[rate-limiter]``, ``aiogram-broadcaster`` and ``aiogram-broadcast``: other senders do
the same work in the same run (see `benchmarks/delivery_peers.py`).
"""

import argparse
import asyncio
import json
import logging
import random
import resource
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from bot.clock import system_clock
from bot.log import configure
from bot.outbox.owed import Debt, owe_many
from bot.outbox.pacer import PacerLimits
from bot.outbox.report import forget_sent
from bot.outbox.states import Priority, State
from bot.storage import Database, migrate
from tests.outbox.mailroom import STEPS, Mailroom
from tests.outbox.stand import CHANNEL, Stand, kinds_of_the_tests
from tests.outbox.strict_server import StrictServer

PRIVATE, GROUPS, EACH = 3000, 10, 45


def debts(private: int, groups: int = 0, each: int = 0, kind: str = "announcement") -> Iterator[Debt]:
    """Private chats 1…, and groups with several messages each. Urgent, so that it runs at night too."""
    for chat in [*range(1, private + 1), *(-group for group in range(1, groups + 1) for _ in range(each))]:
        number = next(_NUMBERS)
        yield Debt(
            dedupe_key=f"b:{number}",
            channel=CHANNEL,
            chat_id=chat,
            centre="koszalin",
            kind=kind,
            payload={"method": "sendMessage", "arguments": {"text": f"n{number}"}},
            priority=Priority.BULK,
            urgent=True,
        )


_NUMBERS = iter(range(10**9))


@asynccontextmanager
async def database_for(url: str) -> Any:
    database = Database(url)
    await migrate.upgrade(database)
    yield database
    await database.close()


def ideal(private: int, groups: int, each: int) -> float:
    """Seconds (unscaled) that the limits alone need: everything at 30 a second, a group at 20 a minute."""
    minutes, rest = divmod(each - 1, 20)
    return max((private + groups * each - 1) / 30, minutes * 60 + rest if groups else 0)


def verdict(server: StrictServer, wanted: int, uncertain: int = 0) -> str:
    texts = Counter((one.chat_id, one.text) for one in server.delivered)
    doubled = sum(count - 1 for count in texts.values())
    return f"429: {server.too_many}, lost: {wanted - len(texts) - uncertain}, doubled: {doubled}"


async def limits(folder: Path, scale: float, peers: str | None) -> None:
    total = PRIVATE + GROUPS * EACH
    best = ideal(PRIVATE, GROUPS, EACH) / scale
    print(f"{PRIVATE} private + {GROUPS} groups x {EACH}, limits x {scale:g}; the limits alone need {best:.1f} s")
    async with database_for(f"sqlite:///{folder}/limits.db") as database:
        server = StrictServer(scale=scale)
        stand = Stand(database, system_clock, server, await server.start(), kinds_of_the_tests())
        await owe_many(database, debts(PRIVATE, GROUPS, EACH), now=system_clock())
        began = time.monotonic()
        async with stand.delivery(PacerLimits(second=1 / scale, minute=60 / scale)):
            await until(lambda: len(server.delivered) == total or time.monotonic() - began > best * 3)
        took = server.delivered[-1].at - server.delivered[0].at
        print(
            f"  okienko              {took:6.1f} s  {best / took:.3f} of the ideal   {verdict(server, total)}",
            flush=True,
        )
        await server.stop()
    if peers:
        names = ("ptb-limiter", "aiogram-broadcaster", "aiogram-broadcast")
        await asyncio.gather(*(peer(name, peers, scale, best, total) for name in names))


async def peer(name: str, python: str, scale: float, best: float, total: int) -> None:
    """Another sender at the same work, on a server of its own."""
    server = StrictServer(scale=scale)
    base = await server.start()
    chats = [debt.chat_id for debt in debts(PRIVATE, GROUPS, EACH)]
    process = await asyncio.create_subprocess_exec(
        python, str(Path(__file__).with_name("delivery_peers.py")), name, base, str(scale),
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    said = ""
    try:
        await asyncio.wait_for(process.communicate(json.dumps(chats).encode()), best * 2 + 20)
    except TimeoutError:
        process.kill()
        said = ", stopped at twice the ideal"
    took = server.delivered[-1].at - server.delivered[0].at if server.delivered else 0.0
    share = f"{best / took:.3f} of the ideal" if took else "nothing sent"
    print(f"  {name:20} {took:6.1f} s  {share}   {verdict(server, total)}{said}", flush=True)
    await server.stop()


async def faults(folder: Path, scale: float) -> None:
    """Every class of fault at random; then the books of both sides are compared."""
    chance, total = random.Random(4), 1500
    kinds = ["429"] * 4 + ["500", "500 sent", "reset", "reset sent", "garbage sent"] + ["slow"] * 3
    async with database_for(f"sqlite:///{folder}/faults.db") as database:
        server = StrictServer(scale=scale, slow_seconds=0.5)
        ambiguous: set[str] = set()

        def fault(_method: str, _chat: int, text: str) -> str:
            kind = chance.choice(kinds) if chance.random() < 0.12 else ""
            if kind.startswith(("500", "reset", "garbage")):
                ambiguous.add(text)
            return kind

        server.fault = fault
        base = await server.start()
        stand = Stand(database, system_clock, server, base, kinds_of_the_tests())
        await owe_many(database, debts(total), now=system_clock())
        async with stand.delivery(PacerLimits(second=1 / scale, minute=60 / scale)):
            await asyncio.sleep(2)
            went = system_clock()
            await server.stop()  # nobody listens for a while: what was not on the line surely did not leave
            await asyncio.sleep(2)
            await server.start(int(base.rpartition(":")[2]))
            while any(row.state in (State.WAITING, State.CLAIMED) for row in await stand.rows()):  # noqa: ASYNC110
                await asyncio.sleep(1)  # looking takes time, too
        rows = await stand.rows()
        await server.stop()
    # The payload of an uncertain row is kept; a delivered one is known by its key.
    unsure = [row for row in rows if row.state == State.UNCERTAIN]
    arrived = Counter(one.text for one in server.delivered)
    lost = [row for row in rows if row.state == State.DELIVERED and not arrived[f"n{row.dedupe_key[2:]}"]]
    # What was on its way when the server went was written to a connection that closed: read or not.
    wrongly = [
        f"{row.dedupe_key}: {row.reason}"
        for row in unsure
        if f"n{row.dedupe_key[2:]}" not in ambiguous
        and not (row.claimed_at and row.finished_at and row.claimed_at <= went <= row.finished_at)
    ]
    print(f"{total} messages, 12 % faults ({dict(server.broken)}) and two seconds without a server:")
    print(
        f"  delivered {total - len(unsure)}, uncertain {len(unsure)}; lost {len(lost)}, "
        f"doubled {sum(count - 1 for count in arrived.values())}, uncertain without reason {wrongly or 0}; "
        f"429 by the limits: {server.too_many}"
    )


async def live(folder: Path, scale: float) -> None:
    """A resident's question while the outbox sends, through the whole of `okienko run`."""
    from aiohttp import ClientSession

    from benchmarks.updates import SECRET, typed

    server = StrictServer()
    base = await server.start()
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "benchmarks.updates", "--as", "okienko", "--base", base, "--folder", str(folder),
        stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout
    url = (await process.stdout.readline()).decode().strip()

    async def ask(many: int) -> list[float]:
        took = []
        async with ClientSession() as http:
            for _ in range(many):
                number = next(_NUMBERS)
                chat = 10**6 + number
                began = time.perf_counter()
                headers = {"X-Telegram-Bot-Api-Secret-Token": SECRET, "Content-Type": "application/json"}
                update = json.dumps(typed(number + 1, chat, "złota rączka"))
                async with http.post(f"{url}/telegram", data=update.encode(), headers=headers) as answer:
                    assert answer.status == 200
                await until(lambda: server.texts(chat), 0.002)  # noqa: B023 - waited for at once
                took.append(time.perf_counter() - began)
                await asyncio.sleep(0.25)
        return took

    try:
        await ask(5)
        idle = await ask(60)
        async with database_for(f"sqlite:///{folder}/okienko.db") as database:
            await owe_many(database, debts(3000, kind="message"), now=system_clock())
        await until(lambda: sum(one.chat_id <= PRIVATE for one in server.delivered) >= 60)
        busy = await ask(150)
        sent = sum(one.chat_id <= PRIVATE for one in server.delivered)
    finally:
        process.terminate()
        await process.wait()
        await server.stop()
    print(
        f"a question's answer: p95 {p95(idle):.0f} ms idle, p95 {p95(busy):.0f} ms while {sent} messages went out; "
        f"429: {server.too_many}"
    )


async def kills(folder: Path, rounds: int) -> None:
    """Killed at a random step, again and again; the books are compared after every second life."""
    from tests.storage.postgres_server import PostgresServer

    chance, room, postgres = random.Random(9), Mailroom(), PostgresServer()
    await room.open()
    for name, url in (("SQLite", f"sqlite:///{folder}/kills.db"), ("PostgreSQL", postgres.url(postgres.create()))):
        server = StrictServer(limited=False, latency=0.004)
        base = await server.start()
        lost = doubled = unsure = unused = 0
        async with database_for(url) as database:
            stand = Stand(database, system_clock, server, base, kinds_of_the_tests())
            for _ in range(rounds):
                server.delivered.clear()
                await owe_many(database, debts(12), now=system_clock())
                crash = (chance.choice(STEPS), chance.randint(1, 12))
                killed = await room.live(url, base, crash, paced=True)
                unused += killed == 0
                assert await room.live(url, base, None, paced=True) == 0
                arrived = Counter(one.text for one in server.delivered)
                rows = (await stand.rows())[-12:]
                for row in rows:
                    came = arrived[f"n{row.dedupe_key[2:]}"]
                    doubled += max(0, came - 1)
                    lost += came == 0 and row.state != State.UNCERTAIN
                    unsure += row.state == State.UNCERTAIN
        await server.stop()
        print(
            f"{rounds} rounds of kill -9 on {name} ({rounds - unused} hit): lost {lost}, doubled {doubled}, "
            f"listed as uncertain {unsure} of {rounds * 12}",
            flush=True,
        )
    await room.close()
    postgres.stop()


async def plan(folder: Path, people: int = 100_000) -> None:
    """Very many at once, while somebody else writes."""
    waits: list[float] = []
    async with database_for(f"sqlite:///{folder}/plan.db") as database:
        planned = False

        async def resident() -> None:
            while not planned:
                began = time.perf_counter()
                async with database.transaction() as session:
                    await forget_sent(session, system_clock())
                waits.append(time.perf_counter() - began)
                await asyncio.sleep(0.02)

        other = asyncio.create_task(resident())
        await asyncio.sleep(2)
        idle = waits[:]
        waits.clear()
        await owe_many(database, debts(2000), now=system_clock())
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        began = time.perf_counter()
        await owe_many(database, debts(people), now=system_clock())
        took = time.perf_counter() - began
        grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
        planned = True
        await other
    print(
        f"{people} recipients planned in {took:.0f} s, {grown:.0f} MB more memory; somebody else's short write "
        f"meanwhile: p95 {p95(waits):.0f} ms (idle {p95(idle):.0f} ms)"
    )


async def until(so: Callable[[], object], seconds: float = 0.05) -> None:
    while not so():  # noqa: ASYNC110 - what it waits for happens in another process
        await asyncio.sleep(seconds)


def p95(seconds: list[float]) -> float:
    """In milliseconds."""
    return statistics.quantiles(seconds, n=20)[-1] * 1000


async def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("parts", nargs="*", default=["limits", "faults", "live", "kills", "plan"])
    parser.add_argument("--scale", type=float, default=5.0)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--peers")
    given = parser.parse_args()
    configure("error")
    logging.getLogger("telegram").setLevel(logging.CRITICAL)  # garbage is among the faults
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for part in given.parts:
            match part:
                case "limits":
                    await limits(folder, given.scale, given.peers)
                case "faults":
                    await faults(folder, given.scale)
                case "live":
                    await live(folder, given.scale)
                case "kills":
                    await kills(folder, given.kills)
                case "plan":
                    await plan(folder)
                case _:
                    parser.error(f"no such part: {part}")


if __name__ == "__main__":
    asyncio.run(main())
