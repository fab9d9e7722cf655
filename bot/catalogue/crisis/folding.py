"""Words as keys: what is left when case, diacritics, spelling habits and script do not count.

Two key spaces. The Latin one takes Polish and English as they sound. The Cyrillic one takes
Ukrainian and Russian, written in Cyrillic or typed in Latin letters the English or the Polish way.
This fold is the net's own: the search may change its fold without moving a rule of the net.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

LONGEST_TEXT: Final = 4096
"""Letters of a message that are looked at: a message of the messenger has no more."""

LONGEST_WORD: Final = 40

_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_INNER_SIGN = re.compile(r"(?<=[^\W\d_])[@$](?=[^\W\d_])")
_TOKEN = re.compile(r"[^\W\d_][^\W_]*(?:['’ʼ`´]+[^\W\d_]+)*|\d+|[.!?;\n]+")
_DOUBLED = re.compile(r"([^\W\d])\1+")
_SPACED = re.compile(r"(?<!\w)(?:[^\W\d_][ .\-_*]+){2,}[^\W\d_](?!\w)")
_LEET = str.maketrans("013457", "oieast")
_SIGNS = str.maketrans({"@": "a", "$": "s"})
# Pairs, because replacing is many times faster than `str.translate` on long texts. No result is written again.
_APOSTROPHES = tuple((sign, "") for sign in "'’ʼ`´")
# What has to be read before accents are taken off.
_BEFORE = (("ó", "u"), ("ł", "l"), ("й", "и"), ("ї", "і"), ("ё", "е"), ("є", "ѥ"))

_POLISH = (("rz", "z"), ("sz", "š"), ("cz", "č"), ("ch", "h"))
_CYRILLIC_LETTERS = (
    *zip("абвгґдезиіыкклмнопрстуфхцчшэў", "abvhhdeziiikklmnoprstufhcčšeu", strict=True),
    *(("ж", "z"), ("щ", "šč"), ("ѥ", "ie"), ("ю", "iu"), ("я", "ia"), ("ь", ""), ("ъ", "")),
)
_TYPED = (
    ("shch", "šč"),
    ("szcz", "šč"),
    ("sh", "š"),
    ("sz", "š"),
    ("cz", "č"),
    ("zh", "z"),
    ("rz", "z"),
    ("kh", "h"),
    ("ts", "c"),
)
_TYPED_LETTERS = (("y", "i"), ("j", "i"), ("w", "v"), ("x", "h"), ("g", "h"))


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a message. A Latin word has all three keys, a Cyrillic one only ``cyrillic``."""

    latin: str
    plain: str
    """A Latin word without diacritics, but as it is spelt: a typo inside "cz" is no longer a "cz"."""
    cyrillic: tuple[str, ...]
    number: int | None = None
    ends: bool = False
    """The sentence ends after this word."""


def words(text: str) -> list[Word]:
    """The words of a message, in order. Takes any text; reads the first `LONGEST_TEXT` letters."""
    text = unicodedata.normalize("NFKC", text[: 4 * LONGEST_TEXT]).lower()
    text = "".join(c for c in text if not unicodedata.combining(c) and unicodedata.category(c) != "Cf")
    text = _INNER_SIGN.sub(lambda sign: sign[0].translate(_SIGNS), text[:LONGEST_TEXT])
    text = _SPACED.sub(lambda spread: re.sub(r"\W|_", "", spread[0]) + " ", text)
    found: list[Word] = []
    for token in _TOKEN.findall(text.replace("_", " ")):
        first = token[0]
        if first.isdigit():
            found.append(Word(token[:9], "", (), int(token) if token.isdecimal() and len(token) < 9 else -1))
        elif first.isalpha():
            found.append(_word(token[:LONGEST_WORD]))
        elif found:
            last = found[-1]
            found[-1] = replace(last, ends=True)
    return found


def _word(token: str) -> Word:
    token = _rewrite(token, _APOSTROPHES).translate(_LEET)
    if _CYRILLIC.search(token):
        return Word("", "", (cyrillic_key(token),))
    bare = _bare(token)
    return Word(_polish(bare), _DOUBLED.sub(r"\1", bare), typed_keys(token))


def typed_keys(word: str) -> tuple[str, ...]:
    """The keys of a Latin word read as Ukrainian or Russian: "ch" is ч the English way and х the Polish way."""
    typed = _typed(_bare(word))
    keys = (typed,) if "ch" not in typed else (typed.replace("ch", "č"), typed.replace("ch", "h"))
    return tuple(_DOUBLED.sub(r"\1", key) for key in keys)


def latin_keys_of(many: Sequence[str]) -> list[tuple[str, ...]]:
    """The keys under which words of rules are found in Polish and English texts, for each the likeliest first.

    Like the next two: many words are folded as one text, which takes a tenth of the time.
    """
    if not many:
        return []
    text = _rewrite("\n".join(many).lower(), _APOSTROPHES)
    heard = re.sub(r"ą(?=[pb])", "om", re.sub(r"ę(?=[pb])", "em", text)).replace("ą", "on").replace("ę", "en")
    spellings = [_polish(_bare(spelt)).split("\n") for spelt in (text, text.replace("ó", "o"), heard)]
    return [tuple(dict.fromkeys(ways)) for ways in zip(*spellings, strict=True)]


def plain_keys_of(many: Sequence[str]) -> list[str]:
    """The keys of words of rules that are only for finding typos: as they are spelt, without diacritics."""
    if not many:
        return []
    text = _rewrite("\n".join(many).lower(), _APOSTROPHES).replace("ó", "o")
    return _DOUBLED.sub(r"\1", _bare(text)).split("\n")


def typed_keys_of(many: Sequence[str]) -> list[tuple[str, ...]]:
    """`typed_keys` of each of these words."""
    if not many:
        return []
    typed = _typed(_bare("\n".join(many)))
    ways = [_DOUBLED.sub(r"\1", typed.replace("ch", heard)).split("\n") for heard in "čh"]
    return [tuple(dict.fromkeys(pair)) for pair in zip(*ways, strict=True)]


def cyrillic_key(word: str) -> str:
    """The key of a Ukrainian or Russian word written in Cyrillic."""
    return cyrillic_keys_of([word])[0]


def cyrillic_keys_of(many: Sequence[str]) -> list[str]:
    """`cyrillic_key` of each of these words."""
    if not many:
        return []
    text = _rewrite("\n".join(many).lower(), (*_APOSTROPHES, *_BEFORE, *_CYRILLIC_LETTERS))
    return _DOUBLED.sub(r"\1", _typed(_bare(text))).split("\n")


def _bare(text: str) -> str:
    text = _rewrite(text, _BEFORE)
    if text.isascii():
        return text
    return _rewrite(text, [(c, _without_accents(c)) for c in set(text) if c > "\x7f" and c not in "šč"])


def _without_accents(letter: str) -> str:
    return "".join(part for part in unicodedata.normalize("NFD", letter) if not unicodedata.combining(part))


def _polish(bare: str) -> str:
    return _DOUBLED.sub(r"\1", _rewrite(bare, _POLISH))


def _typed(bare: str) -> str:
    return _rewrite(bare, (*_TYPED, *_TYPED_LETTERS))


def _rewrite(text: str, pairs: Iterable[tuple[str, str]]) -> str:
    for written, heard in pairs:
        if written in text:
            text = text.replace(written, heard)
    return text
