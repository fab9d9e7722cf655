"""Whatever comes in gets an answer in words: never a 500, never a hang."""

import json
from typing import Any

import pytest

from bot.messenger.methods import METHODS
from tests.messenger.forums import forum_of, topic_of
from tests.messenger.stand import BOT_ID, TOKEN, Stand

WEIRD: list[Any] = [
    None, True, 0, -1, 1.5, 2**31, 2**63, 10**400, "", " ", "\x00", "null", "[]", "{", "9" * 5000, "ż" * 5000,
    [], [1], [[]], [None], {}, {"a": 1}, [{"type": "bold"}], {"inline_keyboard": 1}, {"inline_keyboard": [[1]]},
    {"keyboard": [[{"text": 5}]]}, {"inline_keyboard": [[{"text": "a", "callback_data": 5}]]}, {"message_id": []},
    [{"type": "photo"}, {"type": "photo", "media": 5}], [{"type": "video", "media": "attach://x"}], {"type": "photo"},
    [{"text": 5}, {"text": "a", "text_entities": 7}], [["a"]],
    {"type": "chat"}, {"type": 5}, {"is_disabled": "x", "url": 5}, "attach://x", "@x", "-5", "1e9", "NaN",
]  # fmt: skip
SEND = "chat_id reply_markup reply_parameters reply_to_message_id protect_content message_thread_id"
ASKED = {
    "sendMessage": f"{SEND} text parse_mode entities link_preview_options",
    "sendPhoto": f"{SEND} photo caption caption_entities has_spoiler",
    "sendDocument": f"{SEND} document caption",
    "sendVideo": f"{SEND} video width duration caption",
    "sendAnimation": f"{SEND} animation width caption",
    "sendVoice": f"{SEND} voice duration caption",
    "sendMediaGroup": f"{SEND} media",
    "sendPoll": f"{SEND} question question_entities options type is_anonymous open_period close_date is_closed",
    "stopPoll": "chat_id message_id reply_markup",
    "forwardMessage": "chat_id from_chat_id message_id",
    "forwardMessages": "chat_id from_chat_id message_ids",
    "editMessageMedia": "chat_id message_id media reply_markup",
    "pinChatMessage": "chat_id message_id",
    "unpinChatMessage": "chat_id message_id",
    "unpinAllChatMessages": "chat_id",
    "sendVenue": f"{SEND} latitude longitude title address",
    "sendLocation": "latitude longitude",
    "sendContact": f"{SEND} phone_number first_name last_name",
    "sendChatAction": "chat_id action message_thread_id",
    "copyMessage": f"{SEND} from_chat_id message_id caption",
    "copyMessages": "chat_id from_chat_id message_ids",
    "editMessageText": "chat_id message_id inline_message_id text entities parse_mode reply_markup",
    "editMessageCaption": "chat_id message_id caption caption_entities reply_markup",
    "editMessageReplyMarkup": "chat_id message_id reply_markup",
    "deleteMessage": "chat_id message_id",
    "deleteMessages": "chat_id message_ids",
    "answerCallbackQuery": "callback_query_id text show_alert url cache_time",
    "getFile": "file_id",
    "getChat": "chat_id",
    "getChatMember": "chat_id user_id",
    "getChatMemberCount": "chat_id",
    "getChatAdministrators": "chat_id",
    "leaveChat": "chat_id",
    "getUpdates": "offset limit allowed_updates",
    "setWebhook": "url secret_token max_connections allowed_updates drop_pending_updates",
    "deleteWebhook": "drop_pending_updates",
    "getWebhookInfo": "",
    "setMyCommands": "commands scope language_code",
    "deleteMyCommands": "scope language_code",
    "getMyCommands": "scope language_code",
    "setMyName": "name language_code",
    "getMyName": "language_code",
    "setMyDescription": "description language_code",
    "getMyDescription": "language_code",
    "setMyShortDescription": "short_description language_code",
    "getMyShortDescription": "language_code",
    "setChatMenuButton": "chat_id menu_button",
    "getChatMenuButton": "chat_id",
    "setMessageReaction": "chat_id message_id reaction is_big",
    "createForumTopic": "chat_id name icon_color icon_custom_emoji_id",
    "editForumTopic": "chat_id message_thread_id name icon_custom_emoji_id",
    "closeForumTopic": "chat_id message_thread_id",
    "reopenForumTopic": "chat_id message_thread_id",
    "deleteForumTopic": "chat_id message_thread_id",
    "unpinAllForumTopicMessages": "chat_id message_thread_id",
    "editGeneralForumTopic": "chat_id name",
    "closeGeneralForumTopic": "chat_id",
    "reopenGeneralForumTopic": "chat_id",
    "hideGeneralForumTopic": "chat_id",
    "unhideGeneralForumTopic": "chat_id",
    "unpinAllGeneralForumTopicMessages": "chat_id",
    "getForumTopicIconStickers": "",
    "getMe": "",
    "logOut": "",
    "close": "",
}
THOROUGH = ("sendMessage", "editMessageText", "setMyCommands")


