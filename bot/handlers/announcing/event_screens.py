"""The screens of events: the list, one event, and what an organiser may do with it."""

from datetime import datetime
from functools import partial

from aiogram.types import InlineKeyboardMarkup
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.announcements import event_guests, event_messages, events
from bot.announcements.events import Event
from bot.handlers.announcing.buttons import Compose
from bot.handlers.announcing.event_buttons import (
    AnnounceEvent,
    BeginEvent,
    CancelEvent,
    ChangeEvent,
    OpenEvent,
    OpenEvents,
    OpenPlan,
    OpenQuarters,
)
from bot.handlers.counter.buttons import TakeSlot
from bot.handlers.menu import House
from bot.handlers.view import Row, Screen, button, way_out
from bot.people.accounts import Actor
from bot.people.roles import is_clerk, is_organiser
from bot.texts import Html


async def events_screen(house: House, actor: Actor, session: AsyncSession, centre: str, now: datetime) -> Screen:
    """What is to come: for residents what was announced, for an organiser everything."""
    texts, language = house.texts, actor.language
    organises = await is_organiser(session, actor.account_id, centre)
    found = await events.upcoming(session, now, centre, announced=not organises)
    rows: list[Row] = []
    for event in found:
        assert event.id is not None
        when = event_messages.moment(texts, language, event.starts_at)
        key = "event-line-cancelled" if event.cancelled_at else "event-line"
        label = texts.plain(language, key, title=event.title, when=when)
        rows.append([button(label, OpenEvent(id=event.id))])
    if organises:
        rows.append(
            [
                button(texts.plain(language, "event-button-new"), BeginEvent()),
                button(texts.plain(language, "plan-button"), OpenPlan()),
            ]
        )
        rows.append([button(texts.plain(language, "quarter-button"), OpenQuarters())])
    text = texts.html(language, "event-list" if found else "event-none", city=house.city(centre, language))
    return Screen(text, [*rows, way_out(texts, language)])


async def event_screen(
    house: House, actor: Actor, session: AsyncSession, event: Event, *, said: str | None = None, reminders: int = 0
) -> Screen:
    """One event with the person's own answer; for an organiser of its centre how many come, and what can be done.

    ``said`` is the key of what is said above it, ``reminders`` how many will come to who has just answered.
    """
    texts, language = house.texts, actor.language
    assert event.id is not None
    parts = [texts.html(language, said, reminders=reminders)] if said else []
    parts.append(Html(event_messages.described(texts, language, event)))
    coming = await events.is_coming(session, event.id, actor.account_id)
    mine = await event_guests.mine(session, event.id, actor.account_id)
    left = await event_guests.left(session, event.id)
    if left and not event.cancelled_at:
        parts.append(texts.html(language, "event-left", left=left.seats, total=left.total))
    keyboard = event_messages.private_keyboard(texts, language, event, coming, mine)
    rows: list[Row] = []
    if not event.cancelled_at:
        rows += InlineKeyboardMarkup.model_validate(keyboard).inline_keyboard
    if left and left.seats and not event.cancelled_at and await _is_here_clerk(session, actor, event):
        slot = await event_guests.of(session, event.id)
        assert slot is not None
        rows.append([button(texts.plain(language, "event-button-caller"), TakeSlot(slot=slot.id or 0))])
    if await is_organiser(session, actor.account_id, event.centre):
        parts.append(texts.html(language, "event-count", count=await events.count(session, event)))
        if waiting := await event_guests.people_in_line(session, event.id):
            parts.append(texts.html(language, "event-waiting", people=waiting))
        rows += [] if event.cancelled_at else _organiser_rows(house, language, event.id)
    return Screen(Html("\n\n".join(parts)), [*rows, way_out(texts, language, OpenEvents())])


async def _is_here_clerk(session: AsyncSession, actor: Actor, event: Event) -> bool:
    """Whether the counter, which is of the centre that somebody is in, is this event's."""
    return actor.centre == event.centre and await is_clerk(session, actor.account_id, event.centre)


def cancel_screen(house: House, language: str, event: Event) -> Screen:
    """Why does it not take place? One more tap, because it is told at once."""
    assert event.id is not None
    say = partial(house.texts.plain, language)
    rows: list[Row] = [
        [button(say("event-button-weather"), CancelEvent(id=event.id, why=events.Reason.WEATHER))],
        [button(say("event-button-other-reason"), CancelEvent(id=event.id, why=events.Reason.OTHER))],
        [button(say("event-button-stays"), OpenEvent(id=event.id))],
    ]
    return Screen(house.texts.html(language, "event-cancel-why", title=event.title), rows)


def drafted_screen(house: House, actor: Actor, number: int, words: str) -> Screen:
    """The draft's words; the next step is to say to whom they go."""
    say = partial(house.texts.plain, actor.language)
    rows: list[Row] = [
        [button(say("event-button-whom"), Compose(id=number, step="whom"))],
        [button(say("event-button-other-words"), Compose(id=number, step="text"))],
        way_out(house.texts, actor.language, OpenEvents()),
    ]
    return Screen(house.texts.html(actor.language, "event-drafted", words=words), rows)


def refused_screen(house: House, actor: Actor) -> Screen:
    """A friendly no for who does not organise here."""
    return Screen(house.texts.html(actor.language, "event-refused"), [way_out(house.texts, actor.language)])


def _organiser_rows(house: House, language: str, event_id: int) -> list[Row]:
    say = partial(house.texts.plain, language)
    return [
        [button(say("event-button-announce"), AnnounceEvent(id=event_id))],
        [
            button(say("event-button-other-time"), ChangeEvent(id=event_id, what="when")),
            button(say("event-button-other-place"), ChangeEvent(id=event_id, what="place")),
        ],
        [button(say("event-button-seats"), ChangeEvent(id=event_id, what="seats"))],
        [button(say("event-button-cancel"), CancelEvent(id=event_id))],
    ]
