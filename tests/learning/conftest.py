"""A whole bot whose catalogue lives in the database, as it does in real life."""

from collections.abc import AsyncIterator, Awaitable, Callable
from copy import copy
from itertools import count
from pathlib import Path

import pytest
from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.enums import ParseMode

from bot.catalogue import store
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.crisis import Net
from bot.catalogue.library import Library
from bot.catalogue.loading import load
from bot.clock import SteppedClock
from bot.handlers.menu import House
from bot.handlers.routing import build_dispatcher
from bot.intake.journey import Intake
from bot.intake.sending import Sender
from bot.people import accounts, roles
from bot.storage import Database
from bot.storage.tables import Role
from bot.texts import texts
from tests.conversations.people import BOT_ID, Person, Recorder, Stage

DATA = Path(__file__).parents[2] / "data"
Follow = Callable[[], Awaitable[None]]
Newcomer = Callable[..., Awaitable[Person]]


@pytest.fixture(scope="session")
def net() -> Net:
    return Net.load(DATA)


@pytest.fixture(scope="session")
def seeded() -> Library:
    """The catalogue as it stands in a database that was just seeded."""
    return Library(Catalogue(load(DATA), revision=1))


@pytest.fixture
async def library(database: Database, clock: SteppedClock, seeded: Library) -> Library:
    async with database.transaction() as session:
        await store.seed(session, seeded.catalogue, clock())
    return copy(seeded)  # the index, which takes a second to make, is shared until a test replaces it


@pytest.fixture
def follow(database: Database, library: Library) -> Follow:
    """What every process does each three seconds: read the catalogue anew when its number has grown."""

    async def look() -> None:
        async with database.session() as session:
            if await store.revision(session) != library.catalogue.revision:
                library.replace(await store.read(session))

    return look


@pytest.fixture
async def stage(database: Database, clock: SteppedClock, library: Library, net: Net) -> AsyncIterator[Stage]:
    async def no_sleep(_seconds: float) -> None:
        return None

    dispatcher = build_dispatcher(House(texts=texts(), library=library, net=net))
    sender = Sender(database, clock, sleep=no_sleep)
    intake = Intake(database, dispatcher, sender, texts(), clock)
    recorder = Recorder()
    bot = Bot(
        f"{BOT_ID}:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        session=recorder,
        default=DefaultBotProperties(parse_mode=ParseMode.HTML),
    )
    intake.serve("telegram", bot, "OkienkoBot")
    yield Stage(intake, sender, recorder)
    await intake.close()
    await sender.close()


@pytest.fixture
def newcomer(stage: Stage, database: Database, clock: SteppedClock) -> Newcomer:
    """Somebody who knows the bot, with a centre and perhaps a role somewhere."""
    ids = count(1001)

    async def come(
        centre: str = "koszalin", role: Role | None = None, of: str | None = None, language: str = "pl"
    ) -> Person:
        person = Person(stage, next(ids), language)
        await person.says(f"/start c-{centre}")
        if role:
            async with database.transaction() as session:
                actor = await accounts.find_actor(session, "telegram", person.id, language)
                assert actor
                await roles.grant(session, clock(), actor.account_id, of or centre, role)
        return person

    return come


@pytest.fixture
async def organiser(newcomer: Newcomer) -> Person:
    """The organiser in Koszalin."""
    return await newcomer(role=Role.ORGANISER)
