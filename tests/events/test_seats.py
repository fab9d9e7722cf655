"""Events with a limit: the form, a seat by one tap, a family in one go, the line, more and fewer seats, changes."""

from collections.abc import Sequence
from datetime import datetime, timedelta

import pytest
from aiogram.methods import AnswerCallbackQuery, SendMessage
from sqlmodel import col, select

from bot.announcements import event_guests, event_seats, events, invitations, plan, quarter
from bot.announcements.event_guests import Party
from bot.announcements.event_watch import SeatsWatch
from bot.announcements.events import Reason
from bot.clock import WARSAW, SteppedClock
from bot.people import own_data
from bot.places import attendees, booking, calendar, calls, slots
from bot.places import own_data as bookings_own_data
from bot.places.booking import Booker
from bot.places.slots import NewSlot, SlotKind
from bot.storage import Database
from bot.storage.tables import Attendance, Booking, Event, EventSeats, Offer, Role, Slot
from bot.texts import texts
from tests.conversations.people import Person, Stage
from tests.events.conftest import GROUP, Newcomer, Postman, Sent
from tests.events.people import account_of, answer_of, makes_event, taps_in_group, the_event

COME, STAY = "ev:1:1", "ev:1:0"
FAMILY = "evy:1:1:2:0:0"
"""Yes: me and two children."""
TOGETHER = "evz:1:1:2:0:0"
SATURDAY = datetime(2026, 11, 28, 16, 0, tzinfo=WARSAW)


def local(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=WARSAW)  # type: ignore[arg-type, misc]


async def the_slot(database: Database) -> Slot:
    async with database.session() as session:
        found = await session.exec(select(Slot).join(EventSeats, col(EventSeats.slot_id) == col(Slot.id)))
        return found.one()


async def seats_of(database: Database, person: Person) -> Party:
    slot, account = await the_slot(database), await account_of(database, person)
    async with database.session() as session:
        return await event_guests.party(session, slot.id or 0, account.id or 0)


async def taken(database: Database) -> int:
    """By the rows and by the count, which must agree."""
    slot = await the_slot(database)
    async with database.session() as session:
        rows = await session.exec(
            select(Booking.id).where(col(Booking.slot_id) == slot.id, col(Booking.seat_no).is_not(None))
        )
        assert len(rows.all()) == slot.taken
    return slot.taken


async def listed(person: Person) -> list[str]:
    """The buttons of somebody's own bookings."""
    await person.says("/moje")
    return person.buttons


def reminders(sent: Sequence[Sent], person: Person) -> list[str]:
    return [one.words for one in sent if one.chat_id == person.id and "rzypomnienie" in one.words]


@pytest.fixture
async def full(organiser: Person, newcomer: Newcomer) -> list[Person]:
    """A picnic for three with a family of three in it: the mother comes first."""
    await makes_event(organiser, seats=3)
    mother = await newcomer()
    await mother.presses(FAMILY)
    return [mother]


# The form


async def test_the_organiser_says_how_many_and_it_is_shown(organiser: Person, database: Database) -> None:
    await makes_event(organiser, seats=40)
    assert ((await the_slot(database)).seats, (await the_slot(database)).kind) == (40, "event")
    (screen,) = await organiser.presses("evo:1")
    assert "Zostało 40 miejsc z 40" in screen
    (draft,) = await organiser.presses("eva:1")
    assert "Liczba miejsc: 40" in draft


@pytest.mark.parametrize("typed", ["0", "-3", "dużo", "4,5", "1001", "40-50", "20 i 30", "40 000", "9" * 40])
async def test_what_is_no_number_of_seats_is_said_and_asked_again(
    organiser: Person, database: Database, typed: str
) -> None:
    for text in ("/wydarzenie", "Piknik", "park", "sobota 16:00"):
        await organiser.says(text)
    await organiser.taps("Tak")
    assert "liczba od 1 do" in (await organiser.says(typed))[0]
    assert "plakat" in (await organiser.says("najwyżej 12 osób"))[0]
    await organiser.taps("Bez zdjęcia")
    assert (await the_slot(database)).seats == 12


