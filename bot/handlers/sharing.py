"""A card on its way out of the chat: a text for somebody close, a number to call, a pin on the map."""

from typing import Final
from urllib.parse import quote

from aiogram.methods import SendContact, SendVenue
from aiogram.types import CopyTextButton, InlineKeyboardButton

from bot.catalogue.catalogue import Card
from bot.catalogue.deep_link import deep_link
from bot.handlers.buttons import OpenCard
from bot.handlers.card import phones_of
from bot.handlers.view import Screen, way_out
from bot.intake.replies import Reply
from bot.people.accounts import Actor
from bot.texts import Html, Texts

LONGEST_COPY: Final = 256
"""Letters of a copy button (Bot API, CopyTextButton.text)."""
LONGEST_SENTENCE: Final = 160
LONGEST_STATE: Final = 90
"""Letters of an alert that is sent whole; a longer one gives way to the status."""
LONGEST_NAME: Final = 64
"""Letters of a contact's name that phones show."""


def share_screen(texts: Texts, card: Card, actor: Actor, username: str, back: str = "") -> Screen:
    """What to send to a daughter or a neighbour, and the button that does it.

    On Telegram the text goes with the card's link. Our page has no link that leads anywhere yet, so
    there it carries the town and the phone and is copied.
    """
    language, service = actor.language, card.service
    words = {"name": service.name.in_(language), "city": card.organization.city.in_(language)}
    what = _first_sentence(service.description.in_(language))
    if actor.channel != "web" and username:
        text = f"{texts.plain(language, 'share-text', what=what, **words)} {_state(texts, card, language)}"
        shown = f"{text}\n{deep_link(username, card)}"
        address = f"https://t.me/share/url?url={quote(deep_link(username, card), safe='')}&text={quote(text, safe='')}"
        give = InlineKeyboardButton(text=texts.plain(language, "card-button-send"), url=address)
    else:
        ending = f"{_state(texts, card, language)} {_whom_to_ask(texts, card, language)}"
        shown = (
            f"{_cut(texts.plain(language, 'share-text', what=what, **words), LONGEST_COPY - len(ending) - 1)} {ending}"
        )
        copy = CopyTextButton(text=shown)
        give = InlineKeyboardButton(text=texts.plain(language, "card-button-copy"), copy_text=copy)
    quoted = texts.html(language, "share-quote", text=shown)
    return Screen(
        Html(texts.html(language, "share-ready") + "\n\n" + quoted),
        [[give], way_out(texts, language, OpenCard(id=card.id, back=back))],
        about=card.id,
    )


def contacts(texts: Texts, card: Card, language: str, chat_id: int) -> list[Reply]:
    """The card's numbers as contacts: one tap calls."""
    replies: list[Reply] = []
    for phone in phones_of(card):
        note = phone.description.in_(language) if phone.description else card.service.name.in_(language)
        mark = f" [{texts.plain(language, 'example-mark')}]" if phone.example else ""
        replies.append(
            SendContact(
                chat_id=chat_id,
                phone_number=_international(phone.number),
                first_name=_cut(card.organization.name, LONGEST_NAME),
                last_name=_cut(note, LONGEST_NAME - len(mark)) + mark,
            )
        )
    return replies


def pins(texts: Texts, card: Card, language: str, chat_id: int) -> list[Reply]:
    """The card's places on the map, where the source gives a point."""
    replies: list[Reply] = []
    for place in card.locations:
        if place.latitude is None or place.longitude is None:
            continue
        name = place.name.in_(language)
        mark = texts.plain(language, "example-mark")
        replies.append(
            SendVenue(
                chat_id=chat_id,
                latitude=place.latitude,
                longitude=place.longitude,
                title=f"{name} [{mark}]" if place.example and mark not in name else name,
                address=", ".join(dict.fromkeys(part for part in (place.address, place.city) if part)),
            )
        )
    return replies


def _state(texts: Texts, card: Card, language: str) -> str:
    """How things stand, in one sentence: a friend's message must not promise more than the card."""
    service = card.service
    if service.alert and len(alert := service.alert.in_(language)) <= LONGEST_STATE:
        return alert
    key = "share-status-" + service.status.value.replace(" ", "-")
    return texts.plain(language, key, date=service.assured_on)


def _whom_to_ask(texts: Texts, card: Card, language: str) -> str:
    numbers = [p for p in phones_of(card) if not p.example]
    if not numbers:
        return texts.plain(language, "share-ask")
    return texts.plain(language, "share-phone", number=numbers[0].number)


def _international(number: str) -> str:
    """ "94 316 00 00" as +48943160000; a short number (116 123) cannot be called from abroad and stays."""
    digits = number.replace(" ", "")
    return f"+48{digits}" if len(digits) == 9 and digits.isdigit() else digits


def _first_sentence(text: str) -> str:
    end = text.find(". ")
    return _cut(text if end < 0 else text[: end + 1], LONGEST_SENTENCE)


def _cut(text: str, room: int) -> str:
    return text if len(text) <= room else text[: room - 1].rstrip(" ,.–-") + "…"
