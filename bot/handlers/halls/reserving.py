"""/sala: choose a room, a day, hours; say for what; reserve, change, give back. Old buttons tell the truth of today."""

from datetime import date, datetime
from typing import Any, Final

from aiogram import F, Router
from aiogram.filters import Command, CommandObject
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.announcements.marks import mark_of
from bot.errors import OkienkoError
from bot.handlers.footer import with_footer
from bot.handlers.halls.buttons import (
    GiveBack,
    HallDay,
    HallFrom,
    HallTo,
    OpenHall,
    OpenHalls,
    OpenReservation,
    TakeHall,
    minutes,
    packed,
    unpacked,
)
from bot.handlers.halls.forms import LOOKING, Asked, TypedTime
from bot.handlers.halls.permission import booker_of, closing_days_of
from bot.handlers.halls.plan_screens import plan_screen
from bot.handlers.halls.screens import (
    day_screen,
    give_back_screen,
    hall_screen,
    halls_screen,
    overlap_screen,
    purpose_screen,
    refused_screen,
    reservation_screen,
    summary_screen,
    until_screen,
    wanted_of,
)
from bot.handlers.halls.series_screens import series_screen
from bot.handlers.halls.typed import NotUnderstood, Typed, read_time
from bot.handlers.menu import House, centres_screen
from bot.handlers.view import Screen, show, way_out
from bot.intake.replies import Replies
from bot.people.accounts import Actor
from bot.places import booking as bookings
from bot.places.halls import free, looking, reserving, rules, series
from bot.places.hours import local
from bot.places.permission import is_desk
from bot.places.wording import moment_said

router = Router(name="halls")

PURPOSE: Final = "hall_purpose"
FORM: Final = "halls:purpose:"
"""A state is this and the packed `HallTo` whose purpose is typed."""
FORM_SERIES: Final = "halls:again:"
"""This and a room: the purpose of a recurring use whose times were typed (`TYPED`)."""
TYPED: Final = "hall_typed"
PLAN_WORDS: Final = frozenset({"plan", "план"})
CLOSED: Final = frozenset(
    {
        "places-room-busy",
        "places-full",
        "places-past",
        "places-gone",
        "halls-past",
        "halls-day-off",
        "halls-outside",
        "halls-no-block",
        "halls-too-long",
        "halls-too-many",
        "halls-far",
        "halls-wrong-span",
        "halls-no-hour",
        "halls-quarters",
    }
)
"""Refusals after which another time may be chosen."""


@router.message(Command("sala", "room", "zal"))
async def command(
    message: Message,
    command: CommandObject,
    actor: Actor,
    house: House,
    session: AsyncSession,
    state: FSMContext,
    now: datetime,
) -> Replies:
    """Alone the rooms; with "plan" next year's."""
    if actor.centre is None or house.catalogue.centre(actor.centre) is None:
        return show(message, centres_screen(house, actor.language, "centre-where"))
    if (command.args or "").strip().casefold() in PLAN_WORDS:
        screen = await plan_screen(house, actor, session, actor.centre, now)
    else:
        screen = await _first_screen(house, actor, session, state, now)
    return await with_footer(message, session, actor, house, screen, now=now)


@router.callback_query(OpenHalls.filter())
async def listed(
    tap: CallbackQuery,
    callback_data: OpenHalls,
    actor: Actor,
    house: House,
    session: AsyncSession,
    state: FSMContext,
    now: datetime,
) -> Replies:
    return show(tap, await _first_screen(house, actor, session, state, now, callback_data.about))


@router.callback_query(OpenHall.filter())
async def opened(
    tap: CallbackQuery,
    callback_data: OpenHall,
    actor: Actor,
    house: House,
    session: AsyncSession,
    state: FSMContext,
    now: datetime,
) -> Replies:
    place = await _place(session, actor, callback_data.room, callback_data.move)
    await _look(state, place.id, move=callback_data.move)
    return show(tap, await hall_screen(house, actor, session, place, now, callback_data.move))


@router.callback_query(HallDay.filter())
async def day(
    tap: CallbackQuery,
    callback_data: HallDay,
    actor: Actor,
    house: House,
    session: AsyncSession,
    state: FSMContext,
    now: datetime,
) -> Replies:
    place = await _place(session, actor, callback_data.room, callback_data.move)
    chosen = _day(callback_data.day)
    await _look(state, place.id, day=callback_data.day, move=callback_data.move)
    return show(tap, await day_screen(house, actor, session, place, chosen, now, callback_data.move))


