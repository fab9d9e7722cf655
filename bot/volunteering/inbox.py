"""Shifts that were sent as files: fetched and read outside of the update that brought them, as rosters are."""

import asyncio
from collections.abc import Callable, Collection
from datetime import date, datetime
from typing import Any, Final

import structlog
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.clock import Clock
from bot.errors import OkienkoError
from bot.outbox.kinds import Call, Kind, Kinds, language_at
from bot.outbox.owed import owe
from bot.outbox.states import Priority
from bot.places.hours import local
from bot.places.roster.entries import Problem
from bot.places.roster.inbox import Fetch, ReadWorkbook
from bot.places.roster.month import closing_days
from bot.places.roster.table import MOST_BYTES, read_csv
from bot.places.wording import Speech
from bot.storage import Database, writing
from bot.storage.tables import OwedMessage, ShiftDraft
from bot.volunteering import drafts, marks
from bot.volunteering.plans import FARTHEST, Reading
from bot.volunteering.table import read_rows

log = structlog.get_logger(__name__)

READ: Final = "shift-file-read"
OPEN_DRAFT: Final = "vd"
"""Callback data ``vd:<draft>``: the preview of a draft."""
_AT_ONCE: Final = 5

ClosingDays = Callable[[str], Collection[date]]
"""The closing days that a centre's own file knows."""


async def take_in(
    session: AsyncSession, now: datetime, centre: str, account_id: int, channel: str, chat_id: int, file: dict[str, Any]
) -> None:
    """Write down that a file waits to be read (``file``: ``file_id``, ``name``).

    Raises `OkienkoError` for who is no coordinator.
    """
    await writing(session)
    await marks.refuse_strangers(session, account_id, centre)
    where = {"channel": channel, "chat_id": chat_id, **file}
    session.add(ShiftDraft(centre=centre, file=where, made_by=account_id, made_at=now))
    await session.flush()


class Inbox:
    """Reads the files that wait; `tick` is called every second."""

    def __init__(
        self, database: Database, clock: Clock, fetch: Fetch, read_workbook: ReadWorkbook, closing: ClosingDays
    ) -> None:
        self._database = database
        self._clock = clock
        self._fetch = fetch
        self._read_workbook = read_workbook
        self._closing = closing

    async def tick(self) -> None:
        """Read what waits, a few at most."""
        async with self._database.session() as session:
            rows = await session.exec(
                select(ShiftDraft).where(col(ShiftDraft.file).is_not(None)).order_by(col(ShiftDraft.id)).limit(_AT_ONCE)
            )
            waiting = rows.all()
        for draft in waiting:
            await self._read(draft)

    async def _read(self, draft: ShiftDraft) -> None:
        assert draft.file is not None
        today = local(self._clock()).date()
        async with self._database.session() as session:
            off = {*await closing_days(session, draft.centre, today, today + FARTHEST)}
        off |= {*self._closing(draft.centre)}
        try:
            data = await self._fetch(draft.file["channel"], draft.file["file_id"])
            reading = await asyncio.to_thread(self._reading, data, draft.file["name"], off)
        except OkienkoError as error:
            reading = Reading(problems=[Problem(0, error.key, error.values)])
        except Exception as error:
            log.warning("shift file not fetched", draft=draft.id, reason=type(error).__name__)
            reading = Reading(problems=[Problem(0, "roster-file-fetch")])
        await self._keep(draft, reading)

    def _reading(self, data: bytes, name: str, off: Collection[date]) -> Reading:
        if data[:4] == b"PK\x03\x04" or name.lower().endswith((".xlsx", ".xlsm")):
            sheet = self._read_workbook(data)
            return read_rows(sheet.rows, off, sorted(sheet.formulas))
        if len(data) > MOST_BYTES or data[:4] == b"\xd0\xcf\x11\xe0":
            raise OkienkoError("roster-file-format")
        return read_rows(read_csv(data), off)

    async def _keep(self, waited: ShiftDraft, reading: Reading) -> None:
        """Fill the draft and owe the answer, unless another process did."""
        now = self._clock()
        async with self._database.transaction() as session:
            draft = await session.get(ShiftDraft, waited.id, with_for_update=True, populate_existing=True)
            if draft is None or draft.file is None:
                return
            channel, chat_id = draft.file["channel"], draft.file["chat_id"]
            draft.file = None
            await drafts.fill(session, now, draft, reading)
            await owe(
                session,
                now=now,
                dedupe_key=f"{READ}:{draft.id}",
                channel=channel,
                chat_id=chat_id,
                centre=draft.centre,
                kind=READ,
                payload={"draft": draft.id, "wrong": len(draft.problems)},
                priority=Priority.LIVE,
            )


def register(kinds: Kinds, speech: Speech) -> None:
    """Make the answer to a file known to the outbox. Call once when Okienko starts."""

    async def read(session: AsyncSession, owed: OwedMessage) -> Call:
        payload = owed.payload or {}
        language = await language_at(session, owed.channel, owed.chat_id)
        if payload["wrong"]:
            text = speech.html(language, "roster-file-wrong", count=payload["wrong"])
        else:
            text = speech.html(language, "shift-file-read")
        look = {
            "text": speech.plain(language, "roster-button-look"),
            "callback_data": f"{OPEN_DRAFT}:{payload['draft']}",
        }
        return Call("sendMessage", {"text": text, "parse_mode": "HTML", "reply_markup": {"inline_keyboard": [[look]]}})

    kinds.register(Kind(READ, read, resend_uncertain=True))
