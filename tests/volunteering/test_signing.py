"""What fits a volunteer, who may take what, the day of rest, and giving back: by real taps, rows counted."""

import asyncio
from datetime import date, datetime, time, timedelta

import pytest
from sqlmodel import select

from bot.clock import SteppedClock
from bot.errors import OkienkoError
from bot.people import accounts, roles
from bot.places import attendees, booking
from bot.places.booking import Booker
from bot.storage import Database
from bot.storage.retry import retried
from bot.storage.tables import Booking, Role
from bot.volunteering import fitting, marks, profiles, rules, shifts, signing
from bot.volunteering.marks import Mark
from bot.volunteering.plans import Plan
from bot.volunteering.profiles import Told
from bot.volunteering.words import Age, Interest
from tests.booking.conftest import account_of
from tests.conversations.people import Person
from tests.events.conftest import Postman
from tests.volunteering.conftest import (
    CENTRE,
    SATURDAY,
    THURSDAY,
    TUESDAY,
    WEDNESDAY,
    House,
    Newcomer,
    alert_of,
    local,
)


async def test_one_tap_signs_up_and_a_second_changes_nothing(house: House, resident: Person) -> None:
    await house.profile(resident)
    (slot,) = await house.shift(SATURDAY)
    await resident.presses("vf:0:0")
    await resident.taps("sobota 28 listopada, 15:30 · Paczki")
    (said,) = await resident.taps("Zapisać się")
    assert "Zapisane" in said
    assert "Na miejscu: Anna Nowak, tel. 600 100 200" in said
    await resident.presses(f"vb:{slot}:0")
    assert await house.seats(slot) == 1
    assert "📅 Do kalendarza" in resident.buttons


async def test_the_phone_of_who_is_in_charge_is_for_those_who_come(house: House, resident: Person) -> None:
    await house.profile(resident)
    (slot,) = await house.shift(SATURDAY)
    (said,) = await resident.presses(f"vs:{slot}")
    assert "600 100 200" not in said


async def test_interests_and_days_choose_what_is_shown(house: House, resident: Person) -> None:
    await house.profile(resident, Age.ADULT, Interest.SENIORS, days=[5])
    await house.shift(SATURDAY, title="Odwiedziny", interest=Interest.SENIORS)
    await house.shift(SATURDAY, title="Festyn", interest=Interest.EVENTS)
    await house.shift(SATURDAY, title="Cokolwiek", interest=Interest.OTHER)
    await house.shift(TUESDAY, title="Wtorkowe", interest=Interest.SENIORS)
    await resident.presses("vf:0:0")
    shown = " ".join(resident.buttons)
    assert "Odwiedziny" in shown
    assert "Cokolwiek" in shown
    assert "Festyn" not in shown
    assert "Wtorkowe" not in shown
    await resident.taps("Także inne dni")
    assert "Wtorkowe" in " ".join(resident.buttons)


async def test_a_minor_has_no_place_without_consent_and_agreement(house: House, resident: Person) -> None:
    number = await house.profile(resident, Age.YOUNGER)
    (slot,) = await house.shift(SATURDAY)
    for missing, paper in (("zgoda rodzica", Mark.CONSENT), ("podpisane porozumienie", Mark.AGREEMENT)):
        (listed,) = await resident.presses("vf:0:0")
        assert missing in listed
        (said,) = await resident.presses(f"vb:{slot}:0")
        assert missing in said
        assert await house.seats(slot) == 0
        await house.marked(number, paper)
    await resident.presses(f"vb:{slot}:0")
    assert await house.seats(slot) == 1


async def test_an_agreement_covers_its_last_day_and_not_the_next(house: House, resident: Person) -> None:
    number = await house.profile(resident, Age.OLDER)
    await house.marked(number, Mark.CONSENT, Mark.AGREEMENT, until=SATURDAY)
    covered, after = await house.shift(SATURDAY, SATURDAY + timedelta(days=2))
    await resident.presses("vf:0:0")
    assert len([label for label in resident.buttons if "Paczki" in label]) == 1
    await resident.presses(f"vb:{after}:0")
    await resident.presses(f"vb:{covered}:0")
    assert (await house.seats(covered), await house.seats(after)) == (1, 0)


