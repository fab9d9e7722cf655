"""Events for everybody: the answers under announcements, in groups too, the way in by a link, and the list."""

from datetime import datetime
from typing import Final

from aiogram import F, Router
from aiogram.filters import Command, CommandObject, CommandStart
from aiogram.fsm.context import FSMContext
from aiogram.methods import AnswerCallbackQuery, EditMessageReplyMarkup
from aiogram.types import CallbackQuery, Message
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.announcements import event_messages, event_reminders, events
from bot.announcements.events import Answered, Standing
from bot.handlers.announcing import event_party
from bot.handlers.announcing.event_buttons import AnswerEvent, EventForCalendar, OpenEvent, OpenEvents
from bot.handlers.announcing.event_keyboards import with_the_other_rows
from bot.handlers.announcing.event_screens import event_screen, events_screen
from bot.handlers.footer import with_footer
from bot.handlers.menu import House, centres_screen
from bot.handlers.view import Screen, show, way_out
from bot.intake.replies import Replies, Reply
from bot.people.accounts import Actor, choose_centre
from bot.texts import language_of

LINK: Final = r"^e-(\d{1,9})(-[yn])?$"
"""Payload of ``?start=e-<event>`` with, for who tapped in a group, the answer."""

taps = Router(name="events everywhere")
"""Asked before the private and the group routers: one button, the same everywhere."""
router = Router(name="events in private")
router.include_router(event_party.router)


@taps.callback_query(AnswerEvent.filter())
async def answered(
    tap: CallbackQuery,
    callback_data: AnswerEvent,
    actor: Actor | None,
    house: House,
    session: AsyncSession,
    now: datetime,
    channel: str,
    username: str,
) -> Replies:
    """I come, I do not. In a group only the person who tapped sees what is said."""
    language = actor.language if actor else language_of(tap.from_user.language_code)
    private = tap.message is not None and tap.message.chat.type == "private"
    if not private:
        if tap.message and await events.find(session, callback_data.id):
            where = (channel, tap.message.chat.id, tap.message.message_id)
            await events.seen_in_group(session, callback_data.id, *where)
        if actor is None or not await events.can_be_written_to(session, channel, tap.from_user.id):
            return [_into_private(tap, callback_data, house, language, username)]
    if actor is None:
        return [AnswerCallbackQuery(callback_query_id=tap.id)]
    done = await _answer(session, now, actor, callback_data.id, callback_data.coming)
    if done.standing is Standing.SEATS and done.event:
        return await event_party.tapped(
            tap, actor, house, session, done.event, callback_data.coming, now, private=private
        )
    said = house.texts.plain(language, _said(done, callback_data.coming), reminders=done.reminders)
    replies: list[Reply] = [
        AnswerCallbackQuery(callback_query_id=tap.id, text=said, show_alert=done.standing is not Standing.TAKEN)
    ]
    if private and done.event and isinstance(tap.message, Message):
        coming = await events.is_coming(session, callback_data.id, actor.account_id)
        ours = event_messages.private_keyboard(house.texts, language, done.event, coming)
        replies.append(
            EditMessageReplyMarkup(
                chat_id=tap.message.chat.id,
                message_id=tap.message.message_id,
                reply_markup=with_the_other_rows(tap.message, ours),
            )
        )
    return replies


@taps.callback_query(EventForCalendar.filter(), F.message.chat.type == "private")
async def calendar(
    tap: CallbackQuery,
    callback_data: EventForCalendar,
    actor: Actor,
    house: House,
    session: AsyncSession,
    now: datetime,
) -> Replies:
    event = await events.find(session, callback_data.id)
    if event is None:
        text = house.texts.plain(actor.language, "event-gone")
        return [AnswerCallbackQuery(callback_query_id=tap.id, text=text, show_alert=True)]
    await event_reminders.owe_calendar(session, now, event, actor.channel, actor.chat_id)
    return [AnswerCallbackQuery(callback_query_id=tap.id)]


@router.message(CommandStart(deep_link=True, magic=F.args.regexp(LINK)))
async def by_link(
    message: Message,
    command: CommandObject,
    actor: Actor,
    house: House,
    session: AsyncSession,
    state: FSMContext,
    now: datetime,
) -> Replies:
    """Who tapped in a group but could not be written to comes here: the answer is taken, the bot introduces itself."""
    await state.clear()
    number, _, answer = (command.args or "").removeprefix("e-").partition("-")
    event = await events.find(session, int(number))
    if event is None or house.catalogue.centre(event.centre) is None:
        gone = Screen(house.texts.html(actor.language, "event-gone"), [way_out(house.texts, actor.language)])
        return await with_footer(message, session, actor, house, gone, now=now)
    if actor.centre is None:
        await choose_centre(session, actor, event.centre)
    said, reminders = None, 0
    if answer:
        done = await _answer(session, now, actor, int(number), answer == "y")
        if done.standing is Standing.SEATS:
            asked, key = await event_party.answer(house, actor, session, event, answer == "y", now)
            screen = asked or await event_screen(house, actor, session, event, said=key)
            return await with_footer(message, session, actor, house, screen, now=now)
        said, reminders = _said(done, answer == "y"), done.reminders
    screen = await event_screen(house, actor, session, event, said=said, reminders=reminders)
    return await with_footer(message, session, actor, house, screen, now=now)


@router.message(Command("wydarzenia", "events", "podii"))
async def command(message: Message, actor: Actor, house: House, session: AsyncSession, now: datetime) -> Replies:
    if actor.centre is None:
        return show(message, centres_screen(house, actor.language, "centre-where"))
    return show(message, await events_screen(house, actor, session, actor.centre, now))


@router.callback_query(OpenEvents.filter())
async def listed(tap: CallbackQuery, actor: Actor, house: House, session: AsyncSession, now: datetime) -> Replies:
    if actor.centre is None:
        return show(tap, centres_screen(house, actor.language, "centre-where"))
    return show(tap, await events_screen(house, actor, session, actor.centre, now))


@router.callback_query(OpenEvent.filter())
async def opened(
    tap: CallbackQuery, callback_data: OpenEvent, actor: Actor, house: House, session: AsyncSession
) -> Replies:
    event = await events.find(session, callback_data.id)
    if event is None:
        return show(tap, Screen(house.texts.html(actor.language, "event-gone"), [way_out(house.texts, actor.language)]))
    return show(tap, await event_screen(house, actor, session, event))


async def _answer(session: AsyncSession, now: datetime, actor: Actor, event_id: int, coming: bool) -> Answered:
    return await events.answer(
        session,
        now,
        event_id=event_id,
        account_id=actor.account_id,
        channel=actor.channel,
        chat_id=actor.chat_id,
        coming=coming,
    )


def _said(done: Answered, coming: bool) -> str:
    match done.standing:
        case Standing.GONE:
            return "event-gone"
        case Standing.CANCELLED:
            return "event-cancelled-already"
        case Standing.OVER:
            return "event-over"
    return "event-noted-coming" if coming else "event-noted-not-coming"


def _into_private(
    tap: CallbackQuery, answer: AnswerEvent, house: House, language: str, username: str
) -> AnswerCallbackQuery:
    """A link that opens the bot (Bot API, answerCallbackQuery.url), and words where that is not done."""
    return AnswerCallbackQuery(
        callback_query_id=tap.id,
        text=house.texts.plain(language, "event-first-private"),
        show_alert=True,
        url=f"https://t.me/{username}?start=e-{answer.id}-{'y' if answer.coming else 'n'}",
    )
