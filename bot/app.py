"""The composition root: builds every part, starts them in order, stops them in reverse."""

import asyncio
import contextlib
import gc
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import structlog
from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ParseMode
from aiogram.exceptions import TelegramAPIError
from aiogram.methods import DeleteWebhook, GetMe, SetMyCommands, SetWebhook
from starlette.applications import Starlette
from starlette.routing import BaseRoute

from bot.catalogue import loading, store
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.crisis import Net
from bot.catalogue.library import Library
from bot.catalogue.model import Examples
from bot.clock import Clock, system_clock
from bot.errors import SettingsError
from bot.handlers.beginning import command_list
from bot.handlers.menu import House
from bot.handlers.routing import build_dispatcher
from bot.http import Gauges, Server, own_routes, webhook_route
from bot.intake.dialogue import forget_old
from bot.intake.journey import Intake
from bot.intake.polling import poll
from bot.intake.sending import Sender
from bot.messenger.limits import Limits
from bot.messenger.server import Messenger
from bot.messenger.web.conversation import CentreLine
from bot.messenger.web.routes import WebChat
from bot.messenger.web.stage import Stage, StagePerson
from bot.people import accounts, roles
from bot.settings import TELEGRAM_API, Settings
from bot.storage import Database, migrate
from bot.storage.tables import Role
from bot.texts import DEFAULT, LANGUAGES, Texts, texts

log = structlog.get_logger(__name__)

TELEGRAM = "telegram"
WEB = "web"
WEBHOOK_PATH = "/telegram"
TIDY_SECONDS = 60.0
KEEP_VISITS = timedelta(days=30)
"""How long a chat on our page is kept after its last message; `/prywatnosc` tells people so."""
CATALOGUE_SECONDS = 3.0
"""How soon a change of the catalogue is noticed by every process."""
WEB_BOT_ID = 1
WEB_BOT_NAME = "Okienko"
WEB_BOT_USERNAME = "OkienkoBot"
FIRST_STAGE_PERSON = 2**50
"""Numbers of the demo's people begin here, far from the visitors'."""


@dataclass(slots=True)
class Running:
    """A started Okienko. ``url`` is where its pages are."""

    url: str
    stopped: asyncio.Event
    tasks: list[asyncio.Task[None]]

    async def wait(self) -> None:
        """Until it is told to stop; raises what made a part of it fail."""
        stop = asyncio.create_task(self.stopped.wait())
        done, _ = await asyncio.wait([stop, *self.tasks], return_when=asyncio.FIRST_COMPLETED)
        stop.cancel()
        for task in done:
            task.result()


