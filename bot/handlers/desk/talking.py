"""A resident and staff: the hand-over, and what they write until it is over.

While somebody talks with staff the bot is silent: what is typed or sent goes to the desk. Commands, buttons,
half-typed forms, bookings and the crisis net work as ever. How things stand is said once, not each time.
"""

from datetime import datetime
from typing import Any, Final

from aiogram import Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import BaseFilter, Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.catalogue.search.intents import Intent, intent_of
from bot.desk import conversations, ending, hours, mirroring
from bot.desk.conversations import Opening, State
from bot.desk.mirroring import Incoming
from bot.desk.rows import Conversation
from bot.errors import OkienkoError
from bot.handlers.booking.choosing import PROGRESS
from bot.handlers.booking.wishes import read_wish
from bot.handlers.desk.buttons import BeginTalk, EndTalk, OpenTalk, TalkState
from bot.handlers.desk.offering import human, staffed
from bot.handlers.desk.reading import CANNOT_PASS, content_of
from bot.handlers.desk.screens import LONGEST_QUESTION, consent_screen, ended_screen, state_screen
from bot.handlers.menu import House
from bot.handlers.view import Screen, button, show
from bot.intake.replies import Replies
from bot.people.accounts import Actor

router = Router(name="talks")
END: Final = Command("koniec", "end", "kinec")
TOLD: Final = "talk_told"
"""In the conversation's data: how things stood when the resident was last told."""
_ANSWERED_HERE: Final = frozenset({Intent.PRIVACY, Intent.FORGET})
"""Wishes to the bot itself: staff have nothing to do with them."""
_DONE_HERE_TOO: Final = frozenset({Intent.LANGUAGE_PL, Intent.LANGUAGE_UK, Intent.LANGUAGE_EN, Intent.LANGUAGE_OTHER})
"""The bot changes its language; but it may be the answer to what a clerk has asked, too."""
_STATE_ASKED: Final = frozenset({Intent.HUMAN, Intent.MACHINE})


class Talking(BaseFilter):
    """Somebody talks with staff; hands on ``talk``. Commands, and answers to a form, are for the bot."""

    async def __call__(
        self, message: Message, session: AsyncSession, channel: str, raw_state: str | None = None
    ) -> bool | dict[str, Any]:
        if raw_state is not None or (message.text or "").startswith("/"):
            return False
        talk = await conversations.of_person(session, channel, message.chat.id)
        return {"talk": talk} if talk else False


class PassedOn(BaseFilter):
    """A message that staff were given, whatever its writer does meanwhile, and though the conversation be over."""

    async def __call__(self, message: Message, session: AsyncSession, channel: str) -> bool:
        return await mirroring.is_known(session, channel, message.chat.id, message.message_id)


@router.callback_query(OpenTalk.filter())
async def ask(
    tap: CallbackQuery,
    callback_data: OpenTalk,
    actor: Actor,
    house: House,
    session: AsyncSession,
    state: FSMContext,
    now: datetime,
) -> Replies:
    """What would be passed on. Nothing is, before the yes."""
    known = await conversations.of_person(session, actor.channel, actor.chat_id)
    if known or actor.centre is None or not await staffed(session, actor.centre):
        return show(tap, await human(house, actor, session, now))
    question, card, _ = await _before(state)
    return show(tap, consent_screen(house, actor, question, card, danger=callback_data.danger))


@router.callback_query(BeginTalk.filter())
async def begin(
    tap: CallbackQuery,
    callback_data: BeginTalk,
    actor: Actor,
    house: House,
    session: AsyncSession,
    state: FSMContext,
    now: datetime,
) -> Replies:
    """Agreed: into the line. A second tap finds the same conversation."""
    if actor.centre is None or not await staffed(session, actor.centre):
        return show(tap, await human(house, actor, session, now))
    question, card, case = (None, None, None) if callback_data.bare else await _before(state)
    told = {"question": question, "card": card, "case": case}
    opening = Opening(
        centre=actor.centre,
        account_id=actor.account_id,
        channel=actor.channel,
        chat_id=actor.chat_id,
        language=actor.language,
        in_danger=callback_data.danger,
        about={name: value for name, value in told.items() if value} or None,
    )
    talk = await conversations.open_(session, now, opening)
    await mirroring.bring(session, now, talk)
    await state.set_data({TOLD: await _standing(house, session, talk, now)})
    heading = house.texts.html(actor.language, "talk-begun", number=str(talk.number))
    return show(tap, await state_screen(house, actor, session, talk, now, heading))


