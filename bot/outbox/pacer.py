"""One pacer for everything that a bot sends and that the messenger counts.

Telegram allows about 30 messages a second in all, one a second to a chat and twenty a minute to a
group (Bots FAQ, "My bot is hitting limits"). When exactly it counts a request is only known to lie
between its sending and its answer, so a place in a window is free again one window after the
*answer*: then no order of arrival can break a limit.

Live answers go first and need no spacing; everything else is spaced evenly, because bursts would
make a live answer wait for a whole window.
"""

import asyncio
from bisect import insort
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from math import inf
from typing import Any

from bot.outbox.states import Priority

_TOPIC = "ForumTopic"
_MANY_CHATS = 5000


def is_counted(method: str) -> bool:
    """Whether a Bot API method counts against the limits (sendChatAction says nothing and does not)."""
    return (method.startswith(("send", "copy", "forward", "edit")) or _TOPIC in method) and method != "sendChatAction"


def messages_in(arguments: Any) -> int:
    """How many messages a call makes: an album, or several copied or forwarded at once."""
    for name in ("media", "message_ids"):
        value = arguments.get(name) if isinstance(arguments, dict) else getattr(arguments, name, None)
        if isinstance(value, list | tuple):
            return max(1, len(value))
    return 1


@dataclass(frozen=True, slots=True)
class PacerLimits:
    """The messenger's limits. ``second`` and ``minute`` may be shortened for tests, in seconds."""

    enabled: bool = True
    counted: bool = True
    """False where the messenger counts nothing: what is owed is only spaced, so that answers find room."""
    per_second: int = 30
    per_group_minute: int = 20
    second: float = 1.0
    minute: float = 60.0


OWN_PAGE = PacerLimits(counted=False)
"""An answer need not wait there, and an announcement to thousands must not keep our own server from it."""
UNLIMITED = PacerLimits(enabled=False)


@dataclass(slots=True)
class Slot:
    """Leave to send one request. ``counts`` is False once it turned out that nothing will be sent."""

    counts: bool = True

    def unused(self) -> None:
        """Nothing was sent: the place is free again at once."""
        self.counts = False


@dataclass(slots=True, order=True)
class _Waiter:
    rank: int
    number: int
    live: bool = field(compare=False)
    chat: Any = field(compare=False)
    messages: int = field(compare=False)
    turn: "asyncio.Future[None]" = field(compare=False)
    began: float = field(compare=False)
    """When it was asked for; from its turn on, when that came."""


@dataclass(slots=True)
class _Chat:
    under_way: int = 0
    free_at: float = -inf
    held_until: float = -inf
    last_minute: deque[float] = field(default_factory=deque)


