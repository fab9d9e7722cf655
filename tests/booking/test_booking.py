"""From a wish to a booked time: what is asked, what is passed over, what the person gets."""

from datetime import timedelta

import pytest
from aiogram.methods import AnswerCallbackQuery

from bot.clock import SteppedClock
from bot.handlers.booking.buttons import ChooseTime, ChooseWhom
from bot.places import slots
from bot.places.slots import SlotKind
from tests.booking.conftest import FRIDAY, MONDAY, SERVICE, THURSDAY, Newcomer, Office, local
from tests.conversations.people import Person, Stage


async def books(person: Person, day: str, hour: str, whom: str = "Dla mnie") -> list[str]:
    """With one lawyer: /zapisy, a day, an hour, for whom, yes."""
    await person.says("/zapisy")
    await person.taps(day)
    await person.taps(hour)
    await person.taps(whom)
    return await person.taps("Zapisać")


async def test_with_one_adviser_only_day_hour_and_whom_are_asked(resident: Person, lawyer: Office) -> None:
    (asked,) = await resident.says("/zapisy")
    assert "Który dzień" in asked
    assert resident.buttons[:2] == ["czwartek 26 listopada", "poniedziałek 30 listopada"]
    (hours,) = await resident.taps("czwartek")
    assert "O której" in hours
    assert resident.buttons[:6] == ["9:00", "9:30", "10:00", "10:30", "11:00", "11:30"]
    await resident.taps("9:30")
    (summary,) = await resident.taps("Dla mnie")
    for words in ("czwartek 26 listopada, 9:30", "30 minut", "pokój 12, ul. Lipowa 1, Kozienice", "prawnik"):
        assert words in summary
    booked, slip = await resident.taps("Zapisać")
    (booking,) = await lawyer.bookings()
    code = f"{booking.code[:3]} {booking.code[3:]}"
    assert "Zapisane" in booked
    assert code in booked
    assert "prawnik" not in booked
    assert slip.splitlines()[0] == "📝 Proszę zapisać na kartce:"
    assert "<b>czwartek 26 listopada, 9:30</b>" in slip
    assert "pokój 12" in slip
    assert f"kod {code}" in slip
    assert booking.topic is None
    assert (booking.starts_at, await lawyer.taken()) == (local(2026, 11, 26, 9, 30), 1)


async def test_the_topic_is_asked_where_it_leads_to_different_people(resident: Person, two_advisers: Office) -> None:
    (asked,) = await resident.says("/zapisy")
    assert "Zobaczy to tylko osoba, która doradza" in asked
    assert "⚖️ Prawo" in resident.buttons
    await resident.taps("Psycholog")
    assert [label for label in resident.buttons if "listopada" in label] == [
        "czwartek 26 listopada",
        "piątek 27 listopada",
    ]
    await resident.taps("piątek")
    await resident.taps("14:00")
    (summary,) = await resident.taps("Dla dziecka")
    assert "Psycholog" in summary
    booked, slip = await resident.taps("Zapisać")
    (booking,) = await two_advisers.bookings()
    assert booking.topic == "psychology"
    for text in (booked, slip, (await resident.says("/moje"))[0], *resident.buttons):
        assert "sychol" not in text
    assert "Dla dziecka" in booked


async def test_who_prefers_not_to_say_a_topic_gets_whoever_is_free(resident: Person, two_advisers: Office) -> None:
    await resident.says("/zapisy")
    await resident.taps("wolę nie podawać")
    assert resident.buttons[0] == "🙋 Kto ma wolne"
    assert {"prawnik", "psycholog"} <= set(resident.buttons)
    await resident.taps("Kto ma wolne")
    await resident.taps("czwartek 26")
    assert {"9:00", "13:00"} <= set(resident.buttons)
    await resident.taps("13:00")
    await resident.taps("Dla mamy")
    await resident.taps("Zapisać")
    (booking,) = await two_advisers.bookings()
    assert booking.topic is None


async def test_the_card_and_the_menu_lead_to_it(resident: Person, lawyer: Office) -> None:
    await resident.presses(f"k|{SERVICE}|")
    assert resident.buttons[0] == "📅 Zapis na termin"
    assert "Który dzień" in (await resident.taps("Zapis na termin"))[0]
    await resident.presses("m")
    assert "Który dzień" in (await resident.taps("Zapis na termin"))[0]
    await resident.presses("k|kozienice/grupa-rodzice|")
    assert "📅 Zapis na termin" not in resident.buttons


async def test_without_duties_the_bot_says_how_else_to_reach_the_centre(resident: Person) -> None:
    (said,) = await resident.says("/zapisy")
    assert "nie ma teraz wolnych terminów" in said
    assert "Centrum" in said
    assert "💬 Rozmowa z człowiekiem" in resident.buttons or "🏠 Od początku" in resident.buttons
    (said,) = await resident.says("chcę umówić wizytę")
    assert "nie ma teraz wolnych terminów" in said


async def test_a_double_tap_books_once_and_sends_one_slip(resident: Person, lawyer: Office) -> None:
    await books(resident, "czwartek", "9:30")
    slot = await lawyer.slot_at(local(2026, 11, 26, 9, 30))
    again = await resident.presses(f"by:{slot.id}::self:1:0")
    assert len(again) == 1
    assert "Spotkanie w Centrum" in again[0]
    assert await lawyer.taken() == 1


async def test_a_redelivered_update_books_once(resident: Person, lawyer: Office, stage: Stage) -> None:
    slot = await lawyer.slot_at(local(2026, 11, 26, 9, 30))
    query = {
        "id": "1",
        "from": resident.user,
        "chat_instance": "1",
        "data": f"by:{slot.id}::self:1:0",
        "message": {"message_id": 7, "date": 1_700_000_000, "chat": resident.chat, "text": "…"},
    }
    for _ in range(2):
        await stage.intake.receive("telegram", {"update_id": 5000, "callback_query": query})
    assert await lawyer.taken() == 1


