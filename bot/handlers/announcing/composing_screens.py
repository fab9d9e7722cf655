"""The screens of composing: what, to whom, when, and the last look before it goes out."""

from datetime import datetime
from functools import partial
from typing import Any

from bot.announcements import announcements
from bot.announcements.audiences import COMMUNITY, TOPIC, Choice, Reach
from bot.announcements.kinds import topic_name
from bot.announcements.marks import mark_of
from bot.announcements.read_back import spoken
from bot.announcements.when import When
from bot.clock import WARSAW
from bot.handlers.announcing.buttons import Compose, Items
from bot.handlers.menu import House
from bot.handlers.view import Row, Screen, button, way_out
from bot.people.accounts import Actor
from bot.texts import Html

SMALL = 5
"""Fewer followers than this are not told as a number (the inspector's rule for all figures)."""


def what_screen(house: House, actor: Actor, centre: str) -> Screen:
    """Send it as you would to a friend."""
    text = house.texts.html(actor.language, "announce-what", city=house.city(centre, actor.language))
    return Screen(text, [way_out(house.texts, actor.language, Items())])


def audiences_screen(house: House, actor: Actor, announcement: Any, choices: list[Choice]) -> Screen:
    """Nothing is chosen until somebody chooses it."""
    texts, language, number = house.texts, actor.language, announcement.id
    rows: list[Row] = []
    for choice in choices:
        key = "announce-chosen" if choice.key in announcement.audiences else "announce-not-chosen"
        name = audience_name(house, language, choice)
        rows.append(
            [button(texts.plain(language, key, name=name), Compose(id=number, step="pick", mark=mark_of(choice.key)))]
        )
    if announcement.audiences:
        rows.append([button(texts.plain(language, "announce-button-next"), Compose(id=number, step="when"))])
    rows.append([button(texts.plain(language, "announce-button-drop"), Compose(id=number, step="drop"))])
    has_groups = any(choice.key.startswith(COMMUNITY) for choice in choices)
    text = texts.html(language, "announce-to-whom" if has_groups else "announce-to-whom-no-groups")
    return Screen(text, rows)


def audience_name(house: House, language: str, choice: Choice) -> str:
    """A group's name, or a topic with how many follow it."""
    texts = house.texts
    if choice.people is None:
        return texts.plain(language, "announce-group", name=choice.name)
    topic = topic_name(texts, language, choice.name) if choice.key.startswith(TOPIC) else choice.name
    count = texts.plain(language, "announce-few") if choice.people < SMALL else str(choice.people)
    return texts.plain(language, "announce-followers", topic=topic, count=count)


def when_screen(
    house: House, actor: Actor, number: int, said: str | None = None, *, understood: bool = False
) -> Screen:
    """Now, or typed. ``said`` is the read-back of what was typed, or why it was not understood."""
    texts, language = house.texts, actor.language
    text = (
        Html(texts.html(language, "announce-read-back", said=said)) if said else texts.html(language, "announce-when")
    )
    rows: list[Row] = []
    if understood:
        rows.append([button(texts.plain(language, "announce-button-right"), Compose(id=number, step="look"))])
    else:
        rows.append([button(texts.plain(language, "announce-button-now"), Compose(id=number, step="now"))])
    rows.append([button(texts.plain(language, "announce-button-whom"), Compose(id=number, step="whom"))])
    return Screen(text, rows)


def last_look_screen(
    house: House, actor: Actor, announcement: Any, reach: Reach, now: datetime, *, second: bool, note: str = ""
) -> Screen:
    """By whom, to how many, when; the only screen with a button that sends."""
    texts, language, number = house.texts, actor.language, announcement.id
    out = announcements.goes_out(announcement, now)
    lines: list[str] = [note] if note else []
    lines += [
        texts.html(
            language,
            "announce-look",
            who=announcement.content["signature"],
            groups=", ".join(reach.groups) or "–",
            people=str(reach.people),
            when=when_said(house, language, announcement, now),
        )
    ]
    wanted = now if announcement.at_once else announcement.start_at
    if out and wanted and out != wanted:
        moved = When(out, out.astimezone(WARSAW).replace(tzinfo=None))
        moment = spoken(moved, partial(texts.plain, language), now.astimezone(WARSAW).date())
        lines.append(texts.html(language, "announce-look-moved", moment=moment))
    if second:
        lines.append(texts.html(language, "announce-look-second"))
    go = "announce-button-send" if announcement.at_once else "announce-button-plan"
    rows: list[Row] = [
        [button(texts.plain(language, go), Compose(id=number, step="send"))],
        [button(texts.plain(language, "announce-button-test"), Compose(id=number, step="test"))],
        [
            button(texts.plain(language, "announce-button-text"), Compose(id=number, step="text")),
            button(texts.plain(language, "announce-button-whom"), Compose(id=number, step="whom")),
            button(texts.plain(language, "announce-button-when"), Compose(id=number, step="when")),
        ],
        [button(texts.plain(language, "announce-button-drop"), Compose(id=number, step="drop"))],
    ]
    return Screen(Html("\n\n".join(lines)), rows)


def when_said(house: House, language: str, announcement: Any, now: datetime) -> str:
    """When it goes out, in words."""
    when = announcements.when_of(announcement)
    if when is None:
        return house.texts.plain(language, "announce-now" if announcement.at_once else "announce-no-time")
    return spoken(when, partial(house.texts.plain, language), now.astimezone(WARSAW).date())
