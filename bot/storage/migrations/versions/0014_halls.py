"""Rooms and desks that people reserve, whom they speak for, recurring use, and the private calendar's secret."""

import sqlalchemy as sa
from alembic import op

from bot.storage.types import UtcDateTime

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

_TABLES = ("calendar_feed", "reservation", "hall_series", "organisation", "hall_hours", "hall")


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.Integer, primary_key=True, nullable=False)


def _to(name: str, to: str, ondelete: str, *, primary_key: bool = False, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, sa.ForeignKey(to, ondelete=ondelete), primary_key=primary_key, nullable=nullable)


def _by(name: str) -> sa.Column[int]:
    return _to(name, "account.id", "SET NULL", nullable=True)


def _centre() -> sa.Column[str]:
    return sa.Column("centre", sa.String(64), nullable=False)


def _at(name: str, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, UtcDateTime, nullable=nullable)


def _text(name: str, length: int, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(length), nullable=nullable)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False)


def _yes_or_no(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean, nullable=False)


def _hour(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.Time, nullable=False)


def _chat() -> tuple[sa.Column[str], sa.Column[int]]:
    return _text("channel", 16, nullable=True), sa.Column("chat_id", sa.BigInteger, nullable=True)


def upgrade() -> None:
    op.create_table(
        "hall",
        _to("room_id", "room.id", "CASCADE", primary_key=True),
        _centre(),
        _text("service", 128, nullable=True),
        _number("desks"),
        _number("block_minutes"),
        _number("longest_minutes"),
        _number("buffer_minutes"),
        _yes_or_no("organisations_only"),
        _yes_or_no("needs_yes"),
        _at("closed_at", True),
        _number("version"),
        _by("changed_by"),
        _at("created_at"),
        _yes_or_no("example"),
    )
    op.create_index("ix_hall_centre", "hall", ["centre"])
    op.create_table(
        "hall_hours",
        _to("room_id", "hall.room_id", "CASCADE", primary_key=True),
        sa.Column("weekday", sa.Integer, primary_key=True, nullable=False),
        _hour("opens_at"),
        _hour("closes_at"),
    )
    op.create_table(
        "organisation",
        _id(),
        _centre(),
        _by("account_id"),
        *_chat(),
        _text("name", 80),
        _text("state", 8),
        _at("asked_at"),
        _at("answered_at", True),
        _by("answered_by"),
        sa.UniqueConstraint("account_id", "centre"),
    )
    op.create_index("ix_organisation_centre", "organisation", ["centre"])
    op.create_table(
        "hall_series",
        _id(),
        _centre(),
        _to("room_id", "hall.room_id", "CASCADE"),
        _by("account_id"),
        _to("organisation_id", "organisation.id", "SET NULL", nullable=True),
        *_chat(),
        sa.Column("weekdays", sa.JSON, nullable=False),
        _hour("opens_at"),
        _hour("closes_at"),
        sa.Column("first_day", sa.Date, nullable=False),
        sa.Column("last_day", sa.Date, nullable=False),
        _text("purpose", 120),
        sa.Column("plan_year", sa.Integer, nullable=True),
        _text("state", 8),
        _at("answer_by", True),
        _at("made_at"),
        _at("answered_at", True),
        _by("answered_by"),
        _text("why", 200, nullable=True),
    )
    op.create_index("ix_hall_series_room_id", "hall_series", ["room_id"])
    op.create_index("ix_hall_series_account_id", "hall_series", ["account_id"])
    op.create_index("ix_hall_series_plan", "hall_series", ["centre", "plan_year"])
    op.create_table(
        "reservation",
        _to("booking_id", "booking.id", "CASCADE", primary_key=True),
        _centre(),
        _to("room_id", "hall.room_id", "CASCADE"),
        _to("organisation_id", "organisation.id", "SET NULL", nullable=True),
        _to("series_id", "hall_series.id", "SET NULL", nullable=True),
        _text("purpose", 120),
        _text("state", 8),
        _at("answer_by", True),
        _at("asked_at"),
        _at("answered_at", True),
        _by("answered_by"),
        _text("why", 200, nullable=True),
    )
    op.create_index("ix_reservation_room_id", "reservation", ["room_id"])
    op.create_index("ix_reservation_series_id", "reservation", ["series_id"])
    op.create_index("ix_reservation_answer", "reservation", ["state", "answer_by"])
    op.create_table(
        "calendar_feed",
        _to("account_id", "account.id", "CASCADE", primary_key=True),
        _text("key_hash", 64),
        _at("made_at"),
        sa.UniqueConstraint("key_hash"),
    )


def downgrade() -> None:
    for table in _TABLES:
        op.drop_table(table)
