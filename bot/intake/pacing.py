"""Live answers go through the bot's one pacer too, ahead of everything that is owed."""

from typing import Any

from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.exceptions import TelegramRetryAfter
from aiogram.methods import Response, TelegramMethod
from aiogram.methods.base import TelegramType

from bot.outbox.pacer import Pacer, is_counted, messages_in
from bot.outbox.states import Priority


class PacedRequests(BaseRequestMiddleware):
    """For `bot.session.middleware`: waits for a slot for each method that the messenger counts."""

    def __init__(self, pacer: Pacer) -> None:
        self._pacer = pacer
        self._answers: dict[type, type] = {}

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Response[TelegramType]:
        if type(method) not in self._answers:
            # aiogram asks for this class with each answer; pydantic forgets it when nobody holds it, and
            # builds it anew, in a hundredth of a second.
            self._answers[type(method)] = Response[method.__returning__]  # type: ignore[name-defined]
        if not is_counted(method.__api_method__):
            return await make_request(bot, method)
        chat: Any = getattr(method, "chat_id", None)
        async with self._pacer.slot(chat, Priority.LIVE, messages_in(method)):
            try:
                return await make_request(bot, method)
            except TelegramRetryAfter as error:
                self._pacer.hold(chat, error.retry_after)
                raise
