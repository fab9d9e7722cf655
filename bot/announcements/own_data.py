"""What is kept of one person around announcements: what they follow, where they come, what they wrote."""

from datetime import datetime
from typing import Final

from sqlmodel import col, delete, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.announcements.announcements import Stage
from bot.people.own_data import Line, Part, Person, moment
from bot.storage.tables import Announcement, Attendance, Event, Following


async def _tell(session: AsyncSession, person: Person) -> list[Line]:
    followed = await session.exec(select(Following).where(col(Following.account_id) == person.account_id))
    lines: list[Line] = [
        {"follows": row.topic, "centre": row.centre, "since": moment(row.since)} for row in followed.all()
    ]
    answers = await session.exec(
        select(Attendance, Event)
        .join(Event, col(Event.id) == col(Attendance.event_id))
        .where(col(Attendance.account_id) == person.account_id)
    )
    lines += [
        {"event": event.title, "coming": answer.coming, "answered": moment(answer.answered_at)}
        for answer, event in answers.all()
    ]
    wrote = await session.exec(select(Announcement).where(col(Announcement.author) == person.account_id))
    return lines + [{"announcement": row.id, "state": row.state, "at": moment(row.created_at)} for row in wrote.all()]


async def _erase(session: AsyncSession, now: datetime, person: Person) -> None:
    """Drafts go; what a centre has said stays said, by nobody. The rest goes with the account."""
    theirs = col(Announcement.author) == person.account_id
    await session.exec(
        delete(Announcement)
        .where(theirs, col(Announcement.state) == Stage.DRAFT)
        .execution_options(synchronize_session=False)
    )
    await session.exec(
        update(Announcement).where(theirs).values(chat_id=0).execution_options(synchronize_session=False)
    )


PART: Final = Part("announcements", _tell, _erase)
