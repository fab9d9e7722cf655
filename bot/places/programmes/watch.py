"""What nobody has to remember: whether it can start, invitations without an answer, talks given back, what is over."""

from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import exists
from sqlmodel import col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.clock import Clock
from bot.errors import OkienkoError
from bot.places.programmes import keepers, members, telling
from bot.places.programmes.words import LIVE, Standing, State
from bot.storage import Database, writing
from bot.storage.tables import Booking, Programme, ProgrammeCandidate, ProgrammeLink, ProgrammeMeeting, Slot

KEEP: Final = timedelta(days=30)
"""So long after a programme is over, or somebody left, it is known who was in it."""
_AT_ONCE: Final = 20


class Watch:
    """`tick` is called every few seconds. One programme a transaction."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def tick(self) -> None:
        """Do what is due; most of the time that is nothing, and nothing is written."""
        now = self._clock()
        async with self._database.session() as session:
            due = set[int]()
            for query in (_due(now), _lapsed(now), _given_back()):
                due |= {*(await session.exec(query)).all()}
        for programme_id in sorted(due):
            async with self._database.transaction() as session:
                await see_to(session, now, programme_id)


async def see_to(session: AsyncSession, now: datetime, programme_id: int) -> None:
    """All that is due of one programme. The caller commits."""
    try:
        programme = await keepers.locked(session, programme_id)
    except OkienkoError:
        return
    if programme.state not in LIVE:
        return
    found = await members.meetings(session, programme_id)
    if not found or found[-1].ends_at <= now:
        programme.state, programme.ended_at = State.ENDED.value, now
    elif programme.state == State.GATHERING and found[0].starts_at <= now:
        programme.state = State.RUNNING.value  # nobody decided: it takes place as it was booked
    elif programme.state == State.GATHERING and programme.asked_at is None and (programme.decide_at or now) <= now:
        programme.asked_at = now
        await telling.owe_decide(session, now, programme, found[0].starts_at)
    session.add(programme)
    await session.flush()
    lapsed = [
        each
        for each in await members.standing(session, programme_id, [Standing.INVITED.value])
        if each.invited_until is not None and each.invited_until <= now
    ]
    for candidate in lapsed:
        members.put(session, now, candidate, Standing.LEFT)
    await session.flush()
    await telling.owe_news(session, now, programme, "lapsed", lapsed)
    if lapsed:
        await members.refill(session, now, programme)
    rows = await session.exec(_talks_given_back().where(col(ProgrammeCandidate.programme_id) == programme_id))
    for candidate in rows.all():
        members.put(session, now, candidate, Standing.INTERESTED)
        candidate.talk_at, candidate.talk_id = None, None
        session.add(candidate)
        await session.flush()
        await telling.owe_task(session, now, programme, "other-hour", candidate)


async def forget_old(session: AsyncSession, now: datetime) -> None:
    """Who was in what is long over, who left, drafts that nobody opened, links that are too old. The caller commits."""
    await writing(session)
    over = select(Programme.id).where(col(Programme.ended_at) < now - KEEP)
    left = (Standing.LEFT.value, Standing.DECLINED.value)
    away = col(ProgrammeCandidate.state).in_(left) & (col(ProgrammeCandidate.changed_at) < now - KEEP)
    for old in (
        delete(ProgrammeCandidate).where(col(ProgrammeCandidate.programme_id).in_(over) | away),
        delete(ProgrammeLink).where(col(ProgrammeLink.made_at) < now - keepers.VALID),
        delete(Programme).where(col(Programme.state) == State.DRAFT.value, col(Programme.made_at) < now - KEEP),
    ):
        await session.exec(old.execution_options(synchronize_session=False))


def _due(now: datetime) -> Any:
    """To be asked about, begun, or over."""
    in_it = (
        select(ProgrammeMeeting.slot_id)
        .join(Slot, col(Slot.id) == col(ProgrammeMeeting.slot_id))
        .where(col(ProgrammeMeeting.programme_id) == col(Programme.id), col(Slot.withdrawn_at).is_(None))
    )
    begun = exists(in_it.where(col(Slot.starts_at) <= now))
    to_come = exists(in_it.where(col(Slot.ends_at) > now))
    gathering = col(Programme.state) == State.GATHERING.value
    return (
        select(Programme.id)
        .where(col(Programme.state).in_(LIVE))
        .where(
            ~to_come
            | (gathering & begun)
            | (gathering & col(Programme.asked_at).is_(None) & (col(Programme.decide_at) <= now))
        )
        .order_by(col(Programme.id))
        .limit(_AT_ONCE)
    )


def _talks_given_back(what: Any = ProgrammeCandidate) -> Any:
    """Those who cancelled their first talk as any booking is cancelled."""
    return (
        select(what)
        .select_from(ProgrammeCandidate)
        .join(Programme, col(Programme.id) == col(ProgrammeCandidate.programme_id))
        .join(Booking, col(Booking.id) == col(ProgrammeCandidate.talk_id))
        .where(
            col(ProgrammeCandidate.state) == Standing.TALKED.value,
            col(Booking.seat_no).is_(None),
            col(Programme.state).in_(LIVE),
        )
    )


def _given_back() -> Any:
    return _talks_given_back(ProgrammeCandidate.programme_id).limit(_AT_ONCE)


def _lapsed(now: datetime) -> Any:
    return (
        select(ProgrammeCandidate.programme_id)
        .join(Programme, col(Programme.id) == col(ProgrammeCandidate.programme_id))
        .where(
            col(ProgrammeCandidate.state) == Standing.INVITED.value,
            col(ProgrammeCandidate.invited_until) <= now,
            col(Programme.state).in_(LIVE),
        )
        .limit(_AT_ONCE)
    )
