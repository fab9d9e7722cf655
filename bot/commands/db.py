"""`okienko db upgrade`, `okienko db downgrade`, `okienko db current`."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from bot.storage import Database

app = typer.Typer(help="The database's tables.", no_args_is_help=True)


@app.command()
def upgrade(revision: Annotated[str, typer.Argument(help="Like 0001.")] = "head") -> None:
    """Bring the tables to this version of Okienko, or to the revision named."""
    from bot.storage import migrate

    async def do(database: "Database") -> None:
        await migrate.upgrade(database, revision)
        await _say_where(database)

    _known(revision, "head")
    _run(do)


@app.command()
def downgrade(
    revision: Annotated[str, typer.Argument(help="Like 0001; base removes every table.")],
    yes: Annotated[bool, typer.Option("--yes", help="Yes, lose what the newer tables hold.")] = False,
) -> None:
    """Bring the tables back to an older revision. What only the newer ones can hold is lost."""
    from bot.storage import migrate

    async def do(database: "Database") -> None:
        await migrate.downgrade(database, revision)
        await _say_where(database)

    _known(revision, "base")
    if not yes:
        typer.echo("This loses what the newer tables hold: make a backup, then repeat with --yes.", err=True)
        raise typer.Exit(2)
    _run(do)


@app.command()
def current() -> None:
    """Say which revision the database stands at."""
    _run(_say_where)


def _known(revision: str, *names: str) -> None:
    from bot.storage import migrate

    if revision not in (*names, *migrate.revisions()):
        typer.echo(f"There is no revision {revision!r}: {', '.join((*names, *migrate.revisions()))}.", err=True)
        raise typer.Exit(2)


async def _say_where(database: "Database") -> None:
    from bot.storage import migrate

    at, newest = await migrate.current(database), migrate.revisions()[-1]
    typer.echo(f"{at or 'no tables yet'}{'' if at == newest else f' (newest: {newest})'}")


def _run(do: Callable[["Database"], Awaitable[None]]) -> None:
    from bot.settings import load
    from bot.storage import Database

    async def run() -> None:
        database = Database(load().database_url)
        try:
            await do(database)
        finally:
            await database.close()

    asyncio.run(run())
