"""A forum for tests: a person who leads it, a second one, and the bot as an administrator."""

from typing import Any

from tests.messenger.stand import BOT_ID, Stand


async def forum_of(stand: Stand) -> tuple[int, int, int]:
    """The leader, another member and the forum's id; the updates about it are taken already."""
    people = stand.people
    anna, jan = await stand.visitor(), await stand.visitor(name="Jan")
    group = await people.create_group("Biuro", anna)
    await people.add_member(anna, group, jan)
    await people.add_member(anna, group, BOT_ID)
    forum = await people.upgrade_group(anna, group)
    await people.make_forum(anna, forum)
    await people.promote(anna, forum, BOT_ID)
    await new_updates(stand)
    return anna, jan, forum


async def new_updates(stand: Stand, **asked: Any) -> list[dict[str, Any]]:
    """What came for the bot since it was asked last."""
    updates: list[dict[str, Any]] = await stand.call("getUpdates", **asked)
    if updates:
        await stand.call("getUpdates", offset=updates[-1]["update_id"] + 1, **asked)
    return updates


async def topic_of(stand: Stand, forum: int, name: str = "214 · uk · czeka") -> int:
    number: int = (await stand.call("createForumTopic", chat_id=forum, name=name))["message_thread_id"]
    return number