@pytest.mark.parametrize("age", [Age.OLDER, Age.ADULT])
async def test_a_shift_with_children_stays_closed_without_checks(house: House, resident: Person, age: Age) -> None:
    number = await house.profile(resident, age)
    await house.marked(number, Mark.CONSENT, Mark.AGREEMENT)
    (slot,) = await house.shift(SATURDAY, title="Korepetycje", with_children=True)
    await resident.presses("vf:0:0")
    assert "Korepetycje" not in " ".join(resident.buttons)
    (said,) = await resident.presses(f"vb:{slot}:0")
    assert "sprawdzić rejestry" in said
    assert await house.seats(slot) == 0
    await house.marked(number, Mark.CHECKS)
    await resident.presses(f"vb:{slot}:0")
    assert await house.seats(slot) == 1


@pytest.mark.parametrize(
    ("day", "opens", "closes", "school"),
    [
        (date(2026, 11, 24), time(9), time(11), True),
        (date(2026, 11, 24), time(14, 30), time(16), True),
        (date(2026, 11, 24), time(6), time(8, 30), True),
        (date(2026, 11, 24), time(15), time(17), False),
        (date(2026, 11, 24), time(6), time(8), False),
        (date(2026, 11, 28), time(9), time(11), False),  # a Saturday
        (date(2026, 12, 25), time(9), time(11), False),  # Christmas, a Friday
        (date(2027, 7, 6), time(9), time(11), False),  # summer
    ],
)
async def test_pupils_have_no_shift_in_school_hours(
    house: House, resident: Person, day: date, opens: time, closes: time, school: bool
) -> None:
    await house.marked(await house.profile(resident, Age.OLDER), Mark.CONSENT, Mark.AGREEMENT, until=date(2027, 8, 31))
    (slot,) = await house.shift(day, opens=opens, closes=closes)
    (said,) = await resident.presses(f"vb:{slot}:0")
    assert ("godziny szkolne" in said) is school
    assert await house.seats(slot) == (0 if school else 1)


async def test_an_adult_helps_in_school_hours(house: House, resident: Person) -> None:
    await house.profile(resident)
    (slot,) = await house.shift(TUESDAY, opens=time(11), closes=time(13))
    await resident.presses(f"vb:{slot}:0")
    assert await house.seats(slot) == 1


async def test_without_somebody_in_charge_and_a_phone_no_minor_comes(house: House, resident: Person) -> None:
    await house.pupil(resident)
    (slot,) = await house.shift(SATURDAY, adult="", phone="")
    (said,) = await resident.presses(f"vb:{slot}:0")
    assert "nie podano jeszcze osoby dorosłej" in said
    assert await house.seats(slot) == 0


async def test_no_third_in_a_row_and_another_date_instead(house: House, resident: Person) -> None:
    await house.profile(resident)
    slots = await house.shift(TUESDAY, WEDNESDAY, THURSDAY, SATURDAY)
    for slot in (*slots[:2], slots[1]):  # the last one twice
        (said,) = await resident.presses(f"vb:{slot}:0")
        assert "przerwy" not in said
    await resident.presses("vf:0:0")
    assert not any("czwartek" in label for label in resident.buttons)
    (said,) = await resident.presses(f"vb:{slots[2]}:0")
    assert "najwyżej 2 dyżury, a są już: 24.11, 25.11" in said
    assert any("sobota 28 listopada" in label for label in resident.buttons)
    assert [await house.seats(slot) for slot in slots] == [1, 1, 0, 0]
    await resident.taps("sobota")
    await resident.taps("Zapisać się")
    assert await house.seats(slots[3]) == 1


