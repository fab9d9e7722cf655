""" "Monitoring of advice given": topic and minutes, counted by month, with no way back to a person.

Kozienice's proposal of the Civic Information Point asks for it. A row has no booking, no adviser, no day, and
a random number; a booking only remembers *that* it was noted, so that a second tap adds nothing.
"""

from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from secrets import token_hex
from typing import Final

from sqlalchemy import func, update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.errors import OkienkoError
from bot.places.booking import BookingState
from bot.places.days import first_of_month
from bot.places.sheet import line_of
from bot.places.topics import Topic
from bot.storage import writing
from bot.storage.tables import AdviceGiven, Booking, Duty, Provider

MINUTES: Final = (15, 30, 45, 60, 90)
"""What can be tapped."""
_NUMBERS: Final = 2**62


@dataclass(frozen=True, slots=True)
class Given:
    """How much advice on one topic was given. Minutes are those of all together."""

    topic: str
    times: int
    minutes: int


async def note(
    session: AsyncSession, now: datetime, provider: Provider, booking_id: int, topic: str, minutes: int
) -> bool:
    """What a booking was about in the end. False when it was noted already.

    Raises `OkienkoError` for a booking that is not in this provider's hours or whose person did not come, and
    for a topic or a length that there is not.
    """
    _check(topic, minutes)
    await writing(session)
    line = await line_of(session, provider, booking_id)
    done = await session.exec(
        update(Booking)
        .where(col(Booking.id) == booking_id, col(Booking.state) == BookingState.CAME, col(Booking.noted).is_(False))
        .values(noted=True)
        .execution_options(synchronize_session=False)
    )
    if line.booking is not None:
        await session.refresh(line.booking)
    if not done.rowcount:
        if line.booking is None or line.booking.state != BookingState.CAME:
            raise OkienkoError("counter-did-not-come")
        return False
    service = line.slot.service or ""
    await _add(session, now, provider.centre, service, topic, minutes, once=None, booked=True)
    return True


async def note_walk_in(
    session: AsyncSession, now: datetime, provider: Provider, topic: str, minutes: int, once: str
) -> bool:
    """Somebody came without a booking. The same ``once`` again, from a second tap, adds nothing: False.

    Raises `OkienkoError` for a topic or a length that there is not.
    """
    _check(topic, minutes)
    await writing(session)
    latest = await session.exec(
        select(Duty.service)
        .where(col(Duty.provider_id) == provider.id)
        .order_by(col(Duty.day).desc(), col(Duty.id).desc())
        .limit(1)
    )
    return await _add(session, now, provider.centre, latest.first() or "", topic, minutes, once=once, booked=False)


async def given(session: AsyncSession, centre: str, since: date, until: date) -> list[Given]:
    """Advice given in the months from ``since`` to ``until`` (first days, both included), the most first."""
    found = await session.exec(
        select(AdviceGiven.topic, func.count(), func.sum(AdviceGiven.minutes))
        .where(col(AdviceGiven.centre) == centre)
        .where(col(AdviceGiven.month) >= since, col(AdviceGiven.month) <= until)
        .group_by(col(AdviceGiven.topic))
        .order_by(func.count().desc(), col(AdviceGiven.topic))
    )
    return [Given(topic, times, int(minutes)) for topic, times, minutes in found.all()]


def _check(topic: str, minutes: int) -> None:
    if topic not in set(Topic) or minutes not in MINUTES:
        raise OkienkoError("counter-outdated")


async def _add(
    session: AsyncSession,
    now: datetime,
    centre: str,
    service: str,
    topic: str,
    minutes: int,
    *,
    once: str | None,
    booked: bool,
) -> bool:
    number = await _number(session, once)
    if number is None:
        return False
    session.add(
        AdviceGiven(
            id=number,
            centre=centre,
            month=first_of_month(now),
            service=service,
            topic=topic,
            minutes=minutes,
            booked=booked,
        )
    )
    await session.flush()
    return True


async def _number(session: AsyncSession, once: str | None) -> int | None:
    """A number that tells nothing: random, or drawn from a secret of one screen; None when that is used up."""
    if once is None:
        return _drawn(token_hex(16))
    number = _drawn(once)
    return None if await session.get(AdviceGiven, number) else number


def _drawn(secret: str) -> int:
    return int.from_bytes(sha256(secret.encode()).digest()[:8]) % _NUMBERS
