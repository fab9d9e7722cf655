"""Finding the card for what somebody wrote: by forms, sounds and typos, offline, in milliseconds."""

from collections.abc import Mapping

from bot.catalogue.catalogue import Catalogue
from bot.catalogue.search.forms import Lexicon
from bot.catalogue.search.index import SearchIndex, tokens_of
from bot.catalogue.search.outcome import Found, Hit, Outcome

__all__ = ["Found", "Hit", "Outcome", "Search", "SearchIndex"]


class Search:
    """The indexes of all centres of a catalogue. Immutable; build a new one for a new revision."""

    def __init__(self, catalogue: Catalogue) -> None:
        cards = {centre: catalogue.cards(centre) for centre in catalogue.ids}
        lexicon = Lexicon(tokens_of(card for listed in cards.values() for card in listed))
        self._indexes: Mapping[str, SearchIndex] = {
            centre: SearchIndex.build(listed, lexicon) for centre, listed in cards.items()
        }

    def search(self, centre: str, query: str) -> Found:
        """What to show for a question in one centre: its own cards only. KeyError for an unknown centre."""
        return self._indexes[centre].search(query)
