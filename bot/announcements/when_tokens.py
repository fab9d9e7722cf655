"""From what was typed to the signs of the grammar: folding, numbers, words, light typos."""

import re
import unicodedata
from functools import cache
from typing import Final

from bot.announcements.when_words import (
    PAIRS,
    POLISH_ENDINGS,
    POLISH_ORDINALS,
    SIGNS,
    UKRAINIAN_ENDINGS,
    UKRAINIAN_ORDINALS,
)

_ROMAN: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9}
_ROMAN_MONTHS: Final = {**_ROMAN, "x": 10, "xi": 11, "xii": 12}
_SUFFIX = (
    "wszy|wsza|wszego|wszej|szy|ego|tego|tej|ej|go|gi|ga|ci|cia|my|ma|ty|ta|te|st|nd|rd|th|ого|го|ої|ий|а|е|те|ій|й|ша"
)

_WORD: Final = r"[^\W\d_]+(?:['’ʼ`][^\W\d_]+)*"
_TOKEN: Final = re.compile(
    r"""
      (?P<iso>\d{4}-\d{1,2}-\d{1,2})t?
    | (?P<full>(?P<d>\d{1,2})\s?(?P<sep>[./-])\s?(?P<m>\d{1,2})\s?(?P=sep)(?:\s?(?P<y>20\d\d)|(?P<yy>\d\d))(?![\d:.]))
    | (?P<roman>(?P<rd>\d{1,2})(?:\.\s?|\s)(?P<rm>xii|xi|ix|iv|viii|vii|vi|iii|ii|v|x|(?<=\.)i|(?<=\.\ )i)\b)
    | (?P<range>\d{1,2}(?:[:.]\d\d)?\s?[-–—]\s?\d{1,2}(?:[:.]\d\d)?(?!\d))
    | (?P<clock>\d{1,2}:\d\d(?!\d))(?::\d\d)?
    | (?P<daydot>\d{1,2}\.\d{1,2}\.|\d{1,2}/\d{1,2})(?!\d\d\d)
    | (?P<either>\d{1,2}\.\d{1,2}(?!\d))
    | (?P<onehalf>1[.,]5(?=\s*(?:h|g|год|hour)))
    | (?P<ordinal>(?P<on>\d{1,2})(?:\s?-?(?:"""
    + _SUFFIX
    + r""")\b|\.(?!\d)))
    | (?P<number>\d+)
    | (?P<word>@|"""
    + _WORD
    + r""")
    """,
    re.VERBOSE,
)


def fold(text: str) -> str:
    """Small letters without diacritics; small raised figures (17⁰⁰) become plain ones."""
    decomposed = unicodedata.normalize("NFKD", text.lower().replace("ł", "l"))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def signs(text: str) -> tuple[str, list[str]]:
    """The signs of a text with a space around each, and the words that are not known, as typed.

    An unknown word stands as ``?``. A number is ``17``, its ordinal ``17.``, a number in words ``w17``;
    ``t9:30`` is an hour, ``D2026-12-24`` a date, ``X24.12`` a day and month, ``x10.12`` either a day and
    month or an hour, ``range`` two numbers with a dash.
    """
    typed = {fold(word): word for word in re.findall(_WORD, text)}
    folded = re.sub(r"\b([ap])\.\s?m\b\.?", r"\1m", fold(text))
    folded = re.sub(r"(\d)(am|pm|h)\b", r"\1 \2", folded).replace("o'clock", "oclock").replace("o’clock", "oclock")
    found: list[str] = []
    unknown: list[str] = []
    before = ""
    for match in _TOKEN.finditer(folded):
        kind, said = match.lastgroup or "", match[0]
        if match["word"]:
            word = re.sub(r"['’ʼ`]", "", said)
            sign = _pairs().get(f"{before} {word}")
            if sign is not None and found:
                if found[-1] == "?":
                    unknown.pop()
                found[-1] = sign
            else:
                sign = _meaning(word)
                found.append("?" if sign is None else sign)
                if sign is None:
                    unknown.append(typed.get(said, said))
            before = word
            continue
        before = ""
        found.append(_number(match, kind))
    return f" {' '.join(' '.join(found).split())} ", unknown


def _number(match: re.Match[str], kind: str) -> str:
    if match["iso"]:
        return f"D{match['iso']}"
    if match["full"]:
        return f"D{match['y'] or '20' + match['yy']}-{match['m']}-{match['d']}"
    if match["roman"]:
        return f"{match['rd']} mo{_ROMAN_MONTHS[match['rm']]}"
    if match["range"]:
        return "range"
    if match["clock"]:
        return f"t{match['clock']}"
    if match["daydot"]:
        return f"X{match['daydot'].rstrip('.').replace('/', '.')}"
    if match["either"]:
        return f"x{match['either']}"
    if match["onehalf"]:
        return "onehalf"
    return f"{match['on']}." if match["ordinal"] else match["number"]


@cache
def lexicon() -> dict[str, str]:
    """Folded word → sign."""
    found: dict[str, str] = {}
    for stems, endings in ((POLISH_ORDINALS, POLISH_ENDINGS), (UKRAINIAN_ORDINALS, UKRAINIAN_ENDINGS)):
        for number, stem in enumerate(stems.split(), start=1):
            for ending in endings.split():
                found[_plain(stem + ending)] = f"w{number}."
    found |= {_plain(f"trzydziest{ending}"): "w30." for ending in POLISH_ENDINGS.split()}
    found |= {_plain(f"тридцят{ending}"): "w30." for ending in UKRAINIAN_ENDINGS.split()}
    for sign, words in SIGNS.items():
        for word in words.split():
            found[_plain(word)] = sign
    return found


@cache
def _pairs() -> dict[str, str]:
    return {_plain(pair): sign for sign, pairs in PAIRS.items() for pair in pairs.split("|")}


def _plain(word: str) -> str:
    return fold(word).replace("'", "")


def _meaning(word: str) -> str | None:
    """The sign of a folded word, with at most one slip of the finger in words of four letters and more."""
    known = lexicon()
    if word in known:
        return known[word]
    if len(word) < 4:
        return None
    # Whichever the slip, the first letter or the last one is right: that leaves a few dozen to look at closely.
    alike = [each for each in known if len(each) > 4 and (each[0] == word[0] or each[-1] == word[-1])]
    near = [each for each in alike if _one_slip(word, each)]
    longest = max(map(len, near), default=0)
    meanings = {known[each] for each in near if len(each) == longest}
    once = {meaning.removeprefix("every ") for meaning in meanings}  # of "Thursday" and "Thursdays" the one
    return (once if len(meanings) > 1 else meanings).pop() if len(once) == 1 else None


def _one_slip(one: str, other: str) -> bool:
    """Whether one letter was added, left out, changed, or two neighbours were swapped."""
    if abs(len(one) - len(other)) > 1:
        return False
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    a, b = one[start:], other[start:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])
