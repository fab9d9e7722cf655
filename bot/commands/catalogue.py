"""`okienko catalogue`: the centres' files."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from bot.catalogue.catalogue import Catalogue
from bot.catalogue.loading import load_examples, read_centres
from bot.commands import exchange
from bot.commands.search import DATA
from bot.errors import DataError

catalogue = typer.Typer(help="The catalogue: check it, take it out, bring it in.", no_args_is_help=True)
catalogue.command("export")(exchange.export)
catalogue.command("import")(exchange.import_)


@catalogue.command("check")
def check(
    files: Annotated[
        list[Path] | None, typer.Argument(help="Centres' files; all of data/ when none is named.", show_default=False)
    ] = None,
) -> None:
    """Show every mistake of the files, with its line; exit code 2 when there is one."""
    chosen = files or sorted((DATA / "centres").glob("*.yaml"))
    problems: list[str] = []
    try:
        centres = read_centres(chosen, None if files else DATA.parent)
        if not files:
            load_examples(DATA, Catalogue(centres))
    except DataError as error:
        problems = error.problems
    for problem in problems:
        print(problem, file=sys.stderr)
    if problems:
        raise typer.Exit(2)
    print(f"{len(centres)} centres, {sum(len(centre.services) for centre in centres)} cards: no mistakes")


@catalogue.callback()
def _catalogue() -> None:
    """Keeps `check` a sub-command while it is the only one."""
