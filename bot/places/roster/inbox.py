"""Rosters that were sent as files: fetched and read outside of the update that brought them.

A file has to be fetched from the messenger, and a workbook takes a second to read: an update's transaction
must not wait for either. So the update only writes down where the file is; this is woken every second.
"""

import asyncio
from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

import structlog
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.clock import WARSAW, Clock
from bot.errors import OkienkoError
from bot.outbox.kinds import Call, Kind, Kinds, language_at
from bot.outbox.owed import owe
from bot.outbox.states import Priority
from bot.places.roster.drafts import fill, refuse_strangers
from bot.places.roster.entries import Problem, Reading, month_of
from bot.places.roster.table import MOST_BYTES, Rows, Services, read_csv, read_rows
from bot.places.wording import Speech
from bot.storage import Database, writing
from bot.storage.tables import OwedMessage, RosterDraft

log = structlog.get_logger(__name__)

READ: Final = "roster-read"
OPEN_DRAFT: Final = "rd"
"""Callback data ``rd:<draft>``: the preview of a draft."""
_AT_ONCE: Final = 5

Fetch = Callable[[str, str], Awaitable[bytes]]
"""Given (channel, file id), fetches a file from the channel's Bot API server."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The first sheet of a workbook that has rows; cells (row from 1, column from 0) with a formula."""

    rows: Rows
    formulas: Collection[tuple[int, int]] = ()


ReadWorkbook = Callable[[bytes], Sheet]
"""Reads a bounded workbook; raises `OkienkoError`."""
ServicesOf = Callable[[str], Services]
"""The cards of a centre by what they may be called."""


async def take_in(
    session: AsyncSession, now: datetime, centre: str, account_id: int, channel: str, chat_id: int, file: dict[str, Any]
) -> int:
    """Write down that a file waits to be read (``file``: ``file_id``, ``name``). Returns the draft's id.

    Raises `OkienkoError` for who is neither organiser nor clerk.
    """
    await writing(session)
    await refuse_strangers(session, account_id, centre)
    draft = RosterDraft(
        centre=centre,
        month=month_of(now.astimezone(WARSAW).date()),
        duties=[],
        whole=True,
        basis="",
        problems=[],
        file={"channel": channel, "chat_id": chat_id, **file},
        made_by=account_id,
        made_at=now,
    )
    session.add(draft)
    await session.flush()
    assert draft.id is not None
    return draft.id


class Inbox:
    """Reads the files that wait; `tick` is called every second."""

    def __init__(
        self, database: Database, clock: Clock, fetch: Fetch, read_workbook: ReadWorkbook, services: ServicesOf
    ) -> None:
        self._database = database
        self._clock = clock
        self._fetch = fetch
        self._read_workbook = read_workbook
        self._services = services

    async def tick(self) -> None:
        """Read what waits, a few at most."""
        async with self._database.session() as session:
            rows = await session.exec(
                select(RosterDraft)
                .where(col(RosterDraft.published_at).is_(None), col(RosterDraft.basis) == "")
                .order_by(col(RosterDraft.id).desc())
                .limit(50)
            )
            waiting = [draft for draft in rows.all() if draft.file is not None][:_AT_ONCE]
        for draft in waiting:
            await self._read(draft)

    async def _read(self, draft: RosterDraft) -> None:
        assert draft.file is not None
        services = self._services(draft.centre)
        try:
            data = await self._fetch(draft.file["channel"], draft.file["file_id"])
            reading = await asyncio.to_thread(self._reading, data, draft.file["name"], services)
        except OkienkoError as error:
            reading = Reading(problems=[Problem(0, error.key, error.values)])
        except Exception as error:
            log.warning("roster file not fetched", draft=draft.id, reason=type(error).__name__)
            reading = Reading(problems=[Problem(0, "roster-file-fetch")])
        months = {month_of(entry.day) for entry in reading.entries}
        if len(months) > 1:
            reading = Reading(problems=[Problem(0, "roster-file-months")])
        await self._keep(draft, months.pop() if len(months) == 1 else draft.month, reading, services)

    def _reading(self, data: bytes, name: str, services: Services) -> Reading:
        if data[:4] == b"PK\x03\x04" or name.lower().endswith((".xlsx", ".xlsm")):
            sheet = self._read_workbook(data)
            return read_rows(sheet.rows, services, sorted(sheet.formulas))
        if len(data) > MOST_BYTES or data[:4] == b"\xd0\xcf\x11\xe0":
            raise OkienkoError("roster-file-format")
        return read_rows(read_csv(data), services)

    async def _keep(self, waited: RosterDraft, month: date, reading: Reading, services: Services) -> None:
        """Fill the draft and owe the answer, unless another process did."""
        now = self._clock()
        async with self._database.transaction() as session:
            draft = await session.get(RosterDraft, waited.id, with_for_update=True, populate_existing=True)
            if draft is None or draft.file is None:
                return
            channel, chat_id = draft.file["channel"], draft.file["chat_id"]
            draft.file, draft.month = None, month
            await fill(session, now, draft, reading, services=set(), whole=True)
            await owe(
                session,
                now=now,
                dedupe_key=f"{READ}:{draft.id}",
                channel=channel,
                chat_id=chat_id,
                centre=draft.centre,
                kind=READ,
                payload={"draft": draft.id, "wrong": len(draft.problems), "duties": len(draft.duties)},
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
            text = speech.html(language, "roster-file-read", count=payload["duties"])
        look = {
            "text": speech.plain(language, "roster-button-look"),
            "callback_data": f"{OPEN_DRAFT}:{payload['draft']}",
        }
        return Call("sendMessage", {"text": text, "parse_mode": "HTML", "reply_markup": {"inline_keyboard": [[look]]}})

    kinds.register(Kind(READ, read, resend_uncertain=True))
