"""The private calendar: made, renewed and ended in the chat, fetched over HTTP, neutral, and nobody else's."""

import io
from datetime import date, timedelta
from typing import Any

import httpx
import pytest
from icalendar import Calendar
from sqlmodel import select

from bot.clock import SteppedClock
from bot.places import booking as bookings
from bot.places import calendar_feed
from bot.places.attendees import Relation, of_account
from bot.places.booking import Booker
from bot.places.topics import Topic
from bot.storage import Database
from bot.storage.tables import Attendance, CalendarFeed, Event
from tests.booking.conftest import MONDAY, Newcomer, Office, account_of, local
from tests.conversations.people import Person
from tests.ground.test_log import printed as printed


async def link_of(person: Person) -> str:
    """Make a link in the chat; its path."""
    await person.says("/moje")
    await person.taps("Mój kalendarz")
    (said, link) = await person.taps("link")
    assert "następnej wiadomości" in said
    assert link.startswith("https://okienko.example/kalendarz/")
    return link.removeprefix("https://okienko.example")


async def books(office: Office, person: Person, *hours: int, relation: Relation = Relation.SELF) -> list[int]:
    """The lawyer on Thursday at these hours; the bookings' numbers."""
    account = await account_of(office.database, person)
    made = []
    for hour in hours:
        slot = await office.slot_at(local(2026, 11, 26, hour))
        async with office.database.transaction() as session:
            who = await of_account(session, office.clock(), account, "kozienice", relation)
            done = await bookings.book(
                session,
                office.clock(),
                slot.id or 0,
                who.id or 0,
                Booker(account, "telegram", person.id),
                topic=Topic.DEBTS.value,
            )
            made.append(done.booking.id or 0)
    return made


def events_of(answer: httpx.Response) -> dict[str, Any]:
    """The entries by UID."""
    assert answer.status_code == 200, answer.text
    calendar = Calendar.from_ical(answer.content)
    return {str(event["UID"]): event for event in calendar.walk("VEVENT")}


async def test_everything_is_there_in_neutral_words(
    browser: httpx.AsyncClient, lawyer: Office, resident: Person, clock: SteppedClock
) -> None:
    await books(lawyer, resident, 9)
    await books(lawyer, resident, 10, relation=Relation.CHILD)
    account = await account_of(lawyer.database, resident)
    async with lawyer.database.transaction() as session:
        event = Event(
            uid="piknik@okienko", centre="kozienice", title="Spotkanie rodzin po stracie", place="park",
            starts_at=local(2026, 11, 28, 12), ends_at=local(2026, 11, 28, 14), created_at=clock(), changed_at=clock(),
        )  # fmt: skip
        session.add(event)
        await session.flush()
        session.add(
            Attendance(
                event_id=event.id or 0, account_id=account, channel="telegram", chat_id=resident.id, coming=True,
                answered_at=clock(),
            )
        )  # fmt: skip
    answer = await browser.get(await link_of(resident))
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    found = events_of(answer)
    assert len(found) == 3
    assert {str(each["SUMMARY"]) for each in found.values()} == {"Spotkanie w Centrum"}
    assert {each["DTSTART"].dt for each in found.values()} == {
        local(2026, 11, 26, 9),
        local(2026, 11, 26, 10),
        local(2026, 11, 28, 12),
    }
    assert {str(each["STATUS"]) for each in found.values()} == {"CONFIRMED"}
    for word in ("prawnik", "debts", "dług", "stracie", "dziec", "rodzin"):
        assert word not in answer.text.casefold()


async def test_moved_and_cancelled_keep_their_names(
    browser: httpx.AsyncClient, lawyer: Office, resident: Person, clock: SteppedClock
) -> None:
    first, second = await books(lawyer, resident, 9, 10)
    path = await link_of(resident)
    before = events_of(await browser.get(path))
    account = await account_of(lawyer.database, resident)
    to = await lawyer.slot_at(local(MONDAY.year, MONDAY.month, MONDAY.day, 11))
    async with lawyer.database.transaction() as session:
        moved = await bookings.move(session, clock(), first, to.id or 0, by=account)
        gone = await bookings.cancel(session, clock(), second, by=account)
    after = events_of(await browser.get(path))
    assert after.keys() == before.keys()
    assert after[moved.booking.uid]["DTSTART"].dt == local(MONDAY.year, MONDAY.month, MONDAY.day, 11)
    assert int(after[moved.booking.uid]["SEQUENCE"]) == int(before[moved.booking.uid]["SEQUENCE"]) + 1
    assert str(after[gone.uid]["STATUS"]) == "CANCELLED"
    assert int(after[gone.uid]["SEQUENCE"]) == 1
    # A month later it is forgotten here, too.
    clock.forward(days=45)
    assert events_of(await browser.get(path)) == {}


