"""Changes, desks, a room's rules by its keepers; two at once; what is kept of a person goes."""

import asyncio
from datetime import date, time
from typing import Any

import pytest

from bot.app import OWN_DATA
from bot.clock import SteppedClock
from bot.errors import OkienkoError
from bot.people import accounts, own_data, roles
from bot.places.booking import Booker
from bot.places.halls import reserving, rules
from bot.places.halls.free import Wanted
from bot.storage import Database
from bot.storage.tables import ClosingDay, Role
from tests.booking.conftest import account_of
from tests.conversations.people import Person
from tests.events.conftest import Postman
from tests.halls.conftest import CENTRE, FRIDAY, THURSDAY, WEEK, House, Newcomer, alert_of


async def test_a_change_holds_the_new_time_before_it_lets_the_old_one_go(
    house: House, resident: Person, newcomer: Newcomer, postman: Postman
) -> None:
    number = await house.reserves(resident, THURSDAY, 17, 19)
    await house.reserves(await newcomer(centre=CENTRE), THURSDAY, 12, 14)
    await house.keeper.presses(f"hc:{number}:yes:0")
    await resident.presses(f"ho:{number}")
    await resident.taps("Zmienić")
    # Overlapping with its own old time is no clash; with another's it is.
    (text, *_) = await resident.says("czwartek 13-15")
    await resident.taps("Wysłać prośbę")
    assert await house.hours() == ["26.11 12:00–14:00", "26.11 17:00–19:00"]
    await resident.presses(f"hb:{house.hall}:{number}")
    (text, *_) = await resident.says("czwartek 18-20")
    assert "Zmienić na ten termin?" in text
    (text, *_) = await resident.taps("Wysłać prośbę")
    assert "Czeka na zgodę" in text
    assert await house.hours() == ["26.11 12:00–14:00", "26.11 18:00–20:00"]
    row, booking = await house.reservation(number)
    assert (row.state, booking.sequence) == ("asked", 1)
    await house.keeper.presses(f"hc:{number}:yes:0")
    # Only shorter: the yes stands.
    await resident.presses(f"hb:{house.hall}:{number}")
    await resident.says("czwartek 18-19")
    (text, *_) = await resident.taps("Wysłać prośbę")
    assert "Zarezerwowane" in text
    assert await house.hours() == ["26.11 12:00–14:00", "26.11 18:00–19:00"]


async def test_the_keeper_calls_off_what_stood(house: House, resident: Person, postman: Postman) -> None:
    number = await house.reserves(resident, THURSDAY, 17, 19)
    await house.keeper.presses(f"hc:{number}:yes:0")
    await postman.round()
    await house.keeper.presses(f"hc:{number}:off:0")
    (text, *_) = await house.keeper.says("Awaria ogrzewania.")
    assert "nie może dać" in text
    (told,) = await postman.round()
    assert "Awaria ogrzewania." in told.call.arguments["text"]
    assert await house.held() == []
    (text, *_) = await resident.presses(f"hx:{number}:1")
    assert "nie może dać" in text


async def test_no_reminder_of_what_nobody_agreed_to(
    house: House, resident: Person, postman: Postman, clock: SteppedClock
) -> None:
    asked = await house.reserves(resident, date(2026, 11, 24), 17, 19)
    stands = await house.reserves(house.keeper, date(2026, 11, 24), 10, 12)
    assert asked != stands
    await postman.round()
    clock.forward(hours=4)
    assert not [each for each in await postman.round() if each.chat_id == resident.id]


async def test_the_buffer_and_the_hours_and_days_off_are_kept(house: House, resident: Person) -> None:
    async with house.database.transaction() as session:
        session.add(ClosingDay(centre=CENTRE, day=date(2026, 12, 4), reason="remont"))
    await house.reserves(resident, THURSDAY, 10, 12)
    for day, opens, closes, key in (
        (THURSDAY, 12, 13, "places-room-busy"),  # 15 minutes to tidy
        (THURSDAY, 8, 10, "halls-outside"),
        (THURSDAY, 19, 21, "halls-outside"),
        (date(2026, 11, 29), 10, 12, "halls-day-off"),  # Sunday
        (date(2026, 12, 25), 10, 12, "halls-day-off"),
        (date(2026, 12, 4), 10, 12, "halls-day-off"),
        (date(2026, 11, 20), 10, 12, "halls-past"),
        (date(2027, 4, 10), 10, 12, "halls-far"),
        (FRIDAY, 9, 19, "halls-too-long"),
    ):
        with pytest.raises(OkienkoError) as refused:
            await house.reserves(resident, day, opens, closes)
        assert refused.value.key == key, (day, opens)
    await house.reserves(resident, FRIDAY, 9, 10)
    assert len(await house.held()) == 2


