"""Live answers share the bot's pacer with what is owed."""

import asyncio
import gc
import weakref
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramRetryAfter
from aiogram.methods import AnswerCallbackQuery, GetFile, Response, SendMessage, TelegramMethod
from aiogram.types import File

from bot.intake.pacing import PacedRequests
from bot.outbox.pacer import Pacer
from bot.outbox.states import Priority
from tests.outbox.virtual_time import run


class Sent:
    """Stands where the request would leave."""

    def __init__(self) -> None:
        self.times: list[float] = []
        self.refuse = False

    async def __call__(self, _bot: Any, method: TelegramMethod[Any]) -> Any:
        self.times.append(asyncio.get_running_loop().time())
        if self.refuse:
            raise TelegramRetryAfter(method=method, message="Too Many Requests", retry_after=7)
        return None


TOKEN = "42:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"


def test_two_answers_to_one_chat_are_a_second_apart_and_a_tap_is_answered_at_once() -> None:
    async def scene() -> None:
        sent, middleware, bot = Sent(), PacedRequests(Pacer()), Bot(TOKEN)
        await middleware(sent, bot, SendMessage(chat_id=7, text="a"))
        await middleware(sent, bot, AnswerCallbackQuery(callback_query_id="1"))
        await middleware(sent, bot, SendMessage(chat_id=8, text="c"))
        await middleware(sent, bot, SendMessage(chat_id=7, text="b"))
        assert sent.times == pytest.approx([0, 0, 0, 1])

    run(scene())


def test_a_429_to_a_live_answer_holds_what_is_owed_to_that_chat() -> None:
    async def scene() -> None:
        pacer, sent, bot = Pacer(), Sent(), Bot(TOKEN)
        sent.refuse = True
        with pytest.raises(TelegramRetryAfter):
            await PacedRequests(pacer)(sent, bot, SendMessage(chat_id=7, text="a"))
        async with pacer.slot(7, Priority.BULK):
            assert asyncio.get_running_loop().time() == pytest.approx(7)

    run(scene())


def test_the_class_of_an_answer_is_not_built_for_each_of_them() -> None:
    async def scene() -> None:
        middleware = PacedRequests(Pacer())
        await middleware(Sent(), Bot(TOKEN), GetFile(file_id="x"))
        built = weakref.ref(Response[File])
        gc.collect()
        assert built() is not None

    run(scene())
