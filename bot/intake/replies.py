"""A handler's answer: a list of Bot API methods, and how it is kept in the database."""

from collections.abc import Sequence
from typing import Any

from aiogram import methods
from aiogram.methods import TelegramMethod

Reply = TelegramMethod[Any]
Replies = Sequence[Reply]
"""What a handler returns. Sent in order, after COMMIT, never by the handler itself."""


def to_rows(replies: Replies) -> list[dict[str, Any]]:
    """Plain JSON of the methods: the name and only the arguments that were given."""
    return [
        {"method": type(reply).__name__, "args": reply.model_dump(mode="json", exclude_unset=True)} for reply in replies
    ]


def from_rows(rows: Sequence[dict[str, Any]]) -> list[Reply]:
    """The methods of a row, ready to be sent again."""
    return [getattr(methods, row["method"]).model_validate(row["args"]) for row in rows]
