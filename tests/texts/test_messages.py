"""Each thing said is said in all languages, with the same values, and nothing is left over."""

from collections import Counter
from datetime import date
from html.parser import HTMLParser
from itertools import product
from typing import Any

import pytest
from fluent.syntax import ast as ftl

from bot.texts import LANGUAGES, Texts
from tests.texts.messages import FluentMessage, computed_prefixes, literals, messages, resources, uses

TELEGRAM_TAGS = {"b", "i", "u", "s", "a", "code", "pre", "blockquote", "tg-spoiler"}
PLURALS = {"pl": {"one", "few", "many"}, "uk": {"one", "few", "many"}, "en": {"one"}}
"""The forms that a whole number can take; `other` is the default that Fluent asks for anyway."""
COMPUTED = {
    "proposal-ask-",
    "booking-for-",
    "booking-other-",
    "booking-state-",
    "booking-topic-",
    "own-part-",
    "programme-decide-",
    "programme-how-",
    "programme-news-",
    "programme-said-yes-",
    "programme-standing-",
    "programme-state-",
    "programme-task-",
    "programme-way-",
    "proposal-label-",
    "command-",
    "counter-page-",
    "crisis-",
    "day-",
    "share-status-",
    "shift-ask-",
    "staff-",
    "status-",
    "topic-",
    "volunteering-age-",
    "volunteering-interest-",
    "volunteering-skill-",
    "webchat-",
}
"""What the keys that the code puts together may begin with (`f"topic-{topic}"`)."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_file_is_understood(language: str) -> None:
    assert resources(language)
    junk = [
        (file, entry.content)
        for file, resource in resources(language).items()
        for entry in resource.body
        if isinstance(entry, ftl.Junk)
    ]
    assert junk == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_key_is_written_twice(language: str) -> None:
    counted = Counter(message.key for message in messages(language))
    assert [key for key, times in counted.items() if times > 1] == []


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "pl"])
def test_every_language_says_the_same_things_with_the_same_values(language: str) -> None:
    polish = {(m.file, m.key): (m.variables, m.dates) for m in messages("pl")}
    other = {(m.file, m.key): (m.variables, m.dates) for m in messages(language)}
    assert other.keys() - polish.keys() == set()
    assert polish.keys() - other.keys() == set()
    assert {key: other[key] for key in polish if polish[key] != other[key]} == {}


def test_every_key_in_the_code_exists() -> None:
    known = {message.key for message in messages("pl")}
    assert [f"{use.place} {use.key}" for use in uses() if use.key not in known] == []


def test_the_code_gives_each_message_the_values_it_wants() -> None:
    wanted = {message.key: message.variables for message in messages("pl")}
    wrong = [
        f"{use.place} gives {use.key} {sorted(use.values)}, it wants {sorted(wanted[use.key])}"
        for use in uses()
        if use.values is not None and use.key in wanted and use.values != wanted[use.key]
    ]
    assert wrong == []


def test_every_message_is_used() -> None:
    unused = [
        message.key
        for message in messages("pl")
        if message.key not in literals() and not message.key.startswith(tuple(COMPUTED))
    ]
    assert unused == []


def test_computed_keys_are_known_ones() -> None:
    """A prefix that the code no longer uses would let unused messages pass."""
    assert computed_prefixes() >= COMPUTED


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_have_all_their_forms(language: str) -> None:
    lacking = {
        message.key: PLURALS[language] - variants
        for message in messages(language)
        for variants in message.choices.values()
        if variants & {"one", "few", "many"} and not PLURALS[language] <= variants
    }
    assert lacking == {}


def _samples(message: FluentMessage) -> list[dict[str, Any]]:
    """Values for a message: every variant of its selectors once."""
    options: dict[str, list[Any]] = {}
    for variable in sorted(message.variables):
        variants = message.choices.get(variable)
        if variable in message.dates:
            options[variable] = [date(2026, 11, 23)]
        elif variants and (variants & {"one", "few", "many"} or any(variant.isdigit() for variant in variants)):
            options[variable] = [0, 1, 2, 5, 12, 21, 22, 25]
        else:
            options[variable] = sorted(variants) if variants else ["Ala & <Ola>"]
    return [dict(zip(options, values, strict=True)) for values in product(*options.values())]


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        if tag not in TELEGRAM_TAGS:
            self.wrong.append(f"<{tag}> is not one of Telegram's")

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"</{tag}> closes nothing")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_renders(language: str) -> None:
    texts = Texts()
    for message in messages(language):
        for values in _samples(message):
            html, plain = texts.html(language, message.key, **values), texts.plain(language, message.key, **values)
            tags = _Tags()
            tags.feed(html)
            tags.close()
            assert not tags.wrong, f"{language}/{message.key}: {tags.wrong}"
            assert not tags.open, f"{language}/{message.key}: {tags.open} never closed"
            assert plain.strip(), f"{language}/{message.key} is empty"
            assert "{" not in plain
            assert len(plain) <= 4096


def test_the_sample_values_reach_every_polish_plural_form() -> None:
    from babel.plural import PluralRule

    rule: PluralRule = __import__("babel").Locale.parse("pl").plural_form
    assert {rule(number) for number in (0, 1, 2, 5, 12, 21, 22, 25)} == {"one", "few", "many"}