async def test_taken_while_reading_offers_the_nearest_three(
    resident: Person, newcomer: Newcomer, lawyer: Office
) -> None:
    await resident.says("/zapisy")
    await resident.taps("czwartek")
    await resident.taps("9:30")
    await resident.taps("Dla mnie")
    await books(await newcomer(), "czwartek", "9:30")
    (said,) = await resident.taps("Zapisać")
    assert "zajęty" in said
    assert resident.buttons[:3] == [f"czwartek 26 listopada, {hour}" for hour in ("9:00", "10:00", "10:30")]
    await resident.taps("10:00")
    await resident.taps("Dla mnie")
    await resident.taps("Zapisać")
    assert await lawyer.taken() == 2


async def test_a_slot_withdrawn_while_reading_is_said_so(resident: Person, lawyer: Office, clock: SteppedClock) -> None:
    await resident.says("/zapisy")
    await resident.taps("czwartek")
    slot = await lawyer.slot_at(local(2026, 11, 26, 9, 30))
    async with lawyer.database.transaction() as session:
        await slots.withdraw(session, clock(), [slot.id or 0], "sick")
    (said,) = await resident.taps("9:30")
    assert "już nie ma" in said
    assert resident.buttons[0] == "czwartek 26 listopada, 9:00"


async def test_a_three_week_old_button_tells_the_truth(resident: Person, lawyer: Office, clock: SteppedClock) -> None:
    await resident.says("/zapisy")
    await resident.taps("czwartek")
    await resident.taps("9:30")
    await resident.taps("Dla mnie")
    old = resident.screen
    clock.forward(days=21)
    (said,) = await resident.taps("Zapisać")
    assert "minął" in said
    assert "nie ma teraz wolnych terminów" in said
    assert await lawyer.taken() == 0
    resident.screen = old
    await lawyer.duty("prawnik", MONDAY + timedelta(days=21), 9, 10, "pokój 12")
    await resident.taps("Zapisać")
    assert resident.buttons[0] == "poniedziałek 21 grudnia, 9:00"


async def test_the_same_person_twice_at_once_is_warned_and_asked(resident: Person, two_advisers: Office) -> None:
    await two_advisers.room("pokój 5")
    await two_advisers.adviser("mediator")
    (other, *_) = await two_advisers.duty("mediator", THURSDAY, 9, 11, "pokój 5", minutes=60)
    first = await two_advisers.slot_at(local(2026, 11, 26, 9, 30))
    await resident.presses(f"by:{first.id}::child:1:0")
    (said,) = await resident.presses(f"by:{other}::child:1:0")
    assert "W tym czasie jest już" in said
    assert await two_advisers.taken() == 1
    assert "To inne dziecko" in resident.buttons
    await resident.taps("To inne dziecko")
    assert await two_advisers.taken() == 2
    (said,) = await resident.presses(f"by:{(first.id or 0) - 1}::child:2:0")
    assert "Zapisać mimo to" in resident.buttons
    assert "Zapisane" in (await resident.taps("Zapisać mimo to"))[0]
    assert await two_advisers.taken() == 3


async def test_a_hundred_bookings_by_one_person_meet_a_human_sentence(resident: Person, lawyer: Office) -> None:
    for number in range(1, 13):
        await resident.presses(f"by:{number}::self:1:0")
    assert await lawyer.taken() == 8
    answer = resident.stage.recorder.requests[-1]
    assert isinstance(answer, AnswerCallbackQuery)
    assert "więcej naraz się nie da" in (answer.text or "")


@pytest.mark.parametrize(
    "data",
    [
        "by:1::caller:1:0",
        "by:1::self:99:0",
        "by:1::nobody:1:0",
        "by:999999::self:1:0",
        "by:1:drop table:self:1:0",
        "bh:999999::0",
        "bw:1::caller:1:0",
        "bd::nonsense:77:notaday:-5:0:",
        "bd:ffff:::-1::0:0:",
        "b|kozienice/nothing",
    ],
)
async def test_forged_buttons_do_no_harm(resident: Person, lawyer: Office, data: str) -> None:
    await resident.presses(data)
    assert {booking.topic for booking in await lawyer.bookings()} <= {None}
    assert all(booking.seat_no for booking in await lawyer.bookings())
    assert resident.stage.intake.failed == 0


async def test_only_consultations_are_booked_by_these_buttons(resident: Person, lawyer: Office) -> None:
    (shift, *_) = await lawyer.duty("prawnik", FRIDAY, 9, 10, "pokój 12", kind=SlotKind.SHIFT)
    await resident.presses(f"by:{shift}::self:1:0")
    assert await lawyer.taken() == 0


def test_every_button_fits_into_64_bytes() -> None:
    longest = ChooseTime(
        service="ffffffff", topic="organisations", who=999_999, day="261126", page=9, move=9_999_999, code="KRT4X7M"
    )
    assert len(longest.pack()) <= 64
    whom = ChooseWhom(slot=9_999_999_999, topic="organisations", relation="parent", number=9, who=999_999)
    assert len(whom.pack()) <= 64


async def test_the_crisis_net_wins_while_a_time_is_chosen(resident: Person, lawyer: Office) -> None:
    await resident.says("/zapisy")
    (said, *_) = await resident.says("nie chcę już żyć")
    assert "116 123" in said or "112" in said
    assert "O której" in (await resident.says("w czwartek"))[0]
