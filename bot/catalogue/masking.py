"""What must not be kept of a question: numbers, addresses, names.

Masking rather hides a harmless word than keeps a name: what is left is only for learning which
words people use. What goes: every number (but "60+", which names a programme), e-mail and web
addresses, streets, first names and the commonest surnames also where they are ordinary words ("marek",
"nowak", unless a card says them), and every capitalised word that is neither the catalogue's nor an
ordinary one at the beginning of a sentence. An ordinary word that is only somebody's rare surname
("konia") stays, for questions are made of such words.
"""

import re
import unicodedata
from collections.abc import Collection
from functools import cache
from typing import Any, Final

from bot.catalogue.search.commonwords import is_function
from bot.catalogue.search.folding import keys
from bot.catalogue.surnames import SURNAMES

try:
    import morfeusz2
except ImportError:  # the wheel exists only for x86-64
    morfeusz2 = None

MASK: Final = "…"
_DIGITS: Final = "\ufffc"
"""What stands for a number until the words around it have been looked at."""

_ADDRESS_ON_THE_NET = re.compile(
    r"\S*@\S+|\b(?:https?://|www\.)\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:pl|com|eu|org|net|ua)\b", re.I
)
_NUMBER = re.compile(r"\+?\w*\d\w*\+?(?:[\s./,:()–-]*\d\w*\+?)*")
_PROGRAMME = re.compile(r"\d{2,3}\+")
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"[.!?\n]\s*$")
_MASKS = re.compile(rf"{MASK}(?:[\s,.;:–-]*{MASK})+")

_STREET = re.compile(
    r"(?<!\w)(?:ul|al|ulic[aąęyo]\w*|alej[aąęio]\w*|вул|ул|вулиц\w*|улиц\w*|street)\b\.?(?:\s+[^\W\d_][\w-]*\.?){1,3}?"
    rf"(?=\s*[,.;]|\s*{_DIGITS}|\s*$|\s+[^\W\d_])",
    re.I,
)
_SAYS_A_NAME = re.compile(
    r"(?<!\w)(nazywam si[eę]|na imi[eę]|мене звати|меня зовут|my name is)((?:\s+[^\W\d_][\w'’-]*){1,2})", re.I
)
_LIVES = ("mieszka", "zamieszka", "живу", "мешка", "прожива")
_AT = {"na", "przy", "на"}
_TITLES = {"pan", "pani", "pana", "panu", "panem", "panią", "mr", "mrs", "пан", "пані"}

# Names that Morfeusz does not know, and the commonest ones for machines without it. Compared by keys.
_FIRST_NAMES = """
    adam adrian agata agnieszka aleksandra aleksander alicja ania anna andrzej antoni artur asia barbara bartek
    bartosz basia beata bogdan bożena danuta daniel dariusz dawid dominik dorota edward elżbieta ela ewa filip
    gabriela gosia grażyna grzegorz halina hanna helena henryk ilona irena iwona iza izabela jacek jadwiga jakub jan
    janina janusz jarosław joanna józef jola jolanta julia justyna kamil karol karolina kasia katarzyna kazimierz
    kinga krystyna krzysztof krzysiek kuba leszek łukasz maciej magda magdalena małgorzata marcin marek maria mariusz
    marta marysia mateusz michał mikołaj monika natalia ola patrycja paweł piotr przemysław rafał renata robert ryszard
    sebastian stanisław stefan sylwia szymon tadeusz teresa tomasz tomek urszula wanda wiesław wiesława wiktor
    wiktoria wioletta władysław wojciech wojtek zbigniew zdzisław zenon zofia zosia
    олена олександр олександра наталя наталія ірина оксана тетяна світлана людмила марія ганна анна юлія катерина
    вікторія аліна дарія дарина софія соломія галина валентина лариса лідія ніна ольга оля інна яна іван петро микола
    андрій сергій володимир олег юрій дмитро віталій василь михайло максим артем богдан тарас назар ярослав роман
    євген денис павло степан ігор настя анастасія елена наталья ирина татьяна светлана людмила екатерина александр
    дмитрий сергей николай владимир алексей евгений михаил
    olena oleksandr oleksandra natalia natalija iryna oksana tetiana tetyana svitlana liudmyla kateryna yulia yuliia
    viktoriia oleh olha serhii serhij volodymyr mykola andrii dmytro vasyl mykhailo yevhen pavlo ihor nastia taras
    nazar bohdan vitalii
"""
_ENDINGS = (
    "",
    "a",
    "i",
    "e",
    "u",
    "o",
    "ie",
    "iu",
    "ii",
    "om",
    "em",
    "ovi",
    "oi",
    "oiu",
    "iei",
    "eiu",
    "ia",
    "ei",
    "ow",
    "ami",
    "ach",
    "owie",
    "owi",
    "owa",
    "owej",
    "iego",
    "iej",
    "iemu",
    "im",
    "ich",
)


