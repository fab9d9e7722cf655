"""Finding the card for what somebody wrote: by forms, sounds and typos, offline, in milliseconds."""

from collections.abc import Mapping

from bot.catalogue.catalogue import Catalogue
from bot.catalogue.garbage import no_collecting
from bot.catalogue.search.corpus import lines_of
from bot.catalogue.search.forms import Lexicon
from bot.catalogue.search.index import SearchIndex
from bot.catalogue.search.kinship import lend
from bot.catalogue.search.outcome import Found, Hit, Outcome
from bot.catalogue.search.vocabulary import Spellings

__all__ = ["Found", "Hit", "Outcome", "Search", "SearchIndex"]


class Search:
    """The indexes of all centres of a catalogue. Immutable; build a new one for a new revision."""

    def __init__(self, catalogue: Catalogue) -> None:
        with no_collecting():
            lines = {centre: {card.id: lines_of(card) for card in catalogue.cards(centre)} for centre in catalogue.ids}
            lexicon = Lexicon(line for cards in lines.values() for listed in cards.values() for line in listed)
            spellings = Spellings(lexicon)
            borrowed = lend(lines, lexicon)
            self._indexes: Mapping[str, SearchIndex] = {
                centre: SearchIndex(list(cards.items()), lexicon, spellings, borrowed)
                for centre, cards in lines.items()
            }

    def search(self, centre: str, query: str) -> Found:
        """What to show for a question in one centre: its own cards only. KeyError for an unknown centre."""
        return self._indexes[centre].search(query)

    def index(self, centre: str) -> SearchIndex:
        """One centre's index. KeyError for an unknown centre."""
        return self._indexes[centre]
