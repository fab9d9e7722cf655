"""A month read and not published yet: kept with its mistakes, completed by taps, put aside when it is published.

Organisers and clerks of the centre get past `own`; it is asked at every step.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from zlib import crc32

from sqlmodel import col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.errors import OkienkoError
from bot.places.permission import is_desk
from bot.places.roster.checking import checked, overlaps
from bot.places.roster.entries import Entry, Problem, Reading, next_month
from bot.places.roster.month import advisers, closing_days
from bot.places.roster.professions import topics_of
from bot.storage import writing
from bot.storage.tables import Duty, Provider
from bot.storage.tables import RosterDraft as RosterDraft

KEEP = timedelta(days=30)
"""How long a draft that nobody publishes is kept."""


async def refuse_strangers(session: AsyncSession, account_id: int, centre: str) -> None:
    """Raises `OkienkoError` for everybody but organisers and clerks of a centre."""
    if not await is_desk(session, account_id, centre):
        raise OkienkoError("roster-refused")


async def own(session: AsyncSession, account_id: int, draft_id: int) -> RosterDraft:
    """A draft as the database has it now. Raises `OkienkoError` for who may not; one that is gone looks the same."""
    draft = await session.get(RosterDraft, draft_id, populate_existing=True)
    if draft is None or not await is_desk(session, account_id, draft.centre):
        raise OkienkoError("roster-refused")
    return draft


async def open_draft(session: AsyncSession, account_id: int, draft_id: int) -> RosterDraft:
    """A draft to be changed. Raises `OkienkoError` as `own` does, and for one that is published."""
    draft = await own(session, account_id, draft_id)
    if draft.published_at is not None:
        raise OkienkoError("roster-published-already")
    return draft


async def make(
    session: AsyncSession,
    now: datetime,
    centre: str,
    account_id: int,
    month: date,
    reading: Reading,
    *,
    services: Collection[str],
    whole: bool,
) -> int:
    """Keep what was typed (or, with ``whole``, read from a file) for a month. Returns the draft's id.

    ``services`` are those that may be meant where a line says none. Raises `OkienkoError` for who is
    neither organiser nor clerk.
    """
    await writing(session)
    await refuse_strangers(session, account_id, centre)
    await session.exec(
        delete(RosterDraft)
        .where(col(RosterDraft.centre) == centre, col(RosterDraft.made_at) < now - KEEP)
        .execution_options(synchronize_session=False)
    )
    draft = RosterDraft(
        centre=centre, month=month, duties=[], whole=whole, basis="", problems=[], made_by=account_id, made_at=now
    )
    await fill(session, now, draft, reading, services=services, whole=whole)
    assert draft.id is not None
    return draft.id


async def fill(
    session: AsyncSession,
    now: datetime,
    draft: RosterDraft,
    reading: Reading,
    *,
    services: Collection[str],
    whole: bool,
) -> None:
    """Put a reading into a draft, checked, with the services that follow from who gives them."""
    closed = await closing_days(session, draft.centre, draft.month, next_month(draft.month))
    held = checked(reading, draft.month, now, closed)
    entries = await _named(session, draft.centre, held.entries, services)
    draft.whole = whole
    _store(draft, entries, held.problems)
    session.add(draft)
    await session.flush()


async def add_adviser(session: AsyncSession, account_id: int, draft_id: int, number: int, seen: str) -> None:
    """Add who is named in a draft and not known yet. ``number`` is their place among such, ``seen`` the name's mark."""
    await writing(session)
    draft = await open_draft(session, account_id, draft_id)
    known = {provider.name.casefold() for provider in await advisers(session, draft.centre)}
    strangers = strangers_in(draft, known)
    if number >= len(strangers) or mark(strangers[number]) != seen:
        return  # tapped twice: added already
    name = strangers[number]
    session.add(Provider(centre=draft.centre, name=name, topics=topics_of(name)))
    await session.flush()


def strangers_in(draft: RosterDraft, known: Collection[str]) -> list[str]:
    """The names in a draft that are none of ``known`` (small letters), each once, by alphabet."""
    names = {row["provider"] for row in draft.duties}
    return sorted((name for name in names if name.casefold() not in known), key=str.casefold)


def mark(name: str) -> str:
    """A short mark of a name for a button, the same in every process."""
    return f"{crc32(name.casefold().encode()):08x}"


async def choose_service(session: AsyncSession, account_id: int, draft_id: int, service: str) -> None:
    """Say of which service the lines are that did not say it."""
    await writing(session)
    draft = await open_draft(session, account_id, draft_id)
    entries = [replace(entry, service=entry.service or service) for entry in _entries(draft)]
    _store(draft, entries, [Problem(**row) for row in draft.problems])
    session.add(draft)
    await session.flush()


async def make_whole(session: AsyncSession, account_id: int, draft_id: int, whole: bool) -> None:
    """Whether the draft is the whole month of its services, or something beside the rest of it."""
    await writing(session)
    draft = await open_draft(session, account_id, draft_id)
    draft.whole = whole
    session.add(draft)
    await session.flush()


def _entries(draft: RosterDraft) -> list[Entry]:
    return [Entry.of(row) for row in draft.duties]


def _store(draft: RosterDraft, entries: Sequence[Entry], problems: Sequence[Problem]) -> None:
    # Overlaps are looked for anew at each look at the draft: they change with what is published.
    found = {str(problem) for problem in overlaps(entries)}
    rows: list[dict[str, Any]] = [problem.row() for problem in problems if str(problem) not in found]
    draft.duties, draft.problems = [entry.row() for entry in entries], rows


async def _named(
    session: AsyncSession, centre: str, entries: Sequence[Entry], services: Collection[str]
) -> list[Entry]:
    """Names as they are written here where only capitals differ, and the services that go without saying."""
    known = {provider.name.casefold(): provider for provider in await advisers(session, centre)}
    usual: dict[str, str] = {}
    rows = await session.exec(
        select(Duty.provider_id, Duty.service).where(col(Duty.centre) == centre).order_by(col(Duty.id))
    )
    given = dict(rows.all())
    for name, provider in known.items():
        if provider.id in given:
            usual[name] = given[provider.id]
    meant = {entry.service for entry in entries if entry.service} or set(services)
    only = meant.pop() if len(meant) == 1 else ""
    found = []
    for entry in entries:
        name = entry.provider.casefold()
        provider_name = known[name].name if name in known else entry.provider
        found.append(replace(entry, provider=provider_name, service=entry.service or usual.get(name, only)))
    return found
