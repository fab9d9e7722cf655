"""A resident's way through the demo's stage in a real Chromium: a topic, Thursday, booked, moved, cancelled."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from bot.clock import SteppedClock
from tests.web.rehearsal import Rehearsal
from tests.web.test_organiser import Chat

pytestmark = pytest.mark.timeout(400)
Visit = Callable[..., Page]
RESIDENT = "resident-70"


@pytest.fixture
def rehearsal(tmp_path: Path, clock: SteppedClock) -> Iterator[Rehearsal]:
    with Rehearsal(tmp_path, clock) as running:
        yield running


def test_a_topic_thursday_booked_moved_and_cancelled(rehearsal: Rehearsal, visit: Visit, clock: SteppedClock) -> None:
    me = Chat(visit(rehearsal.person(RESIDENT), width=360, reduced_motion="reduce"), clock)
    me.sees("Odpowiada automat")
    me.says("/zapisy")
    me.sees("Jaka to sprawa?")
    me.taps_on("Prawo")
    me.sees("Który dzień?")
    me.says("w czwartek rano")
    me.sees("O której?")
    me.taps_on("9:30")
    me.sees("Dla kogo jest ten termin?")
    me.taps_on("Dla mnie")
    me.sees("Czy wszystko się zgadza?")
    me.taps_on("Zapisać")
    me.sees("Proszę zapisać na kartce")
    slip = me.page.locator("#log .text", has_text="na kartce").last.inner_text()
    assert "czwartek 26 listopada, 9:30" in slip
    assert re.search(r"kod \w{3} \w{4}", slip)
    assert "praw" not in slip.lower()

    me.says("nie mogę w czwartek")
    me.sees("Nic jeszcze się nie zmieniło")
    me.taps_on("Przełożyć")
    me.sees("Na kiedy przełożyć?")
    me.taps_on("poniedziałek 30 listopada")
    me.taps_on("14:00")
    me.sees("Nowy termin")
    me.taps_on("Tak")
    me.sees("Przełożone")
    me.taps_on("Odwołać")
    me.taps_on("Tak, odwołać")
    me.sees("Odwołane")
    me.says("/moje")
    me.sees("nic nie jest teraz zapisane")
