"""Working a conversation: one has it, the others are told; what is a note never goes out; who is outside is refused."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import pytest

from bot.desk import callbacks, conversations, figures, mirroring, rating, rooms, working
from bot.desk.content import Content, Standing
from bot.desk.conversations import Opening, State
from bot.errors import OkienkoError
from bot.places.topics import Topic
from bot.storage.tables import AuditEntry, Callback, Conversation, DeskMessage
from tests.desk.office import CENTRE, HOURS, ROOM, TELEGRAM, WEB, Office


async def test_one_has_it_until_closing_time(office: Office) -> None:
    talk = await office.open()
    await office.do(working.take, talk.id, office.clerk("ewa"), HOURS)
    with pytest.raises(OkienkoError) as told:
        await office.do(working.take, talk.id, office.clerk("jan"), HOURS)
    assert (told.value.key, told.value.values) == ("desk-taken-by", {"name": "Ewa"})
    for step in (working.release, working.close):
        with pytest.raises(OkienkoError, match="desk-taken-by"):
            await office.do(step, talk.id, office.clerk("jan"))
    office.clock.forward(hours=5, minutes=30)  # 15:30
    assert await office.do(working.lapse, talk.id)
    assert not await office.do(working.lapse, talk.id)
    taken = await office.do(working.take, talk.id, office.clerk("jan"), HOURS)
    assert (taken.taken_name, taken.state) == ("Jan", State.TAKEN)


async def test_a_reply_by_somebody_else_is_held_and_says_who_has_it(office: Office) -> None:
    talk = await office.open()
    await office.do(working.take, talk.id, office.clerk("ewa"), HOURS)
    reply = await office.answer(talk, "ja też odpowiem", by="jan")
    assert reply.holder == "Ewa"
    await office.deliver(forward=60)
    assert all("ja też" not in one.words for one in office.to("olena"))
    with pytest.raises(OkienkoError, match="desk-taken-by"):
        await office.do(mirroring.let_go, reply.message.id, office.clerk("jan"))
    await office.do(working.release, talk.id, office.clerk("ewa"))
    await office.do(working.take, talk.id, office.clerk("jan"), HOURS)
    await office.do(mirroring.let_go, reply.message.id, office.clerk("jan"))
    await office.deliver(forward=11)
    assert [one.words for one in office.to("olena")][-1] == "👤 ja też odpowiem"


async def test_a_note_never_goes_out(office: Office) -> None:
    talk = await office.open()
    note = mirroring.Incoming(TELEGRAM, ROOM, 7, Content("uwaga: dzwonić po 15"))
    await office.do(working.note, talk.id, office.clerk("ewa"), note)
    await office.deliver(forward=60)
    assert office.to("olena") == []
    (kept,) = await office.all(DeskMessage)
    assert kept.state == Standing.NOTED


async def test_passing_on_tells_the_colleague(office: Office) -> None:
    talk = await office.open()
    await office.do(working.take, talk.id, office.clerk("ewa"), HOURS)
    await office.do(working.pass_on, talk.id, office.clerk("ewa"), HOURS, to=office.clerk("lawyer"))
    await office.deliver(forward=1)
    assert "przekazana" in office.to("lawyer")[-1].words
    # An adviser works on what was passed on, and on nothing else.
    await office.do(working.release, talk.id, office.clerk("lawyer"))
    with pytest.raises(OkienkoError, match="desk-not-yours"):
        await office.do(working.take, talk.id, office.clerk("lawyer"), HOURS)
    with pytest.raises(OkienkoError, match="desk-no-colleague"):
        await office.do(working.pass_on, talk.id, office.clerk("ewa"), HOURS, to=office.clerk("outsider"))
    passed = await office.do(working.pass_on, talk.id, office.clerk("ewa"), HOURS, unit="OSL")
    assert (passed.unit, passed.state, passed.taken_by) == ("OSL", State.WAITING, None)


async def test_put_aside_it_comes_back_at_its_moment_or_when_the_person_writes(office: Office) -> None:
    talk = await office.open()
    tomorrow = office.clock() + timedelta(days=1)
    await office.do(working.snooze, talk.id, office.clerk("ewa"), tomorrow)
    assert not await office.do(working.wake, talk.id)
    await office.write(talk, "jeszcze jedno")
    assert (await office.read(talk)).state == State.WAITING
    await office.do(working.snooze, talk.id, office.clerk("ewa"), tomorrow)
    office.clock.forward(days=1)
    assert await office.do(working.wake, talk.id)
    with pytest.raises(OkienkoError, match="desk-past"):
        await office.do(working.snooze, talk.id, office.clerk("ewa"), office.clock())


async def test_closed_it_is_rated_once_and_opened_again_within_days(office: Office) -> None:
    talk = await office.open()
    await office.do(working.close, talk.id, office.clerk("ewa"), Topic.LAW)
    await office.deliver(forward=1)
    keyboard = office.to("olena")[-1].arguments["reply_markup"]["inline_keyboard"]
    assert [len(row) for row in keyboard] == [5, 1]
    with pytest.raises(OkienkoError, match="desk-not-yours"):
        await office.do(rating.rate, talk.id, office.people["anna"], 5)
    assert await office.do(rating.rate, talk.id, office.people["olena"], 4)
    assert not await office.do(rating.rate, talk.id, office.people["olena"], 1)
    with pytest.raises(OkienkoError, match="desk-not-yours"):
        await office.do(working.reopen, talk.id, office.people["anna"])
    opened = await office.do(working.reopen, talk.id, office.people["olena"])
    assert (opened.state, opened.waiting_since) == (State.WAITING, office.clock())
    await office.do(working.close, talk.id, office.clerk("ewa"), Topic.LAW)
    office.clock.forward(days=8)
    with pytest.raises(OkienkoError, match="desk-too-old"):
        await office.do(working.reopen, talk.id, office.people["olena"])


async def test_after_danger_nobody_is_asked_how_it_was(office: Office) -> None:
    talk = await office.open(in_danger=True)
    await office.do(working.close, talk.id, office.clerk("ewa"), Topic.VIOLENCE)
    await office.deliver(forward=1)
    keyboard = office.to("olena")[-1].arguments["reply_markup"]["inline_keyboard"]
    assert [len(row) for row in keyboard] == [1]
    with pytest.raises(OkienkoError, match="desk-not-rated"):
        await office.do(rating.rate, talk.id, office.people["olena"], 5)


STEPS: dict[str, Callable[[Office, Conversation, str], Awaitable[Any]]] = {
    "take": lambda office, talk, who: office.do(working.take, talk.id, office.clerk(who), HOURS),
    "release": lambda office, talk, who: office.do(working.release, talk.id, office.clerk(who)),
    "pass on": lambda office, talk, who: office.do(working.pass_on, talk.id, office.clerk(who), HOURS, unit="x"),
    "note": lambda office, talk, who: office.do(
        working.note, talk.id, office.clerk(who), mirroring.Incoming(TELEGRAM, ROOM, 1, Content("x"))
    ),
    "snooze": lambda office, talk, who: office.do(
        working.snooze, talk.id, office.clerk(who), office.clock() + timedelta(hours=1)
    ),
    "close": lambda office, talk, who: office.do(working.close, talk.id, office.clerk(who)),
    "answer": lambda office, talk, who: office.answer(talk, "x", by=who),
    "phone": lambda office, talk, who: office.do(callbacks.shown, talk.id, office.clerk(who)),
    "done": lambda office, talk, who: office.do(callbacks.done, talk.id, office.clerk(who)),
    "not reached": lambda office, talk, who: office.do(callbacks.not_reached, talk.id, office.clerk(who)),
}


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("who", ["outsider", "elsewhere", "lawyer"])
async def test_outsiders_are_refused(office: Office, step: str, who: str) -> None:
    call = Opening(CENTRE, office.people["olena"], WEB, 1, "uk")
    talk = await office.do(callbacks.ask, call, "Olena", "600 700 800")
    with pytest.raises(OkienkoError, match="desk-not-yours"):
        await STEPS[step](office, talk, who)


async def test_only_an_organiser_sets_a_room(office: Office) -> None:
    for who in ("outsider", "elsewhere", "ewa"):
        with pytest.raises(OkienkoError, match="desk-not-yours"):
            await office.do(rooms.register, CENTRE, WEB, -5, office.people[who])
        with pytest.raises(OkienkoError, match="desk-not-yours"):
            await office.do(rooms.leave, CENTRE, TELEGRAM, office.people[who])


async def test_danger_comes_first_in_the_line(office: Office) -> None:
    anna = await office.open("anna")
    office.clock.forward(minutes=5)
    olena = await office.open("olena", in_danger=True)
    async with office.database.session() as session:
        assert await conversations.place_in_line(session, olena) == 1
        assert await conversations.place_in_line(session, anna) == 2
        assert [one.id for one in await conversations.line(session, CENTRE)] == [olena.id, anna.id]
        again = await conversations.of_person(session, WEB, office.chat("anna"))
        assert again is not None
        assert again.id == anna.id


async def test_a_call_is_asked_for_tried_and_forgotten(office: Office) -> None:
    opening = Opening(CENTRE, office.people["olena"], WEB, office.chat("olena"), "uk", about={"card": "x"})
    for wrong in ("123", "nie wiem", "00 12"):
        with pytest.raises(OkienkoError, match="desk-phone-wrong"):
            await office.do(callbacks.ask, opening, "Olena", wrong)
    talk = await office.do(callbacks.ask, opening, " Olena ", "+48 600-700-800", "po 15")
    again = await office.do(callbacks.ask, opening, "Olena", "+380 50 123 45 67", "rano")
    assert again.id == talk.id
    await office.deliver(forward=5)
    assert all("501234567" not in str(one.arguments) for one in office.sent)  # nobody's number in a group
    call = await office.do(callbacks.shown, talk.id, office.clerk("ewa"))
    assert (call.first_name, call.phone, call.when_said) == ("Olena", "+380501234567", "rano")
    for _ in range(callbacks.MOST_TRIES):
        await office.do(callbacks.not_reached, talk.id, office.clerk("ewa"))
    await office.deliver(forward=1)
    assert len(office.to("olena")) == 3
    assert (await office.read(talk)).state == State.CLOSED
    with pytest.raises(OkienkoError, match="desk-closed"):
        await office.do(callbacks.done, talk.id, office.clerk("jan"))
    office.clock.forward(days=8)
    await office.do(callbacks.forget_old)
    assert await office.all(Callback) == []


async def test_few_are_not_counted(office: Office) -> None:
    monday = office.clock().date()
    for number in range(6):
        async with office.database.transaction() as session:
            opening = Opening(CENTRE, None, WEB, 100 + number, "pl")
            talk = await conversations.open_(session, office.clock(), opening)
            talk.first_answer_at = office.clock() + timedelta(minutes=10 + number)
            talk.topic = "law" if number else "violence"
            session.add(talk)
    async with office.database.session() as session:
        found = await figures.weekly(session, CENTRE, office.people["organiser"], monday, HOURS)
        assert (found.opened, found.unanswered, found.to_first_answer) == (6, 0, 12)
        assert (found.topics, found.other_topics, found.to_close, found.callbacks) == ({"law": 5}, True, None, 0)
        for who in ("ewa", "outsider", "elsewhere"):
            with pytest.raises(OkienkoError, match="desk-not-yours"):
                await figures.weekly(session, CENTRE, office.people[who], monday, HOURS)


@pytest.mark.parametrize("step", ["take", "close", "answer"])
async def test_of_two_at_once_one_wins_and_the_other_is_told(office: Office, step: str) -> None:
    for _ in range(8):
        talk = await office.open()
        if step == "answer":
            results = await asyncio.gather(
                *(_take_and_answer(office, talk, who) for who in ("ewa", "jan")), return_exceptions=True
            )
        else:
            results = await asyncio.gather(
                *(STEPS[step](office, talk, who) for who in ("ewa", "jan")), return_exceptions=True
            )
        refused = [one for one in results if isinstance(one, OkienkoError)]
        assert [one for one in results if isinstance(one, BaseException) and one not in refused] == []
        assert len(refused) == 1
        assert refused[0].key in ("desk-taken-by", "desk-closed")
        if step != "close":
            await office.do(working.close, talk.id, office.clerk((await office.read(talk)).taken_name.lower()))  # type: ignore[union-attr]


async def _take_and_answer(office: Office, talk: Conversation, who: str) -> None:
    async with office.database.transaction() as session:
        taken = await working.take(session, office.clock(), talk.id or 0, office.clerk(who), HOURS)
        source = mirroring.Incoming(TELEGRAM, ROOM, next(office.numbers), Content("x"))
        await mirroring.to_resident(session, office.clock(), taken, office.clerk(who), source.content, source)


async def test_every_step_is_written_down_without_words(office: Office) -> None:
    talk = await office.open(question="sekret")
    await office.write(talk, "sekret")
    await office.do(working.take, talk.id, office.clerk("ewa"), HOURS)
    await office.answer(talk, "sekret")
    await office.deliver(forward=11)
    await office.do(working.close, talk.id, office.clerk("ewa"))
    entries = await office.all(AuditEntry)
    assert {"opened", "taken", "answered", "served", "closed"} <= {one.action for one in entries}
    assert "sekret" not in str([one.model_dump() for one in entries])
