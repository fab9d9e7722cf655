"""Slots and their owners' time: clashes across kinds, buffers, the two nights, and days that are none."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.errors import OkienkoError
from bot.places import codes, hours, slots
from bot.places.attendees import caller
from bot.places.slots import NewSlot, SlotKind
from tests.places.refusing import refused
from tests.places.town import CENTRE, Town


async def test_an_adviser_or_a_room_is_never_in_two_places_whatever_kind(any_town: Town) -> None:
    town = any_town
    await town.slot(town.at(9), 60, room_id=town.room_12)
    error = await refused("places-provider-busy", town.slot(town.at(9, 30), kind=SlotKind.MEETING))
    assert (error.values["who"], error.values["at"].hour, error.values["at"].minute) == ("prawnik", 9, 30)
    error = await refused(
        "places-room-busy",
        town.slot(town.at(8, 45), kind=SlotKind.EVENT, provider_id=None, room_id=town.room_12),
    )
    assert error.values["who"] == "pokój 12"
    await town.slot(town.at(9), provider_id=town.psychologist, room_id=town.hall)


async def test_back_to_back_is_fine_and_a_buffer_is_not_free(town: Town) -> None:
    await town.slot(town.at(9), 30, buffer_minutes=10)
    await refused("places-provider-busy", town.slot(town.at(9, 30)))
    await town.slot(town.at(9, 40))
    await town.slot(town.at(8, 30))
    await refused("places-provider-busy", town.slot(town.at(8), 30, buffer_minutes=5))


async def test_a_roster_that_clashes_with_itself_is_refused_whole(town: Town) -> None:
    def new(hour: int, minutes: int) -> NewSlot:
        start = town.at(hour)
        return NewSlot(
            centre=CENTRE,
            kind=SlotKind.CONSULTATION,
            provider_id=town.lawyer,
            starts_at=start,
            ends_at=start + timedelta(minutes=minutes),
        )

    async def add() -> None:
        async with town.database.transaction() as session:
            await slots.add(session, town.clock(), [new(9, 30), new(10, 90), new(11, 30)])

    await refused("places-provider-busy", add())
    await town.slot(town.at(9))  # nothing of it was kept


async def test_a_withdrawn_slot_frees_its_adviser_and_room(town: Town) -> None:
    slot = await town.slot(town.at(9), room_id=town.room_12)
    await town.withdraw(slot)
    await town.slot(town.at(9), room_id=town.room_12)


async def test_what_is_over_is_not_called_off(town: Town) -> None:
    slot = await town.slot(town.at(9))
    booked = await town.book(slot)
    town.clock.now = town.at(12)
    assert await town.withdraw(slot) == []
    assert (await town.held(slot)) == (1, [booked.booking.seat_no])


@pytest.mark.parametrize("what", ["provider", "room"])
async def test_postgres_itself_refuses_a_clash(any_town: Town, what: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The check left out: on PostgreSQL the constraint says the same; SQLite has only the check."""
    town = any_town
    owner = {"provider_id": town.lawyer} if what == "provider" else {"provider_id": None, "room_id": town.room_12}
    await town.slot(town.at(9), **owner)

    async def unchecked(*_: object) -> None:
        return None

    monkeypatch.setattr("bot.places.slots._refuse_clashes", unchecked)
    if town.database.is_sqlite:
        await town.slot(town.at(9), **owner)
        return
    error = await refused(f"places-{what}-busy", town.slot(town.at(9, 15), **owner))
    assert error.values["who"] == {"provider": "prawnik", "room": "pokój 12"}[what]
    assert (error.values["at"].hour, error.values["at"].minute) == (9, 15)


def test_the_hour_that_march_leaves_out_is_refused() -> None:
    with pytest.raises(OkienkoError, match="places-no-hour"):
        hours.moment_of(date(2027, 3, 28), time(2, 30))
    assert hours.moment_of(date(2027, 3, 28), time(3)) == datetime(2027, 3, 28, 1, tzinfo=UTC)


def test_of_the_hour_that_october_has_twice_the_first_is_meant() -> None:
    assert hours.moment_of(date(2026, 10, 25), time(2, 30)) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


@pytest.mark.parametrize(("night", "slots_of_an_hour"), [(date(2026, 10, 25), 4), (date(2027, 3, 28), 2)])
def test_a_duty_over_such_a_night_is_cut_in_real_time(night: date, slots_of_an_hour: int) -> None:
    cut = list(hours.cut(night, time(1), time(4), 60))
    assert len(cut) == slots_of_an_hour
    assert all(ends - starts == timedelta(hours=1) for starts, ends in cut)
    assert [ends for _, ends in cut[:-1]] == [starts for starts, _ in cut[1:]]


def test_what_is_left_at_the_end_is_no_slot_and_pauses_lie_between() -> None:
    cut = list(hours.cut(date(2026, 11, 24), time(9), time(11), 30, 10))
    assert [hours.local(starts).time() for starts, _ in cut] == [time(9), time(9, 40), time(10, 20)]
    assert list(hours.cut(date(2026, 11, 24), time(9), time(9, 20), 30)) == []


def test_the_29th_of_february_is_there_every_fourth_year() -> None:
    assert hours.a_day(2028, 2, 29) == date(2028, 2, 29)
    with pytest.raises(OkienkoError, match="places-no-day"):
        hours.a_day(2027, 2, 29)


def test_codes_have_no_letters_that_look_alike_and_forgive_how_they_are_typed() -> None:
    made = {codes.new() for _ in range(2000)}
    assert len(made) == 2000
    assert not set("".join(made)) & set("O0I1LB8S5Z2VUAE")
    assert all(codes.typed(codes.shown(code).lower()) == code for code in made)
    assert codes.typed("kpt-4x7m") == codes.typed("КРТ 4Х7М") == "KPT4X7M"  # the second one in Cyrillic
    assert codes.typed("KRT4X7") is codes.typed("dzień dobry") is codes.typed("KRT4X70") is None


@pytest.mark.parametrize(
    ("name", "phone", "key"),
    [
        ("  ", None, "places-name-wrong"),
        ("x" * 61, None, "places-name-wrong"),
        ("J. K.", "12", "places-phone-wrong"),
        ("J. K.", "600 100 2oo", "places-phone-wrong"),
    ],
)
async def test_a_caller_needs_a_name_and_a_number_that_is_one(town: Town, name: str, phone: str, key: str) -> None:
    async def write_down() -> None:
        async with town.database.transaction() as session:
            await caller(session, town.clock(), CENTRE, name, phone)

    await refused(key, write_down())


async def test_a_caller_is_kept_with_initials_and_a_number_as_dialled(town: Town) -> None:
    async with town.database.transaction() as session:
        kept = await caller(session, town.clock(), CENTRE, " J.  K. ", "(+48) 600-100-200")
    assert (kept.name, kept.phone, kept.account_id) == ("J. K.", "+48600100200", None)
