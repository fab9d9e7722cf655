"""Events that people are invited to, and who said that they come. No name is kept.

Without a limit nobody is turned away; what has one, takes answers in `bot.announcements.event_seats`.

The session is handed in and the caller commits. Only organisers of an event's centre may change it:
the functions that change take the centre in which the caller has checked the role, and an event of
another centre does not exist for them.
"""

import secrets
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import Enum, StrEnum, auto
from typing import Final

from sqlalchemy import func
from sqlmodel import col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.announcements import event_guests, event_reminders, event_seats
from bot.announcements.announcements import Stage, halt
from bot.announcements.event_reminders import Guest
from bot.clock import WARSAW
from bot.errors import OkienkoError
from bot.storage import writing
from bot.storage.tables import Account, Address, Announcement, AnnouncementRun, Attendance, EventPost
from bot.storage.tables import Event as Event

USUAL_LENGTH: Final = timedelta(hours=2)
TITLE_LENGTH: Final = 120
PLACE_LENGTH: Final = 200
KEEP_ANSWERS: Final = timedelta(days=30)
"""How long after an event it is known who had said to come; afterwards only how many."""


WENT_OUT: Final = ("owing", "sending", "done")
"""The states of an announcement's run (`bot.announcements.announcements.RunState`) in which residents are told."""


class Reason(StrEnum):
    """Why an event does not take place."""

    WEATHER = "weather"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEvent:
    """What an organiser tells of an event. ``starts_at`` is aware."""

    title: str
    place: str
    starts_at: datetime
    picture: str | None = None
    """A file id on the channel ``picture_channel``."""
    picture_channel: str | None = None
    plan_item: str | None = None
    seats: int | None = None
    """For how many people there is room; None: for everybody."""


class Standing(Enum):
    """What an answer met."""

    TAKEN = auto()
    """It is written down."""
    SEATS = auto()
    """The event has a limit: nothing is written, it is for `bot.announcements.event_seats`."""
    CANCELLED = auto()
    OVER = auto()
    GONE = auto()
    """There is no such event."""


@dataclass(frozen=True, slots=True)
class Answered:
    """What became of somebody's answer. ``changed`` is false for the same answer again.

    ``reminders``: how many will still come to who comes.
    """

    standing: Standing
    event: Event | None = None
    changed: bool = False
    reminders: int = 0


def checked_title(text: str) -> str:
    """A title in one line. Raises `OkienkoError` when there is none or it is too long."""
    return _checked(text, TITLE_LENGTH, "event-title-wrong")


def checked_place(text: str) -> str:
    """A place in one line. Raises `OkienkoError` when there is none or it is too long."""
    return _checked(text, PLACE_LENGTH, "event-place-wrong")


def _checked(text: str, most: int, key: str) -> str:
    line = " ".join(text.split())
    if not line or len(line) > most:
        raise OkienkoError(key, most=most)
    return line


async def create(session: AsyncSession, now: datetime, centre: str, by: int, new: NewEvent) -> Event:
    """A new event, seen by organisers only until it is announced.

    Raises `OkienkoError` for a moment past, and what `event_seats.limit` raises.
    """
    await writing(session)
    starts_at = _to_come(new.starts_at, now)
    event = Event(
        uid=f"{secrets.token_hex(16)}@okienko",
        centre=centre,
        title=checked_title(new.title),
        place=checked_place(new.place),
        starts_at=starts_at,
        ends_at=starts_at + USUAL_LENGTH,
        picture=new.picture,
        picture_channel=new.picture_channel,
        plan_item=new.plan_item,
        created_by=by,
        created_at=now,
        changed_at=now,
    )
    session.add(event)
    await session.flush()
    if new.seats is not None:
        await event_seats.limit(session, now, event, new.seats)
    return event


async def find(session: AsyncSession, event_id: int, centre: str | None = None) -> Event | None:
    """An event by its number; with ``centre`` only when it is that centre's."""
    event = await session.get(Event, event_id)
    return None if event is None or (centre is not None and event.centre != centre) else event


