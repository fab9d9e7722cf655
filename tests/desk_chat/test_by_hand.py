"""What people do in the group itself and around it: topics shut, rights taken and given, a page left for good."""

from datetime import UTC, datetime

from aiogram.methods import ReopenForumTopic, SendMessage

from bot.clock import SteppedClock
from bot.desk import rooms
from bot.people import roles
from bot.storage import Database
from bot.storage.tables import ClosingDay, Role
from tests.conversations.people import BOT_ID, Stage
from tests.counter.conftest import account_id
from tests.desk_chat.conftest import CENTRE, ROOM, Desk, InRoom, Newcomer, Somebody
from tests.desk_chat.test_rooms import FORUM, _added
from tests.desk_chat.test_staff import _copy, _to


async def test_who_shuts_the_topic_of_an_open_conversation_is_told_how_it_is_ended(
    talking: Somebody, desk: Desk, clerk: InRoom, newcomer: Newcomer
) -> None:
    outsider = InRoom(await newcomer(), desk)
    for person in (clerk, outsider):  # whoever leads the group can shut topics, with a role here or without
        await person.writes("", forum_topic_closed={})
        opened, said = person.shown
        assert isinstance(opened, ReopenForumTopic)
        assert opened.message_thread_id == (await desk.topic()).thread_id
        assert isinstance(said, SendMessage)
        assert "„Zamknij”" in said.text
    await clerk.works("close-law")
    await clerk.writes("", forum_topic_closed={})
    assert clerk.shown == []
    assert await desk.messages("note") == []


async def test_a_room_is_well_again_when_the_rights_are_back(
    stage: Stage, organiser: Somebody, talking: Somebody, desk: Desk, database: Database
) -> None:
    await _added(stage, organiser, can_manage_topics=False)
    await desk.round()
    assert await talking.says("чи хтось є?") == []
    desk.postman.clock.forward(seconds=4)
    assert [one for one in await desk.round() if one[0] == ROOM] == []
    await _added(stage, organiser)
    desk.postman.clock.forward(seconds=4)
    sent = await desk.round()
    assert [call["text"] for chat, _, call in sent if chat == ROOM] == ["чи хтось є?"]
    assert any("znowu działa" in call["text"] for chat, _, call in sent if chat == organiser.id)
    async with database.session() as session:
        room = await rooms.at(session, "telegram", ROOM)
    assert room
    assert room.trouble is None


async def test_a_room_is_well_again_when_topics_are_on_again(
    stage: Stage, talking: Somebody, clerk: InRoom, desk: Desk, clock: SteppedClock
) -> None:
    async with desk.database.transaction() as session:
        await rooms.trouble(session, clock(), "telegram", ROOM, rooms.NO_FORUM)
    await desk.round()
    await talking.says("чи хтось є?")
    plain = {"id": ROOM, "type": "supergroup", "title": "Zespół"}
    message = {"message_id": 91, "date": 1, "chat": plain, "from": clerk.person.user, "text": "test"}
    await stage.deliver(message=message)
    clock.forward(seconds=4)
    assert [one for one in await desk.round() if one[0] == ROOM] == []
    await stage.deliver(message=message | {"message_id": 92, "chat": FORUM})
    clock.forward(seconds=4)
    assert [call["text"] for chat, _, call in await desk.round() if chat == ROOM] == ["чи хтось є?"]


async def test_staff_are_told_when_somebody_left_the_page_for_good(
    newcomer: Newcomer, room: None, stage: Stage, desk: Desk
) -> None:
    """The quick exit: no answer reaches them any more."""
    stage.intake.serve("web", stage.intake._bots["telegram"], "OkienkoBot")
    person = Somebody(stage, 77, "pl", "web")
    await person.says(f"/start c-{CENTRE}")
    await person.presses("dy:0:0")
    await desk.round()
    bot = {"id": BOT_ID, "is_bot": True, "first_name": "Okienko"}
    left = {
        "chat": person.chat,
        "from": person.user,
        "date": 1,
        "old_chat_member": {"status": "member", "user": bot},
        "new_chat_member": {"status": "kicked", "user": bot, "until_date": 0},
    }
    await stage.deliver("web", my_chat_member=left)
    said = [call["text"] for chat, _, call in await desk.round() if chat == ROOM and "text" in call]
    assert len(said) == 1
    assert "wyszła ze strony" in said[0]


