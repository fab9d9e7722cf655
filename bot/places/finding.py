"""Free places: which there are, on which days, and what is nearest to one that is gone. Reads only."""

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, date, datetime

from sqlalchemy import ColumnElement, case, func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.places import hours
from bot.places.slots import SlotKind
from bot.places.topics import Topic
from bot.storage.tables import Provider, Slot


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is looked for: begins from ``since`` (aware) to before ``until``."""

    centre: str
    since: datetime
    until: datetime
    kind: SlotKind = SlotKind.CONSULTATION
    service: str | None = None
    topic: Topic | None = None
    provider_id: int | None = None


async def free(session: AsyncSession, wanted: Wanted, *, now: datetime, limit: int = 20) -> list[Slot]:
    """Slots with a free seat that can still be booked, the earliest first."""
    found = await session.exec(
        select(Slot)
        .where(*await _conditions(session, wanted, now))
        .order_by(col(Slot.starts_at), col(Slot.id))
        .limit(limit)
        .execution_options(populate_existing=True)
    )
    return list(found.all())


async def free_days(session: AsyncSession, wanted: Wanted, now: datetime) -> list[tuple[date, int]]:
    """The local days with free slots, and how many each has."""
    found = await session.exec(
        # By moments, as the index has them: to find the days in SQL would take longer than to read them.
        select(col(Slot.starts_at), func.count())
        .where(*await _conditions(session, wanted, now))
        .group_by(col(Slot.starts_at))
    )
    days: Counter[date] = Counter()
    for starts_at, count in found.all():
        days[hours.local(starts_at).date()] += count
    return sorted(days.items())


async def nearest(
    session: AsyncSession, now: datetime, slot: Slot, limit: int = 3, *, topic: Topic | None = None
) -> list[Slot]:
    """What to offer instead of a slot: free ones of its centre, kind and service, the nearest in time first.

    Their advisers take the ``topic``, or else one of the topics of the slot's own adviser. Of several at
    the same time one is enough, the same adviser's if there is one.
    """
    like = await _like(session, slot) if topic is None else None
    ends_of_time = datetime.max.replace(tzinfo=UTC)
    sides = []
    for since, until in ((slot.starts_at, ends_of_time), (now, slot.starts_at)):
        wanted = Wanted(
            centre=slot.centre,
            kind=SlotKind(slot.kind),
            service=slot.service,
            topic=topic,
            since=since,
            until=until,
        )
        conditions = [*await _conditions(session, wanted, now), col(Slot.id) != slot.id]
        sides.append(conditions if like is None else [*conditions, like])
    starts = col(Slot.starts_at)
    moments: list[tuple[datetime, list[ColumnElement[bool]]]] = []
    for conditions, order in zip(sides, (starts.asc(), starts.desc()), strict=True):
        found = await session.exec(select(starts).where(*conditions).distinct().order_by(order).limit(limit))
        moments += [(moment, conditions) for moment in found.all()]
    moments.sort(key=lambda one: (abs(one[0] - slot.starts_at), one[0]))
    own = case((col(Slot.provider_id) == slot.provider_id, 0), else_=1)
    offered: list[Slot] = []
    for moment, conditions in moments[:limit]:
        one = await session.exec(select(Slot).where(*conditions, starts == moment).order_by(own, col(Slot.id)).limit(1))
        offered += one.all()
    return offered


async def _conditions(session: AsyncSession, wanted: Wanted, now: datetime) -> list[ColumnElement[bool]]:
    # The first two as in the index `ix_slot_free`, letter by letter: SQLite then uses it.
    conditions = [
        col(Slot.withdrawn_at).is_(None),
        col(Slot.taken) < col(Slot.seats),
        col(Slot.centre) == wanted.centre,
        col(Slot.kind) == wanted.kind.value,
        col(Slot.starts_at) >= max(wanted.since, now),
        col(Slot.starts_at) < wanted.until,
        col(Slot.book_until) > now,
    ]
    if wanted.service is not None:
        conditions.append(col(Slot.service) == wanted.service)
    if wanted.provider_id is not None:
        conditions.append(col(Slot.provider_id) == wanted.provider_id)
    if wanted.topic is not None:
        conditions.append(col(Slot.provider_id).in_(await _who_take(session, wanted.centre, {wanted.topic.value})))
    return conditions


async def _who_take(session: AsyncSession, centre: str, topics: set[str]) -> list[int]:
    """The advisers who take one of the topics; an adviser without topics takes any."""
    found = await session.exec(select(Provider.id, Provider.topics).where(col(Provider.centre) == centre))
    return [provider for provider, theirs in found.all() if provider and (not theirs or topics & set(theirs))]


async def _like(session: AsyncSession, slot: Slot) -> ColumnElement[bool] | None:
    if slot.provider_id is None:
        return None
    provider = await session.get(Provider, slot.provider_id)
    if provider is None or not provider.topics:
        return None
    return col(Slot.provider_id).in_(await _who_take(session, slot.centre, set(provider.topics)))
