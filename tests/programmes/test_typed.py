"""Programmes as offices type them, and what is asked back."""

from datetime import date, timedelta

import pytest
from sqlmodel import select

from bot.errors import OkienkoError
from bot.handlers.programmes.typed import read_programme
from bot.storage.tables import ClosingDay, Programme
from bot.texts import LANGUAGES, texts
from tests.programmes.conftest import House, local

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("said", "title", "where", "hours", "days", "people"),
    [
        (
            "Szkoła dla Rodziców, czwartki 17–19 od 7 stycznia, 8 spotkań, 15 osób, sala 3",
            "Szkoła dla Rodziców",
            ("sala 3", ""),
            "17:00–19:00",
            (8, date(2027, 1, 7), date(2027, 2, 25)),
            (1, 15),
        ),
        (
            "Klub seniora, wtorki i czwartki 15-18 od 1 grudnia do 17 grudnia, do 30 osób, świetlica w Świerżach",
            "Klub seniora",
            ("", "świetlica w Świerżach"),
            "15:00–18:00",
            (6, date(2026, 12, 1), date(2026, 12, 17)),
            (1, 30),
        ),
        (
            "Liderzy lokalni, soboty 10–14 od 12.12, 5 spotkań, 10–20 osób",
            "Liderzy lokalni",
            ("", ""),
            "10:00–14:00",
            (5, date(2026, 12, 12), date(2027, 1, 16)),
            (10, 20),
        ),
        (
            "Opiekunowie, co drugą środę 16:30-18:30 od 9 grudnia, 3 spotkania, najmniej 5 osób, najwyżej 12 osób",
            "Opiekunowie",
            ("", ""),
            "16:30–18:30",
            (3, date(2026, 12, 9), date(2027, 1, 20)),
            (5, 12),
        ),
        (
            "Школа для батьків, щочетверга 17–19 з 7 січня, 8 зустрічей, 8–15 осіб, зал 3",
            "Школа для батьків",
            ("зал 3", ""),
            "17:00–19:00",
            (8, date(2027, 1, 7), date(2027, 2, 25)),
            (8, 15),
        ),
        (
            "School for Parents, Thursdays 17-19 from 7 January, 8 meetings, 8-15 people, room 3",
            "School for Parents",
            ("room 3", ""),
            "17:00–19:00",
            (8, date(2027, 1, 7), date(2027, 2, 25)),
            (8, 15),
        ),
        (
            "Psychoedukacja, 10.12 i 17.12 godz. 17-19, 12 osób",
            "Psychoedukacja",
            ("", ""),
            "17:00–19:00",
            (2, date(2026, 12, 10), date(2026, 12, 17)),
            (1, 12),
        ),
    ],
)
def test_one_message_says_it_all(
    said: str,
    title: str,
    where: tuple[str, str],
    hours: str,
    days: tuple[int, date, date],
    people: tuple[int, int],
) -> None:
    plan = read_programme(said, TODAY, ())
    assert (plan.title, (plan.room, plan.place), plan.hours) == (title, where, hours)
    assert (len(plan.days), plan.days[0], plan.days[-1]) == days
    assert (plan.least, plan.most) == people


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ("czwartki", "programme-typed-hours"),
        ("Kurs czwartki 17–19, 8 spotkań, 15 osób", "programme-typed-since"),
        ("Kurs czwartki 17–19 od 7 stycznia, 15 osób", "programme-typed-count"),
        ("Kurs czwartki 17–19 od 7 stycznia, 8 spotkań", "programme-typed-people"),
        ("Kurs 17–19, 8 spotkań, 15 osób", "programme-typed-days"),
        ("czwartki 17–19 od 7 stycznia, 8 spotkań, 15 osób", "programme-typed-title"),
        ("Kurs czwartki 17–19 od 31 lutego, 8 spotkań, 15 osób", "roster-wrong-no-day"),
    ],
)
def test_what_is_missing_is_asked_in_one_sentence(said: str, key: str) -> None:
    with pytest.raises(OkienkoError) as raised:
        read_programme(said, TODAY, ())
    assert raised.value.key == key
    for language in LANGUAGES:
        assert texts().plain(language, key, **raised.value.values)


async def test_it_is_read_back_with_what_falls_out_and_nothing_is_there_before_the_yes(house: House) -> None:
    async with house.database.transaction() as session:
        session.add(ClosingDay(centre="kozienice", day=date(2026, 12, 29), reason="Przerwa"))
    shown = await house.types("Klub, wtorki 15–17 od 22 grudnia, 3 spotkania, 4–6 osób, świetlica")
    assert "Czy wszystko się zgadza?" in shown
    assert "3 spotkania, od 22 grudnia 2026 do 12 stycznia 2027" in shown
    assert "Wypada: wtorek 29 grudnia" in shown
    assert "najmniej 4, najwyżej 6" in shown
    draft = await house.newest()
    assert not await house.meetings(draft.id or 0)
    await house.keeper.taps("Tak, otworzyć zapisy")
    assert len(await house.meetings(draft.id or 0)) == 3


async def test_a_mistake_keeps_the_question_open(house: House) -> None:
    await house.types("Klub, wtorki 15–17 od 22 grudnia, 3 spotkania")
    (shown,) = await house.keeper.says("Klub, wtorki 15–17 od 22 grudnia, 3 spotkania, 5 osób")
    assert "Czy wszystko się zgadza?" in shown


async def test_the_hour_stays_where_the_clocks_change(house: House) -> None:
    number = await house.opens("Klub, soboty 10–12 od 20 marca, 3 spotkania, 5 osób")
    starts = [slot.starts_at for slot in await house.meetings(number)]
    # 27 March is Holy Saturday, no public holiday; in the night after it the clocks go forward.
    assert starts == [local(2027, 3, 20, 10), local(2027, 3, 27, 10), local(2027, 4, 3, 10)]
    assert starts[2] - starts[1] == timedelta(days=7) - timedelta(hours=1)


async def test_an_hour_that_there_is_not_is_said(house: House) -> None:
    shown = await house.types("Czuwanie, 28.03.2027 godz. 2:30–4, 5 osób")
    assert "zegary" in shown
    async with house.database.session() as session:
        assert not (await session.exec(select(Programme))).all()
