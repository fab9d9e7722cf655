"""A centre's plan: what is to take place how often, and how much of it has been done in the present period.

Plans are data files (`data/plan/<centre>.yaml`). Nothing announces itself: a quota only leads an organiser
to planning.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Final

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator
from sqlalchemy import func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.announcements.announcements import Stage
from bot.announcements.events import day_begins, local_day
from bot.errors import DataError, OkienkoError
from bot.storage import writing
from bot.storage.tables import Announcement, AnnouncementRun, Event, PlanDone

_STANDS: Final = (Stage.PLANNED, Stage.DONE)


class Period(StrEnum):
    """How long a quota counts; all are of the calendar, on Polish clocks.

    ``UNSET``: the plan does not say how often ("as needed", "continuous"); what is done is counted by quarters.
    """

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half-year"
    YEAR = "year"
    UNSET = "unset"


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Name(_Part):
    """A name in the three languages."""

    pl: str
    uk: str
    en: str

    def in_(self, language: str) -> str:
        """The name in a language, Polish where it is none of ours."""
        found: str = getattr(self, language, self.pl)
        return found


class Source(_Part):
    """The document that the plan is taken from, and the last day for which it was made."""

    document: str
    title: str
    valid_until: date


class Item(_Part):
    """Something that is to take place ``times`` times in every ``period``; 0 where the plan sets no number."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9-]{1,40}$")]
    title: Name
    community: str
    period: Period
    times: Annotated[int, Field(ge=0, le=31)] = 0

    @model_validator(mode="after")
    def _says_how_often(self) -> "Item":
        if (self.period is Period.UNSET) == bool(self.times):
            raise ValueError("times belongs to a period, and to every one but unset")
        return self


class Plan(_Part):
    """A centre's plan as its file has it."""

    centre: str
    source: Source
    communities: dict[str, Name]
    items: tuple[Item, ...]

    @model_validator(mode="after")
    def _hangs_together(self) -> "Plan":
        ids = [item.id for item in self.items]
        if len(set(ids)) < len(ids):
            raise ValueError("an id is there twice")
        if unknown := {item.community for item in self.items} - self.communities.keys():
            raise ValueError(f"{sorted(unknown)[0]} is not among the communities")
        return self

    def item(self, item_id: str) -> Item | None:
        return next((item for item in self.items if item.id == item_id), None)


Plans = Mapping[str, Plan]
"""Plans by centre."""


def load(data_dir: Path) -> Plans:
    """Every plan below ``data_dir``. Raises `DataError` with the mistakes of all files."""
    plans: dict[str, Plan] = {}
    problems = []
    for file in sorted((data_dir / "plan").glob("*.yaml")):
        try:
            plan = Plan.model_validate(yaml.safe_load(file.read_text("utf-8")))
            if plan.centre != file.stem:
                problems.append(f"plan/{file.name}: it says that it is of {plan.centre}")
            plans[plan.centre] = plan
        except yaml.YAMLError:
            problems.append(f"plan/{file.name}: it is not YAML")
        except ValidationError as error:
            problems += [
                f"plan/{file.name}: {'.'.join(str(part) for part in mistake['loc'])}: {mistake['msg']}"
                for mistake in error.errors(include_url=False, include_input=False)
            ]
    if problems:
        raise DataError(problems)
    return plans


@dataclass(frozen=True, slots=True)
class Quota:
    """How much of an item is done, or planned, in the period of today. ``days_left`` counts today."""

    item: Item
    done: int
    first: date
    last: date
    days_left: int

    @property
    def missing(self) -> int:
        return max(self.item.times - self.done, 0)


def span(period: Period, day: date) -> tuple[date, date]:
    """First and last day of the calendar period that a day lies in."""
    if period is Period.WEEK:
        first = day - timedelta(days=day.weekday())
        return first, first + timedelta(days=6)
    months = {Period.MONTH: 1, Period.QUARTER: 3, Period.UNSET: 3, Period.HALF_YEAR: 6, Period.YEAR: 12}[period]
    begins = (day.month - 1) // months * months
    after = day.year * 12 + begins + months
    return date(day.year, begins + 1, 1), date(after // 12, after % 12 + 1, 1) - timedelta(days=1)


async def quotas(session: AsyncSession, now: datetime, plan: Plan, *, unset: bool = False) -> list[Quota]:
    """Items with what is done in their present period, in the plan's order: those with a number, or ``unset`` ones."""
    items = [item for item in plan.items if (item.period is Period.UNSET) == unset]
    return [await quota(session, now, plan.centre, item) for item in items]


async def quota(session: AsyncSession, now: datetime, centre: str, item: Item) -> Quota:
    """One item with what is done in its present period: events that stand, announcements, what was noted by hand."""
    today = local_day(now)
    first, last = span(item.period, today)
    return Quota(item, await done_between(session, centre, item.id, first, last), first, last, (last - today).days + 1)


async def done_between(session: AsyncSession, centre: str, item_id: str, first: date, last: date) -> int:
    """How often an item was, or is to be, done from the first day to the last."""
    begins, ends = day_begins(first), day_begins(last + timedelta(days=1))
    events = await session.exec(
        select(func.count())
        .select_from(Event)
        .where(col(Event.centre) == centre, col(Event.plan_item) == item_id, col(Event.cancelled_at).is_(None))
        .where(col(Event.starts_at) >= begins, col(Event.starts_at) < ends)
    )
    by_hand = await session.exec(
        select(func.count())
        .select_from(PlanDone)
        .where(col(PlanDone.centre) == centre, col(PlanDone.item) == item_id)
        .where(col(PlanDone.announcement_id).is_(None), col(PlanDone.on_day) >= first, col(PlanDone.on_day) <= last)
    )
    announced = await session.exec(
        select(func.count(func.distinct(col(PlanDone.announcement_id))))
        .join(Announcement, col(Announcement.id) == col(PlanDone.announcement_id))
        .join(AnnouncementRun, col(AnnouncementRun.announcement_id) == col(Announcement.id))
        .where(col(PlanDone.centre) == centre, col(PlanDone.item) == item_id)
        .where(col(Announcement.state).in_(_STANDS), col(AnnouncementRun.state) != "stopped")
        .where(col(AnnouncementRun.at) >= begins, col(AnnouncementRun.at) < ends)
    )
    return events.one() + by_hand.one() + announced.one()


async def note(
    session: AsyncSession,
    now: datetime,
    plan: Plan,
    item_id: str,
    by: int,
    *,
    announcement_id: int | None = None,
) -> bool:
    """An item was done today without Okienko, or by an announcement (which counts once it goes out).

    Done without Okienko it is noted once a day: False when it was already. Raises `OkienkoError` for an
    item that the plan does not have (any more). The caller has checked the role.
    """
    if plan.item(item_id) is None:
        raise OkienkoError("plan-item-gone")
    await writing(session)
    today = local_day(now)
    if announcement_id is None:
        mine = (col(PlanDone.centre) == plan.centre, col(PlanDone.item) == item_id, col(PlanDone.on_day) == today)
        noted = select(PlanDone.id).where(*mine, col(PlanDone.announcement_id).is_(None)).limit(1)
        if (await session.exec(noted)).first() is not None:
            return False
    session.add(
        PlanDone(
            centre=plan.centre,
            item=item_id,
            on_day=today,
            announcement_id=announcement_id,
            noted_by=by,
            noted_at=now,
        )
    )
    await session.flush()
    return True
