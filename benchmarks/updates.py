"""How fast Okienko starts and answers, beside the bare libraries in the same run.

    python -m benchmarks.updates

Two processes: this one plays Telegram (a Bot API server that says yes, and the sender of webhook
requests), the other is the bot. The peer is a bare aiogram echo with the same web server.
"""

import argparse
import asyncio
import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

from aiohttp import ClientSession, TCPConnector, web

TOKEN = "42:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
SECRET = "benchmark"
LIBRARIES = (
    "aiogram, aiosqlite, alembic, fluent.runtime, jinja2, prometheus_client, pydantic_settings, rapidfuzz, "
    "sqlalchemy.ext.asyncio, sqlmodel, starlette.applications, structlog, typer, uvicorn, yaml, morfeusz2"
)
IMPORTS = f"""
import resource, time
began = time.perf_counter()
for name in {LIBRARIES!r}.split(", "):
    try:
        __import__(name)
    except ImportError:
        pass
print(time.perf_counter() - began, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""
QUESTIONS = [
    "zlota raczka do kranu",
    "mycie okien przed świętami",
    "logopeda dla wnuczka",
    "fryzjer w domu",
    "koce dla psów",
]


@dataclass
class Bot:
    """The bot's process and how it began."""

    process: subprocess.Popen[str]
    url: str
    seconds: float
    megabytes: float


def start(kind: str, base: str, folder: str) -> Bot:
    """Start the echo or Okienko as a process and wait until it says where it listens."""
    began = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.updates", "--as", kind, "--base", base, "--folder", folder],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    url = process.stdout.readline().strip()
    seconds = time.perf_counter() - began
    return Bot(process, url, seconds, resident_memory(process.pid))


def resident_memory(pid: int) -> float:
    """Resident memory of a process in MB (Linux)."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    return 0.0


# The bots


async def be_echo(base: str) -> None:
    """A bare aiogram bot: webhook in, the same text out."""
    import gc

    from aiogram import Bot as TelegramBot
    from aiogram import Dispatcher
    from aiogram.client.session.aiohttp import AiohttpSession
    from aiogram.client.telegram import TelegramAPIServer
    from aiogram.methods import SendMessage
    from aiogram.types import Message, Update
    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import Route

    from bot.http import Server

    dispatcher = Dispatcher()

    @dispatcher.message()
    async def echo(message: Message) -> None:
        await bot(SendMessage(chat_id=message.chat.id, text=message.text or ""))

    bot = TelegramBot(TOKEN, session=AiohttpSession(api=TelegramAPIServer.from_base(base)))

    async def posted(request: Request) -> Response:
        update = Update.model_validate(json.loads(await request.body()), context={"bot": bot})
        await dispatcher.feed_update(bot, update)
        return Response()

    url = await Server("127.0.0.1", 0).start(Starlette(routes=[Route("/telegram", posted, methods=["POST"])]))
    gc.collect()
    gc.freeze()
    print(url, flush=True)
    await asyncio.Event().wait()


async def be_okienko(base: str, folder: str) -> None:
    from bot.app import start as start_okienko
    from bot.log import configure
    from bot.settings import load

    configure("error")
    settings = load(
        bot_token=TOKEN,
        telegram_api_base=base,
        webhook_url="http://127.0.0.1:1",
        webhook_secret=SECRET,
        database_url=f"sqlite:///{folder}/okienko.db",
        var_dir=folder,
        webchat=False,
        port=0,
    )
    async with start_okienko(settings) as running:
        print(running.url, flush=True)
        await running.wait()


# Telegram


class Telegram:
    """A Bot API server that says yes and notes when each chat was answered."""

    def __init__(self) -> None:
        self.waiting: dict[int, asyncio.Future[float]] = {}
        self.calls = 0
        self._yes = b'{"ok":true,"result":true}'
        self._message = b'{"ok":true,"result":{"message_id":9,"date":1,"chat":{"id":1,"type":"private"},"text":"x"}}'
        self._me = b'{"ok":true,"result":{"id":42,"is_bot":true,"first_name":"O","username":"OkienkoBot"}}'

    async def serve(self) -> str:
        app = web.Application()
        app.router.add_post("/{path:.*}", self._call)
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        return f"http://127.0.0.1:{site._server.sockets[0].getsockname()[1]}"  # type: ignore[union-attr]

    async def _call(self, request: web.Request) -> web.Response:
        method = request.path.rpartition("/")[2]
        self.calls += 1
        if method == "getMe":
            return web.Response(body=self._me, content_type="application/json")
        if method in ("sendMessage", "editMessageText"):
            form = await request.post()
            if future := self.waiting.pop(int(str(form["chat_id"])), None):
                future.set_result(time.perf_counter())
            return web.Response(body=self._message, content_type="application/json")
        return web.Response(body=self._yes, content_type="application/json")


def person(chat_id: int) -> dict[str, Any]:
    return {"id": chat_id, "is_bot": False, "first_name": "A", "language_code": "pl"}


def typed(update_id: int, chat_id: int, text: str) -> dict[str, Any]:
    chat = {"id": chat_id, "type": "private"}
    message = {"message_id": 1, "date": 1_700_000_000, "chat": chat, "from": person(chat_id), "text": text}
    if text.startswith("/"):
        message["entities"] = [{"type": "bot_command", "offset": 0, "length": len(text.split()[0])}]
    return {"update_id": update_id, "message": message}


def tapped(update_id: int, chat_id: int, data: str) -> dict[str, Any]:
    bot = {"id": 42, "is_bot": True, "first_name": "Okienko"}
    chat = {"id": chat_id, "type": "private"}
    message = {"message_id": 9, "date": 1_700_000_000, "chat": chat, "from": bot, "text": "menu"}
    query = {"id": "1", "from": person(chat_id), "chat_instance": "1", "message": message, "data": data}
    return {"update_id": update_id, "callback_query": query}


class Load:
    """Posts updates and waits for the answers to arrive at the server."""

    def __init__(self, telegram: Telegram, session: ClientSession, url: str) -> None:
        self._telegram, self._session, self._url = telegram, session, url + "/telegram"
        self.ids = count(1)

    async def one(self, update: dict[str, Any], chat_id: int) -> float:
        """Seconds from the post to the answer's arrival."""
        future: asyncio.Future[float] = asyncio.get_running_loop().create_future()
        self._telegram.waiting[chat_id] = future
        began = time.perf_counter()
        headers = {"X-Telegram-Bot-Api-Secret-Token": SECRET, "Content-Type": "application/json"}
        async with self._session.post(self._url, data=json.dumps(update).encode(), headers=headers) as response:
            assert response.status == 200, response.status
        return await asyncio.wait_for(future, 30) - began

    async def many(self, make: Any, chats: int, total: int) -> tuple[float, list[float]]:
        """``chats`` people, each asking again when answered: answers a second, and each one's seconds."""
        left = iter(range(total))
        took: list[float] = []

        async def someone(chat_id: int) -> None:
            for _ in left:
                took.append(await self.one(make(next(self.ids), chat_id), chat_id))

        began = time.perf_counter()
        await asyncio.gather(*(someone(1000 + i) for i in range(chats)))
        return total / (time.perf_counter() - began), took


