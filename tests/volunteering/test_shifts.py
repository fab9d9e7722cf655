"""Shifts typed, sent as a file, changed and called off; the coordinator's week."""

import io
import zipfile
from collections.abc import Sequence
from datetime import date, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from bot.catalogue.loading import load, load_examples
from bot.clock import SteppedClock
from bot.places.hours import local as on_clocks
from bot.storage.tables import ClosingDay, Role
from bot.volunteering import examples
from bot.volunteering.words import Age
from tests.booking.conftest import account_of
from tests.conversations.people import Person
from tests.events.conftest import Postman
from tests.volunteering.conftest import SATURDAY, TUESDAY, House, Newcomer, alert_of, local

DATA = Path(__file__).parents[2] / "data"
HEAD = ("data", "od", "do", "co robić", "miejsce", "osób")


async def test_the_line_of_the_office_becomes_a_season(house: House) -> None:
    preview = await house.types("wtorki 15:30-17 korepetycje, świetlica, 3 osoby, do końca czerwca")
    assert (
        "wtorek 24 listopada, wtorek 1 grudnia, wtorek 8 grudnia … wtorek 29 czerwca, 15:30–17:00: 32 dyżury" in preview
    )
    assert "📍 świetlica" in preview
    assert "od 1 do 3" in preview
    assert "Bez osoby na miejscu" in preview
    assert "1. z dziećmi: tak" in house.coordinator.buttons
    (said, *_) = await house.coordinator.taps("Opublikować")
    assert "32 dyżury" in said
    slots = await house.slots()
    assert len(slots) == 32
    slot, shift = slots[0]
    assert (slot.title, slot.place, slot.seats, shift.least) == ("korepetycje", "świetlica", 3, 1)
    assert shift.with_children
    assert shift.season_id == slots[-1][1].season_id is not None
    # Christmas and the days around it: no Tuesday, so none is missing; the wall clock stays in summer.
    assert {on_clocks(slot.starts_at).time() for slot, _ in slots} == {time(15, 30)}
    assert len({slot.starts_at.time() for slot, _ in slots}) == 2


async def test_a_season_over_christmas_leaves_out_days_off_and_says_so(house: House) -> None:
    async with house.database.transaction() as session:
        session.add(ClosingDay(centre="kozienice", day=date(2026, 12, 18), reason="remont"))
    preview = await house.types("piątki 16-18 odwiedziny u seniorów, klub, 2-4 osoby, do 15 stycznia")
    assert "Pominięte dni wolne: piątek 18 grudnia, piątek 25 grudnia" in preview
    assert "Boże Narodzenie" in preview
    await house.coordinator.taps("Opublikować")
    days = [on_clocks(slot.starts_at).date() for slot, _ in await house.slots()]
    assert days == [date(2026, 11, 27), date(2026, 12, 4), date(2026, 12, 11), date(2027, 1, 8), date(2027, 1, 15)]


async def test_a_season_over_the_night_in_which_clocks_change(house: House) -> None:
    await house.types("niedziele 15-17 spacery z psami, schronisko, 2 osoby, od 14 marca do 11 kwietnia")
    await house.coordinator.taps("Opublikować")
    spans = [(on_clocks(slot.starts_at), slot.ends_at - slot.starts_at) for slot, _ in await house.slots()]
    # Easter Sunday is 28 March 2027, in whose night the clocks change: a day off, left out.
    assert [at.date().day for at, _ in spans] == [14, 21, 4, 11]
    assert {at.time() for at, _ in spans} == {time(15)}
    assert {length for _, length in spans} == {timedelta(hours=2)}
    said = await house.types("31 października 2027 2:30-4 dyżur nocny, hala, 2 osoby")
    assert "godzina 2:30 jest dwa razy" in said
    said = await house.types("28 marca 2027 2:30-4 dyżur nocny, hala, 2 osoby")
    assert "godziny 2:30 wtedy nie ma" in said


@pytest.mark.parametrize(
    "said",
    [
        "od 13 marca 2027 do 10 kwietnia 2027",
        "od 13.03.2027 do 10.04.2027",
        "від 13 березня 2027 до 10 квітня 2027",
        "from 13 March 2027 to 10 April 2027",
        "od 13 marca do 10 kwietnia",
    ],
)
async def test_a_season_from_one_day_to_another_has_both(house: House, said: str) -> None:
    await house.types(f"soboty 10 do 12 spacery z psami, schronisko, od 2 do 3 osób, {said}")
    await house.coordinator.taps("Opublikować")
    found = await house.slots()
    assert [f"{on_clocks(slot.starts_at):%-d.%-m}" for slot, _ in found] == ["13.3", "20.3", "27.3", "3.4", "10.4"]
    assert {(slot.seats, shift.least) for slot, shift in found} == {(3, 2)}


