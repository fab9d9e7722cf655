"""Requests to be phoned: a first name, a number, when; done, or tried in vain; gone after their term."""

import re
from datetime import datetime, timedelta
from typing import Final

from sqlmodel import col, delete, or_, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.desk import audit, conversations, owing, working
from bot.desk.audit import Action
from bot.desk.bringing import bring
from bot.desk.conversations import OPEN, Kind, Opening, State, locked
from bot.desk.permission import Clerk, need_staff
from bot.errors import OkienkoError
from bot.places.topics import Topic
from bot.storage import writing
from bot.storage.tables import Callback, Conversation

MOST_TRIES: Final = 3
"""After so many calls that nobody answered, the person is told and it is over."""
KEEP_CLOSED: Final = timedelta(days=7)
"""So long after the call name and number are kept, for a call back."""
KEEP_OPEN: Final = timedelta(days=60)
"""Whoever was not phoned for so long is forgotten, too."""


def phone(typed: str) -> str:
    """A number as it is dialled. Raises `OkienkoError` ``desk-phone-wrong`` for what is none."""
    digits = re.sub(r"[\s().\-/]", "", typed)
    if digits.startswith("00"):
        digits = f"+{digits[2:]}"
    if digits.startswith("+48"):
        digits = digits[3:]
    if not re.fullmatch(r"[1-9]\d{8}|\+[1-9]\d{8,14}", digits):
        raise OkienkoError("desk-phone-wrong")
    return digits


async def ask(
    session: AsyncSession, now: datetime, opening: Opening, first_name: str, number: str, when_said: str = ""
) -> Conversation:
    """Ask for a call. Asked again while one is open, it is the same one with what was said last.

    ``opening.about["card"]`` is what it is about. Raises `OkienkoError`: ``desk-phone-wrong``, ``desk-name-missing``.
    """
    name, dialled = " ".join(first_name.split())[:40], phone(number)
    if not name:
        raise OkienkoError("desk-name-missing")
    conversation = await conversations.open_(session, now, opening, Kind.CALLBACK)
    assert conversation.id is not None
    call = await session.get(Callback, conversation.id, populate_existing=True)
    if call is None:
        call = Callback(conversation_id=conversation.id, first_name=name, phone=dialled)
    call.first_name, call.phone, call.when_said = name, dialled, " ".join(when_said.split())[:120]
    call.card = (opening.about or {}).get("card")
    session.add(call)
    await session.flush()
    await bring(session, now, conversation)
    return conversation


async def queue(session: AsyncSession, centre: str, most: int = 50) -> list[tuple[Conversation, Callback]]:
    """Who waits to be phoned in a centre, the longest first."""
    rows = await session.exec(
        select(Conversation, Callback)
        .join(Callback, col(Callback.conversation_id) == col(Conversation.id))
        .where(col(Conversation.centre) == centre, col(Conversation.state).in_(OPEN))
        .order_by(col(Conversation.in_danger).desc(), col(Conversation.opened_at), col(Conversation.id))
        .limit(most)
    )
    return list(rows.all())


async def shown(session: AsyncSession, now: datetime, conversation_id: int, by: Clerk) -> Callback:
    """Whom to phone, for somebody of the staff alone; that they asked is written down."""
    await writing(session)
    conversation, call = await _for(session, conversation_id, by)
    audit.write(session, now, Action.SERVED, conversation, by.account_id, what="phone")
    await session.flush()
    return call


async def done(
    session: AsyncSession, now: datetime, conversation_id: int, by: Clerk, topic: Topic | None = None
) -> Conversation:
    """They were phoned. Raises as `working.take` does; done twice, ``desk-closed``."""
    await writing(session)
    conversation, call = await _for(session, conversation_id, by)
    if not await working.ended(
        session, now, conversation, by, topic, first_answer_at=conversation.first_answer_at or now
    ):
        raise working.refusal(conversation)
    call.tries, call.reached = call.tries + 1, True
    session.add(call)
    audit.write(session, now, Action.CALLED, conversation, by.account_id)
    await owing.retitle(session, now, conversation)
    await session.flush()
    return conversation


async def not_reached(session: AsyncSession, now: datetime, conversation_id: int, by: Clerk) -> Callback:
    """Nobody answered. After the last try it is over, and the person is told."""
    await writing(session)
    conversation, call = await _for(session, conversation_id, by)
    if conversation.state == State.CLOSED:
        raise working.refusal(conversation)
    call.tries += 1
    session.add(call)
    audit.write(session, now, Action.NOT_REACHED, conversation, by.account_id, tries=call.tries)
    if call.tries >= MOST_TRIES:
        if not await working.ended(session, now, conversation, by, None):
            raise working.refusal(conversation)
        call.reached = False
        await owing.tell_resident(session, now, conversation, "not-reached", "desk-told-not-reached")
        await owing.retitle(session, now, conversation)
    else:
        once = f"tried:{call.tries}"
        await owing.tell_resident(session, now, conversation, once, "desk-told-tried", tries=call.tries)
    await session.flush()
    return call


async def forget_old(session: AsyncSession, now: datetime) -> None:
    """Names and numbers whose term is over. The caller commits."""
    await writing(session)
    old = select(col(Conversation.id)).where(
        col(Conversation.kind) == Kind.CALLBACK,
        or_(col(Conversation.closed_at) < now - KEEP_CLOSED, col(Conversation.opened_at) < now - KEEP_OPEN),
    )
    await session.exec(
        delete(Callback).where(col(Callback.conversation_id).in_(old)).execution_options(synchronize_session=False)
    )
    await session.exec(
        update(Conversation)
        .where(
            col(Conversation.kind) == Kind.CALLBACK,
            col(Conversation.state) != State.CLOSED,
            col(Conversation.opened_at) < now - KEEP_OPEN,
        )
        .values(state=State.CLOSED, closed_at=now, waiting_since=None)
        .execution_options(synchronize_session=False)
    )


async def _for(session: AsyncSession, conversation_id: int, by: Clerk) -> tuple[Conversation, Callback]:
    conversation = await locked(session, conversation_id)
    call = await session.get(Callback, conversation_id, populate_existing=True)
    if conversation is None or call is None:
        raise OkienkoError("desk-gone")
    await need_staff(session, by, conversation)
    return conversation, call
