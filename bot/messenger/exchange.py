"""The exchange: what bots' calls and people's pages share.

A `Change` is one short transaction. It writes messages, the chat's events and the bots' updates
together; those who wait are told after the commit.
"""

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.clock import Clock
from bot.messenger import objects, polls
from bot.messenger.limits import Limits, Windows
from bot.messenger.objects import Json
from bot.messenger.rights import PRESENT
from bot.messenger.tables import Bot, Chat, ChatEvent, Member, Message, Update, User
from bot.messenger.wakeups import Bell
from bot.storage import Database

UNASKED = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
"""Update kinds that a bot gets only when it names them in ``allowed_updates``."""


@dataclass(frozen=True)
class BotIdentity:
    """What of a bot does not change while it is served."""

    id: int
    name: str
    username: str

    def user(self) -> Json:
        """The Bot API's User."""
        return {"id": self.id, "is_bot": True, "first_name": self.name, "username": self.username}


class Exchange:
    """The shared state of one messenger."""

    def __init__(self, database: Database, clock: Clock, limits: Limits) -> None:
        self.database = database
        self.clock = clock
        self.windows = Windows(limits, clock)
        self.bots: dict[int, BotIdentity] = {}
        self.room_bell: Bell[int] = Bell()
        self.bot_bell: Bell[int] = Bell()
        self.hooked: set[int] = set()
        """The bots that have a webhook now."""
        self.pollers: dict[int, asyncio.Event] = {}
        """The one getUpdates of each bot that waits now; set to send it away."""
        self.actions: dict[int, tuple[int, str, datetime]] = {}
        """The latest chat action of each room: who, what, when."""
        self.closing = asyncio.Event()

    @asynccontextmanager
    async def change(self) -> AsyncIterator["Change"]:
        """One transaction; committed at the end, then everyone concerned is told."""
        async with self.database.transaction() as session:
            change = Change(self, session)
            yield change
        for room_id in change.rooms:
            self.room_bell.ring(room_id)
        for bot_id in change.bots:
            self.bot_bell.ring(bot_id)

    @asynccontextmanager
    async def look(self) -> AsyncIterator["Change"]:
        """The same for reading only."""
        async with self.database.session() as session:
            yield Change(self, session)


