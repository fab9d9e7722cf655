"""The calls of the day before, one tap each; and the day on paper, with names only for the desk."""

import shutil
import subprocess
from datetime import timedelta
from pathlib import Path

import pytest
from sqlmodel import select

from bot.clock import SteppedClock
from bot.papers.day import day_pdf
from bot.people import accounts, roles
from bot.places import calls, slots
from bot.places.calls import Reason
from bot.places.day_paper import Paper
from bot.storage import Database
from bot.storage.tables import CallTask, Role
from tests.conversations.people import Person
from tests.counter.conftest import CENTRE, TUESDAY, House, Newcomer, account_id
from tests.events.conftest import Postman


async def tasks(database: Database) -> list[tuple[int, str, bool | None]]:
    async with database.session() as session:
        found = await session.exec(select(CallTask))
        return [(task.booking_id, task.reason, task.reached) for task in found.all()]


async def test_who_is_on_the_list_and_why(
    clerk: Person, newcomer: Newcomer, house: House, law: list[int], database: Database, clock: SteppedClock
) -> None:
    without = await house.caller(clerk, law[0], "Kowalska", "600100200")
    silent, sure, gone = [await newcomer() for _ in range(3)]
    await house.books(silent, law[1])
    confirmed = await house.books(sure, law[2])
    blocked = await house.books(gone, law[3])
    await sure.presses(f"bc:{confirmed.id}:")
    async with database.transaction() as session:
        await accounts.mark_blocked(session, "telegram", gone.id, clock())
    (said,) = await clerk.says("/telefony")
    assert "jutro, wtorek 24 listopada" in said
    assert "3 telefony" in said
    assert said.index("bez komunikatora") < said.index("wiadomości nie dochodzą") < said.index("bez potwierdzenia")
    assert "Kowalska, 600 100 200" in said
    assert blocked.code[:3] in said  # no name and no number are known: the code is
    assert confirmed.code[:3] not in said
    assert "prawn" in said
    assert "prawne" not in said  # the topic is nobody's business on a list of calls
    (after,) = await clerk.taps("📵 1")
    assert "nikt nie odebrał o 10:00" in after
    assert after.index("bez potwierdzenia") < after.index("Kowalska")
    assert (await house.one(without.id)).state == "booked"
    await clerk.taps("✅ 3")
    assert (await house.one(without.id)).state == "confirmed"
    assert await tasks(database) == [(without.id, "no-messenger", True)]
    (last,) = await clerk.says("/telefony")
    assert "Kowalska" not in last
    assert "2 telefony" in last


async def test_a_double_tap_is_one_call_and_reached_stays_reached(
    clerk: Person, house: House, law: list[int], database: Database
) -> None:
    held = await house.caller(clerk, law[0], "Kowalska")
    await clerk.says("/telefony")
    screen = clerk.screen
    await clerk.taps("✅ 1")
    clerk.screen = screen
    await clerk.taps("✅ 1")
    clerk.screen = screen
    await clerk.taps("📵 1")
    assert await tasks(database) == [(held.id, "no-messenger", True)]


async def test_called_off_and_delayed_are_on_the_list_whatever_the_day(
    clerk: Person, house: House, law: list[int], database: Database, clock: SteppedClock
) -> None:
    held = await house.caller(clerk, law[0], "Kowalska", "600100200")
    async with database.transaction() as session:
        (ended,) = await slots.withdraw(session, clock(), [law[0]], "sick")
        await calls.ask(session, clock(), ended, Reason.CALLED_OFF)
        await calls.ask(session, clock(), ended, Reason.CALLED_OFF)
    (said,) = await clerk.says("/telefony")
    assert "Centrum odwołało" in said
    await clerk.taps("✅ 1")
    assert (await house.one(held.id)).state == "called-off"
    assert await tasks(database) == [(held.id, "called-off", True)]
    (empty,) = await clerk.says("/telefony")
    assert "do nikogo" in empty


async def test_another_room_days_ahead_is_on_the_list_too(
    clerk: Person, house: House, law: list[int], database: Database, clock: SteppedClock
) -> None:
    held = await house.caller(clerk, law[0], "Kowalska", "600100200")
    clock.forward(days=-3)
    async with database.transaction() as session:
        await calls.ask(session, clock(), held, Reason.OTHER_ROOM)
    (said,) = await clerk.presses("zc:20261123:0")
    assert "inny pokój" in said
    await clerk.presses(f"zh:{held.id}:sure")
    (empty,) = await clerk.presses("zc:20261123:0")
    assert "do nikogo" in empty


