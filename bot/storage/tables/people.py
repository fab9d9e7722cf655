"""Who talks to us: accounts, the chats they are reached in, and what they may do."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import BigInteger
from sqlmodel import Field, SQLModel

from bot.storage.types import UtcDateTime


class Role(StrEnum):
    """What somebody may do in one centre. A resident needs no role."""

    VOLUNTEER = "volunteer"
    ADVISER = "adviser"
    CLERK = "clerk"
    ORGANISER = "organiser"
    ADMIN = "admin"


class Account(SQLModel, table=True):
    """A person as far as we need to know one: no name, no number."""

    __tablename__ = "account"

    id: int | None = Field(default=None, primary_key=True)
    created_at: datetime = Field(sa_type=UtcDateTime)
    language: str | None = Field(default=None, max_length=2)
    """Chosen by the person; None until then (the app's language is used)."""
    centre: str | None = Field(default=None, max_length=64)
    notice_seen_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """When the footer (a machine, no PESEL, privacy) was first shown: RODO art. 13."""


class Address(SQLModel, table=True):
    """Where an account is reached. (channel, chat id) is the address everywhere."""

    __tablename__ = "address"

    channel: str = Field(primary_key=True, max_length=16)
    chat_id: int = Field(primary_key=True, sa_type=BigInteger)
    account_id: int = Field(foreign_key="account.id", index=True, ondelete="CASCADE")
    blocked_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """Set when the messenger says the person blocked the bot; cleared when they write again."""


class Grant(SQLModel, table=True):
    """A role of an account in a centre."""

    __tablename__ = "role_grant"

    account_id: int = Field(foreign_key="account.id", primary_key=True, ondelete="CASCADE")
    centre: str = Field(primary_key=True, max_length=64)
    role: str = Field(primary_key=True, max_length=16)
    granted_at: datetime = Field(sa_type=UtcDateTime)
