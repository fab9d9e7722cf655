"""What staff do with a conversation. Every step is a guarded UPDATE: of two at once one wins, the other is told."""

from datetime import datetime, timedelta
from typing import Any, Final

from sqlmodel import and_, col, or_, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.clock import WARSAW
from bot.desk import audit, owing
from bot.desk.audit import Action
from bot.desk.bringing import NOTE, bring
from bot.desk.content import Standing
from bot.desk.conversations import Kind, State, locked, refuse_blocked
from bot.desk.hours import DeskHours
from bot.desk.mirroring import Incoming
from bot.desk.permission import AT_WORK, Clerk, is_staff, need_staff
from bot.errors import OkienkoError
from bot.people.roles import roles_in
from bot.places.topics import Topic
from bot.storage import writing
from bot.storage.tables import Conversation, DeskMessage, Grant

AFTER_HOURS: Final = timedelta(hours=2)
"""How long somebody keeps a conversation taken while the desk is closed."""
REOPEN_DAYS: Final = 7
QUIET: Final = timedelta(days=14)
"""So long after the last word of either side a conversation in which nobody waits is over."""
_BY_DAY: Final = (9, 18)
_AT_ONCE: Final = 20
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
            col(Conversation.taken_by) == by.account_id,
            _nobodys(now),
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
    audit.write(session, now, Action.PASSED_ON, conversation, by.account_id)
    if to is not None:
        audit.write(session, now, Action.GIVEN, conversation, to.account_id)
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
    """The resident whose it is, or staff, open it again.

    Raises `OkienkoError` ``desk-not-yours``, ``desk-too-old``, and ``desk-blocked`` for whom staff have blocked.
    """
    await writing(session)
    conversation = await locked(session, conversation_id)
    if conversation is None:
        raise OkienkoError("desk-gone")
    own = conversation.account_id == account_id
    if not own and not await is_staff(session, account_id, conversation.centre):
        raise OkienkoError("desk-not-yours")
    if conversation.state != State.CLOSED:
        return conversation
    if own and not conversation.in_danger:
        await refuse_blocked(session, now, account_id, conversation.centre)
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
    """Who had it went home, or works here no more: colleagues may take it. False when it is not so far (any more)."""
    await writing(session)
    conversation = await locked(session, conversation_id)
    if conversation is None:
        return False
    holder = conversation.taken_by
    if not await _change(session, conversation, let_go_of(now), state=State.WAITING, **_FREE):
        return False
    audit.write(session, now, Action.LAPSED, conversation, holder)
    await owing.retitle(session, now, conversation)
    return True


async def end_quiet(session: AsyncSession, now: datetime) -> int:
    """End what nobody has written in for `QUIET`, where nobody waits: else the bot would stay silent there for ever,
    and the words be kept. By day, for the resident is told. Returns how many; more come with the next call."""
    if not _BY_DAY[0] <= now.astimezone(WARSAW).hour < _BY_DAY[1]:
        return 0
    await writing(session)
    newer = (
        select(DeskMessage.id)
        .where(col(DeskMessage.conversation_id) == col(Conversation.id), col(DeskMessage.created_at) > now - QUIET)
        .correlate(Conversation)
    )
    quiet = (
        col(Conversation.state).in_([State.WAITING, State.TAKEN])
        & (col(Conversation.kind) == Kind.TALK)
        & col(Conversation.waiting_since).is_(None)
        & (col(Conversation.opened_at) <= now - QUIET)
        & ~newer.exists()
    )
    rows = await session.exec(select(Conversation.id).where(quiet).order_by(col(Conversation.id)).limit(_AT_ONCE))
    count = 0
    for number in rows.all():
        conversation = await locked(session, number)
        over = {"closed_at": now, "snoozed_until": None, "reopen_until": now + timedelta(days=REOPEN_DAYS), **_FREE}
        if conversation is None or not await _change(session, conversation, quiet, state=State.CLOSED, **over):
            continue
        count += 1
        audit.write(session, now, Action.CLOSED, conversation, quiet=True)
        await owing.retitle(session, now, conversation)
        again = [["desk-button-reopen", f"{owing.DATA}:reopen:{conversation.id}"]]
        once = f"closed:{now.timestamp():.0f}"
        await owing.tell_resident(
            session, now, conversation, once, "desk-told-closed", buttons=[again], days=REOPEN_DAYS
        )
    return count


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
    return or_(col(Conversation.state).in_([State.WAITING, State.SNOOZED]), let_go_of(now))


def let_go_of(now: datetime) -> Any:
    """Taken, but by nobody who could go on: their time is over, their role in the centre, or they are gone."""
    theirs = (
        select(Grant.account_id)
        .where(
            col(Grant.account_id) == col(Conversation.taken_by),
            col(Grant.centre) == col(Conversation.centre),
            col(Grant.role).in_(sorted(role.value for role in AT_WORK)),
        )
        .correlate(Conversation)
    )
    return and_(
        col(Conversation.state) == State.TAKEN,
        or_(col(Conversation.lapses_at) <= now, col(Conversation.taken_by).is_(None), ~theirs.exists()),
    )


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
