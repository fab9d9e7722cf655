"""Requests that nobody answers lapse: looked up and done by the scheduler's alarms."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.clock import Clock
from bot.places.halls import reserving, series
from bot.places.halls.states import Answer, SeriesState
from bot.storage import Database
from bot.storage.tables import HallSeries, Reservation

_SOON: Final = timedelta(hours=1)
_AT_ONCE: Final = 100


class Watch:
    """Which requests lapse within the hour, and letting one lapse."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def requests_due(self, session: AsyncSession, now: datetime) -> Iterable[tuple[int, datetime]]:
        rows = await session.exec(
            select(Reservation.booking_id, Reservation.answer_by)
            .where(col(Reservation.state) == Answer.ASKED.value, col(Reservation.answer_by) <= now + _SOON)
            .order_by(col(Reservation.answer_by))
            .limit(_AT_ONCE)
        )
        return [(booking_id, at) for booking_id, at in rows.all() if at is not None]

    async def lapse(self, booking_id: int) -> None:
        async with self._database.transaction() as session:
            await reserving.lapse(session, self._clock(), booking_id)

    async def series_due(self, session: AsyncSession, now: datetime) -> Iterable[tuple[int, datetime]]:
        rows = await session.exec(
            select(HallSeries.id, HallSeries.answer_by)
            .where(col(HallSeries.state) == SeriesState.ASKED.value, col(HallSeries.answer_by) <= now + _SOON)
            .order_by(col(HallSeries.answer_by))
            .limit(_AT_ONCE)
        )
        return [(series_id, at) for series_id, at in rows.all() if series_id is not None and at is not None]

    async def lapse_series(self, series_id: int) -> None:
        async with self._database.transaction() as session:
            await series.lapse(session, self._clock(), series_id)
