"""A message that an organiser sends, as the content of an announcement; and content as aiogram's methods."""

from typing import Any

from aiogram import methods
from aiogram.types import Message

from bot.announcements.content import Content, Keyboard, Piece, sending
from bot.errors import OkienkoError
from bot.handlers.view import Screen
from bot.intake.replies import Reply

SENT_BY_PEOPLE = frozenset(
    ("photo", "video", "animation", "document", "voice", "audio", "video_note", "sticker", "location", "contact")
)
"""What a person sends where words were asked for; anything else that is not text is the messenger's own."""


def taken_in(message: Message, signature: str) -> Content:
    """What was sent. Raises `OkienkoError` for what cannot be announced (a voice message, a sticker, a poll)."""
    pieces: list[Piece] = []
    if message.photo:
        pieces.append(Piece("photo", message.photo[-1].file_id))
    elif message.video:
        pieces.append(Piece("video", message.video.file_id, message.video.file_name or ""))
    elif message.animation:
        pieces.append(Piece("animation", message.animation.file_id, message.animation.file_name or ""))
    elif message.document:
        pieces.append(Piece("document", message.document.file_id, message.document.file_name or ""))
    elif not message.text:
        raise OkienkoError("announce-wrong-kind")
    return Content(
        text=message.text or message.caption or "",
        entities=entities_of(message),
        pieces=tuple(pieces),
        signature=signature,
        album=message.media_group_id,
    )


def entities_of(message: Message) -> tuple[dict[str, Any], ...]:
    """Bold, links and so on as they were typed, in the Bot API's form."""
    found = message.entities or message.caption_entities or []
    return tuple(entity.model_dump(mode="json", exclude_none=True) for entity in found)


def as_arguments(screen: Screen) -> dict[str, Any]:
    """A screen as sendMessage's arguments, to be owed."""
    rows = [[key.model_dump(mode="json", exclude_none=True) for key in row] for row in screen.rows]
    return {"text": screen.text, "parse_mode": "HTML", "reply_markup": {"inline_keyboard": rows}}


def as_reply(content: Content, chat_id: int, keyboard: Keyboard | None = None) -> Reply:
    """The message exactly as it will look, for the preview."""
    call = sending(content, keyboard=keyboard)
    method: Any = getattr(methods, call.method[0].upper() + call.method[1:])
    arguments = dict(call.arguments) | {"chat_id": chat_id}
    if "media" not in arguments:
        arguments["parse_mode"] = None  # entities say how it looks; the bot's default would read it as HTML
    else:
        arguments["media"] = [piece | {"parse_mode": None} for piece in arguments["media"]]
    reply: Reply = method.model_validate(arguments)
    return reply