async def test_no_limit_can_be_typed_too(organiser: Person, database: Database) -> None:
    for text in ("/wydarzenie", "Piknik", "park", "sobota 16:00"):
        await organiser.says(text)
    await organiser.taps("Tak")
    await organiser.says("bez limitu")
    await organiser.taps("Bez zdjęcia")
    async with database.session() as session:
        assert (await session.exec(select(Slot))).all() == []
    assert (await the_event(database)).title == "Piknik"


# One tap, a family, the count


async def test_a_tap_in_a_group_takes_a_seat_and_who_else_is_asked_in_private(
    organiser: Person, resident: Person, stage: Stage, postman: Postman, database: Database, clock: SteppedClock
) -> None:
    await makes_event(organiser, seats=40)
    sent = await taps_in_group(stage, resident.id, COME)
    assert "miejsce jest" in (answer_of(sent).text or "")
    (asked,) = [request for request in sent if isinstance(request, SendMessage)]
    assert asked.chat_id == resident.id
    assert "Kto jeszcze przyjdzie?" in asked.text
    assert await seats_of(database, resident) == Party(me=1)
    again = await taps_in_group(stage, resident.id, COME)
    assert [type(request) for request in again] == [AnswerCallbackQuery]
    assert await taken(database) == 1

    clock.forward(seconds=40)
    await SeatsWatch(database, clock).tick()
    await SeatsWatch(database, clock).tick()
    clock.forward(seconds=40)
    (edit,) = [one for one in await postman.round() if one.chat_id == GROUP]
    assert edit.labels == ["✅ Będę · zostało 39 z 40", "Nie będę"]


async def test_who_cannot_be_written_to_gets_the_seat_by_the_link(
    organiser: Person, stage: Stage, database: Database
) -> None:
    await makes_event(organiser, seats=2)
    assert answer_of(await taps_in_group(stage, 9001, COME)).url == "https://t.me/OkienkoBot?start=e-1-y"
    stranger = Person(stage, 9001)
    screen, notice = await stranger.says("/start e-1-y")
    assert "Zapisane miejsca" in screen
    assert "Kto jeszcze przyjdzie?" in screen
    assert "automat" in notice
    assert await taken(database) == 1
    (screen,) = await stranger.says("/start e-1-n")
    assert "nie będę" in screen
    assert await taken(database) == 0


async def test_a_family_is_chosen_by_taps_and_booked_in_one_go(
    organiser: Person, resident: Person, database: Database, postman: Postman
) -> None:
    await makes_event(organiser, seats=3)
    await resident.presses(COME)
    await resident.taps("➕ Dziecko")
    (screen,) = await resident.taps("➕ Dziecko")
    assert "ja, 2 dzieci" in screen
    assert "jeszcze nie zapisane" in screen
    assert await taken(database) == 1
    (screen,) = await resident.taps("Zapisać: 3 osoby")
    assert "Zapisane miejsca: <b>ja, 2 dzieci</b>" in screen
    assert "Wszystkie miejsca są zajęte" in screen
    await resident.presses(FAMILY)  # once more
    assert await taken(database) == 3
    sent = await postman.until(SATURDAY)
    assert len(reminders(sent, resident)) == 2  # not for each seat, and not by the engine as well
    assert all("Piknik" in words for words in reminders(sent, resident))


async def test_one_child_fewer_gives_one_seat_back(full: list[Person], database: Database) -> None:
    (mother,) = full
    await mother.presses("evw:1::::")
    await mother.taps("➖ Dziecko")
    await mother.taps("Zapisać: 2 osoby")
    assert await seats_of(database, mother) == Party(me=1, child=1)
    assert await taken(database) == 2


