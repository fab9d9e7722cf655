"""/moje: what somebody has booked; confirm, move, cancel. Old buttons tell the truth of today.

Every tap names a booking by its number, and the service refuses whoever it does not belong to. A code in the
button speaks for who has no account in it (`bot.places.booking.by_code` lets few be guessed).
"""

from datetime import datetime
from typing import Final

from aiogram import Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.methods import AnswerCallbackQuery
from aiogram.types import CallbackQuery, Message
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.announcements import event_guests
from bot.errors import OkienkoError
from bot.handlers.announcing.event_party_screens import party_screen
from bot.handlers.booking import guessing
from bot.handlers.booking.booking_screens import (
    booking_screen,
    cancel_screen,
    move_screen,
    overlap_move_screen,
    slip_screen,
)
from bot.handlers.booking.buttons import (
    ANYONE,
    BookingForCalendar,
    CancelBooking,
    ChooseTime,
    ConfirmBooking,
    MoveBeside,
    MoveBooking,
    MoveHere,
    MoveNow,
    OpenBooking,
    OpenBookings,
)
from bot.handlers.booking.choosing import CLOSED, forget, keep
from bot.handlers.booking.time_screens import Search, taken_screen, time_screen
from bot.handlers.footer import with_footer
from bot.handlers.halls.screens import reservation_screen
from bot.handlers.menu import House
from bot.handlers.mine.buttons import MorePages
from bot.handlers.mine.listing import all_screen
from bot.handlers.view import Screen, show
from bot.intake.replies import Replies
from bot.people.accounts import Actor
from bot.places import booking as bookings
from bot.places import finding, reminders
from bot.places.offered import consultation, why_closed
from bot.places.slots import SlotKind
from bot.places.states import LIVE, BookingState
from bot.places.topics import Topic

router = Router(name="own bookings")
router.callback_query.middleware(guessing.counted)

ENDED: Final = frozenset({"places-ended", "places-past"})
"""Refusals of an old button; the screen then shows what became of the booking."""


@router.message(Command("moje", "my", "moi"))
async def command(message: Message, actor: Actor, house: House, session: AsyncSession, now: datetime) -> Replies:
    screen = await all_screen(house, actor, session, now)
    return await with_footer(message, session, actor, house, screen, now=now)


@router.callback_query(OpenBookings.filter())
async def listed(tap: CallbackQuery, actor: Actor, house: House, session: AsyncSession, now: datetime) -> Replies:
    return show(tap, await all_screen(house, actor, session, now))


@router.callback_query(MorePages.filter())
async def more(
    tap: CallbackQuery, callback_data: MorePages, actor: Actor, house: House, session: AsyncSession, now: datetime
) -> Replies:
    return show(tap, await all_screen(house, actor, session, now, callback_data.page))


@router.callback_query(OpenBooking.filter())
async def opened(
    tap: CallbackQuery, callback_data: OpenBooking, actor: Actor, house: House, session: AsyncSession, now: datetime
) -> Replies:
    return show(tap, await as_it_stands(house, actor, session, callback_data.id, callback_data.code, now))


@router.callback_query(ConfirmBooking.filter())
async def confirm(
    tap: CallbackQuery, callback_data: ConfirmBooking, actor: Actor, house: House, session: AsyncSession, now: datetime
) -> Replies:
    number, code = callback_data.id, callback_data.code
    said: str | None = "booking-confirmed"
    try:
        await bookings.confirm(session, now, number, by=actor.account_id, code=code or None)
    except OkienkoError as error:
        if error.key not in ENDED:
            raise
        said = None
    return show(tap, await as_it_stands(house, actor, session, number, code, now, said=said))


@router.callback_query(CancelBooking.filter())
async def cancel(
    tap: CallbackQuery, callback_data: CancelBooking, actor: Actor, house: House, session: AsyncSession, now: datetime
) -> Replies:
    """First asked, then done. What is over, or ended already, is shown as it is."""
    number, code = callback_data.id, callback_data.code
    booking, slot, _ = await bookings.one(session, number, by=actor.account_id, code=code or None)
    if booking.seat_no is None or booking.state not in LIVE or booking.starts_at <= now:
        return show(tap, await as_it_stands(house, actor, session, number, code, now))
    if not callback_data.sure:
        return show(tap, cancel_screen(house, actor, booking, slot, code))
    await bookings.cancel(session, now, number, by=actor.account_id, code=code or None)
    return show(tap, await as_it_stands(house, actor, session, number, code, now, said="booking-cancelled"))


