"""Events, with a limit of places or without, who comes, and what of a centre's yearly plan is done."""

from datetime import date, datetime

from sqlalchemy import BigInteger
from sqlmodel import Field, SQLModel

from bot.storage.types import UtcDateTime


class Event(SQLModel, table=True):
    """Something that people are invited to: a picnic, a courtyard game. Without `EventSeats` nobody is turned away."""

    __tablename__ = "event"

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(max_length=64, unique=True)
    """The event's name in people's calendars (RFC 5545, UID): never changes."""
    centre: str = Field(max_length=64, index=True)
    title: str = Field(max_length=120)
    place: str = Field(max_length=200)
    starts_at: datetime = Field(sa_type=UtcDateTime, index=True)
    ends_at: datetime = Field(sa_type=UtcDateTime)
    picture: str | None = Field(default=None, max_length=256)
    """The messenger's file id of a poster, valid on ``picture_channel`` only."""
    picture_channel: str | None = Field(default=None, max_length=16)
    plan_item: str | None = Field(default=None, max_length=64)
    """The item of the centre's plan that it fulfils (`bot.announcements.plan`)."""
    sequence: int = 0
    """Grows with every change and with the cancellation (RFC 5545, SEQUENCE)."""
    cancelled_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    cancelled_because: str | None = Field(default=None, max_length=16)
    """``weather`` or ``other``."""
    created_by: int | None = Field(default=None, foreign_key="account.id", ondelete="SET NULL")
    created_at: datetime = Field(sa_type=UtcDateTime)
    changed_at: datetime = Field(sa_type=UtcDateTime)
    came: int | None = None
    """How many said that they come, kept when their answers are forgotten."""


class EventSeats(SQLModel, table=True):
    """The limit of an event: a slot with seats. Who comes is then a `Booking`; an `Attendance` only says "no"."""

    __tablename__ = "event_seats"

    event_id: int = Field(foreign_key="event.id", primary_key=True, ondelete="CASCADE")
    slot_id: int = Field(foreign_key="slot.id", unique=True)
    told_taken: int = 0
    """How many were taken when the count under the groups' messages was last owed, and of how many."""
    told_seats: int = 0


class Attendance(SQLModel, table=True):
    """Somebody's answer to an invitation. Kept until a while after the event, never shown to others."""

    __tablename__ = "attendance"

    event_id: int = Field(foreign_key="event.id", primary_key=True, ondelete="CASCADE")
    account_id: int = Field(foreign_key="account.id", primary_key=True, ondelete="CASCADE", index=True)
    channel: str = Field(max_length=16)
    """Where the person answered; reminders go there."""
    chat_id: int = Field(sa_type=BigInteger)
    coming: bool
    answered_at: datetime = Field(sa_type=UtcDateTime)


class EventPost(SQLModel, table=True):
    """A message in a group under which people answer; its button shows how many come."""

    __tablename__ = "event_post"

    channel: str = Field(primary_key=True, max_length=16)
    chat_id: int = Field(primary_key=True, sa_type=BigInteger)
    message_id: int = Field(primary_key=True, sa_type=BigInteger)
    event_id: int = Field(foreign_key="event.id", index=True, ondelete="CASCADE")


class PlanDone(SQLModel, table=True):
    """One time that an item of the plan was done: by an announcement, or outside Okienko. Events count themselves."""

    __tablename__ = "plan_done"

    id: int | None = Field(default=None, primary_key=True)
    centre: str = Field(max_length=64, index=True)
    item: str = Field(max_length=64)
    on_day: date
    """When; of an announcement the day when it was begun: it counts when it goes out."""
    announcement_id: int | None = Field(default=None, unique=True)
    noted_by: int | None = Field(default=None, foreign_key="account.id", ondelete="SET NULL")
    noted_at: datetime = Field(sa_type=UtcDateTime)
