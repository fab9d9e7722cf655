"""A hall keeper and an organisation in a real Chromium: a request, the yes, Tuesdays until June, the calendar."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
from icalendar import Calendar
from playwright.sync_api import Page

from bot.clock import SteppedClock
from tests.web.rehearsal import Rehearsal
from tests.web.test_organiser import Chat

pytestmark = pytest.mark.timeout(400)
Visit = Callable[..., Page]
KEEPER, CIRCLE = "organiser-dobczyce", "resident-68"


@pytest.fixture
def rehearsal(tmp_path: Path, clock: SteppedClock) -> Iterator[Rehearsal]:
    with Rehearsal(tmp_path, clock) as running:
        yield running


def test_the_circle_asks_the_keeper_agrees_and_the_calendar_knows(
    rehearsal: Rehearsal, visit: Visit, clock: SteppedClock
) -> None:
    keeper = Chat(visit(rehearsal.person(KEEPER), width=360, reduced_motion="reduce"), clock)
    keeper.sees("Odpowiada automat")
    circle = Chat(visit(rehearsal.person(CIRCLE), width=360, reduced_motion="reduce"), clock)
    circle.sees("Odpowiada automat")
    circle.says("/sala")
    circle.sees("Co zarezerwować?")
    circle.taps_on("sala spotkań")
    circle.sees("Który dzień?")
    circle.says("czwartek 17–19 zebranie koła")
    circle.sees("Czy wszystko się zgadza?")
    circle.taps_on("Wysłać prośbę")
    circle.sees("Czeka na zgodę Centrum")

    keeper.sees("Nowa prośba o salę")
    keeper.taps_on("Zobaczyć")
    keeper.sees("Koło Gospodyń Wiejskich")
    keeper.taps_on("Zgoda")
    keeper.sees("Odpowiedź jest w drodze")
    circle.sees("Centrum się zgadza")

    circle.says("/sala")
    circle.taps_on("sala spotkań")
    circle.sees("Co tydzień: proszę napisać")
    circle.says("wtorki 17–19 próba chóru do czerwca")
    circle.sees("Co tydzień: tak to wygląda")
    circle.taps_on("Poprosić o")
    circle.sees("Zapisane dni")
    keeper.sees("Nowa prośba o salę co tydzień")
    keeper.taps_on("Zobaczyć")
    keeper.taps_on("Zgoda")
    keeper.sees("Zarezerwowane co tydzień")

    circle.says("/moje")
    circle.taps_on("Mój kalendarz")
    circle.sees("Wszystko w kalendarzu w telefonie")
    circle.taps_on("Zrobić link")
    circle.sees("/kalendarz/")
    said = circle.page.locator("#log .text", has_text="/kalendarz/").last.inner_text()
    link = re.search(r"http\S+\.ics", said)
    assert link
    calendar = Calendar.from_ical(httpx.get(link[0]).content)
    entries = calendar.walk("VEVENT")
    assert len(entries) > 25
    assert {str(each["SUMMARY"]) for each in entries} == {"Spotkanie w Centrum"}
    assert {str(each["STATUS"]) for each in entries} == {"CONFIRMED"}
    circle.taps_on("Nowy link")
    circle.sees("/kalendarz/", count=2)
    assert httpx.get(link[0]).status_code == 404