def test_a_row_is_days_without_one_in_between() -> None:
    monday = date(2026, 11, 23)
    days = [monday, monday + timedelta(days=1)]
    assert rules.too_many_in_a_row(days, monday + timedelta(days=2)) is not None
    assert rules.too_many_in_a_row(days, monday + timedelta(days=3)) is None
    assert rules.too_many_in_a_row([monday, monday], monday) is not None
    assert rules.too_many_in_a_row([monday, monday + timedelta(days=2)], monday + timedelta(days=1)) is not None
    # The night on which the clocks change is a night like others.
    assert rules.too_many_in_a_row([date(2027, 3, 27)], date(2027, 3, 28)) is None


async def test_what_somebody_has_at_that_time_is_said_whatever_it_is(house: House, resident: Person) -> None:
    await house.profile(resident)
    one, other = (
        await house.shift(SATURDAY),
        await house.shift(SATURDAY, title="Festyn", opens=time(16), closes=time(18)),
    )
    await resident.presses(f"vb:{one[0]}:0")
    await resident.presses("vf:0:0")
    assert "Festyn" not in " ".join(resident.buttons)
    (said,) = await resident.presses(f"vb:{other[0]}:0")
    assert "W tym czasie jest już zapisane: Paczki" in said
    assert await house.seats(other[0]) == 0


async def test_a_full_shift_offers_other_dates(house: House, newcomer: Newcomer, resident: Person) -> None:
    first = await newcomer()
    await house.profile(first)
    await house.profile(resident)
    slots = await house.shift(SATURDAY, SATURDAY + timedelta(days=7), most=1)
    await first.presses(f"vb:{slots[0]}:0")
    (said,) = await resident.presses(f"vb:{slots[0]}:0")
    assert "zajęty" in said
    assert any("5 grudnia" in label for label in resident.buttons)


async def test_the_rest_of_a_season_leaves_out_what_cannot_be(house: House, resident: Person) -> None:
    await house.profile(resident)
    tuesdays = [TUESDAY + timedelta(days=7 * n) for n in range(4)]
    season = await house.shift(*tuesdays)
    await house.shift(tuesdays[2] - timedelta(days=1), tuesdays[2] - timedelta(days=2), title="Festyn")
    for slot, _ in await house.slots():
        if slot.title == "Festyn":
            await resident.presses(f"vb:{slot.id}:0")
    await resident.presses(f"vb:{season[0]}:0")
    (said,) = await resident.taps("Także następne")
    assert "Zapisano jeszcze 2 dyżury" in said
    assert "Bez 8.12" in said
    assert "dzień przerwy" in said
    assert [await house.seats(slot) for slot in season] == [1, 1, 0, 1]


async def test_giving_back_late_tells_the_coordinator(
    house: House, resident: Person, postman: Postman, clock: SteppedClock
) -> None:
    await house.profile(resident)
    (early,) = await house.shift(SATURDAY)
    await resident.presses(f"vb:{early}:0")
    await resident.presses(f"vx:{early}:0")
    await resident.taps("Tak, zrezygnować")
    assert await house.seats(early) == 0
    await postman.round()
    assert postman.to(house.coordinator) == []
    await resident.presses(f"vb:{early}:0")
    clock.now = local(2026, 11, 28, 9)
    (asked,) = await resident.presses(f"vx:{early}:0")
    assert "koordynacja dostanie wiadomość" in asked
    await resident.taps("Tak, zrezygnować")
    await postman.round()
    (told,) = postman.to(house.coordinator)
    assert "Ktoś zrezygnował z dyżuru wolontariatu (Paczki)" in told.words


