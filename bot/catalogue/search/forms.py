"""The lexicon: which terms a written form may belong to.

A *term* is what is counted: a Polish lemma (from Morfeusz, with all of its forms generated once, at
load), or a stem where there is no dictionary (Ukrainian, Russian, English, unknown words, or no
Morfeusz wheel for this machine). No lemmatiser copes with missing diacritics in a question; a table
of all forms by their `keys` does.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import Any

from bot.catalogue.search.commonwords import is_function
from bot.catalogue.search.corpus import Line
from bot.catalogue.search.folding import is_cyrillic, keys_of
from bot.catalogue.search.inflecting import inflected

try:
    import morfeusz2
except ImportError:  # the wheel exists only for x86-64
    morfeusz2 = None

Term = str

GRAM = 4
"""Letters of a part of a word."""

_BATCH = 500
"""Lemmas whose forms are heard at once: many are fast, all of them take memory."""

_POLISH_ENDS = re.compile(
    r"(ovanie|ovania|ivanie|ania|anie|enie|enia|eniem|aniem|ego|emu|imi|ami|ov|om|ah|ei|ie|ia|iu|im|ih|ue|ui|uie|uia|"
    r"ovac|ac|ec|ic|alam|alem|ilam|ilem|ila|il|al|ala|ek|ka|ki|ku|ke|ko|kom|a|e|i|u|o|m)$"
)
_ENGLISH_ENDS = re.compile(r"(ational|ingli|ings|ing|edli|ied|ed|ies|es|s|li|ment|ments|e|i)$")
_CYRILLIC_ENDS = re.compile(
    r"(uvaty|uvati|iuvati|uvannia|uvania|annia|ania|enia|nia|ovati|ivati|vati|ati|iti|uti|eti|ti|at|it|et|aiu|aie|aiut|iut|ut|"
    r"ogo|ohoho|oho|omu|imi|ami|iami|iah|ah|iam|am|ov|iv|ei|oi|oiu|eiu|ie|ia|iu|im|ih|ii|om|em|u|a|e|i|o|s|sia)$"
)
_ENDS = {"pl": _POLISH_ENDS, "en": _ENGLISH_ENDS, "uk": _CYRILLIC_ENDS, "ru": _CYRILLIC_ENDS}
_MARKS = {"pl": "pl", "en": "en", "uk": "cy", "ru": "cy"}


class Dictionary:
    """Polish words as Morfeusz knows them. Knows none where there is no wheel of it for this machine."""

    def __init__(self) -> None:
        self._morfeusz = _morfeusz()

    def has(self, word: str) -> bool:
        """Whether Polish has the word just as it is typed."""
        return bool(self.lemmas(word))

    def lemmas(self, word: str) -> set[str]:
        if self._morfeusz is None or is_cyrillic(word):
            return set()
        found = self._morfeusz.analyse(word)
        lemmas = {i.lemma for i in found if i.tagId != 0 and i.endNode - i.startNode == 1}
        # A word in lower case is rather no surname (Kran, Zlot), unless it can be nothing else.
        return {lemma for lemma in lemmas if not lemma[0].isupper()} or lemmas

    def forms(self, lemmas: Sequence[str]) -> Iterator[list[str]]:
        """For each of these lemmas the forms that people ask with."""
        return inflected(lemmas) if lemmas else iter(())


@lru_cache(maxsize=1)
def _morfeusz() -> Any:
    """One for the whole process: it takes 30 MB and is never given back, whatever becomes of its object."""
    # The public methods build tags that nobody reads here.
    return morfeusz2.Morfeusz(generate=False)._morfeusz_obj if morfeusz2 else None


class Lexicon:
    """Every form of every word of the cards, by key. One for all centres: making it takes half a second.

    For building indexes only: what is needed afterwards is taken over by `Spellings`.
    """

    def __init__(self, lines: Iterable[Line]) -> None:
        lines = list(lines)
        self.by_key: dict[str, tuple[Term, ...]] = {}
        """Key of a form → the terms that it may belong to."""
        self._shared: dict[tuple[Term, ...], tuple[Term, ...]] = {}
        self.dictionary = Dictionary()
        listed = list({(line.language, word) for line in lines for word in line.words})
        heard = keys_of([word for _, word in listed])
        self._keys = {word: keys[0] for (_, word), keys in zip(listed, heard, strict=True)}
        self.function = frozenset(word for word, key in self._keys.items() if is_function(word, key))
        """The words of the cards that say nothing."""
        self.terms: dict[tuple[str, str], tuple[Term, ...]] = {}
        """The terms of a word of the cards, by language and word."""
        lemmas: set[str] = set()
        # Words of descriptions only are found by stem: their forms would be a fifth of the table.
        said = {word for line in lines if line.phrase for word in line.words} - self.function
        for (language, word), keys in zip(listed, heard, strict=True):
            own = self.dictionary.lemmas(word) if language == "pl" else set()
            if word in said:
                lemmas |= own
            terms = [f"={lemma}" for lemma in own] + [stem(key, language) for key in keys]
            self.terms[language, word] = tuple(dict.fromkeys(terms))
            for key in keys:
                for term in terms:
                    self._add(key, term)
        ordered = sorted(lemmas)
        both = zip(ordered, self.dictionary.forms(ordered), strict=True)
        while batch := list(islice(both, _BATCH)):
            self._add_forms(batch)
        self._shared.clear()
        self._grams: dict[str, tuple[str, ...]] = {}
        self._gram: dict[str, str] = {}

    def key_of(self, word: str) -> str:
        """The first key of a word of the cards."""
        return self._keys[word]

    def may_name(self, language: str, word: str) -> bool:
        """Whether a function word may also be a name's word: the "Mam" of "Klub Mam" are mothers."""
        lemmas = (term[1:].partition(":")[0] for term in self.terms[language, word] if term.startswith("="))
        return any(not is_function(lemma) for lemma in lemmas)

    def grams_of(self, word: str) -> tuple[str, ...]:
        """The parts of a word of the cards; equal parts are one object."""
        if (made := self._grams.get(word)) is None:
            same = self._gram.setdefault
            made = self._grams[word] = tuple([same(gram, gram) for gram in grams(self._keys[word])])
        return made

    def _add_forms(self, batch: list[tuple[str, list[str]]]) -> None:
        heard = iter(keys_of("\n".join([form for _, forms in batch for form in forms]).lower().split("\n")))
        by_key = self.by_key
        for lemma, forms in batch:
            term = f"={lemma}"
            alone = (term,)
            for keys in islice(heard, len(forms)):
                for key in keys:
                    if by_key.setdefault(key, alone) is not alone:
                        self._add(key, term)

    def _add(self, key: str, term: Term) -> None:
        held = self.by_key.get(key)
        if held is None:
            wider: tuple[Term, ...] = (term,)
        elif term in held:
            return
        else:
            wider = (*held, term)
        # All forms of a word share one tuple.
        self.by_key[key] = self._shared.setdefault(wider, wider)


def grams(key: str) -> tuple[str, ...]:
    """The parts of a word: rows of `GRAM` letters, its beginning and end marked."""
    marked = f"^{key}$"
    return tuple([marked[at : at + GRAM] for at in range(max(1, len(marked) - GRAM + 1))])


def stem(key: str, language: str) -> Term:
    """A term for a word without a dictionary: its key without the ending, at least three letters long."""
    shorter = _ENDS[language].sub("", key)
    return f"{_MARKS[language]}~{shorter if len(shorter) >= 3 else key}"


def stems(key: str, cyrillic: bool) -> tuple[Term, ...]:
    """The stems that a typed word may have, in every language of its script."""
    return (stem(key, "uk"),) if cyrillic else (stem(key, "pl"), stem(key, "en"))
