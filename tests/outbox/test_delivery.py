"""From a row to a chat: once, in order, at the right time, and what is written down about it."""

from bot.outbox.states import State
from tests.outbox.stand import Stand


async def test_what_is_owed_arrives_once(stand: Stand) -> None:
    assert await stand.owe(7, "Piknik")
    assert not await stand.owe(7, "Piknik")
    async with stand.delivery():
        (row,) = await stand.until(State.DELIVERED)
    assert stand.server.texts(7) == ["Piknik"]
    assert row.message_ids == [1]
    assert row.payload is None
