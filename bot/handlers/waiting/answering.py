"""Joining a line, answering a free place, leaving. Old buttons tell the truth of today.

Every tap names an entry or an offer by its number, and the service refuses whoever it does not belong to.
"""

from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.errors import OkienkoError
from bot.handlers.menu import House
from bot.handlers.mine.listing import all_screen
from bot.handlers.view import show
from bot.handlers.waiting.buttons import AnswerOffer, JoinLine, LeaveLine, OpenLine
from bot.handlers.waiting.doors import DOORS
from bot.handlers.waiting.line_screens import (
    leave_screen,
    line_screen,
    refused_screen,
    taken_screens,
)
from bot.intake.replies import Replies
from bot.people.accounts import Actor
from bot.places import attendees, slots, waiting
from bot.places.attendees import Relation
from bot.places.booking import Booker
from bot.places.topics import Topic
from bot.places.waiting_states import Answer

router = Router(name="waiting lists")

_SETTLED = frozenset({"waiting-late", "waiting-passed", "waiting-taken", "waiting-left", "places-gone", "places-past"})
"""Refusals after which the offer can no longer be answered."""


@router.callback_query(JoinLine.filter())
async def join(
    tap: CallbackQuery, callback_data: JoinLine, actor: Actor, house: House, session: AsyncSession, now: datetime
) -> Replies:
    """Stand in the line. A second tap finds the first one's place."""
    slot = await slots.one(session, callback_data.slot)
    door = DOORS.get(slot.rules.get("door", "")) if slot else None
    if slot is None or door is None or slot.id is None:
        raise OkienkoError("places-gone")
    try:
        relation = Relation(callback_data.relation)
    except ValueError:
        raise OkienkoError("places-not-yours") from None
    if relation is Relation.CALLER or not 1 <= callback_data.number <= attendees.MOST_NUMBER:
        raise OkienkoError("places-not-yours")
    topic = Topic(callback_data.topic).value if callback_data.topic in set(Topic) else None
    try:
        async with session.begin_nested():
            attendee = await attendees.of_account(
                session, now, actor.account_id, slot.centre, relation, callback_data.number
            )
            booker = Booker(actor.account_id, actor.channel, actor.chat_id)
            joined = await door.join(session, now, slot.id, attendee.id or 0, booker, topic)
    except OkienkoError as error:
        return show(tap, refused_screen(house, actor, error))
    said = None if joined.again else "waiting-joined"
    return show(tap, await line_screen(house, actor, session, joined.entry.id or 0, now, said=said))


@router.callback_query(OpenLine.filter())
async def opened(
    tap: CallbackQuery, callback_data: OpenLine, actor: Actor, house: House, session: AsyncSession, now: datetime
) -> Replies:
    return show(tap, await line_screen(house, actor, session, callback_data.id, now))


@router.callback_query(AnswerOffer.filter())
async def answered(
    tap: CallbackQuery, callback_data: AnswerOffer, actor: Actor, house: House, session: AsyncSession, now: datetime
) -> Replies:
    """Take, not this time, or leave. What cannot be any more is said, and nothing is lost."""
    number, said = callback_data.id, callback_data.what
    if said not in (Answer.TAKE, Answer.PASS, Answer.LEAVE):
        raise OkienkoError("waiting-not-yours")
    _, entry = await waiting.of_offer(session, number, actor.account_id)
    booker = Booker(actor.account_id, actor.channel, actor.chat_id)
    people = (await waiting.one(session, now, entry.id or 0, actor.account_id)).people
    try:
        async with session.begin_nested():
            if said == Answer.TAKE:
                done = await DOORS[entry.door].take(session, now, number, booker, callback_data.beside)
            else:
                done = await waiting.answer(session, now, number, actor.account_id, Answer(said))
    except OkienkoError as error:
        return show(tap, refused_screen(house, actor, error, None if error.key in _SETTLED else number))
    if said == Answer.TAKE:
        if done.again:
            return show(tap, refused_screen(house, actor, waiting.taken_already(done.slot)))
        return show(tap, *await taken_screens(house, actor, session, done, people, now))
    key = "waiting-passed-now" if said == Answer.PASS else "waiting-left-now"
    # Said again, perhaps weeks later: how it stands today.
    said_now = None if done.again else key
    return show(tap, await line_screen(house, actor, session, entry.id or 0, now, said=said_now))


@router.callback_query(LeaveLine.filter())
async def leave(
    tap: CallbackQuery, callback_data: LeaveLine, actor: Actor, house: House, session: AsyncSession, now: datetime
) -> Replies:
    """First asked, then done. What is over is shown as it is."""
    found = await waiting.one(session, now, callback_data.id, actor.account_id)
    if found.entry.ended_at is not None:
        return show(tap, await line_screen(house, actor, session, callback_data.id, now))
    if not callback_data.sure:
        return show(tap, leave_screen(house, actor, found))
    await waiting.leave(session, now, callback_data.id, actor.account_id)
    screen = await all_screen(house, actor, session, now)
    screen.text = house.texts.html(actor.language, "waiting-left-now")
    return show(tap, screen)
