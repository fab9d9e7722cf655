"""What Okienko could not answer, and the words that the organiser added because of it."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Column
from sqlmodel import Field, SQLModel

from bot.storage.types import UtcDateTime


class WordAddition(SQLModel, table=True):
    """One decision of an organiser about questions alike: words for a card, or "belongs to no card".

    Kept for good, undone or not: it is the history of the catalogue's words.
    """

    __tablename__ = "word_addition"

    id: int | None = Field(default=None, primary_key=True)
    centre: str = Field(max_length=64, index=True)
    card: str | None = Field(default=None, max_length=128)
    """The fixed id; None when the questions were put aside. No foreign key: a card may go and come back."""
    words: list[dict[str, Any]] = Field(sa_column=Column(JSON, nullable=False))
    """``{"field", "language", "text"}`` each: where in the card's `Words` the text goes."""
    author: int | None = Field(default=None, foreign_key="account.id", ondelete="SET NULL")
    added_at: datetime = Field(sa_type=UtcDateTime)
    undone_by: int | None = Field(default=None, foreign_key="account.id", ondelete="SET NULL")
    undone_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class UnansweredQuestion(SQLModel, table=True):
    """A masked question without an answer. Nothing here tells who asked, nor at what hour."""

    __tablename__ = "unanswered_question"

    id: int | None = Field(default=None, primary_key=True)
    centre: str = Field(max_length=64, index=True)
    language: str = Field(max_length=2)
    """The language of the words: pl, uk, en or ru."""
    day: date = Field(index=True)
    """The day in Warsaw."""
    text: str = Field(max_length=400)
    addition_id: int | None = Field(default=None, foreign_key="word_addition.id", index=True, ondelete="SET NULL")
    """The decision that answers it; None while it waits for one."""
