"""A programme is made: typed, looked at as a draft, opened; then it starts, moves or is called off."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.errors import OkienkoError
from bot.places import booking as bookings
from bot.places import slots
from bot.places.days import day_begins
from bot.places.hours import local, moment_of
from bot.places.locks import lock_one
from bot.places.programmes import keepers, members, telling
from bot.places.programmes.plan import Plan, later, refuse_wrong, times
from bot.places.programmes.words import DOOR, HOLDING, LIVE, WAITING, State, WayIn
from bot.places.slots import NewSlot, Rules, SlotKind
from bot.storage import writing
from bot.storage.tables import Booking, Programme, ProgrammeMeeting, Room, Slot

ASK_DAYS: Final = 3
"""So many days before the first meeting its keepers are asked whether it can start; at nine."""
ASK_HOUR: Final = time(9)
CALLED_OFF: Final = "programme"
MOVED: Final = "moved"
WEEKS: Final = (1, 2, 4)
"""By how much a start can be put off with one tap."""
_WAYS: Final = tuple(WayIn)


@dataclass(frozen=True, slots=True)
class Moved:
    """What became of a start that was put off: the days off that were left out."""

    programme: Programme
    skipped: Sequence[date]


def plan_of(programme: Programme) -> Plan:
    """The values of a programme."""
    return Plan(
        title=programme.title,
        days=[date.fromisoformat(day) for day in programme.days],
        opens_at=programme.opens_at,
        closes_at=programme.closes_at,
        least=programme.least,
        most=programme.most,
        room=programme.room,
        place=programme.place,
        service=programme.service,
        quiet=programme.quiet,
        way_in=WayIn(programme.way_in),
        skipped=[date.fromisoformat(day) for day in programme.skipped],
    )


async def draft(
    session: AsyncSession, now: datetime, account_id: int, centre: str, plan: Plan, *, example: bool = False
) -> Programme:
    """Keep what was typed, for its maker alone. Raises `OkienkoError` ``programme-refused``, or what is wrong."""
    await writing(session)
    if not example and not await keepers.may_make(session, account_id, centre):
        raise OkienkoError("programme-refused")
    refuse_wrong(plan, now)
    programme = Programme(
        centre=centre,
        service=plan.service,
        title=plan.title,
        quiet=plan.quiet,
        way_in=plan.way_in.value,
        state=State.DRAFT.value,
        least=plan.least,
        most=plan.most,
        days=[day.isoformat() for day in plan.days],
        skipped=[day.isoformat() for day in plan.skipped],
        opens_at=plan.opens_at,
        closes_at=plan.closes_at,
        room=plan.room,
        place=plan.place,
        example=example,
        made_by=account_id,
        made_at=now,
    )
    session.add(programme)
    await session.flush()
    assert programme.id is not None
    await keepers.add(session, now, programme.id, account_id)
    return programme


async def turn(
    session: AsyncSession,
    account_id: int,
    programme_id: int,
    *,
    way_in: bool = False,
    quiet: bool = False,
    service: tuple[str | None] | None = None,
) -> Programme:
    """Change one thing of a draft: the next way in, quiet or not, the card. Quiet always begins with a talk.

    Raises `OkienkoError` ``programme-refused``, and ``programme-opened`` for what is a draft no more.
    """
    programme = await keepers.led(session, account_id, programme_id, lock=True)
    if programme.state != State.DRAFT:
        raise OkienkoError("programme-opened")
    if quiet:
        programme.quiet = not programme.quiet
        programme.way_in = WayIn.TALK.value if programme.quiet else programme.way_in
    if way_in:
        at = _WAYS.index(WayIn(programme.way_in))
        programme.way_in = _WAYS[(at + 1) % len(_WAYS)].value
        if programme.quiet and programme.way_in == WayIn.OPEN:
            programme.way_in = WayIn.TALK.value
    if service is not None:
        programme.service = service[0]
    session.add(programme)
    await session.flush()
    return programme


async def open_(session: AsyncSession, now: datetime, account_id: int, programme_id: int) -> Programme:
    """Make its meetings and let people in. A second time changes nothing.

    Raises `OkienkoError` ``programme-refused``, ``places-room-busy``, ``programme-over``, or what became wrong.
    """
    programme = await keepers.led(session, account_id, programme_id, lock=True)
    if programme.state in LIVE:
        return programme
    if programme.state != State.DRAFT:
        raise OkienkoError("programme-over")
    plan = plan_of(programme)
    refuse_wrong(plan, now)
    await _add(session, now, programme, plan.days)
    programme.state = State.GATHERING.value
    _ask_at(programme, now)
    session.add(programme)
    await session.flush()
    return programme


async def start(session: AsyncSession, now: datetime, account_id: int, programme_id: int, version: int) -> Programme:
    """It starts: who has a place is told. A second time changes nothing.

    Raises `OkienkoError` ``programme-refused``, ``programme-over``, ``programme-changed``.
    """
    programme = await keepers.led(session, account_id, programme_id, lock=True)
    if programme.state == State.RUNNING:
        return programme
    _refuse_other(programme, version)
    programme.state = State.RUNNING.value
    session.add(programme)
    await session.flush()
    await telling.owe_news(session, now, programme, "starts", await members.standing(session, programme_id, HOLDING))
    return programme


async def postpone(
    session: AsyncSession,
    now: datetime,
    account_id: int,
    programme_id: int,
    version: int,
    weeks: int,
    closed: Collection[date],
) -> Moved:
    """All meetings so many weeks later; who has a place keeps it and is told once.

    Raises `OkienkoError` ``programme-refused``, ``programme-over``, ``programme-changed``,
    ``places-room-busy``, or what cannot be (`plan.refuse_wrong`).
    """
    programme = await keepers.led(session, account_id, programme_id, lock=True)
    _refuse_other(programme, version)
    if programme.state != State.GATHERING or weeks not in WEEKS:
        raise OkienkoError("programme-changed")
    old = await members.meetings(session, programme_id)
    days, skipped = later([date.fromisoformat(day) for day in programme.days], weeks, closed)
    programme.days, programme.skipped = [day.isoformat() for day in days], [day.isoformat() for day in skipped]
    refuse_wrong(plan_of(programme), now)
    if programme.room:  # before people and slots, as who reserves it does
        await lock_one(session, Room, await _room(session, programme.centre, programme.room))
    attendees = await members.lock_attendees(session, programme_id)
    ended = await slots.withdraw(session, now, [slot.id for slot in old if slot.id], MOVED)
    new = await _add(session, now, programme, days)
    to = {was.id: becomes.id for was, becomes in zip(old, new, strict=False)}
    for booking in sorted(ended, key=lambda each: (each.attendee_id, to.get(each.slot_id) or 0)):
        target = to.get(booking.slot_id)
        if target is None or booking.id is None or booking.attendee_id not in attendees:
            continue
        # What they have then, they have: they are told of the new days and may give one back.
        await bookings.move(session, now, booking.id, target, by=account_id, code=booking.code, beside=True, door=DOOR)
    programme.version += 1
    _ask_at(programme, now)
    session.add(programme)
    await session.flush()
    holding = await members.standing(session, programme_id, HOLDING)
    await telling.owe_news(session, now, programme, "moved", holding, old[0].starts_at if old else None)
    return Moved(programme, skipped)


async def call_off(
    session: AsyncSession, now: datetime, account_id: int, programme_id: int, version: int
) -> tuple[int, int]:
    """It does not take place, or not any more: once to everybody who has a place or waits for one. Talks end, too.

    How many are told, and how many of them have no messenger and must be phoned. Raises `OkienkoError`
    ``programme-refused``, ``programme-over``, ``programme-changed``.
    """
    programme = await keepers.overseen(session, account_id, programme_id, lock=True)
    _refuse_other(programme, version)
    who = await members.standing(session, programme_id, (*HOLDING, *WAITING))
    await members.lock_attendees(session, programme_id)
    ahead = await members.meetings(session, programme_id, since=now)
    talks = await session.exec(
        select(Booking.slot_id).where(
            col(Booking.id).in_([each.talk_id for each in who if each.talk_id]), col(Booking.starts_at) > now
        )
    )
    ids = [*(slot.id for slot in ahead if slot.id), *talks.all()]
    await slots.withdraw(session, now, ids, CALLED_OFF)
    programme.state, programme.ended_at, programme.version = State.OFF.value, now, programme.version + 1
    session.add(programme)
    await session.flush()
    await telling.owe_news(session, now, programme, "off", who, min((slot.starts_at for slot in ahead), default=None))
    return len(who), sum(each.chat_id is None for each in who)


async def throw_away(session: AsyncSession, account_id: int, programme_id: int) -> None:
    """A draft that is not wanted. Raises `OkienkoError` ``programme-refused``, ``programme-opened``."""
    programme = await keepers.led(session, account_id, programme_id, lock=True)
    if programme.state != State.DRAFT:
        raise OkienkoError("programme-opened")
    await session.delete(programme)
    await session.flush()


async def _add(session: AsyncSession, now: datetime, programme: Programme, days: Sequence[date]) -> list[Slot]:
    room_id = await _room(session, programme.centre, programme.room) if programme.room else None
    new = [
        NewSlot(
            centre=programme.centre,
            kind=SlotKind.MEETING,
            service=None if programme.quiet else programme.service,
            title=None if programme.quiet else programme.title,
            place=programme.place or None,
            room_id=room_id,
            starts_at=starts,
            ends_at=ends,
            seats=programme.most,
            rules=Rules(door=DOOR),
        )
        for starts, ends in (times(day, programme.opens_at, programme.closes_at) for day in days)
    ]
    made = await slots.add(session, now, new)
    assert programme.id is not None
    session.add_all([ProgrammeMeeting(slot_id=slot.id or 0, programme_id=programme.id) for slot in made])
    await session.flush()
    return made


async def _room(session: AsyncSession, centre: str, name: str) -> int:
    """The room of that name, in small letters; made where there is none yet."""
    rows = await session.exec(select(Room).where(col(Room.centre) == centre).order_by(col(Room.id)))
    for room in rows.all():
        if room.name.casefold() == name.casefold() and room.id is not None:
            return room.id
    made = Room(centre=centre, name=name)
    session.add(made)
    await session.flush()
    assert made.id is not None
    return made.id


def _ask_at(programme: Programme, now: datetime) -> None:
    """When to ask the keepers; at once where that is over, unless the start is nearer than the answer helps."""
    first = date.fromisoformat(programme.days[0])
    programme.decide_at = moment_of(first - timedelta(days=ASK_DAYS), ASK_HOUR)
    programme.asked_at = None
    if day_begins(first) <= day_begins(local(now).date()):
        programme.asked_at = now


def _refuse_other(programme: Programme, version: int) -> None:
    if programme.state not in LIVE:
        raise OkienkoError("programme-over")
    if programme.version != version:
        raise OkienkoError("programme-changed")
