"""Events, who comes to them, where that is counted, and what of the plan is done."""

import sqlalchemy as sa
from alembic import op

from bot.storage.types import UtcDateTime

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def _account(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, sa.ForeignKey("account.id", ondelete="SET NULL"))


def upgrade() -> None:
    op.create_table(
        "event",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("uid", sa.String(64), nullable=False, unique=True),
        sa.Column("centre", sa.String(64), nullable=False),
        sa.Column("title", sa.String(120), nullable=False),
        sa.Column("place", sa.String(200), nullable=False),
        sa.Column("starts_at", UtcDateTime, nullable=False),
        sa.Column("ends_at", UtcDateTime, nullable=False),
        sa.Column("picture", sa.String(256)),
        sa.Column("picture_channel", sa.String(16)),
        sa.Column("plan_item", sa.String(64)),
        sa.Column("sequence", sa.Integer, nullable=False),
        sa.Column("cancelled_at", UtcDateTime),
        sa.Column("cancelled_because", sa.String(16)),
        _account("created_by"),
        sa.Column("created_at", UtcDateTime, nullable=False),
        sa.Column("changed_at", UtcDateTime, nullable=False),
        sa.Column("came", sa.Integer),
    )
    op.create_index("ix_event_centre", "event", ["centre"])
    op.create_index("ix_event_starts_at", "event", ["starts_at"])
    of_event = sa.ForeignKey("event.id", ondelete="CASCADE")
    op.create_table(
        "attendance",
        sa.Column("event_id", sa.Integer, of_event, primary_key=True),
        sa.Column("account_id", sa.Integer, sa.ForeignKey("account.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("channel", sa.String(16), nullable=False),
        sa.Column("chat_id", sa.BigInteger, nullable=False),
        sa.Column("coming", sa.Boolean, nullable=False),
        sa.Column("answered_at", UtcDateTime, nullable=False),
    )
    op.create_index("ix_attendance_account_id", "attendance", ["account_id"])
    op.create_table(
        "event_post",
        sa.Column("channel", sa.String(16), primary_key=True),
        sa.Column("chat_id", sa.BigInteger, primary_key=True),
        sa.Column("message_id", sa.BigInteger, primary_key=True),
        sa.Column("event_id", sa.Integer, sa.ForeignKey("event.id", ondelete="CASCADE"), nullable=False),
    )
    op.create_index("ix_event_post_event_id", "event_post", ["event_id"])
    op.create_table(
        "plan_done",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("centre", sa.String(64), nullable=False),
        sa.Column("item", sa.String(64), nullable=False),
        sa.Column("on_day", sa.Date, nullable=False),
        sa.Column("announcement_id", sa.Integer, unique=True),
        _account("noted_by"),
        sa.Column("noted_at", UtcDateTime, nullable=False),
    )
    op.create_index("ix_plan_done_centre", "plan_done", ["centre"])


def downgrade() -> None:
    for table in ("plan_done", "event_post", "attendance", "event"):
        op.drop_table(table)
