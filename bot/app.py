"""The composition root: builds every part, starts them in order, stops them in reverse."""

import asyncio
import contextlib
import gc
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta

import structlog
from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ParseMode
from aiogram.exceptions import AiogramError, TelegramAPIError, TelegramNetworkError, TelegramUnauthorizedError
from aiogram.methods import DeleteWebhook, GetMe, SetMyCommands, SetWebhook
from sqlalchemy.exc import InterfaceError, OperationalError
from starlette.applications import Starlette
from starlette.routing import BaseRoute

from bot.announcements import composing, event_kinds, events, invitations, plan, quarter
from bot.announcements import kinds as announcement_kinds
from bot.announcements import own_data as announcements_own_data
from bot.announcements.event_watch import SeatsWatch
from bot.announcements.herald import Herald
from bot.announcements.printing import Printer
from bot.catalogue import learning, loading, proposals, store
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.crisis import Net
from bot.catalogue.library import Library
from bot.catalogue.model import Examples
from bot.clock import Clock, system_clock
from bot.desk import callbacks
from bot.desk import forgetting as desk_forgetting
from bot.desk import kinds as desk_kinds
from bot.desk import own_data as conversations_own_data
from bot.desk import weekly as desk_weekly
from bot.desk.watch import Watch, follow_up
from bot.errors import SettingsError
from bot.handlers.beginning import command_list
from bot.handlers.menu import House
from bot.handlers.rosters.services import services_of
from bot.handlers.routing import build_dispatcher
from bot.http import Gauges, Server, own_routes, webhook_route
from bot.intake.dialogue import forget_old
from bot.intake.journey import Intake
from bot.intake.pacing import PacedRequests
from bot.intake.polling import poll
from bot.intake.sending import Sender
from bot.messenger.server import Messenger
from bot.outbox import own_data as messages_own_data
from bot.outbox.kinds import Kind, Kinds
from bot.outbox.pacer import Pacer
from bot.outbox.report import forget_sent
from bot.outbox.sending import pacer_for, send_what_is_owed
from bot.pages.feed import FeedPage
from bot.pages.sheet import SheetPage
from bot.papers.bars import bars_png
from bot.papers.calendar import write_calendar, write_feed
from bot.papers.chart import chart_png
from bot.papers.day import day_pdf
from bot.papers.month import month_pdf, month_picture
from bot.papers.poster import reprinted
from bot.papers.sheets import read_book, write_book
from bot.people.own_data import OwnData
from bot.places import booking_kinds, day_paper, delays, forgetting, roster_report, waiting_kinds
from bot.places import own_data as bookings_own_data
from bot.places import report as roster_numbers
from bot.places import waiting_own_data as lines_own_data
from bot.places.halls import kinds as hall_kinds
from bot.places.halls import own_data as halls_own_data
from bot.places.halls.watch import Watch as HallWatch
from bot.places.programmes import kinds as programme_kinds
from bot.places.programmes import own_data as programmes_own_data
from bot.places.programmes import watch as programmes_watch
from bot.places.roster import inbox as roster_inbox
from bot.places.roster import notices as roster_notices
from bot.places.roster import papers as roster_papers
from bot.places.roster.papers import Press
from bot.places.waiting_watch import Watch as LineWatch
from bot.places.waiting_watch import forget_old as forget_lines
from bot.scheduler.alarms import of_announcements, of_desk, of_halls, of_lines
from bot.scheduler.wakeups import Wakeups
from bot.settings import TELEGRAM_API, Settings
from bot.storage import Database, migrate
from bot.texts import LANGUAGES, Texts, texts
from bot.volunteering import inbox as shift_inbox
from bot.volunteering import kinds as volunteering_kinds
from bot.volunteering import own_data as volunteers_own_data
from bot.volunteering import profiles as volunteers
from bot.volunteering.watch import Watch as ShiftWatch
from bot.web import WEB, WEB_BOT_USERNAME, web_channel

log = structlog.get_logger(__name__)

TELEGRAM = "telegram"
PATIENCE = 5
"""Seconds that a Bot API server may take for an answer at start: the web chat must not wait for Telegram."""
WEBHOOK_PATH = "/telegram"
TIDY_SECONDS = 60.0
HERALD_SECONDS = 1.0
"""How late an announcement may be noticed as due."""
KEEP_VISITS = timedelta(days=30)
"""How long a chat on our page is kept after its last message; `/prywatnosc` tells people so."""
INBOX_SECONDS = 1.0
"""How long a roster that was sent as a file may wait to be read."""
OWN_DATA = (
    messages_own_data.PART,
    lines_own_data.PART,  # before the bookings: what is held for somebody goes to the next
    volunteers_own_data.PART,  # before the bookings: it gives shifts back
    halls_own_data.PART,  # before the bookings, too: afterwards nobody knows whose they were
    programmes_own_data.PART,  # before the bookings: the next in line is asked
    bookings_own_data.PART,
    announcements_own_data.PART,
    conversations_own_data.PART,
)
"""Every room that keeps something of people."""
WATCH_SECONDS = 5.0
"""How soon a guardian, or a coordinator who lacks people, is told, and a group how many seats are left."""
CATALOGUE_SECONDS = 3.0
"""How soon a change of the catalogue is noticed by every process."""


