"""Named logins of the staff's console: one-time links, sessions that end, a password where one is wanted."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from bot.storage.types import UtcDateTime


class ConsoleLogin(SQLModel, table=True):
    """A link that opens the console once."""

    __tablename__ = "console_login"

    key_hash: str = Field(primary_key=True, max_length=64)
    """SHA-256 of the link's secret."""
    account_id: int = Field(foreign_key="account.id", ondelete="CASCADE", index=True)
    centre: str = Field(max_length=64)
    made_by: int | None = Field(default=None, foreign_key="account.id", ondelete="SET NULL")
    made_at: datetime = Field(sa_type=UtcDateTime)
    expires_at: datetime = Field(sa_type=UtcDateTime)
    used_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class ConsoleSession(SQLModel, table=True):
    """A browser that is logged in."""

    __tablename__ = "console_session"

    key_hash: str = Field(primary_key=True, max_length=64)
    account_id: int = Field(foreign_key="account.id", ondelete="CASCADE", index=True)
    centre: str = Field(max_length=64)
    made_at: datetime = Field(sa_type=UtcDateTime)
    seen_at: datetime = Field(sa_type=UtcDateTime)
    expires_at: datetime = Field(sa_type=UtcDateTime)


class StaffPerson(SQLModel, table=True):
    """How a member of staff is called among colleagues, and the password of the console where one is wanted."""

    __tablename__ = "staff_person"

    account_id: int = Field(foreign_key="account.id", primary_key=True, ondelete="CASCADE")
    name: str = Field(max_length=60)
    password_hash: str | None = Field(default=None, max_length=200)
    """Argon2id."""
