"""Recurring use: over Christmas and clock changes; partly taken; answered, lapsed, given back; next year's plan."""

from datetime import date, time, timedelta

import pytest
from sqlmodel import col, select

from bot.clock import SteppedClock
from bot.errors import OkienkoError
from bot.places import slots
from bot.places.booking import Booker
from bot.places.halls import organisations, rules, series
from bot.places.halls.series import Rule
from bot.places.hours import local
from bot.places.slots import NewSlot, SlotKind
from bot.storage.tables import ClosingDay, HallSeries
from tests.booking.conftest import account_of
from tests.booking.conftest import local as on_clocks
from tests.conversations.people import Person
from tests.events.conftest import Postman
from tests.halls.conftest import CENTRE, House, Newcomer, alert_of


async def asks(house: House, person: Person, text: str) -> int:
    """Type a recurring use and ask for it; its number."""
    await person.presses(f"hb:{house.hall}:0")
    await person.says(text)
    await person.taps("dni")
    return await newest(house)


async def newest(house: House) -> int:
    async with house.database.session() as session:
        rows = await session.exec(select(HallSeries.id).order_by(col(HallSeries.id).desc()).limit(1))
        return rows.one() or 0


async def test_tuesdays_until_june_over_christmas_and_a_closing_day(
    house: House, choir: Person, postman: Postman
) -> None:
    async with house.database.transaction() as session:
        session.add(ClosingDay(centre=CENTRE, day=date(2026, 12, 29), reason="remont"))
    await postman.round()
    await choir.presses(f"hb:{house.hall}:0")
    (text, *_) = await choir.says("piątki i wtorki 17–19 próba chóru do stycznia")
    assert "Wolnych jest 17 dni" in text
    assert "pt 25.12 (Boże Narodzenie" in text
    assert "pt 1.01 (Nowy Rok)" in text
    assert "wt 29.12 (Centrum zamknięte)" in text
    assert await house.held() == []
    (text, *_) = await choir.taps("Poprosić o 17 dni")
    assert "Zapisane dni: 17" in text
    assert len(await house.held()) == 17
    (asked,) = await postman.round()
    assert "co tydzień" in asked.call.arguments["text"]
    assert "próba" not in asked.call.arguments["text"]
    number = await newest(house)
    (text, *_) = await house.keeper.presses(f"hr:{number}")
    assert "Chór Gaudium" in text
    assert "próba chóru" in text
    (text, *_) = await house.keeper.taps("Zgoda")
    assert "Zarezerwowane co tydzień" in text
    (told,) = await postman.round()
    assert told.chat_id == choir.id
    assert "Centrum się zgadza" in told.call.arguments["text"]
    # A second tap, of another keeper too, changes nothing.
    (text, *_) = await house.keeper.presses(f"hm:{number}:no:0:1")
    assert "już odpowiedział" in text
    assert len(await house.held()) == 17


async def test_the_hour_stays_over_both_nights_in_which_clocks_change(
    house: House, choir: Person, clock: SteppedClock
) -> None:
    await asks(house, choir, "soboty 10-12 warsztaty od 13 marca 2027 do 10 kwietnia 2027")
    found = await house.held()
    assert [local(slot.starts_at).day for slot in found] == [13, 20, 27, 3, 10]
    assert {local(slot.starts_at).time() for slot in found} == {time(10)}
    assert {slot.starts_at.time() for slot in found} == {time(9), time(8)}
    assert {slot.ends_at - slot.starts_at for slot in found} == {timedelta(hours=2)}


async def test_what_is_taken_is_named_and_left_out_only_when_asked(
    house: House, choir: Person, newcomer: Newcomer
) -> None:
    async with house.database.transaction() as session:
        duty = NewSlot(
            centre=CENTRE,
            kind=SlotKind.CONSULTATION,
            starts_at=on_clocks(2026, 12, 8, 16),
            ends_at=on_clocks(2026, 12, 8, 17),
            room_id=house.hall,
        )
        meeting = NewSlot(
            centre=CENTRE,
            kind=SlotKind.MEETING,
            starts_at=on_clocks(2026, 12, 15, 18),
            ends_at=on_clocks(2026, 12, 15, 20),
            room_id=house.hall,
        )
        await slots.add(session, house.clock(), [duty, meeting])
    await choir.presses(f"hb:{house.hall}:0")
    (text, *_) = await choir.says("wtorki 17-19 próba do 20 grudnia")
    # The duty ends when the practice begins: no clash. The meeting clashes.
    assert "Wolne są 3 dni" in text
    assert "Już zajęty: wt 15.12. Zarezerwować bez tego dnia?" in text
    number = await newest(house)
    # Meanwhile somebody takes another of these days: nothing is held, the new state is shown.
    await house.reserves(await newcomer(centre=CENTRE), date(2026, 12, 1), 17, 18)
    (text, *_) = await choir.taps("Poprosić o 3 dni")
    assert "zmienił to w tej samej chwili" in text
    assert "Wolne są 2 dni" in text
    assert len(await house.held()) == 3
    await choir.taps("Poprosić o 2 dni")
    # The same button once more.
    (text, *_) = await choir.presses(f"hq:{number}:7")
    assert "Czeka na zgodę" in text
    assert len(await house.held()) == 5


