"""Topics, voice notes, reactions, answers and edits on the page, in a real Chromium: a clerk and a resident."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from bot.messenger.web.stage import StageGroup
from tests.messenger.sounds import RECORDED
from tests.web import stand as stands
from tests.web.axe import checked
from tests.web.stand import Stand
from tests.web.test_browser import conversation, greeted, say

Visit = Callable[..., Page]
pytestmark = pytest.mark.timeout(300)
ROOM = -1_000_000_000_777
OLENA = "/stage/as/olena/g/personel/"
RECORDER = """
window.MediaRecorder = class extends EventTarget {
  static isTypeSupported(type) { return type.startsWith("audio/webm"); }
  start() {}
  stop() {
    const bytes = Uint8Array.from(atob(window.recorded), (one) => one.charCodeAt(0));
    const data = new Event("dataavailable");
    data.data = new Blob([bytes], { type: "audio/webm" });
    this.dispatchEvent(data);
    this.dispatchEvent(new Event("stop"));
  }
};
navigator.mediaDevices.getUserMedia = async () => ({ getTracks: () => [] });
"""
"""A machine without a microphone: what is recorded is half a second of silence."""


@pytest.fixture
def forum(stage: Stand) -> Stand:
    """Olena's staff room, with the bot's two topics."""
    name = {5002: "Олена Прикладна"}
    bot = 70001
    stage.run(stage.messenger.people.settle_forum(ROOM, "Personel: Starachowice", name, bot))
    first = stage.call("createForumTopic", chat_id=ROOM, name="214 · uk · czeka")["message_thread_id"]
    second = stage.call("createForumTopic", chat_id=ROOM, name="215 · pl · w toku")["message_thread_id"]
    stage.call("sendMessage", chat_id=ROOM, message_thread_id=first, text="Чи можна прийти з дитиною?")
    stage.call("sendMessage", chat_id=ROOM, message_thread_id=second, text="Pytanie o kran w kuchni na Kopernika")
    return stage


@pytest.fixture(autouse=True)
def _room(monkeypatch: pytest.MonkeyPatch) -> None:
    room = StageGroup("personel", "Personel: Starachowice", ["olena"], forum=ROOM)
    monkeypatch.setattr(stands, "GROUPS", [*stands.GROUPS, room])


@pytest.mark.parametrize("width", [360, pytest.param(1200, marks=pytest.mark.slow)])
def test_a_clerk_finds_a_topic_and_works_in_it(forum: Stand, visit: Visit, width: int) -> None:
    page = visit(f"{forum.address}{OLENA}?lang=pl", width=width, locale="pl-PL", reduced_motion="reduce")
    topics = page.locator("#topic-list a")
    expect(topics).to_have_count(3)
    expect(topics.nth(0)).to_contain_text("Ogólne")
    expect(topics.nth(1)).to_contain_text("215 · pl · w toku")
    expect(topics.nth(1)).to_contain_text("Pytanie o kran")
    expect(topics.nth(1)).to_contain_text("nowe")
    checked(page, f"topics-{width}")
    page.keyboard.press("Tab")
    topics.nth(2).focus()
    page.keyboard.press("Enter")
    expect(page.locator("#topic-name")).to_have_text("214 · uk · czeka")
    expect(page.locator("#log")).to_contain_text("Чи можна прийти з дитиною?")
    expect(page.locator("#log")).not_to_contain_text("Pytanie o kran")
    expect(page.locator("#log .quote")).to_have_count(0)  # what began the topic is no answer's target

    page.get_by_role("button", name="Więcej").last.click()
    page.get_by_role("button", name="Odpowiedz", exact=True).click()
    expect(page.locator("#about")).to_contain_text("Odpowiedź na: Чи можна прийти")
    checked(page, f"replying-{width}")
    say(page, "Так, звісно")
    expect(page.locator("#log .mine .quote")).to_contain_text("Чи можна прийти")
    expect(page.locator("#about")).to_be_hidden()
    say(page, "notatka dla zespołu")
    expect(page.locator("#log .mine")).to_have_count(2)
    forum.await_update("message", ROOM, times=2)
    said = [u["message"] for u in forum.seen if u.get("message", {}).get("chat", {}).get("id") == ROOM]
    assert [m["reply_to_message"].get("text") for m in said] == ["Чи можна прийти з дитиною?", None]
    assert "forum_topic_created" in said[1]["reply_to_message"]

    page.get_by_role("button", name="Więcej").last.click()
    page.get_by_role("button", name="Popraw", exact=True).click()
    expect(page.locator("#field")).to_have_value("notatka dla zespołu")
    say(page, "notatka poprawiona")
    expect(page.locator("#log .mine").last).to_contain_text("notatka poprawiona")
    expect(page.locator("#log .mine").last).to_contain_text("zmienione")
    forum.await_update("edited_message")

    page.locator("#log .theirs").get_by_role("button", name="Więcej").click()
    page.locator("#log .theirs").get_by_role("button", name="Reakcja 👌").click()
    own = page.locator("#log .theirs .reactions").get_by_role("button", pressed=True)
    expect(own).to_contain_text("👌")
    checked(page, f"topic-{width}")
    own.click()
    expect(page.locator("#log .reactions")).to_have_count(0)

    forum.call("closeForumTopic", chat_id=ROOM, message_thread_id=said[0]["message_thread_id"])
    expect(page.locator("#log")).to_contain_text("Wątek jest zamknięty.")
    say(page, "za późno")
    expect(page.locator("#note")).to_contain_text("Ten wątek jest zamknięty")
    expect(page.locator("#field")).to_have_value("za późno")
    forum.call("deleteForumTopic", chat_id=ROOM, message_thread_id=said[0]["message_thread_id"])
    expect(page.locator("#state")).to_have_text("Tego wątku już nie ma.")
    page.get_by_role("button", name="Wszystkie wątki").click()
    expect(topics).to_have_count(2)


def test_what_comes_elsewhere_is_marked_and_reading_takes_the_mark(forum: Stand, visit: Visit) -> None:
    page = visit(f"{forum.address}{OLENA}?lang=pl", width=1200)
    topics = page.locator("#topic-list a")
    expect(page.locator(".topic-new")).to_have_count(2)
    topics.filter(has_text="215").click()
    expect(page.locator("#topic-name")).to_have_text("215 · pl · w toku")
    expect(page.locator(".topic-new")).to_have_count(1)
    fresh = forum.call("createForumTopic", chat_id=ROOM, name="216 · en · czeka")["message_thread_id"]
    forum.call("sendMessage", chat_id=ROOM, message_thread_id=fresh, text="Hello, is anybody there?")
    expect(topics.nth(1)).to_contain_text("Hello, is anybody there?")
    expect(topics.nth(1)).to_contain_text("nowe")
    assert "Hello" not in " ".join(conversation(page))
    page.reload()
    expect(topics.filter(has_text="215").locator(".topic-new")).to_have_count(0)


def test_a_resident_records_a_voice_note_and_hears_one(stage: Stand, visit: Visit) -> None:
    import base64

    page = visit(stage.address, width=360, locale="pl-PL")
    page.add_init_script(f"window.recorded = '{base64.b64encode(RECORDED).decode()}';{RECORDER}")
    page.reload()
    greeted(page)
    page.get_by_role("button", name="Nagraj wiadomość głosową").click()
    expect(page.get_by_role("button", name="Zakończ i wyślij nagranie")).to_be_visible()
    checked(page, "recording-360")
    page.get_by_role("button", name="Zakończ i wyślij nagranie").click()
    expect(page.locator("#log .mine audio.voice")).to_be_visible()
    expect(page.locator("#waiting .row")).to_have_count(0)
    page.locator("audio.voice").evaluate(
        "a => a.readyState || new Promise(go => a.addEventListener('loadedmetadata', () => go(1)))"
    )
    assert 2.4 < page.evaluate("document.querySelector('audio.voice').duration") < 2.6
    (sent,) = [u["message"] for u in stage.seen if "voice" in u.get("message", {})]
    assert sent["voice"]["mime_type"] == "audio/ogg"
    stage.call("sendVoice", chat_id=sent["chat"]["id"], voice=sent["voice"]["file_id"], caption="to samo z powrotem")
    expect(page.locator("#log .theirs audio.voice")).to_be_visible()
    say(page, "pomyłka")
    expect(page.locator("#log")).to_contain_text("Jest: pomyłka")
    page.locator("#log .mine").last.get_by_role("button", name="Więcej").click()
    page.get_by_role("button", name="Popraw", exact=True).click()
    page.get_by_role("button", name="Anuluj").first.click()
    expect(page.locator("#field")).to_have_value("")
    checked(page, "voice-360")
