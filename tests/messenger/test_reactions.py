"""Reactions of people and bots, and who hears of them."""

import pytest

from bot.messenger import NotPossible
from tests.messenger import specification
from tests.messenger.forums import forum_of, new_updates
from tests.messenger.stand import BOT_ID, Stand

WANTED = {"allowed_updates": ["message", "message_reaction"]}


async def _reactions(stand: Stand, who: int, chat: int, message: int) -> list[object]:
    seen = await stand.people.history(who, chat, 0)
    last = [e for e in seen if e.payload.get("message", {}).get("message_id") == message][-1]
    shown: list[object] = last.payload["reactions"]
    return shown


async def test_a_tap_reaches_a_bot_that_asked_for_it(stand: Stand) -> None:
    anna = await stand.visitor()
    sent = await stand.call("sendMessage", chat_id=anna, text="Dzień dobry")
    await new_updates(stand)
    await stand.people.react(anna, BOT_ID, sent["message_id"], "👍")
    assert await new_updates(stand) == []  # not asked for
    await new_updates(stand, **WANTED)
    await stand.people.react(anna, BOT_ID, sent["message_id"], "❤️")
    await stand.people.react(anna, BOT_ID, sent["message_id"], "❤")
    await stand.people.react(anna, BOT_ID, sent["message_id"], None)
    changed, back = [update["message_reaction"] for update in await new_updates(stand, **WANTED)]
    assert changed["old_reaction"] == [{"type": "emoji", "emoji": "👍"}]
    assert changed["new_reaction"] == [{"type": "emoji", "emoji": "❤"}]
    assert (changed["user"]["id"], changed["message_id"]) == (anna, sent["message_id"])
    assert back["new_reaction"] == []
    if specification.present():
        assert not specification.problems(["MessageReactionUpdated"], changed, "update")


async def test_a_bot_reacts_and_people_see_it(stand: Stand) -> None:
    anna = await stand.visitor()
    said = await stand.people.send_text(anna, BOT_ID, "halo?", "k")
    await stand.call("setMessageReaction", chat_id=anna, message_id=said, reaction=[{"type": "emoji", "emoji": "👀"}])
    await stand.people.react(anna, BOT_ID, said, "👀")
    assert await _reactions(stand, anna, BOT_ID, said) == [{"emoji": "👀", "count": 2, "mine": True}]
    await stand.call("setMessageReaction", chat_id=anna, message_id=said)
    assert await _reactions(stand, anna, BOT_ID, said) == [{"emoji": "👀", "count": 1, "mine": True}]
    await stand.people.delete_own(anna, BOT_ID, said)  # its reactions go with it
    for given, words in (
        ([{"type": "emoji", "emoji": "🪟"}], "REACTION_INVALID"),
        ([{"type": "paid"}], "REACTION_INVALID"),
        ([{"type": "emoji", "emoji": "👍"}, {"type": "emoji", "emoji": "👎"}], "REACTIONS_TOO_MANY"),
        ([], "message to react not found"),
    ):
        refused = await stand.refusal("setMessageReaction", chat_id=anna, message_id=said, reaction=given)
        assert refused == (400, f"Bad Request: {words}")


async def test_in_a_group_only_an_administrator_bot_hears_and_only_members_react(stand: Stand) -> None:
    anna, jan, forum = await forum_of(stand)
    sent = await stand.call("sendMessage", chat_id=forum, text="Kto bierze?")
    await new_updates(stand, **WANTED)
    await stand.people.react(jan, forum, sent["message_id"], "👌")
    assert len(await new_updates(stand, **WANTED)) == 1
    await stand.people.make_member(anna, forum, BOT_ID)
    await stand.people.react(anna, forum, sent["message_id"], "👌")
    assert await new_updates(stand, **WANTED) == []
    assert await _reactions(stand, jan, forum, sent["message_id"]) == [{"emoji": "👌", "count": 2, "mine": True}]
    await stand.people.permit(anna, forum, can_react_to_messages=False)
    with pytest.raises(NotPossible, match="no rights"):
        await stand.people.react(jan, forum, sent["message_id"], "👍")
    with pytest.raises(NotPossible, match="closed"):
        await stand.people.react(anna, forum, sent["message_id"], "<b>")
    stranger = await stand.visitor()
    with pytest.raises(NotPossible, match="no chat"):
        await stand.people.react(stranger, forum, sent["message_id"], "👍")
