"""What staff do with a conversation. Every step is a guarded UPDATE: of two at once one wins, the other is told."""

from datetime import datetime, timedelta
from typing import Any, Final

from sqlmodel import and_, col, or_, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.desk import audit, owing
from bot.desk.audit import Action
from bot.desk.bringing import NOTE, bring
from bot.desk.content import Standing
from bot.desk.conversations import State, locked
from bot.desk.hours import DeskHours
from bot.desk.mirroring import Incoming
from bot.desk.permission import Clerk, is_staff, need_staff
from bot.errors import OkienkoError
from bot.people.roles import roles_in
from bot.places.topics import Topic
from bot.storage import writing
from bot.storage.tables import Conversation, DeskMessage

AFTER_HOURS: Final = timedelta(hours=2)
"""How long somebody keeps a conversation taken while the desk is closed."""
REOPEN_DAYS: Final = 7
_FREE: Final[dict[str, Any]] = {"taken_by": None, "taken_name": None, "taken_at": None, "lapses_at": None}


async def take(session: AsyncSession, now: datetime, conversation_id: int, by: Clerk, hours: DeskHours) -> Conversation:
    """Have a conversation to oneself until the desk closes. Taken again by the same person, it lasts anew.

    Raises `OkienkoError`: ``desk-not-yours``, ``desk-taken-by`` (with the colleague's ``name``), ``desk-closed``.
    """
    conversation = await _for(session, conversation_id, by)
    first = conversation.taken_at is None and conversation.first_answer_at is None
    again = conversation.state == State.TAKEN and conversation.taken_by == by.account_id
    done = await _change(
        session,
        conversation,
        or_(
            col(Conversation.state).in_([State.WAITING, State.SNOOZED]),
            col(Conversation.taken_by) == by.account_id,
            col(Conversation.taken_by).is_(None),
            col(Conversation.lapses_at) <= now,
        )
        & (col(Conversation.state) != State.CLOSED),
        state=State.TAKEN,
        taken_by=by.account_id,
        taken_name=by.name[:64],
        taken_at=now,
        lapses_at=hours.closing(now) or now + AFTER_HOURS,
        snoozed_until=None,
    )
    if not done:
        raise refusal(conversation)
    if not again:
        audit.write(session, now, Action.TAKEN, conversation, by.account_id)
        await owing.retitle(session, now, conversation)
        if first:
            await owing.tell_resident(session, now, conversation, "taken", "desk-told-taken", name=by.name)
    return await _read(session, conversation)


async def release(session: AsyncSession, now: datetime, conversation_id: int, by: Clerk) -> Conversation:
    """Let colleagues have it again. Raises as `take` does."""
    conversation = await _for(session, conversation_id, by)
    if not await _change(session, conversation, _held(by), state=State.WAITING, **_FREE):
        raise refusal(conversation)
    audit.write(session, now, Action.RELEASED, conversation, by.account_id)
    await owing.retitle(session, now, conversation)
    return await _read(session, conversation)


async def pass_on(
    session: AsyncSession,
    now: datetime,
    conversation_id: int,
    by: Clerk,
    hours: DeskHours,
    *,
    to: Clerk | None = None,
    unit: str | None = None,
) -> Conversation:
    """Give it to a colleague (who is told) or into the line of a unit. Only who has it, or when nobody has.

    Raises `OkienkoError`: as `take`, and ``desk-no-colleague`` for somebody without a role in the centre.
    """
    conversation = await _for(session, conversation_id, by)
    if to is not None:
        if not await roles_in(session, to.account_id, conversation.centre):
            raise OkienkoError("desk-no-colleague")
        values: dict[str, Any] = {
            "state": State.TAKEN,
            "taken_by": to.account_id,
            "taken_name": to.name[:64],
            "taken_at": now,
            "lapses_at": hours.closing(now) or now + AFTER_HOURS,
        }
    else:
        values = {"state": State.WAITING, "unit": (unit or "").strip()[:64] or None, **_FREE}
    if not await _change(session, conversation, _held(by) | _nobodys(now), snoozed_until=None, **values):
        raise refusal(conversation)
    audit.write(session, now, Action.PASSED_ON, conversation, by.account_id, to=to.account_id if to else None)
    await owing.retitle(session, now, conversation)
    if to is not None:
        once = f"passed:{conversation.id}:{now.timestamp():.0f}"
        await owing.tell_account(
            session, now, to.account_id, conversation.centre, once, "desk-told-passed", number=str(conversation.number)
        )
    return await _read(session, conversation)


