"""What is written down of every step at the desk: who, what, when. Never anybody's words."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.storage.tables import AuditEntry, Conversation


class Action(StrEnum):
    """A step. ``SERVED`` is what the bot showed to staff; who has read it no messenger tells."""

    OPENED = "opened"
    SERVED = "served"
    TAKEN = "taken"
    LAPSED = "lapsed"
    RELEASED = "released"
    PASSED_ON = "passed-on"
    GIVEN = "given"
    """A colleague passed it on to them."""
    NOTED = "noted"
    ANSWERED = "answered"
    HELD = "held"
    TAKEN_BACK = "taken-back"
    SNOOZED = "snoozed"
    CLOSED = "closed"
    REOPENED = "reopened"
    CALLED = "called"
    NOT_REACHED = "not-reached"
    RATED = "rated"
    REMINDED = "reminded"
    BLOCKED = "blocked"
    UNBLOCKED = "unblocked"
    ROOM_SET = "room-set"
    ROOM_LEFT = "room-left"


def write(
    session: AsyncSession,
    now: datetime,
    action: Action,
    conversation: Conversation,
    account_id: int | None = None,
    **about: Any,
) -> None:
    """Add an entry to the caller's transaction. ``about`` holds numbers and fixed words only."""
    session.add(
        AuditEntry(
            centre=conversation.centre,
            at=now,
            account_id=account_id,
            action=action,
            conversation_id=conversation.id,
            about=about or None,
        )
    )
