"""A whole bot that has pages, and a real server with the private calendar, on a port of this machine."""

from collections.abc import AsyncIterator

import httpx
import pytest
from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.enums import ParseMode
from starlette.applications import Starlette

from bot.catalogue.crisis import Net
from bot.catalogue.library import Library
from bot.clock import SteppedClock
from bot.handlers.menu import House, Pages
from bot.handlers.routing import build_dispatcher
from bot.http import Server
from bot.intake.journey import Intake
from bot.intake.sending import Sender
from bot.pages.feed import FeedPage
from bot.papers.calendar import write_feed
from bot.storage import Database
from bot.texts import texts
from tests.booking.conftest import lawyer, library, net, newcomer, office, resident
from tests.conversations.people import BOT_ID, Recorder, Stage

__all__ = ["lawyer", "library", "net", "newcomer", "office", "resident"]


@pytest.fixture
async def browser(database: Database, clock: SteppedClock) -> AsyncIterator[httpx.AsyncClient]:
    """A calendar program, over a real connection."""
    server = Server("127.0.0.1", 0)
    url = await server.start(Starlette(routes=FeedPage(database, clock, texts(), write_feed).routes()))
    async with httpx.AsyncClient(base_url=url) as client:
        yield client
    await server.stop()


@pytest.fixture
async def stage(database: Database, clock: SteppedClock, library: Library, net: Net) -> AsyncIterator[Stage]:
    async def no_sleep(_seconds: float) -> None:
        return None

    house = House(texts=texts(), library=library, net=net, pages=Pages("https://okienko.example"))
    sender = Sender(database, clock, sleep=no_sleep)
    intake = Intake(database, build_dispatcher(house), sender, texts(), clock)
    recorder = Recorder()
    token = f"{BOT_ID}:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
    bot = Bot(token, session=recorder, default=DefaultBotProperties(parse_mode=ParseMode.HTML))
    intake.serve("telegram", bot, "OkienkoBot")
    yield Stage(intake, sender, recorder)
    await intake.close()
    await sender.close()
