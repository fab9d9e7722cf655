"""Booking a time by buttons: /zapisy, a card, the menu. What was chosen so far stands in the buttons."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from aiogram import Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.announcements import NotUnderstood, explain
from bot.announcements.marks import mark_of
from bot.errors import OkienkoError
from bot.handlers.booking import guessing
from bot.handlers.booking.booking_screens import (
    booking_screen,
    overlap_screen,
    slip_screen,
    summary_screen,
    whom_screen,
)
from bot.handlers.booking.buttons import ANYONE, BeginBooking, BookNow, ChooseHour, ChooseTime, ChooseWhom
from bot.handlers.booking.time_screens import Search, none_screen, search, taken_screen, time_screen, window_screen
from bot.handlers.booking.typed_time import Window, read_window
from bot.handlers.footer import with_footer
from bot.handlers.menu import House
from bot.handlers.view import Row, Screen, show
from bot.handlers.waiting.buttons import JoinLine
from bot.handlers.waiting.line_screens import held_screen, join_row
from bot.intake.replies import Replies
from bot.people.accounts import Actor
from bot.places import attendees, finding
from bot.places import booking as bookings
from bot.places.attendees import Relation
from bot.places.booking import Booked, Booker
from bot.places.offered import consultation, why_closed
from bot.places.rows import Attendee, Slot
from bot.places.topics import Topic
from bot.texts import Html

router = Router(name="booking")
router.callback_query.middleware(guessing.counted)

PROGRESS: Final = "booking"
"""What is being chosen, packed as in its button, among what is remembered of a conversation: typed words need it."""
TIME: Final = "booking_time"
"""A time that was typed before it was known with whom: looked at once that is."""
CLOSED: Final = frozenset({"places-gone", "places-past", "places-full", "places-too-late", "places-try-again"})
"""What was free when it was shown, and is not any more."""


@router.message(Command("zapisy", "book", "zapys"))
async def command(
    message: Message, actor: Actor, house: House, session: AsyncSession, state: FSMContext, now: datetime
) -> Replies:
    choice = ChooseTime()
    screen = await time_screen(house, actor, session, choice, now)
    await keep(state, choice)
    return await with_footer(message, session, actor, house, screen, now=now)


@router.callback_query(BeginBooking.filter())
async def begin(
    tap: CallbackQuery,
    callback_data: BeginBooking,
    actor: Actor,
    house: House,
    session: AsyncSession,
    state: FSMContext,
    now: datetime,
) -> Replies:
    choice = ChooseTime(service=mark_of(callback_data.service) if callback_data.service else "")
    await keep(state, choice)
    return show(tap, await time_screen(house, actor, session, choice, now))


@router.callback_query(ChooseTime.filter())
async def choose(
    tap: CallbackQuery,
    callback_data: ChooseTime,
    actor: Actor,
    house: House,
    session: AsyncSession,
    state: FSMContext,
    now: datetime,
) -> Replies:
    typed = (await state.get_data()).get(TIME)
    await keep(state, callback_data)
    if isinstance(typed, str) and not callback_data.day and not callback_data.move:
        screen, settled = await typed_time_screen(house, actor, session, callback_data, typed, now)
        if not settled:
            await keep(state, callback_data, typed)
        return show(tap, screen)
    return show(tap, await time_screen(house, actor, session, callback_data, now))


@router.callback_query(ChooseHour.filter())
async def hour(
    tap: CallbackQuery, callback_data: ChooseHour, actor: Actor, house: House, session: AsyncSession, now: datetime
) -> Replies:
    slot = await consultation(session, callback_data.slot)
    if error := why_closed(slot, now):
        return show(tap, await _instead(house, actor, session, slot, callback_data.topic, error, now))
    assert slot is not None
    return show(tap, whom_screen(house, actor, slot, callback_data.topic, callback_data.who))


@router.callback_query(ChooseWhom.filter())
async def whom(
    tap: CallbackQuery, callback_data: ChooseWhom, actor: Actor, house: House, session: AsyncSession, now: datetime
) -> Replies:
    slot = await consultation(session, callback_data.slot)
    if error := why_closed(slot, now):
        return show(tap, await _instead(house, actor, session, slot, callback_data.topic, error, now))
    assert slot is not None
    return show(tap, await summary_screen(house, actor, session, slot, callback_data))


@router.callback_query(BookNow.filter())
async def book(
    tap: CallbackQuery,
    callback_data: BookNow,
    actor: Actor,
    house: House,
    session: AsyncSession,
    state: FSMContext,
    now: datetime,
) -> Replies:
    """Book it. The second tap finds the first one's booking, and only the first sends the slip."""
    slot = await consultation(session, callback_data.slot)
    if slot is None:
        error = OkienkoError("places-gone")
        return show(tap, await _instead(house, actor, session, None, callback_data.topic, error, now))
    try:
        done, attendee = await _book(session, now, actor, slot, callback_data)
    except OkienkoError as error:
        if error.key == "places-overlap":
            return show(tap, overlap_screen(house, actor, error, callback_data))
        if error.key == "waiting-answer-first":
            return show(tap, await held_screen(house, actor, session, slot.id or 0, now))
        if error.key in CLOSED:
            chosen = JoinLine(**callback_data.model_dump(exclude={"beside"}))
            line = join_row(house, actor, slot, now, chosen) if error.key == "places-full" else ()
            return show(tap, await _instead(house, actor, session, slot, callback_data.topic, error, now, line))
        raise
    await forget(state)
    said = None if done.again else "booking-done"
    screen = await booking_screen(house, actor, session, done.booking, done.slot, attendee, now, said=said)
    slip = [] if done.again else [await slip_screen(house, actor, session, done.booking, done.slot)]
    return show(tap, screen, *slip)


