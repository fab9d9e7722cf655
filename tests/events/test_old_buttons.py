"""Taps that come twice, late or from an old message, and hours in the nights of the clocks."""

from datetime import UTC, datetime, timedelta

import icalendar
import pytest
from sqlmodel import select

from bot.announcements import events
from bot.announcements.announcements import Stage as Standing
from bot.announcements.events import NewEvent
from bot.clock import WARSAW, SteppedClock
from bot.people import accounts, roles
from bot.storage import Database
from bot.storage.tables import Announcement, Role
from tests.conversations.people import Person, Stage
from tests.events.conftest import GROUP, Postman
from tests.events.people import account_of, answer_of, makes_event, taps_in_group, the_event
from tests.events.test_plan import group_of, plans_to_send

COME, STAY = "ev:1:1", "ev:1:0"


def local(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=WARSAW)  # type: ignore[arg-type, misc]


async def test_an_old_yes_does_not_confirm_a_newer_time(organiser: Person, database: Database) -> None:
    await organiser.says("/wydarzenie")
    await organiser.says("Piknik sąsiedzki")
    await organiser.says("park")
    await organiser.says("sobota 16:00")
    old = organiser.screen
    await organiser.says("niedziela 15:00")
    new, organiser.screen = organiser.screen, old
    (asked,) = await organiser.taps("Tak")
    assert "Kiedy" in asked  # the question again, not the picture
    organiser.screen = new
    await organiser.taps("Tak")
    await organiser.taps("Bez limitu")
    await organiser.taps("Bez zdjęcia")
    assert (await the_event(database)).starts_at == local(2026, 11, 29, 15, 0)


async def test_a_form_pressed_to_its_end_twice_makes_one_event(organiser: Person, database: Database) -> None:
    await makes_event(organiser)
    await organiser.presses("evf:skip")
    await organiser.presses("evf:yes")
    async with database.session() as session:
        assert len((await session.exec(select(events.Event))).all()) == 1


async def test_done_without_okienko_counts_once_however_often_it_is_tapped(organiser: Person) -> None:
    await organiser.presses("evd:wzgorze-akcje")
    await organiser.presses("evd:wzgorze-akcje")
    assert "Akcje społecznościowe, Wzgórze: 1 z 1" in (await organiser.says("/plan"))[0]


async def test_files_are_sent_once_for_two_taps(organiser: Person, resident: Person, postman: Postman) -> None:
    await makes_event(organiser)
    await resident.presses(COME)
    for _ in range(2):
        await resident.presses("evk:1")
        await organiser.presses("evr:2026:4")
        postman.clock.forward(seconds=2)
    sent = await postman.round()
    assert sorted(one.chat_id for one in sent) == sorted([resident.id, organiser.id])


@pytest.mark.parametrize(
    ("hours_before", "said", "unsaid"),
    [(30, "wieczorem", ""), (12, "Przypomnienie przyjdzie", "wieczorem"), (1, "Zapisane: będę", "Przypomnienie")],
)
async def test_no_reminder_is_promised_that_will_not_come(
    hours_before: int, said: str, unsaid: str, organiser: Person, resident: Person, clock: SteppedClock, stage: Stage
) -> None:
    await makes_event(organiser)
    clock.now = (local(2026, 11, 28, 16, 0) - timedelta(hours=hours_before)).astimezone(UTC)
    words = answer_of(await taps_in_group(stage, resident.id, COME)).text or ""
    assert said in words
    assert not unsaid or unsaid not in words


async def test_what_was_to_invite_to_a_cancelled_event_does_not_go_out(
    organiser: Person, database: Database, clock: SteppedClock, postman: Postman
) -> None:
    await group_of(database, clock, "starachowice")
    await makes_event(organiser)
    await organiser.presses("eva:1")
    await plans_to_send(database, clock, clock() + timedelta(days=2))
    (said,) = await organiser.presses("evx:1:weather")
    assert "ogłoszenie" in said
    async with database.session() as session:
        assert (await session.exec(select(Announcement.state))).one() == Standing.STOPPED
    await organiser.presses("evx:1:weather")
    assert [sent for sent in await postman.until(clock() + timedelta(days=3)) if sent.chat_id == GROUP] == []


async def test_two_changes_and_a_restart_between_are_told_once(
    organiser: Person, resident: Person, postman: Postman, clock: SteppedClock
) -> None:
    await makes_event(organiser)
    await resident.presses(COME)
    await organiser.presses("evc:1:place")
    await organiser.says("świetlica")
    clock.forward(minutes=1)
    await postman.round()  # another process takes over
    await organiser.presses("evc:1:when")
    await organiser.says("niedziela 15:00")
    await organiser.taps("Tak")
    await organiser.presses("evf:yes")
    for _ in range(3):
        clock.forward(minutes=1)
        await postman.round()
    (news,) = postman.to(resident)
    assert "niedziela 29 listopada, 15:00" in news.words


@pytest.mark.parametrize(
    ("starts", "ends"),
    [
        # In the night to 25 October 2026 the hour from 2:00 comes twice, in that to 28 March 2027 not at all.
        (local(2026, 10, 25, 1, 30), "2026-10-25T01:30:00+00:00"),
        (local(2027, 3, 28, 1, 30), "2027-03-28T02:30:00+00:00"),
    ],
)
async def test_a_night_of_the_clocks_makes_no_event_longer_or_unremembered(
    starts: datetime,
    ends: str,
    organiser: Person,
    resident: Person,
    database: Database,
    clock: SteppedClock,
    postman: Postman,
) -> None:
    """Moved by a wall clock's moment, as any caller may hand it in."""
    clock.now = datetime(2026, 10, 1, 12, 0, tzinfo=UTC)
    me = await account_of(database, organiser)
    assert me.id
    new = NewEvent(title="Nocny spacer", place="rynek", starts_at=local(2026, 10, 20, 17, 0))
    async with database.transaction() as session:
        await events.create(session, clock(), "starachowice", me.id, new)
    await resident.presses(COME)
    async with database.transaction() as session:
        await events.change(session, clock(), "starachowice", 1, starts_at=starts)
    assert (await the_event(database)).ends_at.isoformat() == ends
    sent = await postman.until(starts.astimezone(UTC))
    reminded = [one for one in sent if "Przypomnienie" in one.words]
    assert len(reminded) == 2  # at 18:00, and at 20:30 because two hours before is in quiet hours
    await resident.presses("evk:1")
    entry = icalendar.Calendar.from_ical((await postman.round())[-1].file).walk("VEVENT")[0]
    assert entry["DTSTART"].dt == starts.astimezone(UTC)
    assert entry["DTEND"].dt - entry["DTSTART"].dt == timedelta(hours=2)


async def test_another_centre_s_organiser_cannot_finish_a_change_begun_elsewhere(
    organiser: Person, database: Database, clock: SteppedClock
) -> None:
    await makes_event(organiser)
    await organiser.presses("evc:1:place")
    async with database.transaction() as session:
        actor = await accounts.find_actor(session, "telegram", organiser.id, "pl")
        assert actor
        await roles.grant(session, clock(), actor.account_id, "koszalin", Role.ORGANISER)
        await accounts.choose_centre(session, actor, "koszalin")
    assert "nie ma" in (await organiser.says("świetlica"))[0]
    assert (await the_event(database)).place == "park przy ul. Szkolnej"
