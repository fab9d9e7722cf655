"""What is kept of who wants to join a programme, is in one or leads it: told, and erased."""

from datetime import datetime
from typing import Final

from sqlmodel import col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.people.own_data import Line, Part, Person, moment
from bot.places.programmes import joining
from bot.places.programmes.words import Standing
from bot.storage.tables import Programme, ProgrammeCandidate, ProgrammeKeeper


async def _tell(session: AsyncSession, person: Person) -> list[Line]:
    rows = await session.exec(
        select(ProgrammeCandidate, Programme)
        .join(Programme, col(Programme.id) == col(ProgrammeCandidate.programme_id))
        .where(col(ProgrammeCandidate.account_id) == person.account_id)
        .order_by(col(ProgrammeCandidate.id))
    )
    lines: list[Line] = [
        {
            "centre": programme.centre,
            "programme": programme.title,
            "number": candidate.id,
            "state": candidate.state,
            "called": candidate.label,
            "since": moment(candidate.since),
            "invited_until": moment(candidate.invited_until),
            "talk": moment(candidate.talk_at),
        }
        for candidate, programme in rows.all()
    ]
    leads = await session.exec(
        select(Programme, ProgrammeKeeper)
        .join(ProgrammeKeeper, col(ProgrammeKeeper.programme_id) == col(Programme.id))
        .where(col(ProgrammeKeeper.account_id) == person.account_id)
        .order_by(col(Programme.id))
    )
    return lines + [
        {"leads": programme.title, "centre": programme.centre, "since": moment(keeper.since)}
        for programme, keeper in leads.all()
    ]


async def _erase(session: AsyncSession, now: datetime, person: Person) -> None:
    """Places are given back first, so that the next in line is asked."""
    rows = await session.exec(
        select(ProgrammeCandidate.programme_id)
        .where(col(ProgrammeCandidate.account_id) == person.account_id)
        .where(col(ProgrammeCandidate.state).not_in((Standing.LEFT.value, Standing.DECLINED.value)))
        .order_by(col(ProgrammeCandidate.programme_id))
    )
    for programme_id in rows.all():
        await joining.leave(session, now, programme_id, person.account_id)
    for gone in (
        delete(ProgrammeCandidate).where(col(ProgrammeCandidate.account_id) == person.account_id),
        delete(ProgrammeKeeper).where(col(ProgrammeKeeper.account_id) == person.account_id),
    ):
        await session.exec(gone.execution_options(synchronize_session=False))


PART: Final = Part("programmes", _tell, _erase)
