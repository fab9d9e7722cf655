"""The printed sheet of an announcement. With a picture it waits until that has been fetched, but not for long."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

import structlog
from sqlmodel import col, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.announcements.announcements import own
from bot.announcements.notices import POSTER, POSTER_AT
from bot.clock import Clock
from bot.outbox.owed import owe
from bot.outbox.states import Priority, State
from bot.storage import Database, writing
from bot.storage.tables import Announcement as Announcement
from bot.storage.tables import AnnouncementFile, OwedMessage

log = structlog.get_logger(__name__)

PATIENCE: Final = timedelta(seconds=30)
"""After this the sheet comes without its picture."""

Fetch = Callable[[str, str], Awaitable[bytes]]
"""Given (channel, file id), fetches a file from the channel's Bot API server."""

Reprint = Callable[[Mapping[str, Any], bytes, datetime], bytes]
"""The sheet of the same words with a picture: `bot.papers.poster.reprinted`."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A file id with the channel on which it is valid."""

    channel: str
    file_id: str


async def owe_sheet(
    session: AsyncSession,
    now: datetime,
    account_id: int,
    announcement: Announcement,
    to: tuple[str, int],
    sheet: bytes,
    filename: str,
    picture: Picture | None,
    words: Mapping[str, Any],
) -> None:
    """A sheet (PDF) to the organiser who asks, at ``to``, as a document; once in a minute.

    With a ``picture``, `Printer` makes it anew of the ``words``. Raises `OkienkoError` for outsiders.
    """
    await writing(session)
    assert announcement.id is not None
    await own(session, account_id, announcement.id)
    await session.merge(
        AnnouncementFile(announcement_id=announcement.id, position=POSTER_AT, filename=filename, content=sheet)
    )
    again = {"picture": [picture.channel, picture.file_id], "words": dict(words)} if picture else {}
    await owe(
        session,
        now=now,
        dedupe_key=f"{POSTER}:{announcement.id}:{account_id}:{now:%Y%m%d%H%M}",
        channel=to[0],
        chat_id=to[1],
        centre=announcement.centre,
        kind=POSTER,
        payload={"announcement": announcement.id, **again},
        priority=Priority.LIVE,
        not_before=now + PATIENCE if picture else None,
        urgent=True,  # it was asked for at this moment
    )


class Printer:
    """Puts pictures on sheets that wait for one; nothing is locked while they are fetched and drawn."""

    def __init__(self, database: Database, clock: Clock, fetch: Fetch, reprint: Reprint) -> None:
        self._database = database
        self._clock = clock
        self._fetch = fetch
        self._reprint = reprint

    async def tick(self) -> None:
        """Every sheet that waits now. One that cannot be drawn goes out as it is."""
        now = self._clock()
        async with self._database.session() as session:
            waiting = (
                await session.exec(
                    select(OwedMessage).where(
                        col(OwedMessage.kind) == POSTER,
                        col(OwedMessage.state) == State.WAITING,
                        col(OwedMessage.not_before) > now,
                    )
                )
            ).all()
        for owed in waiting:
            if (owed.payload or {}).get("picture"):
                await self._finish(owed, now)

    async def _finish(self, owed: OwedMessage, now: datetime) -> None:
        payload = owed.payload or {}
        sheet = None
        try:
            async with asyncio.timeout(PATIENCE.total_seconds()):
                picture = await self._fetch(*payload["picture"])
            sheet = await asyncio.to_thread(self._reprint, payload["words"], picture, now)
        except Exception as error:  # a file that is gone, or none that can be drawn
            log.warning("poster without picture", announcement=payload["announcement"], error=type(error).__name__)
        async with self._database.transaction() as session:
            await writing(session)
            file = await session.get(AnnouncementFile, (payload["announcement"], POSTER_AT))
            if sheet and file:
                file.content = sheet
                session.add(file)
            await session.exec(
                update(OwedMessage)
                .where(col(OwedMessage.id) == owed.id, col(OwedMessage.state) == State.WAITING)
                .values(not_before=self._clock())
                .execution_options(synchronize_session=False)
            )