def test_every_method_is_tried() -> None:
    assert {name.lower() for name in ASKED} == set(METHODS)


@pytest.mark.parametrize("method", ASKED)
async def test_every_method_with_odd_values(stand: Stand, method: str) -> None:
    anna = await stand.visitor()
    sent = await stand.call("sendMessage", chat_id=anna, text="x")
    good = {"chat_id": anna, "from_chat_id": anna, "user_id": anna, "message_id": sent["message_id"], "text": "a"}
    if "Forum" in method:
        _, _, forum = await forum_of(stand)
        good |= {"chat_id": forum, "message_thread_id": await topic_of(stand, forum), "name": "a"}
    good |= {"question": "a?", "options": ["a", "b"]} if method == "sendPoll" else {}
    for start, name in enumerate(ASKED[method].split()):
        for value in WEIRD if method in THOROUGH else WEIRD[start % 4 :: 4]:
            body = json.dumps(good | {name: value})
            answer = await stand.client.post(method, content=body, headers={"content-type": "application/json"})
            known = answer.json()
            assert known.get("error_code", 200) != 500, (method, name, value)
            assert known["ok"] or known["description"], (method, name, value)


BODIES: list[tuple[str, bytes]] = [
    ("application/json", b"{"),
    ("application/json", b"[1]"),
    ("application/json", b"null"),
    ("application/json", b"\xff\xfe"),
    ("application/json", b"[" * 200_000),
    ("application/json", b'{"a":' * 100_000),
    ("application/json", b'{"chat_id": NaN}'),
    ("application/json", b'{"chat_id": ' + b"9" * 10_000 + b"}"),
    ("application/json", b'{"chat_id": %d, "text": "\\ud800"}' % BOT_ID),
    ("application/json", b'{"text": "\\u0000", "chat_id": 1}'),
    ("application/x-www-form-urlencoded", b"a=%ff&chat_id=%00&" + b"b&" * 1000),
    ("multipart/form-data", b"no boundary"),
    ("multipart/form-data; boundary=x", b"--x\r\nno header"),
    ("multipart/form-data; boundary=x", b"--x\r\nContent-Disposition: form-data\r\n\r\na\r\n--x--\r\n"),
    (
        "multipart/form-data; boundary=x",
        b'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n' * 2000 + b"--x--",
    ),
    ("text/plain", b"chat_id=1"),
    ("", b"\x00" * 100),
]


@pytest.mark.parametrize(("kind", "body"), BODIES, ids=range(len(BODIES)))
async def test_broken_bodies(stand: Stand, kind: str, body: bytes) -> None:
    answer = await stand.client.post("sendMessage", content=body, headers={"content-type": kind})
    assert answer.status_code == 400
    assert answer.json()["description"].startswith("Bad Request: ")


async def test_a_body_without_end(stand: Stand) -> None:
    async def endless() -> Any:
        for _ in range(40):
            yield b"x" * 1024 * 1024

    answer = await stand.client.post("sendDocument", content=endless(), headers={"content-type": "multipart/form-data"})
    assert answer.status_code == 413


async def test_ten_thousand_entities(stand: Stand) -> None:
    anna = await stand.visitor()
    many = [{"type": "bold", "offset": i % 4000, "length": 1} for i in range(10_000)]
    message = await stand.call("sendMessage", chat_id=anna, text="x" * 4096, entities=many)
    assert len(message["entities"]) == 100
    await stand.ask("sendMessage", chat_id=anna, text="<b>x</b>" * 6_000, parse_mode="HTML")


async def test_odd_ways_of_asking(stand: Stand) -> None:
    anna = await stand.visitor()
    by_query = await stand.client.get("sendMessage", params={"chat_id": anna, "text": "a"})
    by_form = await stand.client.post("sendmessage", data={"chat_id": anna, "text": "b"})
    by_parts = await stand.client.post("SENDMESSAGE", files={"chat_id": (None, str(anna)), "text": (None, "c")})
    empty = await stand.client.post("getMe")
    assert all(answer.json()["ok"] for answer in (by_query, by_form, by_parts, empty))
    assert await stand.texts(anna) == ["/start", "a", "b", "c"]
    for path in ("/bot", f"/bot{TOKEN}", f"/bot{TOKEN}/", f"/bot{TOKEN}/a/b", f"/file/bot{TOKEN}/../../etc/passwd"):
        assert (await stand.client.get(stand.address + path)).status_code in (401, 404)
