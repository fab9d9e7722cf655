"""/powiadomienia: what somebody wants to hear of, one tap on, one tap off. Anybody's."""

from datetime import datetime

from aiogram import Router
from aiogram.filters import Command
from aiogram.methods import AnswerCallbackQuery, SendMessage
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.announcements import following
from bot.announcements.kinds import topic_name
from bot.announcements.marks import mark_of
from bot.handlers.announcing.buttons import Notifications, Unfollow
from bot.handlers.menu import House, centres_screen
from bot.handlers.view import Row, Screen, button, show, way_out
from bot.intake.replies import Replies
from bot.people.accounts import Actor

router = Router(name="following")


@router.message(Command("powiadomienia", "notifications", "spovishchennia"))
async def command(message: Message, actor: Actor, house: House, session: AsyncSession) -> Replies:
    return show(message, await screen(house, actor, session))


@router.callback_query(Notifications.filter())
async def switch(
    tap: CallbackQuery,
    callback_data: Notifications,
    actor: Actor,
    house: House,
    session: AsyncSession,
    now: datetime,
) -> Replies:
    """Show the topics; with a mark, switch one first."""
    if callback_data.mark and actor.centre:
        for topic in await following.topics(session, actor.centre):
            if mark_of(topic) == callback_data.mark and not await following.follow(
                session, now, actor.account_id, actor.centre, topic
            ):
                await following.unfollow(session, actor.account_id, actor.centre, topic)
    return show(tap, await screen(house, actor, session))


@router.callback_query(Unfollow.filter())
async def no_more(
    tap: CallbackQuery, callback_data: Unfollow, actor: Actor, house: House, session: AsyncSession
) -> Replies:
    """ "No more of this", tapped under a message."""
    found = await following.topic_of(session, callback_data.id, callback_data.number)
    if found is None:
        return show(tap, await screen(house, actor, session))
    centre, topic = found
    await following.unfollow(session, actor.account_id, centre, topic)
    name = topic_name(house.texts, actor.language, topic)
    rows = [[button(house.texts.plain(actor.language, "following-button"), Notifications())]]
    return [
        AnswerCallbackQuery(callback_query_id=tap.id),
        SendMessage(
            chat_id=actor.chat_id,
            text=house.texts.html(actor.language, "following-stopped", topic=name),
            reply_markup=InlineKeyboardMarkup(inline_keyboard=rows),
        ),
    ]


async def screen(house: House, actor: Actor, session: AsyncSession) -> Screen:
    """The topics of the person's centre, each switched on or off."""
    if actor.centre is None or house.catalogue.centre(actor.centre) is None:
        return centres_screen(house, actor.language, "centre-where")
    texts, language = house.texts, actor.language
    on = await following.followed(session, actor.account_id, actor.centre)
    rows: list[Row] = []
    for topic in await following.topics(session, actor.centre):
        key = "following-on" if topic in on else "following-off"
        label = texts.plain(language, key, topic=topic_name(texts, language, topic))
        rows.append([button(label, Notifications(mark=mark_of(topic)))])
    text = texts.html(language, "following-title", city=house.city(actor.centre, language))
    return Screen(text, [*rows, way_out(texts, language)])
