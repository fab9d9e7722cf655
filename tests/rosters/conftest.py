"""A whole bot and an office in Kozienice that types its roster, sends it as a file, and calls duties off."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field

import pytest
from aiogram.methods import AnswerCallbackQuery
from sqlmodel import col, select

from bot.app import _first_sheet
from bot.clock import SteppedClock
from bot.handlers.rosters.services import services_of
from bot.outbox.kinds import Kind, Kinds
from bot.papers.calendar import write_calendar
from bot.papers.month import month_pdf, month_picture
from bot.papers.sheets import write_book
from bot.people import roles
from bot.places import attendees, booking, booking_kinds
from bot.places.roster import inbox, notices, papers
from bot.places.roster.inbox import Inbox
from bot.places.roster.papers import Press
from bot.storage import Database
from bot.storage.tables import Booking, CallTask, Duty, Provider, Role, Room, RosterDraft, Slot
from bot.texts import texts
from tests.booking.conftest import account_of, library, net, newcomer, resident, stage
from tests.conversations.people import Person, Stage
from tests.events.conftest import Postman

__all__ = ["library", "net", "newcomer", "resident", "stage"]

CENTRE, SERVICE = "kozienice", "kozienice/pio"
Newcomer = Callable[..., Awaitable[Person]]


@pytest.fixture
def postman(database: Database, clock: SteppedClock) -> Postman:
    kinds = Kinds(Kind("message"))
    booking_kinds.register(kinds, texts(), write_calendar)
    notices.register(kinds, texts())
    inbox.register(kinds, texts())
    papers.register(kinds, texts(), Press(month_picture, month_pdf, write_book))
    return Postman(database, clock, kinds)


@dataclass
class Desk:
    """The office's side: who keeps the roster, and what the database says of it."""

    keeper: Person
    database: Database
    clock: SteppedClock
    files: dict[str, bytes] = field(default_factory=dict)

    async def types(self, *lines: str, month: int = 202612) -> str:
        """Type duties of a month; the preview or what is wrong."""
        await self.keeper.presses(f"rt:{month}")
        return (await self.keeper.says("\n".join(lines)))[0]

    async def publishes(self, *lines: str, month: int = 202612) -> str:
        """Type, add who is not known yet, publish."""
        await self.types(*lines, month=month)
        while any(label.startswith("➕ Dodać") for label in self.keeper.buttons):
            await self.keeper.taps("Dodać")
        return (await self.keeper.taps("Opublikować"))[0]

    async def sends(self, name: str, content: bytes) -> list[str]:
        """Send a file; the answer at once. `reads` is what comes after."""
        self.files[name] = content
        return await self.keeper.sends(document={"file_id": name, "file_unique_id": name, "file_name": name})

    async def reads(self) -> RosterDraft:
        """Let the file be read; the newest draft."""

        async def fetch(_channel: str, file_id: str) -> bytes:
            return self.files[file_id]

        library = self.keeper.stage.library
        await Inbox(
            self.database, self.clock, fetch, _first_sheet, lambda centre: services_of(library.catalogue, centre)
        ).tick()
        async with self.database.session() as session:
            return (
                await session.exec(select(RosterDraft).order_by(col(RosterDraft.id).desc()))
            ).first() or RosterDraft()

    async def slots(self) -> list[Slot]:
        async with self.database.session() as session:
            rows = await session.exec(
                select(Slot).where(col(Slot.withdrawn_at).is_(None)).order_by(col(Slot.starts_at))
            )
            return list(rows.all())

    async def duties(self) -> list[Duty]:
        async with self.database.session() as session:
            rows = await session.exec(select(Duty).where(col(Duty.withdrawn_at).is_(None)).order_by(col(Duty.day)))
            return list(rows.all())

    async def rooms(self) -> dict[int | None, str]:
        async with self.database.session() as session:
            return {room.id: room.name for room in (await session.exec(select(Room))).all()}

    async def bookings(self) -> Sequence[Booking]:
        async with self.database.session() as session:
            return (await session.exec(select(Booking).order_by(col(Booking.id)))).all()

    async def calls(self) -> Sequence[CallTask]:
        async with self.database.session() as session:
            return (await session.exec(select(CallTask))).all()

    async def books(self, person: Person, slot: Slot) -> Booking:
        """A resident takes a place in chat."""
        account = await account_of(self.database, person)
        async with self.database.transaction() as session:
            attendee = await attendees.of_account(session, self.clock(), account, CENTRE)
            booker = booking.Booker(account, "telegram", person.id)
            done = await booking.book(session, self.clock(), slot.id or 0, attendee.id or 0, booker)
            return done.booking

    async def writes_down(self, name: str, slot: Slot) -> Booking:
        """The desk books for a caller."""
        account = await account_of(self.database, self.keeper)
        async with self.database.transaction() as session:
            attendee = await attendees.caller(session, self.clock(), CENTRE, name, "600100200")
            done = await booking.book(
                session, self.clock(), slot.id or 0, attendee.id or 0, booking.Booker(account, None, None)
            )
            return done.booking

    async def adviser_is(self, name: str, person: Person) -> None:
        """An adviser with an account of their own."""
        account = await account_of(self.database, person)
        async with self.database.transaction() as session:
            provider = (await session.exec(select(Provider).where(col(Provider.name) == name))).one()
            provider.account_id = account
            session.add(provider)
            await roles.grant(session, self.clock(), account, CENTRE, Role.ADVISER)


@pytest.fixture
async def desk(newcomer: Newcomer, database: Database, clock: SteppedClock, stage: Stage, library: object) -> Desk:
    """The organiser in Kozienice."""
    stage.library = library
    return Desk(await newcomer(role=Role.ORGANISER), database, clock)


@pytest.fixture
async def roster(desk: Desk) -> Desk:
    """A published December: a lawyer on Mondays in room 12, a psychologist on three Thursdays."""
    said = await desk.publishes(
        "poniedziałki 9–13 prawnik, pokój 12, co 30 min", "3, 10 i 17 grudnia 9-12 psycholog, pokój 3"
    )
    assert "Opublikowane" in said
    return desk


def alert_of(person: Person) -> str:
    """What the last tap was answered with."""
    answers = [each for each in person.stage.recorder.requests if isinstance(each, AnswerCallbackQuery)]
    return answers[-1].text or ""
