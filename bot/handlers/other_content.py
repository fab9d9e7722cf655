"""What is not text: each kind gets a sentence that says what to do instead."""

from aiogram import F, Router
from aiogram.types import Message

from bot.handlers.menu import House, help_screen
from bot.handlers.view import Screen, show, way_out
from bot.intake.replies import Replies
from bot.people.accounts import Actor

router = Router(name="other content")

SENTENCES = {
    "voice": "content-voice",
    "audio": "content-voice",
    "video_note": "content-voice",
    "photo": "content-picture",
    "video": "content-picture",
    "animation": "content-smile",
    "sticker": "content-smile",
    "document": "content-document",
    "contact": "content-contact",
    "location": "content-location",
    "venue": "content-location",
}
"""Kind of content → text. What is not listed gets `content-other`."""


@router.message(F.text.startswith("/"))
async def unknown_command(message: Message, actor: Actor, house: House) -> Replies:
    """A command that does not exist: what Okienko can do."""
    return show(message, help_screen(house, actor))


@router.message(~F.text)
async def other(message: Message, actor: Actor, house: House) -> Replies:
    """Anything but text. A service message (a pinned message, say) needs no answer."""
    kind = message.content_type
    service = kind not in SENTENCES and kind not in ("poll", "dice", "story", "game", "paid_media", "checklist")
    if service:
        return []
    key = SENTENCES.get(kind, "content-other")
    return show(message, Screen(house.texts.html(actor.language, key), [way_out(house.texts, actor.language)]))
