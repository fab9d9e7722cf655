"""What is typed around rooms: the answer to a question, or a time while a room is looked at."""

from datetime import datetime
from typing import Any, Final

from aiogram.filters import BaseFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import Message

from bot.handlers.halls.buttons import unpacked
from bot.handlers.halls.typed import read_time
from bot.places.hours import local

LOOKING: Final = "hall"
"""In the state's data: the room that is looked at, its day, the booking that is moved."""


class Asked(BaseFilter):
    """Somebody types the answer to a question of this room; hands on ``after``, what the state ends with."""

    def __init__(self, form: str) -> None:
        self._form = form

    async def __call__(self, _event: Any, raw_state: str | None = None) -> bool | dict[str, Any]:
        if raw_state is None or not raw_state.startswith(self._form):
            return False
        return {"after": raw_state.removeprefix(self._form)}


class TypedTime(BaseFilter):
    """Somebody looks at a room and types a time; hands on ``read`` and ``looking``."""

    async def __call__(
        self, message: Message, state: FSMContext, now: datetime, raw_state: str | None = None
    ) -> bool | dict[str, Any]:
        text = message.text or ""
        if raw_state is not None or text.startswith("/"):
            return False
        looking = (await state.get_data()).get(LOOKING)
        if not isinstance(looking, dict) or not isinstance(looking.get("room"), int):
            return False
        read = read_time(text, local(now).date(), unpacked(str(looking.get("day") or "")))
        return {"read": read, "looking": looking} if read else False
