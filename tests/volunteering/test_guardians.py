"""A parent's link: used once, never by the child's own account; then each shift and each change is told."""

from datetime import timedelta

import pytest

from bot.clock import SteppedClock
from bot.storage.tables import Role
from bot.volunteering.marks import Mark
from bot.volunteering.words import Age
from tests.conversations.people import Person
from tests.events.conftest import Postman
from tests.volunteering.conftest import SATURDAY, TUESDAY, House, Newcomer, alert_of


async def link_of(person: Person) -> str:
    """What the volunteer sends to the parent, as the parent's messenger types it."""
    (said,) = await person.presses("vi")
    return f"/start {said.rpartition('start=')[2].strip()}"


@pytest.fixture
async def pupil(house: House, resident: Person) -> Person:
    await house.pupil(resident)
    return resident


async def test_a_guardian_gets_place_hours_adult_and_phone_of_each_shift(
    house: House, pupil: Person, newcomer: Newcomer, postman: Postman
) -> None:
    parent = await newcomer()
    first, second = await house.shift(SATURDAY, SATURDAY + timedelta(days=7))
    await pupil.presses(f"vb:{first}:0")
    (linked, *_) = await parent.says(await link_of(pupil))
    assert "każdym dyżurze" in linked
    assert "sobota 28 listopada, 15:30–17:00" in linked
    await pupil.presses(f"vb:{second}:0")
    await house.watches()
    await postman.round()
    told = postman.to(parent)
    assert len(told) == 2
    assert "sobota 5 grudnia, 15:30–17:00" in told[1].words
    for fact in ("świetlica", "Anna Nowak", "600 100 200"):
        assert fact in told[1].words
    await house.watches()
    await postman.round()
    assert len(postman.to(parent)) == 2  # once each


async def test_a_guardian_hears_of_changes_and_cancellations_by_any_way(
    house: House, pupil: Person, newcomer: Newcomer, postman: Postman
) -> None:
    parent = await newcomer()
    await parent.says(await link_of(pupil))
    first, second = await house.shift(SATURDAY, SATURDAY + timedelta(days=7))
    for slot in (first, second):
        await pupil.presses(f"vb:{slot}:0")
    await house.watches()
    await postman.round()
    await house.coordinator.presses(f"vk:{first}")
    await house.coordinator.taps("Ile osób")
    await house.coordinator.says("1-5")  # nothing a parent needs to know
    await house.watches()
    await postman.round()
    assert len(postman.to(parent)) == 2
    await house.coordinator.taps("Osoba i telefon")
    await house.coordinator.says("Jan Kowal 700 200 300")
    await pupil.presses("/moje")
    await pupil.says("/moje")
    await pupil.taps("sobota 5 grudnia")
    await pupil.taps("Odwołać")
    await pupil.taps("Tak, odwołać")
    await house.watches()
    await postman.round()
    changed, off = postman.to(parent)[2:]
    assert "Jan Kowal, tel. 700 200 300" in changed.words
    assert "Nie będzie dyżuru" in off.words
    assert "5 grudnia" in off.words


async def test_the_minors_own_account_is_refused_and_the_link_stays_good(
    house: House, pupil: Person, newcomer: Newcomer
) -> None:
    link = await link_of(pupil)
    (refused,) = await pupil.says(link)
    assert refused == "Ten link jest dla rodzica albo opiekuna. Proszę go wysłać, a nie otwierać: dalej działa."
    parent = await newcomer()
    (linked, *_) = await parent.says(link)
    assert "Od teraz" in linked


async def test_a_link_works_once_and_not_for_ever(
    house: House, pupil: Person, newcomer: Newcomer, clock: SteppedClock
) -> None:
    link = await link_of(pupil)
    parent, neighbour, other = await newcomer(), await newcomer(), await newcomer()
    await parent.says(link)
    assert "już nie działa" in (await neighbour.says(link))[0]
    newer = await link_of(pupil)
    clock.forward(days=15)
    assert "już nie działa" in (await other.says(newer))[0]
    assert "już nie działa" in (await other.says("/start g-nonsense"))[0]


async def test_guardians_of_other_children_and_strangers_see_nothing(
    house: House, pupil: Person, newcomer: Newcomer
) -> None:
    other_pupil, other_parent, stranger = (
        await newcomer(),
        await newcomer(),
        await newcomer(centre="dobczyce", role=Role.ORGANISER),
    )
    await house.pupil(other_pupil)
    await other_parent.says(await link_of(other_pupil))
    await (await newcomer()).says(await link_of(pupil))
    mine, theirs = await house.volunteers()
    for outsider in (other_parent, stranger, pupil):
        await outsider.presses(f"vg:{mine.id}:")
        assert "nie można tu zobaczyć" in alert_of(outsider)
        await outsider.presses(f"vg:{mine.id}:stop")
        assert "nie można tu zobaczyć" in alert_of(outsider)
    (seen,) = await other_parent.presses(f"vg:{theirs.id}:")
    assert "Nie ma teraz żadnych dyżurów" in seen


async def test_who_wants_no_more_messages_gets_none(
    house: House, pupil: Person, newcomer: Newcomer, postman: Postman
) -> None:
    parent = await newcomer()
    await parent.says(await link_of(pupil))
    (slot,) = await house.shift(SATURDAY)
    await pupil.presses(f"vb:{slot}:0")
    await house.watches()
    await parent.presses(f"vg:{(await house.volunteers())[0].id}:stop")
    await postman.round()
    assert postman.to(parent) == []


async def test_a_change_that_was_changed_again_is_told_once(
    house: House, pupil: Person, newcomer: Newcomer, postman: Postman
) -> None:
    parent = await newcomer()
    await parent.says(await link_of(pupil))
    (slot,) = await house.shift(SATURDAY)
    await pupil.presses(f"vb:{slot}:0")
    await house.watches()
    await pupil.presses(f"vx:{slot}:1")
    await house.watches()
    await postman.round()
    assert ["Nie będzie dyżuru" in sent.words for sent in postman.to(parent)] == [True]


async def test_a_parent_hears_of_a_shift_although_more_people_are_wanted_meanwhile(
    house: House, pupil: Person, newcomer: Newcomer, postman: Postman
) -> None:
    parent = await newcomer()
    await parent.says(await link_of(pupil))
    (slot,) = await house.shift(SATURDAY)
    await pupil.presses(f"vb:{slot}:0")
    await house.watches()
    await house.coordinator.presses(f"vk:{slot}")
    await house.coordinator.taps("Ile osób")
    await house.coordinator.says("1-5")
    await house.watches()
    await postman.round()
    (told,) = postman.to(parent)
    assert "sobota 28 listopada" in told.words


async def test_a_link_is_for_minors_and_needs_a_profile(house: House, resident: Person) -> None:
    await resident.presses("vi")
    assert "potrzebny jest profil" in alert_of(resident)
    await house.profile(resident, Age.ADULT)
    await resident.presses("vi")
    assert "tylko dla osób poniżej 18 lat" in alert_of(resident)


async def test_a_guardians_tap_is_no_consent(house: House, newcomer: Newcomer, resident: Person) -> None:
    await house.profile(resident, Age.OLDER)
    parent = await newcomer()
    await parent.says(await link_of(resident))
    (slot,) = await house.shift(TUESDAY)
    (said,) = await resident.presses(f"vb:{slot}:0")
    assert "zgoda rodzica na papierze" in said
    await house.marked((await house.volunteers())[0].id or 0, Mark.CONSENT, Mark.AGREEMENT)
    await resident.presses(f"vb:{slot}:0")
    assert await house.seats(slot) == 1
