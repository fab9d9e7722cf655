"""The staff's console over HTTP: who gets in, what they see there, and who stays outside."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from sqlmodel import select

from bot.clock import SteppedClock
from bot.console import staff_chat_id
from bot.people import console
from bot.storage.tables import AuditEntry, Role, StaffRoom
from tests.web.axe import checked
from tests.web.console_browser import Browser, Town
from tests.web.rehearsal import Rehearsal
from tests.web.visitors import Visitor

pytestmark = pytest.mark.timeout(400)  # a whole Okienko, also on a machine that does other things
Visit = Callable[..., Page]
PATIENCE = 30_000
"""Milliseconds."""
HERE, ELSEWHERE = "koszalin", "starachowice"
ROOM, FOREIGN = f"/g/{staff_chat_id(HERE)}", f"/g/{staff_chat_id(ELSEWHERE)}"
ENDED = "Ta sesja jest zakończona. Proszę wejść jeszcze raz."


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Rehearsal, Town]]:
    """One Okienko for all tests here: its clock only goes on."""
    folder, clock = tmp_path_factory.mktemp("console"), SteppedClock(datetime(2026, 11, 23, 9, 0, tzinfo=UTC))
    with Rehearsal(folder, clock) as running:
        yield running, Town(folder, clock)


@pytest.fixture
def clerk(town: tuple[Rehearsal, Town]) -> Iterator[tuple[Browser, int]]:
    """A clerk of Koszalin who is in, and the account."""
    running, outside = town
    account = outside.hire(HERE)
    with Browser(running.address) as browser:
        assert browser.come_in(key=outside.link(account, HERE)).status_code == 200
        yield browser, account


def test_a_link_lets_in_once_and_the_cookie_is_strict(town: tuple[Rehearsal, Town]) -> None:
    running, outside = town
    link = outside.link(outside.hire(HERE), HERE)
    with Browser(running.address) as browser, Browser(running.address) as second:
        answer = browser.come_in(key=link)
        assert answer.json() == {"to": "/personel/czat/"}
        cookie = browser.given.lower()
        for wanted in ("secure", "httponly", "samesite=strict", "path=/personel"):
            assert wanted in cookie
        assert "max-age" not in cookie
        assert answer.headers["cache-control"] == "no-store"
        page = browser.get("/personel/czat/")
        assert (page.status_code, page.headers["cache-control"]) == (200, "no-store")
        assert "Moje wejście: Anna K." in page.text
        assert "Wyloguj" in page.text
        assert "Szybkie wyjście" not in page.text
        used = second.come_in(key=link)
        assert (used.status_code, second.given) == (403, "")
        assert used.json()["sentence"] == "Ten link był już użyty. Proszę poprosić o nowy."
        assert second.get("/personel/czat/").status_code == 303


def test_an_expired_link_and_one_that_never_was(town: tuple[Rehearsal, Town]) -> None:
    running, outside = town
    link = outside.link(outside.hire(HERE), HERE)
    outside.clock.forward(hours=24)
    with Browser(running.address) as browser:
        assert "24 godzinach" in browser.come_in(key=link).json()["sentence"]
        assert browser.come_in(key="x" * 43).status_code == 403
        assert browser.come_in(key="").status_code == 403
        assert browser.get(f"/personel/{link}").status_code == 404  # never in an address


@pytest.mark.parametrize("cookie", ["", "okienko_staff=", "okienko_staff=abc", "okienko_staff=%00", "okienko=x.y"])
def test_without_a_session_there_is_nothing(town: tuple[Rehearsal, Town], cookie: str) -> None:
    with Browser(town[0].address, Cookie=cookie) as browser:
        for place in ("", ROOM, f"{ROOM}/t/1"):
            assert browser.get(f"/personel/czat{place}/").status_code == 303
            for asked in ("here", "topics", "events", "file/x"):
                assert browser.get(f"/personel/czat{place}/chat/{asked}").status_code == 401
            for asked in ("open", "send", "press", "edit", "react", "read", "upload"):
                assert browser.ask(asked, place, text="x", key="abcd").status_code == 401
        assert browser.post("/personel/haslo", json={"password": "trzy zielone parasole"}).status_code == 401


def test_a_tampered_cookie_and_a_residents_are_refused(
    town: tuple[Rehearsal, Town], clerk: tuple[Browser, int]
) -> None:
    running, _ = town
    good = str(clerk[0].headers["Cookie"])
    with Visitor(running.address) as resident:
        resident.begin(HERE)
        for cookie in (good[:-1], good + "A", good.upper(), f"okienko_staff={resident.cookies['okienko']}"):
            with Browser(running.address, Cookie=cookie) as browser:
                assert browser.topics(ROOM).status_code == 401
                assert browser.ask("open").status_code == 401
        # Neither does the public page lead there.
        assert resident.get(f"/g/{staff_chat_id(HERE)}/").status_code == 404
        assert resident.get(f"/personel/czat{ROOM}/").status_code == 303


def test_the_staff_room_is_the_centres_own(town: tuple[Rehearsal, Town], clerk: tuple[Browser, int]) -> None:
    running, outside = town
    mine, _ = clerk
    assert mine.ask("open", ROOM).json()["writable"] is False  # a list is no place to write in
    assert mine.ask("open", f"{ROOM}/t/1").json()["writable"] is True
    assert [line["id"] for line in mine.topics(ROOM).json()["topics"]][:1] == [1]
    assert "Personel: Koszalin" in mine.get(f"/personel/czat{ROOM}/").text
    assert mine.ask("send", f"{ROOM}/t/1", text="dzień dobry wszystkim", key="k-1-a").status_code == 200
    for place in (FOREIGN, f"{FOREIGN}/t/1", "/g/-1", "/g/-2000000001"):
        assert mine.get(f"/personel/czat{place}/").status_code == 303
        assert mine.topics(place).status_code == 401
        assert mine.ask("send", place, text="x", key="k-2-a").status_code == 401
    with Browser(running.address) as other:
        account = outside.hire(ELSEWHERE)
        assert other.come_in(key=outside.link(account, ELSEWHERE, "Obca")).status_code == 200
        assert other.topics(FOREIGN).status_code == 200
        assert other.topics(ROOM).status_code == 401
    listed = outside.do(_rooms)
    assert (HERE, staff_chat_id(HERE)) in listed  # the desk knows it as the centre's room


async def _rooms(session: object) -> list[tuple[str, int]]:
    found = await session.exec(select(StaffRoom).where(StaffRoom.channel == "web"))  # type: ignore[attr-defined]
    return [(room.centre, room.chat_id) for room in found]


def test_a_lost_role_a_logout_and_idle_hours_end_the_session(
    town: tuple[Rehearsal, Town], clerk: tuple[Browser, int]
) -> None:
    running, outside = town
    mine, account = clerk
    outside.dismiss(account, HERE)
    refused = mine.ask("send", f"{ROOM}/t/1", text="x", key="k-3-a")
    assert (refused.status_code, refused.json()["sentence"]) == (401, ENDED)
    with Browser(running.address) as second:
        second.come_in(key=outside.link(outside.hire(HERE), HERE))
        assert second.ask("leave").status_code == 204
        assert second.topics(ROOM).status_code == 401
    with Browser(running.address) as third:
        third.come_in(key=outside.link(outside.hire(HERE), HERE))
        outside.clock.forward(hours=11)
        assert third.ask("open").status_code == 200
        outside.clock.forward(hours=11)
        assert third.topics(ROOM).status_code == 200  # looked at by the page itself: that is nothing done
        outside.clock.forward(hours=1)
        assert third.topics(ROOM).status_code == 401


def test_an_open_page_of_who_lost_the_role_hears_nothing_more(
    town: tuple[Rehearsal, Town], clerk: tuple[Browser, int]
) -> None:
    running, outside = town
    mine, account = clerk
    with Browser(running.address) as colleague:
        colleague.come_in(key=outside.link(outside.hire(HERE), HERE, "Celina"))
        with mine.stream("GET", f"/personel/czat{ROOM}/t/1/chat/events?after=0") as answer:
            lines = answer.iter_lines()
            for line in lines:
                if line == "event: live":
                    break
            outside.dismiss(account, HERE)
            assert colleague.ask("send", f"{ROOM}/t/1", text="tylko dla personelu", key="k-9-a").status_code == 200
            rest = "\n".join(lines)
    assert "event: gone" in rest
    assert "tylko dla personelu" not in rest


def test_other_sites_and_too_many_tries(town: tuple[Rehearsal, Town]) -> None:
    running, outside = town
    link = outside.link(outside.hire(HERE), HERE)
    with Browser(running.address, Origin="https://evil.example") as evil:
        assert evil.come_in(key=link).status_code == 403
    outside.clock.forward(hours=2)
    with Browser(running.address) as browser:
        codes = [browser.come_in(name="Anna K.", password="zgaduję").status_code for _ in range(11)]
        assert codes == [403] * 10 + [429]
        outside.clock.forward(minutes=2)
        assert browser.come_in(name="ANNA k.", password="zgaduję").status_code == 429  # the name rests for an hour
        assert browser.come_in(key=link).status_code == 200


def test_a_password_and_what_is_written_down(town: tuple[Rehearsal, Town], clerk: tuple[Browser, int]) -> None:
    running, outside = town
    mine, account = clerk
    outside.do(lambda session: console.call(session, account, "Barbara"))
    short = mine.post("/personel/haslo", json={"password": "krótkie"})
    assert (short.status_code, "12 znaków" in short.json()["sentence"]) == (409, True)
    assert mine.post("/personel/haslo", json={"password": "trzy zielone parasole"}).status_code == 200
    with Browser(running.address) as again:
        assert again.come_in(name="Barbara", password="trzy zielone parasole").status_code == 200
        assert again.topics(ROOM).status_code == 200
        again.ask("leave")

    async def written(session: object) -> list[str]:
        found = await session.exec(  # type: ignore[attr-defined]
            select(AuditEntry).where(AuditEntry.account_id == account).order_by(AuditEntry.id)  # type: ignore[arg-type]
        )
        return [entry.action for entry in found]

    assert outside.do(written) == ["console-in", "console-password", "console-in", "console-out"]


def test_a_clerk_comes_in_by_a_link_in_a_browser(town: tuple[Rehearsal, Town], visit: Visit) -> None:
    running, outside = town
    link = outside.link(outside.hire(HERE), HERE, "Barbara Z.")
    page = visit(f"{running.address}/personel#{link}", width=360, reduced_motion="reduce")
    expect(page.get_by_text("Moje wejście: Barbara Z.")).to_be_visible(timeout=PATIENCE)
    assert page.url == f"{running.address}/personel/czat/"
    page.get_by_role("link", name="Personel: Koszalin").click()
    expect(page.locator("#topic-list a")).not_to_have_count(0, timeout=PATIENCE)
    page.get_by_text("Moje wejście: Barbara Z.").click()
    checked(page, "console-360")
    page.locator("#topic-list a").first.click()
    expect(page.locator("#topic-name")).to_have_text("Ogólne", timeout=PATIENCE)
    page.locator("#field").fill("dzień dobry z konsoli")
    page.locator("#field").press("Enter")
    expect(page.locator("#log .mine").last).to_contain_text("dzień dobry z konsoli", timeout=PATIENCE)
    page.go_back()
    page.go_forward()
    page.get_by_role("button", name="Wyloguj").click()
    expect(page.get_by_role("heading", name="Okienko dla personelu")).to_be_visible(timeout=PATIENCE)
    assert page.url == f"{running.address}/personel"
    checked(page, "login-360")
    page.goto(f"{running.address}/personel/czat/")
    assert page.url == f"{running.address}/personel"
    page.goto(f"{running.address}/personel#{link}")
    expect(page.get_by_role("alert")).to_contain_text("był już użyty", timeout=PATIENCE)
    assert "#" not in page.url


def test_the_stage_offers_the_clerks_console(town: tuple[Rehearsal, Town]) -> None:
    running, _ = town
    room = f"/stage/as/clerk-koszalin/g/personel-{HERE}"
    with Visitor(running.address, f"{room}/t/1") as on_stage:
        assert on_stage.begin()["writable"] is True
        assert "Personel: Koszalin" in on_stage.get(f"{room}/").text
        assert on_stage.get(f"{room}/", headers={"Host": "okienko.example"}).status_code == 404
        assert on_stage.get(f"{room}/chat/topics", headers={"Host": "okienko.example"}).status_code == 404
        outsider = f"/stage/as/resident-74/g/personel-{HERE}/t/1"
        assert on_stage.post(f"{outsider}/chat/open", json={}).status_code == 401


def test_grant_prints_a_link(town: tuple[Rehearsal, Town], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from typer.testing import CliRunner, Result

    from bot.__main__ import app

    running, outside = town
    monkeypatch.setenv("DATABASE_URL", outside.url)
    monkeypatch.setenv("PAGE_URL", running.address)
    monkeypatch.chdir(tmp_path)

    def run(*words: str) -> Result:
        with ThreadPoolExecutor(1) as aside:  # a browser's loop may run in this thread
            return aside.submit(CliRunner().invoke, app, ["grant", *words]).result()

    made = run("new", Role.CLERK, HERE, "--login", "--name", "Zofia")
    assert made.exit_code == 0, made.output
    address, _, _secret = made.output.split()[-1].partition("#")
    assert address == f"{running.address}/personel"
    for wrong in (
        ["new", "clerk", HERE],
        ["abc", "clerk", HERE],
        ["new", "resident", HERE, "--login"],
        ["new", "clerk", "nigdzie", "--login", "--name", "X"],
        ["new", "clerk", HERE, "--login"],
        ["new", "volunteer", HERE, "--login", "--name", "X"],
        ["1", "clerk", HERE, "--login", "--revoke"],
    ):
        refused = run(*wrong)
        assert (refused.exit_code, len(refused.output.strip().splitlines())) == (2, 1), refused.output
