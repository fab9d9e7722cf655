"""A sick adviser at five past seven, and days on which the centre is closed."""

from datetime import UTC, date, datetime

import pytest

from bot.clock import SteppedClock
from bot.storage.tables import Role
from tests.conversations.people import Person
from tests.events.conftest import Postman
from tests.rosters.conftest import Desk, Newcomer, alert_of


@pytest.fixture
async def morning(roster: Desk, clock: SteppedClock) -> Desk:
    """Thursday 3 December, 7:05: the psychologist is on from nine."""
    clock.now = datetime(2026, 12, 3, 6, 5, tzinfo=UTC)
    return roster


async def test_one_command_one_yes_and_each_is_told_once(
    roster: Desk, newcomer: Newcomer, postman: Postman, clock: SteppedClock
) -> None:
    slots = await roster.slots()
    people = [await newcomer() for _ in range(2)]
    for person, slot in zip(people, slots, strict=False):
        await roster.books(person, slot)
    await roster.writes_down("pani J.", slots[2])
    adviser, clerk = await newcomer(), await newcomer(role=Role.CLERK)
    await roster.adviser_is("psycholog", adviser)
    clock.now = datetime(2026, 12, 3, 6, 5, tzinfo=UTC)
    postman.sent.clear()

    (preview,) = await roster.keeper.says("/nieobecnosc psycholog dziś")
    assert "Odwołać dyżury: <b>psycholog</b>, czw 3 grudnia?" in preview
    assert "Zmiana dotyczy 3 zapisów." in preview
    assert "1 osoba bez komunikatora: trzeba zadzwonić." in preview
    (done,) = await roster.keeper.taps("Odwołać")
    assert "Wiadomość dostają 2 osoby" in done
    assert "Do 1 osoby trzeba zadzwonić" in done

    await postman.round()  # five past seven: quiet hours, but today is urgent
    for person in people:
        (sent,) = [each for each in postman.to(person) if each.labels]
        assert any("czwartek 10 grudnia" in label for label in sent.labels)
        assert "psycholog" not in sent.words
    (call,) = await roster.calls()
    assert call.reason == "called-off"
    assert all(slot.starts_at.date() != date(2026, 12, 3) for slot in await roster.slots())

    clock.now = datetime(2026, 12, 3, 7, 1, tzinfo=UTC)
    await postman.round()
    for staff in (adviser, clerk):
        assert any("psycholog: dyżur odwołany (czwartek 3 grudnia)" in each.words for each in postman.to(staff))
    assert not any("dyżur odwołany" in each.words for each in postman.to(roster.keeper))  # did it and knows


async def test_the_offered_hour_is_taken_in_one_tap(roster: Desk, resident: Person, postman: Postman) -> None:
    booked = await roster.books(resident, (await roster.slots())[0])
    await roster.keeper.says("/nieobecnosc psycholog 3 grudnia")
    await roster.keeper.taps("Odwołać")
    await postman.round()
    (sent,) = [each for each in postman.to(resident) if each.labels]
    offered = sent.call.arguments["reply_markup"]["inline_keyboard"][0][0]
    await resident.presses(offered["callback_data"])
    (live,) = [each for each in await roster.bookings() if each.seat_no]
    assert live.code == booked.code


async def test_chosen_by_buttons_and_longer_than_a_day(roster: Desk) -> None:
    (who,) = await roster.keeper.says("/nieobecnosc")
    assert "Czyje" in who
    await roster.keeper.taps("psycholog")
    assert [label for label in roster.keeper.buttons if "grudnia" in label] == [
        "czw 3 grudnia",
        "czw 10 grudnia",
        "czw 17 grudnia",
    ]
    await roster.keeper.taps("czw 3")
    (preview,) = await roster.keeper.taps("Także czw 10")
    assert "czw 3 grudnia, czw 10 grudnia" in preview
    await roster.keeper.taps("Odwołać")
    assert [duty.day.day for duty in await roster.duties() if duty.day.weekday() == 3] == [17]
    assert len([duty for duty in await roster.duties() if duty.day.weekday() == 0]) == 4  # the lawyer is well


async def test_tapped_twice_or_late_it_is_done_once(morning: Desk, resident: Person, postman: Postman) -> None:
    await morning.books(resident, (await morning.slots())[0])
    await morning.keeper.says("/nieobecnosc psycholog dziś")
    yes = next(b for row in morning.keeper.screen.reply_markup.inline_keyboard for b in row if "Odwołać" in b.text)
    await morning.keeper.presses(yes.callback_data)
    await morning.keeper.presses(yes.callback_data)
    assert "nie ma już nic do odwołania" in alert_of(morning.keeper)
    await postman.round()
    assert len([each for each in postman.to(resident) if each.labels]) == 1