async def upcoming(session: AsyncSession, now: datetime, centre: str, *, announced: bool = False) -> list[Event]:
    """A centre's events that are not over, the next first; ``announced``: only what residents were told of.

    Cancelled ones are among them until their day is over, so that somebody who looks learns it.
    """
    query = select(Event).where(col(Event.centre) == centre, col(Event.ends_at) > now)
    if announced:
        went_out = (
            select(Announcement.event_id)
            .join(AnnouncementRun)
            .where(col(Announcement.event_id).is_not(None), col(AnnouncementRun.state).in_(WENT_OUT))
        )
        query = query.where(col(Event.id).in_(went_out))
    return list((await session.exec(query.order_by(col(Event.starts_at), col(Event.id)).limit(30))).all())


async def change(
    session: AsyncSession,
    now: datetime,
    centre: str,
    event_id: int,
    *,
    starts_at: datetime | None = None,
    place: str | None = None,
) -> Event:
    """Another time or place. Those coming are told once of what it is in the end, with new reminders.

    Raises `OkienkoError` when there is no such event in this centre, it is cancelled or over, or for a
    moment past.
    """
    event = await _standing(session, now, centre, event_id)
    before = (event.starts_at, event.place)
    if starts_at is not None:
        length = event.ends_at - event.starts_at
        event.starts_at = _to_come(starts_at, now)
        event.ends_at = event.starts_at + length
    if place is not None:
        event.place = checked_place(place)
    if (event.starts_at, event.place) == before:
        return event
    event.sequence += 1
    event.changed_at = now
    session.add(event)
    await session.flush()
    await event_seats.follow(session, now, event)
    coming = await those_coming(session, event_id)
    told = coming + await event_guests.only_in_line(session, event_id, coming)
    await event_reminders.owe_news(session, now, event, told, event_reminders.CHANGED)
    for guest in coming:
        await event_reminders.owe(session, now, event, guest)
    return event


async def limit(session: AsyncSession, now: datetime, centre: str, event_id: int, seats: int | None) -> Event:
    """So many people may come. Raises `OkienkoError` as `change` and `event_seats.limit` do.

    None leaves an event without a limit as it is; of one with people in it ``event-seats-stay`` is raised.
    """
    event = await _standing(session, now, centre, event_id)
    if seats is not None:
        await event_seats.limit(session, now, event, seats)
    elif await event_guests.of(session, event_id):
        raise OkienkoError("event-seats-stay")
    return event


async def cancel(session: AsyncSession, now: datetime, centre: str, event_id: int, reason: Reason) -> Event:
    """It does not take place: those coming are told once, at once; the buttons in groups say so.

    What was still to invite to it is stopped. Raises `OkienkoError` when there is no such event in this
    centre, or it is over. Cancelled already: nothing.
    """
    await writing(session)
    event = await find(session, event_id, centre)
    if event and event.cancelled_at:
        return event
    event = await _standing(session, now, centre, event_id)
    event.cancelled_at = event.changed_at = now
    event.cancelled_because = reason.value
    event.sequence += 1
    session.add(event)
    await session.flush()
    seated = await event_seats.close(session, now, event)
    told = seated or await those_coming(session, event_id)
    await event_reminders.owe_news(session, now, event, told, event_reminders.CANCELLED)
    await event_reminders.owe_counts(session, now, event, at_once=True)
    inviting = select(Announcement).where(
        col(Announcement.event_id) == event_id, col(Announcement.state).in_((Stage.PLANNED, Stage.WAITING))
    )
    for announcement in (await session.exec(inviting)).all():
        await halt(session, now, announcement, "event cancelled")
    return event


async def answer(
    session: AsyncSession,
    now: datetime,
    *,
    event_id: int,
    account_id: int,
    channel: str,
    chat_id: int,
    coming: bool,
) -> Answered:
    """Somebody comes or does not. The last answer counts; a second tap changes nothing.

    An event with a limit takes no answer here (`Standing.SEATS`).

    ``channel`` and ``chat_id`` are where reminders go: the person's own chat.
    """
    await writing(session)
    event = await find(session, event_id)
    if event is None:
        return Answered(Standing.GONE)
    if event.cancelled_at:
        return Answered(Standing.CANCELLED, event)
    if event.ends_at <= now:
        return Answered(Standing.OVER, event)
    await session.refresh(event, with_for_update={"read": True})  # it gets no limit meanwhile
    if await event_guests.of(session, event_id):
        return Answered(Standing.SEATS, event)
    reminders = event_reminders.how_many(now, event.starts_at) if coming else 0
    attendance = await session.get(Attendance, (event_id, account_id))
    if attendance and attendance.coming == coming:
        return Answered(Standing.TAKEN, event, reminders=reminders)
    if attendance is None:
        attendance = Attendance(
            event_id=event_id,
            account_id=account_id,
            channel=channel,
            chat_id=chat_id,
            coming=coming,
            answered_at=now,
        )
    attendance.channel, attendance.chat_id = channel, chat_id
    attendance.coming, attendance.answered_at = coming, now
    session.add(attendance)
    await session.flush()
    if coming:
        await event_reminders.owe(session, now, event, Guest(account_id, channel, chat_id))
    await event_reminders.owe_counts(session, now, event)
    return Answered(Standing.TAKEN, event, changed=True, reminders=reminders)


