"""Alarms: APScheduler wakes code up, the database says what is to be done.

Rebuilt from the database at start and then every minute, so a restart, a second process or a changed
plan needs no care here. The work itself must be a guarded change ("still planned? then it is mine"):
two processes on one database are both woken.
"""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import structlog
from apscheduler.jobstores.base import JobLookupError
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.clock import Clock
from bot.storage import Database

log = structlog.get_logger(__name__)

REBUILD_SECONDS = 60
GRACE_SECONDS = 3600
"""How late an alarm may ring (APScheduler's own default is one second: a short stall would lose it).
What is later still is found again at the next rebuilding, as long as the database says that it is due."""
PATIENCE = 10
"""Seconds that work which has begun may take when Okienko ends."""

Due = Callable[[AsyncSession, datetime], Awaitable[Iterable[tuple[int, datetime]]]]
"""Ids of what is planned within the next hours, each with its moment (aware); past ones too. Reads only."""

Work = Callable[[AsyncSession, int, datetime], Awaitable[None]]
"""Does what is due for one id, in a transaction of its own."""


@dataclass(frozen=True, slots=True)
class Wakeup:
    """One sort of thing that has its moment: which are due, and what to do then."""

    name: str
    due: Due
    work: Work


class Wakeups:
    """All alarms of this process. `start` after the event loop runs, `close` at the end."""

    def __init__(self, database: Database, clock: Clock, wakeups: Iterable[Wakeup]) -> None:
        self._database = database
        self._clock = clock
        self._wakeups = {wakeup.name: wakeup for wakeup in wakeups}
        self._scheduler = AsyncIOScheduler(timezone="UTC")
        self._ringing: dict[str, asyncio.Task[Any]] = {}

    async def start(self) -> None:
        """Set every alarm that the database knows of."""
        self._scheduler.start()
        self._scheduler.add_job(
            self._rebuild_or_log,
            "interval",
            seconds=REBUILD_SECONDS,
            id="rebuild",
            replace_existing=True,
            coalesce=True,
            max_instances=1,
            misfire_grace_time=GRACE_SECONDS,
        )
        await self.rebuild()

    async def close(self) -> None:
        """No more alarms; work that has begun is let finish."""
        if self._scheduler.running:
            self._scheduler.pause()
            if self._ringing:
                await asyncio.wait(set(self._ringing.values()), timeout=PATIENCE)
            self._scheduler.shutdown(wait=False)

    @property
    def running(self) -> bool:
        return bool(self._scheduler.running)

    @property
    def alarms(self) -> dict[str, datetime]:
        """What rings when, by the id of the job."""
        return {job.id: job.next_run_time for job in self._scheduler.get_jobs() if job.id != "rebuild"}

    @property
    def ringing(self) -> int:
        """How many are being worked off at this moment."""
        return len(self._ringing)

    async def rebuild(self) -> None:
        """Make the alarms what the database says now."""
        now = self._clock()
        wanted: dict[str, tuple[str, int, datetime]] = {}
        for wakeup in self._wakeups.values():
            async with self._database.session() as session:
                for number, moment in await wakeup.due(session, now):
                    wanted[f"{wakeup.name}:{number}"] = (wakeup.name, number, moment)
        for job_id in self.alarms.keys() - wanted.keys():
            self._forget(job_id)
        for job_id, (name, number, moment) in wanted.items():
            if job_id in self._ringing:
                continue  # its change is not committed yet, so it still looks due
            self._scheduler.add_job(
                self._ring,
                "date",
                # The system's clock rings; a rehearsal's clock may stand elsewhere.
                run_date=self._system_now() + max(moment - now, timedelta()),
                args=[name, number],
                id=job_id,
                replace_existing=True,
                coalesce=True,
                max_instances=1,
                misfire_grace_time=GRACE_SECONDS,
            )

    async def _ring(self, name: str, number: int) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._ringing[f"{name}:{number}"] = task
        try:
            async with self._database.transaction() as session:
                await self._wakeups[name].work(session, number, self._clock())
        except Exception as error:
            # It stays due in the database and rings again after the next rebuilding.
            log.error("wake-up failed", wakeup=name, number=number, exc_info=error)
        finally:
            del self._ringing[f"{name}:{number}"]

    async def _rebuild_or_log(self) -> None:
        try:
            await self.rebuild()
        except Exception as error:
            log.error("alarms not rebuilt", exc_info=error)

    def _system_now(self) -> datetime:
        return datetime.now(self._scheduler.timezone)

    def _forget(self, job_id: str) -> None:
        with contextlib.suppress(JobLookupError):  # it has just rung
            self._scheduler.remove_job(job_id)
