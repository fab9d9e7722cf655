"""/pomagam: "I want to help" in a few taps, the profile, the nickname, and being forgotten."""

from datetime import datetime
from typing import Any, Final

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.errors import OkienkoError
from bot.handlers.footer import with_footer
from bot.handlers.menu import House, centres_screen, home_screen
from bot.handlers.view import Screen, show, way_out
from bot.handlers.volunteering.buttons import AskNickname, Choose, InviteGuardian, LeaveVolunteering, OpenProfile
from bot.handlers.volunteering.helping_screens import shift_screen
from bot.handlers.volunteering.profile_screens import (
    choose_screen,
    leave_screen,
    link_screen,
    profile_screen,
    told_of,
)
from bot.intake.replies import Replies
from bot.people.accounts import Actor
from bot.texts import Html
from bot.volunteering import guardians, profiles
from bot.volunteering.words import LONGEST_NICKNAME

FORM: Final = "volunteer:nickname"
NOTHING: Final = frozenset({"-", "–", "."})

router = Router(name="volunteer's profile")


async def _typing(_event: Any, raw_state: str | None = None) -> bool:
    return raw_state == FORM


@router.message(Command("pomagam", "help_others", "dopomahaju"))
async def command(message: Message, actor: Actor, house: House, session: AsyncSession, now: datetime) -> Replies:
    return await with_footer(message, session, actor, house, await start_screen(house, actor, session), now=now)


@router.callback_query(OpenProfile.filter())
async def opened(tap: CallbackQuery, actor: Actor, house: House, session: AsyncSession, state: FSMContext) -> Replies:
    await state.set_state(None)
    return show(tap, await start_screen(house, actor, session))


@router.callback_query(Choose.filter())
async def choose(
    tap: CallbackQuery, callback_data: Choose, actor: Actor, house: House, session: AsyncSession, now: datetime
) -> Replies:
    """The next question; after the last one the profile, or the shift that somebody came for."""
    if callback_data.step != "keep" or actor.centre is None:
        return show(tap, choose_screen(house, actor, callback_data))
    told = told_of(callback_data)
    if told is None:
        raise OkienkoError("volunteering-outdated")
    volunteer = await profiles.join(session, now, actor.account_id, actor.centre, told)
    if callback_data.slot:
        return show(tap, await shift_screen(house, actor, session, callback_data.slot, now))
    return show(tap, profile_screen(house, actor, volunteer, "volunteering-kept"))


@router.callback_query(AskNickname.filter())
async def ask_nickname(tap: CallbackQuery, actor: Actor, house: House, state: FSMContext) -> Replies:
    await state.set_state(FORM)
    text = house.texts.html(actor.language, "volunteering-ask-nickname", most=LONGEST_NICKNAME)
    return show(tap, Screen(text, [way_out(house.texts, actor.language, OpenProfile())]))


@router.message(_typing, Command("anuluj", "cancel", "skasuvaty"))
async def no_nickname(
    message: Message, actor: Actor, house: House, session: AsyncSession, state: FSMContext
) -> Replies:
    await state.set_state(None)
    return show(message, await start_screen(house, actor, session))


@router.message(_typing, F.text, ~F.text.startswith("/"))
async def nickname(
    message: Message, actor: Actor, house: House, session: AsyncSession, state: FSMContext, now: datetime
) -> Replies:
    said = (message.text or "").strip()
    called = "" if said in NOTHING else said
    await profiles.call_me(session, now, actor.account_id, actor.centre or "", called)
    await state.set_state(None)
    return show(message, await start_screen(house, actor, session))


@router.callback_query(InviteGuardian.filter())
async def guardian(
    tap: CallbackQuery, actor: Actor, house: House, session: AsyncSession, username: str, now: datetime
) -> Replies:
    """A link for a parent, which this account itself cannot use."""
    secret = await guardians.invite(session, now, actor.account_id, actor.centre or "")
    back = way_out(house.texts, actor.language, OpenProfile())
    payload = f"{guardians.PREFIX}{secret}"
    return show(tap, link_screen(house, actor, username, "volunteering-guardian-link", payload, back))


@router.callback_query(LeaveVolunteering.filter())
async def leave(
    tap: CallbackQuery,
    callback_data: LeaveVolunteering,
    actor: Actor,
    house: House,
    session: AsyncSession,
    now: datetime,
) -> Replies:
    """First asked, then done."""
    if not callback_data.sure:
        return show(tap, leave_screen(house, actor))
    freed = await profiles.leave(session, now, actor.account_id, actor.centre or "")
    screen = home_screen(house, actor)
    said = house.texts.html(actor.language, "volunteering-left", count=freed)
    return show(tap, Screen(Html(f"{said}\n\n{screen.text}"), screen.rows))


async def start_screen(house: House, actor: Actor, session: AsyncSession) -> Screen:
    """The profile; the first question for who has none; the choice of a centre before all that."""
    if actor.centre is None or house.catalogue.centre(actor.centre) is None:
        return centres_screen(house, actor.language, "centre-where")
    volunteer = await profiles.of_account(session, actor.account_id, actor.centre)
    if volunteer is None:
        return choose_screen(house, actor, Choose())
    return profile_screen(house, actor, volunteer)
