"""What the buttons of a resident's side of the desk carry. Prefixes are never reused (`handlers.buttons`)."""

from aiogram.filters.callback_data import CallbackData

from bot.desk import owing


class OpenTalk(CallbackData, prefix="dt"):
    """What would be passed on to staff? ``danger``: offered under the numbers of the crisis net."""

    danger: bool = False


class BeginTalk(CallbackData, prefix="dy"):
    """Yes, hand me over; ``bare``: without what was asked before."""

    bare: bool = False
    danger: bool = False


class TalkState(CallbackData, prefix="ds"):
    """How does it stand?"""


class EndTalk(CallbackData, prefix="de"):
    """The resident has no more to say."""

    id: int


class AskCall(CallbackData, prefix="dc", sep="|"):
    """Please phone me; ``card`` is what it is about, empty where nothing was looked at."""

    card: str = ""


class SkipCallQuestion(CallbackData, prefix="dk"):
    """No answer to this question."""


class LeaveCall(CallbackData, prefix="dx"):
    """No call after all."""


class Work(CallbackData, prefix=owing.DATA):
    """A step of work on a conversation: what stands on its card, and a resident's way back to one."""

    what: str
    id: int


class SetRoom(CallbackData, prefix="dm", sep="|"):
    """That group is the staff room of a centre."""

    chat: int
    centre: str


class TakeBack(CallbackData, prefix="du"):
    """Stop a reply that has not gone out."""

    message: int


class LetGo(CallbackData, prefix="dl"):
    """Send a reply that was held while a colleague had the conversation."""

    message: int


class SendNote(CallbackData, prefix="dn"):
    """A note was meant for the resident."""

    message: int


class ProposeCard(CallbackData, prefix="dp"):
    """A reply is worth being a card: show what would be proposed, or (``sure``) propose it."""

    message: int
    sure: bool = False


class ChooseAnswer(CallbackData, prefix="da"):
    """Show a canned answer before it goes. ``card`` is its mark (`mark_of`)."""

    id: int
    card: str


class SendAnswer(CallbackData, prefix="db"):
    """That canned answer goes out."""

    id: int
    card: str


class ChooseSlot(CallbackData, prefix="dz"):
    """The free hours after ``since`` (seconds of the Unix clock, 0 for now) for whom a conversation is with."""

    id: int
    since: int = 0
    who: int = 0
    topic: str = ""


class BookSlot(CallbackData, prefix="dh"):
    """That hour, for whom a conversation is with."""

    id: int
    slot: int
    topic: str = ""


class PassOn(CallbackData, prefix="dv"):
    """To a colleague, by account."""

    id: int
    to: int
