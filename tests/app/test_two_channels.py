"""`okienko run` as a whole: Telegram and the web chat at once, and what only the demo has."""

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlmodel import select
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount, Route

from bot import app
from bot.app import start
from bot.clock import SteppedClock, system_clock
from bot.errors import SettingsError
from bot.http import Server
from bot.intake.sending import Sender
from bot.messenger.limits import Limits
from bot.messenger.server import Messenger
from bot.settings import load
from bot.storage import Database
from bot.storage.tables import Address, Dialogue

TOKEN = "77:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
DATA = Path(__file__).parents[2] / "data"


@dataclass
class Telegram:
    """A second Bot API server, which plays Telegram."""

    messenger: Messenger
    base: str
    lacking: set[str]

    async def said_to(self, user_id: int, wanted: Callable[[list[str]], bool]) -> list[str]:
        """What the bot said in somebody's chat, as soon as it is what is wanted."""
        opened = await self.messenger.people.open_chat(user_id, 77, "pl")
        said: list[str] = []
        async with asyncio.timeout(20):
            async for event in self.messenger.people.events(user_id, opened.chat_id):
                message = event.payload.get("message")
                if message and not event.payload["mine"]:
                    said.append(message["text"])
                if wanted(said):
                    return said
        raise AssertionError(said)

    async def hears(self, user_id: int, text: str) -> None:
        opened = await self.messenger.people.open_chat(user_id, 77, "pl")
        await self.messenger.people.send_text(user_id, opened.chat_id, text, text)


@pytest.fixture
async def telegram(sqlite_url: str) -> AsyncIterator[Telegram]:
    database = Database(sqlite_url)
    messenger = Messenger(database, system_clock, limits=Limits(enabled=False))
    await messenger.add_bot(TOKEN, "Okienko", "OkienkoBot")
    server = Server("127.0.0.1", 0)
    lacking: set[str] = set()
    inner = Starlette(routes=messenger.routes())

    async def without(request: Request) -> Response:
        method = request.path_params["path"].rpartition("/")[2]
        assert method in lacking
        return JSONResponse({"ok": False, "error_code": 404, "description": "Not Found"}, status_code=404)

    class Lacking:
        async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
            if scope["type"] == "http" and scope["path"].rpartition("/")[2] in lacking:
                await Starlette(routes=[Route("/{path:path}", without, methods=["POST", "GET"])])(scope, receive, send)
            else:
                await inner(scope, receive, send)

    base = await server.start(Starlette(routes=[Mount("/", Lacking())]))
    yield Telegram(messenger, base, lacking)
    messenger.leave()
    await server.stop()
    await messenger.close()
    await database.close()


def settings_for(telegram: Telegram | None, folder: Path, **more: Any) -> Any:
    values = {
        "bot_token": TOKEN if telegram else None,
        "telegram_api_base": telegram.base if telegram else "http://127.0.0.1:9",
        "database_url": f"sqlite:///{folder / 'bot.db'}",
        "var_dir": folder,
        "port": 0,
        "data_dir": DATA,
    }
    return load(**{**values, **more})


async def test_telegram_and_the_web_chat_at_the_same_time(telegram: Telegram, tmp_path: Path) -> None:
    async with start(settings_for(telegram, tmp_path)) as running, httpx.AsyncClient(base_url=running.url) as page:
        await telegram.hears(500, "złota rączka w Koszalinie")
        said = await telegram.said_to(500, lambda texts: len(texts) == 2)
        assert "Złota Rączka" in said[0]

        assert "Okienko" in (await page.get("/")).text
        page.headers["Origin"] = running.url
        await page.post("/chat/open", json={"centre": None})
        sent = await page.post("/chat/send", json={"key": "key-1", "text": "logopeda w Koszalinie"})
        assert sent.status_code == 200, sent.text
        async with asyncio.timeout(20), page.stream("GET", "/chat/events") as events:
            async for line in events.aiter_lines():
                if "logoped" in line.lower() and '"mine":false' in line.replace(" ", ""):
                    break

        health = await page.get("/healthz")
        assert health.status_code == 200, health.text
        assert "okienko_updates_total 3.0" in (await page.get("/metrics")).text
        assert (await page.get("/stage")).status_code == 404

    database = Database(f"sqlite:///{tmp_path / 'bot.db'}")
    async with database.session() as session:
        channels = {address.channel for address in (await session.exec(select(Address))).all()}
    await database.close()
    assert channels == {"telegram", "web"}


async def test_updates_by_webhook_with_the_secret(telegram: Telegram, tmp_path: Path) -> None:
    server = Server("127.0.0.1", 0)  # a free port to give to the bot, so that its webhook's address is known
    url = await server.start(Starlette())
    await server.stop()
    settings = settings_for(telegram, tmp_path, webchat=False, port=int(url.rpartition(":")[2]), webhook_url=url,
                            webhook_secret="s3cret")  # fmt: skip
    async with start(settings) as running, httpx.AsyncClient(base_url=running.url) as outsider:
        await telegram.hears(501, "fryzjer w Koszalinie")
        said = await telegram.said_to(501, lambda texts: len(texts) == 2)
        assert "fryzjer" in said[0].lower()
        forged = {"update_id": 1, "message": {"message_id": 1}}
        assert (await outsider.post("/telegram", json=forged)).status_code == 401
        wrong = {"X-Telegram-Bot-Api-Secret-Token": "guess"}
        assert (await outsider.post("/telegram", json=forged, headers=wrong)).status_code == 401
        assert (await outsider.get("/chat/events")).status_code == 404  # no web chat here