class Change:
    """A transaction on the messenger's tables."""

    def __init__(self, exchange: Exchange, session: AsyncSession) -> None:
        self.exchange = exchange
        self.session = session
        self.now = exchange.clock()
        self.rooms: set[int] = set()
        self.bots: set[int] = set()

    # Who and where

    async def room(self, bot_id: int, chat_id: int) -> Chat | None:
        """The chat that a bot means by ``chat_id``."""
        owner = bot_id if chat_id > 0 else 0
        found = await self.session.exec(select(Chat).where(Chat.bot_id == owner, Chat.chat_id == chat_id))
        return found.first()

    async def member(self, room: Chat, user_id: int) -> Member | None:
        """Somebody who is or was in a group."""
        return await self.session.get(Member, (room.id, user_id))

    async def status(self, room: Chat, user_id: int) -> str | None:
        """What somebody is in a group; None for one who never was in it."""
        member = await self.member(room, user_id)
        return member.status if member else None

    async def bots_in(self, room: Chat) -> list[BotIdentity]:
        """The bots that are in a chat now."""
        if room.type == "private":
            bot = self.exchange.bots.get(room.bot_id)
            return [bot] if bot else []
        ids = await self.session.exec(
            select(Member.user_id).where(Member.room_id == room.id, col(Member.status).in_(PRESENT))
        )
        return [self.exchange.bots[user_id] for user_id in ids if user_id in self.exchange.bots]

    async def users(self, ids: Iterable[int]) -> dict[int, Json]:
        """The User objects of people and bots."""
        wanted = set(ids)
        known = {i: self.exchange.bots[i].user() for i in wanted & self.exchange.bots.keys()}
        if people := wanted - known.keys():
            for user in await self.session.exec(select(User).where(col(User.id).in_(people))):
                known[user.id] = objects.user(user)
        return {i: known.get(i) or objects.deleted_user(i) for i in wanted}

    async def chat(self, room: Chat) -> Json:
        """The Chat object."""
        if room.type != "private":
            return objects.group_chat(room)
        user = (await self.users([room.chat_id]))[room.chat_id]
        return {"id": room.chat_id, "type": "private", "first_name": user["first_name"]}

    # Messages

    async def message(self, room: Chat, message_id: int) -> Message | None:
        return await self.session.get(Message, (room.id, message_id))

    async def render(self, room: Chat, messages: list[Message]) -> list[Json]:
        """The Message objects, each with the message that it answers, one level deep."""
        # What is written in a topic without an answer to anything answers what began it, as in Telegram.
        replies = {m.message_id: m.reply_to or m.thread_id for m in messages if m.thread_id != m.message_id}
        answered_ids = {number for number in replies.values() if number}
        answered: dict[int, Message] = {}
        if answered_ids:
            query = select(Message).where(Message.room_id == room.id, col(Message.message_id).in_(answered_ids))
            answered = {message.message_id: message for message in await self.session.exec(query)}
        users = await self.users({m.sender_id for m in (*messages, *answered.values())})
        chat = await self.chat(room)
        asked = {message.content["poll"]["id"] for message in messages if "poll" in message.content}
        known = await polls.current(self.session, self.exchange.clock, asked)
        rendered = []
        for message in messages:
            shown = objects.message(message, chat, users[message.sender_id])
            if poll := known.get(shown["poll"]["id"]) if "poll" in shown else None:
                shown["poll"] = poll
            if earlier := answered.get(replies.get(message.message_id) or 0):
                shown["reply_to_message"] = objects.message(earlier, chat, users[earlier.sender_id])
            rendered.append(shown)
        return rendered

    async def render_one(self, room: Chat, message: Message) -> Json:
        return (await self.render(room, [message]))[0]

    async def post(
        self,
        room: Chat,
        sender_id: int,
        content: Json,
        *,
        markup: Json | None = None,
        reply_to: int | None = None,
        file_id: str | None = None,
        client_key: str | None = None,
        thread_id: int | None = None,
        begins_topic: bool = False,
    ) -> Message:
        """Write a new message into a chat, or a topic of it, and its event."""
        message_id, seq = await self._next(room, message=True)
        assert room.id is not None
        message = Message(
            room_id=room.id,
            message_id=message_id,
            sender_id=sender_id,
            date=self.now,
            content=content,
            markup=markup,
            reply_to=reply_to,
            file_id=file_id,
            client_key=client_key,
            thread_id=message_id if begins_topic else thread_id,
        )
        self.session.add(message)
        self._note(room, seq, "message", message_id, thread_id=message.thread_id)
        return message

    async def event(
        self,
        room: Chat,
        kind: str,
        message_id: int | None = None,
        *,
        user_id: int | None = None,
        data: Json | None = None,
        thread_id: int | None = None,
    ) -> None:
        """Note down what happened in a chat, for its pages. ``thread_id``: of the message that it is about."""
        _, seq = await self._next(room)
        self._note(room, seq, kind, message_id, user_id, data, thread_id)

    async def _next(self, room: Chat, *, message: bool = False) -> tuple[int, int]:
        """A chat's next message id, if one is wanted, and its next event's number."""
        counted = await self.session.exec(
            update(Chat)
            .where(col(Chat.id) == room.id)
            .values(last_seq=col(Chat.last_seq) + 1, last_message_id=col(Chat.last_message_id) + int(message))
            .returning(col(Chat.last_message_id), col(Chat.last_seq))
        )
        message_id, seq = counted.one()
        return message_id, seq

    def _note(
        self,
        room: Chat,
        seq: int,
        kind: str,
        message_id: int | None = None,
        user_id: int | None = None,
        data: Json | None = None,
        thread_id: int | None = None,
    ) -> None:
        assert room.id is not None
        event = ChatEvent(
            room_id=room.id,
            seq=seq,
            kind=kind,
            message_id=message_id,
            user_id=user_id,
            data=data,
            thread_id=thread_id,
            created_at=self.now,
        )
        self.session.add(event)
        self.rooms.add(room.id)

    # Updates

    async def owe_update(self, bot_id: int, user_id: int, kind: str, payload: Any) -> None:
        """Queue an update for a bot, unless it does not want its kind. ``user_id``: whose data it holds."""
        counted = await self.session.exec(
            update(Bot)
            .where(col(Bot.id) == bot_id)
            .values(last_update_id=col(Bot.last_update_id) + 1)
            .returning(col(Bot.last_update_id), col(Bot.allowed_updates))
        )
        update_id, allowed = counted.one()
        if kind not in allowed if allowed else kind in UNASKED:
            return  # its number stays unused: numbers grow, they need not be without gaps
        self.session.add(
            Update(
                bot_id=bot_id,
                update_id=update_id,
                user_id=user_id,
                payload={"update_id": update_id, kind: payload},
                created_at=self.now,
            )
        )
        self.bots.add(bot_id)
