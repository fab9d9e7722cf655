"""What takes seconds to make and never changes is made once in a process: the search and the crisis net over `data/`.

Every test still gets its own catalogue, database and bot. Equal lines of cards make equal indexes, so a
test that changes a card gets a search of its own.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.catalogue import library
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.crisis import Net
from bot.catalogue.search import Search
from bot.catalogue.search.corpus import lines_of

DATA = Path(__file__).parents[2] / "data"


def share(patch: pytest.MonkeyPatch) -> None:
    """Let everybody who builds these from the project's own data share them."""
    searches: dict[object, Search] = {}
    nets: dict[Path, Net] = {}
    load: Callable[[Path], Net] = Net.load

    def search(catalogue: Catalogue) -> Search:
        cards = (
            (centre, card.id, tuple(lines_of(card))) for centre in catalogue.ids for card in catalogue.cards(centre)
        )
        key = (catalogue.ids, tuple(cards))
        if key not in searches:
            searches[key] = Search(catalogue)
        return searches[key]

    def net(data_dir: Path) -> Net:
        if data_dir.resolve() != DATA:
            return load(data_dir)
        if DATA not in nets:
            nets[DATA] = load(DATA)
        return nets[DATA]

    patch.setattr(library, "Search", search)
    patch.setattr(Net, "load", net)
