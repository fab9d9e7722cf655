"""Who may touch a booking: whose it is, the desk of its centre, the adviser whose slot it is in."""

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.people.roles import roles_in
from bot.places import codes
from bot.places.locks import Person
from bot.storage.tables import Attendee, Provider, Role, Slot

DESK = frozenset({Role.CLERK, Role.ORGANISER})


async def is_desk(session: AsyncSession, account_id: int, centre: str) -> bool:
    """Whether an account may book for anybody in a centre."""
    return not DESK.isdisjoint(await roles_in(session, account_id, centre))


async def is_staff(session: AsyncSession, account_id: int, slot: Slot) -> bool:
    """Whether an account is at the desk of a slot's centre or is the adviser who gives it."""
    roles = await roles_in(session, account_id, slot.centre)
    if not DESK.isdisjoint(roles):
        return True
    if Role.ADVISER not in roles or slot.provider_id is None:
        return False
    found = await session.exec(select(Provider.account_id).where(col(Provider.id) == slot.provider_id))
    return found.first() == account_id


def is_own(attendee: Attendee | Person, account_id: int) -> bool:
    """Whether an attendee is the account's own: itself, a child, a parent."""
    return attendee.account_id is not None and attendee.account_id == account_id


def knows(typed: str | None, code: str) -> bool:
    """Whether the right code was given. One booking's code cannot be guessed; `booking.by_code` counts tries."""
    return typed is not None and codes.typed(typed) == code