async def test_everything_in_a_line_finds_its_place(house: House) -> None:
    preview = await house.types(
        "12 grudnia 10-13 pakowanie paczek, magazyn przy ul. Lipowej, 4-8 osób, wygodne buty, dorośli, "
        "odpowiada Anna Nowak tel. 600 100 200",
        "w soboty 9.30-11 spacery z psami, schronisko, min. 2 os., od 1 grudnia do 20.12 oprócz 12 grudnia",
        "щовівторка 16-18 репетиторство, світлиця, 3 особи, до кінця грудня",
    )
    assert "Na miejscu: Anna Nowak, tel. 600 100 200" in preview
    assert "📌 wygodne buty" in preview
    assert "Tylko dla osób od 18 lat" in preview
    await house.coordinator.taps("Opublikować")
    slots = {slot.title: (slot, shift) for slot, shift in await house.slots()}
    slot, shift = slots["pakowanie paczek"]
    assert (slot.place, slot.seats, shift.least, shift.phone) == ("magazyn przy ul. Lipowej", 8, 4, "600 100 200")
    assert shift.adults_only
    dogs = [on_clocks(slot.starts_at) for slot, _ in await house.slots() if slot.title == "spacery z psami"]
    assert [(at.day, at.hour, at.minute) for at in dogs] == [(5, 9, 30), (19, 9, 30)]
    assert len([slot for slot, _ in await house.slots() if slot.title == "репетиторство"]) == 6


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("wtorki korepetycje, świetlica, do końca czerwca", "nie widać godzin"),
        ("15-17 korepetycje, świetlica", "nie widać dnia"),
        ("wtorki 15-17 korepetycje, świetlica, 3 osoby", "do kiedy"),
        ("wtorki 15-17 korepetycje, do końca czerwca", "gdzie to jest"),
        ("wtorki 15-17, do końca czerwca", "co trzeba robić"),
        ("wtorki 17-15 korepetycje, świetlica, do końca czerwca", "koniec musi być po początku"),
        ("31 listopada 15-17 paczki, hala", "dnia 31.11.2026 nie ma w kalendarzu"),
        ("12 grudnia 15-17 paczki, hala, 5-2 osób", "liczba osób nie jest dobra"),
        ("12 grudnia 15-17 paczki, hala, 500 osób", "liczba osób nie jest dobra"),
        ("12 listopada 2026 15-17 paczki, hala", "już minął"),
        ("co drugi wtorek 15-17 paczki, hala, do końca czerwca", "Proszę wpisać daty"),
        ("piątki 16-18 odwiedziny, klub, od 25 grudnia do 26 grudnia", "ani jednego dnia"),
        ("wtorki 15-17 paczki, hala, do końca czerwca 2031", "najwyżej na rok"),
    ],
)
async def test_what_cannot_be_is_said_in_one_sentence_and_nothing_is_made(
    house: House, line: str, sentence: str
) -> None:
    said = await house.types("5 grudnia 9-11 paczki, hala", line)
    assert said.count("Wiersz") == 1
    assert "<b>Wiersz 2:</b>" in said
    assert sentence in said
    assert not any("Opublikować" in label for label in house.coordinator.buttons)
    assert await house.slots() == []


async def test_what_was_guessed_is_turned_by_a_tap_and_published_once(house: House) -> None:
    await house.types("5 grudnia 9-11 korepetycje, świetlica")
    await house.coordinator.taps("z dziećmi: tak")
    assert "1. z dziećmi: nie" in house.coordinator.buttons
    publish = next(
        b.callback_data
        for row in house.coordinator.screen.reply_markup.inline_keyboard
        for b in row
        if "Opub" in b.text
    )  # type: ignore[union-attr]
    await house.coordinator.presses(publish)
    await house.coordinator.presses(publish)
    assert "już opublikowane" in alert_of(house.coordinator)
    ((_, shift),) = await house.slots()
    assert not shift.with_children


def workbook(*rows: Sequence[Any]) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


