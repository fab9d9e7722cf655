"""Becoming a volunteer in a few taps, without a name; papers that only the coordinator of the centre marks."""

from datetime import date

import pytest

from bot.storage.tables import Role
from bot.volunteering.marks import Mark
from bot.volunteering.words import Age
from tests.conversations.people import Person
from tests.volunteering.conftest import SATURDAY, TUESDAY, House, Newcomer, alert_of


async def test_a_few_taps_make_a_profile_without_a_name(house: House, resident: Person) -> None:
    (asked,) = (await resident.says("chcę pomagać"))[:1]
    assert "Nazwiska ani daty urodzenia nie trzeba" in asked
    await resident.taps("16–17 lat")
    await resident.taps("Starsi ludzie")
    assert "✅ 👵 Starsi ludzie" in resident.buttons
    await resident.taps("Dalej")
    await resident.taps("sob")
    await resident.taps("Dalej")
    await resident.taps("Pierwsza pomoc")
    (kept,) = await resident.taps("Gotowe")
    (volunteer,) = await house.volunteers()
    assert (volunteer.age, volunteer.interests, volunteer.skills) == ("16-17", ["seniors"], ["first-aid"])
    assert volunteer.days == [5]
    assert f"nr {volunteer.id}" in kept
    assert "Zgoda rodzica: jeszcze jej nie ma" in kept
    assert "👪 Link dla rodzica" in resident.buttons


async def test_under_thirteen_the_parents_come_and_nothing_is_kept(house: House, resident: Person) -> None:
    await resident.says("/pomagam")
    (said,) = await resident.taps("Mniej niż 13")
    assert "porozumienie zawierają rodzice" in said
    assert await house.volunteers() == []


async def test_a_second_tap_on_the_last_button_makes_no_second_profile(house: House, resident: Person) -> None:
    await resident.presses("vq:keep:adult:0:0:0:0")
    await resident.presses("vq:keep:adult:3:0:0:0")
    (volunteer,) = await house.volunteers()
    assert volunteer.interests == ["children", "seniors"]


async def test_who_is_a_minor_does_not_become_an_adult_by_a_tap(house: House, resident: Person) -> None:
    await house.profile(resident, Age.OLDER)
    await resident.presses("vq:keep:adult:0:0:0:0")
    assert "Wiek zmienia koordynacja" in alert_of(resident)
    assert (await house.volunteers())[0].age == "16-17"


async def test_a_nickname_is_short_and_no_number(house: House, resident: Person) -> None:
    await house.profile(resident)
    await resident.says("/pomagam")
    await resident.taps("Pseudonim")
    assert "najwyżej 20 liter" in (await resident.says("Bardzo długi pseudonim z nazwiskiem"))[0]
    assert "Pseudonim: Ola" in (await resident.says("Ola"))[0]
    (volunteer,) = await house.volunteers()
    assert volunteer.nickname == "Ola"


async def test_a_card_about_volunteering_leads_there_and_others_do_not(house: House, resident: Person) -> None:
    await resident.presses("k|kozienice/wolontariat-edukacyjny|")
    assert resident.buttons[0] == "🙋 Chcę pomagać"
    await resident.presses("k|kozienice/pio|")
    assert "🙋 Chcę pomagać" not in resident.buttons


async def test_who_leaves_is_forgotten_and_gives_shifts_back(house: House, resident: Person) -> None:
    await house.profile(resident)
    (slot,) = await house.shift(SATURDAY)
    await resident.presses(f"vb:{slot}:0")
    assert await house.seats(slot) == 1
    await resident.presses("vl:0")
    (said,) = await resident.taps("Tak, usunąć")
    assert "1 dyżur oddany" in said
    assert await house.volunteers() == []
    assert await house.seats(slot) == 0


async def test_the_coordinator_marks_papers_in_the_chat(house: House, resident: Person) -> None:
    number = await house.profile(resident, Age.OLDER)
    (listed,) = await house.coordinator.says("/wolontariusze")
    assert "1 osoba" in listed
    await house.coordinator.taps(f"⏳ nr {number}")
    await house.coordinator.taps("Zgoda rodzica: widziana")
    await house.coordinator.taps("Porozumienie podpisane")
    (said,) = await house.coordinator.taps("30 czerwca 2027")
    assert "✅ Porozumienie do 30 czerwca 2027" in said
    (volunteer,) = await house.volunteers()
    assert volunteer.consent_seen_at is not None
    assert volunteer.agreement_until == date(2027, 6, 30)


@pytest.mark.parametrize(
    "data", ["vv:{n}", "vm:{n}:consent:1:0", "vm:{n}:agreement:1:20270630", "vm:{n}:checks:1:0", "vm:{n}:grown-up:1:0"]
)
async def test_coordinators_of_other_centres_and_residents_are_refused(
    house: House, newcomer: Newcomer, resident: Person, data: str
) -> None:
    number = await house.profile(resident, Age.OLDER)
    stranger = await newcomer(centre="dobczyce", role=Role.ORGANISER)
    adviser = await newcomer(role=Role.ADVISER)
    for outsider in (stranger, adviser, resident):
        await outsider.presses(data.format(n=number))
        assert "koordynacja wolontariatu" in alert_of(outsider)
    (volunteer,) = await house.volunteers()
    assert (volunteer.consent_seen_at, volunteer.agreement_until, volunteer.checked_at) == (None, None, None)
    assert volunteer.age == "16-17"


async def test_papers_taken_back_give_the_shifts_back_and_tell(house: House, resident: Person, postman: object) -> None:
    number = await house.pupil(resident)
    (slot,) = await house.shift(SATURDAY, title="Zbiórka")
    await resident.presses(f"vb:{slot}:0")
    assert await house.seats(slot) == 1
    assert await house.marked(number, Mark.CONSENT, on=False) == 1
    assert await house.seats(slot) == 0
    await postman.round()  # type: ignore[attr-defined]
    (told,) = postman.to(resident)  # type: ignore[attr-defined]
    assert "Zapis na dyżur odwołany" in told.words
    assert "zgoda rodzica" in told.words


async def test_an_agreement_cannot_end_in_the_past(house: House, resident: Person) -> None:
    number = await house.profile(resident, Age.OLDER)
    await house.coordinator.presses(f"vm:{number}:agreement:1:20261101")
    assert "już minął" in alert_of(house.coordinator)


async def test_more_than_thirty_days_ask_for_a_written_agreement(house: House, resident: Person) -> None:
    number = await house.profile(resident)
    for slot in await house.shift(TUESDAY, date(2027, 1, 5)):
        await resident.presses(f"vb:{slot}:0")
    (said,) = await house.coordinator.presses(f"vv:{number}")
    assert "ponad 30 dni" in said
    await house.marked(number, Mark.AGREEMENT)
    (said,) = await house.coordinator.presses(f"vv:{number}")
    assert "ponad 30 dni" not in said
