"""The secret link to an adviser's day: without script or account, for that day alone, and gone when it is revoked."""

import re
from collections.abc import AsyncIterator
from datetime import timedelta

import httpx
import pytest
from sqlmodel import select
from starlette.applications import Starlette

from bot.clock import SteppedClock
from bot.pages.sheet import SheetPage
from bot.people import roles
from bot.places import sheet
from bot.places.topics import Topic
from bot.storage import Database
from bot.storage.tables import AdviceGiven, OwedMessage, Provider, Role
from bot.texts import texts
from tests.conversations.people import Person
from tests.counter.conftest import CENTRE, TUESDAY, House, Newcomer, account_id


@pytest.fixture
async def browser(database: Database, clock: SteppedClock) -> AsyncIterator[httpx.AsyncClient]:
    clock.now = TUESDAY - timedelta(minutes=5)
    page = SheetPage(database, clock, texts(), lambda centre, _language: centre.capitalize())
    transport = httpx.ASGITransport(Starlette(routes=page.routes()))
    async with httpx.AsyncClient(transport=transport, base_url="http://okienko.test") as client:
        yield client


async def key_of(database: Database, house: House, name: str) -> str:
    async with database.transaction() as session:
        return await sheet.make_key(session, house.advisers[name])


async def test_the_day_and_what_is_done_there(
    browser: httpx.AsyncClient,
    clerk: Person,
    newcomer: Newcomer,
    house: House,
    law: list[int],
    database: Database,
) -> None:
    held = await house.caller(clerk, law[0], "<b>Kowalska</b>", "600100200", topic="debts")
    await house.books(await newcomer(), law[1], Topic.LAW)
    path = f"/dyzur/{await key_of(database, house, 'prawnik')}"
    page = await browser.get(path)
    assert page.status_code == 200
    assert "&lt;b&gt;Kowalska&lt;/b&gt;" in page.text
    assert "600" not in page.text
    assert "<script" not in page.text
    for form in (
        {"act": "came", "booking": str(held.id)},
        {"act": "note", "booking": str(held.id), "topic": "debts", "minutes": "45"},
        {"act": "note", "booking": str(held.id), "topic": "law", "minutes": "15"},
        {"act": "walk-in", "topic": "other", "minutes": "15", "once": "abcd"},
        {"act": "walk-in", "topic": "other", "minutes": "15", "once": "abcd"},
        {"act": "delay", "minutes": "20", "once": "abcd"},
        {"act": "delay", "minutes": "20", "once": "abcd"},
    ):
        done = await browser.post(path, data=form)
        assert (done.status_code, done.headers["location"]) == (303, path)
    assert (await house.one(held.id)).state == "came"
    async with database.session() as session:
        given = (await session.exec(select(AdviceGiven))).all()
        owed = (await session.exec(select(OwedMessage).where(OwedMessage.kind == "booking-delay"))).all()
    assert sorted((row.topic, row.minutes, row.booked) for row in given) == [("debts", 45, True), ("other", 15, False)]
    assert len(owed) == 1
    assert "w zestawieniu" in (await browser.get(path)).text


async def test_nothing_keeps_or_hands_on_the_address(
    browser: httpx.AsyncClient, house: House, law: list[int], database: Database
) -> None:
    headers = (await browser.get(f"/dyzur/{await key_of(database, house, 'prawnik')}")).headers
    assert headers["cache-control"] == "no-store"
    assert headers["referrer-policy"] == "no-referrer"
    assert "noindex" in headers["x-robots-tag"]
    assert "default-src 'none'" in headers["content-security-policy"]
    async with database.session() as session:
        kept = await session.get_one(Provider, house.advisers["prawnik"])
    assert re.fullmatch(r"[0-9a-f]{64}", kept.sheet_key or "")


async def test_a_link_marks_only_its_own_day(
    browser: httpx.AsyncClient, clerk: Person, house: House, law: list[int], psychology: list[int], database: Database
) -> None:
    held = await house.caller(clerk, law[0], "Kowalska")
    path = f"/dyzur/{await key_of(database, house, 'psycholog')}"
    assert "Kowalska" not in (await browser.get(path)).text
    for form in (
        {"act": "came", "booking": str(held.id)},
        {"act": "note", "booking": str(held.id), "topic": "law", "minutes": "30"},
        {"act": "walk-in", "topic": "law", "minutes": "31", "once": "x"},
        {"act": "walk-in", "topic": "gossip", "minutes": "30", "once": "x"},
        {"act": "came", "booking": "9" * 30},
        {"act": "delay", "minutes": "1000"},
        {"act": "drop table"},
        {},
    ):
        refused = await browser.post(path, data=form)
        assert refused.status_code == 409
        assert 'role="alert"' in refused.text
    assert (await browser.post(path, content=b"x" * 5000)).status_code == 413
    assert (await house.one(held.id)).state == "booked"
    async with database.session() as session:
        assert (await session.exec(select(AdviceGiven))).all() == []


async def test_old_and_revoked_links_and_lost_roles(
    browser: httpx.AsyncClient, lawyer: Person, house: House, law: list[int], database: Database
) -> None:
    first = f"/dyzur/{await key_of(database, house, 'prawnik')}"
    second = f"/dyzur/{await key_of(database, house, 'prawnik')}"
    assert (await browser.get(first)).status_code == 404
    assert (await browser.get(second)).status_code == 200
    async with database.transaction() as session:
        await roles.revoke(session, await account_id(session, lawyer), CENTRE, Role.ADVISER)
    assert (await browser.get(second)).status_code == 404
    async with database.transaction() as session:
        await roles.grant(session, TUESDAY, await account_id(session, lawyer), CENTRE, Role.ADVISER)
        await sheet.revoke_key(session, house.advisers["prawnik"])
    gone = await browser.get(second)
    assert gone.status_code == 404
    assert "prawnik" not in gone.text
    assert gone.headers["cache-control"] == "no-store"


async def test_guessing_is_stopped(
    browser: httpx.AsyncClient, house: House, law: list[int], database: Database, clock: SteppedClock
) -> None:
    seen = {(await browser.get(f"/dyzur/guess{number}")).status_code for number in range(20)}
    assert seen == {404}
    assert (await browser.get("/dyzur/one-more")).status_code == 429
    path = f"/dyzur/{await key_of(database, house, 'prawnik')}"
    assert (await browser.get(path)).status_code == 200  # who has the right one is not shut out
    clock.forward(hours=1, minutes=1)
    assert (await browser.get("/dyzur/one-more")).status_code == 404


async def test_the_adviser_makes_and_ends_the_link_in_the_chat(
    lawyer: Person, clerk: Person, house: House, law: list[int], browser: httpx.AsyncClient
) -> None:
    await lawyer.says("/dzis")
    assert await lawyer.taps("Nowy link do dnia") == []  # the page's address is not known: an alert says so
