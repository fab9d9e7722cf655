"""The adviser's day: who came, topic and minutes in two taps, a delay told once, nobody else's eyes."""

from datetime import timedelta
from itertools import pairwise

import pytest
from sqlmodel import select

from bot.clock import WARSAW, SteppedClock
from bot.people import roles
from bot.places.topics import Topic
from bot.storage import Database
from bot.storage.tables import AdviceGiven, CallTask, Provider, Role
from tests.conversations.people import Person
from tests.counter.conftest import CENTRE, TUESDAY, House, Newcomer, account_id
from tests.events.conftest import Postman


@pytest.fixture
def tuesday(clock: SteppedClock) -> SteppedClock:
    """Five to nine on the day of the duty."""
    clock.now = TUESDAY - timedelta(minutes=5)
    return clock


async def given(database: Database) -> list[tuple[str, int, bool]]:
    async with database.session() as session:
        rows = (await session.exec(select(AdviceGiven))).all()
        assert all((row.month.day, row.service) == (1, row.service) for row in rows)
        return [(row.topic, row.minutes, row.booked) for row in rows]


async def test_the_day_and_two_taps_afterwards(
    clerk: Person, lawyer: Person, house: House, law: list[int], database: Database, tuesday: SteppedClock
) -> None:
    held = await house.caller(clerk, law[0], "Kowalska", "600100200", topic="debts")
    await house.caller(clerk, law[1], "Nowak")
    (day,) = await lawyer.says("/dzis")
    assert "dzisiaj, wtorek 24 listopada" in day
    assert "<b>9:00</b> Kowalska, Długi" in day
    assert "600" not in day  # the desk phones, not the adviser
    assert "<b>10:00</b> wolne" in day
    (asked,) = await lawyer.taps("✅ 9:00")
    assert "Czego dotyczyła" in asked
    assert lawyer.buttons[0] == "Długi"
    await lawyer.taps("Długi")
    minutes = lawyer.screen
    (noted,) = await lawyer.taps("30")
    assert "Zapisane w zestawieniu" in noted
    lawyer.screen = minutes
    (again,) = await lawyer.taps("45")
    assert "już było zapisane" in again
    assert await given(database) == [("debts", 30, True)]
    assert (await house.one(held.id)).state == "came"
    await lawyer.taps("✖️ 9:30")  # not yet: they may still come
    assert "✖️ 9:30 nie ma" in lawyer.buttons
    tuesday.now = tuesday.now.astimezone(WARSAW).replace(hour=9, minute=31)
    await lawyer.taps("✖️ 9:30")
    assert "jednak jest" in " ".join(lawyer.buttons)
    await lawyer.taps("jednak jest")
    await lawyer.taps("Później")
    assert "📝 9:30 temat i czas" in lawyer.buttons


async def test_nothing_leads_from_advice_back_to_a_person(
    clerk: Person, lawyer: Person, house: House, law: list[int], database: Database, tuesday: SteppedClock
) -> None:
    for slot, name in zip(law, "ABC", strict=False):
        held = await house.caller(clerk, slot, name)
        await lawyer.presses(f"zm:{held.id}:1")
        await lawyer.presses(f"zb:{held.id}:law:30:")
    async with database.session() as session:
        rows = (await session.exec(select(AdviceGiven))).all()
    assert len(rows) == 3
    assert {row.month.isoformat() for row in rows} == {"2026-11-01"}
    assert set(AdviceGiven.model_fields) == {"id", "centre", "month", "service", "topic", "minutes", "booked"}
    numbers = sorted(row.id for row in rows)
    assert min(b - a for a, b in pairwise(numbers)) > 1000  # random, not in order of coming


async def test_somebody_without_a_booking(
    lawyer: Person, law: list[int], database: Database, tuesday: SteppedClock
) -> None:
    await lawyer.says("/dzis")
    await lawyer.taps("Bez zapisu")
    await lawyer.taps("Sprawy prawne")
    minutes = lawyer.screen
    await lawyer.taps("15")
    lawyer.screen = minutes
    (again,) = await lawyer.taps("15")
    assert "już było zapisane" in again
    assert await given(database) == [("law", 15, False)]


