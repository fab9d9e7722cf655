"""A whole bot, a hall and a room with desks in Dobczyce, a keeper, a resident and people of organisations."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date, time
from typing import Any

import pytest
from aiogram.methods import AnswerCallbackQuery
from sqlmodel import col, select

from bot.clock import SteppedClock
from bot.outbox.kinds import Kind, Kinds
from bot.papers.calendar import write_calendar
from bot.places import booking_kinds
from bot.places.booking import Booker
from bot.places.halls import kinds, organisations, reserving, rules
from bot.places.halls.free import Wanted
from bot.places.halls.watch import Watch
from bot.storage import Database
from bot.storage.tables import Booking, Hall, Reservation, Role, Slot
from bot.texts import texts
from tests.booking.conftest import account_of, library, local, net, newcomer, stage
from tests.conversations.people import Person
from tests.events.conftest import Postman

__all__ = ["library", "local", "net", "newcomer", "stage"]

CENTRE = "dobczyce"
THURSDAY, FRIDAY = date(2026, 11, 26), date(2026, 11, 27)
Newcomer = Callable[..., Awaitable[Person]]
WEEK = {weekday: (time(9), time(20)) for weekday in range(6)}


@pytest.fixture
def postman(database: Database, clock: SteppedClock) -> Postman:
    registered = Kinds(Kind("message"))
    booking_kinds.register(registered, texts(), write_calendar)
    kinds.register(registered, texts())
    return Postman(database, clock, registered)


@dataclass
class House:
    """The keeper's side, and what the database says."""

    keeper: Person
    database: Database
    clock: SteppedClock
    hall: int = 0
    desks: int = 0

    async def room(self, name: str, **settings: Any) -> int:
        """A room with its rules; its number. Open 9 to 20 from Monday to Saturday."""
        account = await account_of(self.database, self.keeper)
        async with self.database.transaction() as session:
            place = await rules.add(session, self.clock(), account, CENTRE, name, "ul. Szkolna 1")
            place = await rules.change(
                session, self.clock(), account, place.id, place.hall.version, opening=WEEK, **settings
            )
            return place.id

    async def known(self, person: Person, name: str = "Koło Gospodyń") -> int:
        """An organisation that the keeper knows, without the taps; its number."""
        account, keeper = await account_of(self.database, person), await account_of(self.database, self.keeper)
        async with self.database.transaction() as session:
            row = await organisations.ask(
                session, self.clock(), Booker(account, person.channel, person.id), CENTRE, name
            )
            assert row.id is not None
            await organisations.answer(session, self.clock(), keeper, row.id, True)
            return row.id

    async def reserves(
        self, person: Person, day: date, opens: int, closes: int, room: int | None = None, purpose: str = "zebranie"
    ) -> int:
        """A reservation without the taps; its booking's number."""
        account = await account_of(self.database, person)
        async with self.database.transaction() as session:
            done = await reserving.reserve(
                session,
                self.clock(),
                room or self.hall,
                Wanted(day, time(opens), time(closes)),
                purpose,
                Booker(account, person.channel, person.id),
                centre=CENTRE,
            )
            return done.row.booking_id

    async def lapses(self) -> int:
        """Let the alarms ring that are due now; how many requests lapsed."""
        watch, now = Watch(self.database, self.clock), self.clock()
        async with self.database.session() as session:
            single = [number for number, at in await watch.requests_due(session, now) if at <= now]
            again = [number for number, at in await watch.series_due(session, now) if at <= now]
        for number in single:
            await watch.lapse(number)
        for number in again:
            await watch.lapse_series(number)
        return len(single) + len(again)

    async def held(self, room: int | None = None) -> list[Slot]:
        """What takes the room, in order."""
        async with self.database.session() as session:
            rows = await session.exec(
                select(Slot)
                .where(col(Slot.room_id) == (room or self.hall), col(Slot.withdrawn_at).is_(None))
                .order_by(col(Slot.starts_at))
            )
            slots = list(rows.all())
            for slot in slots:
                seats = await session.exec(
                    select(Booking.id).where(col(Booking.slot_id) == slot.id, col(Booking.seat_no).is_not(None))
                )
                assert len(seats.all()) == slot.taken
            return slots

    async def hours(self, room: int | None = None) -> list[str]:
        """The same as people read it: "26.11 17:00–19:00"."""
        found = []
        for slot in await self.held(room):
            starts, ends = local_of(slot.starts_at), local_of(slot.ends_at)
            found.append(f"{starts.day}.{starts.month:02} {starts.hour}:{starts:%M}–{ends.hour}:{ends:%M}")
        return found

    async def reservation(self, number: int) -> tuple[Reservation, Booking]:
        async with self.database.session() as session:
            return await session.get_one(Reservation, number), await session.get_one(Booking, number)

    async def rules_of(self, room: int) -> Hall:
        async with self.database.session() as session:
            return await session.get_one(Hall, room)


def local_of(moment: Any) -> Any:
    from bot.clock import WARSAW

    return moment.astimezone(WARSAW)


@pytest.fixture
async def house(newcomer: Newcomer, database: Database, clock: SteppedClock) -> House:
    """The organiser in Dobczyce keeps a hall (a yes is needed, 15 minutes to tidy) and four desks (no yes)."""
    made = House(await newcomer(centre=CENTRE, role=Role.ORGANISER), database, clock)
    made.hall = await made.room("sala spotkań", buffer_minutes=15)
    made.desks = await made.room("coworking", desks=2, needs_yes=False)
    return made


@pytest.fixture
async def resident(newcomer: Newcomer) -> Person:
    return await newcomer(centre=CENTRE)


@pytest.fixture
async def choir(newcomer: Newcomer, house: House) -> Person:
    """Speaks for an organisation that the keeper knows."""
    person = await newcomer(centre=CENTRE)
    await house.known(person, "Chór Gaudium")
    return person


def alert_of(person: Person) -> str:
    """What the last tap was answered with."""
    answers = [each for each in person.stage.recorder.requests if isinstance(each, AnswerCallbackQuery)]
    return answers[-1].text or ""
