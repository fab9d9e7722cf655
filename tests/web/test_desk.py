"""A resident in the web chat and a clerk in the console's staff room, side by side in a real Chromium.

Saturday: handed over in Ukrainian, told the truth about time. Monday: taken, noted, answered, closed; then a call.
"""

import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from bot.clock import SteppedClock
from tests.web.axe import checked
from tests.web.rehearsal import Rehearsal
from tests.web.test_organiser import Chat

pytestmark = pytest.mark.timeout(400)
Visit = Callable[..., Page]
SATURDAY = datetime(2026, 11, 28, 9, 0, tzinfo=UTC)
"""10:00 in Warsaw. Starachowice's desk is closed until Monday 7:30."""
PATIENCE = 30_000
"""Milliseconds."""


@pytest.fixture
def clock() -> SteppedClock:
    return SteppedClock(SATURDAY)


@pytest.fixture
def rehearsal(tmp_path: Path, clock: SteppedClock) -> Iterator[Rehearsal]:
    with Rehearsal(tmp_path, clock) as running:
        yield running


def _picture(page: Page, name: str) -> None:
    if folder := os.environ.get("PICTURES"):
        page.screenshot(path=Path(folder) / f"{name}.png")


def test_from_saturday_to_monday_and_a_call(rehearsal: Rehearsal, visit: Visit, clock: SteppedClock) -> None:
    mother = Chat(visit(rehearsal.person("mother-from-ukraine"), width=390, reduced_motion="reduce"), clock)
    mother.sees("Добрий день")  # the page's door is open: what is typed before it stands before the first answer
    mother.says("чи може хтось поговорити зі мною про школу для сина")
    mother.says("хочу поговорити з людиною")
    mother.sees("Написати працівнику")
    mother.taps_on("Написати працівнику")
    mother.sees("Передати розмову працівнику")
    checked(mother.page, "desk-consent")
    mother.taps_on("Так, передайте")
    mother.sees("Номер розмови: 1")
    mother.sees("з понеділка, 7:30")
    mother.says("алло?")
    mother.says("ви тут?")
    expect(mother.page.locator("#log .mine", has_text="ви тут?")).to_be_visible()
    checked(mother.page, "desk-saturday")

    clock.forward(days=1, hours=21, minutes=31)  # Monday, 7:31
    room = visit(rehearsal.person("clerk-starachowice", "personel-starachowice"), width=1200, reduced_motion="reduce")
    topics = room.locator("#topic-list a")
    ours = topics.filter(has_text="1 · uk").filter(has_not_text="Ogólne")
    expect(ours).to_be_visible(timeout=PATIENCE)
    topics.filter(has_text="Ogólne").click()
    expect(room.locator("#log")).to_contain_text("Czeka 1 osoba, najdłużej od soboty 10:00", timeout=PATIENCE)
    ours.click()
    expect(room.locator("#log")).to_contain_text("ви тут?", timeout=PATIENCE)
    expect(room.locator("#log")).to_contain_text("про школу для сина")
    clerk = Chat(room, clock)
    clerk.taps_on("Biorę")
    mother.sees("Розмову тепер веде")
    clerk.says("była u nas w czerwcu")
    room.locator("#log .theirs", has_text="ви тут?").get_by_role("button", name="Więcej").last.click()
    room.get_by_role("button", name="Odpowiedz", exact=True).last.click()
    clerk.says("Добрий день! Так, приходьте сьогодні до 15:00.")
    clerk.sees("po 10 sekundach")
    checked(room, "desk-room")
    clock.forward(seconds=11)
    mother.sees("приходьте сьогодні")
    expect(mother.page.locator("#log")).not_to_contain_text("w czerwcu")
    _picture(mother.page, "desk-answered")
    clerk.taps_on("💬 Odpowiedz")  # the other way: the field is turned to the answer, once
    expect(room.locator("#about")).to_be_visible(timeout=PATIENCE)
    clerk.says("І візьміть документ.")
    expect(room.locator("#log").get_by_text("po 10 sekundach")).to_have_count(2, timeout=PATIENCE)
    expect(room.locator("#field")).to_have_attribute("placeholder", "Wiadomość…")
    clock.forward(seconds=11)
    mother.sees("І візьміть документ")
    clerk.taps_on("Zamknij")
    clerk.taps_on("Rodzina")
    mother.sees("Чи допомогла")
    _picture(mother.page, "desk-closed")

    caller = Chat(visit(rehearsal.person("resident-81"), width=390, reduced_motion="reduce"), clock)
    caller.says("chcę rozmawiać z człowiekiem")
    caller.taps_on("Proszę o telefon")
    caller.says("Jan")
    caller.sees("Pod jaki numer")
    caller.says("600 700 800")
    caller.sees("Kiedy najlepiej")
    caller.says("po południu")
    caller.sees("Zapisane, numer 2")
    checked(caller.page, "desk-call")
    topics.filter(has_text="2 · pl · telefon").last.click()
    clerk.taps_on("Pokaż numer")
    expect(room.get_by_text("600 700 800").first).to_be_visible()
    _picture(room, "desk-number")
