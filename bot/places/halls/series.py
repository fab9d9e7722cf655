"""Recurring use by an organisation: previewed, asked, answered, given back; and wishes for next year's plan.

Days are counted on local clocks, so the hour stays the same over the nights in which the clocks change.
Holidays and closing days are left out and named, and so is what is taken already.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Final
from zlib import crc32

from sqlmodel import col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.errors import OkienkoError
from bot.places import attendees, permission
from bot.places import booking as bookings
from bot.places.booking import Booker
from bot.places.halls import organisations, rules, telling
from bot.places.halls.free import Wanted, busy, days_of, refuse
from bot.places.halls.reserving import checked_purpose, checked_why, free_again, let_first_days_lapse, slot_for
from bot.places.halls.rules import Place
from bot.places.halls.states import DOOR, FAR, FAR_PLAN, MOST_DAYS, Answer, SeriesState
from bot.places.hours import local
from bot.places.locks import lock
from bot.places.states import LIVE
from bot.storage import writing
from bot.storage.tables import Attendee, Booking, HallSeries, Organisation, Reservation, Slot

_SKIPS: Final = {"halls-no-hour": "clock", "halls-outside": "hours", "halls-no-block": "hours"}
"""Refusals of one day for which that day is left out, and what is said of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What somebody asks for. ``weekdays`` from 0 for Monday; hours on local clocks."""

    room_id: int
    weekdays: tuple[int, ...]
    opens_at: time
    closes_at: time
    first_day: date
    last_day: date
    purpose: str


@dataclass(slots=True)
class Preview:
    """What a recurring use would mean today."""

    days: list[date] = field(default_factory=list)
    """Those that can be had."""
    skipped: dict[date, str] = field(default_factory=dict)
    """Days on which the room is closed, and why: ``holiday``, ``closed``, ``hours``, ``clock``."""
    taken: dict[date, datetime] = field(default_factory=dict)
    """Days on which something is there already, and when that begins."""

    @property
    def seen(self) -> int:
        """Stands for the days that can be had: another number now means that somebody was faster."""
        return crc32(",".join(day.isoformat() for day in self.days).encode()) & 0xFFFF


async def draft(
    session: AsyncSession,
    now: datetime,
    booker: Booker,
    centre: str,
    rule: Rule,
    plan_year: int | None = None,
) -> HallSeries:
    """Keep what was typed, to be looked at. With a ``plan_year`` it is a wish at once: nothing is held yet.

    Raises `OkienkoError` ``halls-gone``, ``halls-series-organisations``, ``halls-purpose``,
    ``halls-wrong-span``, ``halls-far``, ``halls-many-days`` (``most``).
    """
    await writing(session)
    place = await rules.one(session, centre, rule.room_id)
    speaks = await organisations.approved(session, booker.account_id, centre)
    if place.hall.closed_at is not None:
        raise OkienkoError("halls-gone")
    if speaks is None and not await permission.is_desk(session, booker.account_id, centre):
        raise OkienkoError("halls-series-organisations")
    far = local(now).date() + (FAR_PLAN if plan_year else FAR)
    if not rule.weekdays or rule.opens_at >= rule.closes_at or rule.first_day > rule.last_day:
        raise OkienkoError("halls-wrong-span", hours=Wanted(rule.first_day, rule.opens_at, rule.closes_at).hours)
    if rule.last_day > far:
        raise OkienkoError("halls-far", days=(FAR_PLAN if plan_year else FAR).days)
    if sum(1 for _ in days_of(rule.weekdays, rule.first_day, rule.last_day)) > MOST_DAYS:
        raise OkienkoError("halls-many-days", most=MOST_DAYS)
    old = delete(HallSeries).where(
        col(HallSeries.account_id) == booker.account_id, col(HallSeries.state) == SeriesState.DRAFT.value
    )
    await session.exec(old.execution_options(synchronize_session=False))
    series = HallSeries(
        centre=centre,
        room_id=rule.room_id,
        account_id=booker.account_id,
        organisation_id=speaks.id if speaks else None,
        channel=booker.channel,
        chat_id=booker.chat_id,
        weekdays=sorted(set(rule.weekdays)),
        opens_at=rule.opens_at,
        closes_at=rule.closes_at,
        first_day=rule.first_day,
        last_day=rule.last_day,
        purpose=checked_purpose(rule.purpose),
        plan_year=plan_year,
        state=(SeriesState.WISH if plan_year else SeriesState.DRAFT).value,
        made_at=now,
    )
    session.add(series)
    await session.flush()
    if plan_year:
        await telling.owe_series_asked(session, now, series)
    return series


async def preview(session: AsyncSession, now: datetime, series: HallSeries, of_card: Collection[date] = ()) -> Preview:
    """Which of its days can be had today, and what of the others."""
    place = await rules.one(session, series.centre, series.room_id)
    first = max(series.first_day, local(now).date())
    found = Preview()
    if first > series.last_day:
        return found
    off = await rules.days_off(session, series.centre, first, series.last_day, of_card)
    taken = await busy(session, place, first, series.last_day)
    tidy = timedelta(minutes=0 if place.hall.desks else place.hall.buffer_minutes)
    for day in days_of(series.weekdays, first, series.last_day):
        why = off.why(place, day)
        if why:
            found.skipped[day] = "hours" if why == "weekday" else why
            continue
        try:
            starts, ends = refuse(place, off, now, Wanted(day, series.opens_at, series.closes_at))
        except OkienkoError as error:
            if error.key == "halls-past":
                continue
            if error.key not in _SKIPS:
                raise
            found.skipped[day] = _SKIPS[error.key]
            continue
        meets = [each for each in taken if each.starts_at < ends + tidy and starts < each.until]
        if place.hall.desks:
            meets = [
                each
                for each in meets
                if not (
                    each.desk and (each.starts_at, each.ends_at) == (starts, ends) and each.taken < place.hall.desks
                )
            ]
        if meets:
            found.taken[day] = meets[0].starts_at
        else:
            found.days.append(day)
    return found


async def ask(
    session: AsyncSession,
    now: datetime,
    account_id: int,
    series_id: int,
    seen: int,
    of_card: Collection[date] = (),
) -> int:
    """Hold the days of a draft that can be had: how many. A second tap holds nothing more.

    Raises `OkienkoError` ``places-not-yours``, ``halls-changed-meanwhile`` when other days can be had now
    than were ``seen``, ``halls-nothing-free``, ``halls-answered-already``, and as `draft` who may no longer.
    """
    series = await _locked(session, series_id)
    if series.account_id != account_id:
        raise OkienkoError("places-not-yours")
    if series.state != SeriesState.DRAFT:
        raise OkienkoError("halls-answered-already", state=series.state)
    place = await rules.one(session, series.centre, series.room_id)
    keeper = await permission.is_desk(session, account_id, series.centre)
    if place.hall.closed_at is not None:
        raise OkienkoError("halls-gone")
    if not keeper and await organisations.approved(session, account_id, series.centre) is None:
        raise OkienkoError("halls-series-organisations")
    asks = place.hall.needs_yes and not keeper
    held = await _hold(session, now, series, seen, of_card, Answer.ASKED if asks else Answer.YES)
    series.state = (SeriesState.ASKED if asks else SeriesState.YES).value
    if asks:
        today = local(now).date()
        off = await rules.days_off(session, series.centre, today, today + timedelta(days=30), of_card)
        series.answer_by = rules.answer_by(now, held[-1], off)
        await let_first_days_lapse(session, series)
    session.add(series)
    await session.flush()
    if asks:
        await telling.owe_series_asked(session, now, series)
    return len(held)


async def answer(
    session: AsyncSession,
    now: datetime,
    account_id: int,
    series_id: int,
    yes: bool,
    why: str = "",
    *,
    seen: int = 0,
    of_card: Collection[date] = (),
) -> HallSeries:
    """The keeper's yes or no to all of it: to what is held, or to a wish, whose free days are held now.

    Raises `OkienkoError` ``halls-refused``, ``halls-answered-already``, and of a wish what `ask` raises.
    """
    await writing(session)
    there = await session.get(HallSeries, series_id)
    if there is None:
        raise OkienkoError("halls-refused")
    await rules.refuse_strangers(session, account_id, there.centre)
    series = await _locked(session, series_id)
    if series.state not in (SeriesState.ASKED, SeriesState.WISH):
        raise OkienkoError("halls-answered-already", state=series.state)
    series.why = None if yes else checked_why(why)
    if series.state == SeriesState.WISH:
        if yes:
            await _hold(session, now, series, seen, of_card, Answer.YES)
    else:
        await _close(session, now, account_id, series, Answer.YES if yes else Answer.NO)
    series.state = (SeriesState.YES if yes else SeriesState.NO).value
    series.answered_at, series.answered_by, series.answer_by = now, account_id, None
    session.add(series)
    await session.flush()
    await telling.owe_series_answered(session, now, series)
    return series


async def lapse(session: AsyncSession, now: datetime, series_id: int) -> bool:
    """Nobody answered in time: its days are free again and both sides are told. Whether it was so."""
    await writing(session)
    series = await _locked(session, series_id)
    if series.state != SeriesState.ASKED or series.answer_by is None or series.answer_by > now:
        return False
    await _close(session, now, None, series, Answer.LATE)
    series.state, series.answer_by = SeriesState.LATE.value, None
    session.add(series)
    await session.flush()
    await telling.owe_series_answered(session, now, series)
    await telling.owe_series_late(session, now, series)
    return True


async def give_back(session: AsyncSession, now: datetime, account_id: int, series_id: int) -> int:
    """End it from now on: how many days became free. A wish or a draft is forgotten.

    Raises `OkienkoError` ``places-not-yours``.
    """
    series = await _locked(session, series_id)
    if series.account_id != account_id and not await permission.is_desk(session, account_id, series.centre):
        raise OkienkoError("places-not-yours")
    freed = 0
    if series.state in (SeriesState.ASKED, SeriesState.YES):
        for booking_id in await _to_come(session, now, series):
            await bookings.cancel(session, now, booking_id, by=account_id)
            freed += 1
    if series.state not in (SeriesState.NO, SeriesState.LATE):
        series.state, series.answer_by = SeriesState.ENDED.value, None
    session.add(series)
    await session.flush()
    return freed


async def one(session: AsyncSession, account_id: int, series_id: int) -> tuple[HallSeries, Place, Organisation | None]:
    """A recurring use for whose it is and for the keeper. Raises `OkienkoError` ``places-not-yours``."""
    series = await session.get(HallSeries, series_id, populate_existing=True)
    if series is None or (
        series.account_id != account_id and not await permission.is_desk(session, account_id, series.centre)
    ):
        raise OkienkoError("places-not-yours")
    organisation = await session.get(Organisation, series.organisation_id) if series.organisation_id else None
    return series, await rules.one(session, series.centre, series.room_id), organisation


async def of_account(session: AsyncSession, account_id: int, centre: str, year: int | None = None) -> list[HallSeries]:
    """An account's recurring uses in a centre, or its wishes for a year's plan."""
    query = select(HallSeries).where(
        col(HallSeries.account_id) == account_id,
        col(HallSeries.centre) == centre,
        col(HallSeries.state).not_in([SeriesState.DRAFT.value, SeriesState.ENDED.value]),
    )
    if year is not None:
        query = query.where(col(HallSeries.plan_year) == year)
    rows = await session.exec(query.order_by(col(HallSeries.id)).limit(30).execution_options(populate_existing=True))
    return list(rows.all())


async def waiting(session: AsyncSession, account_id: int, centre: str) -> list[HallSeries]:
    """Recurring uses that wait for a keeper. Raises `OkienkoError` ``halls-refused``."""
    await rules.refuse_strangers(session, account_id, centre)
    rows = await session.exec(
        select(HallSeries)
        .where(col(HallSeries.centre) == centre, col(HallSeries.state) == SeriesState.ASKED.value)
        .order_by(col(HallSeries.answer_by))
        .limit(20)
        .execution_options(populate_existing=True)
    )
    return list(rows.all())


async def _hold(
    session: AsyncSession,
    now: datetime,
    series: HallSeries,
    seen: int,
    of_card: Collection[date],
    state: Answer,
) -> list[datetime]:
    """Reserve every day that can be had; their beginnings."""
    place = await rules.locked(session, series.room_id)
    if series.account_id is None:
        raise OkienkoError("halls-given-back")
    found = await preview(session, now, series, of_card)
    if not found.days:
        raise OkienkoError("halls-nothing-free")
    if found.seen != seen:
        raise OkienkoError("halls-changed-meanwhile")
    attendee = await attendees.of_account(session, now, series.account_id, series.centre)
    assert attendee.id is not None
    booker = Booker(series.account_id, series.channel, series.chat_id)
    held = []
    for day in found.days:
        starts, ends = Wanted(day, series.opens_at, series.closes_at).times()
        slot_id = await slot_for(session, now, place, starts, ends)
        # Who speaks for an organisation need not be there each time.
        done = await bookings.book(session, now, slot_id, attendee.id, booker, beside=True, door=DOOR)
        if done.again:
            continue
        session.add(
            Reservation(
                booking_id=done.booking.id or 0,
                centre=series.centre,
                room_id=series.room_id,
                organisation_id=series.organisation_id,
                series_id=series.id,
                purpose=series.purpose,
                state=state.value,
                asked_at=now,
            )
        )
        held.append(starts)
    if not held:  # desks that they have already
        raise OkienkoError("halls-nothing-free")
    await session.flush()
    return held


async def _close(session: AsyncSession, now: datetime, by: int | None, series: HallSeries, state: Answer) -> None:
    """Answer every reservation of it that waits."""
    rows = await session.exec(
        select(Reservation.booking_id).where(
            col(Reservation.series_id) == series.id, col(Reservation.state) == Answer.ASKED.value
        )
    )
    for booking_id in rows.all():
        row = await session.get_one(Reservation, booking_id, populate_existing=True)
        row.state, row.answered_at, row.answered_by = state.value, now, by
        session.add(row)
        if state is Answer.YES:
            continue
        booking = await session.get_one(Booking, booking_id, populate_existing=True)
        await lock(session, Attendee, [booking.attendee_id])
        slot = (await lock(session, Slot, [booking.slot_id]))[booking.slot_id]
        booking = await session.get_one(Booking, booking_id, populate_existing=True)
        if booking.seat_no is not None and booking.state in LIVE and slot.ends_at > now:
            await free_again(session, now, booking, slot)
    await session.flush()


async def _to_come(session: AsyncSession, now: datetime, series: HallSeries) -> Sequence[int]:
    rows = await session.exec(
        select(Booking.id)
        .join(Reservation, col(Reservation.booking_id) == col(Booking.id))
        .where(
            col(Reservation.series_id) == series.id,
            col(Booking.seat_no).is_not(None),
            col(Booking.state).in_(LIVE),
            col(Booking.starts_at) > now,
        )
        .order_by(col(Booking.id))
    )
    return [each for each in rows.all() if each is not None]


async def _locked(session: AsyncSession, series_id: int) -> HallSeries:
    """A recurring use as it is now; whoever decides on it waits from here on. Its room is locked first."""
    await writing(session)
    series = await session.get(HallSeries, series_id)
    if series is None:
        raise OkienkoError("places-not-yours")
    await rules.locked(session, series.room_id)
    return await session.get_one(HallSeries, series_id, populate_existing=True)
