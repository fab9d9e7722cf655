"""Slots with seats and who has one: duties now, and meetings, rooms and shifts on the same two tables.

Clashes are found across all kinds because everything that takes somebody's time is a `Slot`, and
everybody who takes a seat is a `Booking`.
"""

from datetime import date, datetime, time
from typing import Any

from sqlalchemy import JSON, BigInteger, CheckConstraint, Column, Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from bot.storage.types import UtcDateTime

_LIVE = text("seat_no IS NOT NULL")
_FREE = text("withdrawn_at IS NULL AND taken < seats")


class Provider(SQLModel, table=True):
    """Who gives a duty: an adviser, as the office calls them ("prawnik"). Needs no account."""

    __tablename__ = "provider"
    __table_args__ = (UniqueConstraint("centre", "name"),)

    id: int | None = Field(default=None, primary_key=True)
    centre: str = Field(max_length=64)
    name: str = Field(max_length=80)
    topics: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    """What people may come with: values of `bot.places.topics.Topic`; empty for anything."""
    account_id: int | None = Field(default=None, foreign_key="account.id", ondelete="SET NULL", index=True)
    """The adviser's own account, if there is one: gets the day sheet."""
    sheet_key: str | None = Field(default=None, max_length=64, unique=True)
    """SHA-256 of the secret in the personal link to the day sheet; None until one is made."""
    example: bool = False
    """Made up for the demo; said wherever it is shown."""


class Room(SQLModel, table=True):
    """Where it is: "pokój 12", the hall."""

    __tablename__ = "room"
    __table_args__ = (UniqueConstraint("centre", "name"),)

    id: int | None = Field(default=None, primary_key=True)
    centre: str = Field(max_length=64)
    name: str = Field(max_length=80)
    place: str = Field(default="", max_length=200)
    """The address, as people are told it."""


class Duty(SQLModel, table=True):
    """One line of a month's roster: somebody's hours on one day. Its slots are cut from it."""

    __tablename__ = "duty"

    id: int | None = Field(default=None, primary_key=True)
    centre: str = Field(max_length=64)
    service: str = Field(max_length=128)
    """The catalogue's card, like ``kozienice/pio``."""
    provider_id: int = Field(foreign_key="provider.id", index=True)
    room_id: int | None = Field(default=None, foreign_key="room.id", index=True)
    day: date
    opens_at: time
    """Local wall-clock time, as `closes_at`."""
    closes_at: time
    step_minutes: int
    """Length of a slot; what is left at the end is no slot."""
    buffer_minutes: int = 0
    """Free time after each slot."""
    withdrawn_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    withdrawn_because: str | None = Field(default=None, max_length=16)
    created_at: datetime = Field(sa_type=UtcDateTime)

    __table_args__ = (Index("ix_duty_day", "centre", "day"),)


class RosterDraft(SQLModel, table=True):
    """A month read from a file or typed, looked at and not published yet."""

    __tablename__ = "roster_draft"

    id: int | None = Field(default=None, primary_key=True)
    centre: str = Field(max_length=64, index=True)
    month: date
    """Its first day."""
    duties: list[dict[str, Any]] = Field(sa_column=Column(JSON, nullable=False))
    whole: bool
    """Whether it is the whole month of its services; else it goes beside what is published."""
    basis: str = Field(max_length=64)
    """Fingerprint of what was published when it was looked at; another one now means: look again."""
    problems: list[dict[str, Any]] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    """What is wrong, line by line, as `bot.places.roster.entries.Problem`. With any, nothing is published."""
    file: dict[str, Any] | None = Field(default=None, sa_column=Column(JSON))
    """Where a file waits to be fetched and read: channel, chat_id, file_id, name. None once it was."""
    made_by: int | None = Field(default=None, foreign_key="account.id", ondelete="SET NULL")
    made_at: datetime = Field(sa_type=UtcDateTime)
    published_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class ClosingDay(SQLModel, table=True):
    """A day on which a centre is closed, beside weekends and public holidays."""

    __tablename__ = "closing_day"

    centre: str = Field(primary_key=True, max_length=64)
    day: date = Field(primary_key=True)
    reason: str = Field(default="", max_length=120)