@dataclass(slots=True)
class Running:
    """A started Okienko. ``url`` is where its pages are; ``channels`` are the tasks that take updates."""

    url: str
    stopped: asyncio.Event
    channels: dict[str, asyncio.Task[None]]

    async def wait(self) -> None:
        """Until it is told to stop, or the last channel has failed: raises what made it fail.

        One channel that fails (a token taken back, say) leaves the other one running; `/healthz`
        tells of it.
        """
        stop = asyncio.create_task(self.stopped.wait())
        alive = dict(self.channels)
        while not self.stopped.is_set():
            done, _ = await asyncio.wait([stop, *alive.values()], return_when=asyncio.FIRST_COMPLETED)
            for channel, task in list(alive.items()):
                if task in done:
                    del alive[channel]
                    if not alive:
                        stop.cancel()
                        task.result()
                        return
                    log.critical("channel ended", channel=channel, exc_info=task.exception())
        stop.cancel()


@asynccontextmanager
async def start(settings: Settings, *, demo: bool = False, clock: Clock = system_clock) -> AsyncIterator[Running]:
    """Okienko, from migrated database to polling bots; everything is closed on leaving.

    Raises `SettingsError` for a setting that cannot work and `DataError` for a wrong data file.
    Closed in this order: no more updates, what is being answered, the page, the connections.
    """
    if settings.webhook_url and settings.bot_token is None:
        raise SettingsError("WEBHOOK_URL is set, but BOT_TOKEN is missing: there is no bot to set it for")
    if settings.bot_token is None and not settings.webchat:
        raise SettingsError("BOT_TOKEN is missing, and WEBCHAT is off: nobody could talk to Okienko")
    async with contextlib.AsyncExitStack() as stack:
        # All that is made until the end of this start stays: walking it again and again would be wasted.
        gc.disable()
        stack.callback(gc.enable)
        database = await _open_database(settings)
        stack.push_async_callback(database.close)
        catalogue = await _catalogue(database, settings, clock)
        examples = loading.load_examples(settings.data_dir, catalogue) if demo else {}
        library = Library(catalogue.with_examples(examples))
        speech = texts()
        house = House(
            texts=speech,
            library=library,
            net=Net.load(settings.data_dir),
            plans=plan.load(settings.data_dir),
            own_data=OwnData(OWN_DATA, messages_own_data.owe_file),
        )
        dispatcher = build_dispatcher(house)
        sender = Sender(database, clock)
        only = library.catalogue.ids[0] if len(library.catalogue.ids) == 1 else None
        intake = Intake(database, dispatcher, sender, speech, clock, only_centre=only)

        gauges = Gauges(database, intake)
        routes: list[BaseRoute] = own_routes(gauges)
        if settings.bot_token and settings.webhook_url:
            assert settings.webhook_secret is not None
            routes.append(webhook_route(intake, TELEGRAM, WEBHOOK_PATH, settings.webhook_secret.get_secret_value()))
        server = Server(settings.host, settings.port)
        web = await web_channel(settings, database, clock, house, examples) if settings.webchat else None
        if web:
            stack.push_async_callback(web.messenger.close)
            routes += web.routes()
        routes += SheetPage(database, clock, speech, house.city).routes()
        routes += FeedPage(database, clock, speech, write_feed).routes()
        url = await server.start(Starlette(routes=routes))
        house.pages.url = settings.page_url or settings.webhook_url or url
        stack.push_async_callback(server.stop)
        if web:
            stack.push_async_callback(web.hang_up)

        kinds = Kinds(Kind("message"))
        announcement_kinds.register(kinds, speech)
        event_kinds.register(kinds, speech, write_calendar)
        booking_kinds.register(kinds, speech, write_calendar)
        quarter.register(kinds, speech, write_book, house.plans)
        roster_notices.register(kinds, speech)
        roster_inbox.register(kinds, speech)
        roster_papers.register(kinds, speech, Press(month_picture, month_pdf, write_book))
        volunteering_kinds.register(kinds, speech)
        programme_kinds.register(kinds, speech)
        hall_kinds.register(kinds, speech)
        waiting_kinds.register(kinds, speech)
        shift_inbox.register(kinds, speech)
        delays.register(kinds, speech)
        desk_kinds.register(
            kinds,
            speech,
            lambda id, language: card.service.name.in_(language) if (card := library.catalogue.card(id)) else "",
        )
        desk_weekly.register(kinds, speech, bars_png, house.city, lambda: library.catalogue)
        messages_own_data.register(kinds, speech, OWN_DATA)
        day_paper.register(kinds, speech, day_pdf, house.city)
        roster_report.register(kinds, speech, chart_png, house.city)
        invitations.connect(speech)
        lines: dict[str, tuple[str, str]] = {}
        if web:
            lines[WEB] = (web.token, server.loopback_url)
        if settings.bot_token:
            lines[TELEGRAM] = (settings.bot_token.get_secret_value(), settings.telegram_api_base)
        bots = {channel: _bot(*line) for channel, line in lines.items()}
        pacers: dict[str, Pacer] = {}
        for channel, bot in bots.items():
            stack.push_async_callback(bot.session.close)
            # Other servers than Telegram's may have no limits: answers wait there only when it shows.
            strict = settings.telegram_api_base == TELEGRAM_API
            pacers[channel] = await pacer_for(
                database, channel, clock(), limited=channel == TELEGRAM, live_always_waits=strict
            )
            bot.session.middleware(PacedRequests(pacers[channel]))
            intake.serve(channel, bot, WEB_BOT_USERNAME if channel == WEB else "")
        stack.push_async_callback(sender.close)
        stack.push_async_callback(intake.close)
        if TELEGRAM in bots:
            await _check_token(bots[TELEGRAM])
        await sender.recover()

        updates = dispatcher.resolve_used_update_types()
        by_webhook = {TELEGRAM} if settings.webhook_url else set()
        for channel in by_webhook & bots.keys():
            await _set_webhook(bots[channel], settings, updates)
        channels = {
            channel: asyncio.create_task(_serve(intake, channel, bot, speech, updates, channel in by_webhook))
            for channel, bot in bots.items()
        }
        upkeep = [
            asyncio.create_task(
                _every(CATALOGUE_SECONDS, lambda: follow_catalogue(database, library, settings, examples))
            ),
            asyncio.create_task(
                _every(TIDY_SECONDS, lambda: tidy(database, sender, web.messenger if web else None, clock))
            ),
        ]
        if web:
            upkeep.append(asyncio.create_task(_every(TIDY_SECONDS, web.console.settle)))
        herald = Herald(
            database,
            clock,
            lambda channel, file_id: _fetch(bots[channel], file_id),
            bots.keys(),
            lambda centre: found.organization.closing_days if (found := library.catalogue.centre(centre)) else (),
        )
        watch = Watch(
            database, clock, lambda: library.catalogue, lambda channel, file_id: _fetch(bots[channel], file_id)
        )
        wakeups = Wakeups(
            database,
            clock,
            [
                *of_announcements(herald),
                *of_desk(watch),
                *of_lines(LineWatch(database, clock)),
                *of_halls(HallWatch(database, clock)),
            ],
        )
        printer = Printer(database, clock, lambda channel, file_id: _fetch(bots[channel], file_id), reprinted)
        upkeep.append(asyncio.create_task(_every(HERALD_SECONDS, printer.tick)))
        inbox = roster_inbox.Inbox(
            database,
            clock,
            lambda channel, file_id: _fetch(bots[channel], file_id),
            _first_sheet,
            lambda centre: services_of(library.catalogue, centre),
        )
        upkeep.append(asyncio.create_task(_every(INBOX_SECONDS, inbox.tick)))
        shifts_inbox = shift_inbox.Inbox(
            database,
            clock,
            lambda channel, file_id: _fetch(bots[channel], file_id),
            _first_sheet,
            lambda centre: found.organization.closing_days if (found := library.catalogue.centre(centre)) else (),
        )
        upkeep.append(asyncio.create_task(_every(INBOX_SECONDS, shifts_inbox.tick)))
        upkeep.append(asyncio.create_task(_every(WATCH_SECONDS, ShiftWatch(database, clock).tick)))
        upkeep.append(asyncio.create_task(_every(WATCH_SECONDS, programmes_watch.Watch(database, clock).tick)))
        upkeep.append(asyncio.create_task(_every(WATCH_SECONDS, SeatsWatch(database, clock).tick)))
        sending = {
            f"sending {channel}": asyncio.create_task(
                send_what_is_owed(database, kinds, clock, channel, *lines[channel], pacer)
            )
            for channel, pacer in pacers.items()
        }
        gauges.watch(
            {**channels, **sending, "upkeep": upkeep[1], "catalogue": upkeep[0]}, {"scheduler": lambda: wakeups.state}
        )
        stack.push_async_callback(_cancel, [*channels.values(), *upkeep, *sending.values()])
        await wakeups.start()
        stack.push_async_callback(wakeups.close)
        gc.collect()
        gc.freeze()
        gc.enable()
        yield Running(url=url, stopped=server.stopping, channels=channels)


