"""Conversations that are handed to staff, what is said in them, where staff read it, and what was done."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, Column, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from bot.storage.types import UtcDateTime


class Conversation(SQLModel, table=True):
    """One resident and the centre's staff, from the hand-over until it is closed. A request for a call is one too."""

    __tablename__ = "conversation"
    __table_args__ = (
        UniqueConstraint("centre", "number"),
        Index("ix_conversation_line", "centre", "state", "in_danger", "waiting_since"),
        Index("ix_conversation_person", "channel", "chat_id", "state"),
    )

    id: int | None = Field(default=None, primary_key=True)
    centre: str = Field(max_length=64)
    number: int
    """What staff call it ("214"): counts up in each centre, says nothing of a person."""
    kind: str = Field(max_length=16)
    """``talk`` or ``callback``."""
    state: str = Field(max_length=16)
    """One of `bot.desk.conversations.State`: waiting, taken, snoozed, closed."""
    account_id: int | None = Field(default=None, foreign_key="account.id", ondelete="SET NULL", index=True)
    channel: str | None = Field(default=None, max_length=16)
    chat_id: int | None = Field(default=None, sa_type=BigInteger)
    """The resident's address; None once erased."""
    language: str = Field(max_length=2)
    in_danger: bool = False
    """The crisis net caught something: comes first, is never asked for a rating."""
    about: dict[str, Any] | None = Field(default=None, sa_column=Column(JSON(none_as_null=True)))
    """What was asked and shown before, no more than staff need; forgotten with its term."""
    unit: str | None = Field(default=None, max_length=64)
    opened_at: datetime = Field(sa_type=UtcDateTime)
    waiting_since: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """The resident's oldest word without an answer; None when nobody waits."""
    first_answer_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    taken_by: int | None = Field(default=None, foreign_key="account.id", ondelete="SET NULL", index=True)
    taken_name: str | None = Field(default=None, max_length=64)
    """Who that is, as colleagues are told; goes when nobody holds it any more."""
    taken_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    lapses_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """Closing time: nobody keeps a conversation over night."""
    snoozed_until: datetime | None = Field(default=None, sa_type=UtcDateTime)
    closed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    closed_by: int | None = Field(default=None, foreign_key="account.id", ondelete="SET NULL")
    topic: str | None = Field(default=None, max_length=24)
    reopen_until: datetime | None = Field(default=None, sa_type=UtcDateTime)
    rating: int | None = None
    reminded: int = 0
    """How many times staff were reminded of who waits now: the first, a second person, the coordinator."""
    reminded_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class DeskMessage(SQLModel, table=True):
    """One message of a conversation: of the resident, of staff to the resident, or a note among staff."""

    __tablename__ = "desk_message"
    __table_args__ = (
        UniqueConstraint("source_channel", "source_chat", "source_message"),
        Index("ix_desk_message_due", "state", "go_at"),
    )

    id: int | None = Field(default=None, primary_key=True)
    conversation_id: int = Field(foreign_key="conversation.id", ondelete="CASCADE", index=True)
    who: str = Field(max_length=16)
    """``resident``, ``staff`` or ``note``."""
    author: int | None = Field(default=None, foreign_key="account.id", ondelete="SET NULL")
    content: dict[str, Any] | None = Field(default=None, sa_column=Column(JSON(none_as_null=True)))
    """As `bot.desk.content.Content` keeps it; forgotten with its term."""
    album: str | None = Field(default=None, max_length=64)
    """The messenger's name for what was sent as one album."""
    source_channel: str = Field(max_length=16)
    source_chat: int = Field(sa_type=BigInteger)
    source_message: int = Field(sa_type=BigInteger)
    state: str = Field(max_length=16)
    """One of `bot.desk.content.Standing`."""
    go_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    previous: list[dict[str, Any]] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    """What stood there before each edit."""
    created_at: datetime = Field(sa_type=UtcDateTime)
    edited_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class DeskCopy(SQLModel, table=True):
    """Where a message stands on the other side, so that edits and replies find it."""

    __tablename__ = "desk_copy"

    channel: str = Field(primary_key=True, max_length=16)
    chat_id: int = Field(primary_key=True, sa_type=BigInteger)
    copy_id: int = Field(primary_key=True, sa_type=BigInteger)
    message_id: int = Field(foreign_key="desk_message.id", primary_key=True, ondelete="CASCADE", index=True)
    """What was written within a few seconds stands in one message there."""