class Slot(SQLModel, table=True):
    """A stretch of time with seats. Nobody's seat is taken away by changing it: it is withdrawn, and they are told."""

    __tablename__ = "slot"
    __table_args__ = (
        CheckConstraint("taken >= 0 AND taken <= seats", name="ck_slot_taken"),
        CheckConstraint("starts_at < ends_at AND ends_at <= busy_until", name="ck_slot_times"),
        Index("ix_slot_when", "centre", "kind", "starts_at"),
        # All that a search for free places reads: it never touches the table.
        Index(
            "ix_slot_free",
            "centre",
            "kind",
            "starts_at",
            "book_until",
            "service",
            "provider_id",
            "taken",
            "seats",
            "withdrawn_at",
            sqlite_where=_FREE,
            postgresql_where=_FREE,
        ),
        Index("ix_slot_provider", "provider_id", "starts_at"),
        Index("ix_slot_room", "room_id", "starts_at"),
    )

    id: int | None = Field(default=None, primary_key=True)
    centre: str = Field(max_length=64)
    kind: str = Field(max_length=16)
    """One of `bot.places.slots.SlotKind`: consultation, meeting, room, event, shift."""
    service: str | None = Field(default=None, max_length=128)
    """The catalogue's card, like ``kozienice/pio``."""
    title: str | None = Field(default=None, max_length=120)
    place: str | None = Field(default=None, max_length=200)
    """Where it is, in words, for what needs no room of its own."""
    provider_id: int | None = Field(default=None, foreign_key="provider.id")
    room_id: int | None = Field(default=None, foreign_key="room.id")
    duty_id: int | None = Field(default=None, foreign_key="duty.id", index=True)
    starts_at: datetime = Field(sa_type=UtcDateTime)
    ends_at: datetime = Field(sa_type=UtcDateTime)
    busy_until: datetime = Field(sa_type=UtcDateTime)
    """End of the buffer: until then provider and room are not free."""
    book_until: datetime = Field(sa_type=UtcDateTime)
    """From then on only the desk may book: the start, or earlier by the rules' notice."""
    seats: int
    taken: int = 0
    """How many seats have a live booking; changes in the same statement order as the booking itself."""
    waiting: int = Field(default=0, sa_column_kwargs={"server_default": "0"})
    """How many stand in the line for it (`bot.storage.tables.waiting`): where nobody does, nothing is looked for."""
    rules: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    """`bot.places.slots.Rules`, what is not the usual."""
    withdrawn_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    withdrawn_because: str | None = Field(default=None, max_length=16)
    created_at: datetime = Field(sa_type=UtcDateTime)


class Attendee(SQLModel, table=True):
    """Who comes. Of an account: itself, a child, a parent, without a name. Of a caller: a name or initials."""

    __tablename__ = "attendee"
    __table_args__ = (UniqueConstraint("account_id", "centre", "relation", "number"),)

    id: int | None = Field(default=None, primary_key=True)
    centre: str = Field(max_length=64, index=True)
    account_id: int | None = Field(default=None, foreign_key="account.id", ondelete="SET NULL")
    """Whose they are; None for who was written down by a clerk, or left the chat: the code on paper still counts."""
    relation: str = Field(max_length=16)
    """One of `bot.places.attendees.Relation`: self, child, parent, other, caller."""
    number: int = 1
    """The second child is 2."""
    name: str | None = Field(default=None, max_length=60)
    phone: str | None = Field(default=None, max_length=20)
    created_at: datetime = Field(sa_type=UtcDateTime)


