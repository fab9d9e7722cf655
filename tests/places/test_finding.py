"""Free places: what can be booked now, on which local days, and what is nearest to one that is gone."""

from datetime import date, datetime, timedelta
from typing import Any

from bot.places import finding
from bot.places.finding import Wanted
from bot.places.slots import Rules, SlotKind
from bot.places.topics import Topic
from bot.storage.tables import Slot
from tests.places.town import CENTRE, ELSEWHERE, Town


def wanted(town: Town, **more: Any) -> Wanted:
    return Wanted(centre=CENTRE, **{"since": town.clock(), "until": town.clock() + timedelta(days=31), **more})


async def free(town: Town, **more: Any) -> list[int | None]:
    async with town.database.session() as session:
        return [slot.id for slot in await finding.free(session, wanted(town, **more), now=town.clock())]


async def test_only_what_can_be_booked_now_is_free(any_town: Town) -> None:
    town = any_town
    full, gone, shared, soon, other_kind = [
        await town.slot(town.at(9)),
        await town.slot(town.at(10)),
        await town.slot(town.at(11), seats=2),
        await town.slot(town.at(12), rules=Rules(notice_minutes=60 * 48)),
        await town.slot(town.at(13), kind=SlotKind.MEETING),
    ]
    await town.slot(town.at(9), centre=ELSEWHERE, provider_id=None)
    last = await town.slot(town.at(9, days=40))
    await town.book(full)
    await town.book(shared)
    await town.withdraw(gone)

    assert await free(town) == [shared]
    assert await free(town, kind=SlotKind.MEETING) == [other_kind]
    assert await free(town, until=town.at(10, days=40)) == [shared, last]
    assert await free(town, service="kozienice/other") == []
    town.clock.now = town.at(10, 59)
    assert await free(town) == [shared]
    town.clock.forward(minutes=1)
    assert await free(town) == []
    assert soon not in await free(town)


async def test_a_topic_leads_to_who_takes_it_or_takes_any(town: Town) -> None:
    lawyers, anybodys = await town.slot(town.at(9)), await town.slot(town.at(9), provider_id=town.psychologist)
    assert await free(town, topic=Topic.DEBTS) == [lawyers, anybodys]
    assert await free(town, topic=Topic.FAMILY) == [anybodys]
    assert await free(town, provider_id=town.lawyer) == [lawyers]


async def test_days_are_those_of_polish_clocks(any_town: Town) -> None:
    town = any_town
    town.clock.now = datetime.fromisoformat("2026-10-23T08:00:00+00:00")
    # 23:30 and 0:30 in Warsaw are the same day in UTC in summer; the second night has an hour more.
    for days, hour, minute in ((1, 23, 30), (2, 0, 30), (2, 23, 30), (3, 0, 30)):
        await town.slot(town.at(hour, minute, days=days))
    async with town.database.session() as session:
        days = await finding.free_days(session, wanted(town), town.clock())
    assert days == [(date(2026, 10, 24), 1), (date(2026, 10, 25), 2), (date(2026, 10, 26), 1)]


async def test_the_nearest_are_of_the_same_sort_on_both_sides(town: Town) -> None:
    async def offered(slot_id: int, **more: Any) -> list[int | None]:
        async with town.database.session() as session:
            slot = await session.get_one(Slot, slot_id)
            return [near.id for near in await finding.nearest(session, town.clock(), slot, **more)]

    taken = await town.slot(town.at(12))
    await town.book(taken)
    before, after, far = [await town.slot(town.at(hour)) for hour in (11, 14, 17)]
    same_hour = await town.slot(town.at(14), provider_id=town.psychologist)
    await town.slot(town.at(12, 30), kind=SlotKind.MEETING)
    await town.slot(town.at(13), service="kozienice/other")

    assert await offered(taken) == [before, after, far]
    assert await offered(taken, limit=1) == [before]
    assert await offered(taken, topic=Topic.FAMILY) == [same_hour]
    town.clock.now = town.at(13)
    assert await offered(taken) == [after, far]
