"""What a card can be found by: its texts as words, with how much each counts."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.catalogue.catalogue import Card
from bot.catalogue.model import Text
from bot.catalogue.search.folding import words

NAME, ALTERNATE, NEED, TEXT = 3.0, 2.4, 1.8, 0.5
"""How much a word counts by the field that it stands in."""


@dataclass(frozen=True, slots=True)
class Line:
    """One text of a card. A phrase is something people say whole; other texts only lend their words."""

    language: str
    words: tuple[str, ...]
    weight: float
    phrase: bool


def lines_of(card: Card) -> list[Line]:
    """All that is searched of a card."""
    service = card.service
    lines = [_line("pl", service.official_name, NAME)]
    lines += [_line(language, text, NAME) for language, text in _texts(service.name)]
    for listed, weight in ((service.alternate_names, ALTERNATE), (service.needs, NEED)):
        for language in ("pl", "uk", "ru", "en"):
            lines += [_line(language, phrase, weight) for phrase in getattr(listed, language)]
    for more in (service.description, service.eligibility, service.more):
        lines += [_line(language, text, TEXT) for language, text in _texts(more)]
    return lines


def _line(language: str, text: str, weight: float) -> Line:
    return Line(language, tuple(words(text)), weight, weight > TEXT)


def _texts(text: Text | None) -> Iterable[tuple[str, str]]:
    if text is not None:
        for language in ("pl", "uk", "en"):
            if (written := getattr(text, language)) is not None:
                yield language, written
