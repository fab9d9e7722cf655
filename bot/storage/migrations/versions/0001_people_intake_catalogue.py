"""People, intake and catalogue."""

import sqlalchemy as sa
from alembic import op

from bot.storage.types import UtcDateTime

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "account",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("created_at", UtcDateTime, nullable=False),
        sa.Column("language", sa.String(2)),
        sa.Column("centre", sa.String(64)),
        sa.Column("notice_seen_at", UtcDateTime),
    )
    op.create_table(
        "address",
        sa.Column("channel", sa.String(16), primary_key=True),
        sa.Column("chat_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("account_id", sa.Integer, sa.ForeignKey("account.id", ondelete="CASCADE"), nullable=False),
        sa.Column("blocked_at", UtcDateTime),
    )
    op.create_index("ix_address_account_id", "address", ["account_id"])
    op.create_table(
        "role_grant",
        sa.Column("account_id", sa.Integer, sa.ForeignKey("account.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("centre", sa.String(64), primary_key=True),
        sa.Column("role", sa.String(16), primary_key=True),
        sa.Column("granted_at", UtcDateTime, nullable=False),
    )
    op.create_table(
        "incoming_update",
        sa.Column("channel", sa.String(16), primary_key=True),
        sa.Column("update_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("received_at", UtcDateTime, nullable=False),
        sa.Column("replies", sa.JSON(none_as_null=True)),
    )
    op.create_index("ix_incoming_update_received_at", "incoming_update", ["received_at"])
    op.create_table(
        "dialogue",
        sa.Column("channel", sa.String(16), primary_key=True),
        sa.Column("chat_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("user_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("state", sa.String(128)),
        sa.Column("data", sa.JSON, nullable=False),
        sa.Column("changed_at", UtcDateTime, nullable=False),
    )
    op.create_table(
        "catalogue_centre",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("document", sa.JSON, nullable=False),
        sa.Column("updated_at", UtcDateTime, nullable=False),
    )
    op.create_table(
        "catalogue_card",
        sa.Column("id", sa.String(128), primary_key=True),
        sa.Column("centre", sa.String(64), sa.ForeignKey("catalogue_centre.id", ondelete="CASCADE"), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("document", sa.JSON, nullable=False),
        sa.Column("updated_at", UtcDateTime, nullable=False),
    )
    op.create_index("ix_catalogue_card_centre", "catalogue_card", ["centre"])
    op.create_table(
        "catalogue_revision",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("number", sa.Integer, nullable=False),
    )


def downgrade() -> None:
    for table in (
        "catalogue_revision",
        "catalogue_card",
        "catalogue_centre",
        "dialogue",
        "incoming_update",
        "role_grant",
        "address",
        "account",
    ):
        op.drop_table(table)
