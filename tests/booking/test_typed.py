"""What residents type: a time at any step, a wish to book, "I can't on Thursday". Typed words never book."""

from datetime import time

import pytest

from bot.clock import SteppedClock
from bot.handlers.booking.typed_time import Window, read_window
from bot.handlers.booking.wishes import What, read_wish
from bot.places.attendees import Relation
from tests.booking.conftest import FRIDAY, MONDAY, THURSDAY, Newcomer, Office, local
from tests.booking.test_booking import books
from tests.conversations.people import Person

NOW = local(2026, 11, 23, 10, 0)


@pytest.mark.parametrize(
    ("typed", "window"),
    [
        ("w czwartek po południu", Window(THURSDAY, THURSDAY, since=time(12))),
        ("у четвер після обіду", Window(THURSDAY, THURSDAY, since=time(12))),
        ("Thursday afternoon", Window(THURSDAY, THURSDAY, since=time(12))),
        ("po 15", Window(since=time(15))),
        ("po trzeciej", Window(since=time(15))),
        ("після 15", Window(since=time(15))),
        ("after 3", Window(since=time(15))),
        ("w piątek od 9 do 12", Window(FRIDAY, FRIDAY, since=time(9), until=time(12))),
        ("przed południem", Window(until=time(12))),
        ("w poniedziałek za tydzień o 10:30", None),
        ("30 listopada o 10:30", Window(MONDAY, MONDAY, exact=time(10, 30))),
        ("o 10", Window(exact=time(10))),
        ("w przyszłym tygodniu", Window(MONDAY, local(2026, 12, 6).date())),
        ("наступного тижня", Window(MONDAY, local(2026, 12, 6).date())),
        ("od 5 grudnia", Window(local(2026, 12, 5).date(), local(2026, 12, 5).date())),
    ],
)
def test_days_and_parts_of_days_are_understood(typed: str, window: Window | None) -> None:
    if window is not None:
        assert read_window(typed, NOW) == window


@pytest.mark.parametrize("typed", ["31 lutego", "29 lutego", "wczoraj", "o 25", "dziś rano", "od 15 do 9"])
def test_a_time_that_cannot_be_is_told_from_one_that_is_none(typed: str) -> None:
    assert not isinstance(read_window(typed, NOW), Window)
    assert read_window(typed, NOW) is not None


@pytest.mark.parametrize("typed", ["prawnik", "nie w czwartek", "do", "się", "", "po", "w środę albo czwartek"])
def test_what_is_no_time_is_left_alone(typed: str) -> None:
    assert read_window(typed, NOW) is None


@pytest.mark.parametrize(
    ("typed", "what", "whose"),
    [
        ("nie mogę w czwartek", What.CANCEL, None),
        ("не зможу в четвер", What.CANCEL, None),
        ("can't make it Thursday", What.CANCEL, None),
        ("I cannot come on Thursday", What.CANCEL, None),
        ("odwołuję wizytę mamy", What.CANCEL, Relation.PARENT),
        ("скасувати запис мами", What.CANCEL, Relation.PARENT),
        ("nie przyjdę jutro z dzieckiem", None, None),
        ("przełożyć wizytę", What.MOVE, None),
        ("перенести зустріч", What.MOVE, None),
        ("zmienić termin", What.MOVE, None),
        ("kiedy mam wizytę", What.LIST, None),
        ("moje zapisy", What.LIST, None),
        ("chcę się umówić na wizytę", What.BOOK, None),
        ("хочу записатися на прийом", What.BOOK, None),
        ("book an appointment", What.BOOK, None),
        ("umów mamę na czwartek", What.BOOK, Relation.PARENT),
        ("KRT 4X7M", What.CODE, None),
        ("nie mogę spać", None, None),
        ("nie mogę zapłacić czynszu", None, None),
        ("nie chcę", None, None),
        ("pomoc w napisaniu odwołania", None, None),
        ("zmienić język", None, None),
        ("wizyta u lekarza", None, None),
        ("nie mam gdzie spać", None, None),
    ],
)
def test_wishes_are_told_from_questions(typed: str, what: What | None, whose: Relation | None) -> None:
    wish = read_wish(typed, NOW)
    if what is not None:
        assert wish is not None
        assert (wish.what, wish.whose) == (what, whose)
    else:
        assert wish is None or wish.rest or wish.what is What.CANCEL


async def test_a_day_typed_while_choosing_shows_its_hours(resident: Person, two_advisers: Office) -> None:
    await resident.says("/zapisy")
    await resident.taps("wolę nie podawać")
    await resident.taps("Kto ma wolne")
    (said,) = await resident.says("w czwartek po południu")
    assert "czwartek 26 listopada" in said
    assert resident.buttons[0] == "13:00"
    assert "9:00" not in resident.buttons
    await resident.taps("Cały ten dzień")
    assert "9:00" in resident.buttons


async def test_an_exact_time_goes_straight_to_for_whom(resident: Person, lawyer: Office) -> None:
    await resident.says("/zapisy")
    (said,) = await resident.says("w poniedziałek 30 listopada o 10")
    assert "Dla kogo" in said
    assert await lawyer.taken() == 0


async def test_nothing_free_then_offers_what_is_nearest(resident: Person, lawyer: Office) -> None:
    await resident.says("/zapisy")
    (said,) = await resident.says("w piątek")
    assert "Wtedy nie ma nic wolnego" in said
    assert len([label for label in resident.buttons if "listopada" in label]) == 3
    (said,) = await resident.says("w czwartek wieczorem")
    assert "tego dnia tak" in said
    (said,) = await resident.says("po 11")
    assert "Wtedy wolne są" in said
    assert resident.buttons[0] == "czwartek 26 listopada, 11:00"


