"""Lines as an office types them, through the chat: what is understood, and what is asked again."""

from datetime import date

import pytest
from sqlmodel import select

from bot.storage import Database
from bot.storage.tables import Provider
from tests.rosters.conftest import Desk

MONDAYS = [7, 14, 21, 28]


@pytest.mark.parametrize(
    ("line", "who", "hours", "room", "days"),
    [
        ("poniedziałki 9–13 prawnik, pokój 12, co 30 min", "prawnik", "9:00–13:00", "pokój 12", MONDAYS),
        ("w każdy pierwszy wtorek miesiąca 10-12 mediator, sala nr 2", "mediator", "10:00–12:00", "sala nr 2", [1]),
        ("3, 10 i 17 grudnia 9-12 psycholog", "psycholog", "9:00–12:00", "", [3, 10, 17]),
        ("prawnik: śr 14:00-17:30, pok. 3a", "prawnik", "14:00–17:30", "pokój 3a", [2, 9, 16, 23, 30]),
        ("drugi i czwarty poniedziałek 8.30-12.00 doradca", "doradca", "8:30–12:00", "", [14, 28]),
        ("ostatni czwartek 9-12 prawnik", "prawnik", "9:00–12:00", "", [31]),
        ("od wtorku do czwartku od 9 do 11 pani Anna oprócz 9 grudnia", "pani Anna", "9:00–11:00", "", None),
        ("7–9 grudnia 9-12 psycholog", "psycholog", "9:00–12:00", "", [7, 8, 9]),
        ("10.12 9:00-12:00 psycholog, p. 4", "psycholog", "9:00–12:00", "pokój 4", [10]),
        ("щопонеділка 9–13 юрист, кімната 12, кожні 30 хв", "юрист", "9:00–13:00", "кімната 12", MONDAYS),
        ("п'ятниці 9–12 юрист крім 18 грудня", "юрист", "9:00–12:00", "", [4, 11]),
        ("every first Tuesday 10–12 mediator, room 7", "mediator", "10:00–12:00", "room 7", [1]),
        ("Mondays 9-13 lawyer", "lawyer", "9:00–13:00", "", MONDAYS),
    ],
)
async def test_a_line_is_understood(
    desk: Desk, line: str, who: str, hours: str, room: str, days: list[int] | None
) -> None:
    preview = await desk.types(line)
    assert f"➕ {', '.join(part for part in (who, hours, room) if part)}, co 30 min" in preview
    assert who in preview
    await desk.publishes(line)
    found = [duty.day.day for duty in await desk.duties()]
    assert found == (days or [1, 2, 3, 8, 10, 15, 16, 17, 22, 23, 29, 30, 31])


async def test_several_lines_at_once_and_pauses(desk: Desk) -> None:
    await desk.publishes("poniedziałki 9-10 prawnik", "wtorki 9-11 psycholog, co 45 minut, przerwa 15 min")
    found = await desk.duties()
    assert [(duty.step_minutes, duty.buffer_minutes) for duty in found[:2]] == [(45, 15), (30, 0)]
    tuesday = [slot for slot in await desk.slots() if slot.starts_at.astimezone().day == 1]
    assert [(slot.ends_at - slot.starts_at).seconds // 60 for slot in tuesday] == [45, 45]
    assert (tuesday[1].starts_at - tuesday[0].ends_at).seconds == 900


async def test_recurring_duties_leave_out_holidays_and_say_so(desk: Desk) -> None:
    preview = await desk.types("piątki 9-12 prawnik")
    assert "pt 4, pt 11, pt 18" in preview
    assert "pt 25 grudnia" in preview
    assert "Boże Narodzenie" in preview


async def test_a_named_holiday_stands_but_is_to_be_looked_at(desk: Desk) -> None:
    preview = await desk.types("25 grudnia 9-12 prawnik")
    assert "Proszę sprawdzić, to dni wolne od pracy: pt 25 grudnia" in preview


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("31 listopada 9-12 prawnik", "dnia 31.11.2026 nie ma w kalendarzu"),
        ("29 lutego 9-12 prawnik", "dnia 29.02.2026 nie ma w kalendarzu"),
        ("co drugi wtorek 9-12 prawnik", "Proszę wpisać daty"),
        ("wtorki prawnik", "nie widać godzin"),
        ("9-12 prawnik", "nie widać dnia"),
        ("wtorki 9-12", "nie widać, kto"),
        ("wtorki 25-27 prawnik", "nie widać godzin"),
        ("wtorki 12-9 prawnik", "koniec musi być po początku"),
        ("wtorki 9-12 prawnik co 400 min", "od 5 do 240 minut"),
        ("wtorki 9-9:20 prawnik", "nie zmieści się"),
        ("5 stycznia 9-12 prawnik", "nie ma tu żadnego"),
        ("11 listopada 9-12 prawnik", "w innym miesiącu"),
    ],
)
async def test_what_cannot_be_is_said_with_its_line(desk: Desk, line: str, sentence: str) -> None:
    said = await desk.types("poniedziałki 9-13 psycholog", line)
    if sentence == "nie ma tu żadnego":
        assert "Wiersz 2" in said
        return
    assert "<b>Wiersz 2:</b>" in said
    assert sentence in said
    assert "Nic nie zostało zmienione" in said
    assert "Opublikować" not in " ".join(desk.keeper.buttons)


