"""aiogram's FSM storage in the update's own transaction.

State changed by a handler is committed or rolled back with everything else the update did; a
process that dies in between leaves the conversation where the person last saw it.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from aiogram.fsm.state import State
from aiogram.fsm.storage.base import BaseStorage, StateType, StorageKey
from sqlmodel import col, delete
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.people.accounts import Actor
from bot.storage.tables import Dialogue

KEEP_QUESTION = timedelta(days=1)
"""How long the last question is remembered; `/prywatnosc` tells people so."""
KEEP_FORM = timedelta(days=7)
"""How long something half typed waits for its rest."""


async def forget_old(session: AsyncSession, now: datetime) -> None:
    """Delete what was remembered of conversations longer than people were told. The caller commits."""
    for old, limit in (
        (col(Dialogue.state).is_(None), KEEP_QUESTION),
        (col(Dialogue.state).is_not(None), KEEP_FORM),
    ):
        await session.exec(
            delete(Dialogue)
            .where(old, col(Dialogue.changed_at) < now - limit)
            .execution_options(synchronize_session=False)
        )


class DialogueStorage(BaseStorage):
    """The state of one person's private conversation, for one update.

    It was read with the person (`people.accounts.find_actor`) and is written once, by `save`.
    """

    def __init__(self, actor: Actor) -> None:
        self._actor = actor
        self._changed = False

    async def set_state(self, key: StorageKey, state: StateType = None) -> None:
        name = state.state if isinstance(state, State) else state
        self._changed |= name != self._actor.dialogue_state
        self._actor.dialogue_state = name

    async def get_state(self, key: StorageKey) -> str | None:
        return self._actor.dialogue_state

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        self._changed |= dict(data) != self._actor.dialogue_data
        self._actor.dialogue_data = dict(data)

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        return dict(self._actor.dialogue_data)

    async def save(self, session: AsyncSession, now: datetime) -> None:
        """Write what changed; a conversation with nothing to remember has no row."""
        if not self._changed:
            return
        actor = self._actor
        if actor.dialogue_state is None and not actor.dialogue_data:
            await session.exec(
                delete(Dialogue)
                .where(
                    col(Dialogue.channel) == actor.channel,
                    col(Dialogue.chat_id) == actor.chat_id,
                    col(Dialogue.user_id) == actor.chat_id,
                )
                .execution_options(synchronize_session=False)
            )
            return
        await session.merge(
            Dialogue(
                channel=actor.channel,
                chat_id=actor.chat_id,
                user_id=actor.chat_id,
                state=actor.dialogue_state,
                data=actor.dialogue_data,
                changed_at=now,
            )
        )
        await session.flush()

    async def close(self) -> None:
        """Nothing to close: the session belongs to the update."""
