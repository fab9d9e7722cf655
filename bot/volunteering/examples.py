"""The demo's shifts: made from rules when it begins, marked as examples, never under `okienko run`."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Final, Protocol

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.places.daysoff import is_public_holiday
from bot.places.hours import local, moment_of
from bot.places.roster.month import closing_days
from bot.storage import writing
from bot.storage.tables import Shift
from bot.volunteering import profiles, shifts
from bot.volunteering.plans import Plan
from bot.volunteering.profiles import Told
from bot.volunteering.words import Age, Interest

_WEEKDAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_AHEAD: Final = timedelta(days=56)


class Rule(Protocol):
    """A recurring shift of `data/demo`."""

    @property
    def title(self) -> str: ...
    @property
    def place(self) -> str: ...
    @property
    def byday(self) -> Sequence[str]: ...
    @property
    def opens_at(self) -> time: ...
    @property
    def closes_at(self) -> time: ...
    @property
    def least(self) -> int: ...
    @property
    def most(self) -> int: ...
    @property
    def adult(self) -> str: ...
    @property
    def phone(self) -> str: ...
    @property
    def needs(self) -> str: ...
    @property
    def interest(self) -> str: ...
    @property
    def with_children(self) -> bool: ...


class Helper(Protocol):
    """One of the example people who helps."""

    @property
    def id(self) -> str: ...
    @property
    def role(self) -> str: ...
    @property
    def age(self) -> str | None: ...


async def settle(
    session: AsyncSession,
    now: datetime,
    centre: str,
    rules: Sequence[Rule],
    people: Sequence[Helper],
    accounts: Mapping[str, int],
) -> None:
    """Shifts for two months where a centre has none ahead, and profiles for its volunteers who have none.

    ``accounts`` are those of the example people by id. What somebody changed on the stage stays.
    """
    await writing(session)
    for person in people:
        account_id = accounts.get(person.id)
        if person.age is not None and account_id and not await profiles.of_account(session, account_id, centre):
            await profiles.join(session, now, account_id, centre, Told(Age(person.age)))
    ahead = select(Shift.slot_id).where(col(Shift.centre) == centre, col(Shift.starts_at) > now).limit(1)
    if (await session.exec(ahead)).first() is not None:
        return
    today = local(now).date()
    closed = await closing_days(session, centre, today, today + _AHEAD)
    for rule in rules:
        days = [
            day
            for day in _days(today)
            if _WEEKDAYS[day.weekday()] in rule.byday
            and not is_public_holiday(day)
            and day not in closed
            and moment_of(day, rule.opens_at) > now
        ]
        if days:
            await shifts.publish(session, now, None, centre, _plan(rule, days), example=True)


def _days(today: date) -> list[date]:
    return [today + timedelta(days=n) for n in range(_AHEAD.days)]


def _plan(rule: Rule, days: list[date]) -> Plan:
    return Plan(
        title=rule.title,
        place=rule.place,
        days=days,
        opens_at=rule.opens_at,
        closes_at=rule.closes_at,
        least=rule.least,
        most=rule.most,
        adult=rule.adult,
        phone=rule.phone,
        needs=rule.needs,
        interest=Interest(rule.interest),
        with_children=rule.with_children,
    )
