"""I come, I don't: once, truly, in groups without a name, with reminders that fit."""

from datetime import UTC, datetime, timedelta

import icalendar
import pytest
from aiogram.methods import EditMessageReplyMarkup

from bot.announcements import event_reminders
from bot.clock import WARSAW, SteppedClock
from bot.storage import Database
from tests.conversations.people import Person, Stage
from tests.events.conftest import GROUP, Newcomer, Postman
from tests.events.people import answer_of, makes_event, taps_in_group, the_event

COME, STAY = "ev:1:1", "ev:1:0"
SATURDAY = datetime(2026, 11, 28, 16, 0, tzinfo=WARSAW)


def local(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=WARSAW)  # type: ignore[arg-type, misc]


async def test_the_organiser_types_an_event_and_it_is_kept(organiser: Person, database: Database) -> None:
    await organiser.says("/wydarzenie")
    await organiser.says("Piknik sąsiedzki")
    await organiser.says("park przy ul. Szkolnej")
    (back,) = await organiser.says("sobota 16:00")
    assert "sobota 28 listopada, 16:00" in back
    await organiser.taps("Tak")
    await organiser.taps("Bez limitu")
    (done,) = await organiser.taps("Bez zdjęcia")
    assert "Piknik sąsiedzki" in done
    assert any("Ogłosić" in label for label in organiser.buttons)
    event = await the_event(database)
    assert (event.centre, event.starts_at) == ("starachowice", SATURDAY)


async def test_what_is_no_single_moment_is_asked_again(organiser: Person) -> None:
    await organiser.says("/wydarzenie")
    await organiser.says("Piknik")
    await organiser.says("park")
    assert "powtarza" in (await organiser.says("co wtorek o 17"))[0]
    assert "Tak" not in organiser.buttons
    await organiser.says("31 lutego")
    assert not any("Tak" in label for label in organiser.buttons)
    assert "28 listopada" in (await organiser.says("sobota 16"))[0]


async def test_a_tap_in_a_group_is_noted_and_only_the_number_is_shown(
    organiser: Person, newcomer: Newcomer, stage: Stage, postman: Postman, clock: SteppedClock
) -> None:
    await makes_event(organiser)
    for _ in range(3):
        neighbour = await newcomer()
        said = await taps_in_group(stage, neighbour.id, COME)
        assert [type(request).__name__ for request in said] == ["AnswerCallbackQuery"]
        assert "Zapisane" in (answer_of(said).text or "")
    await taps_in_group(stage, neighbour.id, COME)  # a second tap of the same person
    clock.forward(seconds=40)
    edits = [sent for sent in await postman.round() if sent.chat_id == GROUP]
    assert [edit.call.method for edit in edits] == ["editMessageReplyMarkup"]
    assert edits[0].call.arguments["message_id"] == 77
    assert edits[0].labels == ["✅ Będę · 3", "Nie będę"]


async def test_a_hundred_taps_change_a_group_s_message_sparingly(
    organiser: Person, newcomer: Newcomer, stage: Stage, postman: Postman, clock: SteppedClock
) -> None:
    await makes_event(organiser)
    neighbours = [await newcomer() for _ in range(4)]
    for turn in range(25):
        for neighbour in neighbours:
            await taps_in_group(stage, neighbour.id, COME if turn % 2 == 0 else STAY)
        clock.forward(seconds=2)
        await postman.round()
    await postman.until(clock() + timedelta(minutes=2))
    edits = [sent for sent in postman.sent if sent.chat_id == GROUP]
    assert 1 <= len(edits) <= 3  # 50 seconds of taps
    assert edits[-1].labels[0] == "✅ Będę · 4"


async def test_who_cannot_be_written_to_gets_a_link_and_the_answer_is_taken_there(
    organiser: Person, stage: Stage, database: Database, postman: Postman
) -> None:
    await makes_event(organiser)
    said = answer_of(await taps_in_group(stage, 9001, COME))
    assert said.url == "https://t.me/OkienkoBot?start=e-1-y"
    stranger = Person(stage, 9001)
    (screen, notice) = await stranger.says("/start e-1-y")
    assert "Zapisane: będę" in screen
    assert "automat" in notice
    assert any("Będę (zapisane)" in label for label in stranger.buttons)
    sent = await postman.until(SATURDAY)
    assert [one.chat_id for one in sent if "Przypomnienie" in one.words] == [9001, 9001]


async def test_who_blocked_the_bot_is_led_in_again(organiser: Person, resident: Person, stage: Stage) -> None:
    await makes_event(organiser)
    change = {
        "chat": resident.chat,
        "from": resident.user,
        "date": 1_700_000_000,
        "old_chat_member": {"status": "member", "user": {"id": 42, "is_bot": True, "first_name": "O"}},
        "new_chat_member": {"status": "kicked", "user": {"id": 42, "is_bot": True, "first_name": "O"}, "until_date": 0},
    }
    await stage.deliver(my_chat_member=change)
    assert answer_of(await taps_in_group(stage, resident.id, COME)).url is not None


