"""Telegram's MarkdownV2 and the older Markdown."""

import re
from dataclasses import dataclass
from typing import Any

from bot.messenger.entities import cannot_parse, link, units

Json = dict[str, Any]

_RESERVED = frozenset("_*[]()~`>#+-=|{}.!")
_NAMES = {
    "bold": "Bold",
    "italic": "Italic",
    "underline": "Underline",
    "strikethrough": "Strikethrough",
    "spoiler": "Spoiler",
    "code": "Code",
    "pre": "Pre",
    "text_link": "TextUrl",
    "custom_emoji": "CustomEmoji",
}
_MARKS = {
    "bold": "*",
    "italic": "_",
    "underline": "__",
    "strikethrough": "~",
    "spoiler": "||",
    "code": "`",
    "pre": "```",
    "text_link": "]",
    "custom_emoji": "]",
}
_LANGUAGE = re.compile(r"([^\s`]*)(\n?)")


@dataclass
class _Open:
    kind: str
    offset: int
    begin: int
    part: int
    language: str = ""


class _Reader:
    def __init__(self, source: str) -> None:
        self.source = source
        self.position = 0
        self.parts: list[str] = []
        self.offset = 0
        self.entities: list[Json] = []

    def byte(self, position: int) -> int:
        return len(self.source[:position].encode())

    def write(self, text: str) -> None:
        self.parts.append(text)
        self.offset += units(text)

    def at(self, mark: str) -> bool:
        return self.source.startswith(mark, self.position)

    def add(self, opened: _Open, **more: str) -> None:
        if self.offset > opened.offset:
            length = self.offset - opened.offset
            self.entities.append({"type": opened.kind, "offset": opened.offset, "length": length, **more})

    def url(self) -> str | None:
        """The part in round brackets after a link's text; None when there is none."""
        if not self.at("("):
            return None
        begin = self.position
        self.position += 1
        letters = []
        while self.position < len(self.source) and self.source[self.position] != ")":
            if self.source[self.position] == "\\" and self.position + 1 < len(self.source):
                self.position += 1
            letters.append(self.source[self.position])
            self.position += 1
        if self.position >= len(self.source):
            raise cannot_parse(f"Can't find end of a URL at byte offset {self.byte(begin)}")
        self.position += 1
        return "".join(letters)


def parse(source: str) -> tuple[str, list[Json]]:
    """MarkdownV2 to text and entities. Raises `Refusal` ("can't parse entities: …")."""
    reader = _Reader(source)
    stack: list[_Open] = []
    quote: _Open | None = None
    line_start = True
    while reader.position < len(source):
        if line_start and not stack:
            marked = ">" if reader.at(">") else ("**>" if reader.at("**>") else "")
            if quote and marked != ">":
                _end_quote(reader, quote)
                quote = None
            if marked:
                quote = quote or _Open("blockquote", reader.offset, reader.position, len(reader.parts))
                reader.position += len(marked)
                line_start = False
                continue
        character = source[reader.position]
        line_start = character == "\n"
        following = source[reader.position + 1 : reader.position + 2]
        if character == "\\" and following and following < "\x7f":
            reader.write(following)
            reader.position += 2
            continue
        verbatim = bool(stack) and stack[-1].kind in ("code", "pre")
        if (verbatim and character != "`") or character not in _RESERVED:
            reader.write(character)
            reader.position += 1
            continue
        if quote and not stack and reader.at("||") and _line_ends(source, reader.position + 2):
            reader.position += 2
            quote.kind = "expandable_blockquote"
        elif stack and _closes(reader, stack[-1].kind):
            _close(reader, stack.pop())
        elif verbatim:
            reader.write(character)
            reader.position += 1
        else:
            stack.append(_open(reader))
    if stack:
        opened = stack[-1]
        raise cannot_parse(f"Can't find end of {_NAMES[opened.kind]} entity at byte offset {reader.byte(opened.begin)}")
    if quote:
        _end_quote(reader, quote)
    return "".join(reader.parts), reader.entities


def _line_ends(source: str, position: int) -> bool:
    return position >= len(source) or source[position] == "\n"


def _end_quote(reader: _Reader, quote: _Open) -> None:
    if reader.offset > quote.offset:
        tail = 1 if reader.parts and reader.parts[-1].endswith("\n") else 0
        length = reader.offset - quote.offset - tail
        if length > 0:
            reader.entities.append({"type": quote.kind, "offset": quote.offset, "length": length})


def _closes(reader: _Reader, kind: str) -> bool:
    if kind == "italic":
        return reader.at("_") and not reader.at("__")
    return reader.at(_MARKS[kind])


def _open(reader: _Reader) -> _Open:
    begin = reader.position
    for mark, kind in (
        ("```", "pre"),
        ("`", "code"),
        ("__", "underline"),
        ("_", "italic"),
        ("*", "bold"),
        ("~", "strikethrough"),
        ("||", "spoiler"),
        ("![", "custom_emoji"),
        ("[", "text_link"),
    ):
        if reader.at(mark):
            reader.position += len(mark)
            opened = _Open(kind, reader.offset, begin, len(reader.parts))
            word = _LANGUAGE.match(reader.source, reader.position)
            if kind == "pre" and word and word.group(2):
                opened.language = word.group(1)
                reader.position = word.end()
            return opened
    raise cannot_parse(f"Character '{reader.source[begin]}' is reserved and must be escaped with the preceding '\\'")


def _close(reader: _Reader, opened: _Open) -> None:
    reader.position += len(_MARKS[opened.kind])
    if opened.kind in ("text_link", "custom_emoji"):
        address = reader.url()
        if opened.kind == "custom_emoji":
            return
        if url := link(address or "".join(reader.parts[opened.part :])):
            reader.add(opened, url=url)
    elif opened.kind == "pre" and opened.language:
        reader.add(opened, language=opened.language)
    else:
        reader.add(opened)


def parse_legacy(source: str) -> tuple[str, list[Json]]:
    """The older Markdown: ``*bold* _italic_ `code` ```pre``` [text](address)``, nothing nested."""
    reader = _Reader(source)
    while reader.position < len(source):
        character = source[reader.position]
        following = source[reader.position + 1 : reader.position + 2]
        if character == "\\" and following and following in "_*`[":
            reader.write(following)
            reader.position += 2
            continue
        if character not in "_*`[":
            reader.write(character)
            reader.position += 1
            continue
        begin = reader.position
        kind = {"_": "italic", "*": "bold", "`": "code", "[": "text_link"}[character]
        if reader.at("```"):
            kind = "pre"
        mark = _MARKS[kind]
        reader.position += 3 if kind == "pre" else 1
        end = source.find(mark, reader.position)
        if end < 0:
            raise cannot_parse(f"Can't find end of the entity starting at byte offset {reader.byte(begin)}")
        opened = _Open(kind, reader.offset, begin, len(reader.parts))
        if kind == "pre" and (word := _LANGUAGE.match(source, reader.position)) and word.group(2) and word.end() <= end:
            opened.language = word.group(1)
            reader.position = word.end()
        inside = source[reader.position : end]
        reader.write(inside)
        reader.position = end + len(mark)
        if kind == "text_link":
            address = reader.url()
            if url := link(address or inside):
                reader.add(opened, url=url)
        elif opened.language:
            reader.add(opened, language=opened.language)
        else:
            reader.add(opened)
    return "".join(reader.parts), reader.entities
