"""The staff's console: named logins, and a messenger that knows topics, reactions and how far somebody has read."""

import sqlalchemy as sa
from alembic import op

from bot.storage.types import UtcDateTime

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

_ADDED = (
    ("messenger_chats", "is_forum", sa.Boolean()),
    ("messenger_messages", "thread_id", sa.Integer()),
    ("messenger_events", "thread_id", sa.Integer()),
)
_TABLES = (
    *("staff_person", "console_session", "console_login"),
    *("messenger_reads", "messenger_reactions", "messenger_topics"),
)


def _room() -> sa.Column[int]:
    return sa.Column(
        "room_id", sa.Integer, sa.ForeignKey("messenger_chats.id", ondelete="CASCADE"), primary_key=True, nullable=False
    )


def _number(name: str, kind: type[sa.Integer] = sa.BigInteger) -> sa.Column[int]:
    return sa.Column(name, kind, primary_key=True, autoincrement=False)


def _account(primary_key: bool = False) -> sa.Column[int]:
    account = sa.ForeignKey("account.id", ondelete="CASCADE")
    return sa.Column("account_id", sa.Integer, account, primary_key=primary_key, nullable=False)


def upgrade() -> None:
    for table, name, kind in _ADDED:
        op.add_column(table, sa.Column(name, kind, nullable=True))
    op.create_index("ix_messenger_messages_thread", "messenger_messages", ["room_id", "thread_id"])
    op.create_table(
        "messenger_topics",
        _room(),
        _number("thread_id", sa.Integer),
        sa.Column("name", sa.String(128), nullable=False),
        sa.Column("icon", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("creator_id", sa.BigInteger, nullable=False),
        sa.Column("closed", sa.Boolean, nullable=False),
        sa.Column("hidden", sa.Boolean, nullable=False),
    )
    op.create_table(
        "messenger_reactions",
        _number("room_id", sa.Integer),
        _number("message_id", sa.Integer),
        _number("user_id"),
        sa.Column("emoji", sa.String(16), nullable=False),
        sa.ForeignKeyConstraint(
            ["room_id", "message_id"],
            ["messenger_messages.room_id", "messenger_messages.message_id"],
            ondelete="CASCADE",
        ),
    )
    op.create_table(
        "messenger_reads",
        _room(),
        _number("user_id"),
        _number("thread_id", sa.Integer),
        sa.Column("message_id", sa.Integer, nullable=False),
    )
    op.create_table(
        "console_login",
        sa.Column("key_hash", sa.String(64), primary_key=True),
        _account(),
        sa.Column("centre", sa.String(64), nullable=False),
        sa.Column("made_by", sa.Integer, sa.ForeignKey("account.id", ondelete="SET NULL")),
        sa.Column("made_at", UtcDateTime, nullable=False),
        sa.Column("expires_at", UtcDateTime, nullable=False),
        sa.Column("used_at", UtcDateTime),
    )
    op.create_index("ix_console_login_account_id", "console_login", ["account_id"])
    op.create_table(
        "console_session",
        sa.Column("key_hash", sa.String(64), primary_key=True),
        _account(),
        sa.Column("centre", sa.String(64), nullable=False),
        sa.Column("made_at", UtcDateTime, nullable=False),
        sa.Column("seen_at", UtcDateTime, nullable=False),
        sa.Column("expires_at", UtcDateTime, nullable=False),
    )
    op.create_index("ix_console_session_account_id", "console_session", ["account_id"])
    op.create_table(
        "staff_person",
        _account(primary_key=True),
        sa.Column("name", sa.String(60), nullable=False),
        sa.Column("password_hash", sa.String(200)),
    )


def downgrade() -> None:
    for table in _TABLES:
        op.drop_table(table)
    op.drop_index("ix_messenger_messages_thread", "messenger_messages")
    for table, name, _ in _ADDED:
        op.drop_column(table, name)
