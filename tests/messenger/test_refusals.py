"""Telegram's refusals, word by word."""

from datetime import timedelta
from typing import Any

import pytest

from bot.clock import SteppedClock
from tests.messenger.pictures import PIXEL
from tests.messenger.stand import BOT_ID, Stand

NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are exactly the same"
    " as a current content and reply markup of the message"
)
TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"


def _inline(**button: Any) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": "A"} | button]]}


SENDING = [
    ({"text": ""}, "message text is empty"),
    ({"text": " \n "}, "message text is empty"),
    ({}, "message text is empty"),
    ({"text": "<b></b>", "parse_mode": "HTML"}, "message text is empty"),
    ({"text": "ż" * 4097}, "message is too long"),
    ({"text": "x" * 60_000, "parse_mode": "HTML"}, "message is too long"),
    ({"text": "a", "parse_mode": "BBCode"}, "unsupported parse_mode"),
    (
        {"text": "<b>a", "parse_mode": "HTML"},
        "can't parse entities: Can't find end tag corresponding to start tag \"b\"",
    ),
    (
        {"text": "ż<b>a</i>", "parse_mode": "HTML"},
        'can\'t parse entities: Unmatched end tag at byte offset 6, expected "</b>", found "</i>"',
    ),
    ({"text": "ż<h1>", "parse_mode": "HTML"}, 'can\'t parse entities: Unsupported start tag "h1" at byte offset 2'),
    ({"text": "a</b>", "parse_mode": "HTML"}, "can't parse entities: Unexpected end tag at byte offset 1"),
    ({"text": "a < b", "parse_mode": "HTML"}, 'can\'t parse entities: Unsupported start tag "" at byte offset 2'),
    ({"text": "a <b", "parse_mode": "HTML"}, "can't parse entities: Unclosed start tag at byte offset 2"),
    (
        {"text": "1.", "parse_mode": "MarkdownV2"},
        "can't parse entities: Character '.' is reserved and must be escaped with the preceding '\\'",
    ),
    (
        {"text": "ż *a", "parse_mode": "MarkdownV2"},
        "can't parse entities: Can't find end of Bold entity at byte offset 3",
    ),
    (
        {"text": "a _b", "parse_mode": "Markdown"},
        "can't parse entities: Can't find end of the entity starting at byte offset 2",
    ),
    (
        {"text": "krótki", "entities": [{"type": "bold", "offset": 0, "length": 9}]},
        "entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 9",
    ),
    ({"text": "a", "reply_markup": _inline(callback_data="")}, "BUTTON_DATA_INVALID"),
    ({"text": "a", "reply_markup": _inline(callback_data="ż" * 33)}, "BUTTON_DATA_INVALID"),
    ({"text": "a", "reply_markup": _inline(url="javascript:alert(1)")}, "BUTTON_URL_INVALID"),
    ({"text": "a", "reply_markup": _inline()}, "Text buttons are unallowed in the inline keyboard"),
    ({"text": "a", "reply_markup": "{"}, "can't parse reply markup JSON object"),
    ({"text": "a", "reply_markup": [1]}, "object expected as reply markup"),
    ({"text": "a", "reply_parameters": {"message_id": 99}}, "message to be replied not found"),
    ({"text": "a", "reply_to_message_id": "99"}, "message to be replied not found"),
    ({"text": "a", "chat_id": 5}, "chat not found"),
    ({"text": "a", "chat_id": "@nobody"}, "chat not found"),
    ({"text": "a", "chat_id": 10**30}, "chat not found"),
    ({"text": "a", "chat_id": [1]}, "chat not found"),
    ({"text": "a", "chat_id": -7}, "chat not found"),
    ({"text": "a", "chat_id": None}, "chat_id is empty"),
]


@pytest.mark.parametrize(("parameters", "words"), SENDING, ids=range(len(SENDING)))
async def test_sending(stand: Stand, parameters: dict[str, Any], words: str) -> None:
    anna = await stand.visitor()
    assert await stand.refusal("sendMessage", **{"chat_id": anna} | parameters) == (400, f"Bad Request: {words}")
    assert await stand.texts(anna) == ["/start"]


async def test_what_is_just_allowed(stand: Stand) -> None:
    anna = await stand.visitor()
    longest = await stand.call("sendMessage", chat_id=anna, text="🪟" * 4096)
    assert len(longest["text"]) == 4096
    await stand.call("sendMessage", chat_id=str(anna), text="a", reply_markup=_inline(callback_data="ż" * 32))
    lost = {"message_id": 99, "allow_sending_without_reply": True}
    answer = await stand.call("sendMessage", chat_id=anna, text="a", reply_parameters=lost)
    assert "reply_to_message" not in answer


async def test_edits(stand: Stand) -> None:
    anna = await stand.visitor()
    keyboard = _inline(callback_data="a")
    sent = await stand.call("sendMessage", chat_id=anna, text="raz", reply_markup=keyboard)
    this = {"chat_id": anna, "message_id": sent["message_id"]}
    for method, parameters, words in [
        ("editMessageText", this | {"text": "raz", "reply_markup": keyboard}, NOT_MODIFIED),
        ("editMessageReplyMarkup", this | {"reply_markup": keyboard}, NOT_MODIFIED),
        ("editMessageText", this | {"text": ""}, "Bad Request: message text is empty"),
        ("editMessageText", {"chat_id": anna, "message_id": 99, "text": "x"}, "Bad Request: message to edit not found"),
        ("editMessageText", {"chat_id": anna, "message_id": 1, "text": "x"}, "Bad Request: message can't be edited"),
        ("editMessageText", {"chat_id": anna, "text": "x"}, "Bad Request: message identifier is not specified"),
        ("editMessageCaption", this | {"caption": "x"}, "Bad Request: there is no caption in the message to edit"),
    ]:
        assert await stand.refusal(method, **parameters) == (400, words)
    changed = await stand.call("editMessageReplyMarkup", **this)
    assert "reply_markup" not in changed
    assert "edit_date" not in changed


