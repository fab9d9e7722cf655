"""Sending processes to be killed: imports once, then forks one for each line of JSON on stdin.

Run as ``python -m tests.outbox.mailroom``. A line has ``url`` (database), ``base`` (Bot API server),
``lease`` (seconds), ``paced`` (30 a second) and ``crash``: null, or a step's name and the how-many-eth
time it is killed there (SIGKILL: no clean-up, no exception). A process lives until nothing is due or
claimed. Prints its exit code; -9 is a kill.
"""

import asyncio
import json
import os
import signal
import sys
from collections import Counter
from datetime import timedelta
from typing import Any

from sqlmodel import col, func, select

from bot.clock import system_clock
from bot.log import configure
from bot.outbox.delivery import Delivery
from bot.outbox.pacer import UNLIMITED, Pacer, PacerLimits
from bot.outbox.states import State
from bot.outbox.telegram_bot import TelegramBot
from bot.storage import Database
from bot.storage.tables import OwedMessage
from tests.outbox.stand import CHANNEL, TOKEN, kinds_of_the_tests

STEPS = ("before claim", "claimed", "sent", "recorded")


async def live(url: str, base: str, lease: float, crash: tuple[str, int] | None, paced: bool) -> None:
    seen: Counter[str] = Counter()

    def step(name: str) -> None:
        seen[name] += 1
        if crash == (name, seen[name]):
            os.kill(os.getpid(), signal.SIGKILL)

    database = Database(url)
    pacer = Pacer(PacerLimits() if paced else UNLIMITED)
    line = TelegramBot(TOKEN, base, pacer)
    length = timedelta(seconds=lease)
    delivery = Delivery(
        database, kinds_of_the_tests(), system_clock, CHANNEL, line, pacer,
        lease_length=length, poll_seconds=0.02, step=step,
    )  # fmt: skip
    task = asyncio.create_task(delivery.run())
    async with asyncio.timeout(60):
        while await _open(database):  # noqa: ASYNC110 - another process may write what it waits for
            await asyncio.sleep(0.02)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    await line.hang_up()
    await database.close()


async def _open(database: Database) -> int:
    async with database.session() as session:
        rows = await session.exec(
            select(func.count(col(OwedMessage.id))).where(col(OwedMessage.state).in_([State.WAITING, State.CLAIMED]))
        )
        return rows.one()


class Mailroom:
    """Starts and kills the processes, from the outside."""

    async def open(self) -> None:
        self._process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "tests.outbox.mailroom", stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE
        )

    async def live(
        self, url: str, base: str, crash: tuple[str, int] | None, lease: float = 0.3, *, paced: bool = False
    ) -> int:
        """One process from its beginning to its end; its exit code."""
        assert self._process.stdin
        assert self._process.stdout
        order = {"url": url, "base": base, "lease": lease, "crash": crash, "paced": paced}
        self._process.stdin.write(json.dumps(order).encode() + b"\n")
        await self._process.stdin.drain()
        return int(await self._process.stdout.readline())

    async def close(self) -> None:
        assert self._process.stdin
        self._process.stdin.close()
        await self._process.wait()


def main() -> None:
    configure("error")  # standard output is for the exit codes
    for line in sys.stdin:
        order: dict[str, Any] = json.loads(line)
        child = os.fork()
        if child == 0:
            try:
                crash = tuple(order["crash"]) if order["crash"] else None
                asyncio.run(live(order["url"], order["base"], order["lease"], crash, order["paced"]))  # type: ignore[arg-type]
                os._exit(0)
            except BaseException as error:
                sys.stderr.write(f"{error!r}\n")
                os._exit(1)
        _, status = os.waitpid(child, 0)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(status)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
