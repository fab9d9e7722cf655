"""Came, did not, for how long: two taps; thanks; confirmed hours; a certificate is asked for once."""

import pytest
from sqlmodel import select

from bot.app import OWN_DATA
from bot.clock import SteppedClock
from bot.people.own_data import Person as Whose
from bot.storage.tables import Booking, ShiftHours
from bot.volunteering import own_data
from tests.booking.conftest import account_of
from tests.conversations.people import Person
from tests.events.conftest import Postman
from tests.volunteering.conftest import SATURDAY, TUESDAY, House, Newcomer, alert_of, local


@pytest.fixture
async def helper(house: House, resident: Person, clock: SteppedClock) -> Person:
    """Somebody whose shift of an hour and a half has just ended."""
    await house.profile(resident)
    (slot,) = await house.shift(TUESDAY)
    await resident.presses(f"vb:{slot}:0")
    clock.now = local(2026, 11, 24, 17, 5)
    await house.coordinator.presses(f"vk:{slot}")
    return resident


async def test_one_tap_confirms_and_a_second_says_other_hours(
    house: House, helper: Person, postman: Postman, clock: SteppedClock
) -> None:
    (said,) = await house.coordinator.taps("✅ nr")
    assert ": 1,5 h" in said
    await house.coordinator.taps("1,5 h")
    (said,) = await house.coordinator.taps("2 h")
    assert ": 2 h" in said
    clock.forward(minutes=5)
    await postman.round()
    (told,) = [sent for sent in postman.to(helper) if "💛" in sent.words]
    assert told.words == "💛 Dzięki. To już 2 godziny."
    (mine,) = await helper.says("/moje_godziny")
    assert "Potwierdzone: 2 godziny" in mine
    assert "24 listopada 2026: Paczki, 2 h" in mine


async def test_a_second_tap_on_the_same_button_thanks_once(
    house: House, helper: Person, postman: Postman, clock: SteppedClock
) -> None:
    for _ in range(2):
        await house.coordinator.presses("vc:1:0")
        clock.forward(seconds=3)
    clock.forward(minutes=5)
    await postman.round()
    assert len([sent for sent in postman.to(helper) if "💛" in sent.words]) == 1


async def test_hours_add_up(house: House, helper: Person, postman: Postman, clock: SteppedClock) -> None:
    await house.coordinator.taps("✅ nr")
    (slot,) = await house.shift(SATURDAY)
    await helper.presses(f"vb:{slot}:0")
    clock.now = local(2026, 11, 28, 17, 5)
    await house.coordinator.presses(f"vk:{slot}")
    await house.coordinator.taps("✅ nr")
    clock.forward(minutes=5)
    await postman.round()
    assert postman.to(helper)[-1].words == "💛 Dzięki. To już 3 godziny."


async def test_who_did_not_come_has_no_hours_and_a_mistake_is_mended(
    house: House, helper: Person, postman: Postman, clock: SteppedClock
) -> None:
    await house.coordinator.taps("✅ nr")
    (said,) = await house.coordinator.taps("✖️ Nie")
    assert "nieobecność" in said
    clock.forward(minutes=5)
    await postman.round()
    assert not [sent for sent in postman.to(helper) if "💛" in sent.words]
    async with house.database.session() as session:
        assert (await session.exec(select(ShiftHours))).all() == []
        (booking,) = (await session.exec(select(Booking))).all()
        assert booking.state == "missed"


async def test_nobody_came_before_it_began(house: House, resident: Person) -> None:
    await house.profile(resident)
    (slot,) = await house.shift(SATURDAY)
    await resident.presses(f"vb:{slot}:0")
    await house.coordinator.presses("vc:1:0")
    assert "jeszcze się nie zaczął" in alert_of(house.coordinator)
    await house.coordinator.presses("vc:1:45")
    assert alert_of(house.coordinator)


async def test_a_certificate_reaches_the_coordinator_once(
    house: House, helper: Person, postman: Postman, newcomer: Newcomer
) -> None:
    await helper.says("potrzebne zaświadczenie")
    await postman.round()
    assert not [sent for sent in postman.to(house.coordinator) if "zaświadczenie" in sent.words]
    await house.coordinator.taps("✅ nr")
    for _ in range(2):
        (said,) = await helper.says("potrzebne zaświadczenie")
        assert "Koordynacja wie" in said
    await postman.round()
    (told,) = [sent for sent in postman.to(house.coordinator) if "zaświadczenie" in sent.words]
    assert "1,5" in told.words
    number = (await house.volunteers())[0].id
    await house.coordinator.presses(f"vv:{number}")
    await house.coordinator.taps("Zaświadczenie wydane")
    assert (await house.volunteers())[0].certificate_asked_at is None


async def test_for_who_does_not_help_the_words_are_a_question(house: House, resident: Person) -> None:
    (said, *_) = await resident.says("potrzebne zaświadczenie")
    assert "godzin" not in said
    await resident.says("/moje_godziny")
    assert "potrzebny jest profil" in (await resident.says("/moje_godziny"))[0]


async def test_own_data_are_told_and_erased(house: House, helper: Person) -> None:
    await house.coordinator.taps("✅ nr")
    account = await account_of(house.database, helper)
    whose = Whose(account, (("telegram", helper.id),))
    async with house.database.session() as session:
        (told,) = await own_data.PART.tell(session, whose)
    assert told["hours"] == [{"day": "2026-11-24", "shift": "Paczki", "minutes": 90}]
    async with house.database.transaction() as session:
        for part in OWN_DATA:
            await part.erase(session, house.clock(), whose)
    assert await house.volunteers() == []
    async with house.database.session() as session:
        assert (await session.exec(select(ShiftHours))).all() == []
