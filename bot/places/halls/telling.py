"""What is owed around rooms: to keepers that somebody asks, to who asked how it was answered. Numbers only."""

from datetime import datetime, timedelta
from typing import Any, Final

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.outbox.owed import Debt, owe_these
from bot.outbox.states import Priority
from bot.places import reminders
from bot.places.permission import DESK
from bot.storage.tables import Address, Booking, Grant, HallSeries, Organisation, Reservation

ASKED: Final = "hall-asked"
ANSWERED: Final = "hall-answered"
LATE: Final = "hall-late"
SERIES_ASKED: Final = "hall-series-asked"
SERIES_ANSWERED: Final = "hall-series-answered"
SERIES_LATE: Final = "hall-series-late"
ORGANISATION_ASKED: Final = "hall-organisation-asked"
ORGANISATION_ANSWERED: Final = "hall-organisation-answered"
_FACTS: Final = timedelta(days=7)
"""So long news of a request that has no moment of its own are worth a message."""


async def owe_asked(session: AsyncSession, now: datetime, row: Reservation, booking: Booking) -> None:
    """Somebody asks for a room."""
    payload = {"booking": booking.id, "sequence": booking.sequence}
    which = f"{booking.id}:{booking.sequence}"
    await _owe_keepers(session, now, ASKED, row.centre, which, payload, row.answer_by or booking.starts_at)


async def owe_late(session: AsyncSession, now: datetime, row: Reservation, booking: Booking) -> None:
    """Nobody answered them in time."""
    payload = {"booking": booking.id}
    await _owe_keepers(session, now, LATE, row.centre, f"{booking.id}:{booking.sequence}", payload, now + _FACTS)


async def owe_answered(session: AsyncSession, now: datetime, row: Reservation, booking: Booking) -> None:
    """Yes, no, or nobody answered; also when the keeper changes or calls off what stood."""
    if booking.channel is None or booking.chat_id is None:
        return
    soon = booking.starts_at - now < reminders.SOON
    debt = Debt(
        dedupe_key=f"{ANSWERED}:{booking.id}:{booking.sequence}:{row.state}",
        channel=booking.channel,
        chat_id=booking.chat_id,
        centre=row.centre,
        kind=ANSWERED,
        payload={"booking": booking.id, "state": row.state, "sequence": booking.sequence},
        priority=Priority.URGENT if soon else Priority.PERSONAL,
        expires_at=max(booking.ends_at, now + reminders.SOON),
    )
    await owe_these(session, [debt], now=now)


async def owe_series_asked(session: AsyncSession, now: datetime, series: HallSeries) -> None:
    """Somebody asks for a room again and again, or wishes it for next year."""
    which = f"{series.id}:{series.state}"
    payload = {"series": series.id, "state": series.state}
    until = series.answer_by or now + _FACTS
    await _owe_keepers(session, now, SERIES_ASKED, series.centre, which, payload, until)


async def owe_series_late(session: AsyncSession, now: datetime, series: HallSeries) -> None:
    """Nobody answered a recurring request in time."""
    payload = {"series": series.id}
    await _owe_keepers(session, now, SERIES_LATE, series.centre, f"{series.id}", payload, now + _FACTS)


async def owe_series_answered(session: AsyncSession, now: datetime, series: HallSeries) -> None:
    """Yes, no, or nobody answered."""
    if series.channel is None or series.chat_id is None:
        return
    debt = Debt(
        dedupe_key=f"{SERIES_ANSWERED}:{series.id}:{series.state}",
        channel=series.channel,
        chat_id=series.chat_id,
        centre=series.centre,
        kind=SERIES_ANSWERED,
        payload={"series": series.id, "state": series.state},
        priority=Priority.PERSONAL,
        expires_at=now + _FACTS,
    )
    await owe_these(session, [debt], now=now)


async def owe_organisation_asked(session: AsyncSession, now: datetime, row: Organisation) -> None:
    """Somebody says that they speak for an organisation."""
    payload = {"organisation": row.id}
    which = f"{row.id}:{now:%Y%m%d%H%M%S}"
    await _owe_keepers(session, now, ORGANISATION_ASKED, row.centre, which, payload, now + _FACTS)


async def owe_organisation_answered(session: AsyncSession, now: datetime, row: Organisation) -> None:
    """The keeper has said whether they may reserve."""
    if row.channel is None or row.chat_id is None:
        return
    debt = Debt(
        dedupe_key=f"{ORGANISATION_ANSWERED}:{row.id}:{now:%Y%m%d%H%M%S}",
        channel=row.channel,
        chat_id=row.chat_id,
        centre=row.centre,
        kind=ORGANISATION_ANSWERED,
        payload={"organisation": row.id, "state": row.state},
        priority=Priority.PERSONAL,
        expires_at=now + _FACTS,
    )
    await owe_these(session, [debt], now=now)


async def _owe_keepers(
    session: AsyncSession,
    now: datetime,
    kind: str,
    centre: str,
    which: str,
    payload: dict[str, Any],
    expires_at: datetime,
) -> None:
    """To everybody at the centre's desk, each on one channel: who looks first, answers."""
    rows = await session.exec(
        select(Address.account_id, Address.channel, Address.chat_id)
        .join(Grant, col(Grant.account_id) == col(Address.account_id))
        .where(
            col(Grant.centre) == centre,
            col(Grant.role).in_([role.value for role in DESK]),
            col(Address.blocked_at).is_(None),
        )
        .order_by(col(Address.channel), col(Address.chat_id))
    )
    at = {account_id: (channel, chat_id) for account_id, channel, chat_id in reversed(rows.all())}
    debts = [
        Debt(
            dedupe_key=f"{kind}:{which}:{account_id}",
            channel=channel,
            chat_id=chat_id,
            centre=centre,
            kind=kind,
            payload={**payload, "account": account_id},
            priority=Priority.PERSONAL,
            expires_at=expires_at,
        )
        for account_id, (channel, chat_id) in at.items()
    ]
    await owe_these(session, debts, now=now)
