"""Taps, cards, questions and everything that is not text."""

from collections.abc import Callable

import pytest
from aiogram.methods import AnswerCallbackQuery, EditMessageText, SendMessage

from bot.catalogue.library import Library
from bot.handlers.buttons import OpenCard, OpenFee
from bot.handlers.card import card_text
from bot.texts import texts
from tests.conversations.people import Person, Stage, bad_request


async def test_menu_shelf_card_fee_and_back(resident: Person) -> None:
    await resident.says("/start")
    (shelf,) = await resident.taps("Dom i codzienność")
    assert "Koszalin" in shelf
    (card,) = await resident.taps("Złota Rączka")
    assert "20%" in card or "20 %" in card
    (fee,) = await resident.taps("Kto nie płaci")
    assert fee.count("•") == 11
    assert "Centrum" in fee
    (card_again,) = await resident.taps("Wróć")
    assert card_again == card
    (shelf_again,) = await resident.taps("Wróć")
    assert shelf_again == shelf
    (menu,) = await resident.taps("Od początku")
    assert "Proszę napisać" in menu


async def test_every_screen_has_a_way_out(resident: Person) -> None:
    await resident.says("/start")
    for shelf in [label for label in resident.buttons if label[0] not in "💬📍🌐🔔🗓📅🗒"]:
        await resident.says("/start")
        await resident.taps(shelf)
        assert any("Od początku" in label for label in resident.buttons)
        await resident.taps(resident.buttons[0])
        assert any("Wróć" in label for label in resident.buttons)
        assert any("człowiekiem" in label for label in resident.buttons)


async def test_few_and_short_buttons(library: Library, resident: Person) -> None:
    for card in library.catalogue.cards("koszalin"):
        await resident.presses(OpenCard(id=card.id).pack())
        assert len(resident.buttons) <= 6
        assert all(len(label) <= 40 for label in resident.buttons)


async def test_every_card_fits_a_message_and_its_buttons_fit_64_bytes(library: Library) -> None:
    for centre in library.catalogue.ids:
        for card in library.catalogue.cards(centre):
            for language in ("pl", "uk", "en"):
                assert len(card_text(texts(), card, language)) < 4096
            for topic in card.service.topics:
                assert len(OpenCard(id=card.id, back=topic.value).pack().encode()) <= 64
                assert len(OpenFee(id=card.id, back=topic.value).pack().encode()) <= 64


async def test_a_card_tells_its_age_and_source(resident: Person) -> None:
    (card,) = await resident.says("złota rączka")
    assert "Źródło" in card
    assert "25 maja 2023" in card
    assert "nie są potwierdzone" in card


async def test_a_tap_changes_the_message_and_answers_the_tap_first(resident: Person) -> None:
    await resident.presses("m")
    answered, edited = resident.stage.recorder.requests[-2:]
    assert isinstance(answered, AnswerCallbackQuery)
    assert isinstance(edited, EditMessageText)


@pytest.mark.parametrize("words", ["message to edit not found", "message can't be edited"])
async def test_a_button_on_a_message_too_old_to_change_is_answered_with_a_new_one(resident: Person, words: str) -> None:
    resident.stage.recorder.refuse = lambda m: bad_request(m, words) if isinstance(m, EditMessageText) else None
    (menu,) = await resident.presses("m")
    assert "Proszę napisać" in menu
    assert isinstance(resident.stage.recorder.requests[-1], SendMessage)


async def test_a_second_tap_on_the_same_button_is_no_error(
    resident: Person, log_lines: list[dict[str, object]]
) -> None:
    words = "message is not modified: specified new message content and reply markup are exactly the same"
    resident.stage.recorder.refuse = lambda m: bad_request(m, words) if isinstance(m, EditMessageText) else None
    await resident.presses("m")
    assert not [line for line in log_lines if line["log_level"] in ("warning", "error")]


@pytest.mark.parametrize(
    "data", ["", "x", "k|", "k|koszalin/nie-ma|", "t:nie-ma", "c:warszawa:0", "l:fr", "f|x|y", "k", "🙂", "m:" * 30]
)
async def test_an_old_or_forged_button_gets_an_answer(resident: Person, data: str) -> None:
    await resident.presses(data)
    requests = resident.stage.recorder.requests
    assert isinstance(requests[-2], AnswerCallbackQuery)
    assert isinstance(requests[-1], EditMessageText | SendMessage)


