"""What the buttons carry: typed, at most 64 bytes (Bot API, InlineKeyboardButton.callback_data).

The prefixes stand on messages that people keep for months. Never reuse one for another meaning.
"""

from aiogram.filters.callback_data import CallbackData


class OpenMenu(CallbackData, prefix="m"):
    """Start over: the menu of the centre, or the choice of a centre."""


class OpenTopic(CallbackData, prefix="t"):
    """A shelf of the menu."""

    topic: str


class OpenCard(CallbackData, prefix="k", sep="|"):
    """A card by its fixed id; ``back`` is the shelf it was opened from, empty for the menu."""

    id: str
    back: str = ""


class OpenFee(CallbackData, prefix="f", sep="|"):
    """Who does not pay for a card's service."""

    id: str
    back: str = ""


class OpenShare(CallbackData, prefix="ks", sep="|"):
    """A text about a card, to be sent to somebody close."""

    id: str
    back: str = ""


class SendPhones(CallbackData, prefix="kt", sep="|"):
    """A card's phone numbers as contacts that can be tapped."""

    id: str


class SendPlaces(CallbackData, prefix="km", sep="|"):
    """A card's places as pins on the map."""

    id: str


class OpenCentres(CallbackData, prefix="cc"):
    """The choice of a centre."""


class ChooseCentre(CallbackData, prefix="c"):
    """A centre; ``again`` asks the last question once more there."""

    centre: str
    again: bool = False


class OpenLanguages(CallbackData, prefix="ll"):
    """The choice of a language."""


class ChooseLanguage(CallbackData, prefix="l"):
    """A language of the screen."""

    language: str


class OpenPrivacy(CallbackData, prefix="p"):
    """The whole notice about personal data."""


class OpenHuman(CallbackData, prefix="h"):
    """Talk to a person."""
