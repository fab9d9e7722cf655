"""Choosing a time: service, topic, adviser, day, hour. What need not be asked is passed over."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import partial
from typing import Final

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.announcements.marks import mark_of
from bot.handlers.booking.buttons import (
    ANYONE,
    NO_TOPIC,
    NOT_ASKED,
    BeginBooking,
    ChooseHour,
    ChooseTime,
    MoveHere,
    OpenBooking,
)
from bot.handlers.booking.typed_time import Window
from bot.handlers.card import short
from bot.handlers.menu import House, centres_screen, human_screen
from bot.handlers.view import Row, Screen, button, way_out
from bot.people.accounts import Actor
from bot.places import booking as bookings
from bot.places import finding, report
from bot.places.days import day_begins, day_ends
from bot.places.finding import Wanted
from bot.places.offered import Offer, adviser, offers, topics_to_ask
from bot.places.rows import Provider, Slot
from bot.places.topics import Topic
from bot.places.wording import day_said, hour_said, moment_said
from bot.texts import Html

AHEAD: Final = timedelta(days=120)
"""How far free days are looked for."""
DAYS_A_PAGE: Final = 8
HOURS_A_ROW: Final = 4
MOST_HOURS: Final = 40
"""Buttons for one day."""
NEAREST: Final = 3
LISTED: Final = 8
"""Moments shown as an answer to something typed."""
_DAY: Final = "%y%m%d"


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for, as far as it was chosen; of a booking to be moved, what it was."""

    choice: ChooseTime
    centre: str
    service: str | None
    topic: Topic | None
    back: ChooseTime | BeginBooking | None = None
    """Where the question before is asked; None where nothing was."""

    def wanted(self, since: datetime, until: datetime) -> Wanted:
        return Wanted(
            centre=self.centre,
            service=self.service,
            topic=self.topic,
            provider_id=self.choice.who if self.choice.who > ANYONE else None,
            since=since,
            until=until,
        )

    def hour(self, label: str, slot: Slot) -> Row:
        """A button for a free hour."""
        assert slot.id is not None
        if self.choice.move:
            return [button(label, MoveHere(id=self.choice.move, slot=slot.id, code=self.choice.code))]
        return [button(label, ChooseHour(slot=slot.id, topic=self.choice.topic, who=max(self.choice.who, ANYONE)))]


async def time_screen(house: House, actor: Actor, session: AsyncSession, choice: ChooseTime, now: datetime) -> Screen:
    """The next question, or the days, or the hours of a day."""
    found = await search(house, actor, session, choice, now)
    if isinstance(found, Screen):
        return found
    if day := chosen_day(found.choice):
        return await hours_screen(house, actor, session, found, day, now)
    return await days_screen(house, actor, session, found, now)


async def search(
    house: House, actor: Actor, session: AsyncSession, choice: ChooseTime, now: datetime, *, anyone: bool = False
) -> Search | Screen:
    """What to look for; a screen while something is still to be asked, or nothing is offered at all.

    ``anyone``: whoever is free will do, where nobody was chosen.

    Raises `OkienkoError` ``places-not-yours`` for a booking that is somebody else's.
    """
    if choice.move:
        booking, slot, _ = await bookings.one(session, choice.move, by=actor.account_id, code=choice.code or None)
        topic = Topic(booking.topic) if booking.topic in set(Topic) else None
        return Search(choice, slot.centre, slot.service, topic)
    if actor.centre is None or house.catalogue.centre(actor.centre) is None:
        return centres_screen(house, actor.language, "centre-where")
    offered = await offers(session, now, actor.centre)
    if not offered:
        return none_screen(house, actor, now)
    services = sorted({offer.service for offer in offered})
    service = next((each for each in services if mark_of(each) == choice.service), None)
    if service is None and len(services) > 1:
        return _services_screen(house, actor, services, gone=bool(choice.service))
    service = service or services[0]
    here = [offer for offer in offered if offer.service == service]
    choice = choice.model_copy(update={"service": mark_of(service)})
    topic = Topic(choice.topic) if choice.topic in set(Topic) else None
    asked = topics_to_ask(here)
    if not choice.topic and choice.who == NOT_ASKED and asked:
        return _topics_screen(house, actor, choice, asked, back=len(services) > 1)
    takers = [offer for offer in here if offer.takes(topic)]
    if not takers:  # everything with this topic has gone meanwhile
        return _topics_screen(house, actor, choice.model_copy(update={"topic": ""}), asked, back=False, gone=True)
    if choice.who == NOT_ASKED and len(takers) > 1 and not anyone:
        return _advisers_screen(house, actor, choice, takers, back=bool(asked) or len(services) > 1)
    if choice.who == NOT_ASKED or not any(offer.adviser and offer.adviser.id == choice.who for offer in takers):
        choice = choice.model_copy(update={"who": ANYONE})
    back: ChooseTime | BeginBooking | None = BeginBooking() if len(services) > 1 else None
    if asked or len(takers) > 1:
        back = choice.model_copy(update={"who": NOT_ASKED, "topic": choice.topic if len(takers) > 1 else "", "page": 0})
    return Search(choice, actor.centre, service, topic, back)


