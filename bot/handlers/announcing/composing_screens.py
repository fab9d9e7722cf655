"""The screens of composing: what, to whom, when, and the last look before it goes out."""

from collections.abc import Collection
from datetime import date, datetime
from functools import partial
from html import escape
from typing import Any

from bot.announcements import announcements
from bot.announcements.audiences import COMMUNITY, TOPIC, Choice, Reach
from bot.announcements.content import Content
from bot.announcements.kinds import topic_name
from bot.announcements.marks import mark_of
from bot.announcements.read_back import spoken
from bot.announcements.rule import DaysOff
from bot.announcements.when import When
from bot.clock import WARSAW
from bot.handlers.announcing.buttons import Compose, Items
from bot.handlers.menu import House
from bot.handlers.view import Row, Screen, button, way_out
from bot.people.accounts import Actor
from bot.texts import Html, Texts

_DAYS_OFF = {
    DaysOff.KEEP: "announce-days-off-keep",
    DaysOff.SKIP: "announce-days-off-skip",
    DaysOff.NEXT_WORKING_DAY: "announce-days-off-next",
}
SMALL = 5
"""Fewer followers than this are not told as a number (the inspector's rule for all figures)."""
HALF_A_ROW = 18
"""Letters of a button that fits a phone beside another one."""
SHOWN = 3000
"""Letters of a text that is shown to be copied; with what stands around it, one message."""


def what_screen(house: House, actor: Actor, centre: str) -> Screen:
    """Send it as you would to a friend."""
    text = house.texts.html(actor.language, "announce-what", city=house.city(centre, actor.language))
    return Screen(text, [way_out(house.texts, actor.language, Items())])


def again_screen(house: House, actor: Actor, announcement: Any) -> Screen:
    """The draft's content once more, with the words that are there to be copied."""
    texts, language = house.texts, actor.language
    parts = [texts.html(language, "announce-what-again"), *words_now(texts, language, announcement)]
    back = Compose(id=announcement.id, step="look" if ready(announcement) else "whom")
    return Screen(Html("\n\n".join(parts)), [way_out(texts, language, back)])


def words_now(texts: Texts, language: str, announcement: Any) -> list[str]:
    """The words that are there, to be copied and changed; nothing where there are none."""
    words = Content.read(announcement.content).text
    if not words:
        return []
    # Not by a variable of the text: Fluent takes at most 2,500 characters there.
    return [f"{texts.html(language, 'announce-text-now')}\n<pre>{escape(words[:SHOWN], quote=False)}</pre>"]


def ready(announcement: Any) -> bool:
    """Whether a draft knows to whom and when."""
    return bool(announcement.audiences) and (announcement.at_once or announcement.start_at is not None)


def audiences_screen(
    house: House, actor: Actor, announcement: Any, choices: list[Choice], unwritable: list[str]
) -> Screen:
    """Nothing is chosen until somebody chooses it. ``unwritable`` are groups that cannot be chosen now."""
    texts, language, number = house.texts, actor.language, announcement.id
    rows: list[Row] = []
    for choice in choices:
        key = "announce-chosen" if choice.key in announcement.audiences else "announce-not-chosen"
        label = texts.plain(language, key, name=audience_name(house, language, choice))
        pick = button(label, Compose(id=number, step="pick", mark=mark_of(choice.key)))
        last = rows[-1] if rows else []
        if len(last) == 1 and max(len(last[0].text), len(label)) <= HALF_A_ROW:
            last.append(pick)
        else:
            rows.append([pick])
    if announcement.audiences:
        rows.append([button(texts.plain(language, "announce-button-next"), Compose(id=number, step="when"))])
    rows.append(
        [
            button(texts.plain(language, "announce-button-text"), Compose(id=number, step="text")),
            button(texts.plain(language, "announce-button-drop"), Compose(id=number, step="drop")),
        ]
    )
    has_groups = any(choice.key.startswith(COMMUNITY) for choice in choices)
    parts = [texts.html(language, "announce-to-whom" if has_groups or unwritable else "announce-to-whom-no-groups")]
    if unwritable:
        parts.append(texts.html(language, "announce-cannot-write", groups=", ".join(unwritable)))
    return Screen(Html("\n\n".join(parts)), rows)


def audience_name(house: House, language: str, choice: Choice) -> str:
    """A group's name, or a topic with how many follow it."""
    texts = house.texts
    if choice.people is None:
        return texts.plain(language, "announce-group", name=choice.name)
    topic = topic_name(texts, language, choice.name) if choice.key.startswith(TOPIC) else choice.name
    count = texts.plain(language, "announce-few") if choice.people < SMALL else str(choice.people)
    return texts.plain(language, "announce-followers", topic=topic, count=count)


def when_screen(
    house: House, actor: Actor, number: int, said: str | None = None, *, understood: When | None = None
) -> Screen:
    """Now, or typed. ``said`` is the read-back of what was ``understood``, or why nothing was."""
    texts, language = house.texts, actor.language
    said_key = "announce-read-back" if understood else "announce-not-understood"
    text = texts.html(language, said_key, said=said) if said else texts.html(language, "announce-when")
    rows: list[Row] = []
    if understood:
        if understood.recurrence:
            rows += [_days_off(house, language, number, one, understood.recurrence.days_off) for one in DaysOff]
        rows.append([button(texts.plain(language, "announce-button-right"), Compose(id=number, step="look"))])
    else:
        rows.append([button(texts.plain(language, "announce-button-now"), Compose(id=number, step="now"))])
    rows.append([button(texts.plain(language, "announce-button-whom"), Compose(id=number, step="whom"))])
    return Screen(text, rows)


def _days_off(house: House, language: str, number: int, one: DaysOff, chosen: DaysOff) -> Row:
    texts = house.texts
    key = "announce-chosen" if one == chosen else "announce-not-chosen"
    label = texts.plain(language, key, name=texts.plain(language, _DAYS_OFF[one]))
    return [button(label, Compose(id=number, step="days", mark=one))]


def last_look_screen(
    house: House,
    actor: Actor,
    announcement: Any,
    reach: Reach,
    now: datetime,
    *,
    second: bool,
    closed: Collection[date] = (),
) -> Screen:
    """By whom, to how many, when; the only screen with a button that sends."""
    texts, language, number = house.texts, actor.language, announcement.id
    out = announcements.goes_out(announcement, now, closed)
    lines: list[str] = [
        texts.html(
            language,
            "announce-look",
            who=announcement.content["signature"],
            groups=", ".join(reach.groups) or "–",
            people=str(reach.people),
            when=when_said(house, language, announcement, now, closed),
        )
    ]
    chosen = announcements.when_of(announcement, closed)
    wanted = now if announcement.at_once else chosen.start if chosen else None
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


def when_said(house: House, language: str, announcement: Any, now: datetime, closed: Collection[date] = ()) -> str:
    """When it goes out, in words."""
    when = announcements.when_of(announcement, closed)
    if when is None:
        return house.texts.plain(language, "announce-now" if announcement.at_once else "announce-no-time")
    return spoken(when, partial(house.texts.plain, language), now.astimezone(WARSAW).date())
