"""What became of a batch, whom it may not have reached, and how long all of it is remembered."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlmodel import col, delete, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.outbox.states import FINAL, State
from bot.storage.tables import OwedMessage

KEEP_PERSONAL = timedelta(days=30)
KEEP_BATCHES = timedelta(days=120)
"""A quarter and the weeks in which its report is written."""
_MOST_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Report:
    """Counts of one batch. ``reasons`` are those of messages gone or dropped."""

    states: Counter[State]
    reasons: Counter[str] = field(default_factory=Counter)
    migrated: int = 0
    """Groups that were followed to a new number (counted in ``states`` too)."""

    @property
    def total(self) -> int:
        return self.states.total()

    @property
    def pending(self) -> int:
        """Not in a final state yet."""
        return sum(count for state, count in self.states.items() if state not in FINAL)


async def report(session: AsyncSession, batch: str) -> Report:
    """How a batch stands at this moment."""
    rows = await session.exec(
        select(
            OwedMessage.state,
            OwedMessage.reason,
            func.count(col(OwedMessage.id)),
            func.count(col(OwedMessage.migrated_from)),
        )
        .where(col(OwedMessage.batch) == batch)
        .group_by(col(OwedMessage.state), col(OwedMessage.reason))
    )
    result = Report(Counter())
    migrated = 0
    for state, reason, count, moved in rows.all():
        result.states[State(state)] += count
        if reason:
            result.reasons[reason] += count
        migrated += moved
    return Report(result.states, result.reasons, migrated)


async def chats_in(
    session: AsyncSession, batch: str, state: State, *, after_id: int = 0, most: int = 100
) -> list[OwedMessage]:
    """A batch's messages in one state, by id: to list the uncertain ones, or to correct what was delivered."""
    rows = await session.exec(
        select(OwedMessage)
        .where(col(OwedMessage.batch) == batch, col(OwedMessage.state) == state, col(OwedMessage.id) > after_id)
        .order_by(col(OwedMessage.id))
        .limit(most)
    )
    return list(rows.all())


async def forget_sent(session: AsyncSession, now: datetime) -> int:
    """Delete a few hundred rows whose time is over; call again until it returns 0."""
    over = col(OwedMessage.batch).is_(None) & (col(OwedMessage.finished_at) < now - KEEP_PERSONAL)
    over |= col(OwedMessage.finished_at) < now - KEEP_BATCHES
    numbers = select(OwedMessage.id).where(over).limit(_MOST_AT_ONCE)
    done = await session.exec(
        delete(OwedMessage).where(col(OwedMessage.id).in_(numbers)).execution_options(synchronize_session=False)
    )
    return done.rowcount
