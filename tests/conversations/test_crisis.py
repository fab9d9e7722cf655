"""Somebody in danger gets numbers at once, in any state, and leaves no trace."""

from collections.abc import Callable
from typing import Any

import pytest
from aiogram.methods import SendContact, SendMessage
from sqlmodel import select

from bot.storage import Database
from bot.storage.tables import Dialogue, IncomingUpdate
from tests.conversations.people import Person, Stage

Newcomer = Callable[..., Person]


async def test_first_words_ever_get_numbers_before_town_language_and_notice(newcomer: Newcomer) -> None:
    person = newcomer()
    (said,) = await person.says("od dawna nie chcę żyć i chyba już wiem, jak to skończyć")
    assert "116 123" in said
    assert "800 70 2222" in said
    assert "Teraz nikt z Centrum tego nie czyta" in said
    assert "miejscowość" not in said
    assert "PESEL" not in said
    (message, contact) = person.stage.recorder.requests
    assert isinstance(message, SendMessage)
    assert message.reply_markup is None
    assert isinstance(contact, SendContact)


@pytest.mark.parametrize(
    ("words", "number", "language_of_answer"),
    [
        ("moj maz mnie bije kiedy wypije", "800 120 002", "nikt z Centrum"),
        ("чоловік б'є мене щодня, не знаю, куди йти", "800 120 002", "ніхто з Центру"),
        ("муж избивает меня каждый день", "800 120 002", "ніхто з Центру"),
        ("my husband hits me every day", "800 120 002", "Nobody at the Centre"),
        ("wyrzucili mnie z mieszkania, jest minus 12, a ja nie mam gdzie spać", "112", "nikt z Centrum"),
        ("slysze glosy ktore kaza mi skrzywdzic siostre", "112", "nikt z Centrum"),
        ("mam 13 lat i tne sie", "116 111", "nikt z Centrum"),
    ],
)
async def test_the_right_number_in_the_language_of_the_words(
    resident: Person, words: str, number: str, language_of_answer: str
) -> None:
    (said,) = await resident.says(words)
    assert number in said
    assert language_of_answer in said


async def test_in_a_half_written_form_and_in_any_state(resident: Person, database: Database) -> None:
    async with database.transaction() as session:
        session.add(
            Dialogue(
                channel="telegram", chat_id=resident.id, user_id=resident.id, state="callback:number",
                data={"name": "A"}, changed_at=resident.stage.sender._clock(),
            )
        )  # fmt: skip
    (said,) = await resident.says("600 100 200 ale i tak chcę umrzeć")
    assert "116 123" in said
    async with database.session() as session:
        (dialogue,) = (await session.exec(select(Dialogue))).all()
    assert (dialogue.state, dialogue.data) == ("callback:number", {"name": "A"})  # the form waits


async def test_captions_and_corrections_count(resident: Person) -> None:
    photo = [{"file_id": "a", "file_unique_id": "a", "width": 1, "height": 1}]
    (said,) = await resident.sends(photo=photo, caption="mąż mnie bije")
    assert "800 120 002" in said
    edited = {
        "message_id": 1, "date": 1, "edit_date": 2, "chat": resident.chat, "from": resident.user,
        "text": "chcę się zabić",
    }  # fmt: skip
    (message, _contact) = await resident.stage.deliver(edited_message=edited)
    assert "116 123" in message.text


async def test_no_trace(resident: Person, database: Database, log_lines: list[dict[str, Any]]) -> None:
    await resident.says("chcę się zabić")
    await resident.says("złota rączka")  # its transaction forgets the answers to the words before
    await resident.stage.sender.close()
    assert "zabić" not in repr(log_lines)
    async with database.session() as session:
        kept = [
            *[row.data for row in (await session.exec(select(Dialogue))).all()],
            *[row.replies for row in (await session.exec(select(IncomingUpdate))).all()],
        ]
    assert "zabić" not in repr(kept)
    assert "116 123" not in repr(kept)


@pytest.mark.parametrize(
    "words", ["umieram z nudów", "czym zabić mrówki", "zabić czas z dzieckiem", "matma mnie zabija"]
)
async def test_look_alikes_are_answered_as_questions(resident: Person, words: str) -> None:
    said = await resident.says(words)
    assert "116 123" not in "".join(said)
    assert resident.buttons


async def test_on_the_page_no_contact_is_needed(stage: Stage, newcomer: Newcomer) -> None:
    person = newcomer()
    person.channel = "web"
    stage.intake.serve("web", stage.intake._bots["telegram"])
    await person.says("chcę się zabić")
    assert [type(request) for request in stage.recorder.requests] == [SendMessage]
