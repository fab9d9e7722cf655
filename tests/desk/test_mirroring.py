"""What a resident writes stands before staff, what staff answer reaches the resident; nothing lost, nothing twice."""

import pytest

from bot.clock import SteppedClock
from bot.desk import mirroring, rooms
from bot.desk.content import Content, Sort, Standing
from bot.errors import OkienkoError
from bot.outbox.states import Outcome, Result
from bot.storage import Database
from bot.storage.tables import ConversationTopic, DeskCopy, DeskMessage, StaffRoom
from tests.desk.office import CONSOLE, ROOM, TELEGRAM, WEB, Office


async def test_a_conversation_is_a_topic_with_a_card_and_what_was_written(office: Office) -> None:
    talk = await office.open(question="jak zapisać mamę na wózku", card="starachowice/taksowka", case="unknown")
    await office.write(talk, "Добрий день")
    await office.write(talk, "Чи є таксі?")
    await office.deliver()
    topic, card = office.in_room()
    assert (topic.method, topic.arguments["name"]) == ("createForumTopic", "1 · uk · czeka")
    assert card.thread == topic.numbers[0]
    assert "jak zapisać mamę" in card.words
    assert "karta starachowice/taksowka" in card.words
    assert card.words.endswith("Добрий день\nЧи є таксі?")
    await office.deliver(forward=10)
    assert len(office.in_room()) == 2  # what joined the card is not said again


async def test_a_burst_is_one_call_and_a_file_keeps_its_place(office: Office) -> None:
    talk = await office.open()
    await office.deliver(forward=5)
    office.sent.clear()
    for text in ("raz", "dwa", "trzy"):
        await office.write(talk, text)
        await office.deliver(forward=0.9)  # nothing goes yet: more may come
    await office.write(talk, Content("", Sort.VOICE, "glos"))
    await office.write(talk, "po głosie")
    await office.deliver(forward=10)
    # The voice stands on another channel and has to be fetched; nothing overtakes it.
    assert [one.words for one in office.in_room()] == ["raz\ndwa\ntrzy"]


async def test_an_album_stays_one(any_database: Database, clock: SteppedClock) -> None:
    office = await Office(any_database, clock).settled(WEB)
    talk = await office.open()
    await office.deliver(forward=5)
    office.sent.clear()
    for number in range(3):
        photo = Content("rachunek" if number == 0 else "", Sort.PHOTO, f"f{number}")
        await office.write(talk, photo, album="a1")
    await office.write(talk, "i tyle")
    await office.deliver(forward=10)
    album, text = office.in_room(WEB)
    assert [piece["media"] for piece in album.arguments["media"]] == ["f0", "f1", "f2"]
    assert (album.words, text.words) == ("rachunek", "i tyle")
    assert len(await office.all(DeskCopy)) == 4


async def test_an_edit_is_mirrored_with_what_stood_there(office: Office) -> None:
    talk = await office.open()
    await office.deliver(forward=5)
    first = await office.write(talk, "przyjdę o 10")
    await office.write(talk, "z mamą")
    await office.deliver(forward=5)
    changed = mirroring.Incoming(WEB, first.chat_id, first.message_id, Content("przyjdę o 12"))
    await office.do(mirroring.edited, changed)
    assert await office.do(mirroring.edited, changed) is None  # says the same
    await office.deliver()
    edit = office.in_room()[-1]
    assert edit.method == "editMessageText"
    assert edit.words == "przyjdę o 12\n<i>wcześniej: przyjdę o 10</i>\nz mamą"
    with pytest.raises(OkienkoError, match="desk-edit-file"):
        await office.do(
            mirroring.edited, mirroring.Incoming(WEB, first.chat_id, first.message_id, Content("x", Sort.PHOTO, "f"))
        )


async def test_a_reply_waits_ten_seconds_and_can_be_taken_back(office: Office) -> None:
    talk = await office.open()
    await office.deliver(forward=5)
    wrong = await office.answer(talk, "nie do tej osoby")
    await office.deliver(forward=9)
    assert office.to("olena") == []
    await office.do(mirroring.take_back, wrong.message.id, office.clerk("ewa"))
    right = await office.answer(talk, "Добрий день")
    await office.deliver(forward=11)
    assert [one.words for one in office.to("olena")] == ["👤 Добрий день"]
    with pytest.raises(OkienkoError, match="desk-too-late"):
        await office.do(mirroring.take_back, right.message.id, office.clerk("ewa"))
    after = await office.read(talk)
    assert after.first_answer_at == office.clock()
    assert after.waiting_since is None
    assert (await office.message(wrong.message.id)).content is None


async def test_nobody_takes_back_what_a_colleague_wrote(office: Office) -> None:
    talk = await office.open()
    reply = await office.answer(talk, "już sprawdzam")
    for name in ("jan", "outsider", "elsewhere"):
        with pytest.raises(OkienkoError, match="desk-not-yours"):
            await office.do(mirroring.take_back, reply.message.id, office.clerk(name))


