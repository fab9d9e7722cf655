"""The messenger as people use it: what the web page calls.

``chat_id`` here is as the person sees it: the bot's id for a private chat, the negative id for a
group. The person's own id, as the Bot API has it, stands for the first private chat. A person can
name only chats of their own, so nothing foreign can be read or written.
"""

import asyncio
import secrets
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from sqlalchemy import delete
from sqlalchemy.exc import IntegrityError
from sqlmodel import col, select

from bot.messenger import forgetting, page_events, stored_files
from bot.messenger.exchange import PRESENT, BotIdentity, Change, Exchange
from bot.messenger.groups import change_membership, concerns
from bot.messenger.keyboards import callback_data
from bot.messenger.methods.edits import remove
from bot.messenger.methods.files import PHOTO_BYTES
from bot.messenger.methods.messages import CAPTION_LENGTH, TEXT_LENGTH
from bot.messenger.objects import Json
from bot.messenger.own_chats import NotPossible, commands_shown, own_chat, own_message, plain_line, written
from bot.messenger.page_events import Event
from bot.messenger.params import MOST_BYTES, Upload
from bot.messenger.tables import Bot, Callback, Chat, Member, Message, StoredFile, User

__all__ = ["ChatFile", "Event", "NotPossible", "OpenedChat", "PeopleSide"]

ACTION_SHOWN_FOR = timedelta(seconds=5)
"""How long "typing" stands, as in Telegram."""
BATCH = 100


@dataclass(frozen=True)
class OpenedChat:
    """A person's chat with a bot."""

    chat_id: int
    user_id: int
    bot_name: str
    bot_username: str
    description: str
    """What the bot says about itself before the first message; may be empty."""
    started: bool
    blocked: bool


@dataclass(frozen=True)
class ChatFile:
    """A file of a chat. ``mime`` is a guess: show only pictures, by their own first bytes."""

    name: str
    mime: str
    data: bytes


