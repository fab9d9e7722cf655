"""The desk: conversations with staff, what is said in them, where staff read it, and what they did."""

import sqlalchemy as sa
from alembic import op

from bot.storage.types import UtcDateTime

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_TABLES = (
    "audit_entry",
    "block",
    "callback",
    "conversation_topic",
    "staff_room",
    "desk_file",
    "desk_copy",
    "desk_message",
    "conversation",
)


def _account(name: str, ondelete: str = "SET NULL", nullable: bool = True) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, sa.ForeignKey("account.id", ondelete=ondelete), nullable=nullable)


def _of(table: str, name: str, primary_key: bool = False) -> sa.Column[int]:
    column = sa.ForeignKey(f"{table}.id", ondelete="CASCADE")
    return sa.Column(name, sa.Integer, column, primary_key=primary_key, nullable=False)


def upgrade() -> None:
    op.create_table(
        "conversation",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("centre", sa.String(64), nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        _account("account_id"),
        sa.Column("channel", sa.String(16)),
        sa.Column("chat_id", sa.BigInteger),
        sa.Column("language", sa.String(2), nullable=False),
        sa.Column("in_danger", sa.Boolean, nullable=False),
        sa.Column("about", sa.JSON),
        sa.Column("unit", sa.String(64)),
        sa.Column("opened_at", UtcDateTime, nullable=False),
        sa.Column("waiting_since", UtcDateTime),
        sa.Column("first_answer_at", UtcDateTime),
        _account("taken_by"),
        sa.Column("taken_name", sa.String(64)),
        sa.Column("taken_at", UtcDateTime),
        sa.Column("lapses_at", UtcDateTime),
        sa.Column("snoozed_until", UtcDateTime),
        sa.Column("closed_at", UtcDateTime),
        _account("closed_by"),
        sa.Column("topic", sa.String(24)),
        sa.Column("reopen_until", UtcDateTime),
        sa.Column("rating", sa.Integer),
        sa.Column("reminded", sa.Integer, nullable=False),
        sa.Column("reminded_at", UtcDateTime),
        sa.UniqueConstraint("centre", "number"),
    )
    op.create_index("ix_conversation_line", "conversation", ["centre", "state", "in_danger", "waiting_since"])
    op.create_index("ix_conversation_person", "conversation", ["channel", "chat_id", "state"])
    op.create_index("ix_conversation_account_id", "conversation", ["account_id"])
    op.create_index("ix_conversation_taken_by", "conversation", ["taken_by"])
    op.create_table(
        "desk_message",
        sa.Column("id", sa.Integer, primary_key=True),
        _of("conversation", "conversation_id"),
        sa.Column("who", sa.String(16), nullable=False),
        _account("author"),
        sa.Column("content", sa.JSON),
        sa.Column("album", sa.String(64)),
        sa.Column("source_channel", sa.String(16), nullable=False),
        sa.Column("source_chat", sa.BigInteger, nullable=False),
        sa.Column("source_message", sa.BigInteger, nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("go_at", UtcDateTime),
        sa.Column("previous", sa.JSON, nullable=False),
        sa.Column("created_at", UtcDateTime, nullable=False),
        sa.Column("edited_at", UtcDateTime),
        sa.UniqueConstraint("source_channel", "source_chat", "source_message"),
    )
    op.create_index("ix_desk_message_conversation_id", "desk_message", ["conversation_id"])
    op.create_index("ix_desk_message_due", "desk_message", ["state", "go_at"])
    op.create_table(
        "desk_copy",
        sa.Column("channel", sa.String(16), primary_key=True),
        sa.Column("chat_id", sa.BigInteger, primary_key=True),
        sa.Column("copy_id", sa.BigInteger, primary_key=True),
        _of("desk_message", "message_id", primary_key=True),
    )
    op.create_index("ix_desk_copy_message_id", "desk_copy", ["message_id"])
    op.create_table(
        "desk_file",
        _of("desk_message", "message_id", primary_key=True),
        sa.Column("give_up_at", UtcDateTime, nullable=False),
        sa.Column("content", sa.LargeBinary),
        sa.Column("failed", sa.Boolean, nullable=False),
    )
    op.create_table(
        "staff_room",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("centre", sa.String(64), nullable=False),
        sa.Column("channel", sa.String(16), nullable=False),
        sa.Column("chat_id", sa.BigInteger, nullable=False),
        _account("set_by"),
        sa.Column("set_at", UtcDateTime, nullable=False),
        sa.Column("trouble", sa.String(32)),
        sa.Column("greeted", sa.Date),
        sa.UniqueConstraint("channel", "chat_id"),
        sa.UniqueConstraint("centre", "channel"),
    )
    op.create_table(
        "conversation_topic",
        _of("conversation", "conversation_id", primary_key=True),
        sa.Column("channel", sa.String(16), primary_key=True),
        sa.Column("chat_id", sa.BigInteger, primary_key=True),
        sa.Column("thread_id", sa.BigInteger),
        sa.Column("made", sa.Integer, nullable=False),
        sa.Column("asked_at", UtcDateTime),
        sa.Column("upto", sa.Integer, nullable=False),
        sa.Column("card_id", sa.BigInteger),
        sa.Column("title", sa.String(128)),
        sa.Column("titled_at", UtcDateTime),
    )
    op.create_table(
        "callback",
        _of("conversation", "conversation_id", primary_key=True),
        sa.Column("first_name", sa.String(40), nullable=False),
        sa.Column("phone", sa.String(20), nullable=False),
        sa.Column("when_said", sa.String(120), nullable=False),
        sa.Column("card", sa.String(128)),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("reached", sa.Boolean),
    )
    op.create_table(
        "block",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("centre", sa.String(64), nullable=False),
        _account("account_id", "CASCADE", nullable=False),
        sa.Column("reason", sa.String(200), nullable=False),
        _account("blocked_by"),
        sa.Column("blocked_at", UtcDateTime, nullable=False),
        sa.Column("until", UtcDateTime, nullable=False),
        sa.Column("lifted_at", UtcDateTime),
    )
    op.create_index("ix_block_account_id", "block", ["account_id"])
    op.create_table(
        "audit_entry",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("centre", sa.String(64), nullable=False),
        sa.Column("at", UtcDateTime, nullable=False),
        _account("account_id"),
        sa.Column("pseudonym", sa.String(32)),
        sa.Column("action", sa.String(32), nullable=False),
        sa.Column("conversation_id", sa.Integer),
        sa.Column("about", sa.JSON),
    )
    op.create_index("ix_audit_entry_when", "audit_entry", ["centre", "at"])
    op.create_index("ix_audit_entry_account_id", "audit_entry", ["account_id"])


def downgrade() -> None:
    for table in _TABLES:
        op.drop_table(table)
