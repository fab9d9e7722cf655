"""What is owed on both channels leaves `okienko run`, and not before its chat can hear it."""

import asyncio
from pathlib import Path

import httpx
from sqlmodel import select

from bot.app import start
from bot.clock import system_clock
from bot.outbox.owed import owe
from bot.outbox.states import Priority, State
from bot.storage import Database
from bot.storage.tables import Address, OwedMessage
from tests.app.test_two_channels import Telegram, settings_for, telegram

__all__ = ["telegram"]


async def test_owed_messages_leave_on_both_channels(telegram: Telegram, tmp_path: Path) -> None:
    settings = settings_for(telegram, tmp_path)
    database = Database(settings.database_url)
    async with start(settings) as running, httpx.AsyncClient(base_url=running.url) as page:
        await telegram.hears(500, "/start")
        await telegram.said_to(500, lambda texts: len(texts) >= 1)
        assert "Okienko" in (await page.get("/")).text
        page.headers["Origin"] = running.url
        await page.post("/chat/open", json={"centre": None})
        await page.post("/chat/send", json={"key": "key-1", "text": "logopeda"})
        async with asyncio.timeout(20):
            addresses: list[Address] = []
            while len(addresses) < 2:
                async with database.session() as session:
                    addresses = list((await session.exec(select(Address))).all())
                await asyncio.sleep(0.05)
        async with database.transaction() as session:
            for address in addresses:
                await owe(
                    session,
                    now=system_clock(),
                    dedupe_key=f"test:{address.channel}",
                    channel=address.channel,
                    chat_id=address.chat_id,
                    centre="koszalin",
                    kind="message",
                    payload={"method": "sendMessage", "arguments": {"text": "Piknik w sobotę"}},
                    priority=Priority.URGENT,
                )
        async with asyncio.timeout(20):
            states: set[str] = set()
            while states != {State.DELIVERED}:
                async with database.session() as session:
                    states = {row.state for row in (await session.exec(select(OwedMessage))).all()}
                await asyncio.sleep(0.05)
        assert "Piknik w sobotę" in await telegram.said_to(500, lambda texts: "Piknik w sobotę" in texts)
        health = await page.get("/healthz")
        assert health.json()["sending telegram"] == health.json()["sending web"] == "ok"
        assert health.json()["scheduler"] == "ok"
    await database.close()
