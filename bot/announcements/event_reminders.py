"""What is owed to those who come: reminders, news of a change, the count under a group's message.

Nothing is taken back when somebody changes their mind: each message is looked at again when it is sent
(`bot.announcements.event_kinds`). The keys hold the moment of the event, so a moved event owes anew, and
moving it back finds the old rows still waiting.
"""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from typing import Any, Final, NamedTuple

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.clock import WARSAW
from bot.outbox.owed import Debt, owe_these
from bot.outbox.quiet import QUIET_UNTIL, allowed_moment, is_quiet
from bot.outbox.states import Priority, State
from bot.storage.tables import Announcement, AnnouncementRun, Event, EventPost, OwedMessage

REMINDER: Final = "event-reminder"
CHANGED: Final = "event-changed"
CANCELLED: Final = "event-cancelled"
CALENDAR: Final = "event-calendar"
COUNT: Final = "event-count"

EVENING: Final = time(18)
"""The evening before, on Polish clocks."""
SHORTLY: Final = timedelta(hours=2)
USEFUL: Final = timedelta(minutes=30)
"""A reminder later than this before the beginning helps nobody."""
COUNT_SECONDS: Final = 30
"""A group's message changes its count at most this often."""
CHANGE_OF_MIND: Final = timedelta(minutes=2)
"""How long news of a change wait: time and place are changed one after the other, and told of together."""
EARLIEST_USEFUL: Final = timedelta(hours=6)
"""The evening before an early event, one message is enough: the reminder of 18:00 has come."""
SOON: Final = timedelta(hours=24)
_PIECE: Final = 200


class Guest(NamedTuple):
    """Somebody who comes, and where they are written to."""

    account_id: int
    channel: str
    chat_id: int


def evening_before(starts_at: datetime) -> datetime:
    """18:00 of the local day before, whatever the clocks do in that night."""
    local = starts_at.astimezone(WARSAW)
    return datetime.combine(local.date() - timedelta(days=1), EVENING, WARSAW)


def shortly_before(starts_at: datetime) -> datetime:
    """Two hours before, by real time; at 8:00 when that is in the night before an early event."""
    moment = starts_at - SHORTLY
    local = starts_at.astimezone(WARSAW)
    morning = datetime.combine(local.date(), QUIET_UNTIL, WARSAW)
    return morning if is_quiet(moment) and moment < morning <= starts_at - USEFUL else moment


async def owe(session: AsyncSession, now: datetime, event: Event, guest: Guest) -> None:
    """The two reminders of somebody who comes, as far as their moments are yet to come."""
    starts = event.starts_at
    debts = [
        _debt(event, guest, REMINDER, f"{name}:{starts:%Y%m%d%H%M}", at, expires, {"start": starts.isoformat()})
        for name, at, expires in _to_come(now, starts)
    ]
    await owe_these(session, debts, now=now)


def how_many(now: datetime, starts_at: datetime) -> int:
    """How many reminders will still come to who says now that they come."""
    useful = starts_at - EARLIEST_USEFUL
    return sum(
        allowed_moment(at, now, earliest_useful=useful, expires_at=expires) is not None
        for _, at, expires in _to_come(now, starts_at)
    )


def _to_come(now: datetime, starts_at: datetime) -> list[tuple[str, datetime, datetime]]:
    """Name, moment and end of use of each reminder whose moment has not passed."""
    shortly = shortly_before(starts_at)
    both = [
        ("evening", evening_before(starts_at), shortly - USEFUL),
        ("shortly", shortly, starts_at - USEFUL),
    ]
    return [each for each in both if now < each[1]]


