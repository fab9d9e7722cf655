"""What residents type around bookings: a time while one is chosen, a wish to book, to cancel, a code.

Typed words never book, move or cancel anything: they lead to the screen where one tap does.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from aiogram import F, Router
from aiogram.filters import BaseFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import Message
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.announcements.marks import mark_of
from bot.catalogue.search.intents import follow_up_of
from bot.handlers.booking.booking_screens import booking_screen, bookings_screen, stranger_screen
from bot.handlers.booking.buttons import ANYONE, NO_TOPIC, ChooseTime
from bot.handlers.booking.choosing import PROGRESS, forget, keep, typed_time_screen
from bot.handlers.booking.mine import as_it_stands
from bot.handlers.booking.time_screens import time_screen
from bot.handlers.booking.typed_time import Window, read_window
from bot.handlers.booking.wishes import What, Wish, names, read_wish, topics_named
from bot.handlers.footer import with_footer
from bot.handlers.menu import House
from bot.handlers.view import Screen
from bot.intake.replies import Replies
from bot.people.accounts import Actor
from bot.places import booking as bookings
from bot.places.attendees import Relation
from bot.places.offered import Offer, offers
from bot.places.rows import Booking
from bot.places.topics import Topic

router = Router(name="typed bookings")

LONGEST: Final = 200
"""Letters; whoever types more has something to tell."""


@dataclass(frozen=True, slots=True)
class Begun:
    """A wish to book, with what is known of it already."""

    choice: ChooseTime
    typed: str | None
    """The words of a time."""


class Typed(BaseFilter):
    """Hands on ``meant``: a wish that is about bookings, or a time while one is being chosen."""

    async def __call__(
        self,
        message: Message,
        actor: Actor,
        house: House,
        session: AsyncSession,
        state: FSMContext,
        now: datetime,
        raw_state: str | None = None,
    ) -> bool | dict[str, Any]:
        text = message.text or ""
        if raw_state is not None or len(text) > LONGEST or text.startswith("/"):
            return False
        data = await state.get_data()
        wish = read_wish(text, now)
        if wish and wish.what is What.BOOK:
            begun = await _begun(house, actor, session, wish, text, str(data.get("card")), now)
            return {"meant": begun} if begun else False
        if wish and (not wish.rest or await _known(session, house, actor, wish.rest, now)):
            return {"meant": wish}
        choice = _in_progress(data)
        return {"meant": Begun(choice, text)} if choice and read_window(text, now) else False


@router.message(F.text, Typed())
async def typed(
    message: Message,
    meant: Wish | Begun,
    actor: Actor,
    house: House,
    session: AsyncSession,
    state: FSMContext,
    now: datetime,
) -> Replies:
    if isinstance(meant, Begun):
        screen = await _chosen(house, actor, session, state, meant, now)
    elif meant.code:
        screen = await _by_code(house, actor, session, meant.code, now)
    else:
        screen = await _own(house, actor, session, state, meant, now)
    return await with_footer(message, session, actor, house, screen, now=now)


def _in_progress(data: dict[str, Any]) -> ChooseTime | None:
    try:
        return ChooseTime.unpack(data[PROGRESS]) if PROGRESS in data else None
    except (TypeError, ValueError):  # of an older Okienko
        return None


async def _chosen(
    house: House, actor: Actor, session: AsyncSession, state: FSMContext, begun: Begun, now: datetime
) -> Screen:
    """The hours that suit, whoever has them; or the next question, while the time that was typed waits."""
    if begun.typed is None:
        await keep(state, begun.choice)
        return await time_screen(house, actor, session, begun.choice, now)
    screen, settled = await typed_time_screen(house, actor, session, begun.choice, begun.typed, now, anyone=True)
    await keep(state, begun.choice, None if settled else begun.typed)
    return screen


async def _begun(
    house: House, actor: Actor, session: AsyncSession, wish: Wish, text: str, looked_at: str, now: datetime
) -> Begun | None:
    """A wish to book, as far as it names what is offered; None where it may mean something else.

    With nothing offered at all, only what can mean nothing else is answered.
    """
    offered = await offers(session, now, actor.centre) if actor.centre else []
    if not offered:
        return Begun(ChooseTime(), None) if actor.centre and wish.strong and not wish.rest else None
    card = house.catalogue.card(looked_at)
    if card and not wish.rest and follow_up_of(text, lambda word: house.library.knows(actor.centre, word)):
        if all(offer.service != card.id for offer in offered):
            return None  # "how do I sign up?" about a card that has no times here
        return Begun(ChooseTime(service=mark_of(card.id)), wish.typed)
    if not await _known(session, house, actor, wish.rest, now):
        return None
    topics = topics_named(wish.rest)
    named = [offer for offer in offered if any(_named(house, word, offer) for word in wish.rest)]
    meant = named or [offer for offer in offered if any(offer.takes(Topic(topic)) for topic in topics)]
    services = {offer.service for offer in meant}
    choice = ChooseTime(service=mark_of(services.pop()) if len(services) == 1 else "")
    if wish.anyone:
        choice.who, choice.topic = ANYONE, NO_TOPIC
    elif len(named) == 1 and named[0].adviser and named[0].adviser.id:
        choice.who, choice.topic = named[0].adviser.id, NO_TOPIC
    elif len(topics) == 1:
        choice.topic = topics.pop()
    return Begun(choice, wish.typed)


async def _known(session: AsyncSession, house: House, actor: Actor, rest: tuple[str, ...], now: datetime) -> bool:
    """Whether every word that is left names an adviser, a topic or a service with something free."""
    if actor.centre is None:
        return False
    offered = await offers(session, now, actor.centre)
    return all(topics_named([word]) or any(_named(house, word, offer) for offer in offered) for word in rest)


def _named(house: House, word: str, offer: Offer) -> bool:
    if offer.adviser and names(word, offer.adviser.name):
        return True
    card = house.catalogue.card(offer.service)
    return bool(card and any(names(word, name) for name in card.service.name.model_dump().values() if name))


async def _by_code(house: House, actor: Actor, session: AsyncSession, code: str, now: datetime) -> Screen:
    """The booking of a code, with what can be done with it. Wrong ones are counted (`bookings.by_code`)."""
    booking = None
    if actor.centre:
        booking = await bookings.by_code(session, now, actor.centre, code, account_id=actor.account_id)
    if booking is None or booking.id is None:
        screen = stranger_screen(house, actor)
        said = house.texts.html(actor.language, "booking-code-unknown")
        return Screen(said, screen.rows)
    _, slot, attendee = await bookings.one(session, booking.id, by=actor.account_id, code=booking.code)
    return await booking_screen(house, actor, session, booking, slot, attendee, now, code=booking.code)


async def _own(
    house: House, actor: Actor, session: AsyncSession, state: FSMContext, wish: Wish, now: datetime
) -> Screen:
    """The bookings of this account that are meant. Of others nothing is said, not even whether there are any."""
    mine = await bookings.upcoming(session, now, actor.account_id)
    if mine:
        await forget(state)
    if wish.what is What.LIST:
        return bookings_screen(house, actor, mine)
    whose = [each for each in mine if wish.whose in (None, Relation.SELF, each[2].relation)]
    days = wish.window if isinstance(wish.window, Window) and wish.window.first else None
    meant = [each for each in whose if days is None or _on(each[0], days)]
    if wish.what is What.MOVE and not meant and len(whose) == 1 and wish.typed:
        begun = Begun(ChooseTime(move=whose[0][0].id or 0), wish.typed)
        return await _chosen(house, actor, session, state, begun, now)
    if len(meant) == 1:
        return await as_it_stands(house, actor, session, meant[0][0].id or 0, "", now, said="booking-change-this")
    if meant:
        return bookings_screen(house, actor, meant, key="booking-change-which")
    if whose and days:
        return bookings_screen(house, actor, whose, key="booking-none-then")
    choice = _in_progress(await state.get_data())
    if choice and not mine and days and wish.whose is None:  # that day does not suit: which does?
        return await time_screen(house, actor, session, choice.model_copy(update={"day": ""}), now)
    return stranger_screen(house, actor)


def _on(booking: Booking, days: Window) -> bool:
    return Window(days.first, days.last).holds(booking.starts_at)