async def note(
    session: AsyncSession, now: datetime, conversation_id: int, by: Clerk, incoming: Incoming
) -> DeskMessage:
    """Keep what staff wrote among themselves. It never goes out."""
    conversation = await _for(session, conversation_id, by)
    assert conversation.id is not None
    message = DeskMessage(
        conversation_id=conversation.id,
        who=NOTE,
        author=by.account_id,
        content=incoming.content.kept(),
        source_channel=incoming.channel,
        source_chat=incoming.chat_id,
        source_message=incoming.message_id,
        state=Standing.NOTED,
        created_at=now,
    )
    session.add(message)
    audit.write(session, now, Action.NOTED, conversation, by.account_id)
    await session.flush()
    return message


async def snooze(
    session: AsyncSession, now: datetime, conversation_id: int, by: Clerk, until: datetime
) -> Conversation:
    """Put it aside until a moment (aware), or until the resident writes. Raises as `take`; ``desk-past``."""
    if until <= now:
        raise OkienkoError("desk-past")
    conversation = await _for(session, conversation_id, by)
    if not await _change(
        session, conversation, _held(by) | _nobodys(now), state=State.SNOOZED, snoozed_until=until, **_FREE
    ):
        raise refusal(conversation)
    audit.write(session, now, Action.SNOOZED, conversation, by.account_id)
    await owing.retitle(session, now, conversation)
    return await _read(session, conversation)


async def close(
    session: AsyncSession, now: datetime, conversation_id: int, by: Clerk, topic: Topic | None = None
) -> Conversation:
    """End it. The resident is told, can open it again for some days, and is asked how it was (not after danger).

    Raises `OkienkoError`: as `take`. Closing what is closed raises ``desk-closed``.
    """
    conversation = await _for(session, conversation_id, by)
    if not await ended(session, now, conversation, by, topic, reopen_until=now + timedelta(days=REOPEN_DAYS)):
        raise refusal(conversation)
    audit.write(session, now, Action.CLOSED, conversation, by.account_id, topic=topic.value if topic else None)
    await owing.retitle(session, now, conversation)
    again = [["desk-button-reopen", f"{owing.DATA}:reopen:{conversation.id}"]]
    stars = [["desk-stars", f"{owing.DATA}:rate-{number}:{conversation.id}", str(number)] for number in range(1, 6)]
    calm = conversation.kind == "talk" and not conversation.in_danger
    await owing.tell_resident(
        session,
        now,
        conversation,
        f"closed:{now.timestamp():.0f}",
        "desk-told-closed-rate" if calm else "desk-told-closed",
        buttons=[stars, again] if calm else [again],
        days=REOPEN_DAYS,
    )
    return await _read(session, conversation)


async def reopen(session: AsyncSession, now: datetime, conversation_id: int, account_id: int) -> Conversation:
    """The resident whose it is, or staff, open it again. Raises `OkienkoError` ``desk-not-yours``, ``desk-too-old``."""
    await writing(session)
    conversation = await locked(session, conversation_id)
    if conversation is None:
        raise OkienkoError("desk-gone")
    own = conversation.account_id == account_id
    if not own and not await is_staff(session, account_id, conversation.centre):
        raise OkienkoError("desk-not-yours")
    if conversation.state != State.CLOSED:
        return conversation
    done = await _change(
        session,
        conversation,
        (col(Conversation.state) == State.CLOSED) & (col(Conversation.reopen_until) > now),
        state=State.WAITING,
        waiting_since=now if own else None,
        closed_at=None,
        closed_by=None,
        reopen_until=None,
        reminded=0,
        reminded_at=None,
    )
    if not done:
        raise OkienkoError("desk-too-old")
    audit.write(session, now, Action.REOPENED, conversation, account_id)
    await owing.retitle(session, now, conversation)
    conversation = await _read(session, conversation)
    await owing.say(session, now, conversation, f"reopened:{now.timestamp():.0f}", "desk-said-reopened")
    await bring(session, now, conversation)
    return conversation


