"""Ranking a centre's cards for a question."""

import math
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from heapq import nlargest

from bot.catalogue.catalogue import Card
from bot.catalogue.search.commonwords import TALK, is_function
from bot.catalogue.search.corpus import ALTERNATE, NEED, Line, lines_of
from bot.catalogue.search.folding import keys, words
from bot.catalogue.search.forms import Lexicon, Term, grams
from bot.catalogue.search.outcome import MOST, Evidence, Found, Hit, Outcome, decide
from bot.catalogue.search.vocabulary import Matches, Spellings, Vocabulary

PHRASE = 0.7
"""How much the best fitting phrase adds to its single words."""
REPEATED = 0.25
"""How much a word gains that stands in several phrases of a card, by the logarithm of their number."""
GRAMS = 1.4
"""How much the parts of words add: they find relatives ("sąsiad", "po sąsiedzku") that share no form."""
NAMED, WHOLE = 0.5, 0.85
"""How much a whole name of several words adds, and how whole it must be."""
WEAK = 0.12
"""How much a function word counts: next to nothing, but "Klub Mam" is a name."""
MANY, VISITS, CANDIDATES = 2000, 40_000, 150
"""With more cards than the first, only so many entries are visited for only so many candidates."""
LONGEST = 60
"""Words of a question that are looked at."""


@dataclass(slots=True)
class _Postings:
    """Where a term (or a part of words) stands: tuples, because dicts would take five times the memory."""

    cards: tuple[int, ...]
    weights: tuple[float, ...]
    phrases: tuple[int, ...]
    idf: float


@dataclass(slots=True)
class _Phrase:
    card: int
    weight: float
    named: bool
    """It is a name of several words; all of them together mean this card, however common each is."""
    mass: float = 0.0


@dataclass(frozen=True, slots=True)
class _Word:
    matches: Matches
    grams: tuple[str, ...]
    importance: float


class _Raw:
    """What an index is made from, before it is packed: card and weight in turn, phrases by number."""

    def __init__(self) -> None:
        self.terms: dict[Term, list[float]] = defaultdict(list)
        self.owners: Counter[Term] = Counter()
        self.grams: dict[str, list[float]] = defaultdict(list)
        self.phrases: dict[Term, list[int]] = defaultdict(list)


