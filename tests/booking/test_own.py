"""Confirm, move, cancel: by who booked, by who has the code, by nobody else. Old buttons tell today's truth."""

import pytest
from aiogram.methods import AnswerCallbackQuery

from bot.clock import SteppedClock
from bot.places import attendees, forgetting, reminders, slots
from bot.storage.tables import Attendee, Role
from tests.booking.conftest import CENTRE, MONDAY, Newcomer, Office, account_of, local
from tests.booking.test_booking import books
from tests.conversations.people import Person
from tests.events.conftest import Postman


def refused(person: Person) -> str:
    """The alert that the last tap got."""
    answer = person.stage.recorder.requests[-1]
    assert isinstance(answer, AnswerCallbackQuery)
    assert answer.show_alert
    return answer.text or ""


async def test_it_is_listed_opened_moved_and_cancelled(resident: Person, lawyer: Office) -> None:
    await books(resident, "czwartek", "9:30")
    (listed,) = await resident.says("/moje")
    assert "Moje zapisy" in listed
    assert resident.buttons[0] == "📅 czwartek 26 listopada, 9:30"
    await resident.taps("czwartek")
    assert {"🔁 Przełożyć", "❌ Odwołać", "📅 Do kalendarza"} <= set(resident.buttons)
    await resident.taps("Przełożyć")
    await resident.taps("poniedziałek")
    (asked,) = await resident.taps("10:00")
    assert "Teraz: czwartek 26 listopada, 9:30" in asked
    assert "poniedziałek 30 listopada, 10:00" in asked
    moved, slip = await resident.taps("Tak")
    assert "Przełożone" in moved
    assert "poniedziałek 30 listopada, 10:00" in slip
    (booking,) = await lawyer.bookings()
    assert (booking.starts_at, booking.sequence) == (local(2026, 11, 30, 10, 0), 1)
    assert await lawyer.taken() == 1
    (sure,) = await resident.taps("Odwołać")
    assert "Odwołać termin" in sure
    assert await lawyer.taken() == 1
    (gone,) = await resident.taps("Tak, odwołać")
    assert "Odwołane" in gone
    assert await lawyer.taken() == 0
    assert "nic nie jest teraz zapisane" in (await resident.says("/moje"))[0]


async def test_second_taps_change_nothing(resident: Person, lawyer: Office) -> None:
    await books(resident, "czwartek", "9:30")
    target = await lawyer.slot_at(local(2026, 11, 30, 9, 0))
    assert len(await resident.presses(f"bn:1:{target.id}:")) == 2
    assert len(await resident.presses(f"bn:1:{target.id}:")) == 1  # no second slip
    (booking,) = await lawyer.bookings()
    assert booking.sequence == 1
    for _ in range(2):
        (said,) = await resident.presses("bx:1:1:")
    assert "jest odwołany" in said
    (booking,) = await lawyer.bookings()
    assert booking.sequence == 2
    for old in ("bc:1:", "bm:1:", f"bn:1:{target.id}:", "bx:1:0:"):
        assert "jest odwołany" in (await resident.presses(old))[0]
    assert await lawyer.taken() == 0


async def test_one_confirms_only_shortly_before(resident: Person, lawyer: Office, clock: SteppedClock) -> None:
    await books(resident, "czwartek", "9:30")
    assert "✅ Potwierdzam" not in resident.buttons
    clock.forward(days=2)
    await resident.presses("bo:1:")
    (said,) = await resident.taps("Potwierdzam")
    assert "potwierdzone" in said
    (booking,) = await lawyer.bookings()
    assert booking.state == "confirmed"
    await resident.presses("bo:1:")
    assert "✅ Potwierdzam" not in resident.buttons


async def test_a_booking_that_is_over_can_no_longer_be_changed(
    resident: Person, lawyer: Office, clock: SteppedClock
) -> None:
    await books(resident, "czwartek", "9:30")
    clock.forward(days=21)
    for old in ("bc:1:", "bm:1:", "bx:1:1:", "bo:1:", "bn:1:7:"):
        assert "już minął" in (await resident.presses(old))[0]
    assert (await lawyer.bookings())[0].state == "booked"


