"""What is owed around a booking: reminders, the centre's own changes, word to the adviser, a calendar file.

Nothing is taken back when a booking is moved or cancelled: each message is looked at again when it is sent
(`bot.places.booking_kinds`), and the keys hold the booking's sequence, so a moved booking owes anew. A
payload is nothing but numbers: what it is about, and for whom, stands in no message.
"""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, time, timedelta
from typing import Any, Final

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.clock import WARSAW
from bot.outbox.owed import Debt, owe_these
from bot.outbox.quiet import allowed_moment
from bot.outbox.states import Priority
from bot.storage.tables import Address, Booking, Grant, Provider, Role, Slot

REMINDER: Final = "booking-reminder"
CALLED_OFF: Final = "booking-called-off"
FREED: Final = "booking-freed"
CALENDAR: Final = "booking-calendar"

DAY_BEFORE: Final = time(10)
"""On Polish clocks: early enough that the desk can phone in the afternoon those who did not confirm."""
SHORTLY: Final = timedelta(hours=3)
USEFUL: Final = timedelta(minutes=30)
"""A reminder later than this before the beginning helps nobody."""
SOON: Final = timedelta(hours=24)
"""A change that is nearer than this is told at any hour; a place freed nearer than this is told to the adviser."""
_PIECE: Final = 200
INSTEAD: Final[dict[str, Callable[[AsyncSession, datetime, Booking, Slot], Awaitable[None]]]] = {}
"""By the kind of slot: a room that reminds of what is its own in its own words, instead of the two of here."""


def day_before(starts_at: datetime) -> datetime:
    """10:00 of the local day before, whatever the clocks do in that night."""
    local = starts_at.astimezone(WARSAW)
    return datetime.combine(local.date() - timedelta(days=1), DAY_BEFORE, WARSAW)


async def owe(session: AsyncSession, now: datetime, booking: Booking, slot: Slot) -> None:
    """The day before and three hours before, as far as those moments are yet to come.

    A moment in quiet hours becomes the evening before; one that could only be later is left out. Nothing for
    who has no messenger. A room in `INSTEAD` does it its own way.
    """
    if instead := INSTEAD.get(slot.kind):
        return await instead(session, now, booking, slot)
    if booking.channel is None or booking.chat_id is None:
        return
    starts = slot.starts_at
    debts = []
    for which, at, expires in (
        ("day", day_before(starts), starts - SHORTLY),
        ("hours", starts - SHORTLY, starts - USEFUL),
    ):
        moment = allowed_moment(at, now, expires_at=expires) if now < at else None
        if moment and moment <= at:
            debts.append(_debt(booking, REMINDER, which, moment, expires))
    await owe_these(session, debts, now=now)


async def owe_called_off(session: AsyncSession, now: datetime, bookings: Sequence[Booking]) -> list[Booking]:
    """The centre withdrew their slots: each is told once. Less than a day before, also in quiet hours.

    Returns those whom no message can reach: somebody has to phone them.
    """
    debts, unreached = list[Debt](), list[Booking]()
    for booking in bookings:
        if booking.starts_at <= now:
            continue
        if booking.channel is None or booking.chat_id is None:
            unreached.append(booking)
            continue
        priority = Priority.URGENT if booking.starts_at - now < SOON else Priority.PERSONAL
        debts.append(_debt(booking, CALLED_OFF, "once", now, max(booking.ends_at, now + SOON), priority))
    for start in range(0, len(debts), _PIECE):
        await owe_these(session, debts[start : start + _PIECE], now=now)
    return unreached


async def owe_freed(session: AsyncSession, now: datetime, booking: Booking, slot: Slot) -> None:
    """Somebody cancelled or moved less than a day before: the adviser hears it, if they have an account.

    Of a shift, the centre's organisers. Call with the slot that became free. At once by day, at eight after a
    night; at once, too, when eight would be too late.
    """
    if not now < slot.starts_at < now + SOON:
        return
    for account_id in await _who_hears(session, slot):
        found = await session.exec(
            select(Address)
            .where(col(Address.account_id) == account_id, col(Address.blocked_at).is_(None))
            .order_by(col(Address.channel), col(Address.chat_id))
            .limit(1)
        )
        at = found.first()
        if at is None:
            continue
        debt = Debt(
            dedupe_key=f"{FREED}:{booking.id}:{slot.id}:{booking.sequence}:{account_id}",
            channel=at.channel,
            chat_id=at.chat_id,
            centre=booking.centre,
            kind=FREED,
            payload={"slot": slot.id},
            priority=Priority.PERSONAL,
            expires_at=slot.starts_at,
            urgent=allowed_moment(now, now, expires_at=slot.starts_at) is None,
        )
        await owe_these(session, [debt], now=now)


async def _who_hears(session: AsyncSession, slot: Slot) -> list[int]:
    """The accounts that want to know that a place became free at the last moment."""
    if slot.kind == "shift":
        rows = await session.exec(
            select(Grant.account_id)
            .where(col(Grant.centre) == slot.centre, col(Grant.role) == Role.ORGANISER.value)
            .order_by(col(Grant.account_id))
        )
        return list(rows.all())
    provider = await session.get(Provider, slot.provider_id) if slot.provider_id is not None else None
    return [provider.account_id] if provider and provider.account_id is not None else []


async def owe_calendar(session: AsyncSession, now: datetime, booking: Booking, channel: str, chat_id: int) -> None:
    """The booking as a file for somebody's own calendar, in answer to a tap."""
    debt = Debt(
        dedupe_key=f"{CALENDAR}:{booking.id}:{channel}:{chat_id}:{now:%Y%m%d%H%M%S}",
        channel=channel,
        chat_id=chat_id,
        centre=booking.centre,
        kind=CALENDAR,
        payload={"booking": booking.id},
        priority=Priority.LIVE,
        expires_at=now + timedelta(hours=1),
    )
    await owe_these(session, [debt], now=now)


def _debt(
    booking: Booking,
    kind: str,
    which: str,
    at: datetime,
    expires_at: datetime,
    priority: Priority = Priority.PERSONAL,
) -> Debt:
    assert booking.channel is not None
    assert booking.chat_id is not None
    payload: dict[str, Any] = {"booking": booking.id, "sequence": booking.sequence}
    return Debt(
        dedupe_key=f"{kind}:{booking.id}:{booking.sequence}:{which}",
        channel=booking.channel,
        chat_id=booking.chat_id,
        centre=booking.centre,
        kind=kind,
        payload=payload,
        priority=priority,
        not_before=at,
        expires_at=expires_at,
    )
