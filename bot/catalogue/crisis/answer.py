"""What to say at once to someone in danger, as plain data: the words are in `bot/texts/*/crisis.ftl`."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.catalogue.crisis.net import Caught
from bot.catalogue.model import Phone, Text


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """A way to reach somebody. ``text`` is a text key; with a ``note`` it takes ``note`` in the reader's language."""

    number: str
    """As people dial it; empty when only ``url`` is there."""
    text: str
    url: str | None = None
    note: Text | None = None
    example: bool = False
    """A number of the demonstration: must be shown as one."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Text keys and lines, in the order in which they are shown. Nothing else goes with it: no card, no rating."""

    opening: tuple[str, ...]
    lines: tuple[AnswerLine, ...]
    closing: tuple[str, ...]


def answer(caught: Caught, *, centre_crisis_phones: Sequence[Phone] = (), somebody_reads_now: bool) -> Answer:
    """The answer to a caught message. ``somebody_reads_now``: a person of the centre is at the desk this minute."""
    own = [
        AnswerLine(
            phone.number,
            "crisis-line-centre-noted" if phone.description else "crisis-line-centre",
            note=phone.description,
            example=phone.example,
        )
        for phone in centre_crisis_phones
    ]
    lines: list[AnswerLine] = []
    for line in caught.lines:
        lines += own if line is None else [AnswerLine(line.number, line.text, line.url)]
    who = "-child" if caught.child and caught.kind in _SAID_TO_CHILDREN else ""
    # A child is believed at once, and so is whoever tells of violence.
    doubted = not caught.certain and not caught.child and caught.kind in _DOUBTED
    opening = ("crisis-maybe", f"crisis-{caught.kind}{who}") if doubted else (f"crisis-{caught.kind}{who}",)
    written = any(line.url for line in lines)
    closing = ["crisis-cannot-speak"] if caught.kind in _WRITTEN and not caught.child and not written else []
    if caught.kind in _WATCHED:
        closing.append("crisis-leave-no-trace")
    closing.append("crisis-somebody-reads" if somebody_reads_now else "crisis-nobody-reads")
    return Answer(opening, tuple(lines), tuple(closing))


_SAID_TO_CHILDREN = frozenset({"suicide", "self-harm", "violence", "sexual-violence"})
"""Kinds with words of their own for a child who writes."""

_DOUBTED = frozenset({"suicide", "self-harm", "voices", "no-roof", "danger-now", "missing", "someone-else"})
"""Kinds whose words may also stand for something lighter."""

_WRITTEN = frozenset({"suicide", "self-harm", "violence", "sexual-violence"})
"""Here an adult who cannot speak is told of the chat for adults in crisis (116sos.pl)."""

_WATCHED = frozenset({"violence", "sexual-violence", "child-harm"})
"""Somebody may look into the phone afterwards."""
