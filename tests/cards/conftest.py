"""The stage of the conversations, with the demo's examples laid over the cards: hours, phones, pins."""

from pathlib import Path

import pytest

from bot.catalogue.library import Library
from bot.catalogue.loading import load, load_examples
from tests.conversations.conftest import *  # noqa: F403  all its fixtures; `library` is another here

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="session")
def library() -> Library:
    catalogue = load(DATA)
    return Library(catalogue.with_examples(load_examples(DATA, catalogue)))
