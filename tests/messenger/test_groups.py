"""Groups: a bot sees what is meant for it, and no more."""

from typing import Any

import pytest

from bot.messenger import NotPossible
from tests.messenger.stand import BOT_ID, Reader, Stand


async def _group(stand: Stand) -> tuple[int, int]:
    anna = await stand.visitor(started=False)
    group = await stand.people.create_group("Piknik", anna)
    await stand.people.add_member(anna, group, BOT_ID)
    return anna, group


async def _new_updates(stand: Stand) -> list[dict[str, Any]]:
    updates: list[dict[str, Any]] = await stand.call("getUpdates")
    if updates:
        await stand.call("getUpdates", offset=updates[-1]["update_id"] + 1)
    return updates


async def test_joining_is_told(stand: Stand) -> None:
    anna, group = await _group(stand)
    service, membership = await _new_updates(stand)
    assert service["message"]["new_chat_members"][0]["id"] == BOT_ID
    assert service["message"]["chat"] == {"id": group, "type": "group", "title": "Piknik"}
    assert membership["my_chat_member"]["from"]["id"] == anna
    assert membership["my_chat_member"]["new_chat_member"]["status"] == "member"


async def test_privacy(stand: Stand) -> None:
    anna, group = await _group(stand)
    await _new_updates(stand)
    sent = await stand.call("sendMessage", chat_id=group, text="Kto przyjdzie?")
    said = [
        ("ja chyba tak", None, False),
        ("/start", None, True),
        ("/start@okienko_test_bot", None, True),
        ("/start@other_bot", None, False),
        ("czy @okienko_test_bot wie?", None, True),
        ("czy @okienko_test_bot2 wie?", None, False),
        ("anna@okienko_test_bot.pl", None, False),
        ("ja!", sent["message_id"], True),
    ]
    for number, (text, reply_to, _) in enumerate(said):
        await stand.people.send_text(anna, group, text, f"k{number}", reply_to)
    got = [update["message"]["text"] for update in await _new_updates(stand)]
    assert got == [text for text, _, meant in said if meant]


async def test_everyone_in_it_reads_along(stand: Stand) -> None:
    anna, group = await _group(stand)
    jan, outsider = await stand.visitor(), await stand.visitor()
    await stand.people.add_member(anna, group, jan)
    assert await stand.people.groups_of(jan) == [(group, "Piknik")]
    await stand.call("sendMessage", chat_id=group, text="W czwartek o 17:00")
    reader = Reader(stand, jan, group)
    assert (await reader.until(text="W czwartek o 17:00")).payload["mine"] is False
    await reader.close()
    with pytest.raises(NotPossible, match="no chat"):
        await stand.people.add_member(outsider, group, outsider)
    with pytest.raises(NotPossible, match="not yours"):
        await stand.people.remove_member(jan, group, anna)
    assert await stand.call("getChatMemberCount", chat_id=group) == 3
    assert [one["user"]["id"] for one in await stand.call("getChatAdministrators", chat_id=group)] == [anna]
    assert (await stand.call("getChatMember", chat_id=group, user_id=jan))["status"] == "member"
    assert (await stand.call("getChat", chat_id=group))["title"] == "Piknik"
    with pytest.raises(NotPossible, match="no chat"):
        await stand.people.history(outsider, group)


async def test_a_bot_that_was_sent_out_may_not_write(stand: Stand) -> None:
    anna, group = await _group(stand)
    await _new_updates(stand)
    await stand.people.remove_member(anna, group, BOT_ID)
    words = "Forbidden: bot was kicked from the group chat"
    for method in ("sendMessage", "getChat"):
        assert await stand.refusal(method, chat_id=group, text="x") == (403, words)
    (membership,) = await _new_updates(stand)
    assert membership["my_chat_member"]["new_chat_member"]["status"] == "kicked"
    await stand.people.send_text(anna, group, "/start", "k")
    assert await _new_updates(stand) == []


async def test_a_bot_may_leave_and_never_speaks_in_a_strange_group(stand: Stand) -> None:
    anna, group = await _group(stand)
    assert await stand.call("leaveChat", chat_id=group) is True
    code, words = await stand.refusal("sendMessage", chat_id=group, text="x")
    assert (code, words) == (403, "Forbidden: bot is not a member of the group chat")
    strange = await stand.people.create_group("Inna", anna)
    assert await stand.refusal("sendMessage", chat_id=strange, text="x") == (400, "Bad Request: chat not found")


async def test_a_bot_deletes_only_its_own_in_a_group(stand: Stand) -> None:
    anna, group = await _group(stand)
    theirs = await stand.people.send_text(anna, group, "moje", "k")
    refused = await stand.refusal("deleteMessage", chat_id=group, message_id=theirs)
    assert refused == (400, "Bad Request: message can't be deleted")
