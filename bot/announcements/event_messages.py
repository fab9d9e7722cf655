"""An event in words and buttons, as the Bot API takes them. Who comes is never among them, only how many.

The texts come through a `Speech` (`bot.texts.Texts` is one), so that this room needs none of its own.
"""

from datetime import datetime
from functools import partial
from typing import Any, Final, Protocol

from bot.announcements.read_back import Say
from bot.clock import WARSAW
from bot.storage.tables import Event

ANSWER: Final = "ev"
"""Callback data ``ev:<event>:<1 or 0>``: comes, does not."""
FOR_CALENDAR: Final = "evk"
"""Callback data ``evk:<event>``: the file for a calendar."""

Keyboard = dict[str, Any]
"""An InlineKeyboardMarkup as JSON."""


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


def invitation(speech: Speech, language: str, event: Event) -> str:
    """The announcement's first draft, as plain text: the organiser changes it as wanted."""
    when = moment(speech, language, event.starts_at)
    return speech.plain(language, "event-invitation", title=event.title, when=when, place=event.place)


def group_keyboard(speech: Speech, language: str, event: Event, count: int) -> Keyboard:
    """The buttons under an announcement in a group: how many come, and nothing about who."""
    if event.cancelled_at:
        return _keyboard([[(speech.plain(language, "event-button-cancelled"), f"{ANSWER}:{event.id}:0")]])
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


def private_keyboard(speech: Speech, language: str, event: Event, coming: bool | None) -> Keyboard:
    """The buttons in a private chat; the person's own answer is marked."""
    if event.cancelled_at:
        return group_keyboard(speech, language, event, 0)
    yes = "event-button-coming-mine" if coming else "event-button-coming"
    no = "event-button-not-coming-mine" if coming is False else "event-button-not-coming"
    rows = [
        [
            (speech.plain(language, yes), f"{ANSWER}:{event.id}:1"),
            (speech.plain(language, no), f"{ANSWER}:{event.id}:0"),
        ]
    ]
    if coming:
        rows.append([(speech.plain(language, "event-button-calendar"), f"{FOR_CALENDAR}:{event.id}")])
    return _keyboard(rows)


def _keyboard(rows: list[list[tuple[str, str]]]) -> Keyboard:
    return {"inline_keyboard": [[{"text": text, "callback_data": data} for text, data in row] for row in rows]}
