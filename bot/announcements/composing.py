"""Composing: a draft in the database, so that nothing half-made is lost; one step after the other."""

from dataclasses import asdict
from datetime import datetime, timedelta

from sqlmodel import col, delete
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.announcements.announcements import Stage, own, save
from bot.announcements.content import Content
from bot.announcements.rule import DaysOff
from bot.announcements.when import When
from bot.errors import OkienkoError
from bot.people.roles import is_organiser
from bot.storage import writing
from bot.storage.tables import Announcement

KEEP_DRAFT = timedelta(days=30)
"""How long a draft that nobody touches is kept."""


async def draft(
    session: AsyncSession, now: datetime, account_id: int, centre: str, channel: str, chat_id: int, content: Content
) -> Announcement:
    """A new draft. Raises `OkienkoError` for who does not organise the centre, and for content that cannot be sent."""
    await writing(session)
    if not await is_organiser(session, account_id, centre):
        raise OkienkoError("announce-refused")
    content.check()
    announcement = Announcement(
        centre=centre,
        author=account_id,
        channel=channel,
        chat_id=chat_id,
        state=Stage.DRAFT,
        content=content.row(),
        audiences=[],
        created_at=now,
        changed_at=now,
    )
    session.add(announcement)
    await session.flush()
    return announcement


async def own_draft(session: AsyncSession, account_id: int, announcement_id: int) -> Announcement:
    """A draft to be changed. Raises `OkienkoError` for outsiders and when it is no draft any more."""
    await writing(session)
    announcement = await own(session, account_id, announcement_id, to_change=True)
    if announcement.state != Stage.DRAFT:
        raise OkienkoError("announce-not-draft")
    return announcement


async def add_piece(session: AsyncSession, now: datetime, account_id: int, announcement_id: int, more: Content) -> None:
    """The next picture of an album. Raises `OkienkoError` where it does not fit."""
    announcement = await own_draft(session, account_id, announcement_id)
    content = Content.read(announcement.content).with_piece(more)
    content.check()
    await save(session, announcement, now, content=content.row())


async def replace_content(
    session: AsyncSession, now: datetime, account_id: int, announcement_id: int, content: Content
) -> Announcement:
    """Say something else in a draft. Raises `OkienkoError` as `draft` does."""
    announcement = await own_draft(session, account_id, announcement_id)
    content.check()
    return await save(session, announcement, now, content=content.row())


async def toggle(session: AsyncSession, now: datetime, account_id: int, announcement_id: int, key: str) -> Announcement:
    """Choose an audience of a draft, or un-choose it."""
    announcement = await own_draft(session, account_id, announcement_id)
    chosen = announcement.audiences
    chosen = [one for one in chosen if one != key] if key in chosen else [*chosen, key]
    return await save(session, announcement, now, audiences=chosen)


async def set_when(
    session: AsyncSession, now: datetime, account_id: int, announcement_id: int, when: When | None
) -> Announcement:
    """When a draft is to go out; None for at once. A repetition needs an end: raises `OkienkoError` without."""
    announcement = await own_draft(session, account_id, announcement_id)
    if when and when.recurrence and when.until is None:
        raise OkienkoError("announce-until-missing")
    return await save(
        session,
        announcement,
        now,
        at_once=when is None,
        start_at=when.start if when else None,
        rule=asdict(when.recurrence) if when and when.recurrence else None,
        until=when.until if when else None,
    )


async def set_days_off(
    session: AsyncSession, now: datetime, account_id: int, announcement_id: int, days_off: DaysOff
) -> Announcement:
    """What a repetition does on days off. Raises `OkienkoError` as `own_draft`, and when it does not repeat."""
    announcement = await own_draft(session, account_id, announcement_id)
    if announcement.rule is None:
        raise OkienkoError("announce-no-when")
    return await save(session, announcement, now, rule=announcement.rule | {"days_off": days_off})


async def discard(session: AsyncSession, account_id: int, announcement_id: int) -> None:
    """Forget a draft. Raises `OkienkoError` for outsiders and when it is no draft any more."""
    await session.delete(await own_draft(session, account_id, announcement_id))
    await session.flush()


async def forget_drafts(session: AsyncSession, now: datetime) -> None:
    """Delete drafts that nobody has touched for `KEEP_DRAFT`. The caller commits."""
    await writing(session)
    await session.exec(
        delete(Announcement)
        .where(col(Announcement.state) == Stage.DRAFT, col(Announcement.changed_at) < now - KEEP_DRAFT)
        .execution_options(synchronize_session=False)
    )
