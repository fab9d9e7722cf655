"""Albums, videos, animations, and showing another file in place of one."""

import json
from typing import Any

import pytest

from bot.clock import SteppedClock
from bot.messenger import Limits, NotPossible
from bot.messenger.people_writing import SentFile
from bot.messenger.videos import facts
from bot.storage import Database
from tests.messenger.pictures import FILM, GIF, PAPER, PIXEL
from tests.messenger.stand import BOT_ID, Reader, Stand, stand_of

Parts = dict[str, tuple[str, bytes, str]]
PHOTO, PAPERS = ("p.png", PIXEL, "image/png"), ("a.pdf", PAPER, "application/pdf")


async def _post(stand: Stand, method: str, files: Parts, **data: Any) -> dict[str, Any]:
    fields = {name: value if isinstance(value, str) else json.dumps(value) for name, value in data.items()}
    answer: dict[str, Any] = (await stand.client.post(method, data=fields, files=files)).json()
    return answer


async def _album(stand: Stand, chat_id: int, *kinds: str, **files: tuple[str, bytes, str]) -> list[dict[str, Any]]:
    media = [{"type": kind, "media": f"attach://f{i}", "caption": f"nr {i}"} for i, kind in enumerate(kinds)]
    answer = await _post(stand, "sendMediaGroup", files, chat_id=chat_id, media=media)
    assert answer["ok"], answer
    messages: list[dict[str, Any]] = answer["result"]
    return messages


async def test_an_album_is_sent_as_one(stand: Stand) -> None:
    anna = await stand.visitor()
    film = ("f.mp4", FILM, "video/mp4")
    first, second = await _album(stand, anna, "photo", "video", f0=PHOTO, f1=film)
    assert first["media_group_id"] == second["media_group_id"]
    assert (first["caption"], second["caption"]) == ("nr 0", "nr 1")
    video = second["video"]
    assert (video["width"], video["height"], video["duration"]) == (320, 180, 4)
    assert video["mime_type"] == "video/mp4"
    again = await stand.call(
        "sendMediaGroup",
        chat_id=anna,
        media=[{"type": "photo", "media": first["photo"][0]["file_id"]}, {"type": "video", "media": video["file_id"]}],
        protect_content=True,
    )
    assert again[0]["media_group_id"] == again[1]["media_group_id"] != first["media_group_id"]
    assert again[0]["has_protected_content"] is True
    (alone,) = await stand.call(
        "sendMediaGroup", chat_id=anna, media=[{"type": "photo", "media": first["photo"][0]["file_id"]}]
    )
    assert "media_group_id" not in alone


async def test_albums_that_are_refused_leave_nothing_behind(stand: Stand) -> None:
    anna = await stand.visitor()
    good = {"type": "photo", "media": "attach://f0"}
    for media, words in [
        (None, "there are no messages to send"),
        ([], "there are no messages to send"),
        ([good] * 11, "too many messages to send as an album"),
        ([good, {"type": "document", "media": "attach://f1"}], "document can't be mixed with other media types"),
        (
            [good, {"type": "animation", "media": "attach://f0"}],
            "can't parse InputMedia: type \"animation\" can't be used in sendMediaGroup",
        ),
        ([good, {"type": "photo"}], "can't parse InputMedia: media not found"),
        ([good, {"type": "photo", "media": "unknown"}], "wrong file identifier/HTTP URL specified"),
        ([good, {"type": "photo", "media": "attach://f1"}], "IMAGE_PROCESS_FAILED"),
        ([good, good | {"caption": "x" * 1025}], "message caption is too long"),
        ([good, 5], "can't parse InputMedia: expected an Object"),
    ]:
        answer = await _post(stand, "sendMediaGroup", {"f0": PHOTO, "f1": PAPERS}, chat_id=anna, media=media)
        assert answer["description"] == f"Bad Request: {words}"
    assert await stand.texts(anna) == ["/start"]


async def test_an_album_counts_as_many_as_it_is(database: Database, clock: SteppedClock) -> None:
    async with stand_of(database, clock, limits=Limits()) as stand:
        anna = await stand.visitor()
        group = await stand.people.create_group("Piknik", anna)
        await stand.people.add_member(anna, group, BOT_ID)
        ten = [{"type": "photo", "media": "attach://f0"}] * 10
        for _ in range(2):
            assert (await _post(stand, "sendMediaGroup", {"f0": PHOTO}, chat_id=group, media=ten))["ok"]
            clock.forward(seconds=2)
        code, words = await stand.refusal("sendMessage", chat_id=group, text="x")
        assert (code, words) == (429, "Too Many Requests: retry after 56")


async def test_videos_and_animations(stand: Stand) -> None:
    anna = await stand.visitor()
    sent = await _post(stand, "sendVideo", {"video": ("f.mp4", FILM, "video/mp4")}, chat_id=anna, caption="Gry")
    assert sent["result"]["video"]["file_name"] == "f.mp4"
    other = await _post(stand, "sendVideo", {"video": ("f.avi", PAPER, "video/avi")}, chat_id=anna, width=5)
    assert "video" not in other["result"]  # what cannot be played is a document
    assert other["result"]["document"]["file_name"] == "f.avi"
    gif = (await _post(stand, "sendAnimation", {"animation": ("g.gif", GIF, "image/gif")}, chat_id=anna))["result"]
    assert (gif["animation"]["width"], gif["animation"]["height"]) == (40, 30)
    assert gif["document"]["file_id"] == gif["animation"]["file_id"]
    words = "Bad Request: can't use file of type Video as Photo"
    film_id = sent["result"]["video"]["file_id"]
    assert await stand.refusal("sendPhoto", chat_id=anna, photo=film_id) == (400, words)


