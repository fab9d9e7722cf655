"""Okienko's own HTTP: the server itself, health, figures, and the door for Telegram's webhook."""

import asyncio
import socket
from collections.abc import Callable, Mapping

import uvicorn
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Gauge, generate_latest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from bot.errors import SettingsError
from bot.intake.journey import Intake
from bot.intake.webhook import SECRET_HEADER, take
from bot.storage import Database

LARGEST_UPDATE = 4 * 1024 * 1024
"""Bytes of a webhook request that are read: an update is a few kilobytes."""


class Gauges:
    """What can be asked about the running process."""

    def __init__(self, database: Database, intake: Intake) -> None:
        self._database = database
        self._intake = intake
        self._tasks: Mapping[str, asyncio.Task[None]] = {}
        self._asked: Mapping[str, Callable[[], str]] = {}
        self._registry = CollectorRegistry()
        for name, text, value in (
            ("okienko_updates_total", "Updates worked off since the start", lambda: self._intake.worked_off),
            ("okienko_updates_failed_total", "Updates whose handler failed", lambda: self._intake.failed),
            ("okienko_answers_waiting", "Updates whose answers have not left yet", lambda: self._intake.waiting),
        ):
            Gauge(name, text, registry=self._registry).set_function(value)

    def watch(self, tasks: Mapping[str, asyncio.Task[None]], asked: Mapping[str, Callable[[], str]]) -> None:
        """The tasks, by name, that must be alive for the process to be healthy, and parts that say "ok"."""
        self._tasks, self._asked = tasks, asked

    async def health(self, _request: Request) -> Response:
        """200 when everything that exists lives: the database, each channel, the scheduler, the upkeep."""
        parts = {"database": "ok"} | {name: "ended" if task.done() else "ok" for name, task in self._tasks.items()}
        parts |= {name: state() for name, state in self._asked.items()}
        try:
            async with asyncio.timeout(5):
                await self._database.ping()
        except Exception:
            parts["database"] = "does not answer"
        well = all(state == "ok" for state in parts.values())
        return JSONResponse(parts, status_code=200 if well else 503)

    async def metrics(self, _request: Request) -> Response:
        """Prometheus' text form; counts only, nobody's data."""
        return Response(generate_latest(self._registry), media_type=CONTENT_TYPE_LATEST)


def own_routes(gauges: Gauges) -> list[BaseRoute]:
    return [Route("/healthz", gauges.health), Route("/metrics", gauges.metrics)]


def webhook_route(intake: Intake, channel: str, path: str, secret: str) -> BaseRoute:
    """Where the Bot API server posts updates."""

    async def posted(request: Request) -> Response:
        length = request.headers.get("content-length", "")
        if not length.isdigit() or int(length) > LARGEST_UPDATE:
            return Response(status_code=413)
        status = await take(intake, channel, secret, request.headers.get(SECRET_HEADER), await request.body())
        return Response(status_code=status)

    return Route(path, posted, methods=["POST"])


class Server:
    """uvicorn inside our own loop. Port 0 takes a free one."""

    def __init__(self, host: str, port: int) -> None:
        self._host, self._port = host, port
        self.stopping = asyncio.Event()

    async def start(self, app: Starlette) -> str:
        """Listen and serve. Raises `SettingsError` when the address is taken. Returns the page's address."""
        family = socket.AF_INET6 if ":" in self._host else socket.AF_INET
        listener = socket.socket(family, socket.SOCK_STREAM)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((self._host, self._port))
        except OSError as error:
            listener.close()
            raise SettingsError(f"PORT {self._port} on {self._host} cannot be used: {error.strerror}") from None
        self._port = listener.getsockname()[1]
        config = uvicorn.Config(
            app, log_config=None, access_log=False, lifespan="off", timeout_graceful_shutdown=3, server_header=False
        )
        self._server = uvicorn.Server(config)
        # Signals are the command's business: it stops the parts in order.
        self._task = asyncio.create_task(self._server._serve([listener]))
        while not self._server.started:
            if self._task.done():
                self._task.result()
            await asyncio.sleep(0.01)
        shown = "127.0.0.1" if self._host in ("0.0.0.0", "::", "") else self._host
        return f"http://{shown}:{self._port}"

    @property
    def loopback_url(self) -> str:
        """The address by which this process reaches itself."""
        host = "127.0.0.1" if self._host in ("0.0.0.0", "") else "[::1]" if self._host == "::" else self._host
        return f"http://{host}:{self._port}"

    async def stop(self) -> None:
        self._server.should_exit = True
        await self._task
