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

from sqlalchemy import delete
from sqlmodel import col, select

from bot.messenger import forgetting, page_events, polls, reactions, topics
from bot.messenger.exchange import BotIdentity
from bot.messenger.keyboards import callback_data
from bot.messenger.objects import SERVICE, Json
from bot.messenger.own_chats import NotPossible, commands_shown, own_chat, own_message, own_topic, plain_line
from bot.messenger.page_events import Event
from bot.messenger.people_groups import Gathering
from bot.messenger.people_writing import Writing
from bot.messenger.rights import permitted
from bot.messenger.tables import Bot, Callback, Chat, Message, Poll, StoredFile, User
from bot.messenger.topics import TopicLine

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


class PeopleSide(Writing, Gathering):
    """The people's side of one messenger. Every method raises `NotPossible` when it cannot."""

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

    # Pressing and voting

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

    async def vote(self, user_id: int, chat_id: int, message_id: int, options: list[int]) -> None:
        """Choose options of a poll by their positions, or none to take the choice back.

        Raises `NotPossible` "closed" when the poll is over or does not allow it. The bot that asked
        learns the new state, and in an open poll who chose.
        """
        async with self._exchange.change() as change:
            room = await own_chat(change, user_id, chat_id)
            message = await own_message(change, room, message_id)
            asked = message.content.get("poll")
            if asked is None:
                raise NotPossible("no message")
            poll = await change.session.get(Poll, asked["id"])
            if poll is None or not await polls.vote(change.session, self._exchange.clock, poll, user_id, options):
                raise NotPossible("closed")
            state = (await polls.current(change.session, self._exchange.clock, [poll.id]))[poll.id]
            await change.event(room, "edited", message_id, thread_id=message.thread_id)
            if poll.room_id != room.id and (first := await change.session.get(Chat, poll.room_id)):
                asked_there = await change.message(first, poll.message_id)
                thread_id = asked_there.thread_id if asked_there else None
                await change.event(first, "edited", poll.message_id, thread_id=thread_id)
            await change.owe_update(poll.bot_id, user_id, "poll", state)
            if not poll.shape["is_anonymous"]:
                chosen = sorted(set(options))
                answer = {
                    "poll_id": poll.id,
                    "user": (await change.users([user_id]))[user_id],
                    "option_ids": chosen,
                    "option_persistent_ids": [poll.shape["options"][number]["persistent_id"] for number in chosen],
                }
                await change.owe_update(poll.bot_id, user_id, "poll_answer", answer)

    async def react(self, user_id: int, chat_id: int, message_id: int, emoji: str | None) -> None:
        """React to a message, or take the reaction back. The bots there that may see it learn so."""
        async with self._exchange.change() as change:
            room = await own_chat(change, user_id, chat_id)
            message = await own_message(change, room, message_id)
            plain = reactions.plain(emoji) if emoji else None
            if (plain and plain not in reactions.EMOJI) or any(key in message.content for key in SERVICE):
                raise NotPossible("closed")
            if room.type != "private":
                if not permitted(room, await change.member(room, user_id), "can_react_to_messages"):
                    raise NotPossible("no rights")
            elif room.blocked:
                raise NotPossible("blocked")
            before = await reactions.react(change, room, message, user_id, plain)
            if before == plain:
                return
            told = {
                "chat": await change.chat(room),
                "message_id": message_id,
                "user": (await change.users([user_id]))[user_id],
                "date": int(change.now.timestamp()),
                "old_reaction": reactions.objects(before),
                "new_reaction": reactions.objects(plain),
            }
            for bot in await change.bots_in(room):
                if room.type == "private" or await change.status(room, bot.id) == "administrator":
                    await change.owe_update(bot.id, user_id, "message_reaction", told)

    # Topics

    async def topics(self, user_id: int, chat_id: int) -> list[TopicLine] | None:
        """The topics of a forum as this person's page lists them; None where there are none."""
        async with self._exchange.look() as change:
            room = await own_chat(change, user_id, chat_id)
            return await topics.lines(change, room, user_id) if room.is_forum else None

    async def read_to(self, user_id: int, chat_id: int, thread_id: int, message_id: int) -> None:
        """Remember that a topic has been read as far as a message."""
        async with self._exchange.change() as change:
            room = await own_chat(change, user_id, chat_id)
            await own_topic(change, room, thread_id)
            await topics.mark_read(change, room, user_id, thread_id, message_id)

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

    async def clear_old(self, moment: datetime, most: int = 100) -> int:
        """Forget what was said in private before a moment (aware), and those who have been silent since.

        Returns how many people; at most ``most`` at a time, so that nobody waits for it.
        """
        async with self._exchange.look() as change:
            silent = await forgetting.silent_since(change, moment, most)
        for user_id in silent:
            await self.clear_for(user_id)
        async with self._exchange.change() as change:
            await forgetting.forget_older(change, moment, most)
        return len(silent)

    # Reading

    async def history(
        self,
        user_id: int,
        chat_id: int,
        after_seq: int | None = None,
        limit: int = BATCH,
        thread_id: int | None = None,
    ) -> list[Event]:
        """Events in order: the first ``limit`` after ``after_seq``, or with None the latest messages.

        ``thread_id``: only those of a topic (1 the General one, 0 none).

        Go on with `events` from the last event's ``seq`` (0 if there is none).
        """
        async with self._exchange.look() as change:
            room = await own_chat(change, user_id, chat_id)
            return await page_events.read(change, room, user_id, after_seq, limit, thread_id)

    async def events(
        self, user_id: int, chat_id: int, after_seq: int = 0, thread_id: int | None = None
    ) -> AsyncIterator[Event]:
        """Every event after ``after_seq``, then live ones as they come. Ends after ``cleared`` and at closing.

        ``thread_id`` as for `history`; then ``elsewhere`` tells that the list of topics may have changed.
        """
        async with self._exchange.look() as change:
            room = await own_chat(change, user_id, chat_id)
        room_id = room.id
        assert room_id is not None
        bell = self._exchange.room_bell.listen(room_id)
        closing = asyncio.create_task(self._exchange.closing.wait())
        acted = None
        try:
            while not self._exchange.closing.is_set():
                bell.clear()
                # Not by `history`: who was forgotten in another window has no chat, but is still to hear so.
                async with self._exchange.look() as change:
                    batch = await page_events.read(change, room, user_id, after_seq, BATCH, thread_id)
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
                    if thread_id is not None:
                        yield Event(after_seq, "elsewhere", {})
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
