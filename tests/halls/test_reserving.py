"""A room reserved, answered, changed, given back; a desk taken; outsiders and second taps told the truth."""

from datetime import date

from bot.clock import SteppedClock
from tests.conversations.people import Person
from tests.events.conftest import Postman
from tests.halls.conftest import THURSDAY, House


async def test_a_hall_from_the_first_tap_to_the_keepers_yes(house: House, resident: Person, postman: Postman) -> None:
    (text, *_) = await resident.says("/sala")
    assert "Co zarezerwować?" in text
    (text, *_) = await resident.taps("sala spotkań")
    assert "pn–sob 9:00–20:00" in text
    assert "Potrzebna zgoda" in text
    await resident.taps("czw 26.11")
    await resident.taps("17:00")
    (text, *_) = await resident.taps("19:00")
    assert "Po co?" in text
    (text, *_) = await resident.says("zebranie koła")
    assert "czwartek 26 listopada, 17:00–19:00" in text
    assert "zebranie koła" in text
    assert await house.held() == []
    (text, *_) = await resident.taps("Wysłać prośbę")
    assert "Czeka na zgodę" in text
    assert "Odpowiedź do: czwartek 26 listopada, 16:00" in text
    assert await house.hours() == ["26.11 17:00–19:00"]
    sent = await postman.round()
    assert [(each.chat_id, "Nowa prośba o salę" in each.call.arguments["text"]) for each in sent] == [
        (house.keeper.id, True)
    ]
    assert "zebranie" not in sent[0].call.arguments["text"]
    data = sent[0].call.arguments["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    (text, *_) = await house.keeper.presses(data)
    assert "osoba prywatna" in text
    assert "zebranie koła" in text
    (text, *_) = await house.keeper.taps("Zgoda")
    assert "Zarezerwowane" in text
    (told,) = await postman.round()
    assert told.chat_id == resident.id
    assert "Centrum się zgadza" in told.call.arguments["text"]
    assert "zebranie" not in told.call.arguments["text"]


async def test_a_no_with_a_reason_frees_the_time(house: House, resident: Person, postman: Postman) -> None:
    number = await house.reserves(resident, THURSDAY, 17, 19)
    await house.keeper.presses(f"hc:{number}:no:0")
    (text, *_) = await house.keeper.says("Wtedy jest malowanie.")
    assert "nie może dać" in text
    assert await house.held() == []
    sent = await postman.round()
    assert "Wtedy jest malowanie." in sent[-1].call.arguments["text"]
    # The second keeper's old button is told what the first one said.
    (text, *_) = await house.keeper.presses(f"hc:{number}:yes:0")
    assert "już odpowiedział" in text
    assert "nie może dać" in text
    assert await house.held() == []


async def test_a_request_lapses_and_both_are_told(
    house: House, resident: Person, postman: Postman, clock: SteppedClock
) -> None:
    await house.reserves(resident, date(2026, 12, 10), 17, 19)
    await postman.round()
    clock.forward(days=3, hours=5)
    assert await house.lapses() == 0
    clock.forward(hours=1, minutes=1)
    assert await house.lapses() == 1
    assert await house.lapses() == 0
    assert await house.held() == []
    sent = await postman.round()
    texts = {each.chat_id: each.call.arguments["text"] for each in sent}
    assert "nie odpowiedziało na czas, przepraszamy" in texts[resident.id]
    assert "nikt nie odpowiedział na czas" in texts[house.keeper.id]
    assert len(sent) == 2
