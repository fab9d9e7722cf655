"""The database: tables, engine, sessions, the writer's lock and migrations."""

from bot.storage.database import Database, writing
from bot.storage.types import UtcDateTime

__all__ = ["Database", "UtcDateTime", "writing"]
