"""A whole bot and a coordinator in Kozienice who writes shifts down; volunteers of all ages."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any

import pytest
from aiogram.methods import AnswerCallbackQuery
from sqlmodel import col, select

from bot.app import _first_sheet
from bot.clock import SteppedClock
from bot.outbox.kinds import Kind, Kinds
from bot.papers.calendar import write_calendar
from bot.places import booking_kinds
from bot.storage import Database
from bot.storage.tables import Booking, Role, Shift, ShiftDraft, Slot, Volunteer
from bot.texts import texts
from bot.volunteering import inbox, kinds, marks, profiles, shifts, watch
from bot.volunteering.marks import Mark
from bot.volunteering.plans import Plan
from bot.volunteering.profiles import Told
from bot.volunteering.words import Age, Interest
from tests.booking.conftest import account_of, library, local, net, newcomer, resident, stage
from tests.conversations.people import Person
from tests.events.conftest import Postman

__all__ = ["library", "local", "net", "newcomer", "resident", "stage"]

CENTRE = "kozienice"
TUESDAY, WEDNESDAY, THURSDAY, SATURDAY = (
    date(2026, 11, 24),
    date(2026, 11, 25),
    date(2026, 11, 26),
    date(2026, 11, 28),
)
Newcomer = Callable[..., Awaitable[Person]]


@pytest.fixture
def postman(database: Database, clock: SteppedClock) -> Postman:
    registered = Kinds(Kind("message"))
    booking_kinds.register(registered, texts(), write_calendar)
    kinds.register(registered, texts())
    inbox.register(registered, texts())
    return Postman(database, clock, registered)


@dataclass
class House:
    """The coordinator's side: shifts and papers, and what the database says of them."""

    coordinator: Person
    database: Database
    clock: SteppedClock
    files: dict[str, bytes] = field(default_factory=dict)

    async def shift(
        self,
        *days: date,
        opens: time = time(15, 30),
        closes: time = time(17),
        title: str = "Paczki",
        **more: Any,
    ) -> list[int]:
        """Shifts of one plan; the slots' ids."""
        settings: dict[str, Any] = {"place": "świetlica", "most": 3, "adult": "Anna Nowak", "phone": "600 100 200"}
        plan = Plan(title=title, days=list(days), opens_at=opens, closes_at=closes, **(settings | more))
        account = await account_of(self.database, self.coordinator)
        async with self.database.transaction() as session:
            await shifts.publish(session, self.clock(), account, CENTRE, plan)
        async with self.database.session() as session:
            rows = await session.exec(select(Slot.id).where(col(Slot.title) == title).order_by(col(Slot.starts_at)))
            return [each or 0 for each in rows.all()][-len(days) :]

    async def profile(
        self, person: Person, age: Age = Age.ADULT, *interests: Interest, days: Sequence[int] = ()
    ) -> int:
        """A volunteer's profile, without the taps; its number."""
        account = await account_of(self.database, person)
        async with self.database.transaction() as session:
            told = Told(age, interests, days)
            return (await profiles.join(session, self.clock(), account, CENTRE, told)).id or 0

    async def marked(self, number: int, *what: Mark, until: date = date(2027, 6, 30), on: bool = True) -> int:
        """Papers seen (or taken back) by the coordinator; how many shifts were given back."""
        account = await account_of(self.database, self.coordinator)
        async with self.database.transaction() as session:
            return sum(
                [await marks.mark(session, self.clock(), account, number, each, until=until, on=on) for each in what]
            )

    async def pupil(self, person: Person, age: Age = Age.OLDER) -> int:
        """A minor with all papers for shifts without children."""
        number = await self.profile(person, age)
        await self.marked(number, Mark.CONSENT, Mark.AGREEMENT)
        return number

    async def watches(self) -> None:
        """Let a few seconds pass for the watch."""
        await watch.Watch(self.database, self.clock).tick()

    async def seats(self, slot_id: int) -> int:
        """How many have a seat: by the rows and by the count, which must agree."""
        async with self.database.session() as session:
            slot = await session.get_one(Slot, slot_id)
            rows = await session.exec(
                select(Booking).where(col(Booking.slot_id) == slot_id, col(Booking.seat_no).is_not(None))
            )
            assert len(rows.all()) == slot.taken
            return slot.taken

    async def slots(self) -> list[tuple[Slot, Shift]]:
        async with self.database.session() as session:
            rows = await session.exec(
                select(Slot, Shift).join(Shift, col(Shift.slot_id) == col(Slot.id)).order_by(col(Slot.starts_at))
            )
            return list(rows.all())

    async def volunteers(self) -> Sequence[Volunteer]:
        async with self.database.session() as session:
            return (await session.exec(select(Volunteer).order_by(col(Volunteer.id)))).all()

    async def types(self, *lines: str) -> str:
        """Type new shifts; the preview or what is wrong."""
        await self.coordinator.presses("vt")
        return (await self.coordinator.says("\n".join(lines)))[0]

    async def sends(self, name: str, content: bytes) -> list[str]:
        """Send a file of shifts; the answer at once."""
        self.files[name] = content
        await self.coordinator.presses("vt")
        return await self.coordinator.sends(document={"file_id": name, "file_unique_id": name, "file_name": name})

    async def reads(self) -> ShiftDraft:
        """Let the file be read; the newest draft."""

        async def fetch(_channel: str, file_id: str) -> bytes:
            return self.files[file_id]

        await inbox.Inbox(self.database, self.clock, fetch, _first_sheet, lambda _centre: ()).tick()
        async with self.database.session() as session:
            rows = await session.exec(select(ShiftDraft).order_by(col(ShiftDraft.id).desc()).limit(1))
            return rows.one()


@pytest.fixture
async def house(newcomer: Newcomer, database: Database, clock: SteppedClock) -> House:
    """The organiser in Kozienice, who coordinates; it is Monday 23 November 2026, 10:00."""
    return House(await newcomer(role=Role.ORGANISER), database, clock)


def alert_of(person: Person) -> str:
    """What the last tap was answered with."""
    answers = [each for each in person.stage.recorder.requests if isinstance(each, AnswerCallbackQuery)]
    return answers[-1].text or ""
