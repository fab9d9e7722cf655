"""Groups, albums, videos and polls on the page: what goes over HTTP."""

from typing import Any

import httpx
import pytest

from bot.clock import SteppedClock
from bot.messenger.web.stage import Stage, StageGroup
from tests.messenger.pictures import FILM, PAPER, PIXEL
from tests.web.stand import GROUPS, PEOPLE, Stand
from tests.web.visitors import Visitor, live, says, texts_of

ANNA, OLENA = "/stage/as/anna/g/wzgorze", "/stage/as/olena/g/wzgorze"


def _upload(who: Visitor, *files: tuple[str, bytes], caption: str = "", key: str = "album-1") -> httpx.Response:
    parts = [("file", (name, data, "application/octet-stream")) for name, data in files]
    return who.post(f"{who.at}/chat/upload", data={"key": key, "caption": caption}, files=parts)


def _messages(events: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [event["payload"]["message"] for event in events if event.get("kind") == "message"]


def test_neighbours_talk_in_their_group(stage: Stand) -> None:
    with Visitor(stage.address, ANNA) as anna, Visitor(stage.address, OLENA) as olena:
        assert anna.begin() == {"me": 5001, "centre": {**anna.begin()["centre"]}, "writable": True}
        olena.begin()
        anna.say("Kto idzie na piknik?")
        seen = _messages(olena.events(says("piknik")))[-1]
        assert seen["from"]["first_name"] == "Anna Przykładowa"
        assert seen["chat"]["title"] == "Wzgórze: sąsiedzi"
        assert "Kto idzie na piknik?" not in stage.texts_seen()  # not meant for the bot
        olena.say("/ankieta", key="key-2")
        poll = _messages(anna.events(lambda event: "poll" in event.get("payload", {}).get("message", {})))[-1]
        assert anna.vote(poll["message_id"], [1]).status_code == 200
        counted = anna.events(lambda event: event.get("kind") == "edit")[-1]["payload"]
        assert (counted["voted"], counted["message"]["poll"]["total_voter_count"]) == ([1], 1)
        assert olena.events(lambda event: event.get("kind") == "edit")[-1]["payload"]["voted"] == []
    with Visitor(stage.address, "/stage/as/anna") as alone:  # nothing of it stands in the chat with the bot
        alone.begin()
        assert "Kto idzie na piknik?" not in texts_of(alone.events(live))


def test_only_members_come_in(stage: Stand) -> None:
    page = "/stage/as/anna/g/seniorzy"
    with Visitor(stage.address, page) as anna:
        assert anna.post(f"{page}/chat/open", json={}).status_code == 401
        assert anna.say("x").status_code == 401
        assert anna.get(f"{page}/chat/events").status_code == 401
        assert anna.vote(1, [0]).status_code == 409
        assert anna.get("/stage/as/anna/g/nowhere/").status_code == 404
        assert anna.post("/stage/as/anna/g/nowhere/chat/open", json={}).status_code == 401
        own = anna.get("/stage/as/anna/").text
        assert "/stage/as/anna/g/wzgorze/" in own
        assert "seniorzy" not in own
        assert 'class="rooms' not in anna.get("/").text
        far = {"Host": "evil.example"}
        assert anna.get("/stage/as/anna/g/wzgorze/", headers=far).status_code == 404


def test_where_one_only_reads_the_page_says_so(stage: Stand) -> None:
    group = GROUPS[0].chat_id
    stage.run(stage.messenger.people.permit(5001, group, can_send_messages=False))
    with Visitor(stage.address, OLENA) as olena:
        assert olena.begin()["writable"] is False
        refused = olena.say("i ja")
        assert (refused.status_code, refused.json()["sentence"]) == (409, "У цій групі зараз не можна писати.")


def test_a_group_that_became_a_supergroup_stays_at_its_address(stage: Stand) -> None:
    with Visitor(stage.address, ANNA) as anna:
        anna.begin()
        anna.say("przed")
        stage.run(stage.messenger.people.upgrade_group(5001, GROUPS[0].chat_id))
        anna.say("po", key="key-2")
        assert texts_of(anna.events(says("po")))[-3:] == ["przed", "", "po"]


def test_albums_and_videos_are_sent(stand: Stand) -> None:
    with Visitor(stand.address) as guest:
        guest.begin()
        both = ("a.png", PIXEL), ("b.mp4", FILM)
        assert _upload(guest, *both, caption="Dwa plakaty").status_code == 200
        assert _upload(guest, *both, caption="Dwa plakaty").status_code == 200  # the same key: the same album
        assert _upload(guest, ("a.png", PIXEL), ("c.pdf", PAPER), key="album-2").status_code == 200
        assert _upload(guest, ("c.mp4", FILM), key="film").status_code == 200
        guest.say("koniec")
        album = [m for m in _messages(guest.events(says("koniec"))) if "media_group_id" in m or "video" in m]
        assert [next(k for k in ("photo", "video", "document") if k in m) for m in album] == [
            *("photo", "video", "document", "document", "video")
        ]
        assert album[0]["media_group_id"] == album[1]["media_group_id"] != album[2]["media_group_id"]
        assert album[0]["caption"] == "Dwa plakaty"
        assert _upload(guest, *[("a.png", PIXEL)] * 11, key="eleven").status_code == 400
        assert _upload(guest, *[("a.bin", bytes(7_000_000))] * 3, key="heavy").status_code == 413

        address = f"/chat/file/{album[4]['video']['file_id']}"
        whole = guest.get(address)
        assert (whole.status_code, whole.headers["content-type"], whole.content) == (200, "video/mp4", FILM)
        for asked, part in [("bytes=0-", FILM), ("bytes=4-7", b"ftyp"), (f"bytes={len(FILM) - 3}-999999", FILM[-3:])]:
            answer = guest.get(address, headers={"Range": asked})
            assert (answer.status_code, answer.content) == (206, part)
            assert answer.headers["content-range"].endswith(f"/{len(FILM)}")
        for odd in ("bytes=-5", "bytes=9-2", "bytes=999999-", "items=0-1", "bytes=0-1,4-5"):
            assert guest.get(address, headers={"Range": odd}).status_code == 200


@pytest.mark.parametrize("body", [{}, {"message": "1"}, {"message": 1, "options": ["0"]}, {"message": 1, "options": 0}])
def test_odd_votes_are_refused(stand: Stand, body: dict[str, Any]) -> None:
    with Visitor(stand.address) as guest:
        guest.begin()
        assert guest.post("/chat/vote", json=body).status_code == 400
        assert guest.vote(1, [0]).status_code == 409


def test_groups_that_cannot_be_are_refused() -> None:
    for group in (StageGroup("../x", "X", ["anna"]), StageGroup("x", "X", []), StageGroup("x", "X", ["nobody"])):
        with pytest.raises(ValueError, match=r"address|members"):
            Stage(PEOPLE, [group])


def test_who_leads_a_group_can_try_what_people_do_to_bots(stage: Stand, clock: SteppedClock) -> None:
    group = GROUPS[0].chat_id

    def do(who: Visitor, action: object) -> int:
        return who.post(f"{who.at}/chat/lead", json={"do": action}).status_code

    with Visitor(stage.address, ANNA) as anna, Visitor(stage.address, OLENA) as olena:
        anna.begin()
        assert "data-do" in anna.get(f"{ANNA}/").text
        assert "data-do" not in olena.get(f"{OLENA}/").text
        assert "data-do" not in anna.get("/stage/as/anna/").text
        for action in ("remove-bot", "promote-bot", "only-leaders", "upgrade"):
            assert do(olena, action) == 409
        for action in ("nonsense", None, 5, []):
            assert do(anna, action) == 400
        assert anna.post("/stage/as/anna/chat/lead", json={"do": "upgrade"}).status_code == 404
        clock.forward(seconds=10)  # that was much for one person at once
        assert do(anna, "only-leaders") == 200
        assert olena.begin()["writable"] is False
        for action in ("everyone", "remove-bot", "add-bot", "promote-bot", "upgrade"):
            assert do(anna, action) == 200
        assert do(anna, "upgrade") == 409
        assert olena.begin()["writable"] is True
    told = [u["my_chat_member"] for u in stage.seen if "my_chat_member" in u]
    assert {change["from"]["id"] for change in told[1:]} == {5001}
    # Removed and added; then the administrator, before the group moved.
    assert [change["new_chat_member"]["status"] for change in told[1:]] == ["kicked", "member", "administrator"]
    assert {change["chat"]["id"] for change in told} == {group}
