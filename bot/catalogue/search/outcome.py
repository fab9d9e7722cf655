"""Not only which card, but whether to show one: an answer, a choice, or "I don't know"."""

from dataclasses import dataclass
from enum import StrEnum

MOST = 5
"""Cards in a result at most."""


class Outcome(StrEnum):
    ANSWER = "answer"
    CHOICES = "choices"
    UNKNOWN = "unknown"
    SMALLTALK = "smalltalk"
    CRISIS = "crisis"
    """Never decided here: the crisis net runs before the search and on its own."""


@dataclass(frozen=True)
class Hit:
    id: str
    score: float


@dataclass(frozen=True)
class Found:
    """What a question leads to. ``results`` are best first, and empty unless there is a card to show."""

    outcome: Outcome
    results: tuple[Hit, ...] = ()


@dataclass(frozen=True)
class Evidence:
    """What speaks for the best card."""

    coverage: float = 0.0
    """The part of the question's weight that the card explains, 0 to 1."""
    fit: float = 0.0
    """How completely the card's best phrase stands in the question, 0 to 1."""
    strength: float = 0.0
    """The card's score in units of one rare word found in a need."""
    margin: float = 0.0
    """How far the next card is behind, 0 to 1."""


def decide(evidence: Evidence) -> Outcome:
    """Confident, unsure, or lost. The limits were set on the development questions."""
    support = evidence.coverage * evidence.fit
    if evidence.strength < 1.0 or (support < 0.08 and evidence.strength < 2.5):
        return Outcome.UNKNOWN
    strong = evidence.strength >= 4.0 or support >= 0.3
    if strong and evidence.margin >= 0.15:
        return Outcome.ANSWER
    return Outcome.CHOICES
