"""Codes in buttons: whoever forges one guesses, and that is counted as if it had been typed."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram.methods import AnswerCallbackQuery
from aiogram.types import CallbackQuery, TelegramObject

from bot.places import booking as bookings


async def counted(
    handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]], event: TelegramObject, data: dict[str, Any]
) -> Any:
    """A middleware. Refuses a wrong code with an answer, not an error: that would take the count back with it."""
    pressed, actor, house = data.get("callback_data"), data["actor"], data["house"]
    code, number = getattr(pressed, "code", ""), getattr(pressed, "id", 0) or getattr(pressed, "move", 0)
    if not code or not number or not isinstance(event, CallbackQuery):
        return await handler(event, data)
    if await bookings.is_code_of(data["session"], data["now"], number, code, account_id=actor.account_id):
        return await handler(event, data)
    refusal = house.texts.plain(actor.language, "places-not-yours")
    return [AnswerCallbackQuery(callback_query_id=event.id, text=refusal, show_alert=True)]
