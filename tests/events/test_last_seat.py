"""The last seats of an event under many hands at once, on both databases: none given twice, none lost, told once."""

import asyncio
from datetime import datetime, timedelta

import pytest
from sqlmodel import col, select

from bot.announcements import event_guests, event_seats, events
from bot.announcements.event_guests import Party
from bot.announcements.events import Answered, NewEvent, Standing
from bot.clock import SteppedClock
from bot.errors import OkienkoError
from bot.people import accounts
from bot.places import waiting
from bot.places.booking import Booker
from bot.places.waiting_states import Answer
from bot.storage import Database
from bot.storage.retry import retried
from bot.storage.tables import Attendance, Booking, Offer, OwedMessage, Slot

CENTRE = "starachowice"
FAMILY = Party(me=1, child=2)


class Fair:
    """An event in three days and people who want to come, without the chat."""

    def __init__(self, database: Database, now: datetime) -> None:
        self.database, self.now = database, now
        self.starts_at = now + timedelta(days=3, hours=5)
        self.event_id = 0

    async def opens(self, seats: int | None, people: int) -> list[int]:
        """The event and the accounts."""
        async with self.database.transaction() as session:
            actors = [
                await accounts.create_actor(session, self.now, "telegram", 100 + number, "pl", CENTRE)
                for number in range(people)
            ]
            new = NewEvent(title="Piknik", place="park", starts_at=self.starts_at, seats=seats)
            made = await events.create(session, self.now, CENTRE, actors[0].account_id, new)
            self.event_id = made.id or 0
            return [actor.account_id for actor in actors]

    async def slot(self) -> Slot:
        async with self.database.session() as session:
            slot = await event_guests.of(session, self.event_id)
        assert slot is not None
        return slot

    async def comes(self, account: int, party: Party) -> str:
        """What became of it: in, or the refusal."""
        slot_id = (await self.slot()).id or 0

        async def once() -> str:
            async with self.database.transaction() as session:
                booker = Booker(account, "telegram", account)
                await event_seats.come(session, self.now, slot_id, booker, party)
                return "in"

        return await _said(once)

    async def stays_away(self, account: int) -> str:
        slot_id = (await self.slot()).id or 0

        async def once() -> str:
            async with self.database.transaction() as session:
                await event_seats.stay_away(session, self.now, slot_id, Booker(account, "telegram", account))
                return "away"

        return await _said(once)

    async def waits(self, account: int, party: Party) -> str:
        slot_id = (await self.slot()).id or 0

        async def once() -> str:
            async with self.database.transaction() as session:
                await event_seats.wait(session, self.now, slot_id, Booker(account, "telegram", account), party)
                return "waits"

        return await _said(once)

    async def held(self) -> list[Booking]:
        """Every seat that somebody has; the count must agree and no number come twice."""
        slot = await self.slot()
        async with self.database.session() as session:
            rows = await session.exec(
                select(Booking).where(col(Booking.slot_id) == slot.id, col(Booking.seat_no).is_not(None))
            )
            found = list(rows.all())
        assert len(found) == slot.taken <= slot.seats
        assert len({row.seat_no for row in found}) == len(found)
        return found


async def _said(once: object) -> str:
    try:
        return await retried(once)  # type: ignore[arg-type]
    except OkienkoError as error:
        return error.key


@pytest.fixture
def fair(any_database: Database, clock: SteppedClock) -> Fair:
    return Fair(any_database, clock())


async def test_of_many_at_once_the_last_seat_goes_to_one(fair: Fair) -> None:
    people = await fair.opens(5, 14)
    assert await fair.comes(people[0], FAMILY) == "in"
    assert await fair.comes(people[1], Party(me=1)) == "in"
    answers = await asyncio.gather(
        *(fair.comes(each, Party(me=1)) for each in people[2:10]), *(fair.comes(each, FAMILY) for each in people[10:])
    )
    assert answers.count("in") == 1
    assert set(answers) == {"in", "places-full", "waiting-not-enough"} or set(answers) == {"in", "places-full"}
    assert len(await fair.held()) == 5


async def test_families_come_whole_or_not_at_all(fair: Fair) -> None:
    people = await fair.opens(8, 6)
    answers = await asyncio.gather(*(fair.comes(each, FAMILY) for each in people))
    assert answers.count("in") == 2
    assert len(await fair.held()) == 6
    async with fair.database.session() as session:
        slot_id = (await fair.slot()).id or 0
        parties = [await event_guests.party(session, slot_id, each) for each in people]
    assert sorted(parties) == [Party()] * 4 + [FAMILY] * 2


