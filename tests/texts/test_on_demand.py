"""A text is parsed when it is first asked for; nothing else about it changes."""

from pathlib import Path

import pytest
from fluent.runtime import FluentResource
from fluent.syntax.ast import Message, Term

from bot.texts import FOLDER, LANGUAGES, Texts


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_entry_is_what_the_whole_file_says(language: str) -> None:
    bundle = Texts()._bundles[language]
    for file in (FOLDER / language).glob("*.ftl"):
        for whole in FluentResource(file.read_text("utf-8")).body:
            if isinstance(whole, Message | Term):
                entries = bundle._messages if isinstance(whole, Message) else bundle._terms
                assert entries[whole.id.name].equals(whole, ignored_fields=["span", "comment"]), whole.id.name


def test_what_is_no_fluent_is_told_by_its_name(tmp_path: Path) -> None:
    for language in LANGUAGES:
        (tmp_path / language).mkdir()
        (tmp_path / language / "a.ftl").write_text("good = Tak\nbroken = { $x\n")
    texts = Texts(tmp_path)
    assert texts.plain("pl", "good") == "Tak"
    with pytest.raises(ValueError, match="broken"):
        texts.plain("pl", "broken")
    with pytest.raises(KeyError):
        texts.plain("pl", "unheard-of")
