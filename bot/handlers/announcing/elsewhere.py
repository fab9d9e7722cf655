"""An announcement where Okienko does not reach: plain words to paste, and a sheet for the notice board."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape
from typing import Any, Final

from aiogram.methods import AnswerCallbackQuery, SendMessage
from aiogram.types import CallbackQuery, InlineKeyboardMarkup
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.announcements import event_messages, events, printing
from bot.announcements.content import LONGEST_TEXT, Content, units
from bot.announcements.events import Event, local_day
from bot.announcements.printing import Announcement, Picture
from bot.errors import OkienkoError
from bot.handlers.announcing.buttons import Item
from bot.handlers.menu import House
from bot.handlers.view import way_out
from bot.intake.replies import Replies, Reply
from bot.papers.poster import Poster, poster_pdf
from bot.people.accounts import Actor
from bot.texts import LANGUAGES, Texts

LANGUAGE: Final = "pl"
"""The sheet hangs, and the words are pasted, in a Polish town, whoever asks for them."""
LONGEST_TITLE: Final = 90
"""Characters of a line that can still be read as a title."""
_SENTENCE: Final = re.compile(r"(.+?[.!?…])\s+(?=\S)")
_PIECE: Final = LONGEST_TEXT - 200
"""Room for the words around."""


@dataclass(frozen=True, slots=True)
class Said:
    """What an announcement says, taken apart. ``facts`` are pairs of a label and a text."""

    title: str
    what: str
    facts: Sequence[tuple[str, str]]
    signature: str
    phone: str | None
    link: str


async def paste(
    tap: CallbackQuery,
    house: House,
    actor: Actor,
    session: AsyncSession,
    announcement: Announcement,
    username: str,
) -> Replies:
    """The words for other networks, to be copied with one tap; very long ones in several pieces."""
    said = await _said(house, actor, session, announcement, username)
    texts, language = house.texts, actor.language
    words = _plain(texts, said)
    rows = [way_out(texts, language, Item(id=announcement.id or 0, act="open"))]
    replies: list[Reply] = [AnswerCallbackQuery(callback_query_id=tap.id)]
    pieces = _in_pieces(words, _PIECE)
    for number, piece in enumerate(pieces, 1):
        replies.append(
            SendMessage(
                chat_id=actor.chat_id,
                # Not by a variable of the text: Fluent takes at most 2,500 characters there.
                text=f"{texts.html(language, 'elsewhere-paste')}\n\n<pre>{escape(piece, quote=False)}</pre>",
                reply_markup=InlineKeyboardMarkup(inline_keyboard=rows) if number == len(pieces) else None,
            )
        )
    return replies


async def owe_poster(
    house: House,
    actor: Actor,
    session: AsyncSession,
    now: datetime,
    announcement: Announcement,
    username: str,
) -> None:
    """A4 with a code that opens the bot; it comes as a file, with the picture once that has been fetched.

    Raises `OkienkoError` where there is no link or no text, or what cannot be put on one sheet.
    """
    said = await _said(house, actor, session, announcement, username)
    texts = house.texts
    if not said.link:
        raise OkienkoError("announce-poster-telegram")
    if not said.title:
        raise OkienkoError("announce-poster-words")
    poster = Poster(
        language=LANGUAGE,
        centre=said.signature,
        title=said.title,
        what=said.what,
        facts=said.facts,
        phone=(texts.plain(LANGUAGE, "poster-phone"), said.phone) if said.phone else None,
        warning=None,
        scan=texts.plain(LANGUAGE, "poster-scan-telegram"),
        link=said.link,
        link_words=f"t.me/{username}",
        source=texts.plain(LANGUAGE, "announce-poster-source", date=local_day(now)),
    )
    await printing.owe_sheet(
        session,
        now,
        actor.account_id,
        announcement,
        (actor.channel, actor.chat_id),
        poster_pdf(poster, now),
        texts.plain(actor.language, "announce-poster-file") + ".pdf",
        await _picture(session, announcement),
        poster.words,
    )


async def _said(house: House, actor: Actor, session: AsyncSession, announcement: Announcement, username: str) -> Said:
    content = Content.read(announcement.content)
    event = await events.find(session, announcement.event_id) if announcement.event_id else None
    text = _spelled_out(content.text, content.entities).strip()
    title, what = _of_event(house.texts, event, text) if event else _titled(house.texts, text)
    facts: list[tuple[str, str]] = []
    if event:
        when = event_messages.moment(house.texts, LANGUAGE, event.starts_at)
        if event.cancelled_at:
            title = house.texts.plain(LANGUAGE, "elsewhere-cancelled", title=title)
        facts = [
            (house.texts.plain(LANGUAGE, "poster-when"), when),
            (house.texts.plain(LANGUAGE, "poster-where"), event.place),
        ]
    centre = house.catalogue.centre(announcement.centre)
    phones = centre.organization.phones if centre else ()
    payload = f"e-{event.id}" if event else f"c-{announcement.centre}"
    return Said(
        title=title,
        what=what,
        facts=facts,
        signature=content.signature or house.city(announcement.centre, LANGUAGE),
        phone=next((phone.number for phone in phones if not phone.example), None),
        # Our own page has no address that it knows.
        link=f"https://t.me/{username}?start={payload}" if actor.channel != "web" and username else "",
    )


def _plain(texts: Texts, said: Said) -> str:
    """One text without any markup, as people post it."""
    facts = "\n".join(f"{label}: {text}" for label, text in said.facts)
    where = [texts.plain(LANGUAGE, "elsewhere-link", link=said.link)] if said.link else []
    if said.phone:
        where.append(f"{texts.plain(LANGUAGE, 'poster-phone')}: {said.phone}")
    parts = (said.title, facts, said.what, f"— {said.signature}", "\n".join(where))
    return "\n\n".join(part for part in parts if part)


def _of_event(texts: Texts, event: Event, text: str) -> tuple[str, str]:
    """The event's title; of the text what is not said by title, time and place, nor about a button."""
    about_buttons = {texts.plain(language, "event-invitation-tap") for language in LANGUAGES}
    kept = [
        line
        for line in text.split("\n")
        if line.strip() not in about_buttons and line.strip() != event.title and line.strip()[:1] not in ("🗓", "📍")
    ]
    return event.title, re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip()