class PeopleSide:
    """The people's side of one messenger. Every method raises `NotPossible` when it cannot."""

    def __init__(self, exchange: Exchange) -> None:
        self._exchange = exchange

    # Chats

    def new_user_id(self) -> int:
        """An id for a new visitor: random, because it must not tell how many came before."""
        return 10**10 + secrets.randbelow(2**51 - 10**10)

    async def open_chat(
        self, user_id: int, bot_id: int, language_code: str | None = None, first_name: str = "Gość"
    ) -> OpenedChat:
        """The visitor's chat with a bot, made if there is none. Brings a cleared visitor back."""
        bot = self._exchange.bots.get(bot_id)
        if bot is None:
            raise NotPossible("no chat")
        async with self._exchange.change() as change:
            user = await change.session.get(User, user_id) or User(id=user_id, first_name="")
            user.active = True
            user.first_name = plain_line(first_name, 64) or "?"
            user.language_code = (language_code or "")[:16] or None
            change.session.add(user)
            room = await change.room(bot_id, user_id)
            if room is None:
                room = Chat(bot_id=bot_id, chat_id=user_id, type="private", created_at=change.now)
                change.session.add(room)
            row = await change.session.get_one(Bot, bot_id)
            await change.session.flush()
        descriptions = row.about.get("description") or {}
        return OpenedChat(
            chat_id=bot_id,
            user_id=user_id,
            bot_name=bot.name,
            bot_username=bot.username,
            description=descriptions.get((language_code or "")[:2]) or descriptions.get("") or "",
            started=room.started,
            blocked=room.blocked,
        )

    async def commands(self, user_id: int, chat_id: int) -> list[Json]:
        """The commands that the bot shows this person here: ``command`` and ``description`` each.

        In a group, those of the first bot that has any.
        """
        async with self._exchange.look() as change:
            return await commands_shown(change, await own_chat(change, user_id, chat_id), user_id)

    # Writing

    async def send_text(
        self, user_id: int, chat_id: int, text: str, client_key: str, reply_to: int | None = None
    ) -> int:
        """Write a message; returns its id. The same ``client_key`` twice is one message."""
        content = written(text, "text", TEXT_LENGTH)
        return await self._send(user_id, chat_id, content, client_key, reply_to)

    async def send_contact(
        self, user_id: int, chat_id: int, phone_number: str, first_name: str, client_key: str
    ) -> int:
        """Hand over one's own phone number."""
        phone = plain_line(phone_number, 32)
        if not any(character.isdigit() for character in phone):
            raise NotPossible("empty")
        contact = {"phone_number": phone, "first_name": plain_line(first_name, 64) or "?", "user_id": user_id}
        return await self._send(user_id, chat_id, {"contact": contact}, client_key)

    async def send_file(
        self,
        user_id: int,
        chat_id: int,
        kind: Literal["photo", "document"],
        data: bytes,
        filename: str,
        mime: str,
        caption: str | None,
        client_key: str,
    ) -> int:
        """Send a picture or a document. A ``photo`` that is no picture raises ``bad file``."""
        size = stored_files.image_size(data)
        if not data or (kind == "photo" and size is None):
            raise NotPossible("bad file")
        if len(data) > (PHOTO_BYTES if kind == "photo" else MOST_BYTES):
            raise NotPossible("too big")
        content = written(caption, "caption", CAPTION_LENGTH) if caption and caption.strip() else {}
        return await self._send(user_id, chat_id, content, client_key, upload=(kind, Upload(filename, mime, data)))

    async def _send(
        self,
        user_id: int,
        chat_id: int,
        content: Json,
        client_key: str,
        reply_to: int | None = None,
        upload: tuple[str, Upload] | None = None,
    ) -> int:
        try:
            return await self._send_once(user_id, chat_id, content, client_key[:64], reply_to, upload)
        except IntegrityError:
            # On PostgreSQL two sends of one key may meet; the second finds the first one's message.
            return await self._send_once(user_id, chat_id, content, client_key[:64], reply_to, upload)

    async def _send_once(
        self,
        user_id: int,
        chat_id: int,
        content: Json,
        client_key: str,
        reply_to: int | None,
        upload: tuple[str, Upload] | None,
    ) -> int:
        async with self._exchange.change() as change:
            room = await own_chat(change, user_id, chat_id)
            if room.blocked:
                raise NotPossible("blocked")
            earlier = select(Message.message_id).where(
                Message.room_id == room.id, Message.sender_id == user_id, Message.client_key == client_key
            )
            if known := (await change.session.exec(earlier)).first():
                return known
            if reply_to is not None and await change.message(room, reply_to) is None:
                reply_to = None
            file_id = None
            if upload:
                kind, file = upload
                row = stored_files.keep(change, f"{kind}s", file)
                file_id = row.file_id
                shown = (
                    stored_files.photo(row, stored_files.image_size(file.data) or (1, 1))
                    if kind == "photo"
                    else stored_files.document(row)
                )
                content = {kind: shown} | content
            if not room.started:
                room.started = True
                change.session.add(room)
            message = await change.post(
                room, user_id, content, reply_to=reply_to, file_id=file_id, client_key=client_key
            )
            await self._tell_bots(change, room, message, "message")
            return message.message_id

    async def _tell_bots(self, change: Change, room: Chat, message: Message, kind: str) -> None:
        shown = await change.render_one(room, message)
        for bot in await change.bots_in(room):
            if room.type == "private" or await concerns(change, room, message, bot):
                await change.owe_update(bot.id, message.sender_id, kind, shown)

    async def edit_own(self, user_id: int, chat_id: int, message_id: int, text: str) -> None:
        """Change one's own text, or the caption of one's own picture or document."""
        async with self._exchange.change() as change:
            room = await own_chat(change, user_id, chat_id)
            message = await own_message(change, room, message_id)
            if message.sender_id != user_id:
                raise NotPossible("not yours")
            if "text" in message.content:
                new = written(text, "text", TEXT_LENGTH)
            elif message.file_id:
                new = written(text, "caption", CAPTION_LENGTH) if text.strip() else {}
            else:
                raise NotPossible("not yours")
            gone = ("text", "entities", "caption", "caption_entities")
            message.content = {k: v for k, v in message.content.items() if k not in gone} | new
            message.edit_date = change.now
            change.session.add(message)
            await change.event(room, "edited", message_id)
            await self._tell_bots(change, room, message, "edited_message")

    async def delete_own(self, user_id: int, chat_id: int, message_id: int) -> None:
        """Delete one's own message; bots are not told, as in Telegram."""
        async with self._exchange.change() as change:
            room = await own_chat(change, user_id, chat_id)
            message = await own_message(change, room, message_id)
            if message.sender_id != user_id:
                raise NotPossible("not yours")
            await remove(change, room, message)

    async def press(self, user_id: int, chat_id: int, message_id: int, data: str) -> str:
        """Press a button of an inline keyboard; returns the query's id, which its answer will carry.

        Only what stands on that message's keyboard now can be pressed.
        """
        async with self._exchange.change() as change:
            room = await own_chat(change, user_id, chat_id)
            if room.blocked:
                raise NotPossible("blocked")
            message = await own_message(change, room, message_id)
            bot = self._exchange.bots.get(message.sender_id)
            if bot is None or data not in callback_data(message.markup):
                raise NotPossible("not on the keyboard")
            assert room.id is not None
            query = Callback(
                id=str(secrets.randbelow(2**63)),
                bot_id=bot.id,
                user_id=user_id,
                room_id=room.id,
                created_at=change.now,
            )
            change.session.add(query)
            old = col(Callback.created_at) < change.now - timedelta(days=1)
            await change.session.exec(delete(Callback).where(old))
            payload = {
                "id": query.id,
                "from": (await change.users([user_id]))[user_id],
                "message": await change.render_one(room, message),
                "chat_instance": str(2**40 + room.id),
                "data": data,
            }
            await change.owe_update(bot.id, user_id, "callback_query", payload)
            return query.id

    # Blocking and leaving

    async def block(self, user_id: int, bot_id: int) -> None:
        """Stop a bot from writing; it learns so."""
        await self._set_blocked(user_id, bot_id, True)

    async def unblock(self, user_id: int, bot_id: int) -> None:
        await self._set_blocked(user_id, bot_id, False)

    async def _set_blocked(self, user_id: int, bot_id: int, blocked: bool) -> None:
        async with self._exchange.change() as change:
            room = await own_chat(change, user_id, bot_id)
            if room.type != "private" or room.blocked == blocked:
                return
            room.blocked = blocked
            change.session.add(room)
            await change.event(room, "blocked", data={"blocked": blocked})
            await forgetting.tell_membership(change, room, kicked=blocked)

    async def clear_for(self, user_id: int) -> None:
        """Quick exit: forget everything the visitor wrote and got in private chats, at once.

        Bots are told that they may not write any more (a visitor who never wrote is unknown to
        them). What is kept is the bare number and where its counters stand, so that an old tab
        cannot mistake a new chat for this one. Messages in groups stay: they are others' too.
        """
        async with self._exchange.change() as change:
            await forgetting.forget(change, user_id)

    async def clear_silent(self, moment: datetime, most: int = 100) -> int:
        """Forget those who have neither written nor been written to since a moment (aware).

        Returns how many; at most ``most`` at a time, so that nobody waits for it.
        """
        async with self._exchange.look() as change:
            silent = await forgetting.silent_since(change, moment, most)
        for user_id in silent:
            await self.clear_for(user_id)
        return len(silent)

    # Groups

    async def create_group(self, title: str, user_id: int) -> int:
        """Make a group with this person in it; returns its (negative) id."""
        async with self._exchange.change() as change:
            room = Chat(
                bot_id=0,
                chat_id=-(10**9 + secrets.randbelow(10**11)),
                type="group",
                title=plain_line(title, 128) or "?",
                started=True,
                created_at=change.now,
            )
            change.session.add(room)
            await change.session.flush()
            assert room.id is not None
            change.session.add(Member(room_id=room.id, user_id=user_id, status="creator"))
            return room.chat_id

    async def add_member(self, user_id: int, chat_id: int, new_id: int) -> None:
        """Take somebody, person or bot, into a group that one is in."""
        await self._membership(user_id, chat_id, new_id, "member")

    async def remove_member(self, user_id: int, chat_id: int, gone_id: int) -> None:
        """Leave a group, or as its creator send somebody out."""
        await self._membership(user_id, chat_id, gone_id, "left" if user_id == gone_id else "kicked")

    async def _membership(self, user_id: int, chat_id: int, whom: int, status: str) -> None:
        async with self._exchange.change() as change:
            room = await own_chat(change, user_id, chat_id)
            if room.type == "private":
                raise NotPossible("no chat")
            if status == "kicked" and await change.status(room, user_id) != "creator":
                raise NotPossible("not yours")
            if whom not in self._exchange.bots and await change.session.get(User, whom) is None:
                raise NotPossible("no chat")
            await change_membership(change, room, whom, status, by=user_id)

    async def groups_of(self, user_id: int) -> list[tuple[int, str]]:
        """The groups that a person is in: id and title."""
        async with self._exchange.look() as change:
            query = (
                select(Chat)
                .join(Member, col(Member.room_id) == col(Chat.id))
                .where(Member.user_id == user_id, col(Member.status).in_(PRESENT))
            )
            return [(room.chat_id, room.title or "") for room in await change.session.exec(query)]

    # Reading

    async def history(
        self, user_id: int, chat_id: int, after_seq: int | None = None, limit: int = BATCH
    ) -> list[Event]:
        """Events in order: the first ``limit`` after ``after_seq``, or with None the latest messages.

        Go on with `events` from the last event's ``seq`` (0 if there is none).
        """
        async with self._exchange.look() as change:
            room = await own_chat(change, user_id, chat_id)
            return await page_events.read(change, room, user_id, after_seq, limit)

    async def events(self, user_id: int, chat_id: int, after_seq: int = 0) -> AsyncIterator[Event]:
        """Every event after ``after_seq``, then live ones as they come. Ends after ``cleared`` and at closing."""
        async with self._exchange.look() as change:
            room_id = (await own_chat(change, user_id, chat_id)).id
        assert room_id is not None
        bell = self._exchange.room_bell.listen(room_id)
        closing = asyncio.create_task(self._exchange.closing.wait())
        acted = None
        try:
            while not self._exchange.closing.is_set():
                bell.clear()
                batch = await self.history(user_id, chat_id, after_seq)
                for event in batch:
                    after_seq = event.seq
                    yield event
                    if event.kind == "cleared":
                        return
                action = self._exchange.actions.get(room_id)
                if action and action != acted and self._exchange.clock() - action[2] <= ACTION_SHOWN_FOR:
                    yield Event(after_seq, "action", {"action": action[1]})
                acted = action
                if len(batch) < BATCH:
                    ring = asyncio.create_task(bell.wait())
                    try:
                        await asyncio.wait((ring, closing), return_when=asyncio.FIRST_COMPLETED)
                    finally:
                        ring.cancel()
        finally:
            closing.cancel()
            self._exchange.room_bell.leave(room_id, bell)

    async def file(self, user_id: int, chat_id: int, file_id: str) -> ChatFile | None:
        """A file that a message of this chat shows; None for any other."""
        async with self._exchange.look() as change:
            room = await own_chat(change, user_id, chat_id)
            shown = select(Message.message_id).where(Message.room_id == room.id, Message.file_id == file_id[:64])
            if (await change.session.exec(shown)).first() is None:
                return None
            row = await change.session.get_one(StoredFile, file_id)
            return ChatFile(row.name, row.mime, row.data)

    def bot(self, bot_id: int) -> BotIdentity | None:
        """A bot that is served."""
        return self._exchange.bots.get(bot_id)