@router.callback_query(TalkState.filter())
async def state_of(tap: CallbackQuery, actor: Actor, house: House, session: AsyncSession, now: datetime) -> Replies:
    return show(tap, await human(house, actor, session, now))


@router.callback_query(EndTalk.filter())
async def end(
    tap: CallbackQuery, callback_data: EndTalk, actor: Actor, house: House, session: AsyncSession, now: datetime
) -> Replies:
    talk = await ending.end(session, now, callback_data.id, actor.account_id)
    return show(tap, ended_screen(house, actor, talk))


@router.message(END)
async def end_typed(message: Message, actor: Actor, house: House, session: AsyncSession, now: datetime) -> Replies:
    """/koniec"""
    talk = await conversations.of_person(session, actor.channel, actor.chat_id)
    if talk is None or talk.id is None:
        return show(message, Screen(house.texts.html(actor.language, "talk-none")))
    return show(message, ended_screen(house, actor, await ending.end(session, now, talk.id, actor.account_id)))


@router.message(Talking())
async def said(
    message: Message,
    talk: Conversation,
    actor: Actor,
    house: House,
    session: AsyncSession,
    state: FSMContext,
    now: datetime,
) -> Replies:
    """One message on its way to staff; the bot speaks only where it has something true to say."""
    content = content_of(message)
    if content is None:
        return _cannot_pass(message, house, actor)
    text = message.text or ""
    if text and ending.wants_end(text):
        asked = house.texts.html(actor.language, "talk-end-sure")
        rows = [[button(house.texts.plain(actor.language, "talk-button-end"), EndTalk(id=talk.id or 0))]]
        return show(message, Screen(asked, rows))
    intent = intent_of(text, lambda word: house.library.knows(talk.centre, word)) if text else None
    if intent in _ANSWERED_HERE:
        raise SkipHandler
    incoming = Incoming(actor.channel, actor.chat_id, message.message_id, content, message.media_group_id)
    await mirroring.from_resident(session, now, talk, incoming)
    if intent in _DONE_HERE_TOO or (text and read_wish(text, now)):
        raise SkipHandler  # "odwołuję wizytę": staff see it, and the bot shows the button that does it
    return await _told_once(message, talk, actor, house, session, state, now, asked=intent in _STATE_ASKED)


@router.edited_message(PassedOn())
async def changed(message: Message, actor: Actor, house: House, session: AsyncSession, now: datetime) -> Replies:
    """Staff see the new words, and the old ones."""
    content = content_of(message)
    if content is None:
        return []
    incoming = Incoming(actor.channel, actor.chat_id, message.message_id, content, message.media_group_id)
    try:
        await mirroring.edited(session, now, incoming)
    except OkienkoError as error:
        return show(message, Screen(house.texts.html(actor.language, error.key, **error.values)))
    return []


async def _told_once(
    message: Message,
    talk: Conversation,
    actor: Actor,
    house: House,
    session: AsyncSession,
    state: FSMContext,
    now: datetime,
    *,
    asked: bool,
) -> Replies:
    """How things stand, where that changed since it was last said, or where it was asked for."""
    standing = await _standing(house, session, talk, now)
    data = await state.get_data()
    if standing == data.get(TOLD) and not asked:
        return []
    await state.set_data({**data, TOLD: standing})
    if talk.state == State.TAKEN and not asked:
        return []  # whoever took it has been named already
    return show(message, await state_screen(house, actor, session, talk, now))


async def _standing(house: House, session: AsyncSession, talk: Conversation, now: datetime) -> str:
    """What makes what was told untrue: another conversation, taken or not, the desk open or until when closed."""
    desk = await hours.of_centre(session, house.catalogue, talk.centre)
    opens = None if desk.open_at(now) else desk.next_opening(now)
    return f"{talk.id}:{talk.state}:{opens.isoformat() if opens else ''}"


async def _before(state: FSMContext) -> tuple[str | None, str | None, str | None]:
    """The last question, the card looked at, and a fixed word where a time was being chosen."""
    data = await state.get_data()
    question, card = data.get("question"), data.get("card")
    return (
        question[:LONGEST_QUESTION] if isinstance(question, str) else None,
        card if isinstance(card, str) else None,
        "booking" if PROGRESS in data else None,
    )


def _cannot_pass(message: Message, house: House, actor: Actor) -> Replies:
    if message.content_type not in CANNOT_PASS:
        return []  # a service message
    return show(message, Screen(house.texts.html(actor.language, "talk-cannot-pass")))
