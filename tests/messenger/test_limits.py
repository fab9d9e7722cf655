"""The sending limits, by a clock that moves only when told."""

import pytest

from bot.clock import SteppedClock
from bot.messenger import Limits
from bot.storage import Database
from tests.messenger.stand import BOT_ID, Stand, stand_of


def _later(seconds: int) -> dict[str, object]:
    return {
        "ok": False,
        "error_code": 429,
        "description": f"Too Many Requests: retry after {seconds}",
        "parameters": {"retry_after": seconds},
    }


async def _send(stand: Stand, chat_id: int) -> dict[str, object]:
    answer = await stand.ask("sendMessage", chat_id=chat_id, text="x")
    return answer if not answer["ok"] else {"ok": True}


async def test_one_a_second_to_a_chat(database: Database, clock: SteppedClock) -> None:
    async with stand_of(database, clock, limits=Limits()) as stand:
        anna, jan = await stand.visitor(), await stand.visitor()
        sent = await stand.call("sendMessage", chat_id=anna, text="raz")
        assert await _send(stand, anna) == _later(1)
        assert await _send(stand, jan) == {"ok": True}
        clock.forward(seconds=0.999)
        edit = {"chat_id": anna, "message_id": sent["message_id"], "text": "dwa"}
        assert await stand.ask("editMessageText", **edit) == _later(1)
        clock.forward(seconds=0.001)
        # What was refused did not count, and what is no message does not.
        assert (await stand.ask("editMessageText", **edit))["ok"]
        assert (await stand.ask("deleteMessage", chat_id=anna, message_id=sent["message_id"]))["ok"]
        assert (await stand.ask("sendChatAction", chat_id=anna, action="typing"))["ok"]
        assert await _send(stand, anna) == _later(1)


async def test_thirty_a_second_in_all(database: Database, clock: SteppedClock) -> None:
    async with stand_of(database, clock, limits=Limits()) as stand:
        people = [await stand.visitor() for _ in range(31)]
        for person in people[:15]:
            assert await _send(stand, person) == {"ok": True}
        clock.forward(seconds=0.5)
        for person in people[15:30]:
            assert await _send(stand, person) == {"ok": True}
        assert await _send(stand, people[30]) == _later(1)
        clock.forward(seconds=0.5)
        assert await _send(stand, people[30]) == {"ok": True}


async def test_twenty_a_minute_to_a_group(database: Database, clock: SteppedClock) -> None:
    async with stand_of(database, clock, limits=Limits()) as stand:
        anna = await stand.visitor()
        group = await stand.people.create_group("Piknik", anna)
        await stand.people.add_member(anna, group, BOT_ID)
        for _ in range(20):
            assert await _send(stand, group) == {"ok": True}
            clock.forward(seconds=2)
        assert await _send(stand, group) == _later(20)
        clock.forward(seconds=20)
        assert await _send(stand, group) == {"ok": True}


@pytest.mark.parametrize("limits", [Limits(enabled=False), Limits(scale=60)])
async def test_switched_off_or_scaled(database: Database, clock: SteppedClock, limits: Limits) -> None:
    async with stand_of(database, clock, limits=limits) as stand:
        anna = await stand.visitor()
        for _ in range(5):
            assert await _send(stand, anna) == {"ok": True}
            clock.forward(seconds=1 / 60)
        assert await _send(stand, anna) == {"ok": True}
        assert (await _send(stand, anna) == {"ok": True}) is not limits.enabled
