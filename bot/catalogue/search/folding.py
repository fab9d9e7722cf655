"""Words as they sound: what is left when spelling, diacritics, case and script do not count.

A *key* is a word in a small Latin alphabet in which the usual ways of writing the same word agree:
without Polish diacritics, with sound-alikes (rz/ż, ch/h, u/ó, wk/fk, ą/on/om, ę/en/em), doubled letters,
in Cyrillic, or Ukrainian typed in Latin letters.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

LONGEST_WORD = 40
"""Letters of a word that are looked at: nothing real is longer."""

_WORD = re.compile(r"[^\W_]+(?:['’ʼ`][^\W\d_]+)*\+?")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_DOUBLED = re.compile(r"([^\W\d])\1+")
_BEFORE_LIP = re.compile(r"m(?=[pb])")
_VOICELESS = re.compile(r"v(?=[kptscčšfh])")
_OTHER = re.compile(r"[^\x00-\x7fšč]")

_FROM_CYRILLIC = str.maketrans(
    {
        **dict(zip("абвгґдезийіїыкклмнопрстуфхцчшэёў", "abvhgdeziiiiikklmnoprstufhcčšeeu", strict=True)),
        **{"ж": "z", "щ": "šč", "є": "ie", "ю": "iu", "я": "ia", "ь": "", "ъ": "", "'": "", "’": "", "ʼ": "", "`": ""},
    }
)
# Order matters: what is read as two letters comes before what is read as one.
_POLISH_PAIRS = (("rz", "z"), ("sz", "š"), ("cz", "č"), ("ch", "h"), ("sh", "š"), ("ph", "f"), ("qu", "kv"))
_TRANSLIT_PAIRS = (("shch", "šč"), ("sh", "š"), ("ch", "č"), ("zh", "z"), ("kh", "h"), ("ts", "c"), ("x", "h"))
# One letter for another. Replacing is ten times faster than `str.translate` on long texts.
_LETTERS = (*zip("żźśćńłwyjvq", "zzscnlviivk", strict=True), ("x", "ks"), *((sign, "") for sign in "'’ʼ`"))
_BARE = (("ą", "a"), ("ę", "e"), ("ó", "o"))
_SOUNDED = (("ą", "on"), ("ę", "en"), ("ó", "u"))


def words(text: str) -> list[str]:
    """The words of a text in lower case, in order; signs, emoji and stacked accents are gone."""
    text = unicodedata.normalize("NFKC", text).lower()
    return [word[:LONGEST_WORD] for word in _WORD.findall(text)]


def is_cyrillic(word: str) -> bool:
    return _CYRILLIC.search(word) is not None


@lru_cache(maxsize=4096)
def keys(word: str) -> tuple[str, ...]:
    """The ways to hear a word, the likeliest first. The word is in lower case."""
    return keys_of([word])[0]


def keys_of(many: Sequence[str]) -> list[tuple[str, ...]]:
    """`keys` of many words at once: one pass over all of them together costs a tenth of one each."""
    if not many:
        return []
    text = "\n".join(many)
    if _CYRILLIC.search(text):
        text = text.translate(_FROM_CYRILLIC)
        many = text.split("\n")
    found = [(key,) for key in _latin(text, (*_BARE, *_POLISH_PAIRS)).split("\n")]
    marked = [at for at, word in enumerate(many) if "ą" in word or "ę" in word or "ó" in word]
    if marked:
        sounded = _latin("\n".join([many[at] for at in marked]), (*_SOUNDED, *_POLISH_PAIRS)).split("\n")
        for at, key in zip(marked, sounded, strict=True):
            if key != found[at][0]:
                found[at] += (key,)  # type: ignore[assignment]
    return found  # type: ignore[return-value]


def translit_key(word: str) -> str:
    """The key of a Latin word read as Ukrainian or Russian typed without Cyrillic."""
    return _latin(word, _TRANSLIT_PAIRS)


def _latin(text: str, pairs: Iterable[tuple[str, str]]) -> str:
    for written, heard in (*pairs, *_LETTERS):
        if written in text:
            text = text.replace(written, heard)
    text = _VOICELESS.sub("f", text)
    return _BEFORE_LIP.sub("n", _DOUBLED.sub(r"\1", _OTHER.sub(_without_accents, text)))


def _without_accents(letter: re.Match[str]) -> str:
    """é, ü and the like; š and č are letters of the key and do not come here."""
    return "".join(c for c in unicodedata.normalize("NFD", letter[0]) if not unicodedata.combining(c))
