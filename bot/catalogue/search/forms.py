"""The lexicon: which terms a written form may belong to.

A *term* is what is counted: a Polish lemma (from Morfeusz, with all of its forms generated once, at
load), or a stem where there is no dictionary (Ukrainian, Russian, English, unknown words, or no
Morfeusz wheel for this machine). No lemmatiser copes with missing diacritics in a question; a table
of all forms by their `keys` does.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from bot.catalogue.search.folding import is_cyrillic, keys, keys_of, words

try:
    import morfeusz2
except ImportError:  # the wheel exists only for x86-64
    morfeusz2 = None

Term = str

_LATIN_ENDS = re.compile(
    r"(ovanie|ovania|ivanie|ania|anie|enie|enia|eniem|aniem|ego|emu|imi|ami|ov|om|ah|ei|ie|ia|iu|im|ih|ue|ui|uie|uia|ovac|ac|ec|ic|"
    r"alam|alem|ilam|ilem|ila|il|al|ala|ek|ka|ki|ku|ke|ko|kom|a|e|i|u|o|m)$"
)
_ENGLISH_ENDS = re.compile(r"(ational|ingli|ings|ing|edli|ied|ed|ies|es|s|li|ment|ments|e|i)$")
_CYRILLIC_ENDS = re.compile(
    r"(uvaty|uvati|iuvati|uvannia|uvania|annia|ania|enia|nia|ovati|ivati|vati|ati|iti|uti|eti|ti|at|it|et|aiu|aie|aiut|iut|ut|"
    r"ogo|ohoho|oho|omu|imi|ami|iami|iah|ah|iam|am|ov|iv|ei|oi|oiu|eiu|oiu|ie|ia|iu|im|ih|ii|om|em|u|a|e|i|o|s|sia)$"
)


class Lexicon:
    """Every form of every word of the cards, by key."""

    def __init__(self, tokens: Iterable[tuple[str, str]]) -> None:
        """``tokens`` are (language, word in lower case) as `folding.words` gives them."""
        self.by_key: dict[str, tuple[Term, ...]] = {}
        self._of_token: dict[tuple[str, str], tuple[Term, ...]] = {}
        self._dictionary = morfeusz2.Morfeusz() if morfeusz2 else None
        found: dict[str, set[Term]] = defaultdict(set)
        lemmas: set[str] = set()
        for language, word in set(tokens):
            own = self._lemmas(word) if language == "pl" else set()
            lemmas |= own
            terms = {f"={lemma}" for lemma in own}
            for key in keys(word):
                terms.add(stem(key, language))
                found[key] |= terms
            self._of_token[language, word] = tuple(sorted(terms))
        for form, lemma in self._forms(lemmas):
            found[form].add(f"={lemma}")
        self.by_key = {key: tuple(sorted(terms)) for key, terms in found.items()}

    def terms_of(self, language: str, word: str) -> tuple[Term, ...]:
        """The terms of a word of a card."""
        return self._of_token.get((language, word), ())

    def in_dictionary(self, word: str) -> bool:
        """Whether Polish has the word just as it is typed."""
        return bool(self._lemmas(word))

    def _lemmas(self, word: str) -> set[str]:
        if self._dictionary is None or is_cyrillic(word):
            return set()
        raw = self._dictionary._morfeusz_obj  # the public method builds tags that nobody reads here
        return {i.lemma for i in raw.analyse(word) if i.tagId != 0 and i.endNode - i.startNode == 1}

    def _forms(self, lemmas: set[str]) -> list[tuple[str, str]]:
        if self._dictionary is None:
            return []
        raw: Any = self._dictionary._morfeusz_obj
        pairs: set[tuple[str, str]] = set()
        for lemma in lemmas:
            negated = not lemma.startswith("nie")
            for i in raw.generate(lemma, None):
                form = i.orth
                # "nienaprawiony" is in the paradigm of "naprawić"; people write it apart or not at all.
                if not (negated and form.startswith("nie")):
                    pairs.add((form.lower(), lemma))
        listed = list(pairs)
        heard = keys_of([form for form, _ in listed])
        return [(key, lemma) for (_, lemma), ways in zip(listed, heard, strict=True) for key in ways]


def stem(key: str, language: str) -> Term:
    """A term for a word without a dictionary: its key without the ending. Never shorter than three letters."""
    if language == "en":
        ends, mark = _ENGLISH_ENDS, "en"
    elif language in ("uk", "ru"):
        ends, mark = _CYRILLIC_ENDS, "cy"
    else:
        ends, mark = _LATIN_ENDS, "pl"
    return f"{mark}~{_cut(key, ends)}"


def stems(key: str, cyrillic: bool) -> tuple[Term, ...]:
    """The stems that a typed word may have, in every language of its script."""
    return (stem(key, "uk"),) if cyrillic else (stem(key, "pl"), stem(key, "en"))


def _cut(key: str, ends: re.Pattern[str]) -> str:
    shorter = ends.sub("", key)
    return shorter if len(shorter) >= 3 else key


def tokens(texts: Iterable[str], language: str) -> Iterable[tuple[str, str]]:
    for text in texts:
        for word in words(text):
            yield language, word
