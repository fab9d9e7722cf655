"""Whatever comes in is answered or dropped with one line; nobody sees a traceback, nothing gets stuck."""

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conversations.people import Person, Stage

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=10), inner, max_size=3),
    max_leaves=10,
)


@pytest.mark.parametrize(
    "raw",
    [
        None,
        [],
        "text",
        7,
        {},
        {"update_id": "1"},
        {"update_id": True},
        {"update_id": -1},
        {"update_id": 2**70},
        {"update_id": 1.5},
        {"update_id": 1, "message": None},
        {"update_id": 2, "message": {}},
        {"update_id": 3, "message": {"message_id": "x"}},
        {"update_id": 4, "what_is_this": {"a": 1}},
        {"update_id": 5, "message": []},
        {"update_id": 6, "callback_query": {"id": "1"}},
    ],
)
async def test_what_is_no_update_is_dropped(stage: Stage, resident: Person, raw: Any) -> None:
    before = len(stage.recorder.requests)
    await stage.intake.receive("telegram", raw)
    await stage.sender.settled()
    assert len(stage.recorder.requests) == before
    assert "Złota" in (await resident.says("złota rączka"))[0]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(raw=st.dictionaries(st.sampled_from(["message", "callback_query", "edited_message", "poll", "x"]), JSON))
async def test_any_json_leaves_the_intake_alive(stage: Stage, raw: dict[str, Any]) -> None:
    await stage.deliver(**raw)


@pytest.mark.parametrize(
    "text",
    [
        "a" * 1_000_000,
        "\u202eotsaim ukąjorp",
        "Z̸̢̛͇a̵͕͝l̶̰̆g̷̱̈o̴̠͐" * 200,
        "\u0000\u0007\ufeff",
        "👨‍👩‍👧‍👦" * 500,
        " \n\t ",
        "<b>&amp;<script>alert(1)</script>",
        "' OR 1=1 --",
        "{0} %s {{x}} { $city }",
        "/start " + "x" * 5000,
        "/" * 3000,
        "@OkienkoBot",
        "١٢٣٤٥",
        "\ud83d",
    ],
)
async def test_any_text_gets_an_answer(resident: Person, text: str) -> None:
    said = await resident.says(text)
    assert said
    assert all(len(one) <= 4096 for one in said)
    assert not any("<script>" in one for one in said)
    json.dumps(said)


async def test_ten_thousand_entities(resident: Person) -> None:
    entities = [{"type": "bold", "offset": i, "length": 5} for i in range(10_000)]
    assert await resident.sends(text="fryzjer", entities=entities)


async def test_a_tap_on_a_message_that_is_not_there_any_more(resident: Person) -> None:
    gone = {"chat": resident.chat, "message_id": 3, "date": 0}
    query = {"id": "1", "from": resident.user, "chat_instance": "1", "message": gone, "data": "m"}
    requests = await resident.stage.deliver(callback_query=query)
    assert [type(request).__name__ for request in requests] == ["AnswerCallbackQuery", "SendMessage"]


async def test_a_tap_without_a_message_or_from_a_game(resident: Person) -> None:
    for more in ({"inline_message_id": "x", "data": "m"}, {"game_short_name": "g", "inline_message_id": "x"}):
        await resident.stage.deliver(callback_query={"id": "1", "from": resident.user, "chat_instance": "1", **more})


async def test_a_handler_that_breaks_is_an_apology_not_a_traceback(
    resident: Person, monkeypatch: pytest.MonkeyPatch, log_lines: list[dict[str, Any]]
) -> None:
    def broken(*_args: object) -> None:
        raise RuntimeError("secret words of a person")

    monkeypatch.setattr("bot.catalogue.library.Library.find", broken)
    (said,) = await resident.says("złota rączka")
    assert "zepsuło" in said
    assert "RuntimeError" not in said
    assert len([line for line in log_lines if line["log_level"] == "error"]) == 1
