"""A time with an adviser for the person in the conversation, booked from its topic."""

from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import Any, Final

from aiogram import F, Router
from aiogram.filters import Command, CommandObject
from aiogram.methods import AnswerCallbackQuery
from aiogram.types import CallbackQuery, Message
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.desk import owing
from bot.desk.permission import Clerk, need_staff
from bot.desk.rows import Conversation
from bot.errors import OkienkoError
from bot.handlers.counter import screens as counter
from bot.handlers.counter import steps
from bot.handlers.counter.buttons import OpenSlots
from bot.handlers.counter.wording import slot_label
from bot.handlers.desk import room_screens as screens
from bot.handlers.desk.buttons import BookSlot, ChooseSlot, Work
from bot.handlers.desk.permission import AtWork, InTopic
from bot.handlers.desk.room_screens import STAFF_LANGUAGE, in_topic
from bot.handlers.desk.writing import refusal
from bot.handlers.menu import House
from bot.handlers.view import Row, button
from bot.intake.replies import Replies
from bot.people.accounts import Actor
from bot.places import attendees, booking, codes
from bot.places.advisers import of_slots
from bot.places.booking import Booker
from bot.places.finding import Wanted
from bot.places.rows import Slot
from bot.places.topics import Topic
from bot.places.wording import moment_said, place_of

router = Router(name="times in a conversation")
router.message.filter(InTopic(), AtWork())
router.callback_query.filter(AtWork())
SLOT: Final = Command("termin", "time", "chas")


@router.message(SLOT)
async def slots_typed(
    message: Message,
    command: CommandObject,
    talk: Conversation,
    clerk: Clerk,
    house: House,
    session: AsyncSession,
    now: datetime,
) -> Replies:
    """/termin prawnik wtorek: the free hours that are meant, for whom the conversation is with."""
    try:
        await need_staff(session, clerk, talk)
    except OkienkoError as error:
        return [refusal(message, house, error)]
    typed = await steps.read(session, house, talk.centre, now, command.args or "")
    asked = ChooseSlot(
        id=talk.id or 0,
        since=int(typed.when.start.timestamp()) if typed.when else 0,
        who=typed.provider.id or 0 if typed.provider else 0,
        topic=typed.topic.value if typed.topic else "",
    )
    text, rows = await _hours(house, session, talk, asked, now)
    return [in_topic(message, text, rows)]


@router.callback_query(Work.filter(F.what == "slot"))
async def slots_opened(
    tap: CallbackQuery, callback_data: Work, clerk: Clerk, house: House, session: AsyncSession, now: datetime
) -> Replies:
    """From the card: the nearest free hours, in a message of their own."""
    talk = await screens.talk_of(session, clerk, callback_data.id)
    text, rows = await _hours(house, session, talk, ChooseSlot(id=callback_data.id), now)
    return [AnswerCallbackQuery(callback_query_id=tap.id), *screens.beside(tap, text, rows)]


@router.callback_query(ChooseSlot.filter())
async def slots_later(
    tap: CallbackQuery, callback_data: ChooseSlot, clerk: Clerk, house: House, session: AsyncSession, now: datetime
) -> Replies:
    talk = await screens.talk_of(session, clerk, callback_data.id)
    text, rows = await _hours(house, session, talk, callback_data, now)
    return [AnswerCallbackQuery(callback_query_id=tap.id), *screens.instead(tap, text, rows)]


@router.callback_query(BookSlot.filter())
async def book(
    tap: CallbackQuery,
    callback_data: BookSlot,
    clerk: Clerk,
    actor: Actor,
    house: House,
    session: AsyncSession,
    now: datetime,
) -> Replies:
    """That hour is theirs: they are told at once, and find it under /moje like what they book themselves."""
    talk = await screens.talk_of(session, clerk, callback_data.id)
    if talk.account_id is None:
        raise OkienkoError("desk-person-gone")
    slot = await session.get(Slot, callback_data.slot)
    if slot is None or slot.centre != talk.centre:
        raise OkienkoError("places-gone")
    who = await attendees.of_account(session, now, talk.account_id, talk.centre)
    topic = callback_data.topic if callback_data.topic in set(Topic) else None
    booker = Booker(talk.account_id, talk.channel, talk.chat_id)
    done = await booking.book(session, now, callback_data.slot, who.id or 0, booker, topic=topic)
    values: dict[str, Any] = {
        "place": await place_of(session, done.slot) or "–",
        "code": codes.shown(done.booking.code),
    }
    when = partial(moment_said, house.texts)
    once = f"booked:{done.booking.id}:{done.booking.sequence}"
    told = when(talk.language, done.slot.starts_at)
    await owing.tell_resident(session, now, talk, once, "talk-told-booked", when=told, **values)
    said = house.texts.html(STAFF_LANGUAGE, "room-booked", when=when(STAFF_LANGUAGE, done.slot.starts_at), **values)
    toast = house.texts.plain(actor.language, "room-toast-booked")
    return [AnswerCallbackQuery(callback_query_id=tap.id, text=toast), *screens.instead(tap, said)]


async def _hours(
    house: House, session: AsyncSession, talk: Conversation, asked: ChooseSlot, now: datetime
) -> tuple[str, list[Row]]:
    """A few free hours from a moment on, each booked by one tap."""
    look: Wanted = counter.wanted(talk.centre, OpenSlots(topic=asked.topic, who=asked.who), now)
    if asked.since:
        look = replace(look, since=max(now, datetime.fromtimestamp(asked.since, UTC)))
    found = await counter.free_hours(session, now, look)
    advisers = await of_slots(session, found)
    rows: list[Row] = [
        [
            button(
                slot_label(house, STAFF_LANGUAGE, slot, advisers.get(slot.provider_id or 0)),
                BookSlot(id=asked.id, slot=slot.id or 0, topic=asked.topic),
            )
        ]
        for slot in found
    ]
    if found:
        later = int(found[-1].starts_at.timestamp()) + 1
        rows.append(
            [button(house.texts.plain(STAFF_LANGUAGE, "room-button-later"), asked.model_copy(update={"since": later}))]
        )
    key = "room-slots" if found else "room-no-slots"
    return house.texts.html(STAFF_LANGUAGE, key, number=str(talk.number)), rows