async def test_a_day_that_does_not_exist_is_said_and_the_question_stands(resident: Person, lawyer: Office) -> None:
    await resident.says("/zapisy")
    (said,) = await resident.says("31 lutego")
    assert "Takiego dnia nie ma" in said
    assert "Który dzień" in said


async def test_a_question_asked_meanwhile_is_answered(resident: Person, lawyer: Office) -> None:
    await resident.says("/zapisy")
    (said, *_) = await resident.says("klub seniora")
    assert "Który dzień" not in said
    (said, *_) = await resident.says("w czwartek")  # and what was being chosen has been left
    assert "O której" not in said


async def test_a_typed_wish_begins_where_it_can(resident: Person, two_advisers: Office) -> None:
    (said,) = await resident.says("chcę się zapisać do prawnika na czwartek po 10")
    assert "czwartek 26 listopada" in said
    assert "prawnik" in said
    assert resident.buttons[0] == "10:00"
    assert await two_advisers.taken() == 0
    (said,) = await resident.says("запишіть мене до психолога")
    assert "Який день" in said or "Który dzień" in said
    assert "piątek 27 listopada" in resident.buttons
    (said,) = await resident.says("kto ma wolne w piątek?")
    assert "piątek 27 listopada" in said


async def test_the_card_s_own_how_do_i_sign_up_is_not_taken_away(resident: Person, lawyer: Office) -> None:
    await resident.presses("k|kozienice/grupa-rodzice|")
    (said, *_) = await resident.says("jak się zapisać?")
    assert "Który dzień" not in said
    await resident.presses("k|kozienice/pio|")
    assert "Który dzień" in (await resident.says("jak się zapisać?"))[0]


@pytest.mark.parametrize("typed", ["nie mogę w czwartek", "не зможу в четвер", "can't make it Thursday"])
async def test_cannot_on_thursday_offers_that_booking_and_does_nothing(
    resident: Person, lawyer: Office, typed: str
) -> None:
    await books(resident, "czwartek", "9:30")
    await books(resident, "poniedziałek", "9:30")
    (said,) = await resident.says(typed)
    assert "czwartek 26 listopada, 9:30" in said
    assert "Nic jeszcze się nie zmieniło" in said
    assert {"🔁 Przełożyć", "❌ Odwołać"} <= set(resident.buttons)
    assert await lawyer.taken() == 2
    (said,) = await resident.says("nie mogę w piątek")
    assert "Na ten dzień nic tu nie jest zapisane" in said
    assert "poniedziałek 30 listopada, 9:30" in resident.buttons
    assert await lawyer.taken() == 2


async def test_cannot_on_thursday_while_choosing_never_books(resident: Person, lawyer: Office) -> None:
    await resident.says("/zapisy")
    (said,) = await resident.says("nie mogę w czwartek")
    assert "Który dzień" in said
    assert await lawyer.taken() == 0


async def test_move_it_to_a_day_offers_that_day(resident: Person, lawyer: Office) -> None:
    await books(resident, "czwartek", "9:30")
    (said,) = await resident.says("przełożyć wizytę na poniedziałek 30 listopada")
    assert "poniedziałek 30 listopada" in said
    await resident.taps("10:00")
    assert "Przełożyć?" in resident.screen.text  # type: ignore[union-attr]


async def test_somebody_else_s_visit_is_neither_confirmed_nor_cancelled(
    resident: Person, newcomer: Newcomer, lawyer: Office, clock: SteppedClock
) -> None:
    stranger = await newcomer()
    before = await stranger.says("odwołuję wizytę mamy")
    await books(resident, "czwartek", "9:30", "Dla mamy")
    after = await stranger.says("odwołuję wizytę mamy")
    assert before == after  # not even whether there is one
    assert "nie mogę nic powiedzieć" in after[0]
    assert "Czwartek" not in after[0]
    assert await lawyer.taken() == 1
    (said,) = await resident.says("odwołuję wizytę mamy")
    assert "czwartek 26 listopada, 9:30" in said
    assert await lawyer.taken() == 1


async def test_in_ukrainian_and_english(newcomer: Newcomer, lawyer: Office) -> None:
    mother = await newcomer(language="uk")
    (asked,) = await mother.says("/zapisy")
    assert "Який день" in asked
    assert mother.buttons[0] == "четвер 26 листопада"
    await mother.says("у четвер о десятій")
    await mother.taps("Для дитини")
    booked, slip = await mother.taps("Записати")
    assert "Записано" in booked
    assert "четвер 26 листопада, 10:00" in slip
    visitor = await newcomer(language="en")
    assert "Which day" in (await visitor.says("/book"))[0]
    assert "At what time" in (await visitor.says("Thursday morning"))[0]


async def test_a_time_typed_before_the_topic_is_kept_for_it(resident: Person, two_advisers: Office) -> None:
    await resident.says("/zapisy")
    (said,) = await resident.says("w czwartek po 10")
    assert "Jaka to sprawa" in said
    (said,) = await resident.taps("Prawo")
    assert "czwartek 26 listopada" in said
    assert resident.buttons[0] == "10:00"
    await resident.taps("Wróć")  # and only once
    assert resident.buttons[0] == "czwartek 26 listopada"


async def test_a_time_typed_when_asked_with_whom_means_whoever_is_free(resident: Person, two_advisers: Office) -> None:
    await resident.says("/zapisy")
    await resident.taps("wolę nie podawać")
    (said,) = await resident.says("w czwartek")
    assert "O której" in said
    assert {"9:00", "13:00"} <= set(resident.buttons)
