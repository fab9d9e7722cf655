"""/programy: a keeper's side by taps; an hour for a talk, a label, somebody without a messenger are typed."""

from datetime import datetime
from functools import partial
from html import escape
from typing import Any, Final

from aiogram import F, Router
from aiogram.filters import BaseFilter, Command, CommandObject, CommandStart
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.announcements import NotUnderstood, explain, understand
from bot.errors import OkienkoError
from bot.handlers.footer import with_footer
from bot.handlers.menu import House, home_screen
from bot.handlers.programmes.buttons import (
    Answer,
    Decide,
    MakeLink,
    MarkPresent,
    OpenCandidate,
    OpenCandidates,
    OpenLed,
    OpenLedList,
    OpenMeeting,
    OpenMeetings,
    StepBack,
    WriteDown,
)
from bot.handlers.programmes.closed import closed_days, skipped_line
from bot.handlers.programmes.keeping_screens import (
    candidate_screen,
    candidates_screen,
    decide_screen,
    keeper_screen,
    led_screen,
    meeting_off_screen,
    meeting_screen,
    meetings_screen,
    no_screen,
    step_back_screen,
)
from bot.handlers.programmes.permission import leads
from bot.handlers.view import Screen, show, way_out
from bot.handlers.volunteering.profile_screens import link_screen
from bot.intake.replies import Replies
from bot.people.accounts import Actor, choose_centre
from bot.places.programmes import keepers, keeping, making
from bot.places.programmes.words import LONGEST_LABEL
from bot.texts import Html

FORM: Final = "programme:"
_LONGEST: Final = 200

router = Router(name="keepers of programmes")
router.message.filter(leads)
router.callback_query.filter(leads)
arriving = Router(name="new keepers")
"""Who comes by a link leads nothing yet."""


class Typing(BaseFilter):
    """Hands on ``what`` is typed (talk, label, write) and the ``number`` of whom or what it is about."""

    async def __call__(self, _event: Any, raw_state: str | None = None) -> bool | dict[str, Any]:
        what, _, number = (raw_state or "").removeprefix(FORM).partition(":")
        if not (raw_state or "").startswith(FORM) or not number.isdigit():
            return False
        return {"what": what, "number": int(number)}


@router.message(Command("programy", "groups", "hrupy"))
async def command(message: Message, centre: str, actor: Actor, house: House, session: AsyncSession) -> Replies:
    return show(message, await led_screen(house, actor, session, centre))


@router.callback_query(OpenLedList.filter())
async def listed(tap: CallbackQuery, centre: str, actor: Actor, house: House, session: AsyncSession) -> Replies:
    return show(tap, await led_screen(house, actor, session, centre))


@router.callback_query(OpenCandidates.filter())
async def candidates(
    tap: CallbackQuery, callback_data: OpenCandidates, actor: Actor, house: House, session: AsyncSession
) -> Replies:
    return show(tap, await candidates_screen(house, actor, session, callback_data.id))


@router.callback_query(OpenCandidate.filter())
async def candidate(
    tap: CallbackQuery,
    callback_data: OpenCandidate,
    actor: Actor,
    house: House,
    session: AsyncSession,
    state: FSMContext,
    now: datetime,
) -> Replies:
    await state.set_state(None)
    known = await keeping.one(session, actor.account_id, callback_data.id)
    return show(tap, candidate_screen(house, actor, known, now))


@router.callback_query(Answer.filter(F.what.in_({"talk", "label"})))
async def ask(
    tap: CallbackQuery, callback_data: Answer, actor: Actor, house: House, session: AsyncSession, state: FSMContext
) -> Replies:
    """What comes next is typed."""
    await keeping.one(session, actor.account_id, callback_data.id)
    await state.set_state(f"{FORM}{callback_data.what}:{callback_data.id}")
    if callback_data.what == "talk":
        text = house.texts.html(actor.language, "programme-ask-talk")
    else:
        text = house.texts.html(actor.language, "programme-ask-label", most=LONGEST_LABEL)
    back = way_out(house.texts, actor.language, OpenCandidate(id=callback_data.id))
    return show(tap, Screen(text, [back]))


