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


MOVED = "Bad Request: group chat was upgraded to a supergroup chat"


async def test_a_bot_that_may_not_write_is_told_so_by_kind(stand: Stand) -> None:
    anna, group = await _group(stand)
    jan = await stand.visitor(name="Jan")
    await stand.people.add_member(anna, group, jan)
    await stand.people.permit(anna, group, can_send_messages=False, can_send_polls=False)
    poll = {"question": "Kiedy?", "options": ["a", "b"]}
    for method, given, what in [
        ("sendMessage", {"text": "x"}, "text messages"),
        ("sendPoll", poll, "polls"),
        ("sendContact", {"phone_number": "1", "first_name": "A"}, "contacts"),
    ]:
        refused = await stand.refusal(method, chat_id=group, **given)
        assert refused == (400, f"Bad Request: not enough rights to send {what} to the chat")
    with pytest.raises(NotPossible, match="no rights"):
        await stand.people.send_text(jan, group, "x", "k")
    assert not await stand.people.may_write(jan, group)
    await stand.people.send_text(anna, group, "x", "k")  # the creator may
    assert (await stand.call("getChat", chat_id=group))["permissions"]["can_send_polls"] is False
    await stand.people.promote(anna, group, BOT_ID)
    await stand.call("sendPoll", chat_id=group, **poll)
    with pytest.raises(NotPossible, match="not yours"):
        await stand.people.permit(jan, group)


async def test_an_administrator_sees_all_pins_and_clears(stand: Stand) -> None:
    anna, group = await _group(stand)
    theirs = await stand.people.send_text(anna, group, "piknik w sobotę", "k")
    words = "Bad Request: not enough rights to manage pinned messages in the chat"
    await stand.people.permit(anna, group, can_pin_messages=False)
    assert await stand.refusal("pinChatMessage", chat_id=group, message_id=theirs) == (400, words)
    await _new_updates(stand)
    await stand.people.promote(anna, group, BOT_ID, can_delete_messages=False)
    (promoted,) = await _new_updates(stand)
    old, new = promoted["my_chat_member"]["old_chat_member"], promoted["my_chat_member"]["new_chat_member"]
    assert (old["status"], new["status"]) == ("member", "administrator")
    assert (new["can_pin_messages"], new["can_delete_messages"]) == (True, False)
    assert {one["status"] for one in await stand.call("getChatAdministrators", chat_id=group)} == {
        "creator",
        "administrator",
    }
    await stand.people.send_text(anna, group, "nikogo nie wołam", "k2")
    assert [u["message"]["text"] for u in await _new_updates(stand)] == ["nikogo nie wołam"]

    assert await stand.call("pinChatMessage", chat_id=group, message_id=theirs) is True
    assert (await stand.call("getChat", chat_id=group))["pinned_message"]["text"] == "piknik w sobotę"
    service = (await stand.people.history(anna, group))[-1].payload["message"]
    assert service["pinned_message"]["message_id"] == theirs
    assert await stand.refusal("pinChatMessage", chat_id=group, message_id=999) == (
        400,
        "Bad Request: message to pin not found",
    )
    assert await stand.call("unpinChatMessage", chat_id=group, message_id=theirs) is True
    assert "pinned_message" not in await stand.call("getChat", chat_id=group)
    refused = await stand.refusal("unpinChatMessage", chat_id=group, message_id=theirs)
    assert refused == (400, "Bad Request: message to unpin not found")
    assert await stand.call("unpinAllChatMessages", chat_id=group) is True

    refused = await stand.refusal("deleteMessage", chat_id=group, message_id=theirs)
    assert refused == (400, "Bad Request: message can't be deleted")
    await stand.people.promote(anna, group, BOT_ID)
    assert await stand.call("deleteMessage", chat_id=group, message_id=theirs) is True
    await stand.people.make_member(anna, group, BOT_ID)
    assert (await stand.call("getChatMember", chat_id=group, user_id=BOT_ID))["status"] == "member"


async def test_a_group_becomes_a_supergroup(stand: Stand) -> None:
    anna, old = await _group(stand)
    first = await stand.people.send_text(anna, old, "/start", "k")
    await _new_updates(stand)
    reader = Reader(stand, anna, old)
    await reader.until(text="/start")
    new = await stand.people.upgrade_group(anna, old)
    assert new < -(10**12)
    left, arrived = [update["message"] for update in await _new_updates(stand)]
    assert (left["chat"]["id"], left["migrate_to_chat_id"]) == (old, new)
    assert (arrived["chat"], arrived["migrate_from_chat_id"]) == (
        {"id": new, "type": "supergroup", "title": "Piknik"},
        old,
    )
    answer = await stand.ask("sendMessage", chat_id=old, text="x")
    assert answer == {
        "ok": False,
        "error_code": 400,
        "description": MOVED,
        "parameters": {"migrate_to_chat_id": new},
    }
    for method in ("getChat", "leaveChat", "getChatAdministrators", "sendChatAction"):
        assert await stand.refusal(method, chat_id=old, action="typing") == (400, MOVED)
    await stand.call("sendMessage", chat_id=new, text="dalej", reply_parameters={"message_id": first})
    assert (await reader.until(text="dalej")).payload["message"]["reply_to_message"]["text"] == "/start"
    await reader.close()
    # People find it under both numbers, with all that was said.
    assert len(await stand.people.history(anna, old, 0)) == len(await stand.people.history(anna, new, 0))
    assert await stand.people.groups_of(anna) == [(new, "Piknik")]
    with pytest.raises(NotPossible, match="no chat"):
        await stand.people.upgrade_group(anna, old)
    await stand.people.remove_member(anna, new, BOT_ID)
    words = "Forbidden: bot was kicked from the supergroup chat"
    assert await stand.refusal("sendMessage", chat_id=new, text="x") == (403, words)


