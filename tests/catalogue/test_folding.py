"""One word, many ways to write it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.catalogue.search.folding import LONGEST_WORD, keys, keys_of, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("złota", "zlota"),
        ("książek", "ksiarzek"),
        ("rączka", "ronczka"),
        ("wolontariat", "wolątariat"),
        ("trzęsą", "trzensą"),
        ("rehabilitacja", "rechabilitacja"),
        ("góra", "gura"),
        ("taksówka", "taxówka"),
        ("wymiana", "wymmiana"),
        ("mediacje", "medjacje"),
        ("kąpiel", "kompiel"),
        ("kran", "кран"),
        ("szkoła", "школа"),
        ("café", "cafe"),
        ("taksówka", "taksufka"),
    ],
)
def test_they_sound_alike(one: str, other: str) -> None:
    assert set(keys(one)) & set(keys(other))


@pytest.mark.parametrize(("one", "other"), [("kasza", "kasa"), ("bok", "bek"), ("szyje", "zyje")])
def test_they_do_not(one: str, other: str) -> None:
    assert not set(keys(one)) & set(keys(other))


def test_words_of_a_text() -> None:
    assert words("Dom „Senior+”, ul. Ostrowiecka 21A – м'яч!") == [
        "dom", "senior+", "ul", "ostrowiecka", "21a", "м'яч",
    ]  # fmt: skip
    assert words("z\u0301le za\u0307 " + "a" * 100)[-1] == "a" * LONGEST_WORD


@given(st.lists(st.text(alphabet="aąbcćeęlłnńosśzżźrhuówxйіїщьяж'é", min_size=1, max_size=12), max_size=8))
def test_many_words_at_once_are_heard_like_each_alone(listed: list[str]) -> None:
    assert keys_of(listed) == [keys(word) for word in listed]


@given(st.text(max_size=60))
def test_any_text_has_words(text: str) -> None:
    for word in words(text):
        assert keys(word)
