"""Whoever does not lead a programme gets nothing done there and learns nothing, whatever they lead elsewhere."""

from dataclasses import dataclass

import pytest

from bot.storage.tables import Role
from tests.conversations.people import Person
from tests.programmes.conftest import CLUB, QUIET, House, Newcomer, alert_of

REFUSED = "tylko dla osób, które prowadzą"


@dataclass
class Ground:
    """A quiet programme with a candidate, and what its keeper's buttons carry."""

    number: int
    candidate: int
    meeting: int
    booking: int

    @property
    def taps(self) -> list[str]:
        return [
            f"qk:{self.number}",
            f"qp:{self.number}",
            f"qc:{self.candidate}",
            f"qe:{self.candidate}:talk:0",
            f"qe:{self.candidate}:talked:0",
            f"qe:{self.candidate}:yes:0",
            f"qe:{self.candidate}:no:1",
            f"qe:{self.candidate}:label:0",
            f"qm:{self.number}",
            f"qv:{self.meeting}:",
            f"qv:{self.meeting}:all",
            f"qv:{self.meeting}:sure",
            f"qr:{self.booking}:1",
            f"qd:{self.number}:0:start:0:0",
            f"qd:{self.number}:0:later:1:0",
            f"qd:{self.number}:0:off:0:1",
            f"qj:{self.number}:seat",
            f"qj:{self.number}:keep",
            f"qh:{self.number}",
            f"qb:{self.number}:1",
            f"qg:{self.number}:quiet",
            f"qg:{self.number}:open",
            f"qg:{self.number}:drop",
        ]


@pytest.fixture
async def ground(house: House, newcomer: Newcomer) -> Ground:
    number = await house.opens(QUIET, "quiet", "way", "way", "quiet")
    member = await newcomer()
    (link,) = await house.keeper.presses(f"qj:{number}:seat")
    await member.says("/start " + link.split("start=")[1].split()[0])
    await member.presses(f"qt:{number}:0")
    candidate = await house.candidate(number, member)
    assert candidate.state == "in"
    (first, *_) = await house.meetings(number)
    return Ground(number, candidate.id or 0, first.id or 0, 1)


async def refused_everything(person: Person, ground: Ground, *, but: frozenset[str] = frozenset()) -> None:
    for data in ground.taps:
        if data in but:
            continue
        shown = await person.presses(data)
        assert shown == [], data
        assert REFUSED in alert_of(person), data


async def test_outsiders_of_every_sort_are_refused(house: House, newcomer: Newcomer, ground: Ground) -> None:
    other = await newcomer(role=Role.ORGANISER)
    rival = House(other, house.database, house.clock)
    theirs = await rival.opens(CLUB)  # keeps another programme of this centre
    member = await newcomer()
    await member.presses(f"qi:{theirs}:0:")  # a member of another group
    before = await house.seats(ground.number), await house.programme(ground.number)
    for person in (
        await newcomer(),
        member,
        await newcomer(role=Role.CLERK),
        await newcomer(role=Role.ADVISER),
        await newcomer(centre="dobczyce", role=Role.ORGANISER),
    ):
        await refused_everything(person, ground)
    # An organiser of this centre who leads something else: whether it takes place, never who is in it.
    may = frozenset({f"qk:{ground.number}", f"qd:{ground.number}:0:off:0:1", f"qj:{ground.number}:keep"})
    await refused_everything(other, ground, but=may)
    (seen,) = await other.presses(f"qk:{ground.number}")
    assert "samopomoc" not in seen
    assert "Zapisane: 1 z 12" in seen
    after = await house.seats(ground.number), await house.programme(ground.number)
    assert before[0] == after[0]
    assert before[1].model_dump() == after[1].model_dump()
    assert (await house.candidates(ground.number))[0].state == "in"


async def test_a_keeper_without_a_role_leads_that_one_only(house: House, newcomer: Newcomer, ground: Ground) -> None:
    (link,) = await house.keeper.presses(f"qj:{ground.number}:keep")
    keeper = await newcomer()
    await keeper.says("/start " + link.split("start=")[1].split()[0])
    assert "nr" in "".join((await keeper.presses(f"qp:{ground.number}")) + keeper.buttons)
    rival = House(await newcomer(role=Role.ORGANISER), house.database, house.clock)
    theirs = await rival.opens(CLUB)
    for data in (f"qk:{theirs}", f"qp:{theirs}", f"qd:{theirs}:0:off:0:1", f"qj:{theirs}:keep"):
        assert await keeper.presses(data) == []
        assert REFUSED in alert_of(keeper)


async def test_nobody_answers_for_another_person(house: House, newcomer: Newcomer, ground: Ground) -> None:
    stranger = await newcomer()
    for data in (
        f"qt:{ground.number}:0",
        f"ql:{ground.number}:1",
        f"qw:{ground.number}:1",
        f"qx:{ground.meeting}:0:1",
        f"qx:{ground.meeting}:1:0",
        f"qo:{ground.number}::0",
        f"qi:{ground.number}:0:",
    ):
        assert await stranger.presses(data) == [], data
        assert "nie ma tu" in alert_of(stranger), data
    assert await house.seats(ground.number) == [1] * 5


async def test_a_member_sees_no_other_member(house: House, newcomer: Newcomer, ground: Ground) -> None:
    second = await newcomer()
    (link,) = await house.keeper.presses(f"qj:{ground.number}:seat")
    await second.says("/start " + link.split("start=")[1].split()[0])
    (mine,) = await second.presses(f"qt:{ground.number}:0")
    assert "nr 1" not in mine
    assert "samopomoc" not in mine
    assert "Jest tu miejsce" in mine


async def test_the_desk_is_not_told_to_phone_a_group(house: House, newcomer: Newcomer, ground: Ground) -> None:
    clerk = await newcomer(role=Role.CLERK)
    first = (await house.meetings(ground.number))[0]
    house.clock.now = first.starts_at.replace(hour=8)
    (calls,) = (await clerk.says("/telefony"))[:1]
    assert "17:30" not in calls + "".join(clerk.buttons)
    assert "16:30" not in calls + "".join(clerk.buttons)
