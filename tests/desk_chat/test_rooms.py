"""How a forum becomes a staff room, and what groups get of sensitive words."""

from typing import Any

from bot.clock import SteppedClock
from bot.desk import rooms
from bot.storage import Database
from bot.storage.tables import Role
from tests.conversations.people import BOT_ID, Stage
from tests.desk_chat.conftest import CENTRE, ROOM, Desk, InRoom, Newcomer, Somebody

FORUM = {"id": ROOM, "type": "supergroup", "title": "Zespół", "is_forum": True}


async def _added(stage: Stage, person: Somebody, **rights: Any) -> list[Any]:
    bot = {"id": BOT_ID, "is_bot": True, "first_name": "Okienko"}
    admin = {
        "status": "administrator",
        "user": bot,
        "can_be_edited": False,
        "is_anonymous": False,
        **dict.fromkeys(
            (
                "can_manage_chat",
                "can_delete_messages",
                "can_manage_video_chats",
                "can_restrict_members",
                "can_promote_members",
                "can_change_info",
                "can_invite_users",
                "can_post_stories",
                "can_edit_stories",
                "can_delete_stories",
                "can_send_welcome_messages",
            ),
            True,
        ),
        "can_manage_topics": True,
        **rights,
    }
    change = {
        "chat": FORUM,
        "from": person.user,
        "date": 1_700_000_000,
        "old_chat_member": {"status": "left", "user": bot},
        "new_chat_member": admin,
    }
    return await stage.deliver(my_chat_member=change)


async def _command(stage: Stage, person: Somebody, chat: dict[str, Any], text: str) -> list[Any]:
    entities = [{"type": "bot_command", "offset": 0, "length": len(text.split()[0])}]
    message = {"message_id": 5, "date": 1, "chat": chat, "from": person.user, "text": text, "entities": entities}
    return await stage.deliver(message=message)


async def test_an_organiser_confirms_in_private(
    stage: Stage, organiser: Somebody, database: Database, newcomer: Newcomer, desk: Desk
) -> None:
    asked = await _added(stage, organiser)
    assert {one.chat_id for one in asked} == {organiser.id}
    organiser._look(asked)
    async with database.session() as session:
        assert await rooms.at(session, "telegram", ROOM) is None
    data = f"dm|{ROOM}|{CENTRE}"
    await (await newcomer()).presses(data)
    await (await newcomer(Role.CLERK)).presses(data)
    await (await newcomer(Role.ORGANISER, of="kozienice")).presses(data)
    async with database.session() as session:
        assert await rooms.at(session, "telegram", ROOM) is None
    [said] = await organiser.presses(data)
    assert "Koszalin: pokój pracowników jest gotowy" in said
    async with database.session() as session:
        room = await rooms.at(session, "telegram", ROOM)
    assert room
    assert room.centre == CENTRE


async def test_the_command_asks_organisers_only(stage: Stage, organiser: Somebody, newcomer: Newcomer) -> None:
    here, privately = await _command(stage, organiser, FORUM, "/pokoj")
    assert (here.chat_id, privately.chat_id) == (ROOM, organiser.id)
    assert "Koszalin" not in here.text
    [refused] = await _command(stage, await newcomer(), FORUM, "/pokoj")
    assert refused.chat_id == ROOM
    plain = {"id": -100777, "type": "supergroup", "title": "Bez wątków"}
    [no_topics] = await _command(stage, organiser, plain, "/pokoj")
    assert "wątki" in no_topics.text


async def test_lost_rights_are_told_to_who_set_the_room(
    stage: Stage, organiser: Somebody, room: None, desk: Desk, database: Database
) -> None:
    await _added(stage, organiser, can_manage_topics=False)
    [(chat, _, call)] = await desk.round()
    assert chat == organiser.id
    assert "zakładać wątków" in call["text"]
    async with database.session() as session:
        found = await rooms.at(session, "telegram", ROOM)
    assert found
    assert found.trouble


async def test_in_groups_nothing_sensitive_is_repeated(
    stage: Stage, organiser: Somebody, newcomer: Newcomer, clock: SteppedClock
) -> None:
    person = await newcomer()
    chat = {"id": -100888, "type": "supergroup", "title": "Sąsiedzi"}

    async def mentions(text: str) -> list[Any]:
        whole = f"@OkienkoBot {text}"
        entities = [{"type": "mention", "offset": 0, "length": 11}]
        message = {"message_id": 5, "date": 1, "chat": chat, "from": person.user, "text": whole, "entities": entities}
        return await stage.deliver(message=message)

    [danger] = await mentions("pali się mój dom, ludzie w środku")
    assert "112" in danger.text
    assert "dom" not in danger.text
    [private] = await mentions("mąż mnie bije od lat")
    assert "bije" not in private.text
    assert "prywatnej" in private.text
    assert private.reply_markup.inline_keyboard[0][0].url
    message = {"message_id": 6, "date": 1, "chat": chat, "from": person.user, "text": "mąż mnie bije od lat"}
    assert await stage.deliver(message=message) == []


async def test_general_and_other_groups_are_left_alone(
    stage: Stage, clerk: InRoom, desk: Desk, database: Database
) -> None:
    message = {"message_id": 9, "date": 1, "chat": FORUM, "from": clerk.person.user, "text": "kto dziś na dyżurze?"}
    assert await stage.deliver(message=message) == []
    assert await desk.messages() == []
