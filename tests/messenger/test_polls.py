"""Polls: asked, voted in, counted, closed."""

from typing import Any

import pytest

from bot.clock import SteppedClock
from bot.messenger import NotPossible
from tests.messenger import specification
from tests.messenger.stand import BOT_ID, Stand

KINDS = ["message", "poll", "poll_answer"]


async def _group(stand: Stand) -> tuple[int, int, int]:
    anna, jan = await stand.visitor(), await stand.visitor(name="Jan")
    group = await stand.people.create_group("Piknik", anna)
    await stand.people.add_member(anna, group, jan)
    await stand.people.add_member(anna, group, BOT_ID)
    return anna, jan, group


async def _ask(stand: Stand, chat_id: int, **more: Any) -> dict[str, Any]:
    asked: dict[str, Any] = await stand.call(
        "sendPoll", chat_id=chat_id, **{"question": "Kiedy?", "options": ["Sobota", {"text": "Niedziela"}], **more}
    )
    return asked


async def _news(stand: Stand) -> list[dict[str, Any]]:
    updates: list[dict[str, Any]] = await stand.call("getUpdates", allowed_updates=KINDS)
    if updates:
        await stand.call("getUpdates", offset=updates[-1]["update_id"] + 1)
    if specification.present():
        assert not [problem for update in updates for problem in specification.problems_of_update(update)]
    return updates


async def test_votes_are_counted_and_told(stand: Stand) -> None:
    anna, jan, group = await _group(stand)
    asked = await _ask(stand, group)
    number = asked["message_id"]
    assert asked["poll"]["is_anonymous"] is True
    await _news(stand)
    await stand.people.vote(anna, group, number, [1])
    await stand.people.vote(jan, group, number, [1])
    await stand.people.vote(jan, group, number, [0])
    first, _, last = [update["poll"] for update in await _news(stand)]
    assert [option["voter_count"] for option in first["options"]] == [0, 1]
    assert [option["voter_count"] for option in last["options"]] == [1, 1]
    assert last["total_voter_count"] == 2
    for who, voted in ((anna, [1]), (jan, [0])):
        event = (await stand.people.history(who, group))[-1]
        assert event.payload["voted"] == voted
        assert event.payload["message"]["poll"]["total_voter_count"] == 2
    await stand.people.vote(jan, group, number, [])
    assert (await _news(stand))[-1]["poll"]["total_voter_count"] == 1


async def test_an_open_poll_tells_who(stand: Stand) -> None:
    anna, _, group = await _group(stand)
    asked = await _ask(stand, group, is_anonymous=False, allows_multiple_answers=True)
    await _news(stand)
    await stand.people.vote(anna, group, asked["message_id"], [1, 0, 1])
    state, answer = await _news(stand)
    assert [option["voter_count"] for option in state["poll"]["options"]] == [1, 1]
    assert (answer["poll_answer"]["user"]["id"], answer["poll_answer"]["option_ids"]) == (anna, [0, 1])


async def test_what_cannot_be_voted(stand: Stand, clock: SteppedClock) -> None:
    anna, jan, group = await _group(stand)
    outsider = await stand.visitor(name="Obca")
    number = (await _ask(stand, group))["message_id"]
    final = (await _ask(stand, group, allows_revoting=False))["message_id"]
    timed = (await _ask(stand, group, open_period=60))["message_id"]
    for options in ([0, 1], [2], [-1]):
        with pytest.raises(NotPossible, match="closed"):
            await stand.people.vote(anna, group, number, options)
    await stand.people.vote(anna, group, final, [0])
    for options in ([1], []):
        with pytest.raises(NotPossible, match="closed"):
            await stand.people.vote(anna, group, final, options)
    with pytest.raises(NotPossible, match="no chat"):
        await stand.people.vote(outsider, group, number, [0])
    text = (await stand.call("sendMessage", chat_id=group, text="x"))["message_id"]
    with pytest.raises(NotPossible, match="no message"):
        await stand.people.vote(anna, group, text, [0])
    await stand.people.vote(jan, group, timed, [0])
    clock.forward(seconds=60)
    with pytest.raises(NotPossible, match="closed"):
        await stand.people.vote(anna, group, timed, [0])


async def test_stopping(stand: Stand) -> None:
    anna, _, group = await _group(stand)
    asked = await _ask(stand, group)
    this = {"chat_id": group, "message_id": asked["message_id"]}
    await stand.people.vote(anna, group, asked["message_id"], [0])
    stopped = await stand.call("stopPoll", **this)
    assert (stopped["is_closed"], stopped["options"][0]["voter_count"]) == (True, 1)
    assert (await stand.people.history(anna, group))[-1].payload["message"]["poll"]["is_closed"] is True
    assert await stand.refusal("stopPoll", **this) == (400, "Bad Request: poll has already been closed")
    with pytest.raises(NotPossible, match="closed"):
        await stand.people.vote(anna, group, asked["message_id"], [1])
    for number, words in [(999, "message with poll to stop not found"), (1, "message is not a poll")]:
        refused = await stand.refusal("stopPoll", chat_id=group, message_id=number)
        assert refused == (400, f"Bad Request: {words}")


async def test_a_forward_is_the_same_poll_a_copy_is_not(stand: Stand) -> None:
    anna, _, group = await _group(stand)
    asked = await _ask(stand, group)
    both = {"chat_id": anna, "from_chat_id": group, "message_id": asked["message_id"]}
    forwarded = await stand.call("forwardMessage", **both)
    copied = await stand.call("copyMessage", **both)
    assert forwarded["poll"]["id"] == asked["poll"]["id"]
    await stand.people.vote(anna, BOT_ID, forwarded["message_id"], [0])
    assert (await stand.people.history(anna, group))[-1].payload["message"]["poll"]["total_voter_count"] == 1
    await stand.people.vote(anna, BOT_ID, copied["message_id"], [1])
    assert (await stand.people.history(anna, group))[-1].payload["message"]["poll"]["total_voter_count"] == 1


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"question": " "}, "poll question must be non-empty"),
        ({"question": "x" * 301}, "poll question length must not exceed 300"),
        ({"options": ["a"]}, "poll must have at least 2 option"),
        ({"options": ["a"] * 13}, "poll can't have more than 12 options"),
        ({"options": ["a", " "]}, "poll options must be non-empty"),
        ({"options": ["a", "x" * 101]}, "poll options length must not exceed 100"),
        ({"type": "quiz"}, "unsupported poll type specified"),
        ({"open_period": 3}, "wrong poll open period specified"),
    ],
)
async def test_refusals(stand: Stand, given: dict[str, Any], words: str) -> None:
    anna = await stand.visitor()
    asked = {"question": "Kiedy?", "options": ["a", "b"]} | given
    assert await stand.refusal("sendPoll", chat_id=anna, **asked) == (400, f"Bad Request: {words}")


async def test_a_quick_exit_leaves_no_votes(stand: Stand) -> None:
    anna = await stand.visitor()
    asked = await _ask(stand, anna)
    await stand.people.vote(anna, BOT_ID, asked["message_id"], [0])
    await stand.people.clear_for(anna)
    async with stand.messenger.exchange.database.session() as session:
        for table in ("polls", "votes"):
            rows = await (await session.connection()).exec_driver_sql(f"SELECT * FROM messenger_{table}")
            assert rows.all() == []
