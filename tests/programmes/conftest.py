"""A whole bot in Kozienice: an organiser who writes programmes down and leads them, and people who want to join."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import pytest
from aiogram.methods import AnswerCallbackQuery
from sqlmodel import col, select

from bot.clock import SteppedClock
from bot.outbox.kinds import Kind, Kinds
from bot.papers.calendar import write_calendar
from bot.places import booking_kinds
from bot.places.programmes import joining, kinds, watch
from bot.storage import Database
from bot.storage.tables import (
    Booking,
    OwedMessage,
    Programme,
    ProgrammeCandidate,
    ProgrammeMeeting,
    Role,
    Slot,
)
from bot.texts import texts
from tests.booking.conftest import account_of, library, local, net, newcomer, resident, stage
from tests.conversations.people import Person
from tests.events.conftest import Postman

__all__ = ["library", "local", "net", "newcomer", "resident", "stage"]

CENTRE = "kozienice"
SCHOOL = "Szkoła dla Rodziców, czwartki 17–19 od 7 stycznia, 8 spotkań, 2–3 osoby, sala 3"
QUIET = "Grupa samopomocowa dla opiekunów, środy 16:30–18:30 od 9 grudnia, 5 spotkań, 3–12 osób, sala 4"
CLUB = "Klub seniora w Świerżach, wtorki 15–17 od 1 grudnia, 4 spotkania, 2 osoby, świetlica"
Newcomer = Callable[..., Awaitable[Person]]


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

    async def types(self, said: str) -> str:
        """Type a new programme; the preview, or what is wrong."""
        await self.keeper.presses("qy")
        return (await self.keeper.says(said))[0]

    async def opens(self, said: str = CLUB, *turns: str) -> int:
        """Type one, turn it by taps, open it; its number."""
        await self.types(said)
        programme = await self.newest()
        for what in turns:
            await self.keeper.presses(f"qg:{programme.id}:{what}")
        await self.keeper.presses(f"qg:{programme.id}:open")
        return programme.id or 0

    async def newest(self) -> Programme:
        async with self.database.session() as session:
            return (await session.exec(select(Programme).order_by(col(Programme.id).desc()).limit(1))).one()

    async def programme(self, number: int) -> Programme:
        async with self.database.session() as session:
            return await session.get_one(Programme, number)

    async def meetings(self, number: int) -> list[Slot]:
        async with self.database.session() as session:
            rows = await session.exec(
                select(Slot)
                .join(ProgrammeMeeting, col(ProgrammeMeeting.slot_id) == col(Slot.id))
                .where(col(ProgrammeMeeting.programme_id) == number, col(Slot.withdrawn_at).is_(None))
                .order_by(col(Slot.starts_at))
            )
            return list(rows.all())

    async def candidates(self, number: int) -> Sequence[ProgrammeCandidate]:
        async with self.database.session() as session:
            rows = await session.exec(
                select(ProgrammeCandidate)
                .where(col(ProgrammeCandidate.programme_id) == number)
                .order_by(col(ProgrammeCandidate.id))
            )
            return rows.all()

    async def candidate(self, number: int, person: Person) -> ProgrammeCandidate:
        account = await account_of(self.database, person)
        async with self.database.session() as session:
            found = await joining.of_account(session, account, number)
        assert found is not None
        return found

    async def seats(self, number: int) -> list[int]:
        """How many have a seat in each meeting: by the rows and by the count, which must agree."""
        counted = []
        for slot in await self.meetings(number):
            async with self.database.session() as session:
                rows = await session.exec(
                    select(Booking).where(col(Booking.slot_id) == slot.id, col(Booking.seat_no).is_not(None))
                )
                assert len(rows.all()) == slot.taken <= slot.seats
            counted.append(slot.taken)
        return counted

    async def watches(self) -> None:
        """Let a few seconds pass for the watch."""
        await watch.Watch(self.database, self.clock).tick()

    async def at(self, moment: datetime) -> None:
        """Let time pass to a moment."""
        self.clock.now = moment
        await self.watches()

    async def owed(self, kind: str) -> Sequence[Any]:
        async with self.database.session() as session:
            rows = await session.exec(select(OwedMessage).where(col(OwedMessage.kind) == kind))
            return rows.all()


@pytest.fixture
async def house(newcomer: Newcomer, database: Database, clock: SteppedClock) -> House:
    """The organiser in Kozienice; it is Monday 23 November 2026, 10:00."""
    return House(await newcomer(role=Role.ORGANISER), database, clock)


def alert_of(person: Person) -> str:
    """What the last tap was answered with."""
    answers = [each for each in person.stage.recorder.requests if isinstance(each, AnswerCallbackQuery)]
    return answers[-1].text or ""
