"""One conversation, held with the same scripted bot written in two libraries.

The bot: greets `/start` with two buttons; a press is answered and the message edited; a picture
and a document are downloaded and sent back (the document's bytes reversed); an edited text is
noticed; blocking is noted.
"""

import asyncio
from typing import Protocol

from bot.messenger.people_writing import SentFile
from tests.messenger.pictures import FILM, PAPER, PIXEL
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


class Announcer(Protocol):
    """What a bot that speaks to groups does, in a library's own words. Ids are message ids."""

    async def send_album(self, chat_id: int) -> list[int]:
        """`PIXEL` with the caption "Plakat", then `FILM`."""

    async def ask(self, chat_id: int) -> int:
        """An open poll "Kiedy?": "Sobota", "Niedziela"."""

    async def stop(self, chat_id: int, message_id: int) -> list[int]:
        """Close the poll; the votes of each option."""

    async def forward(self, chat_id: int, source: int, message_id: int) -> str:
        """Forward a message; the first name of the one who wrote it."""

    async def repeat(self, chat_id: int, source: int, ids: list[int]) -> list[int]:
        """Copy messages."""

    async def replace(self, chat_id: int, message_id: int) -> int:
        """Put `FILM` in a picture's place; its width."""

    async def pin(self, chat_id: int, message_id: int) -> None:
        """Pin a message."""

    async def refused(self, chat_id: int) -> str:
        """Write something; the library's words for why that was not possible."""

    async def moved(self, chat_id: int) -> int:
        """Write to a group that became a supergroup; the new id as the library tells it."""

    async def heard(self) -> list[str]:
        """The updates that came, one short line each, by the library's own reading."""


async def gather(stand: Stand, bot: Announcer) -> None:
    """People of a group and a bot that announces there; the lines are what a library read."""
    people = stand.people
    anna, jan = await stand.visitor(), await stand.visitor(name="Jan")
    await bot.heard()
    group = await people.create_group("Wzgórze", anna)
    await people.add_member(anna, group, jan)
    await people.add_member(anna, group, BOT_ID)
    assert await bot.heard() == ["joined Okienko", "bot left -> member"]
    await people.promote(anna, group, BOT_ID)
    assert await bot.heard() == ["bot member -> administrator"]

    photo, film = await bot.send_album(group)
    assert await bot.replace(group, photo) == 320
    assert len(await bot.repeat(jan, group, [photo, film])) == 2
    await bot.pin(group, photo)
    pictures = [SentFile("photo", PIXEL, "a.png", "image/png"), SentFile("video", FILM, "b.mp4", "video/mp4")]
    await people.send_album(jan, group, pictures, "nasze", "album")
    assert await bot.heard() == ["album photo nasze", "album video None"]

    poll = await bot.ask(group)
    await people.vote(jan, group, poll, [1])
    assert await bot.heard() == ["poll 0 1", "chose Jan (1,)"]
    assert await bot.stop(group, poll) == [0, 1]
    said = await people.send_text(jan, group, "będę!", "said")
    assert await bot.forward(anna, group, said) == "Jan"
    assert await bot.heard() == ["poll 0 1", "text będę!"]

    new = await people.upgrade_group(anna, group)
    assert await bot.heard() == [f"moved to {new}", f"moved from {group}"]
    assert await bot.moved(group) == new
    await people.restrict(anna, new, BOT_ID)
    assert await bot.refused(new) == "not enough rights to send text messages to the chat"
    await people.remove_member(anna, new, BOT_ID)
    assert await bot.refused(new) == "bot was kicked from the supergroup chat"
    assert await bot.heard() == ["bot administrator -> restricted", "bot restricted -> kicked"]

    channel = await people.create_channel("Ogłoszenia", anna)
    await people.add_member(anna, channel, BOT_ID)
    await people.send_text(anna, channel, "dzień dobry", "post")
    assert await bot.heard() == ["bot left -> administrator", "post dzień dobry"]
