"""What must hold at every moment of every line, asked of the database itself."""

from datetime import datetime

from sqlalchemy import text
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.places.waiting_states import Waits
from bot.places.waiting_times import terms
from bot.storage.tables import Booking, Offer, OfferedSeat, Slot, Vacancy, WaitingEntry

NEVER = {
    "a seat twice": """
        SELECT slot_id FROM booking WHERE seat_no IS NOT NULL GROUP BY slot_id, seat_no HAVING count(*) > 1""",
    "a count that is not the seats held": """
        SELECT id FROM slot WHERE taken > seats OR taken <>
        (SELECT count(*) FROM booking WHERE slot_id = slot.id AND seat_no IS NOT NULL)""",
    "a line that is not as long as it says": """
        SELECT id FROM slot WHERE waiting <>
        (SELECT count(*) FROM waiting_entry WHERE slot_id = slot.id AND ended_at IS NULL)""",
    "a person in two places without knowing": """
        SELECT a.id FROM booking a JOIN booking b ON a.attendee_id = b.attendee_id AND a.id <> b.id
        AND a.seat_no IS NOT NULL AND b.seat_no IS NOT NULL AND NOT a.beside AND NOT b.beside
        AND a.starts_at < b.ends_at AND b.starts_at < a.ends_at""",
    "somebody in a line twice": """
        SELECT slot_id FROM waiting_person GROUP BY slot_id, attendee_id HAVING count(*) > 1""",
    "an entry with too few or too many people": """
        SELECT id FROM waiting_entry WHERE (SELECT count(*) FROM waiting_person WHERE entry_id = waiting_entry.id)
        <> CASE WHEN ended_at IS NULL THEN people ELSE 0 END""",
    "two offers of one place": """
        SELECT vacancy_id FROM waiting_offered_seat JOIN waiting_offer ON waiting_offer.id = offer_id
        WHERE answered_at IS NULL GROUP BY vacancy_id HAVING count(*) > 1""",
    "an offer that holds other seats than it says": """
        SELECT waiting_offer.id FROM waiting_offer JOIN waiting_entry ON waiting_entry.id = entry_id
        WHERE answered_at IS NULL AND people <>
        (SELECT count(*) FROM waiting_offered_seat JOIN vacancy ON vacancy.id = vacancy_id
         JOIN booking ON booking.slot_id = vacancy.slot_id AND booking.seat_no = vacancy.seat_no
         JOIN waiting_person ON waiting_person.entry_id = waiting_entry.id
         AND waiting_person.attendee_id = booking.attendee_id
         WHERE offer_id = waiting_offer.id AND booking.state = 'offered' AND vacancy.how IS NULL)""",
    "seats held for nobody": """
        SELECT id FROM booking WHERE state = 'offered' AND NOT EXISTS
        (SELECT 1 FROM waiting_person JOIN waiting_entry ON waiting_entry.id = waiting_person.entry_id
         JOIN waiting_offer ON waiting_offer.entry_id = waiting_entry.id
         WHERE waiting_person.slot_id = booking.slot_id AND waiting_person.attendee_id = booking.attendee_id
         AND waiting_entry.state = 'offered' AND answered_at IS NULL)""",
    "an entry whose state is not its offer's": """
        SELECT id FROM waiting_entry WHERE (state = 'offered') <> EXISTS
        (SELECT 1 FROM waiting_offer WHERE entry_id = waiting_entry.id AND answered_at IS NULL)""",
    "an offer after the beginning": """
        SELECT waiting_offer.id FROM waiting_offer JOIN waiting_entry ON waiting_entry.id = entry_id
        JOIN slot ON slot.id = waiting_entry.slot_id WHERE deadline > starts_at OR offered_at >= deadline""",
    "a line for what does not take place": """
        SELECT id FROM slot WHERE withdrawn_at IS NOT NULL AND waiting > 0""",
}


async def broken(session: AsyncSession, now: datetime) -> dict[str, list[int]]:
    """Which of them do not hold, and where."""
    connection = await session.connection()
    found = {what: list(await connection.scalars(text(sql))) for what, sql in NEVER.items()}
    found["a place needlessly empty"] = await needlessly_empty(session, now)
    return {what: where for what, where in found.items() if where}


async def needlessly_empty(session: AsyncSession, now: datetime) -> list[int]:
    """Slots with free seats for somebody who waits, was not offered them yet and could still answer."""
    rows = await session.exec(select(Slot).where(col(Slot.waiting) > 0).execution_options(populate_existing=True))
    empty = []
    for slot in rows.all():
        free = slot.seats - slot.taken
        if not free or slot.withdrawn_at is not None or terms(now, slot) is None:
            continue
        known = await _newest_of_free(session, slot)
        waits = await session.exec(
            select(WaitingEntry).where(
                col(WaitingEntry.slot_id) == slot.id, col(WaitingEntry.state) == Waits.WAITING.value
            )
        )
        if any(free - sum(each <= entry.passed_upto for each in known) >= entry.people for entry in waits.all()):
            empty.append(slot.id or 0)
    return empty


async def unfair(session: AsyncSession, offer_ids: set[int]) -> list[int]:
    """Of these offers, those that somebody earlier in the line was to have had, and waits."""
    found = []
    for offer_id in offer_ids:
        offer = await session.get_one(Offer, offer_id)
        entry = await session.get_one(WaitingEntry, offer.entry_id)
        seats = await session.exec(select(OfferedSeat.vacancy_id).where(col(OfferedSeat.offer_id) == offer_id))
        vacancies = seats.all()
        before = await session.exec(
            select(WaitingEntry).where(
                col(WaitingEntry.slot_id) == entry.slot_id,
                col(WaitingEntry.id) < entry.id,
                col(WaitingEntry.state) == Waits.WAITING.value,
            )
        )
        for earlier in before.all():
            if sum(each > earlier.passed_upto for each in vacancies) >= earlier.people:
                found.append(offer_id)
    return found


async def _newest_of_free(session: AsyncSession, slot: Slot) -> list[int]:
    """What is known of the free seats since they became free: the numbers of their newest vacancies."""
    held = await session.exec(
        select(Booking.seat_no).where(col(Booking.slot_id) == slot.id, col(Booking.seat_no).is_not(None))
    )
    taken = held.all()
    rows = await session.exec(select(Vacancy).where(col(Vacancy.slot_id) == slot.id).order_by(col(Vacancy.id)))
    return list({each.seat_no: each.id or 0 for each in rows.all() if each.seat_no not in taken}.values())