def _stem(key: str) -> str:
    return key[:-1] if key[-1] in "aeiou" and len(key) > 3 else key


_NAME_STEMS = frozenset(_stem(key) for name in (_FIRST_NAMES + SURNAMES).split() for key in keys(name))
_SURNAME_KEYS = frozenset(key for name in SURNAMES.split() for key in keys(name))
_SURNAME_SHAPE = re.compile(r"\w+(?:[sc]|dz)k(?:i|a|ą|iego|iej|iemu|im|ich|imi)|\w+(?:wicz|czyk)(?:a|owi|em|u)?")
"""Wiśniewska, Nowicki, Zawadzki, Adamczyk: as typed, or as a lemma."""
_CYRILLIC_SURNAME = re.compile(r"\w{2,}(?:енк|[чщнс]ук|[нст]юк)(?:о|а|у|ом|ові|и|ів|ам)?|\w{3,}(?:енко|евич|ович)")
_COUNTRIES_AND_SUCH: Final = """
    polsk angielsk ukraińsk rosyjsk niemieck włosk hiszpańsk francusk greck czesk białorusk rumuńsk
    miejsk wiejsk morsk damsk męsk śląsk nisk wąsk blisk
"""
_ADJECTIVES = frozenset(f"{stem}{end}" for stem in _COUNTRIES_AND_SUCH.split() for end in "ia")
"""Needed for what people ask ("korepetycje z angielskiego"), though somebody is called so."""


@cache
def _dictionary() -> Any:
    """One for all, used in the event loop's thread only: Morfeusz is not safe to share among threads."""
    return morfeusz2.Morfeusz() if morfeusz2 else None


