"""The sending process of a channel: lease, turn, slot, claim, send, record.

The place in the pacer comes before the claim. So only what is really on the line is ever claimed, and
a process that dies leaves as few uncertain messages as can be.
"""

import asyncio
import secrets
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any, NamedTuple, Protocol

import structlog
from sqlalchemy import bindparam, exists, or_
from sqlmodel import col, func, select

from bot.clock import Clock
from bot.outbox import lease
from bot.outbox.kinds import Call, Kinds
from bot.outbox.ledger import Ledger, abandoned, orphans, sent_lately
from bot.outbox.pacer import Pacer, Slot, messages_in
from bot.outbox.states import Outcome, Priority, Result, State
from bot.storage import Database, UtcDateTime
from bot.storage.tables import OwedMessage

log = structlog.get_logger(__name__)

LEASE = timedelta(seconds=30)
POLL_SECONDS = 1.0
WINDOW = timedelta(minutes=1)
"""The messenger's longest window."""
FIRST_PAUSE, LONGEST_PAUSE = 1.0, 60.0
"""Seconds to wait after a connection that could not be made; doubled each time."""
_AHEAD = 128
"""How many groups, and how many other chats, of one priority may wait for their slots before more are looked up."""
_PAGE = 64
_TOGETHER_SECONDS = 0.03
"""Messages that are done within this time are followed up together."""

Step = Callable[[str], None]


class TokenRefusedError(Exception):
    """The Bot API server does not know our token: nothing can be sent."""


class Line(Protocol):
    """What sends; `bot.outbox.telegram_bot.TelegramBot` in earnest."""

    async def prepare(self) -> None:
        """Called before anything is claimed."""

    async def try_to_send(self, call: Call, chat_id: int, slot: Slot) -> Outcome: ...


class _Turn(NamedTuple):
    id: int
    chat_id: int
    priority: Priority
    messages: int


_TURNS = [(priority, to_group) for priority in Priority for to_group in (True, False)]
_ANY_DUE: Any = select(
    *(
        exists().where(
            col(OwedMessage.channel) == bindparam("on"),
            col(OwedMessage.state) == State.WAITING,
            col(OwedMessage.priority) == int(priority),
            col(OwedMessage.to_group) == to_group,
            col(OwedMessage.not_before) <= bindparam("at", type_=UtcDateTime),
        )
        for priority, to_group in _TURNS
    )
)