async def test_captions(stand: Stand) -> None:
    anna = await stand.visitor()
    file = {"photo": ("p.png", PIXEL, "image/png")}
    data = {"chat_id": str(anna), "caption": "x" * 1025}
    answer = (await stand.client.post("sendPhoto", data=data, files=file)).json()
    assert answer["description"] == "Bad Request: message caption is too long"
    sent = (await stand.client.post("sendPhoto", data=data | {"caption": "x"}, files=file)).json()["result"]
    this = {"chat_id": anna, "message_id": sent["message_id"]}
    words = "Bad Request: there is no text in the message to edit"
    assert await stand.refusal("editMessageText", **this, text="x") == (400, words)
    words = "Bad Request: message caption is too long"
    assert await stand.refusal("editMessageCaption", **this, caption="x" * 1025) == (400, words)
    assert (await stand.call("editMessageCaption", **this, caption="y"))["caption"] == "y"


async def test_deleting(stand: Stand, clock: SteppedClock) -> None:
    anna = await stand.visitor()
    sent = await stand.call("sendMessage", chat_id=anna, text="raz")
    this = {"chat_id": anna, "message_id": sent["message_id"]}
    assert await stand.call("deleteMessage", **this) is True
    assert await stand.refusal("deleteMessage", **this) == (400, "Bad Request: message to delete not found")
    assert await stand.call("deleteMessages", chat_id=anna, message_ids=[1, 98, 99]) is True
    assert await stand.texts(anna) == []
    old = await stand.call("sendMessage", chat_id=anna, text="dwa")
    clock.forward(hours=48)
    refused = await stand.refusal("deleteMessage", chat_id=anna, message_id=old["message_id"])
    assert refused == (400, "Bad Request: message can't be deleted for everyone")


async def test_callback_answers(stand: Stand, clock: SteppedClock) -> None:
    anna = await stand.visitor()
    sent = await stand.call("sendMessage", chat_id=anna, text="raz", reply_markup=_inline(callback_data="a"))
    query = await stand.people.press(anna, BOT_ID, sent["message_id"], "a")
    assert await stand.call("answerCallbackQuery", callback_query_id=query) is True
    for wrong in (query, "1", "", None):
        assert await stand.refusal("answerCallbackQuery", callback_query_id=wrong) == (400, TOO_OLD)
    late = await stand.people.press(anna, BOT_ID, sent["message_id"], "a")
    clock.now += timedelta(minutes=16)
    assert await stand.refusal("answerCallbackQuery", callback_query_id=late) == (400, TOO_OLD)


async def test_whom_a_bot_may_write(stand: Stand) -> None:
    new = await stand.visitor(started=False)
    words = "Forbidden: bot can't initiate conversation with a user"
    assert await stand.refusal("sendMessage", chat_id=new, text="a") == (403, words)
    await stand.people.send_text(new, BOT_ID, "/start", "s")
    await stand.call("sendMessage", chat_id=new, text="a")
    await stand.people.block(new, BOT_ID)
    words = "Forbidden: bot was blocked by the user"
    assert await stand.refusal("sendMessage", chat_id=new, text="a") == (403, words)
    assert await stand.refusal("sendChatAction", chat_id=new, action="typing") == (403, words)
    await stand.people.unblock(new, BOT_ID)
    await stand.call("sendMessage", chat_id=new, text="a")
    await stand.people.clear_for(new)
    words = "Forbidden: user is deactivated"
    assert await stand.refusal("sendMessage", chat_id=new, text="a") == (403, words)


async def test_who_may_ask(stand: Stand) -> None:
    for path, code, words in [
        ("/bot70001:wrong/getMe", 401, "Unauthorized"),
        ("/botx/getMe", 401, "Unauthorized"),
        ("/file/bot70001:wrong/documents/x", 401, "Unauthorized"),
    ]:
        answer = await stand.client.get(stand.address + path)
        assert (answer.status_code, answer.json()["description"]) == (code, words)
    assert await stand.refusal("sendDice", chat_id=1) == (404, "Not Found")
    assert (await stand.call("GETME"))["id"] == BOT_ID


async def test_files(stand: Stand) -> None:
    anna = await stand.visitor()
    for method, parameters, words in [
        ("sendPhoto", {"photo": "unknown"}, "wrong file identifier/HTTP URL specified"),
        ("sendPhoto", {"photo": "http://127.0.0.1/x.png"}, "failed to get HTTP URL content"),
        ("sendPhoto", {"photo": "attach://x"}, "can't find the attached file 'attach://x'"),
        ("sendPhoto", {}, "there is no photo in the request"),
        ("getFile", {"file_id": "unknown"}, "invalid file_id"),
        ("getFile", {}, "invalid file_id"),
    ]:
        assert await stand.refusal(method, chat_id=anna, **parameters) == (400, f"Bad Request: {words}")
    broken = {"photo": ("p.png", b"no picture", "image/png")}
    answer = (await stand.client.post("sendPhoto", data={"chat_id": str(anna)}, files=broken)).json()
    assert answer["description"] == "Bad Request: IMAGE_PROCESS_FAILED"
    big = {"document": ("d.bin", b"x" * (21 * 1024 * 1024), "application/octet-stream")}
    answer = (await stand.client.post("sendDocument", data={"chat_id": str(anna)}, files=big)).json()
    assert answer == {"ok": False, "error_code": 413, "description": "Request Entity Too Large"}
