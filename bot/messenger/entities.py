"""Formatted text: parse modes, given entities, and what is found in plain text.

Offsets and lengths are in UTF-16 code units, as everywhere in the Bot API; offsets in refusals are
bytes of UTF-8, as Telegram words them. The rules are those of TDLib's ``MessageEntity.cpp``.
"""

import re
from typing import Any

from bot.messenger.refusals import Refusal, bad_request

Json = dict[str, Any]

MOST_ENTITIES = 100
LONGEST_SOURCE = 50_000
"""Characters that a parser will look at: far more than any text that passes the length check."""
KINDS = frozenset(
    (
        "mention",
        "hashtag",
        "cashtag",
        "bot_command",
        "url",
        "email",
        "phone_number",
        "bold",
        "italic",
        "underline",
        "strikethrough",
        "spoiler",
        "blockquote",
        "expandable_blockquote",
        "code",
        "pre",
        "text_link",
        "text_mention",
        "custom_emoji",
    )
)

_FOUND = (
    ("url", re.compile(r"(?<![\w@])(?:https?://[^\s<>\"]+|www\.[^\s<>\"]+\.[^\s<>\"]+)", re.IGNORECASE)),
    ("email", re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")),
    ("bot_command", re.compile(r"(?<![\w/@<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?!\w)")),
    ("mention", re.compile(r"(?<![\w@])@[A-Za-z0-9_]{3,32}(?!\w)")),
    ("hashtag", re.compile(r"(?<![\w#])#\w*[^\W\d]\w*")),
    ("phone_number", re.compile(r"(?<![\w+])\+\d(?:[ -]?\d){8,14}(?!\w)")),
)
_UNWANTED = {code: " " for code in range(32) if chr(code) not in "\n"} | {13: ""}
_TRAILING = ".,:;!?)'\""


def units(text: str) -> int:
    """Length in UTF-16 code units."""
    return len(text) + sum(character > "\uffff" for character in text)


def cut(text: str, offset: int, length: int) -> str:
    """The part of a text that an entity names."""
    return text.encode("utf-16-le")[2 * offset : 2 * (offset + length)].decode("utf-16-le", "replace")


def cannot_parse(words: str) -> Refusal:
    return bad_request(f"can't parse entities: {words}")


def formatted(text: str, parse_mode: str | None, given: object = None) -> tuple[str, list[Json]]:
    """The text as it will stand and its entities.

    ``parse_mode`` HTML, MarkdownV2 or Markdown in any case wins over ``given`` entities. Raises
    `Refusal` in Telegram's words when either is broken.
    """
    from bot.messenger import html_mode, markdown_mode

    if len(text) > LONGEST_SOURCE:
        raise bad_request("message is too long")
    text = text.translate(_UNWANTED)
    mode = (parse_mode or "").lower()
    if mode == "html":
        text, entities = html_mode.parse(text)
    elif mode == "markdownv2":
        text, entities = markdown_mode.parse(text)
    elif mode == "markdown":
        text, entities = markdown_mode.parse_legacy(text)
    elif mode in ("", "none"):
        entities = _checked(given, units(text)) if given is not None else []
    else:
        raise bad_request("unsupported parse_mode")
    text, entities = _trimmed(text, entities)
    entities += found(text, entities)
    entities.sort(key=lambda entity: (entity["offset"], -entity["length"]))
    return text, entities[:MOST_ENTITIES]


def found(text: str, taken: list[Json]) -> list[Json]:
    """Links, commands, mentions and the like in a text, where no other entity forbids it."""
    blocked = [
        (entity["offset"], entity["offset"] + entity["length"])
        for entity in taken
        if entity["type"] in ("code", "pre", "text_link", "text_mention", "url", "email", "bot_command", "mention")
    ]
    entities: list[Json] = []
    # Plain sentences are most of what is written: one look tells that there is nothing to find.
    if not any(sign in text for sign in "/@#+") and "www." not in text.lower():
        return entities
    for kind, pattern in _FOUND:
        for match in pattern.finditer(text):
            piece = match.group().rstrip(_TRAILING) if kind == "url" else match.group()
            start, length = units(text[: match.start()]), units(piece)
            if all(start + length <= begin or start >= end for begin, end in blocked):
                entities.append({"type": kind, "offset": start, "length": length})
                blocked.append((start, start + length))
    return entities


def _checked(given: object, size: int) -> list[Json]:
    if not isinstance(given, list):
        raise bad_request("can't parse entities JSON object: expected an Array")
    entities: list[Json] = []
    for raw in given[: 10 * MOST_ENTITIES]:
        if not isinstance(raw, dict):
            raise bad_request("can't parse MessageEntity: expected an Object")
        kind, offset, length = raw.get("type"), raw.get("offset"), raw.get("length")
        if not isinstance(kind, str):
            raise bad_request('can\'t parse MessageEntity: Field "type" must be of type String')
        for name, value in (("offset", offset), ("length", length)):
            if not isinstance(value, int) or isinstance(value, bool):
                raise bad_request(f'can\'t parse MessageEntity: Field "{name}" must be of type Number')
        assert isinstance(offset, int)
        assert isinstance(length, int)
        if offset < 0 or length <= 0:
            continue
        if offset + length > size:
            raise bad_request(
                f"entity beginning at UTF-16 offset {offset} ends after the end of the text"
                f" at UTF-16 offset {offset + length}"
            )
        if kind not in KINDS:
            raise bad_request("can't parse MessageEntity: unsupported type specified")
        entity: Json = {"type": kind, "offset": offset, "length": length}
        if kind == "text_link":
            if not isinstance(raw.get("url"), str):
                raise bad_request('can\'t parse MessageEntity: Field "url" must be of type String')
            if not (url := link(raw["url"])):
                continue
            entity["url"] = url
        elif kind in ("text_mention", "custom_emoji"):
            continue  # people of the messenger have no profiles, and it has no emoji of its own
        elif kind == "pre" and isinstance(raw.get("language"), str) and raw["language"]:
            entity["language"] = raw["language"][:64]
        entities.append(entity)
    return entities


def link(url: str) -> str | None:
    """An address as Telegram would store it; None for one that is no web address."""
    url = url.strip()
    if not re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", url) or re.match(r"[\w.-]+:\d+(?:/|$)", url):
        url = f"http://{url}"
    scheme, _, rest = url.partition("://")
    if scheme.lower() not in ("http", "https", "tg") or any(sign in url for sign in '\n "<>'):
        return None
    host = re.split(r"[/?#]", rest, maxsplit=1)[0]
    if scheme.lower() != "tg" and not re.fullmatch(r"(?:[\w.-]+\.\w{2,}|localhost|[\d.]+)(?::\d{1,5})?", host):
        return None
    return url + "/" if scheme.lower() != "tg" and rest == host else url


def _trimmed(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    stripped = text.strip()
    if len(stripped) == len(text):
        return text, entities
    start = units(text[: len(text) - len(text.lstrip())])
    size = units(stripped)
    kept = []
    for entity in entities:
        begin = max(entity["offset"] - start, 0)
        end = min(entity["offset"] + entity["length"] - start, size)
        if begin < end:
            kept.append(entity | {"offset": begin, "length": end - begin})
    return stripped, kept
