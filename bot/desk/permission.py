"""Who may work at a centre's desk."""

from dataclasses import dataclass
from typing import Final

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.errors import OkienkoError
from bot.people.roles import roles_in
from bot.storage.tables import Conversation, Role

STAFF: Final = frozenset({Role.CLERK, Role.ORGANISER, Role.ADMIN})
AT_WORK: Final = STAFF | {Role.ADVISER}
"""Advisers work on what was passed on to them; the services refuse them the rest."""


@dataclass(frozen=True, slots=True)
class Clerk:
    """Somebody of the staff, and what colleagues call them."""

    account_id: int
    name: str


async def is_staff(session: AsyncSession, account_id: int, centre: str) -> bool:
    """Whether an account works at a centre's desk. Advisers do not: theirs is what is passed on to them."""
    return not STAFF.isdisjoint(await roles_in(session, account_id, centre))


async def need_staff(session: AsyncSession, by: Clerk, conversation: Conversation) -> None:
    """Raises `OkienkoError` ``desk-not-yours`` unless somebody may work on a conversation."""
    roles = await roles_in(session, by.account_id, conversation.centre)
    passed_on = conversation.taken_by == by.account_id and Role.ADVISER in roles
    if STAFF.isdisjoint(roles) and not passed_on:
        raise OkienkoError("desk-not-yours")
