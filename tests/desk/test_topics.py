"""What people do to a topic by hand, and what the messenger then says to the bot."""

from typing import Any

import pytest
from telegram.error import BadRequest

from bot.clock import SteppedClock
from bot.desk import mirroring, rooms, working
from bot.outbox.states import Outcome, Result, State
from bot.outbox.telegram_bot import outcome_of
from bot.storage import Database
from bot.storage.tables import Conversation, ConversationTopic, OwedMessage
from tests.desk.office import CENTRE, ROOM, TELEGRAM, WEB, Office

CLOSED = Outcome(Result.REFUSED, "topic closed")


class Shut:
    """A forum in which a topic stays shut until it is opened; ``stuck``: it cannot be."""

    def __init__(self, office: Office, *, stuck: Outcome | None = None) -> None:
        self.shut: set[int] = set()
        self.stuck = stuck
        office.refuse = self

    def __call__(self, method: str, chat: int, arguments: dict[str, Any]) -> Outcome | None:
        thread = arguments.get("message_thread_id")
        if chat != ROOM or thread not in self.shut:
            return None
        if method == "reopenForumTopic":
            if self.stuck is None:
                self.shut.discard(thread)
            return self.stuck
        return CLOSED


async def _begun(office: Office) -> tuple[Conversation, int]:
    talk = await office.open()
    await office.write(talk, "raz")
    await office.deliver(forward=5)
    thread = office.in_room()[0].numbers[0]
    office.sent.clear()
    return talk, thread


async def test_a_topic_closed_by_hand_is_opened_again(office: Office) -> None:
    talk, thread = await _begun(office)
    forum = Shut(office)
    forum.shut.add(thread)
    await office.write(talk, "dwa")
    await office.write(talk, "trzy")
    await office.deliver(forward=5)
    await office.deliver(forward=5)
    assert [one.method for one in office.in_room()] == ["reopenForumTopic", "sendMessage"]
    said = office.in_room()[-1]
    assert (said.thread, said.words) == (thread, "dwa\ntrzy")
    await office.deliver(forward=60)
    assert len(office.in_room()) == 2


async def test_a_card_that_found_its_topic_closed_comes_with_its_buttons(office: Office) -> None:
    talk = await office.open()
    once = [CLOSED]
    office.refuse = lambda method, _chat, _arguments: once.pop() if once and method == "sendMessage" else None
    await office.write(talk, "raz")
    await office.deliver(forward=5)
    await office.deliver(forward=5)
    card = office.in_room()[-1]
    assert "reply_markup" in card.arguments
    assert card.words.endswith("raz")
    (topic,) = await office.all(ConversationTopic)
    assert (topic.card_id, topic.thread_id) == (card.numbers[0], office.in_room()[0].numbers[0])


@pytest.mark.parametrize("why", ["refused", "topic closed", "topic gone"])
async def test_one_that_cannot_be_opened_is_made_anew(office: Office, why: str) -> None:
    talk, thread = await _begun(office)
    forum = Shut(office, stuck=Outcome(Result.REFUSED, why))
    forum.shut.add(thread)
    await office.write(talk, "dwa")
    await office.deliver(forward=5)
    await office.deliver(forward=5)
    topic, card = office.in_room()
    assert topic.method == "createForumTopic"
    assert card.words.endswith("dwa")


async def test_one_that_is_shut_again_at_once_is_left_alone(office: Office) -> None:
    """Whoever shuts it again and again means it; nothing goes round in circles."""
    talk, thread = await _begun(office)
    forum = Shut(office)
    for text in ("dwa", "trzy"):
        forum.shut.add(thread)
        await office.write(talk, text)
        await office.deliver(forward=5)
        await office.deliver(forward=5)
    methods = [one.method for one in office.in_room()]
    assert methods == ["reopenForumTopic", "sendMessage", "createForumTopic", "sendMessage"]
    assert office.in_room()[-1].words.endswith("trzy")


async def test_no_rights_to_open_it_is_the_rooms_trouble(office: Office) -> None:
    talk, thread = await _begun(office)
    forum = Shut(office, stuck=Outcome(Result.REFUSED, "no rights"))
    forum.shut.add(thread)
    await office.write(talk, "dwa")
    await office.deliver(forward=5)
    assert len(office.to("organiser")) == 1
    forum.stuck = None
    await _mended(office)
    await office.deliver(forward=5)
    await office.deliver(forward=5)
    assert office.in_room()[-1].words == "dwa"