def _titled(texts: Texts, text: str) -> tuple[str, str]:
    """A title and the rest: the first line, or its first sentence, or a general word when both are long."""
    line, _, rest = text.partition("\n")
    if len(line) <= LONGEST_TITLE:
        return line.strip(), rest.strip()
    if (found := _SENTENCE.match(line)) and len(found[1]) <= LONGEST_TITLE:
        return found[1], text[found.end() :].strip()
    return texts.plain(LANGUAGE, "elsewhere-title"), text


def _spelled_out(text: str, entities: Sequence[Mapping[str, Any]]) -> str:
    """With the addresses of links behind their words: pasted elsewhere they would be lost."""
    raw = text.encode("utf-16-le")
    for entity in sorted(entities, key=lambda entity: int(entity["offset"]), reverse=True):
        if entity["type"] == "text_link":
            end = 2 * (int(entity["offset"]) + int(entity["length"]))
            raw = raw[:end] + f" ({entity['url']})".encode("utf-16-le") + raw[end:]
    return raw.decode("utf-16-le")


def _in_pieces(text: str, most: int) -> list[str]:
    """Cut between lines, or words, so that no piece has more UTF-16 units than ``most``."""
    pieces: list[str] = []
    while units(text) > most:
        cut = next(n for n in range(min(most, len(text)), 0, -1) if units(text[:n]) <= most)
        ends = (text.rfind("\n", cut // 2, cut), text.rfind(" ", 0, cut), cut)
        at = next(end for end in ends if end > 0)
        pieces.append(text[:at].rstrip())
        text = text[at:].lstrip()
    return [*pieces, text]


async def _picture(session: AsyncSession, announcement: Announcement) -> Picture | None:
    """The announcement's own, or the event's."""
    photo = next((piece for piece in Content.read(announcement.content).pieces if piece.type == "photo"), None)
    if photo:
        return Picture(announcement.channel, photo.file_id)
    event = await events.find(session, announcement.event_id) if announcement.event_id else None
    if event and event.picture and event.picture_channel:
        return Picture(event.picture_channel, event.picture)
    return None
