"""Telling those who wait that something was committed: long polls, webhook senders, open pages.

Everything waits in one process, the messenger's. What is told here is only "look again"; what there
is to see is read from the database, so nothing is lost or doubled. Chat actions ("typing") alone
live here and nowhere else.
"""

import asyncio
from collections import defaultdict
from typing import Generic, TypeVar

Key = TypeVar("Key")


class Bell(Generic[Key]):
    """Wakes everyone who waits at a key. Listen first, then look, then wait: no ring is missed."""

    def __init__(self) -> None:
        self._listeners: defaultdict[Key, set[asyncio.Event]] = defaultdict(set)

    def listen(self, key: Key) -> asyncio.Event:
        """An event that is set with every ring; give it back with `leave`."""
        event = asyncio.Event()
        self._listeners[key].add(event)
        return event

    def leave(self, key: Key, event: asyncio.Event) -> None:
        listeners = self._listeners[key]
        listeners.discard(event)
        if not listeners:
            del self._listeners[key]

    def ring(self, key: Key) -> None:
        for event in self._listeners.get(key, ()):
            event.set()