@router.callback_query(HallFrom.filter())
async def since(
    tap: CallbackQuery, callback_data: HallFrom, actor: Actor, house: House, session: AsyncSession, now: datetime
) -> Replies:
    place = await _place(session, actor, callback_data.room, callback_data.move)
    screen = await until_screen(house, actor, session, place, callback_data, _day(callback_data.day), now)
    return show(tap, screen)


@router.callback_query(HallTo.filter())
async def until(
    tap: CallbackQuery,
    callback_data: HallTo,
    actor: Actor,
    house: House,
    session: AsyncSession,
    state: FSMContext,
    now: datetime,
) -> Replies:
    """Chosen: now for what; of a change only whether it is right so."""
    chosen = TakeHall(**callback_data.model_dump())
    return show(tap, await _next_screen(house, actor, session, state, chosen, "", now))


@router.message(Asked(FORM), Command("anuluj", "cancel", "skasuvaty"))
@router.message(Asked(FORM_SERIES), Command("anuluj", "cancel", "skasuvaty"))
async def leave(
    message: Message, actor: Actor, house: House, session: AsyncSession, state: FSMContext, now: datetime
) -> Replies:
    await state.set_state(None)
    places = await rules.of_centre(session, actor.centre or "")
    return show(message, await halls_screen(house, actor, session, places, "halls-left"))


@router.message(Asked(FORM), F.text, ~F.text.startswith("/"))
async def purpose(
    message: Message,
    after: str,
    actor: Actor,
    house: House,
    session: AsyncSession,
    state: FSMContext,
    now: datetime,
) -> Replies:
    said = reserving.checked_purpose(message.text or "")
    await state.set_state(None)
    chosen = TakeHall(**HallTo.unpack(after).model_dump())
    return show(message, await _next_screen(house, actor, session, state, chosen, said, now))


@router.message(Asked(FORM_SERIES), F.text, ~F.text.startswith("/"))
async def series_purpose(
    message: Message,
    after: str,
    actor: Actor,
    house: House,
    session: AsyncSession,
    state: FSMContext,
    now: datetime,
) -> Replies:
    said = reserving.checked_purpose(message.text or "")
    await state.set_state(None)
    read = read_time(str((await state.get_data()).get(TYPED)), local(now).date())
    if not isinstance(read, Typed) or not read.weekdays:
        raise OkienkoError("halls-gone")
    return show(message, await _draft_screen(house, actor, session, int(after), read, said, now))


@router.message(F.text, TypedTime())
async def typed(
    message: Message,
    read: Typed | NotUnderstood,
    looking: dict[str, Any],
    actor: Actor,
    house: House,
    session: AsyncSession,
    state: FSMContext,
    now: datetime,
) -> Replies:
    """Days and hours in words: to what would be reserved, or to what is missing."""
    texts, language = house.texts, actor.language
    room, move = int(looking["room"]), int(looking.get("move") or 0)
    if isinstance(read, NotUnderstood):
        sentence = texts.html(language, read.key, **{"said": "", **read.values})
        screen = Screen(
            texts.html(language, "halls-typed-wrong", sentence=sentence),
            [way_out(texts, language, OpenHall(room=room, move=move))],
        )
        return show(message, screen)
    place = await _place(session, actor, room, move)
    if read.weekdays:
        if not read.purpose:
            await state.update_data({TYPED: message.text})
            await state.set_state(f"{FORM_SERIES}{room}")
            text = texts.html(language, "halls-ask-purpose-series", name=place.room.name)
            return show(message, Screen(text, [way_out(texts, language, OpenHall(room=room))]))
        return show(message, await _draft_screen(house, actor, session, room, read, read.purpose, now))
    assert read.day is not None
    chosen = TakeHall(room=room, day=packed(read.day), at=minutes(read.opens_at), to=minutes(read.closes_at), move=move)
    return show(message, await _next_screen(house, actor, session, state, chosen, read.purpose, now))


@router.callback_query(TakeHall.filter())
async def take(
    tap: CallbackQuery,
    callback_data: TakeHall,
    actor: Actor,
    house: House,
    session: AsyncSession,
    state: FSMContext,
    now: datetime,
) -> Replies:
    """Reserve it, or give a reservation that time. A second tap finds what the first one made."""
    chosen = callback_data
    wanted = wanted_of(chosen)
    centre = actor.centre or ""
    said = str((await state.get_data()).get(PURPOSE) or "")
    if not chosen.move and not said:
        return show(tap, await _next_screen(house, actor, session, state, chosen, "", now))
    closed = closing_days_of(house, centre)
    try:
        async with session.begin_nested():
            if chosen.move:
                done = await reserving.change(
                    session, now, actor.account_id, chosen.move, wanted, closed, beside=chosen.beside
                )
            else:
                done = await reserving.reserve(
                    session,
                    now,
                    chosen.room,
                    wanted,
                    said,
                    booker_of(actor),
                    closed,
                    centre=centre,
                    beside=chosen.beside,
                )
    except OkienkoError as error:
        if error.key == "places-overlap":
            return show(tap, overlap_screen(house, actor, error, chosen))
        if error.key in CLOSED:
            return show(tap, refused_screen(house, actor, error, chosen))
        raise
    key = None if done.again else "halls-changed" if chosen.move else "halls-held"
    return show(tap, await reservation_screen(house, actor, session, done.row.booking_id, now, key))


