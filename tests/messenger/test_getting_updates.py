"""How updates reach a bot: long polls, restarts, webhooks."""

import asyncio
import json
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.clock import SteppedClock
from bot.storage import Database
from tests.messenger.stand import BOT_ID, PATIENCE, Stand, served, stand_of

OTHER_POLLER = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"


def _texts(updates: list[dict[str, Any]]) -> list[str]:
    return [update["message"]["text"] for update in updates]


async def _poll_waits(stand: Stand) -> None:
    while not stand.messenger.exchange.pollers:  # noqa: ASYNC110 (over HTTP nothing tells that a poll waits)
        await asyncio.sleep(0.005)


async def test_a_waiting_poll_wakes_at_once(stand: Stand) -> None:
    anna = await stand.visitor(started=False)
    poll = asyncio.create_task(stand.call("getUpdates", timeout=50))
    await _poll_waits(stand)
    assert not poll.done()
    await stand.people.send_text(anna, BOT_ID, "jestem", "k")
    async with asyncio.timeout(2):
        assert _texts(await poll) == ["jestem"]


async def test_offset_limit_and_the_end(stand: Stand) -> None:
    anna = await stand.visitor(started=False)
    for number in range(5):
        await stand.people.send_text(anna, BOT_ID, f"{number}", f"k{number}")
    first = await stand.call("getUpdates", limit=2)
    assert _texts(first) == ["0", "1"]
    assert _texts(await stand.call("getUpdates", limit=2)) == ["0", "1"]
    assert _texts(await stand.call("getUpdates", offset=first[1]["update_id"] + 1)) == ["2", "3", "4"]
    assert _texts(await stand.call("getUpdates", offset=-1)) == ["4"]
    assert _texts(await stand.call("getUpdates")) == ["4"]
    assert await stand.call("getUpdates", offset=6) == []
    await stand.people.send_text(anna, BOT_ID, "5", "k5")
    assert (await stand.call("getUpdates"))[0]["update_id"] == 6


async def test_the_second_poller_sends_the_first_away(stand: Stand) -> None:
    anna = await stand.visitor(started=False)
    first = asyncio.create_task(stand.refusal("getUpdates", timeout=50))
    await _poll_waits(stand)
    second = asyncio.create_task(stand.call("getUpdates", timeout=50))
    async with asyncio.timeout(2):
        assert await first == (409, OTHER_POLLER)
    await stand.people.send_text(anna, BOT_ID, "jestem", "k")
    assert _texts(await second) == ["jestem"]


async def test_updates_survive_a_restart_and_last_a_day(database: Database, clock: SteppedClock) -> None:
    async with stand_of(database, clock) as stand:
        anna = await stand.visitor(started=False)
        await stand.people.send_text(anna, BOT_ID, "przed", "k")
    async with stand_of(database, clock) as stand:
        clock.forward(hours=20)
        await stand.people.send_text(anna, BOT_ID, "po", "l")
        assert _texts(await stand.call("getUpdates")) == ["przed", "po"]
        clock.forward(hours=5)
        assert _texts(await stand.call("getUpdates")) == ["po"]


async def test_only_what_is_wanted(stand: Stand) -> None:
    anna = await stand.visitor(started=False)
    await stand.call("getUpdates", allowed_updates=["callback_query"])
    await stand.people.send_text(anna, BOT_ID, "nie", "k")
    sent = await stand.call("sendMessage", chat_id=anna, text="x", reply_markup=_buttons("a"))
    await stand.people.press(anna, BOT_ID, sent["message_id"], "a")
    (pressed,) = await stand.call("getUpdates")
    assert sorted(pressed) == ["callback_query", "update_id"]
    await stand.call("getUpdates", allowed_updates="[]", offset=pressed["update_id"] + 1)
    await stand.people.send_text(anna, BOT_ID, "tak", "l")
    assert _texts(await stand.call("getUpdates")) == ["tak"]


def _buttons(*data: str) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": one, "callback_data": one} for one in data]]}


class Hook:
    """A bot's web address that answers as told."""

    def __init__(self) -> None:
        self.statuses: list[int] = []
        self.posted: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self.headers: dict[str, str] = {}
        self.app = Starlette(routes=[Route("/hook", self._take, methods=["POST"])])

    async def _take(self, request: Request) -> Response:
        self.headers = dict(request.headers)
        status = self.statuses.pop(0) if self.statuses else 200
        await self.posted.put(json.loads(await request.body()) | {"answered": status})
        return Response(status_code=status)

    async def next(self) -> tuple[str, int]:
        async with asyncio.timeout(PATIENCE):
            update = await self.posted.get()
        return update["message"]["text"], update["answered"]