class Booking(SQLModel, table=True):
    """One attendee's seat in one slot. Live while ``seat_no`` is set."""

    __tablename__ = "booking"
    __table_args__ = (
        UniqueConstraint("slot_id", "seat_no"),
        Index("uq_booking_live", "slot_id", "attendee_id", unique=True, sqlite_where=_LIVE, postgresql_where=_LIVE),
        Index("ix_booking_attendee", "attendee_id", "starts_at"),
    )

    id: int | None = Field(default=None, primary_key=True)
    centre: str = Field(max_length=64)
    slot_id: int = Field(foreign_key="slot.id")
    seat_no: int | None = None
    """1 to the slot's seats; None once it is cancelled or moved."""
    attendee_id: int = Field(foreign_key="attendee.id", ondelete="CASCADE")
    code: str = Field(max_length=12, unique=True)
    """What somebody without an account says at the desk; see `bot.places.codes`."""
    uid: str = Field(max_length=64, unique=True)
    """Its name in people's calendars (RFC 5545, UID)."""
    sequence: int = 0
    """Grows with every move and with the cancellation (RFC 5545, SEQUENCE)."""
    starts_at: datetime = Field(sa_type=UtcDateTime)
    """The slot's, kept here too: PostgreSQL's exclusion constraint needs both ends in one row."""
    ends_at: datetime = Field(sa_type=UtcDateTime)
    beside: bool = False
    """The person knows that they have something else at that time and wants it all the same."""
    topic: str | None = Field(default=None, max_length=24)
    """For the adviser and the desk alone."""
    channel: str | None = Field(default=None, max_length=16)
    """Where reminders go; None for who has no messenger."""
    chat_id: int | None = Field(default=None, sa_type=BigInteger)
    booked_by: int | None = Field(default=None, foreign_key="account.id", ondelete="SET NULL", index=True)
    """The account that tapped: the person's own, or the clerk's."""
    state: str = Field(max_length=16)
    """One of `bot.places.booking.BookingState`."""
    confirmed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    ended_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """When it was cancelled or moved, or when it was marked as came or missed."""
    noted: bool = False
    """Its topic and minutes are among the advice given: so that a second tap adds nothing. Which, nobody can tell."""
    created_at: datetime = Field(sa_type=UtcDateTime)


class CallTask(SQLModel, table=True):
    """Somebody to be phoned because no message reaches them, or none may be waited for."""

    __tablename__ = "call_task"
    __table_args__ = (UniqueConstraint("booking_id", "reason"),)

    id: int | None = Field(default=None, primary_key=True)
    centre: str = Field(max_length=64, index=True)
    booking_id: int = Field(foreign_key="booking.id", ondelete="CASCADE")
    reason: str = Field(max_length=16)
    made_at: datetime = Field(sa_type=UtcDateTime)
    done_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    done_by: int | None = Field(default=None, foreign_key="account.id", ondelete="SET NULL")
    reached: bool | None = None


class AdviceGiven(SQLModel, table=True):
    """ "Monitoring of advice given": what was asked and how long it took, with no way back to a person."""

    __tablename__ = "advice_given"

    id: int = Field(primary_key=True, sa_type=BigInteger, sa_column_kwargs={"autoincrement": False})
    """Random: numbers in a row would lead back to who came first and who came next."""
    centre: str = Field(max_length=64)
    month: date
    """Its first day; the day itself would lead back to a booking."""
    service: str = Field(max_length=128)
    topic: str = Field(max_length=24)
    minutes: int
    booked: bool
    """False for who came without a booking."""

    __table_args__ = (Index("ix_advice_given_month", "centre", "month"),)


class UnmetWish(SQLModel, table=True):
    """Somebody looked for an hour and there was none free. Nobody stands behind it: it is for the roster."""

    __tablename__ = "unmet_wish"

    id: int | None = Field(default=None, primary_key=True)
    centre: str = Field(max_length=64)
    day: date
    """On which it was looked for."""
    topic: str | None = Field(default=None, max_length=24)
    weekday: int | None = None
    """The day that was wanted, 0 for Monday; None: any."""
    hour: int | None = None
    """The local hour that was wanted; None: any."""

    __table_args__ = (Index("ix_unmet_wish_day", "centre", "day"),)


class CodeTry(SQLModel, table=True):
    """A wrong code typed by an account: so many may be guessed, and no more."""

    __tablename__ = "code_try"

    id: int | None = Field(default=None, primary_key=True)
    account_id: int = Field(foreign_key="account.id", ondelete="CASCADE", index=True)
    tried_at: datetime = Field(sa_type=UtcDateTime)
