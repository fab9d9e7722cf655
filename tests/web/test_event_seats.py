"""A family of three on an event's waiting list, in Ukrainian, on a telephone 360 pixels wide, in a real Chromium."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from bot.clock import SteppedClock
from tests.web.axe import checked
from tests.web.rehearsal import Rehearsal
from tests.web.test_organiser import PATIENCE
from tests.web.test_organiser import Chat as Person

pytestmark = pytest.mark.timeout(400)
Visit = Callable[..., Page]
ORGANISER, MOTHER, NEIGHBOUR = "organiser-starachowice", "mother-from-ukraine", "volunteer-67"
GROUP = "neighbours-starachowice"


class Chat(Person):
    """Somebody who also waits for what Okienko sends by itself, while time passes."""

    def passes(self, words: str) -> None:
        for _ in range(30):
            if self.page.locator("#log .row", has_text=words).count():
                return
            self._clock.forward(seconds=40)
            self.page.wait_for_timeout(500)
        self.sees(words)


@pytest.fixture
def rehearsal(tmp_path: Path, clock: SteppedClock) -> Iterator[Rehearsal]:
    with Rehearsal(tmp_path, clock) as running:
        yield running


def test_a_family_of_three_waits_and_comes(rehearsal: Rehearsal, visit: Visit, clock: SteppedClock) -> None:
    def at(who: str, group: str | None = None) -> Chat:
        return Chat(visit(rehearsal.person(who, group), width=360, reduced_motion="reduce"), clock)

    organiser = at(ORGANISER)
    _announce(rehearsal, visit, organiser)

    neighbour, there = at(NEIGHBOUR), at(NEIGHBOUR, GROUP)
    there.sees("Lampiony z papieru")
    there.taps_on("zostało 3 z 3")
    neighbour.sees("Kto jeszcze przyjdzie?")
    neighbour.taps_on("➕ Dziecko")
    neighbour.sees("To 2 osoby")
    neighbour.taps_on("➕ Dziecko")
    neighbour.sees("To 3 osoby")
    checked(neighbour.page, "seats-chosen")
    neighbour.taps_on("Zapisać: 3 osoby")
    neighbour.sees("Zapisane miejsca: ja, 2 dzieci")
    there.passes("lista oczekujących")
    checked(there.page, "seats-group-full")

    mother, outside = at(MOTHER), at(MOTHER, GROUP)
    outside.taps_on("lista oczekujących")
    expect(outside.page.locator("body")).to_contain_text("Усі місця зайняті", timeout=PATIENCE)
    checked(outside.page, "seats-group-alert")
    mother.sees("Вільних місць зараз немає")
    checked(mother.page, "seats-full")
    mother.taps_on("➕ Дитина")
    mother.sees("я, дитина")
    mother.taps_on("➕ Дитина")
    mother.sees("я, 2 дитини")
    checked(mother.page, "seats-family")
    mother.taps_on("Стати у список разом: 3 особи")
    mother.sees("Номер у черзі: 1")
    mother.sees("ще не місця")
    checked(mother.page, "seats-in-line")
    mother.says("/moje")
    mother.sees("список (№ 1)")
    checked(mother.page, "seats-mine-waiting")

    neighbour.taps_on("Jednak nie będziemy")
    mother.passes("місце на події")
    checked(mother.page, "seats-offer")
    mother.taps_on("Беру")
    mother.sees("Записано місця: я, 2 дитини")
    checked(mother.page, "seats-taken")
    mother.says("/moje")
    mother.taps_on("🎪")
    expect(mother.page.locator("#log .key", has_text="Буде 3 особи").last).to_be_visible(timeout=PATIENCE)
    checked(mother.page, "seats-event")
    mother.taps_on("Хто прийде")
    mother.taps_on("➖ Дитина")
    mother.taps_on("Записати: 2 особи")
    mother.sees("Залишилося 1 місце з 3")

    organiser.says("/wydarzenia")
    organiser.taps_on("Lampiony")
    organiser.sees("Zapisały się 2 osoby")
    checked(organiser.page, "seats-organiser")


def _announce(rehearsal: Rehearsal, visit: Visit, organiser: Chat) -> None:
    """The event in the group of the neighbours, with three seats."""
    organiser.sees("Odpowiada automat")
    leading = visit(rehearsal.person(ORGANISER, GROUP))
    leading.get_by_text("Prowadzenie grupy").click()
    leading.get_by_role("button", name="Dodaj Okienko").click()
    organiser.sees("Której miejscowości")
    organiser.taps_on("Starachowice")
    organiser.sees("Można ją wybrać")
    leading.close()
    organiser.says("/wydarzenie")
    organiser.sees("Jak się nazywa")
    organiser.says("Lampiony z papieru")
    organiser.sees("Gdzie?")
    organiser.says("świetlica przy ul. Szkolnej")
    organiser.sees("Kiedy?")
    organiser.says("sobota 16:00")
    organiser.taps_on("Tak")
    organiser.sees("Ile jest miejsc?")
    checked(organiser.page, "seats-how-many")
    organiser.says("trzy")
    organiser.sees("jedna liczba od 1")
    organiser.says("3")
    organiser.taps_on("Bez zdjęcia")
    organiser.taps_on("Ogłosić")
    organiser.sees("Liczba miejsc: 3")
    organiser.taps_on("do kogo")
    organiser.taps_on("Sąsiedzi")
    organiser.taps_on("Dalej")
    organiser.taps_on("Od razu")
    organiser.taps_on("Wyślij")
    organiser.sees("Przyjęte")
