"""Each method does what it says; what it gives back is checked against Telegram's description (conftest)."""

from collections.abc import AsyncIterator

import pytest
from telegram import Bot

from bot.clock import SteppedClock
from bot.storage import Database
from tests.messenger import specification
from tests.messenger.conversation import gather
from tests.messenger.pictures import PAPER, PIXEL
from tests.messenger.stand import BOT_ID, TOKEN, Stand, stand_of
from tests.messenger.test_ptb_talks import Announcer

_POSTGRES = pytest.param("postgres_url", marks=pytest.mark.postgres)


@pytest.fixture(params=["sqlite_url", _POSTGRES])
def any_url(request: pytest.FixtureRequest) -> str:
    """The address of a migrated, empty database of either kind."""
    url: str = request.getfixturevalue(request.param)
    return url


@pytest.fixture
async def any_stand(any_url: str, clock: SteppedClock) -> AsyncIterator[Stand]:
    database = Database(any_url)
    async with stand_of(database, clock) as stand:
        yield stand
    await database.close()


async def test_a_tour_of_all_methods(any_stand: Stand) -> None:
    stand = any_stand
    anna = await stand.visitor("uk")
    group = await stand.people.create_group("Piknik", anna)
    await stand.people.add_member(anna, group, BOT_ID)

    keyboard = {
        "inline_keyboard": [
            [{"text": "A", "callback_data": "a"}, {"text": "B", "url": "https://example.org"}],
            [{"text": "C", "copy_text": {"text": "c"}}, {"text": "D", "switch_inline_query": ""}],
        ]
    }
    text = await stand.call(
        "sendMessage",
        chat_id=anna,
        text="<b>Raz</b> <a href='https://example.org'>dwa</a>",
        parse_mode="HTML",
        reply_markup=keyboard,
        reply_parameters={"message_id": 1},
        link_preview_options={"is_disabled": True},
        protect_content=True,
    )
    assert text["reply_markup"]["inline_keyboard"][0][1]["url"] == "https://example.org/"
    assert text["reply_to_message"]["text"] == "/start"
    assert text["has_protected_content"] is True

    file = {"photo": ("p.png", PIXEL, "image/png")}
    photo = (await stand.client.post("sendPhoto", data={"chat_id": str(anna)}, files=file)).json()["result"]
    again = await stand.call("sendPhoto", chat_id=group, photo=photo["photo"][0]["file_id"], caption="@x")
    assert (again["photo"][0]["width"], again["photo"][0]["height"]) == (1, 1)
    attached = {"x": ("ulotka.pdf", PAPER, "application/pdf")}
    data = {"chat_id": str(anna), "document": "attach://x", "caption": "<i>u</i>", "parse_mode": "HTML"}
    paper = (await stand.client.post("sendDocument", data=data, files=attached)).json()["result"]
    described = await stand.call("getFile", file_id=paper["document"]["file_id"])
    got = await stand.client.get(
        f"{stand.address}/file/bot{stand.client.base_url.path.split('/bot')[1]}{described['file_path']}"
    )
    assert got.content == PAPER
    assert "attachment" in got.headers["content-disposition"]

    await stand.call(
        "sendVenue", chat_id=anna, latitude=51.05, longitude="21.07", title="Świetlica", address="ul. Lipowa"
    )
    await stand.call("sendLocation", chat_id=anna, latitude=51.05, longitude=21.07)
    await stand.call("sendContact", chat_id=anna, phone_number="+48 1", first_name="Biuro", last_name="CUS")
    assert await stand.call("sendChatAction", chat_id=anna, action="typing") is True
    copy = await stand.call(
        "copyMessage", chat_id=group, from_chat_id=anna, message_id=paper["message_id"], caption="b"
    )
    assert list(copy) == ["message_id"]
    refused = await stand.refusal("copyMessage", chat_id=group, from_chat_id=anna, message_id=text["message_id"])
    assert refused == (400, "Bad Request: message can't be copied")
    copies = await stand.call("copyMessages", chat_id=group, from_chat_id=anna, message_ids=[1, 2, 3, 99])
    assert len(copies) == 2

    this = {"chat_id": anna, "message_id": text["message_id"]}
    edited = await stand.call("editMessageText", **this, text="trzy", reply_markup=keyboard)
    assert edited["edit_date"] == edited["date"]
    await stand.call("editMessageReplyMarkup", **this)
    await stand.call("editMessageCaption", chat_id=anna, message_id=paper["message_id"], caption="nowy")
    sent = await stand.call("sendMessage", chat_id=anna, text="x", reply_markup={"force_reply": True})
    assert await stand.call("deleteMessage", chat_id=anna, message_id=sent["message_id"]) is True
    assert await stand.call("deleteMessages", chat_id=anna, message_ids=[photo["message_id"]]) is True

    assert (await stand.call("getChat", chat_id=anna))["first_name"] == "Anna"
    for chat_id in (anna, group):
        assert (await stand.call("getChatMember", chat_id=chat_id, user_id=anna))["user"]["id"] == anna
        assert await stand.call("getChatMemberCount", chat_id=chat_id) == 2
    assert len(await stand.call("getChatAdministrators", chat_id=group)) == 1
    assert (await stand.call("getChat", chat_id=group))["type"] == "group"

    await stand.call("setMyCommands", commands=[{"command": "/pomoc", "description": "Pomoc"}], language_code="pl")
    assert (await stand.call("getMyCommands", language_code="pl"))[0]["command"] == "pomoc"
    assert await stand.call("getMyCommands") == []
    for field, method in [("name", "Name"), ("description", "Description"), ("short_description", "ShortDescription")]:
        await stand.call(f"setMy{method}", **{field: "Віконце"}, language_code="uk")
        assert await stand.call(f"getMy{method}", language_code="uk") == {field: "Віконце"}
    assert await stand.call("getMyName") == {"name": "Okienko"}
    await stand.call("setChatMenuButton", menu_button={"type": "commands"})
    assert await stand.call("getChatMenuButton") == {"type": "commands"}
    assert (await stand.people.open_chat(anna, BOT_ID, "uk", "Anna")).description == "Віконце"

    pressed = await stand.call("sendMessage", chat_id=anna, text="x", reply_markup=keyboard)
    query = await stand.people.press(anna, BOT_ID, pressed["message_id"], "a")
    await stand.people.edit_own(anna, BOT_ID, 1, "poprawione")
    await stand.people.send_file(anna, BOT_ID, "photo", PIXEL, "p.png", "image/png", "c", "p")
    await stand.people.send_contact(anna, BOT_ID, "+48 600 000 000", "Anna", "c")
    assert await stand.call("answerCallbackQuery", callback_query_id=query, text="ok", show_alert=True) is True
    await stand.people.block(anna, BOT_ID)
    kinds = {kind for update in await stand.call("getUpdates") for kind in update if kind != "update_id"}
    assert kinds == {"message", "edited_message", "callback_query", "my_chat_member"}
    assert await stand.call("deleteWebhook") is True
    assert (await stand.call("getWebhookInfo"))["pending_update_count"] > 0
    assert await stand.call("leaveChat", chat_id=group) is True
    await stand.people.clear_for(anna)

    specification.needed()
    assert [p for method, answer in stand.said for p in specification.problems_of_answer(method, answer)] == []


async def test_announcing_on_either_database(any_stand: Stand) -> None:
    async with Bot(TOKEN, base_url=f"{any_stand.address}/bot", base_file_url=f"{any_stand.address}/file/bot") as bot:
        await gather(any_stand, Announcer(bot))
    specification.needed()
    said = any_stand.said
    assert [p for method, answer in said for p in specification.problems_of_answer(method, answer)] == []


def test_the_check_itself_sees_mistakes() -> None:
    specification.needed()
    good = {"message_id": 1, "date": 0, "chat": {"id": 1, "type": "private"}}
    assert specification.problems(["Message"], good, "m") == []
    for wrong in ({"date": "0"}, {"chat": {"id": 1}}, {"entities": [{"type": "bold"}]}, {"nonsense": 1}):
        assert specification.problems(["Message"], good | wrong, "m")
    assert specification.problems_of_answer("getMe", {"ok": True, "result": {"id": 1}})
    assert specification.problems_of_update({"message": good})
