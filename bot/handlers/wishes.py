"""A typed wish ("po polsku", "chcę człowieka") leads to its place. Nothing is done here: it is offered."""

from datetime import datetime

from bot.catalogue.search.intents import Intent
from bot.handlers.booking.buttons import OpenBookings
from bot.handlers.buttons import ChooseLanguage, OpenHuman, OpenPrivacy
from bot.handlers.menu import (
    LANGUAGE_NAMES,
    House,
    centres_screen,
    help_screen,
    home_screen,
    languages_screen,
    privacy_screen,
)
from bot.handlers.privacy.own_data import TapOwnData
from bot.handlers.view import Row, Screen, button, way_out
from bot.people.accounts import Actor

SPOKEN = {Intent.LANGUAGE_PL: "pl", Intent.LANGUAGE_UK: "uk", Intent.LANGUAGE_EN: "en"}


def wish_screen(house: House, actor: Actor, intent: Intent, now: datetime) -> Screen:
    """The place of a wish; for what Okienko cannot do yet, that, and who can.

    `Intent.HUMAN` has its own way (`bot.handlers.desk.offering.human`).
    """
    match intent:
        case Intent.MY_VISITS | Intent.CANCEL:
            return _bookings(house, actor)
        case Intent.MACHINE:
            rows: list[Row] = [
                [button(house.texts.plain(actor.language, "button-human"), OpenHuman())],
                way_out(house.texts, actor.language),
            ]
            return Screen(house.texts.html(actor.language, "wish-machine"), rows, aside=True)
        case Intent.LANGUAGE_PL | Intent.LANGUAGE_UK | Intent.LANGUAGE_EN:
            return _language(house, actor, SPOKEN[intent])
        case Intent.LANGUAGE_OTHER:
            return languages_screen(house, actor.language)
        case Intent.FORGET:
            return _forget(house, actor)
        case Intent.PRIVACY:
            return privacy_screen(house, actor)
        case Intent.START_OVER:
            return home_screen(house, actor)
        case Intent.CHANGE_CENTRE:
            return centres_screen(house, actor.language, "centre-where", again=True, way=actor.centre is not None)
        case _:
            return help_screen(house, actor)


def _bookings(house: House, actor: Actor) -> Screen:
    """The way to one's bookings (`bot.handlers.booking.typing` hears what exactly was wanted)."""
    texts, language = house.texts, actor.language
    rows: list[Row] = [[button(texts.plain(language, "booking-button-mine"), OpenBookings())]]
    return Screen(texts.html(language, "wish-bookings"), [*rows, way_out(texts, language)])


def _language(house: House, actor: Actor, wanted: str) -> Screen:
    """One tap away, in the language itself, so that whoever lacks the present one can read it."""
    if wanted == actor.language:
        rows = languages_screen(house, wanted).rows
        return Screen(house.texts.html(wanted, "wish-language-already"), rows)
    offer = [button(LANGUAGE_NAMES[wanted], ChooseLanguage(language=wanted))]
    return Screen(house.texts.html(wanted, "wish-language"), [offer, way_out(house.texts, wanted)])


def _forget(house: House, actor: Actor) -> Screen:
    """What is kept and how it goes: shown, and erased after a question."""
    texts, language = house.texts, actor.language
    key = "wish-forget-web" if actor.channel == "web" else "wish-forget"
    rows: list[Row] = [
        [button(texts.plain(language, "own-button-show"), TapOwnData(act="show"))],
        [button(texts.plain(language, "own-button-erase"), TapOwnData(act="ask"))],
        [button(texts.plain(language, "button-privacy"), OpenPrivacy())],
        way_out(texts, language),
    ]
    return Screen(texts.html(language, key), rows)
