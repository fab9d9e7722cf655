"""Volunteers of Kozienice in a real Chromium at 360 px: one of 16 with the mother, and a tutor on Tuesdays."""

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from bot.clock import SteppedClock
from tests.web.rehearsal import Rehearsal
from tests.web.test_organiser import Chat

pytestmark = pytest.mark.timeout(400)
Visit = Callable[..., Page]
PUPIL, MOTHER, TUTOR, COORDINATOR = "volunteer-16", "parent-kozienice", "teacher", "organiser-kozienice"


@pytest.fixture
def rehearsal(tmp_path: Path, clock: SteppedClock) -> Iterator[Rehearsal]:
    with Rehearsal(tmp_path, clock) as running:
        yield running


@pytest.fixture
def enter(rehearsal: Rehearsal, visit: Visit, clock: SteppedClock) -> Callable[[str], Chat]:
    def come(name: str) -> Chat:
        chat = Chat(visit(rehearsal.person(name), width=360, reduced_motion="reduce"), clock)
        chat.sees("Odpowiada automat")
        return chat

    return come


def _picture(chat: Chat, name: str) -> None:
    if folder := os.environ.get("PICTURES"):
        chat.page.screenshot(path=Path(folder) / f"{name}.png")


def test_one_of_sixteen_helps_and_the_mother_knows_where(enter: Callable[[str], Chat]) -> None:
    pupil, mother, coordinator = enter(PUPIL), enter(MOTHER), enter(COORDINATOR)
    pupil.says("/pomagam")
    pupil.sees("Zgoda rodzica: jeszcze jej nie ma")
    pupil.taps_on("Link dla rodzica")
    pupil.sees("/start g-")
    said = pupil.page.locator("#log .text", has_text="/start g-").last.inner_text()
    link = re.search(r"/start g-\S+", said)
    assert link
    pupil.says(link[0])
    pupil.sees("Ten link jest dla rodzica albo opiekuna")
    mother.says(link[0])
    mother.sees("Od teraz przyjdzie tu wiadomość o każdym dyżurze")

    pupil.says("/dyzury_dla_mnie")
    pupil.sees("Najpierw potrzebna jest zgoda rodzica na papierze")
    coordinator.says("/wolontariusze")
    coordinator.taps_on("nr 1")
    coordinator.taps_on("Zgoda rodzica: widziana")
    coordinator.taps_on("Porozumienie podpisane")
    coordinator.sees("do kiedy jest ważne")
    coordinator.taps_on("do 31 grudnia")
    coordinator.sees("Porozumienie do 31 grudnia")
    _picture(coordinator, "volunteers-coordinator")

    pupil.says("/dyzury_dla_mnie")
    pupil.sees("Dyżury, które pasują")
    _picture(pupil, "volunteers-fitting")
    pupil.taps_on("Odwiedziny")
    pupil.sees("Odwiedziny u seniorów")
    pupil.taps_on("Zapisać się")
    pupil.sees("Do zobaczenia!")
    _picture(pupil, "volunteers-taken")
    mother.sees("Dyżur:")
    for fact in (
        "Odwiedziny u seniorów",
        "15:30–17:30",
        "Klub Seniora, Świerże Górne",
        "Jan Przykładowy",
        "48 000 00 14",
    ):
        mother.sees(fact)
    _picture(mother, "volunteers-mother")


def test_a_tutor_takes_tuesdays_and_asks_for_a_paper(enter: Callable[[str], Chat], clock: SteppedClock) -> None:
    tutor, coordinator = enter(TUTOR), enter(COORDINATOR)
    tutor.says("/dyzury_dla_mnie")
    tutor.sees("Dyżury, które pasują")
    coordinator.says("/wolontariusze")
    coordinator.taps_on("nr 2")
    coordinator.taps_on("Rejestry sprawdzone")
    coordinator.sees("Rejestry sprawdzone (praca z dziećmi)")

    tutor.says("/dyzury_dla_mnie")
    tutor.taps_on("wtorek 24 listopada, 15:30")
    tutor.sees("matematyka albo angielski")
    tutor.taps_on("Zapisać się")
    tutor.sees("Do zobaczenia!")
    tutor.taps_on("Także następne z tej serii")
    tutor.sees("Zapisano jeszcze")
    tutor.says("/moje")
    tutor.sees("Moje zapisy")
    expect(tutor.page.locator("#log .key", has_text="wtorek 1 grudnia, 15:30")).to_be_visible()
    _picture(tutor, "volunteers-mine")

    clock.forward(days=1, hours=8)  # Tuesday, after six
    coordinator.says("/zmiany")
    coordinator.taps_on("24.11, 15:30 · Korepetycje")
    coordinator.taps_on("✅ nr 2")
    coordinator.sees("✅ nr 2, ")
    clock.forward(minutes=5)
    tutor.sees("💛 Dzięki")
    tutor.says("/moje_godziny")
    tutor.sees("Potwierdzone")
    tutor.taps_on("Potrzebne zaświadczenie")
    tutor.sees("Koordynacja wie")
    coordinator.sees("prosi o zaświadczenie")
    _picture(coordinator, "volunteers-paper")
