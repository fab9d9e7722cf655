"""/moje: everything of every kind, the next first, in pages; each opens what it is."""

from datetime import time, timedelta

from sqlmodel import select

from bot.clock import SteppedClock
from bot.places import booking as bookings
from bot.places import slots
from bot.places.attendees import of_account
from bot.places.booking import Booker
from bot.places.halls import reserving, rules
from bot.places.halls.free import Wanted
from bot.places.slots import NewSlot, SlotKind
from bot.storage import Database
from bot.storage.tables import Account, Attendance, Event
from tests.booking.conftest import Office, account_of, local
from tests.conversations.people import Person
from tests.mine.test_calendar import books


async def takes(office: Office, person: Person, kind: SlotKind, *days: int) -> None:
    """A seat of that kind on each of these days of November, at 14:00."""
    account = await account_of(office.database, person)
    async with office.database.transaction() as session:
        new = [
            NewSlot(
                centre="kozienice",
                kind=kind,
                starts_at=local(2026, 11, 1, 14) + timedelta(days=day - 1),
                ends_at=local(2026, 11, 1, 15) + timedelta(days=day - 1),
            )
            for day in days
        ]
        for slot in await slots.add(session, office.clock(), new):
            who = await of_account(session, office.clock(), account, "kozienice")
            await bookings.book(session, office.clock(), slot.id or 0, who.id or 0, Booker(account))


async def test_all_kinds_stand_in_one_list(lawyer: Office, resident: Person, clock: SteppedClock) -> None:
    await books(lawyer, resident, 9)
    await takes(lawyer, resident, SlotKind.MEETING, 27)
    await takes(lawyer, resident, SlotKind.SHIFT, 28)
    account = await account_of(lawyer.database, resident)
    async with lawyer.database.transaction() as session:
        place = await rules.add(session, clock(), None, "kozienice", "sala", "ul. Lipowa 1")
        await reserving.reserve(
            session,
            clock(),
            place.id,
            Wanted(local(2026, 11, 25).date(), time(10), time(12)),
            "zebranie",
            Booker(account, "telegram", resident.id),
            centre="kozienice",
        )
        event = Event(
            uid="p@okienko", centre="kozienice", title="Piknik", place="park", starts_at=local(2026, 11, 29, 12),
            ends_at=local(2026, 11, 29, 14), created_at=clock(), changed_at=clock(),
        )  # fmt: skip
        session.add(event)
        await session.flush()
        session.add(
            Attendance(
                event_id=event.id or 0, account_id=account, channel="telegram", chat_id=resident.id, coming=True,
                answered_at=clock(),
            )
        )  # fmt: skip
    await resident.says("/moje")
    assert resident.buttons[:5] == [
        "🏛 środa 25 listopada, 10:00",
        "📅 czwartek 26 listopada, 9:00",
        "👥 piątek 27 listopada, 14:00",
        "🤝 sobota 28 listopada, 14:00",
        "🎪 niedziela 29 listopada, 12:00 · Piknik",
    ]
    (said, *_) = await resident.taps("Piknik")
    assert "Piknik" in said
    await resident.says("/moje")
    (said, *_) = await resident.taps("środa 25 listopada")
    assert "Czeka na zgodę" in said
    # Old buttons of reminders lead to the same screen.
    (said, *_) = await resident.presses("bo:2:")
    assert "Spotkanie w Centrum" in said


async def test_a_whole_season_has_pages(lawyer: Office, resident: Person, database: Database) -> None:
    await takes(lawyer, resident, SlotKind.MEETING, 24, 25, 26, 27, 28, 29, 30)
    await takes(lawyer, resident, SlotKind.SHIFT, *range(31, 39))
    await resident.says("/moje")
    assert sum("14:00" in each for each in resident.buttons) == 12
    assert "Później ▶" in resident.buttons
    await resident.taps("Później")
    assert sum("14:00" in each for each in resident.buttons) == 3
    await resident.taps("Wcześniej")
    assert sum("14:00" in each for each in resident.buttons) == 12
    async with database.session() as session:
        assert (await session.exec(select(Account))).first() is not None
    await resident.presses("mm:99")
    assert sum("14:00" in each for each in resident.buttons) == 3
