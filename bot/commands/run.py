"""`okienko demo`, `okienko run`, `okienko check`."""

import asyncio
import gc
import signal
import sys
import tempfile
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from bot.settings import Settings


def demo(
    port: Annotated[int, typer.Option(help="Port of the page; 0 takes a free one.", min=0, max=65535)] = 8080,
    browser: Annotated[bool, typer.Option(help="Open the page in a browser.")] = True,
    keep: Annotated[Path | None, typer.Option(help="Keep the demo's database in this file.")] = None,
) -> None:
    """The whole of Okienko on this machine, with example facts and a chat in the browser.

    No token, no account, no other server. Nothing is kept when it ends, unless --keep says where.
    """
    from bot.settings import load

    with tempfile.TemporaryDirectory(prefix="okienko-") as folder:
        settings = load(
            bot_token=None,
            webhook_url=None,
            webhook_secret=None,
            centres=(),
            webchat=True,
            host="127.0.0.1",
            port=port,
            database_url=f"sqlite:///{(keep or Path(folder) / 'demo.db').absolute()}",
            var_dir=Path(folder),
        )
        _serve(settings, demo=True, browser=browser)


def run() -> None:
    """Okienko for a centre: on Telegram (BOT_TOKEN) and in the web chat, from the environment or .env."""
    from bot.settings import load

    _serve(load(), demo=False, browser=False)


def check() -> None:
    """List what a centre must confirm before people are let in. Exit code 1 when there is something."""
    from bot.catalogue import loading
    from bot.catalogue.readiness import open_points
    from bot.settings import load

    settings = load()
    points = open_points(loading.load(settings.data_dir), settings.centres)
    for point in points:
        typer.echo(point)
    raise typer.Exit(1 if points else 0)


def _serve(settings: "Settings", *, demo: bool, browser: bool) -> None:
    # Importing aiogram makes half a million objects that all stay: collecting meanwhile is wasted.
    gc.disable()
    from bot.app import start
    from bot.log import configure

    gc.enable()
    configure(settings.log_level if not demo else "warning")

    async def serve() -> None:
        typer.echo("Starting Okienko …")
        async with start(settings, demo=demo) as running:
            loop = asyncio.get_running_loop()
            for name in (signal.SIGINT, signal.SIGTERM):
                loop.add_signal_handler(name, running.stopped.set)
            typer.echo(f"Okienko is here:  {running.url}")
            if demo:
                typer.echo(f"Two roles at once: {running.url}/stage")
            typer.echo("Ctrl+C ends it.")
            sys.stdout.flush()
            if browser and demo:
                webbrowser.open(running.url)
            await running.wait()
        typer.echo("Okienko has ended.")

    asyncio.run(serve())
