"""A town to book in: one place for the tests to ask for people, slots and bookings."""

from datetime import datetime, time, timedelta
from typing import Any

from sqlmodel import col, select

from bot.clock import SteppedClock
from bot.people.roles import grant
from bot.places import attendees, booking, slots
from bot.places.attendees import Relation
from bot.places.booking import Booked, Booker
from bot.places.slots import NewSlot, SlotKind
from bot.storage import Database
from bot.storage.tables import Account, Booking, Provider, Role, Room, Slot

CENTRE = "kozienice"
ELSEWHERE = "dobczyce"


class Town:
    """Each call is a transaction of its own, as each tap is."""

    def __init__(self, database: Database, clock: SteppedClock) -> None:
        self.database = database
        self.clock = clock
        self.people: dict[str, int] = {}
        self.lawyer = self.psychologist = self.room_12 = self.hall = 0

    async def settled(self) -> "Town":
        """People with and without roles, two advisers with accounts, two rooms."""
        standing = {
            "anna": None,
            "outsider": None,
            "clerk": (CENTRE, Role.CLERK),
            "clerk elsewhere": (ELSEWHERE, Role.CLERK),
            "lawyer": (CENTRE, Role.ADVISER),
            "psychologist": (CENTRE, Role.ADVISER),
            "volunteer": (CENTRE, Role.VOLUNTEER),
        }
        async with self.database.transaction() as session:
            for name, role in standing.items():
                account = Account(created_at=self.clock())
                session.add(account)
                await session.flush()
                assert account.id is not None
                self.people[name] = account.id
                if role:
                    await grant(session, self.clock(), account.id, *role)
            rows: list[Any] = [
                Provider(centre=CENTRE, name="prawnik", topics=["law", "debts"], account_id=self.people["lawyer"]),
                Provider(centre=CENTRE, name="psycholog", topics=[], account_id=self.people["psychologist"]),
                Room(centre=CENTRE, name="pokój 12"),
                Room(centre=CENTRE, name="sala"),
            ]
            session.add_all(rows)
            await session.flush()
            self.lawyer, self.psychologist, self.room_12, self.hall = (row.id for row in rows)
        return self

    def at(self, hour: int, minute: int = 0, *, days: int = 1) -> datetime:
        """An hour in Warsaw, so many days from today."""
        from bot.places.hours import local, moment_of

        return moment_of(local(self.clock()).date() + timedelta(days=days), time(hour, minute))

    async def slot(self, starts_at: datetime, minutes: int = 30, **more: Any) -> int:
        """A new slot's id; the lawyer's unless told otherwise."""
        settings = {
            "centre": CENTRE,
            "kind": SlotKind.CONSULTATION,
            "service": "kozienice/pio",
            "provider_id": self.lawyer,
            **more,
        }
        new = NewSlot(starts_at=starts_at, ends_at=starts_at + timedelta(minutes=minutes), **settings)
        async with self.database.transaction() as session:
            (slot,) = await slots.add(session, self.clock(), [new])
        assert slot.id is not None
        return slot.id

    async def attendee(self, whose: str, relation: Relation = Relation.SELF, number: int = 1) -> int:
        async with self.database.transaction() as session:
            found = await attendees.of_account(session, self.clock(), self.people[whose], CENTRE, relation, number)
        assert found.id is not None
        return found.id

    async def caller(self, name: str = "J. K.") -> int:
        async with self.database.transaction() as session:
            found = await attendees.caller(session, self.clock(), CENTRE, name)
        assert found.id is not None
        return found.id

    async def book(self, slot_id: int, whose: str = "anna", *, attendee: int | None = None, **more: Any) -> Booked:
        attendee = attendee or await self.attendee(whose)
        async with self.database.transaction() as session:
            return await booking.book(session, self.clock(), slot_id, attendee, Booker(self.people[whose]), **more)

    async def move(self, booked: Booked, to_slot: int, by: str = "anna", **more: Any) -> Booked:
        async with self.database.transaction() as session:
            return await booking.move(
                session, self.clock(), booked.booking.id or 0, to_slot, by=self.people[by], **more
            )

    async def cancel(self, booked: Booked, by: str = "anna", **more: Any) -> Booking:
        async with self.database.transaction() as session:
            return await booking.cancel(session, self.clock(), booked.booking.id or 0, by=self.people[by], **more)

    async def confirm(self, booked: Booked, by: str = "anna", **more: Any) -> Booking:
        async with self.database.transaction() as session:
            return await booking.confirm(session, self.clock(), booked.booking.id or 0, by=self.people[by], **more)

    async def withdraw(self, *slot_ids: int, because: str = "sick") -> list[Booking]:
        async with self.database.transaction() as session:
            return await slots.withdraw(session, self.clock(), slot_ids, because)

    async def held(self, slot_id: int) -> tuple[int, list[int]]:
        """A slot's count, and the seats really held."""
        async with self.database.session() as session:
            slot = await session.get_one(Slot, slot_id)
            seats = await session.exec(
                select(Booking.seat_no).where(col(Booking.slot_id) == slot_id, col(Booking.seat_no).is_not(None))
            )
            return slot.taken, sorted(seat for seat in seats.all() if seat is not None)
