"""Events with a limit of places, each on a slot of its own."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "event_seats",
        sa.Column("event_id", sa.Integer, sa.ForeignKey("event.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("slot_id", sa.Integer, sa.ForeignKey("slot.id"), nullable=False, unique=True),
        sa.Column("told_taken", sa.Integer, nullable=False),
        sa.Column("told_seats", sa.Integer, nullable=False),
    )


def downgrade() -> None:
    op.drop_table("event_seats")