def chosen_day(choice: ChooseTime) -> date | None:
    """The day in a button; None for none, or for nonsense in a forged one."""
    try:
        return datetime.strptime(choice.day, _DAY).date() if choice.day else None  # noqa: DTZ007
    except ValueError:
        return None


def none_screen(house: House, actor: Actor, now: datetime) -> Screen:
    """Nothing can be booked here: how else to reach the centre."""
    ways = human_screen(house, actor, now)
    return Screen(Html(f"{house.texts.html(actor.language, 'booking-none')}\n\n{ways.text}"), ways.rows)


async def days_screen(house: House, actor: Actor, session: AsyncSession, found: Search, now: datetime) -> Screen:
    """The days with something free, some a page."""
    say = partial(house.texts.plain, actor.language)
    choice = found.choice
    days = await finding.free_days(session, found.wanted(now, now + AHEAD), now)
    if not days and choice.who > ANYONE:  # this adviser has nothing left: anybody else?
        found = replace(found, choice=choice.model_copy(update={"who": ANYONE}))
        choice = found.choice
        days = await finding.free_days(session, found.wanted(now, now + AHEAD), now)
    if not days:
        return none_screen(house, actor, now)
    last = (len(days) - 1) // DAYS_A_PAGE
    page = min(max(choice.page, 0), last)
    rows: list[Row] = []
    for day, _ in days[page * DAYS_A_PAGE : (page + 1) * DAYS_A_PAGE]:
        label = day_said(house.texts, actor.language, day)
        rows.append([button(label, choice.model_copy(update={"day": day.strftime(_DAY)}))])
    turn: Row = []
    if page > 0:
        turn.append(button(say("booking-button-earlier"), choice.model_copy(update={"page": page - 1})))
    if page < last:
        turn.append(button(say("booking-button-later"), choice.model_copy(update={"page": page + 1})))
    if turn:
        rows.append(turn)
    key = "booking-ask-day-move" if choice.move else "booking-ask-day"
    parts = [house.texts.html(actor.language, key), *await _with_whom(house, actor, session, found)]
    return Screen(Html("\n".join(parts)), [*rows, _way_back(house, actor, found)])


async def hours_screen(
    house: House,
    actor: Actor,
    session: AsyncSession,
    found: Search,
    day: date,
    now: datetime,
    slots: Sequence[Slot] | None = None,
) -> Screen:
    """The free hours of a day, or those ``slots`` of it that were asked for."""
    say = partial(house.texts.plain, actor.language)
    free = await _of_day(session, found, day, now) if slots is None else list(slots)
    if not free:
        return await instead_screen(house, actor, session, found, day_begins(day), now, "booking-day-full")
    each: list[Row] = [found.hour(hour_said(slot.starts_at), slot) for slot in one_an_hour(free)[:MOST_HOURS]]
    rows = [[tap for row in each[i : i + HOURS_A_ROW] for tap in row] for i in range(0, len(each), HOURS_A_ROW)]
    whole_day = found.choice.model_copy(update={"day": day.strftime(_DAY)})
    if slots is not None and len(slots) < len(await _of_day(session, found, day, now)):
        rows.append([button(say("booking-button-whole-day"), whole_day)])
    title = house.texts.html(actor.language, "booking-ask-hour", day=day_said(house.texts, actor.language, day))
    parts = [title, *await _with_whom(house, actor, session, found)]
    other_days = found.choice.model_copy(update={"day": ""})
    return Screen(Html("\n".join(parts)), [*rows, way_out(house.texts, actor.language, other_days)])


async def window_screen(
    house: House, actor: Actor, session: AsyncSession, found: Search, window: Window, now: datetime
) -> Screen | Slot:
    """An answer to a typed time: the one slot that is meant, or those that suit, or the nearest."""
    since = max(now, day_begins(window.first)) if window.first else now
    until = day_ends(window.last) if window.last else now + AHEAD
    free = await finding.free(session, found.wanted(since, until), now=now, limit=500)
    suiting = one_an_hour([slot for slot in free if window.holds(slot.starts_at)])
    if window.exact and window.first and len(suiting) == 1 and not found.choice.move:
        return suiting[0]
    if window.first and window.first == window.last:
        if suiting:
            return await hours_screen(house, actor, session, found, window.first, now, suiting)
        if free:
            screen = await hours_screen(house, actor, session, found, window.first, now)
            said = house.texts.html(actor.language, "booking-not-then")
            return Screen(Html(f"{said}\n{screen.text}"), screen.rows)
    elif suiting:
        title = house.texts.html(actor.language, "booking-these-suit")
        return _moments_screen(house, actor, found, suiting[:LISTED], title)
    hour = window.exact or (window.since if window.since.hour else None)
    await report.not_found(session, now, found.wanted(since, until), hour=hour.hour if hour else None)
    start = day_begins(window.first) if window.first else now
    return await instead_screen(house, actor, session, found, start, now, "booking-nothing-then")


