"""Too many messages at once: one sentence, then silence, and after a minute all is well. Danger always gets through."""

from bot.clock import SteppedClock
from bot.people.flood import MOST
from tests.conversations.people import Person


async def test_a_flood_gets_one_sentence_and_others_none_of_it(
    resident: Person, mother: Person, clock: SteppedClock
) -> None:
    while "nie nadążam" not in (said := " ".join(await resident.says("złota rączka"))):
        assert said, "silence before the sentence"
    assert await resident.says("halo") == []
    assert await resident.says("halo") == []
    assert await mother.says("кран")
    shown = await resident.says("chcę się zabić")
    assert any("116 123" in text or "112" in text for text in shown)
    clock.forward(minutes=1, seconds=1)
    assert await resident.says("złota rączka")


async def test_an_album_and_a_hurry_pass(resident: Person) -> None:
    for number in range(MOST - 1):  # /start was one
        assert "nie nadążam" not in " ".join(await resident.says(f"pytanie {number}"))