async def test_a_family_too_big_for_what_is_left_gets_nothing_and_may_wait(
    organiser: Person, newcomer: Newcomer, database: Database
) -> None:
    await makes_event(organiser, seats=4)
    await (await newcomer()).presses(FAMILY)
    mother = await newcomer()
    (screen,) = await mother.presses(FAMILY)
    assert "Zostało tylko 1 miejsce" in screen
    assert await taken(database) == 3
    (screen,) = await mother.taps("Stanąć na liście razem: 3 osoby")
    assert "Miejsce w kolejce: 1" in screen
    assert "To jeszcze nie są miejsca" in screen
    (screen,) = await organiser.presses("evo:1")
    assert "Na liście oczekujących: 3 osoby" in screen
    assert await taken(database) == 3
    await (await newcomer()).presses(COME)  # the fourth seat does not stay empty
    assert await taken(database) == 4


@pytest.mark.parametrize("data", ["evy:1:1:9:9:9", "evy:1:0:0:0:0", "evy:1:2:0:0:0", "evz:1:0:-1:0:0", "evw:1:5:0:0:0"])
async def test_a_forged_family_is_refused(
    organiser: Person, resident: Person, stage: Stage, database: Database, data: str
) -> None:
    await makes_event(organiser, seats=40)
    sent = await stage.deliver(
        callback_query={"id": "1", "from": resident.user, "chat_instance": "1", "data": data, "message": _old(resident)}
    )
    assert "od 1 do 10" in (answer_of(sent).text or "")
    assert await taken(database) == 0


# Full: the line


async def test_full_in_a_group_is_said_and_the_line_is_in_private(
    full: list[Person], resident: Person, stage: Stage, database: Database
) -> None:
    sent = await taps_in_group(stage, resident.id, COME)
    assert answer_of(sent).show_alert
    assert "liście oczekujących" in (answer_of(sent).text or "")
    (asked,) = [request for request in sent if isinstance(request, SendMessage)]
    assert asked.chat_id == resident.id
    resident.screen = asked
    (screen,) = await resident.taps("Stanąć na liście")
    assert "Miejsce w kolejce: 1" in screen
    again = await taps_in_group(stage, resident.id, COME)
    assert "już jest zapisane na liście" in (answer_of(again).text or "")
    (screen,) = await resident.presses("evv:1")
    assert "już bez tego wpisu" in screen
    assert await taken(database) == 3


async def test_three_seats_given_back_go_to_the_family_that_waits_first(
    full: list[Person], newcomer: Newcomer, database: Database, postman: Postman
) -> None:
    """One by one they would have gone to whoever is alone and behind the family."""
    (first,) = full
    mother, alone = await newcomer(), await newcomer()
    await mother.presses(TOGETHER)
    await alone.presses("evz:1:1:0:0:0")
    await first.presses(STAY)
    offers = [one for one in await postman.round() if "Jest wolne miejsce" in one.words]
    assert [one.chat_id for one in offers] == [mother.id]
    assert await taken(database) == 3  # held
    assert await seats_of(database, mother) == Party()
    await mother.presses("evw:1::::")
    await mother.taps("Odpowiedzieć")
    (screen,) = await mother.taps("Biorę")
    assert "Zapisane miejsca: <b>ja, 2 dzieci</b>" in screen
    assert await seats_of(database, mother) == Party(me=1, child=2)
    sent = await postman.until(SATURDAY)
    assert len(reminders(sent, mother)) == 2  # the event's own, once for the family
    assert reminders(sent, first) == []


async def test_at_a_full_event_one_of_a_family_can_come_instead_of_another(
    full: list[Person], resident: Person, database: Database, postman: Postman
) -> None:
    """They need no seat more than they have, and only what they really give up goes to the line."""
    (mother,) = full
    await resident.presses("evz:1:1:0:0:0")
    (screen,) = await mother.presses("evy:1:1:1:1:0")
    assert "Zapisane" in screen
    assert await seats_of(database, mother) == Party(me=1, child=1, parent=1)
    assert [one for one in await postman.round() if "wolne miejsce" in one.words] == []
    await mother.presses("evy:1:1:0:0:1")
    assert await seats_of(database, mother) == Party(me=1, other=1)
    assert [one.chat_id for one in await postman.round() if "wolne miejsce" in one.words] == [resident.id]
    assert await taken(database) == 3


