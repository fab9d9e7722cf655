"""The desk writes somebody down: by taps, in one line; finds, moves, cancels and confirms by the code."""

import re

import pytest
from sqlmodel import select

from bot.clock import SteppedClock
from bot.storage import Database
from bot.storage.tables import Attendee, Booking, Role, UnmetWish
from tests.conversations.people import Person
from tests.counter.conftest import House, Newcomer

CODE = re.compile(r"<code>([A-Z0-9 ]+)</code>")


async def rows(database: Database, table: type) -> list:
    async with database.session() as session:
        return list((await session.exec(select(table))).all())


async def test_a_caller_is_written_down_in_three_taps_and_a_name(
    clerk: Person, law: list[int], psychology: list[int], database: Database
) -> None:
    (home,) = await clerk.says("/zapisz")
    assert "jutro 10 prawnik" in home
    await clerk.taps("Długi")
    assert clerk.buttons[0] == "wt. 24.11, 9:00"
    (asked,) = await clerk.taps("9:30")
    assert "Kogo zapisać?" in asked
    (said,) = await clerk.says("A. K. 600 100 200")
    assert "Zapisane" in said
    assert "A. K., 600 100 200" in said
    assert "wtorek 24 listopada, 9:30" in said
    found = CODE.search(said)
    assert found
    code = found[1]
    spoken = said.split("na głos: ")[1]
    assert all(letter in spoken for letter in code if letter.isalpha())
    (booked,) = await rows(database, Booking)
    assert (booked.slot_id, booked.topic, booked.channel, booked.state) == (law[1], "debts", None, "booked")
    (who,) = await rows(database, Attendee)
    assert (who.name, who.phone, who.account_id) == ("A. K.", "600100200", None)


async def test_one_line_and_one_tap(clerk: Person, law: list[int], psychology: list[int], database: Database) -> None:
    (said,) = await clerk.says("/zapisz jutro 10 prawnik Kowalska 600 000 000")
    assert "Dla: <b>Kowalska, 600 000 000</b>" in said
    assert "prawnik" in said
    assert clerk.buttons[0] == "wt. 24.11, 10:00"
    await clerk.taps("10:00")
    (booked,) = await rows(database, Booking)
    assert booked.slot_id == law[2]
    assert booked.topic is None  # this adviser has two, and nobody said which


async def test_a_line_typed_at_the_counter_and_an_hour_with_two_advisers(
    clerk: Person, law: list[int], psychology: list[int], database: Database
) -> None:
    await clerk.says("/zapisz")
    await clerk.says("Nowak jutro 10")
    assert [b for b in clerk.buttons if "10:00" in b] == ["wt. 24.11, 10:00 · prawnik", "wt. 24.11, 10:00 · psycholog"]
    await clerk.taps("psycholog")
    (booked,) = await rows(database, Booking)
    assert booked.slot_id == psychology[0]


async def test_what_is_no_line_goes_its_usual_way(clerk: Person, law: list[int], database: Database) -> None:
    await clerk.says("/zapisz")
    (answer, *_) = await clerk.says("zajęcia dla seniora")
    assert "Dla:" not in answer
    assert await rows(database, Booking) == []


async def test_a_full_hour_offers_the_nearest_and_is_remembered_for_the_report(
    clerk: Person, law: list[int], house: House, database: Database
) -> None:
    await house.caller(clerk, law[2], "Zając")
    (said,) = await clerk.says("/zapisz jutro 10 prawnik Nowak")
    assert "O tej godzinie nie ma wolnego" in said
    assert "prawnik" in said
    assert clerk.buttons[0] == "wt. 24.11, 9:30"
    (wish,) = await rows(database, UnmetWish)
    assert (wish.weekday, wish.hour, wish.topic) == (1, 10, None)


async def test_taken_while_it_was_typed(clerk: Person, law: list[int], house: House, database: Database) -> None:
    await clerk.says("/zapisz")
    await clerk.taps("Najbliższe")
    await clerk.taps("9:00")
    await house.caller(clerk, law[0], "Szybsza")
    (said,) = await clerk.says("Nowak 600 100 200")
    assert "zajęty" in said
    assert "Dla: <b>Nowak, 600 100 200</b>" in said
    (again,) = await clerk.taps("9:30")
    assert "Zapisane" in again
    assert {who.name for who in await rows(database, Attendee)} == {"Szybsza", "Nowak"}