class Delivery:
    """Sends what is owed on one channel while this process holds the channel's lease."""

    def __init__(
        self,
        database: Database,
        kinds: Kinds,
        clock: Clock,
        channel: str,
        line: Line,
        pacer: Pacer,
        *,
        lease_length: timedelta = LEASE,
        poll_seconds: float = POLL_SECONDS,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        step: Step = lambda _name: None,
    ) -> None:
        self._database = database
        self._kinds = kinds
        self._clock = clock
        self._channel = channel
        self._line = line
        self._pacer = pacer
        self._length = lease_length
        self._poll = poll_seconds
        self._sleep = sleep
        self._step = step
        self._holder = secrets.token_hex(8)
        self._ledger = Ledger(database, kinds, clock, channel, self._holder, lease_length)
        self._poke = asyncio.Event()
        self._leads = False
        self._busy: dict[int, _Turn] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._on_line: set[asyncio.Task[None]] = set()
        self._held: dict[int, datetime] = {}
        self._paused_until: datetime | None = None
        self._pause = FIRST_PAUSE
        self._failure: Exception | None = None

    def poke(self) -> None:
        """Something is owed: look now instead of at the next poll."""
        self._poke.set()

    @property
    def leads(self) -> bool:
        """Whether this process is the one that sends."""
        return self._leads

    @property
    def under_way(self) -> int:
        """Messages taken up and not recorded yet."""
        return len(self._tasks)

    async def run(self) -> None:
        """Send until cancelled. Raises `TokenRefusedError` when the messenger refuses the token."""
        self._ledger.start()
        renewed: datetime | None = None
        try:
            while self._failure is None:
                self._poke.clear()
                now = self._clock()
                try:
                    # A clock that was set back must not make the lease wait for the old hour.
                    fresh = renewed is not None and timedelta(0) <= now - renewed < self._length / 3
                    if not (self._leads and fresh):
                        await self._lead(now)
                        renewed = now
                    if not (self._leads and await self._take_up(now)):
                        await self._rest()
                except Exception as error:
                    log.error("delivery stumbled", channel=self._channel, exc_info=error)
                    await self._rest()
            raise self._failure
        finally:
            await asyncio.shield(self._finish())

    async def drain(self) -> None:
        """Until nothing is due any more: for tests, benchmarks and rehearsals."""
        while self._tasks or await self._take_up(self._clock()):
            await asyncio.sleep(0)
            if self._tasks:
                await asyncio.wait(set(self._tasks), return_when=asyncio.FIRST_COMPLETED)

    async def _rest(self) -> None:
        timer = asyncio.ensure_future(self._sleep(self._poll))
        poked = asyncio.create_task(self._poke.wait())
        try:
            await asyncio.wait([timer, poked], return_when=asyncio.FIRST_COMPLETED)
            if self._tasks:
                await self._sleep(_TOGETHER_SECONDS)
        finally:
            timer.cancel()
            poked.cancel()

    async def _lead(self, now: datetime) -> None:
        async with self._database.transaction() as session:
            taken = await lease.take(session, self._channel, self._holder, now, self._length)
            if taken is False:
                under_way = [turn.id for turn in self._busy.values()]
                if lost := await abandoned(session, self._channel, self._holder, under_way):
                    log.warning("claimed without knowing it", channel=self._channel, put_back=lost)
            if taken:
                if await sent_lately(session, self._channel, now - WINDOW):
                    self._pacer.fill()
                if lost := await orphans(session, self._kinds, self._channel, self._holder, now):
                    log.warning("an earlier process ended while sending", channel=self._channel, uncertain=lost)
                held = await session.exec(
                    select(OwedMessage.chat_id, func.max(col(OwedMessage.retry_at)))
                    .where(
                        col(OwedMessage.channel) == self._channel,
                        col(OwedMessage.state) == State.WAITING,
                        col(OwedMessage.retry_at) > now,
                    )
                    .group_by(col(OwedMessage.chat_id))
                )
                self._held = {chat_id: until for chat_id, until in held.all() if until}
        self._leads = taken is not None

    async def _take_up(self, now: datetime) -> int:
        """Begin with what is due, as far as there is room. Returns how many were begun."""
        if self._is_paused(now):
            return 0
        self._held = {chat_id: until for chat_id, until in self._held.items() if until > now}
        begun = 0
        for priority, to_group in await self._turns_due(now):
            alike = sum(turn.priority == priority and (turn.chat_id < 0) == to_group for turn in self._busy.values())
            if alike > _AHEAD:
                continue
            for turn in await self._due(priority, to_group, now):
                if turn.chat_id not in self._busy:
                    self._begin(turn)
                    begun += 1
        return begun

    def _is_paused(self, now: datetime) -> bool:
        # No pause is longer than the longest: this one was meant on a clock that has been set back since.
        until = self._paused_until
        return until is not None and now < until <= now + timedelta(seconds=LONGEST_PAUSE)

    async def _turns_due(self, now: datetime) -> list[tuple[Priority, bool]]:
        """Which priorities have something due, and whether to groups: one look, for it is asked all the time."""
        async with self._database.session() as session:
            found = await session.exec(_ANY_DUE, params={"on": self._channel, "at": now})
            return [turn for turn, due in zip(_TURNS, found.one(), strict=True) if due]

    async def _due(self, priority: Priority, to_group: bool, now: datetime) -> list[_Turn]:
        # In a chat one after the other: chats with something under way wait, also for a retry.
        closed = [*self._busy, *self._held]
        async with self._database.session() as session:
            rows = await session.exec(
                select(OwedMessage.id, OwedMessage.chat_id, OwedMessage.payload)
                .where(
                    col(OwedMessage.channel) == self._channel,
                    col(OwedMessage.state) == State.WAITING,
                    col(OwedMessage.priority) == int(priority),
                    col(OwedMessage.to_group) == to_group,
                    col(OwedMessage.not_before) <= now,
                    or_(col(OwedMessage.retry_at).is_(None), col(OwedMessage.retry_at) <= now),
                    col(OwedMessage.chat_id).not_in(closed),
                )
                .order_by(col(OwedMessage.not_before), col(OwedMessage.id))
                .limit(_PAGE)
            )
            return [
                _Turn(number, chat_id, priority, messages_in((payload or {}).get("arguments")))
                for number, chat_id, payload in rows.all()
                if number is not None
            ]

    def _begin(self, turn: _Turn) -> None:
        self._busy[turn.chat_id] = turn
        task = asyncio.create_task(self._deliver(turn))
        self._tasks.add(task)
        task.add_done_callback(lambda done: self._done(turn, done))

    def _done(self, turn: _Turn, task: "asyncio.Task[None]") -> None:
        del self._busy[turn.chat_id]
        self._tasks.discard(task)
        self._on_line.discard(task)
        if not task.cancelled() and (error := task.exception()):
            log.error("not delivered", channel=self._channel, owed_id=turn.id, exc_info=error)
        else:
            self.poke()

    async def _deliver(self, turn: _Turn) -> None:
        task: Any = asyncio.current_task()
        await self._line.prepare()
        async with self._pacer.slot(turn.chat_id, turn.priority, turn.messages) as slot:
            self._on_line.add(task)
            now = self._clock()
            claimed = None
            if self._leads and self._failure is None and not self._is_paused(now):
                try:
                    self._step("before claim")
                    claimed = await self._ledger.claim(turn.id)
                except lease.LeaseLostError:
                    self._leads = False
                    log.warning("another process sends now", channel=self._channel)
            if claimed is None:
                slot.unused()
                return
            self._step("claimed")
            outcome = await self._line.try_to_send(claimed.call, claimed.chat_id, slot)
            self._step("sent")
        due = await self._ledger.record(turn.id, self._noted(turn, outcome))
        self._step("recorded")
        if due:
            self._held[turn.chat_id] = due

    def _noted(self, turn: _Turn, outcome: Outcome) -> Outcome:
        """What an outcome means for the messages after it; the outcome with its pause filled in."""
        match outcome.result:
            case Result.TOO_MANY:
                self._pacer.hold(turn.chat_id, outcome.seconds)
            case Result.UNSENT:
                # The whole line is down, so all wait; each failure makes the pause longer.
                now = self._clock()
                if self._paused_until is None or not self._is_paused(now):
                    self._paused_until = now + timedelta(seconds=self._pause)
                    self._pause = min(self._pause * 2, LONGEST_PAUSE)
                    log.warning("messenger not reached", channel=self._channel, pause=self._pause)
                return Outcome(Result.UNSENT, seconds=(self._paused_until - now).total_seconds())
            case Result.BAD_TOKEN:
                self._failure = TokenRefusedError(self._channel)
                self.poke()
            case _:
                self._pause = FIRST_PAUSE
        return outcome

    async def _finish(self) -> None:
        """Let what is on the line arrive, leave the rest unclaimed, and let the next process begin."""
        self._leads = False
        for task in self._tasks - self._on_line:
            task.cancel()
        if self._tasks:
            await asyncio.wait(set(self._tasks), timeout=self._length.total_seconds())
        await self._ledger.close()
        async with self._database.transaction() as session:
            await lease.give_up(session, self._channel, self._holder)
