"""A parent's side: the link that was sent to them, and where and with whom their child helps."""

from datetime import datetime

from aiogram import F, Router
from aiogram.filters import CommandObject, CommandStart
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.handlers.footer import with_footer
from bot.handlers.menu import House, home_screen
from bot.handlers.view import Row, Screen, button, show, way_out
from bot.handlers.volunteering.buttons import OpenChild
from bot.intake.replies import Replies
from bot.people.accounts import Actor, choose_centre
from bot.texts import Html
from bot.volunteering import guardians
from bot.volunteering.kinds import in_charge, span_said, who_said
from bot.volunteering.rows import Volunteer

router = Router(name="guardian")
_MOST = 10


@router.message(CommandStart(deep_link=True, magic=F.args.startswith(guardians.PREFIX)))
async def accepted(
    message: Message,
    command: CommandObject,
    actor: Actor,
    house: House,
    session: AsyncSession,
    state: FSMContext,
    now: datetime,
) -> Replies:
    """The link was opened. The volunteer's own account is refused, and the link stays good."""
    await state.clear()
    secret = (command.args or "").removeprefix(guardians.PREFIX)
    volunteer = await guardians.accept(session, now, secret, actor.account_id, actor.channel, actor.chat_id)
    if actor.centre is None:
        await choose_centre(session, actor, volunteer.centre)
    screen = await _screen(house, actor, session, volunteer, now, "volunteering-guardian-linked")
    return await with_footer(message, session, actor, house, screen, now=now)


@router.callback_query(OpenChild.filter(F.act == "stop"))
async def stop(
    tap: CallbackQuery, callback_data: OpenChild, actor: Actor, house: House, session: AsyncSession
) -> Replies:
    await guardians.stop(session, actor.account_id, callback_data.volunteer)
    screen = home_screen(house, actor)
    said = house.texts.html(actor.language, "volunteering-guardian-stopped")
    return show(tap, Screen(Html(f"{said}\n\n{screen.text}"), screen.rows))


@router.callback_query(OpenChild.filter())
async def opened(
    tap: CallbackQuery, callback_data: OpenChild, actor: Actor, house: House, session: AsyncSession, now: datetime
) -> Replies:
    volunteer = await guardians.of_guardian(session, actor.account_id, callback_data.volunteer)
    return show(tap, await _screen(house, actor, session, volunteer, now))


async def _screen(
    house: House, actor: Actor, session: AsyncSession, volunteer: Volunteer, now: datetime, said: str | None = None
) -> Screen:
    texts, language = house.texts, actor.language
    assert volunteer.id is not None
    lines: list[str] = [texts.html(language, said), ""] if said else []
    who = who_said(texts, language, volunteer)
    found = await guardians.shifts_of(session, now, actor.account_id, volunteer.id)
    lines.append(texts.html(language, "volunteering-child" if found else "volunteering-child-none", who=who))
    for _, slot, shift in found[:_MOST]:
        lines += ["", texts.html(language, "volunteering-what", title=slot.title or "")]
        lines.append(texts.html(language, "volunteering-when", when=span_said(texts, language, slot)))
        lines.append(texts.html(language, "volunteering-where", where=slot.place or "–"))
        lines += in_charge(texts, language, shift)
        if shift.example:
            lines.append(f"<i>[{texts.html(language, 'example-mark')}]</i>")
    rows: list[Row] = [
        [button(texts.plain(language, "volunteering-button-stop"), OpenChild(volunteer=volunteer.id, act="stop"))]
    ]
    return Screen(Html("\n".join(lines)), [*rows, way_out(texts, language)])
