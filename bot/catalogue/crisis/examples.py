"""What the rules do not know by name: a guess from example sentences that people can read and add to.

`data/crisis/examples/*.tsv` hold sentences of danger and of everyday life. `teach` weighs the words
and parts of words that tell them apart (logistic regression); the weights are kept beside the
examples, so that nothing has to be taught at start. A coarser count says which kind of danger a
text is nearest to.
"""

import hashlib
import math
import random
import re
import unicodedata
from array import array
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Final
from zlib import crc32

BUCKETS: Final = 1 << 17
"""Weights; each feature has one by its hash. Two features that share one blur each other a little."""
LONGEST: Final = 1500
"""Letters of a message that are looked at."""
SCALE: Final = 24.0
"""A weight is kept as a byte: this many steps to one."""
EPOCHS: Final = 12
KINDS: Final = (
    "suicide",
    "self-harm",
    "violence",
    "sexual-violence",
    "child-harm",
    "voices",
    "no-roof",
    "danger-now",
    "missing",
    "someone-else",
)
"""The kinds of the examples' first column, in the order of the kept weights."""
KIND_BUCKETS: Final = 1 << 13
_WORD = re.compile(r"[^\W_]+")
_WEIGHTS: Final = "weights.bin"
_DIGEST = 32


def features(text: str) -> list[int]:
    """The buckets of a text's words, pairs of words, and parts of words of three to five letters."""
    text = unicodedata.normalize("NFKD", text[:LONGEST].lower()).replace("ł", "l")
    words = _WORD.findall("".join(letter for letter in text if not unicodedata.combining(letter)))
    found = set(words)
    found.update(f"{one} {two}" for one, two in pairwise(words))
    for word in set(words):
        padded = f"_{word[:30]}_"
        found.update(padded[i : i + n] for n in (3, 4, 5) for i in range(len(padded) - n + 1))
    return [crc32(feature.encode()) % BUCKETS for feature in found]


class Examples:
    """The weights made ready. ``score`` above 0 looks more like danger than like everyday life."""

    def __init__(self, weights: "array[int]", kinds: "array[int]", bias: float) -> None:
        self._weights = weights
        self._kinds = kinds
        self._bias = bias

    @classmethod
    def load(cls, folder: Path) -> "Examples | None":
        """The weights in a folder of examples; None where none were taught."""
        file = folder / _WEIGHTS
        if not file.exists():
            return None
        raw = file.read_bytes()
        header = array("f", raw[_DIGEST : _DIGEST + 4])
        weights = array("b", raw[_DIGEST + 4 :])
        if len(weights) != BUCKETS + len(KINDS) * KIND_BUCKETS:
            return None
        return cls(weights[:BUCKETS], weights[BUCKETS:], header[0])

    def score(self, text: str) -> float:
        """How much a text looks like the examples of danger: about the logarithm of the odds."""
        found = features(text)
        if not found:
            return self._bias
        weights = self._weights
        return self._bias + sum([weights[bucket] for bucket in found]) / SCALE / math.sqrt(len(found))

    def kind(self, text: str) -> str:
        """The kind of danger whose examples a text is nearest to."""
        found = [bucket % KIND_BUCKETS for bucket in features(text)]
        kinds = self._kinds
        sums = [sum([kinds[number * KIND_BUCKETS + bucket] for bucket in found]) for number in range(len(KINDS))]
        return KINDS[max(range(len(KINDS)), key=sums.__getitem__)]


def read_examples(folder: Path) -> tuple[list[tuple[str, str]], list[str]]:
    """(kind, sentence) of danger from `danger*.tsv`, sentences of everyday life from `ordinary*.tsv`."""
    danger = [(line[0], line[2]) for line in _lines(folder, "danger*.tsv")]
    return danger, [line[2] for line in _lines(folder, "ordinary*.tsv")]


def _lines(folder: Path, pattern: str) -> list[list[str]]:
    """The lines of three columns: kind or topic, language, sentence. Comments begin with #."""
    lines = [line for file in sorted(folder.glob(pattern)) for line in file.read_text("utf-8").splitlines()]
    return [line.split("\t") for line in lines if line.count("\t") == 2 and not line.startswith("#")]


def digest(folder: Path) -> bytes:
    """A fingerprint of the example files, by which stale weights are known."""
    seen = hashlib.sha256()
    for file in sorted(folder.glob("*.tsv")):
        seen.update(file.read_bytes())
    return seen.digest()


def is_fresh(folder: Path) -> bool:
    """Whether the weights were taught from the examples as they are."""
    file = folder / _WEIGHTS
    return file.exists() and file.read_bytes()[:_DIGEST] == digest(folder)


def teach(folder: Path, more_ordinary: Iterable[str] = ()) -> Examples:
    """Weigh the examples and keep the weights beside them. Takes a minute; the same examples give the same weights.

    ``more_ordinary``: the cards' own words, counted less than a whole sentence.
    """
    danger, ordinary = read_examples(folder)
    told = [(kind, features(text)) for kind, text in danger]
    lessons = [(found, 1.0, 1.0) for _, found in told]
    lessons += [(features(text), 0.0, 1.0) for text in ordinary]
    lessons += [(features(text), 0.0, 0.3) for text in more_ordinary]
    weights, bias = _regression([lesson for lesson in lessons if lesson[0]])
    kept = array("b", (max(-127, min(127, round(weight * SCALE))) for weight in weights))
    kinds = _kinds(told)
    (folder / _WEIGHTS).write_bytes(digest(folder) + array("f", [bias]).tobytes() + kept.tobytes() + kinds.tobytes())
    return Examples(kept, kinds, array("f", [bias])[0])


def _kinds(told: Sequence[tuple[str, list[int]]]) -> "array[int]":
    """For each kind, how much oftener a feature stands in its sentences than in the others' (naive Bayes)."""
    kept = array("b")
    for kind in KINDS:
        mine, others = [0.5] * KIND_BUCKETS, [0.5] * KIND_BUCKETS
        for other, found in told:
            counts = mine if other == kind else others
            for bucket in found:
                counts[bucket % KIND_BUCKETS] += 1
        all_mine, all_others = sum(mine), sum(others)
        odds = (math.log(m / all_mine) - math.log(o / all_others) for m, o in zip(mine, others, strict=True))
        kept.extend(max(-127, min(127, round(SCALE * odd))) for odd in odds)
    return kept


def _regression(lessons: Sequence[tuple[list[int], float, float]]) -> tuple[list[float], float]:
    """Logistic regression by AdaGrad over (features, answer, importance); steady for the same lessons."""
    order = random.Random(1)
    weights, squares = [0.0] * BUCKETS, [1e-6] * BUCKETS
    bias, bias_square = 0.0, 1e-6
    rows = [(found, 1 / math.sqrt(len(found)), answer, importance) for found, answer, importance in lessons]
    for _ in range(EPOCHS):
        order.shuffle(rows)
        for found, each, answer, importance in rows:
            guess = bias + each * sum([weights[bucket] for bucket in found])
            slip = importance * (1 / (1 + math.exp(-max(-30.0, min(30.0, guess)))) - answer)
            if abs(slip) < 1e-3:
                continue
            bias_square += slip * slip
            bias -= 0.3 * slip / math.sqrt(bias_square)
            step = slip * each
            gained, rate = step * step, 0.6 * step
            for bucket in found:
                squares[bucket] += gained
                weights[bucket] -= rate / math.sqrt(squares[bucket])
    return weights, bias
