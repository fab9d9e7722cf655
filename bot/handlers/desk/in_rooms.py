"""Everything that happens in a staff room, in the order in which it is asked; outsiders last."""

from aiogram import Router
from aiogram.methods import AnswerCallbackQuery
from aiogram.types import CallbackQuery

from bot.desk import owing
from bot.handlers.desk import answers, blocking, queue, slots, work, writing
from bot.handlers.desk.permission import InRoom
from bot.handlers.desk.rooms import topics_again
from bot.handlers.menu import House
from bot.intake.replies import Replies
from bot.people.accounts import Actor
from bot.texts import language_of

others = Router(name="others in staff rooms")


@others.callback_query()
async def refused(tap: CallbackQuery, actor: Actor | None, house: House) -> Replies:
    """Who has no role in the room's centre, or a button that is not ours: nothing happens."""
    language = actor.language if actor else language_of(tap.from_user.language_code) or owing.STAFF_LANGUAGE
    text = house.texts.plain(language, "room-refused")[:200]
    return [AnswerCallbackQuery(callback_query_id=tap.id, text=text, show_alert=True)]


def router() -> Router:
    """A router for staff rooms only."""
    rooms = Router(name="in staff rooms")
    for observer in (rooms.message, rooms.edited_message, rooms.callback_query):
        observer.filter(InRoom())
    for each in (
        topics_again,
        writing.shut,
        queue.in_room,
        answers.router,
        slots.router,
        blocking.router,
        work.router,
        writing.router,
        writing.outsiders,
        others,
    ):
        each._parent_router = None  # let go by an earlier dispatcher (tests build many)
        rooms.include_router(each)
    return rooms
