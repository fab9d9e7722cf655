"""/doradcy: the centre's advisers, whose account sees whose day, and secret links for those without an account."""

from functools import partial
from typing import Final

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.handlers.counter.advising import link_screen
from bot.handlers.counter.buttons import LinkAccount, OpenAdviser, OpenAdvisers, OpenReport, SheetKey
from bot.handlers.counter.permission import desk
from bot.handlers.counter.wording import who_said
from bot.handlers.menu import House
from bot.handlers.view import Row, Screen, button, show, way_out
from bot.intake.replies import Replies
from bot.people.accounts import Actor
from bot.places import advisers as people
from bot.places import sheet
from bot.places.rows import Provider

COMMAND: Final = Command("doradcy", "advisers", "poradnyky")

router = Router(name="advisers")
router.message.filter(desk)
router.callback_query.filter(desk)


@router.message(COMMAND)
async def command(message: Message, centre: str, actor: Actor, house: House, session: AsyncSession) -> Replies:
    return show(message, await _list(session, house, actor, centre))


@router.callback_query(OpenAdvisers.filter())
async def listed(tap: CallbackQuery, centre: str, actor: Actor, house: House, session: AsyncSession) -> Replies:
    return show(tap, await _list(session, house, actor, centre))


@router.callback_query(OpenAdviser.filter())
async def opened(
    tap: CallbackQuery, callback_data: OpenAdviser, centre: str, actor: Actor, house: House, session: AsyncSession
) -> Replies:
    provider = await people.one_at(session, centre, callback_data.id)
    return show(tap, await _one(session, house, actor, centre, provider))


@router.callback_query(LinkAccount.filter())
async def link(
    tap: CallbackQuery, callback_data: LinkAccount, centre: str, actor: Actor, house: House, session: AsyncSession
) -> Replies:
    provider = await people.link(session, centre, callback_data.id, callback_data.account or None)
    return show(tap, await _one(session, house, actor, centre, provider))


@router.callback_query(SheetKey.filter())
async def key(
    tap: CallbackQuery, callback_data: SheetKey, centre: str, actor: Actor, house: House, session: AsyncSession
) -> Replies:
    """A link for an adviser without an account, to be handed over; or none any more."""
    provider = await people.one_at(session, centre, callback_data.id)
    if callback_data.new:
        return show(tap, await link_screen(session, house, actor, provider, None))
    await sheet.revoke_key(session, callback_data.id)
    return show(tap, await _one(session, house, actor, centre, provider))


async def _list(session: AsyncSession, house: House, actor: Actor, centre: str) -> Screen:
    found = await people.of_centre(session, centre)
    rows: list[Row] = [[button(who_said(house, actor.language, each), OpenAdviser(id=each.id or 0))] for each in found]
    rows.append([button(house.texts.plain(actor.language, "counter-button-report"), OpenReport())])
    text = house.texts.html(actor.language, "counter-advisers" if found else "counter-advisers-none")
    return Screen(text, [*rows, way_out(house.texts, actor.language)])


async def _one(session: AsyncSession, house: House, actor: Actor, centre: str, provider: Provider) -> Screen:
    """Who sees this day, and what can be done about it."""
    say, html = partial(house.texts.plain, actor.language), partial(house.texts.html, actor.language)
    number = provider.id or 0
    rows: list[Row] = []
    if provider.account_id:
        state = html("counter-adviser-linked", account=str(provider.account_id))
        rows.append([button(say("counter-button-unlink"), LinkAccount(id=number, account=0))])
    else:
        accounts = await people.unlinked_accounts(session, centre)
        state = html("counter-adviser-unlinked" if accounts else "counter-adviser-nobody")
        rows += [
            [
                button(
                    say("counter-button-account", account=str(account.id)),
                    LinkAccount(id=number, account=account.id or 0),
                )
            ]
            for account in accounts
        ]
    rows.append([button(say("counter-button-link"), SheetKey(id=number, new=True))])
    if provider.sheet_key:
        rows[-1].append(button(say("counter-button-link-off"), SheetKey(id=number, new=False)))
    text = html("counter-adviser", who=who_said(house, actor.language, provider), state=state)
    return Screen(text, [*rows, way_out(house.texts, actor.language, OpenAdvisers())])