async def test_desks_are_taken_one_by_one_and_no_more(house: House, resident: Person, newcomer: Newcomer) -> None:
    await resident.presses(f"hb:{house.desks}:0")
    await resident.presses(f"hd:{house.desks}:261126:0")
    assert resident.buttons[:3] == ["9:00–13:00 · 2 wolne", "13:00–17:00 · 2 wolne", "17:00–20:00 · 2 wolne"]
    await resident.taps("13:00–17:00")
    await resident.says("praca nad wnioskiem")
    (text, *_) = await resident.taps("Zarezerwować")
    assert "Zarezerwowane" in text
    other, third = await newcomer(centre=CENTRE), await newcomer(centre=CENTRE)
    number = await house.reserves(other, THURSDAY, 13, 17, room=house.desks)
    with pytest.raises(OkienkoError, match="places-full"):
        await house.reserves(third, THURSDAY, 13, 17, room=house.desks)
    with pytest.raises(OkienkoError, match="halls-no-block"):
        await house.reserves(third, THURSDAY, 12, 14, room=house.desks)
    (slot,) = await house.held(house.desks)
    assert (slot.seats, slot.taken) == (2, 2)
    # A desk is moved to another part of the day; the last one given back leaves the room free.
    await other.presses(f"hb:{house.desks}:{number}")
    await other.presses(f"hy:{house.desks}:261126:540:780:{number}:0")
    assert await house.hours(house.desks) == ["26.11 9:00–13:00", "26.11 13:00–17:00"]
    await other.presses(f"hx:{number}:1")
    assert await house.hours(house.desks) == ["26.11 13:00–17:00"]


async def test_fewer_desks_are_fewer_at_once(house: House, resident: Person, newcomer: Newcomer) -> None:
    await house.reserves(resident, FRIDAY, 9, 13, house.desks)
    keeper, hall = await account_of(house.database, house.keeper), await house.rules_of(house.desks)
    async with house.database.transaction() as session:
        await rules.change(session, house.clock(), keeper, house.desks, hall.version, desks=1)
    with pytest.raises(OkienkoError, match="places-full"):
        await house.reserves(await newcomer(centre=CENTRE), FRIDAY, 9, 13, house.desks)


async def test_a_desk_is_not_moved_to_where_they_have_one(house: House, resident: Person) -> None:
    room = await house.room("biuro", desks=2)
    first = await house.reserves(resident, FRIDAY, 9, 13, room)
    second = await house.reserves(resident, FRIDAY, 13, 17, room)
    for number in (first, second):
        await house.keeper.presses(f"hc:{number}:yes:0")
    account = await account_of(house.database, resident)
    async with house.database.transaction() as session:
        wanted = Wanted(FRIDAY, time(13), time(17))
        done = await reserving.change(session, house.clock(), account, first, wanted)
    assert (done.row.booking_id, done.again) == (second, True)
    assert {(await house.reservation(number))[0].state for number in (first, second)} == {"yes"}


async def test_pressed_twice_and_said_again_is_one_reservation(house: House, resident: Person) -> None:
    await resident.presses(f"hb:{house.hall}:0")
    await resident.says("czwartek 17-19 zebranie")
    data = f"hy:{house.hall}:261126:1020:1140:0:0"
    await resident.presses(data)
    (text, *_) = await resident.presses(data)
    assert "Czeka na zgodę" in text
    assert await house.hours() == ["26.11 17:00–19:00"]


