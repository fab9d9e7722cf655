"""Ready answers are the cards of the catalogue: found by a part of the name, or by what people would call it."""

from typing import Final

from bot.catalogue.catalogue import Card
from bot.catalogue.library import Library

MOST: Final = 5


def find(library: Library, centre: str, typed: str, most: int = MOST) -> list[Card]:
    """A centre's cards for what a clerk typed, best first: names that have it in them, then the search's own."""
    wanted = " ".join(typed.casefold().split())
    if not wanted:
        return []
    cards = library.catalogue.cards(centre)
    named = [card for card in cards if any(wanted in name.casefold() for name in _names(card))]
    named.sort(key=lambda card: not any(name.casefold().startswith(wanted) for name in _names(card)))
    found = {card.id: card for card in named[:most]}
    for id in library.nearest(centre, typed, most):
        if card := library.catalogue.card(id):
            found.setdefault(id, card)
    return list(found.values())[:most]


def _names(card: Card) -> list[str]:
    return [name for name in (card.service.official_name, *card.service.name.model_dump().values()) if name]
