"""A place in a line as it stands, a place that is held, and the rows of both under /moje."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import Final

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.announcements import event_guests
from bot.errors import OkienkoError
from bot.handlers.announcing.event_party_screens import party_screen
from bot.handlers.booking.booking_screens import booking_screen, slip_screen
from bot.handlers.booking.buttons import OpenBooking, OpenBookings
from bot.handlers.menu import House
from bot.handlers.view import Row, Screen, button, way_out
from bot.handlers.waiting.buttons import AnswerOffer, JoinLine, LeaveLine, OpenLine
from bot.people.accounts import Actor
from bot.places import waiting
from bot.places.attendees import Relation
from bot.places.rows import Attendee, Booking, Slot
from bot.places.waiting import Answered, Waiting
from bot.places.waiting_kinds import TITLED, fact_lines
from bot.places.waiting_states import Answer
from bot.places.wording import moment_said
from bot.texts import Html

LONGEST: Final = 60
"""Letters of a button that names what is waited for."""


def join_row(house: House, actor: Actor, slot: Slot, now: datetime, wanted: JoinLine | None = None) -> list[Row]:
    """The button that joins the line of a full slot; none where a list could not help any more."""
    if slot.id is None or not waiting.can_help(now, slot):
        return []
    return [[button(house.texts.plain(actor.language, "waiting-button-join"), wanted or JoinLine(slot=slot.id))]]


async def line_screen(
    house: House, actor: Actor, session: AsyncSession, entry_id: int, now: datetime, *, said: str | None = None
) -> Screen:
    """How a place in a line stands; what is held can be answered. ``said``: what has just happened.

    Raises `OkienkoError` ``waiting-not-yours``.
    """
    found = await waiting.one(session, now, entry_id, actor.account_id)
    texts, language = house.texts, actor.language
    line = partial(texts.html, language)
    facts = await fact_lines(session, texts, language, found.slot, found.entry.people)
    back = way_out(texts, language, OpenBookings())
    if found.entry.ended_at is not None or found.slot.starts_at <= now:
        rows = join_row(house, actor, found.slot, now) if found.entry.people == 1 and not found.slot.service else []
        return Screen(Html("\n".join([line(said or "waiting-over"), *facts])), [*rows, back])
    whom = [
        line("booking-whom", relation=person.relation, number=person.number)
        for person in found.people
        if found.entry.people > 1 or person.relation != Relation.SELF
    ]
    if found.offer is not None and found.offer.id is not None:
        until = moment_said(texts, language, found.offer.deadline)
        head = [line("waiting-offer", kind=found.slot.kind), *facts, *whom]
        return Screen(
            Html("\n".join([*head, "", line("waiting-offer-until", until=until)])),
            [*answer_rows(house, actor, found.offer.id), back],
        )
    parts = [line(said or "waiting-standing"), *facts, *whom, "", line("waiting-is-a-list", position=found.position)]
    leave = button(texts.plain(language, "waiting-button-leave"), LeaveLine(id=entry_id))
    return Screen(Html("\n".join(parts)), [[leave], back])


async def held_screen(house: House, actor: Actor, session: AsyncSession, slot_id: int, now: datetime) -> Screen:
    """What is held for them in a slot that they were about to book: it is to be answered there."""
    for found in await waiting.of_account(session, now, actor.account_id):
        if found.slot.id == slot_id and found.offer is not None:
            return await line_screen(house, actor, session, found.entry.id or 0, now)
    return refused_screen(house, actor, OkienkoError("waiting-answer-first"))


def answer_rows(house: House, actor: Actor, offer_id: int, *, beside: bool = False) -> list[Row]:
    """Take, not this time, leave; ``beside``: they were told what they have then."""
    say = partial(house.texts.plain, actor.language)
    take = AnswerOffer(id=offer_id, what=Answer.TAKE, beside=beside)
    return [
        [button(say("waiting-button-take-beside" if beside else "waiting-button-take"), take)],
        [button(say("waiting-button-pass"), AnswerOffer(id=offer_id, what=Answer.PASS))],
        [button(say("waiting-button-leave"), AnswerOffer(id=offer_id, what=Answer.LEAVE))],
    ]


def leave_screen(house: House, actor: Actor, found: Waiting) -> Screen:
    """One more tap before a place in the line is given up."""
    texts, language = house.texts, actor.language
    when = moment_said(texts, language, found.slot.starts_at)
    rows: list[Row] = [
        [button(texts.plain(language, "waiting-button-leave-sure"), LeaveLine(id=found.entry.id or 0, sure=True))],
        [button(texts.plain(language, "waiting-button-stay"), OpenLine(id=found.entry.id or 0))],
    ]
    return Screen(texts.html(language, "waiting-leave-sure", when=when), rows)


def refused_screen(house: House, actor: Actor, error: OkienkoError, offer_id: int | None = None) -> Screen:
    """Why an answer did not do what it says; what is still held can be answered otherwise."""
    texts, language = house.texts, actor.language
    rows = answer_rows(house, actor, offer_id, beside=error.key == "places-overlap") if offer_id is not None else []
    return Screen(texts.html(language, error.key, **error.values), [*rows, way_out(texts, language, OpenBookings())])


async def taken_screens(
    house: House,
    actor: Actor,
    session: AsyncSession,
    done: Answered,
    attendees: Sequence[Attendee],
    now: datetime,
) -> list[Screen]:
    """What was taken: one booking as any other, or all that a family has now; of an event as events are shown."""
    texts, language = house.texts, actor.language
    if event := await event_guests.event_of(session, done.slot.id or 0):
        return [await party_screen(house, actor, session, event, done.slot, now, said="event-party-done")]
    if len(done.bookings) == 1:
        (booking,), (attendee,) = done.bookings, attendees
        screen = await booking_screen(house, actor, session, booking, done.slot, attendee, now, said="booking-done")
        return [screen, await slip_screen(house, actor, session, booking, done.slot)]
    parts: list[str] = [texts.html(language, "waiting-done-together", people=len(done.bookings))]
    parts += await fact_lines(session, texts, language, done.slot, 1)
    rows = _booking_rows(house, actor, done.bookings, attendees)
    return [Screen(Html("\n".join(parts)), [*rows, way_out(texts, language, OpenBookings())])]


async def line_rows(house: House, actor: Actor, session: AsyncSession, now: datetime) -> list[Row]:
    """The lines in which an account stands, for /moje: a list is not a place, so each says which one it is."""
    say = partial(house.texts.plain, actor.language)
    rows: list[Row] = []
    for found in await waiting.of_account(session, now, actor.account_id):
        when = moment_said(house.texts, actor.language, found.slot.starts_at)
        held = found.offer is not None
        label = (
            say("waiting-line-offer", when=when) if held else say("waiting-line", when=when, position=found.position)
        )
        if found.slot.title and found.slot.kind in TITLED:
            label = f"{label} · {found.slot.title}"
        label = label if len(label) <= LONGEST else f"{label[: LONGEST - 1]}…"
        rows.append([button(label, OpenLine(id=found.entry.id or 0))])
    return rows


def _booking_rows(house: House, actor: Actor, bookings: Sequence[Booking], attendees: Sequence[Attendee]) -> list[Row]:
    people = {attendee.id: attendee for attendee in attendees}
    return [
        [
            button(
                house.texts.plain(
                    actor.language,
                    "booking-whom",
                    relation=people[booking.attendee_id].relation,
                    number=people[booking.attendee_id].number,
                ),
                OpenBooking(id=booking.id or 0),
            )
        ]
        for booking in bookings
    ]
