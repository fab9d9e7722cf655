"""What who waits for a place is told: that it is free, that nobody answered in time, that nothing is left to wait for.

Looked at again, and put into words, when it is sent (`bot.places.waiting_kinds`).
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any, Final

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.outbox.owed import Debt, amend, owe_these
from bot.outbox.states import Priority
from bot.places.waiting_times import Terms
from bot.storage.tables import Offer, Slot, WaitingEntry

OFFER: Final = "waiting-offer"
LAPSED: Final = "waiting-lapsed"
ENDED: Final = "waiting-ended"
OVER: Final = "waiting-in-vain"
_OF_USE: Final = timedelta(days=2)
_PIECE: Final = 200


async def owe_offer(session: AsyncSession, now: datetime, entry: WaitingEntry, offer: Offer, terms: Terms) -> None:
    """A place is free: outside quiet hours, and no longer once it can no longer be answered."""
    values = {"offer": offer.id}
    debt = _debt(entry, OFFER, f"{offer.id}", values, offer.deadline, not_before=terms.leaves_at)
    await owe_these(session, [debt], now=now)


async def owe_shorter(session: AsyncSession, now: datetime, entry: WaitingEntry, offer: Offer) -> None:
    """The moment that was said is no longer true: once more with the new one, unless the message is yet to leave."""
    if not await amend(session, f"{OFFER}:{offer.id}", {"offer": offer.id}):
        which = f"{offer.id}:{offer.deadline:%Y%m%d%H%M}"
        values = {"offer": offer.id, "until": offer.deadline.isoformat()}
        await owe_these(session, [_debt(entry, OFFER, which, values, offer.deadline)], now=now)


async def owe_lapsed(session: AsyncSession, now: datetime, entry: WaitingEntry, offer: Offer, slot: Slot) -> None:
    """Nobody answered, and the place went on; whether the line is left with it stands in the entry."""
    values = {"offer": offer.id}
    await owe_these(session, [_debt(entry, LAPSED, f"{offer.id}", values, slot.starts_at)], now=now)


async def owe_ended(session: AsyncSession, now: datetime, entries: Iterable[WaitingEntry]) -> None:
    """What they waited for does not take place."""
    debts = [_debt(entry, ENDED, f"{entry.id}", {"entry": entry.id}, now + _OF_USE) for entry in entries]
    for start in range(0, len(debts), _PIECE):
        await owe_these(session, debts[start : start + _PIECE], now=now)


async def owe_over(session: AsyncSession, now: datetime, entries: Iterable[WaitingEntry], slot: Slot) -> None:
    """It begins, or can no longer be booked, and they have no place."""
    debts = [_debt(entry, OVER, f"{entry.id}", {"entry": entry.id}, slot.ends_at) for entry in entries]
    for start in range(0, len(debts), _PIECE):
        await owe_these(session, debts[start : start + _PIECE], now=now)


def _debt(
    entry: WaitingEntry,
    kind: str,
    which: str,
    payload: dict[str, Any],
    expires_at: datetime,
    not_before: datetime | None = None,
) -> Debt:
    return Debt(
        dedupe_key=f"{kind}:{which}",
        channel=entry.channel,
        chat_id=entry.chat_id,
        centre=entry.centre,
        kind=kind,
        payload=payload,
        priority=Priority.PERSONAL,
        not_before=not_before,
        expires_at=expires_at,
    )
