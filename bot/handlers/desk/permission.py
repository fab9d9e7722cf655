"""Who works in a staff room: asked of every message and tap there, in the room's own centre."""

from typing import Any

from aiogram.filters import BaseFilter
from aiogram.types import CallbackQuery, Message
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.desk import colleagues, rooms
from bot.desk.permission import AT_WORK, STAFF, Clerk
from bot.desk.rows import StaffRoom
from bot.people.accounts import Actor
from bot.people.roles import roles_in


class InRoom(BaseFilter):
    """A staff room; hands on ``room``. Of other groups nothing but the number is looked at."""

    async def __call__(
        self, event: Message | CallbackQuery, session: AsyncSession, channel: str
    ) -> bool | dict[str, Any]:
        message = event.message if isinstance(event, CallbackQuery) else event
        room = await rooms.at(session, channel, message.chat.id) if message else None
        return {"room": room} if room else False


class InTopic(BaseFilter):
    """The topic of a conversation; hands on ``talk``."""

    async def __call__(self, message: Message, room: StaffRoom, session: AsyncSession) -> bool | dict[str, Any]:
        talk = await rooms.conversation_at(session, room.channel, room.chat_id, message.message_thread_id)
        return {"talk": talk} if talk and talk.centre == room.centre else False


class AtWork(BaseFilter):
    """Somebody of the room's centre; hands on ``clerk``. Being let into the group is not enough."""

    async def __call__(
        self, event: Message | CallbackQuery, room: StaffRoom, session: AsyncSession, actor: Actor | None = None
    ) -> bool | dict[str, Any]:
        if actor is None or AT_WORK.isdisjoint(await roles_in(session, actor.account_id, room.centre)):
            return False
        user = event.from_user
        name = await colleagues.name_of(session, actor.account_id)
        return {"clerk": Clerk(actor.account_id, name or (user.first_name if user else "") or "?")}


async def desk_staff(_event: Any, session: AsyncSession, actor: Actor | None = None) -> dict[str, Any] | bool:
    """A filter for the private chat; hands on ``centre``, where the person works at the desk."""
    if actor is None or actor.centre is None:
        return False
    at_desk = not STAFF.isdisjoint(await roles_in(session, actor.account_id, actor.centre))
    return {"centre": actor.centre} if at_desk else False
