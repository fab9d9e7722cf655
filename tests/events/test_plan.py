"""The plan and its quotas, and the way from there into composing; the quarter as a workbook."""

import io
from datetime import UTC, date, datetime
from pathlib import Path

import openpyxl
import pytest
from sqlmodel import col, select

from bot.announcements import composing, plan
from bot.announcements.announcements import confirm
from bot.announcements.audiences import reach
from bot.announcements.communities import Standing
from bot.announcements.herald import Herald
from bot.announcements.plan import Period, span
from bot.announcements.quarter import Quarter, shown, shown_sum
from bot.announcements.when import When
from bot.clock import WARSAW, SteppedClock
from bot.errors import DataError
from bot.storage import Database
from bot.storage.tables import Announcement, Community, Role
from tests.conversations.people import Person, Stage
from tests.events.conftest import GROUP, Newcomer, Postman
from tests.events.people import makes_event, taps_in_group


@pytest.mark.parametrize(
    ("period", "day", "first", "last"),
    [
        (Period.WEEK, date(2026, 11, 29), date(2026, 11, 23), date(2026, 11, 29)),
        (Period.WEEK, date(2027, 1, 1), date(2026, 12, 28), date(2027, 1, 3)),
        (Period.MONTH, date(2028, 2, 3), date(2028, 2, 1), date(2028, 2, 29)),
        (Period.QUARTER, date(2026, 11, 23), date(2026, 10, 1), date(2026, 12, 31)),
        (Period.HALF_YEAR, date(2026, 6, 30), date(2026, 1, 1), date(2026, 6, 30)),
        (Period.YEAR, date(2026, 6, 30), date(2026, 1, 1), date(2026, 12, 31)),
    ],
)
def test_periods_are_of_the_calendar(period: Period, day: date, first: date, last: date) -> None:
    assert span(period, day) == (first, last)


async def test_the_plan_says_what_is_missing_and_leads_to_an_event(organiser: Person) -> None:
    (screen,) = await organiser.says("/plan")
    assert "Gry terenowe, Wzgórze: 0 z 1 w tym kwartale, zostało 5 tygodni." in screen
    assert "Ten plan skończył się 31 grudnia 2024" in screen
    (asked,) = await organiser.taps("Gry terenowe, Wzgórze")
    assert "Zaplanować?" in asked
    await makes_event(organiser, item="wzgorze-gry")
    (screen,) = await organiser.says("/plan")
    assert "Gry terenowe, Wzgórze: 1 z 1 w tym kwartale" in screen
    assert "Gry terenowe, Ostrowiecka: 0 z 1" in screen
    assert not any("Gry terenowe, Wzgórze" in label for label in organiser.buttons)


async def test_an_event_of_another_quarter_or_a_cancelled_one_does_not_count(organiser: Person) -> None:
    await makes_event(organiser, "15 stycznia o 15", item="wzgorze-gry")
    assert "Wzgórze: 0 z 1 w tym kwartale" in (await organiser.says("/plan"))[0].replace("Gry terenowe, ", "")
    await makes_event(organiser, item="wzgorze-gry")
    await organiser.presses("evx:2:other")
    assert "Gry terenowe, Wzgórze: 0 z 1" in (await organiser.says("/plan"))[0]


async def test_what_the_plan_names_without_a_number_can_be_planned_too(organiser: Person) -> None:
    (screen,) = await organiser.says("/plan")
    assert "Konkursy" not in screen
    (screen,) = await organiser.taps("bez stałej liczby")
    assert "Konkursy artystyczne, sportowe i inne, Wzgórze: 0 w tym kwartale, plan nie podaje, ile razy." in screen
    assert "Gry terenowe" not in screen
    await organiser.taps("Konkursy artystyczne, sportowe i inne, Wzgórze")
    await organiser.taps("Już się odbyło")
    assert "Wzgórze: 1 w tym kwartale" in (await organiser.presses("evb"))[0]


def test_a_number_and_no_number_do_not_go_together() -> None:
    name = {"pl": "a", "uk": "a", "en": "a"}
    for wrong in ({"period": "unset", "times": 1}, {"period": "week"}):
        with pytest.raises(ValueError, match="times belongs"):
            plan.Item.model_validate({"id": "a", "title": name, "community": "c"} | wrong)


