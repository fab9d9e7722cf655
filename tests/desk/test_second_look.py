"""Small truths that a busy desk depends on: pressed twice, taken back, too long, a role that is gone, silence."""

from datetime import datetime, timedelta

import pytest
from sqlmodel import update

from bot.catalogue.catalogue import Catalogue
from bot.desk import escalation, forgetting, mirroring, working
from bot.desk.content import LONGEST_CAPTION, LONGEST_TEXT, Content, Sort
from bot.desk.conversations import State
from bot.desk.mirroring import Incoming
from bot.desk.watch import Watch
from bot.errors import OkienkoError
from bot.outbox.states import Outcome, Result
from bot.people import blocks
from bot.people.roles import revoke
from bot.storage.tables import AuditEntry, ClosingDay, Conversation, Role
from tests.desk.office import CENTRE, HOURS, ROOM, TELEGRAM, WEB, Office


async def _by_button(office: Office, talk: object, text: str, by: str, message: int = 77) -> mirroring.Reply:
    source = Incoming(TELEGRAM, ROOM, message, Content(text))
    reply: mirroring.Reply = await office.do(mirroring.to_resident, talk, office.clerk(by), source.content, source)
    return reply


async def test_a_held_reply_that_is_sent_twice_still_says_that_it_is_held(office: Office) -> None:
    talk = await office.open()
    await office.do(working.take, talk.id, office.clerk("ewa"), HOURS)
    assert (await _by_button(office, talk, "x", "jan")).holder == "Ewa"
    assert (await _by_button(office, talk, "x", "jan")).holder == "Ewa"
    await office.deliver(forward=60)
    assert [one.words for one in office.to("olena") if "👤" in one.words] == []


async def test_the_same_button_never_says_that_something_else_went_out(office: Office) -> None:
    talk = await office.open()
    first = await _by_button(office, talk, "karta A", "ewa")
    with pytest.raises(OkienkoError, match="desk-too-late"):
        await _by_button(office, talk, "karta B", "ewa")
    await office.do(mirroring.take_back, first.message.id, office.clerk("ewa"))
    with pytest.raises(OkienkoError, match="desk-edit-late"):
        await _by_button(office, talk, "karta A", "ewa")


async def test_what_was_taken_back_is_not_let_go_and_not_changed(office: Office) -> None:
    talk = await office.open()
    await office.do(working.take, talk.id, office.clerk("ewa"), HOURS)
    held = await office.answer(talk, "pomyłka", by="jan")
    await office.do(mirroring.take_back, held.message.id, office.clerk("jan"))
    await office.do(working.release, talk.id, office.clerk("ewa"))
    with pytest.raises(OkienkoError, match="desk-edit-late"):
        await office.do(mirroring.let_go, held.message.id, office.clerk("jan"))
    source = held.message
    with pytest.raises(OkienkoError, match="desk-edit-late"):
        await office.do(mirroring.edited, Incoming(TELEGRAM, ROOM, source.source_message, Content("jednak")))
    sent = await office.answer(talk, "dobrze", by="jan")
    await office.deliver(forward=11)
    with pytest.raises(OkienkoError, match="desk-too-late"):
        await office.do(mirroring.let_go, sent.message.id, office.clerk("jan"))


@pytest.mark.parametrize("letters", [LONGEST_TEXT - 61, LONGEST_TEXT - 60, LONGEST_TEXT])
async def test_no_letter_of_a_long_reply_is_lost(office: Office, letters: int) -> None:
    talk = await office.open()
    await office.deliver(forward=5)
    text = ("ż" * (letters - 1)) + "!"
    await office.answer(talk, text)
    await office.deliver(forward=11)
    said = office.to("olena")[-1].words
    assert said.endswith(text)
    assert len(said) <= LONGEST_TEXT


async def test_no_letter_that_is_escaped_is_lost(office: Office) -> None:
    talk = await office.open()
    await office.deliver(forward=5)
    await office.write(talk, "<&>" * 1365)
    await office.answer(talk, "&" * LONGEST_TEXT)
    await office.deliver(forward=11)
    assert office.in_room()[-1].words == "&lt;&amp;&gt;" * 1365
    assert office.to("olena")[-1].words == "&amp;" * LONGEST_TEXT


async def test_no_letter_of_a_long_message_is_lost_either(office: Office) -> None:
    talk = await office.open(question="p" * 400)
    text = ("ż" * (LONGEST_TEXT - 1)) + "!"
    await office.write(talk, "krótko")
    await office.write(talk, text)
    await office.deliver(forward=5)
    await office.deliver(forward=5)
    assert office.in_room()[-1].words == text
    assert all(len(one.words) <= LONGEST_TEXT for one in office.in_room())
    broken = [Outcome(Result.UNCERTAIN, "line broke")]
    office.refuse = lambda _method, chat, _arguments: broken.pop() if broken and chat == ROOM else None
    await office.write(talk, text)
    await office.deliver(forward=5)
    await office.deliver(forward=31)
    assert office.in_room()[-1].words == text


async def test_a_caption_that_is_cut_shows_that_it_is(office: Office) -> None:
    talk = await office.open()
    await office.deliver(forward=5)
    office.clock.forward(seconds=5)
    async with office.database.transaction() as session:
        incoming = Incoming(TELEGRAM, 5, 5, Content("ż" * 2000, Sort.PHOTO, "f"))
        await mirroring.from_resident(session, office.clock(), talk, incoming)
    await office.deliver(forward=5)
    caption = office.in_room()[-1].words
    assert len(caption) == LONGEST_CAPTION
    assert caption.endswith("…")