async def test_two_keepers_change_one_room_and_the_first_wins(house: House, newcomer: Newcomer) -> None:
    clerk = await newcomer(centre=CENTRE, role=Role.CLERK)
    version = (await house.rules_of(house.hall)).version
    await house.keeper.presses(f"he:{house.hall}:{version}:yes")
    assert not (await house.rules_of(house.hall)).needs_yes
    (text, *_) = await clerk.presses(f"he:{house.hall}:{version}:yes")
    assert "w tej samej chwili" in text
    assert not (await house.rules_of(house.hall)).needs_yes
    await clerk.taps("Godziny")
    (text, *_) = await clerk.says("kiedykolwiek")
    assert "Nie widać godzin" in text
    (text, *_) = await clerk.says("pn–pt 8–21, sob 9:30–14")
    assert "pn–pt 8:00–21:00, sob 9:30–14:00" in text
    await clerk.taps("Biurka")
    (text, *_) = await clerk.says("99")
    assert "od 0 do 40" in text
    (text, *_) = await clerk.says("6")
    assert "6 biurek" in text


async def test_a_keeper_adds_a_room(house: House) -> None:
    await house.keeper.presses("hj")
    (text, *_) = await house.keeper.says("galeria, poddasze")
    assert "Dodane" in text
    assert "pn–sob 9:00–17:00" in text
    await house.keeper.presses("hj")
    (text, *_) = await house.keeper.says("galeria")
    assert "już tu jest" in text


async def test_erasure_gives_back_and_forgets(house: House, choir: Person) -> None:
    number = await house.reserves(choir, THURSDAY, 17, 19, purpose="tajemnica")
    me = await account_of(house.database, choir)
    async with house.database.session() as session:
        told = await own_data.told(session, OWN_DATA, me)
        assert [line["purpose"] for line in told["halls"] if "purpose" in line] == ["tajemnica"]
        assert any(line.get("speaks_for") == "Chór Gaudium" for line in told["halls"])
    async with house.database.transaction() as session:
        await own_data.erase(session, house.clock(), OWN_DATA, me)
    assert await house.held() == []
    row, _ = await house.reservation(number)
    assert (row.purpose, row.organisation_id) == ("", None)


async def test_many_want_the_same_hour_and_the_last_desk(any_database: Database, clock: SteppedClock) -> None:
    """Eight at once, on both databases: one has the hall, two have desks, everybody else is told why."""
    async with any_database.transaction() as session:
        keeper = await accounts.create_actor(session, clock(), "telegram", 1, "pl", CENTRE)
        await roles.grant(session, clock(), keeper.account_id, CENTRE, Role.ORGANISER)
        rooms = []
        for name, desks in (("sala", 0), ("biurka", 2)):
            place = await rules.add(session, clock(), keeper.account_id, CENTRE, name)
            place = await rules.change(
                session, clock(), keeper.account_id, place.id, place.hall.version, opening=WEEK, desks=desks
            )
            rooms.append(place.id)
        people = [
            (await accounts.create_actor(session, clock(), "telegram", 10 + n, "pl", CENTRE)).account_id
            for n in range(8)
        ]

    async def tries(room: int, account: int, hours: Any) -> str:
        try:
            async with any_database.transaction() as session:
                await reserving.reserve(
                    session, clock(), room, Wanted(THURSDAY, *hours), "zebranie", Booker(account), centre=CENTRE
                )
        except OkienkoError as error:
            return error.key
        return "held"

    hall = await asyncio.gather(*(tries(rooms[0], one, (time(17), time(19))) for one in people))
    assert sorted(hall) == ["held"] + ["places-room-busy"] * 7
    had = await asyncio.gather(*(tries(rooms[1], one, (time(9), time(13))) for one in people))
    assert sorted(had) == ["held"] * 2 + ["places-full"] * 6


async def test_the_person_who_has_something_else_is_asked(house: House, resident: Person) -> None:
    await house.reserves(resident, THURSDAY, 13, 17, room=house.desks)
    await resident.presses(f"hb:{house.hall}:0")
    await resident.says("czwartek 16-18 zebranie")
    (text, *_) = await resident.taps("Wysłać prośbę")
    assert "jest już zapisana sala" in text
    (text, *_) = await resident.taps("Zapisać mimo to")
    assert "Czeka na zgodę" in text
    assert alert_of(resident) == ""
