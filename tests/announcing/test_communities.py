"""Groups: silent until claimed, never another centre's, followed when they move."""

from typing import Any

from aiogram.types import ChatMemberAdministrator, ChatMemberRestricted
from pydantic import BaseModel
from sqlmodel import select

from bot.announcements.communities import Standing
from bot.storage import Database
from bot.storage.tables import Community, Role
from tests.announcing.conftest import Newcomer
from tests.announcing.groups import adds, claimed
from tests.announcing.post import PostOffice
from tests.announcing.test_announcing import composed
from tests.conversations.people import Person


def no_rights(member: type[BaseModel]) -> dict[str, Any]:
    """Every right that a member's kind knows, refused."""
    return {name: False for name in member.model_fields if name.startswith("can_")}


async def rows(database: Database) -> list[Community]:
    async with database.session() as session:
        return list((await session.exec(select(Community))).all())


async def test_a_group_added_by_anybody_else_stays_unclaimed_and_silent(
    newcomer: Newcomer, organiser: Person, database: Database
) -> None:
    resident = await newcomer()
    assert await adds(resident, -101, "Sąsiedzi") == []
    (group,) = await rows(database)
    assert group.centre is None
    await organiser.says("/ogloszenie")
    await organiser.says("Piknik")
    assert not any("Sąsiedzi" in label for label in organiser.buttons)


async def test_the_organiser_is_asked_in_private(organiser: Person, database: Database) -> None:
    (asked,) = await adds(organiser, -101, "Wzgórze")
    assert asked.chat_id == organiser.id
    await organiser.taps("Koszalin")
    await organiser.taps("Osiedle")
    (screen,) = await organiser.says("Wzgórze Północ")
    assert "Osiedle: Wzgórze Północ" in screen
    (group,) = await rows(database)
    assert (group.centre, group.estate) == ("koszalin", "Wzgórze Północ")
    await organiser.says("/powiadomienia")
    assert any("Wzgórze Północ" in label for label in organiser.buttons)


async def test_one_centre_cannot_take_the_group_of_another(
    organiser: Person, newcomer: Newcomer, database: Database
) -> None:
    await claimed(organiser, -101, "Wzgórze")
    other = await newcomer("kozienice", role=Role.ORGANISER)
    for data in ("sg:1:claim:kozienice", "sg:1:claim:koszalin", "sg:1:release:", "sg:1:help:"):
        await other.presses(data)
    (group,) = await rows(database)
    assert (group.centre, group.self_help) == ("koszalin", False)
    await other.says("/ogloszenie")
    await other.says("Nasze")
    assert not any("Wzgórze" in label for label in other.buttons)


async def test_a_self_help_group_is_never_an_audience(organiser: Person) -> None:
    await claimed(organiser, -101, "Krąg wsparcia")
    await organiser.taps("To grupa samopomocowa")
    await organiser.says("/ogloszenie")
    await organiser.says("Piknik")
    assert not any("Krąg" in label for label in organiser.buttons)


async def test_a_group_made_self_help_after_planning_gets_nothing(organiser: Person, post: PostOffice) -> None:
    await claimed(organiser, -101, "Krąg")
    await composed(organiser, audience="Krąg")
    await organiser.taps("Od razu")
    await organiser.taps("Wyślij")
    await post.herald.tick()
    await organiser.presses("sg:1:help:")
    await post.deliver()
    assert post.to(-101) == []


async def test_thrown_out_and_muted_are_told_to_the_organiser(organiser: Person, database: Database) -> None:
    await claimed(organiser, -101, "Wzgórze")
    (muted,) = await adds(
        organiser,
        -101,
        "Wzgórze",
        "restricted",
        is_member=True,
        until_date=0,
        **no_rights(ChatMemberRestricted),
    )
    assert "straciło prawo pisania" in muted.text
    (lost,) = await adds(organiser, -101, "Wzgórze", "kicked", until_date=0)
    assert "nie ma już" in lost.text
    assert (await rows(database))[0].state == Standing.GONE
    (listed,) = await organiser.says("/spolecznosci")
    assert "społeczności" in listed
    assert organiser.buttons[0] == "🚪 Wzgórze"


async def test_a_channel_needs_the_right_to_post(organiser: Person, database: Database) -> None:
    rights = no_rights(ChatMemberAdministrator) | {"can_be_edited": False, "is_anonymous": False}
    del rights["can_post_messages"]
    await adds(organiser, -100200, "Kanał miasta", "administrator", kind="channel", **rights, can_post_messages=False)
    assert (await rows(database))[0].state == Standing.NO_RIGHTS
    await adds(organiser, -100200, "Kanał miasta", "administrator", kind="channel", **rights, can_post_messages=True)
    (group,) = await rows(database)
    assert (group.state, group.kind) == (Standing.ACTIVE, "channel")


async def test_a_group_that_moves_keeps_its_name_and_centre(organiser: Person, database: Database) -> None:
    await claimed(organiser, -101, "Wzgórze")
    chat = {"id": -101, "type": "group", "title": "Wzgórze"}
    message = {"message_id": 3, "date": 1_700_000_000, "chat": chat, "from": organiser.user}
    assert await organiser.stage.deliver(message={**message, "migrate_to_chat_id": -100777}) == []
    (group,) = await rows(database)
    assert (group.chat_id, group.centre, group.name) == (-100777, "koszalin", "Wzgórze")


async def test_the_outbox_tells_of_moved_and_lost_groups(
    organiser: Person, database: Database, post: PostOffice
) -> None:
    await claimed(organiser, -101, "Wzgórze")
    (moved,) = post.kinds.when_migrated
    (lost,) = post.kinds.when_gone
    async with database.transaction() as session:
        await moved(session, "telegram", -101, -100777)
        await lost(session, "telegram", -100777, post.clock())
    (group,) = await rows(database)
    assert (group.chat_id, group.state) == (-100777, Standing.GONE)