async def test_what_was_done_without_okienko_is_noted(organiser: Person) -> None:
    await organiser.presses("evd:wzgorze-akcje")
    assert "Akcje społecznościowe, Wzgórze: 1 z 1" in (await organiser.says("/plan"))[0]


async def test_the_last_days_of_a_period_are_counted_in_days(organiser: Person, clock: SteppedClock) -> None:
    clock.now = datetime(2026, 12, 30, 12, 0, tzinfo=UTC)
    assert "zostały 2 dni" in (await organiser.says("/plan"))[0]


async def test_a_poster_of_the_campaign_counts_once_it_goes_out(
    newcomer: Newcomer, database: Database, clock: SteppedClock, postman: Postman, plans: plan.Plans
) -> None:
    organiser = await newcomer("kozienice", Role.ORGANISER)
    await group_of(database, clock, "kozienice")
    await organiser.presses("evi:kampania-plakat")
    await organiser.taps("Napisać ogłoszenie")
    assert "0 z 1 w tym miesiącu" in (await organiser.says("/plan"))[0]
    await _goes_out(database, clock, postman)
    assert "1 z 1 w tym miesiącu" in (await organiser.says("/plan"))[0]


async def test_a_centre_without_a_plan_says_so(newcomer: Newcomer) -> None:
    organiser = await newcomer("koszalin", Role.ORGANISER)
    assert "nie ma jeszcze planu" in (await organiser.says("/plan"))[0]


def test_a_wrong_plan_is_told_with_all_its_mistakes(tmp_path: Path) -> None:
    folder = tmp_path / "plan"
    folder.mkdir()
    (folder / "a.yaml").write_text("centre: b\nitems: nothing\n", "utf-8")
    (folder / "c.yaml").write_text("{", "utf-8")
    with pytest.raises(DataError) as caught:
        plan.load(tmp_path)
    assert any("a.yaml" in problem for problem in caught.value.problems)
    assert any("c.yaml" in problem for problem in caught.value.problems)


async def test_an_announced_event_carries_its_buttons_and_its_count_in_the_group(
    organiser: Person, resident: Person, stage: Stage, database: Database, clock: SteppedClock, postman: Postman
) -> None:
    await group_of(database, clock, "starachowice")
    await makes_event(organiser)
    (draft,) = await organiser.presses("eva:1")
    assert "Piknik sąsiedzki" in draft
    assert any("do kogo" in label for label in organiser.buttons)
    assert postman.sent == []  # nothing announces itself
    await _goes_out(database, clock, postman)
    (posted,) = [sent for sent in postman.sent if sent.chat_id == GROUP]
    assert "Piknik sąsiedzki" in posted.words
    assert posted.labels == ["✅ Będę", "Nie będę"]
    await resident.says("/wydarzenia")
    assert any("Piknik" in label for label in resident.buttons)
    # An answer given in private shows in the group, under the message as it was delivered.
    await resident.presses("ev:1:1")
    clock.forward(seconds=40)
    edit = next(sent for sent in await postman.round() if sent.chat_id == GROUP)
    assert edit.call.method == "editMessageReplyMarkup"
    assert edit.labels[0] == "✅ Będę · 1"


async def test_those_who_come_are_an_audience_of_their_own_centre_only(
    organiser: Person, newcomer: Newcomer, database: Database, postman: Postman
) -> None:
    await makes_event(organiser)
    for _ in range(3):
        await (await newcomer()).presses("ev:1:1")
    await (await newcomer()).presses("ev:1:0")
    async with database.session() as session:
        assert (await reach(session, "starachowice", ["event:1"])).people == 3
        assert (await reach(session, "koszalin", ["event:1"])).people == 0


def test_small_numbers_are_hidden_and_cannot_be_reckoned() -> None:
    assert [shown(number) for number in (0, 4, 5)] == ["<5", "<5", 5]
    assert shown_sum([7, 12]) == 19
    assert shown_sum([7, 3]) == "≥ 7"