async def test_one_may_be_restricted_in_a_supergroup(stand: Stand) -> None:
    anna, group = await _group(stand)
    with pytest.raises(NotPossible, match="no rights"):
        await stand.people.restrict(anna, group, BOT_ID)
    new = await stand.people.upgrade_group(anna, group)
    await _new_updates(stand)
    await stand.people.restrict(anna, new, BOT_ID, can_send_photos=True)
    (told,) = await _new_updates(stand)
    member = told["my_chat_member"]["new_chat_member"]
    assert (member["status"], member["is_member"], member["can_send_messages"]) == ("restricted", True, False)
    words = "Bad Request: not enough rights to send text messages to the chat"
    assert await stand.refusal("sendMessage", chat_id=new, text="x") == (400, words)


async def test_channels(stand: Stand) -> None:
    anna, jan = await stand.visitor(), await stand.visitor(name="Jan")
    channel = await stand.people.create_channel("Ogłoszenia", anna)
    assert await stand.refusal("sendMessage", chat_id=channel, text="x") == (400, "Bad Request: chat not found")
    await _new_updates(stand)
    await stand.people.add_member(anna, channel, BOT_ID)
    (joined,) = await _new_updates(stand)  # without a service message
    assert joined["my_chat_member"]["chat"] == {"id": channel, "type": "channel", "title": "Ogłoszenia"}
    assert joined["my_chat_member"]["new_chat_member"]["can_post_messages"] is True
    await stand.people.join_channel(jan, channel)
    post = await stand.call("sendMessage", chat_id=channel, text="Piknik!")
    assert "from" not in post
    assert post["sender_chat"]["id"] == channel
    assert (await stand.people.history(jan, channel))[-1].payload["message"]["text"] == "Piknik!"
    with pytest.raises(NotPossible, match="no rights"):
        await stand.people.send_text(jan, channel, "ja też", "k")
    written = await stand.people.send_text(anna, channel, "od Anny", "k")
    await stand.people.edit_own(anna, channel, written, "od nas")
    new, edited = await _new_updates(stand)
    assert (new["channel_post"]["text"], edited["edited_channel_post"]["text"]) == ("od Anny", "od nas")
    forwarded = await stand.call("forwardMessage", chat_id=jan, from_chat_id=channel, message_id=post["message_id"])
    assert forwarded["forward_origin"]["type"] == "channel"
    assert forwarded["forward_origin"]["chat"]["id"] == channel
    await stand.people.promote(anna, channel, BOT_ID, can_post_messages=False)
    words = "Bad Request: need administrator rights in the channel chat"
    assert await stand.refusal("sendMessage", chat_id=channel, text="x") == (400, words)
    await stand.people.remove_member(anna, channel, BOT_ID)
    words = "Forbidden: bot was kicked from the channel chat"
    assert await stand.refusal("sendMessage", chat_id=channel, text="x") == (403, words)
    for outsider_may in (stand.people.join_channel(jan, channel), stand.people.groups_of(jan)):
        await outsider_may
    with pytest.raises(NotPossible, match="not yours"):
        await stand.people.add_member(jan, channel, BOT_ID)


async def test_a_settled_group_is_found_again(stand: Stand) -> None:
    members = {5001: "Anna", 5002: "Jan", BOT_ID: "Okienko"}
    for _ in range(2):
        await stand.people.settle_group(-77, "Sąsiedzi", members)
    assert await stand.people.groups_of(5002) == [(-77, "Sąsiedzi")]
    assert len([u for u in await _new_updates(stand) if "my_chat_member" in u]) == 1
    await stand.people.upgrade_group(5001, -77)
    await stand.people.remove_member(5001, -77, BOT_ID)
    await stand.people.settle_group(-77, "Sąsiedzi", members)  # as after a restart: who was sent out stays out
    await stand.people.send_text(5002, -77, "jesteśmy", "k")
    assert not [u for u in await _new_updates(stand) if "new_chat_members" in u.get("message", {})]