@asynccontextmanager
async def start(settings: Settings, *, demo: bool = False, clock: Clock = system_clock) -> AsyncIterator[Running]:
    """Okienko, from migrated database to polling bots; everything is closed on leaving.

    Raises `SettingsError` for a setting that cannot work and `DataError` for a wrong data file.
    """
    if settings.bot_token is None and not settings.webchat:
        raise SettingsError("BOT_TOKEN is missing, and WEBCHAT is off: nobody could talk to Okienko")
    async with contextlib.AsyncExitStack() as stack:
        database = Database(settings.database_url)
        stack.push_async_callback(database.close)
        await migrate.upgrade(database)
        catalogue = await _catalogue(database, settings, clock)
        examples = loading.load_examples(settings.data_dir, catalogue) if demo else {}
        library = Library(catalogue.with_examples(examples))
        speech = texts()
        house = House(texts=speech, library=library, net=Net.load(settings.data_dir))
        dispatcher = build_dispatcher(house)
        sender = Sender(database, clock)
        only = library.catalogue.ids[0] if len(library.catalogue.ids) == 1 else None
        intake = Intake(database, dispatcher, sender, speech, clock, only_centre=only)
        stack.push_async_callback(sender.close)
        stack.push_async_callback(intake.close)

        gauges = Gauges(database, intake)
        routes: list[BaseRoute] = own_routes(gauges)
        if settings.bot_token and settings.webhook_url:
            assert settings.webhook_secret is not None
            routes.append(webhook_route(intake, TELEGRAM, WEBHOOK_PATH, settings.webhook_secret.get_secret_value()))
        server = Server(settings.host, settings.port)
        web = await _web_channel(settings, database, clock, house, examples) if settings.webchat else None
        if web:
            stack.push_async_callback(web.messenger.close)
            routes += web.routes()
        url = await server.start(Starlette(routes=routes))
        stack.push_async_callback(server.stop)
        if web:
            stack.push_async_callback(web.hang_up)

        bots: dict[str, Bot] = {}
        if settings.bot_token:
            bots[TELEGRAM] = _bot(settings.bot_token.get_secret_value(), settings.telegram_api_base)
        if web:
            bots[WEB] = _bot(web.token, server.loopback_url)
        for channel, bot in bots.items():
            stack.push_async_callback(bot.session.close)
            username = await _introduce(bot, channel, speech)
            intake.serve(channel, bot, username)
        await sender.recover()

        updates = dispatcher.resolve_used_update_types()
        tasks = [
            asyncio.create_task(
                _every(CATALOGUE_SECONDS, lambda: follow_catalogue(database, library, settings, examples))
            ),
            asyncio.create_task(
                _every(TIDY_SECONDS, lambda: tidy(database, sender, web.messenger if web else None, clock))
            ),
        ]
        for channel, bot in bots.items():
            if channel == TELEGRAM and settings.webhook_url:
                await _set_webhook(bot, settings, updates)
            else:
                with contextlib.suppress(TelegramAPIError):
                    await bot(DeleteWebhook())
                tasks.append(asyncio.create_task(poll(intake, channel, bot, updates)))
        gauges.watch(tasks)
        stack.push_async_callback(_cancel, tasks)
        # What is loaded by now stays for good: the collector need not walk it again and again.
        gc.collect()
        gc.freeze()
        yield Running(url=url, stopped=server.stopping, tasks=tasks)


async def _catalogue(database: Database, settings: Settings, clock: Clock) -> Catalogue:
    """The catalogue of the database, seeded from the data files the first time."""
    async with database.transaction() as session:
        if await store.revision(session) == 0:
            await store.seed(session, loading.load(settings.data_dir), clock())
    return await _read_catalogue(database, settings)


async def _read_catalogue(database: Database, settings: Settings) -> Catalogue:
    async with database.session() as session:
        catalogue = await store.read(session)
    if unknown := sorted(set(settings.centres) - set(catalogue.ids)):
        raise SettingsError(f"CENTRES names {unknown[0]}, which is not in the catalogue: {', '.join(catalogue.ids)}")
    if settings.centres:
        catalogue = Catalogue([c for c in catalogue if c.organization.id in settings.centres], catalogue.revision)
    return catalogue


def _bot(token: str, base: str) -> Bot:
    session = AiohttpSession() if base == TELEGRAM_API else AiohttpSession(api=TelegramAPIServer.from_base(base))
    return Bot(token, session=session, default=DefaultBotProperties(parse_mode=ParseMode.HTML))


async def _introduce(bot: Bot, channel: str, speech: Texts) -> str:
    """Ask the bot's @name and set its commands. What a server lacks is a warning, not an end."""
    username = ""
    try:
        username = (await bot(GetMe())).username or ""
        for language in LANGUAGES:
            commands = command_list(speech, language)
            await bot(SetMyCommands(commands=commands, language_code=language))
            if language == "en":
                await bot(SetMyCommands(commands=commands))
    except TelegramAPIError as error:
        log.warning("bot not introduced", channel=channel, reason=type(error).__name__)
    return username


async def _set_webhook(bot: Bot, settings: Settings, updates: list[str]) -> None:
    assert settings.webhook_secret is not None
    try:
        await bot(
            SetWebhook(
                url=f"{settings.webhook_url}{WEBHOOK_PATH}",
                secret_token=settings.webhook_secret.get_secret_value(),
                allowed_updates=updates,
            )
        )
    except TelegramAPIError as error:
        raise SettingsError(f"WEBHOOK_URL is refused by the Bot API server: {error.message}") from None


async def _every(seconds: float, do: Callable[[], Awaitable[None]]) -> None:
    """Do something now and then until cancelled; a failure is logged and the next time comes."""
    while True:
        await asyncio.sleep(seconds)
        try:
            await do()
        except Exception as error:
            log.error("upkeep failed", exc_info=error)


