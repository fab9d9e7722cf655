"""What keepers do: look at a week, say yes or no, call off, know organisations, change a room's rules, add one."""

import re
from datetime import datetime, time
from typing import Any, Final

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.errors import OkienkoError
from bot.handlers.halls.buttons import (
    AddHall,
    AnswerOrganisation,
    AnswerRequest,
    AnswerSeries,
    EditHall,
    OpenOrganisations,
    OpenRequests,
    OpenReservation,
    OpenRules,
    OpenSeries,
    OpenWeek,
)
from bot.handlers.halls.forms import Asked
from bot.handlers.halls.keeping_screens import (
    ask_screen,
    next_buffer,
    organisations_screen,
    requests_screen,
    rules_screen,
    week_screen,
)
from bot.handlers.halls.permission import closing_days_of, keeps_halls
from bot.handlers.halls.screens import reservation_screen
from bot.handlers.halls.series_screens import series_screen
from bot.handlers.menu import House
from bot.handlers.rosters.typed import HOURS, Line, span_of
from bot.handlers.view import Row, Screen, button, show, way_out
from bot.intake.replies import Replies
from bot.people.accounts import Actor
from bot.places.halls import looking, organisations, reserving, rules, series
from bot.places.hours import local

router = Router(name="keeping halls")
router.message.filter(keeps_halls)
router.callback_query.filter(keeps_halls)

FORM_EDIT: Final = "halls:edit:"
"""A state is this and the packed `EditHall` of what is typed."""
FORM_WHY: Final = "halls:why:"
"""This and the packed `AnswerRequest` or `AnswerSeries` whose reason is typed."""
FORM_ADD: Final = "halls:add"
ANSWERED: Final = frozenset({"halls-answered-already", "halls-given-back", "halls-over"})
"""Refusals of an old button: what became of it is shown."""


@router.callback_query(OpenWeek.filter())
async def week(
    tap: CallbackQuery, callback_data: OpenWeek, actor: Actor, house: House, session: AsyncSession, now: datetime
) -> Replies:
    place = await rules.kept(session, actor.account_id, callback_data.room)
    number = max(-52, min(callback_data.week, 104))
    return show(tap, await week_screen(house, actor, session, place, now, number))


@router.callback_query(OpenRequests.filter())
async def requests(
    tap: CallbackQuery, centre: str, actor: Actor, house: House, session: AsyncSession, now: datetime
) -> Replies:
    return show(tap, await requests_screen(house, actor, session, centre, now))


@router.callback_query(AnswerRequest.filter())
async def answer(
    tap: CallbackQuery,
    callback_data: AnswerRequest,
    actor: Actor,
    house: House,
    session: AsyncSession,
    state: FSMContext,
    now: datetime,
) -> Replies:
    """A yes is one tap; a no asks for a reason, which may be left out."""
    chosen = callback_data
    if chosen.what != "yes" and not chosen.sure:
        await looking.one(session, actor.account_id, chosen.id)
        await state.set_state(f"{FORM_WHY}{chosen.pack()}")
        without = chosen.model_copy(update={"sure": True})
        return show(tap, _why_screen(house, actor, chosen.what, [button(_bare(house, actor), without)], chosen.id))
    key = await _answered(session, actor, chosen, "", now)
    return show(tap, await reservation_screen(house, actor, session, chosen.id, now, key))


@router.callback_query(AnswerSeries.filter())
async def answer_series(
    tap: CallbackQuery,
    callback_data: AnswerSeries,
    actor: Actor,
    house: House,
    session: AsyncSession,
    state: FSMContext,
    now: datetime,
) -> Replies:
    chosen = callback_data
    if chosen.what != "yes" and not chosen.sure:
        await series.one(session, actor.account_id, chosen.id)
        await state.set_state(f"{FORM_WHY}{chosen.pack()}")
        without = chosen.model_copy(update={"sure": True})
        text = house.texts.html(actor.language, "halls-ask-why", what="no")
        rows = [[button(_bare(house, actor), without)], way_out(house.texts, actor.language, OpenSeries(id=chosen.id))]
        return show(tap, Screen(text, rows))
    key = await _series_answered(house, session, actor, chosen, "", now)
    return show(tap, await series_screen(house, actor, session, chosen.id, now, key))


