"""Words as keys: what is left when case, diacritics, spelling habits and script do not count.

Two key spaces. The Latin one takes Polish and English as they sound. The Cyrillic one takes
Ukrainian and Russian, written in Cyrillic or typed in Latin letters the English or the Polish way.
This fold is the net's own: the search may change its fold without moving a rule of the net.
"""

import re
import unicodedata
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
_APOSTROPHES = str.maketrans("", "", "'’ʼ`´")
# What has to be read before accents are taken off.
_BEFORE = str.maketrans({"ó": "u", "ł": "l", "й": "и", "ї": "і", "ё": "е", "є": "ѥ"})

_POLISH = (("rz", "z"), ("sz", "š"), ("cz", "č"), ("ch", "h"))
_CYRILLIC_LETTERS = str.maketrans(
    {
        **dict(zip("абвгґдезиіыкклмнопрстуфхцчшэў", "abvhhdeziiikklmnoprstufhcčšeu", strict=True)),
        **{"ж": "z", "щ": "šč", "ѥ": "ie", "ю": "iu", "я": "ia", "ь": "", "ъ": ""},
    }
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
_TYPED_LETTERS = str.maketrans({"y": "i", "j": "i", "w": "v", "x": "h", "g": "h"})


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
    token = token.translate(_APOSTROPHES).translate(_LEET)
    if _CYRILLIC.search(token):
        return Word("", "", (cyrillic_key(token),))
    bare = _bare(token)
    return Word(_polish(bare), _DOUBLED.sub(r"\1", bare), typed_keys(token))


def typed_keys(word: str) -> tuple[str, ...]:
    """The keys of a Latin word read as Ukrainian or Russian: "ch" is ч the English way and х the Polish way."""
    typed = _typed(_bare(word))
    keys = (typed,) if "ch" not in typed else (typed.replace("ch", "č"), typed.replace("ch", "h"))
    return tuple(_DOUBLED.sub(r"\1", key) for key in keys)


def latin_keys(word: str) -> tuple[str, ...]:
    """The keys under which a word of a rule is found in Polish and English texts, likeliest first."""
    word = word.lower().translate(_APOSTROPHES)
    heard = re.sub(r"ą(?=[pb])", "om", re.sub(r"ę(?=[pb])", "em", word)).replace("ą", "on").replace("ę", "en")
    spellings = dict.fromkeys((word, word.replace("ó", "o"), heard))
    return tuple(dict.fromkeys(_polish(_bare(spelling)) for spelling in spellings))


def plain_key(word: str) -> str:
    """The key of a word of a rule that is only for finding typos: as it is spelt, without diacritics."""
    return _DOUBLED.sub(r"\1", _bare(word.lower().translate(_APOSTROPHES).replace("ó", "o")))


def cyrillic_key(word: str) -> str:
    """The key of a Ukrainian or Russian word written in Cyrillic."""
    word = word.lower().translate(_APOSTROPHES).translate(_BEFORE)
    return _DOUBLED.sub(r"\1", _typed(_bare(word.translate(_CYRILLIC_LETTERS))))


def _bare(word: str) -> str:
    word = word.translate(_BEFORE)
    if word.isascii():
        return word
    return "".join(
        c if c in "šč" else "".join(p for p in unicodedata.normalize("NFD", c) if not unicodedata.combining(p))
        for c in word
    )


def _polish(bare: str) -> str:
    for written, heard in _POLISH:
        bare = bare.replace(written, heard)
    return _DOUBLED.sub(r"\1", bare)


def _typed(bare: str) -> str:
    for written, heard in _TYPED:
        bare = bare.replace(written, heard)
    return bare.translate(_TYPED_LETTERS)
