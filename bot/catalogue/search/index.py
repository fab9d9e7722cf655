"""Ranking a centre's cards for a question."""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from bot.catalogue.catalogue import Card
from bot.catalogue.model import Text
from bot.catalogue.search.commonwords import FUNCTION, TALK
from bot.catalogue.search.folding import keys, words
from bot.catalogue.search.forms import Lexicon, Term
from bot.catalogue.search.outcome import MOST, Evidence, Found, Hit, Outcome, decide
from bot.catalogue.search.vocabulary import Matches, Vocabulary

NAME, ALTERNATE, NEED, TEXT = 3.0, 2.4, 1.8, 0.5
"""How much a word weighs by the field that it stands in."""
PHRASE = 1.2
"""How much the best fitting phrase adds to its single words."""
WEAK = 0.12
"""How much a function word counts: next to nothing, but "Klub Mam" is a name."""
UNKNOWN_MASS = 1.0
LONGEST = 60
"""Words of a question that are looked at."""


@dataclass
class _Phrase:
    card: int
    weight: float
    mass: float = 0.0


@dataclass
class _Postings:
    cards: dict[int, float] = field(default_factory=dict)
    phrases: list[int] = field(default_factory=list)
    idf: float = 0.0


def fields_of(card: Card) -> Iterable[tuple[str, str, float, bool]]:
    """(language, text, weight, is a phrase) of all that a card can be found by."""
    service = card.service
    yield "pl", service.official_name, NAME, True
    for language, text in _texts(service.name):
        yield language, text, NAME, True
    for listed, weight in ((service.alternate_names, ALTERNATE), (service.needs, NEED)):
        for language in ("pl", "uk", "ru", "en"):
            for phrase in getattr(listed, language):
                yield language, phrase, weight, True
    for more in (service.description, service.eligibility, service.more):
        for language, text in _texts(more):
            yield language, text, TEXT, False


def _texts(text: Text | None) -> Iterable[tuple[str, str]]:
    if text is not None:
        for language in ("pl", "uk", "en"):
            if (written := getattr(text, language)) is not None:
                yield language, written


def tokens_of(cards: Iterable[Card]) -> set[tuple[str, str]]:
    """Every (language, word) of these cards, for the lexicon."""
    return {(language, word) for card in cards for language, text, _, _ in fields_of(card) for word in words(text)}


class SearchIndex:
    """One centre's cards. Immutable; build a new one when the cards change."""

    def __init__(self, cards: Sequence[Card], lexicon: Lexicon) -> None:
        self._ids = [card.id for card in cards]
        self._phrases: list[_Phrase] = []
        self._postings: dict[Term, _Postings] = defaultdict(_Postings)
        inside: list[list[tuple[Term, ...]]] = []
        for number, card in enumerate(cards):
            for language, text, weight, is_phrase in fields_of(card):
                groups = [lexicon.terms_of(language, word) for word in words(text) if keys(word)[0] not in FUNCTION]
                if weight == NAME and not groups:
                    groups = [lexicon.terms_of(language, word) for word in words(text)]
                for term in {term for group in groups for term in group}:
                    held = self._postings[term].cards
                    held[number] = max(held.get(number, 0.0), weight)
                if is_phrase and groups:
                    for term in {term for group in groups for term in group}:
                        self._postings[term].phrases.append(len(self._phrases))
                    self._phrases.append(_Phrase(number, weight))
                    inside.append(groups)
        count = len(cards)
        for entry in self._postings.values():
            entry.idf = math.log(1 + (count - len(entry.cards) + 0.5) / (len(entry.cards) + 0.5))
        for phrase, held_groups in zip(self._phrases, inside, strict=True):
            phrase.mass = sum(min((self._postings[term].idf for term in group), default=0.0) for group in held_groups)
        self._unknown_idf = math.log(1 + (count + 0.5) / 0.5)
        self.vocabulary = Vocabulary(lexicon, self._postings)

    @classmethod
    def build(cls, cards: Iterable[Card], lexicon: Lexicon | None = None) -> "SearchIndex":
        """Index these cards. Several centres share one lexicon: making it is most of the work."""
        listed = tuple(cards)
        return cls(listed, lexicon or Lexicon(tokens_of(listed)))

    def search(self, query: str) -> Found:
        """What to show for a question of a person of this centre."""
        typed = [keys(word)[0] for word in words(query)[:LONGEST]]
        if any(key in TALK for key in typed) and all(key in TALK or key in FUNCTION for key in typed):
            return Found(Outcome.SMALLTALK)
        hits, evidence = self.rank(query)
        outcome = decide(evidence)
        if outcome is Outcome.UNKNOWN:
            return Found(outcome)
        return Found(outcome, tuple(hits[:MOST]))

    def rank(self, query: str) -> tuple[list[Hit], Evidence]:
        """All cards with anything in common with the question, best first."""
        matched = self._matches(words(query)[:LONGEST])
        totals: dict[int, float] = defaultdict(float)
        explained: dict[int, float] = defaultdict(float)
        phrases: dict[int, float] = defaultdict(float)
        mass = 0.0
        for matches, importance in matched:
            best: dict[int, float] = {}
            seen: dict[int, float] = {}
            in_phrase: dict[int, float] = {}
            word_mass = 0.0
            for term, strength in matches:
                entry = self._postings.get(term)
                if entry is None:
                    continue
                value = strength * entry.idf
                word_mass = max(word_mass, entry.idf)
                for card, weight in entry.cards.items():
                    if value * weight > best.get(card, 0.0):
                        best[card] = value * weight
                    if value > seen.get(card, 0.0):
                        seen[card] = value
                for number in entry.phrases:
                    if value > in_phrase.get(number, 0.0):
                        in_phrase[number] = value
            mass += importance * (word_mass or self._unknown_idf * UNKNOWN_MASS)
            for card, value in best.items():
                totals[card] += importance * value
            for card, value in seen.items():
                explained[card] += importance * value
            for number, value in in_phrase.items():
                phrases[number] += importance * value
        top: dict[int, float] = {}
        whole: dict[int, float] = {}
        for number, value in phrases.items():
            phrase = self._phrases[number]
            fit = min(1.0, value / phrase.mass) if phrase.mass else 0.0
            bonus = value * fit * phrase.weight
            if bonus > top.get(phrase.card, 0.0):
                top[phrase.card] = bonus
            whole[phrase.card] = max(whole.get(phrase.card, 0.0), fit)
        for card, bonus in top.items():
            totals[card] += PHRASE * bonus
        ranked = sorted(totals.items(), key=lambda item: (-item[1], item[0]))
        if not ranked:
            return [], Evidence()
        first, score = ranked[0]
        second = ranked[1][1] if len(ranked) > 1 else 0.0
        evidence = Evidence(
            coverage=explained[first] / mass if mass else 0.0,
            fit=whole.get(first, 0.0),
            strength=score / (self._unknown_idf * NEED),
            margin=(score - second) / score if score else 0.0,
        )
        return [Hit(self._ids[card], round(value, 4)) for card, value in ranked], evidence

    def _matches(self, typed: list[str]) -> list[tuple[Matches, float]]:
        found: list[tuple[Matches, float]] = []
        for place, word in enumerate(typed):
            weak = keys(word)[0] in FUNCTION
            last = place == len(typed) - 1
            matches = self.vocabulary.look_up(word, cut_off=last and len(typed) <= 3 and not weak)
            if not matches and place + 1 < len(typed):
                matches = self.vocabulary.pair(word, typed[place + 1])
            found.append((matches, WEAK if weak else 1.0))
        return found