@router.callback_query(Answer.filter())
async def answer(
    tap: CallbackQuery, callback_data: Answer, actor: Actor, house: House, session: AsyncSession, now: datetime
) -> Replies:
    """A talk was had, yes, or no; another tap changes nothing more."""
    number, what = callback_data.id, callback_data.what
    said: Html | None = None
    if what == "no" and not callback_data.sure:
        return show(tap, no_screen(house, actor, await keeping.one(session, actor.account_id, number)))
    if what == "talked":
        known = await keeping.talked(session, now, actor.account_id, number)
    elif what == "yes":
        known = await keeping.say_yes(session, now, actor.account_id, number)
        said = house.texts.html(actor.language, f"programme-said-yes-{known.candidate.state}")
    elif what == "no":
        known = await keeping.say_no(session, now, actor.account_id, number)
    else:
        raise OkienkoError("programme-outdated")
    return show(tap, candidate_screen(house, actor, known, now, said))


@router.callback_query(OpenMeetings.filter())
async def meetings(
    tap: CallbackQuery, callback_data: OpenMeetings, actor: Actor, house: House, session: AsyncSession, now: datetime
) -> Replies:
    programme, found = await keeping.meetings(session, actor.account_id, callback_data.id)
    return show(tap, meetings_screen(house, actor, programme, found, now))


@router.callback_query(OpenMeeting.filter())
async def meeting(
    tap: CallbackQuery, callback_data: OpenMeeting, actor: Actor, house: House, session: AsyncSession, now: datetime
) -> Replies:
    """Who comes; everybody came; or it is called off, after a question."""
    slot_id, act = callback_data.slot, callback_data.act
    said: Html | None = None
    if act == "all":
        await keeping.mark_all(session, now, actor.account_id, slot_id)
    elif act == "sure":
        _, told, phone = await keeping.call_off(session, now, actor.account_id, slot_id)
        said = house.texts.html(actor.language, "programme-meeting-called-off", told=told - phone, phone=phone)
    programme, slot, present = await keeping.meeting(session, actor.account_id, slot_id)
    if act == "off":
        return show(tap, meeting_off_screen(house, actor, slot))
    return show(tap, meeting_screen(house, actor, programme, slot, present, now, said))


@router.callback_query(MarkPresent.filter())
async def mark(
    tap: CallbackQuery, callback_data: MarkPresent, actor: Actor, house: House, session: AsyncSession, now: datetime
) -> Replies:
    slot_id = await keeping.mark(session, now, actor.account_id, callback_data.booking, came=callback_data.came)
    return show(tap, meeting_screen(house, actor, *await keeping.meeting(session, actor.account_id, slot_id), now))


@router.callback_query(Decide.filter())
async def decide(
    tap: CallbackQuery, callback_data: Decide, actor: Actor, house: House, session: AsyncSession, now: datetime
) -> Replies:
    """Start, later, or not at all. What was decided meanwhile stands, and is shown."""
    texts, language = house.texts, actor.language
    number, version, what = callback_data.id, callback_data.version, callback_data.what
    try:
        async with session.begin_nested():
            if what == "start":
                await making.start(session, now, actor.account_id, number, version)
                said = texts.html(language, "programme-started")
            elif what == "later" and callback_data.weeks:
                closed = await closed_days(house, session, actor.centre or "", now)
                moved = await making.postpone(
                    session, now, actor.account_id, number, version, callback_data.weeks, closed
                )
                said = texts.html(language, "programme-moved")
                if moved.skipped:
                    said = Html(f"{said}\n{skipped_line(house, language, moved.skipped)}")
            elif what == "off" and callback_data.sure:
                told, phone = await making.call_off(session, now, actor.account_id, number, version)
                said = texts.html(language, "programme-called-off", told=told - phone, phone=phone)
            else:
                programme = await keepers.overseen(session, actor.account_id, number)
                return show(tap, decide_screen(house, actor, programme, what))
    except OkienkoError as error:
        if error.key != "programme-changed":
            raise
        said = texts.html(language, error.key)
    programme = await keepers.overseen(session, actor.account_id, number)
    return show(tap, await keeper_screen(house, actor, session, programme, now, said))