async def preview_of(house: House, name: str, content: bytes, postman: Postman) -> str:
    (answer,) = await house.sends(name, content)
    assert "Czytam plik" in answer
    await house.reads()
    await postman.round()
    sent = postman.to(house.coordinator)[-1]
    data = sent.call.arguments["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    return (await house.coordinator.presses(data))[0]


async def test_a_workbook_becomes_shifts(house: House, postman: Postman) -> None:
    content = workbook(
        (*HEAD, "najmniej", "kto na miejscu", "telefon", "z dziećmi", "co tydzień do"),
        ("2026-12-05", "9:00", "11:00", "Paczki", "hala", 6, 3, "Anna Nowak", "600 100 200", "nie", ""),
        ("1.12.2026", "15:30", "17", "Korepetycje", "świetlica", 3, "", "", "", "", "2026-12-31"),
    )
    preview = await preview_of(house, "dyzury.xlsx", content, postman)
    assert "Anna Nowak" in preview
    await house.coordinator.taps("Opublikować")
    assert [(slot.title, slot.seats) for slot, _ in await house.slots()] == [
        *[("Korepetycje", 3), ("Paczki", 6)],
        *[("Korepetycje", 3)] * 4,
    ]


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", b"0" * 60_000_000)
    return out.getvalue()


def many_rows() -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for _ in range(100_001):
        sheet.append(("2026-12-07",))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


ROW = ("2026-12-05", "9", "11", "Paczki", "hala")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (workbook(HEAD, (*ROW, "=SUM(A1:A9)")), "<b>Wiersz 2:</b> tu stoi formuła"),
        (workbook(("data", "godzina", "kto")), "W pliku brakuje kolumn: „od”, „do”, „co robić”, „miejsce”, „osób”"),
        (workbook(HEAD, (*ROW, "dużo")), "„dużo” to nie liczba osób"),
        (workbook(HEAD, ("jutro", *ROW[1:], 3)), "„jutro” to nie data"),
        (workbook(HEAD, ("2026-12-05", "9", "rano", "Paczki", "hala", 3)), "„rano” to nie godzina"),
        (workbook(HEAD), "nie ma tu żadnego dyżuru"),
        (b"PK\x03\x04nonsense", "nie jest skoroszyt Excela"),
        pytest.param(bomb(), "za duży", id="bomb"),
        pytest.param(many_rows(), "za dużo wierszy", id="100,001 rows"),
    ],
)
async def test_a_file_that_cannot_be_is_answered_in_one_sentence(
    house: House, postman: Postman, content: bytes, sentence: str
) -> None:
    preview = await preview_of(house, "dyzury.xlsx", content, postman)
    assert "Jedna rzecz do poprawienia" in preview
    assert sentence in preview
    assert await house.slots() == []


async def test_another_sort_of_file_is_refused(house: House) -> None:
    assert "plik .xlsx albo .csv" in (await house.sends("dyzury.pdf", b"%PDF"))[0]


async def test_the_week_marks_what_lacks_people_and_the_coordinator_is_told(
    house: House, resident: Person, newcomer: Newcomer, postman: Postman, clock: SteppedClock
) -> None:
    stranger = await newcomer(centre="dobczyce", role=Role.ORGANISER)
    await house.profile(resident)
    (slot,) = await house.shift(SATURDAY, least=2, most=4)
    (enough,) = await house.shift(SATURDAY, title="Festyn", opens=time(9), closes=time(10))
    await resident.presses(f"vb:{slot}:0")
    await resident.presses(f"vb:{enough}:0")
    (week,) = await house.coordinator.says("/zmiany")
    assert "⚠️ 15:30 Paczki: 1 z 4, potrzeba 2" in week
    assert "\n9:00 Festyn: 1 z 3" in week
    await house.watches()
    await postman.round()
    assert postman.to(house.coordinator) == []  # five days ahead
    clock.now = local(2026, 11, 26, 16)
    for _ in range(2):
        await house.watches()
        await postman.round()
    (told,) = postman.to(house.coordinator)
    assert "Za mało osób: 1, potrzeba co najmniej 2" in told.words
    assert postman.to(stranger) == []


async def test_who_is_enough_meanwhile_is_not_reported(
    house: House, resident: Person, postman: Postman, clock: SteppedClock
) -> None:
    await house.profile(resident)
    (slot,) = await house.shift(TUESDAY)
    await house.watches()
    await resident.presses(f"vb:{slot}:0")
    await postman.round()
    assert postman.to(house.coordinator) == []