async def test_the_same_question_stands_after_a_mistake(desk: Desk) -> None:
    await desk.types("wtorki prawnik")
    (preview,) = await desk.keeper.says("wtorki 9-12 prawnik")
    assert "➕ prawnik, 9:00–12:00" in preview


async def test_hours_of_the_night_in_which_clocks_change(desk: Desk) -> None:
    said = await desk.types("28 marca 2:30-6 prawnik", month=202703)
    assert "godziny 2:30 wtedy nie ma" in said
    said = await desk.types("31 października 2:30-6 prawnik", month=202710)
    assert "godzina 2:30 jest dwa razy" in said
    said = await desk.types("28 marca 9-12 prawnik", month=202703)
    assert "➕" in said


async def test_a_past_day_and_a_past_month(desk: Desk) -> None:
    assert "2 listopada już minął" in await desk.types("2 listopada 9-12 prawnik", month=202611)
    assert "październik 2026 już minął" in await desk.types("wtorki 9-12 prawnik", month=202610)


async def test_two_duties_at_once_of_one_adviser_or_in_one_room(desk: Desk) -> None:
    said = await desk.types("poniedziałki 9-13 prawnik", "7 grudnia 12-15 prawnik")
    assert "<b>Wiersz 2:</b> prawnik ma dwa dyżury naraz: pn 7 grudnia, 12:00–15:00 i 9:00–13:00 (wiersz 1)" in said
    said = await desk.types("poniedziałki 9-13 prawnik, pokój 12", "poniedziałki 12-15 psycholog, pokój 12")
    assert "<b>Wiersz 2:</b> pokój 12: dwa dyżury naraz w jednym miejscu" in said
    assert said.count("Wiersz") == 1  # not once a week


async def test_back_to_back_is_fine(desk: Desk) -> None:
    assert "➕" in await desk.types("poniedziałki 9-13 prawnik, pokój 12", "poniedziałki 13-15 psycholog, pokój 12")


async def test_an_unknown_adviser_is_offered_to_be_added(desk: Desk, database: Database) -> None:
    preview = await desk.types("wtorki 9-12 prawnik")
    assert "Tej osoby jeszcze nie ma: <b>prawnik</b>" in preview
    assert "Opublikować" not in " ".join(desk.keeper.buttons)
    button = next(b for row in desk.keeper.screen.reply_markup.inline_keyboard for b in row if "Dodać" in b.text)
    await desk.keeper.taps("Dodać: prawnik")
    await desk.keeper.presses(button.callback_data)  # a second tap adds nobody else
    assert "✅ Opublikować" in desk.keeper.buttons
    async with database.session() as session:
        assert [each.name for each in (await session.exec(select(Provider))).all()] == ["prawnik"]
    preview = await desk.types("środy 9-12 Prawnik")
    assert "jeszcze nie ma" not in preview


async def test_a_service_is_chosen_where_it_may_be_several(desk: Desk, newcomer, database, clock) -> None:  # type: ignore[no-untyped-def]
    from bot.storage.tables import Role

    keeper = await newcomer(centre="dobczyce", role=Role.CLERK)
    other = Desk(keeper, database, clock)
    said = await other.types("wtorki 9-12 prawnik")
    assert "Której usługi to dotyczy" in said
    await keeper.taps("Dyżury ekspertów")
    await keeper.taps("Dodać")
    await keeper.taps("Opublikować")
    assert {duty.service for duty in await other.duties()} == {"dobczyce/dyzury-ekspertow"}
    said = await other.types("środy 9-12 prawnik", "punkt-wsparcia-rodzin: czwartki 9-12 psycholog")
    assert "Której usługi" not in said  # the lawyer's is known, the psychologist's was said


async def test_who_stops_typing_is_asked_nothing_more(desk: Desk) -> None:
    await desk.keeper.presses("rt:202612")
    await desk.keeper.says("/anuluj")
    (answer,) = await desk.keeper.says("wtorki 9-12 prawnik")
    assert "Podgląd" not in answer
    assert await desk.duties() == []


async def test_days_left_of_this_month_only(desk: Desk) -> None:
    await desk.publishes("poniedziałki 8-12 prawnik", month=202611)
    assert [duty.day for duty in await desk.duties()] == [date(2026, 11, 23), date(2026, 11, 30)]
    # It is ten o'clock: what began earlier today cannot be booked any more.
    assert len([slot for slot in await desk.slots() if slot.starts_at.day == 23]) == 3
