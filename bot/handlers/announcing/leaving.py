"""Whoever taps or commands something else has left what they were composing: it waits in /ogloszenia."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import CallbackQuery, Message, TelegramObject

from bot.handlers.announcing.buttons import Compose

FORMS = ("announce:", "community:", "roster:", "call:", "shifts:", "shift:", "volunteer:", "programme:", "halls:")


class Leave(BaseMiddleware):
    """Ends the question that was asked, so that nothing typed afterwards is taken for its answer."""

    async def __call__(
        self, handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]], event: TelegramObject, data: Any
    ) -> Any:
        if (data.get("raw_state") or "").startswith(FORMS) and _elsewhere(event):
            await data["state"].set_state(None)
        return await handler(event, data)


def _elsewhere(event: TelegramObject) -> bool:
    if isinstance(event, CallbackQuery):
        return not (event.data or "").startswith(f"{Compose.__prefix__}:")
    return isinstance(event, Message) and (event.text or "").startswith("/")