async def test_reminders_come_at_six_the_evening_before_and_two_hours_before(
    organiser: Person, resident: Person, postman: Postman, clock: SteppedClock
) -> None:
    await makes_event(organiser)
    await resident.presses(COME)
    assert await postman.until(local(2026, 11, 27, 17, 59)) == []
    (evening,) = await postman.until(local(2026, 11, 27, 18, 0))
    assert evening.chat_id == resident.id
    assert "Piknik sąsiedzki" in evening.words
    assert "sobota 28 listopada, 16:00" in evening.words
    assert await postman.until(local(2026, 11, 28, 13, 59)) == []
    (shortly,) = await postman.until(local(2026, 11, 28, 14, 0))
    assert "Przypomnienie" in shortly.words
    assert await postman.until(local(2026, 11, 29, 12, 0)) == []


async def test_who_changed_their_mind_hears_nothing_and_back_again_once(
    organiser: Person, newcomer: Newcomer, postman: Postman
) -> None:
    await makes_event(organiser)
    gone, back = await newcomer(), await newcomer()
    for person, answers in ((gone, (COME, STAY)), (back, (COME, STAY, COME, COME))):
        for answer in answers:
            await person.presses(answer)
    await postman.until(SATURDAY)
    assert postman.to(gone) == []
    assert len(postman.to(back)) == 2


async def test_a_private_tap_marks_the_answer_and_keeps_the_other_buttons(organiser: Person, stage: Stage) -> None:
    await makes_event(organiser)
    unfollow = {"text": "Nie chcę więcej: seniorzy", "callback_data": "fu:1:0"}
    markup = {"inline_keyboard": [[{"text": "✅ Będę", "callback_data": COME}], [unfollow]]}
    message = {
        "message_id": 7,
        "date": 1_700_000_000,
        "chat": organiser.chat,
        "from": {"id": 42, "is_bot": True, "first_name": "Okienko"},
        "text": "…",
        "reply_markup": markup,
    }
    query = {"id": "1", "from": organiser.user, "chat_instance": "1", "message": message, "data": COME}
    sent = await stage.deliver(callback_query=query)
    (edit,) = [request for request in sent if isinstance(request, EditMessageReplyMarkup)]
    labels = [[button.text for button in row] for row in edit.reply_markup.inline_keyboard]  # type: ignore[union-attr]
    assert labels == [["☑️ Będę (zapisane)", "Nie będę"], ["📅 Do kalendarza"], ["Nie chcę więcej: seniorzy"]]


async def test_a_changed_time_is_told_once_with_the_file_and_reminds_anew(
    organiser: Person, resident: Person, postman: Postman, clock: SteppedClock
) -> None:
    await makes_event(organiser)
    await resident.presses(COME)
    await organiser.presses("evc:1:place")
    await organiser.says("świetlica")
    await organiser.presses("evc:1:when")
    await organiser.says("niedziela 15:00")
    await organiser.taps("Tak")
    (news,) = await postman.until(clock() + timedelta(hours=1))
    assert news.call.method == "sendDocument"
    assert "Zmiana" in news.words
    assert "świetlica" in news.words
    assert "niedziela 29 listopada, 15:00" in news.words
    entry = icalendar.Calendar.from_ical(news.file).walk("VEVENT")[0]
    assert entry["SEQUENCE"] == 2
    reminders = await postman.until(local(2026, 11, 30, 0, 0))
    assert len(reminders) == 2
    assert all("29 listopada" in sent.words for sent in reminders)


async def test_cancelled_because_of_the_weather_is_told_at_once_also_at_night(
    organiser: Person, newcomer: Newcomer, stage: Stage, postman: Postman, clock: SteppedClock
) -> None:
    await makes_event(organiser)
    comes, stays = await newcomer(), await newcomer()
    await taps_in_group(stage, comes.id, COME)
    await stays.presses(STAY)
    clock.now = local(2026, 11, 27, 22, 30).astimezone(UTC)
    await postman.round()
    postman.sent.clear()
    await organiser.presses("evx:1:")
    assert any("pogodę" in label for label in organiser.buttons)
    await organiser.taps("pogodę")
    await organiser.presses("evx:1:weather")  # pressed twice
    sent = await postman.round()
    assert [one.chat_id for one in sent if one.call.method == "sendDocument"] == [comes.id]
    (told,) = postman.to(comes)
    assert "Odwołane przez pogodę" in told.words
    entry = icalendar.Calendar.from_ical(told.file).walk("VEVENT")[0]
    assert (entry["STATUS"], entry["SEQUENCE"]) == ("CANCELLED", 1)
    (edit,) = [one for one in sent if one.chat_id == GROUP]
    assert edit.labels == ["❌ Odwołane"]
    assert "odwołane" in (answer_of(await taps_in_group(stage, stays.id, COME)).text or "")
    assert await postman.until(SATURDAY) == []