async def test_a_delay_is_told_once_to_those_who_wait(
    clerk: Person,
    lawyer: Person,
    newcomer: Newcomer,
    house: House,
    law: list[int],
    psychology: list[int],
    postman: Postman,
    database: Database,
    tuesday: SteppedClock,
) -> None:
    here, late, cancels, elsewhere = [await newcomer() for _ in range(4)]
    first = await house.books(here, law[0], Topic.LAW)
    await house.books(late, law[1], Topic.DEBTS)
    third = await house.books(cancels, law[2])
    await house.books(elsewhere, psychology[1])
    without = await house.caller(clerk, law[3], "Nowak", "600100200")
    await lawyer.presses(f"zm:{first.id}:1")
    await lawyer.says("/dzis")
    screen = lawyer.screen
    (said,) = await lawyer.taps("+20 min")
    assert "Wiadomość dostają 2 osoby" in said
    assert "Bez komunikatora: 10:30" in said
    lawyer.screen = screen
    await lawyer.taps("+20 min")
    await cancels.presses(f"bx:{third.id}:1:")
    await postman.round()
    told = [sent for person in (here, late, cancels, elsewhere) for sent in postman.to(person)]
    told = [sent for sent in told if "Opóźnienie" in sent.words]
    assert [sent.chat_id for sent in told] == [late.id]
    assert "ok. 20 minut" in told[0].words
    assert "9:30" in told[0].words
    assert not any(word in told[0].words.lower() for word in ("prawn", "dług", "law"))
    async with database.session() as session:
        (task,) = (await session.exec(select(CallTask))).all()
    assert (task.booking_id, task.reason) == (without.id, "delay")
    (list_,) = await clerk.presses("zc:20261124:0")
    assert "zacznie się później" in list_


async def test_who_came_in_meanwhile_hears_of_no_delay(
    lawyer: Person, newcomer: Newcomer, house: House, law: list[int], postman: Postman, tuesday: SteppedClock
) -> None:
    held = await house.books(await newcomer(), law[0], Topic.LAW)
    await lawyer.says("/dzis")
    await lawyer.taps("+10 min")
    await lawyer.presses(f"zm:{held.id}:1")
    assert not any("Opóźnienie" in sent.words for sent in await postman.round())


async def test_another_day_is_not_marked_before_it_comes(
    clerk: Person, lawyer: Person, house: House, law: list[int]
) -> None:
    held = await house.caller(clerk, law[0], "Kowalska")
    await lawyer.says("/dzis")
    await lawyer.taps("24.11 ▶")
    assert not any("9:00" in label for label in lawyer.buttons)
    await lawyer.presses(f"zm:{held.id}:0")
    assert (await house.one(held.id)).state == "booked"


@pytest.mark.parametrize("who", ["psychologist", "resident", "clerk", "former"])
async def test_only_that_adviser_sees_and_marks_the_day(
    who: str,
    clerk: Person,
    lawyer: Person,
    newcomer: Newcomer,
    house: House,
    law: list[int],
    psychology: list[int],
    database: Database,
    tuesday: SteppedClock,
) -> None:
    held = await house.caller(clerk, law[0], "Kowalska", topic="debts")
    if who == "psychologist":
        person = await newcomer(role=Role.ADVISER)
        await house.link("psycholog", person)
    elif who == "former":
        person = lawyer
        async with database.transaction() as session:
            await roles.revoke(session, await account_id(session, lawyer), CENTRE, Role.ADVISER)
    else:
        person = clerk if who == "clerk" else await newcomer()
    said = " ".join(await person.says("/dzis"))
    for data in ("zj:", f"zm:{held.id}:1", f"zn:{held.id}", f"zb:{held.id}:law:30:", "zl:20:abcd", "zq:0:1"):
        said += " ".join(await person.presses(data))
    assert "Kowalska" not in said
    if who != "psychologist":
        assert "/dyzur/" not in said
    assert (await house.one(held.id)).state == "booked"
    assert await given(database) == []


async def test_an_account_is_linked_by_the_desk(
    clerk: Person, newcomer: Newcomer, house: House, law: list[int], database: Database
) -> None:
    """The adviser reads the number of the account, the desk taps it; a second account gets no day."""
    adviser, other = await newcomer(role=Role.ADVISER), await newcomer(role=Role.ADVISER)
    stranger = await newcomer(centre="koszalin", role=Role.ADVISER)
    (said,) = await adviser.says("/dzis")
    async with database.session() as session:
        number, second, third = [await account_id(session, each) for each in (adviser, other, stranger)]
    assert f"<b>{number}</b>" in said
    await clerk.says("/doradcy")
    await clerk.taps("prawnik")
    assert f"Konto nr {third}" not in clerk.buttons
    await clerk.taps(f"Konto nr {number}")
    (day,) = await adviser.says("/dzis")
    assert "prawnik" in day
    await clerk.says("/doradcy")
    await clerk.taps("psycholog")
    assert f"Konto nr {number}" not in clerk.buttons
    for account in (number, third):
        await clerk.presses(f"zx:{house.advisers['psycholog']}:{account}")
    async with database.session() as session:
        assert (await session.get_one(Provider, house.advisers["psycholog"])).account_id is None
    assert second
    for person in (adviser, await newcomer(), await newcomer(centre="koszalin", role=Role.ORGANISER)):
        refused = " ".join(await person.says("/doradcy")) + " ".join(
            await person.presses(f"zx:{house.advisers['prawnik']}:0")
        )
        assert "Odłączyć" not in refused
    async with database.session() as session:
        assert (await session.get_one(Provider, house.advisers["prawnik"])).account_id == number
