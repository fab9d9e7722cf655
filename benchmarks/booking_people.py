"""Whom `benchmarks.booking` books for, and what there is to be booked."""

import random
from datetime import UTC, datetime, timedelta

from sqlalchemy import func, insert
from sqlmodel import col, select

from bot.places import attendees, slots
from bot.places.slots import NewSlot, SlotKind
from bot.storage import Database
from bot.storage.tables import Account, Address, Booking, OwedMessage, Provider, Slot

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
LOOKED_AT = "koszalin"
_PIECE = 500


class People:
    """Residents with a chat each, and single places at hours of their own; or a month of many advisers."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.now = NOW
        self.centre = "kozienice"
        self.chats: list[int] = []
        self.accounts: list[int] = []
        self.attendees: list[int] = []
        self.slots: list[int] = []
        self.starts: list[datetime] = []
        self.adviser = 0
        self.taken = Slot()

    async def invited(self, *, bookings: int) -> "People":
        """Nobody needs more than six bookings, each at another hour."""
        for number in range(-(-bookings // 6)):
            async with self.database.transaction() as session:
                account = Account(created_at=NOW, centre=self.centre, language="pl")
                session.add(account)
                await session.flush()
                session.add(Address(channel="telegram", chat_id=10_000 + number, account_id=account.id or 0))
                attendee = await attendees.of_account(session, NOW, account.id or 0, self.centre)
            self.chats.append(10_000 + number)
            self.accounts.append(account.id or 0)
            self.attendees.append(attendee.id or 0)
        for first in range(0, bookings, _PIECE):
            starts = [NOW + timedelta(days=3, hours=number) for number in range(first, min(first + _PIECE, bookings))]
            new = [
                NewSlot(
                    centre=self.centre,
                    kind=SlotKind.CONSULTATION,
                    service="kozienice/pio",
                    starts_at=start,
                    ends_at=start + timedelta(minutes=30),
                )
                for start in starts
            ]
            async with self.database.transaction() as session:
                self.slots += [slot.id or 0 for slot in await slots.add(session, NOW, new)]
            self.starts += starts
        return self

    async def check(self) -> None:
        """Everybody got their place and two reminders."""
        async with self.database.session() as session:
            taken = (await session.exec(select(func.sum(Slot.taken)))).one()
            booked = (await session.exec(select(func.count()).select_from(Booking))).one()
            owed = (await session.exec(select(func.count()).select_from(OwedMessage))).one()
        assert taken == booked, (taken, booked)
        assert owed == 2 * booked, (owed, booked)

    async def looking(self, *, advisers: int, slots: int) -> "People":
        """A month of duties, a third of it taken; every fifth adviser is a lawyer."""
        async with self.database.transaction() as session:
            rows = [
                Provider(centre=LOOKED_AT, name=f"przykład {n}", topics=["law"] if n % 5 == 0 else ["family"])
                for n in range(advisers)
            ]
            session.add_all(rows)
            await session.flush()
            each = slots // advisers
            values = []
            for row in rows:
                for number in range(each):
                    day, turn = divmod(number, 16)
                    start = NOW + timedelta(days=1 + day, minutes=30 * turn)
                    end = start + timedelta(minutes=30)
                    values.append(
                        {
                            "centre": LOOKED_AT,
                            "kind": SlotKind.CONSULTATION.value,
                            "service": "koszalin/porady",
                            "provider_id": row.id,
                            "starts_at": start,
                            "ends_at": end,
                            "busy_until": end,
                            "book_until": start,
                            "seats": 1,
                            "taken": int(random.random() < 1 / 3),
                            "rules": {},
                            "created_at": NOW,
                        }
                    )
            connection = await session.connection()
            await connection.execute(insert(Slot), values)
            self.adviser = rows[0].id or 0
        async with self.database.session() as session:
            found = await session.exec(select(Slot).where(col(Slot.taken) == 1, col(Slot.provider_id) == self.adviser))
            self.taken = list(found.all())[50]
        return self
