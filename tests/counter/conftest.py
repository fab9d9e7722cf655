"""A whole bot with rosters: a lawyer and a psychologist in Kozienice, a clerk, and a postman for what is owed."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

import pytest

from bot.clock import SteppedClock
from bot.outbox.kinds import Kinds
from bot.papers.chart import chart_png
from bot.papers.day import day_pdf
from bot.people import accounts, roles
from bot.places import attendees, booking, day_paper, delays, roster_report, slots
from bot.places.attendees import Relation
from bot.places.booking import Booker
from bot.places.slots import NewSlot, SlotKind
from bot.places.topics import Topic
from bot.storage import Database
from bot.storage.tables import Booking, Provider, Role, Room, Slot
from bot.texts import texts
from tests.conversations.conftest import library, net, stage
from tests.conversations.people import Person, Stage
from tests.events.conftest import Postman

__all__ = ["library", "net", "stage"]

CENTRE = "kozienice"
SERVICE = "kozienice/pio"
TUESDAY = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
"""9:00 in Warsaw, the day after the clock's Monday."""

Newcomer = Callable[..., Awaitable[Person]]


@dataclass
class House:
    """Two advisers with hours, by name."""

    database: Database
    clock: SteppedClock
    advisers: dict[str, int] = field(default_factory=dict)

    async def adviser(self, name: str, *topics: Topic, centre: str = CENTRE) -> int:
        async with self.database.transaction() as session:
            provider = Provider(centre=centre, name=name, topics=[topic.value for topic in topics])
            session.add(provider)
            await session.flush()
            assert provider.id
            self.advisers[name] = provider.id
            return provider.id

    async def hours(
        self, name: str, starts: datetime, many: int, minutes: int = 30, centre: str = CENTRE, seats: int = 1
    ) -> list[int]:
        """Hours in a row; the numbers of the slots."""
        async with self.database.transaction() as session:
            room = Room(centre=centre, name=f"pokój {name} {starts:%d%H}", place="ul. Przykładowa 1")
            session.add(room)
            await session.flush()
            new = [
                NewSlot(
                    centre=centre,
                    kind=SlotKind.CONSULTATION,
                    service=SERVICE,
                    provider_id=self.advisers[name],
                    room_id=room.id,
                    seats=seats,
                    starts_at=starts + timedelta(minutes=minutes * n),
                    ends_at=starts + timedelta(minutes=minutes * (n + 1)),
                )
                for n in range(many)
            ]
            return [slot.id or 0 for slot in await slots.add(session, self.clock(), new)]

    async def books(self, person: Person, slot: int, topic: Topic | None = None) -> Booking:
        """Somebody books for themselves, in the chat."""
        async with self.database.transaction() as session:
            account = await account_id(session, person)
            who = await attendees.of_account(session, self.clock(), account, CENTRE, Relation.SELF)
            booker = Booker(account, person.channel, person.id)
            done = await booking.book(session, self.clock(), slot, who.id or 0, booker, topic=topic)
            return done.booking

    async def caller(
        self, clerk: Person, slot: int, name: str, phone: str | None = None, topic: str = "law"
    ) -> Booking:
        """The desk writes somebody down."""
        async with self.database.transaction() as session:
            who = await attendees.caller(session, self.clock(), CENTRE, name, phone)
            booker = Booker(await account_id(session, clerk))
            return (await booking.book(session, self.clock(), slot, who.id or 0, booker, topic=topic)).booking

    async def one(self, number: int | None) -> Booking:
        async with self.database.session() as session:
            return await session.get_one(Booking, number)

    async def slot(self, number: int) -> Slot:
        async with self.database.session() as session:
            return await session.get_one(Slot, number)

    async def link(self, name: str, person: Person) -> None:
        async with self.database.transaction() as session:
            provider = await session.get_one(Provider, self.advisers[name])
            provider.account_id = await account_id(session, person)
            session.add(provider)


async def account_id(session: Any, person: Person) -> int:
    actor = await accounts.find_actor(session, person.channel, person.id, "pl")
    assert actor
    return actor.account_id


@pytest.fixture
async def house(database: Database, clock: SteppedClock) -> House:
    """A lawyer on Tuesday 9–11 and a psychologist on Tuesday 10–12."""
    made = House(database, clock)
    await made.adviser("prawnik", Topic.LAW, Topic.DEBTS)
    await made.adviser("psycholog", Topic.PSYCHOLOGY, Topic.VIOLENCE)
    return made


@pytest.fixture
async def law(house: House) -> list[int]:
    return await house.hours("prawnik", TUESDAY, 4)


@pytest.fixture
async def psychology(house: House) -> list[int]:
    return await house.hours("psycholog", TUESDAY + timedelta(hours=1), 4)


@pytest.fixture
def newcomer(stage: Stage, database: Database, clock: SteppedClock) -> Newcomer:
    """Somebody who knows the bot, with a centre and perhaps a role somewhere."""
    ids = count(1001)

    async def come(centre: str = CENTRE, role: Role | None = None, of: str | None = None) -> Person:
        person = Person(stage, next(ids))
        await person.says(f"/start c-{centre}")
        if role:
            async with database.transaction() as session:
                await roles.grant(session, clock(), await account_id(session, person), of or centre, role)
        return person

    return come


@pytest.fixture
async def clerk(newcomer: Newcomer) -> Person:
    """The clerk in Kozienice."""
    return await newcomer(role=Role.CLERK)


@pytest.fixture
async def lawyer(newcomer: Newcomer, house: House) -> Person:
    """The lawyer, whose account is linked to their hours."""
    person = await newcomer(role=Role.ADVISER)
    await house.link("prawnik", person)
    return person


@pytest.fixture
def postman(database: Database, clock: SteppedClock) -> Postman:
    from bot.papers.calendar import write_calendar
    from bot.places import booking_kinds

    kinds = Kinds()
    speech = texts()
    booking_kinds.register(kinds, speech, write_calendar)
    delays.register(kinds, speech)
    day_paper.register(kinds, speech, day_pdf, lambda centre, _language: centre.capitalize())
    roster_report.register(kinds, speech, chart_png, lambda centre, _language: centre.capitalize())
    return Postman(database, clock, kinds)