async def test_a_topic_that_is_gone_heals_and_nothing_comes_twice(office: Office) -> None:
    talk = await office.open()
    await office.write(talk, "raz")
    await office.deliver(forward=5)
    office.gone.add(office.in_room()[0].numbers[0])
    office.sent.clear()
    await office.write(talk, "dwa")
    await office.write(talk, "trzy")
    await office.deliver(forward=5)
    await office.deliver(forward=5)
    topic, card = office.in_room()
    assert topic.method == "createForumTopic"
    assert card.thread == topic.numbers[0]
    assert card.words.endswith("dwa\ntrzy")
    await office.deliver(forward=60)
    assert len(office.in_room()) == 2


@pytest.mark.parametrize(
    ("outcome", "why"),
    [
        (Outcome(Result.REFUSED, "no rights"), rooms.NO_RIGHTS),
        (Outcome(Result.REFUSED, "no forum"), rooms.NO_FORUM),
        (Outcome(Result.GONE, "removed"), rooms.GONE),
    ],
)
async def test_a_room_in_trouble_is_told_of_and_loses_nothing(office: Office, outcome: Outcome, why: str) -> None:
    talk = await office.open()
    await office.write(talk, "raz")
    await office.deliver(forward=5)
    office.refuse = lambda _method, chat, _arguments: outcome if chat == ROOM else None
    await office.write(talk, "dwa")
    await office.deliver(forward=5)
    await office.write(talk, "trzy")
    await office.deliver(forward=5)
    (room,) = await office.all(StaffRoom)
    assert room.trouble == why
    assert len(office.to("organiser")) == 1
    office.refuse = lambda _method, _chat, _arguments: None
    office.sent.clear()
    await office.set_room(TELEGRAM)
    await office.deliver(forward=5)
    assert office.in_room()[-1].words.endswith("dwa\ntrzy")


async def test_a_group_that_becomes_a_supergroup_is_followed(office: Office) -> None:
    talk = await office.open()
    await office.deliver(forward=5)
    new = -100999
    moved = Outcome(Result.MIGRATED, new_chat_id=new)
    office.refuse = lambda _method, chat, _arguments: moved if chat == ROOM else None
    await office.write(talk, "po zmianie")
    await office.deliver(forward=5)
    await office.deliver(forward=5)
    assert [one.words for one in office.sent if one.chat_id == new] == ["po zmianie"]
    (topic,) = await office.all(ConversationTopic)
    assert topic.chat_id == new


async def test_what_may_have_arrived_comes_once_more_and_says_so(office: Office) -> None:
    talk = await office.open()
    await office.deliver(forward=5)
    breaks = [Outcome(Result.UNCERTAIN, "line broke")] * 2
    office.refuse = lambda _method, chat, _arguments: breaks.pop() if breaks and chat == ROOM else None
    await office.write(talk, "ważne")
    for _ in range(4):
        await office.deliver(forward=31)
    assert office.in_room()[-1].words == "<i>(możliwe, że po raz drugi)</i>\nważne"
    assert [one.words for one in office.in_room()].count(office.in_room()[-1].words) == 1


async def test_what_the_messenger_refuses_is_said_on_both_sides(office: Office) -> None:
    talk = await office.open()
    await office.deliver(forward=5)
    bad = Outcome(Result.REFUSED, "refused")
    office.refuse = lambda method, _chat, arguments: bad if "niedobre" in str(arguments) else None
    message = await office.write(talk, "niedobre")
    await office.deliver(forward=5)
    assert "nie da się tutaj pokazać" in office.in_room()[-1].words
    assert len(office.to("olena")) == 1
    found = [one for one in await office.all(DeskMessage) if one.source_message == message.message_id]
    assert found[0].state == Standing.REFUSED


async def test_a_person_who_blocked_the_bot_is_told_of_to_staff(office: Office) -> None:
    talk = await office.open()
    await office.deliver(forward=5)
    office.refuse = lambda _method, chat, _arguments: Outcome(Result.GONE, "blocked") if chat > 0 else None
    reply = await office.answer(talk, "odpowiedź")
    await office.deliver(forward=11)
    await office.deliver()
    assert "nie przyjmuje już wiadomości" in office.in_room()[-1].words
    assert (await office.message(reply.message.id)).state == Standing.REFUSED


async def test_two_rooms_see_the_same(any_database: Database, clock: SteppedClock) -> None:
    office = await Office(any_database, clock).settled(TELEGRAM, WEB)
    talk = await office.open()
    await office.write(talk, "do obu")
    await office.deliver(forward=5)
    for channel, chat in ((TELEGRAM, ROOM), (WEB, CONSOLE)):
        assert office.in_room(channel)[-1].words.endswith("do obu")
        async with office.database.session() as session:
            copy = office.in_room(channel)[-1].numbers[0]
            found = await mirroring.conversation_of_copy(session, channel, chat, copy)
            assert found is not None
            assert found[0].id == talk.id


async def test_the_same_update_twice_is_one_message(office: Office) -> None:
    talk = await office.open()
    incoming = office.incoming("olena", "raz")
    first = await office.do(mirroring.from_resident, talk, incoming)
    again = await office.do(mirroring.from_resident, talk, incoming)
    assert first.id == again.id
    await office.deliver(forward=5)
    assert office.in_room()[-1].words.count("raz") == 1
