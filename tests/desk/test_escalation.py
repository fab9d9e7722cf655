"""Nobody sleeps at the desk: reminders by the desk's own minutes, and the first line on Monday."""

from datetime import UTC, datetime

from sqlmodel import update

from bot.catalogue.catalogue import Catalogue
from bot.clock import SteppedClock
from bot.desk import escalation, working
from bot.desk.content import Content, Sort
from bot.desk.watch import Watch, follow_up
from bot.outbox.states import State
from bot.storage import Database
from bot.storage.tables import OwedMessage
from tests.desk.office import HOURS, TELEGRAM, Office

FRIDAY = datetime(2026, 11, 27, 14, 25, tzinfo=UTC)  # 15:25 in Warsaw
MONDAY = datetime(2026, 11, 30, 6, 30, tzinfo=UTC)  # 7:30


async def test_the_room_then_a_second_person_then_the_coordinator(office: Office) -> None:
    talk = await office.open()
    await office.do(working.take, talk.id, office.clerk("ewa"), HOURS)
    office.clock.forward(minutes=29)
    assert not await office.do(escalation.remind, talk.id, HOURS)
    for minutes, who in ((1, "ewa"), (30, "jan"), (30, "organiser")):
        office.clock.forward(minutes=minutes)
        assert await office.do(escalation.remind, talk.id, HOURS)
        assert not await office.do(escalation.remind, talk.id, HOURS)
        await office.deliver()
        assert "Rozmowa 1" in office.to(who)[-1].words
    office.clock.forward(days=3)
    assert not await office.do(escalation.remind, talk.id, HOURS)


async def test_who_was_answered_is_not_reminded_of(office: Office) -> None:
    talk = await office.open()
    await office.answer(talk, "dzień dobry")
    await office.deliver(forward=11)
    office.clock.forward(days=1)
    assert not await office.do(escalation.remind, talk.id, HOURS)


async def test_danger_does_not_wait_for_opening_hours(office: Office) -> None:
    office.clock.now = FRIDAY.replace(hour=22)
    calm, urgent = await office.open("anna"), await office.open("olena", in_danger=True)
    office.clock.forward(minutes=5)
    assert await office.do(escalation.remind, urgent.id, HOURS)
    assert not await office.do(escalation.remind, calm.id, HOURS)


async def test_friday_half_past_three_is_handled_on_monday(office: Office) -> None:
    office.clock.now = FRIDAY
    calm = await office.open("anna")
    assert escalation.moment(calm, HOURS) == MONDAY.replace(minute=55)
    office.clock.now = FRIDAY.replace(day=28)
    await office.open("olena", in_danger=True)
    await office.deliver(forward=5)
    office.clock.now = MONDAY
    async with office.database.session() as session:
        (room,) = [one for one in await escalation.rooms_to_greet(session, office.clock())]
    assert await office.do(escalation.greet, room.id)
    assert not await office.do(escalation.greet, room.id)
    await office.deliver()
    line = office.in_room()[-1]
    assert line.thread is None
    assert line.words == (
        "<b>Czekają 2 osoby, najdłużej od piątku 15:25.</b>\n❗ 2 · uk · od soboty 15:25\n1 · pl · od piątku 15:25"
    )


async def test_a_file_is_fetched_for_the_other_channel_and_keeps_its_place(
    any_database: Database, clock: SteppedClock
) -> None:
    office = await Office(any_database, clock).settled(TELEGRAM)
    fetched: list[str] = []

    async def fetch(_channel: str, file_id: str) -> bytes:
        fetched.append(file_id)
        if file_id == "broken":
            raise OSError
        return b"glos"

    watch = Watch(office.database, office.clock, lambda: Catalogue([]), fetch)
    talk = await office.open()
    await office.deliver(forward=5)
    office.sent.clear()
    await office.write(talk, Content("", Sort.VOICE, "v1"))
    await office.write(talk, "po głosie")
    await watch.tick()
    await office.deliver(forward=5)
    voice, text = office.in_room()
    assert (voice.method, voice.arguments["voice"].content, text.words) == ("sendVoice", b"glos", "po głosie")
    assert fetched == ["v1"]
    await office.write(talk, Content("rachunek", Sort.DOCUMENT, "broken"))
    office.clock.forward(minutes=6)
    await watch.tick()
    await office.deliver(forward=5)
    assert "nie udało się pobrać" in office.in_room()[-1].words
    assert "rachunek" in office.in_room()[-1].words


async def test_what_was_on_the_line_when_a_second_process_was_killed_is_followed_up(office: Office) -> None:
    talk = await office.open()
    await office.deliver(forward=5)
    await office.write(talk, "ważne")
    async with office.database.transaction() as session:
        await session.exec(
            update(OwedMessage)
            .where(OwedMessage.state == State.WAITING)  # type: ignore[arg-type]
            .values(state=State.UNCERTAIN, reason="process ended", finished_at=office.clock())
        )
    assert await office.do(follow_up) == 1
    assert await office.do(follow_up) == 0
    await office.deliver(forward=5)
    assert office.in_room()[-1].words.endswith("ważne")