class DeskFile(SQLModel, table=True):
    """A file on its way to another channel: fetched, sent anew, and forgotten."""

    __tablename__ = "desk_file"

    message_id: int = Field(foreign_key="desk_message.id", primary_key=True, ondelete="CASCADE")
    give_up_at: datetime = Field(sa_type=UtcDateTime)
    content: bytes | None = None
    failed: bool = False


class StaffRoom(SQLModel, table=True):
    """A forum group in which a centre's staff work: in Telegram, or in the page's own messenger."""

    __tablename__ = "staff_room"
    __table_args__ = (UniqueConstraint("channel", "chat_id"), UniqueConstraint("centre", "channel"))

    id: int | None = Field(default=None, primary_key=True)
    centre: str = Field(max_length=64)
    channel: str = Field(max_length=16)
    chat_id: int = Field(sa_type=BigInteger)
    set_by: int | None = Field(default=None, foreign_key="account.id", ondelete="SET NULL")
    set_at: datetime = Field(sa_type=UtcDateTime)
    trouble: str | None = Field(default=None, max_length=32)
    """Why nothing reaches it now: no forum, no rights, gone."""
    greeted: date | None = None
    """The last local day whose first line (who waits since when) was owed."""


class ConversationTopic(SQLModel, table=True):
    """The topic of a conversation in one staff room."""

    __tablename__ = "conversation_topic"

    conversation_id: int = Field(foreign_key="conversation.id", primary_key=True, ondelete="CASCADE")
    channel: str = Field(primary_key=True, max_length=16)
    chat_id: int = Field(primary_key=True, sa_type=BigInteger)
    thread_id: int | None = Field(default=None, sa_type=BigInteger)
    """None until it is made, and again when it was found gone."""
    made: int = 0
    """How many were asked for so far; and how often one had to be begun with again."""
    asked_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    upto: int = 0
    """The last message of the conversation that is on its way there, or was."""
    card_id: int | None = Field(default=None, sa_type=BigInteger)
    """The message with the card and the buttons."""
    title: str | None = Field(default=None, max_length=128)
    """As it stands there now: written anew only when it changes."""
    titled_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class Callback(SQLModel, table=True):
    """Somebody to be phoned: what they left for it, and nothing else."""

    __tablename__ = "callback"

    conversation_id: int = Field(foreign_key="conversation.id", primary_key=True, ondelete="CASCADE")
    first_name: str = Field(max_length=40)
    phone: str = Field(max_length=20)
    when_said: str = Field(default="", max_length=120)
    card: str | None = Field(default=None, max_length=128)
    tries: int = 0
    reached: bool | None = None


class Block(SQLModel, table=True):
    """Somebody whose words staff of a centre do not have to read for a while, and why."""

    __tablename__ = "block"

    id: int | None = Field(default=None, primary_key=True)
    centre: str = Field(max_length=64)
    account_id: int = Field(foreign_key="account.id", ondelete="CASCADE", index=True)
    reason: str = Field(max_length=200)
    blocked_by: int | None = Field(default=None, foreign_key="account.id", ondelete="SET NULL")
    blocked_at: datetime = Field(sa_type=UtcDateTime)
    until: datetime = Field(sa_type=UtcDateTime)
    lifted_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class AuditEntry(SQLModel, table=True):
    """What the bot served to staff and what staff did. No words of residents, only which and when."""

    __tablename__ = "audit_entry"
    __table_args__ = (Index("ix_audit_entry_when", "centre", "at"),)

    id: int | None = Field(default=None, primary_key=True)
    centre: str = Field(max_length=64)
    at: datetime = Field(sa_type=UtcDateTime)
    account_id: int | None = Field(default=None, foreign_key="account.id", ondelete="SET NULL", index=True)
    pseudonym: str | None = Field(default=None, max_length=32)
    """Stands for somebody who was erased; the same one throughout, leading nowhere."""
    action: str = Field(max_length=32)
    conversation_id: int | None = None
    about: dict[str, Any] | None = Field(default=None, sa_column=Column(JSON(none_as_null=True)))
