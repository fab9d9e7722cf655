"""Please phone me: a first name, a number, when. It is a request to be phoned, not an application.

Its answers stand in the update's own transaction (`intake.dialogue`); /anuluj always works, and whoever taps
something else has left it.
"""

from datetime import datetime
from typing import Any, Final

from aiogram import F, Router
from aiogram.filters import BaseFilter, Command
from aiogram.fsm.context import FSMContext
from aiogram.methods import SendMessage
from aiogram.types import (
    CallbackQuery,
    KeyboardButton,
    Message,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.desk import callbacks, hours
from bot.desk.conversations import Opening
from bot.handlers.desk.buttons import AskCall, LeaveCall, SkipCallQuestion
from bot.handlers.desk.offering import human, staffed
from bot.handlers.desk.screens import when_read
from bot.handlers.menu import House, home_screen
from bot.handlers.view import Row, Screen, button, show, way_out
from bot.intake.replies import Replies
from bot.people.accounts import Actor

router = Router(name="calls")
form = Router(name="call form")
rest = Router(name="calls beside the form")
router.include_routers(form, rest)  # a router's own handlers would be asked before those of routers in it
FORM: Final = "call:"
"""A state is this and the question that waits for an answer."""
NAME, PHONE, WHEN = "name", "phone", "when"
LONGEST_NAME, LONGEST_WHEN = 40, 120


class Asking(BaseFilter):
    """Somebody is in the middle of the three questions; hands on which."""

    async def __call__(self, _event: Any, raw_state: str | None = None) -> bool | dict[str, Any]:
        if raw_state is None or not raw_state.startswith(FORM):
            return False
        return {"question": raw_state.removeprefix(FORM)}


form.message.filter(Asking())
form.callback_query.filter(Asking())


@rest.callback_query(AskCall.filter())
async def begin(
    tap: CallbackQuery,
    callback_data: AskCall,
    actor: Actor,
    house: House,
    session: AsyncSession,
    state: FSMContext,
    now: datetime,
) -> Replies:
    """The first question, with what becomes of the answers."""
    if actor.centre is None or not await staffed(session, actor.centre):
        return show(tap, await human(house, actor, session, now))
    await state.set_data({"call": {"card": callback_data.card}})
    await state.set_state(FORM + NAME)
    text = house.texts.html(actor.language, "call-ask-name", days=callbacks.KEEP_CLOSED.days)
    return show(tap, Screen(text, _rows(house, actor, skip=True)))


@form.message(Command("anuluj", "cancel", "skasuvaty"))
async def leave(message: Message, actor: Actor, house: House, state: FSMContext) -> Replies:
    await state.clear()
    left = house.texts.html(actor.language, "call-left")
    return [_without_keyboard(actor, left), *show(message, home_screen(house, actor))]


@rest.callback_query(LeaveCall.filter())
async def leave_by_button(tap: CallbackQuery, actor: Actor, house: House, state: FSMContext) -> Replies:
    await state.clear()
    return show(tap, Screen(house.texts.html(actor.language, "call-left")), home_screen(house, actor))


@form.callback_query(SkipCallQuestion.filter())
async def skipped(
    tap: CallbackQuery,
    question: str,
    actor: Actor,
    house: House,
    session: AsyncSession,
    state: FSMContext,
    now: datetime,
) -> Replies:
    """No name, or any time. A number is needed: that question has no such button."""
    if question == WHEN:
        return show(tap, await _asked(house, actor, session, state, now, ""))
    if question == NAME:
        return [
            *show(tap, Screen(house.texts.html(actor.language, "call-no-name"))),
            *await _phone(house, actor, state),
        ]
    return show(tap, home_screen(house, actor))


@form.message(F.contact)
async def shared(message: Message, question: str, actor: Actor, house: House, state: FSMContext) -> Replies:
    """The number by the button under the text field."""
    assert message.contact is not None
    if question != PHONE:
        return [_without_keyboard(actor, house.texts.html(actor.language, "call-not-yet"))]
    return await _phoned(house, actor, state, message.contact.phone_number)


@form.message(F.text, ~F.text.startswith("/"))
async def answered(
    message: Message,
    question: str,
    actor: Actor,
    house: House,
    session: AsyncSession,
    state: FSMContext,
    now: datetime,
) -> Replies:
    """One more answer. A number that is none is told by the service, and the question stands."""
    typed = " ".join((message.text or "").split())
    if question == NAME:
        await _keep(state, first_name=typed[:LONGEST_NAME])
        return await _phone(house, actor, state)
    if question == PHONE:
        return await _phoned(house, actor, state, typed)
    return show(message, await _asked(house, actor, session, state, now, typed[:LONGEST_WHEN]))


@rest.callback_query(SkipCallQuestion.filter())
async def no_form(tap: CallbackQuery, actor: Actor, house: House) -> Replies:
    """A button of questions that were answered or left long ago."""
    return show(tap, home_screen(house, actor))


async def _phone(house: House, actor: Actor, state: FSMContext) -> Replies:
    """The number; in Telegram a button gives one's own."""
    await state.set_state(FORM + PHONE)
    texts, language = house.texts, actor.language
    if actor.channel == "web":  # nobody has a number there
        screen = Screen(texts.html(language, "call-ask-phone"), _rows(house, actor))
        return [SendMessage(chat_id=actor.chat_id, text=screen.text, reply_markup=screen.markup)]
    give = KeyboardButton(text=texts.plain(language, "call-button-share"), request_contact=True)
    keyboard = ReplyKeyboardMarkup(keyboard=[[give]], resize_keyboard=True, one_time_keyboard=True)
    text = texts.html(language, "call-ask-phone-or-share")
    return [SendMessage(chat_id=actor.chat_id, text=text, reply_markup=keyboard)]


async def _phoned(house: House, actor: Actor, state: FSMContext, typed: str) -> Replies:
    """A number that can be dialled; then when. Raises `OkienkoError` for what is none."""
    await _keep(state, phone=callbacks.phone(typed))
    await state.set_state(FORM + WHEN)
    screen = Screen(house.texts.html(actor.language, "call-ask-when"), _rows(house, actor, skip=True))
    ask = SendMessage(chat_id=actor.chat_id, text=screen.text, reply_markup=screen.markup)
    if actor.channel == "web":
        return [ask]
    return [_without_keyboard(actor, house.texts.html(actor.language, "call-number-kept")), ask]


async def _asked(
    house: House, actor: Actor, session: AsyncSession, state: FSMContext, now: datetime, when: str
) -> Screen:
    """Everything is known: into the queue, and what that is and is not."""
    given = (await state.get_data()).get("call", {})
    await state.clear()
    if actor.centre is None or not given.get("phone"):
        return home_screen(house, actor)
    opening = Opening(
        centre=actor.centre,
        account_id=actor.account_id,
        channel=actor.channel,
        chat_id=actor.chat_id,
        language=actor.language,
        about={"card": given["card"]} if given.get("card") else None,
    )
    name = given.get("first_name") or house.texts.plain(actor.language, "call-nameless")
    talk = await callbacks.ask(session, now, opening, name, given["phone"], when)
    desk = await hours.of_centre(session, house.catalogue, actor.centre)
    text = house.texts.html(
        actor.language,
        "call-asked",
        number=str(talk.number),
        phone=given["phone"],
        when=when_read(house, actor.language, desk, now),
    )
    return Screen(text, [way_out(house.texts, actor.language)])


async def _keep(state: FSMContext, **answers: str) -> None:
    given = (await state.get_data()).get("call", {})
    await state.update_data(call={**given, **answers})


def _rows(house: House, actor: Actor, *, skip: bool = False) -> list[Row]:
    say = house.texts.plain
    row = [button(say(actor.language, "call-button-skip"), SkipCallQuestion())] if skip else []
    return [[*row, button(say(actor.language, "call-button-leave"), LeaveCall())]]


def _without_keyboard(actor: Actor, text: str) -> SendMessage:
    return SendMessage(chat_id=actor.chat_id, text=text, reply_markup=ReplyKeyboardRemove())