async def owe_news(session: AsyncSession, now: datetime, event: Event, coming: Sequence[Guest], kind: str) -> None:
    """A change or the cancellation, once to each who comes. Soon before the beginning also in quiet hours."""
    wait = CHANGE_OF_MIND if kind == CHANGED else timedelta()
    soon = event.starts_at - now < SOON
    debts = [
        _debt(
            event,
            guest,
            kind,
            str(event.sequence),
            now + wait,
            max(event.ends_at, now + SOON),
            {"sequence": event.sequence},
            Priority.URGENT if soon or kind == CANCELLED else Priority.PERSONAL,
        )
        for guest in coming
    ]
    for start in range(0, len(debts), _PIECE):
        await owe_these(session, debts[start : start + _PIECE], now=now)


async def owe_calendar(session: AsyncSession, now: datetime, event: Event, channel: str, chat_id: int) -> None:
    """The event as a file for somebody's own calendar, in answer to a tap; once in a minute."""
    debt = Debt(
        dedupe_key=f"event:{event.id}:calendar:{event.sequence}:{channel}:{chat_id}:{now:%Y%m%d%H%M}",
        channel=channel,
        chat_id=chat_id,
        centre=event.centre,
        kind=CALENDAR,
        payload={"event": event.id},
        priority=Priority.LIVE,
        expires_at=now + timedelta(hours=1),
    )
    await owe_these(session, [debt], now=now)


async def owe_counts(session: AsyncSession, now: datetime, event: Event, *, at_once: bool = False) -> None:
    """The new count under every message in groups, together with the other answers of the half-minute."""
    turn = int(now.timestamp()) // COUNT_SECONDS
    moment = now if at_once else datetime.fromtimestamp((turn + 1) * COUNT_SECONDS, now.tzinfo)
    debts = [
        Debt(
            dedupe_key=f"event:{event.id}:count:{channel}:{chat_id}:{message_id}:{turn}{':now' if at_once else ''}",
            channel=channel,
            chat_id=chat_id,
            centre=event.centre,
            kind=COUNT,
            payload={"event": event.id, "message": message_id},
            priority=Priority.PERSONAL,
            not_before=moment,
            expires_at=moment + timedelta(minutes=10),
            urgent=True,  # it makes no sound
        )
        for channel, chat_id, message_id in await _posts(session, event)
    ]
    for start in range(0, len(debts), _PIECE):
        await owe_these(session, debts[start : start + _PIECE], now=now)


async def _posts(session: AsyncSession, event: Event) -> set[tuple[str, int, int]]:
    """Where in groups the buttons stand: seen by a tap, or delivered with an announcement."""
    tapped = await session.exec(select(EventPost).where(col(EventPost.event_id) == event.id))
    posts = {(post.channel, post.chat_id, post.message_id) for post in tapped.all()}
    runs = await session.exec(
        select(AnnouncementRun.id).join(Announcement).where(col(Announcement.event_id) == event.id)
    )
    batches = [f"announcement:{run}" for run in runs.all()]
    if batches:
        sent = await session.exec(
            select(OwedMessage.channel, OwedMessage.chat_id, OwedMessage.message_ids).where(
                col(OwedMessage.batch).in_(batches),
                col(OwedMessage.state) == State.DELIVERED,
                col(OwedMessage.chat_id) < 0,
            )
        )
        posts |= {(channel, chat_id, numbers[-1]) for channel, chat_id, numbers in sent.all() if numbers}
    return posts


def _debt(
    event: Event,
    guest: Guest,
    kind: str,
    which: str,
    at: datetime,
    expires_at: datetime,
    payload: dict[str, Any],
    priority: Priority = Priority.PERSONAL,
) -> Debt:
    return Debt(
        dedupe_key=f"{kind}:{event.id}:{guest.account_id}:{which}",
        channel=guest.channel,
        chat_id=guest.chat_id,
        centre=event.centre,
        kind=kind,
        payload={"event": event.id, "account": guest.account_id, **payload},
        priority=priority,
        not_before=at,
        expires_at=expires_at,
        earliest_useful=event.starts_at - EARLIEST_USEFUL if kind == REMINDER else None,
    )
