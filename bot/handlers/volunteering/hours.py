"""/moje_godziny: what was confirmed, and the wish for a certificate."""

from datetime import datetime

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.errors import OkienkoError
from bot.handlers.menu import House
from bot.handlers.view import Row, Screen, button, show, way_out
from bot.handlers.volunteering.buttons import OpenHours, OpenProfile
from bot.intake.replies import Replies
from bot.people.accounts import Actor
from bot.texts import Html
from bot.volunteering import hours, profiles
from bot.volunteering.kinds import hours_number

router = Router(name="hours of volunteers")
_MOST = 15


@router.message(Command("moje_godziny", "my_hours", "moi_hodyny"))
async def command(message: Message, actor: Actor, house: House, session: AsyncSession) -> Replies:
    return show(message, await hours_screen(house, actor, session))


@router.callback_query(OpenHours.filter(F.act == "paper"))
async def paper(tap: CallbackQuery, actor: Actor, house: House, session: AsyncSession, now: datetime) -> Replies:
    return show(tap, await wanted_screen(house, actor, session, now))


@router.callback_query(OpenHours.filter())
async def opened(tap: CallbackQuery, actor: Actor, house: House, session: AsyncSession) -> Replies:
    return show(tap, await hours_screen(house, actor, session))


async def hours_screen(house: House, actor: Actor, session: AsyncSession) -> Screen:
    """All confirmed hours, and the last days of them."""
    texts, language = house.texts, actor.language
    volunteer = await profiles.of_account(session, actor.account_id, actor.centre or "")
    if volunteer is None:
        raise OkienkoError("volunteering-no-profile")
    found = await hours.confirmed(session, volunteer)
    number = hours_number(sum(row.minutes for row in found))
    lines: list[str] = [texts.html(language, "volunteering-hours", hours=number)]
    for row in found[:_MOST]:
        given = hours_number(row.minutes)
        lines.append(texts.html(language, "volunteering-hours-line", day=row.day, title=row.title, hours=given))
    rows: list[Row] = []
    if volunteer.certificate_asked_at is not None:
        lines += ["", texts.html(language, "volunteering-certificate-asked")]
    elif found:
        rows.append([button(texts.plain(language, "volunteering-button-certificate"), OpenHours(act="paper"))])
    return Screen(Html("\n".join(lines)), [*rows, way_out(texts, language, OpenProfile())])


async def wanted_screen(house: House, actor: Actor, session: AsyncSession, now: datetime) -> Screen:
    """A certificate is asked for, once; the coordinator is told."""
    await hours.ask_for_certificate(session, now, actor.account_id, actor.centre or "")
    return await hours_screen(house, actor, session)
