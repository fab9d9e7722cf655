"""The demo's rosters: made from rules when it begins, marked as examples, never under `okienko run`."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import Final, Protocol

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.clock import WARSAW
from bot.places import slots
from bot.places.daysoff import is_public_holiday
from bot.places.roster.entries import Entry, days_of, month_of, next_month
from bot.places.roster.month import closing_days
from bot.places.roster.professions import topics_of
from bot.places.slots import NewSlot, SlotKind
from bot.storage import writing
from bot.storage.tables import Duty, Provider, Room

_WEEKDAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_MONTHS: Final = 2
"""The present one and the next: whoever looks on the last of a month finds free hours too."""


class Rule(Protocol):
    """A recurring duty of `data/demo`."""

    @property
    def service(self) -> str: ...
    @property
    def adviser(self) -> str: ...
    @property
    def person(self) -> str | None: ...
    @property
    def room(self) -> str: ...
    @property
    def byday(self) -> Sequence[str]: ...
    @property
    def weeks(self) -> Sequence[int]: ...
    @property
    def opens_at(self) -> time: ...
    @property
    def closes_at(self) -> time: ...
    @property
    def step_minutes(self) -> int: ...
    @property
    def buffer_minutes(self) -> int: ...


async def settle(
    session: AsyncSession,
    now: datetime,
    centre: str,
    place: str,
    rules: Sequence[Rule],
    accounts: Mapping[str, int],
) -> None:
    """Fill the months in which a centre has no duty at all; what somebody changed on the stage stays.

    ``place`` is the address of the rooms, ``accounts`` are those of the example people by id.
    """
    month = month_of(now.astimezone(WARSAW).date())
    for ahead in range(_MONTHS if rules else 0):
        await _fill(session, now, centre, place, next_month(month, ahead), rules, accounts)


async def _fill(
    session: AsyncSession,
    now: datetime,
    centre: str,
    place: str,
    month: date,
    rules: Sequence[Rule],
    accounts: Mapping[str, int],
) -> None:
    await writing(session)
    until = next_month(month)
    there = select(Duty.id).where(col(Duty.centre) == centre, col(Duty.day) >= month, col(Duty.day) < until)
    if (await session.exec(there.limit(1))).first() is not None:
        return
    closed = await closing_days(session, centre, month, until)
    new: list[NewSlot] = []
    for rule in rules:
        provider_id = await _provider(session, centre, rule, accounts)
        room_id = await _room(session, centre, rule.room, place)
        for day in days_of(month):
            entry = _entry(centre, rule, day)
            if not _falls_on(rule, day) or is_public_holiday(day) or day in closed or entry.times[1] <= now:
                continue
            duty = Duty(
                centre=centre,
                service=entry.service,
                provider_id=provider_id,
                room_id=room_id,
                day=day,
                opens_at=rule.opens_at,
                closes_at=rule.closes_at,
                step_minutes=rule.step_minutes,
                buffer_minutes=rule.buffer_minutes,
                created_at=now,
            )
            session.add(duty)
            await session.flush()
            new += [
                NewSlot(
                    centre=centre,
                    kind=SlotKind.CONSULTATION,
                    service=entry.service,
                    provider_id=provider_id,
                    room_id=room_id,
                    duty_id=duty.id,
                    starts_at=starts,
                    ends_at=ends,
                    buffer_minutes=rule.buffer_minutes,
                )
                for starts, ends in entry.slots()
                if starts > now
            ]
    if new:
        await slots.add(session, now, new)


def _falls_on(rule: Rule, day: date) -> bool:
    return _WEEKDAYS[day.weekday()] in rule.byday and (not rule.weeks or (day.day - 1) // 7 + 1 in rule.weeks)


def _entry(centre: str, rule: Rule, day: date) -> Entry:
    return Entry(
        provider=rule.adviser,
        day=day,
        opens_at=rule.opens_at,
        closes_at=rule.closes_at,
        service=f"{centre}/{rule.service}",
        room=rule.room,
        step=rule.step_minutes,
        buffer=rule.buffer_minutes,
    )


async def _provider(session: AsyncSession, centre: str, rule: Rule, accounts: Mapping[str, int]) -> int:
    found = await session.exec(
        select(Provider).where(col(Provider.centre) == centre, col(Provider.name) == rule.adviser)
    )
    provider = found.first()
    if provider is None:
        account_id = accounts.get(rule.person) if rule.person else None
        topics = topics_of(rule.adviser)
        provider = Provider(centre=centre, name=rule.adviser, topics=topics, account_id=account_id, example=True)
        session.add(provider)
        await session.flush()
    assert provider.id is not None
    return provider.id


async def _room(session: AsyncSession, centre: str, name: str, place: str) -> int:
    found = await session.exec(select(Room).where(col(Room.centre) == centre, col(Room.name) == name))
    room = found.first()
    if room is None:
        room = Room(centre=centre, name=name, place=place)
        session.add(room)
        await session.flush()
    assert room.id is not None
    return room.id