@router.message(Asked(FORM_WHY), Command("anuluj", "cancel", "skasuvaty"))
@router.message(Asked(FORM_ADD), Command("anuluj", "cancel", "skasuvaty"))
@router.message(Asked(FORM_EDIT), Command("anuluj", "cancel", "skasuvaty"))
async def leave(
    message: Message, centre: str, actor: Actor, house: House, session: AsyncSession, state: FSMContext, now: datetime
) -> Replies:
    await state.set_state(None)
    return show(message, await requests_screen(house, actor, session, centre, now, "halls-left"))


@router.message(Asked(FORM_WHY), F.text, ~F.text.startswith("/"))
async def why(
    message: Message,
    after: str,
    actor: Actor,
    house: House,
    session: AsyncSession,
    state: FSMContext,
    now: datetime,
) -> Replies:
    said = message.text or ""
    if after.startswith(f"{AnswerSeries.__prefix__}:"):
        again = AnswerSeries.unpack(after)
        key = await _series_answered(house, session, actor, again, said, now)
        await state.set_state(None)
        return show(message, await series_screen(house, actor, session, again.id, now, key))
    chosen = AnswerRequest.unpack(after)
    key = await _answered(session, actor, chosen, said, now)
    await state.set_state(None)
    return show(message, await reservation_screen(house, actor, session, chosen.id, now, key))


@router.callback_query(OpenOrganisations.filter())
async def known(tap: CallbackQuery, centre: str, actor: Actor, house: House, session: AsyncSession) -> Replies:
    return show(tap, await organisations_screen(house, actor, session, centre))


@router.callback_query(AnswerOrganisation.filter())
async def answer_organisation(
    tap: CallbackQuery,
    callback_data: AnswerOrganisation,
    centre: str,
    actor: Actor,
    house: House,
    session: AsyncSession,
    now: datetime,
) -> Replies:
    await organisations.answer(session, now, actor.account_id, callback_data.id, callback_data.yes)
    return show(tap, await organisations_screen(house, actor, session, centre))


@router.callback_query(OpenRules.filter())
async def rules_of(
    tap: CallbackQuery, callback_data: OpenRules, actor: Actor, house: House, session: AsyncSession
) -> Replies:
    return show(tap, rules_screen(house, actor, await rules.kept(session, actor.account_id, callback_data.room)))


@router.callback_query(EditHall.filter())
async def edit(
    tap: CallbackQuery,
    callback_data: EditHall,
    actor: Actor,
    house: House,
    session: AsyncSession,
    state: FSMContext,
    now: datetime,
) -> Replies:
    """Turn what one tap turns; ask for what is typed. Of two keepers, the second is shown what the first made."""
    chosen = callback_data
    place = await rules.kept(session, actor.account_id, chosen.room)
    if chosen.what in ("hours", "desks"):
        await state.set_state(f"{FORM_EDIT}{chosen.pack()}")
        return show(tap, ask_screen(house, actor, place, chosen.what))
    hall = place.hall
    changes: dict[str, dict[str, Any]] = {
        "buffer": {"buffer_minutes": next_buffer(hall.buffer_minutes)},
        "who": {"organisations_only": not hall.organisations_only},
        "yes": {"needs_yes": not hall.needs_yes},
        "closed": {"closed": hall.closed_at is None},
    }
    change = changes.get(chosen.what)
    if change is None:
        raise OkienkoError("halls-gone")
    key = None
    try:
        async with session.begin_nested():
            place = await rules.change(session, now, actor.account_id, chosen.room, chosen.version, **change)
    except OkienkoError as error:
        if error.key != "halls-changed-meanwhile":
            raise
        key = error.key
        place = await rules.kept(session, actor.account_id, chosen.room)
    return show(tap, rules_screen(house, actor, place, key))


