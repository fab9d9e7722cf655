"""The buttons in a topic: take, release, pass on, put aside, close, and what becomes of a reply."""

from datetime import datetime, timedelta
from typing import Any, Final

from aiogram import Router
from aiogram.methods import AnswerCallbackQuery, SendMessage
from aiogram.types import CallbackQuery, ForceReply, Message
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.desk import callbacks, colleagues, hours, mirroring, working
from bot.desk.content import Content
from bot.desk.hours import DeskHours
from bot.desk.mirroring import NOTE, Incoming
from bot.desk.permission import Clerk
from bot.desk.rows import Conversation, DeskMessage
from bot.errors import OkienkoError
from bot.handlers.counter.wording import phone_said
from bot.handlers.desk import room_screens as screens
from bot.handlers.desk.buttons import LetGo, PassOn, SendNote, TakeBack, Work
from bot.handlers.desk.permission import AtWork
from bot.handlers.desk.room_screens import STAFF_LANGUAGE
from bot.handlers.desk.writing import take_if_free
from bot.handlers.menu import House
from bot.handlers.view import Row
from bot.intake.replies import Replies, Reply
from bot.people.accounts import Actor
from bot.places.topics import Topic
from bot.places.wording import hour_said, moment_said

router = Router(name="work on conversations")
HOW: Final = {"note": "room-how-note", "card": "room-how-card", "unit": "room-how-unit"}
"""Buttons that only say how something is done."""
router.callback_query.filter(AtWork())


@router.callback_query(Work.filter())
async def step(
    tap: CallbackQuery,
    callback_data: Work,
    clerk: Clerk,
    actor: Actor,
    house: House,
    session: AsyncSession,
    now: datetime,
) -> Replies:
    """One step. Each is asked for again in the service: of two at once one wins, the other is told."""
    talk = await screens.talk_of(session, clerk, callback_data.id)
    desk = await hours.of_centre(session, house.catalogue, talk.centre)
    number, what = callback_data.id, callback_data.what
    match what:
        case "take":
            taken = await working.take(session, now, number, clerk, desk)
            await colleagues.remember(session, clerk)
            until = hour_said(taken.lapses_at) if taken.lapses_at else "–"
            return [_toast(tap, house, actor, "room-toast-taken", until=until)]
        case "release":
            await working.release(session, now, number, clerk)
            return [_toast(tap, house, actor, "room-toast-released")]
        case "reopen":
            await working.reopen(session, now, number, clerk.account_id)
            return [_toast(tap, house, actor, "room-toast-reopened")]
        case "answer":
            return [_toast(tap, house, actor, None), *_prompt(tap, house, talk, clerk)]
        case "phone":
            call = await callbacks.shown(session, now, number, clerk)
            values = {"name": call.first_name, "phone": phone_said(call.phone), "when": call.when_said or "–"}
            return [_toast(tap, house, actor, "room-phone", alert=True, **values)]
        case "reached":
            await callbacks.done(session, now, number, clerk)
            return [_toast(tap, house, actor, "room-toast-reached")]
        case "missed":
            tries = (await callbacks.not_reached(session, now, number, clerk)).tries
            return [_toast(tap, house, actor, "room-toast-missed", tries=str(tries))]
        case "note" | "card" | "unit":
            return [_toast(tap, house, actor, HOW[what], alert=True)]
        case "menu":
            return _keys(tap, house, actor, screens.card_rows(house, talk))
        case "pass":
            known = await colleagues.of_centre(session, talk.centre)
            return _keys(tap, house, actor, screens.pass_rows(house, talk, known, clerk))
        case "snooze":
            return _keys(tap, house, actor, screens.snooze_rows(house, talk))
        case "close":
            return _keys(tap, house, actor, screens.close_rows(house, talk))
    if what.startswith("snooze-"):
        until_moment = _until(what.removeprefix("snooze-"), desk, now)
        await working.snooze(session, now, number, clerk, until_moment)
        said = moment_said(house.texts, actor.language, until_moment)
        return _keys(tap, house, actor, screens.card_rows(house, talk), "room-toast-snoozed", until=said)
    if what.startswith("close-") and what.removeprefix("close-") in set(Topic):
        await working.close(session, now, number, clerk, Topic(what.removeprefix("close-")))
        return _keys(tap, house, actor, screens.card_rows(house, talk), "room-toast-closed")
    raise OkienkoError("desk-gone")


