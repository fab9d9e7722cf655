"""The desk in numbers, for a week: how soon a person answered, how soon it was closed, what about, who got nothing.

Counts under `FEWEST` are not told: in a small town they would point at somebody.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from statistics import median
from typing import Final

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.desk.conversations import Kind
from bot.desk.hours import DeskHours
from bot.errors import OkienkoError
from bot.people.roles import is_organiser
from bot.places.days import day_begins
from bot.storage.tables import Conversation

FEWEST: Final = 5


@dataclass(frozen=True, slots=True)
class Figures:
    """Numbers of what was opened within a week. Minutes are those of the desk's hours.

    None where there are fewer than `FEWEST` to tell of.
    """

    since: date
    opened: int | None
    callbacks: int | None
    unanswered: int | None
    to_first_answer: int | None
    """Median of minutes until a person answered."""
    to_close: int | None
    rating: float | None
    topics: dict[str, int]
    """Those with at least `FEWEST`, the most frequent first."""
    other_topics: bool
    """Whether there were others, too few each to be told."""


async def weekly(session: AsyncSession, centre: str, by: int, monday: date, hours: DeskHours) -> Figures:
    """The figures of the week that begins on a local Monday. Raises `OkienkoError` ``desk-not-yours`` for others
    than the centre's organisers."""
    if not await is_organiser(session, by, centre):
        raise OkienkoError("desk-not-yours")
    rows = await session.exec(
        select(Conversation).where(
            col(Conversation.centre) == centre,
            col(Conversation.opened_at) >= day_begins(monday),
            col(Conversation.opened_at) < day_begins(monday + timedelta(days=7)),
        )
    )
    opened = list(rows.all())
    answered = [one for one in opened if one.first_answer_at]
    ratings = [one.rating for one in opened if one.rating is not None]
    topics = Counter(one.topic for one in opened if one.topic)
    return Figures(
        since=monday,
        opened=_told(len(opened)),
        callbacks=_told(sum(one.kind == Kind.CALLBACK for one in opened)),
        unanswered=_told(len(opened) - len(answered)),
        to_first_answer=_median(hours, [(one.opened_at, one.first_answer_at) for one in answered]),
        to_close=_median(hours, [(one.opened_at, one.closed_at) for one in opened]),
        rating=round(sum(ratings) / len(ratings), 1) if len(ratings) >= FEWEST else None,
        topics={topic: count for topic, count in topics.most_common() if count >= FEWEST},
        other_topics=any(count < FEWEST for count in topics.values()),
    )


def _told(count: int) -> int | None:
    # Nothing at all points at nobody.
    return count if count == 0 or count >= FEWEST else None


def _median(hours: DeskHours, spans: list[tuple[datetime, datetime | None]]) -> int | None:
    minutes = [hours.minutes_between(start, end) for start, end in spans if end]
    return round(median(minutes)) if len(minutes) >= FEWEST else None