async def test_whoever_moved_meanwhile_is_not_called_about_the_old_hour(
    clerk: Person, house: House, law: list[int], database: Database, clock: SteppedClock
) -> None:
    held = await house.caller(clerk, law[0], "Kowalska")
    async with database.transaction() as session:
        (ended,) = await slots.withdraw(session, clock(), [law[0]], "sick")
        await calls.ask(session, clock(), ended, Reason.CALLED_OFF)
    await clerk.says(f"/zapisz {held.code}")
    await clerk.taps("Przenieść")
    await clerk.taps("9:30")
    (said,) = await clerk.says("/telefony")
    assert "odwołało" not in said
    assert "1 telefon" in said


async def test_a_clerk_of_another_centre_ends_no_call(
    clerk: Person, newcomer: Newcomer, house: House, law: list[int], database: Database
) -> None:
    held = await house.caller(clerk, law[0], "Kowalska")
    stranger = await newcomer(centre="koszalin", role=Role.CLERK)
    await stranger.presses(f"zk:{held.id}:no-messenger:1:20261124")
    await stranger.presses(f"zk:{held.id}:nonsense:1:20261124")
    assert await tasks(database) == []
    assert (await house.one(held.id)).state == "booked"


@pytest.fixture
def printing(clock: SteppedClock) -> None:
    """fpdf2 and its fonts are loaded before the postman's patience is at stake."""
    day_pdf(Paper("pl", "", "", [], [], [], ""), clock())


def _words(file: Path) -> str:
    return subprocess.run(["pdftotext", "-layout", str(file), "-"], capture_output=True, check=True).stdout.decode()


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs poppler's pdftotext")
@pytest.mark.parametrize("names", [True, False])
async def test_the_day_on_paper(
    names: bool, printing: None, clerk: Person, house: House, law: list[int], postman: Postman, tmp_path: Path
) -> None:
    held = await house.caller(clerk, law[0], "Zażółć-Gęślą", "600100200", topic="debts")
    await clerk.says("/telefony")
    await clerk.taps("Ten dzień na papierze")
    if not names:
        await clerk.taps("Na drzwi")
    sent = (await postman.round())[-1]
    assert sent.chat_id == clerk.id
    file = tmp_path / "day.pdf"
    file.write_bytes(sent.file)
    text = _words(file)
    assert "9:00" in text
    assert ("Zażółć-Gęślą" in text) is names
    assert ("600" in text) is names
    assert (held.code[3:] in text) is names
    assert "ług" not in text  # not even the desk's paper says what it is about


async def test_no_paper_for_who_lost_the_role_meanwhile(
    clerk: Person, house: House, law: list[int], postman: Postman, database: Database
) -> None:
    await house.caller(clerk, law[0], "Kowalska")
    await clerk.presses("zr:20261124:1")
    async with database.transaction() as session:
        await roles.revoke(session, await account_id(session, clerk), CENTRE, Role.CLERK)
    assert await postman.round() == []


async def test_today_is_over_when_its_hours_are(
    clerk: Person, house: House, law: list[int], clock: SteppedClock
) -> None:
    await house.caller(clerk, law[0], "Kowalska")
    clock.now = TUESDAY + timedelta(hours=3)
    (said,) = await clerk.presses("zc:20261124:0")
    assert "do nikogo" in said


async def test_who_was_reached_and_moved_is_phoned_before_the_new_day(
    clerk: Person, house: House, law: list[int], database: Database
) -> None:
    held = await house.caller(clerk, law[0], "Kowalska")
    await clerk.says("/telefony")
    await clerk.taps("✅ 1")
    await clerk.says(f"/zapisz {held.code}")
    await clerk.taps("Przenieść")
    await clerk.taps("9:30")
    (said,) = await clerk.says("/telefony")
    assert "Kowalska" in said
    assert "nikt nie odebrał o" not in said
    await clerk.taps("✅ 1")
    assert (await house.one(held.id)).state == "confirmed"
    assert "Kowalska" not in (await clerk.says("/telefony"))[0]
