"""The rooms of a centre that may be reserved, when they are open, and how their keepers change that.

Keepers are the desk of the room's centre. The session is handed in and the caller commits.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlmodel import col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.errors import OkienkoError
from bot.places import hours
from bot.places.daysoff import is_day_off, is_public_holiday
from bot.places.halls.states import ANSWER_DAYS, ANSWER_HOUR, LONGEST_NAME
from bot.places.locks import lock
from bot.places.permission import is_desk
from bot.places.roster.month import closing_days
from bot.storage import writing
from bot.storage.tables import Hall, HallHours, Room

USUAL_HOURS: Final = {weekday: (time(9), time(17)) for weekday in range(6)}
"""Of a room that was just added: six days a week, eight hours, as Dobczyce intends."""
MOST_DESKS: Final = 40
MOST_BUFFER: Final = 240
LONGEST_PLACE: Final = 200


@dataclass(frozen=True, slots=True)
class Place:
    """A room that may be reserved, with its opening hours by weekday (0 for Monday), on local clocks."""

    hall: Hall
    room: Room
    hours: Mapping[int, tuple[time, time]]

    @property
    def id(self) -> int:
        return self.hall.room_id


@dataclass(frozen=True, slots=True)
class DaysOff:
    """The days of a stretch on which a centre is closed by its own word."""

    closed: frozenset[date]

    def why(self, place: Place, day: date) -> str | None:
        """Why a room is closed on a day: ``holiday``, ``closed``, ``weekday``; None when it is open."""
        if day.weekday() not in place.hours:
            return "weekday"
        if is_public_holiday(day):
            return "holiday"
        return "closed" if day in self.closed else None


async def days_off(
    session: AsyncSession, centre: str, since: date, until: date, of_card: Collection[date] = ()
) -> DaysOff:
    """``of_card`` are the days that the centre's card names; those of `/zamkniete` are added."""
    return DaysOff(frozenset({*await closing_days(session, centre, since, until + timedelta(days=1)), *of_card}))


async def of_centre(session: AsyncSession, centre: str, *, closed: bool = False) -> list[Place]:
    """The rooms of a centre by name; with ``closed`` those too that are no longer given."""
    query = select(Hall, Room).join(Room, col(Room.id) == col(Hall.room_id)).where(col(Hall.centre) == centre)
    if not closed:
        query = query.where(col(Hall.closed_at).is_(None))
    rows = (await session.exec(query.order_by(col(Room.name)))).all()
    return [Place(hall, room, await _hours(session, hall.room_id)) for hall, room in rows]


async def of_service(session: AsyncSession, service: str) -> list[Place]:
    """The rooms to which a card leads."""
    return [place for place in await of_centre(session, service.partition("/")[0]) if place.hall.service == service]


async def one(session: AsyncSession, centre: str, room_id: int) -> Place:
    """A room of that centre. Raises `OkienkoError` ``halls-gone`` for all others alike."""
    hall = await session.get(Hall, room_id, populate_existing=True)
    if hall is None or hall.centre != centre:
        raise OkienkoError("halls-gone")
    return Place(hall, await session.get_one(Room, room_id), await _hours(session, room_id))


async def locked(session: AsyncSession, room_id: int) -> Place:
    """A room as it is now; whoever reserves it or decides on it waits from here on.

    Rooms are locked before attendees and slots. Raises `OkienkoError` ``halls-gone``.
    """
    await writing(session)
    rooms = await lock(session, Room, [room_id])
    hall = await session.get(Hall, room_id, populate_existing=True)
    if hall is None:
        raise OkienkoError("halls-gone")
    return Place(hall, rooms[room_id], await _hours(session, room_id))


async def refuse_strangers(session: AsyncSession, account_id: int, centre: str) -> None:
    """Raises `OkienkoError` ``halls-refused`` for who keeps no rooms in a centre."""
    if not await is_desk(session, account_id, centre):
        raise OkienkoError("halls-refused")


async def kept(session: AsyncSession, account_id: int, room_id: int) -> Place:
    """A room for its keeper. Raises `OkienkoError` ``halls-refused`` for all others alike."""
    hall = await session.get(Hall, room_id, populate_existing=True)
    if hall is None:
        raise OkienkoError("halls-refused")
    await refuse_strangers(session, account_id, hall.centre)
    return Place(hall, await session.get_one(Room, room_id), await _hours(session, room_id))


