"""Typed times: the table of phrases, what a moving "now" changes, and that no text breaks or slips through."""

import csv
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from itertools import islice
from pathlib import Path
from random import Random

import pytest

from bot.announcements import NotUnderstood, Rule, When, explain, read_back, understand
from bot.announcements.when_tokens import fold, lexicon
from bot.announcements.when_words import SIGNS
from bot.clock import WARSAW
from bot.texts import LANGUAGES, texts

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
"""Monday, ten in the morning in Warsaw: the present of the whole table."""
with Path(__file__).with_name("when_phrases.tsv").open(encoding="utf-8") as _file:
    ROWS = list(csv.DictReader(_file, delimiter="\t", quoting=csv.QUOTE_NONE))


def spelled(rule: Rule | None) -> str:
    """A rule as the table writes it: week/2/wd1,wd3 · month/1/1xwd1 (the first Tuesday) · month/3/15."""
    if rule is None:
        return ""
    days = ",".join(f"wd{weekday}" for weekday in rule.weekdays)
    what = f"{rule.nth}x{days}" if rule.nth else str(rule.day) if rule.day else days
    return f"{rule.unit}/{rule.step}/{what}"


def at(local: str) -> datetime:
    """The instant of a Warsaw wall clock."""
    return datetime.fromisoformat(local).replace(tzinfo=WARSAW).astimezone(UTC)


def understood(phrase: str, now: datetime = NOW) -> When:
    when = understand(phrase, now)
    assert isinstance(when, When), f"{phrase}: {when}"
    return when


def refused(phrase: str, now: datetime = NOW) -> NotUnderstood:
    refusal = understand(phrase, now)
    assert isinstance(refusal, NotUnderstood), f"{phrase}: {refusal}"
    return refusal


@pytest.mark.parametrize("row", ROWS, ids=[row["phrase"] for row in ROWS])
def test_the_table_of_phrases(row: dict[str, str]) -> None:
    found = understand(row["phrase"], NOW)
    if isinstance(found, NotUnderstood):
        assert f"!{found.key}" == row["local"]
        return
    assert f"{found.wall:%Y-%m-%d %H:%M}" == row["local"]
    assert found.start == at(row["local"])
    assert found.start >= NOW
    assert spelled(found.recurrence) == row["rule"]
    assert (found.until.isoformat() if found.until else "") == row["until"]
    assert [key.removeprefix("when-guessed-") for key in found.assumptions] == row["assumed"].split()


def test_the_table_is_large_and_says_nothing_twice() -> None:
    phrases = [row["phrase"] for row in ROWS]
    assert len(phrases) >= 150
    assert len(set(phrases)) == len(phrases)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_answer_of_the_table_can_be_said(language: str) -> None:
    say = partial(texts().plain, language)
    for row in ROWS:
        found = understand(row["phrase"], NOW)
        said = explain(found, say) if isinstance(found, NotUnderstood) else read_back(found, say, date(2026, 11, 23))
        assert said.endswith((".", "?")), said
        assert len(said) < 400


@pytest.mark.parametrize(
    ("phrase", "now", "local"),
    [
        ("w poniedziałek o 17", "2026-11-23 16:59", "2026-11-23 17:00"),
        ("w poniedziałek o 17", "2026-11-23 17:00", "2026-11-30 17:00"),
        ("o 17", "2026-11-23 18:00", "2026-11-24 17:00"),
        ("jutro o 9", "2026-12-31 23:59", "2027-01-01 09:00"),
        ("w przyszły wtorek o 9", "2026-11-29 12:00", "2026-12-01 09:00"),
        ("pierwszy wtorek miesiąca o 10", "2026-12-01 10:30", "2027-01-05 10:00"),
        ("co miesiąc 5. o 9", "2026-12-05 09:00", "2027-01-05 09:00"),
        ("jutro o 0:30", "2026-11-23 23:59", "2026-11-24 00:30"),
        ("2 stycznia o 9", "2027-01-01 12:00", "2027-01-02 09:00"),
        ("29 lutego o 9", "2028-02-01 12:00", "2028-02-29 09:00"),
        ("31. o 9", "2026-11-23 10:00", "2026-12-31 09:00"),
        ("za miesiąc o 10", "2027-01-31 12:00", "2027-02-28 10:00"),
    ],
)
def test_the_present_decides(phrase: str, now: str, local: str) -> None:
    assert understood(phrase, at(now)).start == at(local)


