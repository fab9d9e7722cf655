"""Everything people read, in Polish, Ukrainian and English, and the one renderer of it.

The messages are Fluent files (`bot/texts/pl/*.ftl`, one file a feature, the same names in each
language). Two forms are asked for: `Texts.html` for a chat message (Telegram's HTML; values are
escaped) and `Texts.plain` for buttons, pages and documents.
"""

import re
from datetime import date
from functools import cache
from html import escape
from pathlib import Path
from typing import Any, Final

from fluent.runtime import FluentBundle, FluentResource, resolver
from fluent.runtime.types import FluentType
from fluent.syntax.ast import Message, Term

LANGUAGES: Final = ("pl", "uk", "en")
DEFAULT: Final = "pl"
FOLDER: Final = Path(__file__).parent
# The library takes values of 2,500 letters at most, for fear of hostile patterns; ours are our own, and a message
# that people write may have 4,096, each of them five when it is escaped.
resolver.MAX_PART_LENGTH = 32_768


class Html(str):
    """A text that is Telegram HTML already and must not be escaped again."""


def language_of(code: str | None) -> str:
    """The language to speak with someone whose app says ``code`` (IETF tag, may be absent).

    Russian speakers get Ukrainian: the texts have no Russian, and Polish is farther away.
    """
    start = (code or "").lower().split("-")[0]
    return {"ru": "uk", "be": "uk"}.get(start, start if start in LANGUAGES else ("en" if start else DEFAULT))


class Texts:
    """The renderer. Build one at start; it is safe to share."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self._bundles = {language: _Bundle(folder / language, language) for language in LANGUAGES}

    def html(self, language: str, key: str, **values: Any) -> Html:
        """The message as Telegram HTML. String values are escaped unless they are `Html`."""
        safe = {
            name: escape(value, quote=False) if isinstance(value, str) and not isinstance(value, Html) else value
            for name, value in values.items()
        }
        return Html(self._format(language, key, safe))

    def plain(self, language: str, key: str, **values: Any) -> str:
        """The message as plain text; values stand as they are."""
        return self._format(language, key, values)

    def keys(self, language: str) -> set[str]:
        """Every message key that a language has."""
        return set(self._bundles[language]._messages.written)

    def _format(self, language: str, key: str, values: dict[str, Any]) -> str:
        bundle = self._bundles.get(language) or self._bundles[DEFAULT]
        message = bundle.get_message(key)
        if message.value is None:
            raise KeyError(key)
        text, problems = bundle.format_pattern(message.value, _values(values))
        if problems:
            raise ValueError(f"{language}/{key}: {problems[0]}")
        return str(text)


def _values(values: dict[str, Any]) -> dict[str, Any]:
    for value in values.values():
        if not isinstance(value, str | int | float | date | FluentType):
            raise TypeError(f"a text takes strings, numbers and dates, not {type(value).__name__}")
    return values


_ENTRY = re.compile(r"^-?([a-zA-Z][\w-]*) *=", re.MULTILINE)
"""How a message or term begins; whatever belongs to it is indented (Fluent's grammar)."""


class _Entries(dict[str, Message | Term]):
    """Messages or terms by name, each parsed when it is first asked for.

    Most are not, for days: parsing all of them was a third of the start, and many megabytes.
    """

    def __init__(self) -> None:
        super().__init__()
        self.written: dict[str, str] = {}

    def __missing__(self, name: str) -> Message | Term:
        for entry in FluentResource(self.written[name]).body:
            if isinstance(entry, Message | Term):
                return entry  # the bundle keeps what it makes of it
        raise ValueError(f"a text that is no Fluent: {name}")


class _Bundle(FluentBundle):
    """One language's texts."""

    def __init__(self, folder: Path, language: str) -> None:
        # English here is that of Europe: 30 September 2026, not September 30, 2026.
        super().__init__(["en-GB" if language == "en" else language], use_isolating=False)
        self._messages: _Entries = _Entries()
        self._terms: _Entries = _Entries()
        for file in sorted(folder.glob("*.ftl")):
            content = file.read_text("utf-8")
            starts = list(_ENTRY.finditer(content))
            ends = [start.start() for start in starts[1:]] + [len(content)]
            for start, end in zip(starts, ends, strict=True):
                entries = self._terms if start[0].startswith("-") else self._messages
                entries.written.setdefault(start[1], content[start.start() : end])


@cache
def texts() -> Texts:
    """The shipped texts, read once."""
    return Texts()
