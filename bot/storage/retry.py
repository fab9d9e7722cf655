"""A transaction that lost to another one through no fault of its own is done again, from its beginning.

Only whole transactions: after a deadlock PostgreSQL has forgotten what was done before. So this belongs
where a transaction begins and commits, never inside a service.
"""

import sqlite3
from collections.abc import Awaitable, Callable
from typing import Final, TypeVar

from sqlalchemy.exc import DBAPIError

Result = TypeVar("Result")

ATTEMPTS: Final = 4
_SQLSTATES: Final = ("40001", "40P01")
"""PostgreSQL: serialization_failure, deadlock_detected."""


async def retried(transaction: Callable[[], Awaitable[Result]], attempts: int = ATTEMPTS) -> Result:
    """What a transaction returns, tried again when it lost a race: ``attempts`` times in all.

    The last loss is raised, and everything else at once.
    """
    for _ in range(attempts - 1):
        try:
            return await transaction()
        except DBAPIError as error:
            if not lost_a_race(error):
                raise
    return await transaction()


def lost_a_race(error: DBAPIError) -> bool:
    """Whether the same again may work: a deadlock, a serialization failure, SQLite's lock held too long."""
    if isinstance(error.orig, sqlite3.OperationalError):
        return error.orig.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY
    return getattr(error.orig, "sqlstate", None) in _SQLSTATES
