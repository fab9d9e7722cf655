"""Not only which card, but whether to show one: an answer, a choice, or "I don't know"."""

import math
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


SURE, LOST = 0.85, 0.28
"""Above the one a single card is shown, below the other none; between them people choose."""


def decide(evidence: Evidence) -> Outcome:
    """Confident, unsure, or lost."""
    if _chance(evidence, -5.94, 1.59, 1.5, 4.28, 0.33) < LOST:
        return Outcome.UNKNOWN
    # Two cards that are nearly as good are a question to ask, however well both fit.
    if evidence.margin >= 0.1 and _chance(evidence, -6.07, 2.26, 1.36, 3.28, 1.96) >= SURE:
        return Outcome.ANSWER
    return Outcome.CHOICES


def _chance(evidence: Evidence, bias: float, coverage: float, fit: float, strength: float, margin: float) -> float:
    """A logistic regression over the questions of `benchmarks/search.py`, off-topic ones weighing three times.

    In `decide`: that one of the first four cards is right, and that the first one is.
    """
    weighed = (
        bias
        + coverage * evidence.coverage
        + fit * evidence.fit
        + strength * math.log1p(evidence.strength)
        + margin * evidence.margin
    )
    return 1 / (1 + math.exp(-weighed))
