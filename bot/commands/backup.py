"""`okienko backup`, `okienko restore`."""

from pathlib import Path
from typing import Annotated

import typer


def backup(file: Annotated[Path, typer.Argument(help="The new file; it holds personal data, keep it safe.")]) -> None:
    """Copy the database into one file while Okienko runs. Overwrites nothing."""
    from bot.settings import load
    from bot.storage import backup as copies

    revision = copies.backup(load().database_url, file)
    typer.echo(f"{file}: {file.stat().st_size / 1024:.0f} KiB, checked, revision {revision}.")


def restore(
    file: Annotated[Path, typer.Argument(help="A file that `okienko backup` made.")],
    yes: Annotated[bool, typer.Option("--yes", help="Even when the database holds data; it is kept beside.")] = False,
) -> None:
    """Put a backup in the place of the database. Okienko must not be running."""
    from bot.settings import load
    from bot.storage import backup as copies

    kept = copies.restore(load().database_url, file, overwrite=yes)
    typer.echo(f"{file} is now the database." + (f" What was there is kept in {kept}." if kept else ""))
    typer.echo("`okienko db upgrade` brings it to this version; `okienko run` does so by itself.")