class Masking:
    """Hides what may tell of a person, knowing the catalogue's own words."""

    def __init__(self, vocabulary: Collection[str]) -> None:
        """``vocabulary`` holds the keys of the words on a centre's cards."""
        self._vocabulary = vocabulary
        self._dictionary = _dictionary()

    def mask(self, text: str) -> str:
        """The text with each thing that may tell of a person as one "…"."""
        text = re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text).replace("\n", " . ")).strip()
        if text.isupper():  # somebody who always types in capitals
            text = text.lower()
        text = _ADDRESS_ON_THE_NET.sub(MASK, text)
        text = _NUMBER.sub(lambda found: found[0] if _PROGRAMME.fullmatch(found[0].strip()) else f"{_DIGITS} ", text)
        text = _SAYS_A_NAME.sub(lambda found: f"{found[1]} {MASK}", text)
        text = _STREET.sub(MASK, text)
        kept: list[str] = []
        end, title, lives, at = 0, False, False, False
        for found in _WORD.finditer(text):
            kept.append(text[end : found.start()])
            begins = found.start() == 0 or bool(_SENTENCE_END.search(text[: found.start()]))
            before_number = text[found.end() :].lstrip(" ,").startswith(_DIGITS)
            lower = found[0].lower()
            stays = self._may_stay(found[0], begins, before_number, title)
            kept.append(found[0] if stays and not (at and self._is_street(lower, lives)) else MASK)
            title = lower in _TITLES
            lives = (lives and not begins) or lower.startswith(_LIVES)
            at = lower in _AT
            end = found.end()
        kept.append(text[end:])
        return re.sub(r"\s+", " ", _MASKS.sub(MASK, "".join(kept).replace(_DIGITS, MASK))).strip()

    def is_polish(self, word: str) -> bool:
        """Whether Polish has the word as it is typed (lower case)."""
        return self._analysed(word)[0]

    def _may_stay(self, word: str, begins: bool, before_number: bool, title: bool) -> bool:
        lower = word.lower()
        if is_function(lower):
            return True
        common, named = self._analysed(word if word[0].isupper() else lower)
        if (named and not common) or (not common and self._is_listed_name(lower)):
            return False
        if not common and not self._knows(lower) and _SURNAME_SHAPE.fullmatch(lower):
            return False  # "wisniewska": typed without the marks, no dictionary has it
        if not self._knows(lower) and self._is_common_name(lower):
            return False
        if title and self._analysed(lower.capitalize())[1] and not self._knows(lower):
            return False  # "pani kowalska"
        if self._knows(lower):
            return True
        if before_number:
            return False  # "zwycięstwa 14": a street as people write it
        if word[0].isupper():
            acronym = word.isupper() and 2 <= len(word) <= 4 and not named
            return acronym or (begins and self._analysed(lower)[0] and not named)
        return True

    def _knows(self, word: str) -> bool:
        return any(key in self._vocabulary for key in keys(word))

    def _analysed(self, word: str) -> tuple[bool, bool]:
        """Whether a word may be a common one, and whether it may be a person's name."""
        if self._dictionary is None:
            return False, self._is_listed_name(word.lower())
        found = [reading[2] for reading in self._dictionary.analyse(word) if reading[2][2] != "ign"]
        common = any(lemma[0].islower() for _, lemma, *_ in found)
        return common, any(label in ("imię", "nazwisko") for *_, labels, _ in found for label in labels)

    def _is_common_name(self, word: str) -> bool:
        """Whether a word (lower case) is a first name or a common surname besides whatever else it is."""
        if _CYRILLIC_SURNAME.fullmatch(word):
            return True
        if self._dictionary is None:
            return False
        readings = [reading[2] for reading in self._dictionary.analyse(word.capitalize())]
        names = [lemma.partition(":")[0].lower() for _, lemma, _, labels, _ in readings if "nazwisko" in labels]
        return (
            any("imię" in labels for *_, labels, _ in readings)
            or any(not _SURNAME_KEYS.isdisjoint(keys(name)) for name in names)
            or any(_SURNAME_SHAPE.fullmatch(name) and name not in _ADJECTIVES for name in names)
        )

    def _is_street(self, word: str, lives: bool) -> bool:
        """Whether a word (lower case) after "na" names a street: "mieszkam na zwycięstwa", "na polnej"."""
        if self._dictionary is None or is_function(word):
            return False
        tags = [reading[2][2] for reading in self._dictionary.analyse(word)]
        if "ign" in tags:
            return lives and not self._knows(word)
        forms = [tag.split(":") for tag in tags if tag.startswith(("subst", "adj"))]
        cases = {case for form in forms if len(form) > 2 for case in form[2].split(".")}
        if not lives:
            return bool(cases) and cases <= {"gen", "dat"} and not self._knows(word)
        return "gen" in cases and ("loc" not in cases or all(form[0] == "adj" for form in forms))

    @staticmethod
    def _is_listed_name(word: str) -> bool:
        return any(
            key.endswith(ending) and key[: len(key) - len(ending)] in _NAME_STEMS
            for key in keys(word)
            for ending in _ENDINGS
        )
