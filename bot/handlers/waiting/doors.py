"""Whose rules are asked when somebody joins a line and when they take the place: those of the slot's own room."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.places import waiting
from bot.places.booking import Booker
from bot.places.waiting import Answered, Joined
from bot.places.waiting_states import Answer
from bot.volunteering import rules, signing

Join = Callable[[AsyncSession, datetime, int, int, Booker, str | None], Awaitable[Joined]]
"""(session, now, slot, attendee, booker, topic)"""
Take = Callable[[AsyncSession, datetime, int, Booker, bool], Awaitable[Answered]]
"""(session, now, offer, booker, beside)"""


@dataclass(frozen=True, slots=True)
class Door:
    """A room's own way into the line and out of it with a place."""

    join: Join
    take: Take


async def _join(
    session: AsyncSession, now: datetime, slot_id: int, attendee_id: int, booker: Booker, topic: str | None
) -> Joined:
    return await waiting.join(session, now, slot_id, [attendee_id], booker, topic=topic)


async def _take(session: AsyncSession, now: datetime, offer_id: int, booker: Booker, beside: bool) -> Answered:
    return await waiting.answer(session, now, offer_id, booker.account_id, Answer.TAKE, beside=beside)


async def _join_shift(
    session: AsyncSession, now: datetime, slot_id: int, _attendee_id: int, booker: Booker, _topic: str | None
) -> Joined:
    return await signing.wait(session, now, slot_id, booker)


async def _take_shift(session: AsyncSession, now: datetime, offer_id: int, booker: Booker, beside: bool) -> Answered:
    return await signing.take_offered(session, now, offer_id, booker, beside=beside)


DOORS: Final = {"": Door(_join, _take), rules.DOOR: Door(_join_shift, _take_shift)}
"""By `bot.places.slots.Rules.door`."""