def test_the_local_day_counts_not_that_of_utc() -> None:
    half_past_midnight = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)
    assert understood("dziś o 17", half_past_midnight).wall.isoformat() == "2026-11-24T17:00:00"


@pytest.mark.parametrize("days_ago", [1, 30])
def test_a_date_just_passed_is_refused(days_ago: int) -> None:
    day = NOW.date() - timedelta(days=days_ago)
    assert refused(f"{day.day}.{day.month:02}. o 9").key == "when-past"


def test_a_date_long_passed_means_next_year_and_says_so() -> None:
    day = NOW.date() - timedelta(days=31)
    when = understood(f"{day.day}.{day.month:02}. o 9")
    assert when.wall.date() == day.replace(year=2027)
    assert when.assumptions == ("when-guessed-next-year",)


def test_nothing_is_ever_left_for_today_when_today_is_over() -> None:
    late = at("2026-11-23 23:30")
    assert refused("dziś o 17", late).key == "when-past"
    assert refused("dziś o 8", late).key == "when-past"
    assert refused("dziś wieczorem", late).key == "when-past"


def test_the_night_that_loses_an_hour_offers_the_next_real_one() -> None:
    refusal = refused("28 marca 2027 o 2:30 w nocy")
    offered = datetime.fromisoformat("2027-03-28 03:00")
    assert refusal == NotUnderstood("when-skipped-hour", {"hour": "2:30", "at": offered})
    assert understood("28.03.2027 03:00").start == datetime(2027, 3, 28, 1, tzinfo=UTC)


def test_the_night_that_has_an_hour_twice_takes_the_first_and_says_so() -> None:
    when = understood("31.10.2027 02:30")
    assert when.start == datetime(2027, 10, 31, 0, 30, tzinfo=UTC)
    assert when.assumptions == ("when-guessed-doubled",)


def test_hours_from_now_are_real_hours_in_the_night_of_change() -> None:
    before = datetime(2027, 10, 30, 23, 30, tzinfo=UTC)  # 1:30 of summer time
    assert understood("za 3 godziny", before).wall.isoformat() == "2027-10-31T03:30:00"


def test_what_was_not_understood_is_given_back_as_typed() -> None:
    assert refused("jutro o 17 Święto Ulicy").values == {"words": "Święto, Ulicy"}
    assert refused("jutro " * 40).key == "when-unclear"


def test_no_phrase_raises_and_none_means_the_past() -> None:
    random = Random(4)
    figures = "5 05 17 25 31. 9:30 24:00 18.30 5.12 10.12. 31/2 2026-13-40 24.12.2026 1730 0 99999"
    words = [*lexicon(), *figures.split()]
    keys = texts().keys("pl")
    understood_at_all = 0
    for _ in range(3000):
        phrase = " ".join(random.choices(words, k=random.randint(1, 6)))
        found = understand(phrase, NOW)
        if isinstance(found, When):
            understood_at_all += 1
            assert found.start >= NOW, phrase
            assert found.until is None or found.until >= found.wall.date(), phrase
            assert set(found.assumptions) <= keys
        else:
            assert found.key in keys, phrase
    assert understood_at_all > 100


def test_a_word_means_one_thing() -> None:
    meanings: dict[str, set[str]] = {}
    for sign, words in SIGNS.items():
        for word in words.split():
            meanings.setdefault(fold(word).replace("'", ""), set()).add(sign)
    assert {word: signs for word, signs in meanings.items() if len(signs) > 1} == {}


# how it repeats


def first(rule: Rule, start: date, number: int) -> list[str]:
    return [day.isoformat() for day in islice(rule.days(start), number)]


