"""For whom, what will be booked, and a booking as it stands. What is booked is a meeting, whatever it is about."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Final

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.announcements.marks import mark_of
from bot.errors import OkienkoError
from bot.handlers.booking.buttons import (
    BeginBooking,
    BookingForCalendar,
    BookNow,
    CancelBooking,
    ChooseHour,
    ChooseTime,
    ChooseWhom,
    ConfirmBooking,
    MoveBeside,
    MoveBooking,
    MoveNow,
    OpenBooking,
    OpenBookings,
)
from bot.handlers.booking.time_screens import name_of
from bot.handlers.buttons import OpenHuman
from bot.handlers.card import phones_of
from bot.handlers.menu import House
from bot.handlers.view import Row, Screen, button, way_out
from bot.people.accounts import Actor
from bot.places import codes, finding, offered
from bot.places.attendees import MOST_NUMBER, Relation
from bot.places.rows import Attendee, Booking, Slot
from bot.places.slots import SlotKind
from bot.places.states import BookingState
from bot.places.topics import Topic
from bot.places.wording import moment_said, place_of
from bot.texts import Html

WHOM: Final = (Relation.SELF, Relation.CHILD, Relation.PARENT, Relation.OTHER)
CONFIRM_FROM: Final = timedelta(days=2)
"""So long before can one say "I will be there": earlier, just after booking, it would say nothing."""


def whom_screen(house: House, actor: Actor, slot: Slot, topic: str, who: int) -> Screen:
    """For whom? Nobody's name is asked."""
    assert slot.id is not None
    texts, language = house.texts, actor.language
    rows: list[Row] = [
        [
            button(
                texts.plain(language, f"booking-for-{relation.value}"),
                ChooseWhom(slot=slot.id, topic=topic, relation=relation, who=who),
            )
        ]
        for relation in WHOM
    ]
    back = ChooseTime(service=mark_of(slot.service or ""), topic=topic, who=who)
    text = texts.html(language, "booking-ask-whom", when=moment_said(texts, language, slot.starts_at))
    return Screen(text, [*rows, way_out(texts, language, back)])


async def summary_screen(house: House, actor: Actor, session: AsyncSession, slot: Slot, chosen: ChooseWhom) -> Screen:
    """Everything before it is booked: when, how long, where, with whom, for whom, what to bring."""
    texts, language = house.texts, actor.language
    line = partial(texts.html, language)
    parts: list[Html] = [line("booking-summary"), *await _facts(house, actor, session, slot)]
    if adviser := await offered.adviser(session, slot.provider_id):
        parts.append(line("booking-with", name=name_of(house, actor, adviser)))
    parts.append(line("booking-whom", relation=chosen.relation, number=chosen.number))
    if chosen.topic in set(Topic):
        parts.append(line("booking-topic", topic=texts.plain(language, f"booking-topic-{chosen.topic}")))
    card = house.catalogue.card(slot.service) if slot.service else None
    if card and card.service.required_documents:
        papers = "; ".join(paper.in_(language) for paper in card.service.required_documents)
        parts.append(line("booking-bring", papers=papers))
    yes = BookNow(slot=chosen.slot, topic=chosen.topic, relation=chosen.relation, number=chosen.number)
    rows: list[Row] = [
        [button(texts.plain(language, "booking-button-yes"), yes)],
        way_out(texts, language, ChooseHour(slot=chosen.slot, topic=chosen.topic, who=chosen.who)),
    ]
    return Screen(Html("\n".join(parts)), rows)


def overlap_screen(house: House, actor: Actor, error: OkienkoError, wanted: BookNow) -> Screen:
    """The same person has something else then: is that known?"""
    texts, language = house.texts, actor.language
    rows: list[Row] = [
        [button(texts.plain(language, "booking-button-beside"), wanted.model_copy(update={"beside": True}))]
    ]
    if wanted.relation != Relation.SELF and wanted.number < MOST_NUMBER:
        other = wanted.model_copy(update={"number": wanted.number + 1})
        rows.append([button(texts.plain(language, f"booking-other-{wanted.relation}"), other)])
    rows.append([button(texts.plain(language, "booking-button-mine"), OpenBookings())])
    rows.append(way_out(texts, language, ChooseHour(slot=wanted.slot, topic=wanted.topic)))
    return Screen(texts.html(language, error.key, **error.values), rows)


