"""A messenger with its web chat and a small scripted bot, on a real port of this machine."""

import asyncio
import json
import socket
import threading
from collections.abc import Coroutine
from typing import Any, TypeVar

import httpx
import uvicorn
from starlette.applications import Starlette

from bot.clock import Clock
from bot.messenger.limits import Limits
from bot.messenger.server import Messenger
from bot.messenger.web.conversation import CentreLine
from bot.messenger.web.routes import WebChat
from bot.messenger.web.stage import Stage, StageGroup, StagePerson
from bot.storage import Database
from bot.texts import texts
from tests.messenger.pictures import FILM, PIXEL

T = TypeVar("T")
TOKEN = "70001:scripted-bot-of-the-tests"
CENTRES = [
    CentreLine("koszalin", "Koszalin", None),
    CentreLine("starachowice", "Starachowice", "533 848 489"),
    CentreLine("kozienice", "Kozienice", "48 000 00 00", example=True),
]
PEOPLE = [
    StagePerson("anna", "Anna Przykładowa", "resident", "koszalin", "pl", 5001),
    StagePerson("olena", "Олена Прикладна", "clerk", "starachowice", "uk", 5002),
]
GROUPS = [
    StageGroup("wzgorze", "Wzgórze: sąsiedzi", ["anna", "olena"]),
    StageGroup("seniorzy", "Seniorzy", ["olena"], bot_member=False),
]
EVIL = '<img src=x onerror="document.body.dataset.hacked=1"><script>document.body.dataset.hacked=1</script>'


