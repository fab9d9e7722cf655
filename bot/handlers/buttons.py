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


class OpenStaff(CallbackData, prefix="w"):
    """What staff can do here."""


class OpenPrivacy(CallbackData, prefix="p"):
    """The whole notice about personal data."""


class OpenHuman(CallbackData, prefix="h"):
    """Talk to a person."""


class NoneOfThese(CallbackData, prefix="gn"):
    """None of the cards of a choice was meant: to a person, and the question is kept as unanswered."""


class OpenGaps(CallbackData, prefix="g"):
    """What was asked and not answered: for the organiser."""


class OpenGap(CallbackData, prefix="gg", sep="|"):
    """One gap, by the id of a question in it."""

    gap: int


class OpenGapTopics(CallbackData, prefix="gt", sep="|"):
    """All shelves, or with ``topic`` the cards of one, to choose where a gap's words belong."""

    gap: int
    topic: str = ""


class ChooseGapCard(CallbackData, prefix="gp", sep="|"):
    """Propose a card (the part of its id behind the slash) for a gap."""

    gap: int
    card: str


class AddGapWords(CallbackData, prefix="gy", sep="|"):
    """Yes, put the words on the card; ``seen`` marks which words were shown (`Gap.seen`)."""

    gap: int
    card: str
    seen: str


class PutGapAside(CallbackData, prefix="gd", sep="|"):
    """A gap that belongs to no card."""

    gap: int


class OpenGapHistory(CallbackData, prefix="gh", sep="|"):
    """Past additions; ``page`` counts from 0."""

    page: int = 0


class UndoGapWords(CallbackData, prefix="gu", sep="|"):
    """Take an addition back."""

    addition: int


class LeaveForm(CallbackData, prefix="nx"):
    """Leave the form of a proposed card."""


class SkipQuestion(CallbackData, prefix="ns"):
    """No answer to this question of the form."""


class StepBack(CallbackData, prefix="nb"):
    """The question before."""


class AnswerTopic(CallbackData, prefix="nt"):
    """The shelf of a proposed card."""

    topic: str


class SendProposal(CallbackData, prefix="ny"):
    """Hand a proposed card in."""


class ResumeForm(CallbackData, prefix="nr"):
    """Back to a form that was put aside by tapping something else."""


class OpenProposals(CallbackData, prefix="o"):
    """For organisers: what waits for a decision."""


class AcceptProposal(CallbackData, prefix="oy"):
    """For organisers: put a proposed card into the catalogue."""

    id: int


class DeclineProposal(CallbackData, prefix="on"):
    """For organisers: say no to a proposed card."""

    id: int