async def test_a_webhook_gets_everything_in_order_and_again(stand: Stand) -> None:
    hook = Hook()
    hook.statuses = [500, 403, 200]
    anna = await stand.visitor(started=False)
    await stand.people.send_text(anna, BOT_ID, "raz", "1")
    await stand.people.send_text(anna, BOT_ID, "dwa", "2")
    async with served(hook.app) as address:
        await stand.call("setWebhook", url=f"{address}/hook", secret_token="tajne_1-2", max_connections=1)
        assert [await hook.next() for _ in range(4)] == [("raz", 500), ("raz", 403), ("raz", 200), ("dwa", 200)]
        assert hook.headers["x-telegram-bot-api-secret-token"] == "tajne_1-2"
        assert hook.headers["content-type"] == "application/json"
        await stand.people.send_text(anna, BOT_ID, "trzy", "3")
        assert await hook.next() == ("trzy", 200)
        code, words = await stand.refusal("getUpdates")
        assert (code, words.split(";")[0]) == (409, "Conflict: can't use getUpdates method while webhook is active")
        info = await stand.call("getWebhookInfo")
        assert info["url"] == f"{address}/hook"
        assert info["last_error_message"] == "Wrong response from the webhook: 403 Forbidden"
        assert info["max_connections"] == 1
        await stand.call("deleteWebhook")
    assert (await stand.call("getWebhookInfo"))["url"] == ""
    assert await stand.call("getUpdates") == []


async def test_a_webhook_goes_on_after_a_restart(database: Database, clock: SteppedClock) -> None:
    hook = Hook()
    async with served(hook.app) as address:
        async with stand_of(database, clock) as stand:
            await stand.call("setWebhook", url="http://127.0.0.1:9/hook")
            anna = await stand.visitor(started=False)
            await stand.people.send_text(anna, BOT_ID, "przed", "k")
            await stand.call("setWebhook", url=f"{address}/hook")
            assert await hook.next() == ("przed", 200)
        async with stand_of(database, clock) as stand:
            await stand.people.send_text(anna, BOT_ID, "po", "l")
            assert await hook.next() == ("po", 200)


async def test_setting_a_webhook_ends_a_waiting_poll(stand: Stand) -> None:
    poll = asyncio.create_task(stand.refusal("getUpdates", timeout=50))
    await _poll_waits(stand)
    await stand.call("setWebhook", url="http://127.0.0.1:9/hook")
    async with asyncio.timeout(2):
        assert (await poll)[0] == 409


async def test_an_absent_webhook_keeps_updates_until_dropped(stand: Stand) -> None:
    anna = await stand.visitor(started=False)
    await stand.call("setWebhook", url="http://127.0.0.1:9/hook")
    await stand.people.send_text(anna, BOT_ID, "raz", "1")
    async with asyncio.timeout(PATIENCE):
        while "last_error_message" not in (info := await stand.call("getWebhookInfo")):  # noqa: ASYNC110
            await asyncio.sleep(0.01)
    assert info["last_error_message"] == "Connection refused"
    assert info["pending_update_count"] == 1
    await stand.call("deleteWebhook", drop_pending_updates=True)
    assert await stand.call("getUpdates") == []


@pytest.mark.parametrize(
    ("parameters", "words"),
    [
        ({"url": "http://example.com/hook"}, "bad webhook: An HTTPS URL must be provided for webhook"),
        ({"url": "ftp://127.0.0.1/hook"}, "bad webhook: An HTTPS URL must be provided for webhook"),
        ({"url": "https://"}, "bad webhook: invalid webhook URL specified"),
        ({"url": "https://[x"}, "bad webhook: invalid webhook URL specified"),
        ({"url": "http://127.0.0.1/h", "secret_token": "a b"}, "secret token contains unallowed characters"),
        ({"url": "http://127.0.0.1/h", "max_connections": 0}, "max_connections must be between 1 and 100"),
    ],
)
async def test_bad_webhooks(stand: Stand, parameters: dict[str, Any], words: str) -> None:
    assert await stand.refusal("setWebhook", **parameters) == (400, f"Bad Request: {words}")
    assert (await stand.call("getWebhookInfo"))["url"] == ""
