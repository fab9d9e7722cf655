"""What the web page relies on: nothing lost or doubled, nothing foreign, nothing left behind."""

import asyncio
from typing import Any

import pytest
from sqlmodel import select

from bot.clock import SteppedClock
from bot.messenger import NotPossible, tables
from bot.storage import Database
from tests.messenger.pictures import PAPER, PIXEL
from tests.messenger.stand import BOT_ID, Reader, Stand


def _buttons(*data: str) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": one, "callback_data": one} for one in data]]}


async def test_the_same_key_twice_is_one_message(stand: Stand) -> None:
    anna = await stand.visitor(started=False)
    sends = [stand.people.send_text(anna, BOT_ID, "raz", "key") for _ in range(5)]
    assert set(await asyncio.gather(*sends)) == {1}
    files = [
        stand.people.send_file(anna, BOT_ID, "document", PAPER, "a.pdf", "application/pdf", None, "file")
        for _ in range(2)
    ]
    assert set(await asyncio.gather(*files)) == {2}
    assert len(await stand.call("getUpdates")) == 2


async def test_nothing_is_lost_or_doubled_between_history_and_live(stand: Stand) -> None:
    anna = await stand.visitor(started=False)
    reader = Reader(stand, anna)
    seen: list[int] = []

    async def read() -> None:
        async for event in stand.people.events(anna, BOT_ID):
            if event.kind == "message":
                seen.append(event.seq)
            if event.payload.get("message", {}).get("text") == "koniec":
                return

    reading = asyncio.create_task(read())
    for start in range(0, 120, 8):
        writing = (stand.people.send_text(anna, BOT_ID, f"{i}", f"k{i}") for i in range(start, start + 8))
        await asyncio.gather(*writing)
    await stand.people.send_text(anna, BOT_ID, "koniec", "end")
    async with asyncio.timeout(10):
        await reading
    assert seen == list(range(1, 122))
    again = Reader(stand, anna, after=119)
    assert (await again.until(kind="message")).seq == 120
    await reader.close()
    await again.close()


async def test_only_what_stands_on_the_keyboard_can_be_pressed(stand: Stand) -> None:
    anna = await stand.visitor()
    sent = await stand.call("sendMessage", chat_id=anna, text="x", reply_markup=_buttons("a", "b"))
    jan = await stand.visitor()
    for who, message_id, data, reason in [
        (anna, sent["message_id"], "c", "not on the keyboard"),
        (anna, 1, "a", "not on the keyboard"),
        (anna, 99, "a", "no message"),
        (anna, 10**20, "a", "no message"),
        (jan, sent["message_id"], "a", "no message"),
    ]:
        with pytest.raises(NotPossible, match=reason):
            await stand.people.press(who, BOT_ID, message_id, data)
    await stand.call("editMessageReplyMarkup", chat_id=anna, message_id=sent["message_id"])
    with pytest.raises(NotPossible, match="not on the keyboard"):
        await stand.people.press(anna, BOT_ID, sent["message_id"], "a")
    assert not [update for update in await stand.call("getUpdates") if "callback_query" in update]


async def test_nobody_reaches_a_foreign_chat(stand: Stand) -> None:
    anna, outsider = await stand.visitor(), await stand.visitor(started=False)
    group = await stand.people.create_group("Rodzina", anna)
    file = await stand.people.send_file(anna, BOT_ID, "photo", PIXEL, "p.png", "image/png", None, "p")
    shown = await stand.people.history(anna, BOT_ID)
    file_id = shown[-1].payload["message"]["photo"][0]["file_id"]
    assert file
    assert await stand.people.file(anna, BOT_ID, file_id)
    assert await stand.people.file(outsider, BOT_ID, file_id) is None
    for chat_id in (anna, group, 5, 0, -1):
        with pytest.raises(NotPossible, match="no chat"):
            await stand.people.history(outsider, chat_id)
        with pytest.raises(NotPossible, match="no chat"):
            await stand.people.send_text(outsider, chat_id, "x", "key")
    with pytest.raises(NotPossible, match="no message"):
        await stand.people.edit_own(outsider, BOT_ID, 1, "x")
    sent = await stand.call("sendMessage", chat_id=anna, text="x")
    with pytest.raises(NotPossible, match="not yours"):
        await stand.people.edit_own(anna, BOT_ID, sent["message_id"], "y")
    with pytest.raises(NotPossible, match="not yours"):
        await stand.people.delete_own(anna, BOT_ID, sent["message_id"])


@pytest.mark.parametrize(
    ("text", "reason"), [("", "empty"), (" \n", "empty"), ("x" * 4097, "too long"), ("x" * 60_000, "too long")]
)
async def test_texts_that_are_none(stand: Stand, text: str, reason: str) -> None:
    anna = await stand.visitor()
    with pytest.raises(NotPossible, match=reason):
        await stand.people.send_text(anna, BOT_ID, text, "key")


