"""The web chat in a real Chromium, as people meet it."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.messenger.pictures import FILM, PIXEL
from tests.web.stand import EVIL, GROUPS, Stand

Visit = Callable[..., Page]
WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"], "resultTypes": ["violations"]}


def say(page: Page, text: str) -> None:
    page.locator("#field").fill(text)
    page.locator("#field").press("Enter")


def conversation(page: Page) -> list[str]:
    """The texts of the bubbles, in order."""
    return page.locator("#log .text").all_inner_texts()


def greeted(page: Page) -> None:
    expect(page.locator("#log")).to_contain_text("Dzień dobry!")


def sideways(page: Page) -> int:
    """Pixels by which the page is wider than the window."""
    wide: int = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return wide


def test_a_conversation_with_buttons_edits_and_answers(stand: Stand, visit: Visit) -> None:
    page = visit(f"{stand.address}/c/starachowice")
    greeted(page)
    assert page.locator("#log strong").inner_text() == "Dzień dobry!"
    assert page.get_by_role("link", name="116 123").get_attribute("href") == "tel:116123"
    assert page.get_by_role("link", name="Zadzwoń: 533 848 489").get_attribute("href") == "tel:533848489"
    city = page.get_by_role("link", name="Strona miasta")
    assert city.get_attribute("rel") == "noopener noreferrer"

    page.get_by_role("button", name="Telefon", exact=True).click()
    expect(page.locator("#note")).to_have_text("533 848 489")
    page.get_by_role("button", name="Ważne").click()
    expect(page.get_by_role("dialog")).to_contain_text("Biuro jest dziś zamknięte.")
    page.get_by_role("button", name="Dobrze").click()
    expect(page.get_by_role("button", name="Ważne")).to_be_focused()

    page.get_by_role("button", name="Pomoc w domu").press("Enter")
    expect(page.locator("#log")).to_contain_text("sprzątanie, zakupy")
    expect(page.get_by_role("button", name="Wróć")).to_be_focused()
    expect(page.locator("#log .theirs .foot")).to_contain_text("zmienione")
    assert len(conversation(page)) == 1  # edited in place

    say(page, "złota rączka do kranu")
    expect(page.locator("#log")).to_contain_text("Jest: złota rączka do kranu")
    assert conversation(page)[1:] == ["złota rączka do kranu", "Jest: złota rączka do kranu"]
    expect(page.locator("#waiting .row")).to_have_count(0)
    page.reload()
    expect(page.locator("#log")).to_contain_text("Jest: złota rączka do kranu")
    assert len(conversation(page)) == 3


def test_pictures_places_contacts_and_reply_keyboards(stand: Stand, visit: Visit) -> None:
    page = visit(stand.address)
    greeted(page)
    for text in ("zdjęcie", "mapa", "kontakt", "klawiatura"):
        say(page, text)
    expect(page.locator("#log img.photo")).to_be_visible()
    assert page.evaluate("document.querySelector('#log img.photo').naturalWidth") == 1
    expect(page.get_by_role("link", name="Pokaż na mapie")).to_have_attribute("href", re.compile("openstreetmap"))
    assert page.get_by_role("link", name="Zadzwoń: +48").get_attribute("href") == "tel:+48533848489"
    page.get_by_role("button", name="Podaj telefon").click()
    page.get_by_label("Telefon", exact=True).fill("600 700 800")
    page.get_by_role("dialog").get_by_role("button", name="Wyślij").click()
    page.get_by_role("button", name="Tak", exact=True).click()
    expect(page.locator("#log")).to_contain_text("Jest: Tak")
    page.locator("#picker").set_input_files({"name": "kran.png", "mimeType": "image/png", "buffer": PIXEL})
    expect(page.locator("#log .mine img.photo")).to_be_visible()
    contacts = [u["message"]["contact"]["phone_number"] for u in stand.seen if "contact" in u.get("message", {})]
    assert contacts == ["600 700 800"]
    stand.call("sendChatAction", chat_id=stand.seen[0]["message"]["chat"]["id"], action="typing")
    expect(page.locator("#typing")).to_be_visible()


def test_a_broken_line_loses_and_doubles_nothing(stand: Stand, visit: Visit) -> None:
    page = visit(stand.address)
    greeted(page)
    chat = stand.seen[0]["message"]["chat"]["id"]
    page.context.set_offline(True)
    stand.drop_connections()
    expect(page.locator("#state")).to_contain_text("Nie ma połączenia")
    stand.call("sendMessage", chat_id=chat, text="powiedziane, gdy nikt nie słuchał")
    say(page, "napisane bez sieci")
    expect(page.locator("#waiting")).to_contain_text("napisane bez sieci")
    page.context.set_offline(False)
    expect(page.locator("#log")).to_contain_text("Jest: napisane bez sieci")
    expect(page.locator("#state")).to_be_empty()
    for number in range(3):
        stand.drop_connections()
        stand.call("sendMessage", chat_id=chat, text=f"po przerwie {number}")
        expect(page.locator("#log")).to_contain_text(f"po przerwie {number}")
    said = conversation(page)
    expected = ["powiedziane, gdy nikt nie słuchał", "napisane bez sieci", "Jest: napisane bez sieci"]
    assert said[1:] == [*expected, *(f"po przerwie {number}" for number in range(3))]
    assert stand.texts_seen().count("napisane bez sieci") == 1


def test_an_answer_lost_on_the_way_back_does_not_double_the_message(stand: Stand, visit: Visit) -> None:
    page = visit(stand.address)
    greeted(page)
    lost: list[str] = []

    def lose_first(route: Any) -> None:
        if lost:
            route.continue_()
            return
        lost.append(route.request.post_data)
        route.fetch()  # the server takes it
        route.abort()  # and the page never hears

    page.route("**/chat/send", lose_first)
    say(page, "raz")
    expect(page.locator("#log")).to_contain_text("Jest: raz")
    with page.expect_response("**/chat/send"):  # sent again, with the same key
        pass
    say(page, "dwa")
    expect(page.locator("#log")).to_contain_text("Jest: dwa")
    assert conversation(page)[1:] == ["raz", "Jest: raz", "dwa", "Jest: dwa"]
    assert stand.texts_seen()[1:] == ["raz", "dwa"]


@pytest.mark.parametrize("way", ["button", "keys"])
def test_a_quick_exit_leaves_at_once_and_back_shows_nothing(stand: Stand, visit: Visit, way: str) -> None:
    page = visit(stand.address)
    greeted(page)
    say(page, "boję się wracać do domu")
    expect(page.locator("#log")).to_contain_text("Jest: boję się")
    other = page.context.new_page()
    other.goto(stand.address)
    expect(other.locator("#log")).to_contain_text("Jest: boję się")
    if way == "button":
        page.get_by_role("button", name="Szybkie wyjście").click()
    else:
        page.keyboard.press("Escape")
        page.keyboard.press("Escape")
    page.wait_for_url("https://www.google.com/")
    other.wait_for_url("https://www.google.com/")  # the same chat in another window leaves too
    stand.await_update("my_chat_member")  # the server has forgotten, though the page is long gone
    page.go_back()
    for again in (page, page.context.new_page()):
        again.goto(stand.address)
        greeted(again)
        assert "boję" not in again.content()
        assert len(conversation(again)) == 1


def test_a_quick_exit_without_a_line_is_finished_before_anything_is_shown(stand: Stand, visit: Visit) -> None:
    page = visit(stand.address)
    greeted(page)
    say(page, "boję się wracać do domu")
    expect(page.locator("#log")).to_contain_text("Jest: boję się")
    page.route("**/chat/leave", lambda route: route.abort())
    page.get_by_role("button", name="Szybkie wyjście").click()
    page.wait_for_url("https://www.google.com/")
    page.goto(stand.address)
    expect(page.locator("#state")).to_contain_text("Nie ma połączenia")
    assert conversation(page) == []
    page.unroute("**/chat/leave")
    greeted(page)
    assert "boję" not in page.content()


def test_two_visitors_have_two_conversations(stand: Stand, visit: Visit) -> None:
    anna, olena = visit(stand.address), visit(stand.address)
    greeted(anna)
    greeted(olena)
    say(anna, "tylko dla Anny")
    expect(anna.locator("#log")).to_contain_text("Jest: tylko dla Anny")
    say(olena, "tylko dla Oleny")
    expect(olena.locator("#log")).to_contain_text("Jest: tylko dla Oleny")
    assert "Anny" not in olena.content()
    assert "Oleny" not in anna.content()


def test_hostile_texts_are_only_texts(stand: Stand, visit: Visit) -> None:
    page = visit(stand.address)
    greeted(page)
    say(page, EVIL)
    say(page, "zły kod")
    expect(page.get_by_role("button", name="<img src=x")).to_be_visible()
    assert conversation(page).count(EVIL) == 2
    assert f"Jest: {EVIL}" in conversation(page)
    assert page.locator("#log img, #log script, #log [onerror]").count() == 0
    assert page.evaluate("document.body.dataset.hacked") is None
    assert page.locator('#log a[href^="javascript"]').count() == 0


@pytest.mark.parametrize(("locale", "width"), [("pl-PL", 320), ("uk-UA", 360), ("en-GB", 360)])
def test_a_narrow_phone_and_large_letters_need_no_sideways_scrolling(
    stand: Stand, visit: Visit, locale: str, width: int
) -> None:
    page = visit(f"{stand.address}/c/kozienice", locale=locale, width=width, height=640)
    greeted(page)
    say(page, "Konstantynopolitańczykowianeczka" * 4 + " https://example.org/" + "bardzo-dlugi-adres-" * 8)
    expect(page.locator("#log")).to_contain_text("Jest: Konstanty")
    sizes = []
    for letters in ("A", "A+", "A++"):
        expect(page.locator("#letters .letters-now")).to_have_text(letters)
        assert sideways(page) == 0
        sizes.append(page.evaluate("parseFloat(getComputedStyle(document.querySelector('.text')).fontSize)"))
        small = page.evaluate(
            "[...document.querySelectorAll('button, .key, .phone, .languages a')].filter(b => b.offsetParent"
            " && (b.offsetHeight < 44 || b.offsetWidth < 40)).map(b => b.outerHTML)"
        )
        assert small == []
        page.locator("#letters").click()
    assert sizes == sorted(set(sizes))
    assert sizes[0] >= 17
    page.locator("#letters").click()
    page.reload()
    expect(page.locator("#letters .letters-now")).to_have_text("A+")  # remembered


@pytest.mark.parametrize(("width", "height"), [(640, 400), (320, 256), (800, 360)])
def test_zoomed_or_sideways_the_way_out_stays_in_reach(stand: Stand, visit: Visit, width: int, height: int) -> None:
    page = visit(f"{stand.address}/c/kozienice", width=width, height=height)  # 1280 × 800 at 200 %, × 1024 at 400 %
    greeted(page)
    say(page, "dzień dobry")
    expect(page.locator("#log")).to_contain_text("Jest: dzień dobry")
    assert sideways(page) == 0
    way_out = page.get_by_role("button", name="Szybkie wyjście")
    expect(way_out).to_be_in_viewport(ratio=1)
    page.locator("#letters").click()  # fails when something lies over it
    expect(page.locator("#letters .letters-now")).to_have_text("A+")
    way_out.click()
    page.wait_for_url("https://www.google.com/")


@pytest.mark.parametrize(
    ("locale", "scheme"),
    [
        ("pl-PL", "light"),
        ("uk-UA", "dark"),
        *(pytest.param(*each, marks=pytest.mark.slow) for each in (("pl-PL", "dark"), ("uk-UA", "light"))),
        *(pytest.param("en-GB", scheme, marks=pytest.mark.slow) for scheme in ("light", "dark")),
    ],
)
def test_axe_finds_nothing(stand: Stand, visit: Visit, locale: str, scheme: str) -> None:
    page = visit(f"{stand.address}/c/kozienice", locale=locale, color_scheme=scheme)
    greeted(page)
    for text in ("zdjęcie", "mapa", "kontakt", "film", "album", "ankieta", "ankieta kilka", "klawiatura"):
        say(page, text)
    expect(page.locator("#keyboard .key")).to_have_count(3, timeout=20_000)
    page.locator(".poll").first.get_by_role("button", name="W sobotę").click()
    expect(page.locator(".poll-results")).to_be_visible()
    expect(page.locator("#waiting .row")).to_have_count(0)
    found = Axe().run(page, options=WCAG)
    assert found.violations_count == 0, found.generate_report()
    page.evaluate(
        "document.getElementById('alert-text').textContent = 'x'; document.getElementById('alert').showModal()"
    )
    found = Axe().run(page, options=WCAG)
    assert found.violations_count == 0, found.generate_report()


def test_axe_finds_nothing_on_the_stage(stage: Stand, visit: Visit) -> None:
    page = visit(f"{stage.address}/stage?left=anna&right=olena", width=1280)
    for name in ("Anna Przykładowa", "Олена Прикладна"):
        expect(page.frame_locator(f'iframe[title="{name}"]').locator("#log")).to_contain_text("Dzień dobry!")
    found = Axe().run(page, options=WCAG)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("scheme", ["light", pytest.param("dark", marks=pytest.mark.slow)])
def test_axe_finds_nothing_in_a_group(stage: Stand, visit: Visit, scheme: str) -> None:
    page = visit(f"{stage.address}/stage/as/anna/g/wzgorze/", width=360, color_scheme=scheme, reduced_motion="reduce")
    say(page, "/ankieta kilka")
    expect(page.locator(".poll")).to_be_visible()
    page.get_by_text("Prowadzenie grupy").click()
    page.get_by_role("button", name="Okienko pomaga prowadzić").click()
    expect(page.locator("#note")).to_have_text("Gotowe.")
    found = Axe().run(page, options=WCAG)
    assert found.violations_count == 0, found.generate_report()
    assert sideways(page) == 0


def test_albums_videos_and_captions(stand: Stand, visit: Visit) -> None:
    page = visit(stand.address, width=360)
    greeted(page)
    say(page, "album")
    say(page, "film")
    expect(page.locator(".album .row")).to_have_count(3)
    expect(page.locator("#log video")).to_have_count(1)
    assert page.locator("#log video").get_attribute("src").startswith("/chat/file/")  # type: ignore[union-attr]
    page.locator("#field").fill("nasz piknik")
    files = [
        {"name": "a.png", "mimeType": "image/png", "buffer": PIXEL},
        {"name": "b.mp4", "mimeType": "video/mp4", "buffer": FILM},
    ]
    page.locator("#picker").set_input_files(files)  # type: ignore[arg-type]
    expect(page.locator(".album.mine .row")).to_have_count(2)
    expect(page.locator(".album.mine")).to_contain_text("nasz piknik")
    expect(page.locator("#field")).to_have_value("")
    expect(page.locator("#waiting .row")).to_have_count(0)
    captions = [u["message"].get("caption") for u in stand.seen if "media_group_id" in u.get("message", {})]
    assert captions == ["nasz piknik", None]
    page.locator("#field").fill("a" * 1025)
    page.locator("#picker").set_input_files(files[:1])  # type: ignore[arg-type]
    expect(page.locator("#note")).to_contain_text("1024 znaki")
    expect(page.locator("#field")).to_have_value("a" * 1025)  # nothing went without its words
    expect(page.locator(".mine .photo")).to_have_count(2)
    assert page.locator(".day").count() == 1
    assert sideways(page) == 0


def test_choosing_in_polls(stand: Stand, visit: Visit) -> None:
    page = visit(stand.address)
    greeted(page)
    say(page, "ankieta")
    poll = page.get_by_role("group", name="Kiedy gry terenowe?")
    poll.get_by_role("button", name="W niedzielę").press("Enter")
    expect(poll.locator(".own")).to_contain_text("W niedzielę")
    expect(poll.locator(".own")).to_contain_text("100")
    poll.get_by_role("button", name="Cofnij wybór").click()
    expect(poll.get_by_role("button", name="W sobotę")).to_be_visible()
    say(page, "ankieta kilka")
    second = page.locator(".poll").nth(1)
    second.get_by_label("W sobotę").check()
    second.get_by_label("W środę po szkole").check()
    second.get_by_role("button", name="Wyślij wybór").click()
    expect(second.locator(".own")).to_have_count(2)
    stand.call(
        "stopPoll",
        chat_id=stand.seen[0]["message"]["chat"]["id"],
        message_id=int(second.locator("..").locator("..").get_attribute("data-id") or 0),
    )
    expect(second).to_contain_text("Ankieta jest zakończona.")
    expect(second.get_by_role("button")).to_have_count(0)


def test_neighbours_in_a_group_on_the_stage(stage: Stand, visit: Visit) -> None:
    anna = visit(f"{stage.address}/stage/as/anna/", width=360)
    greeted(anna)
    anna.get_by_role("link", name="Wzgórze: sąsiedzi").click()
    anna.wait_for_url("**/g/wzgorze/")
    expect(anna.locator(".service").first).to_contain_text("W grupie od teraz")
    olena = visit(f"{stage.address}/stage/as/olena/g/wzgorze/")
    say(anna, "Kto idzie na piknik?")
    expect(olena.locator("#log .sender")).to_have_text("Anna Przykładowa")
    stage.call("sendMessage", chat_id=GROUPS[0].chat_id, text="Piknik w sobotę!")
    for page in (anna, olena):
        expect(page.locator("#log")).to_contain_text("Piknik w sobotę!")
    assert sideways(anna) == 0
    stage.run(stage.messenger.people.permit(5001, GROUPS[0].chat_id, can_send_messages=False))
    olena.reload()
    expect(olena.locator("#state")).to_have_text("Тут можна лише читати.")
    expect(olena.locator("#form")).to_be_hidden()


def test_a_long_answer_is_read_from_its_beginning(stand: Stand, visit: Visit) -> None:
    page = visit(stand.address, height=640, reduced_motion="reduce")
    greeted(page)
    say(page, "co jest dla seniora?")
    expect(page.locator("#log")).to_contain_text("Jest: co jest")
    chat = stand.seen[0]["message"]["chat"]["id"]
    stand.call(
        "sendMessage", chat_id=chat, text="\n".join(["Początek karty", *"abcdefghijklmnoprstuwxyz", "Koniec karty"])
    )
    expect(page.get_by_text("Początek karty")).to_be_in_viewport()  # its bubble; and what came before it:
    expect(page.locator("#newer")).to_be_visible()
    expect(page.get_by_text("Jest: co jest")).to_be_in_viewport()
    page.locator("#newer").click()
    expect(page.locator("#newer")).to_be_hidden()
    expect(page.locator("#log .foot").last).to_be_in_viewport()
    expect(page.get_by_text("Jest: co jest")).not_to_be_in_viewport()
    page.mouse.move(200, 300)
    page.mouse.wheel(0, -900)
    expect(page.locator("#newer")).to_be_visible()
    before = page.evaluate("scrollY")
    stand.call("sendMessage", chat_id=chat, text="nie przeszkadza w czytaniu")
    expect(page.locator("#log")).to_contain_text("nie przeszkadza")
    assert page.evaluate("scrollY") == before


def test_keyboard_alone_is_enough(stand: Stand, visit: Visit) -> None:
    page = visit(stand.address)
    greeted(page)
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.locator("#field").focus()
    page.keyboard.type("pierwszy wiersz")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("drugi wiersz")
    page.keyboard.press("Enter")
    expect(page.locator("#log")).to_contain_text("Jest: pierwszy wiersz\ndrugi wiersz", use_inner_text=True)
    expect(page.locator("#field")).to_be_focused()
    log = page.get_by_role("log")
    expect(log).to_have_attribute("aria-live", "polite")


def test_days_are_named_as_people_name_them(now_stand: Stand, visit: Visit) -> None:
    for locale, today in (("pl-PL", "dzisiaj"), ("uk-UA", "сьогодні"), ("en-GB", "today")):
        page = visit(now_stand.address, locale=locale)
        greeted(page)
        assert page.locator(".day").all_inner_texts() == [today]
        names = page.evaluate(
            """async ([language]) => {
              const { dayName } = await import('/static/webchat/messages.js');
              const now = new Date('2026-11-23T23:30:00Z'); // already the 24th in Poland
              return ['2026-11-23T12:00:00Z', '2026-11-20T12:00:00Z', '2025-01-02T12:00:00Z']
                .map((day) => dayName(new Date(day), language, now));
            }""",
            [locale[:2]],
        )
        assert "2026" not in names[1]
        assert "2025" in names[2]
        if locale == "pl-PL":
            assert names == ["wczoraj", "piątek, 20 listopada", "czwartek, 2 stycznia 2025"]
