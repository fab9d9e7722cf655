"""What a person may name: the chats they are in, and the messages there."""

from typing import Literal

from sqlmodel import col, select

from bot.messenger.exchange import PRESENT, Change
from bot.messenger.refusals import Refusal
from bot.messenger.tables import Chat, Message

Reason = Literal[
    "no chat", "no message", "not on the keyboard", "empty", "too long", "too big", "blocked", "bad file", "not yours"
]


class NotPossible(Refusal):
    """The person's wish cannot be met; ``reason`` says why, for the page to put into words."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(400, reason)
        self.reason = reason


async def own_chat(change: Change, user_id: int, chat_id: int) -> Chat:
    """The chat as this person names it. Raises `NotPossible` "no chat"."""
    if chat_id == user_id:
        own = select(Chat).where(Chat.chat_id == user_id, Chat.type == "private").order_by(col(Chat.id))
        room = (await change.session.exec(own)).first()
    elif chat_id > 0:
        room = await change.room(chat_id, user_id)
    else:
        room = await change.room(0, chat_id)
        if room and await change.status(room, user_id) not in PRESENT:
            room = None
    if room is None:
        raise NotPossible("no chat")
    return room


async def own_message(change: Change, room: Chat, message_id: int) -> Message:
    """A message that stands there. Raises `NotPossible` "no message"."""
    found = await change.message(room, message_id) if 0 < message_id < 2**31 else None
    if found is None:
        raise NotPossible("no message")
    return found
