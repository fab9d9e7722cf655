"""Joining by one tap, one meeting left out, leaving, the line: through the chat."""

from datetime import timedelta

from bot.people import own_data
from bot.places import own_data as bookings
from bot.places.programmes import own_data as programmes
from tests.booking.conftest import account_of
from tests.conversations.people import Person
from tests.events.conftest import Postman
from tests.programmes.conftest import CLUB, QUIET, SCHOOL, House, Newcomer, alert_of, local


async def test_one_tap_books_all_meetings(house: House, resident: Person) -> None:
    number = await house.opens(CLUB)
    (listed,) = (await resident.says("/zajecia"))[:1]
    assert "Kozienice" in listed
    (shown,) = await resident.taps("Klub seniora")
    assert "4 spotkania" in shown
    (joined,) = await resident.taps("Zapisać na wszystkie")
    assert "wszystkie 4 spotkania" in joined
    assert await house.seats(number) == [1, 1, 1, 1]
    (again,) = await resident.presses(f"qi:{number}:0:")
    assert "Zapisane:" not in again
    assert await house.seats(number) == [1, 1, 1, 1]


async def test_the_card_leads_to_it(house: House, resident: Person) -> None:
    number = await house.opens(SCHOOL)
    assert (await house.programme(number)).service == "kozienice/szkola-dla-rodzicow"
    await resident.presses("k|kozienice/szkola-dla-rodzicow|")
    (shown,) = await resident.taps("Najbliższa grupa, od 7.01")
    assert "Szkoła dla Rodziców" in shown


async def test_reminders_come_for_each_meeting_and_name_nothing(
    house: House, resident: Person, postman: Postman
) -> None:
    number = await house.opens(SCHOOL)
    await resident.presses(f"qi:{number}:0:")
    sent = await postman.until(local(2027, 1, 8, 12))
    mine = [each for each in sent if each.chat_id == resident.id]
    assert len(mine) == 2
    assert all("Przypomnienie: spotkanie w Centrum" in each.words for each in mine)
    assert not any("Szko" in each.words or "Rodzic" in each.words for each in mine)


async def test_not_this_thursday_typed_gives_one_meeting_back(house: House, resident: Person) -> None:
    number = await house.opens(SCHOOL)
    await resident.presses(f"qi:{number}:0:")
    house.clock.now = local(2027, 1, 12, 10)
    (asked,) = await resident.says("jednak nie mogę w czwartek")
    assert "Nic jeszcze się nie zmieniło" in asked
    await resident.taps("Odwołać")
    (done,) = await resident.taps("Tak, odwołać")
    assert "Odwołane to jedno spotkanie" in done
    assert "Pozostałe spotkania zostają" in done
    assert await house.seats(number) == [1, 0, 1, 1, 1, 1, 1, 1]
    assert (await house.candidate(number, resident)).state == "in"


async def test_one_meeting_is_left_out_by_taps_and_taken_again(house: House, resident: Person) -> None:
    number = await house.opens(CLUB)
    await resident.presses(f"qi:{number}:0:")
    await resident.taps("wt 8.12 · nie będzie mnie")
    (done,) = await resident.taps("tylko z tego jednego")
    assert "Nieobecność zgłoszona" in done
    assert await house.seats(number) == [1, 0, 1, 1]
    (back,) = await resident.taps("wt 8.12 · jednak będę")
    assert "z powrotem" in back
    assert await house.seats(number) == [1, 1, 1, 1]


async def test_what_there_is_at_that_time_is_said_and_nothing_booked_before_the_yes(
    house: House, resident: Person
) -> None:
    first = await house.opens(CLUB)
    second = await house.opens("Szachy, wtorki 16–18 od 8 grudnia, 4 spotkania, 5 osób")
    await resident.presses(f"qi:{first}:0:")
    (warned,) = await resident.presses(f"qi:{second}:0:")
    assert "W czasie 3 spotkań" in warned
    assert "Klub seniora" in warned
    assert await house.seats(second) == [0, 0, 0, 0]
    assert not await house.candidates(second)
    await resident.taps("Zapisać mimo to")
    assert await house.seats(second) == [1, 1, 1, 1]