def p95(values: list[float]) -> float:
    return statistics.quantiles(values, n=20)[-1]


def bare_imports() -> tuple[float, float]:
    """Seconds and megabytes of importing the same libraries and nothing else; the median of three."""
    runs = [subprocess.run([sys.executable, "-c", IMPORTS], capture_output=True, text=True, check=True) for _ in "123"]
    seconds, megabytes = sorted(tuple(map(float, run.stdout.split())) for run in runs)[1]
    return seconds, megabytes


async def measure(rounds: int, imports: tuple[float, float]) -> None:
    telegram = Telegram()
    base = await telegram.serve()
    connector = TCPConnector(limit=0)
    ratios, lines = [], []
    async with ClientSession(connector=connector) as session:
        with tempfile.TemporaryDirectory() as folder:
            loop = asyncio.get_running_loop()
            first = await loop.run_in_executor(None, start, "okienko", base, folder)
            first.process.terminate()
            first.process.wait()
            okienko = await loop.run_in_executor(None, start, "okienko", base, folder)
            echo = await loop.run_in_executor(None, start, "echo", base, folder)
            try:
                ours, theirs = Load(telegram, session, okienko.url), Load(telegram, session, echo.url)
                await ours.many(lambda u, c: typed(u, c, "/start c-koszalin"), 50, 200)
                await theirs.many(lambda u, c: typed(u, c, "hej"), 50, 500)
                for _ in range(rounds):
                    bare_rate, _ = await theirs.many(lambda u, c: typed(u, c, "hej"), 50, 3000)
                    tap_rate, taps = await ours.many(lambda u, c: tapped(u, c, "m"), 50, 2000)
                    asked_rate, _ = await ours.many(lambda u, c: typed(u, c, random.choice(QUESTIONS)), 50, 600)
                    _, five = await ours.many(lambda u, c: typed(u, c, random.choice(QUESTIONS)), 5, 300)
                    ratios.append(tap_rate / bare_rate)
                    lines.append((bare_rate, tap_rate, asked_rate, p95(five) * 1000, p95(taps) * 1000))
                memory = resident_memory(okienko.process.pid)
            finally:
                for bot in (okienko, echo):
                    bot.process.terminate()
                    bot.process.wait()
    columns = [statistics.median(column) for column in zip(*lines, strict=True)]
    print(f"bare imports                       {imports[0]:.2f} s, {imports[1]:.0f} MB")
    print(f"start, empty database (seeding)    {first.seconds:.2f} s")
    print(f"start, seeded database             {okienko.seconds:.2f} s, {okienko.megabytes:.0f} MB")
    print(f"memory after the load              {memory:.0f} MB")
    print(f"bare aiogram echo                  {columns[0]:.0f}/s")
    print(f"menu tap                           {columns[1]:.0f}/s, p95 {columns[4]:.0f} ms with 50 people at once")
    print(f"menu tap / bare echo               {statistics.median(ratios):.2f} (worst {min(ratios):.2f} of {rounds})")
    print(f"question → card                    {columns[2]:.0f}/s; p95 {columns[3]:.0f} ms with 5 people at once")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--as", dest="kind", help=argparse.SUPPRESS)
    parser.add_argument("--base", help=argparse.SUPPRESS)
    parser.add_argument("--folder", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.kind == "echo":
        asyncio.run(be_echo(options.base))
    elif options.kind == "okienko":
        asyncio.run(be_okienko(options.base, options.folder))
    else:
        asyncio.run(measure(options.rounds, bare_imports()))


if __name__ == "__main__":
    main()
