"""A whole bot with a month of duties in Kozienice: a lawyer on Mondays and Thursdays, a psychologist on Fridays."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import count
from pathlib import Path

import pytest
from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.enums import ParseMode
from sqlmodel import col, select

from bot.catalogue.crisis import Net
from bot.catalogue.library import Library
from bot.catalogue.loading import load
from bot.clock import WARSAW, SteppedClock
from bot.handlers.menu import House
from bot.handlers.routing import build_dispatcher
from bot.intake.journey import Intake
from bot.intake.sending import Sender
from bot.outbox.kinds import Kind, Kinds
from bot.papers.calendar import write_calendar
from bot.people import accounts, roles
from bot.places import booking_kinds, slots
from bot.places.slots import NewSlot, SlotKind
from bot.places.topics import Topic
from bot.storage import Database
from bot.storage.tables import Booking, Provider, Role, Room, Slot
from bot.texts import texts
from tests.conversations.people import BOT_ID, Person, Recorder, Stage
from tests.events.conftest import Postman

CENTRE, SERVICE = "kozienice", "kozienice/pio"
THURSDAY, FRIDAY, MONDAY = date(2026, 11, 26), date(2026, 11, 27), date(2026, 11, 30)


def local(*parts: int) -> datetime:
    """A moment on Polish clocks."""
    return datetime(*parts, tzinfo=WARSAW)  # type: ignore[arg-type, misc]


@dataclass
class Office:
    """The duties, to be made and looked at."""

    database: Database
    clock: SteppedClock
    advisers: dict[str, int] = field(default_factory=dict)
    rooms: dict[str, int] = field(default_factory=dict)

    async def adviser(self, name: str, *topics: Topic, account_id: int | None = None, example: bool = False) -> int:
        async with self.database.transaction() as session:
            provider = Provider(
                centre=CENTRE, name=name, topics=[t.value for t in topics], account_id=account_id, example=example
            )
            session.add(provider)
            await session.flush()
            assert provider.id is not None
            self.advisers[name] = provider.id
        return self.advisers[name]

    async def room(self, name: str, place: str = "ul. Lipowa 1, Kozienice") -> int:
        async with self.database.transaction() as session:
            room = Room(centre=CENTRE, name=name, place=place)
            session.add(room)
            await session.flush()
            assert room.id is not None
            self.rooms[name] = room.id
        return self.rooms[name]

    async def duty(
        self,
        adviser: str,
        day: date,
        opens: int,
        closes: int,
        room: str,
        *,
        minutes: int = 30,
        service: str | None = SERVICE,
        kind: SlotKind = SlotKind.CONSULTATION,
    ) -> list[int]:
        """Hours on one day, cut into slots; their ids."""
        new, starts = [], datetime.combine(day, time(opens), WARSAW)
        while starts + timedelta(minutes=minutes) <= datetime.combine(day, time(closes), WARSAW):
            new.append(
                NewSlot(
                    centre=service.partition("/")[0] if service else CENTRE,
                    kind=kind,
                    service=service,
                    provider_id=self.advisers[adviser],
                    room_id=self.rooms[room],
                    starts_at=starts,
                    ends_at=starts + timedelta(minutes=minutes),
                )
            )
            starts += timedelta(minutes=minutes)
        async with self.database.transaction() as session:
            return [slot.id or 0 for slot in await slots.add(session, self.clock(), new)]

    async def slot_at(self, moment: datetime) -> Slot:
        async with self.database.session() as session:
            return (await session.exec(select(Slot).where(col(Slot.starts_at) == moment))).one()

    async def bookings(self) -> list[Booking]:
        async with self.database.session() as session:
            return list((await session.exec(select(Booking).order_by(col(Booking.id)))).all())

    async def taken(self) -> int:
        """How many seats have somebody on them: by the rows and by the count, which must agree."""
        async with self.database.session() as session:
            counted = sum((await session.exec(select(Slot.taken))).all())
            rows = await session.exec(select(Booking.id).where(col(Booking.seat_no).is_not(None)))
            assert counted == len(rows.all())
        return counted


@pytest.fixture(scope="session")
def library() -> Library:
    return Library(load(Path(__file__).parents[2] / "data"))


@pytest.fixture(scope="session")
def net() -> Net:
    return Net.load(Path(__file__).parents[2] / "data")


@pytest.fixture
async def stage(database: Database, clock: SteppedClock, library: Library, net: Net) -> AsyncIterator[Stage]:
    async def no_sleep(_seconds: float) -> None:
        return None

    dispatcher = build_dispatcher(House(texts=texts(), library=library, net=net))
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
def postman(database: Database, clock: SteppedClock) -> Postman:
    kinds = Kinds(Kind("message"))
    booking_kinds.register(kinds, texts(), write_calendar)
    return Postman(database, clock, kinds)


Newcomer = Callable[..., Awaitable[Person]]


@pytest.fixture
def newcomer(stage: Stage, database: Database, clock: SteppedClock) -> Newcomer:
    """Somebody who knows the bot, in a centre and perhaps with a role there."""
    ids = count(1001)

    async def come(centre: str = CENTRE, role: Role | None = None, language: str = "pl") -> Person:
        person = Person(stage, next(ids), language)
        await person.says(f"/start c-{centre}")
        if role:
            async with database.transaction() as session:
                await roles.grant(session, clock(), (await account_of(database, person)), centre, role)
        return person

    return come


async def account_of(database: Database, person: Person) -> int:
    """The number of somebody's account."""
    async with database.session() as session:
        actor = await accounts.find_actor(session, person.channel, person.id, person.language)
    assert actor
    return actor.account_id


@pytest.fixture
async def resident(newcomer: Newcomer) -> Person:
    return await newcomer()


@pytest.fixture
async def office(database: Database, clock: SteppedClock) -> Office:
    """An empty office."""
    return Office(database, clock)


@pytest.fixture
async def lawyer(office: Office) -> Office:
    """An office with one lawyer: Thursday and Monday, 9:00 to 12:00, room 12."""
    await office.room("pokój 12")
    await office.adviser("prawnik", Topic.LAW, Topic.DEBTS)
    await office.duty("prawnik", THURSDAY, 9, 12, "pokój 12")
    await office.duty("prawnik", MONDAY, 9, 12, "pokój 12")
    return office


@pytest.fixture
async def two_advisers(lawyer: Office) -> Office:
    """And a psychologist on Thursday and Friday, 13:00 to 16:00, room 3."""
    await lawyer.room("pokój 3")
    await lawyer.adviser("psycholog", Topic.PSYCHOLOGY, Topic.FAMILY)
    await lawyer.duty("psycholog", THURSDAY, 13, 16, "pokój 3")
    await lawyer.duty("psycholog", FRIDAY, 13, 16, "pokój 3")
    return lawyer
