"""What publishing a draft would change, and whom it would touch: looked at for the preview and again for the tap.

Only what is yet to begin is compared: nobody's past is rewritten. A slot stays the same slot, with its
bookings, as long as adviser, service and hours stay; a room may change around it.
"""

import hashlib
import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlmodel import and_, col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.places.days import day_begins
from bot.places.roster.checking import clash, overlaps
from bot.places.roster.entries import Entry, Problem, next_month
from bot.places.roster.month import Posted, advisers, closing_days, posted
from bot.places.slots import SlotKind
from bot.places.states import BookingState
from bot.storage.tables import Address, Booking, Duty, Room, RosterDraft, Slot

Key = tuple[str, int, datetime, datetime]
"""What makes a slot the same slot: service, adviser, beginning and end."""


@dataclass(frozen=True, slots=True)
class Affected:
    """A live booking that a change touches. ``reachable``: a message gets there."""

    booking: Booking
    reachable: bool


@dataclass(slots=True)
class Comparison:
    """A draft beside what is published."""

    added: list[Entry] = field(default_factory=list)
    gone: list[Posted] = field(default_factory=list)
    moved: list[tuple[Posted, Entry]] = field(default_factory=list)
    """The same hours of the same adviser in another room."""
    same: int = 0
    problems: list[Problem] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)
    """Advisers who are not known here yet."""
    homeless: bool = False
    """Some lines do not say of which service they are."""
    wanted: dict[Key, Entry] = field(default_factory=dict)
    """The slots there are to be."""
    kept: list[Slot] = field(default_factory=list)
    withdrawn: list[int] = field(default_factory=list)
    called_off: list[Affected] = field(default_factory=list)
    other_room: list[Affected] = field(default_factory=list)
    basis: str = ""
    """Fingerprint of all that this was reckoned from."""

    @property
    def changes(self) -> bool:
        return bool(self.added or self.gone or self.moved)

    @property
    def ready(self) -> bool:
        """Whether it can be published."""
        return self.changes and not (self.problems or self.strangers or self.homeless)

    @property
    def to_call(self) -> int:
        """How many people have to be phoned."""
        return sum(not each.reachable for each in (*self.called_off, *self.other_room))


async def compare(session: AsyncSession, now: datetime, draft: RosterDraft) -> Comparison:
    """Reckon what a draft changes now. Reads only; the basis is over everything that the answer depends on."""
    entries = [entry for row in draft.duties if (entry := Entry.of(row)).times[1] > now]
    services = {entry.service for entry in entries}
    found = Comparison(homeless="" in services)
    known = {provider.name.casefold(): provider.id for provider in await advisers(session, draft.centre)}
    found.strangers = sorted({e.provider for e in entries if e.provider.casefold() not in known}, key=str.casefold)
    until = next_month(draft.month)
    there = [
        each
        for each in await posted(session, draft.centre, draft.month, until, services=services)
        if each.entry.times[1] > now
    ]
    if not draft.whole:
        rest = [each.entry for each in there]
        entries += [old for old in rest if not any(_replaces(new, old) for new in entries)]
    _compare_duties(found, entries, there)
    for entry in entries:
        if provider_id := known.get(entry.provider.casefold()):
            for starts, ends in entry.slots():
                if starts > now:
                    found.wanted[entry.service, provider_id, starts, ends] = entry
    live = await _slots(session, draft, now, services)
    changed = await _compare_slots(session, found, live, draft.centre)
    found.called_off = await affected(session, found.withdrawn)
    found.other_room = await affected(session, changed)
    closed = await closing_days(session, draft.centre, draft.month, until)
    found.problems = [Problem(**row) for row in draft.problems] + overlaps(entries)
    found.problems += await _clashes_with_others(session, draft.centre, entries, {slot.id for slot in live if slot.id})
    found.problems += [
        Problem(entry.line, "roster-wrong-closed", {"day": entry.day.isoformat()})
        for entry in entries
        if entry.day in closed and not entry.kept
    ]
    found.basis = _fingerprint(draft, there, live, found)
    return found


async def affected(session: AsyncSession, slot_ids: Collection[int]) -> list[Affected]:
    """The live bookings of slots, by time, each with whether a message would reach them."""
    rows = await session.exec(
        select(Booking, col(Address.chat_id), col(Address.blocked_at))
        .outerjoin(
            Address, and_(col(Address.channel) == col(Booking.channel), col(Address.chat_id) == col(Booking.chat_id))
        )
        .where(col(Booking.slot_id).in_(slot_ids), col(Booking.seat_no).is_not(None))
        .where(col(Booking.state) != BookingState.OFFERED)
        .order_by(col(Booking.starts_at), col(Booking.id))
        .execution_options(populate_existing=True)
    )
    return [Affected(booking, chat is not None and blocked is None) for booking, chat, blocked in rows.all()]