@router.callback_query(OpenReservation.filter())
async def reservation(
    tap: CallbackQuery, callback_data: OpenReservation, actor: Actor, house: House, session: AsyncSession, now: datetime
) -> Replies:
    return show(tap, await reservation_screen(house, actor, session, callback_data.id, now))


@router.callback_query(GiveBack.filter())
async def give_back(
    tap: CallbackQuery, callback_data: GiveBack, actor: Actor, house: House, session: AsyncSession, now: datetime
) -> Replies:
    """First asked, then done. What is over, or ended already, is shown as it is."""
    number = callback_data.id
    held, _, _ = await looking.one(session, actor.account_id, number)
    if not held.live or held.booking.starts_at <= now:
        return show(tap, await reservation_screen(house, actor, session, number, now))
    if not callback_data.sure:
        when = moment_said(house.texts, actor.language, held.slot.starts_at)
        return show(tap, give_back_screen(house, actor, number, when))
    await bookings.cancel(session, now, number, by=actor.account_id)
    return show(tap, await reservation_screen(house, actor, session, number, now))


async def _first_screen(
    house: House, actor: Actor, session: AsyncSession, state: FSMContext, now: datetime, about: str = ""
) -> Screen:
    """The rooms; of a card with one room, that one."""
    places = await rules.of_centre(session, actor.centre or "")
    if about:
        places = [place for place in places if mark_of(place.hall.service or "") == about] or places
    if len(places) == 1 and not await is_desk(session, actor.account_id, actor.centre or ""):
        await _look(state, places[0].id)
        return await hall_screen(house, actor, session, places[0], now)
    return await halls_screen(house, actor, session, places)


async def _next_screen(
    house: House, actor: Actor, session: AsyncSession, state: FSMContext, chosen: TakeHall, said: str, now: datetime
) -> Screen:
    """For what, or everything read back. What cannot be had is told now, not after it was typed for what."""
    place = await _place(session, actor, chosen.room, chosen.move)
    wanted = wanted_of(chosen)
    centre = place.hall.centre
    off = await rules.days_off(session, centre, wanted.day, wanted.day, closing_days_of(house, centre))
    try:
        free.refuse(place, off, now, wanted)
    except OkienkoError as error:
        if error.key not in CLOSED:
            raise
        return refused_screen(house, actor, error, chosen)
    if not chosen.move and not said:
        await state.set_state(f"{FORM}{HallTo(**chosen.model_dump(exclude={'beside'})).pack()}")
        return purpose_screen(house, actor, place, wanted)
    await state.update_data({PURPOSE: said})
    keeper = await is_desk(session, actor.account_id, centre)
    return summary_screen(house, actor, place, chosen, wanted, said, asks=place.hall.needs_yes and not keeper)


async def _draft_screen(
    house: House, actor: Actor, session: AsyncSession, room: int, read: Typed, said: str, now: datetime
) -> Screen:
    assert read.first_day is not None
    assert read.last_day is not None
    rule = series.Rule(
        room_id=room,
        weekdays=read.weekdays,
        opens_at=read.opens_at,
        closes_at=read.closes_at,
        first_day=read.first_day,
        last_day=read.last_day,
        purpose=said,
    )
    drafted = await series.draft(session, now, booker_of(actor), actor.centre or "", rule)
    return await series_screen(house, actor, session, drafted.id or 0, now)


async def _place(session: AsyncSession, actor: Actor, room_id: int, move: int) -> rules.Place:
    """The room; one whose reservation is moved, for whose that is."""
    if move:
        _, place, _ = await looking.one(session, actor.account_id, move)
        if place.id == room_id:
            return place
    return await rules.one(session, actor.centre or "", room_id)


async def _look(state: FSMContext, room: int, *, day: str = "", move: int = 0) -> None:
    """Keep which room is looked at, so that a time can be typed."""
    data = {key: value for key, value in (await state.get_data()).items() if key not in ("booking", "booking_time")}
    await state.set_data({**data, LOOKING: {"room": room, "day": day, "move": move}})


def _day(said: str) -> date:
    day = unpacked(said)
    if day is None:
        raise OkienkoError("halls-gone")
    return day