def test_quarters() -> None:
    assert Quarter.of(date(2026, 1, 5)).before == Quarter(2025, 4)
    assert (Quarter(2026, 4).first, Quarter(2026, 4).last) == (date(2026, 10, 1), date(2026, 12, 31))


async def test_the_quarter_comes_as_a_workbook_without_small_numbers(
    organiser: Person, newcomer: Newcomer, database: Database, clock: SteppedClock, postman: Postman
) -> None:
    await group_of(database, clock, "starachowice")
    await makes_event(organiser)
    await organiser.presses("eva:1")
    await _goes_out(database, clock, postman)
    await makes_event(organiser, "niedziela 12:00", item="wzgorze-gry")
    for number in range(6):
        neighbour = await newcomer()
        await neighbour.presses("ev:1:1")
        if number < 2:
            await neighbour.presses("ev:2:1")
    await organiser.says("/wydarzenia")
    (asked,) = await organiser.taps("kwartalne")
    assert "kwartał" in asked
    await organiser.taps("4. kwartał 2026")
    (sent,) = [one for one in await postman.round() if one.call.method == "sendDocument"]
    assert sent.chat_id == organiser.id
    assert sent.call.arguments["document"].filename == "starachowice-2026-4.xlsx"
    book = openpyxl.load_workbook(io.BytesIO(sent.file))
    rows = {sheet.title: [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)] for sheet in book}
    assert [(row[1], row[-1]) for row in rows["Wydarzenia"]] == [("Piknik sąsiedzki", 6), ("Gry terenowe", "<5")]
    assert dict(rows["Podsumowanie"])["Zapowiedziane osoby"] == "≥ 6"
    assert rows["Ogłoszenia"][0][2] == "<5"
    assert ["Wzgórze", "Gry terenowe", "1 × w kwartale", 1] in rows["Plan"]


@pytest.mark.parametrize(
    "title", ['=HYPERLINK("http://zle.example";"tu")', "+48 600", "-1+1", "@SUM(1)", "a\ufffeb\uffff"]
)
async def test_a_title_is_text_in_the_workbook_whatever_it_looks_like(
    title: str, organiser: Person, postman: Postman
) -> None:
    await organiser.says("/wydarzenie")
    await organiser.says(title)
    await organiser.says("=1+1")
    await organiser.says("sobota 16:00")
    await organiser.taps("Tak")
    await organiser.taps("Bez limitu")
    await organiser.taps("Bez zdjęcia")
    await organiser.presses("evr:2026:4")
    (sent,) = await postman.round()
    book = openpyxl.load_workbook(io.BytesIO(sent.file))
    _, name, place, *_ = next(book["Wydarzenia"].iter_rows(min_row=2))
    assert (name.value, name.data_type) == (title.replace("\ufffe", "").replace("\uffff", ""), "s")
    assert (place.value, place.data_type, place.number_format) == ("=1+1", "s", "@")


async def test_a_role_lost_before_the_report_is_sent_ends_it(
    organiser: Person, database: Database, postman: Postman
) -> None:
    from bot.people import accounts, roles

    await organiser.says("/kwartal")
    await organiser.taps("4. kwartał 2026")
    async with database.transaction() as session:
        actor = await accounts.find_actor(session, "telegram", organiser.id, "pl")
        assert actor
        await roles.revoke(session, actor.account_id, "starachowice", Role.ORGANISER)
    assert await postman.round() == []


OUTSIDERS = {
    "a resident": (None, None),
    "a volunteer": (Role.VOLUNTEER, None),
    "an organiser of another centre": (Role.ORGANISER, "koszalin"),
}


