"""The last place, wanted by many at the same moment, on both databases; and all meetings or none."""

import asyncio
from collections import Counter
from datetime import UTC, datetime, time, timedelta

import pytest
from sqlmodel import col, select

from bot.clock import SteppedClock
from bot.errors import OkienkoError
from bot.people import accounts, roles
from bot.places.booking import Booker
from bot.places.programmes import joining, keeping, making
from bot.places.programmes.plan import Plan
from bot.places.programmes.words import WayIn
from bot.storage import Database
from bot.storage.retry import retried
from bot.storage.tables import Booking, ProgrammeCandidate, ProgrammeMeeting, Role, Slot

CENTRE = "kozienice"


async def prepared(
    database: Database, clock: SteppedClock, *, most: int, people: int, way_in: WayIn = WayIn.OPEN
) -> tuple[int, int, list[int]]:
    """An open programme of three meetings; its number, its keeper, and so many accounts."""
    now = clock()
    first = now.date() + timedelta(days=7)
    plan = Plan(
        title="Klub",
        days=[first, first + timedelta(days=7), first + timedelta(days=14)],
        opens_at=time(10),
        closes_at=time(12),
        most=most,
        way_in=way_in,
    )
    async with database.transaction() as session:
        who = [
            (await accounts.create_actor(session, now, "telegram", chat, "pl", CENTRE)).account_id
            for chat in range(1, people + 2)
        ]
        keeper, *others = who
        await roles.grant(session, now, keeper, CENTRE, Role.ORGANISER)
        programme = await making.draft(session, now, keeper, CENTRE, plan)
        await making.open_(session, now, keeper, programme.id or 0)
    return programme.id or 0, keeper, others


async def held(database: Database, number: int) -> list[tuple[int, list[int]]]:
    """For each meeting its count and the seats really held."""
    async with database.session() as session:
        rows = await session.exec(
            select(Slot)
            .join(ProgrammeMeeting, col(ProgrammeMeeting.slot_id) == col(Slot.id))
            .where(col(ProgrammeMeeting.programme_id) == number)
            .order_by(col(Slot.id))
        )
        found = []
        for slot in rows.all():
            seats = await session.exec(
                select(Booking.seat_no).where(col(Booking.slot_id) == slot.id, col(Booking.seat_no).is_not(None))
            )
            found.append((slot.taken, sorted(seat or 0 for seat in seats.all())))
        return found


async def test_two_places_and_twelve_people_at_once(any_database: Database, clock: SteppedClock) -> None:
    number, _, people = await prepared(any_database, clock, most=2, people=12)

    async def tap(account_id: int) -> str:
        async def once() -> str:
            async with any_database.transaction() as session:
                done = await joining.want(session, clock(), number, Booker(account_id, "telegram", account_id))
                return done.became.value

        return await retried(once)

    became = Counter(await asyncio.gather(*(tap(each) for each in [*people, *people])))
    assert became["in"] == 2
    assert became["waits"] == 10
    assert became["again"] == 12
    assert await held(any_database, number) == [(2, [1, 2])] * 3


async def test_two_invited_and_one_place_is_never_two(any_database: Database, clock: SteppedClock) -> None:
    """A keeper's two taps at once: one place is kept, the other person stays in the line."""
    number, keeper, people = await prepared(any_database, clock, most=1, people=2, way_in=WayIn.TALK)
    async with any_database.transaction() as session:
        for each in people:
            await joining.want(session, clock(), number, Booker(each, "telegram", each))
        rows = await session.exec(select(ProgrammeCandidate.id).order_by(col(ProgrammeCandidate.id)))
        ids = [each or 0 for each in rows.all()]
        for each in ids:
            await keeping.talked(session, clock(), keeper, each)

    async def yes(candidate_id: int) -> str:
        async def once() -> str:
            async with any_database.transaction() as session:
                return (await keeping.say_yes(session, clock(), keeper, candidate_id)).candidate.state

        try:
            return await retried(once)
        except OkienkoError as error:
            return error.key

    assert sorted(await asyncio.gather(*map(yes, ids))) == ["invited", "programme-full"]


async def test_one_meeting_that_cannot_be_had_leaves_none(any_database: Database, clock: SteppedClock) -> None:
    number, _, people = await prepared(any_database, clock, most=1, people=1)
    async with any_database.session() as session:
        last = (await session.exec(select(ProgrammeMeeting.slot_id).order_by(col(ProgrammeMeeting.slot_id)))).all()[-1]
    async with any_database.transaction() as session:
        slot = await session.get_one(Slot, last)
        slot.rules = {"door": "somebody else's"}
        session.add(slot)
    with pytest.raises(OkienkoError, match="places-other-door"):
        async with any_database.transaction() as session:
            await joining.want(session, clock(), number, Booker(people[0], "telegram", 2))
    assert await held(any_database, number) == [(0, [])] * 3


async def test_leaving_and_joining_at_once_keeps_the_count(any_database: Database, clock: SteppedClock) -> None:
    number, _, people = await prepared(any_database, clock, most=3, people=6)
    async with any_database.transaction() as session:
        for each in people:
            await joining.want(session, clock(), number, Booker(each, "telegram", each))

    async def leave(account_id: int) -> None:
        async def once() -> None:
            async with any_database.transaction() as session:
                await joining.leave(session, clock(), number, account_id)

        await retried(once)

    await asyncio.gather(*(leave(each) for each in people[:3]))
    async with any_database.session() as session:
        rows = await session.exec(select(ProgrammeCandidate.state).order_by(col(ProgrammeCandidate.id)))
        assert list(rows.all()) == ["left"] * 3 + ["invited"] * 3
    assert await held(any_database, number) == [(0, [])] * 3


async def test_a_late_night_deadline_is_counted_from_the_morning(any_database: Database, clock: SteppedClock) -> None:
    number, _, people = await prepared(any_database, clock, most=1, people=2)
    async with any_database.transaction() as session:
        for each in people:
            await joining.want(session, clock(), number, Booker(each, "telegram", each))
    clock.now = datetime(2026, 11, 24, 22, 30, tzinfo=UTC)
    async with any_database.transaction() as session:
        await joining.leave(session, clock(), number, people[0])
    async with any_database.session() as session:
        invited = await joining.of_account(session, people[1], number)
        assert invited
        assert invited.invited_until == datetime(2026, 11, 26, 7, tzinfo=UTC)