async def test_it_lapses_whole_or_is_given_back_whole(
    house: House, choir: Person, postman: Postman, clock: SteppedClock
) -> None:
    first = await asks(house, choir, "wtorki 17-19 próba do 31 grudnia")
    assert len(await house.held()) == 6
    # For the keeper it is one request, although its first day begins before the answer is due.
    await house.keeper.presses("hh")
    assert not any("⏳" in label for label in house.keeper.buttons)
    clock.forward(days=1, hours=7)  # that day begins, and nobody has answered: it is free, the others wait on
    assert await house.lapses() == 1
    assert (await house.hours())[0] == "1.12 17:00–19:00"
    assert len(await house.held()) == 5
    clock.forward(days=2)  # the third working day, after four
    assert await house.lapses() == 1
    assert await house.hours() == []
    texts = [each.call.arguments["text"] for each in await postman.round()]
    assert any("nie odpowiedziało na czas" in text for text in texts)
    assert any("nikt nie odpowiedział" in text for text in texts)
    (text, *_) = await choir.presses(f"hr:{first}")
    assert "nie odpowiedziało na czas" in text
    second = await asks(house, choir, "wtorki 17-19 próba do 31 grudnia")
    (text, *_) = await choir.presses(f"hz:{second}:0")
    assert "Oddać wszystkie dni" in text
    (text, *_) = await choir.presses(f"hz:{second}:1")
    assert "Oddane dni: 5" in text
    assert await house.hours() == []


async def test_the_days_ahead_are_given_although_the_first_one_lapsed(
    house: House, choir: Person, clock: SteppedClock
) -> None:
    number = await asks(house, choir, "wtorki 17-19 próba do 31 grudnia")
    clock.forward(days=1, hours=7)
    await house.lapses()
    await house.keeper.presses(f"hm:{number}:yes:0:0")
    clock.forward(days=2)
    assert await house.lapses() == 0
    assert len(await house.held()) == 5


async def test_a_request_whose_last_day_begins_unanswered_holds_nothing(
    house: House, choir: Person, clock: SteppedClock
) -> None:
    await asks(house, choir, "wtorki i środy 17-19 próba do 25 listopada")
    assert len(await house.held()) == 2
    clock.forward(days=2, hours=7)
    assert await house.lapses() == 2
    assert await house.hours() == []


async def test_an_old_preview_holds_nothing_for_who_may_no_longer(house: House, choir: Person) -> None:
    account, keeper = await account_of(house.database, choir), await account_of(house.database, house.keeper)
    await choir.presses(f"hb:{house.hall}:0")
    await choir.says("wtorki 17-19 próba do 31 grudnia")
    async with house.database.transaction() as session:
        speaks = await organisations.of_account(session, account, CENTRE)
        assert speaks is not None
        assert speaks.id is not None
        await organisations.answer(session, house.clock(), keeper, speaks.id, False)
    await choir.taps("dni")
    assert "organizac" in alert_of(choir)
    assert await house.held() == []
    async with house.database.transaction() as session:
        await organisations.answer(session, house.clock(), keeper, speaks.id, True)
    hall = await house.rules_of(house.hall)
    await choir.presses(f"hb:{house.hall}:0")
    await choir.says("wtorki 17-19 próba do 31 grudnia")
    async with house.database.transaction() as session:
        await rules.change(session, house.clock(), keeper, house.hall, hall.version, closed=True)
    await choir.taps("dni")
    assert await house.held() == []


async def test_desks_that_are_theirs_already_are_no_new_request(house: House, choir: Person) -> None:
    room = await house.room("biuro", desks=2)
    for _ in range(2):
        await choir.presses(f"hb:{room}:0")
        await choir.says("wtorki 9-13 praca do 31 grudnia")
        said = await choir.taps("dni")
    assert "Ani jeden z tych dni" in said[0]
    assert {slot.taken for slot in await house.held(room)} == {1}


