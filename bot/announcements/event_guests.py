"""Who comes to an event with a limit and who waits for a seat. Reads only; names of people are nowhere."""

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from sqlalchemy import ColumnElement, Select, func
from sqlmodel import and_, col, or_, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.announcements.event_messages import Left, Mine
from bot.announcements.event_reminders import Guest
from bot.places import waiting
from bot.places.attendees import Relation
from bot.places.states import LIVE, BookingState
from bot.places.waiting_states import IN_LINE, Waits
from bot.storage.tables import Attendee, Booking, Event, EventSeats, Slot, WaitingEntry, WaitingPerson

_CAME: Final = (*LIVE, BookingState.CAME.value, BookingState.MISSED.value)


class Party(NamedTuple):
    """How many of whom come with one account: nobody's name is asked."""

    me: int = 0
    child: int = 0
    parent: int = 0
    other: int = 0

    @property
    def people(self) -> int:
        return sum(self)


ALONE: Final = Party(me=1)
RELATIONS: Final = (Relation.SELF, Relation.CHILD, Relation.PARENT, Relation.OTHER)


class Place(NamedTuple):
    """Somebody's place in the line, and who waits with them."""

    entry_id: int
    position: int
    party: Party
    held: bool
    """Seats are held for them: it is to be answered."""


async def of(session: AsyncSession, event_id: int) -> Slot | None:
    """The slot of an event as it is now; None when it has no limit."""
    found = await session.exec(
        select(Slot)
        .join(EventSeats, col(EventSeats.slot_id) == col(Slot.id))
        .where(col(EventSeats.event_id) == event_id)
        .execution_options(populate_existing=True)
    )
    return found.first()


async def event_of(session: AsyncSession, slot_id: int) -> Event | None:
    """The event of a slot."""
    found = await session.exec(
        select(Event)
        .join(EventSeats, col(EventSeats.event_id) == col(Event.id))
        .where(col(EventSeats.slot_id) == slot_id)
    )
    return found.first()


async def party(session: AsyncSession, slot_id: int, account_id: int) -> Party:
    """Who of an account has a seat."""
    return _party_of(attendee for _, attendee in await seated(session, slot_id, account_id))


async def place_in_line(session: AsyncSession, slot_id: int, account_id: int) -> Place | None:
    """Where somebody stands in the line; None when they do not wait."""
    found = await session.exec(
        select(WaitingEntry)
        .where(
            col(WaitingEntry.slot_id) == slot_id,
            col(WaitingEntry.account_id) == account_id,
            col(WaitingEntry.state).in_(IN_LINE),
        )
        .order_by(col(WaitingEntry.id))
    )
    entry = found.first()
    if entry is None or entry.id is None:
        return None
    who = await session.exec(
        select(Attendee)
        .join(WaitingPerson, col(WaitingPerson.attendee_id) == col(Attendee.id))
        .where(col(WaitingPerson.entry_id) == entry.id)
    )
    return Place(entry.id, await waiting.position(session, entry), _party_of(who.all()), entry.state == Waits.OFFERED)


async def people_in_line(session: AsyncSession, event_id: int) -> int:
    """How many people wait for a seat at an event."""
    found = await session.exec(
        select(func.coalesce(func.sum(WaitingEntry.people), 0))
        .join(EventSeats, col(EventSeats.slot_id) == col(WaitingEntry.slot_id))
        .where(col(EventSeats.event_id) == event_id, col(WaitingEntry.state).in_(IN_LINE))
    )
    return int(found.one())


async def people(session: AsyncSession, slot_id: int) -> int:
    """How many have a seat, or had one when it was cancelled; one that is only offered counts for nobody."""
    found = await session.exec(
        select(func.count())
        .select_from(Booking)
        .where(col(Booking.slot_id) == slot_id, or_(_coming(), col(Booking.state) == BookingState.CALLED_OFF.value))
    )
    return found.one()


async def left(session: AsyncSession, event_id: int) -> Left | None:
    """How many seats can still be had; None for an event without a limit."""
    slot = await of(session, event_id)
    return Left(slot.seats - slot.taken, slot.seats) if slot else None


async def mine(session: AsyncSession, event_id: int, account_id: int) -> Mine | None:
    """What somebody has of an event with a limit."""
    slot = await of(session, event_id)
    if slot is None or slot.id is None:
        return None
    has = await party(session, slot.id, account_id)
    return Mine(has.people, bool(await entries(session, slot.id, account_id)))


async def guests(session: AsyncSession, slot_id: int) -> list[Guest]:
    """Whom to write to of those with a seat, once an account: an audience, never to be shown."""
    found = await session.exec(
        select(Attendee.account_id, Booking.channel, Booking.chat_id)
        .join(Booking, col(Booking.attendee_id) == col(Attendee.id))
        .where(col(Booking.slot_id) == slot_id, _coming(), col(Booking.chat_id).is_not(None))
        .order_by(col(Attendee.account_id), col(Booking.id))
    )
    return _once(found.all())


async def only_in_line(session: AsyncSession, event_id: int, coming: Sequence[Guest]) -> list[Guest]:
    """Whom to write to of those who wait and have no seat."""
    found = await session.exec(
        select(WaitingEntry.account_id, WaitingEntry.channel, WaitingEntry.chat_id)
        .join(EventSeats, col(EventSeats.slot_id) == col(WaitingEntry.slot_id))
        .where(col(EventSeats.event_id) == event_id, col(WaitingEntry.state).in_(IN_LINE))
        .order_by(col(WaitingEntry.account_id), col(WaitingEntry.id))
    )
    known = {guest.account_id for guest in coming}
    return [guest for guest in _once(found.all()) if guest.account_id not in known]


def accounts(event: Select[Any]) -> Select[Any]:
    """The accounts with a seat at the selected event, for an audience."""
    chosen: Any = (
        select(Attendee.account_id)
        .join(Booking, col(Booking.attendee_id) == col(Attendee.id))
        .join(EventSeats, col(EventSeats.slot_id) == col(Booking.slot_id))
        .where(col(EventSeats.event_id).in_(event), _coming(), col(Attendee.account_id).is_not(None))
    )
    return chosen  # type: ignore[no-any-return]


async def seated(session: AsyncSession, slot_id: int, account_id: int) -> list[tuple[Booking, Attendee]]:
    """The bookings of an account, and whose they are."""
    found = await session.exec(
        select(Booking, Attendee)
        .join(Attendee, col(Attendee.id) == col(Booking.attendee_id))
        .where(col(Booking.slot_id) == slot_id, col(Attendee.account_id) == account_id, _coming())
        .order_by(col(Booking.id))
        .execution_options(populate_existing=True)
    )
    return list(found.all())


async def entries(session: AsyncSession, slot_id: int, account_id: int) -> list[int]:
    """An account's places in the line."""
    found = await session.exec(
        select(WaitingEntry.id).where(
            col(WaitingEntry.slot_id) == slot_id,
            col(WaitingEntry.account_id) == account_id,
            col(WaitingEntry.state).in_(IN_LINE),
        )
    )
    return [each for each in found.all() if each]


def _coming() -> ColumnElement[bool]:
    return and_(col(Booking.seat_no).is_not(None), col(Booking.state).in_(_CAME))


def _party_of(who: Any) -> Party:
    relations = [attendee.relation for attendee in who]
    return Party(*(relations.count(relation.value) for relation in RELATIONS))


def _once(rows: Sequence[Any]) -> list[Guest]:
    return list({account: Guest(account, channel, chat_id) for account, channel, chat_id in rows if account}.values())
