"""Volunteering: how fast "what fits me" answers, with 5,000 volunteers and 2,000 shifts, on both databases.

    python -m benchmarks.volunteering [--times 500]

Everything a tap asks of the database: the profile, what is open, what they may do, their days and interests,
nothing else at that time, the day of rest. Volunteers of all ages, with and without papers; a third of the
seats is taken. What is found is held against the rules in plain Python for every volunteer that is asked.
"""

import argparse
import asyncio
import os
import random
import statistics
import time
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final

from sqlalchemy import insert, text
from sqlmodel import col, select

from benchmarks.booking import databases, p95
from bot.handlers.volunteering.helping_screens import PAGE
from bot.places.hours import local
from bot.storage import Database
from bot.storage.tables import Account, Attendee, Booking, Shift, Slot, Volunteer
from bot.volunteering import fitting, profiles, rules
from bot.volunteering.words import INTERESTS, Age, Interest

NOW: Final = datetime(2026, 11, 23, 9, tzinfo=UTC)
CENTRE: Final = "kozienice"
VOLUNTEERS, SHIFTS = 5_000, 2_000
_PIECE: Final = 500


async def fill(database: Database) -> None:
    """Volunteers, a hundred days of shifts, and who has signed up already."""
    ids = range(1, VOLUNTEERS + 1)
    people: list[dict[str, Any]] = []
    for number in ids:
        age = random.choices(tuple(Age), (1, 2, 7))[0]
        papers = random.random() < 0.8
        people.append(
            {
                "id": number,
                "centre": CENTRE,
                "account_id": number,
                "attendee_id": number,
                "age": age.value,
                "interests": [each.value for each in INTERESTS if random.random() < 0.4],
                "skills": [],
                "days": sorted(random.sample(range(7), random.choice((0, 2, 3, 5)))),
                "consent_seen_at": NOW if papers and age is not Age.ADULT else None,
                "agreement_until": date(2027, 6, 30) if papers else None,
                "checked_at": NOW if random.random() < 0.5 else None,
                "created_at": NOW,
                "changed_at": NOW,
            }
        )
    slots, shifts = [], []
    for number in range(1, SHIFTS + 1):
        starts = NOW + timedelta(days=number % 100, hours=random.randrange(1, 9), minutes=30 * random.randrange(2))
        ends = starts + timedelta(minutes=random.choice((60, 90, 120, 180)))
        common = {"centre": CENTRE, "starts_at": starts}
        slots.append(
            common
            | {"id": number, "kind": "shift", "title": f"dyżur {number % 40}", "ends_at": ends, "busy_until": ends}
            | {"book_until": starts, "seats": random.choice((1, 2, 3, 6)), "taken": 0, "created_at": NOW}
            | {"rules": {"door": rules.DOOR}}
        )
        shifts.append(
            common
            | {"slot_id": number, "weekday": local(starts).weekday(), "interest": random.choice(tuple(Interest)).value}
            | {"school_hours": rules.in_school_hours(starts, ends), "with_children": random.random() < 0.3}
            | {"adults_only": random.random() < 0.1, "adult": "A", "phone": "1", "needs": "", "least": 1}
            | {"version": 0, "example": False}
        )
    bookings = []
    for slot in slots:
        for seat in range(1, slot["seats"] + 1):
            if random.random() < 0.35:
                slot["taken"] += 1
                bookings.append(
                    {"centre": CENTRE, "slot_id": slot["id"], "seat_no": slot["taken"], "state": "booked"}
                    | {"attendee_id": random.choice(ids), "code": f"{slot['id']:05}{seat:02}", "beside": False}
                    | {"uid": f"{slot['id']}-{seat}", "sequence": 0, "noted": False, "created_at": NOW}
                    | {"starts_at": slot["starts_at"], "ends_at": slot["ends_at"]}
                )
    seen: set[tuple[int, datetime]] = set()
    kept = []
    for booking in bookings:  # nobody is in two places
        at = booking["attendee_id"], local(booking["starts_at"]).date()
        if at in seen:
            slots[booking["slot_id"] - 1]["taken"] -= 1
            continue
        seen.add(at)  # type: ignore[arg-type]
        kept.append(booking)
    for table, rows in (
        (Account, [{"id": n, "created_at": NOW, "centre": CENTRE, "language": "pl"} for n in ids]),
        (
            Attendee,
            [
                {"id": n, "centre": CENTRE, "account_id": n, "relation": "self", "number": 1, "created_at": NOW}
                for n in ids
            ],
        ),
        (Volunteer, people),
        (Slot, slots),
        (Shift, shifts),
        (Booking, kept),
    ):
        for first in range(0, len(rows), _PIECE):
            async with database.transaction() as session:
                await (await session.connection()).execute(insert(table), rows[first : first + _PIECE])


async def right(database: Database, number: int) -> None:
    """What is found is what the rules allow, and all of it as far as the list goes."""
    async with database.session() as session:
        volunteer = await profiles.of_account(session, number, CENTRE)
        assert volunteer
        found = [each.slot_id for each in await fitting.fitting(session, NOW, volunteer)]
        rows = (await session.exec(select(Slot, Shift).join(Shift, col(Shift.slot_id) == col(Slot.id)))).all()
        theirs = (await session.exec(select(Booking).where(col(Booking.attendee_id) == number))).all()
        had = await fitting.days_of_shifts(session, number, NOW)
    allowed = [
        (slot.starts_at, slot.id)
        for slot, shift in rows
        if NOW < slot.starts_at < NOW + fitting.AHEAD
        and slot.taken < slot.seats
        and rules.why_not(volunteer, slot, shift) is None
        and (not volunteer.interests or shift.interest in {*volunteer.interests, "other"})
        and (not volunteer.days or shift.weekday in volunteer.days)
        and not any(each.starts_at < slot.ends_at and slot.starts_at < each.ends_at for each in theirs)
    ]
    first = [slot_id for _, slot_id in sorted(allowed)[: fitting.MOST]]
    days = {slot.id: local(slot.starts_at).date() for slot, _ in rows}
    assert found == [each for each in first if rules.too_many_in_a_row(had, days[each]) is None], number


async def run(name: str, url: str, times: int) -> None:
    database = Database(url)
    await fill(database)
    if not database.is_sqlite:
        async with database.engine.connect() as connection:  # as autovacuum does within a minute
            await connection.execute(text("ANALYZE"))
            await connection.commit()
    asked = random.sample(range(1, VOLUNTEERS + 1), times)
    for number in asked[:40]:
        await right(database, number)
    took, counts = list[float](), list[int]()
    for number in asked:
        began = time.perf_counter()
        async with database.session() as session:
            volunteer = await profiles.of_account(session, number, CENTRE)
            assert volunteer
            found = await fitting.fitting(session, NOW, volunteer)
            await fitting.load(session, found[:PAGE])
            counts.append(len(found))
        took.append(time.perf_counter() - began)
    took = took[times // 10 :]
    print(
        f"{name}: what fits me, {VOLUNTEERS} volunteers, {SHIFTS} shifts: p95 {p95(took):.1f} ms, "
        f"median {statistics.median(took) * 1000:.1f} ms; found {statistics.median(counts):.0f} (median), "
        f"{max(counts)} at most",
        flush=True,
    )
    await database.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=500, help="how many volunteers ask")
    options = parser.parse_args()
    random.seed(7)
    print(f"load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    with databases() as urls:
        for name, url in urls.items():
            asyncio.run(run(name, url, options.times))
    print(f"load average {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
