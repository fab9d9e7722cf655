"""The database's side of sending: claims and records, several to a transaction when they come together.

A claim is a guarded UPDATE, committed before anything is sent; in the same transaction everything
that may forbid the message is looked at again. What is recorded afterwards ends it, or puts it back.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import structlog
from sqlalchemy import or_
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm.attributes import set_committed_value
from sqlmodel import col, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.clock import Clock
from bot.outbox import lease
from bot.outbox.kinds import Call, Kinds
from bot.outbox.quiet import allowed_moment
from bot.outbox.states import Outcome, Priority, Result, State
from bot.people.accounts import mark_blocked
from bot.storage import Database
from bot.storage.retry import lost_a_race
from bot.storage.tables import Address, OwedMessage

log = structlog.get_logger(__name__)

OLDEST = timedelta(hours=24)
"""A message without an end of its own is not sent later than this after its moment."""
RESEND_AFTER = timedelta(seconds=30)
_MOST_TOGETHER = 50
_PATIENCE = 1.0

Work = Callable[[AsyncSession], Awaitable[Any]]


@dataclass(frozen=True, slots=True)
class Claimed:
    """A message that is ours to send now, in words."""

    id: int
    chat_id: int
    call: Call


class Ledger:
    """Claims and records for one channel. `start` it, and `close` it when nothing is under way."""

    def __init__(
        self, database: Database, kinds: Kinds, clock: Clock, channel: str, holder: str, length: timedelta
    ) -> None:
        self._database = database
        self._kinds = kinds
        self._clock = clock
        self._channel = channel
        self._holder = holder
        self._length = length
        self._queue: asyncio.Queue[tuple[Work, asyncio.Future[Any]]] = asyncio.Queue()
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        self._task = asyncio.create_task(self._work())

    async def close(self) -> None:
        if self._task:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def claim(self, number: int) -> Claimed | None:
        """Make a waiting message ours. None when it must not, or need not, be sent now.

        Raises `LeaseLostError`, or what the database raises; then it is not claimed.
        """
        result: Claimed | None = await self._ask(lambda session: self._claim(session, number))
        return result

    async def record(self, number: int, outcome: Outcome) -> datetime | None:
        """Write down what became of a try. Returns when the next one is due, if there is one.

        Tried until the database takes it: the message has left, and only this remembers it.
        """
        while True:
            try:
                due: datetime | None = await self._ask(lambda session: self._record(session, number, outcome))
                return due
            except Exception as error:
                log.error("sent but not recorded yet", channel=self._channel, owed_id=number, exc_info=error)
                await asyncio.sleep(_PATIENCE)

    async def _ask(self, work: Work) -> Any:
        future = asyncio.get_running_loop().create_future()
        self._queue.put_nowait((work, future))
        return await future

    async def _work(self) -> None:
        while True:
            together = [await self._queue.get()]
            while not self._queue.empty() and len(together) < _MOST_TOGETHER:
                together.append(self._queue.get_nowait())
            try:
                await self._commit(together)
            except Exception as error:
                if len(together) == 1:
                    _refuse(together[0][1], error)
                    continue
                # One of them spoils it for the others: each alone.
                for one in together:
                    try:
                        await self._commit([one])
                    except Exception as alone:
                        _refuse(one[1], alone)

    async def _commit(self, together: list[tuple[Work, asyncio.Future[Any]]]) -> None:
        async with self._database.transaction() as session:
            results = [await work(session) for work, _ in together]
        for (_, future), result in zip(together, results, strict=True):
            if not future.done():
                future.set_result(result)

    async def _claim(self, session: AsyncSession, number: int) -> Claimed | None:
        now = self._clock()
        await lease.hold(session, self._channel, self._holder, now, self._length)
        done = await session.exec(
            update(OwedMessage)
            .where(col(OwedMessage.id) == number, col(OwedMessage.state) == State.WAITING)
            .values(state=State.CLAIMED, claimed_by=self._holder, claimed_at=now)
            .execution_options(synchronize_session=False)
        )
        if not done.rowcount:
            return None
        owed = (await session.exec(select(OwedMessage).where(col(OwedMessage.id) == number))).one()
        kind = self._kinds.named(owed.kind)
        if over(owed, now):
            await self._end(session, owed, State.EXPIRED, None, now)
            return None
        if not owed.urgent and owed.priority > Priority.URGENT:
            # Its end stays where it was: nights must not make it last for ever.
            end = owed.expires_at or owed.not_before + OLDEST
            moment = allowed_moment(now, now, expires_at=end)
            if moment is None:
                await self._end(session, owed, State.EXPIRED, None, now)
                return None
            if moment != now:
                await self._put_back(session, number, None, not_before=moment, expires_at=end)
                return None
        if kind is None:
            log.error("no such kind", channel=self._channel, owed_id=number, kind=owed.kind)
            await self._end(session, owed, State.DROPPED, "unknown kind", now)
            return None
        if await self._is_blocked(session, owed.chat_id):
            await self._end(session, owed, State.GONE, "blocked", now)
            return None
        # What cannot be looked at again, or put into words, would hold up its chat for ever.
        reason: str | None = "not rechecked"
        try:
            reason = await kind.recheck(session, owed, now)
            if reason is None:
                reason = "not rendered"
                call = await kind.render(session, owed)
                reason = None
        except Exception as error:
            if isinstance(error, DBAPIError) and lost_a_race(error):
                raise
            log.error("owed message stumbled", step=reason, owed_id=number, kind=owed.kind, exc_info=error)
        if reason is not None:
            await self._end(session, owed, State.DROPPED, reason, now)
            return None
        await _change(session, number, attempts=owed.attempts + 1)
        return Claimed(number, owed.chat_id, call)

    async def _is_blocked(self, session: AsyncSession, chat_id: int) -> bool:
        found = await session.exec(
            select(Address.blocked_at).where(col(Address.channel) == self._channel, col(Address.chat_id) == chat_id)
        )
        return found.first() is not None

    async def _end(
        self,
        session: AsyncSession,
        owed: OwedMessage,
        state: State,
        reason: str | None,
        now: datetime,
        message_ids: list[int] | None = None,
    ) -> None:
        assert owed.id is not None
        await _end(session, owed.id, state, reason, now, message_ids=message_ids)
        kind = self._kinds.named(owed.kind)
        if kind and kind.done:
            set_committed_value(owed, "reason", reason)
            await self._tell(session, kind.done(session, owed, state, message_ids or [], now))

    async def _record(self, session: AsyncSession, number: int, outcome: Outcome) -> datetime | None:
        now = self._clock()
        owed = (await session.exec(select(OwedMessage).where(col(OwedMessage.id) == number))).one_or_none()
        # Another process that thought us dead may have taken it for uncertain: we know better. What it sent
        # itself since then only turns out to have arrived.
        if owed is None or owed.state not in (State.CLAIMED, State.UNCERTAIN):
            return None
        arrived = owed.state == State.UNCERTAIN and outcome.result is Result.DELIVERED
        if not (arrived or owed.claimed_by == self._holder):
            return None
        match outcome.result:
            case Result.DELIVERED:
                await self._end(session, owed, State.DELIVERED, None, now, outcome.message_ids)
            case Result.REFUSED:
                await self._end(session, owed, State.DROPPED, outcome.reason, now)
            case Result.GONE:
                await self._gone(session, owed, outcome, now)
            case Result.MIGRATED:
                assert outcome.new_chat_id is not None
                await self._migrated(session, owed, outcome.new_chat_id, now)
            case Result.UNCERTAIN:
                return await self._uncertain(session, owed, outcome.reason, now)
            case Result.UNSENT | Result.TOO_MANY | Result.BAD_TOKEN:
                return await self._put_back(session, number, now + timedelta(seconds=outcome.seconds))
        return None

    async def _put_back(self, session: AsyncSession, number: int, due: datetime | None, **more: Any) -> datetime | None:
        free = {"claimed_by": None, "claimed_at": None, "reason": None, "finished_at": None}
        await _change(session, number, state=State.WAITING, retry_at=due, **free, **more)
        return due

    async def _uncertain(
        self, session: AsyncSession, owed: OwedMessage, reason: str | None, now: datetime
    ) -> datetime | None:
        assert owed.id is not None
        kind = self._kinds.named(owed.kind)
        if kind and kind.resend_uncertain and not owed.resent:
            return await self._put_back(session, owed.id, now + RESEND_AFTER, resent=True)
        await self._end(session, owed, State.UNCERTAIN, reason, now)
        return None

    async def _gone(self, session: AsyncSession, owed: OwedMessage, outcome: Outcome, now: datetime) -> None:
        assert owed.id is not None
        await self._end(session, owed, State.GONE, outcome.reason, now)
        await mark_blocked(session, owed.channel, owed.chat_id, now)
        for told in self._kinds.when_gone:
            await self._tell(session, told(session, owed.channel, owed.chat_id, now))

    async def _migrated(self, session: AsyncSession, owed: OwedMessage, new: int, now: datetime) -> None:
        """Everything owed to the old number goes to the new one, and nothing twice."""
        assert owed.id is not None
        old = owed.chat_id
        await self._put_back(session, owed.id, now)
        waiting = await session.exec(
            select(OwedMessage.id, OwedMessage.batch).where(
                col(OwedMessage.channel) == owed.channel,
                col(OwedMessage.state) == State.WAITING,
                col(OwedMessage.chat_id) == old,
            )
        )
        for number, batch in waiting.all():
            assert number is not None
            if batch is not None and await self._is_in(session, batch, owed.channel, new):
                await _end(session, number, State.DROPPED, "same chat", now)
            else:
                await _change(session, number, chat_id=new, migrated_from=old)
        for told in self._kinds.when_migrated:
            await self._tell(session, told(session, owed.channel, old, new))

    async def _tell(self, session: AsyncSession, told: Awaitable[None]) -> None:
        """Whoever wanted to hear of it may fail; what became of the message is written down all the same.

        Not so who only lost a race for a row: then all of it is done again.
        """
        try:
            async with session.begin_nested():
                await told
        except Exception as error:
            if isinstance(error, DBAPIError) and lost_a_race(error):
                raise
            log.error("not told what became of a message", channel=self._channel, exc_info=error)

    async def _is_in(self, session: AsyncSession, batch: str, channel: str, chat_id: int) -> bool:
        """Whether a batch has a message of its own for a chat, which did not come there by moving."""
        found = await session.exec(
            select(OwedMessage.id).where(
                col(OwedMessage.batch) == batch,
                col(OwedMessage.channel) == channel,
                col(OwedMessage.chat_id) == chat_id,
                col(OwedMessage.migrated_from).is_(None),
                col(OwedMessage.state) != State.DROPPED,
            )
        )
        return found.first() is not None


def over(owed: OwedMessage, now: datetime) -> bool:
    """Whether a message's use is over."""
    return now >= (owed.expires_at or owed.not_before + OLDEST)


