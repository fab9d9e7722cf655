"""Addresses that open a card in Telegram. They stand on posters: their form never changes."""

from bot.catalogue.catalogue import Card


def deep_link(username: str, card: Card) -> str:
    """`/start` with the payload ``k-<centre>__<slug>`` in a bot's private chat."""
    return f"https://t.me/{username}?start=k-{card.organization.id}__{card.service.id}"
