"""The count under the groups' messages follows the seats, whichever way one was taken or given back."""

from typing import Any

from sqlmodel import col, or_, select

from bot.announcements import event_reminders
from bot.clock import Clock
from bot.storage import Database, writing
from bot.storage.tables import Event, EventSeats, Slot


class SeatsWatch:
    """`tick` is called every few seconds."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def tick(self) -> None:
        """Owe the new counts; most of the time there are none, and nothing is written."""
        async with self._database.session() as session:
            changed = (await session.exec(self._changed())).first()
        if changed is None:
            return
        async with self._database.transaction() as session:
            await writing(session)
            for seats, slot, event in (await session.exec(self._changed())).all():
                seats.told_taken, seats.told_seats = slot.taken, slot.seats
                session.add(seats)
                await event_reminders.owe_counts(session, self._clock(), event)

    def _changed(self) -> Any:
        return (
            select(EventSeats, Slot, Event)
            .join(Slot, col(Slot.id) == col(EventSeats.slot_id))
            .join(Event, col(Event.id) == col(EventSeats.event_id))
            .where(
                or_(col(EventSeats.told_taken) != col(Slot.taken), col(EventSeats.told_seats) != col(Slot.seats)),
                col(Event.cancelled_at).is_(None),
                col(Event.ends_at) > self._clock(),
            )
            .limit(50)
        )
