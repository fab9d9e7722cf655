"""The organiser's way through the demo's stage in a real Chromium: a poster, two groups, Thursday, a correction."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from bot.clock import SteppedClock
from tests.messenger.pictures import PIXEL
from tests.web.rehearsal import Rehearsal

pytestmark = pytest.mark.timeout(400)  # a whole Okienko and a browser, also on a machine that does other things
Visit = Callable[..., Page]
PATIENCE = 60_000
"""Milliseconds."""
ORGANISER = "organiser-starachowice"
GROUPS = {"neighbours-starachowice": "resident-81", "volunteers-starachowice": "volunteer-67"}
POSTER = {"name": "plakat.png", "mimeType": "image/png", "buffer": PIXEL}


@pytest.fixture
def rehearsal(tmp_path: Path, clock: SteppedClock) -> Iterator[Rehearsal]:
    with Rehearsal(tmp_path, clock) as running:
        yield running


class Chat:
    """Somebody at a page who reads the newest message, types and taps, a few seconds for each."""

    def __init__(self, page: Page, clock: SteppedClock) -> None:
        self.page, self._clock = page, clock
        self.taps = 0

    def says(self, text: str) -> None:
        self._clock.forward(seconds=4)
        self.page.locator("#field").fill(text)
        self.page.locator("#field").press("Enter")

    def taps_on(self, words: str) -> None:
        self._clock.forward(seconds=4)
        self.taps += 1
        self.page.locator("#log .key", has_text=words).last.click()

    def sees(self, words: str, count: int | None = None) -> None:
        found = self.page.locator("#log .row", has_text=words)
        if count is None:
            expect(found.last).to_be_visible(timeout=PATIENCE)
        else:
            expect(found).to_have_count(count, timeout=PATIENCE)


def test_a_poster_goes_to_two_groups_on_thursday_and_is_corrected(
    rehearsal: Rehearsal, visit: Visit, clock: SteppedClock
) -> None:
    me = Chat(visit(rehearsal.person(ORGANISER), width=360, reduced_motion="reduce"), clock)
    me.sees("Odpowiada automat")
    for group in GROUPS:
        leading = visit(rehearsal.person(ORGANISER, group))
        leading.get_by_text("Prowadzenie grupy").click()
        leading.get_by_role("button", name="Dodaj Okienko").click()
        me.sees("Której miejscowości")
        me.taps_on("Starachowice")
        me.sees("Można ją wybrać")
        leading.close()

    me.taps, begun = 0, clock()
    me.says("/ogloszenie")
    me.sees("tak, jak wysyła się wiadomość")
    me.page.locator("#field").fill("Gry terenowe w sobotę o 11 w parku")
    me.page.locator("#picker").set_input_files(POSTER)  # type: ignore[arg-type]
    me.sees("Do kogo?")
    expect(me.page.locator("#log .key", has_text="✅")).to_have_count(0)  # nothing is chosen beforehand
    for chosen, name in enumerate(("Sąsiedzi", "Wolontariat: Starachowice"), 1):
        me.taps_on(name)
        expect(me.page.locator("#log .key", has_text="✅")).to_have_count(chosen)
    me.taps_on("Dalej")
    me.sees("Kiedy?")
    me.says("w czwartek o 17")
    me.sees("czwartek 26 listopada, 17:00. Dobrze?")
    me.taps_on("Tak, zgadza się")
    me.sees("Ostatnie spojrzenie")
    me.sees("Sąsiedzi: Starachowice (przykład), Wolontariat: Starachowice (przykład)")
    me.sees("Osoby w prywatnych rozmowach: 0")
    me.taps_on("próbnie do mnie")
    me.sees("Próbna wiadomość")
    me.sees("Osoby w prywatnych rozmowach: 0", count=1)  # below the test, with the button that sends
    me.taps_on("Zaplanuj")
    me.sees("Przyjęte")
    assert me.taps == 6
    assert (clock() - begun).total_seconds() < 60
    assert me.page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")

    clock.forward(days=3, hours=6, minutes=50)
    me.says("/ogloszenia")
    me.sees("🕒 26.11, 17:00 · Gry terenowe")
    neighbours = [visit(rehearsal.person(who, group)) for group, who in GROUPS.items()]
    for page in neighbours:
        expect(page.locator("#log")).to_contain_text("W grupie od teraz: Okienko")
        expect(page.locator("#log")).not_to_contain_text("Gry terenowe")
    clock.forward(minutes=10)
    for page in neighbours:
        arrived = page.locator("#log .row", has_text="Gry terenowe w sobotę o 11 w parku")
        expect(arrived).to_have_count(1, timeout=PATIENCE)
        expect(arrived.locator("img.photo")).to_be_visible()
        expect(arrived.locator(".key")).to_have_count(0)
    me.sees("Wysyłanie zakończone: 2 z 2")
    me.sees("dostarczono: 2")

    me.taps_on("Otwórz")
    me.sees("Wysłane · czwartek 26 listopada, 17:00")
    me.taps_on("Popraw")
    me.sees("Teraz brzmi tak")
    me.says("Gry terenowe w sobotę o 12 w parku")
    me.sees("Tak będzie wyglądać")
    me.taps_on("Popraw u wszystkich")
    for page in neighbours:
        changed = page.locator("#log .row", has_text="Gry terenowe")
        expect(changed).to_have_count(1, timeout=PATIENCE)
        expect(changed).to_contain_text("o 12 w parku", timeout=PATIENCE)
        expect(changed.locator(".foot")).to_contain_text("zmienione")
    me.taps_on("Odśwież")
    me.sees("zmieniono 2 z 2")

    me.taps_on("Cofnij")
    me.sees("Cofnąć?")
    me.taps_on("Cofnij")
    for page in neighbours:
        expect(page.locator("#log .row", has_text="Gry terenowe")).to_have_count(0, timeout=PATIENCE)


@pytest.mark.parametrize(
    ("locale", "answers"),
    [
        (
            "pl",
            {
                "24 grudnia 17": r"czwartek 24 grudnia, 17:00 – Wigilia, dzień wolny\. .*Na pewno\?",
                "31 lutego o 10": r"Takiego dnia nie ma w kalendarzu: 31\.02",
                "1 listopada 2026 o 10": r"Ten termin już minął: niedziela 1 listopada",
            },
        ),
        (
            "uk",
            {
                "24 грудня о 17": r"четвер 24 грудня, 17:00 – Святвечір",
                "31 лютого о 10": r"31\.02",
                "1 листопада 2026 о 10": r"неділя 1 листопада",
            },
        ),
    ],
)
def test_a_doubtful_day_is_told_before_anything_is_planned(
    rehearsal: Rehearsal, visit: Visit, clock: SteppedClock, locale: str, answers: dict[str, str]
) -> None:
    me = Chat(visit(rehearsal.person(ORGANISER) + f"?lang={locale}"), clock)
    me.sees("PESEL")
    me.says("/ogloszenie")
    me.sees("/anuluj")
    me.says("Piknik / Пікнік")
    me.sees("⬜")
    me.taps_on("⬜")
    me.taps_on("➜")
    for typed, answer in answers.items():
        me.says(typed)
        expect(me.page.locator("#log .theirs").last).to_contain_text(re.compile(answer), timeout=PATIENCE)
