"""Programmes with their keepers and meetings, and who wants to join them."""

import sqlalchemy as sa
from alembic import op

from bot.storage.types import UtcDateTime

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

_TABLES = ("programme_link", "programme_candidate", "programme_meeting", "programme_keeper", "programme")


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.Integer, primary_key=True, nullable=False)


def _to(
    name: str, to: str, ondelete: str | None, *, primary_key: bool = False, nullable: bool = False
) -> sa.Column[int]:
    points = sa.ForeignKey(to, ondelete=ondelete)
    return sa.Column(name, sa.Integer, points, primary_key=primary_key, nullable=nullable)


def _text(name: str, length: int, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(length), nullable=nullable)


def _at(name: str, *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, UtcDateTime, nullable=nullable)


def upgrade() -> None:
    op.create_table(
        "programme",
        _id(),
        _text("centre", 64),
        _text("service", 128, nullable=True),
        _text("title", 120),
        sa.Column("quiet", sa.Boolean, nullable=False),
        _text("way_in", 12),
        _text("state", 12),
        sa.Column("least", sa.Integer, nullable=False),
        sa.Column("most", sa.Integer, nullable=False),
        sa.Column("days", sa.JSON, nullable=False),
        sa.Column("skipped", sa.JSON, nullable=False),
        sa.Column("opens_at", sa.Time, nullable=False),
        sa.Column("closes_at", sa.Time, nullable=False),
        _text("room", 80),
        _text("place", 200),
        _at("decide_at", nullable=True),
        _at("asked_at", nullable=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("example", sa.Boolean, nullable=False),
        _to("made_by", "account.id", "SET NULL", nullable=True),
        _at("made_at"),
        _at("ended_at", nullable=True),
    )
    op.create_index("ix_programme_centre", "programme", ["centre"])
    op.create_table(
        "programme_keeper",
        _to("programme_id", "programme.id", "CASCADE", primary_key=True),
        _to("account_id", "account.id", "CASCADE", primary_key=True),
        _at("since"),
    )
    op.create_index("ix_programme_keeper_account_id", "programme_keeper", ["account_id"])
    op.create_table(
        "programme_meeting",
        _to("slot_id", "slot.id", None, primary_key=True),
        _to("programme_id", "programme.id", "CASCADE"),
    )
    op.create_index("ix_programme_meeting_programme_id", "programme_meeting", ["programme_id"])
    op.create_table(
        "programme_candidate",
        _id(),
        _to("programme_id", "programme.id", "CASCADE"),
        _to("attendee_id", "attendee.id", "CASCADE"),
        _to("account_id", "account.id", "CASCADE", nullable=True),
        _text("channel", 16, nullable=True),
        sa.Column("chat_id", sa.BigInteger),
        _text("state", 12),
        _text("label", 20, nullable=True),
        _at("since"),
        _at("invited_until", nullable=True),
        _at("talk_at", nullable=True),
        _to("talk_id", "booking.id", "SET NULL", nullable=True),
        _at("changed_at"),
        sa.UniqueConstraint("programme_id", "attendee_id"),
    )
    op.create_index("ix_programme_candidate_attendee_id", "programme_candidate", ["attendee_id"])
    op.create_index("ix_programme_candidate_account_id", "programme_candidate", ["account_id"])
    op.create_table(
        "programme_link",
        _id(),
        _to("programme_id", "programme.id", "CASCADE"),
        _text("what", 8),
        sa.Column("key_hash", sa.String(64), nullable=False, unique=True),
        _to("made_by", "account.id", "SET NULL", nullable=True),
        _at("made_at"),
    )
    op.create_index("ix_programme_link_programme_id", "programme_link", ["programme_id"])


def downgrade() -> None:
    for table in _TABLES:
        op.drop_table(table)
