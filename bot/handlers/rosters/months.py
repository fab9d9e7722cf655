"""/grafik: a month as it is published, the ways to change it, and its papers."""

from datetime import date, datetime

from aiogram import Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.errors import OkienkoError
from bot.handlers.menu import House
from bot.handlers.rosters.buttons import MonthPaper, OpenMonth, unpacked
from bot.handlers.rosters.permission import keeps_roster
from bot.handlers.rosters.screens import month_screen, this_month
from bot.handlers.view import show
from bot.intake.replies import Replies
from bot.people.accounts import Actor
from bot.places.roster import papers

router = Router(name="months of the roster")
router.message.filter(keeps_roster)
router.callback_query.filter(keeps_roster)


@router.message(Command("grafik", "roster", "hrafik"))
async def command(
    message: Message, centre: str, actor: Actor, house: House, session: AsyncSession, now: datetime
) -> Replies:
    return show(message, await month_screen(house, actor, session, centre, this_month(now)))


@router.callback_query(OpenMonth.filter())
async def another(
    tap: CallbackQuery,
    callback_data: OpenMonth,
    centre: str,
    actor: Actor,
    house: House,
    session: AsyncSession,
    state: FSMContext,
    now: datetime,
) -> Replies:
    month = unpacked(callback_data.month) or this_month(now)
    return show(tap, await month_screen(house, actor, session, centre, month))


@router.message(Command("wzor_grafiku", "roster_sample", "zrazok_hrafika"))
async def sample(
    message: Message, centre: str, actor: Actor, house: House, session: AsyncSession, now: datetime
) -> Replies:
    """The file as the office fills it in, to be sent back."""
    await _owe(house, actor, session, now, centre, this_month(now), "sample")
    return show(message, await month_screen(house, actor, session, centre, this_month(now), "roster-paper-coming"))


@router.callback_query(MonthPaper.filter())
async def paper(
    tap: CallbackQuery,
    callback_data: MonthPaper,
    centre: str,
    actor: Actor,
    house: House,
    session: AsyncSession,
    now: datetime,
) -> Replies:
    """A picture, a PDF or the sample: they are made when they are sent."""
    month = unpacked(callback_data.month)
    if month is None or callback_data.form not in papers.FORMS:
        raise OkienkoError("roster-refused")
    await _owe(house, actor, session, now, centre, month, callback_data.form)
    return show(tap, await month_screen(house, actor, session, centre, month, "roster-paper-coming"))


async def _owe(
    house: House, actor: Actor, session: AsyncSession, now: datetime, centre: str, month: date, form: str
) -> None:
    organization = next(each.organization for each in house.catalogue if each.organization.id == centre)
    phone = organization.phones[0] if organization.phones else None
    number = phone.number if phone else ""
    if phone and phone.example:
        number = f"{number} ({house.texts.plain(actor.language, 'example-mark')})"
    heading = organization.city.in_(actor.language), number
    await papers.owe(session, now, actor.account_id, centre, month, form, (actor.channel, actor.chat_id), heading)