async def test_a_no_to_all_of_it_with_a_reason(house: House, choir: Person, postman: Postman) -> None:
    number = await asks(house, choir, "wtorki 17-19 próba do 31 grudnia")
    await postman.round()
    await house.keeper.presses(f"hm:{number}:no:0:0")
    (text, *_) = await house.keeper.says("We wtorki jest bal.")
    assert "nie może tego dać" in text
    assert await house.held() == []
    (told,) = await postman.round()
    assert "We wtorki jest bal." in told.call.arguments["text"]


async def test_one_day_of_it_is_given_back_alone(house: House, choir: Person) -> None:
    await asks(house, choir, "wtorki 17-19 próba do 31 grudnia")
    await choir.says("/moje")
    await choir.taps("wtorek 8 grudnia")
    await choir.taps("Oddać")
    await choir.taps("Tak, oddać")
    assert len(await house.held()) == 5
    assert "8.12 17:00–19:00" not in await house.hours()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("wtorki 17-19 próba", "do kiedy"),
        ("wtorki 19-17 próba do czerwca", "koniec musi być po początku"),
        ("co drugi wtorek 17-19 próba do czerwca", "różne tygodnie"),
        ("codziennie 17-19 próba do końca roku 2031", "do kiedy"),
        ("24 i 26 listopada 17-19 próba", "jeden dzień"),
        ("17-19 próba", "nie widać dnia"),
    ],
)
async def test_what_is_missing_is_said_and_nothing_lost(house: House, choir: Person, text: str, said: str) -> None:
    await choir.presses(f"hb:{house.hall}:0")
    answer = await choir.says(text)
    assert said in answer[0]
    answer = await choir.says("wtorki 17-19 próba do 31 grudnia")
    assert "Wolnych jest 6 dni" in answer[0]


async def test_too_many_days_are_refused(house: House, choir: Person) -> None:
    account, now = await account_of(house.database, choir), house.clock()
    booker = Booker(account, "telegram", choir.id)
    rule = Rule(
        room_id=house.hall,
        weekdays=(0, 1, 2, 3, 4, 5),
        opens_at=time(10),
        closes_at=time(11),
        first_day=date(2026, 12, 1),
        last_day=date(2027, 11, 30),
        purpose="próba",
    )
    async with house.database.transaction() as session:
        with pytest.raises(OkienkoError, match="halls-many-days"):
            await series.draft(session, now, booker, CENTRE, rule)


async def test_next_years_plan_from_copy_to_the_keepers_decision(
    house: House, choir: Person, newcomer: Newcomer, postman: Postman
) -> None:
    number = await asks(house, choir, "wtorki 17-19 próba chóru do 30 czerwca")
    await house.keeper.presses(f"hm:{number}:yes:0:0")
    club = await newcomer(centre=CENTRE)
    await house.known(club, "Klub Szachowy")
    # Copied once, however often it is tapped.
    await choir.says("/sala plan")
    (text, *_) = await choir.presses("hv")
    assert "Przepisane z tego roku: 1 pozycja" in text
    (text, *_) = await choir.presses("hv")
    assert "Nie było czego przepisać" in text
    await club.says("/sala plan")
    await club.presses(f"hu:{house.hall}")
    (text, *_) = await club.says("wtorki i czwartki 18-20 szachy od 1 września")
    assert "Zapisane życzenie" in text
    held = len(await house.held())
    (text, *_) = await house.keeper.says("/sala plan")
    assert "1. ⏳ wt 17:00–19:00 · Chór Gaudium · próba chóru" in text
    assert "2. ⏳ wt, czw 18:00–20:00 · Klub Szachowy · szachy" in text
    assert "te same godziny: 2" in text
    assert len(await house.held()) == held
    await house.keeper.taps("2. ")
    (text, *_) = await house.keeper.taps("Zgoda")
    assert "Zarezerwowane co tydzień" in text
    (text, *_) = await house.keeper.says("/sala plan")
    assert "dni już zajęt" in text
    async with house.database.session() as session:
        rows = await session.exec(select(HallSeries).where(HallSeries.plan_year == 2027).order_by(col(HallSeries.id)))
        states = [each.state for each in rows.all()]
    assert states == ["wish", "yes"]
    await house.keeper.taps("1. ")
    await house.keeper.taps("Odmowa")
    await house.keeper.taps("Bez powodu")
    texts = {each.chat_id: each.call.arguments["text"] for each in await postman.round()}
    assert "Centrum nie może" in texts[choir.id]
    assert "Centrum się zgadza" in texts[club.id]