async def lapse(session: AsyncSession, now: datetime, conversation_id: int) -> bool:
    """Who had it went home: colleagues may take it. False when it is not so far (any more)."""
    await writing(session)
    conversation = await locked(session, conversation_id)
    if conversation is None:
        return False
    holder = conversation.taken_by
    over = (col(Conversation.state) == State.TAKEN) & (col(Conversation.lapses_at) <= now)
    if not await _change(session, conversation, over, state=State.WAITING, **_FREE):
        return False
    audit.write(session, now, Action.LAPSED, conversation, holder)
    await owing.retitle(session, now, conversation)
    return True


async def wake(session: AsyncSession, now: datetime, conversation_id: int) -> bool:
    """What was put aside comes back into the line. False when it is not so far (any more)."""
    await writing(session)
    conversation = await locked(session, conversation_id)
    if conversation is None:
        return False
    over = (col(Conversation.state) == State.SNOOZED) & (col(Conversation.snoozed_until) <= now)
    # Whoever put it aside meant to come back to it: it counts as waiting from now.
    since = conversation.waiting_since or now
    values = {"state": State.WAITING, "snoozed_until": None, "waiting_since": since, "reminded": 0, "reminded_at": None}
    if not await _change(session, conversation, over, **values):
        return False
    await owing.retitle(session, now, conversation)
    await owing.say(session, now, conversation, f"woken:{now.timestamp():.0f}", "desk-said-woken")
    return True


async def ended(
    session: AsyncSession,
    now: datetime,
    conversation: Conversation,
    by: Clerk,
    topic: Topic | None,
    **values: Any,
) -> bool:
    """End a locked conversation that nobody else has. False when somebody has it, or it was ended already."""
    return await _change(
        session,
        conversation,
        _held(by) | _nobodys(now),
        state=State.CLOSED,
        closed_at=now,
        closed_by=by.account_id,
        topic=topic.value if topic else None,
        waiting_since=None,
        snoozed_until=None,
        **_FREE,
        **values,
    )


def _held(by: Clerk) -> Any:
    return and_(col(Conversation.state) == State.TAKEN, col(Conversation.taken_by) == by.account_id)


def _nobodys(now: datetime) -> Any:
    lapsed = and_(col(Conversation.state) == State.TAKEN, col(Conversation.lapses_at) <= now)
    return or_(col(Conversation.state).in_([State.WAITING, State.SNOOZED]), lapsed)


async def _for(session: AsyncSession, conversation_id: int, by: Clerk) -> Conversation:
    """The conversation, locked, for somebody who may work on it."""
    await writing(session)
    conversation = await locked(session, conversation_id)
    if conversation is None:
        raise OkienkoError("desk-gone")
    await need_staff(session, by, conversation)
    return conversation


async def _change(session: AsyncSession, conversation: Conversation, guard: Any, **values: Any) -> bool:
    done = await session.exec(
        update(Conversation)
        .where(col(Conversation.id) == conversation.id, guard)
        .values(**values)
        .execution_options(synchronize_session=False)
    )
    if done.rowcount:
        await session.refresh(conversation)
    return bool(done.rowcount)


async def _read(session: AsyncSession, conversation: Conversation) -> Conversation:
    await session.flush()
    await session.refresh(conversation)
    return conversation


def refusal(conversation: Conversation) -> OkienkoError:
    """Why a step was too late, with who was first."""
    if conversation.state == State.CLOSED:
        return OkienkoError("desk-closed", number=str(conversation.number))
    if conversation.state == State.TAKEN:
        return OkienkoError("desk-taken-by", name=conversation.taken_name or "?")
    return OkienkoError("desk-not-taken")
