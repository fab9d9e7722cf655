"""The living catalogue: what handlers look things up in, replaced whole when it changes."""

from bot.catalogue.catalogue import Catalogue
from bot.catalogue.search import Found, Search
from bot.catalogue.search.folding import keys, words


class Library:
    """A catalogue and the search over each of its centres."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.replace(catalogue)

    def replace(self, catalogue: Catalogue) -> None:
        """Put a changed catalogue in place; questions under way finish on the old one."""
        self._search = Search(catalogue)
        self._towns = {
            keys(name.lower())[0]: centre.organization.id
            for centre in catalogue
            for name in (*centre.organization.city.model_dump().values(), centre.organization.city_locative)
            if name
        }
        self.catalogue = catalogue

    def find(self, centre: str, question: str) -> Found:
        """What a question means in a centre. Raises `KeyError` for an unknown centre."""
        return self._search.search(centre, question)

    def nearest(self, centre: str, question: str, most: int) -> list[str]:
        """The cards that have anything in common with a text, best first, however unsure."""
        hits, _ = self._search.index(centre).rank(question)
        return [hit.id for hit in hits[:most]]

    def knows(self, centre: str | None, word: str) -> bool:
        """Whether a word (lower case) stands on the cards of a centre, in any form of it."""
        return centre in self.catalogue.ids and self._search.index(centre or "").knows(word)

    def mentioned_centre(self, text: str) -> str | None:
        """The one centre whose town a text names; None for none or several."""
        named = {self._towns[key] for word in words(text) for key in keys(word) if key in self._towns}
        return named.pop() if len(named) == 1 else None
