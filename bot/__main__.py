"""The command `okienko`. Each command's body lives in `bot/commands/`; start-up imports little."""

import sys

import typer

from bot.commands import backup, catalogue, crisis, db, grant, poster, run, search
from bot.errors import DataError, SettingsError

app = typer.Typer(
    name="okienko",
    help="Okienko: the chat-bot assistant of Polish social-services centres.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.command()(run.demo)
app.command()(run.run)
app.command()(run.check)
app.command()(search.search)
catalogue.catalogue.command()(poster.poster)
app.add_typer(catalogue.catalogue, name="catalogue")
app.add_typer(crisis.app, name="crisis")
app.add_typer(db.app, name="db")
app.command()(grant.grant)
app.command()(backup.backup)
app.command()(backup.restore)


def main() -> None:
    """Run the command; what a person can mend is one line and exit code 2, never a traceback."""
    try:
        app()
    except (SettingsError, DataError) as error:
        print(error, file=sys.stderr)
        sys.exit(2)


if __name__ == "__main__":
    main()
