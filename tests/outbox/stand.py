"""Delivery against the strict server, as the tests and benchmarks put it together."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from sqlmodel import col, select

from bot.clock import Clock
from bot.outbox.delivery import Delivery
from bot.outbox.kinds import Kind, Kinds
from bot.outbox.owed import owe
from bot.outbox.pacer import UNLIMITED, Pacer, PacerLimits
from bot.outbox.states import Priority
from bot.outbox.telegram_bot import TelegramBot
from bot.storage import Database
from bot.storage.tables import OwedMessage
from tests.outbox.strict_server import StrictServer

TOKEN = "42:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
CHANNEL = "telegram"


def kinds_of_the_tests() -> Kinds:
    return Kinds(Kind("announcement"), Kind("reminder", resend_uncertain=True))


@dataclass
class Stand:
    database: Database
    clock: Clock
    server: StrictServer
    base: str
    kinds: Kinds

    @asynccontextmanager
    async def delivery(self, limits: PacerLimits = UNLIMITED, **options: Any) -> AsyncIterator[Delivery]:
        """A running sending process."""
        pacer = Pacer(limits)
        line = TelegramBot(TOKEN, self.base, pacer)
        delivery = Delivery(self.database, self.kinds, self.clock, CHANNEL, line, pacer, **options)
        task = asyncio.create_task(delivery.run())
        try:
            yield delivery
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
            await line.hang_up()

    async def owe(self, chat_id: int, text: str, **more: Any) -> bool:
        """Owe a text; the key is chat and text unless told."""
        given: dict[str, Any] = {
            "now": self.clock(),
            "dedupe_key": f"{chat_id}:{text}",
            "channel": CHANNEL,
            "chat_id": chat_id,
            "centre": "koszalin",
            "kind": "announcement",
            "payload": {"method": "sendMessage", "arguments": {"text": text}},
            "priority": Priority.BULK,
        }
        async with self.database.transaction() as session:
            return await owe(session, **(given | more))

    async def rows(self) -> list[OwedMessage]:
        async with self.database.session() as session:
            return list((await session.exec(select(OwedMessage).order_by(col(OwedMessage.id)))).all())

    async def states(self) -> list[str]:
        return [row.state for row in await self.rows()]

    async def until(self, *states: str) -> list[OwedMessage]:
        """The rows, once their states are these."""
        return await self.soon(lambda rows: [row.state for row in rows] == list(states))

    async def soon(self, wanted: Callable[[list[OwedMessage]], object], seconds: float = 30.0) -> list[OwedMessage]:
        """The rows, once something is so."""
        async with asyncio.timeout(seconds):
            while True:
                rows = await self.rows()
                if wanted(rows):
                    return rows
                await asyncio.sleep(0.01)


def scaled(scale: float) -> PacerLimits:
    return PacerLimits(second=1.0 / scale, minute=60.0 / scale)