async def keep(state: FSMContext, choice: ChooseTime, typed: str | None = None) -> None:
    """Remember what is being chosen, for words typed next; ``typed``: a time that waits."""
    data = {name: value for name, value in (await state.get_data()).items() if name != TIME}
    await state.set_data({**data, PROGRESS: choice.pack(), **({TIME: typed} if typed else {})})


async def forget(state: FSMContext) -> None:
    """Nothing is being chosen any more."""
    data = await state.get_data()
    if PROGRESS in data:
        await state.set_data({name: value for name, value in data.items() if name not in (PROGRESS, TIME)})


async def typed_time_screen(
    house: House,
    actor: Actor,
    session: AsyncSession,
    choice: ChooseTime,
    typed: str,
    now: datetime,
    *,
    anyone: bool = False,
) -> tuple[Screen, bool]:
    """The hours that suit a typed time, and true; the next question, and false, while one is to be asked first.

    A time that cannot be is said, and the question stands.
    """
    found = await search(house, actor, session, choice, now, anyone=anyone)
    if isinstance(found, Screen):
        return found, False
    window = read_window(typed, now)
    if isinstance(window, NotUnderstood):
        screen = await time_screen(house, actor, session, found.choice.model_copy(update={"day": ""}), now)
        said = explain(window, lambda key, /, **values: house.texts.plain(actor.language, key, **values))
        text = Html(f"{house.texts.html(actor.language, 'booking-said', said=said)}\n\n{screen.text}")
        return Screen(text, screen.rows), True
    answer = await window_screen(house, actor, session, found, window or Window(), now)
    if isinstance(answer, Screen):
        return answer, True
    return whom_screen(house, actor, answer, found.choice.topic, max(found.choice.who, ANYONE)), True


async def _book(
    session: AsyncSession, now: datetime, actor: Actor, slot: Slot, chosen: BookNow
) -> tuple[Booked, Attendee]:
    """In a savepoint: what is refused leaves nothing behind, and the answer can still be looked up."""
    try:
        relation = Relation(chosen.relation)
        topic = Topic(chosen.topic).value if chosen.topic in set(Topic) else None
    except ValueError:
        raise OkienkoError("places-not-yours") from None
    if relation is Relation.CALLER or not 1 <= chosen.number <= attendees.MOST_NUMBER:
        raise OkienkoError("places-not-yours")
    async with session.begin_nested():
        attendee = await attendees.of_account(session, now, actor.account_id, slot.centre, relation, chosen.number)
        assert slot.id is not None
        assert attendee.id is not None
        booker = Booker(actor.account_id, actor.channel, actor.chat_id)
        done = await bookings.book(session, now, slot.id, attendee.id, booker, topic=topic, beside=chosen.beside)
        return done, attendee


async def _instead(
    house: House,
    actor: Actor,
    session: AsyncSession,
    slot: Slot | None,
    topic: str,
    error: OkienkoError,
    now: datetime,
    line: Sequence[Row] = (),
) -> Screen:
    """Say what became of it, and offer what is nearest and its ``line``; nothing near: how else to reach the centre."""
    said = house.texts.html(actor.language, error.key, **error.values)
    if slot is None:
        screen = await time_screen(house, actor, session, ChooseTime(), now)
        return Screen(Html(f"{said}\n\n{screen.text}"), screen.rows)
    meant = Topic(topic) if topic in set(Topic) else None
    near = await finding.nearest(session, now, slot, topic=meant)
    if not near:
        screen = none_screen(house, actor, now)
        return Screen(Html(f"{said}\n\n{screen.text}"), [*line, *screen.rows])
    choice = ChooseTime(service=mark_of(slot.service or ""), topic=topic, who=ANYONE)
    screen = taken_screen(house, actor, Search(choice, slot.centre, slot.service, meant), near, said)
    screen.rows[len(near) : len(near)] = line
    return screen
