"""One channel's sending as the composition root starts it."""

import asyncio
import importlib
from datetime import datetime
from typing import Any

from sqlmodel import col, select

from bot.clock import Clock
from bot.outbox.delivery import WINDOW, Delivery
from bot.outbox.kinds import Call, Kinds
from bot.outbox.ledger import sent_lately
from bot.outbox.pacer import OWN_PAGE, Pacer, Slot
from bot.outbox.states import Outcome
from bot.storage import Database
from bot.storage.tables import IncomingUpdate


async def pacer_for(
    database: Database, channel: str, now: datetime, *, limited: bool, live_always_waits: bool = True
) -> Pacer:
    """The channel's pacer. Its windows count as full when something may have been sent a moment ago."""
    if not limited:
        return Pacer(OWN_PAGE)
    since = now - WINDOW
    async with database.session() as session:
        answered = await session.exec(
            select(IncomingUpdate.update_id)
            .where(col(IncomingUpdate.channel) == channel, col(IncomingUpdate.received_at) >= since)
            .limit(1)
        )
        full = answered.first() is not None or await sent_lately(session, channel, since)
        return Pacer(windows_full=full, live_always_waits=live_always_waits)


async def send_what_is_owed(
    database: Database, kinds: Kinds, clock: Clock, channel: str, token: str, base: str, pacer: Pacer
) -> None:
    """Deliver on a channel until cancelled. Raises `bot.outbox.delivery.TokenRefusedError`."""
    line = _LateLine(token, base, pacer)
    try:
        await Delivery(database, kinds, clock, channel, line, pacer).run()
    finally:
        await line.hang_up()


class _LateLine:
    """Loads python-telegram-bot when there is something to send: it takes a third of a second."""

    def __init__(self, *arguments: Any) -> None:
        self._arguments = arguments
        self._bot: Any = None
        self._loading = asyncio.Lock()

    async def prepare(self) -> None:
        async with self._loading:
            if self._bot is None:
                module = await asyncio.to_thread(importlib.import_module, "bot.outbox.telegram_bot")
                self._bot = module.TelegramBot(*self._arguments)

    async def try_to_send(self, call: Call, chat_id: int, slot: Slot) -> Outcome:
        outcome: Outcome = await self._bot.try_to_send(call, chat_id, slot)
        return outcome

    async def hang_up(self) -> None:
        if self._bot:
            await self._bot.hang_up()
