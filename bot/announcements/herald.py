"""What makes announcements happen: due runs become owed messages, organisers are told how it goes.

Woken by alarms (`bot.scheduler`), in any number of processes: every step is a guarded change or a row
with a key of its own, so doing it twice, or again after a crash, changes nothing.
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Collection, Iterable
from datetime import date, datetime, timedelta
from typing import Any

import structlog
from sqlmodel import col, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.announcements import report
from bot.announcements.announcements import (
    RunState,
    Stage,
    add_run,
    batch,
    closed_days,
    event_is_over,
    goes_out_again,
    halt,
    latest_run,
    next_run,
)
from bot.announcements.audiences import recipients
from bot.announcements.content import Content
from bot.announcements.kinds import ANNOUNCEMENT, CORRECTION, PROGRESS, RECALL, TOLD
from bot.clock import Clock
from bot.outbox.owed import Debt, owe, owe_many
from bot.outbox.report import chats_in
from bot.outbox.states import Priority, State
from bot.people.roles import is_organiser
from bot.storage import Database, writing
from bot.storage.tables import Announcement, AnnouncementFile, AnnouncementRun, Event, OwedMessage

log = structlog.get_logger(__name__)

TOO_LATE = timedelta(hours=12)
"""A moment missed by more than this (nothing was running) is not made up for: the organiser is told."""
OVER = timedelta(days=1)
"""So long after its moment what is still waiting is not sent any more."""
FETCHING = timedelta(minutes=5)
"""So long a file is fetched again and again; then the words go without it (bots get files of 20 MB at most)."""
AHEAD = timedelta(hours=1)
"""So long before its moment a run gets its alarm."""
WORTH_TELLING = 20
"""From so many messages on there is a live progress message; below, only the report."""
_PAGE = 200

Fetch = Callable[[str, str], Awaitable[bytes]]
"""Given (channel, file id), fetches a file from the channel's Bot API server."""
Closed = Callable[[str], Collection[date]]
"""The days on which a centre is closed by its card (`closed_days` knows the others)."""


