"""`okienko grant`: give somebody a role in a centre."""

import asyncio
from typing import Annotated

import typer


def grant(
    chat_id: Annotated[int, typer.Argument(help="The person's id in the messenger.")],
    role: Annotated[str, typer.Argument(help="volunteer, adviser, clerk, organiser or admin.")],
    centre: Annotated[str, typer.Argument(help="The centre's id, like koszalin.")],
    channel: Annotated[str, typer.Option(help="telegram or web.")] = "telegram",
    revoke: Annotated[bool, typer.Option("--revoke", help="Take the role away instead.")] = False,
) -> None:
    """Give somebody a role in one centre. The person must have written to the bot before."""
    from bot.settings import load
    from bot.storage.tables import Role

    if role not in set(Role):
        typer.echo(f"There is no role {role!r}: choose one of {', '.join(Role)}.", err=True)
        raise typer.Exit(2)
    problem = asyncio.run(_grant(load().database_url, channel, chat_id, Role(role), centre, revoke))
    if problem:
        typer.echo(problem, err=True)
        raise typer.Exit(2)
    typer.echo("Done.")


async def _grant(url: str, channel: str, chat_id: int, role: "object", centre: str, revoke: bool) -> str | None:
    from bot.clock import system_clock
    from bot.people import accounts, roles
    from bot.storage import Database
    from bot.storage.tables import CatalogueCentre, Role

    assert isinstance(role, Role)
    database = Database(url)
    try:
        async with database.transaction() as session:
            if await session.get(CatalogueCentre, centre) is None:
                return f"There is no centre {centre!r} in this database."
            actor = await accounts.find_actor(session, channel, chat_id, "pl")
            if actor is None:
                return f"Nobody with the id {chat_id} has written to the bot on {channel} yet."
            if revoke:
                await roles.revoke(session, actor.account_id, centre, role)
            else:
                await roles.grant(session, system_clock(), actor.account_id, centre, role)
    finally:
        await database.close()
    return None
