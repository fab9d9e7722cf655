"""What the buttons of waiting lists carry. Prefixes are never reused: they stand on messages that people keep.

``wa`` and ``wo`` are also built by `bot.places.waiting_kinds`.
"""

from aiogram.filters.callback_data import CallbackData

from bot.places.waiting_kinds import ANSWER, OPEN


class JoinLine(CallbackData, prefix="wj"):
    """Stand in the line for a slot, for one person as in booking; shifts are for oneself."""

    slot: int
    topic: str = ""
    relation: str = "self"
    number: int = 1


class OpenLine(CallbackData, prefix=OPEN):
    """How a place in a line stands."""

    id: int


class AnswerOffer(CallbackData, prefix=ANSWER):
    """``what`` is one of `bot.places.waiting_states.Answer`; ``beside``: they know what they have then."""

    id: int
    what: str
    beside: bool = False


class LeaveLine(CallbackData, prefix="wx"):
    """First asked, then done."""

    id: int
    sure: bool = False