async def test_a_server_that_lacks_what_we_can_live_without(
    telegram: Telegram, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    telegram.lacking |= {"setMyCommands", "deleteWebhook"}
    async with start(settings_for(telegram, tmp_path, webchat=False)):
        await telegram.hears(502, "mycie okien Koszalin")
        await telegram.said_to(502, lambda texts: len(texts) == 2)


async def test_a_wrong_start_is_one_sentence(telegram: Telegram, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="BOT_TOKEN"):
        async with start(settings_for(None, tmp_path, webchat=False)):
            raise AssertionError("started")
    with pytest.raises(SettingsError, match=r"CENTRES .*warszawa"):
        async with start(settings_for(telegram, tmp_path, centres=("warszawa",))):
            raise AssertionError("started")
    taken = int(telegram.base.rpartition(":")[2])
    with pytest.raises(SettingsError, match=rf"PORT {taken}"):
        async with start(settings_for(telegram, tmp_path, port=taken)):
            raise AssertionError("started")


async def test_a_refused_token_stops_the_start_with_a_sentence(telegram: Telegram, tmp_path: Path) -> None:
    settings = settings_for(telegram, tmp_path, bot_token="78:BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB")
    with pytest.raises(SettingsError, match="BOT_TOKEN is refused"):
        async with start(settings):
            raise AssertionError("started")


async def test_a_silent_telegram_does_not_hold_up_the_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def silent(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()  # until the other side has had enough
        writer.close()

    monkeypatch.setattr(app, "PATIENCE", 0.2)
    server = await asyncio.start_server(silent, "127.0.0.1", 0)
    base = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    settings = settings_for(None, tmp_path, bot_token=TOKEN, telegram_api_base=base)
    async with start(settings) as running, httpx.AsyncClient(base_url=running.url) as page:
        page.headers["Origin"] = running.url
        await page.post("/chat/open", json={"centre": None})
        await page.post("/chat/send", json={"key": "key-1", "text": "logopeda w Koszalinie"})
        async with asyncio.timeout(20), page.stream("GET", "/chat/events") as events:
            async for line in events.aiter_lines():
                if "logoped" in line.lower() and '"mine":false' in line.replace(" ", ""):
                    break
    server.close()


async def test_a_token_taken_back_leaves_the_page_alive_and_health_tells(telegram: Telegram, tmp_path: Path) -> None:
    async with start(settings_for(telegram, tmp_path)) as running, httpx.AsyncClient(base_url=running.url) as page:
        waiting = asyncio.create_task(running.wait())
        telegram.messenger._tokens.clear()
        telegram.messenger.leave()
        async with asyncio.timeout(20):
            await asyncio.wait([running.channels["telegram"]])
        health = await page.get("/healthz")
        assert (health.status_code, health.json()["telegram"], health.json()["web"]) == (503, "ended", "ok")
        assert not waiting.done()
        running.stopped.set()
        await waiting


async def test_a_database_that_cannot_be_opened_is_one_sentence(telegram: Telegram, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for url in ("postgresql://nobody@127.0.0.1:9/none", f"sqlite:///{tmp_path}/file/okienko.db"):
        with pytest.raises(SettingsError, match="DATABASE_URL"):
            async with start(settings_for(telegram, tmp_path, database_url=url)):
                raise AssertionError("started")


async def test_one_centre_asks_nobody_for_a_town(telegram: Telegram, tmp_path: Path) -> None:
    async with start(settings_for(telegram, tmp_path, centres=("starachowice",), webchat=False)):
        await telegram.hears(503, "złota rączka")
        said = await telegram.said_to(503, lambda texts: len(texts) == 2)
        assert "533 848 489" in said[0]


async def test_the_demo_has_a_stage_and_marked_examples(tmp_path: Path) -> None:
    settings = settings_for(None, tmp_path)
    async with start(settings, demo=True) as running, httpx.AsyncClient(base_url=running.url) as page:
        assert (await page.get("/stage")).status_code == 200
        assert "przykład" in (await page.get("/")).text
        assert (await page.get("/stage", headers={"Host": "okienko.example"})).status_code == 404


async def test_what_was_asked_is_forgotten_after_a_day(database: Database) -> None:
    clock = SteppedClock(system_clock())
    sender = Sender(database, clock)
    async with database.transaction() as session:
        for chat, state in ((1, None), (2, "form:name")):
            session.add(
                Dialogue(channel="web", chat_id=chat, user_id=chat, state=state, data={"q": "x"}, changed_at=clock())
            )
    for hours, left in ((23, [1, 2]), (2, [2]), (24 * 6, [])):
        clock.forward(hours=hours)
        await app.tidy(database, sender, None, clock)
        async with database.session() as session:
            assert [row.chat_id for row in (await session.exec(select(Dialogue))).all()] == left


async def test_a_chat_on_the_page_is_forgotten_after_thirty_days(database: Database) -> None:
    clock = SteppedClock(system_clock())
    messenger = Messenger(database, clock)
    await messenger.add_bot(TOKEN, "Okienko", "OkienkoBot")
    for user in (1, 2):
        opened = await messenger.people.open_chat(user, 77, "pl")
        await messenger.people.send_text(user, opened.chat_id, "dzień dobry", "k")
        clock.forward(days=20)
    await app.tidy(database, Sender(database, clock), messenger, clock)  # 40 and 20 days ago
    texts = {}
    for user in (1, 2):
        opened = await messenger.people.open_chat(user, 77, "pl")
        events = await messenger.people.history(user, opened.chat_id)
        texts[user] = [event.payload["message"]["text"] for event in events if event.kind == "message"]
    assert texts == {1: [], 2: ["dzień dobry"]}
    await messenger.close()
