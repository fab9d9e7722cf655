"""Who waits for a place, what became free, and to whom it was offered until when.

An offer holds its seats as bookings of the state ``offered``, so to everybody else they are taken.
"""

from datetime import datetime

from sqlalchemy import BigInteger, Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from bot.storage.types import UtcDateTime

_OPEN = text("answered_at IS NULL")
_WAITS = text("ended_at IS NULL")


class WaitingEntry(SQLModel, table=True):
    """A place in the line for one slot: of one person, or of several who come only together."""

    __tablename__ = "waiting_entry"
    __table_args__ = (
        Index("ix_waiting_entry_line", "slot_id", "id", sqlite_where=_WAITS, postgresql_where=_WAITS),
        Index("ix_waiting_entry_account", "account_id"),
    )

    id: int | None = Field(default=None, primary_key=True)
    """Their order is that of the line: who joins holds the slot."""
    centre: str = Field(max_length=64)
    slot_id: int = Field(foreign_key="slot.id")
    account_id: int = Field(foreign_key="account.id", ondelete="CASCADE")
    channel: str = Field(max_length=16)
    """Where offers go."""
    chat_id: int = Field(sa_type=BigInteger)
    people: int
    """How many come, and only together."""
    door: str = Field(default="", max_length=24)
    """The room that asks more of people when they take the place (`bot.places.slots.Rules.door`)."""
    topic: str | None = Field(default=None, max_length=24)
    """For the booking that may come of it."""
    state: str = Field(max_length=8)
    """One of `bot.places.waiting_states.Waits`."""
    lapses: int = 0
    """Offers in a row without an answer."""
    passed_upto: int = 0
    """The newest `Vacancy` there was when they passed, or did not answer: they are asked again for newer ones."""
    joined_at: datetime = Field(sa_type=UtcDateTime)
    ended_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class WaitingPerson(SQLModel, table=True):
    """Who comes, as long as the entry waits or has an offer."""

    __tablename__ = "waiting_person"
    __table_args__ = (UniqueConstraint("slot_id", "attendee_id"),)

    entry_id: int = Field(foreign_key="waiting_entry.id", primary_key=True, ondelete="CASCADE")
    attendee_id: int = Field(foreign_key="attendee.id", primary_key=True, ondelete="CASCADE", index=True)
    slot_id: int = Field(foreign_key="slot.id")
    """The entry's, kept here too: nobody stands in one line twice."""


class Vacancy(SQLModel, table=True):
    """One seat that became free while somebody waited. No person stands behind it: it is for the report."""

    __tablename__ = "vacancy"
    __table_args__ = (Index("ix_vacancy_slot", "slot_id", "seat_no"), Index("ix_vacancy_freed", "centre", "freed_at"))

    id: int | None = Field(default=None, primary_key=True)
    centre: str = Field(max_length=64)
    slot_id: int = Field(foreign_key="slot.id")
    seat_no: int
    freed_at: datetime = Field(sa_type=UtcDateTime)
    filled_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """When somebody took it, or when it was opened to everybody."""
    how: str | None = Field(default=None, max_length=8)
    """One of `bot.places.waiting_states.Filled`; None while the line is asked."""


class Offer(SQLModel, table=True):
    """ "A place is free": to one entry, until a moment that is said."""

    __tablename__ = "waiting_offer"
    __table_args__ = (Index("ix_waiting_offer_open", "deadline", sqlite_where=_OPEN, postgresql_where=_OPEN),)

    id: int | None = Field(default=None, primary_key=True)
    entry_id: int = Field(foreign_key="waiting_entry.id", ondelete="CASCADE", index=True)
    offered_at: datetime = Field(sa_type=UtcDateTime)
    deadline: datetime = Field(sa_type=UtcDateTime)
    """From then on it is no longer theirs."""
    answered_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    answer: str | None = Field(default=None, max_length=8)
    """One of `bot.places.waiting_states.Answer`."""


class OfferedSeat(SQLModel, table=True):
    """Which seats an offer has. One that was offered to somebody is never offered to them again."""

    __tablename__ = "waiting_offered_seat"

    vacancy_id: int = Field(foreign_key="vacancy.id", primary_key=True)
    entry_id: int = Field(foreign_key="waiting_entry.id", primary_key=True, ondelete="CASCADE", index=True)
    offer_id: int = Field(foreign_key="waiting_offer.id", ondelete="CASCADE", index=True)
