"""Shifts read and not published yet: looked at, turned by taps, published once. For coordinators of the centre."""

from datetime import datetime

from sqlmodel import col, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.errors import OkienkoError
from bot.places.permission import is_desk
from bot.storage import writing
from bot.storage.tables import ShiftDraft
from bot.volunteering import marks, shifts
from bot.volunteering.plans import Plan, Reading, changed, checked


async def own(session: AsyncSession, account_id: int, draft_id: int) -> ShiftDraft:
    """A draft as it is now. Raises `OkienkoError` for who may not; one that is gone looks the same."""
    draft = await session.get(ShiftDraft, draft_id, populate_existing=True)
    if draft is None or not await is_desk(session, account_id, draft.centre):
        raise OkienkoError("volunteering-refused")
    return draft


async def make(session: AsyncSession, now: datetime, centre: str, account_id: int, reading: Reading) -> ShiftDraft:
    """Keep what was typed. Raises `OkienkoError` for who is no coordinator."""
    await writing(session)
    await marks.refuse_strangers(session, account_id, centre)
    draft = ShiftDraft(centre=centre, made_by=account_id, made_at=now)
    return await fill(session, now, draft, reading)


async def fill(session: AsyncSession, now: datetime, draft: ShiftDraft, reading: Reading) -> ShiftDraft:
    """Put a reading into a draft, checked."""
    held = checked(reading, now)
    draft.shifts = [plan.row() for plan in held.plans]
    draft.problems = [problem.row() for problem in held.problems]
    draft.skipped = sorted(day.isoformat() for day in held.skipped)
    session.add(draft)
    await session.flush()
    return draft


async def turn(
    session: AsyncSession,
    account_id: int,
    draft_id: int,
    number: int,
    *,
    children: bool = False,
    interest: bool = False,
) -> ShiftDraft:
    """Change one thing of the plan with this number (from 0). Raises `OkienkoError` as `own` does."""
    await writing(session)
    draft = await own(session, account_id, draft_id)
    if draft.published_at is not None:
        raise OkienkoError("shift-published-already")
    if number < len(draft.shifts):
        rows = list(draft.shifts)
        rows[number] = changed(Plan.of(rows[number]), children=children, interest=interest).row()
        draft.shifts = rows
        session.add(draft)
        await session.flush()
    return draft


async def publish(session: AsyncSession, now: datetime, account_id: int, draft_id: int) -> int:
    """Publish it, once. How many shifts. What became past meanwhile is said, and nothing is published.

    Raises `OkienkoError` ``volunteering-refused``, ``shift-published-already``, ``shift-not-ready``.
    """
    await writing(session)
    draft = await own(session, account_id, draft_id)
    held = checked(Reading(plans=[Plan.of(row) for row in draft.shifts]), now)
    if draft.problems or held.problems or draft.file is not None:
        raise OkienkoError("shift-published-already" if draft.published_at else "shift-not-ready")
    done = await session.exec(
        update(ShiftDraft)
        .where(col(ShiftDraft.id) == draft_id, col(ShiftDraft.published_at).is_(None))
        .values(published_at=now)
        .execution_options(synchronize_session=False)
    )
    if not done.rowcount:
        raise OkienkoError("shift-published-already")
    return sum([await shifts.publish(session, now, account_id, draft.centre, plan) for plan in held.plans])