def test_months_that_are_too_short_give_their_last_day() -> None:
    assert first(Rule("month", day=31), date(2027, 1, 31), 3) == ["2027-01-31", "2027-02-28", "2027-03-31"]
    assert first(Rule("month", day=-1), date(2027, 1, 5), 2) == ["2027-01-31", "2027-02-28"]


def test_a_month_without_a_fifth_one_is_left_out() -> None:
    fifth_mondays = Rule("month", weekdays=(0,), nth=5)
    assert first(fifth_mondays, date(2026, 11, 23), 2) == ["2026-11-30", "2027-03-29"]
    assert first(Rule("month", weekdays=(4,), nth=-1), date(2026, 11, 28), 1) == ["2026-12-25"]


def test_quarters_half_years_and_years_count_from_the_start() -> None:
    start = date(2026, 11, 30)
    assert first(Rule("month", 3, day=30), start, 3) == ["2026-11-30", "2027-02-28", "2027-05-30"]
    assert first(Rule("month", 6, day=30), start, 2) == ["2026-11-30", "2027-05-30"]
    assert first(Rule("month", 12, day=30), start, 2) == ["2026-11-30", "2027-11-30"]


def test_every_second_week_counts_from_the_first_one() -> None:
    both = Rule("week", 2, (1, 3))
    assert first(both, date(2026, 11, 26), 3) == ["2026-11-26", "2026-12-08", "2026-12-10"]


# reading back


def polish(phrase: str, closed: tuple[date, ...] = ()) -> str:
    return read_back(understood(phrase), partial(texts().plain, "pl"), date(2026, 11, 23), closed=closed)


def test_a_holiday_is_named_and_asked_about() -> None:
    when = understood("24 grudnia o 17")
    said = {language: read_back(when, partial(texts().plain, language), date(2026, 11, 23)) for language in LANGUAGES}
    assert said == {
        "pl": "czwartek 24 grudnia, 17:00 – Wigilia, dzień wolny. Na pewno?",
        "uk": "четвер 24 грудня, 17:00 – Святвечір, вихідний день. Точно?",
        "en": "Thursday 24 December, 17:00 – Christmas Eve, a public holiday. Are you sure?",
    }


def test_an_ordinary_time_is_asked_about_plainly() -> None:
    assert polish("jutro 17") == "wtorek 24 listopada, 17:00. Dobrze?"
    assert polish("8 stycznia o 9").startswith("piątek 8 stycznia 2027, 9:00. ")


def test_closing_days_and_quiet_hours_are_said() -> None:
    assert polish("jutro 17", closed=(date(2026, 11, 24),)) == (
        "wtorek 24 listopada, 17:00 – Centrum jest wtedy zamknięte. Na pewno?"
    )
    assert "pora ciszy (21:00–8:00)" in polish("jutro o 21")
    assert "pora ciszy (21:00–8:00)" in polish("jutro o 7:59")
    assert "ciszy" not in polish("jutro o 20:59")
    assert "ciszy" not in polish("jutro o 8")


def test_quiet_hours_are_the_centres() -> None:
    say = partial(texts().plain, "pl")
    noon = understood("jutro o 12")
    assert "ciszy" in read_back(noon, say, NOW.date(), quiet=(time(11), time(13)))


def test_a_repetition_is_read_back_whole() -> None:
    assert polish("co tydzień w środę o 17 do 30 czerwca") == (
        "Co tydzień w środę o 17:00, ostatni dzień to środa 30 czerwca 2027; pierwszy raz: środa 25 listopada. Dobrze?"
    )


@pytest.mark.parametrize("year", range(2026, 2037))
def test_every_polish_holiday_has_a_name_of_ours(year: int) -> None:
    import holidays

    from bot.announcements import holiday

    days = holidays.country_holidays("PL", years=year)
    assert len(days) >= 13
    assert [day for day in days if holiday(day) is None] == []
    assert holiday(date(year, 12, 24)) == "when-holiday-christmas-eve"
    assert holiday(date(year, 2, 3)) is None