async def test_typing_answers_and_reply_keyboards_are_seen(stand: Stand, clock: SteppedClock) -> None:
    anna = await stand.visitor()
    reader = Reader(stand, anna, after=1)
    await stand.call("sendChatAction", chat_id=anna, action="typing")
    assert (await reader.until(kind="action")).payload == {"action": "typing"}
    keyboard = {"keyboard": [["Tak"], [{"text": "Mój numer", "request_contact": True}]], "resize_keyboard": True}
    sent = await stand.call("sendMessage", chat_id=anna, text="?", reply_markup=keyboard)
    assert "reply_markup" not in sent
    shown = (await reader.until(text="?")).payload["keyboard"]
    assert shown["keyboard"] == [[{"text": "Tak"}], [{"text": "Mój numer", "request_contact": True}]]
    await stand.people.send_contact(anna, BOT_ID, "+48 600 000 000", "Anna", "c")
    contact = (await stand.call("getUpdates"))[-1]["message"]["contact"]
    assert contact == {"phone_number": "+48 600 000 000", "first_name": "Anna", "user_id": anna}
    await stand.call("sendMessage", chat_id=anna, text="!", reply_markup={"remove_keyboard": True})
    assert (await reader.until(text="!")).payload["keyboard"] == {"remove_keyboard": True}
    buttons = await stand.call("sendMessage", chat_id=anna, text="b", reply_markup=_buttons("a"))
    query = await stand.people.press(anna, BOT_ID, buttons["message_id"], "a")
    await stand.call("answerCallbackQuery", callback_query_id=query, text="Już")
    assert (await reader.until(kind="answer")).payload["text"] == "Już"
    clock.forward(minutes=2)
    assert [event.kind for event in await stand.people.history(anna, BOT_ID, 0)][-1] == "past"
    await reader.close()


async def test_a_deleted_message_is_gone_from_the_page(stand: Stand) -> None:
    anna = await stand.visitor()
    sent = await stand.call("sendMessage", chat_id=anna, text="tajne")
    reader = Reader(stand, anna, after=2)
    await stand.call("deleteMessage", chat_id=anna, message_id=sent["message_id"])
    assert (await reader.until(kind="deleted")).payload == {"message_id": sent["message_id"]}
    assert "tajne" not in str(await stand.people.history(anna, BOT_ID, 0))
    await reader.close()


async def test_commands_by_scope_and_language(stand: Stand) -> None:
    anna, olena = await stand.visitor("pl"), await stand.visitor("uk")

    def one(text: str) -> list[dict[str, str]]:
        return [{"command": "pomoc", "description": text}]

    await stand.call("setMyCommands", commands=one("Pomoc"))
    await stand.call("setMyCommands", commands=one("Допомога"), language_code="uk")
    assert await stand.people.commands(anna, BOT_ID) == one("Pomoc")
    assert await stand.people.commands(olena, BOT_ID) == one("Допомога")
    await stand.call("setMyCommands", commands=one("Dyżur"), scope={"type": "chat", "chat_id": anna})
    assert await stand.people.commands(anna, BOT_ID) == one("Dyżur")
    await stand.call("deleteMyCommands", scope={"type": "chat", "chat_id": anna})
    assert await stand.people.commands(anna, BOT_ID) == one("Pomoc")


async def test_quick_exit_leaves_nothing(stand: Stand, database: Database) -> None:
    anna, jan = await stand.visitor(), await stand.visitor(name="Jan")
    await stand.people.send_text(anna, BOT_ID, "Pomocy, on mnie bije", "k")
    await stand.people.send_file(anna, BOT_ID, "document", PAPER, "dowod.pdf", "application/pdf", "moje", "f")
    await stand.people.send_text(jan, BOT_ID, "Dzień dobry", "k")
    files = {"document": ("plan.pdf", PAPER, "application/pdf")}
    paper = (await stand.client.post("sendDocument", data={"chat_id": str(anna)}, files=files)).json()["result"]
    await stand.call("sendDocument", chat_id=jan, document=paper["document"]["file_id"])
    buttons = await stand.call("sendMessage", chat_id=anna, text="b", reply_markup=_buttons("a"))
    await stand.people.press(anna, BOT_ID, buttons["message_id"], "a")
    other_tab = Reader(stand, anna)
    await other_tab.until(text="b")
    traces = ("bije", "dowod", "moje", "Anna")
    before = await _everything(database)
    assert all(trace in before for trace in traces)

    await stand.people.clear_for(anna)

    last = await other_tab.until(kind="cleared")
    left = await _everything(database)
    assert [trace for trace in traces if trace in left] == []
    assert "Dzień dobry" in left
    updates = await stand.call("getUpdates")
    assert [sorted(u)[0] for u in updates if "message" not in u] == ["my_chat_member"]
    assert not [u for u in updates if u.get("message", {}).get("chat", {}).get("id") == anna]
    jans = (await stand.people.history(jan, BOT_ID))[-1].payload["message"]["document"]["file_id"]
    assert await stand.people.file(jan, BOT_ID, jans)
    for late in (stand.people.history(anna, BOT_ID), stand.people.send_text(anna, BOT_ID, "x", "late")):
        with pytest.raises(NotPossible, match="no chat"):
            await late
    await stand.people.open_chat(anna, BOT_ID, "pl", "Gość")
    assert await stand.people.history(anna, BOT_ID, last.seq) == []
    assert await stand.people.send_text(anna, BOT_ID, "znowu", "k2") > buttons["message_id"]


async def _everything(database: Database) -> str:
    """All rows of the messenger as text."""
    async with database.session() as session:
        found = [
            str(row.model_dump(exclude={"data"}))
            for table in vars(tables).values()
            if hasattr(table, "__table__")
            for row in await session.exec(select(table))
        ]
    return "\n".join(found)
