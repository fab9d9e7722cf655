"""What is kept of one person's places in lines: told, and erased. What was held for them goes to the next."""

from datetime import datetime
from typing import Final

from sqlmodel import col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.people.own_data import Line, Part, Person, moment
from bot.places import waiting
from bot.storage.tables import Attendee, Offer, Slot, WaitingEntry, WaitingPerson


async def _tell(session: AsyncSession, person: Person) -> list[Line]:
    rows = await session.exec(
        select(WaitingEntry, Slot)
        .join(Slot, col(Slot.id) == col(WaitingEntry.slot_id))
        .where(col(WaitingEntry.account_id) == person.account_id)
        .order_by(col(WaitingEntry.id))
    )
    lines: list[Line] = []
    for entry, slot in rows.all():
        people = await session.exec(
            select(Attendee.relation)
            .join(WaitingPerson, col(WaitingPerson.attendee_id) == col(Attendee.id))
            .where(col(WaitingPerson.entry_id) == entry.id)
        )
        offers = await session.exec(
            select(Offer.offered_at, Offer.answer).where(col(Offer.entry_id) == entry.id).order_by(col(Offer.id))
        )
        lines.append(
            {
                "waits_in": entry.centre,
                "kind": slot.kind,
                "starts": moment(slot.starts_at),
                "people": entry.people,
                "for": sorted(people.all()),
                "topic": entry.topic,
                "state": entry.state,
                "since": moment(entry.joined_at),
                "offers": [{"at": moment(at), "answer": answer} for at, answer in offers.all()],
            }
        )
    return lines


async def _erase(session: AsyncSession, now: datetime, person: Person) -> None:
    mine = select(WaitingEntry.id).where(col(WaitingEntry.account_id) == person.account_id)
    for each in (await session.exec(mine.where(col(WaitingEntry.ended_at).is_(None)))).all():
        await waiting.leave(session, now, each or 0, person.account_id)
    await session.exec(
        delete(WaitingEntry)
        .where(col(WaitingEntry.account_id) == person.account_id)
        .execution_options(synchronize_session=False)
    )


PART: Final = Part("waiting", _tell, _erase)
