"""Unanswered questions and the words added because of them."""

import sqlalchemy as sa
from alembic import op

from bot.storage.types import UtcDateTime

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "word_addition",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("centre", sa.String(64), nullable=False),
        sa.Column("card", sa.String(128)),
        sa.Column("words", sa.JSON, nullable=False),
        sa.Column("author", sa.Integer, sa.ForeignKey("account.id", ondelete="SET NULL")),
        sa.Column("added_at", UtcDateTime, nullable=False),
        sa.Column("undone_by", sa.Integer, sa.ForeignKey("account.id", ondelete="SET NULL")),
        sa.Column("undone_at", UtcDateTime),
    )
    op.create_index("ix_word_addition_centre", "word_addition", ["centre"])
    op.create_table(
        "unanswered_question",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("centre", sa.String(64), nullable=False),
        sa.Column("language", sa.String(2), nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("text", sa.String(400), nullable=False),
        sa.Column("addition_id", sa.Integer, sa.ForeignKey("word_addition.id", ondelete="SET NULL")),
    )
    for column in ("centre", "day", "addition_id"):
        op.create_index(f"ix_unanswered_question_{column}", "unanswered_question", [column])


def downgrade() -> None:
    op.drop_table("unanswered_question")
    op.drop_table("word_addition")
