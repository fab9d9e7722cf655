"""What is kept of a volunteer and of a guardian: told, and erased."""

from datetime import datetime
from typing import Final

from sqlmodel import col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.people.own_data import Line, Part, Person, moment
from bot.storage.tables import Guardian, ShiftHours, Volunteer
from bot.volunteering import profiles


async def _tell(session: AsyncSession, person: Person) -> list[Line]:
    rows = await session.exec(select(Volunteer).where(col(Volunteer.account_id) == person.account_id))
    lines: list[Line] = []
    for one in rows.all():
        hours = await session.exec(select(ShiftHours).where(col(ShiftHours.volunteer_id) == one.id))
        lines.append(
            {
                "centre": one.centre,
                "number": one.id,
                "age": one.age,
                "nickname": one.nickname,
                "interests": one.interests,
                "skills": one.skills,
                "days": one.days,
                "consent_seen": moment(one.consent_seen_at) if one.consent_seen_at else None,
                "agreement_until": one.agreement_until.isoformat() if one.agreement_until else None,
                "checked": moment(one.checked_at) if one.checked_at else None,
                "certificate_asked": moment(one.certificate_asked_at) if one.certificate_asked_at else None,
                "hours": [
                    {"day": each.day.isoformat(), "shift": each.title, "minutes": each.minutes} for each in hours.all()
                ],
            }
        )
    guards = await session.exec(select(Guardian).where(col(Guardian.account_id) == person.account_id))
    return lines + [{"guardian_of_volunteer": guardian.volunteer_id} for guardian in guards.all()]


async def _erase(session: AsyncSession, now: datetime, person: Person) -> None:
    centres = await session.exec(select(Volunteer.centre).where(col(Volunteer.account_id) == person.account_id))
    for centre in centres.all():
        await profiles.leave(session, now, person.account_id, centre)
    await session.exec(
        delete(Guardian)
        .where(col(Guardian.account_id) == person.account_id)
        .execution_options(synchronize_session=False)
    )


PART: Final = Part("volunteering", _tell, _erase)
