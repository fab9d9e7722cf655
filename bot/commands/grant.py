"""`okienko grant`: give somebody a role in a centre, and a way into the staff's console."""

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from sqlmodel.ext.asyncio.session import AsyncSession

    from bot.storage.tables import Role

NEW = "new"


@dataclass(frozen=True)
class _Wish:
    who: str
    role: "Role"
    centre: str
    channel: str
    revoke: bool
    login: bool
    name: str | None


class _Refused(Exception):
    """What is told instead of doing it."""


def grant(
    chat_id: Annotated[str, typer.Argument(help="The person's id in the messenger, or new for somebody without one.")],
    role: Annotated[str, typer.Argument(help="volunteer, adviser, clerk, organiser or admin.")],
    centre: Annotated[str, typer.Argument(help="The centre's id, like koszalin.")],
    channel: Annotated[str, typer.Option(help="telegram or web.")] = "telegram",
    revoke: Annotated[bool, typer.Option("--revoke", help="Take the role away instead.")] = False,
    login: Annotated[bool, typer.Option("--login", help="Print a link that opens the staff's console once.")] = False,
    name: Annotated[str | None, typer.Option(help="How colleagues call the person; with --login.")] = None,
) -> None:
    """Give somebody a role in one centre. The person must have written to the bot before.

    With --login also a way into the staff's console: a link that works once, within 24 hours. "new" makes an
    account for somebody who uses no messenger: they work in the console alone.
    """
    from bot.settings import load
    from bot.storage.tables import Role

    if role not in set(Role):
        _stop(f"There is no role {role!r}: choose one of {', '.join(Role)}.")
    if chat_id != NEW and not chat_id.removeprefix("-").isdecimal():
        _stop(f"{chat_id!r} is no id: it must be a number, or the word {NEW}.")
    if chat_id == NEW and (revoke or not login):
        _stop(f"Somebody {NEW} can only come in with --login.")
    if login and revoke:
        _stop("--login and --revoke do not go together.")
    settings = load()
    wish = _Wish(chat_id, Role(role), centre, channel, revoke, login, name)
    try:
        secret = asyncio.run(_work(settings.database_url, wish))
    except _Refused as refused:
        _stop(str(refused))
    typer.echo("Done.")
    if secret:
        page = settings.page_url or settings.webhook_url or f"http://127.0.0.1:{settings.port}"
        typer.echo(f"{page}/personel#{secret}")


def _stop(problem: str) -> None:
    typer.echo(problem, err=True)
    raise typer.Exit(2)


async def _work(url: str, wish: _Wish) -> str | None:
    from bot.storage import Database

    database = Database(url)
    try:
        async with database.transaction() as session:
            return await _grant(session, wish)
    finally:
        await database.close()


async def _grant(session: "AsyncSession", wish: _Wish) -> str | None:
    """The link's secret, if one is wanted."""
    from bot.clock import system_clock
    from bot.errors import OkienkoError
    from bot.people import accounts, console, roles
    from bot.storage.tables import Account, CatalogueCentre
    from bot.texts import texts

    now = system_clock()
    if await session.get(CatalogueCentre, wish.centre) is None:
        raise _Refused(f"There is no centre {wish.centre!r} in this database.")
    if wish.who == NEW:
        account = Account(created_at=now, centre=wish.centre)
        session.add(account)
        await session.flush()
        assert account.id is not None
        account_id = account.id
    else:
        actor = await accounts.find_actor(session, wish.channel, int(wish.who), "pl")
        if actor is None:
            raise _Refused(f"Nobody with the id {wish.who} has written to the bot on {wish.channel} yet.")
        account_id = actor.account_id
    if wish.revoke:
        await roles.revoke(session, account_id, wish.centre, wish.role)
        return None
    await roles.grant(session, now, account_id, wish.centre, wish.role)
    if not wish.login:
        return None
    try:
        name = wish.name or await console.name_of(session, account_id) or ""
        return await console.make_login(session, now, account_id, wish.centre, name)
    except OkienkoError as refusal:
        raise _Refused(texts().plain("en", refusal.key, **refusal.values)) from None