async def test_who_does_not_come_leaves_the_line_as_well(
    full: list[Person], resident: Person, postman: Postman
) -> None:
    await resident.presses("evz:1:1:0:0:0")
    await resident.presses(STAY)
    await full[0].presses(STAY)
    assert [one for one in await postman.round() if "wolne miejsce" in one.words] == []


async def test_an_erased_family_gives_its_seats_to_the_family_in_line(
    full: list[Person], newcomer: Newcomer, database: Database, clock: SteppedClock, postman: Postman
) -> None:
    waiting, alone = await newcomer(), await newcomer()
    await waiting.presses(TOGETHER)
    await alone.presses("evz:1:1:0:0:0")
    account = await account_of(database, full[0])
    async with database.transaction() as session:
        person = own_data.Person(account.id or 0, (("telegram", full[0].id),))
        await bookings_own_data.PART.erase(session, clock(), person)
    assert await taken(database) == 3  # held for who waited
    assert [one.chat_id for one in await postman.round() if "wolne miejsce" in one.words] == [waiting.id]


# More seats, fewer seats


async def test_more_seats_are_offered_and_fewer_than_are_taken_refused(
    organiser: Person, full: list[Person], resident: Person, database: Database, postman: Postman
) -> None:
    await resident.presses("evz:1:1:0:0:0")
    await organiser.presses("evc:1:seats")
    assert "Zajęte są już 3 miejsca" in (await organiser.says("2"))[0]
    assert (await the_slot(database)).seats == 3
    assert "nie da się już zdjąć" in (await organiser.says("bez limitu"))[0]
    (screen,) = await organiser.says("5")
    assert "Nikt nie stracił miejsca" in screen
    assert [one.chat_id for one in await postman.round() if "wolne miejsce" in one.words] == [resident.id]
    assert "Zostało 1 miejsce z 5" in (await organiser.presses("evo:1"))[0]


async def test_a_limit_for_an_event_that_had_none_keeps_who_said_to_come(
    organiser: Person, newcomer: Newcomer, database: Database, postman: Postman
) -> None:
    await makes_event(organiser)
    people = [await newcomer() for _ in range(3)]
    for person in people[:2]:
        await person.presses(COME)
    await people[2].presses(STAY)
    await organiser.presses("evc:1:seats")
    assert "Zajęte jest już" not in (await organiser.says("bez limitu"))[0]
    await organiser.presses("evc:1:seats")
    assert "Zajęte są już 2 miejsca" in (await organiser.says("1"))[0]
    await organiser.says("2")
    assert await taken(database) == 2
    assert await seats_of(database, people[0]) == Party(me=1)
    sent = await postman.until(SATURDAY)
    assert [len(reminders(sent, person)) for person in people] == [2, 2, 0]
    async with database.session() as session:
        assert [row.coming for row in (await session.exec(select(Attendance))).all()] == [False]


@pytest.mark.parametrize("role", [None, Role.CLERK, Role.ORGANISER])
async def test_seats_are_the_centre_s_own_organisers_affair(
    organiser: Person, newcomer: Newcomer, database: Database, role: Role | None
) -> None:
    """A resident, a clerk, an organiser of another centre; also with the form open."""
    await makes_event(organiser, seats=5)
    other = await newcomer("koszalin" if role is Role.ORGANISER else "starachowice", role=role)
    said = await other.presses("evc:1:seats")
    assert all("Ile jest miejsc" not in words for words in said)
    await other.says("9")
    assert (await the_slot(database)).seats == 5
    async with database.transaction() as session:
        with pytest.raises(Exception, match="event-gone"):
            await events.limit(session, SATURDAY - timedelta(days=1), "koszalin", 1, 9)