async def test_who_lost_the_role_holds_nothing_any_more(office: Office) -> None:
    talk = await office.open()
    await office.do(working.take, talk.id, office.clerk("ewa"), HOURS)
    reply = await office.answer(talk, "jeszcze w drodze")
    async with office.database.transaction() as session:
        await revoke(session, office.people["ewa"], CENTRE, Role.CLERK)

    async def fetch(_channel: str, _file_id: str) -> bytes:
        raise OSError

    watch = Watch(office.database, office.clock, lambda: Catalogue([]), fetch)
    await watch.tick()
    after = await office.read(talk)
    assert (after.state, after.taken_by, after.taken_name) == (State.WAITING, None, None)
    await office.deliver(forward=11)
    assert [one.words for one in office.to("olena") if "👤" in one.words] == []
    assert (await office.message(reply.message.id)).state == "refused"
    with pytest.raises(OkienkoError, match="desk-not-yours"):
        await office.do(working.take, talk.id, office.clerk("ewa"), HOURS)
    taken = await office.do(working.take, talk.id, office.clerk("jan"), HOURS)
    assert taken.taken_name == "Jan"
    await watch.tick()
    assert (await office.read(talk)).taken_name == "Jan"


async def test_a_colleague_closes_at_once_what_an_erased_one_held(office: Office) -> None:
    talk = await office.open()
    await office.do(working.take, talk.id, office.clerk("ewa"), HOURS)
    async with office.database.transaction() as session:
        await revoke(session, office.people["ewa"], CENTRE, Role.CLERK)
    closed = await office.do(working.close, talk.id, office.clerk("jan"))
    assert closed.state == State.CLOSED


async def test_who_is_blocked_neither_opens_again_nor_writes_by_changing_old_words(office: Office) -> None:
    talk = await office.open()
    first = await office.write(talk, "grzecznie")
    await office.deliver(forward=5)
    await office.do(blocks.block, CENTRE, office.people["olena"], office.people["ewa"], "grozi")
    with pytest.raises(OkienkoError, match="desk-blocked"):
        await office.do(mirroring.edited, Incoming(WEB, first.chat_id, first.message_id, Content("niegrzecznie")))
    await office.do(working.close, talk.id, office.clerk("ewa"))
    with pytest.raises(OkienkoError, match="desk-blocked"):
        await office.do(working.reopen, talk.id, office.people["olena"])
    assert (await office.do(working.reopen, talk.id, office.people["ewa"])).state == State.WAITING


async def test_to_whom_it_was_passed_on_is_written_down_so_that_it_can_be_forgotten(office: Office) -> None:
    talk = await office.open()
    await office.do(working.pass_on, talk.id, office.clerk("ewa"), HOURS, to=office.clerk("jan"))
    entries = await office.all(AuditEntry)
    assert [(one.action, one.account_id) for one in entries][-2:] == [
        ("passed-on", office.people["ewa"]),
        ("given", office.people["jan"]),
    ]
    assert [one.about for one in entries if one.about and "to" in one.about] == []


async def test_what_nobody_goes_on_with_ends_by_itself(office: Office) -> None:
    answered, waits = await office.open(), await office.open("anna")
    await office.write(answered, "pytanie")
    await office.answer(answered, "odpowiedź")
    await office.deliver(forward=11)
    office.clock.forward(days=13, hours=23)
    await office.do(forgetting.forget_old)
    assert (await office.read(answered)).state == State.TAKEN or (await office.read(answered)).state == State.WAITING
    office.clock.forward(days=1, hours=12)  # at night
    await office.do(forgetting.forget_old)
    assert (await office.read(answered)).closed_at is None
    office.clock.forward(hours=13)
    await office.do(forgetting.forget_old)
    after = await office.read(answered)
    assert (after.state, after.closed_at) == (State.CLOSED, office.clock())
    assert (await office.read(waits)).state == State.WAITING, "who waits for an answer is never ended"
    await office.deliver()
    assert "Розмову закрито" in office.to("olena")[-1].words
    assert (await office.do(working.reopen, answered.id, office.people["olena"])).state == State.WAITING
    await office.do(forgetting.forget_old)
    assert (await office.read(answered)).state == State.WAITING, "opened again, it goes on"


async def test_reminders_are_reckoned_once_and_again_when_something_of_them_changes(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    reckoned: list[int | None] = []
    real = escalation.moment
    monkeypatch.setattr(escalation, "moment", lambda one, its: (reckoned.append(one.id), real(one, its))[1])

    async def fetch(_channel: str, _file_id: str) -> bytes:
        raise OSError

    watch = Watch(office.database, office.clock, lambda: Catalogue([]), fetch)
    talk = await office.open()

    async def due() -> dict[int, datetime]:
        async with office.database.session() as session:
            return dict(await watch.reminders_due(session, office.clock()))

    first = await due()
    assert await due() == first == {talk.id: office.clock() + timedelta(minutes=30)}
    assert reckoned == [talk.id]
    async with office.database.transaction() as session:
        session.add(ClosingDay(centre=CENTRE, day=office.clock().date(), reason=""))
    assert await due() == {}, "closed today: nobody is reminded before tomorrow"
    assert reckoned == [talk.id] * 2
    async with office.database.transaction() as session:
        await session.exec(update(Conversation).values(in_danger=True, reminded_at=office.clock()))
    assert await due() == {talk.id: office.clock() + timedelta(minutes=5)}
    await office.do(working.close, talk.id, office.clerk("ewa"))
    assert await due() == {}
    assert watch._moments == {}
