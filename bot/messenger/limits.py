"""Telegram's sending limits as strict sliding windows."""

from collections import deque
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

from bot.clock import Clock
from bot.messenger.refusals import too_many_requests


@dataclass(frozen=True)
class Limits:
    """How hard the messenger holds bots to the limits.

    ``scale`` makes time run faster for the windows: with 60, twenty messages a minute to a group
    become twenty a second. Wherever ``retry_after`` is told it stays in whole seconds, at least 1.
    """

    enabled: bool = True
    scale: float = 1.0
    per_second: int = 30
    per_chat_second: int = 1
    per_group_minute: int = 20


class Windows:
    """Counts what each bot sent. In memory: a restart forgets, as it does nobody harm here."""

    def __init__(self, limits: Limits, clock: Clock) -> None:
        self._limits = limits
        self._clock = clock
        self._sent: dict[tuple[str, int, int], deque[datetime]] = {}
        self._swept = clock()

    def take(self, bot_id: int, room_id: int, *, group: bool, count: int = 1) -> None:
        """Count ``count`` messages of a bot to a chat, all or none.

        Raises `Refusal` 429 with the whole seconds after which the call fits; a refused call does
        not count.
        """
        if not self._limits.enabled:
            return
        now = self._clock()
        second, minute = (timedelta(seconds=s / self._limits.scale) for s in (1, 60))
        windows = [
            (self._queue("bot", bot_id, 0), second, self._limits.per_second),
            (self._queue("chat", bot_id, room_id), second, self._limits.per_chat_second),
        ]
        if group:
            windows.append((self._queue("group", bot_id, room_id), minute, self._limits.per_group_minute))
        pause = timedelta()
        for queue, length, most in windows:
            while queue and now - queue[0] >= length:
                queue.popleft()
            # An album is one call for many messages: it passes when the chat's window is open.
            if len(queue) >= most:
                pause = max(pause, queue[len(queue) - most] + length - now)
        if pause:
            raise too_many_requests(max(1, ceil(pause.total_seconds())))
        for queue, _, _ in windows:
            queue.extend([now] * count)
        self._sweep(now, minute)

    def _queue(self, kind: str, bot_id: int, room_id: int) -> deque[datetime]:
        return self._sent.setdefault((kind, bot_id, room_id), deque())

    def _sweep(self, now: datetime, age: timedelta) -> None:
        if now - self._swept >= age:
            self._swept = now
            self._sent = {key: queue for key, queue in self._sent.items() if queue and now - queue[-1] < age}
