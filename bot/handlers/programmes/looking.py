"""/zajecia: what there is, joining by one tap, one meeting left out, leaving; and a keeper's link."""

from datetime import datetime
from typing import Final

from aiogram import F, Router
from aiogram.filters import Command, CommandObject, CommandStart
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.errors import OkienkoError
from bot.handlers.footer import with_footer
from bot.handlers.menu import House, centres_screen
from bot.handlers.programmes.buttons import (
    LeaveProgramme,
    OpenProgramme,
    OpenProgrammes,
    SkipMeeting,
    TakeProgramme,
    TalkSuits,
    WantProgramme,
)
from bot.handlers.programmes.screens import (
    card_of,
    leave_screen,
    list_screen,
    overlap_screen,
    programme_screen,
    said_of,
    skip_screen,
)
from bot.handlers.view import Screen, button, show, way_out
from bot.intake.replies import Replies
from bot.people.accounts import Actor, choose_centre
from bot.places.booking import Booker
from bot.places.programmes import joining, keepers
from bot.places.programmes.joining import Became

router = Router(name="programmes")

BESIDE: Final = "places-overlap"


@router.message(Command("zajecia", "programmes", "zaniattia"))
async def command(message: Message, actor: Actor, house: House, session: AsyncSession, now: datetime) -> Replies:
    screen = await _list(house, actor, session)
    return await with_footer(message, session, actor, house, screen, now=now)


@router.callback_query(OpenProgrammes.filter())
async def listed(tap: CallbackQuery, actor: Actor, house: House, session: AsyncSession) -> Replies:
    return show(tap, await _list(house, actor, session))


@router.callback_query(OpenProgramme.filter())
async def opened(
    tap: CallbackQuery, callback_data: OpenProgramme, actor: Actor, house: House, session: AsyncSession, now: datetime
) -> Replies:
    card = card_of(house, actor, callback_data.via)
    programme = await joining.seen(session, actor.account_id, callback_data.id, card)
    screen = await programme_screen(
        house, actor, session, programme, now, via=callback_data.via, whole=callback_data.all
    )
    return show(tap, screen)


@router.callback_query(WantProgramme.filter())
async def want(
    tap: CallbackQuery, callback_data: WantProgramme, actor: Actor, house: House, session: AsyncSession, now: datetime
) -> Replies:
    """In, in the line, or interested. A second tap changes nothing."""
    card, beside = card_of(house, actor, callback_data.via), callback_data.beside
    done = await joining.want(session, now, callback_data.id, _booker(actor), card=card, beside=beside)
    if done.became is Became.OVERLAP:
        return show(tap, overlap_screen(house, actor, done, taking=False, via=callback_data.via))
    said = said_of(house, actor.language, done)
    return show(tap, await programme_screen(house, actor, session, done.programme, now, said))


@router.callback_query(TakeProgramme.filter())
async def take(
    tap: CallbackQuery, callback_data: TakeProgramme, actor: Actor, house: House, session: AsyncSession, now: datetime
) -> Replies:
    """The invited person's yes. One who is too late sees how it stands."""
    try:
        async with session.begin_nested():
            done = await joining.take(session, now, callback_data.id, actor.account_id, beside=callback_data.beside)
    except OkienkoError as error:
        if error.key != "programme-not-invited":
            raise
        programme = await joining.seen(session, actor.account_id, callback_data.id)
        said = house.texts.html(actor.language, error.key)
        return show(tap, await programme_screen(house, actor, session, programme, now, said))
    if done.became is Became.OVERLAP:
        return show(tap, overlap_screen(house, actor, done, taking=True))
    said_now = said_of(house, actor.language, done)
    return show(tap, await programme_screen(house, actor, session, done.programme, now, said_now))


@router.callback_query(LeaveProgramme.filter())
async def leave(
    tap: CallbackQuery, callback_data: LeaveProgramme, actor: Actor, house: House, session: AsyncSession, now: datetime
) -> Replies:
    """First asked, then done; again, it is shown as it is."""
    programme = await joining.seen(session, actor.account_id, callback_data.id)
    mine = await joining.of_account(session, actor.account_id, callback_data.id)
    if mine is None:
        raise OkienkoError("programme-gone")
    if not callback_data.sure:
        found = await joining.my_meetings(session, callback_data.id, actor.account_id)
        ahead = sum(each.comes and each.slot.starts_at > now for each in found)
        return show(tap, leave_screen(house, actor, programme, mine, ahead))
    count = await joining.leave(session, now, callback_data.id, actor.account_id)
    said = house.texts.html(actor.language, "programme-left", count=count)
    return show(tap, await programme_screen(house, actor, session, programme, now, said))


@router.callback_query(TalkSuits.filter())
async def talk(
    tap: CallbackQuery, callback_data: TalkSuits, actor: Actor, house: House, session: AsyncSession, now: datetime
) -> Replies:
    await joining.talk(session, now, callback_data.id, actor.account_id, suits=callback_data.yes)
    programme = await joining.seen(session, actor.account_id, callback_data.id)
    key = "programme-talk-yes" if callback_data.yes else "programme-talk-no"
    return show(
        tap, await programme_screen(house, actor, session, programme, now, house.texts.html(actor.language, key))
    )


@router.callback_query(SkipMeeting.filter())
async def skip(
    tap: CallbackQuery, callback_data: SkipMeeting, actor: Actor, house: House, session: AsyncSession, now: datetime
) -> Replies:
    """One meeting left out, or taken again; the programme goes on."""
    texts, language = house.texts, actor.language
    slot_id = callback_data.slot
    if callback_data.back:
        try:
            async with session.begin_nested():
                programme = await joining.come_after_all(
                    session, now, slot_id, actor.account_id, beside=callback_data.sure
                )
        except OkienkoError as error:
            if error.key != BESIDE:
                raise
            sure = button(
                texts.plain(language, "booking-button-beside"), SkipMeeting(slot=slot_id, back=True, sure=True)
            )
            return show(
                tap, Screen(texts.html(language, error.key, **error.values), [[sure], way_out(texts, language)])
            )
        said = texts.html(language, "programme-came-back")
        return show(tap, await programme_screen(house, actor, session, programme, now, said))
    if not callback_data.sure:
        programme, slot = await joining.one_meeting(session, slot_id, actor.account_id)
        return show(tap, skip_screen(house, actor, programme, slot))
    programme = await joining.skip(session, now, slot_id, actor.account_id)
    return show(
        tap, await programme_screen(house, actor, session, programme, now, texts.html(language, "programme-skipped"))
    )


@router.message(CommandStart(deep_link=True, magic=F.args.startswith(keepers.SEAT)))
async def invited(
    message: Message,
    command: CommandObject,
    actor: Actor,
    house: House,
    session: AsyncSession,
    state: FSMContext,
    now: datetime,
) -> Replies:
    """A keeper's link: to the programme, where one tap takes the place."""
    await state.clear()
    done = await joining.redeem(session, now, command.args or "", _booker(actor))
    if actor.centre != done.programme.centre:
        await choose_centre(session, actor, done.programme.centre)
    screen = await programme_screen(house, actor, session, done.programme, now, said_of(house, actor.language, done))
    return await with_footer(message, session, actor, house, screen, now=now)


async def _list(house: House, actor: Actor, session: AsyncSession) -> Screen:
    if actor.centre is None or house.catalogue.centre(actor.centre) is None:
        return centres_screen(house, actor.language, "centre-where")
    return await list_screen(house, actor, session)


def _booker(actor: Actor) -> Booker:
    return Booker(actor.account_id, actor.channel, actor.chat_id)
