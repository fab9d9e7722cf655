"""One update's journey: parsed, recorded once, handled in one transaction, answered after COMMIT."""

import asyncio
from datetime import datetime
from typing import Any

import structlog
from aiogram import Bot, Dispatcher
from aiogram.dispatcher.event.bases import UNHANDLED
from aiogram.fsm.context import FSMContext
from aiogram.fsm.storage.base import StorageKey
from aiogram.methods import AnswerCallbackQuery, SendMessage, TelegramMethod
from aiogram.types import Chat, TelegramObject, Update, User
from pydantic import ValidationError
from sqlalchemy import Connection, bindparam
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.clock import Clock
from bot.errors import OkienkoError
from bot.intake.dialogue import DialogueStorage
from bot.intake.lanes import Lanes
from bot.intake.replies import Replies, to_rows
from bot.intake.sending import Key, Sender, Step
from bot.people.accounts import FIND, Actor, actor_of, create_actor
from bot.storage import Database
from bot.storage.retry import retried
from bot.storage.tables import IncomingUpdate
from bot.texts import Texts, language_of

log = structlog.get_logger(__name__)

PATIENCE = 30.0
"""Seconds that one handler may take before it is given up and the person is told."""


class Intake:
    """Takes updates of any channel. Returns when the update's transaction is committed."""

    def __init__(
        self,
        database: Database,
        dispatcher: Dispatcher,
        sender: Sender,
        texts: Texts,
        clock: Clock,
        *,
        only_centre: str | None = None,
        step: Step = lambda _name: None,
    ) -> None:
        self._database = database
        self._dispatcher = dispatcher
        self._sender = sender
        self._texts = texts
        self._clock = clock
        self._only_centre = only_centre
        self._step = step
        self._lanes = Lanes()
        self._bots: dict[str, Bot] = {}
        self._usernames: dict[str, str] = {}
        self.closed = False
        self.worked_off = 0
        self.failed = 0

    def serve(self, channel: str, bot: Bot, username: str = "") -> None:
        """Make a channel, its bot and the bot's @name known, here and to the sender."""
        self._bots[channel] = bot
        self._usernames[channel] = username
        self._sender.serve(channel, bot)

    @property
    def waiting(self) -> int:
        """Updates whose answers have not left yet."""
        return self._sender.waiting

    async def receive(self, channel: str, raw: Any) -> None:
        """Work off one update, whatever it holds. Never raises for what the update says.

        Raises what the database raises when it cannot commit: the update is then not confirmed
        and comes again.
        """
        update_id = raw.get("update_id") if isinstance(raw, dict) else None
        if not isinstance(update_id, int) or isinstance(update_id, bool) or not 0 <= update_id < 2**63:
            log.warning("update dropped", channel=channel, reason="no update id")
            return
        try:
            update = Update.model_validate(raw, context={"bot": self._bots[channel]})
        except (ValidationError, RecursionError, OverflowError):
            # Not logged with the error: it would quote what the person wrote.
            log.warning("update dropped", channel=channel, update_id=update_id, reason="not a Bot API update")
            return
        chat, user = _chat_and_user(update)
        key = (channel, chat.id if chat else user.id if user else update_id)
        await asyncio.shield(self._lanes.run(key, lambda: self._work_off(channel, update, chat, user)))

    async def _work_off(self, channel: str, update: Update, chat: Chat | None, user: User | None) -> None:
        chat_id = chat.id if chat else user.id if user else 0
        try:
            # Nothing has left yet, so a transaction that lost a deadlock may simply run again.
            replies = await retried(lambda: self._transact(channel, update, chat, user, failed=None))
        except OkienkoError as error:
            replies = await self._transact(channel, update, chat, user, failed=error)
        except Exception as error:
            self.failed += 1
            log.error("handler failed", channel=channel, update_id=update.update_id, exc_info=error)
            replies = await self._apologise(channel, update, chat, user)
        self.worked_off += 1
        self._step("committed")
        if replies:
            self._sender.send_later(channel, chat_id, update.update_id, replies)

    async def _apologise(self, channel: str, update: Update, chat: Chat | None, user: User | None) -> Replies:
        """Say that something broke. Where even that fails, the update is recorded, so that it does not come again."""
        try:
            return await self._transact(channel, update, chat, user, failed=OkienkoError("error-unexpected"))
        except Exception as error:
            log.error("apology failed", channel=channel, update_id=update.update_id, exc_info=error)
        async with self._database.transaction() as session:
            await session.run_sync(
                lambda sync: _enter(sync.connection(), channel, update.update_id, self._clock(), None)
            )
        return []

    async def _transact(
        self, channel: str, update: Update, chat: Chat | None, user: User | None, failed: OkienkoError | None
    ) -> Replies:
        """The update's one transaction; with ``failed``, the one after the rollback, which says so."""
        now = self._clock()
        self._step("received")
        async with self._database.transaction() as session:
            is_new, known = await session.run_sync(
                lambda sync: _enter(sync.connection(), channel, update.update_id, now, user)
            )
            if not is_new:
                return []
            self._step("recorded")
            actor = await self._actor(session, channel, chat, user, known)
            if failed is not None:
                replies = self._apology(update, chat, user, actor, failed)
            else:
                bot = self._bots[channel]
                # In a group nobody types several things in a row: state is for private chats.
                storage = DialogueStorage(actor) if actor and chat and chat.type == "private" else None
                result = await asyncio.wait_for(
                    self._dispatcher.feed_update(
                        bot,
                        update,
                        channel=channel,
                        username=self._usernames[channel],
                        session=session,
                        now=now,
                        actor=actor,
                        state=FSMContext(storage, StorageKey(bot.id, actor.chat_id, actor.chat_id))
                        if storage and actor
                        else None,
                        raw_state=actor.dialogue_state if actor else None,
                    ),
                    PATIENCE,
                )
                replies = _as_replies(result)
                if storage:
                    await storage.save(session, now)
            self._step("handled")
            flushed = await session.run_sync(
                lambda sync: self._leave(sync.connection(), channel, update.update_id, replies)
            )
            self._step("before commit")
        self._sender.flushed(flushed)
        return replies

    def _leave(self, connection: Connection, channel: str, update_id: int, replies: Replies) -> tuple[Key, ...]:
        """The last statements of an update's transaction: what is owed for it, what has left meanwhile."""
        if replies:
            connection.execute(_OWE, {"on": channel, "number": update_id, "owed": to_rows(replies)})
        return self._sender.flush(connection)

    async def _actor(
        self, session: AsyncSession, channel: str, chat: Chat | None, user: User | None, known: Any
    ) -> Actor | None:
        """The person behind the update; made on the first word in private, never from a group."""
        if user is None or user.is_bot:
            return None
        language = language_of(user.language_code)
        actor = actor_of(known, channel, user.id, language)
        if actor is None and chat is not None and chat.type == "private":
            actor = await create_actor(session, self._clock(), channel, user.id, language, self._only_centre)
        return actor

    def _apology(
        self, update: Update, chat: Chat | None, user: User | None, actor: Actor | None, error: OkienkoError
    ) -> Replies:
        language = actor.language if actor else language_of(user.language_code if user else None)
        if update.callback_query:
            text = self._texts.plain(language, error.key, **error.values)
            return [AnswerCallbackQuery(callback_query_id=update.callback_query.id, text=text[:200], show_alert=True)]
        if update.message and chat and chat.type == "private":
            return [SendMessage(chat_id=chat.id, text=self._texts.html(language, error.key, **error.values))]
        return []

    async def close(self) -> None:
        """Take nothing more, and let the updates under way finish."""
        self.closed = True
        await self._lanes.drain(5)