async def is_coming(session: AsyncSession, event_id: int, account_id: int) -> bool | None:
    """What somebody answered, or whether they have a seat; None: nothing yet."""
    slot = await event_guests.of(session, event_id)
    if slot and slot.id is not None and (await event_guests.party(session, slot.id, account_id)).people:
        return True
    attendance = await session.get(Attendance, (event_id, account_id))
    return attendance.coming if attendance else None


async def count(session: AsyncSession, event: Event) -> int:
    """How many people come, as far as they said so."""
    if event.came is not None:
        return event.came
    if (slot := await event_guests.of(session, event.id or 0)) and slot.id is not None:
        return await event_guests.people(session, slot.id)
    found = await session.exec(
        select(func.count())
        .select_from(Attendance)
        .where(col(Attendance.event_id) == event.id, col(Attendance.coming).is_(True))
    )
    return found.one()


async def those_coming(session: AsyncSession, event_id: int) -> list[Guest]:
    """Those who come, each account once, with where it is written to: an audience, never to be shown."""
    if (slot := await event_guests.of(session, event_id)) and slot.id is not None:
        return await event_guests.guests(session, slot.id)
    found = await session.exec(
        select(Attendance)
        .where(col(Attendance.event_id) == event_id, col(Attendance.coming).is_(True))
        .order_by(col(Attendance.account_id))
    )
    return [Guest(each.account_id, each.channel, each.chat_id) for each in found.all()]


async def can_be_written_to(session: AsyncSession, channel: str, chat_id: int) -> bool:
    """Whether somebody who tapped in a group has a private chat with us that is not blocked."""
    found = await session.exec(
        select(Address.blocked_at)
        .join(Account, col(Account.id) == col(Address.account_id))
        .where(col(Address.channel) == channel, col(Address.chat_id) == chat_id)
    )
    rows = found.all()
    return bool(rows) and rows[0] is None


async def seen_in_group(session: AsyncSession, event_id: int, channel: str, chat_id: int, message_id: int) -> None:
    """Remember a message in a group that has the buttons: its count is kept up to date."""
    if await session.get(EventPost, (channel, chat_id, message_id)) is None:
        await writing(session)
        session.add(EventPost(channel=channel, chat_id=chat_id, message_id=message_id, event_id=event_id))
        await session.flush()


async def forget_old(session: AsyncSession, now: datetime) -> None:
    """Forget who came to what is long over; how many is kept. The caller commits."""
    old = (
        await session.exec(select(Event).where(col(Event.ends_at) < now - KEEP_ANSWERS, col(Event.came).is_(None)))
    ).all()
    if not old:
        return
    await writing(session)
    for event in old:
        event.came = await count(session, event)
        session.add(event)
        await session.flush()
        for table in (Attendance, EventPost):
            await session.exec(
                delete(table).where(col(table.event_id) == event.id).execution_options(synchronize_session=False)
            )


def local_day(moment: datetime) -> date:
    """The day of a moment on Polish clocks."""
    return moment.astimezone(WARSAW).date()


def day_begins(day: date) -> datetime:
    """The first moment of a local day."""
    return datetime.combine(day, time(), WARSAW)


async def _standing(session: AsyncSession, now: datetime, centre: str, event_id: int) -> Event:
    await writing(session)
    event = await find(session, event_id, centre)
    if event is None:
        raise OkienkoError("event-gone")
    await session.refresh(event)
    if event.cancelled_at:
        raise OkienkoError("event-cancelled-already")
    if event.ends_at <= now:
        raise OkienkoError("event-over")
    return event


def _to_come(moment: datetime, now: datetime) -> datetime:
    """In UTC, where two hours later is two hours later also in the nights of the clocks."""
    if moment <= now:
        raise OkienkoError("event-past")
    return moment.astimezone(UTC)
