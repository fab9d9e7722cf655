"""Repetitions and quiet hours, days off, short months, both nights of the clocks; each time once."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlmodel import col, select

from bot.clock import WARSAW, SteppedClock
from bot.storage import Database
from bot.storage.tables import Announcement, AnnouncementRun, ClosingDay
from tests.announcing.conftest import Newcomer
from tests.announcing.post import PostOffice
from tests.announcing.test_announcing import composed
from tests.conversations.people import Person


async def planned(organiser: Person, typed: str, days_off: str | None = None) -> str:
    """Confirmed; what the last look said."""
    await composed(organiser)
    await organiser.says(typed)
    if days_off:
        await organiser.taps(days_off)
    _, look = await organiser.taps("Tak, zgadza się")
    await organiser.taps("Zaplanuj")
    return look


async def run_days(database: Database, announcement_id: int = 1) -> list[str]:
    async with database.session() as session:
        rows = await session.exec(
            select(col(AnnouncementRun.at))
            .where(AnnouncementRun.announcement_id == announcement_id)
            .order_by(col(AnnouncementRun.at))
        )
        return [f"{at.astimezone(WARSAW):%Y-%m-%d %H:%M}" for at in rows]


async def test_a_repetition_in_quiet_hours_leaves_once_on_the_evening_before(
    organiser: Person, newcomer: Newcomer, post: PostOffice, database: Database, clock: SteppedClock
) -> None:
    senior = await newcomer(follows="Seniorzy")
    await planned(organiser, "co piątek o 7 rano do 11 grudnia")
    clock.now = datetime(2026, 11, 26, 19, 29, 59, tzinfo=UTC)
    for _ in range(20):  # looked at a little late, again and again: as it is in earnest
        clock.now += timedelta(seconds=1.5)
        await post.deliver()
    assert len(post.to(senior.id)) == 1
    assert await run_days(database) == ["2026-11-26 20:30", "2026-12-03 20:30"]


async def test_a_first_time_moved_to_the_morning_is_not_the_second(
    organiser: Person, newcomer: Newcomer, post: PostOffice, database: Database, clock: SteppedClock
) -> None:
    await newcomer(follows="Seniorzy")
    clock.now = datetime(2026, 11, 26, 21, 0, tzinfo=UTC)  # Thursday, 22:00
    await planned(organiser, "co piątek o 7 rano do 11 grudnia")
    clock.now = datetime(2026, 11, 27, 7, 0, 1, tzinfo=UTC)
    await post.deliver()
    assert await run_days(database) == ["2026-11-27 08:00", "2026-12-03 20:30"]


async def test_the_end_is_kept_and_then_it_is_done(
    organiser: Person, newcomer: Newcomer, post: PostOffice, database: Database, clock: SteppedClock
) -> None:
    senior = await newcomer(follows="Seniorzy")
    await planned(organiser, "co środę o 12 do 9 grudnia")
    clock.now = datetime(2026, 11, 25, 11, 0, 1, tzinfo=UTC)
    for sent in (1, 2, 3, 3):
        await post.deliver()
        assert len(post.to(senior.id)) == sent
        clock.forward(days=7)
    assert await run_days(database) == ["2026-11-25 12:00", "2026-12-02 12:00", "2026-12-09 12:00"]
    async with database.session() as session:
        assert (await session.exec(select(Announcement.state))).one() == "done"


async def test_short_months_have_their_last_day(
    organiser: Person, newcomer: Newcomer, post: PostOffice, database: Database, clock: SteppedClock
) -> None:
    await newcomer(follows="Seniorzy")
    clock.now = datetime(2027, 1, 20, 9, tzinfo=UTC)
    await planned(organiser, "co miesiąc 31. o 12 do 31 maja")
    for _ in range(5):
        at = datetime.fromisoformat((await run_days(database))[-1]).replace(tzinfo=WARSAW).astimezone(UTC)
        clock.now = at + timedelta(seconds=1)
        await post.deliver()
    # The clocks go forward on 28 March: noon stays noon.
    assert [one[5:] for one in await run_days(database)] == [
        "01-31 12:00", "02-28 12:00", "03-31 12:00", "04-30 12:00", "05-31 12:00",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("now", "typed", "utc"),
    [
        (datetime(2027, 3, 24, 9, tzinfo=UTC), "co niedzielę o 10 do 10 kwietnia", ["03-28 08", "04-04 08"]),
        (datetime(2027, 10, 27, 9, tzinfo=UTC), "co niedzielę o 10 do 10 listopada", ["10-31 09", "11-07 09"]),
        (datetime(2027, 10, 20, 9, tzinfo=UTC), "co niedzielę o 10 do 10 listopada", ["10-24 08", "10-31 09"]),
    ],
)
async def test_both_nights_of_the_clocks(
    organiser: Person,
    newcomer: Newcomer,
    post: PostOffice,
    database: Database,
    clock: SteppedClock,
    now: datetime,
    typed: str,
    utc: list[str],
) -> None:
    await newcomer(follows="Seniorzy")
    clock.now = now
    await planned(organiser, typed)
    async with database.session() as session:
        first = (await session.exec(select(col(AnnouncementRun.at)))).one()
    clock.now = first + timedelta(seconds=1)
    await post.deliver()
    async with database.session() as session:
        found = (await session.exec(select(col(AnnouncementRun.at)).order_by(col(AnnouncementRun.at)))).all()
    assert [f"{at:%m-%d %H}" for at in found] == utc


async def test_days_off_are_asked_of_a_repetition_and_kept_to(
    organiser: Person, newcomer: Newcomer, post: PostOffice, database: Database, clock: SteppedClock
) -> None:
    senior = await newcomer(follows="Seniorzy")
    async with database.transaction() as session:
        session.add(ClosingDay(centre="koszalin", day=date(2026, 12, 28), reason="inwentaryzacja"))
        session.add(ClosingDay(centre="starachowice", day=date(2026, 12, 29)))
    clock.now = datetime(2026, 12, 21, 9, tzinfo=UTC)
    await composed(organiser)
    (asked,) = await organiser.says("co czwartek o 12 do 7 stycznia")
    assert "Wigilia" in asked
    assert any(label.startswith("✅") and "też w dni wolne" in label for label in organiser.buttons)
    (again,) = await organiser.taps("następny dzień roboczy")
    # 24 December is off, the 25th and 26th are holidays, the 27th is a Sunday, on the 28th the centre is closed.
    assert "wtorek 29 grudnia" in again
    assert "Na pewno" not in again
    _, look = await organiser.taps("Tak, zgadza się")
    assert "wtorek 29 grudnia" in look
    assert "następny dzień roboczy" in look
    await organiser.taps("Zaplanuj")
    assert await run_days(database) == ["2026-12-29 12:00"]
    for day in ("12-24 11:01", "12-29 11:01", "12-31 11:01"):
        clock.now = datetime.strptime(f"2026-{day}", "%Y-%m-%d %H:%M").replace(tzinfo=UTC)
        await post.deliver()
    assert len(post.to(senior.id)) == 2
    assert (await run_days(database))[1:] == ["2026-12-31 12:00", "2027-01-07 12:00"]


async def test_a_closing_day_made_known_later_counts_for_what_is_not_planned_yet(
    organiser: Person, newcomer: Newcomer, post: PostOffice, database: Database, clock: SteppedClock
) -> None:
    await newcomer(follows="Seniorzy")
    await planned(organiser, "co wtorek o 12 do 15 grudnia", "W dni wolne nie")
    async with database.transaction() as session:
        session.add(ClosingDay(centre="koszalin", day=date(2026, 12, 1)))
    clock.now = datetime(2026, 11, 24, 11, 1, tzinfo=UTC)
    await post.deliver()
    assert await run_days(database) == ["2026-11-24 12:00", "2026-12-08 12:00"]


async def test_working_days_as_typed_are_no_holidays(
    organiser: Person, newcomer: Newcomer, database: Database, clock: SteppedClock
) -> None:
    await newcomer(follows="Seniorzy")
    clock.now = datetime(2026, 12, 23, 15, tzinfo=UTC)
    await planned(organiser, "w każdy dzień roboczy o 12 do 8 stycznia")
    assert await run_days(database) == ["2026-12-28 12:00"]


async def test_a_repetition_of_days_off_alone_is_refused(
    organiser: Person, newcomer: Newcomer, post: PostOffice, database: Database
) -> None:
    await newcomer(follows="Seniorzy")
    await composed(organiser)
    await organiser.says("co sobotę o 12 do 19 grudnia")
    await organiser.taps("W dni wolne nie")
    await organiser.taps("Tak, zgadza się")
    await organiser.taps("Zaplanuj")
    assert await run_days(database) == []
    async with database.session() as session:
        assert (await session.exec(select(Announcement.state))).one() == "draft"


async def test_an_outsider_cannot_change_the_days_off(
    organiser: Person, newcomer: Newcomer, database: Database
) -> None:
    await newcomer(follows="Seniorzy")
    stranger = await newcomer()
    await composed(organiser)
    await organiser.says("co wtorek o 12 do 15 grudnia")
    await stranger.presses("ac:1:days:skip")
    await organiser.presses("ac:1:days:whatever")
    async with database.session() as session:
        (rule,) = (await session.exec(select(Announcement.rule))).all()
    assert rule
    assert rule["days_off"] == "keep"