def _enter(connection: Connection, channel: str, update_id: int, now: datetime, user: User | None) -> tuple[bool, Any]:
    """The first statements: write down that the update came, look up who sent it.

    Whether it is new (a redelivery is not), and the person's row.
    """
    record = _RECORD_SQLITE if connection.dialect.name == "sqlite" else _RECORD_POSTGRESQL
    row = {"channel": channel, "update_id": update_id, "received_at": now}
    if connection.execute(record, row).first() is None:
        return False, None
    if user is None or user.is_bot:
        return True, None
    return True, connection.execute(FIND, {"on": channel, "chat": user.id}).first()


# Built once, and run on the connection itself, two at a time: it happens for every update.
_UPDATES: Any = IncomingUpdate.__table__  # type: ignore[attr-defined]
_RECORD_SQLITE: Any = sqlite_insert(_UPDATES).on_conflict_do_nothing().returning(_UPDATES.c.update_id)
_RECORD_POSTGRESQL: Any = postgresql_insert(_UPDATES).on_conflict_do_nothing().returning(_UPDATES.c.update_id)
_OWE: Any = (
    _UPDATES.update()
    .where(_UPDATES.c.channel == bindparam("on"), _UPDATES.c.update_id == bindparam("number"))
    .values(replies=bindparam("owed"))
)


def _chat_and_user(update: Update) -> tuple[Chat | None, User | None]:
    """Where an update happened and who caused it, for every kind of update."""
    for name in Update.model_fields:
        event = getattr(update, name)
        if isinstance(event, TelegramObject):
            message = getattr(event, "message", None)
            chat = getattr(event, "chat", None) or getattr(message, "chat", None)
            return chat, getattr(event, "from_user", None) or getattr(event, "user", None)
    return None, None


def _as_replies(result: Any) -> Replies:
    if result is None or result is UNHANDLED:
        return []
    if isinstance(result, list) and all(isinstance(reply, TelegramMethod) for reply in result):
        return result
    raise TypeError(f"a handler must return a list of Bot API methods, not {type(result).__name__}")
