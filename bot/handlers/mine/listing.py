"""Everything that somebody has booked, of all kinds, one button each, the next first."""

from datetime import datetime
from typing import Final

from aiogram.types import InlineKeyboardButton
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.handlers.announcing.event_buttons import OpenEvent
from bot.handlers.booking.buttons import BeginBooking, OpenBooking, OpenBookings
from bot.handlers.halls.buttons import OpenReservation
from bot.handlers.menu import House
from bot.handlers.mine.buttons import MorePages, OpenCalendar
from bot.handlers.view import Row, Screen, button, way_out
from bot.handlers.waiting.line_screens import line_rows
from bot.people.accounts import Actor
from bot.places import booking as bookings
from bot.places import calendar
from bot.places.attendees import Relation
from bot.places.rows import Attendee, Booking, Event, Slot
from bot.places.slots import SlotKind
from bot.places.wording import moment_said

LONGEST: Final = 60
"""Letters of a button about an event."""
PAGE: Final = 12
"""As many as one sees at a glance; a whole season of shifts would be fifty."""


async def all_screen(house: House, actor: Actor, session: AsyncSession, now: datetime, page: int = 0) -> Screen:
    """What is booked, a page of it; on the first one the lists in which there is no place yet, too."""
    texts, language = house.texts, actor.language
    found, lines = await _booked(house, actor, session, now), await line_rows(house, actor, session, now)
    page = max(0, min(page, (len(found) - 1) // PAGE))
    rows = found[page * PAGE : (page + 1) * PAGE]
    turn: Row = []
    if page > 0:
        back = OpenBookings() if page == 1 else MorePages(page=page - 1)
        turn.append(button(texts.plain(language, "booking-button-earlier"), back))
    if (page + 1) * PAGE < len(found):
        turn.append(button(texts.plain(language, "booking-button-later"), MorePages(page=page + 1)))
    rows += [turn] if turn else []
    rows += lines if page == 0 else []
    rows.append([button(texts.plain(language, "booking-button-new"), BeginBooking())])
    rows.append([button(texts.plain(language, "mine-button-calendar"), OpenCalendar())])
    key = "booking-list" if found or lines else "booking-list-none"
    return Screen(texts.html(language, key), [*rows, way_out(texts, language)])


async def _booked(house: House, actor: Actor, session: AsyncSession, now: datetime) -> list[Row]:
    """A row a booking; a family at an event is one."""
    found = await bookings.upcoming(session, now, actor.account_id)
    with_limit = await calendar.events_of_slots(
        session, [slot.id for _, slot, _ in found if slot.id and slot.kind == SlotKind.EVENT]
    )
    rows: list[tuple[datetime, Row]] = []
    told: set[int | None] = set()
    for booking, slot, attendee in found:
        event = with_limit.get(slot.id or 0)
        if event is not None and event.id in told:
            continue
        if event is not None:
            told.add(event.id)
            rows.append((slot.starts_at, [_event_button(house, actor, event)]))
        else:
            rows.append((slot.starts_at, [_button(house, actor, booking, slot, attendee)]))
    rows += [
        (event.starts_at, [_event_button(house, actor, event)])
        for event in await calendar.events_to_come(session, now, actor.account_id)
    ]
    return [row for _, row in sorted(rows, key=lambda pair: pair[0])]


def _button(house: House, actor: Actor, booking: Booking, slot: Slot, attendee: Attendee) -> InlineKeyboardButton:
    texts, language = house.texts, actor.language
    when = moment_said(texts, language, slot.starts_at)
    relation = Relation.SELF if slot.kind == SlotKind.ROOM else attendee.relation
    label = texts.plain(language, "booking-line", when=when, relation=relation)
    number = booking.id or 0
    opens = OpenReservation(id=number) if slot.kind == SlotKind.ROOM else OpenBooking(id=number)
    return button(f"{texts.plain(language, 'mine-kind', kind=slot.kind)} {label}", opens)


def _event_button(house: House, actor: Actor, event: Event) -> InlineKeyboardButton:
    texts, language = house.texts, actor.language
    when = moment_said(texts, language, event.starts_at)
    label = f"{texts.plain(language, 'mine-kind', kind='event')} {when} · {event.title}"
    return button(label if len(label) <= LONGEST else f"{label[: LONGEST - 1]}…", OpenEvent(id=event.id or 0))