class Pacer:
    """Gives leave to send. Times are the event loop's, in seconds.

    ``windows_full``: an earlier process may have sent just before us, so all windows count as full.
    Live answers do not wait for that: a restart takes longer than the second's window, and a person
    in a group should not wait a minute for what is at worst one answer of 429.

    ``live_always_waits`` False is for Bot API servers that may have no limits: live answers then wait
    only within a minute after something else was sent, or after a 429.
    """

    def __init__(
        self, limits: PacerLimits | None = None, *, windows_full: bool = False, live_always_waits: bool = True
    ) -> None:
        self._limits = limits or PacerLimits()
        self._live_waits_until = inf if live_always_waits else -inf
        self._full_at = -inf
        self._waiters: list[_Waiter] = []
        self._chats: dict[Any, _Chat] = {}
        self._sent: deque[float] = deque()
        self._under_way = 0
        self._even = -inf
        self._answer_takes = 0.0
        self._numbers = count()
        self._timer: asyncio.TimerHandle | None = None
        if windows_full:
            self.fill()

    @asynccontextmanager
    async def slot(self, chat: int | str | None, priority: Priority, messages: int = 1) -> AsyncIterator[Slot]:
        """Wait for one's turn; leave the block when the answer is known.

        ``chat`` is None for what goes to no chat. In a chat only one request is under way at a time, in
        the order of asking (live ones first).
        """
        live = priority == Priority.LIVE
        if not self._limits.enabled or (live and not self._limits.counted):
            yield Slot()
            return
        loop = asyncio.get_running_loop()
        waiter = _Waiter(
            # Among equals groups go first: they take twenty a minute, so theirs is the longest way.
            rank=2 * priority + (not live and not _is_group(chat)),
            number=next(self._numbers),
            live=live,
            chat=chat,
            messages=min(messages, self._limits.per_second),
            turn=loop.create_future(),
            began=loop.time(),
        )
        if live and loop.time() >= self._live_waits_until:
            self._start(waiter, loop.time())
        else:
            insort(self._waiters, waiter)
            self._grant()
        try:
            await waiter.turn
        except asyncio.CancelledError:
            if waiter in self._waiters:
                self._waiters.remove(waiter)
            else:
                self._free(waiter, Slot(counts=False))
            raise
        slot = Slot()
        try:
            yield slot
        finally:
            self._free(waiter, slot)

    def fill(self) -> None:
        """Another process may have sent just before us: from now on all windows count as full."""
        self._full_at = asyncio.get_running_loop().time()
        self._even = max(self._even, self._full_at + self._limits.second)

    def hold(self, chat: int | str | None, seconds: float) -> None:
        """The messenger said 429 for a chat: nothing goes there for so long. Others are not concerned."""
        now = asyncio.get_running_loop().time()
        state = self._chat(chat)
        state.held_until = max(state.held_until, now + seconds)
        self._live_waits_until = max(self._live_waits_until, now + self._limits.minute)

    @property
    def waiting(self) -> int:
        """Requests that wait for their turn."""
        return len(self._waiters)

    def _chat(self, chat: Any) -> _Chat:
        if len(self._chats) > _MANY_CHATS:
            now = asyncio.get_running_loop().time()
            self._chats = {key: state for key, state in self._chats.items() if not self._forgettable(state, now)}
        return self._chats.setdefault(chat, _Chat())

    def _forgettable(self, state: _Chat, now: float) -> bool:
        last = max(state.free_at, state.held_until, (state.last_minute or [-inf])[-1] + self._limits.minute)
        return not state.under_way and last < now

    def _grant(self) -> None:
        """Give leave to everybody whose turn has come; set the alarm for the next turn."""
        now = asyncio.get_running_loop().time()
        while self._sent and self._sent[0] + self._limits.second <= now:
            self._sent.popleft()
        next_turn, seen = inf, set()
        for waiter in list(self._waiters):
            if not waiter.live and self._even > now:
                next_turn = min(next_turn, self._even)
                break  # live ones stand first: nobody behind can go before the next even place
            if waiter.chat is not None and waiter.chat in seen:
                continue
            seen.add(waiter.chat)
            turn = self._turn(waiter, now)
            if turn > now:
                next_turn = min(next_turn, turn)
                continue
            lacking = self._under_way + len(self._sent) + waiter.messages - self._limits.per_second
            if lacking > 0:
                # Nobody overtakes: one album must not wait for ever behind single messages.
                if lacking <= len(self._sent):
                    next_turn = min(next_turn, self._sent[lacking - 1] + self._limits.second)
                break
            self._waiters.remove(waiter)
            self._start(waiter, now)
        if self._timer:
            self._timer.cancel()
            self._timer = None
        if next_turn < inf:
            self._timer = asyncio.get_running_loop().call_at(next_turn, self._grant)

    def _turn(self, waiter: _Waiter, now: float) -> float:
        """When a waiter could go as far as the chat and the even spacing are concerned."""
        turn = -inf if waiter.live else self._even
        if waiter.chat is None or not self._limits.counted:
            return turn
        state = self._chat(waiter.chat)
        if state.under_way:
            return inf
        turn = max(turn, state.free_at, state.held_until)
        if _is_group(waiter.chat):
            if not waiter.live:
                turn = max(turn, self._full_at + self._limits.minute)
            while state.last_minute and state.last_minute[0] + self._limits.minute <= now:
                state.last_minute.popleft()
            lacking = len(state.last_minute) + waiter.messages - self._limits.per_group_minute
            if lacking > 0 and state.last_minute:
                place = min(lacking, len(state.last_minute)) - 1
                turn = max(turn, state.last_minute[place] + self._limits.minute)
        return turn

    def _start(self, waiter: _Waiter, now: float) -> None:
        self._under_way += waiter.messages
        if waiter.chat is not None:
            self._chat(waiter.chat).under_way += 1
        # As wide as the window takes them, so that it is never full and a live answer finds a place.
        if not waiter.live:
            self._live_waits_until = max(self._live_waits_until, now + self._limits.minute)
        gap = (self._limits.second + self._answer_takes) / self._limits.per_second * waiter.messages
        # A late alarm is made up for, by one gap at most: otherwise lateness would add up.
        late = waiter.began < self._even
        self._even = (max(self._even, now - gap) if late else now) + gap
        waiter.began = now
        waiter.turn.set_result(None)

    def _free(self, waiter: _Waiter, slot: Slot) -> None:
        now = asyncio.get_running_loop().time()
        self._under_way -= waiter.messages
        state = self._chat(waiter.chat) if waiter.chat is not None else None
        if state:
            state.under_way -= 1
        if slot.counts:
            took = min(now - waiter.began, self._limits.second)
            self._answer_takes += (took - self._answer_takes) / 16
            self._sent.extend([now] * waiter.messages)
            if state:
                state.free_at = now + self._limits.second
                if _is_group(waiter.chat):
                    state.last_minute.extend([now] * waiter.messages)
        self._grant()


def _is_group(chat: int | str | None) -> bool:
    return isinstance(chat, str) or (chat is not None and chat < 0)
