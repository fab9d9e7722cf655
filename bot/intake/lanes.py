"""One after the other within a lane, all lanes side by side."""

import asyncio
from collections.abc import Awaitable, Callable, Hashable
from typing import Any, TypeVar

T = TypeVar("T")


class Lanes:
    """Runs jobs of one key strictly in the order they were handed in.

    A job that fails or is cancelled does not hold up the next one.
    """

    def __init__(self) -> None:
        self._last: dict[Hashable, asyncio.Task[Any]] = {}
        self._all: set[asyncio.Task[Any]] = set()

    def run(self, key: Hashable, job: Callable[[], Awaitable[T]]) -> asyncio.Task[T]:
        """Queue a job behind those of the same key. Await the task for its result."""
        before = self._last.get(key)

        async def in_turn() -> T:
            if before is not None:
                await asyncio.wait([before])
            return await job()

        task = asyncio.create_task(in_turn())
        self._last[key] = task
        self._all.add(task)
        task.add_done_callback(lambda done: self._leave(key, done))
        return task

    def _leave(self, key: Hashable, task: asyncio.Task[Any]) -> None:
        self._all.discard(task)
        if self._last.get(key) is task:
            del self._last[key]

    async def drain(self, seconds: float | None) -> None:
        """Wait for what is under way (None: for as long as it takes), then cancel what is left."""
        if self._all:
            _, late = await asyncio.wait(set(self._all), timeout=seconds)
            for task in late:
                task.cancel()
            if late:
                await asyncio.wait(late)
