"""Rooms and desks that people may reserve: their rules, who speaks for an organisation, what was reserved and why.

What is reserved is a `Slot` of its room and a `Booking` in it, so that it clashes with duties and meetings; the
tables here say only what those do not know.
"""

from datetime import date, datetime, time

from sqlalchemy import JSON, BigInteger, Column, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from bot.storage.types import UtcDateTime


class Hall(SQLModel, table=True):
    """A room that may be reserved, and how."""

    __tablename__ = "hall"

    room_id: int = Field(primary_key=True, foreign_key="room.id", ondelete="CASCADE")
    centre: str = Field(max_length=64, index=True)
    service: str | None = Field(default=None, max_length=128)
    """The catalogue's card that leads here, like ``dobczyce/sala``."""
    desks: int = 0
    """How many desks are in it, reserved one by one; 0: the room is reserved whole."""
    block_minutes: int = 240
    """For how long a desk is reserved: the day is cut into such pieces."""
    longest_minutes: int = 480
    """For how long the whole room may be reserved at most."""
    buffer_minutes: int = 0
    """For airing and tidying after each use."""
    organisations_only: bool = False
    needs_yes: bool = True
    """Whether the keeper's yes is needed."""
    closed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """From then on nobody new may reserve it."""
    version: int = 1
    """Grows with every change: of two who change it at once, the first wins."""
    changed_by: int | None = Field(default=None, foreign_key="account.id", ondelete="SET NULL")
    created_at: datetime = Field(sa_type=UtcDateTime)
    example: bool = False
    """Made up for the demo; said wherever it is shown."""


class HallHours(SQLModel, table=True):
    """When a room is open on a weekday; a weekday without a row is closed."""

    __tablename__ = "hall_hours"

    room_id: int = Field(primary_key=True, foreign_key="hall.room_id", ondelete="CASCADE")
    weekday: int = Field(primary_key=True)
    """0 for Monday."""
    opens_at: time
    """Local wall-clock time, as `closes_at`."""
    closes_at: time


class Organisation(SQLModel, table=True):
    """Whom an account speaks for, once the keeper has said so. The organisation's name is no person's."""

    __tablename__ = "organisation"
    __table_args__ = (UniqueConstraint("account_id", "centre"),)

    id: int | None = Field(default=None, primary_key=True)
    centre: str = Field(max_length=64, index=True)
    account_id: int | None = Field(default=None, foreign_key="account.id", ondelete="SET NULL")
    channel: str | None = Field(default=None, max_length=16)
    """Where the answer goes."""
    chat_id: int | None = Field(default=None, sa_type=BigInteger)
    name: str = Field(max_length=80)
    state: str = Field(max_length=8)
    """One of `bot.places.halls.states.Answer`: asked, yes, no."""
    asked_at: datetime = Field(sa_type=UtcDateTime)
    answered_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    answered_by: int | None = Field(default=None, foreign_key="account.id", ondelete="SET NULL")


class HallSeries(SQLModel, table=True):
    """An organisation's recurring use: on these weekdays at these hours, from the first day to the last.

    A wish for next year's plan is one, too, until the keeper decides.
    """

    __tablename__ = "hall_series"
    __table_args__ = (Index("ix_hall_series_plan", "centre", "plan_year"),)

    id: int | None = Field(default=None, primary_key=True)
    centre: str = Field(max_length=64)
    room_id: int = Field(foreign_key="hall.room_id", ondelete="CASCADE", index=True)
    account_id: int | None = Field(default=None, foreign_key="account.id", ondelete="SET NULL", index=True)
    organisation_id: int | None = Field(default=None, foreign_key="organisation.id", ondelete="SET NULL")
    channel: str | None = Field(default=None, max_length=16)
    chat_id: int | None = Field(default=None, sa_type=BigInteger)
    weekdays: list[int] = Field(sa_column=Column(JSON, nullable=False))
    opens_at: time
    closes_at: time
    first_day: date
    last_day: date
    purpose: str = Field(default="", max_length=120)
    """For the keeper alone."""
    plan_year: int | None = None
    """Of a wish: the year for which it is."""
    state: str = Field(max_length=8)
    """One of `bot.places.halls.states.SeriesState`: draft, wish, asked, yes, no, late, ended."""
    answer_by: datetime | None = Field(default=None, sa_type=UtcDateTime)
    made_at: datetime = Field(sa_type=UtcDateTime)
    answered_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    answered_by: int | None = Field(default=None, foreign_key="account.id", ondelete="SET NULL")
    why: str | None = Field(default=None, max_length=200)


class Reservation(SQLModel, table=True):
    """What the booking of a room or desk does not know: for what, for whom, and whether the keeper has agreed.

    Whether it still stands is the booking's to say.
    """

    __tablename__ = "reservation"
    __table_args__ = (Index("ix_reservation_answer", "state", "answer_by"),)

    booking_id: int = Field(primary_key=True, foreign_key="booking.id", ondelete="CASCADE")
    centre: str = Field(max_length=64)
    room_id: int = Field(foreign_key="hall.room_id", ondelete="CASCADE", index=True)
    organisation_id: int | None = Field(default=None, foreign_key="organisation.id", ondelete="SET NULL")
    series_id: int | None = Field(default=None, foreign_key="hall_series.id", ondelete="SET NULL", index=True)
    purpose: str = Field(default="", max_length=120)
    """For the keeper alone."""
    state: str = Field(max_length=8)
    """One of `bot.places.halls.states.Answer`: asked, yes, no, late."""
    answer_by: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """When a request that nobody has answered lapses."""
    asked_at: datetime = Field(sa_type=UtcDateTime)
    answered_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    answered_by: int | None = Field(default=None, foreign_key="account.id", ondelete="SET NULL")
    why: str | None = Field(default=None, max_length=200)
    """The keeper's words with a no."""


class CalendarFeed(SQLModel, table=True):
    """An account's private calendar behind a secret link. The secret itself is kept by nobody."""

    __tablename__ = "calendar_feed"

    account_id: int = Field(primary_key=True, foreign_key="account.id", ondelete="CASCADE")
    key_hash: str = Field(max_length=64, unique=True)
    """SHA-256 of the secret."""
    made_at: datetime = Field(sa_type=UtcDateTime)