async def test_a_shift_is_reminded_of_without_a_word_of_a_meeting(
    house: House, resident: Person, postman: Postman
) -> None:
    await house.profile(resident)
    (slot,) = await house.shift(SATURDAY)
    await resident.presses(f"vb:{slot}:0")
    sent = await postman.until(local(2026, 11, 28, 15))
    assert [each.words.splitlines()[0] for each in sent] == ["⏰ <b>Przypomnienie: dyżur wolontariatu</b>"] * 2
    assert "świetlica" in sent[0].words
    assert not any("Przełożyć" in label for label in sent[0].labels)
    await resident.presses(
        next(
            b["callback_data"]
            for row in sent[0].call.arguments["reply_markup"]["inline_keyboard"]
            for b in row
            if "Odwołać" in b["text"]
        )
    )
    assert "🔁 Lepiej przełożyć" not in resident.buttons


async def test_a_calendar_file_says_what_kind_it_is(house: House, resident: Person, postman: Postman) -> None:
    await house.profile(resident)
    (slot,) = await house.shift(SATURDAY)
    await resident.presses(f"vb:{slot}:0")
    await resident.taps("Do kalendarza")
    await postman.round()
    assert b"SUMMARY:Dy\xc5\xbcur wolontariatu" in postman.to(resident)[-1].file


async def test_a_friend_comes_by_a_link_and_is_not_booked_along(
    house: House, newcomer: Newcomer, resident: Person
) -> None:
    await house.profile(resident)
    (slot,) = await house.shift(SATURDAY)
    await resident.presses(f"vb:{slot}:0")
    (said,) = await resident.taps("Zaprosić kogoś")
    assert f"https://t.me/OkienkoBot?start=s-{slot}" in said
    friend = await newcomer(centre="dobczyce")
    (seen, *_) = await friend.says(f"/start s-{slot}")
    assert "Paczki" in seen
    assert await house.seats(slot) == 1
    await friend.taps("Chcę pomagać")
    await friend.taps("18 lat")
    for _ in range(2):
        await friend.taps("Dalej")
    await friend.taps("Gotowe")
    await friend.taps("Zapisać się")
    assert await house.seats(slot) == 2


async def test_no_other_door_leads_to_a_shift(house: House, newcomer: Newcomer, resident: Person) -> None:
    """Neither the button of a consultation, nor the desk, nor a move of something else."""
    (slot,) = await house.shift(SATURDAY)
    clerk = await newcomer(role=Role.CLERK)
    for person in (resident, clerk):
        account = await account_of(house.database, person)
        async with house.database.transaction() as session:
            attendee = await attendees.of_account(session, house.clock(), account, CENTRE)
            with pytest.raises(OkienkoError) as refused:
                await booking.book(session, house.clock(), slot, attendee.id or 0, Booker(account))
        assert refused.value.key == "places-other-door"
    assert await house.seats(slot) == 0


async def test_no_profile_no_shift(house: House, resident: Person) -> None:
    (slot,) = await house.shift(SATURDAY)
    await resident.presses(f"vb:{slot}:0")
    assert "Najpierw potrzebny jest profil" in alert_of(resident)
    await resident.presses(f"vx:{slot}:1")
    assert await house.seats(slot) == 0


async def test_a_past_and_a_called_off_shift_say_so(house: House, resident: Person, clock: SteppedClock) -> None:
    await house.profile(resident)
    (slot,) = await house.shift(TUESDAY)
    clock.now = local(2026, 11, 24, 16)
    (said,) = await resident.presses(f"vs:{slot}")
    assert "już minął" in said
    (said,) = await resident.presses(f"vb:{slot}:0")
    assert "już minął" in said


