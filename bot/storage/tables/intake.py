"""What the intake remembers of updates and half-typed conversations."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, Column
from sqlmodel import Field, SQLModel

from bot.storage.types import UtcDateTime


class IncomingUpdate(SQLModel, table=True):
    """One update that was worked off. Unique, so a redelivered one changes nothing twice.

    ``replies`` are the methods still owed for it, written in the same transaction as everything
    the update changed; None once they have left. They hold a person's conversation, so they are
    kept no longer than until then.
    """

    __tablename__ = "incoming_update"

    channel: str = Field(primary_key=True, max_length=16)
    update_id: int = Field(primary_key=True, sa_type=BigInteger)
    received_at: datetime = Field(sa_type=UtcDateTime, index=True)
    replies: list[Any] | None = Field(default=None, sa_column=Column(JSON(none_as_null=True)))


class Dialogue(SQLModel, table=True):
    """The state of a conversation in which someone types several things in a row."""

    __tablename__ = "dialogue"

    channel: str = Field(primary_key=True, max_length=16)
    chat_id: int = Field(primary_key=True, sa_type=BigInteger)
    user_id: int = Field(primary_key=True, sa_type=BigInteger)
    state: str | None = Field(default=None, max_length=128)
    data: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    changed_at: datetime = Field(sa_type=UtcDateTime)
