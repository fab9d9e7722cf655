"""aiogram's FSM storage in the update's own transaction.

State changed by a handler is committed or rolled back with everything else the update did; a
process that dies in between leaves the conversation where the person last saw it.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from aiogram.fsm.state import State
from aiogram.fsm.storage.base import BaseStorage, StateType, StorageKey
from sqlmodel import col, delete
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.storage.tables import Dialogue


class DialogueStorage(BaseStorage):
    """State of one update's conversation. Made anew for each update; ``now`` is its moment."""

    def __init__(self, session: AsyncSession, channel: str, now: datetime) -> None:
        self._session = session
        self._channel = channel
        self._now = now

    async def _row(self, key: StorageKey) -> Dialogue | None:
        return await self._session.get(Dialogue, (self._channel, key.chat_id, key.user_id))

    async def _keep(self, key: StorageKey, *, state: str | None, data: dict[str, Any]) -> None:
        if state is None and not data:
            await self._session.exec(
                delete(Dialogue).where(
                    col(Dialogue.channel) == self._channel,
                    col(Dialogue.chat_id) == key.chat_id,
                    col(Dialogue.user_id) == key.user_id,
                )
            )
            return
        row = await self._row(key) or Dialogue(
            channel=self._channel, chat_id=key.chat_id, user_id=key.user_id, changed_at=self._now
        )
        row.state, row.data, row.changed_at = state, data, self._now
        self._session.add(row)
        await self._session.flush()

    async def set_state(self, key: StorageKey, state: StateType = None) -> None:
        name = state.state if isinstance(state, State) else state
        await self._keep(key, state=name, data=await self.get_data(key))

    async def get_state(self, key: StorageKey) -> str | None:
        row = await self._row(key)
        return row.state if row else None

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        await self._keep(key, state=await self.get_state(key), data=dict(data))

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        row = await self._row(key)
        return dict(row.data) if row else {}

    async def close(self) -> None:
        """Nothing to close: the session belongs to the update."""