async def orphans(session: AsyncSession, kinds: Kinds, channel: str, holder: str, now: datetime) -> int:
    """What a process that is no more had claimed: uncertain, or, where that is right, sent once more.

    Call when the lease has just come to us. Returns how many there were.
    """
    claimed = (
        col(OwedMessage.channel) == channel,
        col(OwedMessage.state) == State.CLAIMED,
        col(OwedMessage.claimed_by) != holder,
    )
    again = await session.exec(
        update(OwedMessage)
        .where(*claimed, col(OwedMessage.kind).in_(kinds.resent), col(OwedMessage.resent).is_(False))
        .values(state=State.WAITING, resent=True, claimed_by=None, claimed_at=None)
        .execution_options(synchronize_session=False)
    )
    unsure = await session.exec(
        update(OwedMessage)
        .where(*claimed)
        .values(state=State.UNCERTAIN, reason="process ended", finished_at=now)
        .execution_options(synchronize_session=False)
    )
    return again.rowcount + unsure.rowcount


async def abandoned(session: AsyncSession, channel: str, holder: str, under_way: list[int]) -> int:
    """Put back what we claimed without learning of it (the line to the database broke in the COMMIT).

    It surely was not sent. ``under_way`` are the numbers that are being sent. Returns how many there were.
    """
    done = await session.exec(
        update(OwedMessage)
        .where(
            col(OwedMessage.channel) == channel,
            col(OwedMessage.state) == State.CLAIMED,
            col(OwedMessage.claimed_by) == holder,
            col(OwedMessage.id).not_in(under_way),
        )
        .values(state=State.WAITING, claimed_by=None, claimed_at=None)
        .execution_options(synchronize_session=False)
    )
    return done.rowcount


async def sent_lately(session: AsyncSession, channel: str, since: datetime) -> bool:
    """Whether anything was, or may have been, sent on a channel since then."""
    found = await session.exec(
        select(OwedMessage.id)
        .where(
            col(OwedMessage.channel) == channel,
            or_(col(OwedMessage.finished_at) >= since, col(OwedMessage.claimed_at) >= since),
        )
        .limit(1)
    )
    return found.first() is not None


async def _end(
    session: AsyncSession, number: int, state: State, reason: str | None, now: datetime, **more: Any
) -> None:
    keep = {} if state == State.UNCERTAIN else {"payload": None}
    await _change(session, number, state=state, reason=reason, finished_at=now, retry_at=None, **keep, **more)


async def _change(session: AsyncSession, number: int, **values: Any) -> None:
    await session.exec(
        update(OwedMessage)
        .where(col(OwedMessage.id) == number)
        .values(**values)
        .execution_options(synchronize_session=False)
    )


def _refuse(future: "asyncio.Future[Any]", error: Exception) -> None:
    if not future.done():
        future.set_exception(error)
