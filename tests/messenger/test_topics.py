"""Topics of a forum: what a bot does with them, what people write in them, who may not."""

import pytest
from sqlmodel import select

from bot.messenger import NotPossible
from bot.messenger.tables import Reaction, ReadMark, StoredFile, Topic
from bot.storage import Database
from tests.messenger import specification
from tests.messenger.forums import forum_of, new_updates, topic_of
from tests.messenger.pictures import PIXEL
from tests.messenger.sounds import NOTE
from tests.messenger.stand import BOT_ID, Stand


async def test_what_is_written_in_a_topic_carries_its_number(stand: Stand) -> None:
    anna, _, forum = await forum_of(stand)
    topic = await topic_of(stand, forum)
    sent = await stand.call("sendMessage", chat_id=forum, message_thread_id=topic, text="Pytanie o kran")
    assert (sent["message_thread_id"], sent["is_topic_message"]) == (topic, True)
    assert sent["chat"]["is_forum"]
    assert sent["reply_to_message"]["forum_topic_created"] == {"name": "214 · uk · czeka", "icon_color": 7322096}
    answer = await stand.call(
        "sendMessage", chat_id=forum, text="a", reply_parameters={"message_id": sent["message_id"]}
    )
    assert answer["message_thread_id"] == topic

    plain = await stand.people.send_text(anna, forum, "notatka", "k1", thread_id=topic)
    await stand.people.send_text(anna, forum, "odpowiedź", "k2", reply_to=sent["message_id"], thread_id=topic)
    await stand.people.send_text(anna, forum, "ogólnie", "k3", reply_to=sent["message_id"], thread_id=1)
    await stand.people.edit_own(anna, forum, plain, "notatka 2")
    updates = await new_updates(stand)
    note, reply, general, edited = [u.get("message") or u["edited_message"] for u in updates]
    assert note["message_thread_id"] == topic
    assert note["reply_to_message"]["message_id"] == topic  # what began it, as Telegram has it
    assert reply["reply_to_message"]["message_id"] == sent["message_id"]
    assert not {"message_thread_id", "is_topic_message", "reply_to_message"} & general.keys()
    assert (edited["text"], edited["message_thread_id"], edited["message_id"]) == ("notatka 2", topic, plain)
    if specification.present():
        assert not [problem for update in updates for problem in specification.problems_of_update(update)]


async def test_every_way_of_sending_knows_topics(stand: Stand) -> None:
    _, _, forum = await forum_of(stand)
    topic, other = await topic_of(stand, forum), await topic_of(stand, forum, "215")
    there = {"chat_id": forum, "message_thread_id": topic}
    photo = await stand.client.post("sendPhoto", data=there, files={"photo": ("p.png", PIXEL)})
    photo_id = photo.json()["result"]["photo"][0]["file_id"]
    first = photo.json()["result"]["message_id"]
    for method, values in {
        "sendMessage": {"text": "x"},
        "sendDocument": {"document": await _document(stand, forum)},
        "sendVenue": {"latitude": 1, "longitude": 2, "title": "t", "address": "a"},
        "sendContact": {"phone_number": "1", "first_name": "A"},
        "sendPoll": {"question": "?", "options": ["a", "b"]},
        "sendPhoto": {"photo": photo_id},
        "forwardMessage": {"from_chat_id": forum, "message_id": first},
    }.items():
        assert (await stand.call(method, **there, **values))["message_thread_id"] == topic, method
    album = [{"type": "photo", "media": photo_id}] * 2
    assert {m["message_thread_id"] for m in await stand.call("sendMediaGroup", **there, media=album)} == {topic}
    await stand.call("copyMessage", chat_id=forum, message_thread_id=other, from_chat_id=forum, message_id=first)
    await stand.call("copyMessages", chat_id=forum, message_thread_id=other, from_chat_id=forum, message_ids=[first])
    await stand.call("sendChatAction", **there, action="typing")


async def _document(stand: Stand, forum: int) -> str:
    sent = await stand.client.post("sendDocument", data={"chat_id": forum}, files={"document": ("a.txt", b"x")})
    file_id: str = sent.json()["result"]["document"]["file_id"]
    return file_id


