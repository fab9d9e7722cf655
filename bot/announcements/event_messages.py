"""An event in words and buttons, as the Bot API takes them. Who comes is never among them, only how many.

The texts come through a `Speech` (`bot.texts.Texts` is one), so that this room needs none of its own.
"""

from datetime import datetime
from functools import partial
from typing import Any, Final, NamedTuple, Protocol

from bot.announcements.read_back import Say
from bot.clock import WARSAW
from bot.storage.tables import Event

ANSWER: Final = "ev"
"""Callback data ``ev:<event>:<1 or 0>``: comes, does not."""
FOR_CALENDAR: Final = "evk"
"""Callback data ``evk:<event>``: the file for a calendar."""
WHO_COMES: Final = "evw"
"""Callback data ``evw:<event>::::``: who of the person's family comes to an event with a limit."""

Keyboard = dict[str, Any]
"""An InlineKeyboardMarkup as JSON."""


class Left(NamedTuple):
    """How many seats of an event with a limit are left, and of how many."""

    seats: int
    total: int


class Mine(NamedTuple):
    """How many seats somebody has at an event with a limit, and whether they wait for some."""

    people: int
    waits: bool


class Speech(Protocol):
    """Renders a text in a language: `bot.texts.Texts`."""

    def html(self, language: str, key: str, **values: Any) -> str: ...
    def plain(self, language: str, key: str, **values: Any) -> str: ...


def moment(speech: Speech, language: str, at: datetime) -> str:
    """A moment on Polish clocks with its weekday: "czwartek 26 listopada, 17:00"."""
    say: Say = partial(speech.plain, language)
    wall = at.astimezone(WARSAW)
    date = say("when-date", day=str(wall.day), month=wall.month, year="")
    day = say("when-day", weekday=say("when-weekday", weekday=wall.weekday()), date=date)
    return say("when-moment", day=day, hour=f"{wall.hour}:{wall:%M}")


def described(speech: Speech, language: str, event: Event) -> str:
    """Title, time and place as Telegram HTML; of a cancelled one, that and why."""
    text = speech.html(
        language, "event-card", title=event.title, when=moment(speech, language, event.starts_at), place=event.place
    )
    if event.cancelled_at:
        text += "\n" + speech.html(language, "event-card-cancelled", why=event.cancelled_because or "other")
    return text


def invitation(speech: Speech, language: str, event: Event, seats: int = 0) -> str:
    """The announcement's first draft, as plain text: the organiser changes it as wanted. No ``seats``: no limit."""
    said = {"title": event.title, "when": moment(speech, language, event.starts_at), "place": event.place}
    if seats:
        return speech.plain(language, "event-invitation-seats", **said, seats=seats)
    return speech.plain(language, "event-invitation", **said)


def group_keyboard(speech: Speech, language: str, event: Event, count: int, left: Left | None = None) -> Keyboard:
    """The buttons under an announcement in a group: how many come, or how many can, and nothing about who."""
    if event.cancelled_at:
        return _keyboard([[(speech.plain(language, "event-button-cancelled"), f"{ANSWER}:{event.id}:0")]])
    if left is not None:
        come = speech.plain(language, "event-button-coming-left", left=left.seats, total=left.total)
        stay = speech.plain(language, "event-button-not-coming")
        return _keyboard([[(come, f"{ANSWER}:{event.id}:1")], [(stay, f"{ANSWER}:{event.id}:0")]])
    yes = (
        speech.plain(language, "event-button-coming-count", count=count)
        if count
        else speech.plain(language, "event-button-coming")
    )
    return _keyboard(
        [
            [
                (yes, f"{ANSWER}:{event.id}:1"),
                (speech.plain(language, "event-button-not-coming"), f"{ANSWER}:{event.id}:0"),
            ]
        ]
    )


def private_keyboard(
    speech: Speech, language: str, event: Event, coming: bool | None, mine: Mine | None = None
) -> Keyboard:
    """The buttons in a private chat; the person's own answer is marked. ``mine``: of an event with a limit."""
    if event.cancelled_at:
        return group_keyboard(speech, language, event, 0)
    yes = "event-button-coming-mine" if coming else "event-button-coming"
    no = "event-button-not-coming-mine" if coming is False else "event-button-not-coming"
    said = speech.plain(language, yes)
    if mine and mine.people:
        said = speech.plain(language, "event-button-coming-people", people=mine.people)
    rows = [[(said, f"{ANSWER}:{event.id}:1"), (speech.plain(language, no), f"{ANSWER}:{event.id}:0")]]
    if mine and (mine.people or mine.waits):
        key = "event-button-in-line" if mine.waits else "event-button-who"
        rows.append([(speech.plain(language, key), f"{WHO_COMES}:{event.id}::::")])
    if coming:
        rows.append([(speech.plain(language, "event-button-calendar"), f"{FOR_CALENDAR}:{event.id}")])
    return _keyboard(rows)


def _keyboard(rows: list[list[tuple[str, str]]]) -> Keyboard:
    return {"inline_keyboard": [[{"text": text, "callback_data": data} for text, data in row] for row in rows]}
