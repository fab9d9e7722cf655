"""Places: rosters, slots with seats, who comes, and what the desk keeps beside them."""

import sqlalchemy as sa
from alembic import op

from bot.storage.types import UtcDateTime

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_LIVE = sa.text("seat_no IS NOT NULL")
_FREE = sa.text("withdrawn_at IS NULL AND taken < seats")
_TABLES = (
    "code_try",
    "unmet_wish",
    "advice_given",
    "call_task",
    "booking",
    "attendee",
    "slot",
    "closing_day",
    "roster_draft",
    "duty",
    "room",
    "provider",
)
# Built-in range types on both sides, so that no extension has to be installed.
_NEVER_TWICE = """
ALTER TABLE slot ADD CONSTRAINT ex_slot_{what} EXCLUDE USING gist (
    int8range({what}_id, {what}_id, '[]') WITH &&, tstzrange(starts_at, busy_until) WITH &&
) WHERE (withdrawn_at IS NULL AND {what}_id IS NOT NULL)
"""
_ONE_PERSON_ONE_PLACE = """
ALTER TABLE booking ADD CONSTRAINT ex_booking_attendee EXCLUDE USING gist (
    int8range(attendee_id, attendee_id, '[]') WITH &&, tstzrange(starts_at, ends_at) WITH &&
) WHERE (seat_no IS NOT NULL AND NOT beside)
"""


def _account(name: str, ondelete: str = "SET NULL", nullable: bool = True) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, sa.ForeignKey("account.id", ondelete=ondelete), nullable=nullable)


