"""An announcement's life: composed, confirmed once, sent when due, stopped, corrected, recalled.

Only organisers of the centre get past `own`; it is asked again at every step and when it is sent.
"""

from collections.abc import Collection, Iterator, Sequence
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlmodel import col, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.announcements.audiences import reach
from bot.announcements.content import Content
from bot.announcements.recurrence import moments
from bot.announcements.rule import DaysOff, Rule
from bot.announcements.when import When
from bot.clock import WARSAW
from bot.errors import OkienkoError
from bot.outbox.owed import cancel
from bot.outbox.quiet import allowed_moment
from bot.people.roles import is_organiser
from bot.storage import writing
from bot.storage.tables import Announcement, AnnouncementRun, ClosingDay, Event, Grant, Role


class Stage(StrEnum):
    """Where an announcement stands."""

    DRAFT = "draft"
    WAITING = "waiting"
    """For a second organiser's yes."""
    PLANNED = "planned"
    DONE = "done"
    STOPPED = "stopped"
    RECALLED = "recalled"


class RunState(StrEnum):
    """Where one time of going out stands."""

    PLANNED = "planned"
    OWING = "owing"
    """Its messages are being written down, in pieces."""
    SENDING = "sending"
    DONE = "done"
    STOPPED = "stopped"


_MOMENT = timedelta(microseconds=1)


def batch(run_id: int) -> str:
    """The outbox's name of a run's messages."""
    return f"announcement:{run_id}"


async def own(session: AsyncSession, account_id: int, announcement_id: int, *, to_change: bool = False) -> Announcement:
    """An announcement as the database has it now, for an organiser of its centre.

    ``to_change`` makes everybody else who changes it wait until the transaction ends (call `writing`
    first). Raises `OkienkoError` for who does not organise the centre, and for an announcement that
    does not exist: outsiders learn nothing.
    """
    announcement = await session.get(
        Announcement, announcement_id, populate_existing=True, with_for_update=to_change or None
    )
    if announcement is None or not await is_organiser(session, account_id, announcement.centre):
        raise OkienkoError("announce-refused")
    return announcement


async def closed_days(session: AsyncSession, centre: str, *, also: Collection[date] = ()) -> frozenset[date]:
    """The days on which a centre is closed, beside weekends and public holidays; ``also`` are those on its card."""
    return frozenset(await session.exec(select(col(ClosingDay.day)).where(col(ClosingDay.centre) == centre))).union(
        also
    )


def when_of(announcement: Announcement, closed: Collection[date] = ()) -> When | None:
    """The moment that was chosen, as it was understood; None for "now" and while there is none.

    Of a repetition the first time, where its rule puts it when that falls on a day off (``closed`` are
    the centre's own).
    """
    if announcement.start_at is None:
        return None
    first = next(_occurrences(announcement, announcement.start_at - _MOMENT, closed), announcement.start_at)
    return When(first, first.astimezone(WARSAW).replace(tzinfo=None), _rule(announcement), announcement.until)


def goes_out(announcement: Announcement, now: datetime, closed: Collection[date] = ()) -> datetime | None:
    """The first moment at which it would go out, moved out of quiet hours and days off.

    None when the moment that was chosen is over, or no day is left.
    """
    wanted = now if announcement.at_once else announcement.start_at
    if wanted is None or (wanted <= now and not announcement.at_once):
        return None
    if not announcement.at_once and announcement.rule:
        wanted = next(_occurrences(announcement, now, closed), None)
    return wanted if announcement.urgent or wanted is None else allowed_moment(wanted, now)


async def confirm(
    session: AsyncSession,
    now: datetime,
    account_id: int,
    announcement_id: int,
    *,
    second_yes_from: int | None = None,
    closed: Collection[date] = (),
) -> Stage:
    """Send it: once, however many press. Returns the stage it is in now.

    Where it reaches at least ``second_yes_from`` messages, it waits for another organiser. ``closed``
    are the days off on the centre's card. Raises `OkienkoError` for outsiders, no audience, nobody
    reached, a moment that has passed meanwhile, a repetition of days off alone, and an event that is
    called off or over.
    """
    await writing(session)
    announcement = await own(session, account_id, announcement_id, to_change=True)
    if announcement.state != Stage.DRAFT:
        return Stage(announcement.state)
    _check_when(announcement, now)
    if await event_is_over(session, announcement, now):
        raise OkienkoError("event-gone")
    Content.read(announcement.content).check()
    if not announcement.audiences:
        raise OkienkoError("announce-no-audience")
    messages = (await reach(session, announcement.centre, announcement.audiences)).messages
    if not messages:
        raise OkienkoError("announce-nobody")
    if second_yes_from is not None and messages >= second_yes_from:
        if not await others(session, announcement.centre, account_id):
            raise OkienkoError("announce-no-second")
        return await _move(session, announcement, now, Stage.DRAFT, Stage.WAITING)
    return await _plan(session, announcement, now, Stage.DRAFT, closed)