async def test_an_ended_conversations_topic_stays_shut_until_it_goes_on(office: Office) -> None:
    talk, thread = await _begun(office)
    await office.do(working.close, talk.id, office.clerk("ewa"))
    forum = Shut(office)
    forum.shut.add(thread)
    await office.deliver(forward=61)  # the title is to say that it is closed
    assert office.in_room() == []
    await office.do(working.reopen, talk.id, office.people["olena"])
    await office.write(talk, "jednak jeszcze coś")
    for _ in range(3):
        await office.deliver(forward=5)
    assert office.in_room()[0].method == "reopenForumTopic"
    words = [one.words for one in office.in_room() if one.words]
    assert [text for text in words if "jednak jeszcze coś" in text] == ["jednak jeszcze coś"]
    assert len([text for text in words if "znowu otwarta" in text]) == 1


async def test_a_sentence_to_a_deleted_topic_comes_into_the_new_one(office: Office) -> None:
    talk, thread = await _begun(office)
    await office.do(working.snooze, talk.id, office.clerk("ewa"), office.clock.now.replace(hour=12))
    office.gone.add(thread)
    office.clock.now = office.clock.now.replace(hour=12)
    await office.do(working.wake, talk.id)
    await office.deliver()
    await office.deliver(forward=5)
    words = [one.words for one in office.in_room() if one.method == "sendMessage"]
    assert any("wraca do kolejki" in text for text in words)
    assert len([text for text in words if "wraca do kolejki" in text]) == 1


async def _mended(office: Office) -> None:
    async with office.database.transaction() as session:
        centre = await rooms.well(session, office.clock(), TELEGRAM, ROOM)
        assert centre == CENTRE
        await mirroring.bring_all(session, office.clock(), centre)


async def test_a_room_that_is_well_again_gets_what_waited_and_says_so_once(office: Office) -> None:
    talk, _ = await _begun(office)
    office.refuse = lambda _method, chat, _arguments: Outcome(Result.REFUSED, "no rights") if chat == ROOM else None
    await office.write(talk, "dwa")
    await office.deliver(forward=5)
    office.refuse = lambda _method, _chat, _arguments: None
    await _mended(office)
    async with office.database.transaction() as session:
        assert await rooms.well(session, office.clock(), TELEGRAM, ROOM) is None
        assert await rooms.well(session, office.clock(), WEB, 5) is None
    await office.deliver(forward=5)
    assert office.in_room()[-1].words == "dwa"
    trouble, well = office.to("organiser")
    assert "Nic nie zginęło" in trouble.words
    assert "znowu działa" in well.words


async def test_what_waits_for_a_group_finds_it_under_its_new_number(office: Office) -> None:
    """The service message about the move comes before anything was sent to the old number."""
    talk, _ = await _begun(office)
    await office.write(talk, "w drodze")
    new = -100999
    async with office.database.transaction() as session:
        await rooms.moved(session, TELEGRAM, ROOM, new)
    await office.deliver(forward=5)
    assert [one.words for one in office.sent if one.chat_id == new] == ["w drodze"]


@pytest.mark.parametrize(
    ("words", "means"),
    [
        ("TOPIC_NOT_MODIFIED", Outcome(Result.DELIVERED)),
        ("Message is not modified: specified new message content is exactly the same", Outcome(Result.DELIVERED)),
        ("TOPIC_CLOSED", Outcome(Result.REFUSED, "topic closed")),
        ("TOPIC_DELETED", Outcome(Result.REFUSED, "topic gone")),
        ("Message thread not found", Outcome(Result.REFUSED, "topic gone")),
        ("not enough rights to create a topic", Outcome(Result.REFUSED, "no rights")),
        ("the chat is not a forum", Outcome(Result.REFUSED, "no forum")),
    ],
)
def test_what_telegram_says_of_topics(words: str, means: Outcome) -> None:
    assert outcome_of(BadRequest(words)) == means


async def test_a_title_that_stood_there_already_makes_no_second_topic(
    any_database: Database, clock: SteppedClock
) -> None:
    """The line broke after the title was changed; the second try is answered TOPIC_NOT_MODIFIED."""
    office = await Office(any_database, clock).settled(TELEGRAM)
    talk, thread = await _begun(office)
    await office.do(working.take, talk.id, office.clerk("ewa"), await office.hours())
    broken = [Outcome(Result.UNCERTAIN, "line broke"), outcome_of(BadRequest("TOPIC_NOT_MODIFIED"))]
    office.refuse = lambda method, _chat, _arguments: broken.pop(0) if broken and "edit" in method else None
    await office.deliver(forward=61)
    await office.deliver(forward=31)
    assert broken == []
    (topic,) = await office.all(ConversationTopic)
    assert (topic.thread_id, topic.made, topic.title) == (thread, 1, "taken:talk:")
    assert all(one.state in (State.DELIVERED, State.WAITING) for one in await office.all(OwedMessage))
