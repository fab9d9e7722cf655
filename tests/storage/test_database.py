"""The database answers, on both kinds."""

from bot.storage import Database


async def test_ping(any_database: Database) -> None:
    await any_database.ping()
