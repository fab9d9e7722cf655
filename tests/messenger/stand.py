"""A messenger on a real port of this machine, in the test's own loop, that records what it says."""

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from typing import Any

import httpx
import uvicorn
from starlette.applications import Starlette
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.clock import Clock
from bot.messenger import Event, Limits, Messenger
from bot.storage import Database

TOKEN = "70001:scripted-bot-of-the-tests"
BOT_ID = 70001
PATIENCE = 10.0
"""Seconds after which a test gives up waiting."""


class QuietServer(uvicorn.Server):
    """uvicorn without signal handlers: those belong to pytest."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


@asynccontextmanager
async def served(app: ASGIApp) -> AsyncIterator[str]:
    """The application on a free port; gives its address."""
    server = QuietServer(
        uvicorn.Config(app, host="127.0.0.1", port=0, log_level="error", ws="none", lifespan="off", access_log=False)
    )
    task = asyncio.create_task(server.serve())
    while not server.started:
        if task.done():
            task.result()
        await asyncio.sleep(0.005)
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        await task


class Stand:
    """The served messenger, a client of its Bot API, and everything it answered."""

    def __init__(self, messenger: Messenger, address: str, said: list[tuple[str, Any]]) -> None:
        self.messenger = messenger
        self.people = messenger.people
        self.address = address
        self.said = said
        """Method and answer of every call, in order."""
        self.client = httpx.AsyncClient(base_url=f"{address}/bot{TOKEN}/", timeout=PATIENCE, trust_env=False)

    async def ask(self, method: str, **parameters: Any) -> dict[str, Any]:
        """A call with a JSON body; the whole answer."""
        answer: dict[str, Any] = (await self.client.post(method, json=parameters)).json()
        return answer

    async def call(self, method: str, **parameters: Any) -> Any:
        """A call that must succeed; its result."""
        answer = await self.ask(method, **parameters)
        assert answer["ok"], answer
        return answer["result"]

    async def refusal(self, method: str, **parameters: Any) -> tuple[int, str]:
        """A call that must be refused; code and words."""
        answer = await self.ask(method, **parameters)
        assert not answer["ok"], answer
        return answer["error_code"], answer["description"]

    async def visitor(self, language: str = "pl", *, name: str = "Anna", started: bool = True) -> int:
        """A new person with an open chat; ``started`` by a first message."""
        user_id = self.people.new_user_id()
        await self.people.open_chat(user_id, BOT_ID, language, name)
        if started:
            await self.people.send_text(user_id, BOT_ID, "/start", "start")
        return user_id

    async def texts(self, user_id: int) -> list[str]:
        """What stands in the person's chat now."""
        events = await self.people.history(user_id, BOT_ID)
        return [event.payload["message"].get("text", "") for event in events if event.kind == "message"]


class Reader:
    """A person who reads a chat as it comes."""

    def __init__(self, stand: Stand, user_id: int, chat_id: int = BOT_ID, after: int = 0) -> None:
        self._events = stand.people.events(user_id, chat_id, after)

    async def until(self, **wanted: Any) -> Event:
        """The next event whose kind, or whose message's fields, are as wanted; ``...`` is anything."""
        async with asyncio.timeout(PATIENCE):
            async for event in self._events:
                message = event.payload.get("message", {})
                seen = {"kind": event.kind, "mine": event.payload.get("mine", False), **message}
                if all(key in seen and value in (..., seen[key]) for key, value in wanted.items()):
                    return event
        raise AssertionError(f"nothing came that is {wanted}")

    async def close(self) -> None:
        await self._events.aclose()  # type: ignore[attr-defined]


class Recorder:
    """Notes down every answer of the Bot API beside sending it."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self.said: list[tuple[str, Any]] = []

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        parts = scope["path"].split("/") if scope["type"] == "http" else []
        if len(parts) != 3:
            await self._app(scope, receive, send)
            return
        body = b""

        async def note(message: Message) -> None:
            nonlocal body
            body += message.get("body", b"")
            if message["type"] == "http.response.body" and not message.get("more_body"):
                with suppress(ValueError):  # an address outside the Bot API
                    self.said.append((parts[2], json.loads(body)))
            await send(message)

        await self._app(scope, receive, note)


@asynccontextmanager
async def stand_of(
    database: Database, clock: Clock, *, limits: Limits | None = None, webhook_pause: float = 0.01
) -> AsyncIterator[Stand]:
    """A messenger with one bot, served; without sending limits unless some are given."""
    messenger = Messenger(database, clock, limits=limits or Limits(enabled=False), webhook_pause=webhook_pause)
    await messenger.add_bot(TOKEN, "Okienko", "okienko_test_bot")
    recorder = Recorder(Starlette(routes=messenger.routes()))
    async with served(recorder) as address:
        stand = Stand(messenger, address, recorder.said)
        try:
            yield stand
        finally:
            await stand.client.aclose()
            messenger.leave()
    await messenger.close()
