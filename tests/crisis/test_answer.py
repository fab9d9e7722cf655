"""What is said to somebody in danger: numbers first, the truth about who reads, nothing else."""

from pathlib import Path

import pytest

from bot.catalogue.crisis import Answer, Net, answer
from bot.catalogue.model import Phone, Text
from bot.texts import LANGUAGES, texts

DATA = Path(__file__).parents[2] / "data"
NET = Net.load(DATA)


def _answer(text: str, *, reads: bool = False, phones: tuple[Phone, ...] = ()) -> Answer:
    caught = NET.catch(text)
    assert caught is not None
    return answer(caught, centre_crisis_phones=phones, somebody_reads_now=reads)


def test_nobody_is_promised_who_does_not_read() -> None:
    for reads, key in ((False, "crisis-nobody-reads"), (True, "crisis-somebody-reads")):
        closing = _answer("nie chcę żyć", reads=reads).closing
        assert [part for part in closing if part.endswith("-reads")] == [key]
    assert "Teraz nikt z Centrum tego nie czyta" in texts().plain("pl", "crisis-nobody-reads")


def test_the_centres_night_shelter_stands_right_after_112() -> None:
    shelter = Phone(number="41 271 00 00", description=Text(pl="noclegownia"))
    lines = _answer("nie mam gdzie spać, mróz", phones=(shelter,)).lines
    assert [line.number for line in lines] == ["112", "41 271 00 00"]
    assert lines[1].note is not None
    assert texts().plain("pl", lines[1].text, note=lines[1].note.in_("pl")) == "noclegownia"


def test_without_numbers_of_its_own_the_centre_is_not_mentioned() -> None:
    assert [line.number for line in _answer("nie mam gdzie spać, mróz").lines] == ["112"]


def test_where_minutes_count_only_112_is_said() -> None:
    said = _answer("mama nie oddycha")
    assert [line.number for line in said.lines] == ["112"]
    assert said.closing == ("crisis-nobody-reads",)


def test_who_cannot_call_is_shown_where_to_write() -> None:
    said = _answer("mąż mnie bije")
    assert "https://116sos.pl" in [line.url for line in said.lines]
    assert said.closing == ("crisis-leave-no-trace", "crisis-nobody-reads")  # the chat is among the lines


def test_a_guess_is_said_as_a_guess() -> None:
    assert _answer("nie daję już rady").opening[0] == "crisis-maybe"
    assert _answer("chcę się zabić").opening == ("crisis-suicide",)


def test_a_child_is_spoken_to_as_a_child() -> None:
    assert _answer("mam 13 lat, tata mnie bije").opening == ("crisis-violence-child",)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("group", NET.rules.groups, ids=lambda group: group.kind)
def test_all_that_may_be_said_exists_in_each_language(group: object, language: str) -> None:
    phones = (
        Phone(number="41 271 00 00"),
        Phone(number="41 271 00 01", description=Text(pl="noclegownia")),
    )
    for text in group.caught_examples:  # type: ignore[attr-defined]
        for reads in (False, True):
            said = _answer(text, reads=reads, phones=phones)
            for key in (*said.opening, *said.closing):
                assert texts().html(language, key)
            for line in said.lines:
                assert texts().html(language, line.text, note=line.note.in_(language) if line.note else "")
                assert line.number or line.url


def test_every_line_says_where_and_when_it_was_read() -> None:
    for line in NET.rules.lines:
        assert line.source
        assert line.checked_on.year >= 2024
    assert not {"116 000", "22 668 70 00"} & {line.number for line in NET.rules.lines}