def upgrade() -> None:
    op.create_table(
        "provider",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("centre", sa.String(64), nullable=False),
        sa.Column("name", sa.String(80), nullable=False),
        sa.Column("topics", sa.JSON, nullable=False),
        _account("account_id"),
        sa.Column("sheet_key", sa.String(64), unique=True),
        sa.Column("example", sa.Boolean, nullable=False),
        sa.UniqueConstraint("centre", "name"),
    )
    op.create_index("ix_provider_account_id", "provider", ["account_id"])
    op.create_table(
        "room",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("centre", sa.String(64), nullable=False),
        sa.Column("name", sa.String(80), nullable=False),
        sa.Column("place", sa.String(200), nullable=False),
        sa.UniqueConstraint("centre", "name"),
    )
    op.create_table(
        "duty",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("centre", sa.String(64), nullable=False),
        sa.Column("service", sa.String(128), nullable=False),
        sa.Column("provider_id", sa.Integer, sa.ForeignKey("provider.id"), nullable=False),
        sa.Column("room_id", sa.Integer, sa.ForeignKey("room.id")),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("opens_at", sa.Time, nullable=False),
        sa.Column("closes_at", sa.Time, nullable=False),
        sa.Column("step_minutes", sa.Integer, nullable=False),
        sa.Column("buffer_minutes", sa.Integer, nullable=False),
        sa.Column("withdrawn_at", UtcDateTime),
        sa.Column("withdrawn_because", sa.String(16)),
        sa.Column("created_at", UtcDateTime, nullable=False),
    )
    op.create_index("ix_duty_day", "duty", ["centre", "day"])
    op.create_index("ix_duty_provider_id", "duty", ["provider_id"])
    op.create_index("ix_duty_room_id", "duty", ["room_id"])
    op.create_table(
        "roster_draft",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("centre", sa.String(64), nullable=False),
        sa.Column("month", sa.Date, nullable=False),
        sa.Column("duties", sa.JSON, nullable=False),
        sa.Column("whole", sa.Boolean, nullable=False),
        sa.Column("basis", sa.String(64), nullable=False),
        sa.Column("problems", sa.JSON, nullable=False),
        sa.Column("file", sa.JSON),
        _account("made_by"),
        sa.Column("made_at", UtcDateTime, nullable=False),
        sa.Column("published_at", UtcDateTime),
    )
    op.create_index("ix_roster_draft_centre", "roster_draft", ["centre"])
    op.create_table(
        "closing_day",
        sa.Column("centre", sa.String(64), primary_key=True),
        sa.Column("day", sa.Date, primary_key=True),
        sa.Column("reason", sa.String(120), nullable=False),
    )
    op.create_table(
        "slot",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("centre", sa.String(64), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("service", sa.String(128)),
        sa.Column("title", sa.String(120)),
        sa.Column("provider_id", sa.Integer, sa.ForeignKey("provider.id")),
        sa.Column("room_id", sa.Integer, sa.ForeignKey("room.id")),
        sa.Column("duty_id", sa.Integer, sa.ForeignKey("duty.id")),
        sa.Column("starts_at", UtcDateTime, nullable=False),
        sa.Column("ends_at", UtcDateTime, nullable=False),
        sa.Column("busy_until", UtcDateTime, nullable=False),
        sa.Column("book_until", UtcDateTime, nullable=False),
        sa.Column("seats", sa.Integer, nullable=False),
        sa.Column("taken", sa.Integer, nullable=False),
        sa.Column("rules", sa.JSON, nullable=False),
        sa.Column("withdrawn_at", UtcDateTime),
        sa.Column("withdrawn_because", sa.String(16)),
        sa.Column("created_at", UtcDateTime, nullable=False),
        sa.CheckConstraint("taken >= 0 AND taken <= seats", name="ck_slot_taken"),
        sa.CheckConstraint("starts_at < ends_at AND ends_at <= busy_until", name="ck_slot_times"),
    )
    op.create_index("ix_slot_when", "slot", ["centre", "kind", "starts_at"])
    op.create_index(
        "ix_slot_free",
        "slot",
        ["centre", "kind", "starts_at", "book_until", "service", "provider_id", "taken", "seats", "withdrawn_at"],
        sqlite_where=_FREE,
        postgresql_where=_FREE,
    )
    op.create_index("ix_slot_provider", "slot", ["provider_id", "starts_at"])
    op.create_index("ix_slot_room", "slot", ["room_id", "starts_at"])
    op.create_index("ix_slot_duty_id", "slot", ["duty_id"])
    op.create_table(
        "attendee",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("centre", sa.String(64), nullable=False),
        _account("account_id"),
        sa.Column("relation", sa.String(16), nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("name", sa.String(60)),
        sa.Column("phone", sa.String(20)),
        sa.Column("created_at", UtcDateTime, nullable=False),
        sa.UniqueConstraint("account_id", "centre", "relation", "number"),
    )
    op.create_index("ix_attendee_centre", "attendee", ["centre"])
    op.create_table(
        "booking",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("centre", sa.String(64), nullable=False),
        sa.Column("slot_id", sa.Integer, sa.ForeignKey("slot.id"), nullable=False),
        sa.Column("seat_no", sa.Integer),
        sa.Column("attendee_id", sa.Integer, sa.ForeignKey("attendee.id", ondelete="CASCADE"), nullable=False),
        sa.Column("code", sa.String(12), nullable=False, unique=True),
        sa.Column("uid", sa.String(64), nullable=False, unique=True),
        sa.Column("sequence", sa.Integer, nullable=False),
        sa.Column("starts_at", UtcDateTime, nullable=False),
        sa.Column("ends_at", UtcDateTime, nullable=False),
        sa.Column("beside", sa.Boolean, nullable=False),
        sa.Column("topic", sa.String(24)),
        sa.Column("channel", sa.String(16)),
        sa.Column("chat_id", sa.BigInteger),
        _account("booked_by"),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("confirmed_at", UtcDateTime),
        sa.Column("ended_at", UtcDateTime),
        sa.Column("noted", sa.Boolean, nullable=False),
        sa.Column("created_at", UtcDateTime, nullable=False),
        sa.UniqueConstraint("slot_id", "seat_no"),
    )
    op.create_index(
        "uq_booking_live",
        "booking",
        ["slot_id", "attendee_id"],
        unique=True,
        sqlite_where=_LIVE,
        postgresql_where=_LIVE,
    )
    op.create_index("ix_booking_attendee", "booking", ["attendee_id", "starts_at"])
    op.create_index("ix_booking_booked_by", "booking", ["booked_by"])
    op.create_table(
        "call_task",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("centre", sa.String(64), nullable=False),
        sa.Column("booking_id", sa.Integer, sa.ForeignKey("booking.id", ondelete="CASCADE"), nullable=False),
        sa.Column("reason", sa.String(16), nullable=False),
        sa.Column("made_at", UtcDateTime, nullable=False),
        sa.Column("done_at", UtcDateTime),
        _account("done_by"),
        sa.Column("reached", sa.Boolean),
        sa.UniqueConstraint("booking_id", "reason"),
    )
    op.create_index("ix_call_task_centre", "call_task", ["centre"])
    op.create_table(
        "advice_given",
        sa.Column("id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("centre", sa.String(64), nullable=False),
        sa.Column("month", sa.Date, nullable=False),
        sa.Column("service", sa.String(128), nullable=False),
        sa.Column("topic", sa.String(24), nullable=False),
        sa.Column("minutes", sa.Integer, nullable=False),
        sa.Column("booked", sa.Boolean, nullable=False),
    )
    op.create_index("ix_advice_given_month", "advice_given", ["centre", "month"])
    op.create_table(
        "unmet_wish",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("centre", sa.String(64), nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("topic", sa.String(24)),
        sa.Column("weekday", sa.Integer),
        sa.Column("hour", sa.Integer),
    )
    op.create_index("ix_unmet_wish_day", "unmet_wish", ["centre", "day"])
    op.create_table(
        "code_try",
        sa.Column("id", sa.Integer, primary_key=True),
        _account("account_id", "CASCADE", nullable=False),
        sa.Column("tried_at", UtcDateTime, nullable=False),
    )
    op.create_index("ix_code_try_account_id", "code_try", ["account_id"])
    if op.get_bind().dialect.name == "postgresql":
        for what in ("provider", "room"):
            op.execute(_NEVER_TWICE.format(what=what))
        op.execute(_ONE_PERSON_ONE_PLACE)


def downgrade() -> None:
    for table in _TABLES:
        op.drop_table(table)
