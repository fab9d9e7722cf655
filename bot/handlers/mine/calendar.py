"""One's own calendar in one's calendar program: a secret link, made anew or ended by a tap."""

from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.handlers.booking.buttons import OpenBookings
from bot.handlers.menu import House
from bot.handlers.mine.buttons import EndCalendar, OpenCalendar, RenewCalendar
from bot.handlers.view import Row, Screen, button, show, way_out
from bot.intake.replies import Replies
from bot.people.accounts import Actor
from bot.places import calendar_feed

router = Router(name="own calendar")

PATH = "/kalendarz/"
"""Where `bot.pages.feed` listens."""


@router.callback_query(OpenCalendar.filter())
async def opened(tap: CallbackQuery, actor: Actor, house: House, session: AsyncSession) -> Replies:
    is_on = await calendar_feed.is_on(session, actor.account_id)
    return show(tap, _screen(house, actor, "mine-calendar-on" if is_on else "mine-calendar-off", on=is_on))


@router.callback_query(RenewCalendar.filter())
async def renew(tap: CallbackQuery, actor: Actor, house: House, session: AsyncSession, now: datetime) -> Replies:
    """The link is told once: nobody here can tell it again, only make another one."""
    if not house.pages.url:
        return show(tap, _screen(house, actor, "mine-calendar-nowhere", on=False))
    key = await calendar_feed.renew(session, now, actor.account_id)
    link = f"{house.pages.url.rstrip('/')}{PATH}{key}.ics"
    said = Screen(house.texts.html(actor.language, "mine-calendar-link", link=link))
    return show(tap, _screen(house, actor, "mine-calendar-made", on=True), said)


@router.callback_query(EndCalendar.filter())
async def end(tap: CallbackQuery, actor: Actor, house: House, session: AsyncSession) -> Replies:
    await calendar_feed.end(session, actor.account_id)
    return show(tap, _screen(house, actor, "mine-calendar-ended", on=False))


def _screen(house: House, actor: Actor, key: str, *, on: bool) -> Screen:
    texts, language = house.texts, actor.language
    rows: list[Row] = [
        [button(texts.plain(language, "mine-button-renew" if on else "mine-button-make"), RenewCalendar())]
    ]
    if on:
        rows.append([button(texts.plain(language, "mine-button-end"), EndCalendar())])
    return Screen(texts.html(language, key), [*rows, way_out(texts, language, OpenBookings())])
