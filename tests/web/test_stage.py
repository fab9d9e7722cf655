"""The demo's stage: there only when it was asked for, and only for a browser on this machine."""

import httpx
import pytest
from starlette.applications import Starlette

from bot.messenger.web.stage import Stage, StagePerson
from tests.web.stand import Stand
from tests.web.visitors import Visitor, live, says, texts_of

ADDRESSES = ["/stage", "/stage/gone", "/stage/as/anna/", "/stage/as/anna/chat/here", "/stage/as/anna/chat/events"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_without_a_stage_its_addresses_do_not_exist(stand: Stand, address: str) -> None:
    with Visitor(stand.address) as anna:
        assert anna.get(address).status_code == 404
        assert anna.post("/stage/as/anna/chat/open", json={}).status_code in (404, 405)
    assert not [route for route in stand.chat.routes() if "stage" in getattr(route, "path", "")]


@pytest.mark.parametrize(
    "host", ["okienko.example", "evil.example:80", "127.0.0.1.evil.example", "10.0.0.7", "", "[::2]"]
)
@pytest.mark.parametrize("address", ADDRESSES)
def test_a_foreign_name_for_this_machine_finds_no_stage(stage: Stand, address: str, host: str) -> None:
    with Visitor(stage.address) as anna:
        assert anna.get(address, headers={"Host": host}).status_code == 404
        assert anna.post("/stage/as/anna/chat/open", json={}, headers={"Host": host}).status_code == 404


def test_another_machine_finds_no_stage(stage: Stand) -> None:
    async def ask(client: tuple[str, int]) -> list[int]:
        transport = httpx.ASGITransport(Starlette(routes=stage.chat.routes()), client=client)
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as far:
            return [(await far.get(address)).status_code for address in ADDRESSES[:4]]

    for client in [("192.168.1.20", 5), ("10.0.0.1", 5), ("2001:db8::1", 5), ("::ffff:10.0.0.1", 5)]:
        assert stage.run(ask(client)) == [404] * 4
    assert stage.run(ask(("127.0.0.1", 5))) == [200, 200, 200, 401]


def test_each_person_of_the_stage_has_a_chat_of_their_own(stage: Stand) -> None:
    with Visitor(stage.address, "/stage/as/anna") as anna, Visitor(stage.address, "/stage/as/olena") as olena:
        assert anna.begin()["me"] == 5001
        assert olena.begin()["me"] == 5002
        anna.say("dzień dobry, tu Anna")
        anna.events(says("Jest: dzień dobry, tu Anna"))
        assert "dzień dobry, tu Anna" not in texts_of(olena.events(live))
        assert '<html lang="uk">' in olena.get("/stage/as/olena/").text
        assert anna.get("/stage/as/nobody/").status_code == 404
        assert anna.post("/stage/as/nobody/chat/open", json={}).status_code == 401
        assert "okienko" not in anna.cookies
    assert {"/start c-koszalin", "/start c-starachowice"} <= set(stage.texts_seen())


def test_the_stage_shows_two_side_by_side(stage: Stand) -> None:
    with Visitor(stage.address) as browser:
        page = browser.get("/stage?left=anna&right=olena").text
        assert 'src="/stage/as/anna/"' in page
        assert 'src="/stage/as/olena/"' in page
        assert "Biuro" in page
        assert browser.get("/stage").text.count("<iframe") == 2  # two roles at once, unasked
        assert "<iframe" not in browser.get("/stage?left=nobody").text


def test_a_person_of_the_stage_can_leave_and_return_to_an_empty_chat(stage: Stand) -> None:
    with Visitor(stage.address, "/stage/as/anna") as anna:
        anna.begin()
        anna.say("to znika")
        anna.events(says("Jest: to znika"))
        assert anna.post("/stage/as/anna/chat/leave").status_code == 204
        anna.begin()
        assert "to znika" not in texts_of(anna.events(says("Dzień dobry!")))


def test_a_name_that_cannot_stand_in_an_address_is_refused() -> None:
    with pytest.raises(ValueError, match="address"):
        Stage([StagePerson("../x", "X", "Y", None, "pl", 1)])
