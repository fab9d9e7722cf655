"""Waiting lists: who waits for a place, what became free, to whom it was offered."""

import sqlalchemy as sa
from alembic import op

from bot.storage.types import UtcDateTime

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

_TABLES = ("waiting_offered_seat", "waiting_offer", "vacancy", "waiting_person", "waiting_entry")
_OPEN = sa.text("answered_at IS NULL")
_WAITS = sa.text("ended_at IS NULL")


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.Integer, primary_key=True, nullable=False)


def _to(name: str, to: str, ondelete: str | None = None, *, primary_key: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, sa.ForeignKey(to, ondelete=ondelete), primary_key=primary_key, nullable=False)


def _at(name: str, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, UtcDateTime, nullable=nullable)


def upgrade() -> None:
    op.add_column("slot", sa.Column("waiting", sa.Integer, nullable=False, server_default="0"))
    op.create_table(
        "waiting_entry",
        _id(),
        sa.Column("centre", sa.String(64), nullable=False),
        _to("slot_id", "slot.id"),
        _to("account_id", "account.id", "CASCADE"),
        sa.Column("channel", sa.String(16), nullable=False),
        sa.Column("chat_id", sa.BigInteger, nullable=False),
        sa.Column("people", sa.Integer, nullable=False),
        sa.Column("door", sa.String(24), nullable=False),
        sa.Column("topic", sa.String(24)),
        sa.Column("state", sa.String(8), nullable=False),
        sa.Column("lapses", sa.Integer, nullable=False),
        sa.Column("passed_upto", sa.Integer, nullable=False),
        _at("joined_at"),
        _at("ended_at", True),
    )
    op.create_index(
        "ix_waiting_entry_line", "waiting_entry", ["slot_id", "id"], sqlite_where=_WAITS, postgresql_where=_WAITS
    )
    op.create_index("ix_waiting_entry_account", "waiting_entry", ["account_id"])
    op.create_table(
        "waiting_person",
        _to("entry_id", "waiting_entry.id", "CASCADE", primary_key=True),
        _to("attendee_id", "attendee.id", "CASCADE", primary_key=True),
        _to("slot_id", "slot.id"),
        sa.UniqueConstraint("slot_id", "attendee_id"),
    )
    op.create_index("ix_waiting_person_attendee_id", "waiting_person", ["attendee_id"])
    op.create_table(
        "vacancy",
        _id(),
        sa.Column("centre", sa.String(64), nullable=False),
        _to("slot_id", "slot.id"),
        sa.Column("seat_no", sa.Integer, nullable=False),
        _at("freed_at"),
        _at("filled_at", True),
        sa.Column("how", sa.String(8)),
    )
    op.create_index("ix_vacancy_slot", "vacancy", ["slot_id", "seat_no"])
    op.create_index("ix_vacancy_freed", "vacancy", ["centre", "freed_at"])
    op.create_table(
        "waiting_offer",
        _id(),
        _to("entry_id", "waiting_entry.id", "CASCADE"),
        _at("offered_at"),
        _at("deadline"),
        _at("answered_at", True),
        sa.Column("answer", sa.String(8)),
    )
    op.create_index("ix_waiting_offer_entry_id", "waiting_offer", ["entry_id"])
    op.create_index("ix_waiting_offer_open", "waiting_offer", ["deadline"], sqlite_where=_OPEN, postgresql_where=_OPEN)
    op.create_table(
        "waiting_offered_seat",
        _to("vacancy_id", "vacancy.id", primary_key=True),
        _to("entry_id", "waiting_entry.id", "CASCADE", primary_key=True),
        _to("offer_id", "waiting_offer.id", "CASCADE"),
    )
    op.create_index("ix_waiting_offered_seat_entry_id", "waiting_offered_seat", ["entry_id"])
    op.create_index("ix_waiting_offered_seat_offer_id", "waiting_offered_seat", ["offer_id"])


def downgrade() -> None:
    for table in _TABLES:
        op.drop_table(table)
    op.drop_column("slot", "waiting")