async def test_unchanged_is_said_by_the_tag(
    browser: httpx.AsyncClient, lawyer: Office, resident: Person, clock: SteppedClock
) -> None:
    await books(lawyer, resident, 9)
    path = await link_of(resident)
    first = await browser.get(path)
    assert "private" in first.headers["cache-control"]
    assert first.headers["referrer-policy"] == "no-referrer"
    assert "noindex" in first.headers["x-robots-tag"]
    clock.forward(hours=1)
    again = await browser.get(path, headers={"If-None-Match": first.headers["etag"]})
    assert again.status_code == 304
    assert again.content == b""
    await books(lawyer, resident, 11)
    changed = await browser.get(path, headers={"If-None-Match": first.headers["etag"]})
    assert changed.status_code == 200
    assert changed.headers["etag"] != first.headers["etag"]


async def test_a_new_link_ends_the_old_one_and_off_ends_both(
    browser: httpx.AsyncClient, lawyer: Office, resident: Person
) -> None:
    old = await link_of(resident)
    assert (await browser.get(old)).status_code == 200
    new = await link_of(resident)
    assert new != old
    assert (await browser.get(old)).status_code == 404
    assert (await browser.get(new)).status_code == 200
    (said, *_) = await resident.taps("Wyłączyć")
    assert "już nie działa" in said
    assert (await browser.get(new)).status_code == 404


async def test_a_wrong_or_ended_secret_is_a_plain_404_however_often_it_is_asked(
    browser: httpx.AsyncClient, lawyer: Office, resident: Person
) -> None:
    right = await link_of(resident)
    for wrong in ("/kalendarz/x.ics", "/kalendarz/.ics", right.removesuffix(".ics"), f"{right}x", "/kalendarz/%00.ics"):
        answer = await browser.get(wrong)
        assert (answer.status_code, answer.text) == (404, "not found"), wrong
    assert {(await browser.get("/kalendarz/zla.ics")).status_code for _ in range(80)} == {404}
    assert (await browser.get(right)).status_code == 200


async def test_nobody_keeps_the_secret_and_no_line_tells_it(
    printed: io.StringIO,
    browser: httpx.AsyncClient,
    lawyer: Office,
    resident: Person,
    database: Database,
    capfd: pytest.CaptureFixture[str],
) -> None:
    path = await link_of(resident)
    secret = path.removeprefix("/kalendarz/").removesuffix(".ics")
    for asked in (path, f"{path}x", path):
        await browser.get(asked)
    async with database.session() as session:
        (kept,) = (await session.exec(select(CalendarFeed))).all()
        assert secret not in kept.key_hash
    out = capfd.readouterr()
    assert secret not in printed.getvalue() + out.out + out.err


async def test_anothers_calendar_is_another(
    browser: httpx.AsyncClient, lawyer: Office, resident: Person, newcomer: Newcomer
) -> None:
    other = await newcomer()
    await books(lawyer, resident, 9)
    await books(lawyer, other, 10)
    mine, theirs = await link_of(resident), await link_of(other)
    assert {each["DTSTART"].dt.hour for each in events_of(await browser.get(mine)).values()} == {8}
    assert {each["DTSTART"].dt.hour for each in events_of(await browser.get(theirs)).values()} == {9}


async def test_without_a_page_there_is_no_link(database: Database, clock: SteppedClock) -> None:
    async with database.transaction() as session:
        assert await calendar_feed.account_of(session, "") is None
        assert await calendar_feed.account_of(session, "x" * 5000) is None
        assert not await calendar_feed.is_on(session, 1)


async def test_times_over_the_night_when_clocks_change(
    browser: httpx.AsyncClient, office: Office, resident: Person, clock: SteppedClock
) -> None:
    await office.room("pokój 12")
    await office.adviser("prawnik", Topic.LAW)
    clock.now = local(2026, 10, 23, 10)
    for day in (24, 26):  # clocks go back in the night before the 25th
        await office.duty("prawnik", date(2026, 10, day), 9, 10, "pokój 12", minutes=60)
        slot = await office.slot_at(local(2026, 10, day, 9))
        account = await account_of(office.database, resident)
        async with office.database.transaction() as session:
            who = await of_account(session, clock(), account, "kozienice")
            await bookings.book(session, clock(), slot.id or 0, who.id or 0, Booker(account))
    found = events_of(await browser.get(await link_of(resident)))
    assert sorted(each["DTSTART"].dt.hour for each in found.values()) == [7, 8]
    assert {each["DTEND"].dt - each["DTSTART"].dt for each in found.values()} == {timedelta(hours=1)}
