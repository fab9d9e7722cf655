"""The buttons under a conversation's card in a staff room: what stands on each and what it asks for.

They are the same however things stand, so that a step of work costs no call to change them.
"""

from typing import Final

from bot.desk.conversations import Kind

Key = tuple[str, str]
"""The key of its text, and what it asks for: ``dw:<what>:<conversation>`` (`bot.desk.owing.DATA`)."""

_TAKING: Final[list[Key]] = [("staff-button-take", "take"), ("staff-button-release", "release")]
_ENDING: Final[list[Key]] = [
    ("staff-button-pass", "pass"),
    ("staff-button-snooze", "snooze"),
    ("staff-button-close", "close"),
]
_TALK: Final[list[Key]] = [
    ("staff-button-answer", "answer"),
    ("staff-button-card", "card"),
    ("staff-button-slot", "slot"),
    ("staff-button-note", "note"),
]
_CALL: Final[list[Key]] = [
    ("staff-button-phone", "phone"),
    ("staff-button-reached", "reached"),
    ("staff-button-not-reached", "missed"),
]


def rows(kind: str) -> list[list[Key]]:
    """The rows under a card."""
    return [_TAKING, _CALL if kind == Kind.CALLBACK else _TALK, _ENDING]
