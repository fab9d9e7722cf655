"""Cards that organisations and firms propose."""

import sqlalchemy as sa
from alembic import op

from bot.storage.types import UtcDateTime

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "catalogue_proposal",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("centre", sa.String(64), sa.ForeignKey("catalogue_centre.id", ondelete="CASCADE"), nullable=False),
        sa.Column("document", sa.JSON, nullable=False),
        sa.Column("proposed_by", sa.Integer, sa.ForeignKey("account.id", ondelete="SET NULL")),
        sa.Column("created_at", UtcDateTime, nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("decided_by", sa.Integer, sa.ForeignKey("account.id", ondelete="SET NULL")),
        sa.Column("decided_at", UtcDateTime),
        sa.Column("card", sa.String(128)),
    )
    for column in ("centre", "proposed_by", "decided_by"):
        op.create_index(f"ix_catalogue_proposal_{column}", "catalogue_proposal", [column])


def downgrade() -> None:
    op.drop_table("catalogue_proposal")
