"""The web chat over HTTP, without a browser: what is taken, what is refused, what others may not see."""

import re

import httpx
import pytest

from bot.clock import SteppedClock
from tests.web.stand import PIXEL, Stand
from tests.web.visitors import Visitor, live, says, texts_of


def test_a_first_visit_starts_the_bot_once_at_the_centre_of_the_address(stand: Stand) -> None:
    with Visitor(stand.address) as anna:
        assert anna.get("/c/koszalin").status_code == 200
        anna.begin("koszalin")
        anna.begin("koszalin")  # the page loaded again
        anna.events(says("Dzień dobry!"))
        assert stand.texts_seen() == ["/start c-koszalin"]
        assert stand.seen[0]["message"]["from"]["language_code"] == "pl"
        opened = anna.begin("starachowice")  # another centre's door, later
        anna.events(lambda event: len(stand.texts_seen()) == 2 and says("Dzień dobry!")(event), after=2)
    assert stand.texts_seen() == ["/start c-koszalin", "/start c-starachowice"]
    assert opened["centre"] == {"id": "starachowice", "name": "Starachowice", "phone": "533 848 489", "example": False}


def test_a_message_sent_twice_with_one_key_arrives_once(stand: Stand) -> None:
    with Visitor(stand.address) as anna:
        anna.begin()
        for _ in range(2):
            assert anna.say("czy jest taksówka?", key="same-key").status_code == 200
        events = anna.events(says("Jest: czy jest taksówka?"))
        seqs = [event["seq"] for event in events if "seq" in event]
        assert seqs == sorted(set(seqs))
        assert texts_of(events).count("czy jest taksówka?") == 1
        again = anna.events(live, **{"Last-Event-ID": str(seqs[-1])})
    assert texts_of(again) == []
    assert stand.texts_seen().count("czy jest taksówka?") == 1


def test_a_reconnect_gets_exactly_what_was_missed(stand: Stand) -> None:
    with Visitor(stand.address) as anna:
        anna.begin()
        first = anna.events(says("Dzień dobry!"))
        last = max(event["seq"] for event in first if "seq" in event)
        for number in range(3):
            anna.say(f"pytanie {number}", key=f"key-{number}")
        missed = anna.events(says("Jest: pytanie 2"), after=last)
    expected = [f"{prefix}pytanie {number}" for number in range(3) for prefix in ("", "Jest: ")]
    assert sorted(texts_of(missed)) == sorted(expected)


def test_two_visitors_cannot_see_each_other(stand: Stand) -> None:
    with Visitor(stand.address) as anna, Visitor(stand.address) as stranger:
        anna.begin()
        anna.say("zdjęcie")
        events = anna.events(lambda event: "photo" in event.get("payload", {}).get("message", {}))
        file_id = events[-1]["payload"]["message"]["photo"][-1]["file_id"]
        button = next(e["payload"]["message"] for e in events if "reply_markup" in e["payload"].get("message", {}))
        assert anna.get(f"/chat/file/{file_id}").content == PIXEL

        stranger.begin()
        theirs = stranger.events(live)
        assert "zdjęcie" not in texts_of(theirs)
        assert stranger.get(f"/chat/file/{file_id}").status_code == 404
        pressed = stranger.post("/chat/press", json={"message": button["message_id"], "data": "not on any button"})
        assert pressed.status_code == 409
        assert "przycisk" in pressed.json()["sentence"]
    with httpx.Client(base_url=stand.address) as nobody:
        assert nobody.get(f"/chat/file/{file_id}").status_code == 404
        assert nobody.get("/chat/events").status_code == 401


def test_a_forged_or_foreign_cookie_is_a_stranger(stand: Stand) -> None:
    with Visitor(stand.address) as anna:
        anna.begin()
        cookie = anna.cookies["okienko"]
    payload, _, signature = cookie.rpartition(".")
    for forged in (payload, f"{payload}.{signature[::-1]}", f"x{cookie}", "", "null"):
        with httpx.Client(base_url=stand.address, cookies={"okienko": forged}) as stranger:
            assert stranger.get("/chat/events").status_code == 401


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(stand: Stand) -> None:
    with Visitor(stand.address) as anna:
        anna.begin()
        answer = anna.post("/chat/open", json={})
    attributes = answer.headers["set-cookie"].lower()
    assert "httponly" in attributes
    assert "samesite=lax" in attributes
    assert "secure" not in attributes.split("; ")  # plain http on this machine