async def test_a_topic_is_renamed_closed_opened_and_deleted(stand: Stand) -> None:
    anna, jan, forum = await forum_of(stand)
    topic = await topic_of(stand, forum)
    here = {"chat_id": forum, "message_thread_id": topic}
    await stand.call("editForumTopic", **here, name="214 · uk · Anna")
    assert await stand.refusal("editForumTopic", **here, name="214 · uk · Anna") == (
        400,
        "Bad Request: TOPIC_NOT_MODIFIED",
    )
    await stand.call("closeForumTopic", **here)
    assert (await stand.refusal("closeForumTopic", **here))[1] == "Bad Request: TOPIC_NOT_MODIFIED"
    with pytest.raises(NotPossible, match="topic closed"):
        await stand.people.send_text(jan, forum, "za późno", "k1", thread_id=topic)
    await stand.people.send_text(anna, forum, "kto prowadzi, może", "k2", thread_id=topic)
    await stand.call("reopenForumTopic", **here)
    await stand.people.send_text(jan, forum, "już można", "k3", thread_id=topic)
    lines = await stand.people.topics(anna, forum)
    assert lines
    assert [(line.thread_id, line.name) for line in lines] == [(1, ""), (topic, "214 · uk · Anna")]
    kinds = [
        key for e in await stand.people.history(anna, forum, 0, 100, topic) for key in e.payload.get("message", {})
    ]
    for told in ("forum_topic_created", "forum_topic_edited", "forum_topic_closed", "forum_topic_reopened"):
        assert told in kinds

    await stand.call("deleteForumTopic", **here)
    gone = (400, "Bad Request: message thread not found")
    assert await stand.refusal("sendMessage", **here, text="x") == gone
    assert (await stand.refusal("editForumTopic", **here, name="y"))[1] == "Bad Request: TOPIC_ID_INVALID"
    with pytest.raises(NotPossible, match="no topic"):
        await stand.people.send_text(anna, forum, "x", "k4", thread_id=topic)
    texts = [
        e.payload["message"].get("text") for e in await stand.people.history(anna, forum) if "message" in e.payload
    ]
    assert "już można" not in texts


async def test_nothing_of_a_deleted_topic_stays(stand: Stand, database: Database) -> None:
    anna, _, forum = await forum_of(stand)
    topic = await topic_of(stand, forum)
    note = await stand.people.send_file(anna, forum, "voice", NOTE, "v.ogg", "", None, "k", thread_id=topic)
    kept = await stand.people.send_file(anna, forum, "document", b"jawne", "a.txt", "", None, "k2", thread_id=topic)
    await stand.people.react(anna, forum, note, "👍")
    await stand.people.read_to(anna, forum, topic, note)
    await stand.call("copyMessage", chat_id=forum, from_chat_id=forum, message_id=kept)  # stands in General too
    await stand.call("deleteForumTopic", chat_id=forum, message_thread_id=topic)
    async with database.session() as session:
        for table in (Reaction, ReadMark, Topic):
            assert not list(await session.exec(select(table)))
        assert [file.data for file in await session.exec(select(StoredFile))] == [b"jawne"]


async def test_the_general_topic(stand: Stand) -> None:
    anna, jan, forum = await forum_of(stand)
    await stand.call("editGeneralForumTopic", chat_id=forum, name="Wszyscy")
    await stand.call("closeGeneralForumTopic", chat_id=forum)
    with pytest.raises(NotPossible, match="topic closed"):
        await stand.people.send_text(jan, forum, "x", "k1", thread_id=1)
    await stand.call("hideGeneralForumTopic", chat_id=forum)
    assert await stand.people.topics(anna, forum) == []
    await stand.call("reopenGeneralForumTopic", chat_id=forum)
    await stand.people.send_text(jan, forum, "x", "k1", thread_id=1)
    assert [line.name for line in await stand.people.topics(anna, forum) or []] == ["Wszyscy"]
    for method in ("editForumTopic", "deleteForumTopic"):
        assert (await stand.refusal(method, chat_id=forum, message_thread_id=1, name="z"))[0] == 400