async def _open_database(settings: Settings) -> Database:
    """The database, migrated. One that cannot be opened is a setting to mend."""
    database = None
    try:
        database = Database(settings.database_url)
        await migrate.upgrade(database)
    except (OSError, OperationalError, InterfaceError) as error:
        if database:
            await database.close()
        raise SettingsError(
            f"DATABASE_URL names a database that cannot be opened ({type(error).__name__}): "
            "is the server running, may this user write there?"
        ) from None
    return database


async def _serve(intake: Intake, channel: str, bot: Bot, speech: Texts, updates: list[str], by_webhook: bool) -> None:
    """One channel: introduce the bot and take its updates, until cancelled."""
    introducing = asyncio.create_task(_introduce(intake, channel, bot, speech))
    try:
        if by_webhook:
            await asyncio.Event().wait()  # updates come by the webhook's route
        with contextlib.suppress(AiogramError):
            await bot(DeleteWebhook(), request_timeout=PATIENCE)
        await poll(intake, channel, bot, updates)
    finally:
        introducing.cancel()


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


async def _fetch(bot: Bot, file_id: str) -> bytes:
    """A file of the bot's own server, to be sent anew on another channel."""
    fetched = await bot.download(file_id)
    if fetched is None:
        raise OSError("the file cannot be fetched")
    return fetched.read()


