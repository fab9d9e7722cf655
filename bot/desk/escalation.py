"""Nobody is left waiting: staff are reminded, then a second person, then the coordinator; and the first line of a day.

Minutes are those in which the desk is open: whoever wrote on Friday at 15:25 and nobody answered until the
desk closed at 15:30 has waited five. Who may be in danger does not wait for opening hours.
"""

from datetime import datetime, timedelta
from typing import Any, Final

from sqlmodel import col, func, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.clock import WARSAW
from bot.desk import audit, owing
from bot.desk.audit import Action
from bot.desk.conversations import State, line, locked
from bot.desk.hours import DeskHours
from bot.storage import writing
from bot.storage.tables import Conversation, Grant, Role, StaffRoom

STEPS: Final = (30, 60, 90)
"""Working minutes without an answer: the room, a second person, the coordinator."""
DANGER_PAUSES: Final = (5, 5, 10)
"""The same in minutes of the clock, by day and night: each after the one before, the first after the words."""
_LISTED: Final = 10
_DAYS_BY_NAME: Final = 6
_WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def moment(conversation: Conversation, hours: DeskHours) -> datetime | None:
    """When the next reminder of an unanswered conversation is due; None when there is none to come."""
    since, step = conversation.waiting_since, conversation.reminded
    if since is None or step >= len(STEPS) or conversation.state not in (State.WAITING, State.TAKEN):
        return None
    if conversation.in_danger:
        return (conversation.reminded_at or since) + timedelta(minutes=DANGER_PAUSES[step])
    return hours.after(since, STEPS[step])


async def unanswered(session: AsyncSession) -> list[Conversation]:
    """All, of every centre, of whom staff may still have to be reminded."""
    rows = await session.exec(
        select(Conversation).where(
            col(Conversation.state).in_([State.WAITING, State.TAKEN]),
            col(Conversation.waiting_since).is_not(None),
            col(Conversation.reminded) < len(STEPS),
        )
    )
    return list(rows.all())


async def remind(session: AsyncSession, now: datetime, conversation_id: int, hours: DeskHours) -> bool:
    """Take the next step for somebody who waits. False when none is due (any more)."""
    await writing(session)
    conversation = await locked(session, conversation_id)
    if conversation is None or (due := moment(conversation, hours)) is None or due > now:
        return False
    step = conversation.reminded
    done = await session.exec(
        update(Conversation)
        .where(col(Conversation.id) == conversation_id, col(Conversation.reminded) == step)
        .values(reminded=step + 1, reminded_at=now)
        .execution_options(synchronize_session=False)
    )
    if not done.rowcount:
        return False
    assert conversation.waiting_since is not None
    minutes = hours.minutes_between(conversation.waiting_since, now)
    if conversation.in_danger:
        minutes = int((now - conversation.waiting_since).total_seconds() // 60)
    danger = "yes" if conversation.in_danger else "no"
    once = f"waits:{conversation.waiting_since.timestamp():.0f}:{danger}:{step}"
    values: dict[str, Any] = {"number": str(conversation.number), "minutes": minutes, "danger": danger}
    holder = conversation.taken_by if conversation.state == State.TAKEN else None
    told = False
    if step == 0 and holder is not None:
        told = await _tell(session, now, conversation, holder, once, "desk-told-waits", values)
    elif step == 1 and (second := await _second(session, conversation.centre, holder)) is not None:
        told = await _tell(session, now, conversation, second, once, "desk-told-second", values)
    elif step == 2:
        for organiser in await _with_role(session, conversation.centre, Role.ORGANISER):
            told |= await _tell(session, now, conversation, organiser, once, "desk-told-coordinator", values)
    if step == 0 or not told:
        await owing.say(session, now, conversation, once, "desk-said-waits", minutes=minutes, danger=danger)
    audit.write(session, now, Action.REMINDED, conversation, step=step + 1)
    await session.flush()
    return True


async def rooms_to_greet(session: AsyncSession, now: datetime) -> list[StaffRoom]:
    """Rooms, of every centre, to which the first line of this local day has not been said."""
    today = now.astimezone(WARSAW).date()
    rows = await session.exec(
        select(StaffRoom).where(
            col(StaffRoom.trouble).is_(None), (col(StaffRoom.greeted) < today) | col(StaffRoom.greeted).is_(None)
        )
    )
    return list(rows.all())


async def greet(session: AsyncSession, now: datetime, room_id: int) -> bool:
    """The first line of a day in a room: how many wait, since when, danger first. False: said already, or nobody."""
    await writing(session)
    today = now.astimezone(WARSAW).date()
    done = await session.exec(
        update(StaffRoom)
        .where(col(StaffRoom.id) == room_id, (col(StaffRoom.greeted) < today) | col(StaffRoom.greeted).is_(None))
        .values(greeted=today)
        .execution_options(synchronize_session=False)
    )
    if not done.rowcount:
        return False
    room = await session.get_one(StaffRoom, room_id, populate_existing=True)
    waiting = await line(session, room.centre, most=1000)
    if not waiting:
        return False
    longest = min(one.waiting_since for one in waiting if one.waiting_since)
    lines = [("desk-said-morning", {"count": len(waiting), **since(longest, now)})]
    for one in waiting[:_LISTED]:
        assert one.waiting_since is not None
        danger = "yes" if one.in_danger else "no"
        values = {"number": str(one.number), "spoken": one.language, "kind": one.kind, "danger": danger}
        lines.append(("desk-said-morning-line", values | since(one.waiting_since, now)))
    await owing.say_in_room(session, now, room, f"morning:{today}", lines)
    return True


def since(moment: datetime, now: datetime) -> dict[str, Any]:
    """A past moment for the texts: ``day`` is ``today``, a weekday (``mon``) or ``date``; and ``date`` and ``hour``."""
    wall, today = moment.astimezone(WARSAW), now.astimezone(WARSAW).date()
    ago = (today - wall.date()).days
    day = "today" if ago == 0 else _WEEKDAYS[wall.weekday()] if ago <= _DAYS_BY_NAME else "date"
    return {"day": day, "date": f"{wall.day}.{wall:%m}", "hour": f"{wall.hour}:{wall:%M}"}


async def _second(session: AsyncSession, centre: str, holder: int | None) -> int | None:
    """A clerk who has the fewest conversations now, and not this one."""
    clerks = [one for one in await _with_role(session, centre, Role.CLERK) if one != holder]
    rows = await session.exec(
        select(Conversation.taken_by, func.count(col(Conversation.id)))
        .where(col(Conversation.state) == State.TAKEN, col(Conversation.taken_by).in_(clerks))
        .group_by(col(Conversation.taken_by))
    )
    busy = dict(rows.all())
    return min(clerks, key=lambda one: (busy.get(one, 0), one), default=None)


async def _with_role(session: AsyncSession, centre: str, role: Role) -> list[int]:
    rows = await session.exec(
        select(Grant.account_id)
        .where(col(Grant.centre) == centre, col(Grant.role) == role.value)
        .order_by(col(Grant.account_id))
    )
    return list(rows.all())


async def _tell(
    session: AsyncSession,
    now: datetime,
    conversation: Conversation,
    account: int,
    once: str,
    key: str,
    values: dict[str, Any],
) -> bool:
    return await owing.tell_account(
        session, now, account, conversation.centre, f"{conversation.id}:{once}", key, **values
    )
