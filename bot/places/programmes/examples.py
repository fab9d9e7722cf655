"""The demo's programmes: made from rules when it begins, marked as examples, never under `okienko run`."""

from collections.abc import Mapping, Sequence
from datetime import datetime, time, timedelta
from typing import Final, Protocol

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.places.hours import local
from bot.places.programmes import making
from bot.places.programmes.plan import Plan, days_from
from bot.places.programmes.words import LIVE, WayIn
from bot.places.roster.month import closing_days
from bot.storage import writing
from bot.storage.tables import Programme

_WEEKDAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_AHEAD: Final = timedelta(days=400)


class Rule(Protocol):
    """A programme of `data/demo`, relative to today."""

    @property
    def title(self) -> str: ...
    @property
    def service(self) -> str: ...
    @property
    def keeper(self) -> str: ...
    @property
    def place(self) -> str: ...
    @property
    def byday(self) -> Sequence[str]: ...
    @property
    def opens_at(self) -> time: ...
    @property
    def closes_at(self) -> time: ...
    @property
    def starts_in_days(self) -> int: ...
    @property
    def meetings(self) -> int: ...
    @property
    def least(self) -> int: ...
    @property
    def most(self) -> int: ...
    @property
    def way_in(self) -> str: ...
    @property
    def quiet(self) -> bool: ...


async def settle(
    session: AsyncSession, now: datetime, centre: str, rules: Sequence[Rule], accounts: Mapping[str, int]
) -> None:
    """Programmes that a centre has not; ``accounts`` are those of the example people by id.

    What somebody changed on the stage stays.
    """
    await writing(session)
    there = await session.exec(
        select(Programme.title).where(col(Programme.centre) == centre, col(Programme.state).in_(LIVE))
    )
    known = set(there.all())
    today = local(now).date()
    closed = await closing_days(session, centre, today, today + _AHEAD)
    for rule in rules:
        keeper = accounts.get(rule.keeper)
        if rule.title in known or keeper is None:
            continue
        wanted = {_WEEKDAYS.index(day) for day in rule.byday}
        days, skipped = days_from(
            today + timedelta(days=rule.starts_in_days),
            lambda day, wanted=wanted: day.weekday() in wanted,  # type: ignore[misc]
            closed,
            count=rule.meetings,
            last=None,
        )
        plan = Plan(
            title=rule.title,
            days=days,
            opens_at=rule.opens_at,
            closes_at=rule.closes_at,
            least=rule.least,
            most=rule.most,
            place=rule.place,
            service=f"{centre}/{rule.service}",
            quiet=rule.quiet,
            way_in=WayIn(rule.way_in),
            skipped=skipped,
        )
        programme = await making.draft(session, now, keeper, centre, plan, example=True)
        await making.open_(session, now, keeper, programme.id or 0)