@router.callback_query(MakeLink.filter())
async def link(
    tap: CallbackQuery,
    callback_data: MakeLink,
    actor: Actor,
    house: House,
    session: AsyncSession,
    username: str,
    now: datetime,
) -> Replies:
    """A link that is good once, to be handed over."""
    what = callback_data.what
    prefix = keepers.KEEP if what == "keep" else keepers.SEAT
    payload = await keepers.link(session, now, actor.account_id, callback_data.id, prefix)
    back = way_out(house.texts, actor.language, OpenLed(id=callback_data.id))
    key = "programme-link-keep" if what == "keep" else "programme-link-seat"
    return show(tap, link_screen(house, actor, username, key, payload, back))


@router.callback_query(StepBack.filter())
async def step_back(
    tap: CallbackQuery, callback_data: StepBack, centre: str, actor: Actor, house: House, session: AsyncSession
) -> Replies:
    if not callback_data.sure:
        await keepers.led(session, actor.account_id, callback_data.id)
        return show(tap, step_back_screen(house, actor, callback_data.id))
    await keepers.step_back(session, actor.account_id, callback_data.id)
    if not await keepers.may_make(session, actor.account_id, centre):
        return show(tap, home_screen(house, actor))
    said = house.texts.html(actor.language, "programme-stepped-back")
    return show(tap, await led_screen(house, actor, session, centre, said))


@router.callback_query(WriteDown.filter())
async def write(
    tap: CallbackQuery, callback_data: WriteDown, actor: Actor, house: House, session: AsyncSession, state: FSMContext
) -> Replies:
    await keepers.led(session, actor.account_id, callback_data.id)
    await state.set_state(f"{FORM}write:{callback_data.id}")
    text = house.texts.html(actor.language, "programme-ask-write")
    return show(tap, Screen(text, [way_out(house.texts, actor.language, OpenLed(id=callback_data.id))]))


@router.message(Typing(), Command("anuluj", "cancel", "skasuvaty"))
async def cancelled(
    message: Message, centre: str, actor: Actor, house: House, session: AsyncSession, state: FSMContext
) -> Replies:
    await state.set_state(None)
    said = house.texts.html(actor.language, "programme-form-left")
    return show(message, await led_screen(house, actor, session, centre, said))


@router.message(Typing(), F.text, ~F.text.startswith("/"))
async def typed(
    message: Message,
    what: str,
    number: int,
    actor: Actor,
    house: House,
    session: AsyncSession,
    state: FSMContext,
    now: datetime,
) -> Replies:
    """An hour, a label, or somebody's initials. With a mistake in it, the question stands."""
    text = " ".join((message.text or "").split())[:_LONGEST]
    said: Html | None = None
    if what == "talk":
        when = understand(text, now)
        if isinstance(when, NotUnderstood):
            why = Html(escape(explain(when, partial(house.texts.plain, actor.language)), quote=False))
            return show(message, Screen(why, [way_out(house.texts, actor.language, OpenCandidate(id=number))]))
        known = await keeping.offer_talk(session, now, actor.account_id, number, when.start)
        said = house.texts.html(actor.language, "programme-talk-sent")
    elif what == "label":
        known = await keeping.call_them(session, actor.account_id, number, "" if text in ("-", "–") else text)
    elif what == "write":
        known = await keeping.write_down(session, now, actor.account_id, number, text)
    else:
        raise OkienkoError("programme-outdated")
    await state.set_state(None)
    return show(message, candidate_screen(house, actor, known, now, said))


@arriving.message(CommandStart(deep_link=True, magic=F.args.startswith(keepers.KEEP)))
async def joined(
    message: Message,
    command: CommandObject,
    actor: Actor,
    house: House,
    session: AsyncSession,
    state: FSMContext,
    now: datetime,
) -> Replies:
    """The link to lead it was opened."""
    await state.clear()
    programme = await keepers.accept_to_keep(session, now, command.args or "", actor.account_id)
    if actor.centre != programme.centre:
        await choose_centre(session, actor, programme.centre)
    said = house.texts.html(actor.language, "programme-keeps-now")
    screen = await keeper_screen(house, actor, session, programme, now, said)
    return await with_footer(message, session, actor, house, screen, now=now)
