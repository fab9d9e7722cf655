"""Danger that shows later: it goes first everywhere, staff see it, and are reminded by the clock."""

from sqlmodel import col, select, update

from bot.desk import conversations, escalation, mirroring
from bot.desk.conversations import Opening
from bot.outbox.states import Priority, State
from bot.storage.tables import Conversation, OwedMessage
from tests.desk.office import CENTRE, HOURS, WEB, Office


async def _danger(office: Office, name: str = "olena") -> Conversation:
    async with office.database.transaction() as session:
        opening = Opening(CENTRE, office.people[name], WEB, office.chat(name), "uk", in_danger=True)
        talk = await conversations.open_(session, office.clock(), opening)
        incoming = office.incoming(name, "він мене б'є")
        await mirroring.from_resident(session, office.clock(), talk, incoming)
        return talk


async def _waiting(office: Office) -> list[OwedMessage]:
    async with office.database.session() as session:
        rows = await session.exec(
            select(OwedMessage).where(col(OwedMessage.state) == State.WAITING).order_by(col(OwedMessage.id))
        )
        return list(rows.all())


async def test_what_waits_already_goes_first_and_in_its_order(office: Office) -> None:
    """Somebody calm wrote before, and nothing has left yet: not even the topics are made."""
    calm = await office.open("anna")
    await office.write(calm, "spokojnie", name="anna")
    urgent = await office.open("olena")
    await office.write(urgent, "raz")
    await _danger(office)
    mine = [one for one in await _waiting(office) if (one.payload or {})["conversation"] == urgent.id]
    assert mine
    assert {one.priority for one in mine} == {Priority.LIVE}
    theirs = [one for one in await _waiting(office) if (one.payload or {})["conversation"] == calm.id]
    assert {one.priority for one in theirs} == {Priority.URGENT}
    await office.deliver(forward=5)
    first, *_ = office.in_room()
    assert first.arguments["name"].startswith("❗ 2")
    words = [one.words for one in office.in_room() if one.thread == first.numbers[0]]
    assert words[0].index("raz") < words[0].index("він мене б'є")


async def test_a_reply_on_its_way_is_not_overtaken(office: Office) -> None:
    talk = await office.open()
    await office.deliver(forward=5)
    await office.answer(talk, "pierwsza")
    await _danger(office)
    await office.answer(talk, "druga")
    await office.deliver(forward=11)
    assert [one.words for one in office.to("olena")] == ["👤 pierwsza", "👤 druga"]


async def test_staff_see_it_before_the_title_says_so(office: Office) -> None:
    talk = await office.open()
    await office.deliver(forward=5)
    office.sent.clear()
    await _danger(office)
    await office.deliver(forward=4)
    (said,) = office.in_room()
    assert said.words.startswith("❗")
    assert said.words.endswith("він мене б'є")
    await office.deliver(forward=61)
    assert office.in_room()[-1].arguments["name"].startswith("❗ 1")
    await office.write(talk, "і ще")
    await office.deliver(forward=4)
    assert office.in_room()[-1].words == "і ще"


async def test_staff_are_reminded_anew_though_every_calm_reminder_was_used_up(office: Office) -> None:
    office.clock.now = office.clock.now.replace(hour=7)  # 8:00
    talk = await office.open()
    for minutes in (30, 30, 30):
        office.clock.forward(minutes=minutes)
        assert await office.do(escalation.remind, talk.id, HOURS)
    assert escalation.moment(await office.read(talk), HOURS) is None
    office.clock.forward(hours=12)
    await office.deliver()
    office.sent.clear()
    await _danger(office)
    assert not await office.do(escalation.remind, talk.id, HOURS)
    for minutes, told in ((5, office.in_room), (5, lambda: office.to("ewa")), (10, lambda: office.to("organiser"))):
        office.clock.forward(minutes=minutes, seconds=-1)
        assert not await office.do(escalation.remind, talk.id, HOURS)
        office.clock.forward(seconds=1)
        assert await office.do(escalation.remind, talk.id, HOURS)
        await office.deliver()
        said = [one.words for one in told() if one.words][-1]
        assert "❗ Pilne." in said
        assert "godzin pracy" not in said


async def test_reminders_missed_for_an_hour_do_not_come_all_at_once(office: Office) -> None:
    talk = await office.open(in_danger=True)
    office.clock.forward(hours=1)
    assert await office.do(escalation.remind, talk.id, HOURS)
    assert not await office.do(escalation.remind, talk.id, HOURS)


async def test_a_title_of_before_is_no_reason_to_wait(office: Office) -> None:
    """Only what goes later is moved: what goes at once already stays as it is."""
    talk = await office.open(in_danger=True)
    async with office.database.transaction() as session:
        await session.exec(update(OwedMessage).values(priority=int(Priority.LIVE)))
    await _danger(office)
    assert {one.priority for one in await _waiting(office) if one.kind != "desk-title"} == {Priority.LIVE}
    assert talk.id