# Change, cancellation, what else somebody has


async def test_another_time_is_told_once_and_the_seats_go_along(
    organiser: Person, full: list[Person], resident: Person, database: Database, clock: SteppedClock, postman: Postman
) -> None:
    (mother,) = full
    await resident.presses("evz:1:1:0:0:0")
    assert any("Piknik" in label for label in await listed(resident))
    sunday = local(2026, 11, 29, 12, 0)
    async with database.transaction() as session:
        await events.change(session, clock(), "starachowice", 1, starts_at=sunday, place="hala")
    slot = await the_slot(database)
    assert (slot.starts_at, slot.ends_at, slot.place) == (sunday, sunday + timedelta(hours=2), "hala")
    async with database.session() as session:
        assert {row.starts_at for row in (await session.exec(select(Booking))).all()} == {sunday}
    sent = await postman.until(sunday)
    changes = [one.chat_id for one in sent if "Zmiana" in one.words]
    assert sorted(changes) == sorted([mother.id, resident.id])
    assert len(reminders(sent, mother)) == 2
    assert reminders(sent, resident) == []


async def test_an_offer_does_not_outlast_an_earlier_beginning_and_says_so(
    full: list[Person], resident: Person, database: Database, clock: SteppedClock, postman: Postman
) -> None:
    await resident.presses("evz:1:1:0:0:0")
    await full[0].presses("evy:1:1:1:0:0")
    soon = clock() + timedelta(hours=3)
    said = soon.astimezone(WARSAW)
    (before,) = [one for one in await postman.round() if "wolne miejsce" in one.words]
    async with database.transaction() as session:
        await events.change(session, clock(), "starachowice", 1, starts_at=soon)
    async with database.session() as session:
        assert (await session.exec(select(Offer.deadline))).all() == [soon]
    (told,) = [one for one in await postman.round() if "wolne miejsce" in one.words]
    until = f"czeka do: <b>poniedziałek 23 listopada, {said.hour}:{said:%M}"
    assert until in told.words
    assert until not in before.words
    async with database.transaction() as session:
        await events.change(session, clock(), "starachowice", 1, starts_at=soon - timedelta(hours=1), place="hala")
        await events.change(session, clock(), "starachowice", 1, starts_at=soon - timedelta(hours=2))
    (again,) = [one for one in await postman.round() if "wolne miejsce" in one.words]
    assert f"{said.hour - 2}:{said:%M}</b>. Potem" in again.words


async def test_a_cancelled_event_is_told_once_to_each(
    organiser: Person, full: list[Person], newcomer: Newcomer, database: Database, clock: SteppedClock, postman: Postman
) -> None:
    (mother,) = full
    await mother.presses("evz:1:1:2:1:0")  # grandma, too
    waiting = await newcomer()
    await waiting.presses("evz:1:1:0:0:0")
    async with database.transaction() as session:
        await events.cancel(session, clock(), "starachowice", 1, Reason.WEATHER)
    sent = await postman.until(SATURDAY)
    (told,) = [one for one in sent if one.chat_id == mother.id]
    assert "nie odbędzie" in told.words
    assert b"STATUS:CANCELLED" in told.file
    (told,) = [one for one in sent if one.chat_id == waiting.id]
    assert "nie odbędzie" in told.words
    assert "odwołane" in (await mother.presses("evw:1::::"))[0].lower()
    (screen,) = await mother.presses(FAMILY)
    assert "Odwołane" in screen
    assert await taken(database) == 0
    async with database.session() as session:
        assert await events.count(session, await session.get_one(Event, 1)) == 3  # who had said to come