async def test_of_two_coordinators_one_wins_and_the_other_is_told(house: House, newcomer: Newcomer) -> None:
    other = await newcomer(role=Role.CLERK)
    (slot,) = await house.shift(SATURDAY)
    for person in (house.coordinator, other):
        await person.presses(f"vk:{slot}")
        await person.taps("Miejsce")
    (first,) = await house.coordinator.says("hala sportowa")
    assert "Zmienione" in first
    (second,) = await other.says("biblioteka")
    assert "Ktoś zmienił to chwilę wcześniej" in second
    assert "📍 hala sportowa" in second
    ((seen, shift),) = await house.slots()
    assert (seen.place, shift.version) == ("hala sportowa", 1)
    # Looked at again, the change of the second one goes through.
    await other.taps("Miejsce")
    assert "📍 biblioteka" in (await other.says("biblioteka"))[0]


async def test_who_signed_up_hears_of_another_place_but_not_of_more_seats(
    house: House, resident: Person, postman: Postman
) -> None:
    await house.profile(resident)
    (slot,) = await house.shift(SATURDAY)
    await resident.presses(f"vb:{slot}:0")
    await house.coordinator.presses(f"vk:{slot}")
    await house.coordinator.taps("Ile osób")
    await house.coordinator.says("2-6")
    await postman.round()
    assert postman.to(resident) == []
    await house.coordinator.taps("Miejsce")
    await house.coordinator.says("hala sportowa")
    await postman.round()
    (told,) = postman.to(resident)
    assert "Zmiana dyżuru" in told.words
    assert "hala sportowa" in told.words


async def test_another_place_is_told_although_more_seats_follow_at_once(
    house: House, resident: Person, postman: Postman
) -> None:
    await house.profile(resident)
    (slot,) = await house.shift(SATURDAY)
    await resident.presses(f"vb:{slot}:0")
    await house.coordinator.presses(f"vk:{slot}")
    for button, said in (("Miejsce", "biblioteka"), ("Miejsce", "hala sportowa"), ("Ile osób", "2-6")):
        await house.coordinator.taps(button)
        await house.coordinator.says(said)
    await postman.round()
    (told,) = postman.to(resident)
    assert "hala sportowa" in told.words


@pytest.mark.parametrize(
    ("button", "typed", "sentence"),
    [
        ("Osoba i telefon", "Anna Nowak", "Potrzebne są nazwisko i telefon"),
        ("Osoba i telefon", "600 100 200", "Potrzebne są nazwisko i telefon"),
        ("Ile osób", "dużo", "to nie liczba osób"),
        ("Ile osób", "5-2", "liczba osób nie jest dobra"),
        ("Ile osób", "0", "liczba osób nie jest dobra"),
        ("Miejsce", "x" * 201, "gdzie to jest"),
    ],
)
async def test_a_change_that_cannot_be_is_said_and_the_question_stands(
    house: House, button: str, typed: str, sentence: str
) -> None:
    (slot,) = await house.shift(SATURDAY)
    await house.coordinator.presses(f"vk:{slot}")
    await house.coordinator.taps(button)
    assert sentence in (await house.coordinator.says(typed))[0]
    good = {"Osoba i telefon": "Jan Kowal 700 200 300", "Ile osób": "2-4", "Miejsce": "hala"}[button]
    assert "Zmienione" in (await house.coordinator.says(good))[0]


async def test_fewer_places_than_people_are_refused(house: House, newcomer: Newcomer) -> None:
    (slot,) = await house.shift(SATURDAY)
    for _ in range(2):
        person = await newcomer()
        await house.profile(person)
        await person.presses(f"vb:{slot}:0")
    await house.coordinator.presses(f"vk:{slot}")
    await house.coordinator.taps("Ile osób")
    assert "Zapisane są już 2 osoby" in (await house.coordinator.says("1"))[0]


async def test_a_change_for_the_rest_of_the_season(house: House) -> None:
    season = await house.shift(
        SATURDAY, SATURDAY + timedelta(days=7), SATURDAY + timedelta(days=14), adult="", phone=""
    )
    await house.coordinator.presses(f"vk:{season[1]}")
    await house.coordinator.taps("Osoba i telefon")
    await house.coordinator.taps("Ten i następne")
    await house.coordinator.says("Jan Kowal 700 200 300")
    assert [shift.adult for _, shift in await house.slots()] == ["", "Jan Kowal", "Jan Kowal"]


