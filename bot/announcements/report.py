"""What became of an announcement: counts for people, names only for groups."""

from dataclasses import dataclass, field

from sqlmodel import col, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.announcements.announcements import batch
from bot.outbox.states import State
from bot.storage.tables import Community, OwedMessage

_BLOCKED = ("blocked", "deactivated")


@dataclass(slots=True)
class Report:
    """How many messages of a run stand where. ``migrated`` are among the delivered.

    ``troubles`` are groups that did not get it, each with a short reason of the outbox's
    ("no rights", "removed", …).
    """

    delivered: int = 0
    blocked: int = 0
    gone: int = 0
    migrated: int = 0
    uncertain: int = 0
    pending: int = 0
    held_back: int = 0
    """Dropped, refused or expired: no right to write, no longer followed, stopped."""
    troubles: list[tuple[str, str]] = field(default_factory=list)

    @property
    def total(self) -> int:
        return self.delivered + self.blocked + self.gone + self.uncertain + self.pending + self.held_back

    @property
    def quarter(self) -> int:
        """How many quarters of it are finished: 0 to 4."""
        return 4 if not self.pending else 4 * (self.total - self.pending) // self.total


async def of_run(session: AsyncSession, run_id: int) -> Report:
    """The report of one time that an announcement went out."""
    return await _of_batch(session, batch(run_id))


async def of_corrections(session: AsyncSession, announcement_id: int, revision: int) -> Report:
    """What became of the edits of a correction; ``held_back`` are those that could not be changed."""
    return await _of_batch(session, f"correction:{announcement_id}:{revision}")


async def of_recall(session: AsyncSession, announcement_id: int) -> Report:
    """What became of the deletions; ``held_back`` are messages that the messenger would not delete."""
    return await _of_batch(session, f"recall:{announcement_id}")


async def _of_batch(session: AsyncSession, name: str) -> Report:
    report = Report()
    counted = await session.exec(
        select(
            OwedMessage.state,
            OwedMessage.reason,
            col(OwedMessage.migrated_from).is_not(None),
            func.count(),
        )
        .where(col(OwedMessage.batch) == name)
        .group_by(col(OwedMessage.state), col(OwedMessage.reason), col(OwedMessage.migrated_from).is_not(None))
    )
    for state, reason, migrated, count in counted.all():
        match state:
            case State.DELIVERED:
                report.delivered += count
                report.migrated += count if migrated else 0
            case State.GONE if reason in _BLOCKED:
                report.blocked += count
            case State.GONE:
                report.gone += count
            case State.UNCERTAIN:
                report.uncertain += count
            case State.WAITING | State.CLAIMED:
                report.pending += count
            case _:
                report.held_back += count
    troubled = await session.exec(
        select(Community.name, OwedMessage.state, OwedMessage.reason)
        .join(
            OwedMessage,
            (col(OwedMessage.channel) == col(Community.channel)) & (col(OwedMessage.chat_id) == col(Community.chat_id)),
        )
        .where(
            col(OwedMessage.batch) == name,
            col(OwedMessage.state).in_([State.GONE, State.UNCERTAIN, State.DROPPED, State.EXPIRED]),
        )
        .order_by(col(Community.name))
    )
    report.troubles = [(group, reason or state) for group, state, reason in troubled.all()]
    return report
