"""Who may not: residents, people of other organisations, keepers of another centre, told apart by nothing."""

from datetime import time

import pytest

from bot.errors import OkienkoError
from bot.places.booking import Booker
from bot.places.halls import looking, organisations, plans, reserving, rules, series
from bot.places.halls.free import Wanted
from bot.storage.tables import Role
from tests.booking.conftest import account_of
from tests.conversations.people import Person
from tests.halls.conftest import CENTRE, THURSDAY, House, Newcomer, alert_of
from tests.halls.test_series import asks

NOT_HERE = "Nie ma tu takiego zapisu"
KEEPERS = "opiekują się salami"


@pytest.fixture
async def stranger(newcomer: Newcomer, house: House) -> Person:
    """Speaks for another organisation of the same town."""
    person = await newcomer(centre=CENTRE)
    await house.known(person, "Klub Szachowy")
    return person


@pytest.fixture
async def keeper_elsewhere(newcomer: Newcomer) -> Person:
    """An organiser of another centre who looks at this one."""
    person = await newcomer(centre="kozienice", role=Role.ORGANISER)
    await person.says(f"/start c-{CENTRE}")
    return person


async def test_nobody_touches_what_is_anothers(
    house: House, choir: Person, stranger: Person, keeper_elsewhere: Person
) -> None:
    number = await house.reserves(choir, THURSDAY, 17, 19)
    for outsider in (stranger, keeper_elsewhere):
        for data in (
            f"ho:{number}",
            f"hx:{number}:1",
            f"hb:{house.hall}:{number}",
            f"hd:{house.hall}:261127:{number}",
            f"hf:{house.hall}:261127:600:{number}",
            f"ht:{house.hall}:261127:600:660:{number}",
            f"hy:{house.hall}:261127:600:660:{number}:0",
            f"bo:{number}:",
            f"bx:{number}:1:",
        ):
            shown = await outsider.presses(data)
            assert shown == [], data
            assert NOT_HERE in alert_of(outsider), data
    assert await house.hours() == ["26.11 17:00–19:00"]


async def test_nobody_touches_anothers_recurring_use(
    house: House, choir: Person, stranger: Person, keeper_elsewhere: Person
) -> None:
    number = await asks(house, choir, "wtorki 17-19 próba chóru do 31 grudnia")
    before = await house.hours()
    for outsider in (stranger, keeper_elsewhere):
        for data in (f"hr:{number}", f"hq:{number}:7", f"hz:{number}:1"):
            assert await outsider.presses(data) == [], data
            assert NOT_HERE in alert_of(outsider), data
    assert await house.hours() == before


async def test_only_keepers_of_this_centre_decide_and_look(
    house: House, choir: Person, stranger: Person, keeper_elsewhere: Person
) -> None:
    number = await house.reserves(choir, THURSDAY, 17, 19)
    again = await asks(house, choir, "wtorki 17-19 próba chóru do 31 grudnia")
    for outsider in (stranger, keeper_elsewhere, choir):
        for data in (
            f"hc:{number}:yes:0",
            f"hc:{number}:no:1",
            f"hc:{number}:off:1",
            f"hm:{again}:yes:0:0",
            f"hm:{again}:no:0:1",
            f"hw:{house.hall}:0",
            f"hs:{house.hall}",
            f"he:{house.hall}:1:yes",
            "hn:1:1",
            "hh",
            "hi:",
            "hj",
        ):
            assert await outsider.presses(data) == [], data
            assert KEEPERS in alert_of(outsider), data
    row, booking = await house.reservation(number)
    assert (row.state, booking.seat_no) == ("asked", 1)


async def test_the_services_refuse_a_keeper_of_another_centre(
    house: House, choir: Person, keeper_elsewhere: Person
) -> None:
    number = await house.reserves(choir, THURSDAY, 17, 19)
    again = await asks(house, choir, "wtorki 17-19 próba chóru do 31 grudnia")
    me, now = await account_of(house.database, keeper_elsewhere), house.clock()
    async with house.database.transaction() as session:
        place = await rules.one(session, CENTRE, house.hall)
        for refused in (
            reserving.answer(session, now, me, number, True),
            reserving.call_off(session, now, me, number),
            looking.between(session, me, place, now, now),
            looking.waiting(session, me, CENTRE, now),
            series.answer(session, now, me, again, True),
            series.waiting(session, me, CENTRE),
            plans.plan(session, now, me, CENTRE, 2027),
            organisations.of_centre(session, me, CENTRE),
            organisations.answer(session, now, me, 1, True),
            rules.change(session, now, me, house.hall, 2, needs_yes=False),
            rules.kept(session, me, house.hall),
        ):
            with pytest.raises(OkienkoError, match="halls-refused"):
                await refused


async def test_a_room_for_organisations_stays_shut_for_others(house: House, resident: Person, choir: Person) -> None:
    small = await house.room("salka", organisations_only=True, needs_yes=False)
    (text, *_) = await resident.presses(f"hb:{small}:0")
    assert "Rezerwują tu organizacje" in text
    await resident.presses(f"ht:{small}:261126:600:660:0")
    await resident.says("zebranie")
    assert await resident.taps("Zarezerwować") == []
    assert "tylko organizacje" in alert_of(resident)
    await house.reserves(choir, THURSDAY, 10, 11, room=small)
    assert await house.hours(small) == ["26.11 10:00–11:00"]


async def test_an_organisation_is_known_by_the_keepers_word_alone(house: House, resident: Person) -> None:
    await resident.says("/sala")
    await resident.taps("sala spotkań")
    await resident.taps("Jesteśmy organizacją")
    (text, *_) = await resident.says("Koło Gospodyń")
    assert "Centrum odpowie tutaj" in text
    await resident.presses("hp:0")
    assert "organizacje, które zna Centrum" in alert_of(resident)
    await resident.presses(f"hu:{house.hall}")
    said = await resident.says("wtorki 17-19 zebrania")
    assert "organizacje, które zna Centrum" in said[0]
    await resident.says("/anuluj")
    await house.keeper.presses("hh")
    await house.keeper.taps("Organizacje (nowe: 1)")
    await house.keeper.taps("1. Znamy")
    (text, *_) = await resident.says("/sala plan")
    assert "plan na 2027" in text
    # Taken back: no more series, no more plan.
    await house.keeper.presses("hn:1:0")
    await resident.says("/sala plan")
    account = await account_of(house.database, resident)
    async with house.database.session() as session:
        assert await organisations.approved(session, account, CENTRE) is None


async def test_a_room_of_another_town_does_not_exist(house: House, newcomer: Newcomer) -> None:
    elsewhere = await newcomer(centre="kozienice")
    (text, *_) = await elsewhere.says("/sala")
    assert "nie ma teraz sal" in text
    assert await elsewhere.presses(f"hb:{house.hall}:0") == []
    assert "nie można już rezerwować" in alert_of(elsewhere)
    account = await account_of(house.database, elsewhere)
    async with house.database.transaction() as session:
        with pytest.raises(OkienkoError, match="halls-gone"):
            await reserving.reserve(
                session,
                house.clock(),
                house.hall,
                Wanted(THURSDAY, time(10), time(11)),
                "zebranie",
                Booker(account),
                centre="kozienice",
            )
