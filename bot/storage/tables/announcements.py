"""Groups that the bot was added to, what people follow, and what is announced to whom."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, Column, LargeBinary, UniqueConstraint
from sqlmodel import Field, SQLModel

from bot.storage.types import UtcDateTime


class Community(SQLModel, table=True):
    """A group or channel in which the bot is, or was. Silent until an organiser says whose it is."""

    __tablename__ = "community"
    __table_args__ = (UniqueConstraint("channel", "chat_id"),)

    id: int | None = Field(default=None, primary_key=True)
    channel: str = Field(max_length=16)
    chat_id: int = Field(sa_type=BigInteger)
    kind: str = Field(max_length=16)
    """``group`` or ``channel``, as the messenger has it."""
    name: str = Field(max_length=128)
    """The group's own title until an organiser gives a name."""
    state: str = Field(max_length=16)
    """One of `bot.announcements.communities.Standing`."""
    centre: str | None = Field(default=None, max_length=64, index=True)
    """None: nobody has claimed it."""
    estate: str | None = Field(default=None, max_length=64)
    self_help: bool = False
    """A self-help group: never an audience, never shown as one."""
    claimed_by: int | None = Field(default=None, foreign_key="account.id", ondelete="SET NULL")
    changed_at: datetime = Field(sa_type=UtcDateTime)


class Following(SQLModel, table=True):
    """A topic that a resident wants to hear of from one centre. The consent itself: gone when taken back."""

    __tablename__ = "following"

    account_id: int = Field(foreign_key="account.id", primary_key=True, ondelete="CASCADE")
    centre: str = Field(primary_key=True, max_length=64)
    topic: str = Field(primary_key=True, max_length=80)
    """``seniors`` … or ``estate:<name>`` (`bot.announcements.communities`)."""
    since: datetime = Field(sa_type=UtcDateTime)


class Announcement(SQLModel, table=True):
    """One thing said by a centre, from its first draft on; each time it is sent is an `AnnouncementRun`."""

    __tablename__ = "announcement"

    id: int | None = Field(default=None, primary_key=True)
    centre: str = Field(max_length=64, index=True)
    author: int | None = Field(default=None, foreign_key="account.id", ondelete="SET NULL")
    channel: str = Field(max_length=16)
    """Where it was composed: its files are that channel's, and its author is told there."""
    chat_id: int = Field(sa_type=BigInteger)
    state: str = Field(max_length=16)
    """One of `bot.announcements.announcements.Stage`."""
    content: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    """What `bot.announcements.content.Content` keeps."""
    audiences: list[str] = Field(sa_column=Column(JSON, nullable=False))
    """Keys like ``community:3``, ``topic:seniors``, ``centre``, ``event:5``."""
    start_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """The (first) moment; None while it is not chosen."""
    rule: dict[str, Any] | None = Field(default=None, sa_column=Column(JSON(none_as_null=True)))
    """How it repeats on the wall clock (`bot.announcements.rule.Rule`), at the wall hour of ``start_at``."""
    until: date | None = None
    """The last local day on which it may repeat."""
    at_once: bool = False
    """The organiser said "now"."""
    urgent: bool = False
    """Passes quiet hours."""
    event_id: int | None = None
    """The event it invites to, if it does."""
    revision: int = 0
    """Grows with every correction after it was sent."""
    chore: str | None = Field(default=None, max_length=16)
    """``correct`` or ``recall``: what has still to be done to the messages delivered."""
    confirmed_by: int | None = Field(default=None, foreign_key="account.id", ondelete="SET NULL")
    """The second organiser who said yes, where one is asked."""
    stopped_because: str | None = Field(default=None, max_length=64)
    created_at: datetime = Field(sa_type=UtcDateTime)
    changed_at: datetime = Field(sa_type=UtcDateTime, index=True)


class AnnouncementRun(SQLModel, table=True):
    """One time that an announcement goes out. Its owed messages have the batch ``announcement:<run id>``."""

    __tablename__ = "announcement_run"
    __table_args__ = (UniqueConstraint("announcement_id", "at"),)

    id: int | None = Field(default=None, primary_key=True)
    announcement_id: int = Field(foreign_key="announcement.id", index=True, ondelete="CASCADE")
    at: datetime = Field(sa_type=UtcDateTime)
    state: str = Field(max_length=16, index=True)
    """One of `bot.announcements.announcements.RunState`."""
    told_step: int = 0
    """How far the live progress message has told: 0 to 4 quarters."""
    finished_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class AnnouncementFile(SQLModel, table=True):
    """A picture or document fetched from the channel where it was composed, to be sent anew on another."""

    __tablename__ = "announcement_file"

    announcement_id: int = Field(foreign_key="announcement.id", primary_key=True, ondelete="CASCADE")
    position: int = Field(primary_key=True)
    filename: str = Field(max_length=128)
    content: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