async def test_another_town_s_cards_never_answer(mother: Person, library: Library) -> None:
    for question in ("złota rączka", "logopeda", "wypożyczalnia sprzętu", "klub seniora", "mediacje"):
        await mother.says(question)
        packed = [b.callback_data for row in mother.screen.reply_markup.inline_keyboard for b in row]
        assert not [data for data in packed if data and data.startswith("k|") and "starachowice/" not in data]


async def test_talk_to_a_person_shows_only_what_is_confirmed(resident: Person, mother: Person) -> None:
    await resident.says("/pomoc")
    (koszalin,) = await resident.taps("człowiekiem")
    assert "nie potwierdziło" in koszalin
    assert "94 316" not in koszalin
    await mother.says("/pomoc")
    (starachowice,) = await mother.taps("людиною")
    assert "533 848 489" in starachowice


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ({"voice": {"file_id": "a", "file_unique_id": "a", "duration": 3}}, "Nagrań"),
        ({"photo": [{"file_id": "a", "file_unique_id": "a", "width": 1, "height": 1}]}, "Zdjęć"),
        ({"photo": [{"file_id": "a", "file_unique_id": "a", "width": 1, "height": 1}], "caption": "fryzjer"}, "Zdjęć"),
        (
            {
                "sticker": {
                    "file_id": "a",
                    "file_unique_id": "a",
                    "type": "regular",
                    "width": 1,
                    "height": 1,
                    "is_animated": False,
                    "is_video": False,
                }
            },
            "🙂",
        ),
        ({"document": {"file_id": "a", "file_unique_id": "a"}}, "Plików"),
        ({"contact": {"phone_number": "600", "first_name": "A"}}, "numeru"),
        ({"location": {"latitude": 1, "longitude": 1}}, "mapie"),
        ({"dice": {"emoji": "🎲", "value": 3}}, "Tego nie umiem"),
    ],
)
async def test_what_is_not_text_gets_a_sensible_sentence(
    resident: Person, content: dict[str, object], words: str
) -> None:
    (said,) = await resident.sends(**content)
    assert words in said


async def test_service_messages_need_no_answer(resident: Person) -> None:
    assert await resident.sends(delete_chat_photo=True) == []


async def test_commands_work_in_three_languages(resident: Person) -> None:
    for command, words in (
        ("/pomoc", "Jak korzystać"),
        ("/help", "Jak korzystać"),
        ("/prywatnosc", "RODO"),
        ("/centrum", "miejscowość"),
        ("/jezyk", "języku"),
        ("/nieznane", "Jak korzystać"),
    ):
        (said,) = await resident.says(command)
        assert words in said


async def test_an_edited_question_is_answered_again(resident: Person) -> None:
    message = {
        "message_id": 1,
        "date": 1,
        "edit_date": 2,
        "chat": resident.chat,
        "from": resident.user,
        "text": "fryzjer",
    }
    requests = await resident.stage.deliver(edited_message=message)
    assert "fryzjer" in requests[0].text.lower()


async def test_in_a_group_the_bot_is_silent_until_it_is_meant(stage: Stage, newcomer: Callable[..., Person]) -> None:
    person = newcomer()
    group = {"id": -100, "type": "group", "title": "Osiedle"}

    async def says(text: str, **more: object) -> list[object]:
        message = {"message_id": 5, "date": 1, "chat": group, "from": person.user, "text": text, **more}
        return list(await stage.deliver(message=message))

    assert await says("mąż mnie bije") == []
    mention = [{"type": "mention", "offset": 0, "length": 11}]
    (reply,) = await says("@OkienkoBot mąż mnie bije", entities=mention)
    assert isinstance(reply, SendMessage)
    assert "bije" not in reply.text
    assert reply.reply_markup.inline_keyboard[0][0].url.startswith("https://t.me/OkienkoBot")
    assert await says("@InnyBot hej", entities=[{"type": "mention", "offset": 0, "length": 8}]) == []
    command = [{"type": "bot_command", "offset": 0, "length": 6}]
    assert len(await says("/start", entities=command)) == 1
