"""A centre with a desk: people with and without roles, staff rooms, and a messenger that remembers what it was sent."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, time
from itertools import count
from typing import Any

from sqlmodel import SQLModel, col, func, select

from bot.catalogue.model import Schedule
from bot.clock import SteppedClock
from bot.desk import conversations, hours, kinds, mirroring, rooms
from bot.desk.content import Content
from bot.desk.conversations import Opening
from bot.desk.hours import DeskHours
from bot.desk.mirroring import Incoming, Reply
from bot.desk.permission import Clerk
from bot.outbox.delivery import Delivery
from bot.outbox.kinds import Call, Kind, Kinds
from bot.outbox.pacer import UNLIMITED, Pacer
from bot.outbox.states import Outcome, Result, State
from bot.people.roles import grant
from bot.storage import Database
from bot.storage.tables import Account, Address, Conversation, DeskMessage, OwedMessage, Role
from bot.texts import texts

CENTRE, ELSEWHERE = "starachowice", "koszalin"
WEB, TELEGRAM = "web", "telegram"
ROOM, CONSOLE = -1001, -2001
HOURS = DeskHours((Schedule(byday=("MO", "TU", "WE", "TH", "FR"), opens_at=time(7, 30), closes_at=time(15, 30)),))

Refuse = Callable[[str, int, dict[str, Any]], Outcome | None]


@dataclass
class Sent:
    """One call that the messenger took."""

    channel: str
    chat_id: int
    method: str
    arguments: dict[str, Any]
    numbers: list[int]

    @property
    def words(self) -> str:
        first = (self.arguments.get("media") or [{}])[0]
        return str(self.arguments.get("text") or self.arguments.get("caption") or first.get("caption") or "")

    @property
    def thread(self) -> int | None:
        found: int | None = self.arguments.get("message_thread_id")
        return found


@dataclass
class Office:
    """Each call is a transaction of its own, as each update is."""

    database: Database
    clock: SteppedClock
    sent: list[Sent] = field(default_factory=list)
    people: dict[str, int] = field(default_factory=dict)
    refuse: Refuse = lambda _method, _chat, _arguments: None
    gone: set[int] = field(default_factory=set)
    """Topics that somebody deleted."""

    def __post_init__(self) -> None:
        self.numbers = count(100)
        self.kinds = Kinds(Kind("message"))
        kinds.register(self.kinds, texts(), lambda card, _language: f"karta {card}")

    async def settled(self, *channels: str) -> "Office":
        """People with their roles; a staff room on each channel."""
        standing = {
            "olena": None,
            "anna": None,
            "outsider": None,
            "ewa": (CENTRE, Role.CLERK),
            "jan": (CENTRE, Role.CLERK),
            "lawyer": (CENTRE, Role.ADVISER),
            "organiser": (CENTRE, Role.ORGANISER),
            "elsewhere": (ELSEWHERE, Role.CLERK),
        }
        async with self.database.transaction() as session:
            for number, (name, role) in enumerate(standing.items(), start=1):
                account = Account(created_at=self.clock(), language="uk" if name == "olena" else "pl")
                session.add(account)
                await session.flush()
                assert account.id is not None
                self.people[name] = account.id
                session.add(Address(channel=WEB, chat_id=number, account_id=account.id))
                if role:
                    await grant(session, self.clock(), account.id, *role)
        for channel in channels:
            await self.set_room(channel)
        return self

    async def set_room(self, channel: str) -> None:
        async with self.database.transaction() as session:
            chat = ROOM if channel == TELEGRAM else CONSOLE
            await rooms.register(session, self.clock(), CENTRE, channel, chat, self.people["organiser"])
            await mirroring.bring_all(session, self.clock(), CENTRE)

    def clerk(self, name: str) -> Clerk:
        return Clerk(self.people[name], name.title())

    def chat(self, name: str) -> int:
        return list(self.people).index(name) + 1

    async def do(self, service: Any, *arguments: Any, **more: Any) -> Any:
        """A service's call (session, now, …) in a transaction."""
        async with self.database.transaction() as session:
            return await service(session, self.clock(), *arguments, **more)

    async def open(self, name: str = "olena", *, in_danger: bool = False, **about: Any) -> Conversation:
        async with self.database.transaction() as session:
            language = "uk" if name == "olena" else "pl"
            opening = Opening(CENTRE, self.people[name], WEB, self.chat(name), language, in_danger, about or None)
            conversation = await conversations.open_(session, self.clock(), opening)
            await mirroring.bring(session, self.clock(), conversation)
            return conversation

    def incoming(self, name: str, content: str | Content, *, album: str | None = None) -> Incoming:
        said = Content(content) if isinstance(content, str) else content
        return Incoming(WEB, self.chat(name), next(self.numbers), said, album)

    async def write(
        self, conversation: Conversation, content: str | Content, *, name: str = "olena", album: str | None = None
    ) -> Incoming:
        """The resident writes."""
        incoming = self.incoming(name, content, album=album)
        await self.do(mirroring.from_resident, conversation, incoming)
        return incoming

    async def answer(self, conversation: Conversation, text: str, *, by: str = "ewa") -> Reply:
        """Somebody of the staff answers from the room in Telegram."""
        said = Content(text)
        source = Incoming(TELEGRAM, ROOM, next(self.numbers), said)
        reply: Reply = await self.do(mirroring.to_resident, conversation, self.clerk(by), said, source)
        return reply

    async def read(self, conversation: Conversation) -> Conversation:
        async with self.database.session() as session:
            return await session.get_one(Conversation, conversation.id)

    async def all(self, table: type[SQLModel]) -> list[Any]:
        async with self.database.session() as session:
            return list((await session.exec(select(table))).all())

    async def message(self, number: int | None) -> DeskMessage:
        async with self.database.session() as session:
            return await session.get_one(DeskMessage, number)

    def in_room(self, channel: str = TELEGRAM) -> list[Sent]:
        chat = ROOM if channel == TELEGRAM else CONSOLE
        return [one for one in self.sent if (one.channel, one.chat_id) == (channel, chat)]

    def to(self, name: str) -> list[Sent]:
        return [one for one in self.sent if (one.channel, one.chat_id) == (WEB, self.chat(name))]

    async def deliver(self, *, forward: float = 0.0) -> None:
        """Move the clock, then send what is due until nothing is."""
        self.clock.forward(seconds=forward)
        while True:
            before = len(self.sent)
            for channel in (TELEGRAM, WEB):
                await self._deliver(channel)
            if len(self.sent) == before:
                return

    async def _deliver(self, channel: str) -> None:
        line = _Line(self, channel)
        delivery = Delivery(self.database, self.kinds, self.clock, channel, line, Pacer(UNLIMITED), poll_seconds=0.005)
        task = asyncio.create_task(delivery.run())
        try:
            async with asyncio.timeout(10):
                while await self._due(channel):  # noqa: ASYNC110
                    await asyncio.sleep(0.005)
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    async def _due(self, channel: str) -> int:
        waiting = (col(OwedMessage.state) == State.WAITING) & (col(OwedMessage.not_before) <= self.clock())
        waiting &= (col(OwedMessage.retry_at) <= self.clock()) | col(OwedMessage.retry_at).is_(None)
        async with self.database.session() as session:
            found = await session.exec(
                select(func.count()).where(
                    col(OwedMessage.channel) == channel, (col(OwedMessage.state) == State.CLAIMED) | waiting
                )
            )
            return found.one()

    async def hours(self) -> DeskHours:
        return HOURS


@dataclass
class _Line:
    office: Office
    channel: str

    async def prepare(self) -> None:
        """Nothing to load."""

    async def try_to_send(self, call: Call, chat_id: int, _slot: Any) -> Outcome:
        office = self.office
        if refused := office.refuse(call.method, chat_id, call.arguments):
            return refused
        if call.arguments.get("message_thread_id") in office.gone:
            return Outcome(Result.REFUSED, "topic gone")
        many = len(call.arguments.get("media", [0])) if call.method == "sendMediaGroup" else 1
        numbered = call.method.startswith(("send", "create"))
        numbers = [next(office.numbers) for _ in range(many)] if numbered else []
        office.sent.append(Sent(self.channel, chat_id, call.method, call.arguments, numbers))
        return Outcome(Result.DELIVERED, message_ids=numbers)


def closed_on(*days: date) -> DeskHours:
    return DeskHours(HOURS.schedules, frozenset(days))


__all__ = ["CENTRE", "CONSOLE", "HOURS", "ROOM", "TELEGRAM", "WEB", "Office", "Sent", "closed_on", "hours"]