async def instead_screen(
    house: House, actor: Actor, session: AsyncSession, found: Search, at: datetime, now: datetime, key: str
) -> Screen:
    """Why not, and the three free moments nearest to ``at``."""
    free = one_an_hour(await finding.free(session, found.wanted(now, now + AHEAD), now=now, limit=500))
    near = sorted(free, key=lambda slot: abs(slot.starts_at - at))[:NEAREST]
    if not near:
        return none_screen(house, actor, now)
    return _moments_screen(house, actor, found, near, house.texts.html(actor.language, key))


def taken_screen(house: House, actor: Actor, found: Search, near: Sequence[Slot], said: Html) -> Screen:
    """What was chosen has gone meanwhile; what is nearest."""
    if near:
        said = Html(f"{said}\n{house.texts.html(actor.language, 'booking-nearest')}")
    return _moments_screen(house, actor, found, near, said)


def one_an_hour(slots: Sequence[Slot]) -> list[Slot]:
    """Of several advisers free at the same moment one is enough to be shown."""
    return list({slot.starts_at: slot for slot in reversed(slots)}.values())[::-1]


async def _of_day(session: AsyncSession, found: Search, day: date, now: datetime) -> list[Slot]:
    wanted = found.wanted(max(now, day_begins(day)), day_ends(day))
    return one_an_hour(await finding.free(session, wanted, now=now, limit=500))


def _moments_screen(house: House, actor: Actor, found: Search, slots: Sequence[Slot], title: Html) -> Screen:
    near = sorted(slots, key=lambda slot: slot.starts_at)
    rows = [found.hour(moment_said(house.texts, actor.language, slot.starts_at), slot) for slot in near]
    all_days = found.choice.model_copy(update={"day": "", "page": 0})
    rows.append([button(house.texts.plain(actor.language, "booking-button-all-days"), all_days)])
    return Screen(title, [*rows, way_out(house.texts, actor.language)])


def _way_back(house: House, actor: Actor, found: Search) -> Row:
    """From the days: to the booking that is moved, else to what was asked before."""
    move = found.choice.move
    before = OpenBooking(id=move, code=found.choice.code) if move else found.back
    return way_out(house.texts, actor.language, before)


async def _with_whom(house: House, actor: Actor, session: AsyncSession, found: Search) -> list[Html]:
    """The adviser who was chosen. Of a booking that is moved none is named."""
    if found.choice.who <= ANYONE or found.choice.move:
        return []
    chosen = await adviser(session, found.choice.who)
    return [house.texts.html(actor.language, "booking-with", name=name_of(house, actor, chosen))] if chosen else []


def name_of(house: House, actor: Actor, adviser: Provider) -> str:
    """An adviser as the office calls them; one made up for the demo is marked."""
    mark = f" [{house.texts.plain(actor.language, 'example-mark')}]" if adviser.example else ""
    return adviser.name + mark


def _services_screen(house: House, actor: Actor, services: Sequence[str], *, gone: bool) -> Screen:
    rows: list[Row] = []
    for service in services:
        card = house.catalogue.card(service)
        name = card.service.name.in_(actor.language) if card else service.partition("/")[2]
        rows.append([button(short(name), BeginBooking(service=service))])
    key = "booking-service-gone" if gone else "booking-ask-service"
    return Screen(house.texts.html(actor.language, key), [*rows, way_out(house.texts, actor.language)])


def _topics_screen(
    house: House, actor: Actor, choice: ChooseTime, topics: Sequence[Topic], *, back: bool, gone: bool = False
) -> Screen:
    say = partial(house.texts.plain, actor.language)
    each = [button(say(f"booking-topic-{topic.value}"), choice.model_copy(update={"topic": topic})) for topic in topics]
    rows: list[Row] = [each[i : i + 2] for i in range(0, len(each), 2)]
    rows.append([button(say("booking-button-no-topic"), choice.model_copy(update={"topic": NO_TOPIC}))])
    text = house.texts.html(actor.language, "booking-topic-gone" if gone else "booking-ask-topic")
    return Screen(text, [*rows, way_out(house.texts, actor.language, BeginBooking() if back else None)])


def _advisers_screen(house: House, actor: Actor, choice: ChooseTime, takers: Sequence[Offer], *, back: bool) -> Screen:
    say = partial(house.texts.plain, actor.language)
    rows: list[Row] = [[button(say("booking-button-anyone"), choice.model_copy(update={"who": ANYONE}))]]
    for offer in takers:
        if offer.adviser and offer.adviser.id:
            name = name_of(house, actor, offer.adviser)
            rows.append([button(short(name), choice.model_copy(update={"who": offer.adviser.id}))])
    before = choice.model_copy(update={"topic": ""}) if choice.topic else BeginBooking()
    text = house.texts.html(actor.language, "booking-ask-adviser")
    return Screen(text, [*rows, way_out(house.texts, actor.language, before if back else None)])
