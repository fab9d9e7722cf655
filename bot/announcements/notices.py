"""What organisers get beside the announcement itself: a test, a question, a printed sheet."""

from datetime import datetime
from typing import Any

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.announcements.announcements import others, own
from bot.outbox.owed import owe
from bot.outbox.states import Priority
from bot.storage import writing
from bot.storage.tables import Address, Announcement, AnnouncementFile

NOTICE = "announcement-notice"
"""The kind of messages about announcements, to organisers."""
TEST = "announcement-test"
"""The kind of an announcement sent to who asks for it alone."""
POSTER = "announcement-poster"
POSTER_AT = 1000
"""The place of the printed sheet among an announcement's files."""


async def test_send(
    session: AsyncSession,
    now: datetime,
    account_id: int,
    announcement_id: int,
    channel: str,
    chat_id: int,
    then: dict[str, Any],
) -> None:
    """To the organiser who asks, on the way that everybody's message goes, and ``then`` a message below it.

    ``then`` holds sendMessage's arguments. Raises `OkienkoError` for outsiders.
    """
    await writing(session)
    announcement = await own(session, account_id, announcement_id)
    await owe(
        session,
        now=now,
        dedupe_key=f"announcement-test:{announcement_id}:{account_id}:{now.timestamp()}",
        channel=channel,
        chat_id=chat_id,
        centre=announcement.centre,
        kind=TEST,
        payload={"announcement": announcement_id, "account": account_id},
        priority=Priority.LIVE,
    )
    await owe(
        session,
        now=now,
        dedupe_key=f"announcement-test-look:{announcement_id}:{account_id}:{now.timestamp()}",
        channel=channel,
        chat_id=chat_id,
        centre=announcement.centre,
        kind=NOTICE,
        payload={"method": "sendMessage", "arguments": then},
        priority=Priority.LIVE,
    )


async def owe_poster(
    session: AsyncSession,
    now: datetime,
    account_id: int,
    announcement_id: int,
    channel: str,
    chat_id: int,
    sheet: bytes,
    filename: str,
) -> None:
    """A printed sheet (PDF) to the organiser who asks, as a document. Raises `OkienkoError` for outsiders."""
    await writing(session)
    announcement = await own(session, account_id, announcement_id)
    await session.merge(
        AnnouncementFile(announcement_id=announcement_id, position=POSTER_AT, filename=filename, content=sheet)
    )
    await owe(
        session,
        now=now,
        dedupe_key=f"announcement-poster:{announcement_id}:{account_id}:{now.timestamp()}",
        channel=channel,
        chat_id=chat_id,
        centre=announcement.centre,
        kind=POSTER,
        payload={"announcement": announcement_id},
        priority=Priority.LIVE,
    )


async def tell_others(
    session: AsyncSession,
    now: datetime,
    announcement: Announcement,
    account_id: int,
    mark: str,
    by_language: dict[str, Any],
) -> int:
    """A message to the centre's other organisers. ``mark`` says which one it is, so that it comes once."""
    told = 0
    for other in await others(session, announcement.centre, account_id):
        if address := await _address(session, other):
            told += await owe(
                session,
                now=now,
                dedupe_key=f"announcement-notice:{announcement.id}:{mark}:a{other}",
                channel=address.channel,
                chat_id=address.chat_id,
                centre=announcement.centre,
                kind=NOTICE,
                payload={"method": "sendMessage", "by_language": by_language},
                priority=Priority.PERSONAL,
            )
    return told


async def _address(session: AsyncSession, account_id: int) -> Address | None:
    rows = await session.exec(
        select(Address)
        .where(col(Address.account_id) == account_id, col(Address.blocked_at).is_(None))
        .order_by(col(Address.channel))
        .limit(1)
    )
    return rows.first()
