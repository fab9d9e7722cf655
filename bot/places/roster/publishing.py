"""Publishing a month: what was previewed, exactly that, once. Whoever comes second is told, and looks again."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import col, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.errors import OkienkoError
from bot.places import hours, slots
from bot.places.roster import notices
from bot.places.roster.comparing import Comparison, compare
from bot.places.roster.drafts import own
from bot.places.roster.entries import Entry, next_month
from bot.places.slots import NewSlot, SlotKind
from bot.storage import writing
from bot.storage.tables import Duty, Provider, Room, RosterDraft, Slot

BECAUSE = "roster"
_PIECE = 300


@dataclass(frozen=True, slots=True)
class Published:
    """What a tap did."""

    slots: int
    called_off: int
    other_room: int
    to_call: int


async def publish(session: AsyncSession, now: datetime, account_id: int, draft_id: int, seen: str) -> Published:
    """Make a draft the month's roster; ``seen`` is the beginning of the basis that the preview showed.

    Raises `OkienkoError`: ``roster-refused`` for who may not, ``roster-published-already``,
    ``roster-changed-meanwhile`` when anything it was reckoned from is different now, ``roster-not-ready``,
    and what `slots.add` raises. Those affected are told, or put on the list of calls.
    """
    await writing(session)
    draft = await own(session, account_id, draft_id)
    await lock_month(session, draft)
    draft = await own(session, account_id, draft_id)
    if draft.published_at is not None:
        raise OkienkoError("roster-published-already")
    found = await compare(session, now, draft)
    if not seen or not found.basis.startswith(seen):
        raise OkienkoError("roster-changed-meanwhile")
    if not found.ready:
        raise OkienkoError("roster-not-ready")
    new = await _apply(session, now, draft.centre, found)
    draft.published_at, draft.basis = now, found.basis
    session.add(draft)
    await session.flush()
    told_off = await notices.tell_called_off(session, now, found.called_off)
    told_room = await notices.tell_other_room(session, now, found.other_room)
    return Published(new, len(found.called_off), len(found.other_room), told_off + told_room)


async def lock_month(session: AsyncSession, draft: RosterDraft) -> None:
    """Let nobody else publish a month of this centre, or call off its duties, until the transaction ends."""
    drafts = select(RosterDraft.id).where(
        col(RosterDraft.centre) == draft.centre, col(RosterDraft.month) == draft.month
    )
    await session.exec(drafts.order_by(col(RosterDraft.id)).with_for_update())
    duties = select(Duty.id).where(
        col(Duty.centre) == draft.centre, col(Duty.day) >= draft.month, col(Duty.day) < next_month(draft.month)
    )
    await session.exec(duties.order_by(col(Duty.id)).with_for_update())


async def _apply(session: AsyncSession, now: datetime, centre: str, found: Comparison) -> int:
    """Change the database as compared. Returns how many slots are new."""
    await slots.withdraw(session, now, found.withdrawn, BECAUSE)
    for gone in found.gone:
        gone.duty.withdrawn_at, gone.duty.withdrawn_because = now, BECAUSE
        session.add(gone.duty)
    entries = [*found.added, *(entry for _, entry in found.moved)]
    providers = await _ids(session, Provider, centre)
    rooms = await _rooms(session, centre, {entry.room for entry in entries if entry.room})
    duties: dict[tuple[object, ...], int] = {}
    for standing, entry in found.moved:
        standing.duty.room_id = rooms.get(entry.room.casefold())
        session.add(standing.duty)
        assert standing.duty.id is not None
        duties[_key(entry)] = standing.duty.id
    for entry in found.added:
        duty = _duty(centre, entry, providers[entry.provider.casefold()], rooms.get(entry.room.casefold()), now)
        session.add(duty)
        await session.flush()
        assert duty.id is not None
        duties[_key(entry)] = duty.id
    await _keep(session, found, duties, rooms)
    there = {(slot.service, slot.provider_id, slot.starts_at, slot.ends_at) for slot in found.kept}
    new = [
        NewSlot(
            centre=centre,
            kind=SlotKind.CONSULTATION,
            starts_at=key[2],
            ends_at=key[3],
            service=key[0],
            provider_id=key[1],
            room_id=rooms.get(entry.room.casefold()),
            duty_id=duties.get(_key(entry)),
            buffer_minutes=entry.buffer,
        )
        for key, entry in found.wanted.items()
        if key not in there
    ]
    for start in range(0, len(new), _PIECE):
        await slots.add(session, now, new[start : start + _PIECE])
    return len(new)


async def _keep(
    session: AsyncSession, found: Comparison, duties: dict[tuple[object, ...], int], rooms: dict[str, int]
) -> None:
    """Slots that stay, with their bookings, under the new duty and in the new room."""
    changed = []
    for slot in found.kept:
        entry = found.wanted[slot.service or "", slot.provider_id or 0, slot.starts_at, slot.ends_at]
        if duty_id := duties.get(_key(entry)):
            changed.append((slot, duty_id, rooms.get(entry.room.casefold()), entry.buffer))
    # First out of all rooms, then into the new ones: two advisers may swap theirs, and PostgreSQL looks at each step.
    ids = [slot.id for slot, *_ in changed]
    await session.exec(
        update(Slot)
        .where(col(Slot.id).in_(ids))
        .values(room_id=None, busy_until=col(Slot.ends_at))
        .execution_options(synchronize_session=False)
    )
    for slot, duty_id, room_id, buffer in changed:
        await session.refresh(slot)
        slot.duty_id, slot.room_id = duty_id, room_id
        slot.busy_until = slot.ends_at + timedelta(minutes=buffer)
        session.add(slot)
    await session.flush()
    await _refuse_two_in_a_room(session, {room_id for *_, room_id, _ in changed if room_id})


async def _refuse_two_in_a_room(session: AsyncSession, room_ids: Collection[int]) -> None:
    """SQLite has no constraint that would."""
    rows = await session.exec(
        select(Slot, Room)
        .join(Room, col(Room.id) == col(Slot.room_id))
        .where(col(Slot.room_id).in_(room_ids), col(Slot.withdrawn_at).is_(None))
        .order_by(col(Slot.room_id), col(Slot.starts_at))
    )
    before: Slot | None = None
    for slot, room in rows.all():
        if before and before.room_id == slot.room_id and slot.starts_at < before.busy_until:
            raise OkienkoError("places-room-busy", who=room.name, **hours.said(slot.starts_at))
        before = slot


def _duty(centre: str, entry: Entry, provider_id: int, room_id: int | None, now: datetime) -> Duty:
    return Duty(
        centre=centre,
        service=entry.service,
        provider_id=provider_id,
        room_id=room_id,
        day=entry.day,
        opens_at=entry.opens_at,
        closes_at=entry.closes_at,
        step_minutes=entry.step,
        buffer_minutes=entry.buffer,
        created_at=now,
    )


def _key(entry: Entry) -> tuple[object, ...]:
    return entry.service, entry.provider.casefold(), entry.day, entry.opens_at


async def _ids(session: AsyncSession, table: Any, centre: str) -> dict[str, int]:
    rows = await session.exec(select(table.name, table.id).where(table.centre == centre))
    return {name.casefold(): number for name, number in rows.all()}


async def _rooms(session: AsyncSession, centre: str, names: Collection[str]) -> dict[str, int]:
    """The ids of rooms by name in small letters; those that are new are made."""
    known = await _ids(session, Room, centre)
    for name in sorted(names):
        if name.casefold() not in known:
            room = Room(centre=centre, name=name)
            session.add(room)
            await session.flush()
            assert room.id is not None
            known[name.casefold()] = room.id
    return known