@pytest.mark.parametrize("who", OUTSIDERS)
async def test_outsiders_are_refused_everywhere(
    who: str, organiser: Person, newcomer: Newcomer, database: Database, postman: Postman
) -> None:
    await makes_event(organiser, item="wzgorze-gry")
    role, of = OUTSIDERS[who]
    outsider = await newcomer("starachowice", role, of)
    for command in ("/wydarzenie", "/plan", "/kwartal"):
        assert "osób, które organizują" in (await outsider.says(command))[0]
    before = await _everything(database)
    for data in (
        "evn:",
        "evn:wzgorze-gry",
        "eva:1",
        "evc:1:when",
        "evc:1:place",
        "evx:1:",
        "evx:1:weather",
        "evf:yes",
        "evp",
        "evb",
        "evi:wzgorze-gry",
        "evq:wzgorze-gry",
        "evd:wzgorze-gry",
        "evr:2026:4",
        "evs",
    ):
        assert "osób, które organizują" in (await outsider.presses(data))[0], data
        await outsider.says("niedziela 15:00")
    assert await _everything(database) == before
    assert not any("Odwołać" in label or "Ogłosić" in label for label in outsider.buttons)
    await outsider.presses("evo:1")
    assert not any("Odwołać" in label or "Ogłosić" in label for label in outsider.buttons)


async def test_an_organiser_elsewhere_cannot_touch_our_event_from_home(
    organiser: Person, newcomer: Newcomer, stage: Stage, database: Database
) -> None:
    await makes_event(organiser)
    elsewhere = await newcomer("koszalin", Role.ORGANISER)
    before = await _everything(database)
    for data in ("eva:1", "evc:1:when", "evx:1:weather", "evi:wzgorze-gry", "evd:wzgorze-gry"):
        await elsewhere.presses(data)
    assert await _everything(database) == before


async def test_a_role_lost_in_the_middle_of_the_form_ends_it(organiser: Person, database: Database) -> None:
    from bot.people import accounts, roles

    await organiser.says("/wydarzenie")
    async with database.transaction() as session:
        actor = await accounts.find_actor(session, "telegram", organiser.id, "pl")
        assert actor
        await roles.revoke(session, actor.account_id, "starachowice", Role.ORGANISER)
    assert "osób, które organizują" in (await organiser.says("Piknik"))[0]


async def test_who_comes_is_nowhere_in_what_a_group_gets(
    organiser: Person, newcomer: Newcomer, stage: Stage, postman: Postman, clock: SteppedClock
) -> None:
    await makes_event(organiser)
    neighbour = await newcomer()
    await taps_in_group(stage, neighbour.id, "ev:1:1")
    await organiser.presses("evx:1:other")
    clock.forward(seconds=60)
    await postman.round()
    for sent in postman.sent:
        if sent.chat_id == GROUP:
            assert "Osoba" not in str(sent.call.arguments)
            assert str(neighbour.id) not in str(sent.call.arguments)


async def _everything(database: Database) -> list[object]:
    from bot.storage.tables import Attendance, Event, OwedMessage, PlanDone

    async with database.session() as session:
        found: list[object] = []
        for table in (Event, PlanDone, Announcement, Attendance, OwedMessage):
            found += [row.model_dump() for row in (await session.exec(select(table))).all()]
        return found


async def group_of(database: Database, clock: SteppedClock, centre: str) -> None:
    async with database.transaction() as session:
        session.add(
            Community(
                channel="telegram",
                chat_id=GROUP,
                kind="group",
                name="Osiedle",
                state=Standing.ACTIVE,
                centre=centre,
                changed_at=clock(),
            )
        )


async def plans_to_send(database: Database, clock: SteppedClock, at: datetime | None = None) -> None:
    """The last draft is to go to the group, now or later."""
    async with database.transaction() as session:
        draft = (await session.exec(select(Announcement).order_by(col(Announcement.id).desc()))).first()
        assert draft
        assert draft.id
        assert draft.author
        community = (await session.exec(select(Community))).one()
        await composing.toggle(session, clock(), draft.author, draft.id, f"community:{community.id}")
        when = When(at, at.astimezone(WARSAW).replace(tzinfo=None)) if at else None
        await composing.set_when(session, clock(), draft.author, draft.id, when)
        await confirm(session, clock(), draft.author, draft.id)


async def _goes_out(database: Database, clock: SteppedClock, postman: Postman) -> None:
    """The last draft goes to the group, now."""
    await plans_to_send(database, clock)

    async def no_files(_channel: str, _file_id: str) -> bytes:
        raise AssertionError("no file is needed")

    await Herald(database, clock, no_files, ["telegram"]).tick()
    await postman.round()
