"""What a person may name and write: the chats they are in, the messages and commands there, clean texts."""

from typing import Literal

from sqlmodel import col, select

from bot.messenger.entities import formatted, units
from bot.messenger.exchange import Change
from bot.messenger.objects import Json
from bot.messenger.refusals import Refusal
from bot.messenger.rights import PRESENT
from bot.messenger.tables import Chat, CommandList, Message, User
from bot.messenger.topics import GENERAL, topic

Reason = Literal[
    "no chat",
    "no message",
    "not on the keyboard",
    "empty",
    "too long",
    "too big",
    "blocked",
    "bad file",
    "not yours",
    "no rights",
    "closed",
    "topic closed",
    "no topic",
]


class NotPossible(Refusal):
    """The person's wish cannot be met; ``reason`` says why, for the page to put into words."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(400, reason)
        self.reason = reason


async def own_chat(change: Change, user_id: int, chat_id: int) -> Chat:
    """The chat as this person names it, a group also by the number it had before. Raises `NotPossible` "no chat"."""
    user = await change.session.get(User, user_id)
    if user is not None and not user.active:
        raise NotPossible("no chat")  # gone by the quick exit: a late request must not bring anything back
    if chat_id == user_id:
        own = select(Chat).where(Chat.chat_id == user_id, Chat.type == "private").order_by(col(Chat.id))
        room = (await change.session.exec(own)).first()
    elif chat_id > 0:
        room = await change.room(chat_id, user_id)
    else:
        room = await change.room(0, chat_id)
        if room and room.upgraded_to:
            room = await change.room(0, room.upgraded_to)
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


async def own_topic(change: Change, room: Chat, thread_id: int | None) -> int | None:
    """The topic as its messages carry it. Raises `NotPossible` "no topic"."""
    if thread_id is None:
        return None
    if await topic(change, room, thread_id) is None:
        raise NotPossible("no topic")
    return None if thread_id == GENERAL else thread_id


async def commands_shown(change: Change, room: Chat, user_id: int) -> list[Json]:
    """The commands that the bot of a chat shows this person: the narrowest scope that has any."""
    user = await change.session.get(User, user_id)
    language = ((user.language_code if user else None) or "")[:2]
    wide = "all_private_chats" if room.type == "private" else "all_group_chats"
    # Telegram's order: the narrowest scope first, each with the language and then without.
    scopes = [f"chat_member:{room.chat_id}:{user_id}", f"chat:{room.chat_id}", wide, "default"]
    for bot in await change.bots_in(room):
        found = await change.session.exec(
            select(CommandList).where(CommandList.bot_id == bot.id, col(CommandList.scope).in_(scopes))
        )
        lists = {(row.scope, row.language): row.commands for row in found}
        for scope in scopes:
            for spoken in (language, ""):
                if (scope, spoken) in lists:
                    return lists[scope, spoken]
    return []


def written(source: str, field: str, longest: int) -> Json:
    """A person's text (or caption) as content. Raises `NotPossible` "empty" or "too long"."""
    try:
        text, entities = formatted(source.encode("utf-8", "replace").decode(), None)
    except Refusal:
        raise NotPossible("too long") from None
    if not text:
        raise NotPossible("empty")
    if len(text) > longest or units(text) > 2 * longest:
        raise NotPossible("too long")
    name = "entities" if field == "text" else "caption_entities"
    return {field: text} | ({name: entities} if entities else {})


def plain_line(text: str, longest: int) -> str:
    """A text as one printable line."""
    plain = text.encode("utf-8", "replace").decode()
    return " ".join("".join(c if c.isprintable() else " " for c in plain).split())[:longest]