class Herald:
    """Carries out what organisers confirmed; ``channels`` are those that are served."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        fetch: Fetch,
        channels: Collection[str],
        closed: Closed = lambda _centre: (),
    ) -> None:
        self._database = database
        self._clock = clock
        self._fetch = fetch
        self._channels = channels
        self._closed = closed

    async def tick(self) -> None:
        """Everything that is due now, one after the other; who has alarms (`bot.scheduler`) needs it not."""
        now = self._clock()
        for due, work in (
            (self.runs_due, self.go_out),
            (self.chores_due, self.do_chore),
            (self.runs_under_way, self.tell),
        ):
            async with self._database.session() as session:
                found = list(await due(session, now))
            for number, moment in found:
                if moment <= now:
                    await self._safely(work, number)

    async def runs_due(self, session: AsyncSession, now: datetime) -> Iterable[tuple[int, datetime]]:
        """Ids of runs to `go_out`, with their moments: of the next hour, and those that are begun or late."""
        rows = await session.exec(
            select(AnnouncementRun.id, AnnouncementRun.at, AnnouncementRun.state)
            .where(
                (col(AnnouncementRun.state) == RunState.OWING)
                | ((col(AnnouncementRun.state) == RunState.PLANNED) & (col(AnnouncementRun.at) <= now + AHEAD))
            )
            .order_by(col(AnnouncementRun.at))
        )
        return [(number, now if state == RunState.OWING else at) for number, at, state in rows.all() if number]

    async def chores_due(self, session: AsyncSession, now: datetime) -> Iterable[tuple[int, datetime]]:
        """Ids of announcements that wait for `do_chore`."""
        rows = await session.exec(select(Announcement.id).where(col(Announcement.chore).is_not(None)))
        return [(number, now) for number in rows if number]

    async def runs_under_way(self, session: AsyncSession, now: datetime) -> Iterable[tuple[int, datetime]]:
        """Ids of runs of which to `tell`."""
        rows = await session.exec(select(AnnouncementRun.id).where(col(AnnouncementRun.state) == RunState.SENDING))
        return [(number, now) for number in rows if number]

    async def _safely(self, do: Callable[[int], Awaitable[None]], number: int) -> None:
        try:
            await do(number)
        except Exception as error:
            log.error("announcement stumbled", step=do.__name__, number=number, exc_info=error)

    # going out

    async def go_out(self, run_id: int) -> None:
        """Owe a message to everybody whom a run reaches; done again after a crash, it goes on."""
        begun = await self._begin(run_id)
        if begun is None:
            return
        announcement, at = begun
        assert announcement.id is not None
        files = await self._have_files(announcement, run_id, at)
        new = await owe_many(self._database, self._debts(announcement, run_id, at, files), now=self._clock())
        log.info("announcement owed", announcement=announcement.id, run=run_id, owed=new)
        async with self._database.transaction() as session:
            await session.get_one(Announcement, announcement.id, with_for_update=True)
            await session.exec(
                update(AnnouncementRun)
                .where(col(AnnouncementRun.id) == run_id, col(AnnouncementRun.state) == RunState.OWING)
                .values(state=RunState.SENDING)
                .execution_options(synchronize_session=False)
            )
            await self._end_once_over(session, announcement.id)
            found = await report.of_run(session, run_id)
            if found.total >= WORTH_TELLING:
                await self._owe_progress(session, announcement, run_id, f"announcement-progress:{run_id}", {})

    async def _begin(self, run_id: int) -> tuple[Announcement, datetime] | None:
        """Look again whether it may go out; announcement and moment if so. What comes next is planned with it."""
        now = self._clock()
        async with self._database.transaction() as session:
            number = (await session.get_one(AnnouncementRun, run_id)).announcement_id
            # The announcement first, then its runs: as everything else locks them, so that two wait and none is stuck.
            announcement = await session.get_one(Announcement, number, populate_existing=True, with_for_update=True)
            run = await session.get_one(AnnouncementRun, run_id, populate_existing=True, with_for_update=True)
            if run.state == RunState.OWING:
                return announcement, run.at
            if run.state != RunState.PLANNED or announcement.state != Stage.PLANNED:
                return None
            if announcement.author is None or not await is_organiser(session, announcement.author, announcement.centre):
                await halt(session, now, announcement, "role lost")
                await self._tell_author(session, announcement, "announce-told-role-lost", f"role:{run_id}")
                return None
            if await event_is_over(session, announcement, now):  # a repetition that outlived it
                await halt(session, now, announcement, "event over")
                return None
            closed = await closed_days(session, announcement.centre, also=self._closed(announcement.centre))
            if following := goes_out_again(announcement, max(run.at, now), closed):
                await add_run(session, announcement, following)
            if now - run.at > TOO_LATE:
                run.state, run.finished_at = RunState.STOPPED, now
                session.add(run)
                await session.flush()
                assert announcement.id is not None
                await self._end_once_over(session, announcement.id)
                await self._tell_author(session, announcement, "announce-told-too-late", f"late:{run_id}")
                return None
            run.state = RunState.OWING
            session.add(run)
            await session.flush()
            return announcement, run.at

    async def _debts(self, announcement: Announcement, run_id: int, at: datetime, files: bool) -> AsyncIterator[Debt]:
        over = await self._of_no_use_from(announcement, at)
        pieces = len(announcement.content["pieces"])
        album = {"arguments": {"media": [0] * pieces}} if pieces > 1 else {}  # the pacer counts an album's messages
        async for one in recipients(self._database, announcement.centre, announcement.audiences):
            if one.channel != announcement.channel and not files and not announcement.content["text"].strip():
                continue  # there is nothing to say without the picture
            kind = "account" if one.who[0] == "a" else "community"
            yield Debt(
                dedupe_key=f"{batch(run_id)}:{one.who}",
                channel=one.channel,
                chat_id=one.chat_id,
                centre=announcement.centre,
                kind=ANNOUNCEMENT,
                payload={"announcement": announcement.id, kind: int(one.who[1:])} | album,
                priority=Priority.URGENT if announcement.urgent else Priority.BULK,
                urgent=announcement.urgent,
                expires_at=over,
                batch=batch(run_id),
            )

    async def _of_no_use_from(self, announcement: Announcement, at: datetime) -> datetime:
        """Nobody wants to hear of it a day later, nor of an event that has begun."""
        if announcement.event_id is not None:
            async with self._database.session() as session:
                event = await session.get(Event, announcement.event_id)
            if event and event.starts_at > at:
                return min(at + OVER, event.starts_at)
        return at + OVER

    async def _have_files(self, announcement: Announcement, run_id: int, at: datetime) -> bool:
        """Whether what is sent on another channel has its files there. Raises while there is hope to get them."""
        if not announcement.content["pieces"] or len(self._channels) < 2:
            return True
        async for one in recipients(self._database, announcement.centre, announcement.audiences):
            if one.channel != announcement.channel:
                break
        else:
            return True
        try:
            await self._fetch_files(announcement)
        except Exception as error:
            if self._clock() - at < FETCHING:
                raise
            log.warning("announcement without its files", announcement=announcement.id, exc_info=error)
            async with self._database.transaction() as session:
                await self._tell_author(session, announcement, "announce-told-no-file", f"file:{run_id}")
            return False
        return True

    async def _fetch_files(self, announcement: Announcement) -> None:
        """Bring the files here once, so that they can be sent anew on the other channel."""
        content = Content.read(announcement.content)
        assert announcement.id is not None
        for position, piece in enumerate(content.pieces):
            async with self._database.session() as session:
                if await session.get(AnnouncementFile, (announcement.id, position)):
                    continue
            data = await self._fetch(announcement.channel, piece.file_id)
            name = piece.name or f"{piece.type}{_ENDINGS.get(piece.type, '')}"
            async with self._database.transaction() as session:
                await session.merge(
                    AnnouncementFile(
                        announcement_id=announcement.id, position=position, filename=name[-128:], content=data
                    )
                )

    async def _end_once_over(self, session: AsyncSession, announcement_id: int) -> None:
        if await next_run(session, announcement_id) is None:
            await session.exec(
                update(Announcement)
                .where(col(Announcement.id) == announcement_id, col(Announcement.state) == Stage.PLANNED)
                .values(state=Stage.DONE, changed_at=self._clock())
                .execution_options(synchronize_session=False)
            )

    # telling how it goes

    async def tell(self, run_id: int) -> None:
        """Change the progress message at every quarter, and end the run when nothing is pending."""
        now = self._clock()
        async with self._database.session() as session:
            found = await report.of_run(session, run_id)
            run = await session.get_one(AnnouncementRun, run_id)
            announcement = await session.get_one(Announcement, run.announcement_id)
            first = await self._progress_message(session, run_id)
        if found.pending and found.quarter <= run.told_step:
            return
        if first and first.state in (State.WAITING, State.CLAIMED):
            return  # it will tell the newest figures itself, and be changed afterwards
        async with self._database.transaction() as session:
            done = await session.exec(
                update(AnnouncementRun)
                .where(col(AnnouncementRun.id) == run_id, col(AnnouncementRun.state) == RunState.SENDING)
                .values(
                    told_step=found.quarter,
                    state=RunState.SENDING if found.pending else RunState.DONE,
                    finished_at=None if found.pending else now,
                )
                .execution_options(synchronize_session=False)
            )
            if done.rowcount:
                messages = (first.message_ids if first else None) or []
                if messages:
                    key = f"announcement-progress:{run_id}:{found.quarter}"
                    await self._owe_progress(session, announcement, run_id, key, {"message": messages[0]})
                if not found.pending and not messages:
                    await self._owe_progress(session, announcement, run_id, f"announcement-report:{run_id}", {})

    async def _progress_message(self, session: AsyncSession, run_id: int) -> OwedMessage | None:
        found = await session.exec(
            select(OwedMessage).where(col(OwedMessage.dedupe_key) == f"announcement-progress:{run_id}")
        )
        return found.first()

    async def _owe_progress(
        self, session: AsyncSession, announcement: Announcement, run_id: int, key: str, more: dict[str, Any]
    ) -> None:
        await owe(
            session,
            now=self._clock(),
            dedupe_key=key,
            channel=announcement.channel,
            chat_id=announcement.chat_id,
            centre=announcement.centre,
            kind=PROGRESS,
            payload={"announcement": announcement.id, "run": run_id} | more,
            priority=Priority.LIVE,
        )

    async def _tell_author(self, session: AsyncSession, announcement: Announcement, key: str, mark: str) -> None:
        await owe(
            session,
            now=self._clock(),
            dedupe_key=f"announcement-told:{announcement.id}:{mark}",
            channel=announcement.channel,
            chat_id=announcement.chat_id,
            centre=announcement.centre,
            kind=TOLD,
            payload={"key": key, "values": {"title": Content.read(announcement.content).title or "…"}},
            priority=Priority.PERSONAL,
        )

    # correcting and taking back

    async def do_chore(self, announcement_id: int) -> None:
        """Owe an edit or a deletion for every delivered message; done when none is on the line any more."""
        async with self._database.session() as session:
            announcement = await session.get_one(Announcement, announcement_id)
            run = await latest_run(session, announcement_id)
            on_line = run is None or run.state == RunState.OWING
            if run and run.id:
                on_line |= bool(await chats_in(session, batch(run.id), State.CLAIMED, most=1))
        chore, revision = announcement.chore, announcement.revision
        if run and run.id:
            await owe_many(self._database, self._changes(announcement, run.id), now=self._clock())
        if not on_line or run is None:
            async with self._database.transaction() as session:
                await writing(session)
                await session.exec(
                    update(Announcement)
                    .where(
                        col(Announcement.id) == announcement_id,
                        col(Announcement.chore) == chore,
                        col(Announcement.revision) == revision,
                    )
                    .values(chore=None)
                    .execution_options(synchronize_session=False)
                )

    async def _changes(self, announcement: Announcement, run_id: int) -> AsyncIterator[Debt]:
        recalls = announcement.chore == "recall"
        name = f"recall:{announcement.id}" if recalls else f"correction:{announcement.id}:{announcement.revision}"
        last = 0
        while True:
            async with self._database.session() as session:
                rows = await chats_in(session, batch(run_id), State.DELIVERED, after_id=last, most=_PAGE)
            for row in rows:
                assert row.id is not None
                last = row.id
                if row.message_ids:
                    who = row.dedupe_key.rpartition(":")[2]
                    account = {"account": int(who[1:])} if who[0] == "a" else {}
                    yield Debt(
                        dedupe_key=f"{name}:{row.id}",
                        channel=row.channel,
                        chat_id=row.chat_id,
                        centre=announcement.centre,
                        kind=RECALL if recalls else CORRECTION,
                        payload={"announcement": announcement.id, "messages": row.message_ids} | account,
                        priority=Priority.BULK,
                        urgent=True,  # a change does not ring
                        batch=name,
                    )
            if len(rows) < _PAGE:
                return


_ENDINGS = {"photo": ".jpg", "video": ".mp4", "animation": ".mp4"}
