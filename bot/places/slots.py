"""Slots: stretches of time with seats. One engine for all kinds, so clashes are found across them.

The session is handed in and the caller commits. Who may add or withdraw is the caller's to check.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import Any, Final

from sqlalchemy.exc import IntegrityError
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.errors import OkienkoError
from bot.places import hours, waiting_line
from bot.places.locks import lock
from bot.places.states import LIVE, BookingState
from bot.storage import writing
from bot.storage.tables import Booking, Provider, Room, Slot


class SlotKind(StrEnum):
    """What a slot is for."""

    CONSULTATION = "consultation"
    MEETING = "meeting"
    ROOM = "room"
    EVENT = "event"
    SHIFT = "shift"


@dataclass(frozen=True, slots=True)
class Rules:
    """What a slot asks of those who book it."""

    notice_minutes: int = 0
    """So long before the start it can no longer be booked but by the desk."""
    door: str = ""
    """The room that asks more of people than this one knows, and alone may book it (see `booking.book`)."""
    lone: bool = False
    """Made for whoever booked it: once its last seat is given back, it is withdrawn."""


_USUAL: Final = asdict(Rules())


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSlot:
    """A slot to be added. Moments are aware; provider and room stay busy ``buffer_minutes`` after the end."""

    centre: str
    kind: SlotKind
    starts_at: datetime
    ends_at: datetime
    seats: int = 1
    service: str | None = None
    title: str | None = None
    place: str | None = None
    provider_id: int | None = None
    room_id: int | None = None
    duty_id: int | None = None
    buffer_minutes: int = 0
    rules: Rules = Rules()

    @property
    def busy_until(self) -> datetime:
        return self.ends_at + timedelta(minutes=self.buffer_minutes)


async def one(session: AsyncSession, slot_id: int) -> Slot | None:
    """A slot of any kind as it is now."""
    return await session.get(Slot, slot_id, populate_existing=True)


async def add(session: AsyncSession, now: datetime, new: Sequence[NewSlot]) -> list[Slot]:
    """Add slots, all or none. Back-to-back is fine.

    Raises `OkienkoError` ``places-provider-busy`` or ``places-room-busy`` when an adviser or a room has
    something else at that time, in what there is or among the new ones: ``who`` is their name, ``at``
    the local beginning of the later of the two. A few hundred at once; commit bigger plans in pieces.
    """
    await writing(session)
    providers = await lock(session, Provider, {slot.provider_id for slot in new if slot.provider_id})
    rooms = await lock(session, Room, {slot.room_id for slot in new if slot.room_id})
    names = {"provider": {i: p.name for i, p in providers.items()}, "room": {i: r.name for i, r in rooms.items()}}
    for what in ("provider", "room"):
        await _refuse_clashes(session, what, new, names[what])
    slots = [
        Slot(
            centre=slot.centre,
            kind=slot.kind.value,
            service=slot.service,
            title=slot.title,
            place=slot.place,
            provider_id=slot.provider_id,
            room_id=slot.room_id,
            duty_id=slot.duty_id,
            starts_at=slot.starts_at,
            ends_at=slot.ends_at,
            busy_until=slot.busy_until,
            book_until=slot.starts_at - timedelta(minutes=slot.rules.notice_minutes),
            seats=slot.seats,
            rules={name: value for name, value in asdict(slot.rules).items() if value != _USUAL[name]},
            created_at=now,
        )
        for slot in new
    ]
    session.add_all(slots)
    with _clashes_refused(names):
        await session.flush()
    return slots


async def retime(
    session: AsyncSession, slot: Slot, starts_at: datetime, ends_at: datetime, buffer_minutes: int = 0
) -> None:
    """Give a slot another time; its bookings are the caller's, who has locked room and slot, in this order.

    Raises `OkienkoError` ``places-room-busy``.
    """
    room = await session.get_one(Room, slot.room_id)
    busy_until = ends_at + timedelta(minutes=buffer_minutes)
    clash = await session.exec(
        select(Slot.starts_at)
        .where(
            col(Slot.room_id) == slot.room_id,
            col(Slot.id) != slot.id,
            col(Slot.withdrawn_at).is_(None),
            col(Slot.starts_at) < busy_until,
            col(Slot.busy_until) > starts_at,
        )
        .order_by(col(Slot.starts_at))
        .limit(1)
    )
    if (at := clash.first()) is not None:
        raise _busy("room", room.name, at)
    notice = slot.starts_at - slot.book_until
    slot.starts_at, slot.ends_at, slot.busy_until, slot.book_until = starts_at, ends_at, busy_until, starts_at - notice
    session.add(slot)
    with _clashes_refused({"provider": {}, "room": {room.id or 0: room.name}}):
        await session.flush()


def give_up_if_empty(now: datetime, slot: Slot) -> None:
    """A slot that was made for one booking ends with it; locked, and its count is up to date."""
    if slot.rules.get("lone") and slot.taken == 0 and slot.withdrawn_at is None:
        slot.withdrawn_at, slot.withdrawn_because = now, "given-back"


async def withdraw(session: AsyncSession, now: datetime, slot_ids: Collection[int], because: str) -> list[Booking]:
    """Take slots back, for a short word like ``sick``: they can no longer be booked, and their bookings end.

    Returns the live bookings that were in them, each called off now; telling people is the caller's. Who
    waited for a seat in them is told here. What is over, or withdrawn already, stays as it is.
    """
    await writing(session)
    slots = {
        slot_id: slot
        for slot_id, slot in (await lock(session, Slot, slot_ids)).items()
        if slot.withdrawn_at is None and slot.ends_at > now
    }
    for slot in slots.values():
        await waiting_line.close(session, now, slot)
    found = await session.exec(
        select(Booking)
        .where(col(Booking.slot_id).in_(slots), col(Booking.seat_no).is_not(None), col(Booking.state).in_(LIVE))
        .order_by(col(Booking.starts_at), col(Booking.id))
        .execution_options(populate_existing=True)
    )
    bookings = list(found.all())
    for booking in bookings:
        slots[booking.slot_id].taken -= 1
        booking.seat_no, booking.state, booking.ended_at = None, BookingState.CALLED_OFF, now
        booking.sequence += 1
    for slot in slots.values():
        slot.withdrawn_at, slot.withdrawn_because = now, because
    session.add_all([*slots.values(), *bookings])
    await session.flush()
    return bookings


async def _refuse_clashes(session: AsyncSession, what: str, new: Sequence[NewSlot], names: dict[int, str]) -> None:
    if not names:
        return
    owner: Any = getattr(Slot, f"{what}_id")
    found = await session.exec(
        select(owner, col(Slot.starts_at), col(Slot.busy_until)).where(
            owner.in_(names),
            col(Slot.withdrawn_at).is_(None),
            col(Slot.starts_at) < max(slot.busy_until for slot in new),
            col(Slot.busy_until) > min(slot.starts_at for slot in new),
        )
    )
    busy: dict[int, list[tuple[datetime, datetime]]] = defaultdict(list)
    for owner_id, starts_at, busy_until in found.all():
        busy[owner_id].append((starts_at, busy_until))
    for slot in new:
        if owner_id := getattr(slot, f"{what}_id"):
            busy[owner_id].append((slot.starts_at, slot.busy_until))
    for owner_id, spans in busy.items():
        spans.sort()
        for (_, before_ends), (starts_at, _) in pairwise(spans):
            if starts_at < before_ends:
                raise _busy(what, names[owner_id], starts_at)


@contextmanager
def _clashes_refused(names: dict[str, dict[int, str]]) -> Iterator[None]:
    """PostgreSQL's own refusal, in the same words."""
    try:
        yield
    except IntegrityError as error:
        said = str(error.orig)
        for what in ("provider", "room"):
            if f"ex_slot_{what}" in said:
                # Key (int8range(…), tstzrange(…))=([3,4), ["2026-11-24 08:15:00+00",…)) conflicts with …
                told = getattr(error.orig.__cause__, "detail", "") if error.orig else ""
                detail = re.search(r'\)=\(\[(\d+),.*?\["([^"]+)"', told)
                who = names[what].get(int(detail[1]), "") if detail else ""
                at = datetime.fromisoformat(detail[2]) if detail else datetime.now(UTC)
                raise _busy(what, who, at) from None
        raise


def _busy(what: str, who: str, at: datetime) -> OkienkoError:
    if what == "provider":
        return OkienkoError("places-provider-busy", who=who, **hours.said(at))
    return OkienkoError("places-room-busy", who=who, **hours.said(at))
