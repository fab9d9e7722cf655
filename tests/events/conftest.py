"""A whole bot with plans, and a postman who delivers what is owed to a recorder instead of a messenger."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.enums import ParseMode
from sqlmodel import col, or_, select

from bot.announcements import event_kinds, invitations, plan, quarter
from bot.announcements import kinds as announcement_kinds
from bot.catalogue.crisis import Net
from bot.catalogue.library import Library
from bot.catalogue.loading import load
from bot.clock import SteppedClock
from bot.handlers.menu import House
from bot.handlers.routing import build_dispatcher
from bot.intake.journey import Intake
from bot.intake.sending import Sender
from bot.outbox.delivery import Delivery
from bot.outbox.kinds import Call, Kinds
from bot.outbox.pacer import UNLIMITED, Pacer, Slot
from bot.outbox.states import Outcome, Result
from bot.papers.calendar import write_calendar
from bot.papers.sheets import write_book
from bot.people import accounts, roles
from bot.places import booking_kinds, waiting_kinds
from bot.storage import Database
from bot.storage.tables import OwedMessage, Role
from bot.texts import texts
from tests.conversations.people import BOT_ID, Person, Recorder, Stage

DATA = Path(__file__).parents[2] / "data"
GROUP = -5001


@dataclass
class Sent:
    """One call that would have gone to the messenger."""

    chat_id: int
    call: Call

    @property
    def words(self) -> str:
        return str(self.call.arguments.get("text") or self.call.arguments.get("caption") or "")

    @property
    def labels(self) -> list[str]:
        rows = self.call.arguments.get("reply_markup", {}).get("inline_keyboard", [])
        return [button["text"] for row in rows for button in row]

    @property
    def file(self) -> bytes:
        content: bytes = self.call.arguments["document"].content
        return content


@dataclass
class Postman:
    """Delivers everything that is due now; `sent` is all that ever left."""

    database: Database
    clock: SteppedClock
    kinds: Kinds
    sent: list[Sent] = field(default_factory=list)
    numbers: Any = field(default_factory=lambda: count(7000))

    async def prepare(self) -> None:
        """Ready at once."""

    async def try_to_send(self, call: Call, chat_id: int, slot: Slot) -> Outcome:
        self.sent.append(Sent(chat_id, call))
        return Outcome(Result.DELIVERED, message_ids=[next(self.numbers)])

    async def round(self) -> list[Sent]:
        """Send what is due; what left in this round."""
        before = len(self.sent)
        delivery = Delivery(
            self.database, self.kinds, self.clock, "telegram", self, Pacer(UNLIMITED), poll_seconds=0.01
        )
        task = asyncio.create_task(delivery.run())
        try:
            async with asyncio.timeout(10):
                while True:
                    if not (await self._due() or delivery.under_way):
                        break
                    await asyncio.sleep(0.005)
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
        return self.sent[before:]

    async def _due(self) -> bool:
        now = self.clock()
        async with self.database.session() as session:
            found = await session.exec(
                select(OwedMessage.id)
                .where(
                    or_(
                        col(OwedMessage.state) == "claimed",
                        (col(OwedMessage.state) == "waiting") & (col(OwedMessage.not_before) <= now),
                    )
                )
                .limit(1)
            )
            return found.first() is not None

    async def until(self, moment: Any) -> list[Sent]:
        """Let time pass to a moment, delivering on the way; what left since."""
        before = len(self.sent)
        while True:
            await self.round()
            async with self.database.session() as session:
                rows = await session.exec(
                    select(OwedMessage.not_before)
                    .where(col(OwedMessage.state) == "waiting", col(OwedMessage.not_before) <= moment)
                    .order_by(col(OwedMessage.not_before))
                    .limit(1)
                )
                step = rows.first()
            self.clock.now = max(step or moment, self.clock.now)
            if step is None:
                return self.sent[before:]

    def to(self, person: Person) -> list[Sent]:
        return [sent for sent in self.sent if sent.chat_id == person.id]


@pytest.fixture(scope="session")
def library() -> Library:
    return Library(load(DATA))


@pytest.fixture(scope="session")
def net() -> Net:
    return Net.load(DATA)


@pytest.fixture(scope="session")
def plans() -> plan.Plans:
    return plan.load(DATA)


@pytest.fixture
async def stage(
    database: Database, clock: SteppedClock, library: Library, net: Net, plans: plan.Plans
) -> AsyncIterator[Stage]:
    async def no_sleep(_seconds: float) -> None:
        return None

    dispatcher = build_dispatcher(House(texts=texts(), library=library, net=net, plans=plans))
    sender = Sender(database, clock, sleep=no_sleep)
    intake = Intake(database, dispatcher, sender, texts(), clock)
    recorder = Recorder()
    token = f"{BOT_ID}:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
    bot = Bot(token, session=recorder, default=DefaultBotProperties(parse_mode=ParseMode.HTML))
    intake.serve("telegram", bot, "OkienkoBot")
    yield Stage(intake, sender, recorder)
    await intake.close()
    await sender.close()


@pytest.fixture
def postman(database: Database, clock: SteppedClock, plans: plan.Plans) -> Postman:
    kinds = Kinds()
    announcement_kinds.register(kinds, texts())
    event_kinds.register(kinds, texts(), write_calendar)
    quarter.register(kinds, texts(), write_book, plans)
    waiting_kinds.register(kinds, texts())
    booking_kinds.register(kinds, texts(), write_calendar)
    invitations.connect(texts())
    return Postman(database, clock, kinds)


Newcomer = Callable[..., Awaitable[Person]]


@pytest.fixture
def newcomer(stage: Stage, database: Database, clock: SteppedClock) -> Newcomer:
    """Somebody who knows the bot, with a centre and perhaps a role somewhere."""
    ids = count(1001)

    async def come(
        centre: str = "starachowice", role: Role | None = None, of: str | None = None, language: str = "pl"
    ) -> Person:
        person = Person(stage, next(ids), language)
        await person.says(f"/start c-{centre}")
        if role:
            async with database.transaction() as session:
                actor = await accounts.find_actor(session, "telegram", person.id, language)
                assert actor
                await roles.grant(session, clock(), actor.account_id, of or centre, role)
        return person

    return come


@pytest.fixture
async def organiser(newcomer: Newcomer) -> Person:
    """The organiser in Starachowice."""
    return await newcomer(role=Role.ORGANISER)


@pytest.fixture
async def resident(newcomer: Newcomer) -> Person:
    return await newcomer()
