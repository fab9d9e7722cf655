"""A month's published duties with the names that people read."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.places.roster.entries import Entry, next_month, span
from bot.storage.tables import ClosingDay, Duty, Provider, Room


@dataclass(frozen=True, slots=True)
class Posted:
    """A duty that is published."""

    duty: Duty
    provider: Provider
    room: Room | None

    @property
    def hours(self) -> str:
        return span(self.duty.opens_at, self.duty.closes_at)

    @property
    def entry(self) -> Entry:
        """As a line of a draft that keeps it."""
        duty = self.duty
        return Entry(
            provider=self.provider.name,
            day=duty.day,
            opens_at=duty.opens_at,
            closes_at=duty.closes_at,
            service=duty.service,
            room=self.room.name if self.room else "",
            step=duty.step_minutes,
            buffer=duty.buffer_minutes,
            kept=True,
        )


async def posted(
    session: AsyncSession,
    centre: str,
    since: date,
    until: date,
    *,
    services: Collection[str] | None = None,
    provider_id: int | None = None,
) -> list[Posted]:
    """The duties of a centre from a local day to before another, by day and hour."""
    query = (
        select(Duty, Provider, Room)
        .join(Provider, col(Provider.id) == col(Duty.provider_id))
        .outerjoin(Room, col(Room.id) == col(Duty.room_id))
        .where(col(Duty.centre) == centre, col(Duty.withdrawn_at).is_(None))
        .where(col(Duty.day) >= since, col(Duty.day) < until)
        .order_by(col(Duty.day), col(Duty.opens_at), col(Duty.id))
        .execution_options(populate_existing=True)
    )
    if services is not None:
        query = query.where(col(Duty.service).in_(services))
    if provider_id is not None:
        query = query.where(col(Duty.provider_id) == provider_id)
    return [Posted(*row) for row in (await session.exec(query)).all()]


async def of_month(session: AsyncSession, centre: str, month: date) -> list[Posted]:
    """A whole month, given by its first day."""
    return await posted(session, centre, month, next_month(month))


async def closing_days(session: AsyncSession, centre: str, since: date, until: date) -> dict[date, str]:
    """The days from ``since`` to before ``until`` on which a centre is closed by its own word, and why."""
    found = await session.exec(
        select(ClosingDay)
        .where(col(ClosingDay.centre) == centre, col(ClosingDay.day) >= since, col(ClosingDay.day) < until)
        .order_by(col(ClosingDay.day))
    )
    return {closing.day: closing.reason for closing in found.all()}


async def advisers(session: AsyncSession, centre: str) -> list[Provider]:
    """Who gives duties in a centre, by name."""
    found = await session.exec(select(Provider).where(col(Provider.centre) == centre).order_by(col(Provider.name)))
    return list(found.all())