async def second_yes(
    session: AsyncSession, now: datetime, account_id: int, announcement_id: int, *, closed: Collection[date] = ()
) -> Stage:
    """Another organiser agrees. Raises `OkienkoError` for outsiders, for the author, and as `confirm` does.

    Also when the author organises the centre no more: it would be stopped when it is to go out.
    """
    await writing(session)
    announcement = await own(session, account_id, announcement_id, to_change=True)
    if announcement.state != Stage.WAITING:
        return Stage(announcement.state)
    if announcement.author == account_id:
        raise OkienkoError("announce-second-same")
    if announcement.author is None or not await is_organiser(session, announcement.author, announcement.centre):
        raise OkienkoError("announce-author-left")
    _check_when(announcement, now)
    announcement.confirmed_by = account_id
    return await _plan(session, announcement, now, Stage.WAITING, closed)


async def back_to_draft(session: AsyncSession, now: datetime, account_id: int, announcement_id: int) -> Stage:
    """The second organiser says no, or the author takes it back before that."""
    await writing(session)
    announcement = await own(session, account_id, announcement_id, to_change=True)
    return await _move(session, announcement, now, Stage.WAITING, Stage.DRAFT)


async def stop(session: AsyncSession, now: datetime, account_id: int, announcement_id: int) -> int:
    """Nothing more of it goes out. Returns how many messages were still waiting."""
    await writing(session)
    announcement = await own(session, account_id, announcement_id, to_change=True)
    if announcement.state == Stage.DRAFT:
        raise OkienkoError("announce-not-sent-yet")
    return await halt(session, now, announcement, None)


async def halt(session: AsyncSession, now: datetime, announcement: Announcement, because: str | None) -> int:
    """`stop` without a person: a role that was lost, a moment long past."""
    waiting = await _stop_runs(session, now, announcement)
    if announcement.state in (Stage.PLANNED, Stage.WAITING) or (announcement.state == Stage.DONE and waiting):
        await save(session, announcement, now, state=Stage.STOPPED, stopped_because=because)
    return waiting


async def correct(
    session: AsyncSession, now: datetime, account_id: int, announcement_id: int, text: str, entities: Sequence[Any]
) -> Announcement:
    """Other words: for what is not sent yet at once, for what was delivered as edits (`herald`).

    What a second organiser was asked about, or agreed to, and has not gone out yet, is a draft again: they
    have not seen these words. Raises `OkienkoError` for outsiders, words that do not fit, and what was recalled.
    """
    await writing(session)
    announcement = await own(session, account_id, announcement_id, to_change=True)
    if announcement.state == Stage.RECALLED:
        raise OkienkoError("announce-recalled-already")
    old = Content.read(announcement.content)
    content = Content(text, tuple(entities), old.pieces, old.signature, old.album)
    content.check()
    out = await latest_run(session, announcement_id)
    if announcement.state == Stage.WAITING or (announcement.confirmed_by and not out):
        await _stop_runs(session, now, announcement)
        await save(session, announcement, now, state=Stage.DRAFT, confirmed_by=None)
    return await save(
        session,
        announcement,
        now,
        content=content.row(),
        revision=announcement.revision + 1,
        chore="correct" if out else announcement.chore,
    )


async def recall(session: AsyncSession, now: datetime, account_id: int, announcement_id: int) -> None:
    """Take it back: what waits is not sent, what was delivered is deleted where the messenger lets us."""
    await writing(session)
    announcement = await own(session, account_id, announcement_id, to_change=True)
    if announcement.state in (Stage.DRAFT, Stage.WAITING):
        raise OkienkoError("announce-not-sent-yet")
    if announcement.state == Stage.RECALLED:
        return
    await _stop_runs(session, now, announcement)
    await save(session, announcement, now, state=Stage.RECALLED, chore="recall")


async def listed(session: AsyncSession, centre: str, account_id: int, skip: int, most: int) -> list[Announcement]:
    """A centre's announcements, the latest first; drafts only their author's."""
    rows = await session.exec(
        select(Announcement)
        .where(col(Announcement.centre) == centre)
        .where((col(Announcement.state) != Stage.DRAFT) | (col(Announcement.author) == account_id))
        .order_by(col(Announcement.changed_at).desc(), col(Announcement.id).desc())
        .offset(skip)
        .limit(most)
    )
    return list(rows)


async def latest_run(session: AsyncSession, announcement_id: int) -> AnnouncementRun | None:
    """The last time that it went out, or is going out now."""
    rows = await session.exec(
        select(AnnouncementRun)
        .where(col(AnnouncementRun.announcement_id) == announcement_id, col(AnnouncementRun.state) != RunState.PLANNED)
        .order_by(col(AnnouncementRun.at).desc())
        .limit(1)
    )
    return rows.first()


