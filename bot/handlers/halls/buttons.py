"""What the buttons around rooms carry. The prefixes stand on messages people keep: never reuse one.

``ho``, ``hr``, ``hi`` and ``ha`` are also built by `bot.places.halls.kinds`. ``day`` is a local one like 261126,
``at`` and ``to`` are minutes of it, ``move`` is the booking for which another time is looked for.
"""

from datetime import date, time

from aiogram.filters.callback_data import CallbackData


class OpenHalls(CallbackData, prefix="ha", sep=":"):
    """The rooms of a centre; ``about`` is a card's mark, empty for all."""

    about: str = ""


class OpenHall(CallbackData, prefix="hb"):
    """One room: its rules and days."""

    room: int
    move: int = 0


class HallDay(CallbackData, prefix="hd"):
    """From when on that day?"""

    room: int
    day: str
    move: int = 0


class HallFrom(CallbackData, prefix="hf"):
    """Until when?"""

    room: int
    day: str
    at: int
    move: int = 0


class HallTo(CallbackData, prefix="ht"):
    """For what?"""

    room: int
    day: str
    at: int
    to: int
    move: int = 0


class TakeHall(CallbackData, prefix="hy"):
    """Yes, reserve it; ``beside``: although there is something else at that time."""

    room: int
    day: str
    at: int
    to: int
    move: int = 0
    beside: bool = False


class OpenReservation(CallbackData, prefix="ho"):
    """A reservation as it stands; ``id`` is its booking's."""

    id: int


class GiveBack(CallbackData, prefix="hx"):
    """Give it back: first asked, then done."""

    id: int
    sure: bool = False


class SpeakFor(CallbackData, prefix="hg"):
    """Type for which organisation one speaks."""


class OpenSeries(CallbackData, prefix="hr"):
    """A recurring use as it stands."""

    id: int


class AskSeries(CallbackData, prefix="hq"):
    """Yes, ask for it; ``seen`` stands for the days that were shown as free."""

    id: int
    seen: int


class GiveBackSeries(CallbackData, prefix="hz"):
    """End it: first asked, then done."""

    id: int
    sure: bool = False


class OpenPlan(CallbackData, prefix="hp"):
    """Next year's plan: one's own wishes, or all of them for the keeper (``all``)."""

    all: bool = False


class CopyPlan(CallbackData, prefix="hv"):
    """This year's recurring uses as wishes for the next."""


class TypeWish(CallbackData, prefix="hu"):
    """Type a wish for a room."""

    room: int


class OpenWeek(CallbackData, prefix="hw"):
    """The keeper's week of a room; 0 is the one from today on."""

    room: int
    week: int = 0


class OpenRequests(CallbackData, prefix="hh"):
    """What waits for the keeper."""


class AnswerRequest(CallbackData, prefix="hc"):
    """The keeper's ``what``: yes, no, off; without ``sure`` a no asks for a reason."""

    id: int
    what: str
    sure: bool = False


class AnswerSeries(CallbackData, prefix="hm"):
    """The same of a recurring use or a wish."""

    id: int
    what: str
    seen: int = 0
    sure: bool = False


class OpenOrganisations(CallbackData, prefix="hi", sep=":"):
    """Who speaks for whom; ``page`` is empty."""

    page: str = ""


class AnswerOrganisation(CallbackData, prefix="hn"):
    """The keeper knows them, or not."""

    id: int
    yes: bool


class OpenRules(CallbackData, prefix="hs"):
    """A room's rules, to be changed."""

    room: int


class EditHall(CallbackData, prefix="he"):
    """Change ``what`` (hours, desks, buffer, who, yes, closed) of a room that was seen as ``version``."""

    room: int
    version: int
    what: str


class AddHall(CallbackData, prefix="hj"):
    """Type a new room."""


def packed(day: date) -> str:
    """A day for a button: 261126."""
    return f"{day:%y%m%d}"


def unpacked(day: str) -> date | None:
    """The day of a button; None for what is none."""
    if len(day) != 6 or not (day.isascii() and day.isdigit()):
        return None
    try:
        return date(2000 + int(day[:2]), int(day[2:4]), int(day[4:]))
    except ValueError:
        return None


def minutes(at: time) -> int:
    """An hour for a button."""
    return at.hour * 60 + at.minute


def hour(at: int) -> time | None:
    """The hour of a button; None for what is none."""
    return time(at // 60, at % 60) if 0 <= at < 24 * 60 else None
