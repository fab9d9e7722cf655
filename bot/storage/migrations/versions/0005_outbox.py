"""Messages owed to people, and the lease of who sends them."""

import sqlalchemy as sa
from alembic import op

from bot.storage.types import UtcDateTime

revision = "0005"
# 0004 is on its way; until it is here, this hangs on 0003.
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "owed_message",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("dedupe_key", sa.String(200), nullable=False, unique=True),
        sa.Column("channel", sa.String(16), nullable=False),
        sa.Column("chat_id", sa.BigInteger, nullable=False),
        sa.Column("centre", sa.String(64)),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("payload", sa.JSON(none_as_null=True)),
        sa.Column("priority", sa.Integer, nullable=False),
        sa.Column("to_group", sa.Boolean, nullable=False),
        sa.Column("urgent", sa.Boolean, nullable=False),
        sa.Column("batch", sa.String(64)),
        sa.Column("not_before", UtcDateTime, nullable=False),
        sa.Column("expires_at", UtcDateTime),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("reason", sa.String(64)),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("resent", sa.Boolean, nullable=False),
        sa.Column("retry_at", UtcDateTime),
        sa.Column("claimed_by", sa.String(32)),
        sa.Column("claimed_at", UtcDateTime),
        sa.Column("migrated_from", sa.BigInteger),
        sa.Column("message_ids", sa.JSON(none_as_null=True)),
        sa.Column("created_at", UtcDateTime, nullable=False),
        sa.Column("finished_at", UtcDateTime),
    )
    op.create_index("ix_owed_message_turn", "owed_message", ["channel", "state", "priority", "to_group", "not_before"])
    op.create_index("ix_owed_message_batch", "owed_message", ["batch", "state"])
    op.create_index("ix_owed_message_finished_at", "owed_message", ["finished_at"])
    op.create_table(
        "sending_lease",
        sa.Column("channel", sa.String(16), primary_key=True),
        sa.Column("holder", sa.String(32), nullable=False),
        sa.Column("until", UtcDateTime, nullable=False),
    )


def downgrade() -> None:
    op.drop_table("sending_lease")
    op.drop_table("owed_message")
