"""Please phone me: three short questions, the queue, the number for staff only."""

from datetime import UTC, datetime

from bot.storage import Database
from bot.storage.tables import Callback, Slot
from tests.counter.conftest import House
from tests.desk_chat.conftest import CENTRE, Desk, InRoom, Newcomer, Somebody


async def _asks(person: Somebody) -> str:
    await person.presses("dc|")
    await person.says("Olena")
    await person.says("600 700 800")
    [said] = await person.says("rano")
    return said


async def test_three_questions_and_it_is_a_request(resident: Somebody, desk: Desk, database: Database) -> None:
    await resident.says("хто ремонтує крани?")
    await resident.taps("Złota Rączka")
    assert "Зателефонуйте" in str(resident.buttons)
    [first] = await resident.taps("Зателефонуйте")
    assert "а не офіційна заява" in first
    [second] = await resident.says("Olena")
    assert "номером" in second
    [wrong] = await resident.says("12345")
    assert "не" in wrong
    *_, third = await resident.says("600 700 800")
    assert "Коли" in third
    [asked] = await resident.says("вранці")
    assert "а не офіційна заява" in asked
    assert "відчинено" in asked
    async with database.session() as session:
        call = await session.get_one(Callback, (await desk.talk()).id)
    assert (call.first_name, call.phone, call.when_said) == ("Olena", "600700800", "вранці")
    assert call.card
    assert call.card.startswith(CENTRE)
    sent = await desk.round()
    assert "600" not in str(sent), "the number stands in no group"
    assert await resident.says("де лікар?")  # a call is no conversation: the bot goes on


async def test_the_contact_button_and_skipping(resident: Somebody, desk: Desk, database: Database) -> None:
    await resident.presses("dc|")
    await resident.presses("dk")
    contact = {"phone_number": "+48600700800", "first_name": "O", "user_id": resident.id}
    await resident.sends(contact=contact)
    [asked] = await resident.presses("dk")
    assert "600700800" in asked
    async with database.session() as session:
        call = await session.get_one(Callback, (await desk.talk()).id)
    assert (call.first_name, call.when_said) == ("без імені", "")


async def test_leaving_keeps_nothing(resident: Somebody, desk: Desk) -> None:
    await resident.presses("dc|")
    await resident.says("Olena")
    assert "Нічого не записано" in (await resident.says("/anuluj"))[0]
    await resident.presses("dc|")
    await resident.presses("dx")
    await resident.presses("dc|")
    await resident.presses("m")
    assert await resident.says("Olena")  # a question, not a name any more
    assert await desk.round() == []


async def test_staff_see_the_number_by_a_tap_and_mark_the_call(
    resident: Somebody, desk: Desk, clerk: InRoom, newcomer: Newcomer
) -> None:
    await _asks(resident)
    await desk.round()
    shown = await clerk.works("phone")
    assert shown
    assert "600 700 800" in shown
    assert "Olena" in shown
    outsider = await InRoom(await newcomer(), desk).works("phone")
    assert outsider
    assert "600" not in outsider
    missed = await clerk.works("missed")
    assert missed
    assert "Próba 1" in missed
    assert "ніхто не відповідає" in str(await desk.round())
    await clerk.works("reached")
    assert (await desk.talk()).state == "closed"


async def test_nobody_phones_where_there_is_no_room(newcomer: Newcomer, desk: Desk) -> None:
    person = await newcomer()
    await person.says("kto naprawi kran?")
    assert "Proszę o telefon" not in str(person.buttons)
    [shown] = await person.presses("dc|")
    assert "nikt z Centrum teraz nie czyta" in shown


async def test_a_time_is_booked_for_the_person_in_the_conversation(
    talking: Somebody, desk: Desk, clerk: InRoom, database: Database
) -> None:
    office = House(database, desk.postman.clock)
    await office.adviser("prawnik", centre=CENTRE)
    first, *_ = await office.hours("prawnik", datetime(2026, 11, 24, 8, tzinfo=UTC), 3, centre=CENTRE)
    await clerk.works("slot")
    assert "24.11" in str(clerk.shown)
    number = (await desk.talk()).id
    toast = await clerk.presses(f"dh:{number}:{first}:")
    assert toast
    assert "zapisany" in toast
    told = [call["text"] for chat, _, call in await desk.round() if chat == talking.id]
    assert "Час записано" in told[0]
    assert "9:00" in told[0]
    await talking.says("/moje")
    assert "9:00" in str(talking.buttons)
    async with database.session() as session:
        assert (await session.get_one(Slot, first)).taken == 1
    again = await clerk.presses(f"dh:{number}:{first}:")
    assert again
    async with database.session() as session:
        assert (await session.get_one(Slot, first)).taken == 1
    elsewhere = await office.hours("prawnik", datetime(2026, 11, 26, 8, tzinfo=UTC), 1, centre="kozienice")
    refused = await clerk.presses(f"dh:{number}:{elsewhere[0]}:")
    assert refused
    assert "zapisany" not in refused
