"""A sending process of the desk that kills itself (SIGKILL: no clean-up) at a step, or lives until it is stopped.

Run as ``python -m tests.desk.killed URL BASE STEP NUMBER``; an empty step is none.
"""

import asyncio
import os
import signal
import sys
from collections import Counter
from datetime import timedelta

from bot.clock import system_clock
from bot.desk import bringing, kinds
from bot.desk.watch import follow_up
from bot.log import configure
from bot.outbox.delivery import Delivery
from bot.outbox.kinds import Kinds
from bot.outbox.pacer import UNLIMITED, Pacer
from bot.outbox.telegram_bot import TelegramBot
from bot.storage import Database
from bot.texts import texts
from tests.desk.office import TELEGRAM
from tests.outbox.stand import TOKEN


class Killed:
    """The process, from the outside."""

    def __init__(self, url: str, base: str, step: str | None, number: int) -> None:
        self._order = [url, base, step or "", str(number)]

    async def start(self) -> None:
        self._process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "tests.desk.killed", *self._order, stdout=asyncio.subprocess.DEVNULL
        )

    def alive(self) -> bool:
        return self._process.returncode is None

    async def ended(self) -> int:
        return await self._process.wait()

    async def stop(self) -> None:
        self._process.terminate()
        await self._process.wait()


async def live(url: str, base: str, crash: tuple[str, int]) -> None:
    bringing.BURST = timedelta(seconds=0.1)  # type: ignore[misc]
    seen: Counter[str] = Counter()

    def step(name: str) -> None:
        seen[name] += 1
        if crash == (name, seen[name]):
            os.kill(os.getpid(), signal.SIGKILL)

    database, known = Database(url), Kinds()
    kinds.register(known, texts(), lambda _card, _language: "")
    pacer = Pacer(UNLIMITED)
    line = TelegramBot(TOKEN, base, pacer)
    delivery = Delivery(
        database, known, system_clock, TELEGRAM, line, pacer,
        lease_length=timedelta(seconds=0.5), poll_seconds=0.02, step=step,
    )  # fmt: skip
    sending = asyncio.create_task(delivery.run())
    while not sending.done():
        await asyncio.sleep(0.5)
        async with database.transaction() as session:
            await follow_up(session, system_clock())


if __name__ == "__main__":
    configure("error")
    asyncio.run(live(sys.argv[1], sys.argv[2], (sys.argv[3], int(sys.argv[4]))))
