"""Programmes: one group of people for several meetings. Each meeting is a `Slot`; who is in has a `Booking` in each."""

from datetime import datetime, time

from sqlalchemy import JSON, BigInteger, Column, UniqueConstraint
from sqlmodel import Field, SQLModel

from bot.storage.types import UtcDateTime


class Programme(SQLModel, table=True):
    """A school for parents, a self-help group, a club: led by keepers, for so many people at most."""

    __tablename__ = "programme"

    id: int | None = Field(default=None, primary_key=True)
    centre: str = Field(max_length=64, index=True)
    service: str | None = Field(default=None, max_length=128)
    """The catalogue's card, like ``kozienice/szkola-dla-rodzicow``."""
    title: str = Field(max_length=120)
    quiet: bool = False
    """Self-help: listed nowhere, and no message, slot or calendar names it."""
    way_in: str = Field(max_length=12)
    """One of `bot.places.programmes.words.WayIn`."""
    state: str = Field(max_length=12)
    """One of `bot.places.programmes.words.State`; a draft has no meetings yet."""
    least: int
    """So few are needed for a start."""
    most: int
    days: list[str] = Field(sa_column=Column(JSON, nullable=False))
    """The local days of the meetings, as ISO 8601."""
    skipped: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    """Days off that were left out, for who reads the draft."""
    opens_at: time
    """Local wall-clock time, as `closes_at`."""
    closes_at: time
    room: str = Field(default="", max_length=80)
    """As it was typed; a room of this name is kept busy."""
    place: str = Field(default="", max_length=200)
    decide_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """When its keepers are asked whether it can start."""
    asked_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    version: int = 0
    """Grows with every change of its meetings: an older button decides nothing any more."""
    example: bool = False
    """Made up for the demo; said wherever it is shown."""
    made_by: int | None = Field(default=None, foreign_key="account.id", ondelete="SET NULL")
    made_at: datetime = Field(sa_type=UtcDateTime)
    ended_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class ProgrammeKeeper(SQLModel, table=True):
    """Who leads it: sees who is interested, says yes or no, marks who came. Nobody else does."""

    __tablename__ = "programme_keeper"

    programme_id: int = Field(foreign_key="programme.id", primary_key=True, ondelete="CASCADE")
    account_id: int = Field(foreign_key="account.id", primary_key=True, ondelete="CASCADE", index=True)
    since: datetime = Field(sa_type=UtcDateTime)


class ProgrammeMeeting(SQLModel, table=True):
    """A slot that is one of its meetings."""

    __tablename__ = "programme_meeting"

    slot_id: int = Field(foreign_key="slot.id", primary_key=True)
    programme_id: int = Field(foreign_key="programme.id", index=True, ondelete="CASCADE")


class ProgrammeCandidate(SQLModel, table=True):
    """Somebody who is interested, in, or was. Without a name; ``id`` is the number that keepers see."""

    __tablename__ = "programme_candidate"
    __table_args__ = (UniqueConstraint("programme_id", "attendee_id"),)

    id: int | None = Field(default=None, primary_key=True)
    programme_id: int = Field(foreign_key="programme.id", ondelete="CASCADE")
    attendee_id: int = Field(foreign_key="attendee.id", ondelete="CASCADE", index=True)
    account_id: int | None = Field(default=None, foreign_key="account.id", ondelete="CASCADE", index=True)
    """None for who was written down by a keeper: there is no messenger."""
    channel: str | None = Field(default=None, max_length=16)
    chat_id: int | None = Field(default=None, sa_type=BigInteger)
    state: str = Field(max_length=12)
    """One of `bot.places.programmes.words.Standing`."""
    label: str | None = Field(default=None, max_length=20)
    """What the keepers call somebody: initials, a first name."""
    since: datetime = Field(sa_type=UtcDateTime)
    """The place in the line of those who are interested."""
    invited_until: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """Until then a place is kept for who was asked."""
    talk_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """A first talk that was offered."""
    talk_id: int | None = Field(default=None, foreign_key="booking.id", ondelete="SET NULL")
    """The booking of the talk, once it suits."""
    changed_at: datetime = Field(sa_type=UtcDateTime)


class ProgrammeLink(SQLModel, table=True):
    """A secret that is good once: for a seat, or to lead the programme. Gone when it was used."""

    __tablename__ = "programme_link"

    id: int | None = Field(default=None, primary_key=True)
    programme_id: int = Field(foreign_key="programme.id", index=True, ondelete="CASCADE")
    what: str = Field(max_length=8)
    """``seat`` or ``keep``."""
    key_hash: str = Field(max_length=64, unique=True)
    """SHA-256 of the secret."""
    made_by: int | None = Field(default=None, foreign_key="account.id", ondelete="SET NULL")
    made_at: datetime = Field(sa_type=UtcDateTime)
