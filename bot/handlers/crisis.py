"""Somebody is in danger: numbers, at once, whatever else was going on.

Asked before every other handler, for every private text and caption in any state. Nothing of the
message is kept or logged, nothing else is said with it, and the conversation stays where it was; but
whoever has agreed to talk with staff is heard by them, too.
"""

from datetime import datetime
from typing import Any

from aiogram import Router
from aiogram.filters import BaseFilter
from aiogram.methods import SendContact, SendMessage
from aiogram.types import InlineKeyboardMarkup, Message
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.catalogue.crisis import Answer, AnswerLine, Caught, answer
from bot.handlers.desk.buttons import OpenTalk
from bot.handlers.desk.offering import somebody_reads
from bot.handlers.desk.urgent import pass_on
from bot.handlers.menu import House
from bot.handlers.view import NO_PREVIEW, button
from bot.intake.replies import Replies, Reply
from bot.people.accounts import Actor
from bot.texts import LANGUAGES, Html, Texts

router = Router(name="crisis")

SPOKEN_INSTEAD = {"ru": "uk"}
"""Languages that people write in danger but the screen does not have."""


class InDanger(BaseFilter):
    """A text or caption that the crisis net catches; hands on what it caught."""

    async def __call__(self, message: Message, house: House) -> bool | dict[str, Any]:
        text = message.text or message.caption
        if text and text.startswith("/") and len(text.split()) == 1:
            return False  # "/help" is a command, not a cry
        caught = house.net.catch(text) if text else None
        return {"caught": caught} if caught else False


@router.message(InDanger())
@router.edited_message(InDanger())
async def numbers(
    message: Message, caught: Caught, actor: Actor, house: House, channel: str, session: AsyncSession, now: datetime
) -> Replies:
    """Calm words and the right numbers first, in the language of the message itself.

    Who talks with staff already comes first in their line from now on, and staff see what was written.
    """
    talking = await pass_on(message, actor, session, now)
    language = SPOKEN_INSTEAD.get(caught.lang, caught.lang)
    if language not in LANGUAGES:
        language = actor.language
    centre = house.catalogue.centre(actor.centre) if actor.centre else None
    reads = await somebody_reads(house, session, talking.centre if talking else actor.centre, now)
    said = answer(
        caught,
        centre_crisis_phones=centre.organization.crisis_phones if centre else (),
        somebody_reads_now=reads,
    )
    text = _text(house.texts, said, language)
    to_staff = button(house.texts.plain(language, "talk-button-begin"), OpenTalk(danger=True))
    keys = InlineKeyboardMarkup(inline_keyboard=[[to_staff]]) if reads and not talking else None
    replies: list[Reply] = [
        SendMessage(chat_id=message.chat.id, text=text, reply_markup=keys, link_preview_options=NO_PREVIEW)
    ]
    first = next((line for line in said.lines if line.number), None)
    if first and channel != "web":  # the page makes every number a link; in Telegram a contact can be tapped
        # Named by its number only: a contact's name shows on lock screens and may be saved by a tap.
        replies.append(SendContact(chat_id=message.chat.id, phone_number=first.number, first_name=first.number))
    return replies


def _text(texts: Texts, said: Answer, language: str) -> Html:
    parts: list[str] = [texts.html(language, key) for key in said.opening]
    parts.append("\n".join(_line(texts, line, language) for line in said.lines))
    parts += [texts.html(language, key) for key in said.closing]
    return Html("\n\n".join(part for part in parts if part))


def _line(texts: Texts, line: AnswerLine, language: str) -> str:
    what = _what(texts, line, language)
    if line.number:
        key = "crisis-call-example" if line.example else "crisis-call"
        return texts.html(language, key, number=line.number, what=what)
    return texts.html(language, "crisis-write", address=line.url or "", what=what)


def _what(texts: Texts, line: AnswerLine, language: str) -> str:
    values = {"note": line.note.in_(language)} if line.note else {}
    return texts.plain(language, line.text, **values)