async def next_run(session: AsyncSession, announcement_id: int) -> AnnouncementRun | None:
    """The next time that it will go out."""
    rows = await session.exec(
        select(AnnouncementRun)
        .where(col(AnnouncementRun.announcement_id) == announcement_id, col(AnnouncementRun.state) == RunState.PLANNED)
        .order_by(col(AnnouncementRun.at))
        .limit(1)
    )
    return rows.first()


def goes_out_again(announcement: Announcement, after: datetime, closed: Collection[date] = ()) -> datetime | None:
    """The next moment (UTC) after ``after`` at which a repetition goes out; None when there is none.

    Quiet hours move an occurrence to the evening before whatever the hour is now, so that the same one
    is never found twice: not by who looks a second late on that evening.
    """
    for occurrence in _occurrences(announcement, after, closed):
        at = occurrence if announcement.urgent else allowed_moment(occurrence, occurrence - timedelta(days=1))
        if at is not None and at > after:
            return at
    return None


async def add_run(session: AsyncSession, announcement: Announcement, at: datetime) -> None:
    """One more time to go out; harmless when it is there already."""
    assert announcement.id is not None
    there = await session.exec(
        select(AnnouncementRun.id).where(
            col(AnnouncementRun.announcement_id) == announcement.id, col(AnnouncementRun.at) == at
        )
    )
    if there.first() is None:
        session.add(AnnouncementRun(announcement_id=announcement.id, at=at, state=RunState.PLANNED))
        await session.flush()


def _rule(announcement: Announcement) -> Rule | None:
    stored = announcement.rule
    if not stored:
        return None
    days_off = DaysOff(stored.get("days_off", DaysOff.KEEP))
    return Rule(**(stored | {"weekdays": tuple(stored["weekdays"]), "days_off": days_off}))


def _occurrences(announcement: Announcement, after: datetime, closed: Collection[date]) -> Iterator[datetime]:
    rule = _rule(announcement)
    if rule is None or announcement.start_at is None:
        return iter(())
    first = announcement.start_at.astimezone(WARSAW)
    return moments(rule, first.date(), first.time(), after=after, until=announcement.until, closed=closed)


def _check_when(announcement: Announcement, now: datetime) -> None:
    if announcement.at_once:
        return
    if announcement.start_at is None:
        raise OkienkoError("announce-no-when")
    if announcement.start_at <= now:
        raise OkienkoError("announce-when-passed")


async def event_is_over(session: AsyncSession, announcement: Announcement, now: datetime) -> bool:
    """Whether it invites to an event that is called off, over or gone."""
    if announcement.event_id is None:
        return False
    event = await session.get(Event, announcement.event_id, populate_existing=True)
    return event is None or event.cancelled_at is not None or event.ends_at <= now


async def _plan(
    session: AsyncSession, announcement: Announcement, now: datetime, before: Stage, closed: Collection[date]
) -> Stage:
    at = goes_out(announcement, now, await closed_days(session, announcement.centre, also=closed))
    if at is None:
        raise OkienkoError("announce-no-day-left")
    stage = await _move(session, announcement, now, before, Stage.PLANNED)
    await add_run(session, announcement, at)
    return stage


async def _move(session: AsyncSession, announcement: Announcement, now: datetime, before: Stage, after: Stage) -> Stage:
    """A guarded step: of two who press together, one makes it."""
    done = await session.exec(
        update(Announcement)
        .where(col(Announcement.id) == announcement.id, col(Announcement.state) == before)
        .values(state=after, changed_at=now)
        .execution_options(synchronize_session=False)
    )
    if done.rowcount:
        announcement.state, announcement.changed_at = after, now
        session.add(announcement)
        await session.flush()
    else:
        await session.refresh(announcement)
    return Stage(announcement.state)


async def _stop_runs(session: AsyncSession, now: datetime, announcement: Announcement) -> int:
    rows = await session.exec(
        select(AnnouncementRun)
        .where(
            col(AnnouncementRun.announcement_id) == announcement.id,
            col(AnnouncementRun.state).in_([RunState.PLANNED, RunState.OWING, RunState.SENDING]),
        )
        .order_by(col(AnnouncementRun.id))
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    waiting = 0
    for run in rows.all():
        assert run.id is not None
        waiting += await cancel(session, now=now, batch=batch(run.id))
        if run.state != RunState.SENDING:  # what is on the line still arrives, and is counted
            run.state, run.finished_at = RunState.STOPPED, now
            session.add(run)
    await session.flush()
    return waiting


async def save(session: AsyncSession, announcement: Announcement, now: datetime, **values: Any) -> Announcement:
    """Change an announcement and when it was changed."""
    for name, value in values.items():
        setattr(announcement, name, value)
    announcement.changed_at = now
    session.add(announcement)
    await session.flush()
    return announcement


async def others(session: AsyncSession, centre: str, account_id: int) -> list[int]:
    """A centre's other organisers."""
    rows = await session.exec(
        select(Grant.account_id).where(
            col(Grant.centre) == centre,
            col(Grant.role) == Role.ORGANISER.value,
            col(Grant.account_id) != account_id,
        )
    )
    return list(rows)