class Stand:
    """Serves in a thread with a loop of its own; `run` carries coroutines there."""

    def __init__(self, database_url: str, clock: Clock, *, stage: bool = False, heartbeat: float = 15.0) -> None:
        self._url, self._clock, self._with_stage, self._heartbeat = database_url, clock, stage, heartbeat
        self.loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._up = threading.Event()
        self._news = threading.Condition()
        self.seen: list[dict[str, Any]] = []
        """Every update that the bot got, in order."""
        self.chosen: dict[int, str] = {}
        """The centre that a person chose in the conversation."""
        self.languages: list[tuple[int, str]] = []

    def __enter__(self) -> "Stand":
        self._thread.start()
        if not self._up.wait(20):
            raise RuntimeError("the stand did not start")
        return self

    def __exit__(self, *_: object) -> None:
        self.loop.call_soon_threadsafe(self._stop)
        self._thread.join(20)
        self.loop.close()

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(work, self.loop).result(20)

    def drop_connections(self) -> None:
        """What a broken line looks like to the pages."""

        async def drop() -> None:
            for connection in list(self._server.server_state.connections):
                if transport := getattr(connection, "transport", None):
                    transport.abort()

        self.run(drop())

    def call(self, method: str, **data: Any) -> Any:
        """A call of the bot."""

        async def calling() -> Any:
            return await self._call(method, **data)

        return self.run(calling())

    def await_update(self, kind: str, chat_id: int | None = None, times: int = 1) -> None:
        """Wait until the bot has got so many updates of a kind, of one chat or of all."""

        def come() -> bool:
            found = (update[kind] for update in self.seen if kind in update)
            return sum(chat_id in (None, one.get("chat", {}).get("id")) for one in found) >= times

        with self._news:
            assert self._news.wait_for(come, 10), kind

    def texts_seen(self) -> list[str]:
        """The texts that people sent to the bot."""
        return [update["message"].get("text", "") for update in self.seen if "message" in update]

    # In the thread

    def _serve(self) -> None:
        self.loop.run_until_complete(self._main())

    def _stop(self) -> None:
        self.messenger.leave()
        self._server.should_exit = True

    async def _main(self) -> None:
        database = Database(self._url)
        self.messenger = Messenger(database, self._clock, limits=Limits(enabled=False))
        bot_id = await self.messenger.add_bot(TOKEN, "Okienko", "okienko_test_bot")

        stage = Stage(PEOPLE, GROUPS) if self._with_stage else None
        if stage:
            for _ in range(2):  # as at a second start
                await stage.settle(self.messenger, bot_id)

        async def centre_of(user_id: int) -> str | None:
            return self.chosen.get(user_id)

        async def on_language(user_id: int, language: str) -> None:
            self.languages.append((user_id, language))

        self.chat = WebChat(
            self.messenger,
            texts(),
            bot_id=bot_id,
            secret_key="a secret of the tests",
            clock=self._clock,
            centres=lambda language: CENTRES,
            stage=stage,
            centre_of=centre_of,
            on_language=on_language,
            heartbeat=self._heartbeat,
        )
        app = Starlette(routes=[*self.messenger.routes(), *self.chat.routes()])
        config = uvicorn.Config(
            app, host="127.0.0.1", port=0, log_level="error", timeout_graceful_shutdown=3, ws="none"
        )
        listening = socket.create_server(("127.0.0.1", 0))  # takes callers from now on, answers in a moment
        port = listening.getsockname()[1]
        self._server = uvicorn.Server(config)
        serving = asyncio.create_task(self._server.serve(sockets=[listening]))
        self.address = f"http://127.0.0.1:{port}"
        self._client = httpx.AsyncClient(base_url=f"{self.address}/bot{TOKEN}/", timeout=60)
        bot = asyncio.create_task(self._bot())
        self._up.set()
        await serving
        bot.cancel()
        await asyncio.gather(bot, return_exceptions=True)
        await self._client.aclose()
        await self.messenger.close()
        await database.close()

    async def _call(self, method: str, **data: Any) -> Any:
        answer = (await self._client.post(method, json=data)).json()
        assert answer["ok"], answer
        return answer["result"]

    async def _bot(self) -> None:
        offset = 0
        while True:
            try:
                updates = await self._call("getUpdates", offset=offset, timeout=20)
            except httpx.TransportError:  # a dropped connection is the bot's too
                if self._server.should_exit:
                    return
                continue
            for update in updates:
                offset = update["update_id"] + 1
                with self._news:
                    self.seen.append(update)
                    self._news.notify_all()
                if "message" in update:
                    await self._answer(update["message"])
                elif "callback_query" in update:
                    await self._pressed(update["callback_query"])

    async def _answer(self, message: dict[str, Any]) -> None:
        chat, text = message["chat"]["id"], message.get("text", "")
        if text.startswith("/start"):
            buttons = [
                [{"text": "Pomoc w domu", "callback_data": "edit"}],
                [{"text": "Telefon", "callback_data": "note"}, {"text": "Ważne", "callback_data": "alert"}],
                [{"text": "Strona miasta", "url": "https://example.org/"}],
            ]
            await self._call(
                "sendMessage",
                chat_id=chat,
                parse_mode="HTML",
                text="<b>Dzień dobry!</b> W czym pomóc?\nTelefon zaufania: 116 123.",
                reply_markup={"inline_keyboard": buttons},
            )
        elif text == "zdjęcie":
            await self._upload("sendPhoto", {"chat_id": chat, "caption": "Plac zabaw"}, photo=PIXEL)
        elif text == "film":
            await self._upload("sendVideo", {"chat_id": chat, "caption": "Piknik z zeszłego roku"}, video=FILM)
        elif text == "album":
            media = [{"type": "photo", "media": f"attach://f{i}", "caption": f"Plakat {i}"} for i in range(3)]
            files = dict.fromkeys(("f0", "f1", "f2"), PIXEL)
            await self._upload("sendMediaGroup", {"chat_id": chat, "media": json.dumps(media)}, **files)
        elif text.startswith(("ankieta", "/ankieta")):
            await self._call(
                "sendPoll",
                chat_id=chat,
                question="Kiedy gry terenowe?",
                options=["W sobotę", "W niedzielę", "W środę po szkole"],
                allows_multiple_answers="kilka" in text,
            )
        elif text == "mapa":
            await self._call(
                "sendVenue", chat_id=chat, latitude=51.05, longitude=21.07, title="Świetlica", address="ul. Ostrowiecka"
            )
        elif text == "kontakt":
            await self._call("sendContact", chat_id=chat, phone_number="+48533848489", first_name="Biuro obsługi")
        elif text == "klawiatura":
            rows = [[{"text": "Tak"}, {"text": "Nie"}], [{"text": "Podaj telefon", "request_contact": True}]]
            await self._call(
                "sendMessage",
                chat_id=chat,
                text="Czy zapisać?",
                reply_markup={"keyboard": rows, "resize_keyboard": True},
            )
        elif text == "czekaj":
            await self._call("sendChatAction", chat_id=chat, action="typing")
        elif text == "zły kod":
            await self._call(
                "sendMessage",
                chat_id=chat,
                text=EVIL,
                entities=[{"type": "text_link", "offset": 0, "length": 4, "url": "https://example.org/?x=%22onclick"}],
                reply_markup={"inline_keyboard": [[{"text": EVIL[:60], "callback_data": "x"}]]},
            )
        elif text:
            await self._call("sendMessage", chat_id=chat, text=f"Jest: {text}")

    async def _upload(self, method: str, data: dict[str, Any], **files: bytes) -> None:
        async with httpx.AsyncClient() as client:
            parts = {name: (name, content, "application/octet-stream") for name, content in files.items()}
            answer = await client.post(f"{self._client.base_url}{method}", data=data, files=parts)
        assert answer.json()["ok"], answer.text

    async def _pressed(self, query: dict[str, Any]) -> None:
        message = query["message"]
        chat, data = message["chat"]["id"], query["data"]
        if data == "edit":
            await self._call(
                "editMessageText",
                chat_id=chat,
                message_id=message["message_id"],
                text="Pomoc w domu: sprzątanie, zakupy, gotowanie.",
                reply_markup={"inline_keyboard": [[{"text": "Wróć", "callback_data": "back"}]]},
            )
        notes = {"note": {"text": "533 848 489"}, "alert": {"text": "Biuro jest dziś zamknięte.", "show_alert": True}}
        await self._call("answerCallbackQuery", callback_query_id=query["id"], **notes.get(data, {}))