@router.callback_query(PassOn.filter())
async def passed(
    tap: CallbackQuery,
    callback_data: PassOn,
    clerk: Clerk,
    actor: Actor,
    house: House,
    session: AsyncSession,
    now: datetime,
) -> Replies:
    """To a colleague of the same centre, who is told."""
    talk = await screens.talk_of(session, clerk, callback_data.id)
    desk = await hours.of_centre(session, house.catalogue, talk.centre)
    name = await colleagues.name_of(session, callback_data.to) or "?"
    await working.pass_on(session, now, callback_data.id, clerk, desk, to=Clerk(callback_data.to, name))
    return _keys(tap, house, actor, screens.card_rows(house, talk), "room-toast-passed", who=name)


@router.callback_query(TakeBack.filter())
async def take_back(
    tap: CallbackQuery,
    callback_data: TakeBack,
    clerk: Clerk,
    actor: Actor,
    house: House,
    session: AsyncSession,
    now: datetime,
) -> Replies:
    await mirroring.take_back(session, now, callback_data.message, clerk)
    return [_toast(tap, house, actor, None), *screens.instead(tap, house.texts.html(STAFF_LANGUAGE, "room-taken-back"))]


@router.callback_query(LetGo.filter())
async def let_go(
    tap: CallbackQuery,
    callback_data: LetGo,
    clerk: Clerk,
    actor: Actor,
    house: House,
    session: AsyncSession,
    now: datetime,
) -> Replies:
    """Who has the conversation now sends what was held."""
    held = await session.get(DeskMessage, callback_data.message)
    if held is None:
        raise OkienkoError("desk-gone")
    await take_if_free(await screens.talk_of(session, clerk, held.conversation_id), clerk, house, session, now)
    answer = await mirroring.let_go(session, now, callback_data.message, clerk)
    return [_toast(tap, house, actor, None), *screens.instead(tap, *screens.answer_said(house, answer))]


@router.callback_query(SendNote.filter())
async def send_note(
    tap: CallbackQuery,
    callback_data: SendNote,
    clerk: Clerk,
    actor: Actor,
    house: House,
    session: AsyncSession,
    now: datetime,
    channel: str,
) -> Replies:
    """What answered the card was meant for the resident. A second tap finds the same reply."""
    note = await session.get(DeskMessage, callback_data.message)
    if note is None or note.who != NOTE or note.author != clerk.account_id or tap.message is None:
        raise OkienkoError("desk-not-yours")
    talk = await screens.talk_of(session, clerk, note.conversation_id)
    content = Content.read(note.content)
    source = Incoming(channel, tap.message.chat.id, tap.message.message_id, content)
    await take_if_free(talk, clerk, house, session, now)
    answer = await mirroring.to_resident(session, now, talk, clerk, content, source)
    return [_toast(tap, house, actor, None), *screens.instead(tap, *screens.answer_said(house, answer))]


def _until(choice: str, desk: DeskHours, now: datetime) -> datetime:
    """Two hours, the next opening (tomorrow at the same hour where none is known), or a week."""
    if choice == "2h":
        return now + timedelta(hours=2)
    if choice == "week":
        return now + timedelta(days=7)
    return desk.next_opening(now) or now + timedelta(days=1)


def _prompt(tap: CallbackQuery, house: House, talk: Conversation, clerk: Clerk) -> Replies:
    """A message to be answered: what answers it goes to the resident (`writing`).

    It names who asked for it: only their text field is turned to it then, or colleagues' notes would go out.
    """
    if not isinstance(tap.message, Message):
        return []
    to = house.texts.html(STAFF_LANGUAGE, "room-answer-to", id=str(tap.from_user.id), name=clerk.name)
    prompt = house.texts.html(STAFF_LANGUAGE, "room-answer-prompt", number=str(talk.number))
    return [
        SendMessage(
            chat_id=tap.message.chat.id,
            message_thread_id=tap.message.message_thread_id,
            text=f"{to}\n{prompt}",
            reply_markup=ForceReply(
                selective=True, input_field_placeholder=house.texts.plain(STAFF_LANGUAGE, "room-answer-placeholder")
            ),
        )
    ]


def _keys(
    tap: CallbackQuery, house: House, actor: Actor, rows: list[Row], key: str | None = None, **values: Any
) -> Replies:
    return [_toast(tap, house, actor, key, **values), screens.with_keys(tap, rows)]


def _toast(
    tap: CallbackQuery, house: House, actor: Actor, key: str | None, *, alert: bool = False, **values: Any
) -> Reply:
    """Shown to who tapped, in their language; nobody else sees it."""
    text = house.texts.plain(actor.language, key, **values)[:200] if key else None
    return AnswerCallbackQuery(callback_query_id=tap.id, text=text, show_alert=alert or None)