@router.callback_query(MoveBooking.filter())
async def move(
    tap: CallbackQuery,
    callback_data: MoveBooking,
    actor: Actor,
    house: House,
    session: AsyncSession,
    state: FSMContext,
    now: datetime,
) -> Replies:
    """Another time: with the same adviser, as long as that one has any."""
    number, code = callback_data.id, callback_data.code
    booking, slot, _ = await bookings.one(session, number, by=actor.account_id, code=code or None)
    over = booking.starts_at <= now and booking.state != BookingState.CALLED_OFF
    if over or booking.state not in (*LIVE, BookingState.CALLED_OFF):
        return show(tap, await as_it_stands(house, actor, session, number, code, now))
    who = ANYONE if booking.state == BookingState.CALLED_OFF else slot.provider_id or ANYONE
    choice = ChooseTime(move=number, code=code, who=who)
    await keep(state, choice)
    return show(tap, await time_screen(house, actor, session, choice, now))


@router.callback_query(MoveHere.filter())
async def move_here(
    tap: CallbackQuery, callback_data: MoveHere, actor: Actor, house: House, session: AsyncSession, now: datetime
) -> Replies:
    """From when to when? One more tap."""
    number, code = callback_data.id, callback_data.code
    booking, _, _ = await bookings.one(session, number, by=actor.account_id, code=code or None)
    slot = await consultation(session, callback_data.slot)
    if error := why_closed(slot, now):
        return show(tap, await _instead(house, actor, session, MoveNow(**callback_data.model_dump()), error, now))
    assert slot is not None
    return show(tap, await move_screen(house, actor, session, booking, slot, code))


@router.callback_query(MoveNow.filter())
@router.callback_query(MoveBeside.filter())
async def move_now(
    tap: CallbackQuery,
    callback_data: MoveNow | MoveBeside,
    actor: Actor,
    house: House,
    session: AsyncSession,
    state: FSMContext,
    now: datetime,
) -> Replies:
    """Move it. A second tap changes nothing; a place that has gone meanwhile leaves the booking where it was."""
    number, code = callback_data.id, callback_data.code
    wanted = MoveNow(**callback_data.model_dump())
    try:
        async with session.begin_nested():
            if await consultation(session, callback_data.slot) is None:
                raise OkienkoError("places-gone")
            done = await bookings.move(
                session,
                now,
                number,
                callback_data.slot,
                by=actor.account_id,
                code=code or None,
                beside=isinstance(callback_data, MoveBeside),
            )
    except OkienkoError as error:
        if error.key == "places-overlap":
            return show(tap, overlap_move_screen(house, actor, error, wanted))
        if error.key in CLOSED | ENDED:
            return show(tap, await _instead(house, actor, session, wanted, error, now))
        raise
    await forget(state)
    said = None if done.again else "booking-moved"
    screen = await as_it_stands(house, actor, session, number, code, now, said=said)
    slip = [] if done.again else [await slip_screen(house, actor, session, done.booking, done.slot)]
    return show(tap, screen, *slip)


@router.callback_query(BookingForCalendar.filter())
async def calendar(
    tap: CallbackQuery,
    callback_data: BookingForCalendar,
    actor: Actor,
    session: AsyncSession,
    now: datetime,
) -> Replies:
    """The file comes as a message of its own."""
    code = callback_data.code or None
    booking, _, _ = await bookings.one(session, callback_data.id, by=actor.account_id, code=code)
    await reminders.owe_calendar(session, now, booking, actor.channel, actor.chat_id)
    return [AnswerCallbackQuery(callback_query_id=tap.id)]


async def as_it_stands(
    house: House,
    actor: Actor,
    session: AsyncSession,
    number: int,
    code: str,
    now: datetime,
    *,
    said: str | None = None,
) -> Screen:
    """The booking now. Raises `OkienkoError` ``places-not-yours`` for who may not see it."""
    booking, slot, attendee = await bookings.one(session, number, by=actor.account_id, code=code or None)
    if slot.kind == SlotKind.ROOM and not code:
        return await reservation_screen(house, actor, session, number, now, said)
    if not code and (event := await event_guests.event_of(session, booking.slot_id)):
        return await party_screen(house, actor, session, event, slot, now)
    return await booking_screen(house, actor, session, booking, slot, attendee, now, said=said, code=code)


async def _instead(
    house: House, actor: Actor, session: AsyncSession, wanted: MoveNow, error: OkienkoError, now: datetime
) -> Screen:
    """The other hour cannot be had, the booking stays as it is: the nearest that can, or the booking itself."""
    booking, _, _ = await bookings.one(session, wanted.id, by=actor.account_id, code=wanted.code or None)
    slot = await consultation(session, wanted.slot)
    movable = booking.state == BookingState.CALLED_OFF or (booking.state in LIVE and booking.starts_at > now)
    if slot is None or not movable or slot.centre != booking.centre:
        return await as_it_stands(house, actor, session, wanted.id, wanted.code, now)
    topic = Topic(booking.topic) if booking.topic in set(Topic) else None
    near = [each for each in await finding.nearest(session, now, slot, topic=topic) if each.id != booking.slot_id]
    said = house.texts.html(actor.language, error.key, **error.values)
    choice = ChooseTime(move=wanted.id, code=wanted.code, who=ANYONE)
    return taken_screen(house, actor, Search(choice, slot.centre, slot.service, topic), near, said)