async def test_what_somebody_has_then_is_said_and_can_be_passed_by(
    organiser: Person, resident: Person, stage: Stage, database: Database, clock: SteppedClock
) -> None:
    await makes_event(organiser, seats=3)
    account = await account_of(database, resident)
    async with database.transaction() as session:
        new = NewSlot(
            centre="starachowice", kind=SlotKind.CONSULTATION, starts_at=SATURDAY, ends_at=SATURDAY + timedelta(hours=1)
        )
        (other,) = await slots.add(session, clock(), [new])
        who = await attendees.of_account(session, clock(), account.id or 0, "starachowice")
        await booking.book(session, clock(), other.id or 0, who.id or 0, Booker(account.id or 0))
    sent = await taps_in_group(stage, resident.id, COME)
    assert "coś innego" in (answer_of(sent).text or "")
    (asked,) = [request for request in sent if isinstance(request, SendMessage)]
    assert "W tym czasie jest już zapisana rozmowa" in asked.text
    assert await taken(database) == 0
    resident.screen = asked
    await resident.taps("mimo to")
    assert await seats_of(database, resident) == Party(me=1)


async def test_once_it_has_begun_nobody_gets_a_seat(
    organiser: Person, resident: Person, stage: Stage, database: Database, clock: SteppedClock
) -> None:
    await makes_event(organiser, seats=3)
    clock.now = SATURDAY + timedelta(minutes=5)
    sent = await taps_in_group(stage, resident.id, COME)
    assert "minął" in (answer_of(sent).text or "")
    assert await taken(database) == 0


async def test_old_buttons_of_an_event_without_a_limit_or_of_none(organiser: Person, resident: Person) -> None:
    await makes_event(organiser)
    for data in ("evw:1::::", FAMILY, TOGETHER, "evv:1", "evw:99::::", "evy:99:1:0:0:0"):
        assert (await resident.presses(data))[0]


# Numbers, lists, the desk


async def test_persons_are_counted_and_nobody_phones_them(
    organiser: Person, full: list[Person], database: Database, clock: SteppedClock, plans: plan.Plans
) -> None:
    assert "Zapisały się 3 osoby" in (await organiser.presses("evo:1"))[0]
    async with database.session() as session:
        sheets = await quarter.sheets(session, texts(), "pl", "starachowice", quarter.Quarter(2026, 4), None)
        assert sheets[2].rows[0][-1] == "<5"
        assert await events.count(session, await session.get_one(Event, 1)) == 3
        chosen = (await session.exec(invitations.those_who_come("starachowice", "1"))).all()
        assert [row[0] if isinstance(row, tuple) else row for row in chosen] == [
            (await account_of(database, full[0])).id
        ]
        assert (await session.exec(invitations.those_who_come("koszalin", "1"))).all() == []
        assert await calls.of_day(session, clock(), "starachowice", SATURDAY.date()) == []
    clock.now = SATURDAY + timedelta(days=40)
    async with database.transaction() as session:
        await events.forget_old(session, clock())
    assert (await the_event(database)).came == 3


async def test_the_desk_writes_down_who_phones_and_phones_back_when_it_changes(
    organiser: Person, resident: Person, newcomer: Newcomer, database: Database, clock: SteppedClock
) -> None:
    await makes_event(organiser, seats=2)
    clerk, elsewhere = await newcomer(role=Role.CLERK), await newcomer("koszalin", role=Role.CLERK)
    slot = await the_slot(database)
    for other in (resident, organiser, elsewhere):
        await other.presses("evo:1")
        assert not any("kto dzwoni" in label for label in other.buttons)
        await other.presses(f"zs:{slot.id}::0::0")
        await other.says("Jan K. 600 700 800")
    assert await taken(database) == 0
    await clerk.presses("evo:1")
    await clerk.taps("kto dzwoni")
    (screen,) = await clerk.says("Jan K. 600 700 800")
    assert "Jan K." in screen
    assert not any("Przenieść" in label or "Potwierdzić" in label for label in clerk.buttons)
    assert await taken(database) == 1
    assert "Jan K." not in "".join(await organiser.presses("evo:1"))
    await clerk.says("/telefony")
    sunday = local(2026, 11, 29, 12, 0)
    async with database.transaction() as session:
        await events.change(session, clock(), "starachowice", 1, starts_at=sunday)
    (screen,) = await clerk.says("/telefony")
    assert "600 700 800" in screen
    assert "Piknik" in screen
    assert "inny czas albo miejsce" in screen
    async with database.transaction() as session:
        await events.cancel(session, clock(), "starachowice", 1, Reason.WEATHER)
    (screen,) = await clerk.says("/telefony")
    assert screen.count("600 700 800") == 1
    assert "Centrum odwołało" in screen