class _Packing:
    """Makes postings, equal ones only once: most words stand on one card in one weight."""

    def __init__(self, idf: Callable[[int], float]) -> None:
        self._idf = lru_cache(maxsize=None)(idf)
        self._numbers: dict[float, float] = {}
        """There are few different weights."""
        # Apart, because (1.0,) and (1,) are equal.
        self._whole: dict[tuple[int, ...], tuple[int, ...]] = {}
        self._broken: dict[tuple[float, ...], tuple[float, ...]] = {}
        self._without_phrases: dict[tuple[float, ...], _Postings] = {}

    def parts(self, held: Sequence[float]) -> _Postings:
        """Postings of a part of words, from card and weight in turn."""
        key = tuple(held)
        if (made := self._without_phrases.get(key)) is None:
            made = self._without_phrases[key] = self.postings(held, (), len(held) // 2)
        return made

    def postings(self, held: Sequence[float], phrases: Iterable[int], owners: int) -> _Postings:
        """Postings of a term, from card and weight in turn."""
        cards: tuple[int, ...] = tuple(held[::2])  # type: ignore[arg-type]
        weights = tuple([self._numbers.setdefault(weight, weight) for weight in held[1::2]])
        return _Postings(
            self._whole.setdefault(cards, cards),
            self._broken.setdefault(weights, weights),
            tuple(phrases),
            self._idf(owners),
        )


class SearchIndex:
    """One centre's cards. Immutable; build a new one when the cards change."""

    def __init__(
        self,
        cards: Sequence[tuple[str, Sequence[Line]]],
        lexicon: Lexicon,
        spellings: Spellings,
        borrowed: Mapping[str, Mapping[Term, float]],
    ) -> None:
        self._ids = [id for id, _ in cards]
        self._rare = self._idf(0)
        self._phrases: list[_Phrase] = []
        self._starts: list[int] = []
        """The number of each card's first phrase; a card's phrases stand together."""
        self._beside: dict[str, set[Term]] = defaultdict(set)
        raw = _Raw()
        masses = [
            mass
            for number, (id, lines) in enumerate(cards)
            for mass in self._add(number, lines, lexicon, raw, borrowed.get(id, {}))
        ]
        self._starts.append(len(self._phrases))
        packed = _Packing(self._idf)
        self._postings = {
            # How rare a word is, its owners say; only a word without one is rated by its borrowers.
            term: packed.postings(held, raw.phrases.pop(term, ()), raw.owners[term] or len(held) // 2)
            for term, held in raw.terms.items()
        }
        for phrase, groups in zip(self._phrases, masses, strict=True):
            phrase.mass = sum(min([self._postings[term].idf for term in group]) for group in groups if group)
        self._grams = {gram: packed.parts(held) for gram, held in raw.grams.items()}
        self._vocabulary = Vocabulary(spellings, self._postings)

    @classmethod
    def build(cls, cards: Iterable[Card]) -> "SearchIndex":
        """Index one centre on its own. `bot.catalogue.search.Search` does all of them, better and faster."""
        listed = [(card.id, lines_of(card)) for card in cards]
        lexicon = Lexicon(line for _, lines in listed for line in lines)
        return cls(listed, lexicon, Spellings(lexicon), {})

    def search(self, query: str) -> Found:
        """What to show for a question of a person of this centre."""
        typed = words(query)[:LONGEST]
        talk = [keys(word)[0] in TALK for word in typed]
        if any(talk) and all(is_talk or is_function(word) for is_talk, word in zip(talk, typed, strict=True)):
            return Found(Outcome.SMALLTALK)
        hits, evidence = self.rank(query)
        outcome = decide(evidence)
        if outcome is Outcome.UNKNOWN:
            return Found(outcome)
        return Found(outcome, tuple(hits[:MOST]))

    def knows(self, word: str) -> bool:
        """Whether a word (lower case) stands on the cards, in any form of it."""
        return self._vocabulary.knows(word)

    def rank(self, query: str) -> tuple[list[Hit], Evidence]:
        """All cards with anything in common with the question, best first, and what speaks for the first."""
        totals: dict[int, float] = defaultdict(float)
        explained: dict[int, float] = defaultdict(float)
        phrases: dict[int, float] = defaultdict(float)
        read = self._read(words(query)[:LONGEST])
        among = self._candidates(read)
        mass = 0.0
        for word in read:
            mass += self._score(word, among, totals, explained, phrases)
        fits: dict[int, float] = {}
        bonuses: dict[int, float] = {}
        named: dict[int, float] = {}
        for number, value in phrases.items():
            phrase = self._phrases[number]
            fit = min(1.0, value / phrase.mass) if phrase.mass else 0.0
            fits[phrase.card] = max(fits.get(phrase.card, 0.0), fit)
            bonuses[phrase.card] = max(bonuses.get(phrase.card, 0.0), value * fit * phrase.weight)
            if phrase.named and fit > WHOLE:
                named[phrase.card] = max(named.get(phrase.card, 0.0), phrase.weight * self._rare)
        for card, bonus in bonuses.items():
            totals[card] += PHRASE * bonus
        for card, bonus in named.items():
            totals[card] += NAMED * bonus
        ranked = sorted(totals.items(), key=lambda item: (-item[1], item[0]))
        if not ranked:
            return [], Evidence()
        first, score = ranked[0]
        second = ranked[1][1] if len(ranked) > 1 else 0.0
        evidence = Evidence(
            coverage=explained[first] / mass if mass else 0.0,
            fit=fits.get(first, 0.0),
            strength=score / (self._rare * NEED),
            margin=(score - second) / score if score else 0.0,
        )
        return [Hit(self._ids[card], round(value, 4)) for card, value in ranked], evidence

    def _idf(self, cards: int) -> float:
        return math.log(1 + (len(self._ids) + 1) / (cards + 0.5))

    def _add(
        self, number: int, lines: Iterable[Line], lexicon: Lexicon, raw: _Raw, borrowed: Mapping[Term, float]
    ) -> list[list[tuple[Term, ...]]]:
        """Take one card in; the terms of each word of each phrase are given back."""
        self._starts.append(len(self._phrases))
        listed = []
        function, terms_of = lexicon.function, lexicon.terms
        weights: dict[Term, float] = {}
        times: Counter[Term] = Counter()
        seen: dict[str, float] = {}
        for line in lines:
            weight = line.weight
            telling = [word for word in line.words if word not in function]
            if weight >= ALTERNATE and len(telling) < len(line.words):
                telling = self._name(line, lexicon)
            language = line.language
            groups = [terms_of[language, word] for word in telling]
            terms = {term for group in groups for term in group}
            for term in terms:
                if weights.get(term, 0.0) < weight:
                    weights[term] = weight
            for word in telling:
                if seen.get(word, 0.0) < weight:
                    seen[word] = weight
            if line.phrase and terms:
                times.update(terms)
                for term in terms:
                    raw.phrases[term].append(len(self._phrases))
                self._phrases.append(_Phrase(number, weight, weight >= ALTERNATE and len(telling) > 1))
                listed.append(groups)
        raw.owners.update(weights)
        for term, count in times.items():
            if count > 1:
                weights[term] *= 1 + REPEATED * math.log(count)
        for term, weight in borrowed.items():
            if weights.get(term, 0.0) < weight:
                weights[term] = weight
        for term, weight in weights.items():
            raw.terms[term] += (number, weight)
        parts: dict[str, float] = {}
        for word, weight in seen.items():
            for gram in lexicon.grams_of(word):
                if parts.get(gram, 0.0) < weight:
                    parts[gram] = weight
        for gram, weight in parts.items():
            raw.grams[gram] += (number, weight)
        return listed

    def _name(self, line: Line, lexicon: Lexicon) -> list[str]:
        """The words of a name that count; what stands beside a function word in it is kept for `_read`."""
        telling = []
        for place, word in enumerate(line.words):
            if word not in lexicon.function:
                telling.append(word)
            elif lexicon.may_name(line.language, word):
                telling.append(word)
                for other in line.words[max(0, place - 1) : place + 2]:
                    if other != word:
                        self._beside[lexicon.key_of(word)].update(lexicon.terms[line.language, other])
        return telling or list(line.words)

    def _read(self, typed: list[str]) -> list[_Word]:
        weak = [is_function(word) for word in typed]
        matches = []
        for place, word in enumerate(typed):
            last = place == len(typed) - 1
            found = self._vocabulary.look_up(word, cut_off=last and len(typed) <= 3 and not weak[place])
            if not found and not last:
                found = self._vocabulary.pair(word, typed[place + 1])
            matches.append(found)
        read = []
        for place, word in enumerate(typed):
            key = keys(word)[0]
            if weak[place] and (beside := self._beside.get(key)):
                around = matches[max(0, place - 1) : place] + matches[place + 1 : place + 2]
                weak[place] = not any(term in beside for found in around for term, _ in found)
            read.append(_Word(matches[place], () if weak[place] else grams(key), WEAK if weak[place] else 1.0))
        return read

    def _candidates(self, read: list[_Word]) -> list[int] | None:
        """The cards worth a close look where there are too many for all, in order; None for all of them."""
        if len(self._ids) <= MANY:
            return None
        found = [(self._postings[term], strength * word.importance) for word in read for term, strength in word.matches]
        found.sort(key=lambda item: len(item[0].cards))
        totals: dict[int, float] = defaultdict(float)
        visited = 0
        for entry, strength in found:
            visited += len(entry.cards)
            if visited > VISITS and totals:
                break
            value = strength * entry.idf
            for card, weight in zip(entry.cards[:VISITS], entry.weights, strict=False):
                totals[card] += value * weight
        return sorted(nlargest(CANDIDATES, totals, key=totals.__getitem__))

    def _standing(self, entry: _Postings, among: list[int] | None) -> Iterator[tuple[int, float]]:
        """The cards of these postings with their weights, or those of them that are among some."""
        if among is None:
            yield from zip(entry.cards, entry.weights, strict=True)
            return
        for card in among:
            at = bisect_left(entry.cards, card)
            if at < len(entry.cards) and entry.cards[at] == card:
                yield card, entry.weights[at]

    def _in_phrases(self, entry: _Postings, among: list[int] | None) -> Iterable[int]:
        if among is None:
            return entry.phrases
        numbers = entry.phrases
        return (
            number
            for card in among
            for number in numbers[
                bisect_left(numbers, self._starts[card]) : bisect_left(numbers, self._starts[card + 1])
            ]
        )

    def _score(
        self,
        word: _Word,
        among: list[int] | None,
        totals: dict[int, float],
        explained: dict[int, float],
        phrases: dict[int, float],
    ) -> float:
        """Add what one typed word says for each card and phrase; gives back how much it weighs."""
        best: dict[int, float] = {}
        seen: dict[int, float] = {}
        in_phrase: dict[int, float] = {}
        mass = 0.0
        for term, strength in word.matches:
            entry = self._postings[term]
            value = strength * entry.idf * word.importance
            mass = max(mass, entry.idf)
            for card, weight in self._standing(entry, among):
                if value * weight > best.get(card, 0.0):
                    best[card] = value * weight
                if value > seen.get(card, 0.0):
                    seen[card] = value
            for number in self._in_phrases(entry, among):
                if value > in_phrase.get(number, 0.0):
                    in_phrase[number] = value
        for card, value in best.items():
            totals[card] += value
        for card, value in seen.items():
            explained[card] += value
        for number, value in in_phrase.items():
            phrases[number] += value
        for gram in word.grams:
            if held := self._grams.get(gram):
                value = GRAMS * held.idf / len(word.grams)
                for card, weight in self._standing(held, among):
                    totals[card] += value * weight
        return (mass or self._rare) * word.importance
