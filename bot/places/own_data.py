"""What is kept of one person's bookings: told, and erased. Seats to come are given back, and the adviser is told."""

from collections import defaultdict
from datetime import datetime
from typing import Final

from sqlmodel import col, delete, or_, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.people.own_data import Line, Part, Person, moment
from bot.places import booking, codes, waiting_refill
from bot.places.attendees import Relation
from bot.places.locks import lock
from bot.places.states import LIVE
from bot.storage.tables import Attendee, Booking, CodeTry, Provider, Slot


async def _tell(session: AsyncSession, person: Person) -> list[Line]:
    rows = await session.exec(
        select(Booking, Slot, Attendee)
        .join(Slot, col(Slot.id) == col(Booking.slot_id))
        .join(Attendee, col(Attendee.id) == col(Booking.attendee_id))
        .where(col(Attendee.account_id) == person.account_id)
        .order_by(col(Booking.starts_at))
    )
    lines: list[Line] = [
        {
            "centre": one.centre,
            "kind": slot.kind,
            "service": slot.service,
            "starts": moment(one.starts_at),
            "for": attendee.relation,
            "topic": one.topic,
            "state": one.state,
            "code": codes.shown(one.code),
        }
        for one, slot, attendee in rows.all()
    ]
    gives = await session.exec(select(Provider).where(col(Provider.account_id) == person.account_id))
    lines += [{"gives_duties_as": provider.name, "centre": provider.centre} for provider in gives.all()]
    tried = await session.exec(select(CodeTry).where(col(CodeTry.account_id) == person.account_id))
    return lines + [{"wrong_code_typed": moment(row.tried_at)} for row in tried.all()]


async def _erase(session: AsyncSession, now: datetime, person: Person) -> None:
    theirs = select(Attendee.id).where(col(Attendee.account_id) == person.account_id)
    to_come = await session.exec(
        select(Booking.id, Booking.slot_id, Booking.seat_no)
        .where(
            col(Booking.attendee_id).in_(theirs),
            col(Booking.seat_no).is_not(None),
            col(Booking.state).in_(LIVE),
            col(Booking.starts_at) > now,
        )
        .order_by(col(Booking.id))
    )
    freed: dict[int, list[int]] = defaultdict(list)
    for to_cancel, slot_id, seat_no in to_come.all():
        await booking.cancel(session, now, to_cancel or 0, by=person.account_id, refill=False)
        freed[slot_id].append(seat_no or 0)
    for slot_id, slot in sorted((await lock(session, Slot, freed)).items()):
        await waiting_refill.refill(session, now, slot, freed[slot_id])  # a family that waits needs them all at once
    all_of_them = await session.exec(select(Booking.id).where(col(Booking.attendee_id).in_(theirs)))
    for number in all_of_them.all():
        # The seat that was used stays counted. The code is new, so that a slip of paper leads nowhere.
        await session.exec(
            update(Booking)
            .where(col(Booking.id) == number)
            .values(topic=None, channel=None, chat_id=None, booked_by=None, code=codes.new())
            .execution_options(synchronize_session=False)
        )
    by_chat = [
        (col(Booking.channel) == channel) & (col(Booking.chat_id) == chat_id) for channel, chat_id in person.addresses
    ]
    await session.exec(
        update(Booking)
        .where(or_(col(Booking.booked_by) == person.account_id, *by_chat))
        .values(channel=None, chat_id=None, booked_by=None)
        .execution_options(synchronize_session=False)
    )
    await session.exec(
        update(Attendee)
        .where(col(Attendee.account_id) == person.account_id)
        .values(account_id=None, relation=Relation.OTHER.value, name=None, phone=None)
        .execution_options(synchronize_session=False)
    )
    await session.exec(
        update(Provider)
        .where(col(Provider.account_id) == person.account_id)
        .values(account_id=None, sheet_key=None)
        .execution_options(synchronize_session=False)
    )
    await session.exec(
        delete(CodeTry).where(col(CodeTry.account_id) == person.account_id).execution_options(synchronize_session=False)
    )


PART: Final = Part("bookings", _tell, _erase)
