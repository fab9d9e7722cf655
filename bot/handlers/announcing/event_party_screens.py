"""The screens of an event with a limit: who of a family comes, what is left, the line. Nobody's name is asked."""

from datetime import datetime
from functools import partial
from typing import Final

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.announcements import event_guests, event_messages
from bot.announcements.event_guests import Party, Place
from bot.announcements.event_seats import MOST_PEOPLE
from bot.announcements.events import Event
from bot.errors import OkienkoError
from bot.handlers.announcing.event_buttons import (
    AnswerEvent,
    BookParty,
    BookPartyBeside,
    EventForCalendar,
    LeaveLine,
    OpenEvent,
    WaitTogether,
    WhoComes,
)
from bot.handlers.menu import House
from bot.handlers.view import Row, Screen, button, way_out
from bot.handlers.waiting.buttons import OpenLine
from bot.people.accounts import Actor
from bot.places.attendees import MOST_NUMBER
from bot.places.rows import Slot
from bot.texts import Html

FULL: Final = frozenset({"places-full", "waiting-not-enough"})
"""Refusals after which the line is offered."""


async def party_screen(
    house: House,
    actor: Actor,
    session: AsyncSession,
    event: Event,
    slot: Slot,
    now: datetime,
    *,
    wanted: Party | None = None,
    said: str | None = None,
    refused: OkienkoError | None = None,
) -> Screen:
    """Who has a seat, who is chosen (``wanted``), what can be done.

    ``said`` is the key of what has just happened, ``refused`` why what was wanted could not be.
    """
    assert slot.id is not None
    texts, language = house.texts, actor.language
    line, say = partial(texts.html, language), partial(texts.plain, language)
    has = await event_guests.party(session, slot.id, actor.account_id)
    place = await event_guests.place_in_line(session, slot.id, actor.account_id)
    chosen = wanted if wanted is not None else has
    new = max(0, chosen.people - has.people)  # who comes instead of somebody takes their seat
    left = slot.seats - slot.taken
    parts: list[Html] = [line(said)] if said else []
    parts.append(Html(event_messages.described(texts, language, event)))
    state: list[Html] = [line("event-party-booked", who=party_said(house, language, has))] if has.people else []
    if place:
        state.append(_in_line(house, language, place))
    elif new <= left:
        state.append(line("event-left", left=left, total=slot.seats))
    if state:
        parts.append(Html("\n".join(state)))
    if event.cancelled_at or slot.starts_at <= now:
        return Screen(Html("\n\n".join(parts)), [way_out(texts, language, OpenEvent(id=event.id or 0))])
    number = event.id or 0
    rows: list[Row] = []
    if refused and refused.key == "places-overlap":
        parts.append(line(refused.key, **refused.values))
        rows.append([button(say("booking-button-beside"), BookPartyBeside(id=number, **chosen._asdict()))])
    elif refused and refused.key not in FULL:
        parts.append(line(refused.key, **refused.values))
    if place is None and chosen != has and chosen.people:
        parts.append(line("event-party-chosen", who=party_said(house, language, chosen), people=chosen.people))
        if new > left:
            parts.append(line("event-party-line", left=left, people=new))
            wait = WaitTogether(id=number, **chosen._asdict())
            rows.append([button(say("event-button-wait", people=new), wait)])
        elif not (refused and refused.key == "places-overlap"):
            yes = BookParty(id=number, **chosen._asdict())
            rows.append([button(say("event-button-book", people=chosen.people), yes)])
    elif place is None and left:
        parts.append(line("event-party-who-else" if has.people else "event-party-who"))
    if place is None:
        rows += _choosing(house, language, number, chosen)
    else:
        if place.held:
            rows.append([button(say("event-button-held"), OpenLine(id=place.entry_id))])
        rows.append([button(say("event-button-leave-line"), LeaveLine(id=number))])
    if has.people:
        rows.append([button(say("event-button-calendar"), EventForCalendar(id=number))])
    if has.people:
        rows.append([button(say("event-button-nobody"), AnswerEvent(id=number, coming=False))])
    return Screen(Html("\n\n".join(parts)), [*rows, way_out(texts, language, OpenEvent(id=number))])


def party_said(house: House, language: str, party: Party) -> str:
    """ "ja, 2 dzieci"."""
    said = [
        house.texts.plain(language, "event-party-member", who=relation, many=many)
        for relation, many in party._asdict().items()
        if many
    ]
    return ", ".join(said)


def _in_line(house: House, language: str, place: Place) -> Html:
    who = party_said(house, language, place.party)
    if place.held:
        return house.texts.html(language, "event-party-held", who=who)
    return house.texts.html(
        language, "event-party-in-line", who=who, people=place.party.people, position=place.position
    )


def _choosing(house: House, language: str, number: int, chosen: Party) -> list[Row]:
    """One more, one less, two in a row: each tap only shows what would be."""
    more: Row = []
    fewer: Row = []
    for relation in ("child", "parent", "other", "me"):
        many = getattr(chosen, relation)
        if many < (1 if relation == "me" else MOST_NUMBER) and chosen.people < MOST_PEOPLE:
            wanted = chosen._replace(**{relation: many + 1})
            text = house.texts.plain(language, "event-button-more", who=relation)
            more.append(button(text, WhoComes(id=number, **wanted._asdict())))
        if many and chosen.people > 1:
            wanted = chosen._replace(**{relation: many - 1})
            text = house.texts.plain(language, "event-button-fewer", who=relation)
            fewer.append(button(text, WhoComes(id=number, **wanted._asdict())))
    return [each[at : at + 2] for each in (more, fewer) for at in range(0, len(each), 2)]
