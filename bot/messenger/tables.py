"""The messenger's own tables. The bot never reads them: it speaks with the messenger over HTTP.

Files are kept in the database, not in a folder: a file and the message that shows it are written
in one transaction, a backup is one file, and a quick exit leaves nothing behind on the disk.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, Column, ForeignKeyConstraint, Index, LargeBinary, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from bot.storage.types import UtcDateTime

Json = dict[str, Any]


def _json(*, nullable: bool = False) -> Column[Any]:
    return Column(JSON(none_as_null=True), nullable=nullable)


class Bot(SQLModel, table=True):
    """A bot that is served. ``id`` is the number before the colon of its token."""

    __tablename__ = "messenger_bots"

    id: int = Field(primary_key=True, sa_type=BigInteger)
    token_hash: str = Field(max_length=64, unique=True)
    """SHA-256 of the token in hex; the token itself is not kept."""
    name: str = Field(max_length=64)
    username: str = Field(max_length=32)
    last_update_id: int = Field(default=0, sa_type=BigInteger)
    allowed_updates: list[str] | None = Field(default=None, sa_column=_json(nullable=True))
    webhook: Json | None = Field(default=None, sa_column=_json(nullable=True))
    """``url``, ``secret_token``, ``max_connections``; then ``last_error_date``, ``last_error_message``."""
    about: Json = Field(default_factory=dict, sa_column=_json())
    """Names and descriptions by language, the menu button: what set… methods stored."""


class User(SQLModel, table=True):
    """A person of the messenger, most often a visitor of the web chat."""

    __tablename__ = "messenger_users"

    id: int = Field(primary_key=True, sa_type=BigInteger)
    first_name: str = Field(max_length=64)
    language_code: str | None = Field(default=None, max_length=16)
    active: bool = True
    """False after a quick exit: bots that write get "user is deactivated"."""


class Chat(SQLModel, table=True):
    """A private chat of one bot and one person, a group, a supergroup or a channel.

    As in Telegram a private chat's ``chat_id`` is the person's id, so the same one stands for every
    bot; ``id`` tells them apart inside. All others have ``bot_id`` 0 and a negative ``chat_id``.
    """

    __tablename__ = "messenger_chats"
    __table_args__ = (UniqueConstraint("bot_id", "chat_id"),)

    id: int | None = Field(default=None, primary_key=True)
    bot_id: int = Field(sa_type=BigInteger)
    chat_id: int = Field(sa_type=BigInteger, index=True)
    type: str = Field(max_length=16)
    title: str | None = Field(default=None, max_length=128)
    started: bool = False
    """The person has written first; before that a bot may not."""
    blocked: bool = False
    last_message_id: int = 0
    last_seq: int = 0
    created_at: datetime = Field(sa_type=UtcDateTime)
    upgraded_to: int | None = Field(default=None, sa_type=BigInteger)
    """The supergroup's ``chat_id``, when this is only the number that a group had before."""
    permissions: Json | None = Field(default=None, sa_column=_json(nullable=True))
    """What members may do, by the Bot API's names; None: everything."""
    pinned: list[int] | None = Field(default=None, sa_column=_json(nullable=True))
    """Message ids, the latest pinned last."""
    is_forum: bool | None = None
    """True for a supergroup with topics."""


class Topic(SQLModel, table=True):
    """A topic of a forum. The General one has the number 1 and always exists, with a row or without."""

    __tablename__ = "messenger_topics"

    room_id: int = Field(foreign_key="messenger_chats.id", primary_key=True, ondelete="CASCADE")
    thread_id: int = Field(primary_key=True)
    """The number of the service message that began it."""
    name: str = Field(max_length=128)
    icon: Json = Field(default_factory=dict, sa_column=_json())
    """``icon_color`` and ``icon_custom_emoji_id``, as they were given."""
    creator_id: int = Field(sa_type=BigInteger)
    closed: bool = False
    hidden: bool = False
    """Only the General one can be."""


class Member(SQLModel, table=True):
    """Somebody, person or bot, who is or was in a group."""

    __tablename__ = "messenger_members"

    room_id: int = Field(foreign_key="messenger_chats.id", primary_key=True, ondelete="CASCADE")
    user_id: int = Field(primary_key=True, sa_type=BigInteger)
    status: str = Field(max_length=16)
    """creator, administrator, member, restricted, left or kicked."""
    rights: Json | None = Field(default=None, sa_column=_json(nullable=True))
    """An administrator's rights, or what a restricted member may do, by the Bot API's names."""


