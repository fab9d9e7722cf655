"""/zamkniete: days on which the centre is closed, beside weekends and public holidays."""

from datetime import date, datetime, timedelta

from aiogram import F, Router
from aiogram.filters import Command, CommandObject
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.clock import WARSAW
from bot.errors import OkienkoError
from bot.handlers.menu import House
from bot.handlers.rosters.absences import done_screen, preview_lines
from bot.handlers.rosters.buttons import Closing, packed, unpacked
from bot.handlers.rosters.permission import keeps_roster
from bot.handlers.rosters.screens import MOST_BUTTONS, day_said
from bot.handlers.rosters.typed import days_in
from bot.handlers.view import Row, Screen, button, show, way_out
from bot.intake.replies import Replies
from bot.people.accounts import Actor
from bot.places.roster import absence
from bot.places.roster.month import closing_days
from bot.texts import Html

router = Router(name="closing days")
router.message.filter(keeps_roster)
router.callback_query.filter(keeps_roster)
_AHEAD = timedelta(days=400)


@router.message(Command("zamkniete", "closed", "zachyneno"))
async def command(
    message: Message,
    command: CommandObject,
    centre: str,
    actor: Actor,
    house: House,
    session: AsyncSession,
    state: FSMContext,
    now: datetime,
) -> Replies:
    """Alone the list; with days ("24 grudnia Wigilia") what closing would touch."""
    if not command.args:
        return show(message, await _list_screen(house, actor, session, centre, now))
    today = now.astimezone(WARSAW).date()
    found = days_in(command.args, today)
    if found is None:
        raise OkienkoError("roster-closing-which")
    days, reason = found
    if days[0] < today or len(days) > absence.MOST_DAYS:
        raise OkienkoError("roster-closing-past")
    await state.update_data(closing={"days": [day.isoformat() for day in days], "reason": reason[:120]})
    preview = await absence.preview(session, now, centre, None, days)
    texts, language = house.texts, actor.language
    said = ", ".join(day_said(house, language, day) for day in days)
    lines = [texts.html(language, "roster-closing-ask", days=said), ""]
    lines += preview_lines(house, language, preview, "roster-closing-preview")
    yes = button(texts.plain(language, "roster-button-close"), Closing(act="yes", seen=preview.seen))
    return show(message, Screen(Html("\n".join(lines)), [[yes], way_out(texts, language, Closing())]))


@router.callback_query(Closing.filter(F.act == "yes"))
async def close(
    tap: CallbackQuery,
    callback_data: Closing,
    centre: str,
    actor: Actor,
    house: House,
    session: AsyncSession,
    state: FSMContext,
    now: datetime,
) -> Replies:
    typed = (await state.get_data()).get("closing")
    if not typed:
        raise OkienkoError("roster-changed-meanwhile")
    days = [date.fromisoformat(day) for day in typed["days"]]
    done = await absence.close(session, now, actor.account_id, centre, days, typed["reason"], callback_data.seen)
    await state.update_data(closing=None)
    return show(tap, done_screen(house, actor, done, "roster-closing-done"))


@router.callback_query(Closing.filter())
async def listing(
    tap: CallbackQuery,
    callback_data: Closing,
    centre: str,
    actor: Actor,
    house: House,
    session: AsyncSession,
    now: datetime,
) -> Replies:
    """The list; with ``open``, a day is struck from it first."""
    day = unpacked(callback_data.day) if callback_data.act == "open" else None
    if day:
        await absence.open_again(session, actor.account_id, centre, day)
    return show(tap, await _list_screen(house, actor, session, centre, now, "roster-closing-opened" if day else None))


async def _list_screen(
    house: House, actor: Actor, session: AsyncSession, centre: str, now: datetime, said: str | None = None
) -> Screen:
    texts, language = house.texts, actor.language
    today = now.astimezone(WARSAW).date()
    found = await closing_days(session, centre, today, today + _AHEAD)
    lines: list[str] = [texts.html(language, said), ""] if said else []
    lines.append(texts.html(language, "roster-closing-list" if found else "roster-closing-none"))
    rows: list[Row] = []
    for day, reason in list(found.items())[:MOST_BUTTONS]:
        shown = day_said(house, language, day)
        lines.append(texts.html(language, "roster-line-closed", day=shown, reason=reason or "–"))
        label = texts.plain(language, "roster-button-open", day=shown)
        rows.append([button(label, Closing(act="open", day=packed(day)))])
    return Screen(Html("\n".join(lines)), [*rows, way_out(texts, language)])
