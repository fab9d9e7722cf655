"""Handing a resident over to staff, and finding the conversation again."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import and_, func, or_, text
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.clock import WARSAW
from bot.desk import audit, owing
from bot.desk.audit import Action
from bot.errors import OkienkoError
from bot.people import blocks
from bot.storage import writing
from bot.storage.tables import Conversation


class State(StrEnum):
    """Where a conversation stands. Whether somebody waits for an answer is ``waiting_since``."""

    WAITING = "waiting"
    TAKEN = "taken"
    SNOOZED = "snoozed"
    CLOSED = "closed"


class Kind(StrEnum):
    """What the resident asked for."""

    TALK = "talk"
    CALLBACK = "callback"


OPEN: Final = (State.WAITING, State.TAKEN, State.SNOOZED)


@dataclass(frozen=True, slots=True)
class Opening:
    """Who is handed over, and what staff are to know: no more than they need."""

    centre: str
    account_id: int | None
    channel: str
    chat_id: int
    language: str
    in_danger: bool = False
    about: dict[str, Any] | None = None
    """``question``: what was asked; ``card``: the id of the card last shown; ``case``: a fixed word (``booking``)."""


async def open_(session: AsyncSession, now: datetime, opening: Opening, kind: Kind = Kind.TALK) -> Conversation:
    """Begin a conversation. One is open per person and centre: asked again, it is the same one.

    Danger that shows later makes it urgent, with all that waits of it to be sent. Raises `OkienkoError`
    ``desk-blocked`` for whom staff have blocked, unless they are in danger.
    """
    await writing(session)
    if not opening.in_danger:
        await refuse_blocked(session, now, opening.account_id, opening.centre)
    await _one_at_a_time(session, opening.centre)
    found = await _open_at(session, opening.channel, opening.chat_id, opening.centre, kind)
    if found is not None:
        if opening.in_danger and not found.in_danger:
            await _show_danger(session, now, found)
        return found
    newest = await session.exec(
        select(func.max(col(Conversation.number))).where(col(Conversation.centre) == opening.centre)
    )
    conversation = Conversation(
        centre=opening.centre,
        number=(newest.one() or 0) + 1,
        kind=kind,
        state=State.WAITING,
        account_id=opening.account_id,
        channel=opening.channel,
        chat_id=opening.chat_id,
        language=opening.language,
        in_danger=opening.in_danger,
        about=opening.about,
        opened_at=now,
        waiting_since=now,
    )
    session.add(conversation)
    await session.flush()
    audit.write(session, now, Action.OPENED, conversation, opening.account_id)
    await session.flush()
    return conversation


async def _show_danger(session: AsyncSession, now: datetime, found: Conversation) -> None:
    """From now on it comes first, and staff are reminded anew by the clock: calm reminders do not count."""
    found.in_danger, found.reminded, found.reminded_at = True, 0, now
    session.add(found)
    await session.flush()
    await owing.hasten(session, found)
    await owing.retitle(session, now, found)


async def refuse_blocked(session: AsyncSession, now: datetime, account_id: int | None, centre: str) -> None:
    """Raises `OkienkoError` ``desk-blocked`` (``until``: the day) for whom staff of a centre have blocked."""
    if found := await blocks.of(session, now, account_id, centre):
        raise OkienkoError("desk-blocked", until=f"{found.until.astimezone(WARSAW):%d.%m}")


async def of_person(session: AsyncSession, channel: str, chat_id: int) -> Conversation | None:
    """The open talk of whoever writes at an address; None when the bot is to answer itself."""
    return await _open_at(session, channel, chat_id)


async def last_of_person(session: AsyncSession, now: datetime, channel: str, chat_id: int) -> Conversation | None:
    """The closed talk that whoever writes at an address may still open again."""
    found = await session.exec(
        select(Conversation)
        .where(
            col(Conversation.channel) == channel,
            col(Conversation.chat_id) == chat_id,
            col(Conversation.state) == State.CLOSED,
            col(Conversation.kind) == Kind.TALK,
            col(Conversation.reopen_until) > now,
        )
        .order_by(col(Conversation.closed_at).desc())
        .limit(1)
    )
    return found.first()


async def place_in_line(session: AsyncSession, conversation: Conversation) -> int:
    """How many wait before somebody, and they: 1 is next. 0 when they do not wait."""
    if conversation.waiting_since is None or conversation.state not in (State.WAITING, State.TAKEN):
        return 0
    since = col(Conversation.waiting_since)
    earlier = or_(
        since < conversation.waiting_since,
        and_(since == conversation.waiting_since, col(Conversation.id) < conversation.id),
    )
    danger = col(Conversation.in_danger)
    before = and_(danger, earlier) if conversation.in_danger else or_(danger, earlier)
    count = await session.exec(
        select(func.count(col(Conversation.id))).where(
            col(Conversation.centre) == conversation.centre,
            col(Conversation.state) == State.WAITING,
            since.is_not(None),
            col(Conversation.id) != conversation.id,
            before,
        )
    )
    return count.one() + 1


async def line(session: AsyncSession, centre: str, most: int = 50) -> list[Conversation]:
    """A centre's queue: who waits, danger first, then the longest."""
    rows = await session.exec(
        select(Conversation)
        .where(
            col(Conversation.centre) == centre,
            col(Conversation.state) == State.WAITING,
            col(Conversation.waiting_since).is_not(None),
        )
        .order_by(col(Conversation.in_danger).desc(), col(Conversation.waiting_since), col(Conversation.id))
        .limit(most)
    )
    return list(rows.all())


async def locked(session: AsyncSession, conversation_id: int | None) -> Conversation | None:
    """A conversation as it is now, kept from others until the transaction ends. Call `writing` before."""
    found = await session.exec(
        select(Conversation)
        .where(col(Conversation.id) == conversation_id)
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    )
    return found.first()


async def _open_at(
    session: AsyncSession, channel: str, chat_id: int, centre: str | None = None, kind: Kind = Kind.TALK
) -> Conversation | None:
    statement = select(Conversation).where(
        col(Conversation.channel) == channel,
        col(Conversation.chat_id) == chat_id,
        col(Conversation.state).in_(OPEN),
        col(Conversation.kind) == kind,
    )
    if centre is not None:
        statement = statement.where(col(Conversation.centre) == centre)
    return (await session.exec(statement.order_by(col(Conversation.id).desc()).limit(1))).first()


async def _one_at_a_time(session: AsyncSession, centre: str) -> None:
    """Numbers count up without gaps in a centre. SQLite has one writer anyway."""
    if session.get_bind().dialect.name == "postgresql":
        lock = text("SELECT pg_advisory_xact_lock(hashtext(:name))").bindparams(name=f"desk:{centre}")
        await (await session.connection()).execute(lock)
