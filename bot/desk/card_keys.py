"""The buttons under a conversation's card in a staff room: what stands on each and what it asks for.

They are the same however things stand, so that a step of work costs no call to change them.
"""

from typing import Final

from bot.desk.conversations import Kind

Key = tuple[str, str]
"""The key of its text, and what it asks for: ``dw:<what>:<conversation>`` (`bot.desk.owing.DATA`)."""

_TAKING: Final[list[Key]] = [("desk-button-take", "take"), ("room-button-release", "release")]
_ENDING: Final[list[Key]] = [
    ("room-button-pass", "pass"),
    ("room-button-snooze", "snooze"),
    ("desk-button-close", "close"),
]
_TALK: Final[list[Key]] = [
    ("room-button-answer", "answer"),
    ("room-button-card", "card"),
    ("room-button-slot", "slot"),
    ("room-button-note", "note"),
]
_CALL: Final[list[Key]] = [
    ("room-button-phone", "phone"),
    ("room-button-reached", "reached"),
    ("room-button-not-reached", "missed"),
]


def rows(kind: str) -> list[list[Key]]:
    """The rows under a card."""
    return [_TAKING, _CALL if kind == Kind.CALLBACK else _TALK, _ENDING]