async def test_refusals_in_telegrams_words(stand: Stand) -> None:
    anna, _, forum = await forum_of(stand)
    topic = await topic_of(stand, forum)
    group = await stand.people.create_group("Zwykła", anna)
    await stand.people.add_member(anna, group, BOT_ID)
    for chat_id in (group, anna):
        assert (await stand.refusal("createForumTopic", chat_id=chat_id, name="x"))[1] == (
            "Bad Request: the chat is not a forum"
        )
        refused = await stand.refusal("sendMessage", chat_id=chat_id, message_thread_id=topic, text="x")
        assert refused == (400, "Bad Request: message thread not found")
    for thread in (1, 99999, 2**40, -3):
        refused = await stand.refusal("sendMessage", chat_id=forum, message_thread_id=thread, text="x")
        assert refused == (400, "Bad Request: message thread not found")
    assert (await stand.refusal("createForumTopic", chat_id=forum, name=" "))[1] == "Bad Request: topic title is empty"

    await stand.people.promote(anna, forum, BOT_ID, can_manage_topics=False)
    assert (await stand.refusal("createForumTopic", chat_id=forum, name="x"))[1] == (
        "Bad Request: not enough rights to create a topic"
    )
    await stand.call("closeForumTopic", chat_id=forum, message_thread_id=topic)  # its own: that it may
    await stand.people.make_member(anna, forum, BOT_ID)
    assert (await stand.refusal("deleteForumTopic", chat_id=forum, message_thread_id=topic))[1] == (
        "Bad Request: not enough rights to delete the topic"
    )


async def test_a_closed_topic_of_others_takes_nothing_of_a_bot_without_the_right(stand: Stand) -> None:
    anna, _, forum = await forum_of(stand)
    await stand.call("closeGeneralForumTopic", chat_id=forum)
    await stand.people.promote(anna, forum, BOT_ID, can_manage_topics=False)
    assert await stand.refusal("sendMessage", chat_id=forum, text="x") == (400, "Bad Request: TOPIC_CLOSED")


async def test_unread_is_each_persons_own(stand: Stand) -> None:
    anna, jan, forum = await forum_of(stand)
    topic = await topic_of(stand, forum)
    sent = await stand.call("sendMessage", chat_id=forum, message_thread_id=topic, text="nowe")

    async def unread(who: int) -> list[int]:
        return [line.thread_id for line in await stand.people.topics(who, forum) or [] if line.unread]

    await stand.people.read_to(anna, forum, topic, sent["message_id"])
    await stand.people.read_to(anna, forum, topic, 1)  # an old tab does not make it unread again
    assert topic not in await unread(anna)
    assert topic in await unread(jan)
    await stand.people.send_text(jan, forum, "moje", "k", thread_id=topic)
    assert topic not in await unread(jan)
    assert topic in await unread(anna)
    stranger = await stand.visitor()
    with pytest.raises(NotPossible):
        await stand.people.topics(stranger, forum)
    with pytest.raises(NotPossible):
        await stand.people.read_to(stranger, forum, topic, 1)
    assert await stand.people.topics(anna, BOT_ID) is None


async def test_a_forum_settled_under_a_number_has_exactly_its_people(stand: Stand) -> None:
    anna, jan = await stand.visitor(), await stand.visitor(name="Jan")
    await new_updates(stand)
    room = -1_000_000_000_777
    await stand.people.settle_forum(room, "Personel", {anna: "Anna", jan: "Jan"}, BOT_ID)
    topic = await topic_of(stand, room)
    await stand.people.send_text(jan, room, "x", "k", thread_id=topic)
    await stand.people.settle_forum(room, "Personel", {anna: "Anna"}, BOT_ID)
    with pytest.raises(NotPossible, match="no chat"):
        await stand.people.history(jan, room)
    with pytest.raises(NotPossible, match="no chat"):
        await stand.people.send_text(jan, room, "y", "k2", thread_id=topic)
    assert [list(u)[1] for u in await new_updates(stand)] == ["message"]  # nobody is told of who comes and goes
    await stand.call("deleteForumTopic", chat_id=room, message_thread_id=topic)