async def test_the_last_place_goes_to_one_of_many_and_papers_hold_meanwhile(
    any_database: Database, clock: SteppedClock
) -> None:
    """Ten at once for two places while one's consent is taken back: nobody too many, no minor without it."""
    now = clock()
    people: list[int] = []
    async with any_database.transaction() as session:
        keeper = await accounts.create_actor(session, now, "telegram", 1, "pl", CENTRE)
        await roles.grant(session, now, keeper.account_id, CENTRE, Role.ORGANISER)
        plan = Plan(
            title="Paczki",
            place="hala",
            days=[SATURDAY],
            opens_at=time(10),
            closes_at=time(12),
            most=2,
            adult="A",
            phone="1",
        )
        await shifts.publish(session, now, keeper.account_id, CENTRE, plan)
        slot = (await session.exec(select(rules.Slot.id))).one() or 0
        for number in range(10):
            actor = await accounts.create_actor(session, now, "telegram", 100 + number, "pl", CENTRE)
            age = Age.OLDER if number == 0 else Age.ADULT
            volunteer = await profiles.join(session, now, actor.account_id, CENTRE, Told(age))
            people.append(actor.account_id)
            if number == 0:
                minor = volunteer.id or 0
                for paper in (Mark.CONSENT, Mark.AGREEMENT):
                    await marks.mark(session, now, keeper.account_id, minor, paper, until=date(2027, 6, 30))

    async def sign(account: int) -> str:
        async def once() -> str:
            async with any_database.transaction() as session:
                await signing.sign_up(session, now, slot, Booker(account, "telegram", account))
                return "in"

        try:
            return await retried(once)
        except OkienkoError as error:
            return error.key

    async def take_back() -> str:
        async def once() -> str:
            async with any_database.transaction() as session:
                await marks.mark(session, now, keeper.account_id, minor, Mark.CONSENT, on=False)
                return "back"

        return await retried(once)

    answers = await asyncio.gather(sign(people[0]), take_back(), *(sign(each) for each in people[1:]))
    async with any_database.session() as session:
        rows = (await session.exec(select(Booking))).all()
        live = [row for row in rows if row.seat_no is not None]
        helpers = {row.attendee_id: row for row in (await session.exec(select(rules.Volunteer))).all()}
    assert len(live) <= 2
    assert {answers[n] for n in range(2, 11)} <= {"in", "places-full", "places-try-again"}
    assert all(helpers[row.attendee_id].age == "adult" for row in live)


async def test_nothing_that_is_shown_as_fitting_is_refused(
    house: House, newcomer: Newcomer, clock: SteppedClock
) -> None:
    """The list and the rules say the same: whatever is listed can be taken, whatever may be taken is listed."""
    days = [TUESDAY + timedelta(days=n) for n in range(9)]
    for n, day in enumerate(days):
        await house.shift(
            day,
            title=f"Dyżur {n}",
            opens=time(9 if n % 2 else 16),
            closes=time(12 if n % 2 else 18),
            with_children=n % 3 == 0,
            adults_only=n % 4 == 0,
            adult="" if n == 5 else "Anna",
            interest=(Interest.SENIORS, Interest.OTHER, Interest.EVENTS)[n % 3],
        )
    for age, checked in ((Age.OLDER, False), (Age.OLDER, True), (Age.ADULT, False), (Age.ADULT, True)):
        person = await newcomer()
        number = await house.profile(person, age)
        await house.marked(number, Mark.CONSENT, Mark.AGREEMENT)
        if checked:
            await house.marked(number, Mark.CHECKS)
        account = await account_of(house.database, person)
        for slot, shift in await house.slots():
            async with house.database.session() as session:
                volunteer = await profiles.of_account(session, account, CENTRE)
                assert volunteer is not None
                listed = {each.slot_id for each in await fitting.fitting(session, clock(), volunteer, anything=True)}
                may = rules.why_not(volunteer, slot, shift) is None
                mine = bool(await fitting.held(session, volunteer, [slot.id or 0]))
                had = await fitting.days_of_shifts(session, volunteer.attendee_id, clock())
                day: datetime = slot.starts_at
                rested = rules.too_many_in_a_row(had, day.date()) is None
            assert (slot.id in listed) == (may and rested and not mine)
            before = await house.seats(slot.id or 0)
            await person.presses(f"vb:{slot.id}:0")
            assert await house.seats(slot.id or 0) - before == int(slot.id in listed)