@pytest.mark.parametrize("cut", range(0, len(FILM), 7))
def test_a_broken_film_tells_what_it_can(cut: int) -> None:
    assert all(0 <= number <= 320 for number in facts(FILM[:cut]))
    assert facts(FILM[:cut] + b"\xff" * 40)


async def test_another_file_in_place_of_one(stand: Stand) -> None:
    anna = await stand.visitor()
    first, second = await _album(stand, anna, "photo", "photo", f0=PHOTO, f1=PHOTO)
    this = {"chat_id": anna, "message_id": first["message_id"]}
    media = {"type": "video", "media": "attach://f", "caption": "nowy <b>film</b>", "parse_mode": "HTML"}
    film: Parts = {"f": ("f.mp4", FILM, "video/mp4"), "d": PAPERS}
    edited = (await _post(stand, "editMessageMedia", film, **this, media=media))["result"]
    assert edited["media_group_id"] == second["media_group_id"]
    assert (edited["caption"], "photo" in edited) == ("nowy film", False)
    shown = await stand.people.history(anna, BOT_ID)
    assert await stand.people.file(anna, BOT_ID, shown[-2].payload["message"]["video"]["file_id"])
    paper = {"type": "document", "media": "attach://d"}
    refused = await _post(stand, "editMessageMedia", film, **this, media=paper)
    assert refused["description"] == "Bad Request: document can't be mixed with other media types"
    text = await stand.call("sendMessage", chat_id=anna, text="sam tekst")
    edited = (await _post(stand, "editMessageMedia", film, chat_id=anna, message_id=text["message_id"], media=paper))[
        "result"
    ]
    assert "text" not in edited
    assert edited["document"]["file_name"] == "a.pdf"


async def test_albums_are_copied_and_forwarded_as_albums(stand: Stand) -> None:
    anna = await stand.visitor()
    jan = await stand.visitor(name="Jan")
    album = await _album(stand, anna, "photo", "photo", f0=PHOTO, f1=PHOTO)
    ids = [1, *(message["message_id"] for message in album)]
    for method in ("copyMessages", "forwardMessages"):
        reader = Reader(stand, jan)
        new = await stand.call(method, chat_id=jan, from_chat_id=anna, message_ids=ids)
        assert len(new) == 3
        got = [e.payload["message"] for e in await stand.people.history(jan, BOT_ID) if e.kind == "message"][-3:]
        assert "media_group_id" not in got[0]
        assert got[1]["media_group_id"] == got[2]["media_group_id"] != album[0]["media_group_id"]
        if method == "forwardMessages":
            assert got[0]["forward_origin"]["sender_user"]["first_name"] == "Anna"
            assert got[1]["forward_origin"]["sender_user"]["id"] == BOT_ID
        else:
            assert "forward_origin" not in got[0]
        await reader.close()
    kept = await stand.call("sendMessage", chat_id=anna, text="tylko tu", protect_content=True)
    for method, missing, refused in [
        ("copyMessage", "message to copy not found", "message can't be copied"),
        ("forwardMessage", "message to forward not found", "message can't be forwarded"),
    ]:
        both = {"chat_id": jan, "from_chat_id": anna}
        assert await stand.refusal(method, **both, message_id=999) == (400, f"Bad Request: {missing}")
        protected = await stand.refusal(method, **both, message_id=kept["message_id"])
        assert protected == (400, f"Bad Request: {refused}")
    nothing = await stand.refusal("forwardMessages", chat_id=jan, from_chat_id=anna, message_ids=[998, 999])
    assert nothing == (400, "Bad Request: there are no messages to forward")


async def test_a_forward_of_a_forward_names_the_first(stand: Stand) -> None:
    anna, jan = await stand.visitor(), await stand.visitor(name="Jan")
    first = await stand.call("forwardMessage", chat_id=jan, from_chat_id=anna, message_id=1)
    second = await stand.call("forwardMessage", chat_id=anna, from_chat_id=jan, message_id=first["message_id"])
    assert second["forward_origin"] == first["forward_origin"]
    copy = await stand.call("copyMessage", chat_id=anna, from_chat_id=jan, message_id=first["message_id"])
    shown = [e.payload["message"] for e in await stand.people.history(anna, BOT_ID)]
    assert "forward_origin" not in next(one for one in shown if one["message_id"] == copy["message_id"])


async def test_people_send_albums_and_videos(stand: Stand) -> None:
    anna = await stand.visitor()
    files = [
        SentFile("photo", PIXEL, "a.png", "image/png"),
        SentFile("video", FILM, "b.mp4", "video/mp4"),
    ]
    first = await stand.people.send_album(anna, BOT_ID, files, "Plac zabaw", "album")
    assert await stand.people.send_album(anna, BOT_ID, files, "Plac zabaw", "album") == first
    await stand.people.send_file(anna, BOT_ID, "video", FILM, "c.mp4", "video/mp4", None, "film")
    got = [update["message"] for update in await stand.call("getUpdates")][1:]
    assert [message["message_id"] for message in got[:2]] == first
    assert got[0]["media_group_id"] == got[1]["media_group_id"]
    assert (got[0]["caption"], "caption" in got[1]) == ("Plac zabaw", False)
    assert got[2]["video"]["duration"] == 4
    for wrong in (
        files[:1],
        files * 6,
        [files[0], SentFile("document", PAPER, "a.pdf", "application/pdf")],
        [files[0], SentFile("video", PAPER, "x.mp4", "video/mp4")],
    ):
        with pytest.raises(NotPossible, match="bad file"):
            await stand.people.send_album(anna, BOT_ID, wrong, None, "wrong")
    assert len(await stand.call("getUpdates")) == 4