@pytest.mark.parametrize("path", ["open", "send", "press", "upload", "contact", "leave"])
@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_other_sites_cannot_post(stand: Stand, path: str, headers: dict[str, str]) -> None:
    with Visitor(stand.address) as anna:
        anna.begin()
        body = {"text": "obce", "key": "key-9", "message": 2, "data": "edit"}
        assert anna.post(f"/chat/{path}", json=body, headers=headers).status_code == 403
    assert "obce" not in stand.texts_seen()


def test_a_quick_exit_leaves_nothing(stand: Stand) -> None:
    with Visitor(stand.address) as anna:
        anna.begin()
        anna.say("boję się wracać do domu")
        anna.events(says("Jest: boję"))
        cookie = anna.cookies["okienko"]
        assert anna.post("/chat/leave").status_code == 204
        assert "okienko" not in anna.cookies
        assert anna.get("/chat/events").status_code == 401
        fresh = anna.begin()
        assert fresh["me"] != stand.seen[0]["message"]["from"]["id"]
        assert not any("boję" in text for text in texts_of(anna.events(says("Dzień dobry!"))))
    # Even somebody who kept the cookie finds an empty chat.
    with Visitor(stand.address, Cookie=f"okienko={cookie}") as thief:
        answer = thief.post("/chat/open", json={})
        assert answer.status_code in (200, 401)
        if answer.status_code == 200:
            assert not any("boję" in text for text in texts_of(thief.events(live)))


def test_a_quick_exit_without_a_chat_is_no_mistake(stand: Stand) -> None:
    with Visitor(stand.address) as anna:
        assert anna.post("/chat/leave").status_code == 204


def test_too_many_messages_get_a_sentence_and_a_time(stand: Stand, clock: SteppedClock) -> None:
    with Visitor(stand.address) as anna:
        anna.begin()
        answers = [anna.say(f"pytanie {number}", key=f"key-{number}") for number in range(11)]
        assert [answer.status_code for answer in answers] == [200] * 10 + [429]
        assert answers[-1].json()["retry_after"] == 5
        assert "za chwilę" in answers[-1].json()["sentence"]
        clock.forward(seconds=5)
        assert anna.say("pytanie 10", key="key-10").status_code == 200


def test_new_visitors_from_one_address_are_limited_but_known_ones_are_not(stand: Stand, clock: SteppedClock) -> None:
    with Visitor(stand.address) as anna:
        anna.begin()
        for _ in range(29):
            with Visitor(stand.address) as other:
                other.begin()
        with Visitor(stand.address) as one_more:
            refused = one_more.post("/chat/open", json={})
            assert refused.status_code == 429
            assert "zadzwonić" in refused.json()["sentence"]
            assert anna.post("/chat/open", json={}).status_code == 200
            clock.forward(minutes=1)
            one_more.begin()


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b'{"text": "  ", "key": "key-1"}', 400),
        (b'{"text": "a", "key": "<script>"}', 400),
        (b'{"text": ["a"], "key": "key-1"}', 400),
        (b"[]", 400),
        (b"\xff\xfe", 400),
        (b"[" * 50000, 400),
        (b'{"text": "' + b"a" * 4097 + b'", "key": "key-1"}', 413),
        (b'{"text": "' + b"a" * 1_000_000 + b'", "key": "key-1"}', 413),
        (b'{"text": "a\\u0000b \\ud800", "key": "key-1"}', 200),
        (b'{"text": "a", "key": "key-1", "reply_to": true}', 200),
        (b'{"text": "a", "key": "key-1", "reply_to": 99999}', 200),
    ],
)
def test_any_body_gets_an_answer_in_words(stand: Stand, body: bytes, status: int) -> None:
    with Visitor(stand.address) as anna:
        anna.begin()
        answer = anna.post("/chat/send", content=body)
        assert answer.status_code == status
        assert status == 200 or len(answer.json()["sentence"]) > 15


