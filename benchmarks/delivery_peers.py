"""Other senders doing what `benchmarks.delivery` asks, each as its authors mean it to be used.

Run by the Python of a folder of its own, which has them: they are no dependencies of Okienko.
Arguments: name, address of the server, scale; the chats as JSON on standard input (a chat that stands
there n times gets n messages).
"""

import asyncio
import json
import sys
from collections import Counter

TOKEN = "42:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"


async def ptb_limiter(base: str, scale: float, chats: list[int]) -> None:
    from telegram.ext import AIORateLimiter, ExtBot
    from telegram.request import HTTPXRequest

    limiter = AIORateLimiter(overall_time_period=1 / scale, group_time_period=60 / scale)
    request = HTTPXRequest(connection_pool_size=256, pool_timeout=600)
    bot = ExtBot(TOKEN, base_url=f"{base}/bot", request=request, rate_limiter=limiter)
    await bot.initialize()
    sends = [bot.send_message(chat, f"p{number}") for number, chat in enumerate(chats)]
    await asyncio.gather(*sends, return_exceptions=True)


def aiogram_bot(base: str):  # type: ignore[no-untyped-def]
    from aiogram import Bot
    from aiogram.client.session.aiohttp import AiohttpSession
    from aiogram.client.telegram import TelegramAPIServer

    return Bot(TOKEN, session=AiohttpSession(api=TelegramAPIServer.from_base(base)))


def rounds(chats: list[int]) -> list[list[int]]:
    """As many broadcasts as the chat with the most messages needs."""
    counted = Counter(chats)
    return [[chat for chat, many in counted.items() if many > turn] for turn in range(max(counted.values()))]


async def aiogram_broadcaster(base: str, scale: float, chats: list[int]) -> None:
    from aiogram.types import Chat, Message
    from aiogram_broadcaster import Broadcaster
    from aiogram_broadcaster.contents import MessageSendContent
    from aiogram_broadcaster.intervals import SimpleInterval

    bot = aiogram_bot(base)
    broadcaster = Broadcaster(bot)
    for number, turn in enumerate(rounds(chats)):
        message = Message(message_id=1, date=1, chat=Chat(id=1, type="private"), text=f"r{number}")  # type: ignore[arg-type]
        mailer = await broadcaster.create_mailer(
            chats=turn, content=MessageSendContent(message=message), interval=SimpleInterval(interval=1 / (30 * scale))
        )
        await mailer.start()
    await bot.session.close()


async def aiogram_broadcast(base: str, scale: float, chats: list[int]) -> None:
    from aiogram_broadcast import BroadcastService
    from aiogram_broadcast.storage.base import BaseBroadcastStorage

    bot = aiogram_bot(base)
    for number, turn in enumerate(rounds(chats)):

        class Storage(BaseBroadcastStorage):
            """The chats of this round, in memory."""

            ids = turn

            async def get_all_subscriber_ids(self, *_: object, **__: object) -> list[int]:  # type: ignore[override]
                return self.ids

        for name in BaseBroadcastStorage.__abstractmethods__ - {"get_all_subscriber_ids"}:
            setattr(Storage, name, lambda *_, **__: asyncio.sleep(0))
        Storage.__abstractmethods__ = frozenset()  # type: ignore[attr-defined]
        service = BroadcastService(bot, Storage(), rate_limit=1 / (30 * scale))
        await service.broadcast_text(f"r{number}")
    await bot.session.close()


if __name__ == "__main__":
    name, base, scale = sys.argv[1:4]
    peer = {
        "ptb-limiter": ptb_limiter,
        "aiogram-broadcaster": aiogram_broadcaster,
        "aiogram-broadcast": aiogram_broadcast,
    }[name]
    asyncio.run(peer(base, float(scale), json.load(sys.stdin)))