async def test_the_same_tap_from_two_telephones_is_one_family(fair: Fair) -> None:
    people = await fair.opens(8, 1)
    answers = await asyncio.gather(*(fair.comes(people[0], FAMILY) for _ in range(4)))
    assert set(answers) == {"in"}
    assert len(await fair.held()) == 3


async def test_who_leaves_while_many_come_gives_the_line_its_turn(fair: Fair) -> None:
    people = await fair.opens(3, 8)
    assert await fair.comes(people[0], FAMILY) == "in"
    assert await fair.waits(people[1], FAMILY) == "waits"
    answers = await asyncio.gather(fair.stays_away(people[0]), *(fair.comes(each, Party(me=1)) for each in people[2:]))
    assert answers[0] == "away"
    assert set(answers[1:]) == {"places-full"}  # before and after: held for the family
    assert {row.state for row in await fair.held()} == {"offered"}
    async with fair.database.session() as session:
        (offer,) = (await session.exec(select(Offer))).all()

    async def take() -> str:
        async with fair.database.transaction() as session:
            await waiting.answer(session, fair.now, offer.id or 0, people[1], Answer.TAKE)
            return "taken"

    assert set(await asyncio.gather(*(_said(take) for _ in range(3)))) == {"taken"}
    assert {row.state for row in await fair.held()} == {"booked"}
    async with fair.database.session() as session:
        owed = await session.exec(select(OwedMessage).where(col(OwedMessage.kind) == "event-reminder"))
        mine = [row for row in owed.all() if (row.payload or {})["account"] == people[1]]
        engines = await session.exec(select(OwedMessage).where(col(OwedMessage.kind) == "booking-reminder"))
    assert len(mine) == 2
    assert engines.all() == []


async def test_a_limit_made_while_people_say_yes_loses_none_of_them(fair: Fair) -> None:
    people = await fair.opens(None, 6)

    async def says_yes(account: int) -> Standing:
        async def once() -> Answered:
            async with fair.database.transaction() as session:
                return await events.answer(
                    session,
                    fair.now,
                    event_id=fair.event_id,
                    account_id=account,
                    channel="telegram",
                    chat_id=account,
                    coming=True,
                )

        return (await retried(once)).standing

    async def limits() -> None:
        async def once() -> None:
            async with fair.database.transaction() as session:
                await events.limit(session, fair.now, CENTRE, fair.event_id, 20)

        await retried(once)

    answers = await asyncio.gather(*map(says_yes, people[:3]), limits(), *map(says_yes, people[3:]))
    said = [answer for answer in answers if answer is not None]
    async with fair.database.session() as session:
        assert (await session.exec(select(Attendance))).all() == []
    assert len(await fair.held()) == said.count(Standing.TAKEN)
    assert said.count(Standing.TAKEN) + said.count(Standing.SEATS) == 6


async def test_fewer_seats_while_many_come_leave_nobody_without(fair: Fair) -> None:
    people = await fair.opens(6, 8)

    async def fewer(seats: int) -> str:
        async def once() -> str:
            async with fair.database.transaction() as session:
                await events.limit(session, fair.now, CENTRE, fair.event_id, seats)
                return "limited"

        return await _said(once)

    answers = await asyncio.gather(
        *(fair.comes(each, Party(me=1)) for each in people[:4]),
        fewer(3),
        *(fair.comes(each, Party(me=1)) for each in people[4:]),
        fewer(5),
    )
    assert len(await fair.held()) == answers.count("in") == (await fair.slot()).taken
    assert set(answers) <= {"in", "places-full", "limited", "event-seats-fewer"}
    assert answers[4] == "limited" or answers.count("in") > 3


async def test_another_time_meets_what_people_have_then(fair: Fair) -> None:
    people = await fair.opens(3, 2)
    await fair.comes(people[0], FAMILY)
    async with fair.database.transaction() as session:
        later = NewEvent(title="Kino", place="hala", starts_at=fair.starts_at + timedelta(hours=6), seats=9)
        cinema = await events.create(session, fair.now, CENTRE, people[0], later)
        slot = await event_guests.of(session, cinema.id or 0)
        assert slot is not None
        await event_seats.come(session, fair.now, slot.id or 0, Booker(people[0], "telegram", 1), Party(me=1))
    async with fair.database.transaction() as session:
        await events.change(session, fair.now, CENTRE, fair.event_id, starts_at=fair.starts_at + timedelta(hours=5))
    assert [row.beside for row in sorted(await fair.held(), key=lambda row: row.id or 0)] == [True, False, False]
