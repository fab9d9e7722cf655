"""Voice notes: sent by bots and people, and what a browser records in the box that Telegram plays."""

import shutil
import subprocess
from pathlib import Path

import pytest

from bot.messenger import NotPossible, voices
from tests.messenger import specification
from tests.messenger.forums import new_updates
from tests.messenger.pictures import FILM, GIF, PAPER, PIXEL
from tests.messenger.sounds import NOTE, RECORDED, webm
from tests.messenger.stand import BOT_ID, Stand


async def test_a_persons_note_reaches_the_bot_and_goes_back(stand: Stand) -> None:
    anna = await stand.visitor()
    await new_updates(stand)
    sent = await stand.people.send_file(anna, BOT_ID, "voice", NOTE, "voice.ogg", "audio/ogg", None, "k")
    (update,) = await new_updates(stand)
    voice = update["message"]["voice"]
    assert (voice["mime_type"], voice["duration"], voice["file_size"]) == ("audio/ogg", 2, len(NOTE))
    if specification.present():
        assert not specification.problems_of_update(update)
    path = (await stand.call("getFile", file_id=voice["file_id"]))["file_path"]
    fetched = await stand.client.get(f"{stand.address}/file/bot70001:scripted-bot-of-the-tests/{path}")
    assert fetched.content == NOTE
    again = await stand.call("sendVoice", chat_id=anna, voice=voice["file_id"], caption="to nagranie")
    assert again["voice"]["file_unique_id"] == voice["file_unique_id"]
    assert again["caption"] == "to nagranie"
    copied = await stand.call("copyMessage", chat_id=anna, from_chat_id=anna, message_id=sent)
    seen = (await stand.people.history(anna, BOT_ID))[-1].payload["message"]
    assert (seen["message_id"], seen["voice"]["duration"]) == (copied["message_id"], 2)
    refused = await stand.refusal("sendPhoto", chat_id=anna, photo=voice["file_id"])
    assert refused == (400, "Bad Request: can't use file of type Voice as Photo")


async def test_what_is_no_sound_becomes_a_document_or_is_refused(stand: Stand) -> None:
    anna = await stand.visitor()
    answer = await stand.client.post("sendVoice", data={"chat_id": anna}, files={"voice": ("v.ogg", PAPER)})
    assert "document" in answer.json()["result"]
    with pytest.raises(NotPossible, match="bad file"):
        await stand.people.send_file(anna, BOT_ID, "voice", PAPER, "v.ogg", "audio/ogg", None, "k")
    media = [{"type": "voice", "media": "x"}] * 2
    assert (await stand.refusal("sendMediaGroup", chat_id=anna, media=media))[0] == 400


def test_what_counts_as_sound() -> None:
    assert voices.kind(NOTE) == "audio/ogg"
    assert voices.kind(b"ID3\x03" + bytes(20)) == "audio/mpeg"
    assert [voices.kind(data) for data in (PIXEL, PAPER, GIF, FILM, b"", RECORDED, b"OggS" + bytes(99))] == [None] * 7


@pytest.mark.parametrize("packets", [1, 49, 50, 51, 125, 500])
def test_a_recording_keeps_every_packet(packets: int) -> None:
    note = voices.as_ogg(webm(packets))
    assert note.count(b"\xf8\xff\xfe") == packets
    assert note.count(b"OggS") == 2 + -(-packets // 50)
    assert voices.seconds(note) == max(1, round(packets / 50))


@pytest.mark.parametrize("cut", [1, 5, 40, 60, 90, 200])
def test_a_broken_recording_breaks_nothing(cut: int) -> None:
    assert voices.as_ogg(RECORDED[:cut])
    assert voices.as_ogg(RECORDED[:20] + bytes(cut) + RECORDED[20:])


@pytest.mark.skipif(shutil.which("ffprobe") is None, reason="no ffprobe here to read it independently")
def test_another_reader_plays_it(tmp_path: Path) -> None:
    file = tmp_path / "note.ogg"
    file.write_bytes(NOTE)
    asked = ["ffprobe", "-v", "error", "-show_entries", "stream=codec_name,duration", "-of", "csv=p=0", str(file)]
    said = subprocess.run(asked, capture_output=True, text=True, check=True)
    assert not said.stderr
    assert said.stdout.startswith("opus,2.5")
