"""What fits me, signing up, giving back, asking a friend along: by buttons, and by a link to one shift."""

from datetime import datetime
from typing import Final

from aiogram import F, Router
from aiogram.filters import Command, CommandObject, CommandStart
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.errors import OkienkoError
from bot.handlers.footer import with_footer
from bot.handlers.menu import House, home_screen
from bot.handlers.view import Screen, show, way_out
from bot.handlers.volunteering.buttons import DropShift, InviteFriend, OpenFitting, OpenShift, TakeShift
from bot.handlers.volunteering.helping_screens import (
    drop_screen,
    fitting_screen,
    instead_screen,
    shift_screen,
)
from bot.handlers.volunteering.profile_screens import link_screen
from bot.intake.replies import Replies
from bot.people.accounts import Actor, choose_centre
from bot.places import booking as bookings
from bot.places.booking import Booker
from bot.places.hours import local
from bot.places.states import LIVE
from bot.texts import Html
from bot.volunteering import fitting, profiles, signing
from bot.volunteering.rows import Volunteer

LINK: Final = "s-"
"""Payload of ``?start=s-<shift>``."""
INSTEAD: Final = frozenset(
    {
        *("places-gone", "places-past", "places-full", "places-too-late", "places-try-again", "places-overlap"),
        *("places-too-many", "volunteering-rest", "volunteering-school-hours", "volunteering-adults-only"),
        *("volunteering-no-adult", "volunteering-needs-checks", "volunteering-needs-consent"),
        "volunteering-needs-agreement",
    }
)
"""Refusals that are answered with other dates."""

router = Router(name="helping")


@router.message(CommandStart(deep_link=True, magic=F.args.regexp(r"^s-\d{1,12}$")))
async def invited(
    message: Message,
    command: CommandObject,
    actor: Actor,
    house: House,
    session: AsyncSession,
    state: FSMContext,
    now: datetime,
) -> Replies:
    """Somebody came by a friend's link: to the shift, in its centre."""
    await state.clear()
    fit = await fitting.one(session, int((command.args or "").removeprefix(LINK)))
    if fit is None or fit.slot.id is None or house.catalogue.centre(fit.slot.centre) is None:
        screen = home_screen(house, actor, greeting=True)
    else:
        if actor.centre != fit.slot.centre:
            await choose_centre(session, actor, fit.slot.centre)
        screen = await shift_screen(house, actor, session, fit.slot.id, now)
    return await with_footer(message, session, actor, house, screen, now=now)


@router.message(Command("dyzury_dla_mnie", "fitting", "chergy"))
async def command(message: Message, actor: Actor, house: House, session: AsyncSession, now: datetime) -> Replies:
    return show(message, await fitting_screen(house, actor, session, now))


@router.callback_query(OpenFitting.filter())
async def listed(
    tap: CallbackQuery, callback_data: OpenFitting, actor: Actor, house: House, session: AsyncSession, now: datetime
) -> Replies:
    page, anything = max(callback_data.page, 0), callback_data.all
    return show(tap, await fitting_screen(house, actor, session, now, page, anything=anything))


@router.callback_query(OpenShift.filter())
async def opened(
    tap: CallbackQuery, callback_data: OpenShift, actor: Actor, house: House, session: AsyncSession, now: datetime
) -> Replies:
    return show(tap, await shift_screen(house, actor, session, callback_data.slot, now))


@router.callback_query(TakeShift.filter(F.rest))
async def take_rest(
    tap: CallbackQuery, callback_data: TakeShift, actor: Actor, house: House, session: AsyncSession, now: datetime
) -> Replies:
    """The later shifts of the season, those that can be had; the others with their reasons."""
    booker = Booker(actor.account_id, actor.channel, actor.chat_id)
    done = await signing.sign_up_for_the_rest(session, now, callback_data.slot, booker)
    texts, language = house.texts, actor.language
    lines: list[str] = [texts.html(language, "volunteering-rest-taken", count=done.taken)]
    for key in dict.fromkeys(error.key for _, error in done.refused):
        errors = [(slot, error) for slot, error in done.refused if error.key == key]
        days = ", ".join(f"{local(slot.starts_at):%-d.%m}" for slot, _ in errors[:10])
        reason = texts.html(language, key, **errors[0][1].values)
        lines.append(texts.html(language, "volunteering-rest-refused", days=days, reason=reason))
    back = way_out(texts, language, OpenShift(slot=callback_data.slot))
    return show(tap, Screen(Html("\n\n".join(lines)), [back]))


@router.callback_query(TakeShift.filter())
async def take(
    tap: CallbackQuery, callback_data: TakeShift, actor: Actor, house: House, session: AsyncSession, now: datetime
) -> Replies:
    """Sign up. A second tap changes nothing; what cannot be is answered with other dates."""
    booker = Booker(actor.account_id, actor.channel, actor.chat_id)
    try:
        async with session.begin_nested():
            done = await signing.sign_up(session, now, callback_data.slot, booker)
    except OkienkoError as error:
        if error.key not in INSTEAD:
            raise
        return show(tap, await instead_screen(house, actor, session, now, callback_data.slot, error))
    said = None if done.again else "volunteering-taken"
    return show(tap, await shift_screen(house, actor, session, callback_data.slot, now, said))


@router.callback_query(DropShift.filter())
async def drop(
    tap: CallbackQuery, callback_data: DropShift, actor: Actor, house: House, session: AsyncSession, now: datetime
) -> Replies:
    """First asked, then done. What is given back already is shown as it is."""
    volunteer = await _volunteer(session, actor)
    fit = await fitting.one(session, callback_data.slot)
    booking = (await fitting.held(session, volunteer, [callback_data.slot])).get(callback_data.slot)
    if fit is None or booking is None or booking.id is None or booking.state not in LIVE:
        return show(tap, await shift_screen(house, actor, session, callback_data.slot, now))
    if not callback_data.sure:
        return show(tap, drop_screen(house, actor, fit, now))
    await bookings.cancel(session, now, booking.id, by=actor.account_id)
    return show(tap, await shift_screen(house, actor, session, callback_data.slot, now, "volunteering-dropped"))


@router.callback_query(InviteFriend.filter())
async def friend(tap: CallbackQuery, callback_data: InviteFriend, actor: Actor, house: House, username: str) -> Replies:
    """A link for somebody else, who decides alone."""
    back = way_out(house.texts, actor.language, OpenShift(slot=callback_data.slot))
    payload = f"{LINK}{callback_data.slot}"
    return show(tap, link_screen(house, actor, username, "volunteering-friend-link", payload, back))


async def _volunteer(session: AsyncSession, actor: Actor) -> Volunteer:
    volunteer = await profiles.of_account(session, actor.account_id, actor.centre or "")
    if volunteer is None:
        raise OkienkoError("volunteering-no-profile")
    return volunteer
