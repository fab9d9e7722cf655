"""The messenger learns polls, rights in groups, pins, and groups that become supergroups."""

import sqlalchemy as sa
from alembic import op

from bot.storage.types import UtcDateTime

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_ADDED = (
    ("messenger_chats", "upgraded_to", sa.BigInteger()),
    ("messenger_chats", "permissions", sa.JSON(none_as_null=True)),
    ("messenger_chats", "pinned", sa.JSON(none_as_null=True)),
    ("messenger_members", "rights", sa.JSON(none_as_null=True)),
)


def upgrade() -> None:
    for table, name, kind in _ADDED:
        op.add_column(table, sa.Column(name, kind, nullable=True))
    op.create_table(
        "messenger_polls",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("room_id", sa.Integer, sa.ForeignKey("messenger_chats.id", ondelete="CASCADE"), nullable=False),
        sa.Column("message_id", sa.Integer, nullable=False),
        sa.Column("bot_id", sa.BigInteger, nullable=False),
        sa.Column("shape", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("closed", sa.Boolean, nullable=False),
        sa.Column("closes_at", UtcDateTime),
    )
    op.create_index("ix_messenger_polls_room_id", "messenger_polls", ["room_id"])
    op.create_table(
        "messenger_votes",
        sa.Column("poll_id", sa.String(32), sa.ForeignKey("messenger_polls.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("user_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("options", sa.JSON(none_as_null=True), nullable=False),
    )


def downgrade() -> None:
    op.drop_table("messenger_votes")
    op.drop_table("messenger_polls")
    for table, name, _ in _ADDED:
        op.drop_column(table, name)
