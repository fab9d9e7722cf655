"""The way from a card about volunteering to helping: a button."""

from bot.handlers.menu import House
from bot.handlers.view import Screen, button
from bot.handlers.volunteering.buttons import OpenProfile
from bot.people.accounts import Actor

KIND = "volunteering"
"""`bot.catalogue.model.Kind` of such cards."""


def with_helping(house: House, actor: Actor, screen: Screen) -> Screen:
    """The screen; the one of a card about volunteering begins with that button."""
    card = house.catalogue.card(screen.about) if screen.about else None
    if card and card.service.kind == KIND:
        words = house.texts.plain(actor.language, "volunteering-button-help")
        screen.rows.insert(0, [button(words, OpenProfile())])
    return screen
