"""Days that do not take place: an adviser who is ill, a centre that is closed. Previewed, confirmed, told once.

The desk may do both; an adviser may report their own absence, so that seven in the morning needs nobody else.
"""

import hashlib
import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlmodel import col, delete, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.clock import WARSAW
from bot.errors import OkienkoError
from bot.people.roles import roles_in
from bot.places import slots
from bot.places.permission import is_desk
from bot.places.roster import notices
from bot.places.roster.comparing import Affected, affected
from bot.places.roster.drafts import refuse_strangers
from bot.places.roster.month import posted
from bot.places.slots import SlotKind
from bot.storage import writing
from bot.storage.tables import ClosingDay, Duty, Provider, Role, Slot

ABSENT = "absent"
CLOSED = "closed"
AHEAD = timedelta(days=60)
"""So far ahead days are offered."""
MOST_DAYS = 62


@dataclass(frozen=True, slots=True)
class Preview:
    """What calling off some days would touch. ``provider`` None: the whole centre."""

    provider: Provider | None
    days: list[date]
    """Those that have something to call off."""
    slot_ids: list[int]
    duty_ids: list[int]
    affected: list[Affected]
    seen: str
    """A mark of all this; another one later means: look again."""

    @property
    def to_call(self) -> int:
        return sum(not each.reachable for each in self.affected)


async def advisers_of(session: AsyncSession, account_id: int, centre: str) -> list[Provider]:
    """Whose absence an account may report: everybody's for the desk, one's own for an adviser.

    Raises `OkienkoError` for everybody else.
    """
    found = list(
        (await session.exec(select(Provider).where(col(Provider.centre) == centre).order_by(col(Provider.name)))).all()
    )
    if await is_desk(session, account_id, centre):
        return found
    own = [provider for provider in found if provider.account_id == account_id]
    if own and Role.ADVISER in await roles_in(session, account_id, centre):
        return own
    raise OkienkoError("roster-refused")


async def adviser(session: AsyncSession, account_id: int, centre: str, provider_id: int) -> Provider:
    """One of `advisers_of`. Raises `OkienkoError` for any other."""
    for provider in await advisers_of(session, account_id, centre):
        if provider.id == provider_id:
            return provider
    raise OkienkoError("roster-refused")


async def duty_days(session: AsyncSession, now: datetime, provider: Provider) -> list[date]:
    """The coming local days on which somebody has a duty, today's included while it lasts."""
    assert provider.id is not None
    today = now.astimezone(WARSAW).date()
    found = await posted(session, provider.centre, today, today + AHEAD, provider_id=provider.id)
    return sorted({each.duty.day for each in found if each.entry.times[1] > now})


async def preview(
    session: AsyncSession, now: datetime, centre: str, provider: Provider | None, days: Collection[date]
) -> Preview:
    """What would be called off on these days, of one adviser or of the whole centre. Reads only."""
    chosen = sorted(days)[:MOST_DAYS]
    query = (
        select(Slot, Duty)
        .join(Duty, col(Duty.id) == col(Slot.duty_id))
        .where(col(Slot.centre) == centre, col(Slot.kind) == SlotKind.CONSULTATION)
        .where(col(Slot.withdrawn_at).is_(None), col(Slot.starts_at) > now, col(Duty.day).in_(chosen))
        .order_by(col(Slot.id))
        .execution_options(populate_existing=True)
    )
    if provider is not None:
        query = query.where(col(Slot.provider_id) == provider.id)
    rows = (await session.exec(query)).all()
    slot_ids = [slot.id for slot, _ in rows if slot.id is not None]
    touched = await affected(session, slot_ids)
    booking_ids = [each.booking.id for each in touched]
    mark = [provider.id if provider else 0, [day.isoformat() for day in chosen], slot_ids, booking_ids]
    return Preview(
        provider=provider,
        days=sorted({duty.day for _, duty in rows}),
        slot_ids=slot_ids,
        duty_ids=sorted({duty.id for _, duty in rows if duty.id is not None}),
        affected=touched,
        seen=hashlib.sha256(json.dumps(mark).encode()).hexdigest()[:8],
    )


async def report(
    session: AsyncSession,
    now: datetime,
    account_id: int,
    centre: str,
    provider_id: int,
    days: Collection[date],
    seen: str,
) -> Preview:
    """Call an adviser's duties off; each affected person is told once or is to be phoned. What was done.

    Raises `OkienkoError`: ``roster-refused``, ``roster-nothing-there``, ``roster-changed-meanwhile``.
    """
    await writing(session)
    provider = await adviser(session, account_id, centre, provider_id)
    await _lock(session, centre, days)
    found = await preview(session, now, centre, provider, days)
    if not found.slot_ids:
        raise OkienkoError("roster-nothing-there")
    if found.seen != seen:
        raise OkienkoError("roster-changed-meanwhile")
    to_call = await _call_off(session, now, found, ABSENT)
    told = len(found.affected) - to_call
    await notices.tell_staff(
        session, now, centre, found.days, provider=provider, told=told, to_call=to_call, by=account_id
    )
    return found


async def close(
    session: AsyncSession,
    now: datetime,
    account_id: int,
    centre: str,
    days: Sequence[date],
    reason: str,
    seen: str,
) -> Preview:
    """Close a centre on these days: recurring duties leave them out from now on, and those there are called off.

    Raises `OkienkoError`: ``roster-refused`` (the desk only), ``roster-changed-meanwhile``.
    """
    await writing(session)
    await refuse_strangers(session, account_id, centre)
    await _lock(session, centre, days)
    found = await preview(session, now, centre, None, days)
    if found.seen != seen:
        raise OkienkoError("roster-changed-meanwhile")
    for day in days:
        await session.merge(ClosingDay(centre=centre, day=day, reason=reason[:120]))
    await session.flush()
    to_call = await _call_off(session, now, found, CLOSED)
    if found.days:
        told = len(found.affected) - to_call
        await notices.tell_staff(
            session, now, centre, found.days, provider=None, told=told, to_call=to_call, by=account_id
        )
    return found


async def open_again(session: AsyncSession, account_id: int, centre: str, day: date) -> None:
    """A day is no closing day any more. The duties that it took do not come back by themselves."""
    await writing(session)
    await refuse_strangers(session, account_id, centre)
    await session.exec(
        delete(ClosingDay)
        .where(col(ClosingDay.centre) == centre, col(ClosingDay.day) == day)
        .execution_options(synchronize_session=False)
    )


async def _call_off(session: AsyncSession, now: datetime, found: Preview, because: str) -> int:
    await slots.withdraw(session, now, found.slot_ids, because)
    await session.exec(
        update(Duty)
        .where(col(Duty.id).in_(found.duty_ids))
        .values(withdrawn_at=now, withdrawn_because=because)
        .execution_options(synchronize_session=False)
    )
    return await notices.tell_called_off(session, now, found.affected)


async def _lock(session: AsyncSession, centre: str, days: Collection[date]) -> None:
    duties = select(Duty.id).where(col(Duty.centre) == centre, col(Duty.day).in_(days))
    await session.exec(duties.order_by(col(Duty.id)).with_for_update())
