"""Recurring use by an organisation, and its wishes for next year's plan: asked, copied, typed, given back."""

from datetime import date, datetime
from typing import Final

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.errors import OkienkoError
from bot.handlers.halls.buttons import AskSeries, CopyPlan, GiveBackSeries, OpenPlan, OpenSeries, TypeWish
from bot.handlers.halls.forms import Asked
from bot.handlers.halls.permission import booker_of, closing_days_of
from bot.handlers.halls.plan_screens import plan_screen, plan_year, wish_screen
from bot.handlers.halls.series_screens import end_screen, series_screen
from bot.handlers.halls.typed import NotUnderstood, read_time
from bot.handlers.menu import House
from bot.handlers.view import Screen, show, way_out
from bot.intake.replies import Replies
from bot.people.accounts import Actor
from bot.places.halls import plans, rules, series
from bot.places.halls.states import SeriesState

router = Router(name="recurring use of halls")

FORM: Final = "halls:wish:"
"""A state is this and the room for which a wish is typed."""


@router.callback_query(OpenSeries.filter())
async def opened(
    tap: CallbackQuery, callback_data: OpenSeries, actor: Actor, house: House, session: AsyncSession, now: datetime
) -> Replies:
    return show(tap, await series_screen(house, actor, session, callback_data.id, now))


@router.callback_query(AskSeries.filter())
async def ask(
    tap: CallbackQuery, callback_data: AskSeries, actor: Actor, house: House, session: AsyncSession, now: datetime
) -> Replies:
    """Hold the days that were shown. What has changed meanwhile is shown anew, and nothing is held."""
    number = callback_data.id
    closed = closing_days_of(house, actor.centre or "")
    try:
        async with session.begin_nested():
            count = await series.ask(session, now, actor.account_id, number, callback_data.seen, closed)
    except OkienkoError as error:
        if error.key not in {"halls-changed-meanwhile", "halls-nothing-free", "halls-answered-already"}:
            raise
        key = None if error.key == "halls-answered-already" else error.key
        return show(tap, await series_screen(house, actor, session, number, now, key))
    return show(tap, await series_screen(house, actor, session, number, now, "halls-series-held", count=count))


@router.callback_query(GiveBackSeries.filter())
async def give_back(
    tap: CallbackQuery, callback_data: GiveBackSeries, actor: Actor, house: House, session: AsyncSession, now: datetime
) -> Replies:
    """First asked, then done."""
    number = callback_data.id
    found, _, _ = await series.one(session, actor.account_id, number)
    if found.state not in (SeriesState.ASKED, SeriesState.YES, SeriesState.WISH):
        return show(tap, await series_screen(house, actor, session, number, now))
    if not callback_data.sure:
        return show(tap, end_screen(house, actor, found))
    count = await series.give_back(session, now, actor.account_id, number)
    return show(tap, await series_screen(house, actor, session, number, now, "halls-series-freed", count=count))


@router.callback_query(OpenPlan.filter())
async def plan(
    tap: CallbackQuery, callback_data: OpenPlan, actor: Actor, house: House, session: AsyncSession, now: datetime
) -> Replies:
    return show(tap, await plan_screen(house, actor, session, actor.centre or "", now))


@router.callback_query(CopyPlan.filter())
async def copy(tap: CallbackQuery, actor: Actor, house: House, session: AsyncSession, now: datetime) -> Replies:
    centre = actor.centre or ""
    count = await plans.copy_into_plan(session, now, booker_of(actor), centre, plan_year(now))
    return show(tap, await plan_screen(house, actor, session, centre, now, "halls-plan-copied", count=count))


@router.callback_query(TypeWish.filter())
async def type_wish(
    tap: CallbackQuery,
    callback_data: TypeWish,
    actor: Actor,
    house: House,
    session: AsyncSession,
    state: FSMContext,
    now: datetime,
) -> Replies:
    place = await rules.one(session, actor.centre or "", callback_data.room)
    await state.set_state(f"{FORM}{place.id}")
    return show(tap, wish_screen(house, actor, place, now))


@router.message(Asked(FORM), Command("anuluj", "cancel", "skasuvaty"))
async def leave(
    message: Message, actor: Actor, house: House, session: AsyncSession, state: FSMContext, now: datetime
) -> Replies:
    await state.set_state(None)
    return show(message, await plan_screen(house, actor, session, actor.centre or "", now))


@router.message(Asked(FORM), F.text, ~F.text.startswith("/"))
async def wished(
    message: Message,
    after: str,
    actor: Actor,
    house: House,
    session: AsyncSession,
    state: FSMContext,
    now: datetime,
) -> Replies:
    """A wish in words. With something missing, the question stands."""
    year, texts, language = plan_year(now), house.texts, actor.language
    read = read_time(message.text or "", date(year, 1, 1), year=year)
    if read is None or isinstance(read, NotUnderstood) or not read.purpose:
        missing = read if isinstance(read, NotUnderstood) else None
        key = missing.key if missing else "halls-typed-purpose" if read else "halls-typed-hours"
        sentence = texts.html(language, key, **{"said": "", **(missing.values if missing else {})})
        text = texts.html(language, "halls-typed-wrong", sentence=sentence)
        return show(message, Screen(text, [way_out(texts, language, OpenPlan())]))
    rule = series.Rule(
        room_id=int(after),
        weekdays=read.weekdays,
        opens_at=read.opens_at,
        closes_at=read.closes_at,
        first_day=read.first_day or date(year, 1, 1),
        last_day=read.last_day or date(year, 12, 31),
        purpose=read.purpose,
    )
    await series.draft(session, now, booker_of(actor), actor.centre or "", rule, year)
    await state.set_state(None)
    return show(message, await plan_screen(house, actor, session, actor.centre or "", now, "halls-wish-kept"))
