"""The town of `tests.places`, with people who wait: each call is a transaction of its own, as each tap is."""

from datetime import datetime
from typing import Any

from sqlmodel import col, select

from bot.places import waiting
from bot.places.attendees import Relation
from bot.places.booking import Booked, Booker
from bot.places.slots import SlotKind
from bot.places.waiting import Answered, Joined, Waiting
from bot.places.waiting_states import Answer
from bot.storage import writing
from bot.storage.tables import Account, Address, Booking, Offer, OwedMessage, Slot, Vacancy, WaitingEntry
from tests.places.town import Town

QUEUE = ("bea", "cyryl", "dorota", "emil")


class WaitingTown(Town):
    """Beside the town's people: those of `QUEUE`, each with a chat whose number is the account's."""

    async def settled(self) -> "WaitingTown":
        await super().settled()
        async with self.database.transaction() as session:
            for name in QUEUE:
                account = Account(created_at=self.clock())
                session.add(account)
                await session.flush()
                self.people[name] = account.id or 0
            for account_id in self.people.values():
                session.add(Address(channel="telegram", chat_id=account_id, account_id=account_id))
        return self

    def booker(self, who: str) -> Booker:
        return Booker(self.people[who], "telegram", self.people[who])

    async def full(self, starts_at: datetime, seats: int = 1, **more: Any) -> tuple[int, list[Booked]]:
        """A meeting that the desk has filled with callers; the slot and the bookings."""
        settings: dict[str, Any] = {"kind": SlotKind.MEETING, "service": None, "provider_id": None, "seats": seats}
        slot_id = await self.slot(starts_at, 60, **(settings | more))
        return slot_id, [
            await self.book(slot_id, "clerk", attendee=await self.caller(f"O{number}.")) for number in range(seats)
        ]

    async def join(self, slot_id: int, who: str, *relations: Relation, **more: Any) -> Joined:
        party = [await self.attendee(who, each) for each in relations or (Relation.SELF,)]
        async with self.database.transaction() as session:
            return await waiting.join(session, self.clock(), slot_id, party, self.booker(who), **more)

    async def answer(self, offer_id: int, who: str, answer: Answer, **more: Any) -> Answered:
        async with self.database.transaction() as session:
            return await waiting.answer(session, self.clock(), offer_id, self.people[who], answer, **more)

    async def leave(self, entry_id: int, who: str) -> WaitingEntry:
        async with self.database.transaction() as session:
            return await waiting.leave(session, self.clock(), entry_id, self.people[who])

    async def lapse(self) -> int:
        async with self.database.transaction() as session:
            return await waiting.lapse(session, self.clock())

    async def lists(self, who: str) -> list[Waiting]:
        async with self.database.session() as session:
            return await waiting.of_account(session, self.clock(), self.people[who])

    async def together(self, slot_id: int, who: str, *relations: Relation, **more: Any) -> list[Booked]:
        party = [await self.attendee(who, each) for each in relations]
        async with self.database.transaction() as session:
            return await waiting.party_book(session, self.clock(), slot_id, party, self.booker(who), **more)

    async def offers(self, slot_id: int) -> list[tuple[str, int]]:
        """Who has a place held for them in a slot, and the offer."""
        async with self.database.session() as session:
            rows = await session.exec(
                select(WaitingEntry.account_id, Offer.id)
                .join(Offer, col(Offer.entry_id) == col(WaitingEntry.id))
                .where(col(WaitingEntry.slot_id) == slot_id, col(Offer.answered_at).is_(None))
                .order_by(col(Offer.id))
            )
            names = {account: name for name, account in self.people.items()}
            return [(names[account], offer or 0) for account, offer in rows.all()]

    async def offer(self, slot_id: int, who: str) -> int:
        """The offer that somebody has at this moment."""
        return dict(await self.offers(slot_id))[who]

    async def block(self, who: str) -> None:
        """Their messenger takes no messages from now on."""
        async with self.database.transaction() as session:
            await writing(session)
            address = (await session.exec(select(Address).where(col(Address.chat_id) == self.people[who]))).one()
            address.blocked_at = self.clock()
            session.add(address)

    async def owed(self, kind: str) -> list[OwedMessage]:
        async with self.database.session() as session:
            rows = await session.exec(
                select(OwedMessage).where(col(OwedMessage.kind) == kind).order_by(col(OwedMessage.id))
            )
            return list(rows.all())

    async def vacancies(self, slot_id: int) -> list[str | None]:
        """What became of each place that was free while somebody waited."""
        async with self.database.session() as session:
            rows = await session.exec(
                select(Vacancy.how).where(col(Vacancy.slot_id) == slot_id).order_by(col(Vacancy.id))
            )
            return list(rows.all())

    async def held_for(self, slot_id: int) -> Booked:
        """The seat that is held in a slot, as if it were a booking."""
        async with self.database.session() as session:
            rows = await session.exec(
                select(Booking).where(col(Booking.slot_id) == slot_id, col(Booking.state) == "offered")
            )
            return Booked(rows.one(), await session.get_one(Slot, slot_id), again=False)

    async def states(self, slot_id: int) -> list[str]:
        """The seats held in a slot, by their state."""
        async with self.database.session() as session:
            rows = await session.exec(
                select(Booking.state)
                .where(col(Booking.slot_id) == slot_id, col(Booking.seat_no).is_not(None))
                .order_by(col(Booking.seat_no))
            )
            return list(rows.all())

    async def in_line(self, slot_id: int) -> int:
        """How many stand in the line, by the slot's count and by the rows, which must agree."""
        async with self.database.session() as session:
            slot = await session.get_one(Slot, slot_id)
            rows = await session.exec(
                select(WaitingEntry.id).where(
                    col(WaitingEntry.slot_id) == slot_id, col(WaitingEntry.ended_at).is_(None)
                )
            )
            assert len(rows.all()) == slot.waiting
            return slot.waiting