def _first_sheet(data: bytes) -> roster_inbox.Sheet:
    """A workbook's first sheet with anything in it."""
    book = read_book(data)
    title = next((title for title, rows in book.sheets.items() if rows), "")
    formulas = {(row, column) for sheet, row, column in book.formulas if sheet == title}
    return roster_inbox.Sheet(book.sheets.get(title, {}), formulas)


async def _check_token(bot: Bot) -> None:
    """A refused token is told at once; a server that does not answer may come back."""
    try:
        await bot(GetMe(), request_timeout=PATIENCE)
    except TelegramUnauthorizedError:
        raise SettingsError("BOT_TOKEN is refused by the Bot API server: take a fresh one from BotFather") from None
    except AiogramError as error:
        log.warning("no answer from the Bot API server yet", reason=type(error).__name__)


async def _introduce(intake: Intake, channel: str, bot: Bot, speech: Texts) -> None:
    """Learn the bot's @name, asking until it is told, and set the commands where the server can."""
    pause = 1.0
    while True:
        try:
            intake.serve(channel, bot, (await bot(GetMe(), request_timeout=PATIENCE)).username or "")
            break
        except AiogramError:
            await asyncio.sleep(pause)
            pause = min(pause * 2, 60.0)
    try:
        for language in (*LANGUAGES, None):
            commands = command_list(speech, language or "en")
            await bot(SetMyCommands(commands=commands, language_code=language), request_timeout=PATIENCE)
    except AiogramError as error:
        log.warning("commands not set", channel=channel, reason=type(error).__name__)


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
    except TelegramNetworkError:
        log.warning("webhook not set: no answer from the Bot API server")
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
        catalogue = (await _read_catalogue(database, settings)).with_examples(examples)
        await asyncio.to_thread(library.replace, catalogue)  # about a second of work: answers go on meanwhile


async def tidy(database: Database, sender: Sender, messenger: Messenger | None, clock: Clock) -> None:
    """Send what was left unsent; forget what was kept as long as people were told."""
    await sender.recover()
    async with database.transaction() as session:
        await forget_old(session, clock())
        await learning.forget_old(session, clock())
        await proposals.forget_old(session, clock())
        await composing.forget_drafts(session, clock())
        await events.forget_old(session, clock())
        await roster_numbers.forget_old(session, clock())
        await forgetting.forget_old(session, clock())
        await forget_lines(session, clock())
        await halls_own_data.forget_old(session, clock())
        await volunteers.forget_old(session, clock())
        await programmes_watch.forget_old(session, clock())
        await callbacks.forget_old(session, clock())
        await desk_forgetting.forget_old(session, clock())
        await follow_up(session, clock())
        await forget_sent(session, clock())
    if messenger:
        await messenger.people.clear_old(clock() - KEEP_VISITS)
    await database.forget_log()


async def _cancel(tasks: list[asyncio.Task[None]]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
