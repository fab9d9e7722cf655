"""One typed line of the desk: when, to whom, who, which number, in whichever order."""

from datetime import datetime

import pytest

from bot.clock import SteppedClock
from bot.handlers.counter.typed import read_line, read_person
from bot.places.topics import Topic
from bot.storage.tables import Provider

ADVISERS = [Provider(centre="k", name="prawnik"), Provider(centre="k", name="psycholog")]
TOPICS = {Topic.DEBTS: ("długi", "zadłużenie")}


@pytest.mark.parametrize(
    ("line", "name", "phone", "when", "who"),
    [
        ("jutro 10 prawnik Kowalska 600 000 000", "Kowalska", "600000000", "24.11 10:00", "prawnik"),
        ("Kowalska jutro 10:30 do prawnika tel. 600-000-000", "Kowalska", "600000000", "24.11 10:30", "prawnik"),
        ("A. K. 3 grudnia o 9 psycholog +48 600 000 000", "A. K.", "+48600000000", "03.12 09:00", "psycholog"),
        ("W.Z. jutro 10 psychologa", "W.Z.", None, "24.11 10:00", "psycholog"),
        ("W. Z. jutro 10", "W. Z.", None, "24.11 10:00", None),
        ("jutro 10 Piątek", "Piątek", None, "24.11 10:00", None),
        ("Jan Sobota piątek 9", "Jan Sobota", None, "27.11 09:00", None),
        ("śr 9:30 długi J.N.", "J.N.", None, "25.11 09:30", None),
        ("Ковальська завтра 10", "Ковальська", None, "24.11 10:00", None),
        ("Nowak 600000000", "Nowak", "600000000", None, None),
        ("Zając-Brzęk", "Zając-Brzęk", None, None, None),
    ],
)
def test_a_line(
    line: str, name: str, phone: str | None, when: str | None, who: str | None, clock: SteppedClock
) -> None:
    read = read_line(line, clock(), ADVISERS, TOPICS)
    assert (read.name, read.phone) == (name, phone)
    assert (f"{read.when.wall:%d.%m %H:%M}" if read.when else None) == when
    assert (read.provider.name if read.provider else None) == who
    assert read.topic == (Topic.DEBTS if "długi" in line else None)


def test_a_day_without_an_hour(clock: SteppedClock) -> None:
    read = read_line("Nowak w czwartek", clock(), ADVISERS, TOPICS)
    assert not read.hour_said
    assert read.when
    assert read.when.wall.date() == datetime(2026, 11, 26).date()  # noqa: DTZ001


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Kowalska 600 100 200", ("Kowalska", "600100200")),
        ("A.K.", ("A.K.", None)),
        ("+48 600-100-200, Nowak", ("Nowak", "+48600100200")),
        ("   ", ("", None)),
        ("x" * 5000, ("x" * 120, None)),
    ],
)
def test_a_person(text: str, person: tuple[str, str | None]) -> None:
    assert read_person(text) == person
