"""A whole bot on the real catalogue and a real database; only the messenger's server is a recorder."""

from collections.abc import AsyncIterator, Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.enums import ParseMode

from bot.catalogue.crisis import Net
from bot.catalogue.library import Library
from bot.catalogue.loading import load
from bot.clock import SteppedClock
from bot.handlers.menu import House
from bot.handlers.routing import build_dispatcher
from bot.intake.journey import Intake
from bot.intake.sending import Sender
from bot.storage import Database
from bot.texts import texts
from tests.conversations.people import BOT_ID, Person, Recorder, Stage


@pytest.fixture(scope="session")
def library() -> Library:
    return Library(load(Path(__file__).parents[2] / "data"))


@pytest.fixture(scope="session")
def net() -> Net:
    return Net.load(Path(__file__).parents[2] / "data")


@pytest.fixture
async def stage(database: Database, clock: SteppedClock, library: Library, net: Net) -> AsyncIterator[Stage]:
    async def no_sleep(_seconds: float) -> None:
        return None

    dispatcher = build_dispatcher(House(texts=texts(), library=library, net=net))
    sender = Sender(database, clock, sleep=no_sleep)
    intake = Intake(database, dispatcher, sender, texts(), clock)
    recorder = Recorder()
    token = f"{BOT_ID}:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
    intake.serve(
        "telegram", Bot(token, session=recorder, default=DefaultBotProperties(parse_mode=ParseMode.HTML)), "OkienkoBot"
    )
    yield Stage(intake, sender, recorder, library)
    await intake.close()
    await sender.close()


@pytest.fixture
def newcomer(stage: Stage) -> Callable[..., Person]:
    """Somebody who has never written before."""
    ids = count(1001)
    return lambda language="pl": Person(stage, next(ids), language)


@pytest.fixture
async def resident(newcomer: Callable[..., Person]) -> Person:
    """A resident of Koszalin who knows the bot."""
    person = newcomer()
    await person.says("/start c-koszalin")
    return person


@pytest.fixture
async def mother(newcomer: Callable[..., Person]) -> Person:
    """A mother from Ukraine in Starachowice."""
    person = newcomer("uk")
    await person.says("/start c-starachowice")
    return person


@pytest.fixture
def log_lines() -> Iterator[list[dict[str, object]]]:
    """What would be logged."""
    from structlog.testing import capture_logs

    with capture_logs() as lines:
        yield lines
