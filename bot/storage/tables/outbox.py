"""Messages owed to people, and who may send them."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, Column, Index
from sqlmodel import Field, SQLModel

from bot.storage.types import UtcDateTime


class OwedMessage(SQLModel, table=True):
    """One message to one chat. Written with the business change that owes it; sent later, once.

    ``state`` is one of `bot.outbox.states.State`. ``payload`` holds what to say; it is forgotten once
    the message has reached a final state in which nobody needs it any more.
    """

    __tablename__ = "owed_message"
    __table_args__ = (
        Index("ix_owed_message_turn", "channel", "state", "priority", "to_group", "not_before"),
        Index("ix_owed_message_batch", "batch", "state"),
    )

    id: int | None = Field(default=None, primary_key=True)
    dedupe_key: str = Field(max_length=200, unique=True)
    """Says what this is, so that owing it twice writes one row ("announcement:7:web:1234")."""
    channel: str = Field(max_length=16)
    chat_id: int = Field(sa_type=BigInteger)
    centre: str | None = Field(default=None, max_length=64)
    kind: str = Field(max_length=32)
    payload: dict[str, Any] | None = Field(default=None, sa_column=Column(JSON(none_as_null=True)))
    priority: int
    to_group: bool = False
    """Groups are begun with: they take twenty a minute, so theirs is the longest way."""
    urgent: bool = False
    """Passes quiet hours."""
    batch: str | None = Field(default=None, max_length=64)
    """What is reported on, stopped and corrected together, such as one announcement."""
    not_before: datetime = Field(sa_type=UtcDateTime)
    expires_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    state: str = Field(max_length=16)
    reason: str | None = Field(default=None, max_length=64)
    attempts: int = 0
    resent: bool = False
    """An uncertain one that was sent once more."""
    retry_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    claimed_by: str | None = Field(default=None, max_length=32)
    claimed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    migrated_from: int | None = Field(default=None, sa_type=BigInteger)
    """The group's number before it became a supergroup."""
    message_ids: list[int] | None = Field(default=None, sa_column=Column(JSON(none_as_null=True)))
    """The messenger's numbers of what was delivered, for corrections; several for an album."""
    created_at: datetime = Field(sa_type=UtcDateTime)
    finished_at: datetime | None = Field(default=None, sa_type=UtcDateTime, index=True)


class SendingLease(SQLModel, table=True):
    """Which process sends on a channel, and until when it may without saying so again."""

    __tablename__ = "sending_lease"

    channel: str = Field(primary_key=True, max_length=16)
    holder: str = Field(max_length=32)
    until: datetime = Field(sa_type=UtcDateTime)
