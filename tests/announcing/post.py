"""The end of the line: what is owed is delivered here, and remembered."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from sqlmodel import col, func, select

from bot.announcements.herald import Herald
from bot.clock import SteppedClock
from bot.outbox.delivery import Delivery
from bot.outbox.kinds import Call, Kinds
from bot.outbox.pacer import UNLIMITED, Pacer
from bot.outbox.states import Outcome, Result, State
from bot.storage import Database
from bot.storage.tables import OwedMessage


@dataclass
class Letter:
    channel: str
    chat_id: int
    method: str
    arguments: dict[str, Any]

    @property
    def words(self) -> str:
        media = self.arguments.get("media") or [{}]
        return str(self.arguments.get("text") or self.arguments.get("caption") or media[0].get("caption") or "")

    @property
    def buttons(self) -> list[dict[str, str]]:
        rows = (self.arguments.get("reply_markup") or {}).get("inline_keyboard", [])
        return [button for row in rows for button in row]


@dataclass
class PostOffice:
    database: Database
    clock: SteppedClock
    kinds: Kinds
    herald: Herald
    letters: list[Letter] = field(default_factory=list)
    refuse: Callable[[Letter], Outcome | None] = lambda _letter: None
    tries: int = 0
    numbers: Any = field(default_factory=lambda: count(500))

    def to(self, chat_id: int, method: str | None = None) -> list[Letter]:
        """What a chat got."""
        return [one for one in self.letters if one.chat_id == chat_id and method in (None, one.method)]

    async def deliver(self) -> None:
        """Until nothing is due any more on either channel."""
        for _ in range(6):
            before = self.tries
            await self.herald.tick()
            for channel in ("telegram", "web"):
                await self._empty(channel)
            if self.tries == before:
                return

    async def _empty(self, channel: str) -> None:
        line = _Line(self, channel)
        pacer = Pacer(UNLIMITED)
        task = asyncio.create_task(
            Delivery(self.database, self.kinds, self.clock, channel, line, pacer, poll_seconds=0.005).run()
        )
        try:
            async with asyncio.timeout(10):
                while await self._due(channel):  # noqa: ASYNC110
                    await asyncio.sleep(0.01)
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    async def _due(self, channel: str) -> int:
        async with self.database.session() as session:
            found = await session.exec(
                select(func.count()).where(
                    col(OwedMessage.channel) == channel,
                    (col(OwedMessage.state) == State.CLAIMED)
                    | ((col(OwedMessage.state) == State.WAITING) & (col(OwedMessage.not_before) <= self.clock())),
                )
            )
            return found.one()


@dataclass
class _Line:
    office: PostOffice
    channel: str

    async def prepare(self) -> None:
        """Nothing to load."""

    async def try_to_send(self, call: Call, chat_id: int, _slot: Any) -> Outcome:
        self.office.tries += 1
        letter = Letter(self.channel, chat_id, call.method, call.arguments)
        if refused := self.office.refuse(letter):
            return refused
        self.office.letters.append(letter)
        many = len(call.arguments.get("media", [0])) if call.method == "sendMediaGroup" else 1
        sent = call.method.startswith("send")
        return Outcome(Result.DELIVERED, message_ids=[next(self.office.numbers) for _ in range(many)] if sent else [])
