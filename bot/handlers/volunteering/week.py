"""/zmiany: the week of a coordinator, who came, and changes to a shift. Of two who change one, the first wins."""

import re
from datetime import datetime
from typing import Any, Final

from aiogram import F, Router
from aiogram.filters import BaseFilter, Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.errors import OkienkoError
from bot.handlers.menu import House
from bot.handlers.view import Screen, show
from bot.handlers.volunteering.buttons import EditShift, MarkCame, OpenWeek, OpenWorkShift
from bot.handlers.volunteering.permission import coordinates
from bot.handlers.volunteering.week_screens import MISSED, OTHER, edit_screen, hours_screen, week_screen, work_screen
from bot.intake.replies import Replies
from bot.people.accounts import Actor
from bot.volunteering import hours, shifts

FORM: Final = "shift:"
"""A state is this and the packed `EditShift` of what is typed."""
TYPED: Final = frozenset({"place", "adult", "people"})
PHONE: Final = re.compile(r"\+?\d(?:[ -]?\d){8,13}")
_PEOPLE: Final = re.compile(r"(\d{1,3})(?:\s*(?:-|–|do|to|до)\s*(\d{1,3}))?\D*")

router = Router(name="week of shifts")
router.message.filter(coordinates)
router.callback_query.filter(coordinates)


class Editing(BaseFilter):
    """Somebody types a change; hands on ``chosen``."""

    async def __call__(self, _event: Any, raw_state: str | None = None) -> bool | dict[str, Any]:
        if raw_state is None or not raw_state.startswith(FORM):
            return False
        try:
            return {"chosen": EditShift.unpack(raw_state.removeprefix(FORM))}
        except (TypeError, ValueError):
            return False


@router.message(Command("zmiany", "shifts", "zminy"))
async def command(
    message: Message, centre: str, actor: Actor, house: House, session: AsyncSession, now: datetime
) -> Replies:
    return show(message, await week_screen(house, actor, session, centre, now))


@router.callback_query(OpenWeek.filter())
async def week(
    tap: CallbackQuery,
    callback_data: OpenWeek,
    centre: str,
    actor: Actor,
    house: House,
    session: AsyncSession,
    now: datetime,
) -> Replies:
    number = max(-52, min(callback_data.week, 52))
    return show(tap, await week_screen(house, actor, session, centre, now, number))


@router.callback_query(OpenWorkShift.filter())
async def opened(
    tap: CallbackQuery,
    callback_data: OpenWorkShift,
    actor: Actor,
    house: House,
    session: AsyncSession,
    state: FSMContext,
    now: datetime,
) -> Replies:
    await state.set_state(None)
    return show(tap, await _as_it_stands(house, actor, session, callback_data.slot, now))


@router.callback_query(EditShift.filter())
async def edit(
    tap: CallbackQuery,
    callback_data: EditShift,
    actor: Actor,
    house: House,
    session: AsyncSession,
    state: FSMContext,
    now: datetime,
) -> Replies:
    """Ask for what is typed; do what is tapped."""
    chosen = callback_data
    fit = await shifts.own(session, actor.account_id, chosen.slot)
    if chosen.what == "children":
        children = not fit.shift.with_children
        await shifts.change(session, now, actor.account_id, chosen.slot, chosen.version, children=children)
        return show(tap, await _as_it_stands(house, actor, session, chosen.slot, now))
    if chosen.what == "off" and chosen.sure:
        done = await shifts.call_off(session, now, actor.account_id, chosen.slot, chosen.version, later=chosen.later)
        said = house.texts.html(actor.language, "shift-called-off", shifts=done[0], people=done[1])
        return show(tap, Screen(said), await week_screen(house, actor, session, fit.slot.centre, now))
    if chosen.what not in {*TYPED, "off"}:
        raise OkienkoError("volunteering-outdated")
    if chosen.what in TYPED:
        await state.set_state(f"{FORM}{chosen.pack()}")
    return show(tap, edit_screen(house, actor, fit, chosen))


@router.message(Editing(), Command("anuluj", "cancel", "skasuvaty"))
async def leave(
    message: Message,
    chosen: EditShift,
    actor: Actor,
    house: House,
    session: AsyncSession,
    state: FSMContext,
    now: datetime,
) -> Replies:
    await state.set_state(None)
    return show(message, await _as_it_stands(house, actor, session, chosen.slot, now))


@router.message(Editing(), F.text, ~F.text.startswith("/"))
async def typed(
    message: Message,
    chosen: EditShift,
    actor: Actor,
    house: House,
    session: AsyncSession,
    state: FSMContext,
    now: datetime,
) -> Replies:
    """The change; what somebody else changed meanwhile stands, and is shown."""
    values = _values(chosen.what, " ".join((message.text or "").split()))
    try:
        async with session.begin_nested():
            await shifts.change(
                session, now, actor.account_id, chosen.slot, chosen.version, later=chosen.later, **values
            )
        key = "shift-changed"
    except OkienkoError as error:
        if error.key != "volunteering-changed-meanwhile":
            raise
        key = error.key
    await state.set_state(None)
    said = house.texts.html(actor.language, key)
    fit = await shifts.own(session, actor.account_id, chosen.slot)
    return show(message, await work_screen(house, actor, session, fit, now, said))


@router.callback_query(MarkCame.filter())
async def came(
    tap: CallbackQuery, callback_data: MarkCame, actor: Actor, house: House, session: AsyncSession, now: datetime
) -> Replies:
    """One tap for as long as the shift was, two for other hours."""
    number, minutes = callback_data.booking, callback_data.minutes
    slot_id = await hours.slot_of(session, actor.account_id, number)
    if minutes == OTHER:
        return show(tap, hours_screen(house, actor, number, slot_id))
    if minutes == MISSED:
        await hours.missed(session, now, actor.account_id, number)
    else:
        await hours.came(session, now, actor.account_id, number, minutes or None)
    return show(tap, await _as_it_stands(house, actor, session, slot_id, now))


async def _as_it_stands(house: House, actor: Actor, session: AsyncSession, slot_id: int, now: datetime) -> Screen:
    fit = await shifts.own(session, actor.account_id, slot_id)
    return await work_screen(house, actor, session, fit, now)


def _values(what: str, said: str) -> dict[str, Any]:
    """What a typed change means. Raises `OkienkoError` for what cannot be one."""
    if what == "place":
        return {"place": said}
    if what == "adult":
        phone = PHONE.search(said)
        name = (said.replace(phone[0], " ") if phone else said).strip(" ,;:.-–")
        if not name or phone is None:
            raise OkienkoError("shift-wrong-adult")
        return {"adult": " ".join(name.split()), "phone": phone[0]}
    match = _PEOPLE.fullmatch(said)
    if match is None:
        raise OkienkoError("shift-wrong-number", said=said[:40])
    return {"least": int(match[1]) if match[2] else 1, "most": int(match[2] or match[1])}
