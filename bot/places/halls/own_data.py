"""What is kept of one person around rooms: told, and erased. Their times are given back with the bookings."""

from datetime import datetime, timedelta
from typing import Any, Final

from sqlmodel import col, delete, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.people.own_data import Line, Part, Person, moment
from bot.storage import writing
from bot.storage.tables import Attendee, Booking, CalendarFeed, HallSeries, Organisation, Reservation

KEEP: Final = timedelta(days=30)
"""After its end it is forgotten for what a room was reserved."""


async def _tell(session: AsyncSession, person: Person) -> list[Line]:
    speaks = await session.exec(select(Organisation).where(col(Organisation.account_id) == person.account_id))
    lines: list[Line] = [
        {"centre": row.centre, "speaks_for": row.name, "state": row.state, "asked": moment(row.asked_at)}
        for row in speaks.all()
    ]
    rows = await session.exec(
        select(Reservation)
        .join(Booking, col(Booking.id) == col(Reservation.booking_id))
        .where(col(Booking.attendee_id).in_(_attendees(person)))
        .order_by(col(Reservation.booking_id))
    )
    lines += [
        {
            "centre": row.centre,
            "booking": row.booking_id,
            "purpose": row.purpose,
            "asked": moment(row.asked_at),
            "state": row.state,
            "why": row.why,
        }
        for row in rows.all()
    ]
    again = await session.exec(select(HallSeries).where(col(HallSeries.account_id) == person.account_id))
    lines += [
        {
            "centre": row.centre,
            "weekdays": row.weekdays,
            "from": row.opens_at.isoformat("minutes"),
            "to": row.closes_at.isoformat("minutes"),
            "first_day": row.first_day.isoformat(),
            "last_day": row.last_day.isoformat(),
            "purpose": row.purpose,
            "state": row.state,
            "asked": moment(row.made_at),
        }
        for row in again.all()
    ]
    feeds = await session.exec(select(CalendarFeed).where(col(CalendarFeed.account_id) == person.account_id))
    return lines + [{"private_calendar_since": moment(row.made_at)} for row in feeds.all()]


async def _erase(session: AsyncSession, _now: datetime, person: Person) -> None:
    theirs = select(Booking.id).where(col(Booking.attendee_id).in_(_attendees(person)))
    for statement in (
        update(Reservation).where(col(Reservation.booking_id).in_(theirs)).values(purpose="", why=None),
        delete(HallSeries).where(col(HallSeries.account_id) == person.account_id),
        delete(Organisation).where(col(Organisation.account_id) == person.account_id),
        delete(CalendarFeed).where(col(CalendarFeed.account_id) == person.account_id),
    ):
        await session.exec(statement.execution_options(synchronize_session=False))


async def forget_old(session: AsyncSession, now: datetime) -> None:
    """For what rooms were, once that is over; drafts that nobody asked for. The caller commits."""
    await writing(session)
    over = select(Booking.id).where(col(Booking.ends_at) < now - KEEP)
    for statement in (
        update(Reservation)
        .where(col(Reservation.purpose) != "", col(Reservation.booking_id).in_(over))
        .values(purpose="", why=None),
        delete(HallSeries).where(col(HallSeries.state) == "draft", col(HallSeries.made_at) < now - KEEP),
        update(HallSeries)
        .where(col(HallSeries.purpose) != "", col(HallSeries.last_day) < (now - KEEP).date())
        .values(purpose="", why=None),
    ):
        await session.exec(statement.execution_options(synchronize_session=False))


def _attendees(person: Person) -> Any:
    return select(Attendee.id).where(col(Attendee.account_id) == person.account_id)


PART: Final = Part("halls", _tell, _erase)
