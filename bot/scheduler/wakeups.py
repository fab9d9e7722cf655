"""Alarms: APScheduler wakes code up, the database says what is to be done.

Looked up in the database at start and then every second, or as seldom as a sort of alarm bears. So what an
organiser has just confirmed, a changed plan, a restart and a second process need no care anywhere else, and
nobody can forget to tell of a change. The work itself must be a guarded change ("still planned? then it is
mine"): two processes on one database are both woken.
"""

import asyncio
import contextlib
import time
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import inf
from typing import Any

import structlog
from apscheduler.jobstores.base import JobLookupError
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.clock import Clock
from bot.storage import Database

log = structlog.get_logger(__name__)

REBUILD_SECONDS = 1
"""How late a change of the database may be noticed. What is known of before rings at its moment."""
GRACE_SECONDS = 3600
"""How late an alarm may ring (APScheduler's own default is one second: a short stall would lose it).
What is later still is found again at the next rebuilding, as long as the database says that it is due."""
FIRST_PAUSE, LONGEST_PAUSE = timedelta(seconds=2), timedelta(minutes=1)
"""What failed rings again after so long; doubled each time."""
SILENT = timedelta(seconds=30)
"""Alarms that could not be rebuilt for so long are told by `Wakeups.state`."""
PATIENCE = 3
"""Seconds that work which has begun may take when Okienko ends."""

Due = Callable[[AsyncSession, datetime], Awaitable[Iterable[tuple[int, datetime]]]]
"""Ids of what is planned within the next hours, each with its moment (aware); past ones too. Reads only."""

Work = Callable[[int], Awaitable[object]]
"""Does what is due for one id, in transactions of its own."""


@dataclass(frozen=True, slots=True)
class Wakeup:
    """One sort of thing that has its moment: which are due, and what to do then.

    ``every`` is how many seconds may pass until something new is noticed. It is for what lies further ahead when it
    comes about: then nothing rings later, and the database is asked less often.
    """

    name: str
    due: Due
    work: Work
    every: float = REBUILD_SECONDS


class Wakeups:
    """All alarms of this process. `start` after the event loop runs, `close` at the end."""

    def __init__(self, database: Database, clock: Clock, wakeups: Iterable[Wakeup]) -> None:
        self._database = database
        self._clock = clock
        self._wakeups = {wakeup.name: wakeup for wakeup in wakeups}
        self._scheduler = AsyncIOScheduler(timezone="UTC")
        self._ringing: dict[str, asyncio.Task[Any]] = {}
        self._failed: dict[str, tuple[datetime, timedelta]] = {}
        """What failed: not before when it rings again, and how long that pause is."""
        self._known: dict[str, dict[int, datetime]] = {}
        """What the last look found, by sort; what has rung since is gone from it."""
        self._looked: dict[str, float] = {}
        self._rebuilt: datetime | None = None
        self._open = False

    async def start(self) -> None:
        """Set every alarm that the database knows of."""
        self._scheduler.start()
        self._open = True
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
        await self._rebuild_or_log()

    async def close(self) -> None:
        """No more alarms; work that has begun is let finish."""
        if self._open:
            self._open = False
            self._scheduler.pause()
            if self._ringing:
                await asyncio.wait(set(self._ringing.values()), timeout=PATIENCE)
            self._scheduler.shutdown(wait=False)

    @property
    def state(self) -> str:
        """``ok``, ``ended``, or ``does not look`` when the alarms were not rebuilt for a while."""
        if not (self._open and self._scheduler.running):
            return "ended"
        if self._rebuilt is None or self._clock() - self._rebuilt > SILENT:
            return "does not look"
        return "ok"

    @property
    def alarms(self) -> dict[str, datetime]:
        """What rings when, by the id of the job."""
        return {job.id: job.next_run_time for job in self._scheduler.get_jobs() if job.id != "rebuild"}

    @property
    def ringing(self) -> int:
        """How many are being worked off at this moment."""
        return len(self._ringing)

    async def rebuild(self, *, seldom_too: bool = True) -> None:
        """Make the alarms what the database says now; without ``seldom_too`` only of the sorts whose turn it is."""
        now, tick = self._clock(), time.monotonic()
        wanted: dict[str, tuple[str, int, datetime]] = {}
        for name, wakeup in self._wakeups.items():
            # Half a second of patience: the timer is never quite punctual, and a look must not wait for the next.
            if seldom_too or tick - self._looked.get(name, -inf) > wakeup.every - REBUILD_SECONDS / 2:
                async with self._database.session() as session:
                    self._known[name] = dict(await wakeup.due(session, now))
                self._looked[name] = tick
            for number, moment in self._known[name].items():
                wanted[f"{name}:{number}"] = (name, number, moment)
        self._failed = {job_id: pause for job_id, pause in self._failed.items() if job_id in wanted}
        alarms = self.alarms
        for job_id in alarms.keys() - wanted.keys():
            self._forget(job_id)
        for job_id, (name, number, moment) in wanted.items():
            if job_id in self._ringing:
                continue  # its change is not committed yet, so it still looks due
            if pause := self._failed.get(job_id):
                moment = max(moment, pause[0])
            # The system's clock rings; a rehearsal's clock may stand elsewhere.
            rings = self._system_now() + max(moment - now, timedelta())
            if job_id in alarms and abs(alarms[job_id] - rings) < timedelta(seconds=REBUILD_SECONDS / 2):
                continue
            self._scheduler.add_job(
                self._ring,
                "date",
                run_date=rings,
                args=[name, number],
                id=job_id,
                replace_existing=True,
                coalesce=True,
                max_instances=1,
                misfire_grace_time=GRACE_SECONDS,
            )
        self._rebuilt = now

    async def _ring(self, name: str, number: int) -> None:
        job_id, task = f"{name}:{number}", asyncio.current_task()
        if job_id in self._ringing:
            return
        assert task is not None
        self._ringing[job_id] = task
        try:
            await self._wakeups[name].work(number)
            self._failed.pop(job_id, None)
            self._known.get(name, {}).pop(number, None)
        except Exception as error:
            # It stays due in the database and rings again when the pause is over.
            _, last = self._failed.get(job_id, (None, FIRST_PAUSE / 2))
            pause = min(last * 2, LONGEST_PAUSE)
            self._failed[job_id] = (self._clock() + pause, pause)
            log.error("wake-up failed", wakeup=name, number=number, exc_info=error)
        finally:
            del self._ringing[job_id]

    async def _rebuild_or_log(self) -> None:
        try:
            await self.rebuild(seldom_too=self._rebuilt is None)
        except Exception as error:
            log.error("alarms not rebuilt", exc_info=error)

    def _system_now(self) -> datetime:
        return datetime.now(self._scheduler.timezone)

    def _forget(self, job_id: str) -> None:
        with contextlib.suppress(JobLookupError):  # it has just rung
            self._scheduler.remove_job(job_id)
