"""Words one edit away: found by their halves, and every one of them."""

import random

from rapidfuzz.distance import OSA

from bot.catalogue.crisis.vocabulary import Vocabulary

LETTERS = "abc"


def test_every_word_one_edit_away_is_found_and_no_other() -> None:
    chance = random.Random(5)
    words = sorted({"".join(chance.choices(LETTERS, k=length)) for length in (5, 6, 7, 8, 9) for _ in range(60)})
    vocabulary = Vocabulary()
    for atom, word in enumerate(words):
        vocabulary.add(word, atom, stem=False)
    for _ in range(3000):
        typed = "".join(chance.choices(LETTERS, k=chance.randint(4, 10)))
        one_edit = {atom for atom, word in enumerate(words) if OSA.distance(typed, word) <= 1}
        assert vocabulary.near(typed) == one_edit, typed
