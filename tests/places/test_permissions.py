"""Who may touch a booking, and the outsiders who may not: another account, another centre's desk, another adviser."""

from typing import Any

import pytest
from sqlmodel import func, select

from bot.people.accounts import forget_visitor
from bot.people.roles import revoke
from bot.places import booking, codes
from bot.places.booking import Booked
from bot.storage.tables import Address, Attendee, Booking, CodeTry, Role
from tests.places.refusing import refused
from tests.places.town import CENTRE, ELSEWHERE, Town

OUTSIDERS = ("outsider", "clerk elsewhere", "psychologist", "volunteer")


@pytest.fixture
async def booked(town: Town) -> Booked:
    """Anna's booking with the lawyer."""
    return await town.book(await town.slot(town.at(9)))


async def see(town: Town, booked: Booked, by: str, **more: Any) -> Any:
    async with town.database.session() as session:
        return await booking.one(session, booked.booking.id or 0, by=town.people[by], **more)


@pytest.mark.parametrize("outsider", OUTSIDERS)
async def test_outsiders_can_neither_see_nor_move_nor_cancel_nor_confirm(
    town: Town, booked: Booked, outsider: str
) -> None:
    free = await town.slot(town.at(10))
    await refused("places-not-yours", town.move(booked, free, outsider))
    await refused("places-not-yours", town.cancel(booked, outsider))
    await refused("places-not-yours", town.confirm(booked, outsider))
    await refused("places-not-yours", see(town, booked, outsider))
    await refused("places-not-yours", town.cancel(booked, outsider, code="KRT4X7M"))
    assert await town.held(booked.slot.id or 0) == (1, [1])


@pytest.mark.parametrize("insider", ["anna", "clerk", "lawyer"])
async def test_the_person_the_desk_and_their_adviser_may(town: Town, booked: Booked, insider: str) -> None:
    free = await town.slot(town.at(10))
    assert (await see(town, booked, insider))[0].id == booked.booking.id
    await town.confirm(booked, insider)
    await town.move(booked, free, insider)
    assert (await town.cancel(booked, insider)).state == "cancelled"


@pytest.mark.parametrize("outsider", OUTSIDERS)
async def test_nobody_books_for_somebody_else_s_attendee(town: Town, outsider: str) -> None:
    slot, annas = await town.slot(town.at(9)), await town.attendee("anna")
    await refused("places-not-yours", town.book(slot, outsider, attendee=annas))
    await refused("places-not-yours", town.book(slot, outsider, attendee=await town.caller()))
    await refused("places-not-yours", town.book(slot, "anna", attendee=await town.caller()))
    await refused("places-not-yours", town.book(slot, attendee=999_999))
    assert await town.held(slot) == (0, [])


async def test_a_slot_of_another_centre_does_not_exist(town: Town) -> None:
    slot = await town.slot(town.at(9), centre=ELSEWHERE, provider_id=None)
    await refused("places-gone", town.book(slot))


async def test_a_clerk_who_is_one_no_longer_is_an_outsider(town: Town) -> None:
    slot = await town.slot(town.at(9))
    booked = await town.book(slot, "clerk", attendee=await town.caller())
    async with town.database.transaction() as session:
        await revoke(session, town.people["clerk"], CENTRE, Role.CLERK)
    await refused("places-not-yours", town.cancel(booked, "clerk"))


async def test_the_code_speaks_for_who_has_no_account(town: Town) -> None:
    slot, later = await town.slot(town.at(9)), await town.slot(town.at(10))
    booked = await town.book(slot, "clerk", attendee=await town.caller())
    code = codes.shown(booked.booking.code).lower()
    await town.confirm(booked, "outsider", code=code)
    await town.move(booked, later, "outsider", code=code)
    assert (await town.cancel(booked, "outsider", code=code)).state == "cancelled"


async def find(town: Town, code: str, by: str = "outsider", centre: str = CENTRE) -> Booking | None:
    async with town.database.transaction() as session:
        return await booking.by_code(session, town.clock(), centre, code, account_id=town.people[by])


async def test_a_code_is_found_in_its_own_centre_however_it_is_typed(town: Town, booked: Booked) -> None:
    code = booked.booking.code
    for typed in (code, code.lower(), codes.shown(code), f" {code[:2]}-{code[2:5]} {code[5:]} "):
        found = await find(town, typed)
        assert found
        assert found.id == booked.booking.id
    assert await find(town, code, centre=ELSEWHERE) is None


async def test_a_code_is_not_guessed(town: Town, booked: Booked) -> None:
    for _ in range(5):
        assert await find(town, "CCCCCCC") is None
    await refused("places-code-tries", find(town, booked.booking.code))
    assert await find(town, booked.booking.code, "anna")  # somebody else's tries are not hers
    town.clock.forward(hours=24, minutes=1)
    assert await find(town, booked.booking.code)


async def test_the_desk_may_mistype_as_often_as_it_likes(town: Town, booked: Booked) -> None:
    for _ in range(9):
        assert await find(town, "nothing", "clerk") is None
    assert await find(town, booked.booking.code, "clerk")
    async with town.database.session() as session:
        assert (await session.exec(select(func.count()).select_from(CodeTry))).one() == 0


async def test_who_leaves_the_chat_keeps_the_place_and_the_code(town: Town, booked: Booked) -> None:
    async with town.database.transaction() as session:
        session.add(Address(channel="web", chat_id=7, account_id=town.people["anna"]))
        await session.flush()
        await forget_visitor(session, "web", 7)
    async with town.database.session() as session:
        attendee = await session.get_one(Attendee, booked.booking.attendee_id)
    assert attendee.account_id is None
    assert await town.held(booked.slot.id or 0) == (1, [1])
    await refused("places-not-yours", town.cancel(booked, "outsider"))
    await town.cancel(booked, "outsider", code=booked.booking.code)
