"""A message of the messenger as the desk passes it on."""

from typing import Final

from aiogram.types import Message

from bot.desk.content import Content, Sort

CANNOT_PASS: Final = frozenset(
    (
        "animation",
        "checklist",
        "contact",
        "dice",
        "game",
        "location",
        "paid_media",
        "poll",
        "sticker",
        "story",
        "venue",
        "video_note",
    )
)
"""Kinds of content that somebody meant for us and that cannot be passed on. The rest are service messages."""


def content_of(message: Message) -> Content | None:
    """What can be passed on of a message; None for what cannot. Words go without their formatting."""
    caption = message.caption or ""
    if message.text:
        return Content(text=message.text)
    if message.voice:
        return Content(caption, Sort.VOICE, message.voice.file_id, size=message.voice.file_size)
    if message.photo:
        largest = message.photo[-1]
        return Content(caption, Sort.PHOTO, largest.file_id, size=largest.file_size)
    if message.video:
        return Content(caption, Sort.VIDEO, message.video.file_id, message.video.file_name, message.video.file_size)
    if message.audio:
        return Content(caption, Sort.AUDIO, message.audio.file_id, message.audio.file_name, message.audio.file_size)
    if message.document and not message.animation:
        sent = message.document
        return Content(caption, Sort.DOCUMENT, sent.file_id, sent.file_name, sent.file_size)
    return None