@router.message(Asked(FORM_EDIT), F.text, ~F.text.startswith("/"))
async def edited(
    message: Message,
    after: str,
    actor: Actor,
    house: House,
    session: AsyncSession,
    state: FSMContext,
    now: datetime,
) -> Replies:
    chosen = EditHall.unpack(after)
    said = message.text or ""
    key = "halls-rules-kept"
    try:
        async with session.begin_nested():
            if chosen.what == "hours":
                opening = read_opening(said, now)
                place = await rules.change(session, now, actor.account_id, chosen.room, chosen.version, opening=opening)
            else:
                number = re.fullmatch(r"\s*(\d{1,3})\D*", said)
                if number is None:
                    raise OkienkoError("halls-wrong-desks", most=rules.MOST_DESKS)
                place = await rules.change(
                    session, now, actor.account_id, chosen.room, chosen.version, desks=int(number[1])
                )
    except OkienkoError as error:
        if error.key != "halls-changed-meanwhile":
            raise
        key = error.key
        place = await rules.kept(session, actor.account_id, chosen.room)
    await state.set_state(None)
    return show(message, rules_screen(house, actor, place, key))


@router.callback_query(AddHall.filter())
async def add(tap: CallbackQuery, actor: Actor, house: House, state: FSMContext) -> Replies:
    await state.set_state(FORM_ADD)
    text = house.texts.html(actor.language, "halls-ask-add")
    return show(tap, Screen(text, [way_out(house.texts, actor.language, OpenRequests())]))


@router.message(Asked(FORM_ADD), F.text, ~F.text.startswith("/"))
async def added(
    message: Message, centre: str, actor: Actor, house: House, session: AsyncSession, state: FSMContext, now: datetime
) -> Replies:
    """ "sala widowiskowa, ul. Szkolna 1": the name, then where it is."""
    name, _, where = (message.text or "").partition(",")
    place = await rules.add(session, now, actor.account_id, centre, name, where)
    await state.set_state(None)
    return show(message, rules_screen(house, actor, place, "halls-added"))


def read_opening(text: str, now: datetime) -> dict[int, tuple[time, time]]:
    """ "pn-pt 8-20, sob 9-14": hours by weekday. Raises `OkienkoError` ``halls-wrong-hours``."""
    found: dict[int, tuple[time, time]] = {}
    today = local(now).date()
    for part in re.split(r"[,;\n]", text):
        if not part.strip():
            continue
        line = Line(1, part, today.replace(day=1), today, ())
        hours = line.take(HOURS)
        span = span_of(hours[0]) if len(hours) == 1 else None
        weekday = line.recurring()
        if span is None or weekday is None:
            raise OkienkoError("halls-wrong-hours")
        monday = today.toordinal() - today.weekday()
        for number in range(7):
            if weekday(today.fromordinal(monday + number)):
                found[number] = span
    return found


async def _answered(session: AsyncSession, actor: Actor, chosen: AnswerRequest, said: str, now: datetime) -> str:
    """Do what was tapped; the key of what is said then. Of two keepers, the second learns what the first said."""
    try:
        async with session.begin_nested():
            if chosen.what == "off":
                await reserving.call_off(session, now, actor.account_id, chosen.id, said)
            else:
                await reserving.answer(session, now, actor.account_id, chosen.id, chosen.what == "yes", said)
    except OkienkoError as error:
        if error.key not in ANSWERED:
            raise
        return "halls-already"
    return "halls-told"


async def _series_answered(
    house: House, session: AsyncSession, actor: Actor, chosen: AnswerSeries, said: str, now: datetime
) -> str:
    closed = closing_days_of(house, actor.centre or "")
    try:
        async with session.begin_nested():
            await series.answer(
                session,
                now,
                actor.account_id,
                chosen.id,
                chosen.what == "yes",
                said,
                seen=chosen.seen,
                of_card=closed,
            )
    except OkienkoError as error:
        if error.key in {"halls-changed-meanwhile", "halls-nothing-free"}:
            return error.key
        if error.key not in ANSWERED:
            raise
        return "halls-already"
    return "halls-told"


def _bare(house: House, actor: Actor) -> str:
    return house.texts.plain(actor.language, "halls-button-without-why")


def _why_screen(house: House, actor: Actor, what: str, row: Row, booking_id: int) -> Screen:
    text = house.texts.html(actor.language, "halls-ask-why", what=what)
    return Screen(text, [row, way_out(house.texts, actor.language, OpenReservation(id=booking_id))])
