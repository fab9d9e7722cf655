"""`okienko run` notices what an organiser confirmed; two of them on one database send it once."""

import asyncio
from pathlib import Path

import httpx
import pytest
from sqlmodel import col, select, update

from bot.announcements import announcements, composing, following
from bot.announcements.content import Content
from bot.app import start
from bot.clock import system_clock
from bot.outbox.states import State
from bot.people import roles
from bot.scheduler.wakeups import Wakeups
from bot.storage import Database
from bot.storage.tables import Address, Announcement, AnnouncementRun, OwedMessage, Role
from tests.app.test_two_channels import Telegram, settings_for, telegram

__all__ = ["telegram"]


async def confirmed(database: Database, organiser: int, chat_id: int, words: str) -> int:
    """An announcement "at once", whatever the hour is, to those who follow the centre."""
    async with database.transaction() as session:
        now = system_clock()
        draft = await composing.draft(session, now, organiser, "koszalin", "telegram", chat_id, Content(words))
        assert draft.id
        draft = await composing.toggle(session, now, organiser, draft.id, "topic:centre")
        await composing.set_when(session, now, organiser, draft.id, None)
        await session.exec(update(Announcement).where(col(Announcement.id) == draft.id).values(urgent=True))
        await announcements.confirm(session, now, organiser, draft.id)
        return draft.id


async def delivered(database: Database, kind: str, many: int) -> list[OwedMessage]:
    rows: list[OwedMessage] = []
    async with asyncio.timeout(60):
        while len(rows) < many:
            await asyncio.sleep(0.05)
            async with database.session() as session:
                found = await session.exec(
                    select(OwedMessage).where(OwedMessage.kind == kind, OwedMessage.state == State.DELIVERED)
                )
                rows = list(found.all())
    return rows


async def reader(telegram: Telegram, database: Database, chat_id: int) -> int:
    """Somebody in Koszalin who follows the centre; the account."""
    await telegram.hears(chat_id, "/start c-koszalin")
    await telegram.said_to(chat_id, lambda texts: len(texts) >= 1)
    async with database.transaction() as session:
        account = (await session.exec(select(Address.account_id).where(Address.chat_id == chat_id))).one()
        await following.follow(session, system_clock(), account, "koszalin", "centre")
    return account


async def test_two_on_one_database_send_each_announcement_once(
    any_database_url: str, telegram: Telegram, tmp_path: Path
) -> None:
    url = any_database_url
    settings = settings_for(telegram, tmp_path, database_url=url, webchat=False)
    async with start(settings) as running, start(settings_for(telegram, tmp_path, database_url=url, webchat=False)):
        database = Database(url)
        me = await reader(telegram, database, 500)
        await reader(telegram, database, 501)
        async with database.transaction() as session:
            await roles.grant(session, system_clock(), me, "koszalin", Role.ORGANISER)
        numbers = [await confirmed(database, me, 500, f"Piknik {number}") for number in range(5)]
        rows = await delivered(database, "announcement", 10)
        said = await telegram.said_to(501, lambda texts: sum("Piknik" in text for text in texts) >= 5)
        assert sorted(text.partition("\n")[0] for text in said if "Piknik" in text) == [
            f"Piknik {number}" for number in range(5)
        ]
        assert len(rows) == 10
        await delivered(database, "announcement-progress", 5)
        async with database.session() as session:
            runs = (await session.exec(select(AnnouncementRun))).all()
            assert sorted(run.announcement_id for run in runs) == numbers
        async with httpx.AsyncClient(base_url=running.url) as page:
            assert (await page.get("/healthz")).json()["scheduler"] == "ok"
        await database.close()


async def test_health_tells_of_a_scheduler_that_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found: list[Wakeups] = []
    begin = Wakeups.start

    async def remembered(self: Wakeups) -> None:
        found.append(self)
        await begin(self)

    monkeypatch.setattr(Wakeups, "start", remembered)
    async with start(settings_for(None, tmp_path)) as running, httpx.AsyncClient(base_url=running.url) as page:
        await found[0].close()
        health = await page.get("/healthz")
        assert health.status_code == 503
        assert health.json()["scheduler"] == "ended"
