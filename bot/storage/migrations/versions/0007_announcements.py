"""Communities, what people follow, announcements and each time that one goes out."""

import sqlalchemy as sa
from alembic import op

from bot.storage.types import UtcDateTime

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def _account(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, sa.ForeignKey("account.id", ondelete="SET NULL"))


def upgrade() -> None:
    op.create_table(
        "community",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("channel", sa.String(16), nullable=False),
        sa.Column("chat_id", sa.BigInteger, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("name", sa.String(128), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("centre", sa.String(64)),
        sa.Column("estate", sa.String(64)),
        sa.Column("self_help", sa.Boolean, nullable=False),
        _account("claimed_by"),
        sa.Column("changed_at", UtcDateTime, nullable=False),
        sa.UniqueConstraint("channel", "chat_id"),
    )
    op.create_index("ix_community_centre", "community", ["centre"])
    op.create_table(
        "following",
        sa.Column("account_id", sa.Integer, sa.ForeignKey("account.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("centre", sa.String(64), primary_key=True),
        sa.Column("topic", sa.String(80), primary_key=True),
        sa.Column("since", UtcDateTime, nullable=False),
    )
    op.create_table(
        "announcement",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("centre", sa.String(64), nullable=False),
        _account("author"),
        sa.Column("channel", sa.String(16), nullable=False),
        sa.Column("chat_id", sa.BigInteger, nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("content", sa.JSON, nullable=False),
        sa.Column("audiences", sa.JSON, nullable=False),
        sa.Column("start_at", UtcDateTime),
        sa.Column("rule", sa.JSON(none_as_null=True)),
        sa.Column("until", sa.Date),
        sa.Column("at_once", sa.Boolean, nullable=False),
        sa.Column("urgent", sa.Boolean, nullable=False),
        sa.Column("event_id", sa.Integer),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("chore", sa.String(16)),
        _account("confirmed_by"),
        sa.Column("stopped_because", sa.String(64)),
        sa.Column("created_at", UtcDateTime, nullable=False),
        sa.Column("changed_at", UtcDateTime, nullable=False),
    )
    op.create_index("ix_announcement_centre", "announcement", ["centre"])
    op.create_index("ix_announcement_changed_at", "announcement", ["changed_at"])
    of_announcement = sa.ForeignKey("announcement.id", ondelete="CASCADE")
    op.create_table(
        "announcement_run",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("announcement_id", sa.Integer, of_announcement, nullable=False),
        sa.Column("at", UtcDateTime, nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("told_step", sa.Integer, nullable=False),
        sa.Column("finished_at", UtcDateTime),
        sa.UniqueConstraint("announcement_id", "at"),
    )
    op.create_index("ix_announcement_run_announcement_id", "announcement_run", ["announcement_id"])
    op.create_index("ix_announcement_run_state", "announcement_run", ["state"])
    op.create_table(
        "announcement_file",
        sa.Column(
            "announcement_id", sa.Integer, sa.ForeignKey("announcement.id", ondelete="CASCADE"), primary_key=True
        ),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("filename", sa.String(128), nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
    )


def downgrade() -> None:
    for table in ("announcement_file", "announcement_run", "announcement", "following", "community"):
        op.drop_table(table)
