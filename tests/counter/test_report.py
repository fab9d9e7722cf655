"""What the roster's numbers say: only what happened, from how many, and nobody who could be counted on one hand."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import select

from bot.clock import SteppedClock
from bot.papers.chart import chart_png
from bot.people import roles
from bot.places import report
from bot.places.finding import Wanted
from bot.places.roster_report import Chart
from bot.places.topics import Topic
from bot.storage import Database
from bot.storage.tables import Booking, Role, UnmetWish
from tests.conversations.people import Person
from tests.counter.conftest import CENTRE, House, Newcomer, account_id
from tests.events.conftest import Postman

START = datetime(2026, 9, 28, 7, 0, tzinfo=UTC)
"""Monday, eight weeks before the clock's."""


@pytest.fixture
async def eight_weeks(house: House, clerk: Person, database: Database, clock: SteppedClock) -> None:
    """Wednesdays 9–11 full, Fridays 14–16 empty, Mondays 9–10 often missed."""
    now = clock()
    for week in range(8):
        clock.now = START + timedelta(weeks=week)
        summer = clock.now < datetime(2026, 10, 25, tzinfo=UTC)
        wall = timedelta(hours=0 if summer else 1)
        monday = await house.hours("prawnik", clock.now + wall, 2)
        wednesday = await house.hours("prawnik", clock.now + wall + timedelta(days=2), 2, minutes=60)
        friday = await house.hours("prawnik", clock.now + wall + timedelta(days=4, hours=5), 2, minutes=60)
        for number, slot in enumerate([*monday, *wednesday, *friday[: week % 4 == 3]]):
            if (week, number) not in ((0, 2), (3, 3)):
                topic = Topic.DEBTS if number == 0 else Topic.LAW
                held = await house.caller(clerk, slot, "K.", topic=topic)
                async with database.transaction() as session:
                    row = await session.get_one(Booking, held.id)
                    row.state = "missed" if number == 0 and week > 2 else "came"
                    session.add(row)
    clock.now = now
    wednesday = now.replace(hour=0) + timedelta(days=2)
    wanted = Wanted(centre=CENTRE, since=wednesday, until=wednesday + timedelta(hours=22), topic=Topic.LAW)
    for hour in (9, 9, 9, 10, 10):
        async with database.transaction() as session:
            await report.not_found(session, now, wanted, hour=hour)


@pytest.fixture
def drawing() -> None:
    """matplotlib and its fonts are loaded before the postman's patience is at stake."""
    chart_png(Chart("", "", [], "", {}, "", {}, ["pn."] * 7, ""))


async def test_hours_to_add_to_and_drop_with_their_numbers(
    eight_weeks: None, drawing: None, clerk: Person, postman: Postman
) -> None:
    (said,) = await clerk.says("/dyzury raport")
    assert "<b>Środa 9–11</b>: 14 z 16 terminów zajętych, 5 razy ktoś szukał i nie było wolnego: warto dodać" in said
    assert "<b>Piątek 14–16</b>: &lt;5 z 16 terminów zajętych: można pomyśleć o innej porze" in said
    assert "<b>Poniedziałek 9–10</b>: nikt nie przyszedł 5 z 14 razy" in said
    assert "Sprawy prawne: 22" in said
    assert "Sprawy prawne: 5 razy nie było wolnego" in said
    (sent,) = await postman.round()
    picture = sent.call.arguments["photo"].content
    assert picture.startswith(b"\x89PNG")
    assert sent.chat_id == clerk.id


async def test_little_says_nothing(clerk: Person, house: House, clock: SteppedClock) -> None:
    (empty,) = await clerk.says("/dyzury raport")
    assert "nie było terminów" in empty
    now = clock()
    clock.now = now - timedelta(days=7)
    slots = await house.hours("prawnik", clock.now, 4)
    for slot in slots:
        await house.caller(clerk, slot, "K.", topic="violence")
    clock.now = now
    (said,) = await clerk.says("/dyzury raport")
    assert "nie wskazują jeszcze" in said
    assert "Przemoc w domu: &lt;5" in said


async def test_full_without_anybody_turned_away_is_only_a_thought(
    eight_weeks: None, clerk: Person, database: Database
) -> None:
    async with database.transaction() as session:
        for wish in (await session.exec(select(UnmetWish))).all()[:1]:
            await session.delete(wish)
    (said,) = await clerk.says("/dyzury raport")
    assert "<b>Środa 9–11</b>: 14 z 16 terminów zajętych: prawie wszystko" in said
    assert "razy" not in said.split("Środa")[1].split("\n")[0]


async def test_who_may_see_it(
    newcomer: Newcomer, lawyer: Person, house: House, database: Database, postman: Postman, eight_weeks: None
) -> None:
    organiser = await newcomer(role=Role.ORGANISER)
    (said,) = await organiser.says("/dyzury raport")
    assert "14 z 16" in said
    async with database.transaction() as session:
        await roles.revoke(session, await account_id(session, organiser), CENTRE, Role.ORGANISER)
    assert await postman.round() == []
    for person in (await newcomer(), lawyer, await newcomer(role=Role.CLERK, of="koszalin")):
        refused = " ".join(await person.says("/dyzury raport")) + " ".join(await person.presses("ze"))
        assert "14 z 16" not in refused


async def test_wishes_are_forgotten(eight_weeks: None, database: Database, clock: SteppedClock) -> None:
    async with database.transaction() as session:
        await report.forget_old(session, clock.forward(days=121))
    async with database.session() as session:
        assert (await session.exec(select(UnmetWish))).all() == []
