"""One conversation, held with the same scripted bot written in two libraries.

The bot: greets `/start` with two buttons; a press is answered and the message edited; a picture
and a document are downloaded and sent back (the document's bytes reversed); an edited text is
noticed; blocking is noted.
"""

import asyncio

from tests.messenger.pictures import PAPER, PIXEL
from tests.messenger.stand import BOT_ID, PATIENCE, Reader, Stand

GREETING = "<b>Dzień dobry!</b> W czym pomóc? 🪟"
SHOWN = "Dzień dobry! W czym pomóc? 🪟"


async def hold(stand: Stand, blocked: asyncio.Event) -> None:
    """A person talks with the bot; ``blocked`` is set by the bot when it learns that it was."""
    people = stand.people
    anna = await stand.visitor(started=False)
    reader = Reader(stand, anna)

    await people.send_text(anna, BOT_ID, "/start c-koszalin", "hello")
    greeting = (await reader.until(text=SHOWN)).payload["message"]
    assert greeting["entities"] == [{"type": "bold", "offset": 0, "length": 12}]
    assert [b["text"] for b in greeting["reply_markup"]["inline_keyboard"][0]] == ["Pomoc", "Telefon"]

    query = await people.press(anna, BOT_ID, greeting["message_id"], "help")
    seen = {e.kind: e for e in [await reader.until(kind="answer"), await reader.until(kind="edited")]}
    assert seen["answer"].payload == {"callback_query_id": query, "text": "Już.", "show_alert": True}
    changed = seen["edited"].payload["message"]
    assert (changed["message_id"], changed["text"]) == (greeting["message_id"], "Wybrano: help")
    assert "reply_markup" not in changed

    await people.send_file(anna, BOT_ID, "photo", PIXEL, "kran.png", "image/png", "Cieknie", "photo")
    photo = (await reader.until(photo=..., mine=False)).payload["message"]
    assert photo["caption"] == "Jest: Cieknie"
    assert await _bytes(stand, anna, photo["photo"][-1]["file_id"]) == PIXEL

    await people.send_file(anna, BOT_ID, "document", PAPER, "pismo żółte.pdf", "application/pdf", None, "paper")
    paper = (await reader.until(document=..., mine=False)).payload["message"]
    assert paper["document"]["file_name"] == "pismo żółte.pdf"
    assert paper["document"]["mime_type"] == "application/pdf"
    assert await _bytes(stand, anna, paper["document"]["file_id"]) == PAPER[::-1]

    written = await people.send_text(anna, BOT_ID, "dwa", "two")
    await people.edit_own(anna, BOT_ID, written, "trzy")
    noticed = (await reader.until(text="Poprawiono: trzy")).payload["message"]
    assert noticed["reply_to_message"]["message_id"] == written

    await people.block(anna, BOT_ID)
    async with asyncio.timeout(PATIENCE):
        await blocked.wait()
    code, words = await stand.refusal("sendMessage", chat_id=anna, text="Halo?")
    assert (code, words) == (403, "Forbidden: bot was blocked by the user")
    await reader.close()


async def _bytes(stand: Stand, user_id: int, file_id: str) -> bytes:
    file = await stand.people.file(user_id, BOT_ID, file_id)
    assert file is not None
    return file.data
