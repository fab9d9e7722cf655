"""What makes announcements happen: due runs become owed messages, organisers are told how it goes.

`Herald.tick` is called every second or so, by any number of processes: every step is a guarded change
or a row with a key of its own, so doing it twice, or again after a crash, changes nothing.
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Collection
from datetime import timedelta
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
    halt,
    latest_run,
    next_run,
    occurrence_after,
)
from bot.announcements.audiences import recipients
from bot.announcements.content import Content
from bot.announcements.kinds import ANNOUNCEMENT, CORRECTION, PROGRESS, RECALL, TOLD
from bot.clock import Clock
from bot.outbox.owed import Debt, owe, owe_many
from bot.outbox.quiet import allowed_moment
from bot.outbox.report import chats_in
from bot.outbox.states import Priority, State
from bot.people.roles import is_organiser
from bot.storage import Database, writing
from bot.storage.tables import Announcement, AnnouncementFile, AnnouncementRun, OwedMessage

log = structlog.get_logger(__name__)

TOO_LATE = timedelta(hours=12)
"""A moment missed by more than this (nothing was running) is not made up for: the organiser is told."""
WORTH_TELLING = 20
"""From so many messages on there is a live progress message; below, only the report."""
_PAGE = 200

Fetch = Callable[[str, str], Awaitable[bytes]]
"""Given (channel, file id), fetches a file from the channel's Bot API server."""


class Herald:
    """Carries out what organisers confirmed; ``channels`` are those that are served."""

    def __init__(self, database: Database, clock: Clock, fetch: Fetch, channels: Collection[str]) -> None:
        self._database = database
        self._clock = clock
        self._fetch = fetch
        self._channels = channels

    async def tick(self) -> None:
        """Everything that is due now. One announcement that fails does not keep the others waiting."""
        now = self._clock()
        async with self._database.session() as session:
            due = (
                await session.exec(
                    select(AnnouncementRun.id)
                    .where(
                        (col(AnnouncementRun.state) == RunState.OWING)
                        | ((col(AnnouncementRun.state) == RunState.PLANNED) & (col(AnnouncementRun.at) <= now))
                    )
                    .order_by(col(AnnouncementRun.at))
                )
            ).all()
            chores = (await session.exec(select(Announcement.id).where(col(Announcement.chore).is_not(None)))).all()
            under_way = (
                await session.exec(select(AnnouncementRun.id).where(col(AnnouncementRun.state) == RunState.SENDING))
            ).all()
        for number in due:
            await self._safely(self._go_out, number)
        for number in chores:
            await self._safely(self._do_chore, number)
        for number in under_way:
            await self._safely(self._tell, number)

    async def _safely(self, do: Callable[[int], Awaitable[None]], number: int | None) -> None:
        assert number is not None
        try:
            await do(number)
        except Exception as error:
            log.error("announcement stumbled", step=do.__name__, number=number, exc_info=error)

    # going out

    async def _go_out(self, run_id: int) -> None:
        announcement = await self._begin(run_id)
        if announcement is None:
            return
        assert announcement.id is not None
        if announcement.content["pieces"] and len(self._channels) > 1:
            await self._fetch_files(announcement)
        new = await owe_many(self._database, self._debts(announcement, run_id), now=self._clock())
        log.info("announcement owed", announcement=announcement.id, run=run_id, owed=new)
        async with self._database.transaction() as session:
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

    async def _begin(self, run_id: int) -> Announcement | None:
        """Look again whether it may go out; the announcement if so. What comes next of it is planned with it."""
        now = self._clock()
        async with self._database.transaction() as session:
            run = await session.get_one(AnnouncementRun, run_id, populate_existing=True)
            announcement = await session.get_one(Announcement, run.announcement_id, populate_existing=True)
            if run.state == RunState.OWING:
                return announcement
            if run.state != RunState.PLANNED or announcement.state != Stage.PLANNED:
                return None
            if announcement.author is None or not await is_organiser(session, announcement.author, announcement.centre):
                await halt(session, now, announcement, "role lost")
                await self._tell_author(session, announcement, "announce-told-role-lost", f"role:{run_id}")
                return None
            if following := occurrence_after(announcement, max(run.at, now)):
                moved = following if announcement.urgent else allowed_moment(following, now)
                # Moved to the evening before, the next may be the very moment that is now: then the one after it.
                if moved is not None and moved <= run.at and (later := occurrence_after(announcement, following)):
                    moved = later if announcement.urgent else allowed_moment(later, now)
                if moved is not None and moved > run.at:
                    await add_run(session, announcement, moved)
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
            return announcement

    async def _debts(self, announcement: Announcement, run_id: int) -> AsyncIterator[Debt]:
        pieces = len(announcement.content["pieces"])
        album = {"arguments": {"media": [0] * pieces}} if pieces > 1 else {}  # the pacer counts an album's messages
        async for one in recipients(self._database, announcement.centre, announcement.audiences):
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
                batch=batch(run_id),
            )

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

    async def _tell(self, run_id: int) -> None:
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

    async def _do_chore(self, announcement_id: int) -> None:
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