async def test_full_is_a_line_and_the_next_is_asked_until_a_deadline(
    house: House, newcomer: Newcomer, postman: Postman
) -> None:
    number = await house.opens(CLUB)
    one, two, three, four = [await newcomer() for _ in range(4)]
    for person in (one, two):
        await person.presses(f"qi:{number}:0:")
    (waits,) = await three.presses(f"qi:{number}:0:")
    assert "Miejsce w kolejce: <b>1</b>" in waits
    assert "To jeszcze nie jest zapis" in waits
    (behind,) = await four.presses(f"qi:{number}:0:")
    assert "Miejsce w kolejce: <b>2</b>" in behind
    (sure,) = await one.presses(f"ql:{number}:0")
    assert "4 spotkania zostaną oddane" in sure
    await one.taps("Tak, zrezygnować")
    house.clock.forward(minutes=1)
    assert await house.seats(number) == [1, 1, 1, 1]
    await postman.round()
    (asked,) = postman.to(three)
    assert "Jest miejsce" in asked.words
    assert "Klub" not in asked.words
    assert not postman.to(four)
    # The place is kept: nobody else gets it meanwhile.
    (late,) = await one.presses(f"qi:{number}:0:")
    assert "Miejsce w kolejce: <b>2</b>" in late
    (taken,) = await three.presses(f"qt:{number}:0")
    assert "wszystkie 4 spotkania" in taken
    assert await house.seats(number) == [2, 2, 2, 2]


async def test_an_invitation_that_nobody_answers_goes_to_the_next(
    house: House, newcomer: Newcomer, postman: Postman
) -> None:
    number = await house.opens(CLUB)
    one, two, three, four = [await newcomer() for _ in range(4)]
    for person in (one, two, three, four):
        await person.presses(f"qi:{number}:0:")
    await one.presses(f"ql:{number}:1")
    until = (await house.candidate(number, three)).invited_until
    assert until is not None
    assert until - house.clock() == timedelta(hours=24)
    await house.at(until)
    assert (await house.candidate(number, three)).state == "left"
    assert (await house.candidate(number, four)).state == "invited"
    (refused,) = await three.presses(f"qt:{number}:0")
    assert "już nie czeka" in refused
    assert await house.seats(number) == [1, 1, 1, 1]
    await postman.round()
    assert any("miejsce już nie czeka" in each.words for each in postman.to(three))


async def test_after_it_has_begun_the_keeper_decides(house: House, newcomer: Newcomer, resident: Person) -> None:
    number = await house.opens(CLUB)
    await resident.presses(f"qi:{number}:0:")
    await house.at(local(2026, 12, 1, 18))
    assert (await house.programme(number)).state == "running"
    late = await newcomer()
    await late.presses(f"qo:{number}::0")
    await late.taps("Zapytać o miejsce")
    candidate = await house.candidate(number, late)
    assert candidate.state == "interested"
    await house.keeper.presses(f"qe:{candidate.id}:yes:0")
    await late.presses(f"qt:{number}:0")
    assert await house.seats(number) == [1, 2, 2, 2]


async def test_a_quiet_one_is_on_no_list_and_in_no_message(
    house: House, resident: Person, newcomer: Newcomer, postman: Postman
) -> None:
    number = await house.opens(QUIET, "card")
    programme = await house.programme(number)
    assert (programme.quiet, programme.way_in) == (True, "talk")
    assert programme.service == "kozienice/grupa-opiekunowie"
    assert [(slot.title, slot.service) for slot in await house.meetings(number)] == [(None, None)] * 5
    (listed,) = (await resident.says("/zajecia"))[:1]
    assert "nie ma tu zajęć" in listed
    await resident.presses(f"qo:{number}::0")  # guessed
    assert "nie ma tu" in alert_of(resident)
    await resident.presses(f"qi:{number}:0:")
    assert "nie ma tu" in alert_of(resident)
    await resident.presses("k|kozienice/grupa-opiekunowie|")
    (shown,) = await resident.taps("Najbliższa grupa")
    assert "Spotkania w grupie" in shown
    assert "samopomoc" not in shown
    (noted,) = await resident.taps("Zaproponować rozmowę")
    assert "Przekazane" in noted
    await resident.says("/zajecia")
    assert "Spotkania w grupie" in resident.buttons
    sent = await postman.round()
    assert [each.chat_id for each in sent] == [house.keeper.id]
    assert "samopomoc" not in sent[0].words
    other = await newcomer()
    await other.says("/zajecia")
    assert "Spotkania w grupie" not in other.buttons


async def test_erasing_gives_everything_back_and_the_next_is_asked(house: House, newcomer: Newcomer) -> None:
    number = await house.opens(CLUB)
    one, two, three = [await newcomer() for _ in range(3)]
    for person in (one, two, three):
        await person.presses(f"qi:{number}:0:")
    account = await account_of(house.database, one)
    async with house.database.transaction() as session:
        told = await own_data.told(session, [programmes.PART], account)
        assert told["programmes"][0]["programme"] == "Klub seniora w Świerżach"
        await own_data.erase(session, house.clock(), [programmes.PART, bookings.PART], account)
    assert await house.seats(number) == [1, 1, 1, 1]
    assert (await house.candidate(number, three)).state == "invited"
    assert len(await house.candidates(number)) == 2