def overlap_move_screen(house: House, actor: Actor, error: OkienkoError, wanted: MoveNow) -> Screen:
    """The same when a booking is moved."""
    texts, language = house.texts, actor.language
    beside = MoveBeside(id=wanted.id, slot=wanted.slot, code=wanted.code)
    rows: list[Row] = [
        [button(texts.plain(language, "booking-button-beside"), beside)],
        way_out(texts, language, MoveBooking(id=wanted.id, code=wanted.code)),
    ]
    return Screen(texts.html(language, error.key, **error.values), rows)


async def slip_screen(house: House, actor: Actor, session: AsyncSession, booking: Booking, slot: Slot) -> Screen:
    """What to write down on paper: day, hour, room, phone, code; nothing of what it is about."""
    texts, language = house.texts, actor.language
    parts: list[Html] = [
        texts.html(language, "booking-slip"),
        texts.html(language, "booking-slip-when", when=moment_said(texts, language, slot.starts_at)),
    ]
    if place := await place_of(session, slot):
        parts.append(Html(texts.html(language, "booking-slip-line", text=place)))
    if phone := _phone(house, actor, slot):
        parts.append(phone)
    parts.append(texts.html(language, "booking-slip-code", code=codes.shown(booking.code)))
    return Screen(Html("\n".join(parts)))


async def booking_screen(
    house: House,
    actor: Actor,
    session: AsyncSession,
    booking: Booking,
    slot: Slot,
    attendee: Attendee,
    now: datetime,
    *,
    said: str | None = None,
    code: str = "",
) -> Screen:
    """A booking as it stands now, and what can still be done with it; ``said``: what has just happened.

    ``code`` is filled when it was found by its code: then nothing is shown of for whom it is.
    """
    assert booking.id is not None
    texts, language = house.texts, actor.language
    line = partial(texts.html, language)
    say = partial(texts.plain, language)
    state = _state(booking, now)
    # A meeting of its own, made for this booking: the first talk before a programme.
    kind = "talk" if slot.kind == SlotKind.MEETING and slot.rules.get("lone") else slot.kind
    parts: list[Html] = [line(said or f"booking-state-{state}", kind=kind)]
    movable = _is_movable(slot)
    parts += await _facts(house, actor, session, slot)
    rows: list[Row] = []
    if state == "called-off" and movable:
        topic = Topic(booking.topic) if booking.topic in set(Topic) else None
        near = await finding.nearest(session, now, slot, topic=topic)
        parts += [Html(""), line("booking-called-off-instead" if near else "booking-called-off-none")]
        rows += instead_rows(house, actor, booking.id, near, code)
        rows.append([button(say("booking-button-other-times"), MoveBooking(id=booking.id, code=code))])
    elif state in ("booked", "confirmed"):
        if not code:
            if attendee.relation != Relation.SELF:
                parts.append(line("booking-whom", relation=attendee.relation, number=attendee.number))
            parts.append(line("booking-code", code=codes.shown(booking.code)))
        if state == "booked" and booking.starts_at - now < CONFIRM_FROM:
            rows.append([button(say("booking-button-confirm"), ConfirmBooking(id=booking.id, code=code))])
        rows.append([button(say("booking-button-cancel"), CancelBooking(id=booking.id, code=code))])
        if movable:
            rows[-1].insert(0, button(say("booking-button-move"), MoveBooking(id=booking.id, code=code)))
        rows.append([button(say("booking-button-calendar"), BookingForCalendar(id=booking.id, code=code))])
    else:
        if state == "cancelled":
            calendar = BookingForCalendar(id=booking.id, code=code)
            rows.append([button(say("booking-button-calendar-cancelled"), calendar)])
        rows.append([button(say("booking-button-new"), BeginBooking())])
    return Screen(Html("\n".join(parts)), [*rows, way_out(texts, language, None if code else OpenBookings())])


def instead_rows(house: House, actor: Actor, booking_id: int, near: Sequence[Slot], code: str) -> list[Row]:
    """Other hours for a booking, one tap each."""
    return [
        [
            button(
                moment_said(house.texts, actor.language, slot.starts_at),
                MoveNow(id=booking_id, slot=slot.id or 0, code=code),
            )
        ]
        for slot in sorted(near, key=lambda slot: slot.starts_at)
    ]


