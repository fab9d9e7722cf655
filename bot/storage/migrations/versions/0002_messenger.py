"""The embedded messenger."""

import sqlalchemy as sa
from alembic import op

from bot.storage.types import UtcDateTime

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def _json(name: str, *, nullable: bool = False) -> "sa.Column[object]":
    return sa.Column(name, sa.JSON(none_as_null=True), nullable=nullable)


def _room(*, key: bool) -> "sa.Column[int]":
    return sa.Column(
        "room_id", sa.Integer, sa.ForeignKey("messenger_chats.id", ondelete="CASCADE"), primary_key=key, nullable=False
    )


def _big_key(name: str) -> "sa.Column[int]":
    return sa.Column(name, sa.BigInteger, primary_key=True, autoincrement=False)


def upgrade() -> None:
    op.create_table(
        "messenger_bots",
        _big_key("id"),
        sa.Column("token_hash", sa.String(64), nullable=False, unique=True),
        sa.Column("name", sa.String(64), nullable=False),
        sa.Column("username", sa.String(32), nullable=False),
        sa.Column("last_update_id", sa.BigInteger, nullable=False),
        _json("allowed_updates", nullable=True),
        _json("webhook", nullable=True),
        _json("about"),
    )
    op.create_table(
        "messenger_users",
        _big_key("id"),
        sa.Column("first_name", sa.String(64), nullable=False),
        sa.Column("language_code", sa.String(16)),
        sa.Column("active", sa.Boolean, nullable=False),
    )
    op.create_table(
        "messenger_chats",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("bot_id", sa.BigInteger, nullable=False),
        sa.Column("chat_id", sa.BigInteger, nullable=False),
        sa.Column("type", sa.String(16), nullable=False),
        sa.Column("title", sa.String(128)),
        sa.Column("started", sa.Boolean, nullable=False),
        sa.Column("blocked", sa.Boolean, nullable=False),
        sa.Column("last_message_id", sa.Integer, nullable=False),
        sa.Column("last_seq", sa.Integer, nullable=False),
        sa.Column("created_at", UtcDateTime, nullable=False),
        sa.UniqueConstraint("bot_id", "chat_id"),
    )
    op.create_index("ix_messenger_chats_chat_id", "messenger_chats", ["chat_id"])
    op.create_table(
        "messenger_members",
        _room(key=True),
        _big_key("user_id"),
        sa.Column("status", sa.String(16), nullable=False),
    )
    op.create_table(
        "messenger_messages",
        _room(key=True),
        sa.Column("message_id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("sender_id", sa.BigInteger, nullable=False),
        sa.Column("date", UtcDateTime, nullable=False),
        sa.Column("edit_date", UtcDateTime),
        _json("content"),
        _json("markup", nullable=True),
        sa.Column("reply_to", sa.Integer),
        sa.Column("file_id", sa.String(64)),
        sa.Column("client_key", sa.String(64)),
        sa.UniqueConstraint("room_id", "sender_id", "client_key"),
    )
    op.create_index("ix_messenger_messages_file_id", "messenger_messages", ["file_id"])
    op.create_table(
        "messenger_updates",
        _big_key("bot_id"),
        _big_key("update_id"),
        sa.Column("user_id", sa.BigInteger, nullable=False),
        _json("payload"),
        sa.Column("created_at", UtcDateTime, nullable=False),
    )
    op.create_index("ix_messenger_updates_user_id", "messenger_updates", ["user_id"])
    op.create_table(
        "messenger_callbacks",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("bot_id", sa.BigInteger, nullable=False),
        sa.Column("user_id", sa.BigInteger, nullable=False),
        _room(key=False),
        sa.Column("created_at", UtcDateTime, nullable=False),
    )
    for column in ("user_id", "room_id", "created_at"):
        op.create_index(f"ix_messenger_callbacks_{column}", "messenger_callbacks", [column])
    op.create_table(
        "messenger_events",
        _room(key=True),
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("message_id", sa.Integer),
        sa.Column("user_id", sa.BigInteger),
        _json("data", nullable=True),
        sa.Column("created_at", UtcDateTime, nullable=False),
    )
    op.create_table(
        "messenger_files",
        sa.Column("file_id", sa.String(64), primary_key=True),
        sa.Column("unique_id", sa.String(32), nullable=False),
        sa.Column("folder", sa.String(16), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("mime", sa.String(128), nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("data", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "messenger_commands",
        _big_key("bot_id"),
        sa.Column("scope", sa.String(128), primary_key=True),
        sa.Column("language", sa.String(16), primary_key=True),
        _json("commands"),
    )


def downgrade() -> None:
    for table in (
        "commands",
        "files",
        "events",
        "callbacks",
        "updates",
        "messages",
        "members",
        "chats",
        "users",
        "bots",
    ):
        op.drop_table(f"messenger_{table}")
