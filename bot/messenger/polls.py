"""Polls: what they look like now, voting, closing. Regular ones only; a quiz is refused where it is sent."""

from collections.abc import Iterable

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.clock import Clock
from bot.messenger.tables import Json, Poll, Vote


def _closed(poll: Poll, clock: Clock) -> bool:
    """A poll whose time is over is closed without anybody doing it."""
    return poll.closed or (poll.closes_at is not None and poll.closes_at <= clock())


def shown(poll: Poll, votes: list[Vote], clock: Clock) -> Json:
    """The Bot API's Poll."""
    counts = [0] * len(poll.shape["options"])
    for vote in votes:
        for number in vote.options:
            counts[number] += 1
    options = [option | {"voter_count": count} for option, count in zip(poll.shape["options"], counts, strict=True)]
    now = {"options": options, "total_voter_count": len(votes), "is_closed": _closed(poll, clock)}
    return {"id": poll.id, **poll.shape, **now}


async def current(session: AsyncSession, clock: Clock, ids: Iterable[str]) -> dict[str, Json]:
    """The polls that still exist, by id."""
    wanted = set(ids)
    if not wanted:
        return {}
    votes: dict[str, list[Vote]] = {poll_id: [] for poll_id in wanted}
    for vote in await session.exec(select(Vote).where(col(Vote.poll_id).in_(wanted))):
        votes[vote.poll_id].append(vote)
    found = await session.exec(select(Poll).where(col(Poll.id).in_(wanted)))
    return {poll.id: shown(poll, votes[poll.id], clock) for poll in found}


async def chosen(session: AsyncSession, user_id: int, ids: Iterable[str]) -> dict[str, list[int]]:
    """What a person chose in which poll."""
    wanted = set(ids)
    if not wanted:
        return {}
    query = select(Vote).where(Vote.user_id == user_id, col(Vote.poll_id).in_(wanted))
    return {vote.poll_id: vote.options for vote in await session.exec(query)}


async def vote(session: AsyncSession, clock: Clock, poll: Poll, user_id: int, options: list[int]) -> bool:
    """Note down a choice, or with no options take it back. False when the poll does not allow it."""
    numbers = sorted(set(options))
    earlier = await session.get(Vote, (poll.id, user_id))
    most = len(poll.shape["options"]) if poll.shape["allows_multiple_answers"] else 1
    known = all(0 <= number < len(poll.shape["options"]) for number in numbers)
    if _closed(poll, clock) or not known or len(numbers) > most:
        return False
    if earlier and earlier.options != numbers and not poll.shape["allows_revoting"]:
        return False
    if earlier and not numbers:
        await session.delete(earlier)
    elif earlier:
        earlier.options = numbers
        session.add(earlier)
    elif numbers:
        session.add(Vote(poll_id=poll.id, user_id=user_id, options=numbers))
    await session.flush()
    return True