async def test_work_with_children_now_gives_back_who_was_not_checked(
    house: House, resident: Person, postman: Postman
) -> None:
    await house.profile(resident)
    (slot,) = await house.shift(SATURDAY)
    await resident.presses(f"vb:{slot}:0")
    await house.coordinator.presses(f"vk:{slot}")
    await house.coordinator.taps("To praca z dziećmi")
    assert await house.seats(slot) == 0
    await postman.round()
    assert "sprawdzić rejestry" in postman.to(resident)[-1].words


async def test_a_shift_called_off_is_told_and_offers_no_meeting(
    house: House, resident: Person, postman: Postman
) -> None:
    await house.profile(resident)
    season = await house.shift(SATURDAY, SATURDAY + timedelta(days=7))
    await resident.presses(f"vb:{season[0]}:0")
    await house.coordinator.presses(f"vk:{season[0]}")
    await house.coordinator.taps("Odwołać")
    await house.coordinator.taps("Ten i następne")
    (said, *_) = await house.coordinator.taps("Tak, odwołać")
    assert "Odwołane dyżury: 2, zapisane osoby: 1" in said
    await postman.round()
    (told,) = postman.to(resident)
    assert "ten dyżur się nie odbędzie" in told.words
    (seen,) = await resident.presses(f"vb:{season[0]}:0")
    assert "już nie ma" in seen


@pytest.mark.parametrize("command", ["/zmiany", "/wolontariusze"])
async def test_the_commands_are_for_coordinators(
    house: House, newcomer: Newcomer, resident: Person, command: str
) -> None:
    adviser = await newcomer(role=Role.ADVISER)
    for outsider in (resident, adviser):
        assert "koordynacja wolontariatu" in (await outsider.says(command))[0]


@pytest.mark.parametrize(
    "data",
    [
        *("vk:{s}", "ve:{s}:0:place:0:0", "ve:{s}:0:children:0:0", "ve:{s}:0:off:0:1", "vc:{b}:0", "vc:{b}:-1"),
        *("vd:{d}", "vdt:{d}:0:children", "vdp:{d}"),
    ],
)
async def test_a_coordinator_of_another_centre_touches_nothing(
    house: House, newcomer: Newcomer, resident: Person, clock: SteppedClock, data: str
) -> None:
    await house.profile(resident)
    await house.types("5 grudnia 9-11 paczki, hala")
    draft = house.coordinator.screen.reply_markup.inline_keyboard[-2][0].callback_data.split(":")[1]  # type: ignore[union-attr]
    (slot,) = await house.shift(TUESDAY)
    await resident.presses(f"vb:{slot}:0")
    clock.now = local(2026, 11, 24, 18) if data.startswith("vc") else clock.now
    stranger = await newcomer(centre="dobczyce", role=Role.ORGANISER)
    for outsider in (stranger, resident):
        await outsider.presses(data.format(s=slot, b=1, d=draft))
        assert "koordynacja wolontariatu" in alert_of(outsider)
    ((seen, shift),) = await house.slots()
    assert (seen.withdrawn_at, shift.version, shift.with_children) == (None, 0, False)
    assert await house.seats(slot) == 1


async def test_who_stops_typing_is_asked_nothing_more(house: House) -> None:
    await house.coordinator.presses("vt")
    await house.coordinator.says("/anuluj")
    (answer, *_) = await house.coordinator.says("5 grudnia 9-11 paczki, hala")
    assert "Podgląd" not in answer


async def test_the_demo_has_shifts_and_volunteers_once_and_marks_them(house: House, resident: Person) -> None:
    example = load_examples(DATA, load(DATA))["kozienice"]
    account = await account_of(house.database, resident)
    for _ in range(2):
        async with house.database.transaction() as session:
            await examples.settle(
                session, house.clock(), "kozienice", example.shifts, example.people, {"volunteer-16": account}
            )
    slots = await house.slots()
    assert len(slots) == 22  # three a week, but for Christmas Eve and the day after Christmas
    assert all(shift.example for _, shift in slots)
    (volunteer,) = await house.volunteers()
    assert volunteer.age == Age.OLDER
    assert "przykład" in (await house.coordinator.says("/zmiany"))[0]