async def follow_catalogue(
    database: Database, library: Library, settings: Settings, examples: Mapping[str, Examples]
) -> None:
    """Take over what another process, or the organiser, changed in the catalogue."""
    async with database.session() as session:
        changed = await store.revision(session) != library.catalogue.revision
    if changed:
        library.replace((await _read_catalogue(database, settings)).with_examples(examples))


async def tidy(database: Database, sender: Sender, messenger: Messenger | None, clock: Clock) -> None:
    """Send what was left unsent; forget what was kept as long as people were told."""
    await sender.recover()
    async with database.transaction() as session:
        await forget_old(session, clock())
    if messenger:
        await messenger.people.clear_silent(clock() - KEEP_VISITS)


@dataclass(frozen=True, slots=True)
class _WebChannel:
    messenger: Messenger
    token: str
    chat: WebChat

    def routes(self) -> list[BaseRoute]:
        return [*self.messenger.routes(), *self.chat.routes()]

    async def hang_up(self) -> None:
        """Send home who waits for events, or the server would wait for them."""
        self.chat.close()
        self.messenger.leave()


async def _web_channel(
    settings: Settings, database: Database, clock: Clock, house: House, examples: Mapping[str, Examples]
) -> _WebChannel:
    """The embedded messenger with our bot in it, and the page over it."""
    # Telegram's limits are not ours: on our own page an answer need not wait.
    messenger = Messenger(database, clock, limits=Limits(enabled=False))
    # The token never leaves this process, so each start makes its own; the bot's number stays.
    token = f"{WEB_BOT_ID}:{secrets.token_urlsafe(32)}"
    await messenger.add_bot(token, WEB_BOT_NAME, WEB_BOT_USERNAME)

    def centres(language: str) -> list[CentreLine]:
        return [
            CentreLine(
                c.organization.id,
                c.organization.city.in_(language),
                c.organization.phones[0].number if c.organization.phones else None,
                bool(c.organization.phones) and c.organization.phones[0].example,
            )
            for c in house.catalogue
        ]

    async def centre_of(user_id: int) -> str | None:
        async with database.session() as session:
            actor = await accounts.find_actor(session, WEB, user_id, DEFAULT)
        return actor.centre if actor else None

    async def on_language(user_id: int, language: str) -> None:
        async with database.transaction() as session:
            if actor := await accounts.find_actor(session, WEB, user_id, language):
                await accounts.choose_language(session, actor, language)

    chat = WebChat(
        messenger,
        house.texts,
        bot_id=WEB_BOT_ID,
        secret_key=settings.secret_key.get_secret_value() if settings.secret_key else _own_secret(settings.var_dir),
        clock=clock,
        centres=centres,
        stage=await _stage(database, clock, house, examples) if examples else None,
        centre_of=centre_of,
        on_language=on_language,
    )
    return _WebChannel(messenger, token, chat)


def _own_secret(folder: Path) -> str:
    """A key for signing the visitors' cookies, made once and kept beside the database."""
    file = folder / "secret-key"
    if not file.exists():
        folder.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o600)
        file.write_text(secrets.token_urlsafe(48))
    return file.read_text()


async def _stage(database: Database, clock: Clock, house: House, examples: Mapping[str, Examples]) -> Stage:
    """The example people of the demo, with accounts and roles as if they had long been here."""
    people: list[StagePerson] = []
    async with database.transaction() as session:
        for centre, example in examples.items():
            for person in example.people:
                user_id = FIRST_STAGE_PERSON + len(people)
                people.append(
                    StagePerson(
                        person.id,
                        f"{person.label.pl} · {house.city(centre, DEFAULT)}",
                        person.role,
                        centre,
                        person.language,
                        user_id,
                    )
                )
                actor = await accounts.find_actor(session, WEB, user_id, person.language)
                if actor is None:
                    actor = await accounts.create_actor(session, clock(), WEB, user_id, person.language, centre)
                if person.role != "resident":
                    await roles.grant(session, clock(), actor.account_id, centre, Role(person.role))
    return Stage(people)


async def _cancel(tasks: list[asyncio.Task[None]]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
