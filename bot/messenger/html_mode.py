"""Telegram's HTML."""

import re
from dataclasses import dataclass
from typing import Any

from bot.messenger.entities import cannot_parse, link, units

Json = dict[str, Any]

_TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
}
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_REFERENCE = re.compile(r"&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(lt|gt|amp|quot))(?:;|(?![\w#]))")
_ATTRIBUTE = re.compile(r"""\s*([^\s=>/"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([\w.:/?&=#%+-]+)))?""")
_TEXT = re.compile(r"[^<&]+")


@dataclass
class _Open:
    tag: str
    offset: int
    begin: int
    argument: str


def parse(source: str) -> tuple[str, list[Json]]:
    """Text and entities. Raises `Refusal` ("can't parse entities: …")."""
    parts: list[str] = []
    entities: list[Json] = []
    stack: list[_Open] = []
    offset = position = 0
    while position < len(source):
        if plain := _TEXT.match(source, position):
            parts.append(plain.group())
            offset += units(plain.group())
            position = plain.end()
        elif source[position] == "&":
            character, position = _reference(source, position)
            parts.append(character)
            offset += units(character)
        elif source.startswith("</", position):
            position = _end_tag(source, position, offset, stack, entities, parts)
        else:
            opened, position = _start_tag(source, position, offset)
            stack.append(opened)
    if stack:
        raise cannot_parse(f'Can\'t find end tag corresponding to start tag "{stack[-1].tag}"')
    return "".join(parts), entities


class _At:
    """A place in the source; written out as its byte offset, which only a refusal needs."""

    def __init__(self, source: str, position: int) -> None:
        self._source, self._position = source, position

    def __str__(self) -> str:
        return str(len(self._source[: self._position].encode()))


def _reference(source: str, position: int) -> tuple[str, int]:
    found = _REFERENCE.match(source, position)
    if not found:
        return "&", position + 1
    decimal, hexadecimal, name = found.groups()
    if name:
        return _NAMED[name], found.end()
    code = int(decimal) if decimal else int(hexadecimal, 16)
    if code == 0 or code > 0x10FFFF or 0xD800 <= code < 0xE000:
        return "&", position + 1
    return (" " if code < 32 and code != 10 else chr(code)), found.end()


def _start_tag(source: str, position: int, offset: int) -> tuple[_Open, int]:
    at = _At(source, position)
    name = re.compile(r"[^\s>]*").match(source, position + 1)
    assert name is not None
    tag = name.group().lower()
    if name.end() == len(source):
        raise cannot_parse(f"Unclosed start tag at byte offset {at}")
    if tag not in _TAGS:
        raise cannot_parse(f'Unsupported start tag "{tag}" at byte offset {at}')
    argument, end = "", name.end()
    while True:
        while end < len(source) and source[end].isspace():
            end += 1
        if end >= len(source):
            raise cannot_parse(f'Unclosed start tag "{tag}" at byte offset {at}')
        if source[end] == ">":
            break
        attribute = _ATTRIBUTE.match(source, end)
        if not attribute:
            raise cannot_parse(f'Empty attribute name in the tag "{tag}" at byte offset {at}')
        key, *values = attribute.groups()
        value = next((v for v in values if v is not None), None)
        if value is None and not (tag == "blockquote" and key.lower() == "expandable"):
            raise cannot_parse(
                f'Expected equal sign in declaration of an attribute of the tag "{tag}" at byte offset {at}'
            )
        argument = _argument(tag, key.lower(), value) or argument
        end = attribute.end()
    if tag == "span" and argument != "tg-spoiler":
        raise cannot_parse(f'Tag "span" must have class "tg-spoiler" at byte offset {at}')
    return _Open(tag, offset, position, argument), end + 1


def _argument(tag: str, key: str, value: str | None) -> str | None:
    text = re.sub(_REFERENCE, lambda m: _reference(m.group(), 0)[0], value or "")
    match tag, key:
        case ("a", "href") | ("span", "class") | ("tg-emoji", "emoji-id"):
            return text
        case ("code", "class") if text.startswith("language-"):
            return text.removeprefix("language-")
        case ("blockquote", "expandable"):
            return "expandable"
    return None


def _end_tag(
    source: str, position: int, offset: int, stack: list[_Open], entities: list[Json], parts: list[str]
) -> int:
    at = _At(source, position)
    if not stack:
        raise cannot_parse(f"Unexpected end tag at byte offset {at}")
    found = re.compile(r"</([^\s>]*)\s*(>?)").match(source, position)
    assert found is not None
    name = found.group(1).lower()
    if not found.group(2):
        raise cannot_parse(f"Unclosed end tag at byte offset {at}")
    opened = stack.pop()
    if name and name != opened.tag:
        raise cannot_parse(f'Unmatched end tag at byte offset {at}, expected "</{opened.tag}>", found "</{name}>"')
    if offset > opened.offset:
        entity: Json = {"type": _TAGS[opened.tag], "offset": opened.offset, "length": offset - opened.offset}
        if opened.tag == "a":
            inside = opened.argument or "".join(parts).encode("utf-16-le")[2 * opened.offset :].decode("utf-16-le")
            if not (url := link(inside)):
                return found.end()
            entity["url"] = url
        elif opened.tag == "tg-emoji":
            return found.end()
        elif opened.tag == "blockquote" and opened.argument:
            entity["type"] = "expandable_blockquote"
        elif opened.tag == "code" and opened.argument and stack and stack[-1].tag == "pre":
            stack[-1].argument = opened.argument
            return found.end()
        elif opened.tag == "pre":
            entities[:] = [e for e in entities if e["offset"] < opened.offset or e["type"] == "text_link"]
            if opened.argument:
                entity["language"] = opened.argument
        entities.append(entity)
    return found.end()
