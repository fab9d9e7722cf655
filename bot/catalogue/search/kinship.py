"""Cards of other centres that describe the same kind of thing lend their words.

The Złota Rączka of one town and that of another are asked for in the same words, but no author thinks
of all of them. Only words are lent, for finding; a card of another centre is never a result.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping

from bot.catalogue.search.corpus import NEED, Line
from bot.catalogue.search.forms import Lexicon, Term

LENT = 0.6
"""How much a word of a twin counts, beside one's own in a need."""
NEAR, TWIN = 0.15, 0.4
"""Likeness (cosine) below which nothing is lent, and from which a card is as good as a twin."""
LENDERS = 6
COMMON = 30
"""Words on more cards than this say nothing about likeness and would cost the most time."""


def lend(cards: Mapping[str, Mapping[str, Iterable[Line]]], lexicon: Lexicon) -> dict[str, dict[Term, float]]:
    """For each card id the terms that it may borrow, with their weights. ``cards``: by centre, by id."""
    centre_of = {id: centre for centre, listed in cards.items() for id in listed}
    counts = {id: _terms(lines, lexicon) for listed in cards.values() for id, lines in listed.items()}
    lent: dict[str, dict[Term, float]] = {}
    for id, likeness in _likenesses(counts, centre_of).items():
        terms: dict[Term, float] = {}
        for other, cosine in sorted(likeness.items(), key=lambda item: -item[1])[:LENDERS]:
            if cosine >= NEAR:
                weight = NEED * LENT * min(1.0, cosine / TWIN)
                for term in counts[other]:
                    terms[term] = max(terms.get(term, 0.0), weight)
        if terms:
            lent[id] = terms
    return lent


def _terms(lines: Iterable[Line], lexicon: Lexicon) -> dict[Term, float]:
    count: dict[Term, float] = {}
    for line in lines:
        if line.phrase:
            for word in set(line.words):
                if word not in lexicon.function:
                    for term in lexicon.terms[line.language, word]:
                        count[term] = count.get(term, 0.0) + line.weight
    return count


def _likenesses(
    counts: Mapping[str, Mapping[Term, float]], centre_of: Mapping[str, str]
) -> dict[str, dict[str, float]]:
    """Cosines between cards of different centres."""
    holders: dict[Term, list[str]] = defaultdict(list)
    for id, terms in counts.items():
        for term in terms:
            holders[term].append(id)
    rarity = {term: math.log(len(counts) / len(held)) for term, held in holders.items()}
    vectors = {
        id: {term: (1 + math.log(count)) * rarity[term] for term, count in terms.items()}
        for id, terms in counts.items()
    }
    lengths = {id: math.sqrt(sum(value * value for value in vector.values())) or 1.0 for id, vector in vectors.items()}
    likeness: dict[str, dict[str, float]] = {id: defaultdict(float) for id in counts}
    for term, held in holders.items():
        if 1 < len(held) <= COMMON:
            for at, one in enumerate(held):
                for other in held[at + 1 :]:
                    if centre_of[one] != centre_of[other]:
                        product = vectors[one][term] * vectors[other][term] / (lengths[one] * lengths[other])
                        likeness[one][other] += product
                        likeness[other][one] += product
    return likeness