def _replaces(new: Entry, old: Entry) -> bool:
    """The same adviser's hours that overlap give way to new ones: that is how hours are changed."""
    same = new.provider.casefold() == old.provider.casefold() and new.day == old.day
    return same and new.opens_at < old.closes_at and old.opens_at < new.closes_at


def _compare_duties(found: Comparison, entries: Sequence[Entry], there: Sequence[Posted]) -> None:
    before = {_same(each.entry): each for each in there}
    for entry in entries:
        standing = before.pop(_same(entry), None)
        if standing is None:
            found.added.append(entry)
        elif standing.entry.room.casefold() != entry.room.casefold():
            found.moved.append((standing, entry))
        else:
            found.same += 1
    found.gone = list(before.values())


def _same(entry: Entry) -> tuple[object, ...]:
    provider = entry.provider.casefold()
    return entry.service, provider, entry.day, entry.opens_at, entry.closes_at, entry.step, entry.buffer


async def _slots(session: AsyncSession, draft: RosterDraft, now: datetime, services: Collection[str]) -> list[Slot]:
    rows = await session.exec(
        select(Slot)
        .join(Duty, col(Duty.id) == col(Slot.duty_id))
        .where(col(Slot.centre) == draft.centre, col(Slot.kind) == SlotKind.CONSULTATION)
        .where(col(Slot.withdrawn_at).is_(None), col(Slot.starts_at) > now, col(Slot.service).in_(services))
        .where(col(Duty.day) >= draft.month, col(Duty.day) < next_month(draft.month))
        .order_by(col(Slot.id))
        .execution_options(populate_existing=True)
    )
    return list(rows.all())


async def _compare_slots(session: AsyncSession, found: Comparison, live: Sequence[Slot], centre: str) -> list[int]:
    """What stays and what goes; the ids of those that stay in another room."""
    rooms = await _rooms(session, centre)
    changed = []
    for slot in live:
        assert slot.id is not None
        entry = found.wanted.get((slot.service or "", slot.provider_id or 0, slot.starts_at, slot.ends_at))
        if entry is None:
            found.withdrawn.append(slot.id)
            continue
        found.kept.append(slot)
        if rooms.get(slot.room_id, "").casefold() != entry.room.casefold():
            changed.append(slot.id)
    return changed


async def _rooms(session: AsyncSession, centre: str) -> dict[int | None, str]:
    found = await session.exec(select(Room).where(col(Room.centre) == centre))
    return {room.id: room.name for room in found.all()}


async def _clashes_with_others(
    session: AsyncSession, centre: str, entries: Sequence[Entry], own: Collection[int]
) -> list[Problem]:
    """Where an adviser or a room is taken by something that this draft does not speak of."""
    days = [entry.day for entry in entries]
    if not days:
        return []
    found = []
    providers = {provider.id: provider.name for provider in await advisers(session, centre)}
    rooms = await _rooms(session, centre)
    rows = await session.exec(
        select(Slot)
        .where(col(Slot.centre) == centre, col(Slot.withdrawn_at).is_(None))
        .where(col(Slot.busy_until) > day_begins(min(days)))
        .where(col(Slot.starts_at) < day_begins(max(days) + timedelta(days=1)))
        .order_by(col(Slot.starts_at))
    )
    others = [slot for slot in rows.all() if slot.id not in own]
    for entry in entries:
        starts, ends = entry.times
        for slot in others:
            if not (slot.starts_at < ends and starts < slot.busy_until):
                continue
            for what, name in (("provider", providers.get(slot.provider_id)), ("room", rooms.get(slot.room_id))):
                if name and name.casefold() == getattr(entry, what).casefold():
                    found.append(clash(what, entry, slot.starts_at, slot.ends_at))
    return list({(problem.line, problem.key): problem for problem in reversed(found)}.values())[::-1]


def _fingerprint(draft: RosterDraft, there: Sequence[Posted], live: Sequence[Slot], found: Comparison) -> str:
    seen = [
        [[each.duty.id, each.duty.room_id] for each in there],
        [slot.id for slot in live],
        [each.booking.id for each in (*found.called_off, *found.other_room)],
        [draft.whole, draft.duties],
    ]
    return hashlib.sha256(json.dumps(seen).encode()).hexdigest()
