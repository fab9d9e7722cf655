"""Answers on their way out: in order within a chat, and what to do when one does not arrive."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import structlog
from aiogram import Bot
from aiogram.exceptions import (
    AiogramError,
    ClientDecodeError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.methods import AnswerCallbackQuery, EditMessageText, SendMessage
from aiohttp import ClientConnectorError
from sqlalchemy import Connection, bindparam
from sqlmodel import col, delete, select

from bot.clock import Clock
from bot.intake.lanes import Lanes
from bot.intake.replies import Replies, Reply, from_rows
from bot.people.accounts import mark_blocked
from bot.storage import Database
from bot.storage.tables import IncomingUpdate

log = structlog.get_logger(__name__)

STALE = timedelta(hours=1)
"""An answer later than this is worth nothing: the person has asked again or gone."""
KEEP = timedelta(days=3)
"""Telegram keeps an undelivered update for a day (Bot API, getUpdates); we remember longer."""

REPEATS = 2
"""How often an answer that may have arrived is sent again: twice is better than never, but not for an hour."""

Key = tuple[str, int]
"""An update: channel and number."""
Step = Callable[[str], None]


class Undelivered(Exception):
    """The messenger could not be reached. The answer stays in the database for `Sender.recover`."""


class Sender:
    """Sends the answers of committed updates and forgets them once they have left."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        *,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        step: Step = lambda _name: None,
    ) -> None:
        self._database = database
        self._clock = clock
        self._sleep = sleep
        self._step = step
        self._bots: dict[str, Bot] = {}
        self._lanes = Lanes()
        self._owed: set[Key] = set()
        """Updates whose answers wait, are on their way, or have left without that being written down."""
        self._left: list[Key] = []
        self._uncertain: Counter[Key] = Counter()

    def serve(self, channel: str, bot: Bot) -> None:
        """Make a channel's bot known."""
        self._bots[channel] = bot

    def send_later(self, channel: str, chat_id: int, update_id: int, replies: Replies) -> asyncio.Task[None]:
        """Queue an update's answers behind the earlier ones of the same chat."""
        self._owed.add((channel, update_id))
        return self._lanes.run((channel, chat_id), lambda: self._send(channel, chat_id, update_id, replies))

    async def _send(self, channel: str, chat_id: int, update_id: int, replies: Replies) -> None:
        key = (channel, update_id)
        try:
            for reply in replies:
                self._step("before send")
                await self._deliver(key, chat_id, reply)
                self._step("after send")
        except Undelivered:
            log.warning("answer waits", channel=channel, update_id=update_id)
            self._owed.discard(key)  # `recover` finds it in the database
            return
        except TelegramForbiddenError:
            async with self._database.transaction() as session:
                await mark_blocked(session, channel, chat_id, self._clock())
        except AiogramError as error:
            reason = error.message if isinstance(error, TelegramAPIError) else type(error).__name__
            log.error("answer refused", channel=channel, update_id=update_id, reason=reason)
        self._uncertain.pop(key, None)
        self._left.append(key)

    async def _deliver(self, key: Key, chat_id: int, reply: Reply) -> None:
        """Send one answer. What surely was not sent is tried again; what may have been, `REPEATS` times."""
        bot = self._bots[key[0]]
        tries = 0
        while True:
            try:
                await bot(reply)
                return
            except TelegramRetryAfter as error:
                await self._sleep(error.retry_after)
            except (TelegramNetworkError, TelegramServerError, ClientDecodeError) as error:
                tries += 1
                if not isinstance(error.__cause__ or error.__context__, ClientConnectorError):
                    self._uncertain[key] += 1
                    if self._uncertain[key] > REPEATS:
                        raise
                if tries > 4:
                    raise Undelivered from error
                await self._sleep(2.0 ** (tries - 1))
            except TelegramBadRequest as error:
                other = _instead(reply, error.message, chat_id)
                if other is None:
                    return
                if other is reply:
                    raise
                reply = other

    def flush(self, connection: Connection) -> tuple[Key, ...]:
        """Forget in the database the answers that have left; say so to `flushed` after the COMMIT.

        Rides on the next update's transaction, or on a timer.
        """
        left = tuple(self._left)
        for channel in {channel for channel, _ in left}:
            numbers = [update_id for on, update_id in left if on == channel]
            connection.execute(_FORGET, {"on": channel, "numbers": numbers})
        return left

    def flushed(self, keys: tuple[Key, ...]) -> None:
        """The transaction of `flush` is committed."""
        gone = set(keys)
        self._left = [key for key in self._left if key not in gone]
        self._owed -= gone

    @property
    def has_left(self) -> bool:
        """Whether `flush` has anything to do."""
        return bool(self._left)

    @property
    def waiting(self) -> int:
        """How many updates' answers are queued or on their way."""
        return len(self._owed) - len(self._left)

    async def recover(self) -> int:
        """Send what an earlier process, or a dead line, left unsent. Returns how many updates.

        An answer of which only some messages had left is sent again whole: twice is better than
        never. Answers older than `STALE` are dropped with a line in the log.
        """
        now = self._clock()
        ours = set(self._owed)  # before the look: what is ours now may be written down at any moment
        async with self._database.transaction() as session:
            flushed = await session.run_sync(lambda sync: self.flush(sync.connection()))
            await session.exec(
                delete(IncomingUpdate)
                .where(col(IncomingUpdate.received_at) < now - KEEP)
                .execution_options(synchronize_session=False)
            )
            rows = (
                await session.exec(
                    select(IncomingUpdate)
                    .where(col(IncomingUpdate.replies).is_not(None))
                    .order_by(col(IncomingUpdate.channel), col(IncomingUpdate.update_id))
                )
            ).all()
        self.flushed(flushed)
        count = 0
        for row in rows:
            key = (row.channel, row.update_id)
            if row.channel not in self._bots or key in ours or key in self._owed:
                continue
            if row.received_at < now - STALE:
                log.warning("answer dropped, too late", channel=row.channel, update_id=row.update_id)
                self._owed.add(key)
                self._left.append(key)
                continue
            replies = from_rows(row.replies or [])
            self.send_later(row.channel, _chat_of(replies), row.update_id, replies)
            count += 1
        return count

    async def settled(self) -> None:
        """Until everything queued has left or was given up."""
        await self._lanes.drain(None)

    async def close(self) -> None:
        """Let what is on its way arrive, then write down what has left."""
        await self._lanes.drain(5)
        if self._left:
            async with self._database.transaction() as session:
                flushed = await session.run_sync(lambda sync: self.flush(sync.connection()))
            self.flushed(flushed)


# Built once: it runs with nearly every update.
_UPDATES: Any = IncomingUpdate.__table__  # type: ignore[attr-defined]
_FORGET: Any = (
    _UPDATES.update()
    .where(
        _UPDATES.c.channel == bindparam("on"),
        _UPDATES.c.update_id.in_(bindparam("numbers", expanding=True)),
    )
    .values(replies=None)
)


def _chat_of(replies: Replies) -> int:
    return next((chat for reply in replies if isinstance(chat := getattr(reply, "chat_id", None), int)), 0)


def _instead(reply: Reply, reason: str, chat_id: int) -> Reply | None:
    """What to do about a refused answer: None to let it be, another method to try, itself to give up."""
    reason = reason.lower()
    if "message is not modified" in reason or isinstance(reply, AnswerCallbackQuery):
        return None
    if isinstance(reply, EditMessageText) and ("to edit not found" in reason or "can't be edited" in reason):
        given: dict[str, Any] = {
            name: getattr(reply, name)
            for name in ("text", "reply_markup", "parse_mode", "entities", "link_preview_options")
            if name in reply.model_fields_set
        }
        return SendMessage(chat_id=chat_id, **given)
    return reply
