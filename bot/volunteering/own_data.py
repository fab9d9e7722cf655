"""What is kept of one person who helps, or who looks after one: told, and erased. Confirmed hours stay, of nobody."""

from datetime import datetime
from typing import Final

from sqlmodel import col, delete, or_, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.people.own_data import Line, Part, Person, moment
from bot.storage.tables import Guardian, Volunteer


async def _tell(session: AsyncSession, person: Person) -> list[Line]:
    mine = await session.exec(select(Volunteer).where(col(Volunteer.account_id) == person.account_id))
    lines: list[Line] = [
        {
            "volunteer": one.id,
            "centre": one.centre,
            "age": one.age,
            "interests": one.interests,
            "skills": one.skills,
            "days": one.days,
            "nickname": one.nickname,
            "consent_seen": moment(one.consent_seen_at),
            "agreement_until": one.agreement_until.isoformat() if one.agreement_until else None,
            "checked": moment(one.checked_at),
        }
        for one in mine.all()
    ]
    looks_after = await session.exec(select(Guardian).where(col(Guardian.account_id) == person.account_id))
    return lines + [{"looks_after": one.volunteer_id, "since": moment(one.linked_at)} for one in looks_after.all()]


async def _erase(session: AsyncSession, now: datetime, person: Person) -> None:
    theirs = col(Volunteer.account_id) == person.account_id
    numbers = select(Volunteer.id).where(theirs)
    await session.exec(
        delete(Guardian)
        .where(or_(col(Guardian.account_id) == person.account_id, col(Guardian.volunteer_id).in_(numbers)))
        .execution_options(synchronize_session=False)
    )
    await session.exec(
        update(Volunteer)
        .where(theirs)
        .values(account_id=None, nickname=None, interests=[], skills=[], days=[], changed_at=now)
        .execution_options(synchronize_session=False)
    )


PART: Final = Part("volunteering", _tell, _erase)