async def test_somebody_booked_after_the_preview(morning: Desk, resident: Person) -> None:
    await morning.keeper.says("/nieobecnosc psycholog dziś")
    await morning.books(resident, (await morning.slots())[0])
    await morning.keeper.taps("Odwołać")
    assert "W międzyczasie" in alert_of(morning.keeper)
    assert (await morning.bookings())[0].seat_no == 1


async def test_an_adviser_reports_their_own_absence_only(roster: Desk, newcomer: Newcomer) -> None:
    adviser = await newcomer()
    await roster.adviser_is("psycholog", adviser)
    (days,) = await adviser.says("/nieobecnosc")
    assert "psycholog" in days
    await adviser.taps("czw 3")
    yes = next(b for row in adviser.screen.reply_markup.inline_keyboard for b in row if "Odwołać" in b.text)
    other = str(yes.callback_data).split(":")
    other[1] = "1" if other[1] == "2" else "2"
    await adviser.presses(":".join(other))
    assert "prowadzi biuro" in alert_of(adviser)
    (done,) = await adviser.presses(yes.callback_data)
    assert "Odwołane" in done
    assert [duty.day.day for duty in await roster.duties() if duty.day.weekday() == 3] == [10, 17]


@pytest.mark.parametrize(("centre", "role"), [("kozienice", None), ("starachowice", Role.ORGANISER)])
async def test_others_call_nothing_off(roster: Desk, newcomer: Newcomer, centre: str, role: Role | None) -> None:
    await roster.keeper.says("/nieobecnosc psycholog 3 grudnia")
    yes = next(b for row in roster.keeper.screen.reply_markup.inline_keyboard for b in row if "Odwołać" in b.text)
    outsider = await newcomer(centre=centre, role=role)
    await outsider.presses(yes.callback_data)
    assert "prowadzi biuro" in alert_of(outsider)
    (said,) = await outsider.says("/nieobecnosc psycholog 3 grudnia")
    assert "psycholog" not in said
    assert len(await roster.duties()) == 7


async def test_a_closing_day_calls_off_and_keeps_free(roster: Desk, resident: Person, postman: Postman) -> None:
    booked = next(slot for slot in await roster.slots() if slot.starts_at.day == 7)
    await roster.books(resident, booked)
    (ask,) = await roster.keeper.says("/zamkniete 7 grudnia remont")
    assert "Zamknąć: <b>pn 7 grudnia</b>?" in ask
    assert "Zmiana dotyczy 1 zapisu" in ask
    await roster.keeper.taps("Zamknąć")
    assert 7 not in {duty.day.day for duty in await roster.duties()}
    await postman.round()
    assert any("poniedziałek 14 grudnia" in label for each in postman.to(resident) for label in each.labels)
    preview = await roster.types("poniedziałki 14-16 prawnik")
    assert "pn 14, pn 21, pn 28" in preview
    assert "Pominięte dni wolne: pn 7 grudnia" in preview
    assert "Centrum jest zamknięte" in await roster.types("7 grudnia 9-12 prawnik")
    (listed,) = await roster.keeper.says("/zamkniete")
    assert "pn 7 grudnia: zamknięte (remont)" in listed
    (opened,) = await roster.keeper.taps("Jednak otwarte")
    assert "znów jest otwarty" in opened
    assert "pn 7" in await roster.types("poniedziałki 14-16 prawnik")


@pytest.mark.parametrize("said", ["31 listopada", "kiedyś", "29 lutego 2027"])
async def test_a_closing_day_that_is_none(roster: Desk, said: str) -> None:
    (answer,) = await roster.keeper.says(f"/zamkniete {said}")
    assert "Którego dnia" in answer


@pytest.mark.parametrize("role", [None, Role.ADVISER])
async def test_others_close_nothing(roster: Desk, newcomer: Newcomer, role: Role | None) -> None:
    outsider = await newcomer(role=role)
    (said,) = await outsider.says("/zamkniete 7 grudnia")
    assert "prowadzi biuro" in said
    await outsider.presses("rc:open:20261207:")
    assert "prowadzi biuro" in alert_of(outsider)