async def test_only_who_asked_for_it_is_asked_to_answer(talking: Somebody, desk: Desk, clerk: InRoom) -> None:
    """Without a name in it, Telegram turns nobody's field to a selective prompt; with everybody's, notes go out."""
    await clerk.works("answer")
    prompt = clerk.shown[-1]
    assert f'tg://user?id={clerk.person.id}"' in prompt.text
    assert prompt.reply_markup.selective
    as_shown = f"Osoba\n{prompt.text.splitlines()[-1]}"
    [said] = await clerk.writes("Dzień dobry", to=8888, said=as_shown)
    assert "10 sekund" in said


async def test_an_edit_reaches_staff_whatever_its_writer_does_meanwhile(
    talking: Somebody, desk: Desk, clerk: InRoom, clock: SteppedClock
) -> None:
    await talking.says("o 10", message_id=9100)
    clock.forward(seconds=4)
    await desk.round()
    await talking.presses("dc|")  # in the middle of the questions about a call
    assert await talking.edits(9100, "o 11") == []
    assert any("o 11" in call.get("text", "") for _, _, call in await desk.round())
    await talking.says("/anuluj")
    await clerk.works("close-law")
    await talking.edits(9100, "o 12")
    assert any("o 12" in call.get("text", "") for _, _, call in await desk.round())


async def test_words_to_the_bot_that_may_be_an_answer_reach_staff_too(talking: Somebody, desk: Desk) -> None:
    """ "In which language?", the clerk has asked."""
    assert await talking.says("po polsku")
    assert [one.content["text"] for one in await desk.messages("resident") if one.content] == ["po polsku"]


async def test_a_closing_day_added_while_somebody_waits_is_told(
    talking: Somebody, database: Database, clock: SteppedClock
) -> None:
    clock.now = datetime(2026, 11, 27, 14, 25, tzinfo=UTC)  # Friday, 15:25
    assert await talking.says("чи хтось є?") == []
    clock.forward(minutes=6)
    [line] = await talking.says("алло?")
    assert "з понеділка, 7:30" in line
    async with database.transaction() as session:
        session.add(ClosingDay(centre=CENTRE, day=datetime(2026, 11, 30, tzinfo=UTC).date(), reason=""))
    [line] = await talking.says("є хтось?")
    assert "з вівторка, 7:30" in line
    assert await talking.says("алло?") == []


async def test_a_holiday_on_monday_is_known(talking: Somebody, clock: SteppedClock) -> None:
    clock.now = datetime(2027, 3, 26, 15, 0, tzinfo=UTC)  # Good Friday, 16:00; Monday is Easter Monday
    [line] = await talking.says("чи хтось є?")
    assert "з вівторка, 7:30" in line


async def test_a_forwarded_message_and_a_reply_to_an_old_copy(
    talking: Somebody, desk: Desk, clerk: InRoom, clock: SteppedClock
) -> None:
    origin = {"type": "hidden_user", "sender_user_name": "Ktoś", "date": 1}
    assert await talking.sends(text="переслане", forward_origin=origin) == []
    copy = await _copy(desk, talking)
    await clerk.works("close-law")
    await talking.presses(f"dw:reopen:{(await desk.talk()).id}")
    clock.forward(days=3)
    [said] = await clerk.writes("Odpowiadam na dawną wiadomość", to=copy)
    assert "10 sekund" in said
    clock.forward(seconds=11)
    assert any("dawną" in text for text in _to(talking, await desk.round()))
    assert next(one.content["text"] for one in await desk.messages("resident") if one.content) == "переслане"


async def test_a_clerk_of_two_centres_works_in_each_room_on_its_own(
    talking: Somebody, desk: Desk, newcomer: Newcomer, database: Database, clock: SteppedClock, stage: Stage
) -> None:
    """A role in both: the room decides of whose conversations there is talk."""
    both = await newcomer(Role.CLERK)
    async with database.transaction() as session:
        await roles.grant(session, clock(), await account_id(session, both), "kozienice", Role.CLERK)
    [queue] = await InRoom(both, desk).writes("/kolejka")
    assert "1 · uk" in queue
    await both.presses("c:kozienice:0")
    assert "Nikt nie czeka" in (await both.says("/kolejka"))[0]