def test_files_come_and_go_safely(stand: Stand) -> None:
    with Visitor(stand.address) as anna:
        anna.begin()
        page = b"<script>alert(1)</script>"
        sent = {"picture.png": PIXEL, "strona.html": page, "udaje.png": page}
        for number, (name, data) in enumerate(sent.items()):
            answer = anna.post(
                "/chat/upload", data={"key": f"file-{number}"}, files={"file": (name, data, "text/html")}
            )
            assert answer.status_code == 200
        messages = [event["payload"]["message"] for event in anna.events(live) if event.get("kind") == "message"]
        photo, html, fake = [message for message in messages if "photo" in message or "document" in message]
        assert "photo" in photo
        shown = anna.get(f"/chat/file/{photo['photo'][-1]['file_id']}")
        assert shown.headers["content-type"] == "image/png"
        assert shown.headers["content-disposition"].startswith("inline")
        for message in (html, fake):
            answer = anna.get(f"/chat/file/{message['document']['file_id']}")
            assert answer.content == page
            assert answer.headers["content-type"] == "application/octet-stream"
            assert answer.headers["content-disposition"].startswith("attachment")
            assert answer.headers["x-content-type-options"] == "nosniff"
            assert "sandbox" in answer.headers["content-security-policy"]
        big = {"file": ("big.bin", b"x" * 10_100_000)}
        answer = anna.post("/chat/upload", data={"key": "file-9"}, files=big)
        assert answer.status_code == 413
        assert "10 MB" in answer.json()["sentence"]
        nothing = {"content": b"nothing", "headers": {"Content-Type": "multipart/form-data; boundary=x"}}
        assert anna.post("/chat/upload", **nothing).status_code == 400


def test_the_page_keeps_strangers_and_scripts_out(stand: Stand) -> None:
    with Visitor(stand.address) as anna:
        page = anna.get("/")
        assert page.headers["cache-control"] == "no-store"
        assert page.headers["referrer-policy"] == "no-referrer"
        assert page.headers["x-content-type-options"] == "nosniff"
        policy = page.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'self'" in policy
        assert "unsafe" not in policy
        scripts = re.findall(r"<script([^>]*)>", page.text)
        assert all("src=" in script or 'type="application/json"' in script for script in scripts)
        assert not re.search(r'\son\w+="', page.text)
        assert anna.get("/static/webchat/chat.js").headers["content-type"].startswith("text/javascript")


def test_the_language_is_the_browsers_until_another_is_chosen(stand: Stand) -> None:
    with Visitor(stand.address, **{"Accept-Language": "ru-RU,ru;q=0.9"}) as olena:
        assert '<html lang="uk">' in olena.get("/").text
        olena.begin()
        chosen = olena.get("/c/koszalin?lang=en")
        assert chosen.status_code == 303
        assert chosen.headers["location"] == "/c/koszalin"
        assert '<html lang="en">' in olena.get("/").text
        me = olena.begin()["me"]
        assert olena.get("/?lang=xx").status_code == 200
    assert stand.languages == [(me, "en")]


def test_the_phone_follows_the_centre_and_an_example_is_marked(stand: Stand) -> None:
    with Visitor(stand.address) as anna:
        assert 'href="tel:533848489"' in anna.get("/c/starachowice").text
        example = anna.get("/c/kozienice").text
        assert "48 000 00 00" in example
        assert "przykład" in example
        assert "tel:" not in anna.get("/c/koszalin").text
        assert anna.get("/c/nigdzie").headers["location"] == "/"
        me = anna.begin("koszalin")["me"]
        last = max(event["seq"] for event in anna.events(says("Dzień dobry!")) if "seq" in event)
        stand.chosen[me] = "starachowice"  # by a button in the conversation
        assert "533 848 489" in anna.get("/").text
        assert last


def test_the_header_hears_of_a_choice_made_in_the_conversation(stand: Stand) -> None:
    with Visitor(stand.address) as anna:
        me = anna.begin("koszalin")["me"]

        def choosing(event: dict[str, object]) -> bool:
            if event["event"] == "live":
                stand.chosen[me] = "starachowice"
                anna.post("/chat/send", json={"text": "zmiana", "key": "key-2"})
            return event["event"] == "centre"

        assert anna.events(choosing)[-1]["phone"] == "533 848 489"


def test_an_idle_line_beats(sqlite_url: str, clock: SteppedClock) -> None:
    with Stand(sqlite_url, clock, heartbeat=0.05) as stand, Visitor(stand.address) as anna:
        anna.begin()
        anna.events(says("Dzień dobry!"))
        assert anna.events(lambda event: event["event"] == "beat", after=99)[-1]["event"] == "beat"


def test_a_text_says_nothing_without_the_script(stand: Stand) -> None:
    with Visitor(stand.address) as anna:
        quiet = anna.get("/c/starachowice").text.partition("<noscript>")[2].partition("</noscript>")[0]
    assert "JavaScript" in quiet
    assert "tel:533848489" in quiet