def cancel_screen(house: House, actor: Actor, booking: Booking, slot: Slot, code: str) -> Screen:
    """One more tap before the place is given to somebody else."""
    assert booking.id is not None
    texts, language = house.texts, actor.language
    sure = CancelBooking(id=booking.id, sure=True, code=code)
    rows: list[Row] = [
        [button(texts.plain(language, "booking-button-cancel-sure"), sure)],
        [button(texts.plain(language, "booking-button-keep"), OpenBooking(id=booking.id, code=code))],
    ]
    if _is_movable(slot):
        move = MoveBooking(id=booking.id, code=code)
        rows.insert(1, [button(texts.plain(language, "booking-button-move-rather"), move)])
    when = moment_said(texts, language, booking.starts_at)
    return Screen(texts.html(language, "booking-cancel-sure", when=when), rows)


async def move_screen(
    house: House, actor: Actor, session: AsyncSession, booking: Booking, slot: Slot, code: str
) -> Screen:
    """From when to when, before it is moved."""
    assert booking.id is not None
    assert slot.id is not None
    texts, language = house.texts, actor.language
    text = texts.html(
        language,
        "booking-move-sure" if booking.seat_no is not None else "booking-move-sure-again",
        before=moment_said(texts, language, booking.starts_at),
        after=moment_said(texts, language, slot.starts_at),
    )
    rows: list[Row] = [
        [button(texts.plain(language, "booking-button-move-sure"), MoveNow(id=booking.id, slot=slot.id, code=code))],
        way_out(texts, language, MoveBooking(id=booking.id, code=code)),
    ]
    return Screen(text, rows)


def bookings_screen(
    house: House, actor: Actor, found: Sequence[tuple[Booking, Slot, Attendee]], *, key: str | None = None
) -> Screen:
    """What an account has booked, the next first; ``key``: what is said above."""
    texts, language = house.texts, actor.language
    rows: list[Row] = []
    for booking, slot, attendee in found:
        when = moment_said(texts, language, slot.starts_at)
        label = texts.plain(language, "booking-line", when=when, relation=attendee.relation)
        rows.append([button(label, OpenBooking(id=booking.id or 0))])
    rows.append([button(texts.plain(language, "booking-button-new"), BeginBooking())])
    text = texts.html(language, key or ("booking-list" if found else "booking-list-none"))
    return Screen(text, [*rows, way_out(texts, language)])


def stranger_screen(house: House, actor: Actor) -> Screen:
    """To who speaks of a booking that this account did not make: neither that there is one nor that there is none."""
    texts, language = house.texts, actor.language
    centre = house.catalogue.centre(actor.centre) if actor.centre else None
    parts: list[Html] = [texts.html(language, "booking-stranger")]
    for phone in centre.organization.phones[:1] if centre else ():
        parts.append(_marked(house, actor, texts.html(language, "booking-phone", number=phone.number), phone.example))
    rows: list[Row] = [
        [button(texts.plain(language, "booking-button-mine"), OpenBookings())],
        [button(texts.plain(language, "button-human"), OpenHuman())],
    ]
    return Screen(Html("\n\n".join(parts)), [*rows, way_out(texts, language)])


async def _facts(house: House, actor: Actor, session: AsyncSession, slot: Slot) -> list[Html]:
    texts, language = house.texts, actor.language
    minutes = int((slot.ends_at - slot.starts_at).total_seconds() // 60)
    parts = [
        texts.html(language, "booking-when", when=moment_said(texts, language, slot.starts_at)),
        texts.html(language, "booking-long", minutes=minutes),
    ]
    if place := await place_of(session, slot):
        parts.append(texts.html(language, "booking-where", where=place))
    return parts


def _phone(house: House, actor: Actor, slot: Slot) -> Html | None:
    """The service's number, else the centre's; one from the stage is marked."""
    card = house.catalogue.card(slot.service) if slot.service else None
    centre = house.catalogue.centre(slot.centre)
    phones = phones_of(card) if card else centre.organization.phones if centre else ()
    if not phones:
        return None
    line = house.texts.html(actor.language, "booking-slip-phone", number=phones[0].number)
    return _marked(house, actor, line, phones[0].example)


def _marked(house: House, actor: Actor, line: Html, example: bool) -> Html:
    return Html(f"{line} <i>[{house.texts.html(actor.language, 'example-mark')}]</i>") if example else line


def _is_movable(slot: Slot) -> bool:
    """What another room gives is given back and taken anew there."""
    return not slot.rules.get("door") and slot.kind != SlotKind.EVENT


def _state(booking: Booking, now: datetime) -> str:
    """In which way it is to be shown: booked, confirmed, cancelled, called-off, over."""
    if booking.state == BookingState.CANCELLED:
        return "cancelled"
    if booking.ends_at <= now or booking.state in (BookingState.CAME, BookingState.MISSED):
        return "over"
    return booking.state