async def test_an_old_screen_books_nobody_else(clerk: Person, law: list[int], database: Database) -> None:
    await clerk.says("/zapisz jutro 9 prawnik Kowalska")
    old = clerk.screen
    await clerk.says("/zapisz jutro 9:30 prawnik Nowak")
    clerk.screen = old
    assert await clerk.taps("9:00") == []
    assert await rows(database, Booking) == []


async def test_a_double_tap_is_one_booking(clerk: Person, law: list[int], database: Database) -> None:
    await clerk.says("/zapisz jutro 9 prawnik Kowalska")
    offered = clerk.screen
    await clerk.taps("9:00")
    clerk.screen = offered
    await clerk.taps("9:00")
    assert len(await rows(database, Booking)) == 1


async def test_found_by_code_confirmed_moved_and_cancelled(
    clerk: Person, law: list[int], house: House, clock: SteppedClock
) -> None:
    held = await house.caller(clerk, law[0], "Kowalska", "600100200")
    await clerk.says("/zapisz")
    (said,) = await clerk.says(f"{held.code[:3].lower()} {held.code[3:].lower()}")
    assert "Kowalska, 600 100 200" in said
    await clerk.taps("Potwierdzić")
    assert (await house.one(held.id)).state == "confirmed"
    await clerk.taps("Przenieść")
    (moved,) = await clerk.taps("9:30")
    assert "Przeniesione" in moved
    after = await house.one(held.id)
    assert (after.slot_id, after.code, after.state) == (law[1], held.code, "booked")
    assert (await house.slot(law[0])).taken == 0
    (asked,) = await clerk.taps("Odwołać")
    assert "Na pewno" in asked
    assert (await house.one(held.id)).state == "booked"
    await clerk.taps("Tak, odwołać")
    assert (await house.one(held.id)).state == "cancelled"
    assert (await house.slot(law[1])).taken == 0


async def test_a_wrong_code_says_so(clerk: Person, law: list[int]) -> None:
    (said,) = await clerk.says("/zapisz KRT 4X7M")
    assert "Nie ma tu zapisu" in said


async def test_by_day_and_by_adviser(clerk: Person, law: list[int], psychology: list[int], database: Database) -> None:
    await clerk.says("/zapisz")
    await clerk.taps("Do kogo")
    await clerk.taps("psycholog")
    await clerk.taps("Inny dzień")
    assert "wt. 24.11 · 4" in clerk.buttons
    await clerk.taps("wt. 24.11")
    assert clerk.buttons[:4] == ["10:00", "10:30", "11:00", "11:30"]
    await clerk.taps("11:00")
    await clerk.says("J.N.")
    (booked,) = await rows(database, Booking)
    assert booked.slot_id == psychology[2]


async def test_a_tap_elsewhere_ends_the_question_who_it_is(clerk: Person, law: list[int], database: Database) -> None:
    await clerk.says("/zapisz")
    await clerk.taps("Najbliższe")
    await clerk.taps("9:00")
    await clerk.taps("Inny termin")
    await clerk.says("czy jest klub seniora?")
    assert await rows(database, Booking) == []
    await clerk.taps("Najbliższe") if "⏱ Najbliższe" in clerk.buttons else None
    (left,) = await clerk.says("/anuluj")
    assert "Przerwane" in left


@pytest.mark.parametrize("who", ["resident", "elsewhere", "adviser", "organiser"])
async def test_others_are_refused(
    who: str, newcomer: Newcomer, clerk: Person, lawyer: Person, law: list[int], house: House, database: Database
) -> None:
    """A resident, a clerk of another centre, an adviser and an organiser do not see who is booked."""
    held = await house.caller(clerk, law[0], "Kowalska", "600100200")
    outsider = {
        "resident": lambda: newcomer(),
        "elsewhere": lambda: newcomer(role=Role.CLERK, of="koszalin"),
        "organiser": lambda: newcomer(role=Role.ORGANISER),
    }
    person = lawyer if who == "adviser" else await outsider[who]()
    for typed in ("/zapisz", f"/zapisz {held.code}", "/zapisz jutro 10 Nowak", "/telefony"):
        (said,) = await person.says(typed)
        assert "Kowalska" not in said
        assert "dla osób z biura" in said
    for data in (f"zo:{held.id}", f"zh:{held.id}:sure", f"zs:{law[1]}::0::0", "zc::0", "zr:20261124:1"):
        said = " ".join(await person.presses(data))
        assert "Kowalska" not in said
        assert "600" not in said
    assert (await house.one(held.id)).state == "booked"
    assert len(await rows(database, Booking)) == 1