async def add(
    session: AsyncSession,
    now: datetime,
    account_id: int | None,
    centre: str,
    name: str,
    place: str = "",
    *,
    service: str | None = None,
    example: bool = False,
) -> Place:
    """Make a room one that may be reserved; one that duties know already stays the same room.

    Raises `OkienkoError` ``halls-wrong-name`` and ``halls-there-already``. Rights are the caller's to check.
    """
    name, place = " ".join(name.split()), " ".join(place.split())
    if not 1 <= len(name) <= LONGEST_NAME or len(place) > LONGEST_PLACE:
        raise OkienkoError("halls-wrong-name", most=LONGEST_NAME)
    await writing(session)
    connection = await session.connection()
    insert = sqlite_insert if connection.dialect.name == "sqlite" else postgresql_insert
    await connection.execute(insert(Room).values(centre=centre, name=name, place=place).on_conflict_do_nothing())
    found = await session.exec(
        select(Room).where(col(Room.centre) == centre, col(Room.name) == name).with_for_update(key_share=True)
    )
    room = found.one()
    assert room.id is not None
    there = await session.get(Hall, room.id, populate_existing=True)
    if there is not None and there.closed_at is None:
        raise OkienkoError("halls-there-already", name=name)
    if there is not None:
        there.closed_at, there.changed_by, there.version = None, account_id, there.version + 1
        session.add(there)
    else:
        session.add(
            Hall(
                room_id=room.id,
                centre=centre,
                service=service,
                changed_by=account_id,
                created_at=now,
                example=example,
            )
        )
        await session.flush()
        for weekday, (opens_at, closes_at) in USUAL_HOURS.items():
            session.add(HallHours(room_id=room.id, weekday=weekday, opens_at=opens_at, closes_at=closes_at))
    await session.flush()
    return await locked(session, room.id)


async def change(
    session: AsyncSession,
    now: datetime,
    account_id: int,
    room_id: int,
    version: int,
    *,
    opening: Mapping[int, tuple[time, time]] | None = None,
    desks: int | None = None,
    buffer_minutes: int | None = None,
    organisations_only: bool | None = None,
    needs_yes: bool | None = None,
    closed: bool | None = None,
) -> Place:
    """Change a room that was seen as ``version``. What is reserved already stays as it is.

    Raises `OkienkoError` ``halls-refused``, ``halls-changed-meanwhile`` for the second of two keepers,
    ``halls-wrong-hours``, ``halls-wrong-desks``.
    """
    await writing(session)
    await kept(session, account_id, room_id)
    hall = (await locked(session, room_id)).hall
    if hall.version != version:
        raise OkienkoError("halls-changed-meanwhile")
    if desks is not None and not 0 <= desks <= MOST_DESKS:
        raise OkienkoError("halls-wrong-desks", most=MOST_DESKS)
    if opening is not None:
        if not opening or any(opens >= closes for opens, closes in opening.values()):
            raise OkienkoError("halls-wrong-hours")
        await session.exec(
            delete(HallHours).where(col(HallHours.room_id) == room_id).execution_options(synchronize_session="fetch")
        )
        for weekday, (opens_at, closes_at) in opening.items():
            session.add(HallHours(room_id=room_id, weekday=weekday, opens_at=opens_at, closes_at=closes_at))
    hall.desks = hall.desks if desks is None else desks
    hall.buffer_minutes = hall.buffer_minutes if buffer_minutes is None else max(0, min(buffer_minutes, MOST_BUFFER))
    hall.organisations_only = hall.organisations_only if organisations_only is None else organisations_only
    hall.needs_yes = hall.needs_yes if needs_yes is None else needs_yes
    if closed is not None:
        hall.closed_at = now if closed else None
    hall.version += 1
    hall.changed_by = account_id
    session.add(hall)
    await session.flush()
    return await locked(session, room_id)


def answer_by(now: datetime, starts_at: datetime, off: DaysOff) -> datetime:
    """Until when a request waits for the keeper: some working days on, never after the beginning."""
    day, left = hours.local(now).date(), ANSWER_DAYS
    while left:
        day += timedelta(days=1)
        left -= not is_day_off(day, off.closed)
    return min(hours.moment_of(day, time(ANSWER_HOUR)), starts_at)


async def _hours(session: AsyncSession, room_id: int) -> dict[int, tuple[time, time]]:
    rows = await session.exec(
        select(HallHours)
        .where(col(HallHours.room_id) == room_id)
        .order_by(col(HallHours.weekday))
        .execution_options(populate_existing=True)
    )
    return {row.weekday: (row.opens_at, row.closes_at) for row in rows.all()}
