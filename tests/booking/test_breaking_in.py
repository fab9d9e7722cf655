"""What a stranger tried around bookings: words that look like codes, guesses in buttons, groups, forged numbers."""

import pytest
from sqlalchemy import func
from sqlmodel import select

from bot.clock import SteppedClock
from bot.places import forgetting
from bot.storage.tables import CodeTry
from tests.booking.conftest import Newcomer, Office
from tests.booking.test_booking import books
from tests.booking.test_own import refused
from tests.conversations.people import Person


async def tries(office: Office) -> int:
    """How many wrong codes are counted."""
    async with office.database.session() as session:
        return (await session.exec(select(func.count()).select_from(CodeTry))).one()


@pytest.mark.parametrize("question", ["800 plus", "500plus", "PIT 2026", "ZUS 2027", "rok 2026", "bus 12ab"])
async def test_what_people_ask_is_no_mistyped_code(resident: Person, lawyer: Office, question: str) -> None:
    said = await resident.says(question)
    assert not any("kodu" in each for each in said), said
    assert await tries(lawyer) == 0


@pytest.mark.parametrize("slip", ["CDF 6HJ0", "K8T 4X7M"])
async def test_a_code_with_one_wrong_letter_is_still_read_as_one(resident: Person, lawyer: Office, slip: str) -> None:
    await resident.says(slip)
    assert await tries(lawyer) == 1


async def test_guesses_in_forged_buttons_are_counted_too(resident: Person, newcomer: Newcomer, lawyer: Office) -> None:
    await books(resident, "czwartek", "9:30")
    (booking,) = await lawyer.bookings()
    outsider = await newcomer()
    for guess in ("CDFGHJK", "CDFGHJM", "CDFGHJN", "CDFGHJP", "CDFGHJR"):
        assert await outsider.presses(f"bx:1:1:{guess}") == []
        assert "Nie ma tu takiego zapisu" in refused(outsider)
    assert await tries(lawyer) == 5
    assert await outsider.presses(f"bx:1:1:{booking.code}") == []
    refused(outsider)
    assert await lawyer.taken() == 1


async def test_counted_guesses_end_with_their_day(resident: Person, lawyer: Office, clock: SteppedClock) -> None:
    await resident.says("CDF GHJK")
    assert await tries(lawyer) == 1
    for hours, left in ((23, 1), (2, 0)):
        clock.forward(hours=hours)
        async with lawyer.database.transaction() as session:
            await forgetting.forget_old(session, clock())
        assert await tries(lawyer) == left


@pytest.mark.parametrize("said", ["/moje", "/zapisy", "odwołuję wizytę", "nie mogę w czwartek", "moje wizyty"])
async def test_a_group_hears_nothing_of_bookings(resident: Person, lawyer: Office, said: str) -> None:
    await books(resident, "czwartek", "9:30")
    content: dict[str, object] = {"text": said}
    if said.startswith("/"):
        content["entities"] = [{"type": "bot_command", "offset": 0, "length": len(said)}]
    chat = {"id": -1001, "type": "supergroup", "title": "Osiedle"}
    message = {"message_id": 5, "date": 1_700_000_000, "chat": chat, "from": resident.user, **content}
    left = await resident.stage.deliver(message=message)
    assert not any("listopada" in str(each) or "9:30" in str(each) for each in left), left


async def test_forged_numbers_end_in_a_sentence(resident: Person, lawyer: Office) -> None:
    huge = 10**30
    for data in (
        "bd:::0:999999:0:0:", "bd:::0:abc:0:0:", "bd:::0::-5:0:", f"bd:::{huge}::0:0:", f"bd:::0::{huge}:0:",
        f"bo:{huge}:", f"bh:{huge}::0", "bh:-1::0", f"bn:{huge}:1:", f"by:{huge}::self:1:0", "by:1::self:77:0",
        "by:1::caller:1:0", "by:1::emperor:1:0", "bw:1::emperor:1:0", "bw:1:nonsense:self:99:0", "bd:zzzz:zzz:0::0:0:",
    ):  # fmt: skip
        before = len(resident.stage.recorder.requests)
        await resident.presses(data)
        answered = resident.stage.recorder.requests[before:]
        assert answered, data
        if str(huge) in data:
            assert any("już nie działa" in (getattr(each, "text", None) or "") for each in answered), data
    assert await lawyer.taken() == 0


async def test_a_day_that_is_not_is_said(resident: Person, lawyer: Office) -> None:
    await resident.says("/zapisy")
    for typed in ("29 lutego 2027", "31 listopada"):
        (said,) = await resident.says(typed)
        assert "Takiego dnia nie ma" in said
    assert await lawyer.taken() == 0
