"""Volunteers without names, those who look after the younger ones, and the shifts they take.

A shift is a `Slot` of that kind with a row of its own beside it; whoever takes one has a `Booking`.
"""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, Column, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from bot.storage.types import UtcDateTime


class Volunteer(SQLModel, table=True):
    """Somebody who wants to help in one centre: no name, no birth date. Papers have the number."""

    __tablename__ = "volunteer"
    __table_args__ = (UniqueConstraint("account_id", "centre"),)

    id: int | None = Field(default=None, primary_key=True)
    centre: str = Field(max_length=64, index=True)
    account_id: int | None = Field(default=None, foreign_key="account.id", ondelete="SET NULL")
    """None once the chat was erased: the hours still count for a certificate."""
    attendee_id: int = Field(foreign_key="attendee.id", ondelete="CASCADE", unique=True)
    age: str = Field(max_length=8)
    """One of `bot.volunteering.words.Age`."""
    interests: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    skills: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    days: list[int] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    """Weekdays that suit, 0 for Monday; empty for any."""
    nickname: str | None = Field(default=None, max_length=20)
    consent_seen_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """The coordinator saw a parent's consent, on paper: a tap cannot prove who tapped."""
    consent_seen_by: int | None = Field(default=None, foreign_key="account.id", ondelete="SET NULL")
    agreement_until: date | None = None
    """The last day of the agreement that was signed."""
    agreement_by: int | None = Field(default=None, foreign_key="account.id", ondelete="SET NULL")
    checked_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """The registers were looked at, as work with children asks."""
    checked_by: int | None = Field(default=None, foreign_key="account.id", ondelete="SET NULL")
    certificate_asked_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    created_at: datetime = Field(sa_type=UtcDateTime)
    changed_at: datetime = Field(sa_type=UtcDateTime)


class Guardian(SQLModel, table=True):
    """A parent who hears of each shift of theirs; before that, a link that can be used once."""

    __tablename__ = "guardian"
    __table_args__ = (UniqueConstraint("volunteer_id", "account_id"),)

    id: int | None = Field(default=None, primary_key=True)
    volunteer_id: int = Field(foreign_key="volunteer.id", ondelete="CASCADE")
    key_hash: str | None = Field(default=None, max_length=64, unique=True)
    """SHA-256 of the link's secret; None once it was used."""
    made_at: datetime = Field(sa_type=UtcDateTime)
    account_id: int | None = Field(default=None, foreign_key="account.id", ondelete="CASCADE", index=True)
    channel: str | None = Field(default=None, max_length=16)
    chat_id: int | None = Field(default=None, sa_type=BigInteger)
    linked_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class GuardianTold(SQLModel, table=True):
    """What a guardian was last told of a booking: told again only when that is no longer so."""

    __tablename__ = "guardian_told"

    guardian_id: int = Field(foreign_key="guardian.id", primary_key=True, ondelete="CASCADE")
    booking_id: int = Field(foreign_key="booking.id", primary_key=True, ondelete="CASCADE")
    mark: str = Field(max_length=40)


class ShiftSeason(SQLModel, table=True):
    """Shifts that were written down in one line: every Tuesday until the end of June."""

    __tablename__ = "shift_season"

    id: int | None = Field(default=None, primary_key=True)
    centre: str = Field(max_length=64)
    title: str = Field(max_length=120)
    made_by: int | None = Field(default=None, foreign_key="account.id", ondelete="SET NULL")
    made_at: datetime = Field(sa_type=UtcDateTime)


class Shift(SQLModel, table=True):
    """What a slot of that kind has beside its time, title, place and seats."""

    __tablename__ = "shift"
    __table_args__ = (Index("ix_shift_when", "centre", "starts_at"),)

    slot_id: int = Field(foreign_key="slot.id", primary_key=True)
    centre: str = Field(max_length=64)
    season_id: int | None = Field(default=None, foreign_key="shift_season.id", ondelete="SET NULL", index=True)
    starts_at: datetime = Field(sa_type=UtcDateTime)
    """The slot's, kept here too, as the two below that follow from it: what fits is found by one index."""
    weekday: int
    school_hours: bool
    """On a school day at a time of lessons (`bot.volunteering.rules.in_school_hours`)."""
    interest: str = Field(max_length=16)
    with_children: bool
    adults_only: bool
    adult: str = Field(default="", max_length=80)
    """Who is in charge there, as the office says it."""
    phone: str = Field(default="", max_length=20)
    least: int
    needs: str = Field(default="", max_length=200)
    version: int = 0
    """Grows with each change: who changes an older one is told."""
    changed_by: int | None = Field(default=None, foreign_key="account.id", ondelete="SET NULL")
    made_by: int | None = Field(default=None, foreign_key="account.id", ondelete="SET NULL")
    short_told_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """When the coordinators heard that too few have signed up."""
    example: bool = False
    """Made up for the demo; said wherever it is shown."""


class ShiftDraft(SQLModel, table=True):
    """Shifts typed or read from a file, looked at and not published yet."""

    __tablename__ = "shift_draft"

    id: int | None = Field(default=None, primary_key=True)
    centre: str = Field(max_length=64, index=True)
    shifts: list[dict[str, Any]] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    problems: list[dict[str, Any]] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    """What is wrong, line by line. With any, nothing is published."""
    skipped: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    """Days off on which a season would have fallen."""
    file: dict[str, Any] | None = Field(default=None, sa_column=Column(JSON(none_as_null=True)))
    """Where a file waits to be fetched and read: channel, chat_id, file_id, name. None once it was."""
    made_by: int | None = Field(default=None, foreign_key="account.id", ondelete="SET NULL")
    made_at: datetime = Field(sa_type=UtcDateTime)
    published_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class ShiftHours(SQLModel, table=True):
    """Time given, confirmed by a coordinator."""

    __tablename__ = "shift_hours"

    id: int | None = Field(default=None, primary_key=True)
    volunteer_id: int = Field(foreign_key="volunteer.id", ondelete="CASCADE", index=True)
    booking_id: int | None = Field(default=None, foreign_key="booking.id", ondelete="SET NULL", unique=True)
    day: date
    title: str = Field(max_length=120)
    minutes: int
    confirmed_by: int | None = Field(default=None, foreign_key="account.id", ondelete="SET NULL")
    confirmed_at: datetime = Field(sa_type=UtcDateTime)