async def test_the_new_time_is_taken_meanwhile_and_the_old_one_stays(
    resident: Person, newcomer: Newcomer, lawyer: Office
) -> None:
    await books(resident, "czwartek", "9:30")
    target = await lawyer.slot_at(local(2026, 11, 30, 9, 0))
    await books(await newcomer(), "poniedziałek", "9:00")
    for tap in (f"bv:1:{target.id}:", f"bn:1:{target.id}:"):
        (said,) = await resident.presses(tap)
        assert "zajęty" in said
        assert resident.buttons[0] == "poniedziałek 30 listopada, 9:30"
    assert (await lawyer.bookings())[0].starts_at == local(2026, 11, 26, 9, 30)
    await resident.taps("9:30")
    assert "Przełożone" in (await resident.taps("Tak"))[0]


@pytest.mark.parametrize("role", [None, Role.VOLUNTEER])
async def test_outsiders_are_refused_whatever_they_press(
    resident: Person, newcomer: Newcomer, lawyer: Office, role: Role | None
) -> None:
    await books(resident, "czwartek", "9:30")
    outsider = await newcomer(role=role)
    target = await lawyer.slot_at(local(2026, 11, 30, 9, 0))
    forged = ("bo:1:", "bc:1:", "bm:1:", "bx:1:0:", "bx:1:1:", f"bv:1:{target.id}:", f"bn:1:{target.id}:")
    more = (f"bb:1:{target.id}:", "bi:1:", "bd:::-1::0:1:", "bx:1:1:AAAAAAA", "bo:1:CDFGHJK", "bo:99:")
    for data in (*forged, *more):
        assert await outsider.presses(data) == []
        assert "Nie ma tu takiego zapisu" in refused(outsider)
    (booking,) = await lawyer.bookings()
    assert (booking.state, booking.sequence) == ("booked", 0)
    assert "czwartek 26" not in (await outsider.says("/moje"))[0]


async def test_a_clerk_of_another_centre_is_an_outsider(resident: Person, newcomer: Newcomer, lawyer: Office) -> None:
    await books(resident, "czwartek", "9:30")
    clerk = await newcomer("koszalin", Role.CLERK)
    assert await clerk.presses("bx:1:1:") == []
    assert "Nie ma tu takiego zapisu" in refused(clerk)


async def test_who_has_the_code_may_see_and_change_it(resident: Person, newcomer: Newcomer, lawyer: Office) -> None:
    await books(resident, "czwartek", "9:30", "Dla mamy")
    (booking,) = await lawyer.bookings()
    sister = await newcomer()
    (said,) = await sister.says(f"odwołuję wizytę mamy {booking.code}")
    assert "czwartek 26 listopada, 9:30" in said
    assert "mamy" not in said
    assert await lawyer.taken() == 1  # typed words do nothing yet
    await sister.taps("Odwołać")
    assert "Odwołane" in (await sister.taps("Tak, odwołać"))[0]
    assert await lawyer.taken() == 0


async def test_it_can_be_moved_by_code(resident: Person, newcomer: Newcomer, two_advisers: Office) -> None:
    slot = await two_advisers.slot_at(local(2026, 11, 26, 13, 0))
    await resident.presses(f"by:{slot.id}:psychology:self:1:0")
    (booking,) = await two_advisers.bookings()
    friend = await newcomer()
    await friend.says(f"kod {booking.code[:3]} {booking.code[3:]}".lower())
    await friend.taps("Przełożyć")
    assert friend.screen is not None
    data = [b.callback_data for row in friend.screen.reply_markup.inline_keyboard for b in row]
    assert not any("psychology" in each for each in data)  # what it is about stays with who booked
    await friend.taps("piątek")
    await friend.taps("13:30")
    assert "Przełożone" in (await friend.taps("Tak"))[0]
    (booking,) = await two_advisers.bookings()
    assert (booking.starts_at, booking.topic) == (local(2026, 11, 27, 13, 30), "psychology")


