"""Bots to be killed: imports once, then forks a bot for each line of JSON on stdin.

Run as ``python -m tests.intake.nursery``. A line has ``url`` (database), ``base`` (Bot API server),
``token`` and ``crash``: null, or a step's name and the how-many-eth time it dies there, as a
power cut would: no clean-up, no exception. Prints the child's exit code.
"""

import asyncio
import json
import os
import sys
from collections import Counter
from typing import Any

from aiogram import Bot, Dispatcher, Router
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.fsm.context import FSMContext
from aiogram.methods import GetWebhookInfo, SendMessage
from aiogram.types import Message

from bot.clock import system_clock
from bot.intake import polling
from bot.intake.journey import Intake
from bot.intake.polling import poll
from bot.intake.sending import Sender
from bot.storage import Database
from bot.texts import texts

KILLED = 9


async def live(url: str, base: str, token: str, crash: tuple[str, int] | None) -> None:
    """A bot that counts what it is told, until nothing is left to do."""
    seen: Counter[str] = Counter()

    def step(name: str) -> None:
        seen[name] += 1
        if crash == (name, seen[name]):
            os._exit(KILLED)

    router = Router()

    @router.message()
    async def count(message: Message, state: FSMContext) -> list[SendMessage]:
        heard = (await state.get_data()).get("heard", [])
        await state.update_data(heard=[*heard, message.text])
        return [SendMessage(chat_id=message.chat.id, text=f"{message.text} {part}") for part in ("one", "two")]

    dispatcher = Dispatcher(disable_fsm=True)
    dispatcher.include_router(router)
    database = Database(url)
    sender = Sender(database, system_clock, step=step)
    intake = Intake(database, dispatcher, sender, texts(), system_clock, step=step)
    bot = Bot(token, session=AiohttpSession(api=TelegramAPIServer.from_base(base)))
    intake.serve("web", bot)
    await sender.recover()
    polling.LONG_POLL = 1
    loop = asyncio.create_task(poll(intake, "web", bot, ["message"]))
    async with asyncio.timeout(20):
        # The messenger is another process: only asking tells whether it has nothing left for us.
        while (await bot(GetWebhookInfo())).pending_update_count or sender.waiting:
            await sender.settled()
    loop.cancel()
    await asyncio.gather(loop, return_exceptions=True)
    await intake.close()
    await sender.close()
    await bot.session.close()
    await database.close()


def main() -> None:
    for line in sys.stdin:
        order: dict[str, Any] = json.loads(line)
        child = os.fork()
        if child == 0:
            try:
                crash = tuple(order["crash"]) if order["crash"] else None
                asyncio.run(live(order["url"], order["base"], order["token"], crash))  # type: ignore[arg-type]
                os._exit(0)
            except BaseException as error:
                sys.stderr.write(f"{error!r}\n")
                os._exit(1)
        _, status = os.waitpid(child, 0)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(status)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
