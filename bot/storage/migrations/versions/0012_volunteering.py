"""Volunteers without names, those who look after the younger ones, shifts and confirmed hours."""

import sqlalchemy as sa
from alembic import op

from bot.storage.types import UtcDateTime

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

_TABLES = ("shift_hours", "shift_draft", "shift", "shift_season", "guardian_told", "guardian", "volunteer")


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.Integer, primary_key=True, nullable=False)


def _to(
    name: str, to: str, ondelete: str | None, *, primary_key: bool = False, nullable: bool = False, unique: bool = False
) -> sa.Column[int]:
    points = sa.ForeignKey(to, ondelete=ondelete)
    return sa.Column(name, sa.Integer, points, primary_key=primary_key, nullable=nullable, unique=unique or None)


def _by(name: str) -> sa.Column[int]:
    return _to(name, "account.id", "SET NULL", nullable=True)


def _centre() -> sa.Column[str]:
    return sa.Column("centre", sa.String(64), nullable=False)


def _json(name: str, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.JSON(none_as_null=True) if nullable else sa.JSON, nullable=nullable)


def _at(name: str, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, UtcDateTime, nullable=nullable)


def upgrade() -> None:
    op.add_column("slot", sa.Column("place", sa.String(200), nullable=True))
    op.create_table(
        "volunteer",
        _id(),
        _centre(),
        _by("account_id"),
        _to("attendee_id", "attendee.id", "CASCADE", unique=True),
        sa.Column("age", sa.String(8), nullable=False),
        _json("interests"),
        _json("skills"),
        _json("days"),
        sa.Column("nickname", sa.String(20)),
        _at("consent_seen_at", True),
        _by("consent_seen_by"),
        sa.Column("agreement_until", sa.Date),
        _by("agreement_by"),
        _at("checked_at", True),
        _by("checked_by"),
        _at("certificate_asked_at", True),
        _at("created_at"),
        _at("changed_at"),
        sa.UniqueConstraint("account_id", "centre"),
    )
    op.create_index("ix_volunteer_centre", "volunteer", ["centre"])
    op.create_table(
        "guardian",
        _id(),
        _to("volunteer_id", "volunteer.id", "CASCADE"),
        sa.Column("key_hash", sa.String(64), unique=True),
        _at("made_at"),
        _to("account_id", "account.id", "CASCADE", nullable=True),
        sa.Column("channel", sa.String(16)),
        sa.Column("chat_id", sa.BigInteger),
        _at("linked_at", True),
        sa.UniqueConstraint("volunteer_id", "account_id"),
    )
    op.create_index("ix_guardian_account_id", "guardian", ["account_id"])
    op.create_table(
        "guardian_told",
        _to("guardian_id", "guardian.id", "CASCADE", primary_key=True),
        _to("booking_id", "booking.id", "CASCADE", primary_key=True),
        sa.Column("mark", sa.String(40), nullable=False),
    )
    op.create_table(
        "shift_season",
        _id(),
        _centre(),
        sa.Column("title", sa.String(120), nullable=False),
        _by("made_by"),
        _at("made_at"),
    )
    op.create_table(
        "shift",
        _to("slot_id", "slot.id", None, primary_key=True),
        _centre(),
        _to("season_id", "shift_season.id", "SET NULL", nullable=True),
        _at("starts_at"),
        sa.Column("weekday", sa.Integer, nullable=False),
        sa.Column("school_hours", sa.Boolean, nullable=False),
        sa.Column("interest", sa.String(16), nullable=False),
        sa.Column("with_children", sa.Boolean, nullable=False),
        sa.Column("adults_only", sa.Boolean, nullable=False),
        sa.Column("adult", sa.String(80), nullable=False),
        sa.Column("phone", sa.String(20), nullable=False),
        sa.Column("least", sa.Integer, nullable=False),
        sa.Column("needs", sa.String(200), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        _by("changed_by"),
        _by("made_by"),
        _at("short_told_at", True),
        sa.Column("example", sa.Boolean, nullable=False),
    )
    op.create_index("ix_shift_when", "shift", ["centre", "starts_at"])
    op.create_index("ix_shift_season_id", "shift", ["season_id"])
    op.create_table(
        "shift_draft",
        _id(),
        _centre(),
        _json("shifts"),
        _json("problems"),
        _json("skipped"),
        _json("file", nullable=True),
        _by("made_by"),
        _at("made_at"),
        _at("published_at", True),
    )
    op.create_index("ix_shift_draft_centre", "shift_draft", ["centre"])
    op.create_table(
        "shift_hours",
        _id(),
        _to("volunteer_id", "volunteer.id", "CASCADE"),
        _to("booking_id", "booking.id", "SET NULL", nullable=True, unique=True),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("title", sa.String(120), nullable=False),
        sa.Column("minutes", sa.Integer, nullable=False),
        _by("confirmed_by"),
        _at("confirmed_at"),
    )
    op.create_index("ix_shift_hours_volunteer_id", "shift_hours", ["volunteer_id"])


def downgrade() -> None:
    for table in _TABLES:
        op.drop_table(table)
    op.drop_column("slot", "place")
