"""Reminders at the right moments, neutral, only for what still stands; the calendar file, read by two readers."""

import asyncio
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import icalendar
import pytest
import vobject

from bot.clock import WARSAW, SteppedClock
from bot.outbox.states import Outcome, Result
from bot.papers.calendar import write_calendar
from bot.places.booking_kinds import CalendarEntry
from tests.booking.conftest import THURSDAY, Office, local
from tests.booking.test_booking import books
from tests.conversations.people import Person
from tests.events.conftest import Postman


async def test_the_day_before_and_three_hours_before(resident: Person, office: Office, postman: Postman) -> None:
    await office.room("pokój 3")
    await office.adviser("psycholog", example=True)
    await office.duty("psycholog", THURSDAY, 13, 16, "pokój 3")
    await books(resident, "czwartek", "14:00")
    assert await postman.until(local(2026, 11, 25, 9, 59)) == []
    (day_before,) = await postman.until(local(2026, 11, 25, 10, 0))
    assert "Przypomnienie: spotkanie w Centrum" in day_before.words
    assert "czwartek 26 listopada, 14:00" in day_before.words
    assert "pokój 3" in day_before.words
    assert "przykład" in day_before.words
    assert "sycholog" not in str(day_before.call.arguments)
    assert day_before.labels == ["✅ Potwierdzam", "🔁 Przełożyć", "❌ Odwołać"]
    confirm = day_before.call.arguments["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    assert "potwierdzone" in (await resident.presses(confirm))[0]
    assert await postman.until(local(2026, 11, 26, 10, 59)) == []
    (shortly,) = await postman.until(local(2026, 11, 26, 11, 0))
    assert shortly.labels == ["🔁 Przełożyć", "❌ Odwołać"]
    assert await postman.until(local(2026, 11, 27, 12, 0)) == []


async def test_what_would_ring_at_night_comes_the_evening_before(
    resident: Person, lawyer: Office, postman: Postman
) -> None:
    await books(resident, "czwartek", "9:30")
    sent = [(postman.clock.now, one) for one in await postman.until(local(2026, 11, 25, 20, 29))]
    assert len(sent) == 1
    assert len(await postman.until(local(2026, 11, 25, 20, 30))) == 1
    assert await postman.until(local(2026, 11, 26, 12, 0)) == []


async def test_never_later_than_meant(resident: Person, lawyer: Office, postman: Postman, clock: SteppedClock) -> None:
    clock.now = local(2026, 11, 25, 22, 0)
    await books(resident, "czwartek", "9:30")
    assert await postman.until(local(2026, 11, 26, 12, 0)) == []


@pytest.mark.parametrize("change", ["bx:1:1:", "bn:1:7:"])
async def test_what_was_cancelled_or_moved_is_not_reminded_of(
    resident: Person, lawyer: Office, postman: Postman, change: str
) -> None:
    await books(resident, "czwartek", "9:30")
    await resident.presses(change)
    assert await postman.until(local(2026, 11, 27, 12, 0)) == []
    after = await postman.until(local(2026, 12, 1, 12, 0))
    assert len(after) == (0 if "bx" in change else 2)
    assert all("poniedziałek 30 listopada, 9:00" in one.words for one in after)


async def test_an_uncertain_reminder_is_sent_once_more_and_no_more(
    resident: Person, lawyer: Office, postman: Postman, clock: SteppedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries: list[int] = []

    async def break_off(_self: Postman, _call: object, chat_id: int, _slot: object) -> Outcome:
        tries.append(chat_id)
        return Outcome(Result.UNCERTAIN, reason="read timeout")

    async def time_passes() -> None:
        while len(tries) < 2:
            await asyncio.sleep(0.01)
            clock.forward(seconds=len(tries))

    monkeypatch.setattr(Postman, "try_to_send", break_off)
    await books(resident, "czwartek", "9:30")
    clock.now = local(2026, 11, 25, 10, 0)
    await asyncio.gather(postman.round(), time_passes())
    await postman.round()
    assert tries == [resident.id, resident.id]


@pytest.mark.parametrize("day", [date(2027, 3, 28), date(2027, 10, 31)])
async def test_reminders_keep_their_wall_clock_over_both_nights(
    resident: Person, lawyer: Office, postman: Postman, clock: SteppedClock, day: date
) -> None:
    clock.now = local(day.year, day.month, day.day - 3, 12, 0)
    await lawyer.duty("prawnik", day, 14, 15, "pokój 12")
    (slot,) = [await lawyer.slot_at(datetime(day.year, day.month, day.day, 14, tzinfo=WARSAW))]
    await resident.presses(f"by:{slot.id}::self:1:0")
    eve = local(day.year, day.month, day.day - 1, 10, 0)
    assert await postman.until(eve - timedelta(minutes=1)) == []
    assert len(await postman.until(eve)) == 1
    three_before = slot.starts_at - timedelta(hours=3)
    assert await postman.until(three_before - timedelta(minutes=1)) == []
    assert len(await postman.until(three_before)) == 1


ENTRY = CalendarEntry(
    uid="0123456789abcdef@okienko",
    sequence=0,
    title="Spotkanie w Centrum",
    place="pokój 12; ul. Żółkiewskiego 1, Kozienice – wejście \\ od podwórza, zielone drzwi, naprzeciwko przystanku",
    note="Szczegóły są w rozmowie z Okienkiem.\nDo zobaczenia!",
    starts_at=local(2026, 11, 26, 9, 30),
    ends_at=local(2026, 11, 26, 10, 0),
    changed_at=datetime(2026, 11, 23, 9, tzinfo=UTC),
    cancelled=False,
)
NIGHTS = [
    (datetime(2027, 3, 28, 0, 30, tzinfo=UTC), datetime(2027, 3, 28, 1, 30, tzinfo=UTC)),
    (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), datetime(2026, 10, 25, 1, 0, tzinfo=UTC)),
    (datetime(2026, 10, 25, 1, 30, tzinfo=UTC), datetime(2026, 10, 25, 2, 0, tzinfo=UTC)),
]
"""1:30 to 3:30 in March; half past two twice in October."""


@pytest.mark.parametrize(
    "entry",
    [
        ENTRY,
        replace(ENTRY, sequence=3, cancelled=True),
        *[
            replace(ENTRY, starts_at=starts.astimezone(WARSAW), ends_at=ends.astimezone(WARSAW))
            for starts, ends in NIGHTS
        ],
    ],
)
def test_two_independent_readers_read_the_same_back(entry: CalendarEntry) -> None:
    written = write_calendar(entry)
    (event,) = icalendar.Calendar.from_ical(written).walk("VEVENT")
    by_icalendar = (
        str(event["UID"]),
        int(event["SEQUENCE"]),
        str(event["SUMMARY"]),
        str(event["LOCATION"]),
        str(event["DESCRIPTION"]),
        event.decoded("DTSTART"),
        event.decoded("DTEND"),
        str(event["STATUS"]),
    )
    other = vobject.readOne(written.decode()).vevent
    by_vobject = (
        other.uid.value,
        int(other.sequence.value),
        other.summary.value,
        other.location.value,
        other.description.value,
        other.dtstart.value,
        other.dtend.value,
        other.status.value,
    )
    wanted = (
        entry.uid,
        entry.sequence,
        entry.title,
        entry.place,
        entry.note,
        entry.starts_at.astimezone(UTC),
        entry.ends_at.astimezone(UTC),
        "CANCELLED" if entry.cancelled else "CONFIRMED",
    )
    assert by_icalendar == wanted
    assert by_vobject == wanted
    assert all(len(line) <= 75 for line in written.split(b"\r\n"))  # RFC 5545, 3.1


async def test_the_file_says_nothing_of_what_it_is_about_and_follows_the_booking(
    resident: Person, two_advisers: Office, postman: Postman, clock: SteppedClock
) -> None:
    slot = await two_advisers.slot_at(local(2026, 11, 26, 13, 0))
    await resident.presses(f"by:{slot.id}:psychology:child:1:0")
    files = []
    for change in ("", "bn:1:19:", "bx:1:1:"):
        if change:
            await resident.presses(change)
        clock.forward(minutes=1)
        await resident.presses("bi:1:")
        (sent,) = await postman.round()
        files.append(vobject.readOne(sent.file.decode()).vevent)
        assert b"sycholog" not in sent.file
        assert "dziec" not in sent.file.decode()
    assert {file.summary.value for file in files} == {"Spotkanie w Centrum"}
    assert len({file.uid.value for file in files}) == 1
    assert [int(file.sequence.value) for file in files] == [0, 1, 2]
    assert [file.status.value for file in files] == ["CONFIRMED", "CONFIRMED", "CANCELLED"]
    assert files[0].dtstart.value == local(2026, 11, 26, 13, 0)
    assert files[1].dtstart.value == local(2026, 11, 27, 13, 0)
