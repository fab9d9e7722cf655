"""What is kept of one person: told (RODO art. 15 and 20) and erased (art. 17), across all rooms.

Each room that keeps something of people registers a `Part`; this room knows none of them.
"""

import secrets
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import col, delete, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.people.accounts import forget_dialogue
from bot.storage import writing
from bot.storage.tables import Account, Address, AuditEntry, CatalogueProposal, Dialogue, Grant, ProposalState

Line = dict[str, Any]
"""One thing that is kept, by plain names; moments as ISO 8601 with their offset."""


@dataclass(frozen=True, slots=True)
class Person:
    """Whose data: an account and everywhere it is reached, as (channel, chat id)."""

    account_id: int
    addresses: tuple[tuple[str, int], ...]


Tell = Callable[[AsyncSession, Person], Awaitable[Sequence[Line]]]
Erase = Callable[[AsyncSession, datetime, Person], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Part:
    """What one room keeps. ``name`` is the key of its words (``own-part-<name>``) and of its list in the file."""

    name: str
    tell: Tell
    erase: Erase


HandOver = Callable[[AsyncSession, datetime, int, str, int], Awaitable[bool]]
"""Owes the file with everything to a chat: (session, now, account, channel, chat)."""


@dataclass(frozen=True, slots=True)
class OwnData:
    """All parts of this installation, and the way of the file."""

    parts: tuple[Part, ...]
    hand_over: HandOver


async def person_of(session: AsyncSession, account_id: int) -> Person:
    """An account with its addresses."""
    found = await session.exec(
        select(Address.channel, Address.chat_id)
        .where(col(Address.account_id) == account_id)
        .order_by(col(Address.channel), col(Address.chat_id))
    )
    return Person(account_id, tuple(found.all()))


async def told(session: AsyncSession, parts: Sequence[Part], account_id: int) -> dict[str, Sequence[Line]]:
    """Everything that is kept of an account, by part; parts with nothing are there too, empty."""
    person = await person_of(session, account_id)
    return {part.name: await part.tell(session, person) for part in (ABOUT_THE_PERSON, *parts)}


async def erase(session: AsyncSession, now: datetime, parts: Sequence[Part], account_id: int) -> None:
    """Forget a person in every part, then the account itself. The caller commits.

    What staff did stays written down under a pseudonym (art. 5(2), accountability). Addresses that write
    again are strangers.
    """
    await writing(session)
    person = await person_of(session, account_id)
    for part in parts:
        await part.erase(session, now, person)
    await ABOUT_THE_PERSON.erase(session, now, person)


async def _tell(session: AsyncSession, person: Person) -> list[Line]:
    account = await session.get_one(Account, person.account_id)
    lines: list[Line] = [
        {
            "since": moment(account.created_at),
            "language": account.language,
            "centre": account.centre,
            "notice_seen": moment(account.notice_seen_at),
        }
    ]
    lines += [{"channel": channel, "chat": chat_id} for channel, chat_id in person.addresses]
    roles = await session.exec(select(Grant).where(col(Grant.account_id) == person.account_id))
    lines += [{"role": grant.role, "centre": grant.centre, "since": moment(grant.granted_at)} for grant in roles.all()]
    proposed = await session.exec(
        select(CatalogueProposal).where(col(CatalogueProposal.proposed_by) == person.account_id)
    )
    lines += [{"proposed_card": row.document, "state": row.state, "at": moment(row.created_at)} for row in proposed]
    for channel, chat_id in person.addresses:
        remembered = await session.exec(
            select(Dialogue).where(col(Dialogue.channel) == channel, col(Dialogue.chat_id) == chat_id)
        )
        lines += [{"remembered": row.data, "since": moment(row.changed_at)} for row in remembered.all()]
    return lines


async def _erase(session: AsyncSession, now: datetime, person: Person) -> None:
    await session.exec(
        update(AuditEntry)
        .where(col(AuditEntry.account_id) == person.account_id)
        .values(pseudonym=f"p-{secrets.token_hex(8)}", account_id=None)
        .execution_options(synchronize_session=False)
    )
    await session.exec(
        delete(CatalogueProposal)
        .where(col(CatalogueProposal.proposed_by) == person.account_id)
        .where(col(CatalogueProposal.state) == ProposalState.WAITING)
        .execution_options(synchronize_session=False)
    )
    for channel, chat_id in person.addresses:
        await forget_dialogue(session, channel, chat_id)
    if account := await session.get(Account, person.account_id):
        # Roles, addresses, what is followed and the like go with it; what others need only loses the name.
        await session.delete(account)
        await session.flush()


def moment(at: datetime | None) -> str | None:
    """A moment as it stands in the file."""
    return at.isoformat() if at else None


ABOUT_THE_PERSON = Part("person", _tell, _erase)