async def test_the_calendar_file_is_neutral_and_keeps_its_name(
    organiser: Person, resident: Person, postman: Postman, clock: SteppedClock
) -> None:
    await makes_event(organiser)
    await resident.presses(COME)
    await resident.presses("evk:1")
    (first,) = await postman.round()
    clock.forward(seconds=5)
    await organiser.presses("evc:1:place")
    await organiser.says("Klub; sala 2")
    await resident.presses("evk:1")
    second = (await postman.round())[-1]
    one, two = (icalendar.Calendar.from_ical(sent.file).walk("VEVENT")[0] for sent in (first, second))
    assert one["UID"] == two["UID"]
    assert (one["SEQUENCE"], two["SEQUENCE"]) == (0, 1)
    assert two["LOCATION"] == "Klub; sala 2"
    assert "Piknik" not in first.file.decode()
    assert one["DTSTART"].dt == SATURDAY
    assert one["DTEND"].dt - one["DTSTART"].dt == timedelta(hours=2)


@pytest.mark.parametrize(
    ("starts", "evening", "shortly"),
    [
        # The clocks go back in the night to 25 October, forward in the night to 28 March.
        (local(2026, 10, 25, 12, 0), local(2026, 10, 24, 18, 0), local(2026, 10, 25, 10, 0)),
        (local(2027, 3, 28, 12, 0), local(2027, 3, 27, 18, 0), local(2027, 3, 28, 10, 0)),
        (local(2026, 11, 28, 9, 0), local(2026, 11, 27, 18, 0), local(2026, 11, 28, 8, 0)),
        (local(2026, 11, 28, 8, 15), local(2026, 11, 27, 18, 0), local(2026, 11, 28, 6, 15)),
    ],
)
def test_moments_of_reminders_are_of_the_wall_clock(starts: datetime, evening: datetime, shortly: datetime) -> None:
    utc = starts.astimezone(UTC)
    assert event_reminders.evening_before(utc).astimezone(UTC) == evening.astimezone(UTC)
    assert event_reminders.shortly_before(utc).astimezone(UTC) == shortly.astimezone(UTC)


def test_two_hours_before_are_real_hours_in_the_night_of_the_clocks() -> None:
    after_the_skip = local(2027, 3, 28, 4, 0).astimezone(UTC)
    assert event_reminders.shortly_before(after_the_skip).astimezone(WARSAW).hour == 1
    after_the_doubled = local(2026, 10, 25, 3, 30).astimezone(UTC)
    doubled = event_reminders.shortly_before(after_the_doubled)
    assert doubled == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)  # 2:30 for the first time


async def test_a_very_early_event_reminds_the_evening_before_only(
    organiser: Person, resident: Person, postman: Postman
) -> None:
    await makes_event(organiser, "sobota 8:15")
    await resident.presses(COME)
    sent = await postman.until(SATURDAY)
    assert len(sent) == 1


async def test_an_old_button_tells_the_truth_about_the_present(
    organiser: Person, resident: Person, stage: Stage, clock: SteppedClock
) -> None:
    await makes_event(organiser)
    clock.now = (SATURDAY + timedelta(days=20)).astimezone(UTC)
    assert "skończyło" in (answer_of(await taps_in_group(stage, resident.id, COME)).text or "")
    assert "nie ma" in (answer_of(await taps_in_group(stage, resident.id, "ev:99:1")).text or "")


async def test_residents_see_only_what_was_announced(organiser: Person, resident: Person) -> None:
    await makes_event(organiser)
    assert "Piknik" in str((await organiser.says("/wydarzenia"), organiser.buttons))
    await resident.says("/wydarzenia")
    assert not any("Piknik" in label for label in resident.buttons)


async def test_nothing_half_typed_is_lost_by_leaving_and_anuluj_leaves(organiser: Person) -> None:
    await organiser.says("/wydarzenie")
    assert "Przerwane" in (await organiser.says("/anuluj"))[0]
    said = await organiser.says("Piknik")
    assert not any("park przy ul. Szkolnej" in text for text in said)


async def test_who_came_is_forgotten_but_how_many_is_kept(
    organiser: Person, resident: Person, database: Database, clock: SteppedClock
) -> None:
    from bot.announcements import events

    await makes_event(organiser)
    await resident.presses(COME)
    clock.now = (SATURDAY + timedelta(days=40)).astimezone(UTC)
    async with database.transaction() as session:
        await events.forget_old(session, clock())
    event = await the_event(database)
    async with database.session() as session:
        assert await events.those_coming(session, 1) == []
        assert await events.count(session, event) == 1