class Message(SQLModel, table=True):
    """A message that stands in a chat. A deleted one leaves no row."""

    __tablename__ = "messenger_messages"
    __table_args__ = (
        UniqueConstraint("room_id", "sender_id", "client_key"),
        Index("ix_messenger_messages_thread", "room_id", "thread_id"),
    )

    room_id: int = Field(foreign_key="messenger_chats.id", primary_key=True, ondelete="CASCADE")
    message_id: int = Field(primary_key=True)
    sender_id: int = Field(sa_type=BigInteger)
    date: datetime = Field(sa_type=UtcDateTime)
    edit_date: datetime | None = Field(default=None, sa_type=UtcDateTime)
    content: Json = Field(sa_column=_json())
    """What it shows, in the Bot API's fields: text, entities, photo, caption, venue…"""
    markup: Json | None = Field(default=None, sa_column=_json(nullable=True))
    """Inline keyboard, reply keyboard, its removal, or a forced reply."""
    reply_to: int | None = None
    file_id: str | None = Field(default=None, max_length=64, index=True)
    client_key: str | None = Field(default=None, max_length=64)
    """The sender's own key: the same one twice is the same message."""
    thread_id: int | None = None
    """The topic of a forum; None for the General one and everywhere else."""


class Reaction(SQLModel, table=True):
    """How somebody, person or bot, reacted to a message."""

    __tablename__ = "messenger_reactions"
    __table_args__ = (
        ForeignKeyConstraint(
            ["room_id", "message_id"],
            ["messenger_messages.room_id", "messenger_messages.message_id"],
            ondelete="CASCADE",
        ),
    )

    room_id: int = Field(primary_key=True)
    message_id: int = Field(primary_key=True)
    user_id: int = Field(primary_key=True, sa_type=BigInteger)
    emoji: str = Field(max_length=16)


class ReadMark(SQLModel, table=True):
    """How far a person has read a topic on the page."""

    __tablename__ = "messenger_reads"

    room_id: int = Field(foreign_key="messenger_chats.id", primary_key=True, ondelete="CASCADE")
    user_id: int = Field(primary_key=True, sa_type=BigInteger)
    thread_id: int = Field(primary_key=True)
    message_id: int


class Update(SQLModel, table=True):
    """An update that a bot has not confirmed yet."""

    __tablename__ = "messenger_updates"

    bot_id: int = Field(primary_key=True, sa_type=BigInteger)
    update_id: int = Field(primary_key=True, sa_type=BigInteger)
    user_id: int = Field(sa_type=BigInteger, index=True)
    payload: Json = Field(sa_column=_json())
    created_at: datetime = Field(sa_type=UtcDateTime)


class Callback(SQLModel, table=True):
    """A button press that waits for its answer."""

    __tablename__ = "messenger_callbacks"

    id: str = Field(primary_key=True, max_length=32)
    bot_id: int = Field(sa_type=BigInteger)
    user_id: int = Field(sa_type=BigInteger, index=True)
    room_id: int = Field(foreign_key="messenger_chats.id", ondelete="CASCADE", index=True)
    created_at: datetime = Field(sa_type=UtcDateTime, index=True)


class Poll(SQLModel, table=True):
    """A poll, with the message that it was sent in. Forwarded copies show the same one."""

    __tablename__ = "messenger_polls"

    id: str = Field(primary_key=True, max_length=32)
    room_id: int = Field(foreign_key="messenger_chats.id", ondelete="CASCADE", index=True)
    message_id: int
    bot_id: int = Field(sa_type=BigInteger)
    """The bot that asked and hears the answers."""
    shape: Json = Field(sa_column=_json())
    """The Bot API's Poll without what changes: no counts, not whether it is closed."""
    closed: bool = False
    closes_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class Vote(SQLModel, table=True):
    """What a person chose in a poll."""

    __tablename__ = "messenger_votes"

    poll_id: str = Field(foreign_key="messenger_polls.id", primary_key=True, max_length=32, ondelete="CASCADE")
    user_id: int = Field(primary_key=True, sa_type=BigInteger)
    options: list[int] = Field(sa_column=_json())


class ChatEvent(SQLModel, table=True):
    """What happened in a chat, in order: what a page reads to stay up to date.

    Message events name the message only; its present state is read when the event is.
    """

    __tablename__ = "messenger_events"

    room_id: int = Field(foreign_key="messenger_chats.id", primary_key=True, ondelete="CASCADE")
    seq: int = Field(primary_key=True)
    kind: str = Field(max_length=16)
    message_id: int | None = None
    user_id: int | None = Field(default=None, sa_type=BigInteger)
    """The only person it is for; None for everybody in the chat."""
    thread_id: int | None = None
    """The topic of the message that it is about."""
    data: Json | None = Field(default=None, sa_column=_json(nullable=True))
    created_at: datetime = Field(sa_type=UtcDateTime)


class StoredFile(SQLModel, table=True):
    """A file that was sent. It goes when the last message that shows it does by a quick exit."""

    __tablename__ = "messenger_files"

    file_id: str = Field(primary_key=True, max_length=64)
    unique_id: str = Field(max_length=32)
    folder: str = Field(max_length=16)
    name: str = Field(sa_type=Text)
    mime: str = Field(max_length=128)
    size: int
    data: bytes = Field(sa_column=Column(LargeBinary, nullable=False))


class CommandList(SQLModel, table=True):
    """The commands that a bot shows in one scope and language ("" for all languages)."""

    __tablename__ = "messenger_commands"

    bot_id: int = Field(primary_key=True, sa_type=BigInteger)
    scope: str = Field(primary_key=True, max_length=128)
    language: str = Field(primary_key=True, max_length=16)
    commands: list[Json] = Field(sa_column=_json())