async def test_codes_can_be_guessed_only_a_few_times(resident: Person, newcomer: Newcomer, lawyer: Office) -> None:
    await books(resident, "czwartek", "9:30")
    (booking,) = await lawyer.bookings()
    stranger = await newcomer()
    for guess in ("CDF GHJK", "CDFGHJM", "cdf-ghjn", "CDFGHJP", "CDFGHJR"):
        assert "Ten kod się nie zgadza" in (await stranger.says(guess))[0]
    assert "Jutro można spróbować" in (await stranger.says(booking.code))[0]


async def test_what_the_centre_called_off_is_taken_anew_with_the_same_code(
    resident: Person, lawyer: Office, clock: SteppedClock, postman: Postman
) -> None:
    await books(resident, "czwartek", "9:30")
    before = (await lawyer.bookings())[0]
    async with lawyer.database.transaction() as session:
        ended = await slots.withdraw(session, clock(), range(1, 7), "sick")
        for _ in range(2):
            assert await reminders.owe_called_off(session, clock(), ended) == []
    (sent,) = await postman.round()
    assert "Zmiana terminu przez Centrum" in sent.words
    assert "prawnik" not in sent.words
    assert sent.labels[:3] == [f"poniedziałek 30 listopada, {hour}" for hour in ("9:00", "9:30", "10:00")]
    keyboard = sent.call.arguments["reply_markup"]["inline_keyboard"]
    moved, slip = await resident.presses(keyboard[0][0]["callback_data"])
    assert "Przełożone" in moved
    assert "9:00" in slip
    (booking,) = await lawyer.bookings()
    assert (booking.code, booking.uid) == (before.code, before.uid)
    assert booking.starts_at == local(2026, 11, 30, 9, 0)


async def test_a_called_off_booking_opened_later_offers_the_nearest(
    resident: Person, lawyer: Office, clock: SteppedClock
) -> None:
    await books(resident, "czwartek", "9:30")
    async with lawyer.database.transaction() as session:
        await slots.withdraw(session, clock(), range(1, 7), "sick")
    for old in ("bo:1:", "bc:1:", "bx:1:1:"):
        (said,) = await resident.presses(old)
        assert "Centrum odwołało ten termin" in said
        assert resident.buttons[0] == "poniedziałek 30 listopada, 9:00"


async def test_a_late_cancellation_tells_the_adviser_at_once(
    resident: Person, newcomer: Newcomer, office: Office, clock: SteppedClock, postman: Postman
) -> None:
    adviser = await newcomer(role=Role.ADVISER)
    await office.room("pokój 12")
    await office.adviser("prawniczka", account_id=await account_of(office.database, adviser))
    await office.duty("prawniczka", MONDAY, 9, 12, "pokój 12")
    await books(resident, "poniedziałek", "9:30")
    await resident.presses("bx:1:1:")
    assert await postman.round() == []  # a week before, it is no news
    await books(resident, "poniedziałek", "10:00")
    clock.now = local(2026, 11, 29, 15, 0)
    await resident.presses("bx:2:1:")
    (sent,) = await postman.round()
    assert sent.chat_id == adviser.id
    assert "Zwolnił się termin" in sent.words
    assert "poniedziałek 30 listopada, 10:00" in sent.words


async def test_a_month_after_a_meeting_only_that_it_was_is_known(
    resident: Person, two_advisers: Office, clock: SteppedClock
) -> None:
    slot = await two_advisers.slot_at(local(2026, 11, 26, 13, 0))
    await resident.presses(f"by:{slot.id}:psychology:self:1:0")
    async with two_advisers.database.transaction() as session:
        caller = await attendees.caller(session, clock(), CENTRE, "A. K.", "600 100 200")
        clock.now = local(2026, 12, 26, 12, 0)
        await forgetting.forget_old(session, clock())
    assert (await two_advisers.bookings())[0].topic == "psychology"
    clock.forward(days=1)
    async with two_advisers.database.transaction() as session:
        await forgetting.forget_old(session, clock())
    (booking,) = await two_advisers.bookings()
    assert (booking.topic, booking.channel, booking.chat_id, booking.booked_by) == (None, None, None, None)
    assert await two_advisers.taken() == 1
    async with two_advisers.database.session() as session:
        kept = await session.get_one(Attendee, caller.id)
    assert (kept.name, kept.phone) == (forgetting.NOBODY, None)
