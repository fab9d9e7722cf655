"""The way to work: seen by who has a role in this very centre, and by nobody else."""

import pytest

from bot.clock import SteppedClock
from bot.people import accounts, roles
from bot.storage import Database
from bot.storage.tables import Role
from tests.conversations.people import Person

LABEL = "Praca w Centrum"


async def grant(database: Database, clock: SteppedClock, person: Person, centre: str, role: Role) -> None:
    async with database.transaction() as session:
        actor = await accounts.find_actor(session, person.channel, person.id, "pl")
        assert actor is not None
        await roles.grant(session, clock(), actor.account_id, centre, role)


@pytest.mark.parametrize(
    ("role", "there", "not_there"),
    [
        (Role.CLERK, "/zapisz", "/ogloszenie"),
        (Role.ADVISER, "/dzis", "/zapisz"),
        (Role.ORGANISER, "/ogloszenie", "/dzis"),
    ],
)
async def test_each_role_finds_its_own_work(
    resident: Person, database: Database, clock: SteppedClock, role: Role, there: str, not_there: str
) -> None:
    await resident.says("/start")
    await grant(database, clock, resident, "koszalin", role)
    await resident.says("/start")
    (shown,) = await resident.taps(LABEL)
    assert there in shown
    assert not_there not in shown
    (menu,) = await resident.taps("Od początku")
    assert "Proszę napisać" in menu
    assert any(LABEL in label for label in resident.buttons)


async def test_outsiders_see_no_way_to_it(resident: Person, database: Database, clock: SteppedClock) -> None:
    await resident.says("/start")
    await grant(database, clock, resident, "dobczyce", Role.ORGANISER)
    await grant(database, clock, resident, "koszalin", Role.VOLUNTEER)
    await resident.says("/start")
    assert not any(LABEL in label for label in resident.buttons)
    for shown in (*await resident.says("/praca"), *await resident.presses("w")):
        assert "Proszę napisać" in shown
        assert "/zapisz" not in shown