async def test_the_last_seat_is_gone_while_the_desk_types_the_name(
    organiser: Person, resident: Person, newcomer: Newcomer, database: Database
) -> None:
    await makes_event(organiser, seats=1)
    clerk = await newcomer(role=Role.CLERK)
    await clerk.presses("evo:1")
    await clerk.taps("kto dzwoni")
    await resident.presses(COME)
    (screen,) = await clerk.says("Jan K.")
    assert "zajęty" in screen
    assert await taken(database) == 1
    await clerk.presses("evo:1")
    assert not any("kto dzwoni" in label for label in clerk.buttons)


async def test_own_bookings_lead_to_the_event_and_a_code_gives_one_seat_back(
    full: list[Person], newcomer: Newcomer, database: Database
) -> None:
    (mother,) = full
    await mother.says("/moje")
    await mother.taps("28 listopada")
    async with database.session() as session:
        child = (await session.exec(select(Booking).order_by(col(Booking.id).desc()))).first() or Booking()
    (screen,) = await mother.presses(f"bo:{child.id}:")
    assert "Zapisane miejsca: <b>ja, 2 dzieci</b>" in screen
    grandfather = await newcomer()
    assert "2 dzieci" not in (await grandfather.presses(f"bo:{child.id}:{child.code}"))[0]
    assert not any("Przełożyć" in label for label in grandfather.buttons)
    await grandfather.presses(f"bx:{child.id}:1:{child.code}")
    assert await seats_of(database, mother) == Party(me=1, child=1)


async def test_a_family_is_one_entry_in_its_private_calendar(
    full: list[Person], resident: Person, database: Database, clock: SteppedClock
) -> None:
    await resident.presses("evz:1:1:0:0:0")
    event = await the_event(database)
    async with database.session() as session:
        (item,) = await calendar.of_account(session, clock(), (await account_of(database, full[0])).id or 0)
        assert (item.uid, item.cancelled) == (event.uid, False)
        assert await calendar.of_account(session, clock(), (await account_of(database, resident)).id or 0) == []
    async with database.transaction() as session:
        await events.cancel(session, clock(), "starachowice", 1, Reason.WEATHER)
    async with database.session() as session:
        (item,) = await calendar.of_account(session, clock(), (await account_of(database, full[0])).id or 0)
        assert item.cancelled


def _old(person: Person) -> dict[str, object]:
    return {
        "message_id": 7,
        "date": 1_700_000_000,
        "chat": person.chat,
        "from": {"id": 42, "is_bot": True, "first_name": "Okienko"},
        "text": "…",
    }


def test_the_most_seats_can_be_said() -> None:
    assert event_seats.typed("1000 osób") == event_seats.MOST_SEATS


async def test_whose_app_speaks_ukrainian_is_reminded_in_ukrainian(
    organiser: Person, newcomer: Newcomer, postman: Postman
) -> None:
    await makes_event(organiser, seats=3)
    mother = await newcomer(language="uk")
    await mother.presses(FAMILY)
    sent = await postman.until(SATURDAY)
    assert [one.words.splitlines()[0] for one in sent if one.chat_id == mother.id] == ["⏰ Нагадування"] * 2
