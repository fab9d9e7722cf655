"""A whole bot that knows every room's data; only the messenger's server is a recorder."""

from collections.abc import AsyncIterator, Callable
from itertools import count

import pytest
from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.enums import ParseMode

from bot.app import OWN_DATA
from bot.catalogue.crisis import Net
from bot.catalogue.library import Library
from bot.clock import SteppedClock
from bot.handlers.menu import House
from bot.handlers.routing import build_dispatcher
from bot.intake.journey import Intake
from bot.intake.sending import Sender
from bot.outbox.own_data import owe_file
from bot.people.own_data import OwnData
from bot.storage import Database
from bot.texts import texts
from tests.conversations.conftest import library as library
from tests.conversations.conftest import net as net
from tests.conversations.people import BOT_ID, Person, Recorder, Stage


@pytest.fixture
async def newcomer(
    any_database: Database, clock: SteppedClock, library: Library, net: Net
) -> AsyncIterator[Callable[[], Person]]:
    """Somebody who has never written before, in a messenger with numbers that are easy to find again."""

    async def no_sleep(_seconds: float) -> None:
        return None

    house = House(texts=texts(), library=library, net=net, own_data=OwnData(OWN_DATA, owe_file))
    sender = Sender(any_database, clock, sleep=no_sleep)
    intake = Intake(any_database, build_dispatcher(house), sender, texts(), clock)
    recorder = Recorder()
    bot = Bot(f"{BOT_ID}:{'A' * 35}", session=recorder, default=DefaultBotProperties(parse_mode=ParseMode.HTML))
    intake.serve("telegram", bot, "OkienkoBot")
    stage, ids = Stage(intake, sender, recorder, library), count(7_771_234_567)
    yield lambda: Person(stage, next(ids), "pl")
    await intake.close()
    await sender.close()
